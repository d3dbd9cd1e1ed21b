"""The built web pages and assets that travel with the package in makebelieve/_web."""

from __future__ import annotations

import gzip
import hashlib
import html
import mimetypes
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

import orjson

HEAD_MARK: Final = "<!--mb:head-->"
BOOT_MARK: Final = "<!--mb:boot-->"
# Types are ours, not the machine's: some systems' tables know neither of these.
TYPES: Final = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
}
COMPRESSIBLE: Final = ("text/", "application/json", "application/manifest+json", "application/wasm", "image/svg+xml")
LEAST_COMPRESSED: Final = 1024
"""Bytes from which a file is worth it."""


@dataclass(frozen=True, slots=True)
class WebFile:
    data: bytes
    media_type: str
    digest: str
    gzipped: bytes | None = None
    """The same compressed; None where that saves nothing."""


def _compressed(data: bytes, media_type: str) -> bytes | None:
    if len(data) < LEAST_COMPRESSED or not media_type.startswith(COMPRESSIBLE):
        return None
    made = gzip.compress(data, 6, mtime=0)
    return made if len(made) < len(data) else None


def takes_gzip(accepted: str) -> bool:
    """Whether a client with this Accept-Encoding field reads gzip."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        coding, _, weight = part.partition(";")
        try:
            weights[coding.strip()] = float(weight.strip().removeprefix("q=")) if weight.strip() else 1.0
        except ValueError:
            weights[coding.strip()] = 0.0
    return weights.get("gzip", weights.get("*", 0.0)) > 0


class WebFiles:
    """Files below `folder`, kept in memory and read again when they change on disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cache: dict[str, tuple[tuple[int, int], WebFile]] = {}

    def get(self, name: str) -> WebFile | None:
        """The file `name` (a relative POSIX path), None when there is none or it lies outside the folder."""
        relative = PurePosixPath(name)
        if relative.is_absolute() or ".." in relative.parts or "\\" in name or "\x00" in name:
            return None
        path = self._folder / relative
        try:
            stat = path.stat()
            stamp = (stat.st_mtime_ns, stat.st_size)
            known = self._cache.get(name)
            if known is not None and known[0] == stamp:
                return known[1]
            if not path.is_file():
                return None
            data = path.read_bytes()
        except OSError:
            return None
        media_type = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        file = WebFile(data, media_type, hashlib.sha256(data).hexdigest()[:16], _compressed(data, media_type))
        self._cache[name] = (stamp, file)
        return file

    def page(self, name: str, head: str, boot: dict[str, Any]) -> str | None:
        """An HTML page with its head and its boot data filled in; None when the page is not built."""
        file = self.get(name)
        if file is None:
            return None
        script = f'<script type="application/json" id="mb-boot">{script_json(boot)}</script>'
        return file.data.decode().replace(HEAD_MARK, head, 1).replace(BOOT_MARK, script, 1)


def script_json(value: Any) -> str:
    """JSON that cannot end the script element it stands in, nor open a comment there."""
    text = orjson.dumps(value).decode()
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def meta_tags(title: str, description: str, url: str, image: str | None, size: tuple[int, int] | None = None) -> str:
    """Title, description and Open Graph elements, every value escaped. `size`: of the image, px."""
    values = {"og:type": "website", "og:site_name": "Makebelieve", "og:title": title, "og:description": description, "og:url": url}
    if image is not None:
        values["og:image"] = image
        if size is not None:
            values |= {"og:image:width": str(size[0]), "og:image:height": str(size[1]), "og:image:alt": title}
    tags = [f"<title>{html.escape(title)}</title>", f'<meta name="description" content="{html.escape(description)}">']
    tags += [f'<meta property="{name}" content="{html.escape(value)}">' for name, value in values.items()]
    tags.append(f'<meta name="twitter:card" content="{"summary_large_image" if image else "summary"}">')
    return "".join(tags)
