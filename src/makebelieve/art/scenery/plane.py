"""What a layer of a backdrop is painted on: a sheet of inks (material and tone) that goes on at its other side, and the shapes laid on it.

Colours come last, so that one drawing has the light of any hour and keeps to any palette. x runs to the right, y down, in pixels.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.tiles.patterns import Chance

Field = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

TONES: Final = 5
"""Tones of a material, dark to light."""
HAZES: Final = 4
"""Steps of haze that a pixel may lie in."""
MOST: Final = 12
"""Materials of a plane."""
_REACH: Final = 1.6
"""How far the faintest light of a lamp reaches, in its own reach."""
_BAYER: Final = (np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) + 0.5) / 16


def bayer(x: Ints, y: Ints) -> Field:
    """Threshold 0-1 of ordered dithering at each place."""
    return np.asarray(_BAYER[y & 3, x & 3])


def stepped(value: Field, x: Ints, y: Ints, soft: float = 0.4) -> Ints:
    """Whole steps of a smooth value: flat bands, only the last `soft` (0-1) of each dithered into the next."""
    return bands(value, bayer(x, y), soft)


def bands(value: Field, threshold: Field, soft: float) -> Ints:
    """`stepped` with the thresholds of each place."""
    low = np.floor(value)
    return np.asarray(low + ((value - low - (1 - soft)) > max(1e-6, soft) * threshold)).astype(np.int64)


def periodic(rows: int, width: int, across: int, down: float, rng: Chance) -> Field:
    """Value noise 0-1 (rows, width): `across` cells from side to side, where it goes on at the other, and `down` cells from top to foot."""
    across = max(1, across)
    grid = rng.random((math.ceil(down) + 2, across))
    y, x = np.arange(rows) * down / max(1, rows), np.arange(width) * across / width
    i, j = y.astype(np.int64), x.astype(np.int64)
    v, u = (y - i)[:, None], x - j
    v, u = v * v * (3 - 2 * v), u * u * (3 - 2 * u)
    lines = grid[:, j % across] * (1 - u) + grid[:, (j + 1) % across] * u
    above = lines[i]
    return np.asarray(above + (lines[i + 1] - above) * v)


def fractal(rows: int, width: int, across: int, down: float, octaves: int, rng: Chance, *, ridged: bool = False) -> Field:
    """Octaves of `periodic`, 0-1; `ridged` has sharp crests."""
    total, weight, sum_ = np.zeros((rows, width)), 1.0, 0.0
    for octave in range(octaves):
        one = periodic(rows, width, across * 2**octave, down * 2**octave, rng)
        total += weight * (1 - np.abs(2 * one - 1) if ridged else one)
        sum_ += weight
        weight *= 0.5
    return total / sum_


@dataclass(frozen=True, slots=True)
class Glow:
    """A lamp: pixels of its middle, how far it reaches, and how bright it is (0-1)."""

    x: float
    y: float
    reach: float
    power: float


class Plane:
    """One layer. `unit` is the size of a design pixel: pictures 180 px high have 1."""

    def __init__(self, width: int, height: int, rng: Chance, depth: float = 1.0, arrangement: int = 0) -> None:
        self.width, self.height, self.rng, self.depth = width, height, rng, depth
        self.arrangement = arrangement
        """Seed that the layers of one place share: what hangs on a wall hangs over what stands before it."""
        self.glows: list[Glow] = []
        self.unit = height / 180
        self.ink = np.zeros((height, width), np.uint8)
        """0 is clear, else 1 + TONES x material + tone."""
        self.haze = np.zeros((height, width), np.uint8)
        self.names: list[str] = []
        self.y, self.x = np.arange(height)[:, None], np.arange(width)[None, :]
        self.dither = np.tile(_BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width]

    def code(self, material: str) -> int:
        """Ink of a material's darkest tone."""
        if material not in self.names:
            if len(self.names) == MOST:
                raise ValueError(f"a layer has at most {MOST} materials")
            self.names.append(material)
        return 1 + TONES * self.names.index(material)

    def px(self, size: float, least: int = 1) -> int:
        """Design pixels in pixels, at least `least`."""
        return max(least, round(size * self.unit))

    def spread(self, gap: float, jitter: float = 0.6) -> list[float]:
        """Places along the layer about `gap` design pixels apart, the last as far from the first as from its neighbour."""
        count = max(1, round(self.width / (gap * self.unit)))
        # what stands alone stands where it is seen whole
        start = 0.36 if count < 4 else self.rng.random()
        return [(start + i + jitter * (self.rng.random() - 0.5)) * self.width / count for i in range(count)]

    def line(self, low: float, high: float, waves: int, octaves: int = 3) -> Field:
        """A rolling line of y (width,): between `low` and `high` design pixels above the bottom."""
        one = fractal(1, self.width, waves, 1, octaves, self.rng)[0]
        one = (one - one.min()) / max(1e-9, one.max() - one.min())
        return np.asarray(self.height - (low + (high - low) * one) * self.unit)

    def stepped(self, value: Field, soft: float = 0.4, top: int = 0) -> Ints:
        """Dithered steps of a value of every pixel from row `top` on."""
        return bands(value, self.dither[top : top + len(value)], soft)

    def glow(self, x: float, y: float, reach: float, power: float = 1.0) -> None:
        """A lamp that lights the place when it is dark; pixels, `power` 0-1."""
        self.glows.append(Glow(x, y, _REACH * reach, power))

    # shapes

    def paint(self, x: int, y: int, tone: Ints, material: str) -> None:
        """Tones (h, w) with their corner at (x, y); below 0 nothing is painted."""
        top, bottom = max(0, -y), min(tone.shape[0], self.height - y)
        if top >= bottom:
            return
        part = tone[top:bottom]
        columns = (x + np.arange(tone.shape[1])) % self.width
        old = self.ink[y + top : y + bottom, columns]
        self.ink[y + top : y + bottom, columns] = np.where(part >= 0, self.code(material) + np.minimum(part, TONES - 1), old)

    def box(self, x: float, y: float, w: float, h: float, material: str, tone: int = 2) -> None:
        """A plain rectangle."""
        a, b = round(x), round(y)
        top, bottom = max(0, b), min(self.height, b + max(1, round(h)))
        if top < bottom:
            self.ink[top:bottom, (a + np.arange(max(1, round(w)))) % self.width] = self.code(material) + tone

    def block(self, x: float, y: float, w: float, h: float, material: str, tone: int = 2) -> None:
        """A rectangle that is lit from the left: a light edge, a shaded side."""
        self.box(x, y, w, h, material, tone)
        wide = max(1, round(w))
        if wide >= 4:
            self.box(x + wide - max(1, round(wide * 0.28)), y, max(1, round(wide * 0.28)), h, material, max(0, tone - 1))
        if wide >= 3:
            self.box(x, y, max(1, round(wide * 0.09)), h, material, min(TONES - 1, tone + 1))

    def _window(self, left: float, top: float, right: float, bottom: float) -> tuple[int, int, Field, Field]:
        """The pixels of a rectangle: its corner, and x (1, w) and y (h, 1) of its pixels' middles."""
        a, b = math.floor(left), math.floor(top)
        y, x = np.arange(b, max(b + 1, math.ceil(bottom))) + 0.5, np.arange(a, max(a + 1, math.ceil(right))) + 0.5
        return a, b, np.asarray(x[None, :]), np.asarray(y[:, None])

    def shape(self, left: float, top: float, right: float, bottom: float, tone: Callable[[Field, Field], Any], material: str) -> None:
        """What `tone` says of each pixel of a rectangle: a tone, or below 0."""
        a, b, x, y = self._window(left, top, right, bottom)
        self.paint(a, b, np.broadcast_to(np.asarray(tone(x, y)).astype(np.int64), (y.size, x.size)), material)

    def ellipse(self, cx: float, cy: float, rx: float, ry: float, material: str, tone: int = 2, *, flat: bool = False) -> None:
        """Lit from the upper left; `flat` is of one tone."""

        def at(x: Field, y: Field) -> Any:
            nx, ny = (x - cx) / max(0.5, rx), (y - cy) / max(0.5, ry)
            away = np.hypot(nx + 0.34, ny + 0.44)
            shade = np.clip(tone + (0 if flat else (away < 0.52).astype(int) - (away > 1.1).astype(int)), 0, TONES - 1)
            return np.where(nx * nx + ny * ny <= 1, shade, -1)

        self.shape(cx - rx, cy - ry, cx + rx, cy + ry, at, material)

    def gable(self, cx: float, base: float, half: float, height: float, material: str, tone: int = 2) -> None:
        """A triangle standing on `base`: lit on its left, in shade on its right."""

        def at(x: Field, y: Field) -> Any:
            reach = half * (y - (base - height)) / max(1.0, height)
            side = np.where(x - cx < -0.3 * reach, 1, np.where(x - cx > 0.25 * reach, -1, 0))
            return np.where((np.abs(x - cx) <= reach) & (y <= base), tone + side, -1)

        self.shape(cx - half - 1, base - height, cx + half + 1, base, at, material)

    def stroke(
        self, x0: float, y0: float, x1: float, y1: float, thick: float, material: str, tone: int = 2, end: float | None = None
    ) -> None:
        """A straight line `thick` px wide, `end` px at its end; its left or upper edge is lit."""
        thin = thick if end is None else end
        wide = max(thick, thin, 1.0)
        dx, dy = x1 - x0, y1 - y0
        length = max(1e-6, math.hypot(dx, dy))

        def at(x: Field, y: Field) -> Any:
            along = np.clip(((x - x0) * dx + (y - y0) * dy) / length**2, 0, 1)
            ox, oy = x - (x0 + along * dx), y - (y0 + along * dy)
            half = np.maximum(0.55, (thick + (thin - thick) * along) / 2)
            shade = np.where((ox + 0.5 * oy < -0.4 * half) & (half > 0.9), 1, np.where((ox + 0.5 * oy > 0.4 * half) & (half > 0.9), -1, 0))
            return np.where(ox * ox + oy * oy <= half * half, tone + shade, -1)

        self.shape(min(x0, x1) - wide, min(y0, y1) - wide, max(x0, x1) + wide, max(y0, y1) + wide, at, material)

    def mass(
        self,
        blobs: Sequence[tuple[float, float, float]],
        material: str,
        *,
        leafy: float = 1.0,
        squash: float = 1.0,
        floor: float | None = None,
        dim: float = 0.0,
    ) -> None:
        """Round lumps (x, y, radius) grown together and lit as one: a crown of leaves, a cloud, a bush.

        `leafy` 0-1 roughens edge and light; below `floor` nothing is painted.
        """
        around = np.array(blobs, np.float64)
        cx, cy, r = around[:, 0, None, None], around[:, 1, None, None], np.maximum(1.0, around[:, 2, None, None])
        left, right = float((cx - r).min()), float((cx + r).max())
        top, bottom = float((cy - r * squash).min()), float((cy + r * squash).max())
        a, b, x, y = self._window(left - 1, top - 1, right + 1, bottom + 1)
        rough = self.rng.random((y.size, x.size))
        # clumps of two pixels: single ones would look like dust
        clump = 0.5 * rough + 0.5 * np.roll(rough, 1, 1)
        nx, ny = (x - cx) / r, (y - cy) / (r * squash)
        inside = nx * nx + ny * ny + leafy * (clump - 0.5) * 0.5
        rise = np.where(inside < 1, np.sqrt(np.clip(1 - inside, 0, 1)) * r, -1.0)
        front = rise.argmax(0)
        there = around[front]
        width = np.maximum(1.0, there[..., 2])
        local = -0.42 * (x - there[..., 0]) / width - 0.66 * (y - there[..., 1]) / (width * squash)
        whole = -0.3 * (2 * (x - left) / max(1.0, right - left) - 1) - 0.62 * (2 * (y - top) / max(1.0, bottom - top) - 1)
        light = 2.0 + 1.5 * local + 1.25 * whole + leafy * (clump - 0.5) * 1.5 - dim
        ix, iy = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
        tone = np.clip(stepped(light + 0.5, ix, iy, 0.2), 0, TONES - 1)
        shown = rise.max(0) >= 0
        if floor is not None:
            shown &= y < floor
        self.paint(a, b, np.where(shown, tone, -1), material)

    def below(self, top: Field, material: str, tone: Ints | int = 2, rim: int = 0) -> None:
        """Everything under a line of y (width,), its upper `rim` px lit."""
        start = min(self.height, max(0, int(top.min())))
        depth = self.y[start:] - np.floor(top)[None, :]
        shade = np.where(depth < rim, TONES - 1, tone)
        self.ink[start:] = np.where(depth >= 0, self.code(material) + shade, self.ink[start:])

    def mist(self, start: float, end: float, most: float = HAZES - 1, soft: float = 0.5) -> None:
        """Haze that thickens from y `start` to `end`, in dithered steps."""
        top = min(self.height, max(0, int(start)))
        share = np.clip((self.y[top:] - start) / max(1.0, end - start), 0, 1) * most
        self.haze[top:] = np.clip(self.stepped(np.broadcast_to(share, self.ink[top:].shape), soft, top), 0, HAZES - 1)
