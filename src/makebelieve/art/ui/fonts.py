"""The bitmap font as a sheet with its AngelCode descriptions, and text set in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal
from xml.sax.saxutils import quoteattr

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from makebelieve.art.color import RGB, parse_hex
from makebelieve.art.sheets import png_bytes
from makebelieve.art.ui.glyphs import BASE, HEIGHT, MISSING, Mask, glyphs
from makebelieve.kit.errors import invalid

Variant = Literal["plain", "outlined", "shadow"]
VARIANTS: Final[tuple[Variant, ...]] = ("plain", "outlined", "shadow")
ALIGNS: Final = ("left", "center", "right")
FACE: Final = "Makebelieve 5x7"
LARGEST_SCALE: Final = 8
MOST_TEXT: Final = 2000
"""Characters in one text."""
_GAP: Final = 1
"""Pixels between letters."""
_SHEET: Final = 128
"""Width of the font's sheet at scale 1, px."""
_AROUND: Final = tuple((dy, dx) for dy in (0, 1, 2) for dx in (0, 1, 2) if (dy, dx) != (1, 1))
_UNDER: Final = ((2, 2),)
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Glyph:
    """Where a character stands on the sheet and how it is set; pixels of the sheet's scale."""

    character: str
    x: int
    y: int
    width: int
    height: int
    xoffset: int
    yoffset: int
    advance: int


@dataclass(frozen=True)
class Font:
    """A sheet of glyphs and what places them."""

    image: Image.Image
    """RGBA, alpha 0 or 255."""
    glyphs: tuple[Glyph, ...]
    variant: Variant
    scale: int
    name: str = "font"
    """Of its files, without a suffix."""

    @property
    def line_height(self) -> int:
        return HEIGHT * self.scale

    @property
    def base(self) -> int:
        """Pixels from the top of a line to the baseline."""
        return BASE * self.scale

    def _fields(self) -> tuple[list[tuple[str, object]], list[tuple[str, object]], list[list[tuple[str, object]]]]:
        info: list[tuple[str, object]] = [
            ("face", FACE), ("size", HEIGHT * self.scale), ("bold", 0), ("italic", 0), ("charset", ""), ("unicode", 1), ("stretchH", 100),
            ("smooth", 0), ("aa", 1), ("padding", "0,0,0,0"), ("spacing", f"{self.scale},{self.scale}"), ("outline", 0),
        ]  # fmt: skip
        common: list[tuple[str, object]] = [
            ("lineHeight", self.line_height), ("base", self.base), ("scaleW", self.image.width), ("scaleH", self.image.height),
            ("pages", 1), ("packed", 0),
        ]  # fmt: skip
        chars: list[list[tuple[str, object]]] = [
            [
                ("id", -1 if one.character == MISSING else ord(one.character)), ("x", one.x), ("y", one.y), ("width", one.width),
                ("height", one.height), ("xoffset", one.xoffset), ("yoffset", one.yoffset), ("xadvance", one.advance), ("page", 0), ("chnl", 15),
            ]
            for one in self.glyphs
        ]  # fmt: skip
        return info, common, sorted(chars, key=lambda fields: int(str(fields[0][1])))

    @property
    def fnt(self) -> str:
        """The description in AngelCode's text format (BMFont); the sheet is `NAME.png` beside it. Godot and many others read it."""

        def line(tag: str, fields: Sequence[tuple[str, object]]) -> str:
            return " ".join(
                [tag, *(f'{key}="{value}"' if key in ("face", "charset", "file") else f"{key}={value}" for key, value in fields)]
            )

        info, common, chars = self._fields()
        page: list[tuple[str, object]] = [("id", 0), ("file", f"{self.name}.png")]
        lines = [line("info", info), line("common", common), line("page", page), f"chars count={len(chars)}"]
        return "\n".join([*lines, *(line("char", one) for one in chars), "kernings count=0", ""])

    @property
    def xml(self) -> str:
        """The same in AngelCode's XML format, which Phaser's `load.bitmapFont` reads."""

        def tag(name: str, fields: Sequence[tuple[str, object]]) -> str:
            return f"<{name} {' '.join(f'{key}={quoteattr(str(value))}' for key, value in fields)}/>"

        info, common, chars = self._fields()
        return "\n".join(
            [
                '<?xml version="1.0"?>', "<font>", tag("info", info), tag("common", common), "<pages>", tag("page", [("id", 0), ("file", f"{self.name}.png")]), "</pages>",
                f'<chars count="{len(chars)}">', *(tag("char", one) for one in chars), "</chars>", '<kernings count="0"></kernings>', "</font>", "",
            ]
        )  # fmt: skip

    def save(self, folder: str | Path) -> Path:
        """Write `NAME.png`, `NAME.fnt` and `NAME.xml` into a folder that exists; the path of the `.fnt`."""
        target = Path(folder)
        (target / f"{self.name}.png").write_bytes(png_bytes(self.image))
        (target / f"{self.name}.xml").write_text(self.xml, "utf-8")
        path = target / f"{self.name}.fnt"
        path.write_text(self.fnt, "utf-8")
        return path


def _behind(ink: Mask, variant: Variant) -> tuple[Mask, Mask]:
    """Ink and what lies behind it, both with a pixel more on every side."""
    height, width = ink.shape
    padded = np.pad(ink, 1)
    back = np.zeros_like(padded)
    for dy, dx in {"plain": (), "outlined": _AROUND, "shadow": _UNDER}[variant]:
        back[dy : dy + height, dx : dx + width] |= ink
    return padded, back & ~padded


def _colored(ink: Mask, back: Mask, color: RGB, line: RGB, scale: int) -> Image.Image:
    pixels: Pixels = np.zeros((*ink.shape, 4), np.uint8)
    pixels[back] = (*line, 255)
    pixels[ink] = (*color, 255)
    return Image.fromarray(pixels.repeat(scale, axis=0).repeat(scale, axis=1))


def color_of(path: str, text: str) -> RGB:
    """The triple of a `#rrggbb`. Raises Problem (422) naming `path`."""
    try:
        return parse_hex(text)
    except ValueError as error:
        raise invalid(path, str(error), ("#rrggbb",)) from None


def check_scale(scale: int) -> None:
    """Raises Problem (422) for a scale that is not 1-8."""
    if not 1 <= scale <= LARGEST_SCALE:
        raise invalid("scale", f"{scale}; a whole factor of 1 to {LARGEST_SCALE}")


def _variant(variant: str) -> Variant:
    for one in VARIANTS:
        if one == variant:
            return one
    raise invalid("variant", f"{variant!r} is none of them", VARIANTS)


def font(variant: str = "plain", *, color: str = "#ffffff", line: str = "#1a1c2c", scale: int = 1, name: str = "font") -> Font:
    """The font as a sheet: `variant` plain, outlined or shadow, glyphs in `color`, outline or shadow in `line`. Raises Problem (422)."""
    kind = _variant(variant)
    check_scale(scale)
    inks = color_of("color", color), color_of("line", line)
    return _font(kind, *inks, scale, name)


@lru_cache(maxsize=64)
def _font(kind: Variant, color: RGB, line: RGB, scale: int, name: str) -> Font:
    placed: list[tuple[Glyph, Mask, Mask]] = []
    x, y, tallest = 0, 0, 0
    for character, mask in glyphs().items():
        ink, back = _behind(mask, kind)
        rows, columns = np.nonzero(ink | back)
        if len(rows):
            top, bottom, left, right = int(rows.min()), int(rows.max()) + 1, int(columns.min()), int(columns.max()) + 1
        else:
            top = bottom = left = right = 1
        width, height = right - left, bottom - top
        if x + width > _SHEET:
            x, y, tallest = 0, y + tallest + 1, 0
        glyph = Glyph(character, x, y, width, height, left - 1, top - 1, mask.shape[1] + _GAP)
        placed.append((glyph, ink[top:bottom, left:right], back[top:bottom, left:right]))
        x, tallest = x + width + 1, max(tallest, height)
    inks, backs = np.zeros((y + tallest, _SHEET), bool), np.zeros((y + tallest, _SHEET), bool)
    for glyph, ink, back in placed:
        at = np.s_[glyph.y : glyph.y + glyph.height, glyph.x : glyph.x + glyph.width]
        inks[at], backs[at] = ink, back
    scaled = tuple(
        Glyph(one.character, *(scale * value for value in (one.x, one.y, one.width, one.height, one.xoffset, one.yoffset, one.advance)))
        for one, _, _ in placed
    )
    return Font(_colored(inks, backs, color, line, scale), scaled, kind, scale, name)


def _known(words: str) -> str:
    """Composed characters, and the sign for a missing one where the font lacks one; line breaks stay."""
    have = glyphs()
    return "".join(one if one in have or one == "\n" else MISSING for one in unicodedata.normalize("NFC", words.replace("\t", " ")))


def _measured(line: str) -> int:
    have = glyphs()
    return sum(have[one].shape[1] + _GAP for one in line) - _GAP if line else 0


def wrapped(words: str, width: int) -> list[str]:
    """Lines of at most `width` px (scale 1), broken at spaces, and inside words that are longer."""
    lines = []
    for paragraph in _known(words).split("\n"):
        line = ""
        for word in paragraph.split(" "):
            joined = f"{line} {word}" if line else word
            if _measured(joined) <= width:
                line = joined
                continue
            if line:
                lines.append(line)
            while _measured(word) > width and len(word) > 1:
                fits = next(n for n in range(len(word), 0, -1) if n == 1 or _measured(word[:n]) <= width)
                lines.append(word[:fits])
                word = word[fits:]
            line = word
        lines.append(line)
    return lines


def text(
    words: str,
    *,
    color: str = "#ffffff",
    variant: str = "plain",
    line: str = "#1a1c2c",
    scale: int = 1,
    width: int | None = None,
    align: str = "left",
    leading: int = 0,
) -> Image.Image:
    """`words` set in the bitmap font: RGBA, transparent where there is no ink, as small as it holds the lines (12 px a line and scale).

    `variant` is plain, outlined or shadow, in `line`; `width` wraps at that many px of the result; `align` left, center or right;
    `leading` are px added between lines at scale 1. What the font lacks (it has ASCII and the letters of Latin-1) is a box.
    Raises Problem (422) naming the field.
    """
    kind = _variant(variant)
    check_scale(scale)
    if len(words) > MOST_TEXT:
        raise invalid("words", f"{len(words)} characters; a text has at most {MOST_TEXT}")
    if align not in ALIGNS:
        raise invalid("align", f"{align!r} is none of them", ALIGNS)
    if width is not None and width < 8 * scale:
        raise invalid("width", f"{width} px; a line is at least {8 * scale} px wide at scale {scale}")
    if not 0 <= leading <= 32:
        raise invalid("leading", f"{leading}; 0 to 32 px")
    inks = color_of("color", color), color_of("line", line)
    around = 0 if kind == "plain" else 2
    lines = _known(words).split("\n") if width is None else wrapped(words, width // scale - around)
    have, step = glyphs(), HEIGHT + leading
    across = max(1, *(_measured(one) for one in lines))
    ink = np.zeros((step * len(lines) - leading, across), bool)
    for n, one in enumerate(lines):
        x = {"left": 0, "center": (across - _measured(one)) // 2, "right": across - _measured(one)}[align]
        for character in one:
            glyph = have[character]
            ink[n * step : n * step + HEIGHT, x : x + glyph.shape[1]] |= glyph
            x += glyph.shape[1] + _GAP
    if kind == "plain":
        return _colored(ink, np.zeros_like(ink), *inks, scale)
    front, back = _behind(ink, kind)
    return _colored(front, back, *inks, scale)
