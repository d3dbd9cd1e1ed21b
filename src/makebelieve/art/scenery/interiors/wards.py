"""Hospital wards."""

from __future__ import annotations

from typing import Final

import numpy as np

from makebelieve.art.scenery import rooms
from makebelieve.art.scenery.interiors import fixtures, furniture
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot

# ward


def _hospital_bed(s: Spot) -> None:
    for x, tall in ((0, 54), (74, 38)):
        s.block(x, 0, 4, tall, "metal", 3)
        s.box(x, tall - 12, 4, 2, "metal", 0)
    s.box(2, 22, 74, 4, "metal", 1)
    s.block(4, 26, 70, 10, "linen", 4)
    s.block(30, 23, 46, 17, "blanket", 2)
    s.box(30, 37, 46, 3, "blanket", 4)
    s.ball(16, 40, 11, 6, "linen", 3)
    for x in (10, 66):
        s.ball(x, 2, 2.4, 2.4, "iron", 2)


def _monitor(s: Spot) -> None:
    s.box(12, 0, 2, 54, "metal", 1)
    s.box(4, 0, 18, 2, "metal", 1)
    s.box(-1, 54, 30, 24, "metal", 0)
    s.box(1, 56, 26, 20, "screen", 0)
    beat = (0, 0, 0, 7, -5, 0, 0)
    for k in range(6):
        s.line(3 + 3.7 * k, 66 + beat[k], 6.7 + 3.7 * k, 66 + beat[k + 1], 1, "screen", 4)
    s.glow(14, 66, 56, 0.8)
    s.box(36, 0, 2, 76, "metal", 3)
    s.box(32, 75, 10, 2, "metal", 3)
    s.block(30, 60, 8, 14, "glass", 3)
    s.line(34, 60, 36, 34, 0.9, "glass", 2)


def _rail(s: Spot) -> None:
    """A curtain on its rail."""
    w = s.width
    s.box(0, 128, w, 2.4, "metal", 3)
    for k in range(int(0.56 * w / 5)):
        s.box(2 + 5 * k, 14, 5.4, 114, "curtain", 2 + k % 2)
    s.box(2, 14, 0.56 * w - 4, 3, "curtain", 1)


def _medicines(s: Spot) -> None:
    s.block(0, 0, 52, 38, "linen", 3)
    for k in range(2):
        s.panel(3 + 25 * k, 4, 22, 30, "linen", 3)
        s.box(22 + 7 * k, 18, 1.6, 6, "metal", 1)
    s.slab(-2, 37, 56, 4, "metal")
    s.box(4, 41, 44, 26, "metal", 1)
    furniture.goods(s, 6, 42, 40, "bottles", ("blanket", "accent", "glass"))
    s.box(4, 66, 44, 3, "metal", 3)
    s.block(18, 69, 16, 14, "linen", 4)
    s.box(24.6, 71, 3, 10, "accent", 2)
    s.box(21, 74.4, 10, 3, "accent", 2)


def _washstand(s: Spot) -> None:
    s.block(14, 0, 10, 30, "linen", 2)
    s.block(2, 30, 34, 8, "linen", 3)
    s.line(19, 38, 19, 48, 2, "metal", 3)
    s.line(19, 48, 26, 46, 2, "metal", 3)
    s.box(34, 58, 9, 13, "metal", 3)


def _wheelchair(s: Spot) -> None:
    s.ball(18, 13, 13, 13, "iron", 1)
    s.ball(18, 13, 10.6, 10.6, "metal", 4, flat=True)
    for k in range(4):
        a = k * np.pi / 4
        s.line(18 - 10 * np.cos(a), 13 - 10 * np.sin(a), 18 + 10 * np.cos(a), 13 + 10 * np.sin(a), 0.9, "metal", 1)
    s.ball(38, 4, 4, 4, "iron", 2)
    s.block(12, 22, 24, 4, "blanket", 1)
    s.block(8, 22, 4, 24, "blanket", 2)
    s.line(8, 45, 3, 47, 2, "iron", 2)
    s.line(35, 24, 40, 8, 2, "metal", 2)


WARD: Final = Room(
    rooms.tiled,
    (
        Slot(
            118,
            furniture.together(furniture.at(4, _hospital_bed), furniture.at(86, _monitor)),
            furniture.at(16, fixtures.sconce(88, reach=52)),
        ),
        Slot(60, None, fixtures.window(46, 64, foot=62, frame="metal")),
    ),
    (
        Slot(84, _hospital_bed, furniture.at(10, fixtures.sconce(88, reach=52))),
        Slot(54, furniture.at(1, _medicines)),
        Slot(46, _washstand, furniture.together(fixtures.clock(120, 9, "iron"))),
        Slot(50, _wheelchair, fixtures.window(40, 60, foot=64, frame="metal")),
        Slot(72, None, _rail),
    ),
)
