"""Workshop and garage."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot

# workshop and garage


def _vice_bench(s: Spot) -> None:
    for x in (4, 74):
        s.block(x, 0, 7, 32, "wood", 2)
    s.box(8, 8, 70, 4, "wood", 1)
    s.slab(0, 31, 86, 6, "wood")
    s.block(62, 37, 16, 8, "iron", 2)
    s.block(66, 45, 5, 6, "iron", 3)
    s.box(76, 40, 10, 2, "metal", 3)
    s.box(6, 37, 20, 3, "wood", 4)
    s.line(30, 39, 46, 39, 2.4, "wood", 3)
    s.block(44, 37, 8, 6, "metal", 2)
    furniture.crate(16, 12, 18, 14)(s)
    furniture.crate(40, 12, 22, 12)(s)
    for k in range(5):
        s.ball(30 + 4 * k, -2 - k % 2, 2.4, 1.2, "wood", 4, flat=True)


def pegboard(s: Spot) -> None:
    """Tools on the wall, each in its place: hammer, saw, spanners, pliers, a square."""
    w = s.width - 8
    s.box(3, 62, w + 2, 52, "wood", 0)
    s.box(4, 63, w, 50, "wood", 4)
    for k in range(int(w / 7)):
        for j in range(7):
            s.box(7 + 7 * k, 66 + 7 * j, 1, 1, "wood", 2)
    # hammer
    s.line(14, 72, 14, 98, 2.4, "accent", 2)
    s.block(8, 97, 13, 6, "iron", 2)
    # saw
    s.shape(24, 74, 34, 12, lambda x, y: np.where((y - 74 < 11 - (x - 24) * 0.2) & (y - 74 > 1.4 * (x % 2)), np.where(y > 82, 4, 3), -1), "metal")  # fmt: skip
    s.block(20, 76, 8, 12, "wood", 1)
    # spanners, short to long
    for k in range(4):
        x, tall = 30 + 7 * k, 10 + 3 * k
        s.line(x, 108 - tall, x, 106, 2, "metal", 3)
        s.ball(x, 107, 2.6, 2.6, "metal", 3, flat=True)
        s.box(x - 0.7, 107, 1.4, 3, "wood", 4)
    # screwdrivers
    for k in range(3):
        s.box(w - 16 + 6 * k, 88, 3, 9, ("accent", "plant", "brass")[k], 2)
        s.box(w - 15 + 6 * k, 76, 1.2, 12, "metal", 3)


def tool_chest(s: Spot) -> None:
    """A red chest of drawers on castors."""
    for x in (6, 38):
        s.ball(x, 3, 3, 3, "iron", 2)
    s.block(2, 5, 42, 46, "accent", 2)
    for k in range(5):
        s.panel(4, 8 + 8.4 * k, 38, 8, "accent", 2)
        s.box(12, 13 + 8.4 * k, 22, 1.4, "metal", 4)
    s.slab(0, 50, 46, 3, "iron")
    s.line(8, 54, 24, 55, 2, "metal", 3)
    s.block(30, 53, 8, 9, "brass", 2)


def _drill(s: Spot) -> None:
    s.block(4, 0, 30, 6, "iron", 2)
    s.block(22, 6, 6, 76, "metal", 2)
    s.block(4, 28, 28, 4, "iron", 3)
    s.block(6, 62, 24, 20, "accent", 2)
    s.box(12, 50, 6, 12, "iron", 2)
    s.line(15, 50, 15, 36, 1.6, "metal", 4)
    s.line(8, 70, -2, 60, 1.6, "metal", 3)
    s.ball(-2, 60, 2, 2, "iron", 3)


def tyres(count: int = 3) -> furniture.Piece:
    def draw(s: Spot) -> None:
        for k in range(count):
            s.block(2, 11 * k, 36, 10, "iron", 1)
            s.box(2, 11 * k + 8, 36, 2, "iron", 3)
            for j in range(7):
                s.box(5 + 5 * j, 11 * k + 2, 1.6, 5, "iron", 0)
        s.ball(58, 19, 18, 18, "iron", 1)
        s.ball(58, 19, 9.6, 9.6, "metal", 3)
        s.ball(58, 19, 4, 4, "iron", 2)

    return draw


def car(s: Spot) -> None:
    """A car from its side."""
    s.mass([(16, 26, 12), (112, 25, 10)], "paint", leafy=0.0)
    s.block(12, 15, 106, 22, "paint", 2)
    s.box(12, 33, 106, 2, "paint", 4)
    s.box(12, 15, 106, 4, "paint", 0)

    def roof(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        up = (y - 36) / 24
        return np.where((x > 26 + 14 * up) & (x < 92 - 22 * up), np.where(up > 0.82, 3, 2), -1)

    def panes(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        up = (y - 36) / 24
        return np.where((x > 31 + 14 * up) & (x < 87 - 22 * up) & (np.abs(x - 57) > 2) & (up < 0.8), np.where((x + y) % 22 < 5, 4, 2), -1)

    s.shape(26, 36, 66, 24, roof, "paint")
    s.shape(30, 37, 60, 20, panes, "glass")
    s.line(57, 18, 57, 36, 0.9, "paint", 0)
    s.box(62, 29, 6, 1.6, "metal", 4)
    s.ball(118, 27, 3, 4, "lamp", 4)
    s.block(10, 24, 4, 7, "accent", 3)
    for x in (30, 98):
        s.ball(x, 13, 13, 13, "iron", 1)
        s.ball(x, 13, 7, 7, "metal", 3)
        s.ball(x, 13, 2.6, 2.6, "iron", 2)
    s.box(-2, 12, 12, 4, "metal", 2)
    s.box(118, 12, 8, 4, "metal", 2)


def _opened(s: Spot) -> None:
    """The car with its bonnet up."""
    s.line(104, 34, 122, 68, 3, "paint", 3)
    s.line(112, 36, 116, 54, 1, "metal", 2)
    car(s)


def _shutter(s: Spot) -> None:
    """A door that rolls up."""
    w = s.width - 12
    s.box(3, -4, w + 6, 108, "metal", 0)
    for k in range(16):
        s.box(6, -2 + 6.2 * k, w, 5.4, "metal", 2 + k % 2)
    s.block(2, 100, w + 8, 12, "metal", 3)
    s.box(s.width / 2 - 8, 2, 16, 2, "iron", 1)


def _paint(s: Spot) -> None:
    furniture.shelves(2, 0, s.width - 4, ("tins", "boxes", "tins", "pots"), ("accent", "plant", "brass", "paint"), gap=20, wood="metal")(s)


def _oil(s: Spot) -> None:
    furniture.barrel(2, 36, "paint", "iron")(s)
    furniture.barrel(32, 36, "accent", "iron")(s)
    s.block(24, 0, 12, 14, "brass", 2)
    s.box(28, 14, 6, 3, "brass", 3)


def _worklamp(drop: float = 44) -> furniture.Piece:
    return fixtures.pendant(drop, "metal", 84)


WORKSHOP: Final = Room(
    partial(walls.boarded, beams="wood2"),
    (Slot(90, _vice_bench, furniture.together(pegboard)), Slot(48, tool_chest, _worklamp())),
    (
        Slot(40, _drill, _worklamp(36)),
        Slot(60, None, furniture.together(fixtures.window(44, 46, foot=66))),
        Slot(54, _paint),
        Slot(
            62,
            furniture.together(furniture.crate(4), furniture.crate(26), furniture.sack(44)),
            furniture.together(fixtures.window(38, 40, foot=72)),
        ),
        Slot(56, furniture.together(furniture.barrel(4), furniture.at(30, furniture.stool(0))), fixtures.clock(118, 10, "iron")),
    ),
)
GARAGE: Final = Room(
    partial(walls.brick, wall="brick"),
    (Slot(126, _opened, furniture.together(furniture.at(-24, _worklamp(40)), furniture.at(30, _worklamp(40)))), Slot(48, tool_chest, None)),
    (
        Slot(80, tyres(), pegboard),
        Slot(84, None, _shutter),
        Slot(66, _oil, fixtures.window(44, 30, foot=84, frame="metal", bars=2)),
        Slot(56, _paint),
        Slot(90, _vice_bench, pegboard),
    ),
)
