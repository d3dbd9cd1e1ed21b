"""Chapels and churches."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field

# chapel

_GLASS: Final = ("stain", "stain2", "stain3", "stain4")


def _altar(s: Spot) -> None:
    cx = s.width / 2
    for k in range(2):
        s.box(6 + 10 * k, 5 * k, s.width - 12 - 20 * k, 5, "stone", 2)
        s.box(6 + 10 * k, 5 * k + 4, s.width - 12 - 20 * k, 1, "stone", 4)
    s.block(cx - 28, 10, 56, 26, "stone", 3)
    s.slab(cx - 31, 35, 62, 4, "stone")
    s.box(cx - 31, 30, 62, 8, "linen", 4)
    s.gable(cx, 17, 9, -0.0 + 0.1, "linen", 3)
    s.box(cx - 11, 14, 22, 18, "cloth", 2)
    s.box(cx - 1.4, 17, 2.8, 12, "brass", 4)
    s.box(cx - 5, 23, 10, 2.6, "brass", 4)
    s.block(cx - 1.6, 40, 3.4, 26, "brass", 3)
    s.block(cx - 9, 54, 18, 3.4, "brass", 3)
    s.box(cx - 6, 39, 12, 2, "brass", 2)
    for dx in (-24, -15, 13, 22):
        furniture.candle(cx + dx, 39, 11 + 3 * (abs(dx) > 18), 56)(s)


def _rose(s: Spot) -> None:
    """A round window of coloured glass."""
    cx, cy, r = s.width / 2, 116.0, 28.0
    s.ball(cx, cy, r + 5, r + 5, "stone", 3)
    s.ball(cx, cy, r + 1, r + 1, "stone", 0, flat=True)
    for k, tint in enumerate(_GLASS):

        def petal(x: Field, y: Field, k: int = k) -> Any:
            away, angle = np.hypot(x - cx, y - cy), np.arctan2(y - cy, x - cx)
            cell = np.floor(angle / (np.pi / 6)) + 2 * np.floor(away / 9)
            lead = (np.abs(away % 9) < 0.9) | ((angle / (np.pi / 6)) % 1 < 7 / np.maximum(7, 6 * away))
            return np.where((away < r) & (cell % 4 == k) & ~lead, np.where(away < 10, 4, 2 + ((x + y) % 6 < 3)), -1)

        s.shape(cx - r, cy - r, 2 * r, 2 * r, petal, tint)
    s.glow(cx, cy, 64, 0.42)


def pew(wood: str = "wood") -> furniture.Piece:
    """A pew seen from its end."""

    def draw(s: Spot) -> None:
        s.block(0, 0, 6, 46, wood, 2)
        s.ball(3, 46, 4, 4, wood, 3)
        s.block(24, 0, 5, 26, wood, 1)
        s.slab(2, 17, 26, 4, wood)
        s.box(6, 8, 18, 9, wood, 1)

    return draw


def _pews(s: Spot) -> None:
    """Pews one behind the other, seen from the nave."""
    count = max(2, round(s.width / 34))
    for k in range(count):
        left = s.left + (s.width - 32 if s.mirrored else 0) * s.plane.unit + (-1 if s.mirrored else 1) * k * 34 * s.plane.unit
        pew()(Spot(s.plane, left, s.base, 32, mirrored=s.mirrored))


def _organ(s: Spot) -> None:
    s.block(6, 0, 74, 46, "wood", 1)
    s.box(18, 26, 50, 8, "linen", 4)
    for k in range(12):
        s.box(20 + 4 * k, 28, 1.6, 6, "iron", 0)
    furniture.stool(36, 18)(s)
    for k in range(11):
        tall = 34 + 30 * abs(k - 5) / 5 if k % 2 == 0 else 30 + 26 * abs(k - 5) / 5
        s.block(9 + 6.4 * k, 46, 5, tall, "brass", 2)
        s.box(9 + 6.4 * k, 52, 5, 2.6, "iron", 0)
        s.box(9 + 6.4 * k, 45 + tall, 5, 2, "brass", 4)
    for x in (4, 78):
        s.block(x, 0, 5, 118, "wood", 2)
    s.slab(2, 45, 84, 4, "wood")


def _pulpit(s: Spot) -> None:
    s.block(16, 0, 12, 30, "wood", 1)
    s.shape(
        4, 28, 36, 34, lambda x, y: np.where(np.abs(x - 22) < 12 + 0.18 * (y - 28), np.where(x < 14, 3, np.where(x > 30, 1, 2)), -1), "wood"
    )
    for x in (10, 20, 30):
        s.box(x - 3, 34, 7, 20, "wood", 1)
    s.slab(1, 60, 42, 4, "wood")
    s.line(16, 66, 28, 70, 3, "linen", 4)
    for k in range(5):
        s.box(42 + 5 * k, 0, 5, 26 - 5 * k, "wood", 1 + k % 2)
        s.box(42 + 5 * k, 25 - 5 * k, 5, 1.4, "wood", 4)


def _votive(s: Spot) -> None:
    """A stand of small candles."""
    for x in (4, 40):
        s.line(x + 2, 0, 23, 30, 2, "iron", 2)
    for row in range(3):
        s.box(4 + 3 * row, 26 + 7 * row, 38 - 6 * row, 2, "iron", 3)
        for k in range(5 - row):
            s.box(7 + 3 * row + 7 * k, 28 + 7 * row, 3, 3, "cloth", 3)
            s.gable(8.4 + 3 * row + 7 * k, 31 + 7 * row, 1.4, 4, "fire", 3)
    s.glow(23, 44, 84, 1.0)


CHAPEL: Final = Room(
    walls.dressed,
    (Slot(104, _altar, _rose), Slot(72, _pews, fixtures.pointed(30, 96, foot=52, stained=_GLASS))),
    (
        Slot(72, _pews, fixtures.pointed(30, 96, foot=52, stained=_GLASS)),
        Slot(48, None, fixtures.pointed(30, 96, foot=52, stained=_GLASS)),
        Slot(88, _organ),
        Slot(68, _pulpit, furniture.at(20, fixtures.sconce(112, reach=50))),
        Slot(48, _votive, None),
        Slot(34, furniture.at(4, furniture.candelabrum()), None),
    ),
)
