"""Rooms where things are sold: shop, bakery, market hall."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, floors, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field


def till(x: float, y: float) -> furniture.Piece:
    """A cash register."""

    def draw(s: Spot) -> None:
        s.block(x, y, 24, 9, "brass", 1)
        s.shape(x + 1, y + 9, 22, 10, lambda px, py: np.where(py - y - 9 < 10 - (px - x) * 0.3, 3, -1), "brass")
        for k in range(3):
            for j in range(3):
                s.box(x + 9 + 4 * k, y + 9.6 + 2.4 * j - k * 0.6, 2, 1.4, "linen", 4)
        s.block(x + 2, y + 18, 14, 9, "brass", 3)
        s.box(x + 4, y + 20, 10, 5, "linen", 4)

    return draw


def scales(x: float, y: float) -> furniture.Piece:
    """A balance with two pans."""

    def draw(s: Spot) -> None:
        s.box(x + 10, y, 2, 18, "brass", 2)
        s.box(x + 5, y, 12, 2, "brass", 2)
        s.line(x, y + 17, x + 22, y + 19, 1.6, "brass", 3)
        for dx, dy in ((0, 8), (22, 10)):
            s.line(x + dx, y + dy + 9, x + dx - 4, y + dy, 0.8, "brass", 3)
            s.line(x + dx, y + dy + 9, x + dx + 4, y + dy, 0.8, "brass", 3)
            s.box(x + dx - 6, y + dy - 2, 12, 2, "brass", 3)

    return draw


# shop


def _shop_counter(s: Spot) -> None:
    furniture.counter(4, 88, 40, panels=3)(s)
    till(8, 42)(s)
    scales(46, 42)(s)
    furniture.jar(s, 78, 42, "accent")
    furniture.jar(s, 85, 42, "plant")


def _tall_shelves(*rows: str) -> furniture.Piece:
    return furniture.shelves(3, 0, 62, rows, ("accent", "cloth", "plant", "brass"), gap=21)


def _produce(s: Spot) -> None:
    for k, heap in enumerate(("accent", "plant", "brass")):
        furniture.at(24 * k, furniture.basket(2, heap))(s)
    for k, heap in enumerate(("brass", "cloth")):
        s.block(12 + 26 * k, 20, 22, 2, "wood", 3)
        for j in range(4):
            s.ball(16 + 26 * k + 5 * j, 24, 3.4, 3.4, heap, 2 + j % 2)
    s.box(34, 24, 2, 18, "wood", 2)
    s.block(24, 40, 22, 12, "linen", 4)
    s.box(27, 45, 16, 1.4, "iron", 1)
    s.box(27, 48, 12, 1.4, "iron", 1)


def _shop_window(s: Spot) -> None:
    fixtures.window(62, 58, foot=50, bars=2)(s)
    fixtures.awning(108, 15)(s)


def _racks(s: Spot) -> None:
    """Clothes on a rail."""
    for x in (2, 58):
        s.box(x, 0, 2, 62, "metal", 2)
        s.box(x - 5, 0, 12, 2, "metal", 2)
    s.box(2, 61, 58, 2, "metal", 4)
    for k in range(6):
        tint = ("cloth", "accent", "plant", "linen", "brass", "cloth")[k]
        left = 8 + 8.6 * k
        s.line(left, 62, left, 56, 0.9, "metal", 3)
        s.gable(left, 42, 6, 15, tint, 2)
        s.block(left - 5, 22, 10, 26, tint, 2)


SHOP: Final = Room(
    partial(walls.plaster, dado="dado"),
    (
        Slot(96, _shop_counter, furniture.together(furniture.shelves(6, 76, 84, ("tins", "jars"), ("accent", "cloth", "plant", "brass"), gap=22), fixtures.pendant(28, "accent", 96))),
        Slot(70, _tall_shelves("boxes", "tins", "jars", "tins", "boxes")),
    ),
    (
        Slot(80, furniture.at(4, _produce), None),
        Slot(84, None, _shop_window),
        Slot(70, _tall_shelves("pots", "bottles", "jars", "boxes"), None),
        Slot(64, _racks, furniture.together(fixtures.pendant(30, "accent"))),
        Slot(58, furniture.together(furniture.sack(2), furniture.sack(20), furniture.barrel(38)), fixtures.clock(112)),
    ),
)  # fmt: skip

# bakery


def _oven(s: Spot) -> None:
    s.block(0, 0, 84, 86, "brick", 2)
    for j in range(14):
        s.box(0, 6 * j, 84, 0.8, "brick", 1)
        for i in range(8):
            s.box(10.5 * i + 5 * (j % 2), 6 * j, 0.8, 6, "brick", 1)
    s.slab(-3, 85, 90, 5, "stone")

    def mouth(x: Field, y: Field) -> Any:
        up = np.clip((y - 40) / 18, 0, None)
        return np.where((np.abs(x - 42) < 24 * np.sqrt(np.clip(1 - up * up, 0, 1))) & (y > 28), np.where(y < 42, 3, 2), -1)

    s.shape(14, 24, 56, 40, lambda x, y: np.where((np.hypot((x - 42) / 28, np.clip(y - 40, 0, None) / 22) < 1) & (y > 26), 1, -1), "stone")
    s.shape(16, 28, 52, 34, mouth, "fire")
    for k in range(3):
        s.ball(28 + 14 * k, 32, 6, 4, "brass", 2)
    s.slab(12, 25, 60, 4, "stone")
    furniture.goods(s, 4, 90, 60, "pots", ("accent", "linen"))
    s.box(20, 4, 44, 16, "brick", 0)
    for k in range(5):
        s.ball(26 + 8 * k, 8, 4.4, 4.4, "wood", 2)
    s.glow(42, 44, 108, 1.0)


def _bread_counter(s: Spot) -> None:
    s.block(2, 0, 92, 22, "wood", 2)
    s.box(4, 22, 88, 20, "glass", 3)
    furniture.goods(s, 6, 23, 84, "loaves", ("brass", "wood"))
    s.line(12, 24, 20, 40, 1.2, "glass", 4)
    s.line(60, 24, 68, 40, 1.2, "glass", 4)
    s.slab(0, 41, 96, 4, "wood")
    till(8, 45)(s)
    s.ball(62, 50, 7, 5, "linen", 3)
    s.ball(62, 53, 5, 3.4, "accent", 3)
    s.ball(62, 56, 1.6, 1.6, "cloth", 3)
    s.box(54, 45, 16, 2, "metal", 3)


def _bread_shelves(s: Spot) -> None:
    furniture.shelves(3, 18, s.width - 6, ("loaves", "loaves", "loaves", "pots"), ("brass", "wood"), gap=18)(s)
    furniture.at(4, furniture.sack(0))(s)
    furniture.at(26, furniture.sack(0))(s)


def _kneading(s: Spot) -> None:
    furniture.table(2, 72, 32)(s)
    s.ball(24, 36, 13, 6, "linen", 3)
    s.ball(46, 35, 8, 4.4, "linen", 3)
    s.line(54, 36, 72, 36, 3.4, "wood", 3)
    s.box(8, 31.6, 60, 1, "linen", 4)
    furniture.sack(50)(s)


def _peel(s: Spot) -> None:
    s.line(14, 52, 14, 118, 2, "wood", 2)
    s.ball(14, 124, 7, 11, "wood", 3)
    s.block(34, 92, 34, 24, "iron", 1)
    for k in range(3):
        s.box(38, 109 - 6 * k, 14 + 5 * (k % 2), 1.6, "linen", 4)
        s.box(58, 109 - 6 * k, 6, 1.6, "linen", 4)


BAKERY: Final = Room(
    partial(walls.tiled, floor=partial(floors.checks, material="tile", other="trim"), high=56),
    (Slot(96, _bread_counter, furniture.together(furniture.at(-20, fixtures.pendant(38, "accent")), furniture.at(24, fixtures.pendant(38, "accent")))), Slot(90, _oven)),
    (
        Slot(62, _bread_shelves),
        Slot(78, _kneading, _peel),
        Slot(74, None, furniture.together(fixtures.window(58, 56, foot=54, bars=2, curtain=None), fixtures.awning(108, 14))),
        Slot(60, furniture.together(furniture.sack(2), furniture.sack(20), furniture.sack(38)), fixtures.clock(116, 10)),
    ),
)  # fmt: skip

# market hall


def _stall(heaps: tuple[str, ...], stripe: str) -> furniture.Piece:
    def draw(s: Spot) -> None:
        w = s.width
        for x in (3, w - 6):
            s.box(x, 0, 3, 86, "wood", 2)
        s.block(2, 8, w - 4, 20, "wood", 1)
        for k in range(int((w - 8) / 10)):
            s.box(6 + 10 * k, 8, 1, 20, "wood", 0)
        rows = max(1, len(heaps))
        for k, heap in enumerate(heaps):
            x = 5 + k * (w - 10) / rows
            for j in range(int((w - 14) / rows / 5)):
                s.ball(x + 4 + 5 * j, 31, 3.6, 3.6, heap, 2)
            for j in range(int((w - 22) / rows / 5)):
                s.ball(x + 6.6 + 5 * j, 35.4, 3.4, 3.4, heap, 3)
        s.slab(0, 27, w, 4, "wood")
        fixtures.awning(78, 18, stripe)(s)

    return draw


def _fish(s: Spot) -> None:
    _stall((), "accent")(s)
    s.box(4, 30, s.width - 8, 7, "glass", 4)
    for k in range(5):
        x = 9 + k * (s.width - 24) / 5
        s.ball(x + 5, 36, 6, 2.6, "metal", 3)
        s.gable(x + 12, 33.6, 2.4, 5, "metal", 2)


def _flowers(s: Spot) -> None:
    for k in range(4):
        x = 2 + k * (s.width - 18) / 3
        s.block(x, 0, 14, 14, "metal", 3)
        for j in range(7):
            s.line(x + 7, 12, x + 1 + 2 * j, 22 + 6 * s.rng.random(), 1, "plant", 2)
            s.ball(x + 1 + 2 * j, 24 + 8 * s.rng.random(), 2.6, 2.6, ("accent", "cloth", "brass", "linen")[(j + k) % 4], 3, flat=True)


def _girders(s: Spot) -> None:
    """Iron columns that carry a roof of glass."""
    w = s.width
    for k in range(5):
        s.box(k * w / 5 + 2, 134, w / 5 - 3, 28, "pane", 3 - k % 2)
    s.glow(w / 2, 140, 60, 0.4)
    s.box(0, 160, w, 6, "iron", 2)
    s.box(0, 130, w, 4, "iron", 2)
    s.line(0, 131, w / 2, 162, 2, "iron", 1)
    s.line(w, 131, w / 2, 162, 2, "iron", 1)
    s.block(w / 2 - 2, 10, 5, 122, "iron", 2)
    s.block(w / 2 - 5, 124, 11, 6, "iron", 3)
    s.box(w / 2 + 10, 112, 0.8, 18, "iron", 1)
    s.gable(w / 2 + 10, 104, 8, 9, "accent", 2)
    s.box(w / 2 + 7, 102, 7, 2.4, "lamp", 4)
    s.glow(w / 2 + 10, 100, 92, 1.0)


MARKET: Final = Room(
    partial(walls.brick, floor=floors.flags, wall="brick"),
    (Slot(84, _stall(("accent", "plant", "brass"), "cloth"), _girders), Slot(76, _stall(("plant", "accent"), "plant"), None), Slot(74, _fish, _girders)),
    (
        Slot(72, _flowers, None),
        Slot(84, _stall(("brass", "wood"), "accent"), _girders),
        Slot(62, furniture.together(furniture.crate(2), furniture.crate(24), furniture.crate(12, 18), furniture.sack(44)), _girders),
    ),
)  # fmt: skip
