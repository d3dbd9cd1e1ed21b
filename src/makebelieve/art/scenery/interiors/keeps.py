"""Rooms in the stone of a keep, and of those who work there: armoury, castle kitchen, forge, clock tower."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import numpy as np

from makebelieve.art.scenery.interiors import castle, fixtures, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field

# armoury


def _weapon_rack(s: Spot) -> None:
    """Spears, swords and halberds in a rack."""
    for x in (2, 74):
        s.block(x, 0, 4, 44, "wood", 2)
    for y in (8, 36):
        s.slab(0, y, 80, 4, "wood")
    for k in range(6):
        x = 9 + 12 * k
        if k % 3 == 0:
            s.box(x, 2, 2, 78, "wood", 3)
            s.gable(x + 1, 80, 3, 13, "metal", 4)
        elif k % 3 == 1:
            s.box(x, 12, 3, 40, "metal", 3)
            s.box(x, 12, 1, 40, "metal", 4)
            s.box(x - 4, 52, 11, 2.4, "brass", 3)
            s.box(x, 54, 3, 9, "cloth", 1)
            s.ball(x + 1.5, 64, 2.2, 2.2, "brass", 3)
        else:
            s.box(x, 2, 2, 72, "wood", 3)
            s.block(x + 2, 58, 8, 12, "metal", 3)
            s.gable(x + 1, 74, 2.4, 9, "metal", 4)


def _shield_wall(s: Spot) -> None:
    for k in range(3):
        cx = s.width * (k + 0.5) / 3
        s.ball(cx, 104, 11, 13, "metal", 3)
        s.ball(cx, 104, 9, 11, ("cloth", "brass", "cloth")[k], 2)
        s.box(cx - 1.4, 94, 2.8, 20, "metal", 3)
        s.box(cx - 8, 103, 16, 2.8, "metal", 3)
        s.ball(cx, 104, 2.6, 2.6, "brass", 4)


def _crossed(s: Spot) -> None:
    cx = s.width / 2
    for side in (-1, 1):
        s.line(cx - 18 * side, 84, cx + 18 * side, 124, 2.6, "metal", 4)
        s.line(cx - 18 * side, 92, cx - 10 * side, 86, 2.4, "brass", 3)
        s.line(cx - 19 * side, 83, cx - 23 * side, 79, 3, "wood", 2)


def _arrows(s: Spot) -> None:
    furniture.barrel(4, 26)(s)
    for k in range(6):
        x = 6 + 3 * k
        s.line(x + 3, 24, x + k - 1, 48 + 3 * (k % 2), 1, "wood", 3)
        s.gable(x + k - 1, 46 + 3 * (k % 2), 2.2, 6, "linen", 3)
    s.line(38, 0, 34, 52, 2.4, "wood", 2)
    s.line(44, 26, 34, 52, 0.8, "linen", 3)


ARMOURY: Final = Room(
    walls.dressed,
    (Slot(82, _weapon_rack, _shield_wall), Slot(40, castle.armour, None), Slot(40, furniture.at(4, castle.armour), fixtures.sconce(112, fire=True))),
    (
        Slot(56, _arrows, _crossed),
        Slot(82, _weapon_rack, None),
        Slot(66, furniture.together(furniture.crate(4), furniture.crate(26), furniture.crate(14, 18)), _crossed),
        Slot(40, None, castle.banner(60, 2)),
        Slot(36, None, fixtures.sconce(104, fire=True)),
    ),
)  # fmt: skip

# castle kitchen


def _hearth(s: Spot) -> None:
    """A hearth one could stand in: a cauldron on a chain, a spit with a roast."""
    s.block(0, 0, 112, 84, "stone", 3)
    for j in range(9):
        s.box(0, 9 * j, 112, 0.8, "stone", 1)
        for i in range(8):
            s.box(min(111, 14 * i + 7 * (j % 2)), 9 * j, 0.8, 9, "stone", 1)

    def arch(x: Field, y: Field) -> Any:
        up = np.clip((y - 44) / 24, 0, None)
        return np.where((np.abs(x - 56) < 44 * np.sqrt(np.clip(1 - up * up, 0, 1))), 0, -1)

    s.shape(10, 0, 92, 70, arch, "stone")
    s.slab(-4, 84, 120, 6, "wood")
    for k, tall in enumerate((14, 22, 28, 24, 30, 20, 12)):
        s.gable(32 + 8 * k, 4, 6, tall, "fire", 2)
        s.gable(32 + 8 * k, 4, 3, 0.5 * tall, "fire", 4)
    s.line(28, 3, 84, 3, 5, "wood", 1)
    s.box(55, 40, 1.4, 28, "iron", 1)
    s.ball(56, 34, 14, 12, "iron", 1)
    s.box(42, 40, 28, 3, "iron", 2)
    s.line(12, 26, 36, 26, 1.6, "iron", 3)
    s.ball(24, 26, 9, 6, "brass", 2)
    for k in range(4):
        s.ball(20 + 22 * k, 94, 5, 4.4, ("brass", "iron")[k % 2], 2)
    s.glow(56, 26, 118, 1.0)


def _hams(s: Spot) -> None:
    """Hams, sausages and herbs on a beam."""
    w = s.width
    s.block(0, 132, w, 6, "wood", 1)
    for k in range(int(w / 14)):
        x = 8 + 14 * k
        s.line(x, 132, x, 122, 0.8, "linen", 2)
        if k % 3 == 0:
            s.ball(x, 112, 6, 9, "cloth", 2)
            s.box(x - 1, 121, 2, 4, "linen", 4)
        elif k % 3 == 1:
            s.mass([(x, 116, 4), (x - 2, 110, 4), (x + 2, 108, 4)], "plant", leafy=0.8)
        else:
            for j in range(4):
                s.ball(x + (j % 2), 118 - 5 * j, 2.4, 3, "cloth", 3)


def _chopping(s: Spot) -> None:
    furniture.table(2, 84, 33)(s)
    s.block(12, 37, 30, 3, "wood", 4)
    s.ball(22, 44, 8, 4, "brass", 2)
    s.line(34, 41, 44, 46, 2.4, "metal", 4)
    for k in range(4):
        s.ball(56 + 7 * k, 40, 3.6, 3.6, ("plant", "cloth")[k % 2], 2)
    furniture.candle(80, 37, 6)(s)
    furniture.barrel(30, 20)(s)


SCULLERY: Final = Room(
    walls.dressed,
    (Slot(122, furniture.at(4, _hearth), None), Slot(88, _chopping, _hams)),
    (
        Slot(62, furniture.shelves(2, 0, 58, ("pots", "plates", "jars", "pots"), ("brass", "cloth", "iron"), gap=20), None),
        Slot(58, furniture.together(furniture.sack(2), furniture.sack(20), furniture.barrel(38)), _hams),
        Slot(46, None, fixtures.window(26, 44, foot=84, frame="stone", bars=1)),
    ),
)

# forge


def _furnace(s: Spot) -> None:
    s.block(0, 0, 78, 50, "brick", 2)
    for j in range(9):
        s.box(0, 6 * j, 78, 0.8, "brick", 1)
        for i in range(8):
            s.box(min(77, 10 * i + 5 * (j % 2)), 6 * j, 0.8, 6, "brick", 1)
    s.shape(
        16,
        50,
        46,
        84,
        lambda x, y: np.where(np.abs(x - 39) < 22 - 0.2 * (y - 50), np.where(x < 32, 3, np.where(x > 48, 1, 2)), -1),
        "brick",
    )
    s.box(12, 50, 54, 4, "stone", 3)
    s.ball(39, 30, 22, 15, "fire", 1)
    s.ball(39, 27, 16, 10, "fire", 3)
    s.ball(39, 25, 9, 5, "fire", 4, flat=True)
    s.box(14, 12, 50, 8, "brick", 0)
    s.line(44, 30, 76, 44, 3, "iron", 2)
    s.glow(39, 30, 124, 1.0)


def _anvil(s: Spot) -> None:
    s.block(16, 0, 24, 18, "wood", 2)
    s.box(16, 12, 24, 2, "iron", 2)
    s.block(20, 18, 16, 8, "iron", 1)
    s.block(12, 26, 32, 8, "iron", 3)
    s.box(12, 33, 32, 1.4, "iron", 4)
    s.shape(0, 26, 14, 8, lambda x, y: np.where(y - 26 > 7 - 0.55 * x, 3, -1), "iron")
    s.line(20, 36, 50, 36, 2.6, "fire", 3)
    s.line(46, 42, 62, 52, 2.6, "wood", 3)
    s.block(40, 37, 9, 8, "metal", 2)
    for k in range(6):
        s.box(24 + 5 * k, 40 + 5 * (k % 3), 1.4, 1.4, "fire", 4)


def _tongs(s: Spot) -> None:
    w = s.width - 8
    s.block(3, 112, w + 2, 4, "wood", 2)
    for k in range(int(w / 9)):
        x = 9 + 9 * k
        tall = 26 + 6 * (k % 3)
        s.box(x, 112 - tall, 1.6, tall, "iron", 3)
        if k % 3 == 0:
            s.box(x + 3, 112 - tall, 1.6, tall, "iron", 3)
        elif k % 3 == 1:
            s.block(x - 3, 108 - tall, 8, 6, "iron", 2)
        else:
            s.ball(x + 1, 110 - tall, 4, 4, "iron", 3)


def _bellows(s: Spot) -> None:
    s.block(2, 0, 5, 30, "wood", 2)
    s.block(46, 0, 5, 30, "wood", 1)
    s.shape(0, 28, 56, 24, lambda x, y: np.where(np.abs(y - 40) < 3 + 0.16 * x, np.where(((x * 0.5) % 4) < 1.4, 1, 2), -1), "cloth")
    s.line(0, 40, 56, 52, 3, "wood", 3)
    s.line(0, 40, 56, 28, 3, "wood", 3)
    s.line(-10, 38, 2, 40, 3, "iron", 3)


def _quench(s: Spot) -> None:
    furniture.barrel(2, 28)(s)
    s.ball(13, 27, 9, 2.4, "glass", 2)
    for k in range(4):
        s.line(34 + 5 * k, 0, 32 + 5 * k, 36 + 5 * (k % 2), 2.4, "metal", 2 + k % 2)
    for k in range(3):
        s.ball(56, 14 + 8 * k, 5, 5, "iron", 2)
        s.ball(56, 14 + 8 * k, 3, 3, "iron", 0, flat=True)


FORGE: Final = Room(
    partial(walls.dressed, course=10, block=20),
    (Slot(84, _furnace, None), Slot(66, _anvil, _tongs)),
    (
        Slot(58, furniture.at(4, _bellows), _tongs),
        Slot(64, _quench, fixtures.window(36, 32, foot=80, frame="wood", bars=1)),
        Slot(60, furniture.together(furniture.crate(4), furniture.crate(26)), castle.banner(50, 2)),
        Slot(82, _weapon_rack, None),
    ),
)

# clock tower


def _gear(cx: float, cy: float, radius: float, teeth: int, metal: str = "brass", tone: int = 2) -> furniture.Piece:
    def draw(s: Spot) -> None:
        def wheel(x: Field, y: Field) -> Any:
            away, angle = np.hypot(x - cx, y - cy), np.arctan2(y - cy, x - cx)
            rim = radius + np.where(np.cos(angle * teeth) > 0.1, 0.14 * radius, 0)
            spoke = (np.abs(np.sin(angle * 2.5)) * away < 0.14 * radius) | (away > 0.72 * radius) | (away < 0.2 * radius)
            light = np.where((x - cx) + (cy - y) < -0.3 * radius, 1, np.where((x - cx) + (cy - y) > 0.5 * radius, -1, 0))
            return np.where((away < rim) & spoke & (away > 0.08 * radius), np.clip(tone + light, 0, 4), -1)

        s.shape(cx - 1.2 * radius, cy - 1.2 * radius, 2.4 * radius, 2.4 * radius, wheel, metal)

    return draw


def _dial(s: Spot) -> None:
    """The clock's face from behind, with the sky of the hour through it."""
    cx, cy, r = s.width / 2, 92.0, 46.0
    s.ball(cx, cy, r + 5, r + 5, "iron", 2)

    def face(x: Field, y: Field) -> Any:
        away = np.hypot(x - cx, y - cy)
        return np.where(away < r, np.where(y > cy + 12, 3, np.where(y > cy - 14, 3, 4)), -1)

    s.shape(cx - r, cy - r, 2 * r, 2 * r, face, "pane")
    for k in range(12):
        a = k * np.pi / 6
        s.line(cx + 0.78 * r * np.cos(a), cy + 0.78 * r * np.sin(a), cx + 0.94 * r * np.cos(a), cy + 0.94 * r * np.sin(a), 3, "iron", 1)
    s.line(cx, cy, cx - 12, cy + 24, 3, "iron", 1)
    s.line(cx, cy, cx + 32, cy + 8, 2.4, "iron", 1)
    s.ball(cx, cy, 4, 4, "brass", 3)
    s.glow(cx, cy, 84, 0.5)


def _train_of_wheels(s: Spot) -> None:
    for x in (0, 96):
        s.block(x, 0, 7, 104, "iron", 1)
    for y in (6, 52, 98):
        s.box(0, y, 103, 4, "iron", 2)
    _gear(34, 34, 27, 18)(s)
    _gear(76, 56, 18, 14, "metal", 3)(s)
    _gear(46, 76, 15, 12, "brass", 3)(s)
    _gear(82, 20, 13, 10, "metal", 2)(s)
    furniture.crate(104, 0, 18, 16)(s)
    furniture.table_lamp(106, 16)(s)


def _weights(s: Spot) -> None:
    for k, tall in enumerate((60, 84)):
        x = s.width / 2 - 12 + 24 * k
        s.box(x, 166 - tall, 1.2, tall, "iron", 3)
        s.block(x - 6, 140 - tall, 13, 26, "brass", 2)
        s.box(x - 6, 164 - tall, 13, 2, "brass", 4)


CLOCKWORK: Final = Room(
    partial(walls.boarded, beams="wood2"),
    (Slot(124, _train_of_wheels, None), Slot(108, None, _dial)),
    (
        Slot(52, None, _weights),
        Slot(64, furniture.together(furniture.table(2, 56, 31), furniture.candle(12, 31), furniture.crate(20, 0, 20, 14)), _weights),
        Slot(46, furniture.together(furniture.stool(2, 20, seat="wood"), furniture.barrel(20, 26)), fixtures.sconce(104)),
    ),
)
