"""Dark places of a house as a mouse knows them: under the dresser and under the floorboards."""

from __future__ import annotations

from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import furniture, underfoot, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import TONES, Plane

# under the dresser


def _under(plane: Plane) -> None:
    """The wooden underside above, the skirting at the back, boards that come forward."""
    u = plane.unit
    plane.ink[:] = plane.code("wall") + 1
    underfoot.skirting(plane, 56, "wall")
    underfoot.boards(plane, "wood", 2)
    plane.box(0, 0, plane.width, 46 * u, "wood2", 1)
    for y in (10, 22, 36):
        plane.box(0, y * u, plane.width, max(1, 1.4 * u), "wood2", 0)
    plane.box(0, 46 * u, plane.width, 5 * u, "wood2", 3)
    plane.box(0, 51 * u, plane.width, 6 * u, "wall", 0)


def _foot(s: Spot) -> None:
    """A turned wooden foot that holds up the dark."""
    s.block(10, 84, 24, 42, "wood", 2)
    s.block(5, 104, 34, 22, "wood", 2)
    s.ball(22, 74, 20, 15, "wood", 2)
    s.block(13, 50, 18, 12, "wood", 2)
    s.box(9, 48, 26, 4, "wood", 3)
    s.ball(22, 30, 21, 20, "wood", 2)
    s.block(12, 2, 20, 12, "wood", 1)
    s.ball(22, -1, 16, 6, "wood", 1)
    for y in (60, 87, 12):
        s.box(9, y, 26, 3, "wood", 3)


def _button(s: Spot) -> None:
    s.ball(22, 12, 20, 13, "accent", 2)
    s.ball(22, 13, 14, 8.4, "accent", 1, flat=True)
    for dx, dy in ((-5, 2), (5, 2), (-5, -3), (5, -3)):
        s.ball(22 + dx, 13 + dy, 2.6, 1.8, "iron", 0, flat=True)


def _marble(s: Spot) -> None:
    s.ball(22, 14, 18, 18, "glass", 2)
    s.line(12, 10, 30, 20, 4, "accent", 3, 1)
    s.line(14, 18, 30, 9, 3, "brass", 3, 1)
    s.ball(16, 22, 4, 3, "tube", 4, flat=True)


def _hairpin(s: Spot) -> None:
    for y in (3, 10):
        s.line(2, y, 78, y + 5, 2.2, "metal", 3)
    s.ball(80, 12, 5, 5, "metal", 3)
    s.ball(79, 12, 2.4, 2.4, "wood", 2, flat=True)


def _wool(s: Spot) -> None:
    for k in range(30):
        s.line(3 * k, 4 + 6 * np.sin(k / 3), 3 * k + 3, 4 + 6 * np.sin((k + 1) / 3), 2.6, "cloth", 2 + k % 2)


def _dry_leaf(s: Spot) -> None:
    s.line(2, 2, 28, 16, 2, "brick", 2, 20)
    s.line(28, 16, 60, 10, 20, "brick", 2, 1.4)
    s.line(0, 1, 58, 11, 1.2, "brick", 0)
    for k in range(4):
        s.line(16 + 9 * k, 8 + k, 22 + 9 * k, 16, 1, "brick", 1)


def _daylight(s: Spot) -> None:
    """What light comes in through a chink at the foot of the wall, and spreads over the boards."""
    w = s.width
    s.box(w / 2 - 17, 38, 34, 6, "lamp", 4)
    for row in range(20):
        # the farther in, the fewer are the glints
        half = 17 + 0.6 * row
        for k in range(int(half / (1 + 0.1 * row))):
            s.box(w / 2 - half + 2 * k * (1 + 0.1 * row) + row % 2, 36 - 2 * row, 1, 1, "lamp", 3)
    s.glow(w / 2, 36, 84, 1.0)


UNDER_DRESSER: Final = Room(
    _under,
    (Slot(178, furniture.together(_foot, furniture.at(132, _foot), furniture.at(66, _button)), _daylight),),
    (Slot(46, _marble, None), Slot(86, _hairpin, None), Slot(90, _wool, None), Slot(62, _dry_leaf, None)),
)

# under the boards


def _below(plane: Plane) -> None:
    """Floorboards overhead with light between them, joists side by side, dust and rubble underfoot."""
    u, h = plane.unit, plane.height
    walls.brick(plane, lambda p: None, wall="wall", course=12, length=30)
    plane.box(0, h - underfoot.DEEP * u, plane.width, underfoot.DEEP * u, "stone", 1)
    for x in plane.spread(22, 1.0):
        plane.ellipse(x, h - (6 + 40 * plane.rng.random()) * u, (5 + 9 * plane.rng.random()) * u, 2 * u, "stone", 2, flat=True)
    plane.box(0, 0, plane.width, 30 * u, "wood", 1)
    for x in plane.spread(40, 0.0):
        # what falls through a crack lights the wall and the dust under it
        slant = np.abs(((plane.x - x - 0.34 * plane.y + plane.width / 2) % plane.width) - plane.width / 2)
        lit = (slant < 5 * u) & (plane.y > 30 * u) & ((plane.ink - 1) % TONES < TONES - 1)
        plane.ink = np.where(lit, plane.ink + 1, plane.ink).astype(np.uint8)
        plane.box(x, 0, 3 * u, 30 * u, "lamp", 4)
        plane.glow(x + 20 * u, 60 * u, 44 * u, 0.6)
        plane.box(x + 18 * u, 0, max(1, u), 30 * u, "wood", 0)
    plane.box(0, 26 * u, plane.width, 5 * u, "wood", 0)


def _joist(s: Spot) -> None:
    """The end of a beam on its pier of bricks."""
    s.block(4, 92, 36, 62, "wood", 2)
    for k in range(4):
        s.ball(22, 122, 14 - 3.4 * k, 22 - 5 * k, "wood", 2 + k % 2, flat=True)
    for k in range(6):
        s.block(6, 8 + 14 * k, 32, 13, "brick", 2)
        s.box((22, 15)[k % 2], 8 + 14 * k, 1.4, 13, "brick", 0)
        s.box(6, 7 + 14 * k, 32, 1.2, "brick", 0)
    s.block(2, 0, 40, 10, "stone", 2)


def _nail(s: Spot) -> None:
    s.line(11, 140, 13, 108, 3.4, "metal", 2)
    s.line(13, 108, 20, 100, 3.4, "metal", 3, 1)


def _pipe(s: Spot) -> None:
    """A pipe like a road along the ground."""
    w = s.width
    for y, tone in ((6, 0), (10, 1), (15, 3), (20, 2)):
        s.box(0, y, w, 6, "metal", tone)
    for x in (8, w - 20):
        s.block(x, 2, 12, 28, "metal", 2)
    s.box(w / 2 - 8, -4, 6, 34, "iron", 1)


def _coin(s: Spot) -> None:
    s.ball(22, 9, 21, 11, "brass", 1)
    s.ball(22, 11, 21, 10, "brass", 3, flat=True)
    s.ball(22, 11, 16, 7, "brass", 2, flat=True)
    s.line(18, 8, 26, 14, 3, "brass", 4)


def _shavings(s: Spot) -> None:
    """A bank of curled wood."""
    s.mass([(14, 5, 12), (30, 9, 15), (48, 5, 12)], "linen", leafy=1.0, squash=0.7)
    for k in range(8):
        x, y = 6 + 7 * k, 6 + (5 * k) % 11
        s.ball(x, y, 5, 4.4, "brass", 3, flat=True)
        s.ball(x + 0.8, y, 3, 2.4, "linen", 1, flat=True)


UNDER_FLOOR: Final = Room(
    _below,
    (Slot(46, _joist, None), Slot(62, _shavings, _nail), Slot(46, _joist, None)),
    (Slot(100, _pipe, None), Slot(48, _coin, None), Slot(30, None, _nail), Slot(62, _shavings, None)),
)
