"""What rooms are floored with: boards, checks, flags, concrete, carpet, plates. A strip along the foot of the wall's plane."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np

from makebelieve.art.scenery.plane import Field, Plane

DEPTH: Final = 26
"""Design pixels of floor that are seen."""
_ROWS: Final = (0, 5, 11, 18, 26)
"""Edges of the rows of a pattern that comes nearer."""


def skirting(plane: Plane, material: str, tall: float = 6, tone: int = 2) -> None:
    """The board between wall and floor."""
    u, top = plane.unit, plane.height - DEPTH * plane.unit
    plane.box(0, top - tall * u, plane.width, tall * u, material, tone)
    plane.box(0, top - tall * u, plane.width, max(1, u), material, min(4, tone + 2))
    plane.box(0, top - max(1, u), plane.width, max(1, u), material, max(0, tone - 2))


def boards(plane: Plane, material: str = "wood", tone: int = 1) -> None:
    """Boards that run along the wall."""
    u, top = plane.unit, plane.height - DEPTH * plane.unit
    plane.box(0, top, plane.width, DEPTH * u, material, tone)
    for k, (row, end) in enumerate(pairwise(_ROWS)):
        plane.box(0, top + row * u, plane.width, max(1, 0.7 * u), material, max(0, tone - 1))
        for x in plane.spread(44 + 6 * k, 0.9):
            plane.box(x, top + row * u, max(1, 0.7 * u), (end - row) * u, material, max(0, tone - 1))
            if k % 2:
                plane.box(x + 2 * u, top + (row + 2) * u, 14 * u, max(1, 0.7 * u), material, tone + 1)


def checks(plane: Plane, material: str = "tile", other: str | None = None, gap: float = 20, tone: int = 3) -> None:
    """Tiles of two colours, or of two tones of one, that lean away."""
    u, top = plane.unit, plane.height - DEPTH * plane.unit
    count = max(2, 2 * round(plane.width / (2 * gap * u)))

    def at(x: Field, y: Field) -> Field:
        down = (y - top) / u
        row = np.searchsorted(np.array(_ROWS[1:-1], np.float64), down)
        column = np.floor((x / plane.width + 0.010 * (down / DEPTH)) * count)
        return np.asarray((column + row) % 2)

    def light(x: Field, y: Field) -> Field:
        return np.where(at(x, y) == 0, tone, -1 if other is not None else tone - 2)

    if other is not None:
        plane.box(0, top, plane.width, DEPTH * u, other, 2)
    plane.shape(0, top, plane.width, plane.height, light, material)
    plane.box(0, top, plane.width, max(1, u), material, 0)


def flags(plane: Plane, material: str = "stone", tone: int = 2) -> None:
    """Stone flags, each of its own tone."""
    u, rng, top = plane.unit, plane.rng, plane.height - DEPTH * plane.unit
    plane.box(0, top, plane.width, DEPTH * u, material, max(0, tone - 1))
    for k, (row, end) in enumerate(pairwise(_ROWS)):
        for x in plane.spread(30 + 5 * k, 0.3):
            plane.box(x, top + row * u + max(1, u), (24 + 5 * k) * u, (end - row) * u - max(1, u), material, tone + int(rng.random() < 0.3))
    plane.box(0, top, plane.width, max(1, u), material, 0)


def concrete(plane: Plane, material: str = "floor", tone: int = 2) -> None:
    """A bare floor with joints, cracks and stains."""
    u, rng, top = plane.unit, plane.rng, plane.height - DEPTH * plane.unit
    plane.box(0, top, plane.width, DEPTH * u, material, tone)
    plane.box(0, top, plane.width, max(1, u), material, max(0, tone - 2))
    for x in plane.spread(80, 0.0):
        plane.stroke(x, top, x - 12 * u, plane.height, 1, material, tone - 1)
    for x in plane.spread(62, 0.9):
        plane.ellipse(x, top + (6 + 14 * rng.random()) * u, (5 + 8 * rng.random()) * u, 1.8 * u, material, tone - 1, flat=True)
        plane.box(x + 20 * u, top + (4 + 16 * rng.random()) * u, 9 * u, max(1, 0.7 * u), material, tone + 1)


def carpet(plane: Plane, material: str = "carpet", tone: int = 2) -> None:
    """Fitted carpet with a small pattern."""
    u, top = plane.unit, plane.height - DEPTH * plane.unit
    plane.box(0, top, plane.width, DEPTH * u, material, tone)
    plane.box(0, top, plane.width, max(1, u), material, max(0, tone - 2))
    for k, row in enumerate((5, 11, 18)):
        count = max(2, round(plane.width / ((10 + 2 * k) * u)))
        for i in range(count):
            x = (i + 0.5 * (k % 2)) * plane.width / count
            plane.box(x, top + row * u, max(1, 1.4 * u), max(1, u), material, tone + 1)
            plane.box(x + 3 * u, top + (row + 2) * u, max(1, u), max(1, u), material, tone - 1)


def plates(plane: Plane, material: str = "hull", tone: int = 1) -> None:
    """Steel plates with rivets and a lit edge."""
    u, top = plane.unit, plane.height - DEPTH * plane.unit
    plane.box(0, top, plane.width, DEPTH * u, material, tone)
    plane.box(0, top, plane.width, 2 * u, material, tone + 2)
    plane.box(0, top + 2 * u, plane.width, max(1, u), material, 0)
    plane.box(0, top + 14 * u, plane.width, max(1, u), material, 0)
    for x in plane.spread(40, 0.0):
        plane.stroke(x, top + 3 * u, x - 8 * u, plane.height, 1, material, 0)
        for dx, dy in ((4, 5), (30, 5), (1, 17), (27, 17)):
            plane.box(x + dx * u, top + dy * u, max(1, 1.4 * u), max(1, u), material, tone + 1)
