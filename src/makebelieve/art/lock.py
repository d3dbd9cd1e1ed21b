"""Palette lock: whole ramps are mapped into a palette, so that shading stays monotonic and of one hue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from makebelieve.art.color import RGB, distance, to_oklab
from makebelieve.art.palettes import Palette
from makebelieve.art.ramps import Material

_SMALL = 6


def nearest(color: RGB, palette: Palette) -> RGB:
    """The colour of the palette that looks most like `color`; the earlier one on a tie."""
    return min(palette, key=lambda one: distance(one, color))


def locked_ramp(ramp: Sequence[RGB], palette: Palette, *, nudge: int = 0) -> tuple[RGB, ...]:
    """The path through the palette, never getting darker, that looks most like the ramp (dynamic programming).

    Cost per tone: lightness difference squared plus four times the colour difference squared; repeating a colour and jumping in
    hue cost a little. `nudge` moves the result that many steps along the palette's lightness order (tiny palettes only).
    """
    order = sorted(palette, key=to_oklab)
    goal, have = [to_oklab(color) for color in ramp], [to_oklab(color) for color in order]

    def cost(i: int, j: int) -> float:
        light, a, b = (x - y for x, y in zip(goal[i], have[j], strict=True))
        return light**2 + 4.0 * (a * a + b * b)

    best = [[cost(0, j) for j in range(len(have))]]
    back: list[list[int]] = [[0] * len(have)]
    for i in range(1, len(goal)):
        row, steps = [], []
        for j, end in enumerate(have):
            choice, least = 0, float("inf")
            for q in range(j + 1):
                jump = (end[1] - have[q][1]) ** 2 + (end[2] - have[q][2]) ** 2
                value = best[-1][q] + (0.006 if q == j else 0.0) + 0.25 * max(0.0, jump - 0.015)
                if value < least:
                    choice, least = q, value
            row.append(least + cost(i, j))
            steps.append(choice)
        best.append(row)
        back.append(steps)
    j = min(range(len(have)), key=lambda k: best[-1][k])
    path = [j]
    for i in range(len(goal) - 1, 0, -1):
        j = back[i][j]
        path.append(j)
    path.reverse()
    if nudge:
        path = [min(len(have) - 1, max(0, k + nudge)) for k in path]
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
