"""Rooms as a mouse knows them: the kitchen floor, behind the stove, on the pantry shelf."""

from __future__ import annotations

from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import TONES, Field, Plane, fractal

DEEP: Final = 52
"""Design pixels of floor: whoever is small sees far along it."""


def _tiles(plane: Plane, material: str, other: str) -> None:
    """Great tiles that go off to the wall."""
    u, top = plane.unit, plane.height - DEEP * plane.unit
    count = max(2, 2 * round(plane.width / (2 * 56 * u)))
    plane.box(0, top, plane.width, DEEP * u, other, 2)

    def at(x: Field, y: Field) -> Field:
        down = (y - top) / u
        row = np.searchsorted(np.array((9.0, 25.0)), down)
        return np.where((np.floor((x / plane.width + 0.03 * down / DEEP) * count) + row) % 2 == 0, 3, -1)

    plane.shape(0, top, plane.width, plane.height, at, material)
    for y in (9, 25):
        plane.box(0, top + y * u, plane.width, max(1, 1.4 * u), other, 1)


def boards(plane: Plane, material: str, tone: int = 2) -> None:
    """Wide floorboards with their grain and nails."""
    u, top = plane.unit, plane.height - DEEP * plane.unit
    plane.box(0, top, plane.width, DEEP * u, material, tone)
    for row, y in enumerate((0, 8, 20, 36)):
        plane.box(0, top + y * u, plane.width, max(1, 1.6 * u), material, max(0, tone - 2))
        for x in plane.spread(70, 0.9):
            plane.box(x, top + (y + 5) * u, (24 + 8 * row) * u, max(1, u), material, tone - 1)
            plane.ellipse(x - 12 * u, top + (y + 5) * u, (1.2 + 0.4 * row) * u, (0.8 + 0.3 * row) * u, "iron", 1)


def skirting(plane: Plane, tall: float, material: str) -> None:
    """The skirting board, higher than whoever looks at it."""
    u, foot = plane.unit, plane.height - DEEP * plane.unit
    plane.box(0, foot - tall * u, plane.width, tall * u, material, 2)
    plane.box(0, foot - tall * u, plane.width, 4 * u, material, 4)
    plane.box(0, foot - (tall - 5) * u, plane.width, 2 * u, material, 1)
    plane.box(0, foot - (tall - 12) * u, plane.width, 2 * u, material, 3)
    plane.box(0, foot - 3 * u, plane.width, 3 * u, material, 0)


def _crumb(s: Spot) -> None:
    """A crumb of bread as large as a boulder."""
    s.mass([(14, 9, 11), (25, 12, 13), (36, 8, 9)], "brass", leafy=0.7, squash=0.85)
    for k in range(5):
        s.ball(12 + 6 * k, 8 + (7 * k) % 9, 1.6, 1.2, "brass", 1, flat=True)


# kitchen floor


def _floor(plane: Plane) -> None:
    plane.ink[:] = plane.code("wall") + 2
    plane.ink[: round(24 * plane.unit)] = plane.code("wall") + 1
    skirting(plane, 50, "linen")
    _tiles(plane, "tile", "trim")


def _table(s: Spot) -> None:
    """Two legs of a table like trees, and its underside over all."""
    for x in (6, s.width - 40):
        s.block(x + 4, -6, 26, 190, "wood", 2)
        s.block(x, 30, 34, 8, "wood", 2)
        s.block(x, 92, 34, 8, "wood", 2)
        s.ball(x + 17, -6, 17, 8, "wood", 1)
    s.block(0, 136, s.width, 32, "wood", 1)
    s.box(0, 134, s.width, 3, "wood", 0)
    s.box(0, 152, s.width, 2, "wood", 3)


def _lit_door(s: Spot) -> None:
    """The foot of a door with a line of light under it."""
    w = s.width
    s.box(2, 38, w - 4, 132, "wood2", 1)
    s.block(9, 47, w - 18, 124, "wood", 2)
    s.panel(22, 66, w - 44, 110, "wood", 2)
    s.box(9, 38, w - 18, 8, "lamp", 4)
    s.shape(0, 12, w, 26, lambda x, y: np.where((np.abs(x - w / 2) < w / 2 - 9 + 0.5 * (38 - y)) & ((np.floor(x) + np.floor(y)) % 2 < (y - 12) / 18), 3, -1), "lamp")  # fmt: skip
    s.glow(w / 2, 36, 76, 1.0)


def _broom(s: Spot) -> None:
    s.line(28, 70, 36, 190, 9, "wood", 3)
    s.block(10, 60, 40, 14, "accent", 2)
    s.shape(0, 4, 60, 58, lambda x, y: np.where(np.abs(x - 30) < 20 + 0.18 * (60 - y), 1 + (np.floor(x * 0.7 + 2 * np.sin(y / 9)) % 3), -1), "brass")  # fmt: skip


def _oven(s: Spot) -> None:
    """The oven, seen from below: its feet, the dark under it, the edge of its door."""
    w = s.width
    s.box(4, 30, w - 8, 24, "iron", 0)
    for x in (6, w - 20):
        s.block(x, 26, 14, 28, "iron", 2)
    s.block(2, 52, w - 4, 130, "linen", 3)
    s.box(2, 52, w - 4, 4, "metal", 1)
    s.block(10, 66, w - 20, 120, "metal", 2)
    s.box(20, 92, w - 40, 90, "iron", 0)
    s.box(26, 96, w - 52, 84, "fire", 1)
    for k in range(3):
        s.box(26, 112 + 18 * k, w - 52, 2, "iron", 1)
    s.box(16, 80, w - 32, 5, "metal", 4)
    s.glow(w / 2, 120, 72, 0.7)


KITCHEN_FLOOR: Final = Room(
    _floor,
    (Slot(110, None, _lit_door), Slot(146, _table, None)),
    (Slot(62, None, _broom), Slot(96, None, _oven), Slot(50, _crumb, None)),
)

# behind the stove


def _gap(plane: Plane) -> None:
    """Great sooty bricks, a warm pipe along them, light low on the floor."""
    u = plane.unit
    walls.brick(plane, lambda p: boards(p, "wood", 1), course=17, length=44)
    # soot has come down the wall
    cloud = fractal(plane.height, plane.width, max(3, round(plane.width / (40 * u))), 4, 3, plane.rng)
    for low in (84, 46, 24):
        sooty = (plane.y < (low - 30 + 60 * cloud) * u) & ((plane.ink - 1) % TONES > 0)
        plane.ink = np.where(sooty, plane.ink - 1, plane.ink).astype(np.uint8)
    for y, tone in ((86, 1), (88, 3), (92, 2), (96, 1)):
        plane.box(0, y * u, plane.width, 5 * u, "brass", tone)
    for x in plane.spread(80, 0.0):
        plane.block(x, 82 * u, 8 * u, 24 * u, "iron", 2)


def _stove(s: Spot) -> None:
    """The iron back of the stove, warm from within."""
    w = s.width
    s.block(0, 16, w, 168, "iron", 1)
    for y in (24, 74, 124):
        s.box(4, y, w - 8, 2, "iron", 3)
        for x in (8, w - 11):
            s.ball(x, y + 8, 3, 3, "iron", 3)
    for k in range(5):
        s.box(w / 2 - 22, 42 + 7 * k, 44, 3, "fire", 1 + k % 2)
    for x in (6, w - 20):
        s.block(x, -4, 14, 22, "iron", 2)
    s.glow(w / 2, 50, 70, 0.9)


def _dust(s: Spot) -> None:
    """Soft grey rolls of dust."""
    for x, y, r in ((14, 8, 11), (36, 6, 9), (52, 10, 12)):
        s.mass([(x, y, r), (x + 5, y - 3, 0.7 * r)], "stone", leafy=1.0, squash=0.75)
        for k in range(5):
            s.line(x, y, x + 1.4 * r * np.cos(1.3 * k), y + 1.1 * r * np.sin(1.3 * k), 0.6, "stone", 3)


def _spoon(s: Spot) -> None:
    """A lost spoon like a bridge, its bowl on the floor."""
    s.line(30, 8, 112, 32, 5, "metal", 3, 8)
    s.ball(18, 6, 19, 8, "metal", 3)
    s.ball(18, 7, 14, 5, "metal", 1, flat=True)
    s.ball(13, 8, 5, 1.4, "metal", 4, flat=True)
    s.block(104, -2, 20, 29, "brick", 2)


def _pea(s: Spot) -> None:
    s.ball(14, 7, 9, 9, "plant", 2)
    s.ball(11, 10, 2, 2, "plant", 4, flat=True)


def _low_light(s: Spot) -> None:
    """Light that comes in along the floor."""
    for k, long in enumerate((0.7, 1.0, 0.86, 0.6, 0.3)):
        s.box(0, 5 * k - 8, long * s.width, 1.6, "lamp", 3)
        s.box(0, 5 * k - 6.4, 0.6 * long * s.width, 1, "lamp", 2)
    s.glow(8, 4, 66, 1.0)


BEHIND_STOVE: Final = Room(
    _gap,
    (Slot(104, None, _stove), Slot(126, _spoon, None)),
    (Slot(68, _dust, None), Slot(30, _pea, None), Slot(50, None, _low_light), Slot(68, _dust, _low_light)),
)

# pantry shelf


def _shelf(plane: Plane) -> None:
    """Boards behind, the shelf above, paper with a cut edge underfoot."""
    u, h = plane.unit, plane.height
    walls.boarded(plane, lambda p: None, beams=None)
    plane.box(0, 0, plane.width, 16 * u, "wood", 1)
    plane.box(0, 14 * u, plane.width, 3 * u, "wood", 3)
    plane.box(0, 17 * u, plane.width, 5 * u, "wall", 0)
    top = h - 34 * u
    plane.box(0, top, plane.width, 34 * u, "linen", 3)
    plane.box(0, top, plane.width, 2 * u, "linen", 1)
    plane.box(0, h - 10 * u, plane.width, 10 * u, "wood", 2)
    count = max(4, round(plane.width / (16 * u)))
    for k in range(count):
        x = (k + 0.5) * plane.width / count
        plane.ellipse(x, h - 10 * u, plane.width / count / 2, 7 * u, "linen", 3, flat=True)
        plane.ellipse(x, h - 9 * u, 1.8 * u, 1.8 * u, "wood", 2, flat=True)
    for x in plane.spread(80, 0.9):
        plane.ellipse(x, h - 22 * u, 15 * u, 4 * u, "accent", 3, flat=True)
        plane.ellipse(x, h - 22 * u, 12.6 * u, 3 * u, "linen", 3, flat=True)


def _jar(fill: str, tall: float = 112, cover: str = "cloth") -> furniture.Piece:
    """A glass jar like a tower under a tied cover."""

    def draw(s: Spot) -> None:
        w = s.width - 10
        s.block(5, 4, w, tall, fill, 2)
        s.ball(5 + w / 2, 4, w / 2, 5, fill, 1)
        s.box(5, 4 + 0.84 * tall, w, 0.16 * tall, "glass", 3)
        s.box(10, 12, 3.4, tall - 20, fill, 4)
        s.box(14, 0.3 * tall, w - 18, 0.3 * tall, "linen", 4)
        for k in range(3):
            s.box(18, 0.36 * tall + 8 * k, w - 30 + 4 * (k % 2), 2, "iron", 2)
        s.ball(5 + w / 2, tall + 4, w / 2 + 5, 11, cover, 2)
        s.box(3, tall - 4, w + 4, 3.4, "linen", 2)
        for k in range(int((w + 8) / 6)):
            s.box(1 + 6 * k, tall - 11 + 2 * (k % 2), 6, 8 - 2 * (k % 2), cover, 3 if k % 2 else 1)

    return draw


def _tin(s: Spot) -> None:
    """A biscuit tin like a wall."""
    s.block(3, 2, 82, 66, "accent", 2)
    s.block(0, 64, 88, 12, "accent", 3)
    s.box(10, 12, 68, 42, "linen", 3)
    for k in range(3):
        s.ball(25 + 19 * k, 33, 9, 9, "brass", 2)
        for j in range(4):
            s.ball(21 + 19 * k + 5 * (j % 2), 30 + 5 * (j // 2), 1, 1, "brass", 0, flat=True)


def _flour(s: Spot) -> None:
    s.mass([(32, 26, 30), (28, 52, 26), (36, 72, 22)], "linen", leafy=0.0)
    s.box(8, 0, 50, 12, "linen", 2)
    s.box(22, 88, 26, 4, "brass", 2)
    s.gable(35, 92, 17, 15, "linen", 3)
    s.line(20, 70, 26, 24, 1.4, "linen", 1)
    s.mass([(2, 0, 6), (62, 0, 8), (54, -1, 6)], "tube", leafy=0.6, squash=0.5)


def _cheese(s: Spot) -> None:
    """A wedge of cheese under a glass bell."""
    s.ball(44, 2, 44, 6, "tile", 3)
    s.shape(14, 6, 60, 38, lambda x, y: np.where(y < 8 + (x - 14) * 0.6, np.where(y > 4 + (x - 14) * 0.56, 4, 3), -1), "brass")
    for x, y in ((46, 14), (62, 24), (60, 11)):
        s.ball(x, y, 4, 3.4, "brass", 1, flat=True)
    s.shape(4, 4, 80, 74, lambda x, y: np.where(np.abs(np.hypot((x - 44) / 38, np.maximum(0, y - 34) / 40) - 1) < 0.035, 4, -1), "glass")
    s.line(16, 30, 24, 58, 2.4, "glass", 4)
    s.ball(44, 79, 6, 6, "glass", 3)


def _string(s: Spot) -> None:
    for k in range(22):
        s.line(13 + 1.6 * np.sin(k), 180 - 8 * k, 13 + 1.6 * np.sin(k + 1), 172 - 8 * k, 3, "brass", 2 + k % 2)


def _chink(s: Spot) -> None:
    """Light through the crack of the pantry's door."""
    s.box(s.width / 2 - 3, 20, 5, 146, "lamp", 4)
    s.box(s.width / 2 - 7, 20, 3, 146, "wood2", 0)
    s.glow(s.width / 2, 60, 92, 1.0)
    s.glow(s.width / 2, 130, 80, 0.8)


PANTRY: Final = Room(
    _shelf,
    (Slot(58, _jar("accent"), None), Slot(90, _cheese, None), Slot(22, None, _chink), Slot(26, None, _string)),
    (
        Slot(54, _jar("brass", 92, "trim"), None),
        Slot(90, _tin, None),
        Slot(68, _flour, None),
        Slot(60, _jar("plant", 122, "linen"), None),
    ),
)
