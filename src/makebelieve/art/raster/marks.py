"""What is laid on or given to primitives: decals, stamps, and the outlines of plates."""

from __future__ import annotations

import math
from dataclasses import dataclass

from makebelieve.art.raster import layout
from makebelieve.art.raster.frames import Vec


@dataclass(frozen=True, slots=True)
class Decal:
    """A local box of a primitive that shows another material, wholly, in bands along an axis, or in spots."""

    material: str
    x: tuple[float, float] = (-99.0, 99.0)
    y: tuple[float, float] = (-99.0, 99.0)
    z: tuple[float, float] = (-99.0, 99.0)
    mode: int = layout.WHOLE
    params: tuple[float, ...] = ()

    def scaled(self, size: float) -> tuple[float, ...]:
        """The parameters of a primitive drawn `size` times as large."""
        if self.mode == layout.BANDS:
            period, share, phase, axis = self.params
            return (period * size, share, phase * size, axis)
        if self.mode == layout.SPOTS:
            cell, radius, number = self.params
            return (cell * size, radius * size, number)
        return self.params


def bands(material: str, period: float, share: float, phase: float = 0.0, axis: int = 1, **box: tuple[float, float]) -> Decal:
    return Decal(material, mode=layout.BANDS, params=(period, share, phase, float(axis)), **box)


def spots(material: str, cell: float, radius: float, number: int = 0, **box: tuple[float, float]) -> Decal:
    return Decal(material, mode=layout.SPOTS, params=(cell, radius, float(number)), **box)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A small mark drawn in screen space on the surface: an eye, a mouth, a glint."""

    at: Vec
    normal: Vec
    size: tuple[float, float]
    """Width and height in units."""
    kind: str
    inks: tuple[tuple[str, str], ...]
    """Letter of the pattern -> name of an ink."""
    parts: tuple[str, ...]
    """Where it may be drawn; empty: on anything."""
    least: float = 0.15
    """Smallest z of the normal in view space at which it is drawn."""
    side: int = 0
    """-1 the creature's right, +1 its left, 0 the middle."""


def regular(corners: int, radius: float, start: float = 90.0, flatten: float = 1.0) -> list[tuple[float, float]]:
    """A regular polygon's outline, first corner at `start` degrees."""
    angles = [math.radians(start + 360.0 * i / corners) for i in range(corners)]
    return [(radius * math.cos(a), radius * flatten * math.sin(a)) for a in angles]


def star(points: int, outer: float, inner: float, start: float = 90.0) -> list[tuple[float, float]]:
    """A star's outline."""
    result = []
    for i in range(2 * points):
        radius = inner if i % 2 else outer
        angle = math.radians(start + 180.0 * i / points)
        result.append((radius * math.cos(angle), radius * math.sin(angle)))
    return result
