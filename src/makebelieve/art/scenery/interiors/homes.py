"""Rooms of houses: kitchen, bedroom, dormitory, parlour, bathroom."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import numpy as np

from makebelieve.art.scenery import rooms
from makebelieve.art.scenery.interiors import fixtures, floors, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field

# kitchen


def stove(s: Spot) -> None:
    """A stove with a pot on it."""
    s.block(0, 0, 50, 46, "iron", 2)
    s.box(7, 8, 36, 22, "iron", 0)
    s.box(10, 11, 30, 15, "fire", 2)
    s.box(10, 11, 30, 5, "fire", 3)
    s.box(8, 31, 34, 1.6, "metal", 4)
    for k in range(4):
        s.ball(8 + 11 * k, 38, 3, 3, "metal", 3)
    s.slab(-2, 45, 54, 3, "metal")
    s.block(8, 48, 22, 14, "brass", 2)
    s.box(6, 61, 26, 2.4, "brass", 4)
    s.box(33, 56, 8, 2, "iron", 1)
    s.block(33, 48, 12, 6, "accent", 2)
    s.glow(25, 20, 78, 0.95)


def pans(s: Spot) -> None:
    """Pans on hooks."""
    s.box(-8, 126, 72, 2.4, "iron", 2)
    for k in range(4):
        x, r = -1 + 18 * k, (9, 7, 8, 6)[k]
        s.box(x - 0.7, 110, 1.6, 16, "iron", 1)
        s.ball(x, 110 - r, r, r, ("brass", "iron")[k % 2], 2)


def _sink(s: Spot) -> None:
    s.block(0, 0, 70, 40, "wood", 2)
    for k in range(3):
        s.panel(3 + 22 * k, 4, 20, 30, "wood", 3)
        s.box(20 + 22 * k if k < 2 else 49, 18, 1.6, 4, "metal", 4)
    s.slab(-2, 39, 74, 5, "stone")
    s.box(20, 41, 30, 3, "metal", 1)
    s.line(36, 44, 36, 58, 2, "metal", 3)
    s.line(36, 58, 45, 54, 2, "metal", 3)
    for k in range(3):
        s.ball(58, 46 + 2.4 * k, 6, 2, "linen", 3)


def _fridge(s: Spot) -> None:
    s.block(0, 0, 40, 92, "linen", 3)
    s.box(0, 58, 40, 1.6, "linen", 0)
    for y, tall in ((30, 22), (64, 18)):
        s.box(4, y, 2, tall, "metal", 1)
    s.box(16, 68, 8, 9, "accent", 3)
    s.box(26, 74, 7, 7, "plant", 3)
    s.box(2, -1, 36, 2, "iron", 0)


def _dresser(s: Spot) -> None:
    furniture.cabinet(0, 60, 42, 2)(s)
    furniture.shelves(2, 44, 56, ("plates", "pots", "jars"), ("accent", "brass"), gap=18)(s)


def _kitchen_table(s: Spot) -> None:
    furniture.chair(2)(s)
    furniture.table(14, 58, 31, cloth="linen")(s)
    s.ball(40, 34, 10, 4, "accent", 2)
    for k in range(3):
        s.ball(34 + 6 * k, 38, 3.4, 3.4, ("plant", "accent")[k % 2], 3)
    s.block(58, 31, 6, 9, "metal", 3)


def _kitchen_shelf(s: Spot) -> None:
    furniture.shelves(4, 100, s.width - 8, ("jars", "pots"), ("accent", "brass", "linen"), gap=20, back=False)(s)


KITCHEN: Final = Room(
    partial(walls.tiled, floor=floors.boards, high=74),
    (
        Slot(54, stove, pans),
        Slot(80, _sink, fixtures.window(44, 62, foot=70, curtain="cloth")),
    ),
    (
        Slot(46, _fridge),
        Slot(70, _dresser),
        Slot(76, _kitchen_table, furniture.together(fixtures.pendant(46, "accent"))),
        Slot(76, _kitchen_table, furniture.together(fixtures.pendant(34, "brass"), fixtures.window(40, 44, foot=58, curtain="cloth"))),
        Slot(56, furniture.counter(2, 52, top="stone"), _kitchen_shelf),
    ),
)

# bedroom


def _bed(s: Spot) -> None:
    s.block(0, 0, 8, 64, "wood", 1)
    s.block(84, 0, 7, 40, "wood", 1)
    s.ball(4, 66, 5, 5, "wood", 2)
    s.box(6, 8, 80, 4, "wood", 0)
    s.block(8, 11, 76, 22, "linen", 3)
    s.block(32, 10, 53, 26, "quilt", 2)
    for i in range(5):
        for j in range(2):
            s.box(34 + 10 * i, 14 + 11 * j, 8, 9, "quilt", 1 + 2 * ((i + j) % 2))
    s.box(32, 34, 53, 2, "quilt", 4)
    s.ball(20, 37, 12, 7, "linen", 3)


def _bedside(x: float) -> furniture.Piece:
    return furniture.together(furniture.at(x, furniture.cabinet(0, 22, 30, 2)), furniture.table_lamp(x + 4, 31))


def bunk(s: Spot) -> None:
    for y in (12, 56):
        s.block(4, y, 78, 10, "linen", 3)
        s.block(26, y - 1, 56, 13, "quilt", 2)
        s.box(26, y + 10, 56, 2, "quilt", 4)
        s.ball(15, y + 13, 10, 5, "linen", 3)
        s.box(0, y - 5, 86, 5, "wood", 2)
    for x in (0, 82):
        s.block(x, 0, 5, 84, "wood", 1)
    for k in range(7):
        s.box(66, 8 + 10 * k, 14, 2, "wood", 4)
    for x in (65, 79):
        s.box(x, 2, 2, 70, "wood", 3)


def _wardrobe(s: Spot) -> None:
    s.block(0, 4, 56, 92, "wood", 2)
    s.box(2, 0, 4, 4, "wood", 0)
    s.box(50, 0, 4, 4, "wood", 0)
    for x in (3, 29):
        s.panel(x, 18, 24, 74, "wood", 3)
        s.panel(x + 4, 50, 16, 36, "wood", 3)
        s.panel(x + 4, 23, 16, 22, "wood", 3)
    s.panel(3, 6, 50, 10, "wood", 3)
    for x in (25, 29):
        s.box(x, 50, 1.6, 6, "brass", 4)
    s.slab(-3, 95, 62, 5, "wood")


def _vanity(s: Spot) -> None:
    furniture.cabinet(0, 50, 32, 2)(s)
    s.ball(25, 56, 17, 21, "wood", 1)
    s.ball(25, 56, 14, 18, "glass", 3, flat=True)
    s.line(18, 50, 28, 66, 2, "glass", 4)
    for k in range(3):
        furniture.bottle(s, 4 + 6 * k, 33, 9, ("quilt", "cloth", "brass")[k])


def _toys(s: Spot) -> None:
    s.block(0, 0, 44, 20, "wood", 2)
    s.slab(-2, 19, 48, 4, "wood")
    s.ball(12, 28, 6, 6, "cloth", 2)
    s.mass([(30, 29, 7), (30, 38, 5.4), (26, 42, 2.2), (34, 42, 2.2)], "wood", leafy=0.1)
    s.box(28, 37, 1.4, 1.4, "linen", 0)
    s.box(32, 37, 1.4, 1.4, "linen", 0)


def _trunk(s: Spot) -> None:
    """A chest at the foot of a bed, a folded blanket on its lid."""
    s.block(0, 0, 44, 18, "wood", 2)
    s.box(0, 18, 44, 4, "wood", 3)
    for x in (7, 33):
        s.box(x, 0, 4, 22, "iron", 1)
    s.block(20, 12, 5, 6, "brass", 3)
    s.block(9, 22, 26, 5, "quilt", 2)
    s.block(11, 27, 22, 4, "quilt", 3)


BEDROOM: Final = Room(
    rooms.papered,
    (Slot(122, furniture.together(furniture.at(28, _bed), _bedside(2)), furniture.at(24, fixtures.picture(38, 24, up=88))),),
    (
        Slot(62, _wardrobe),
        Slot(72, furniture.at(10, _vanity), furniture.at(24, fixtures.sconce(108))),
        Slot(66, None, fixtures.window(42, 70, foot=58, curtain="curtain")),
        Slot(66, furniture.rug(0, 66, "cloth"), fixtures.window(42, 70, foot=58, curtain="curtain")),
        Slot(52, _trunk, fixtures.picture(28, 22, up=84, sort=3)),
        Slot(58, furniture.shelves(4, 0, 50, ("books", "boxes", "books", "books"), ("cloth", "quilt", "brass"), gap=20)),
    ),
)

NURSERY: Final = Room(
    rooms.papered,
    (
        Slot(122, furniture.together(furniture.at(28, _bed), _bedside(2)), furniture.at(24, fixtures.picture(38, 24, up=88))),
        Slot(56, furniture.at(4, _toys)),
    ),
    (
        Slot(66, furniture.rug(0, 66, "cloth"), fixtures.window(42, 70, foot=58, curtain="curtain")),
        Slot(62, _wardrobe),
        Slot(58, furniture.shelves(4, 0, 50, ("boxes", "books", "boxes", "books"), ("cloth", "quilt", "brass"), gap=20)),
    ),
)

DORMITORY: Final = Room(
    rooms.papered,
    (Slot(94, bunk), Slot(62, furniture.at(14, _bedside(2)), fixtures.window(40, 62, foot=62, curtain="curtain"))),
    (Slot(94, bunk), Slot(62, _wardrobe), Slot(52, _trunk, fixtures.clock()), Slot(54, _trunk, fixtures.picture(28, 22, up=84, sort=3))),
)

# parlour


def _sofa(s: Spot) -> None:
    s.box(4, 0, 4, 6, "wood", 1)
    s.box(74, 0, 4, 6, "wood", 1)
    s.mass([(16, 34, 12), (32, 36, 12), (50, 36, 12), (66, 34, 12)], "cloth", leafy=0.0, squash=0.9)
    s.box(6, 14, 70, 20, "cloth", 2)
    for x in (10, 42):
        s.block(x, 16, 31, 10, "cloth", 3)
        s.box(x, 25, 31, 1.4, "cloth", 4)
    s.box(8, 6, 66, 10, "cloth", 1)
    for x in (0, 70):
        s.block(x, 5, 12, 25, "cloth", 2)
        s.ball(x + 6, 30, 6.4, 5, "cloth", 3)
    s.block(16, 26, 13, 12, "accent", 3)


def _television(s: Spot) -> None:
    furniture.cabinet(0, 62, 24, 1)(s)
    s.box(26, 24, 10, 4, "iron", 1)
    furniture.screen(s, 4, 27, 54, 34, 3, "iron")


def _tea_table(s: Spot) -> None:
    furniture.rug(-8, 66)(s)
    legs = 16
    s.block(6, 0, 3, legs, "wood", 2)
    s.block(42, 0, 3, legs, "wood", 1)
    s.slab(0, legs, 50, 3.4, "wood")
    s.ball(20, 23, 6, 5, "linen", 3)
    s.line(25, 22, 30, 26, 1.6, "linen", 3)
    s.block(34, 19, 6, 5, "linen", 3)


def _piano(s: Spot) -> None:
    s.block(0, 0, 62, 56, "iron", 2)
    s.slab(-2, 54, 66, 4, "iron")
    s.box(-2, 26, 66, 7, "iron", 3)
    s.box(2, 30, 58, 4, "linen", 4)
    for k in range(14):
        s.box(5 + 4 * k, 31.6, 1.6, 2.4, "iron", 0)
    s.box(22, 38, 18, 13, "linen", 3)
    furniture.candle(6, 57)(s)
    furniture.stool(24, 18, seat="cloth")(s)


PARLOUR: Final = Room(
    rooms.papered,
    (
        Slot(88, _sofa, furniture.together(fixtures.picture(46, 30, up=76))),
        Slot(76, furniture.at(10, furniture.fireplace(wall="stone")), fixtures.clock(98, 11)),
    ),
    (
        Slot(66, furniture.at(46, furniture.floor_lamp()), furniture.at(-6, fixtures.window(42, 74, foot=54, curtain="curtain"))),
        Slot(66, _television, None),
        Slot(54, _tea_table, fixtures.window(42, 74, foot=54, curtain="curtain")),
        Slot(70, furniture.at(4, _piano), fixtures.picture(30, 24, up=90, sort=1)),
        Slot(34, furniture.at(6, furniture.pot_plant(tall=56)), fixtures.sconce(104)),
        Slot(56, furniture.shelves(2, 0, 52, ("books", "books", "pots", "books"), ("cloth", "accent", "plant"), gap=21)),
    ),
)

# bathroom


def _tub(s: Spot) -> None:
    for x in (12, 72):
        s.line(x, 8, x - 2, 0, 4, "brass", 3)

    def belly(x: Field, y: Field) -> Any:
        up = (y - 6) / 26
        left, right = 2 + 8 * (1 - up) ** 2, 88 - 8 * (1 - up) ** 2
        return np.where((x >= left) & (x <= right), np.where(x < left + 6, 4, np.where(x > right - 16, 1, np.where(y < 10, 2, 3))), -1)

    s.shape(0, 6, 92, 26, belly, "linen")
    s.slab(-2, 31, 94, 4, "linen", 3)
    for k in range(9):
        s.ball(12 + 8 * k, 36 + 2 * (k % 3), 5, 4, "linen", 3)
    s.line(84, 34, 84, 48, 2.4, "brass", 3)
    s.line(84, 48, 76, 46, 2.4, "brass", 3)


def _basin(s: Spot) -> None:
    s.block(16, 0, 10, 30, "linen", 2)
    s.block(4, 30, 34, 9, "linen", 3)
    s.slab(2, 38, 38, 4, "linen")
    s.line(21, 42, 21, 50, 2, "brass", 3)
    s.line(21, 50, 27, 47, 2, "brass", 3)


def _mirror(s: Spot) -> None:
    cx = s.width / 2
    s.ball(cx, 82, 17, 22, "brass", 2)
    s.ball(cx, 82, 14.4, 19.4, "glass", 3, flat=True)
    s.line(cx - 8, 74, cx + 4, 92, 2.2, "glass", 4)
    s.block(cx - 16, 110, 32, 4, "brass", 2)
    for k in range(3):
        s.ball(cx - 10 + 10 * k, 108, 3.4, 3.4, "lamp", 4)
    s.glow(cx, 102, 88, 1.0)


def _closet(s: Spot) -> None:
    s.block(8, 0, 16, 14, "linen", 2)
    s.ball(16, 20, 15, 8, "linen", 3)
    s.box(2, 21, 30, 4, "linen", 4)
    s.block(24, 24, 14, 26, "linen", 3)
    s.box(26, 44, 4, 2, "brass", 3)


def _towels(s: Spot) -> None:
    s.box(2, 96, s.width - 4, 2, "brass", 3)
    for k, tint in enumerate(("cloth", "linen")):
        x = 5 + k * (s.width - 10) / 2
        s.block(x, 62, (s.width - 16) / 2, 36, tint, 3)
        s.box(x, 68, (s.width - 16) / 2, 3, tint, 1)


def _washing(s: Spot) -> None:
    s.block(0, 0, 42, 46, "linen", 3)
    s.box(0, 38, 42, 1.4, "linen", 1)
    s.ball(21, 20, 14, 14, "metal", 2)
    s.ball(21, 20, 10.6, 10.6, "glass", 1)
    s.ball(21, 17, 8, 6, "cloth", 2)
    s.box(6, 40, 10, 3, "metal", 1)
    s.ball(34, 41.6, 2.2, 2.2, "metal", 3)


BATHROOM: Final = Room(
    partial(walls.tiled, floor=partial(floors.checks, material="tile", other="trim")),
    (Slot(104, furniture.at(6, _tub), furniture.together(fixtures.window(38, 40, foot=80, frame="linen"))), Slot(48, _basin, _mirror)),
    (
        Slot(46, _closet, fixtures.picture(22, 18, up=78, sort=2)),
        Slot(46, furniture.basket(10, "linen"), _towels),
        Slot(50, furniture.at(4, _washing), furniture.at(0, fixtures.clock(112, 8, "brass"))),
        Slot(30, furniture.at(5, furniture.pot_plant(0, "trim")), None),
        Slot(46, furniture.shelves(4, 0, 36, ("boxes", "jars", "bottles", "boxes"), ("cloth", "linen", "trim"), wood="metal", gap=18)),
    ),
)

# washroom


def _cubicle(s: Spot) -> None:
    """A door that ends a hand above the floor, between two posts."""
    s.block(0, 0, 5, 112, "trim", 1)
    s.block(5, 12, 38, 94, "trim", 3)
    s.box(5, 104, 38, 2, "trim", 1)
    s.box(35, 56, 4, 5, "brass", 3)
    s.block(43, 0, 5, 112, "trim", 1)


def _long_mirror(s: Spot) -> None:
    s.block(3, 62, s.width - 6, 44, "metal", 2)
    s.block(5, 64, s.width - 10, 40, "glass", 3)
    s.line(14, 70, 34, 96, 2.2, "glass", 4)
    s.line(24, 70, 44, 96, 1.4, "glass", 4)
    s.block(18, 110, s.width - 36, 4, "lamp", 4)
    s.glow(s.width / 2, 102, 88, 1.0)


def _dryer(s: Spot) -> None:
    s.block(8, 62, 24, 16, "metal", 3)
    s.box(14, 60, 12, 3, "metal", 1)


WASHROOM: Final = Room(
    partial(walls.tiled, floor=partial(floors.checks, material="tile", other="linen")),
    (
        Slot(92, furniture.together(furniture.at(2, _basin), furniture.at(48, _basin)), _long_mirror),
        Slot(102, furniture.together(furniture.at(2, _cubicle), furniture.at(50, _cubicle)), None),
    ),
    (
        Slot(52, furniture.at(2, _cubicle), None),
        Slot(40, furniture.basket(10, "metal"), _dryer),
        Slot(44, _basin, _mirror),
        Slot(30, furniture.at(5, furniture.pot_plant(0, "trim")), None),
    ),
)
