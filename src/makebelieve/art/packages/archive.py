"""What all engine packages share: assets, identifiers made of the seed, and the ZIP."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass

from makebelieve.art.processing import Framed, sheet_of
from makebelieve.art.sheets import Row, Sheet
from makebelieve.art.sprites import Picture
from makebelieve.art.tiling import Tileset
from makebelieve.art.ui import Kit

Content = Picture | Framed | Tileset | Kit
Files = dict[str, bytes]
"""Path inside the package -> content."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One thing of a package, by the name its files get."""

    name: str
    content: Content

    @property
    def sheet(self) -> Sheet:
        """Its frames; a picture is one row of one frame, without a tag of its own."""
        one = self.content
        if isinstance(one, Tileset | Kit):
            raise TypeError("tilesets and interface kits have no frames")
        if isinstance(one, Picture):
            return Sheet((Row("default", "", (one.image.convert("RGBA"),), (100,), True),), one.pivot, f"{self.name}.png")
        whole = sheet_of(one)
        return Sheet(whole.rows, whole.pivot, f"{self.name}.png")


@dataclass(frozen=True, slots=True)
class Package:
    """What a writer gets."""

    project: str
    seed: int
    assets: tuple[Asset, ...]

    def digest(self, *what: str) -> bytes:
        """32 bytes that stand for one thing of this package."""
        return hashlib.sha256("\x1f".join((str(self.seed), self.project, *what)).encode()).digest()

    def guid(self, *what: str) -> str:
        """32 hexadecimal digits."""
        return self.digest(*what).hex()[:32]

    def uuid(self, *what: str) -> str:
        """The form of a version 4 UUID (RFC 9562), made of the seed."""
        raw = bytearray(self.digest(*what)[:16])
        raw[6], raw[8] = raw[6] & 0x0F | 0x40, raw[8] & 0x3F | 0x80
        text = raw.hex()
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def number(self, *what: str) -> int:
        """A positive 63-bit integer."""
        return int.from_bytes(self.digest(*what)[:8], "big") >> 1 | 1


def zipped(files: Files) -> bytes:
    """The files, sorted by path, dated 1980-01-01: equal files are equal bytes. Pictures are stored as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if path.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[path])
    return out.getvalue()
