"""Halls of castles: throne room, great hall."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, floors, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field

# castle halls


def banner(tall: float = 62, mark: int = 0, cloth: str = "cloth") -> furniture.Piece:
    """A banner with a charge: 0 a roundel, 1 a chevron, 2 a tower."""

    def draw(s: Spot) -> None:
        cx, top = s.width / 2, 132.0
        s.box(cx - 14, top, 28, 2.4, "brass", 3)

        def hung(x: Field, y: Field) -> Any:
            tail = np.abs(x - cx) * 0.8
            fold = np.sin((x - cx) / 2.2)
            tone = np.where(fold > 0.5, 3, np.where(fold < -0.5, 1, 2))
            return np.where(y > top - tall + 10 - tail, tone, -1)

        s.shape(cx - 11, top - tall, 22, tall, hung, cloth)
        s.box(cx - 11, top - 3, 22, 3, "brass", 2)
        middle = top - 0.45 * tall
        if mark == 0:
            s.ball(cx, middle, 6, 6, "brass", 3)
        elif mark == 1:
            for k in range(2):
                s.line(cx - 8, middle - 4 - 8 * k, cx, middle + 4 - 8 * k, 2.6, "brass", 3)
                s.line(cx + 8, middle - 4 - 8 * k, cx, middle + 4 - 8 * k, 2.6, "brass", 3)
        else:
            s.box(cx - 5, middle - 8, 10, 14, "brass", 3)
            for k in range(3):
                s.box(cx - 6 + 4.6 * k, middle + 6, 2.8, 3, "brass", 3)

    return draw


def _throne(s: Spot) -> None:
    """A throne on three steps, under a canopy."""
    cx = s.width / 2
    for k in range(3):
        s.box(4 + 9 * k, 5 * k, s.width - 8 - 18 * k, 5, "stone", 2)
        s.box(4 + 9 * k, 5 * k + 4, s.width - 8 - 18 * k, 1, "stone", 4)
    s.box(cx - 17, -14, 34, 14, "cloth", 1)
    for k in range(3):
        s.box(cx - 15, 5 * k, 30, 5, "cloth", 2)
        s.box(cx - 15, 5 * k + 4, 30, 1.2, "cloth", 4)
    for x in (-17, 15):
        s.box(cx + x, -14, 2, 29, "brass", 3)
    s.block(cx - 19, 15, 38, 66, "wood", 1)
    s.block(cx - 14, 38, 28, 38, "cloth", 2)
    for i in range(3):
        for j in range(3):
            s.box(cx - 9 + 8 * i, 44 + 11 * j, 1.6, 1.6, "brass", 4)
    for x in (-22, 17):
        s.block(cx + x, 15, 5, 80, "brass", 2)
        s.ball(cx + x + 2.5, 98, 4, 4, "brass", 3)
    s.gable(cx, 80, 19, 13, "brass", 2)
    s.ball(cx, 95, 4, 4, "accent", 3)
    s.block(cx - 17, 30, 34, 8, "cloth", 3)
    for x in (-22, 14):
        s.block(cx + x, 38, 8, 5, "brass", 3)
        s.block(cx + x + 1, 15, 6, 23, "brass", 1)
    s.block(cx - 17, 15, 34, 15, "wood", 2)
    for beside in (8, s.width - 11):
        s.block(beside - 3, 5, 9, 22, "stone", 3)
        furniture.candle(beside, 27, 10, 76)(s)


def _canopy(s: Spot) -> None:
    cx = s.width / 2
    for side in (-1, 1):
        fixtures.drape(s, cx + side * 46, 46, 92, 30, side > 0, "cloth")

    def valance(x: Field, y: Field) -> Any:
        low = 128 + 5 * np.abs(np.sin((x - cx) / 48 * np.pi * 2.5))
        return np.where(y > low, np.where(y > 144, 3, 2), -1)

    s.shape(cx - 48, 124, 96, 24, valance, "cloth")
    s.box(cx - 49, 146, 98, 4, "brass", 3)
    s.gable(cx, 150, 20, 12, "brass", 2)


def column(s: Spot) -> None:
    """A column with base and capital."""
    cx = s.width / 2
    s.block(cx - 8, 0, 16, 166, "stone", 3)
    for k in range(3):
        s.box(cx - 5 + 4 * k, 10, 1, 134, "stone", 1)
    s.block(cx - 12, 0, 24, 8, "stone", 2)
    s.box(cx - 12, 7, 24, 1.4, "stone", 4)
    s.block(cx - 12, 146, 24, 6, "stone", 3)
    s.block(cx - 10, 140, 20, 6, "stone", 2)


def _brazier(s: Spot) -> None:
    cx = s.width / 2
    for dx in (-8, 8):
        s.line(cx, 22, cx + dx, 0, 2.2, "iron", 2)
    s.shape(cx - 12, 22, 24, 11, lambda x, y: np.where(np.abs(x - cx) < 5 + 0.6 * (y - 22), np.where(y > 31, 3, 2), -1), "iron")
    for k, tall in enumerate((11, 18, 22, 16, 9)):
        s.gable(cx - 8 + 4 * k, 32, 4, tall, "fire", 2)
        s.gable(cx - 8 + 4 * k, 32, 2, 0.5 * tall, "fire", 4)
    s.glow(cx, 42, 100, 1.0)


def armour(s: Spot) -> None:
    """A suit of armour with a halberd, on a plinth."""
    s.block(4, 0, 24, 5, "stone", 2)
    for x in (10, 17):
        s.block(x, 5, 6, 24, "metal", 2)
        s.box(x - 1, 5, 8, 3, "metal", 3)
    s.block(9, 28, 15, 22, "metal", 3)
    s.box(9, 28, 15, 3, "iron", 2)
    for x in (5, 23):
        s.ball(x + 1, 48, 4.4, 4, "metal", 3)
        s.block(x - 1, 30, 4.4, 16, "metal", 2)
    s.ball(16.5, 57, 6, 7, "metal", 3)
    s.box(12, 57, 9, 1.4, "iron", 0)
    s.line(16.5, 64, 12, 70, 3, "cloth", 2)
    s.box(29, 2, 2, 74, "wood", 2)
    s.gable(30, 76, 3, 12, "metal", 4)
    s.block(31, 66, 7, 9, "metal", 3)


def _shields(s: Spot) -> None:
    cx = s.width / 2
    for side in (-1, 1):
        s.line(cx - 16 * side, 84, cx + 16 * side, 118, 2, "metal", 4)
        s.line(cx - 14 * side, 88, cx - 9 * side, 85, 2, "brass", 3)

    def escutcheon(x: Field, y: Field) -> Any:
        up = (y - 88) / 26
        return np.where(np.abs(x - cx) < 11 * np.clip(1.3 * up + 0.16, 0, 1) ** 0.6, np.where((x < cx) == (y > 102), 3, 1), -1)

    s.shape(cx - 12, 88, 24, 26, escutcheon, "cloth")


def chandelier(up: float = 128) -> furniture.Piece:
    def draw(s: Spot) -> None:
        cx = s.width / 2
        s.line(cx, 166, cx, up, 1.2, "brass", 2)
        for k in range(5):
            x = cx - 26 + 13 * k
            s.line(cx, up - 6 + 3 * (k % 2), x, up, 1.6, "brass", 3)
            s.box(x - 2, up, 4, 1.6, "brass", 4)
            s.box(x - 1, up + 1, 2, 5, "linen", 4)
            s.gable(x, up + 6, 1.8, 6, "fire", 3)
        s.ball(cx, up - 6, 4, 5, "brass", 3)
        s.glow(cx, up - 24, 80, 1.0)

    return draw


def _feast(s: Spot) -> None:
    """A long table with its guests' chairs: a boar, a pie, goblets, candles."""
    w = s.width
    for k in range(3):
        x = 16 + k * (w - 44) / 2
        s.block(x, 20, 14, 32, "wood", 1)
        s.gable(x + 7, 52, 8, 6, "wood", 2)
    s.box(3, 12, w - 6, 18, "linen", 2)
    for k in range(int(w / 8)):
        s.box(5 + 8 * k, 12, 2, 15, "linen", 1)
    s.slab(0, 29, w, 4, "linen", 3)
    for x in (8, w - 14):
        s.block(x, 0, 6, 12, "wood", 1)
    s.ball(w * 0.5, 40, 14, 7, "brass", 2)
    s.ball(w * 0.5 + 13, 42, 5, 4.4, "brass", 2)
    s.ball(w * 0.5 + 17, 42, 1.6, 1.6, "accent", 3)
    s.box(w * 0.5 - 18, 33, 38, 2, "metal", 3)
    for f in (0.12, 0.3, 0.72, 0.88):
        s.block(w * f, 37, 5, 5, "brass", 3)
        s.box(w * f + 2, 33, 1.4, 4, "brass", 2)
    for f in (0.22, 0.8):
        furniture.candle(w * f, 33, 10)(s)


def _tapestry(s: Spot) -> None:
    w = s.width - 12
    s.box(3, 126, w + 6, 3, "brass", 2)
    s.box(6, 66, w, 60, "cloth", 1)
    s.box(9, 69, w - 6, 54, "plant", 1)
    s.box(9, 100, w - 6, 23, "linen", 2)
    s.mass([(18, 104, 8), (26, 108, 7), (w - 10, 106, 9)], "plant", leafy=0.6)
    s.ball(0.5 * w + 4, 86, 10, 6, "linen", 3)
    s.line(0.5 * w + 12, 88, 0.5 * w + 18, 98, 4, "linen", 3)
    s.line(0.5 * w + 18, 100, 0.5 * w + 24, 108, 1.4, "brass", 3)
    for dx in (-6, -2, 6, 10):
        s.line(0.5 * w + 4 + dx, 82, 0.5 * w + 4 + dx, 72, 1.8, "linen", 2)
    for k in range(int(w / 5)):
        s.box(7 + 5 * k, 62, 2, 4, "brass", 2)


THRONE: Final = Room(
    partial(walls.dressed, floor=partial(floors.checks, material="stone", tone=3)),
    (Slot(112, _throne, _canopy), Slot(30, _brazier, None), Slot(30, column, None)),
    (
        Slot(30, column),
        Slot(40, None, banner(66, 0)),
        Slot(40, None, banner(66, 1)),
        Slot(40, armour, banner(54, 2)),
        Slot(44, None, fixtures.pointed(26, 84, foot=54)),
        Slot(30, _brazier),
    ),
)
HALL: Final = Room(
    walls.dressed,
    (Slot(132, _feast, chandelier()), Slot(70, furniture.at(6, furniture.fireplace(w=58, tall=54, wall="stone", shelf="stone")), furniture.together(_shields))),
    (
        Slot(40, armour, banner(52, 2)),
        Slot(72, furniture.at(10, furniture.bench(0, 52)), _tapestry),
        Slot(44, None, fixtures.pointed(28, 84, foot=52)),
        Slot(40, furniture.at(6, furniture.barrel(4, 30)), banner(60, 1)),
        Slot(34, furniture.at(5, furniture.candelabrum()), None),
    ),
)  # fmt: skip
