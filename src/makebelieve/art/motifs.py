"""What stands along the ridges of a backdrop: trees, towers, graves, corals; each repeats sideways without a seam."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import RGB
from makebelieve.art.tiles.patterns import Chance

Canvas = NDArray[np.uint8]
Heights = NDArray[np.float64]


def ridge(width: int, low: float, high: float, rough: int, rng: Chance, *, sharp: bool = False) -> Heights:
    """A height line that repeats after `width`, between `low` and `high`."""
    x = 2 * math.pi * np.arange(width) / width
    line = np.zeros(width)
    for octave in range(5):
        waves = rough * 2**octave
        phase = rng.random() * 2 * math.pi
        wave = np.abs(((x * waves + phase) / math.pi) % 2 - 1) * 2 - 1 if sharp else np.sin(x * waves + phase)
        line += wave / (1.9**octave)
    line = (line - line.min()) / max(1e-9, line.max() - line.min())
    return np.asarray(low + (high - low) * line)


class Layer:
    """One layer in three tones: light, plain, dark. Heights are measured from the bottom."""

    def __init__(self, width: int, height: int, colors: tuple[RGB, RGB, RGB], glow: RGB | None = None) -> None:
        self.pixels: Canvas = np.zeros((height, width, 4), np.uint8)
        self.width, self.height, self.colors = width, height, (*colors, glow or colors[0])

    def put(self, x: int, top: float, bottom: float, tone: int) -> None:
        """A column of pixels from height `bottom` up to `top`."""
        a, b = max(0, self.height - round(top)), min(self.height, self.height - round(bottom))
        if a < b:
            self.pixels[a:b, x % self.width, :3] = self.colors[tone]
            self.pixels[a:b, x % self.width, 3] = 255

    def fill(self, line: Heights, *, cap: int = 2) -> None:
        """Everything below the line, its upper rim lit."""
        for x in range(self.width):
            self.put(x, line[x], 0, 1)
            self.put(x, line[x], line[x] - cap, 0)

    def box(self, x: int, wide: int, base: float, top: float) -> None:
        for i in range(wide):
            self.put(x + i, top, base, 2 if i >= wide * 0.62 else 1)
        self.put(x, top, base, 0)

    def cone(self, x: int, half: int, base: float, top: float) -> None:
        """A triangle: its left side is lit, its right in shade."""
        for i in range(-half, half + 1):
            rise = (1 - abs(i) / (half + 0.5)) * (top - base)
            if rise >= 1:
                self.put(x + i, base + rise, base, 0 if i < -half * 0.34 else 2 if i > half * 0.24 else 1)

    def disc(self, x: int, y: float, r: float) -> None:
        for i in range(-math.ceil(r), math.ceil(r) + 1):
            if abs(i) > r:
                continue
            half = math.sqrt(r * r - i * i)
            self.put(x + i, y + half, y - half, 1)
            self.put(x + i, y + half, y + half - max(1.0, half * (0.7 if i < 0 else 0.34)), 0)
            self.put(x + i, y - half * (0.3 if i > 0 else 0.62), y - half, 2)


Motif = Callable[[Layer, Heights, float, Chance], None]


def _along(layer: Layer, gap: float, rng: Chance) -> list[int]:
    """Places along the layer, about `gap` apart, the last as far from the first as from its neighbour."""
    count = max(1, round(layer.width / gap))
    return [round((i + 0.6 * (rng.random() - 0.5)) * layer.width / count) for i in range(count)]


def _pines(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 6.5 * unit, rng):
        base, tall = line[x % layer.width] - 1, (11 + 9 * rng.random()) * unit
        layer.box(x - max(1, round(unit * 0.5)), max(1, round(unit)), base - 2, base + tall * 0.3)
        for k in range(3):
            layer.cone(x, max(2, round((4.6 - 1.1 * k) * unit)), base + tall * (0.14 + 0.26 * k), base + tall * (0.56 + 0.22 * k))


def _trees(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 13 * unit, rng):
        base, r = line[x % layer.width] - 1, (4.4 + 2.6 * rng.random()) * unit
        layer.box(x - max(1, round(unit * 0.7)), max(2, round(1.5 * unit)), base - 2, base + 1.6 * r)
        for dx, dy, k in ((-0.62, 1.5, 0.72), (0.64, 1.45, 0.74), (0.0, 2.0, 0.95)):
            layer.disc(round(x + dx * r), base + dy * r, k * r)


def _palms(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 17 * unit, rng):
        base, tall = line[x % layer.width] - 1, (14 + 8 * rng.random()) * unit
        lean = (rng.random() - 0.5) * 7 * unit
        for k in range(round(tall)):
            f = k / tall
            layer.box(round(x + lean * f * f), max(1, round(1.3 * unit)), base + k, base + k + 1.5)
        for a in range(-4, 5):
            for k in range(round(6.5 * unit)):
                f = k / (6.5 * unit)
                layer.put(
                    round(x + lean + a * 0.26 * k),
                    base + tall + (1.5 - abs(a) * 0.2) * unit - f * f * 3.4 * unit * (0.4 + 0.2 * abs(a)) + 1.5,
                    base + tall + (1.5 - abs(a) * 0.2) * unit - f * f * 3.4 * unit * (0.4 + 0.2 * abs(a)) - 0.6,
                    0 if a < 0 else 1,
                )


def _cacti(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 26 * unit, rng):
        base, tall, w = line[x % layer.width] - 1, (9 + 5 * rng.random()) * unit, max(2, round(2 * unit))
        layer.box(x, w, base, base + tall)
        layer.box(x - 2 * w, w, base + 0.42 * tall, base + 0.78 * tall)
        layer.box(x - 2 * w, 2 * w, base + 0.42 * tall, base + 0.42 * tall + w)
        layer.box(x + 2 * w, w, base + 0.54 * tall, base + 0.92 * tall)
        layer.box(x + w, 2 * w, base + 0.54 * tall, base + 0.54 * tall + w)


def _towers(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 9 * unit, rng):
        base, tall, wide = 0.0, line[x % layer.width] + (8 + 26 * rng.random()) * unit, max(4, round((6 + 5 * rng.random()) * unit))
        layer.box(x, wide, base, tall)
        for wy in range(4, round(tall) - 3, max(3, round(3.2 * unit))):
            for wx in range(2, wide - 2, max(2, round(2.2 * unit))):
                if rng.random() < 0.42:
                    layer.put(x + wx, wy + max(1, round(unit)), wy, 3)
        if rng.random() < 0.3:
            layer.box(x + wide // 2, max(1, round(0.5 * unit)), tall, tall + 5 * unit)


def _houses(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 19 * unit, rng):
        base, wide = line[x % layer.width] - 2, max(6, round((8 + 4 * rng.random()) * unit))
        wall = base + 6 * unit
        layer.box(x, wide, base, wall)
        layer.cone(x + wide // 2, wide // 2 + max(1, round(unit)), wall, wall + 6 * unit)
        layer.box(x + round(wide * 0.7), max(1, round(1.4 * unit)), wall, wall + 6 * unit)
        for wx in (0.22, 0.62):
            for i in range(max(1, round(1.5 * unit))):
                layer.put(x + round(wide * wx) + i, base + 4.2 * unit, base + 2.4 * unit, 3)


def _castles(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 74 * unit, rng):
        base = float(line[x % layer.width]) - 3
        for dx, wide, tall in ((-16, 9, 18), (-6, 14, 12), (10, 8, 22), (19, 7, 15)):
            left, w = round(x + dx * unit), max(3, round(wide * unit))
            layer.box(left, w, base - 6, base + tall * unit)
            if tall > 14:
                layer.cone(left + w // 2, w // 2 + 1, base + tall * unit, base + (tall + 9) * unit)
            else:
                for i in range(0, w, max(2, round(2.4 * unit))):
                    layer.box(left + i, max(1, round(1.2 * unit)), base + tall * unit, base + (tall + 1.6) * unit)


def _ruins(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 15 * unit, rng):
        base, tall, w = line[x % layer.width] - 2, (5 + 11 * rng.random()) * unit, max(2, round(2.6 * unit))
        layer.box(x, w, base, base + tall)
        layer.box(x - 1, w + 2, base + tall - max(1, round(unit)), base + tall)
        if rng.random() < 0.4:
            layer.box(x, round(9 * unit), base + tall, base + tall + max(1, round(1.6 * unit)))


def _deadwood(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 15 * unit, rng):
        base, tall = line[x % layer.width] - 1, (12 + 8 * rng.random()) * unit
        layer.box(x, max(1, round(1.5 * unit)), base, base + tall)
        for k in range(4):
            side = 1 if k % 2 else -1
            start = base + tall * (0.42 + 0.15 * k)
            for i in range(round((5.5 - k) * unit)):
                layer.put(x + side * i, start + 0.7 * i + max(1, round(0.7 * unit)), start + 0.7 * i, 1)


def _graves(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 13 * unit, rng):
        base, w = line[x % layer.width] - 1, max(3, round(4 * unit))
        if rng.random() < 0.6:
            layer.box(x, w, base, base + 4.4 * unit)
            layer.disc(x + w // 2, base + 4.4 * unit, w / 2)
        else:
            layer.box(x + w // 2, max(1, round(unit)), base, base + 6.4 * unit)
            layer.box(x, w, base + 3.8 * unit, base + 3.8 * unit + max(1, round(unit)))


def _corals(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 10 * unit, rng):
        base, tall = line[x % layer.width] - 1, (6 + 11 * rng.random()) * unit
        if rng.random() < 0.5:
            for i in range(round(tall)):
                sway = math.sin(i * 0.5 / unit + x) * 1.3 * unit
                layer.box(round(x + sway), max(1, round(1.3 * unit)), base + i, base + i + 1.5)
        else:
            for k in range(3):
                layer.disc(round(x + (k - 1) * 2.6 * unit), base + (2 + 2 * (k == 1)) * unit, 2.4 * unit)


def _crystals(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 14 * unit, rng):
        base = line[x % layer.width] - 2
        for dx, tall in ((-3, 6), (0, 11), (3, 7)):
            layer.cone(round(x + dx * unit), max(1, round(1.9 * unit)), base, base + tall * unit * (0.8 + 0.4 * rng.random()))


def _chimneys(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 21 * unit, rng):
        base = 0.0
        top = line[x % layer.width] + 6 * unit
        wide = max(6, round(12 * unit))
        layer.box(x, wide, base, top)
        layer.box(x + wide // 3, max(2, round(2.4 * unit)), top, top + (9 + 8 * rng.random()) * unit)
        for k in range(3):
            layer.cone(x + round((k + 0.5) * wide / 3), max(1, wide // 6), top, top + 2.4 * unit)


def _candies(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 16 * unit, rng):
        base, tall = line[x % layer.width] - 1, (9 + 6 * rng.random()) * unit
        layer.box(x, max(1, round(unit)), base, base + tall)
        layer.disc(x, base + tall, 3.8 * unit)


def _hedges(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 6 * unit, rng):
        layer.disc(x, line[x % layer.width] + 1.2 * unit, (2.8 + 1.6 * rng.random()) * unit)


def _shelves(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 24 * unit, rng):
        w, tall = round(16 * unit), (20 + 9 * rng.random()) * unit
        layer.box(x, w, 0, line[x % layer.width] + tall)
        for wy in range(round(4 * unit), round(line[x % layer.width] + tall) - 3, max(5, round(6 * unit))):
            for wx in range(2, w - 2):
                if rng.random() < 0.72:
                    layer.put(x + wx, wy + (2.4 + 1.6 * rng.random()) * unit, wy, 0 if rng.random() < 0.5 else 2)


def _pillars(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 26 * unit, rng):
        w = max(3, round(6 * unit))
        layer.box(x, w, 0, layer.height)
        for y in (4.0, layer.height - 6.0):
            layer.box(x - 2, w + 4, y, y + 4)


def _stalactites(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 8 * unit, rng):
        half, long = max(2, round((2 + 2.4 * rng.random()) * unit)), (8 + 20 * rng.random()) * unit
        for i in range(-half, half + 1):
            reach = (1 - abs(i) / (half + 0.5)) * long
            layer.put(x + i, layer.height, layer.height - reach, 0 if i < -half * 0.3 else 2 if i > half * 0.3 else 1)
        layer.cone(x + round(4 * unit), half, line[x % layer.width] - 2, line[x % layer.width] + 0.4 * long)


def _planets(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 150 * unit, rng):
        layer.disc(x, layer.height * (0.5 + 0.25 * rng.random()), (9 + 12 * rng.random()) * unit)


def _clouds(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 46 * unit, rng):
        y = line[x % layer.width] + (8 + 30 * rng.random()) * unit
        for k in range(5):
            layer.disc(round(x + (k - 2) * 4.4 * unit), y + 1.4 * unit * (2 - abs(k - 2)), (3.0 + 1.1 * (2 - abs(k - 2))) * unit)


MOTIFS: Final[dict[str, Motif]] = {
    "pines": _pines, "trees": _trees, "palms": _palms, "cacti": _cacti, "towers": _towers, "houses": _houses, "castles": _castles, "ruins": _ruins,
    "deadwood": _deadwood, "graves": _graves, "corals": _corals, "crystals": _crystals, "chimneys": _chimneys, "candies": _candies, "hedges": _hedges,
    "shelves": _shelves, "pillars": _pillars, "stalactites": _stalactites, "planets": _planets, "clouds": _clouds,
}  # fmt: skip
