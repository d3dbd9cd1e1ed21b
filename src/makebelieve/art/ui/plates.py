"""Plates: the framed rectangles that panels, buttons, slots and bars are, drawn so that they can be cut into nine and stretched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import RGB, mix, parse_hex, shifted, to_oklab
from makebelieve.art.lock import locked_ramp, nearest
from makebelieve.art.palettes import Palette
from makebelieve.art.ramps import tones
from makebelieve.art.ui.themes import Band, Theme

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Box = tuple[int, int, int, int]

STAMPED: Final = {
    "G": "gold", "S": "metal", "R": "red", "B": "blue", "E": "green", "P": "purple", "W": "white", "N": "wood", "A": "accent", "T": "trim", "D": "dark",
}  # fmt: skip
"""Letter of a stamp -> ramp."""
_FIXED: Final = {
    "gold": "#eab030", "metal": "#a4aebc", "red": "#dc3a44", "blue": "#3c7ce0", "green": "#58b048", "purple": "#9050c0", "white": "#d6dae4", "wood": "#8e5a34",
    "dark": "#33303c", "grey": "#80808c",
}  # fmt: skip


@dataclass(frozen=True)
class Paints:
    """Ramps of five tones, dark to light, and the lines; from the palette if there is one."""

    ramps: Mapping[str, tuple[RGB, ...]]
    line: RGB
    glint: RGB
    ink: RGB
    faint: RGB
    """Text that is switched off."""
    face: tuple[RGB, RGB, RGB]
    """What text stands on: a little darker, as it is, a little lighter, for textures."""

    def readable(self, wanted: RGB, ground: RGB, least: float = 0.22) -> RGB:
        """`wanted` where it differs from `ground` by that much lightness (OKLab), else ink, line or glint, whichever differs most."""
        light = to_oklab(ground)[0]
        if abs(to_oklab(wanted)[0] - light) >= least:
            return wanted
        return max((self.ink, self.line, self.glint), key=lambda color: abs(to_oklab(color)[0] - light))

    def tone(self, band: Band, lit: bool) -> RGB:
        return self.line if band[0] == "line" else self.ramps[band[0]][band[1] if lit else band[2]]


def paints(theme: Theme, palette: Palette | None, turn: float) -> Paints:
    """The theme's ramps, hues turned by `turn` degrees, all of them locked to the palette."""
    base = {name: parse_hex(color) for name, color in _FIXED.items()}
    base |= {name: shifted(parse_hex(color), hue=turn) for name, color in theme.colors.items() if name != "ink"}
    base["hover"] = shifted(base["button"], light=0.06)
    ramps = {name: tones(color, 5, theme.contrast, theme.shift) for name, color in base.items()}
    line, ink = parse_hex(theme.line), parse_hex(theme.colors["ink"])
    at = theme.face_tone
    steps = (max(0, at - 1), at, min(4, at + 1))
    if palette is None:
        own = ramps["face"]
        dark = mix(own[at], ramps[theme.speck][steps[0]], 0.55) if theme.speck == "face" else ramps[theme.speck][3]
        return Paints(ramps, line, (255, 255, 255), ink, ramps["grey"][3], (dark, own[at], mix(own[at], own[steps[2]], 0.55)))
    ramps = {name: locked_ramp(ramp, palette) for name, ramp in ramps.items()}
    own = ramps["face"]
    face = to_oklab(own[at])[0]
    # text must read on the palette's face, whatever the theme's ink becomes there
    inks = [nearest(ink, palette), *sorted(palette, key=lambda color: -abs(to_oklab(color)[0] - face))]
    readable = next((one for one in inks if abs(to_oklab(one)[0] - face) >= 0.35), inks[1])
    darkest, lightest = min(palette, key=to_oklab), max(palette, key=to_oklab)
    return Paints(ramps, darkest, lightest, readable, ramps["grey"][3], (own[steps[0]], own[at], own[steps[2]]))


def plate_mask(width: int, height: int, corner: Sequence[int]) -> Mask:
    """A rectangle whose first and last rows lack `corner` pixels at either end."""
    out = np.ones((height, width), bool)
    for row, cut in enumerate(corner[: height // 2]):
        if cut:
            out[[row, height - 1 - row], :cut] = False
            out[[row, height - 1 - row], width - cut :] = False
    return out


def _depth(mask: Mask, most: int) -> NDArray[np.int64]:
    """How many pixels each lies inside the mask, counted to `most`."""
    depth = np.zeros(mask.shape, np.int64)
    inside: Mask = mask.copy()
    for _ in range(most):
        padded = np.pad(inside, 1)
        inside = inside & padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]
        depth += inside
    return depth


def _lit(width: int, height: int) -> Mask:
    """Nearer to the left or upper edge than to the others."""
    y, x = np.mgrid[0:height, 0:width]
    return np.asarray(np.minimum(x, y) < np.minimum(width - 1 - x, height - 1 - y))


def plate(
    width: int, height: int, corner: Sequence[int], bands: Sequence[Band], fill: RGB, paint: Paints, *, sunken: bool = False
) -> Pixels:
    """The plate: bands from the edge inwards, then the fill. `sunken` swaps light and shade."""
    mask = plate_mask(width, height, corner)
    depth, lit = _depth(mask, len(bands)), _lit(width, height)
    out = np.zeros((height, width, 4), np.uint8)
    out[mask] = (*fill, 255)
    for n, band in enumerate(bands):
        here = mask & (depth == n)
        out[here & lit] = (*paint.tone(band, not sunken), 255)
        out[here & ~lit] = (*paint.tone(band, sunken), 255)
    return out


def letters(stamp: str) -> NDArray[np.str_]:
    """A stamp as an array of its letters."""
    return np.array([list(row) for row in stamp.strip("\n").split("\n")])


def stamped(drawing: NDArray[np.str_], paint: Paints, *, flat: bool = False, outline: bool = True, only: str | None = None) -> Pixels:
    """A stamp in colour: each material lit from the upper left; with an outline it is a pixel larger on every side.

    `flat` is one tone a material and no outline; `only` names the ramp that stands for every letter.
    """
    around = 1 if outline and not flat else 0
    code = np.pad(drawing, around, constant_values=".")
    out = np.zeros((*code.shape, 4), np.uint8)
    solid = code != "."
    # a glint belongs to the material that it lies on
    body = np.where(code == "*", "", np.char.upper(code))
    padded = np.pad(body, 1, constant_values=".")

    def differs(there: NDArray[np.str_]) -> Mask:
        return np.asarray((there != body) & (there != ""))

    upper = differs(padded[:-2, 1:-1]) | differs(padded[1:-1, :-2])
    lower = differs(padded[2:, 1:-1]) | differs(padded[1:-1, 2:])
    for letter in sorted(set(code[solid].ravel())):
        here = code == letter
        if letter == "K":
            out[here] = (*paint.line, 255)
            continue
        if letter == "*":
            out[here] = (*(paint.glint if only is None and not flat else paint.ramps[only or "white"][4]), 255)
            continue
        ramp = paint.ramps[only or STAMPED[letter.upper()]]
        tone = np.full(code.shape, 1 if letter.islower() else 3 if flat and not only else 2)
        if not flat and letter.isupper():
            tone = np.where(upper & ~lower, 3, np.where(lower & ~upper, 1, tone))
        out[here, :3] = np.array(ramp, np.uint8)[tone[here]]
        out[here, 3] = 255
    if around:
        near = np.pad(solid, 1)
        edge = (near[:-2, 1:-1] | near[2:, 1:-1] | near[1:-1, :-2] | near[1:-1, 2:]) & ~solid
        out[edge] = (*paint.line, 255)
    return out


def over(under: Pixels, top: Pixels, x: int, y: int) -> None:
    """Lay `top` on `under`, its upper left corner at x, y; in place."""
    at = under[y : y + top.shape[0], x : x + top.shape[1]]
    shown = top[..., 3] > 0
    at[shown] = top[shown]


def corners(under: Pixels, drawing: NDArray[np.str_], paint: Paints, *, flat: bool) -> Pixels:
    """The plate with an ornament on all four corners, mirrored but lit from the same side; outlines end at the canvas."""
    height, width = under.shape[:2]
    tall, wide = drawing.shape
    canvas = np.pad(under, ((1, 1), (1, 1), (0, 0)))
    for down in (False, True):
        for across in (False, True):
            top = stamped(drawing[:: -1 if down else 1, :: -1 if across else 1], paint, flat=flat)
            inset = 1 if flat else 0
            over(canvas, top, (width - wide if across else 0) + inset, (height - tall if down else 0) + inset)
    return canvas[1:-1, 1:-1]
