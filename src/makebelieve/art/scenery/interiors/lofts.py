"""Where houses keep things: attic, cellar."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot

# attic


def _trunk(x: float, w: float = 46) -> furniture.Piece:
    def draw(s: Spot) -> None:
        s.block(x, 0, w, 20, "wood", 1)
        s.ball(x + w / 2, 20, w / 2, 9, "wood", 2)
        s.box(x, 19, w, 3, "wood", 0)
        for dx in (7, w - 11):
            s.box(x + dx, 0, 4, 26, "brass", 2)
        s.block(x + w / 2 - 3, 15, 6, 7, "brass", 3)

    return draw


def _sheeted(s: Spot) -> None:
    """A chair under a dust sheet."""
    s.mass([(18, 38, 13), (12, 24, 12), (26, 22, 14), (36, 16, 11)], "linen", leafy=0.0)
    s.box(3, 0, 44, 18, "linen", 2)
    for k in range(5):
        s.line(7 + 9 * k, 0, 10 + 7 * k, 22, 1.8, "linen", 1 + 2 * (k % 2))


def _horse(s: Spot) -> None:
    for k in range(13):
        a = np.pi * (1.18 + 0.64 * k / 12)
        s.box(24 + 26 * np.cos(a), 24 + 24 * np.sin(a), 5, 2.6, "cloth", 2)
    for x, lean in ((14, -3), (34, 3)):
        s.line(x, 20, x + lean, 4, 4, "wood", 2)
    s.ball(24, 25, 15, 8, "wood", 3)
    s.line(34, 28, 41, 42, 8, "wood", 3, 6)
    s.line(41, 42, 49, 37, 6, "wood", 3)
    s.line(35, 34, 40, 46, 3, "cloth", 2)
    s.block(18, 30, 11, 4, "cloth", 3)


def _rafters(s: Spot) -> None:
    """A round window in the gable and beams that lean to the ridge."""
    fixtures.porthole(15, up=110, frame="wood")(s)
    s.box(s.width / 2 - 1, 95, 2, 30, "wood", 2)
    s.box(s.width / 2 - 15, 109, 30, 2, "wood", 2)


def _beam(s: Spot) -> None:
    s.line(2, 40, s.width - 4, 166, 7, "wood", 1)
    s.line(s.width / 2, 166, s.width / 2, 128, 1, "iron", 1)
    s.ball(s.width / 2, 124, 4, 5, "lamp", 4)
    s.glow(s.width / 2, 122, 96, 1.0)
    s.line(8, 150, 0, 166, 0.8, "linen", 2)
    s.line(0, 150, 14, 166, 0.8, "linen", 2)


ATTIC: Final = Room(
    partial(walls.boarded, beams="wood2"),
    (Slot(60, _trunk(6), _rafters), Slot(56, _sheeted, _beam), Slot(58, _horse, None)),
    (
        Slot(56, furniture.together(furniture.crate(2), furniture.crate(24), furniture.crate(12, 18)), _beam),
        Slot(48, furniture.together(_trunk(2, 40), furniture.at(8, _trunk(0, 30))), _rafters),
        Slot(44, furniture.at(10, furniture.floor_lamp(0, 64)), fixtures.picture(26, 30, up=66, sort=1)),
        Slot(52, furniture.together(furniture.shelves(2, 0, 46, ("boxes", "books", "pots"), ("cloth", "linen", "brass"), gap=20)), None),
    ),
)

# cellar


def _casks(s: Spot) -> None:
    for k in range(3):
        furniture.cask(2 + 28 * k, 4, 13, "wood")(s)
    for k in range(2):
        furniture.cask(16 + 28 * k, 29, 13, "wood")(s)
    s.box(0, 0, 86, 5, "wood", 1)


def _wine(s: Spot) -> None:
    s.box(0, 0, 64, 84, "wood", 0)
    for row in range(6):
        for col in range(5):
            if s.rng.random() < 0.8:
                s.ball(7 + 12.4 * col, 8 + 13.4 * row, 4, 4, ("glass", "plant", "cloth")[int(s.rng.random() * 3)], 2)
                s.box(6 + 12.4 * col, 7 + 13.4 * row, 2, 2, "brass", 3)
    for k in range(6):
        s.box(0.6 + 12.4 * k, 0, 1.8, 84, "wood", 3)
    for k in range(7):
        s.box(0, 13.4 * k, 64, 1.8, "wood", 2)


def _steps(s: Spot) -> None:
    """Stairs that lead up to a door with light behind it."""
    s.box(s.width - 32, 58, 30, 66, "wood", 0)
    s.box(s.width - 29, 58, 24, 62, "lamp", 3)
    s.glow(s.width - 16, 92, 84, 1.0)
    step = (s.width - 30) / 7
    for k in range(8):
        s.box(2 + k * step, 0, s.width - 4 - k * step, 8 * (k + 1) - 3, "wood", 1 if k % 2 else 0)
        s.slab(k * step, 8 * (k + 1) - 4, step + 3, 3, "wood", 3)
    s.line(8, 34, s.width - 34, 96, 2, "wood", 3)


def _bulb(s: Spot) -> None:
    s.line(s.width / 2, 166, s.width / 2, 130, 1, "iron", 1)
    s.ball(s.width / 2, 126, 4, 5, "lamp", 4)
    s.glow(s.width / 2, 120, 104, 1.0)


def _coal(s: Spot) -> None:
    s.mass([(14, 6, 12), (30, 8, 13), (22, 14, 11), (42, 4, 8)], "iron", leafy=0.9)
    s.line(44, 0, 50, 48, 2.4, "wood", 2)
    s.gable(43, -4, 7, 14, "iron", 3)


CELLAR: Final = Room(
    partial(walls.dressed, course=9, block=19),
    (Slot(90, _casks, _bulb), Slot(70, _wine)),
    (
        Slot(92, _steps),
        Slot(54, _coal, fixtures.window(28, 18, foot=112, frame="iron", bars=3)),
        Slot(62, furniture.together(furniture.crate(2), furniture.crate(23), furniture.crate(12, 18), furniture.sack(44)), _bulb),
        Slot(58, furniture.shelves(2, 0, 52, ("jars", "jars", "pots"), ("cloth", "brass", "plant"), gap=20)),
    ),
)
