"""Tone patterns on a torus: arrays (n, n) of tone numbers 0-5 that repeat without a seam in both directions."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Tones = NDArray[np.int64]
Field = NDArray[np.float64]
Chance = np.random.Generator


def chance(seed: int) -> Chance:
    """The pattern's own stream of chance (PCG64: the same numbers on every machine)."""
    return np.random.Generator(np.random.PCG64(seed))


def noise(n: int, cells: int, rng: Chance, phase: float = 0.0) -> Field:
    """Value noise 0-1 with `cells` cells a side; `phase` 0-1 turns it through a second field and back."""
    one, other = rng.random((cells, cells)), rng.random((cells, cells))
    grid = 0.5 + 0.5 * np.cos(2 * math.pi * (one + phase)) * (0.4 + 0.6 * other) if phase else one
    y, x = np.mgrid[0:n, 0:n] * cells / n
    i, j = y.astype(int), x.astype(int)
    fy, fx = y - i, x - j
    fy, fx = fy * fy * (3 - 2 * fy), fx * fx * (3 - 2 * fx)
    a, b = grid[i % cells, j % cells], grid[i % cells, (j + 1) % cells]
    c, d = grid[(i + 1) % cells, j % cells], grid[(i + 1) % cells, (j + 1) % cells]
    return np.asarray((a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy)


def cells(n: int, count: int, rng: Chance, jitter: float = 0.75) -> tuple[Tones, Field, Field]:
    """Voronoi cells: number of the nearest point, distance to it, and how much farther the second is (pixels)."""
    centres = [
        ((i + 0.5 + jitter * (rng.random() - 0.5)) * n / count, (j + 0.5 + jitter * (rng.random() - 0.5)) * n / count)
        for i in range(count)
        for j in range(count)
    ]
    y, x = np.mgrid[0:n, 0:n] + 0.5
    index, first, second = np.zeros((n, n), dtype=int), np.full((n, n), np.inf), np.full((n, n), np.inf)
    for number, (cy, cx) in enumerate(centres):
        dy, dx = np.abs(y[:, :1] - cy), np.abs(x[:1] - cx)
        away = np.hypot(np.minimum(dy, n - dy), np.minimum(dx, n - dx))
        nearer = away < first
        second = np.where(nearer, first, np.minimum(second, away))
        first = np.where(nearer, away, first)
        index[nearer] = number
    return index, first, second - first


def bevelled(gap: NDArray[np.bool_], base: Tones) -> Tones:
    """Tones with light on the upper left rim of each stone and shade on the lower right; gaps are the darkest."""
    upper = np.roll(gap, 1, 0) | np.roll(gap, 1, 1)
    lower = np.roll(gap, -1, 0) | np.roll(gap, -1, 1)
    tone = np.where(upper & ~gap, base + 1, base)
    tone = np.where(lower & ~upper & ~gap, base - 1, tone)
    return np.where(gap, 0, np.clip(tone, 1, 5))


def ground(n: int, rng: Chance, **o: Any) -> Tones:
    """Soft patches (dirt, sand, clay) with a few grains."""
    fine = n < 48
    v = 0.5 * noise(n, max(4, n // (7 if fine else 10)), rng) + 0.5 * noise(n, max(5, n // 5), rng)
    tone = np.digitize(v, (0.30, 0.70) if fine else (0.36, 0.62)) + 1 + o.get("light", 0)
    for _ in range(int(n * n * o.get("grains", 0.012))):
        y, x = rng.integers(0, n, 2)
        tone[y, x] = min(5, tone[y, x] + 1)
        tone[(y + 1) % n, x] = max(0, tone[(y + 1) % n, x] - 1)
    return np.asarray(tone)


def grass(n: int, rng: Chance, **o: Any) -> Tones:
    """Patches with blades."""
    fine = n < 48  # small tiles repeat often: finer and calmer patches
    v = 0.45 * noise(n, max(4, n // (7 if fine else 11)), rng) + 0.55 * noise(n, max(5, n // (4 if fine else 5)), rng)
    tone = np.digitize(v, (0.30, 0.72) if fine else (0.36, 0.62)) + 1
    for _ in range(int(n * n * o.get("blades", 0.02))):
        y, x = rng.integers(0, n, 2)
        long = int(rng.integers(2, 4))
        for k in range(long):
            tone[(y - k) % n, x] = 4 if k == long - 1 else 3
        tone[(y + 1) % n, x] = 0 if rng.random() < 0.35 else 1
    return np.asarray(tone)


def cobble(n: int, rng: Chance, **o: Any) -> Tones:
    """Rounded stones."""
    count = max(2, round(n / o.get("stone", 13)))
    index, _, edge = cells(n, count, rng, o.get("jitter", 0.75))
    shade = rng.integers(2, 4, count * count)[index]
    return bevelled(edge <= o.get("gap", 1.6), shade)


def gravel(n: int, rng: Chance, **o: Any) -> Tones:
    return cobble(n, rng, stone=6, gap=0.9, jitter=0.95)


def bricks(n: int, rng: Chance, **o: Any) -> Tones:
    """Courses of bricks, every other one shifted by half."""
    rows = max(2, 2 * round(n / (2 * o.get("high", 8))))
    across = max(1, round(n / o.get("wide", 16)))
    high, wide = n / rows, n / across
    y, x = np.mgrid[0:n, 0:n]
    row = (y / high).astype(int)
    shifted = (x + (row % 2) * wide / 2) % n
    column = (shifted / wide).astype(int) % across
    inside_y, inside_x = y - np.floor(row * high), shifted - np.floor(column * wide)
    gap = (inside_y < 1) | (inside_x < 1)
    shade = rng.integers(0, 5, (rows, across))[row % rows, column]
    base = np.where(shade == 0, 3, np.where(shade == 4, 1, 2))
    return bevelled(gap, base)


def flags(n: int, rng: Chance, **o: Any) -> Tones:
    """Square flagstones or floor tiles, with a crack here and there."""
    count = max(1, round(n / o.get("wide", 16)))
    side = n / count
    y, x = np.mgrid[0:n, 0:n]
    row, column = (y / side).astype(int) % count, (x / side).astype(int) % count
    gap = (y - np.floor(row * side) < 1) | (x - np.floor(column * side) < 1)
    if o.get("checker"):
        base = np.where((row + column) % 2, 4, 1)
    else:
        base = rng.integers(2, 4, (count, count))[row, column]
    tone = bevelled(gap, base)
    if not o.get("whole"):
        crack = np.abs(noise(n, 4, rng) - 0.5) < 0.012
        tone = np.where(crack, np.maximum(tone - 2, 0), tone)
    return tone


def planks(n: int, rng: Chance, **o: Any) -> Tones:
    """Boards with grain, joints and nails; `upright` turns them."""
    count = max(2, round(n / o.get("wide", 8)))
    wide = n / count
    y, x = np.mgrid[0:n, 0:n]
    board = (y / wide).astype(int) % count
    cut = rng.integers(0, n, count)[board]
    gap = (y - np.floor(board * wide) < 1) | ((x - cut) % n == 0)
    base = rng.integers(2, 4, count)[board]
    grain = noise(n, max(3, n // 8), rng)
    stretched = grain[:, (np.arange(n) // 4 * 4) % n]
    tone = np.where(stretched > 0.66, base - 1, base)
    tone = bevelled(gap, tone)
    nail = ((x - cut) % n == 2) & ((y - np.floor(board * wide)).astype(int) == int(wide / 2))
    tone = np.where(nail, 0, tone)
    return np.asarray(tone.T if o.get("upright") else tone)


def logs(n: int, rng: Chance, **o: Any) -> Tones:
    """Round timber side by side."""
    count = max(2, round(n / 11))
    y, _ = np.mgrid[0:n, 0:n]
    inside = (y * count / n) % 1.0
    tone = np.digitize(inside, (0.10, 0.22, 0.45, 0.72, 0.9))
    tone = np.array([0, 3, 4, 3, 2, 1])[tone]
    knots = noise(n, max(3, n // 6), rng) > 0.86
    return np.asarray(np.where(knots, np.maximum(tone - 1, 0), tone))


def waves(n: int, rng: Chance, phase: float = 0.0, **o: Any) -> Tones:
    """Water: two crossing fields, crests where they meet; `phase` 0-1 loops."""
    y, x = np.mgrid[0:n, 0:n] * 2 * math.pi / n
    turn = 2 * math.pi * phase
    bend = 2.2 * (noise(n, 4, rng) - 0.5)
    v = np.sin(2 * y + bend * 2 + turn) + np.sin(x + 3 * y - bend * 2 - turn) + 0.7 * np.sin(3 * x - y + bend + turn)
    tone = np.digitize(v, (-1.5, -0.4, 1.2, 1.95)) + 0
    return np.asarray(np.clip(tone + 1, 0, 5) if o.get("light") else tone)


def molten(n: int, rng: Chance, phase: float = 0.0, **o: Any) -> Tones:
    """Lava: dark crust islands in bright flow; `phase` pulses the glow."""
    _, _, edge = cells(n, max(2, round(n / 14)), rng, 0.9)
    glow = 1.4 * math.sin(2 * math.pi * phase)
    heat = edge + 2.6 * (noise(n, 6, rng) - 0.5) + glow * (noise(n, 3, rng) - 0.5)
    return np.asarray(np.digitize(-heat, (-7.0, -4.4, -2.6, -1.5, -0.7)))


def snow(n: int, rng: Chance, **o: Any) -> Tones:
    tone = np.digitize(0.7 * noise(n, max(2, n // 14), rng) + 0.3 * noise(n, max(3, n // 6), rng), (0.30, 0.46)) + 2
    for _ in range(int(n * n * 0.006)):
        y, x = rng.integers(0, n, 2)
        tone[y, x] = 5
    return np.asarray(tone)


def ice(n: int, rng: Chance, **o: Any) -> Tones:
    """Smooth with cracks and streaks of light."""
    y, x = np.mgrid[0:n, 0:n]
    tone = np.digitize(noise(n, 3, rng), (0.3, 0.62)) + 2
    streak = ((x + y) % n // max(2, n // 16)) % 7 == 0
    tone = np.where(streak & (noise(n, 4, rng) > 0.55), 5, tone)
    _, _, edge = cells(n, 2, rng, 0.9)
    return np.where(edge < 0.8, 1, tone)


def plates(n: int, rng: Chance, **o: Any) -> Tones:
    """Metal plates with rivets; `vents` cuts slots into some."""
    count = max(1, round(n / o.get("wide", 32)))
    side = n / count
    y, x = np.mgrid[0:n, 0:n]
    row, column = (y / side).astype(int) % count, (x / side).astype(int) % count
    iy, ix = (y - np.floor(row * side)).astype(int), (x - np.floor(column * side)).astype(int)
    base = rng.integers(2, 4, (count, count))[row, column]
    tone = bevelled((iy < 1) | (ix < 1), base)
    s = int(side)
    for ry in (3, s - 3):
        for cx in (3, s - 3):
            tone = np.where((iy == ry) & (ix == cx), 5, tone)
            tone = np.where((iy == ry + 1) & (ix == cx), 1, tone)
    if o.get("vents"):
        chosen = (row + column) % 2 == 0
        slot = (iy > s * 0.3) & (iy < s * 0.7) & (ix > s * 0.25) & (ix < s * 0.75)
        tone = np.where(chosen & slot & (iy % 3 == 0), 0, tone)
    scratch = np.abs(noise(n, 5, rng) - 0.5) < 0.008
    return np.where(scratch, np.minimum(tone + 1, 5), tone)


def grating(n: int, rng: Chance, **o: Any) -> Tones:
    y, x = np.mgrid[0:n, 0:n]
    step = max(4, n // max(1, round(n / 6)))
    bars = (y % step < 2) | (x % step < 2)
    return np.where(bars, np.where((y % step == 0) | (x % step == 0), 4, 2), 0)


def circuit(n: int, rng: Chance, **o: Any) -> Tones:
    """A dark board with tracks and lights."""
    tone = np.full((n, n), 1)
    for _ in range(max(4, n // 5)):
        y, x = rng.integers(0, n, 2)
        for _turn in range(3):
            dy, dx = ((0, 1), (1, 0), (0, -1), (-1, 0))[int(rng.integers(0, 4))]
            for _ in range(int(rng.integers(4, 12))):
                y, x = (y + dy) % n, (x + dx) % n
                tone[y, x] = 3
        tone[y, x] = 5
    return tone


def weave(n: int, rng: Chance, **o: Any) -> Tones:
    """Cloth or thatch: a diagonal weave with a border line."""
    y, x = np.mgrid[0:n, 0:n]
    step = o.get("step", 4)
    period = n // max(1, round(n / step))
    over = ((x // max(1, period // 2)) + (y // max(1, period // 2))) % 2 == 0
    tone = np.where(over, 3, 2)
    if o.get("medallion"):
        r = np.hypot(y - n / 2 + 0.5, x - n / 2 + 0.5)
        tone = np.where(np.abs(r - n * 0.30) < 1.2, 5, tone)
        tone = np.where(np.abs(np.abs(y - n / 2) + np.abs(x - n / 2) - n * 0.16) < 1.2, 5, tone)
    return np.where(noise(n, max(3, n // 5), rng) > 0.8, tone - 1, tone)


def thatch(n: int, rng: Chance, **o: Any) -> Tones:
    """Rows of straw or shingles overlapping downwards."""
    rows = max(2, round(n / o.get("high", 9)))
    high = n / rows
    y, x = np.mgrid[0:n, 0:n]
    row = (y / high).astype(int) % rows
    inside = (y - row * high) / high
    across = max(2, round(n / o.get("wide", 3)))
    column = ((x + (row % 2) * n / across / 2) * across / n).astype(int) % across
    lip = np.floor(rng.random((rows, across))[row, column] * o.get("ragged", 0.3) * high)
    tone = np.digitize(inside, (0.18, 0.55, 0.8)) + 1
    tone = np.array([0, 4, 3, 2, 1])[tone]
    tone = np.where((y - np.floor(row * high)) < lip, np.maximum(tone - 1, 1), tone)
    edge = ((x + (row % 2) * n / across / 2) * across / n) % 1.0 < across / n
    tone = np.where(edge, np.maximum(tone - 1, 0), tone)
    return np.where(y - np.floor(row * high) < 1, 0, tone)


def leaves(n: int, rng: Chance, **o: Any) -> Tones:
    """A hedge: many small leaves."""
    index, near, edge = cells(n, max(3, n // 6), rng, 1.0)
    shade = rng.integers(1, 4, index.max() + 1)[index]
    return np.where(edge < 0.7, 0, np.where(near < 1.3, np.minimum(shade + 1, 5), shade))


def facets(n: int, rng: Chance, **o: Any) -> Tones:
    """Crystal: flat facets with bright rims."""
    index, _, edge = cells(n, max(2, round(n / 12)), rng, 0.95)
    shade = rng.integers(1, 5, index.max() + 1)[index]
    return np.where(edge < 1.1, 5, shade)


def strata(n: int, rng: Chance, **o: Any) -> Tones:
    """Rock in layers."""
    y, _ = np.mgrid[0:n, 0:n]
    bend = 5 * (noise(n, 4, rng) - 0.5)
    layer = np.floor((y + bend) % n / max(3, n // max(2, round(n / 7))))
    shade = rng.integers(1, 4, int(layer.max()) + 1)[layer.astype(int)]
    crack = np.abs(noise(n, 6, rng) - 0.5) < 0.02
    return np.where(crack, 0, shade)


def marble(n: int, rng: Chance, **o: Any) -> Tones:
    v = np.abs(noise(n, 3, rng) + 0.5 * noise(n, 7, rng) - 0.75)
    return np.asarray(np.array([1, 2, 3, 4])[np.digitize(v, (0.02, 0.06, 0.2))])


def clouds(n: int, rng: Chance, **o: Any) -> Tones:
    index, near, _ = cells(n, max(2, round(n / 14)), rng, 0.9)
    del index
    return np.asarray(np.clip(5 - np.digitize(near, (n / 20, n / 12, n / 8)), 1, 5))
