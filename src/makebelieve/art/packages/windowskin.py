"""RPG Maker MZ's system pictures made of an interface kit: the window skin of 192 px, and icons in the cells of an `IconSet`.

The engine cuts the skin at fixed places: back (0, 0) and pattern (0, 96) of 96 px, frame (96, 0) of 96 px with corners of 24, arrows inside
it, cursor (96, 96) of 48 px with edges of 4, four pause signs (144, 96) of 24 px, and 32 colours of text (96, 144) in cells of 12 px.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PIL import Image, ImageDraw

from makebelieve.art.color import RGB, parse_hex, to_oklab
from makebelieve.art.ui import Element, Kit

SIDE: Final = 192
ICON: Final = 32
ICONS_A_ROW: Final = 16
_HALF: Final = 96
_CORNER: Final = 24
_FACTORS: Final = (8, 6, 4, 3, 2, 1)
"""Whole enlargements that divide a half of the skin."""
_BANDS: Final = 3
"""What a panel's content keeps from its frame, px of the drawing."""
_SIGN: Final = 24
_BOB: Final = (0, 1, 2, 1)
_VEIL: Final = 72
"""Opacity of the cursor's middle: the text under it has to read."""
_TEXT: Final = (
    "white4 blue3 red3 green3 blue4 purple4 gold4 grey3 metal4 blue2 red2 green2 accent3 purple3 gold3 dark1 "
    "blue4 gold4 red3 dark0 red2 wood4 blue2 blue3 green4 grey2 purple3 purple4 green3 green4 accent4 red4"
)
"""Ramp and tone of each number. The engine takes them for: 0 text, 16 names of values, 17 in danger, 18 fallen, 19 behind gauges, 20-23 and 26-29 gauges, 24 and 25 up and down."""
_CONTRAST: Final = 0.24
"""Difference in lightness (OKLab) between text and what it stands on."""
_GAUGES: Final = {20: "bar-health", 22: "bar-mana", 26: "bar-xp", 28: "bar-stamina"}
_BEHIND_GAUGES: Final = 19


def _drawn(kit: Kit, name: str, factor: int) -> Element:
    """The element as it was drawn, enlarged by `factor` in place of the kit's scale."""
    one, scale = kit.element(name), kit.scale
    size = one.image.width // scale * factor, one.image.height // scale * factor
    inset = None
    if one.slice is not None:
        left, top, right, bottom = (value // scale * factor for value in one.slice)
        inset = left, top, right, bottom
    return replace(one, image=one.image.resize(size, Image.Resampling.NEAREST), slice=inset)


def _factor(kit: Kit) -> int:
    """The kit's scale, or less where corners would be cut: those of the skin are 24 px."""
    inset = max(kit.element("panel").slice or (0,)) // kit.scale
    return next(factor for factor in _FACTORS if factor == 1 or (factor <= kit.scale and factor * inset <= _CORNER))


def _rgb(image: Image.Image, x: int, y: int) -> RGB:
    pixel = image.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return int(pixel[0]), int(pixel[1]), int(pixel[2])


def _middle(image: Image.Image) -> RGB:
    return _rgb(image, image.width // 2, image.height // 2)


def skin(kit: Kit) -> Image.Image:
    """`Window.png`: RGBA, 192 x 192 px."""
    factor = _factor(kit)
    out = Image.new("RGBA", (SIDE, SIDE))
    panel = _drawn(kit, "panel", factor).stretched(_HALF, _HALF)
    face = _middle(panel)
    out.paste((*face, 255), (0, 0, _HALF, _HALF))
    out.paste(_pattern(kit, factor), (0, _HALF))
    out.paste(_frame(kit, panel, face, factor), (_HALF, 0))
    _arrows(kit, out)
    _cursor(kit, out, factor)
    more = _drawn(kit, "dialogue-more", 2 if kit.scale > 1 else 1).image
    for i, lower in enumerate(_BOB):
        x, y = SIDE - 2 * _SIGN + i % 2 * _SIGN, _HALF + i // 2 * _SIGN
        out.alpha_composite(more, (x + (_SIGN - more.width) // 2, y + (_SIGN - 3 - more.height) // 2 + lower))
    for i, color in enumerate(_colors(kit, face)):
        x, y = _HALF + i % 8 * 12, SIDE - 48 + i // 8 * 12
        out.paste((*color, 255), (x, y, x + 12, y + 12))
    return out


def _pattern(kit: Kit, factor: int) -> Image.Image:
    """The texture of the face, which the engine repeats every 96 px; nothing where its period does not fit in."""
    tiled = _drawn(kit, "panel-tiled", factor)
    left, top, right, bottom = tiled.slice or (0, 0, 0, 0)
    period = tiled.image.crop((left, top, tiled.image.width - right, tiled.image.height - bottom))
    out = Image.new("RGBA", (_HALF, _HALF))
    if _HALF % period.width or _HALF % period.height:
        return out
    for y in range(0, _HALF, period.height):
        for x in range(0, _HALF, period.width):
            out.paste(period, (x, y))
    return out


def _frame(kit: Kit, panel: Image.Image, face: RGB, factor: int) -> Image.Image:
    """The panel without its face: the engine draws that beneath, as faint as the player wants it."""
    left, top, right, bottom = ((value // kit.scale - _BANDS) * factor for value in kit.element("panel").content)
    out = panel.copy()
    for y in range(top, _HALF - bottom):
        for x in range(left, _HALF - right):
            if _rgb(panel, x, y) == face:
                out.putpixel((x, y), (0, 0, 0, 0))
    return out


def _arrows(kit: Kit, out: Image.Image) -> None:
    """In the middle of the frame, each in the 24 x 12 or 12 x 24 px that the engine cuts out."""
    at = _HALF + _CORNER
    places = {"up": (12, 0, 24, 12), "down": (12, 36, 24, 12), "left": (0, 12, 12, 24), "right": (36, 12, 12, 24)}
    for way, (x, y, width, height) in places.items():
        arrow = _drawn(kit, f"arrow-{way}", 1).image
        out.alpha_composite(arrow, (at + x + (width - arrow.width) // 2, _CORNER + y + (height - arrow.height) // 2))


def _cursor(kit: Kit, out: Image.Image, factor: int) -> None:
    color = kit.paint.ramps["trim"][3]
    box = (_HALF, _HALF, SIDE - 2 * _SIGN, _HALF + 2 * _SIGN)
    draw = ImageDraw.Draw(out)
    draw.rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill=(*color, _VEIL), outline=(*color, 255), width=min(2, factor))
    for x in (box[0], box[2] - 1):
        for y in (box[1], box[3] - 1):
            out.putpixel((x, y), (0, 0, 0, 0))


def _colors(kit: Kit, face: RGB) -> list[RGB]:
    """The 32 colours of text: the kit's ink first, gauges as its bars, all of them such that they read on its face."""
    colors = [_readable(kit, one[:-1], int(one[-1]), face) for one in _TEXT.split()]
    colors[0] = parse_hex(kit.ink)
    colors[_BEHIND_GAUGES] = kit.paint.ramps["well"][1]
    for number, name in _GAUGES.items():
        image = kit.element(name).image
        colors[number] = _rgb(image, image.width // 2, image.height - 1 - kit.scale)
        colors[number + 1] = _middle(image)
    return colors


def _readable(kit: Kit, ramp: str, tone: int, face: RGB) -> RGB:
    """The tone of the ramp, or the nearest one to it that differs enough from the face in lightness."""
    tones, light = kit.paint.ramps[ramp], to_oklab(face)[0]
    order = sorted(range(len(tones)), key=lambda i: (abs(i - tone), -i))
    return next((tones[i] for i in order if abs(to_oklab(tones[i])[0] - light) >= _CONTRAST), kit.paint.readable(tones[tone], face))


def icon_set(kit: Kit) -> Image.Image:
    """The kit's icons in cells of 32 px, 16 a row, the first left empty: rows to be added to a project's `IconSet.png`."""
    names = [name for name in kit.names if name.startswith("icon-")]
    rows = -(-(len(names) + 1) // ICONS_A_ROW)
    out = Image.new("RGBA", (ICON * ICONS_A_ROW, ICON * rows))
    for i, name in enumerate(names, 1):
        whole = _drawn(kit, name, 1).image
        icon = _drawn(kit, name, max(1, ICON // max(whole.size))).image
        x, y = i % ICONS_A_ROW * ICON, i // ICONS_A_ROW * ICON
        out.alpha_composite(icon, (x + (ICON - icon.width) // 2, y + (ICON - icon.height) // 2))
    return out
