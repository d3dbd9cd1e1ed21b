"""Land in relief: fields of heights seen from the front, near rows before far ones, lit from the upper left."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from makebelieve.art.scenery.plane import TONES, Field, Ints, Mask, Plane, fractal, periodic

Surface = Callable[[Field, Field], tuple[str, Field]]


def seen(plane: Plane, heights: Field, far: float, near: float) -> tuple[int, Ints, Mask]:
    """From which y on any of the field (far row first) is seen, which row each pixel from there on shows, and whether it shows one.

    `far` and `near` are the feet of the outer rows, y.
    """
    rows = len(heights)
    tops = np.linspace(far, near, rows)[:, None] - heights
    reach = np.clip(np.ceil(np.minimum.accumulate(tops[::-1], axis=0)), 0, plane.height).astype(np.int64)
    start = min(plane.height - 1, int(reach.min()))
    tall = plane.height - start
    # how many rows begin at each pixel or above it: the nearest of them that stays under it is the one seen
    begin = np.bincount(((reach - start) * plane.width + np.arange(plane.width)).ravel(), minlength=(tall + 1) * plane.width)
    covered = np.cumsum(begin.reshape(tall + 1, plane.width)[:tall], axis=0)
    return start, np.clip(covered - 1, 0, rows - 1), covered > 0


def lay(
    plane: Plane,
    heights: Field,
    far: float,
    near: float,
    material: str,
    *,
    steep: float = 1.0,
    rough: float = 0.0,
    soft: float = 0.22,
    cap: str | None = None,
    above: float = 0.0,
    bright: float = 0.0,
) -> None:
    """Paint the field. `steep` is how strongly slopes show, `rough` grain, `cap` a material for what lies higher than `above` px."""
    start, row, any_ = seen(plane, heights, far, near)
    tall = len(row)
    u = plane.unit
    across = (np.roll(heights, -1, 1) - np.roll(heights, 1, 1)) / 2
    across = 0.4 * across + 0.3 * (np.roll(across, 1, 1) + np.roll(across, -1, 1))
    across = 0.5 * across + 0.25 * (np.roll(across, 1, 0) + np.roll(across, -1, 0))
    along = np.gradient(heights, axis=0) / u if len(heights) > 1 else np.zeros_like(heights)
    light = 2.1 + bright + steep * (1.5 * np.tanh(1.4 * across) - 0.45 * np.tanh(0.8 * along))
    x = plane.x[0][None, :]
    shade = light[row, x]
    if rough:
        shade = shade + rough * (fractal(tall, plane.width, round(plane.width / (7 * u)), tall / (5 * u), 2, plane.rng) - 0.5)
    tone = np.clip(plane.stepped(shade, soft, start), 0, TONES - 1)
    ink = plane.code(material) + tone
    if cap is not None:
        wave = periodic(tall, plane.width, round(plane.width / (8 * u)), tall / (9 * u), plane.rng)
        high = heights[row, x] + (wave - 0.5) * 0.45 * max(1.0, float(heights.max() - above)) > above
        ink = np.where(high, plane.code(cap) + np.clip(tone + (tone > 1), 1, TONES - 1), ink)
    plane.ink[start:] = np.where(any_, ink, plane.ink[start:])


def rim(plane: Plane, material: str) -> None:
    """The upper edge of what was painted in a material, where the sky begins, in its lightest tone."""
    code = plane.code(material)
    mine = (plane.ink >= code) & (plane.ink < code + TONES)
    edge = mine.copy()
    edge[1:] &= plane.ink[:-1] == 0
    plane.ink[edge] = code + TONES - 1


def _rows(plane: Plane) -> int:
    return max(8, min(40, round(22 * plane.unit)))


def mountains(
    plane: Plane,
    material: str = "rock",
    height: float = 90,
    foot: float = 30,
    *,
    cap: str | None = "snow",
    count: int = 5,
    snow: float = 0.55,
) -> None:
    """A range with crests and gullies."""
    u, rows = plane.unit, _rows(plane) + 18
    across = max(2, round(count * plane.width / (512 * u)))
    crest = fractal(rows, plane.width, across, 1.1, 4, plane.rng, ridged=True)
    broad = periodic(rows, plane.width, across, 1.0, plane.rng)
    crest = (crest - crest.min()) / (crest.max() - crest.min())
    rise = np.sin(np.linspace(0.25, 1, rows) * np.pi)[:, None]
    field = height * u * (0.72 * crest**1.5 + 0.28 * broad) * (0.25 + 0.75 * rise)
    base = plane.height - foot * u
    lay(plane, field, base - 10 * u, base + 16 * u, material, steep=1.5, rough=0.35, cap=cap, above=snow * float(field.max()))
    plane.below(np.full(plane.width, base + 14 * u), material, 1)


def hills(
    plane: Plane, material: str = "grass", height: float = 34, foot: float = 26, *, count: int = 3, rough: float = 0.7, steep: float = 0.9
) -> None:
    """Rolling land, its rims lit."""
    u, rows = plane.unit, _rows(plane)
    across = max(1, round(count * plane.width / (320 * u)))
    field = height * u * fractal(rows, plane.width, across, 1.5, 3, plane.rng)
    base = plane.height - foot * u
    lay(plane, field, base, plane.height + 4 * u, material, steep=steep, rough=rough, bright=0.15)
    rim(plane, material)


def dunes(plane: Plane, material: str = "sand", height: float = 40, foot: float = 24, *, count: int = 3) -> None:
    """Sand with sharp crests, the lee side in shade, ripples along it."""
    u, rows = plane.unit, 5 * _rows(plane)
    across = max(1, round(count * plane.width / (320 * u)))
    x = np.arange(plane.width)[None, :] / plane.width * across
    bend = 0.9 * periodic(rows, plane.width, across, 1.5, plane.rng) + np.linspace(0, 0.9, rows)[:, None]
    turn = (x + bend) % 1.0
    size = 0.45 + 0.55 * periodic(rows, plane.width, across, 1.5, plane.rng)
    crest = np.where(turn < 0.72, (turn / 0.72) ** 1.3, ((1 - turn) / 0.28) ** 1.1)
    field = height * u * crest * size
    base = plane.height - foot * u
    lay(plane, field, base, plane.height + 2 * u, material, steep=1.2, soft=0.3, bright=0.2)
    ripple = ((plane.y + np.round(2 * u * np.sin(plane.x * 2 * np.pi * 9 / plane.width)).astype(np.int64)) % max(3, round(7 * u)) == 0) & (
        plane.x // max(2, round(9 * u)) % 3 != 0
    )
    code = plane.code(material)
    sand = (plane.ink > code + 1) & (plane.ink < code + TONES) & ripple & (plane.y > base)
    plane.ink[sand] -= 1
    rim(plane, material)


def mesas(plane: Plane, material: str = "cliff", height: float = 70, foot: float = 34, *, gap: float = 95) -> None:
    """Table mountains in strata, scree at their feet."""
    u = plane.unit
    base = plane.height - foot * u
    grain = periodic(plane.height, plane.width, round(plane.width / (5 * u)), plane.height / (30 * u), plane.rng)
    for x in plane.spread(gap, 0.7):
        tall, half = height * u * (0.45 + 0.55 * plane.rng.random()), (14 + 22 * plane.rng.random()) * u
        steps = plane.rng.random(8)

        def at(px: Field, py: Field, x: float = x, tall: float = tall, half: float = half, steps: Field = steps) -> Ints:
            down = (py - (base - tall)) / max(1.0, tall)
            band = np.clip((down * 8).astype(int), 0, 7)
            reach = half * (0.86 + 0.16 * steps[band]) + np.where(down > 0.62, (down - 0.62) * half * 1.7, 0)
            off = (px - x) / reach
            rough = grain[np.clip(py.astype(int), 0, plane.height - 1), px.astype(int) % plane.width]
            tone = 2.3 - 1.5 * off + 1.1 * (rough - 0.5) - 0.9 * (band % 3 == 1) + 1.2 * (down < 0.05)
            return np.where(np.abs(off) <= 1, np.clip(np.round(tone), 0, 4), -1).astype(np.int64)

        plane.shape(x - 2 * half, base - tall, x + 2 * half, base + 1, at, material)
    plane.below(plane.line(foot - 4, foot + 3, 6), material, 2, plane.px(1))


def volcano(plane: Plane, material: str = "rock", height: float = 105, foot: float = 22, *, stream: str = "lava") -> None:
    """Cones with a crater, smoke above, and a `stream` running down: lava, or green where it sleeps."""
    u, rng = plane.unit, plane.rng
    base = plane.height - foot * u
    for number, x in enumerate(plane.spread(330, 0.5)):
        tall = height * u * (1 if number % 2 == 0 else 0.72)
        mouth = 12 * u
        for puff in range(7):
            r = (6 + 2.4 * puff) * u
            plane.mass(
                [
                    (x + (puff * 5 + (rng.random() - 0.5) * 8) * u, base - tall - puff * 7 * u, r),
                    (x + (puff * 5 - 7) * u, base - tall - (puff * 7 - 2) * u, r * 0.8),
                ],
                "smoke",
                leafy=0.2,
            )
        wave = rng.random(64)

        def at(px: Field, py: Field, x: float = x, tall: float = tall, wave: Field = wave, mouth: float = mouth) -> Ints:
            down = np.clip((py - (base - tall)) / tall, 0, 1)
            half = mouth + tall * (0.25 * down + 0.75 * down**1.8)
            angle = (px - x) / half
            rib = np.sin(angle * 13 + 5 * wave[np.clip((down * 12).astype(int), 0, 63)] * 0.25 + 3 * wave[0])
            tone = 2.2 - 1.3 * angle + 0.8 * rib - 0.6 * (down > 0.8)
            return np.where((np.abs(angle) <= 1) & (py < base + 1), np.clip(np.round(tone), 0, 4), -1).astype(np.int64)

        plane.shape(x - 2 * tall, base - tall, x + 2 * tall, base + 1, at, material)
        plane.ellipse(x, base - tall + 1.5 * u, mouth, 3 * u, stream, 3)
        for side in (-0.5, 0.1, 0.55):
            a, y = x + side * mouth, base - tall + 2 * u
            for step in range(int(5 + 6 * rng.random())):
                b, z = a + (side * 7 + (rng.random() - 0.5) * 6) * u, y + 7 * u
                plane.stroke(a, y, b, z, max(1.0, (3.2 - step * 0.22) * u), stream, 3 if step % 3 else 4)
                a, y = b, z
    plane.below(plane.line(foot - 3, foot + 6, 9, 4), material, 1, plane.px(1))


def crags(plane: Plane, material: str = "rock", height: float = 40, foot: float = 14, *, count: int = 7) -> None:
    """Broken ground with teeth."""
    u, rows = plane.unit, _rows(plane)
    across = max(2, round(count * plane.width / (320 * u)))
    teeth = fractal(rows, plane.width, across, 2.2, 4, plane.rng, ridged=True)
    field = height * u * np.clip(teeth - 0.3, 0, 1) ** 1.6 * 1.7
    lay(plane, field, plane.height - foot * u, plane.height + 4 * u, material, steep=1.3, rough=0.9)
    rim(plane, material)


def sea(plane: Plane, top: float = 58, *, material: str = "water", glint: bool = True, swell: float = 1.0) -> None:
    """Water to the horizon: `top` design pixels above the bottom; waves grow towards the viewer."""
    u = plane.unit
    start = plane.height - round(top * u)
    if material != "water":
        # nearer water begins with the crests of its waves
        for x in plane.spread(17, 0.8):
            w = (9 + 12 * plane.rng.random()) * u
            plane.box(x - 0.5 * w, start - max(1, u), w, max(1, 1.2 * u), material, 4)
            plane.box(x - 0.3 * w, start - 2 * max(1, u), 0.5 * w, max(1, u), material, 3)
    down = np.clip((plane.y - start) / max(1.0, plane.height - start), 0, 1)
    tone = np.clip(plane.stepped(np.broadcast_to(3.2 - 2.4 * down, plane.ink.shape), 0.5), 0, 3)
    plane.ink = np.where(plane.y >= start, plane.code(material) + tone, plane.ink).astype(np.uint8)
    y, gap = float(start + 2), 2.0
    while y < plane.height:
        size = 2.2 + 14 * (y - start) / max(1.0, plane.height - start)
        for x in plane.spread(size * 3.4, 1.0):
            if plane.rng.random() < 0.6:
                w = size * u * (0.5 + plane.rng.random())
                plane.box(x, y, w, 1, material, 4 if glint and plane.rng.random() < 0.7 else 3)
                if size > 8:
                    plane.box(x + 0.2 * w, y + 1, w, max(1, round(0.8 * u)), material, 1)
        gap = (2 + 7 * (y - start) / max(1.0, plane.height - start)) * u * swell
        y += max(2.0, gap)
