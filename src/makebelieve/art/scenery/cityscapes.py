"""Places of a city that are more than its skyline: a bridge over the river, a park, a terrace above the roofs.

They are at home in the biome "city" and have its light; `VISTAS` names them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from makebelieve.art.scenery import growth, relief, settlements
from makebelieve.art.scenery.biomes import BIOMES, Painter, Place
from makebelieve.art.scenery.plane import Field, Plane


def _level(plane: Plane, above: float) -> Field:
    """A straight line of y (width,), `above` design pixels above the bottom."""
    return np.full(plane.width, plane.height - above * plane.unit)


def _arches(plane: Plane, deck: float, foot: float, span: float = 84) -> None:
    """A stone bridge across the picture: arches from `foot` to `deck` design pixels above the bottom, whole ones only."""
    u, base = plane.unit, plane.height
    count = max(1, round(plane.width / (span * u)))
    wide = plane.width / count
    top, low = base - deck * u, base - foot * u
    reach, rise = 0.38 * wide, low - top - 6 * u
    across = np.abs((plane.x / wide) % 1 - 0.5) * wide
    arch = low - rise * np.sqrt(np.clip(1 - (across / reach) ** 2, 0, 1))
    inside = (plane.y >= top) & (plane.y < low)
    stone = inside & ((across > reach) | (plane.y < arch))
    rim = stone & (across <= reach + 3 * u) & (plane.y > arch - 3 * u)
    courses = (((plane.y - top) / (5 * u)).astype(int) % 2).astype(np.int64)
    joint = (((plane.y - top) % (5 * u)) < max(1, 0.8 * u)) | (((plane.x + courses * 5 * u) % (11 * u)) < max(1, 0.8 * u))
    tone = np.where(rim, 3, np.where(joint, 1, 2)) + 0 * plane.ink
    plane.ink = np.where(stone, plane.code("span") + tone, plane.ink).astype(np.uint8)
    for k in range(count):  # cutwaters on the piers, and what they stand in
        x = k * wide
        plane.block(x - 5 * u, top - 5 * u, 10 * u, low - top + 7 * u, "span", 2)
        plane.box(x - 6 * u, low + u, 12 * u, max(1, 1.4 * u), "span", 0)
    plane.box(0, top - 3 * u, plane.width, 3 * u, "span", 3)


def _balustrade(plane: Plane, above: float, *, height: float = 17, stone: str = "rail") -> None:
    """A parapet of turned posts between two beams, with piers."""
    u = plane.unit
    y = plane.height - above * u
    for x in plane.spread(5.4, 0.0):
        plane.block(x, y - height * u, 2.6 * u, height * u, stone, 2)
        plane.box(x - 0.5 * u, y - 0.45 * height * u, 3.6 * u, 0.3 * height * u, stone, 3)
    plane.box(0, y - (height + 4) * u, plane.width, 4 * u, stone, 3)
    plane.box(0, y - (height + 0.6) * u, plane.width, max(1, 1.2 * u), stone, 1)
    plane.box(0, y - 3 * u, plane.width, 3 * u, stone, 1)
    for x in plane.spread(96, 0.0):
        plane.block(x - 5 * u, y - (height + 7) * u, 10 * u, (height + 7) * u, stone, 2)
        plane.box(x - 6.5 * u, y - (height + 9) * u, 13 * u, 3 * u, stone, 3)


def _railing(plane: Plane, above: float, *, height: float = 24) -> None:
    """Thin iron bars under a rail."""
    u = plane.unit
    y = plane.height - above * u
    for x in plane.spread(5, 0.0):
        plane.box(x, y - height * u, max(1, u), height * u, "iron", 1)
    for x in plane.spread(48, 0.0):
        plane.box(x, y - (height + 3) * u, max(2, 2.4 * u), (height + 3) * u, "iron", 0)
    plane.box(0, y - height * u, plane.width, max(1, 2.2 * u), "iron", 2)
    plane.box(0, y - 4 * u, plane.width, max(1, 1.2 * u), "iron", 1)


def _benches(plane: Plane, above: float, gap: float = 130) -> None:
    u = plane.unit
    y = plane.height - above * u
    for x in plane.spread(gap, 0.5):
        for rail in (13, 9.4):
            plane.box(x, y - rail * u, 30 * u, max(1, 2.2 * u), "timber", 3)
        plane.box(x - u, y - 6 * u, 32 * u, max(1, 2.4 * u), "timber", 2)
        for leg in (2, 26):
            plane.box(x + leg * u, y - 13 * u, max(1, 1.4 * u), 14 * u, "iron", 1)


def _pots(plane: Plane, above: float, gap: float = 58) -> None:
    """Tubs with clipped bushes and flowers."""
    u, rng = plane.unit, plane.rng
    y = plane.height - above * u
    for x in plane.spread(gap, 0.5):
        w = (9 + 4 * rng.random()) * u
        tall = rng.random() < 0.45
        if tall:
            plane.box(x + 0.45 * w, y - 28 * u, max(1, 1.6 * u), 20 * u, "trunk", 2)
            plane.mass([(x + 0.5 * w, y - 31 * u, 9 * u)], "leaf", leafy=0.7)
        else:
            plane.mass([(x + (0.2 + 0.3 * k) * w, y - 12 * u, 5.5 * u) for k in range(3)], "leaf2", leafy=0.8)
            for k in range(4):
                plane.ellipse(
                    x + (0.1 + 0.28 * k) * w, y - (11 + 5 * rng.random()) * u, 1.5 * u, 1.5 * u, f"petal{('', 2, 3)[k % 3]}", 3, flat=True
                )
        plane.block(x, y - 8 * u, w, 8 * u, "pot", 2)
        plane.box(x - u, y - 9 * u, w + 2 * u, max(1, 2 * u), "pot", 3)


def _parasols(plane: Plane, above: float, gap: float = 150) -> None:
    """A table with a parasol here and there."""
    u = plane.unit
    y = plane.height - above * u
    for x in plane.spread(gap, 0.4):
        plane.box(x, y - 52 * u, max(1, 1.6 * u), 52 * u, "iron", 1)
        plane.gable(x + 0.8 * u, y - 40 * u, 25 * u, 13 * u, "awning", 2)
        for k in range(5):
            plane.box(x + (-23 + 10 * k) * u, y - 40 * u, 6 * u, max(1, 3 * u), "awning", 3 if k % 2 else 1)
        plane.box(x - 12 * u, y - 16 * u, 26 * u, max(1, 2 * u), "timber", 3)


def _paving(plane: Plane, above: float, material: str, *, across: float = 22) -> None:
    """A floor of slabs that grow towards the viewer."""
    u = plane.unit
    growth.earth(plane, _level(plane, above), material, rough=False)
    y, row = plane.height - above * u, 0
    count = max(4, round(plane.width / (across * u)))
    while y < plane.height:
        deep = (3 + 3.4 * row) * u
        plane.box(0, y, plane.width, 1, material, 1)
        for k in range(count):
            plane.box((k + 0.5 * (row % 2)) * plane.width / count, y, 1, deep, material, 1)
        y, row = y + deep, row + 1


def span(p: Plane, n: int) -> None:
    """A bridge: the river with another bridge over it, the far bank, and the parapet that one leans on."""
    if n == 0:
        settlements.skyline(p, 78, 140, wall="wall")
    elif n == 1:
        settlements.skyline(p, 62, 92, wall="wall2", gap=0.6)
        growth.trees(p, _level(p, 60), 20, 18, leaf="leaf2")
        relief.sea(p, 62, material="water")
        _arches(p, 78, 52)
    else:
        settlements.lamps(p, _level(p, 20), 120)
        _balustrade(p, 16)
        _paving(p, 17, "stone")


def park(p: Plane, n: int) -> None:
    """Lawns, old trees, a path with benches and lamps; the city looks over the tops."""
    if n == 0:
        settlements.skyline(p, 52, 104, wall="wall", gap=0.7)
        relief.hills(p, "grass2", 20, 44)
    elif n == 1:
        growth.trees(p, p.line(46, 56, 2), 34, 52, leaf="leaf2")
        growth.canopy(p, p.line(42, 50, 3), 13, 8, leaf="leaf3")
        growth.earth(p, p.line(38, 46, 2), "grass2")
        _pond(p)
    else:
        ground = p.line(20, 25, 2)
        growth.trees(p, ground, 150, 84)
        settlements.lamps(p, ground, 170)
        growth.earth(p, ground)
        growth.flowers(p, ground + 3 * p.unit, 14, 8)
        _benches(p, 17)
        growth.earth(p, p.line(9, 11, 2), "path", rough=False)


def _pond(plane: Plane) -> None:
    """Still water in the lawn, ducks on it."""
    u = plane.unit
    for x in plane.spread(260, 0.4):
        plane.ellipse(x, plane.height - 30 * u, 62 * u, 7.5 * u, "grass2", 1, flat=True)
        plane.ellipse(x, plane.height - 30 * u, 58 * u, 6 * u, "water", 2, flat=True)
        for k in range(5):
            plane.box(x + (-40 + 17 * k) * u, plane.height - (32 - k % 3 * 2) * u, 12 * u, 1, "water", 4)
        for k in (-18, 9):
            plane.ellipse(x + k * u, plane.height - 31 * u, 3 * u, 1.6 * u, "plaster", 3, flat=True)
            plane.ellipse(x + (k + 3) * u, plane.height - 33.4 * u, 1.4 * u, 1.4 * u, "leaf3", 1, flat=True)


def terrace(p: Plane, n: int) -> None:
    """High above the roofs: the city lies below, behind a railing with tubs of flowers."""
    if n == 0:
        settlements.skyline(p, 28, 96, wall="wall", gap=0.5)
    elif n == 1:
        settlements.skyline(p, 30, 58, wall="wall2", gap=0.5)
        settlements.houses(p, p.line(24, 34, 2), 40, 30, wall="plaster", roof="roof")
        growth.canopy(p, p.line(22, 28, 3), 15, 6, leaf="leaf3")
    else:
        _railing(p, 22)
        _parasols(p, 22)
        _pots(p, 22)
        _paving(p, 21, "tile")
        _pots(p, 13, 110)


def _vista(painter: Painter, colors: str) -> Place:
    words = colors.split()
    city = BIOMES["city"]
    return replace(
        city, painter=painter, colors=city.colors | {name: f"#{color}" for name, color in zip(words[::2], words[1::2], strict=True)}
    )


VISTAS: Final[dict[str, Place]] = {
    "span": _vista(span, "water 5aa4cc span b8a48c rail cfc4b4 stone a49c98"),
    "park": _vista(park, "water 6ab4d8 path d8c49c grass 62b050 grass2 6cb458"),
    "terrace": _vista(terrace, "tile d8b48c pot c4704a awning 3f8ab4 iron 5a5a6c"),
}
"""Vistas by name; each belongs to the biome "city"."""
_WORDS: Final = {
    "span": "bridge footbridge riverside embankment quayside",
    "park": "park bandstand lawn commons",
    "terrace": "terrace rooftop roof balcony",
}
_SAID: Final = {word: vista for vista, words in _WORDS.items() for word in words.split()}


def vista_said(words: Sequence[str]) -> str | None:
    """The vista that the first of these words names; None where none does."""
    return next((_SAID[word] for word in words if word in _SAID), None)
