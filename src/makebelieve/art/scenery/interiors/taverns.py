"""Rooms where people eat and drink: tavern, bar, café."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, floors, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot

# tavern


def tankard(s: Spot, x: float, y: float) -> None:
    s.block(x, y, 6, 8, "metal", 2)
    s.box(x + 6, y + 2, 2, 4, "metal", 3)
    s.ball(x + 3, y + 8.4, 3.4, 1.6, "linen", 4)


def _tap_bar(s: Spot) -> None:
    furniture.counter(4, 96, 42, "wood2", panels=4)(s)
    for k in range(3):
        tankard(s, 14 + 15 * k + 4 * s.rng.random(), 44)
    s.block(70, 44, 20, 20, "wood", 2)
    s.box(70, 48, 20, 2, "iron", 2)
    s.box(70, 58, 20, 2, "iron", 2)
    s.box(67, 50, 4, 2, "brass", 3)
    furniture.candle(60, 44, 6)(s)


def _cask_rack(s: Spot) -> None:
    for k in range(3):
        furniture.cask(8 + 28 * k, 66, 12)(s)
    s.slab(2, 62, 92, 4, "wood")
    furniture.shelves(4, 94, 88, ("bottles",), ("plant", "cloth", "brass"), gap=22, back=False)(s)


def _tavern_table(s: Spot) -> None:
    furniture.bench(0, 84, 16)(s)
    furniture.table(6, 72, 30)(s)
    tankard(s, 18, 30)
    tankard(s, 56, 30)
    s.ball(38, 33, 9, 3, "metal", 3)
    s.ball(38, 36, 6, 4, "brass", 2)
    furniture.candle(68, 30, 6)(s)


def _wheel(s: Spot) -> None:
    """A wheel with candles on chains."""
    cx = s.width / 2
    s.line(cx, 166, cx - 24, 132, 0.9, "iron", 2)
    s.line(cx, 166, cx + 24, 132, 0.9, "iron", 2)
    s.ball(cx, 130, 28, 4, "wood", 1)
    for k in range(5):
        x = cx - 24 + 12 * k
        s.box(x - 1, 132, 2.4, 6, "linen", 4)
        s.gable(x, 138, 1.8, 5.4, "fire", 3)
    s.glow(cx, 132, 104, 1.0)


def antlers(s: Spot) -> None:
    """Antlers on their board."""
    cx = s.width / 2
    s.ball(cx, 96, 10, 13, "wood", 1)
    s.ball(cx, 98, 5, 7, "wood", 3)
    for side in (-1, 1):
        s.line(cx + 2 * side, 104, cx + 14 * side, 120, 2.2, "linen", 3, 1.2)
        s.line(cx + 7 * side, 110, cx + 16 * side, 110, 1.8, "linen", 3, 1)
        s.line(cx + 10 * side, 115, cx + 6 * side, 123, 1.8, "linen", 3, 1)


def _darts(s: Spot) -> None:
    cx = s.width / 2
    s.ball(cx, 96, 17, 17, "wood", 1)
    for k, (r, tint, tone) in enumerate(((14.6, "linen", 3), (11, "cloth", 2), (8, "linen", 3), (5, "plant", 2), (2.4, "cloth", 3))):
        s.ball(cx, 96, r, r, tint, tone, flat=True)
        if k == 0:
            for j in range(5):
                a = j * np.pi / 5
                s.line(cx - 14 * np.cos(a), 96 - 14 * np.sin(a), cx + 14 * np.cos(a), 96 + 14 * np.sin(a), 0.8, "iron", 1)
    s.line(cx + 3, 98, cx + 12, 102, 1.2, "brass", 3)


TAVERN: Final = Room(
    partial(walls.timbered, wood="wood2"),
    (Slot(104, _tap_bar, _cask_rack), Slot(86, _tavern_table, _wheel)),
    (
        Slot(68, furniture.at(6, furniture.fireplace(wall="stone", shelf="wood")), antlers),
        Slot(58, furniture.together(furniture.barrel(2, 30), furniture.barrel(28, 30), furniture.barrel(15, 26, y=29)), _darts),
        Slot(
            56, furniture.at(6, furniture.together(furniture.barrel(10, 30), furniture.stool(-6), furniture.stool(36))), fixtures.lattice()
        ),
        Slot(50, None, fixtures.lattice()),
        Slot(86, _tavern_table, furniture.together(fixtures.lattice(34, 40))),
    ),
)

# bar


def _bar_counter(s: Spot) -> None:
    furniture.counter(2, 108, 44, "wood", "brass", panels=5)(s)
    for k in range(3):
        furniture.at(14 + 32 * k, furniture.stool(0, 28, "iron"))(s)
    for k in range(3):
        s.line(46 + 8 * k, 46, 46 + 8 * k, 58, 2, "brass", 3)
        s.block(44.4 + 8 * k, 57, 3.6, 7, ("accent", "plant", "cloth")[k], 3)
    for k in (18, 82, 92):
        s.box(k - 0.6, 46, 1.4, 5, "glass", 3)
        s.ball(k, 53, 3.6, 3, "glass", 4)


def _back_bar(s: Spot) -> None:
    w = s.width - 8
    s.box(4, 64, w, 62, "wood", 1)
    s.box(8, 68, w - 8, 54, "glass", 1)
    for k in range(2):
        furniture.goods(s, 9, 71 + 25 * k, w - 10, "bottles", ("plant", "cloth", "brass", "accent"))
        s.slab(6, 68 + 25 * k, w - 4, 3, "wood")
    s.slab(2, 125, w + 4, 5, "wood")
    for k in range(3):
        s.box(14 + k * (w - 22) / 2, 123, 6, 2, "lamp", 4)
        s.glow(17 + k * (w - 22) / 2, 112, 52, 0.8)


def _neon(s: Spot) -> None:
    """A glass with a straw in tubes of light."""
    cx = s.width / 2
    for side in (-1, 1):
        s.line(cx + 14 * side, 118, cx, 100, 1.8, "neon", 3)
    s.line(cx - 14, 118, cx + 14, 118, 1.8, "neon", 3)
    s.line(cx, 100, cx, 84, 1.8, "neon", 3)
    s.line(cx - 8, 83, cx + 8, 83, 1.8, "neon", 3)
    s.line(cx + 3, 112, cx + 12, 126, 1.6, "neon2", 3)
    s.ball(cx - 4, 112, 3, 3, "neon2", 4, flat=True)
    s.glow(cx, 104, 62, 0.9)


def _jukebox(s: Spot) -> None:
    s.block(4, 0, 36, 46, "wood", 2)
    s.ball(22, 46, 18, 18, "neon", 2)
    s.ball(22, 46, 13, 13, "lamp", 3)
    s.box(8, 26, 28, 20, "glass", 1)
    for k in range(3):
        s.ball(14 + 8 * k, 36, 3.6, 3.6, "iron", 1)
    s.box(9, 6, 26, 16, "brass", 2)
    for k in range(5):
        s.box(10.6 + 5 * k, 7, 1.6, 14, "wood", 0)
    for x in (4, 37):
        s.box(x, 4, 3, 42, "neon2", 3)
    s.glow(22, 44, 64, 0.9)


def _booth(s: Spot) -> None:
    for x in (0, 62):
        s.block(x, 0, 22, 20, "cloth", 1)
        s.block(x - 2 if x == 0 else x + 16, 0, 9, 52, "cloth", 2)
        s.slab(x, 18, 22, 5, "cloth")
    s.block(38, 0, 6, 30, "iron", 2)
    s.slab(24, 30, 36, 4, "wood")
    furniture.bottle(s, 34, 34, 14, "plant")
    furniture.candle(46, 34, 4)(s)


BAR: Final = Room(
    partial(walls.brick, floor=floors.boards, wall="wall"),
    (Slot(114, _bar_counter, furniture.together(_back_bar, furniture.at(-36, fixtures.pendant(26, "accent", 62)), furniture.at(36, fixtures.pendant(26, "accent", 62)))), Slot(54, None, _neon)),
    (
        Slot(90, _booth, fixtures.pendant(44, "accent", 88)),
        Slot(46, _jukebox),
        Slot(60, furniture.at(8, furniture.together(furniture.table(8, 30, 38, "iron"), furniture.stool(-4, 24, "iron"), furniture.stool(38, 24, "iron"))), fixtures.pendant(50, "accent", 84)),
        Slot(56, None, _darts),
        Slot(62, None, fixtures.window(48, 56, foot=62, frame="iron", bars=1)),
    ),
)  # fmt: skip

# café


def _coffee_bar(s: Spot) -> None:
    furniture.counter(2, 92, 42, panels=4)(s)
    s.block(10, 45, 38, 22, "metal", 3)
    s.box(14, 48, 30, 9, "iron", 1)
    for k in range(2):
        s.box(20 + 14 * k, 55, 4, 3, "metal", 1)
        s.block(19 + 14 * k, 48, 6, 5, "linen", 4)
    s.box(12, 66, 34, 2, "brass", 3)
    for k in range(4):
        s.block(13 + 8 * k, 68, 6, 5, "linen", 4)
    s.ball(70, 50, 15, 12, "glass", 3)
    s.ball(66, 49, 6, 4, "cloth", 3)
    s.ball(76, 49, 6, 4, "brass", 3)
    s.box(54, 45, 32, 2, "metal", 3)
    s.ball(70, 63, 2, 2, "metal", 3)


def menu_board(s: Spot) -> None:
    w = s.width - 20
    s.box(8, 78, w + 4, 38, "wood", 2)
    s.box(10, 80, w, 34, "iron", 1)
    s.box(16, 106, w * 0.5, 2.4, "linen", 4)
    for k in range(3):
        s.box(16, 99 - 7 * k, w * (0.4 + 0.1 * (k % 2)), 1.4, "linen", 3)
        s.box(10 + w - 14, 99 - 7 * k, 8, 1.4, "lamp", 3)


def _cafe_table(s: Spot) -> None:
    furniture.chair(2, "iron", "cloth")(s)
    furniture.chair(2, "iron", "cloth")(Spot(s.plane, s.left, s.base, s.width, mirrored=not s.mirrored))
    s.box(s.width / 2 - 1.4, 0, 2.8, 30, "iron", 2)
    s.box(s.width / 2 - 9, 0, 18, 2, "iron", 2)
    s.slab(s.width / 2 - 17, 30, 34, 3.4, "wood")
    s.block(s.width / 2 - 9, 33, 6, 5, "linen", 4)
    s.block(s.width / 2 + 6, 33, 4, 7, "glass", 3)
    for k in range(3):
        s.ball(s.width / 2 + 6 + 2 * k, 43 + k % 2, 2, 2, "accent", 3)


CAFE: Final = Room(
    partial(walls.plaster, floor=partial(floors.checks, material="tile", other="trim"), dado="dado"),
    (Slot(98, _coffee_bar, furniture.together(menu_board, furniture.at(-34, fixtures.pendant(26, "cloth", 90)))), Slot(68, _cafe_table, fixtures.pendant(44, "cloth"))),
    (
        Slot(82, _cafe_table, furniture.together(fixtures.window(66, 62, foot=52, bars=1), fixtures.awning(112, 13))),
        Slot(68, _cafe_table, fixtures.picture(30, 24, up=84)),
        Slot(32, furniture.at(5, furniture.pot_plant(tall=54)), fixtures.clock(112)),
        Slot(58, furniture.shelves(3, 0, 52, ("boxes", "tins", "pots", "tins"), ("accent", "cloth", "plant", "brass"), gap=20)),
    ),
)  # fmt: skip
