"""Palette lock: whole ramps are mapped into a palette, so that shading stays monotonic and of one hue."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import RGB, distance, to_oklab
from makebelieve.art.palettes import Palette
from makebelieve.art.ramps import Material

_SMALL = 6


@lru_cache(maxsize=65536)
def nearest(color: RGB, palette: Palette) -> RGB:
    """The colour of the palette that looks most like `color`; the earlier one on a tie."""
    return min(palette, key=lambda one: distance(one, color))


@lru_cache(maxsize=64)
def _steps(palette: Palette) -> tuple[tuple[RGB, ...], NDArray[np.float64], NDArray[np.float64]]:
    """The palette by lightness, its OKLab, and what a step from one colour (column) to the next (row) costs; no step gets darker."""
    order = tuple(sorted(palette, key=to_oklab))
    have = np.array([to_oklab(color) for color in order])
    jump = (have[:, None, 1] - have[None, :, 1]) ** 2 + (have[:, None, 2] - have[None, :, 2]) ** 2
    steps = 0.25 * np.maximum(0.0, jump - 0.015) + np.diag(np.full(len(order), 0.006))
    steps[np.triu_indices(len(order), 1)] = np.inf
    return order, have, steps


@lru_cache(maxsize=8192)
def locked_ramp(ramp: tuple[RGB, ...], palette: Palette, *, nudge: int = 0) -> tuple[RGB, ...]:
    """The path through the palette, never getting darker, that looks most like the ramp (dynamic programming).

    Cost per tone: lightness difference squared plus four times the colour difference squared; repeating a colour and jumping in
    hue cost a little. `nudge` moves the result that many steps along the palette's lightness order (tiny palettes only).
    """
    order, have, steps = _steps(palette)
    away = (np.array([to_oklab(color) for color in ramp])[:, None, :] - have[None, :, :]) ** 2
    # grey in place of a colour is worse than another strength of it
    strength = np.hypot(have[:, 1], have[:, 2])
    lost = np.maximum(0.0, np.array([math.hypot(*to_oklab(color)[1:]) for color in ramp])[:, None] - strength[None, :])
    cost = away[..., 0] + 4.0 * (away[..., 1] + away[..., 2]) + 3.0 * lost**2
    best = cost[0]
    back: list[NDArray[np.intp]] = []
    for i in range(1, len(ramp)):
        value = best[None, :] + steps
        choice = value.argmin(axis=1)
        back.append(choice)
        best = value[np.arange(len(order)), choice] + cost[i]
    j = int(best.argmin())
    path = [j]
    for choice in reversed(back):
        j = int(choice[j])
        path.append(j)
    path.reverse()
    if nudge:
        path = [min(len(order) - 1, max(0, k + nudge)) for k in path]
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
