"""Palette lock: whole ramps are mapped into a palette, so that shading stays monotonic and of one hue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import RGB, distance, to_oklab
from makebelieve.art.palettes import Palette
from makebelieve.art.ramps import Material

Floats = NDArray[np.float64]
_SMALL: Final = 6
HUED: Final = 0.045
"""Chroma (OKLab) from which a colour has a hue that one sees."""
LIT: Final = 0.5
"""Lightness (OKLab) from which a foreign hue is a patch rather than a shade."""
NEAR: Final = 40.0
FAR: Final = 50.0
"""Degrees of hue: a tone takes no colour that is FAR where the palette has one that is NEAR."""


@lru_cache(maxsize=65536)
def nearest(color: RGB, palette: Palette) -> RGB:
    """The colour of the palette that looks most like `color`; the earlier one on a tie."""
    return min(palette, key=lambda one: distance(one, color))


@lru_cache(maxsize=64)
def _ordered(palette: Palette) -> tuple[tuple[RGB, ...], Floats]:
    """The palette by lightness, and its OKLab."""
    order = tuple(sorted(palette, key=to_oklab))
    return order, np.array([to_oklab(color) for color in order])


def _by_strength(chroma: Floats, faint: float, strong: float) -> Floats:
    """A weight that is `faint` for greys and browns, `strong` for full colours."""
    return np.asarray(faint + (strong - faint) * np.clip((chroma - 0.045) / 0.06, 0.0, 1.0))


def _unlike(want: Floats, have: Floats) -> Floats:
    """How badly each colour of the palette (column) stands for each tone (row): by lightness, chroma and hue apart.

    A full colour may become fuller, hardly paler; a brown or grey may become neither. Where a tone is lit and has a hue, another one is as
    good as forbidden if the palette has a nearer one, however light that is.
    """
    chroma, other = np.hypot(want[:, 1], want[:, 2])[:, None], np.hypot(have[:, 1], have[:, 2])[None, :]
    along = want[:, None, 1] * have[None, :, 1] + want[:, None, 2] * have[None, :, 2]
    apart = np.degrees(np.arccos(np.clip(along / np.maximum(chroma * other, 1e-9), -1.0, 1.0)))
    kept = chroma.copy()
    # what is lit keeps the strength of the colour itself: a ramp that pales on the way up falls into patches
    lit = want[1:-1, :1] > 0.7
    kept[1:-1] = np.where(lit, np.maximum(kept[1:-1], 0.9 * chroma[len(want) // 2]), kept[1:-1])
    more = other - kept
    cost = 1.5 * (want[:, None, 0] - have[None, :, 0]) ** 2
    cost += np.where(more > 0, _by_strength(kept, 8.0, 1.8), _by_strength(kept, 6.0, 11.0)) * more**2
    cost += 8.0 * 2.0 * np.maximum(0.0, kept * other - along * kept / np.maximum(chroma, 1e-9))
    cost += 0.05 * np.maximum(0.0, (apart - 42.0) / 30.0) * np.minimum(1.0, kept / 0.05) * np.minimum(1.0, other / 0.05)
    hued = (chroma > HUED) & (other > HUED) & (want[:, :1] > LIT)
    nearer = (hued & (apart < NEAR)).any(axis=1, keepdims=True)
    return np.asarray(cost + np.where(hued & (apart > FAR) & nearer, 1.0, 0.0))


@lru_cache(maxsize=8192)
def locked_ramp(ramp: tuple[RGB, ...], palette: Palette) -> tuple[RGB, ...]:
    """The path through the palette, never getting darker, that looks most like the ramp (dynamic programming).

    Each tone costs what `_unlike` says; each step what it turns or leaps otherwise than the ramp does there, and a little for standing still.
    """
    order, have = _ordered(palette)
    want = np.array([to_oklab(color) for color in ramp])
    cost = _unlike(want, have)
    gaps = have[:, None] - have[None, :]
    still = np.diag(np.full(len(order), 0.005))
    still[np.triu_indices(len(order), 1)] = np.inf
    best = cost[0]
    back: list[NDArray[np.intp]] = []
    for i in range(1, len(ramp)):
        otherwise = (gaps - (want[i] - want[i - 1])) ** 2
        value = best[None, :] + still + 0.3 * otherwise[..., 0] + 0.8 * (otherwise[..., 1] + otherwise[..., 2])
        choice = value.argmin(axis=1)
        back.append(choice)
        best = value[np.arange(len(order)), choice] + cost[i]
    j = int(best.argmin())
    path = [j]
    for choice in reversed(back):
        j = int(choice[j])
        path.append(j)
    path.reverse()
    return tuple(order[k] for k in path)


def _spread(ramp: Sequence[RGB], palette: Palette, part: int) -> tuple[RGB, ...]:
    """A ramp for a palette of a few colours: at most three neighbouring tones, the window set by the material's lightness and its number."""
    order = sorted(palette, key=to_oklab)
    middle = to_oklab(ramp[len(ramp) // 2])[0]
    window = min(3, len(order) - 1)
    # neighbouring parts of like lightness take different windows
    place = middle + (0.09 if part % 2 else -0.09)
    start = min(len(order) - window, max(0, round((place - 0.28) / 0.5 * (len(order) - window))))
    tones = order[start : start + window]
    return tuple(tones[min(window - 1, i * window // len(ramp))] for i in range(len(ramp)))


def locked(materials: Sequence[Material], palette: Palette) -> list[Material]:
    """The materials with every colour taken from the palette, lines included."""
    darkest = min(palette, key=to_oklab)
    result = []
    for part, one in enumerate(materials):
        small = len(palette) <= _SMALL
        ramp = _spread(one.ramp, palette, part) if small else locked_ramp(one.ramp, palette)
        lines = (darkest,) * 3 if small else tuple(nearest(color, palette) for color in (one.line, one.line_lit, one.line_inner))
        # A line that matched a tone of the ramp would vanish.
        lines = tuple(darkest if color in ramp[1:] else color for color in lines)
        result.append(replace(one, ramp=ramp, line=lines[0], line_lit=lines[1], line_inner=lines[2]))
    return result


def locked_inks(inks: Mapping[str, RGB], palette: Palette) -> dict[str, RGB]:
    """Eye and mouth colours taken from the palette."""
    return {name: nearest(color, palette) for name, color in inks.items()}


def merged(materials: Sequence[Material], near: float = 0.032) -> list[Material]:
    """The materials with colours that look alike made one: a picture of few colours, ramps shared where they can be."""
    kept: list[RGB] = []

    def shared(color: RGB) -> RGB:
        best = min(kept, key=lambda one: distance(one, color), default=None)
        if best is not None and distance(best, color) < near:
            return best
        kept.append(color)
        return color

    result = []
    for one in materials:
        ramp = tuple(shared(color) for color in one.ramp)
        result.append(replace(one, ramp=ramp, line=shared(one.line), line_lit=shared(one.line_lit), line_inner=shared(one.line_inner)))
    return result
