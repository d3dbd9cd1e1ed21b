"""Rooms where people work and learn with their heads: office, classroom."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np

from makebelieve.art.scenery import rooms
from makebelieve.art.scenery.interiors import fixtures, floors, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot

# office


def swivel(s: Spot, x: float) -> None:
    """A chair on castors, seen from its side."""
    s.box(x + 8, 4, 2, 14, "iron", 2)
    s.line(x + 1, 1, x + 9, 5, 2, "iron", 2)
    s.line(x + 17, 1, x + 9, 5, 2, "iron", 2)
    s.block(x, 18, 19, 4, "cloth", 2)
    s.block(x - 1, 25, 4, 21, "cloth", 2)
    s.line(x + 1, 19, x, 26, 2, "iron", 2)


def workplace(s: Spot) -> None:
    """A desk with a screen on it, a lamp, papers, a chair before it."""
    s.block(30, 0, 3, 28, "metal", 1)
    s.block(62, 0, 26, 28, "wood", 2)
    for k in range(3):
        s.panel(63, 2 + 8.6 * k, 24, 8, "wood", 3)
        s.box(71, 5 + 8.6 * k, 8, 1.4, "metal", 4)
    s.slab(24, 28, 68, 4, "wood")
    s.box(48, 32, 10, 2, "iron", 2)
    s.box(52, 33, 2, 6, "iron", 1)
    furniture.screen(s, 38, 38, 32, 22, int(s.rng.random() * 3), "iron")
    s.box(36, 32, 10, 1.6, "metal", 4)
    for k in range(3):
        s.box(70 + k, 32 + 1.4 * k, 12, 1.2, "linen", 4 - k % 2)
    s.line(86, 32, 88, 46, 1.6, "iron", 2)
    s.line(88, 46, 82, 52, 1.6, "iron", 2)
    s.gable(80, 46, 6, 7, "accent", 2)
    s.box(77, 45, 6, 1.6, "lamp", 4)
    s.glow(80, 42, 58, 0.9)
    swivel(s, 8)


def files(x: float, count: int = 2) -> furniture.Piece:
    """Filing cabinets of steel."""

    def draw(s: Spot) -> None:
        for i in range(count):
            left = x + 25 * i
            s.block(left, 0, 24, 62, "metal", 2)
            for k in range(4):
                s.panel(left + 1.4, 2 + 15 * k, 21, 14, "metal", 3)
                s.box(left + 8, 10 + 15 * k, 8, 1.6, "iron", 1)
                s.box(left + 9, 13 + 15 * k, 6, 1.4, "linen", 4)
        s.mass([(x + 8, 72, 5), (x + 13, 76, 5), (x + 16, 70, 5)], "plant", leafy=0.6)
        s.block(x + 7, 62, 10, 7, "accent", 2)

    return draw


def cooler(s: Spot) -> None:
    """A water cooler."""
    s.block(4, 0, 18, 40, "linen", 3)
    s.box(7, 26, 12, 8, "metal", 1)
    s.box(9, 31, 3, 3, "accent", 3)
    s.box(14, 31, 3, 3, "glass", 2)
    s.block(5, 42, 16, 22, "glass", 3)
    s.box(8, 40, 10, 3, "glass", 1)
    for k in range(3):
        s.ball(9 + 4 * k, 48 + 5 * k, 1.2, 1.2, "glass", 4, flat=True)


def blinds(width: float = 54, tall: float = 54, foot: float = 62) -> furniture.Piece:
    """A window with slats before its upper half."""

    def draw(s: Spot) -> None:
        fixtures.window(width, tall, foot=foot, frame="metal", bars=1)(s)
        x = (s.width - width) / 2
        for k in range(int(0.5 * tall / 4)):
            s.box(x - 1, foot + tall - 3 - 4 * k, width + 2, 2.6, "linen", 3)
        s.box(x + width - 5, foot + 0.3 * tall, 0.8, 0.4 * tall, "linen", 2)

    return draw


def whiteboard(s: Spot) -> None:
    w = s.width - 14
    s.box(6, 66, w + 2, 46, "metal", 1)
    s.box(8, 68, w - 2, 42, "linen", 4)
    for k, tall in enumerate((8, 15, 12, 24)):
        s.box(13 + 6 * k, 74, 4, tall, ("accent", "plant", "brass", "accent")[k], 2)
    s.box(11, 73, 26, 1, "iron", 1)
    for k in range(3):
        s.box(0.62 * w + 8, 102 - 7 * k, 0.16 * w + 4 * (k % 2), 1.4, "iron", 2)
    s.box(20, 63, 18, 2, "metal", 3)


def pinboard(s: Spot) -> None:
    w = s.width - 12
    s.box(6, 68, w, 40, "wood", 1)
    s.box(8, 70, w - 4, 36, "brass", 1)
    for k in range(7):
        x, y = 10 + (w - 18) * s.rng.random(), 72 + 22 * s.rng.random()
        s.box(x, y, 9, 10, ("linen", "lamp", "accent", "linen")[k % 4], 3)
        s.box(x + 4, y + 8.4, 1.6, 1.6, "accent", 1)


def copier(s: Spot) -> None:
    s.block(0, 0, 46, 36, "metal", 3)
    for k in range(2):
        s.panel(3, 4 + 12 * k, 40, 11, "metal", 2)
    s.slab(-2, 36, 50, 5, "iron")
    s.box(4, 41, 34, 4, "linen", 3)
    s.box(46, 26, 9, 2, "linen", 4)
    s.box(36, 41, 8, 3, "screen", 3)
    s.glow(40, 43, 26, 0.5)


OFFICE: Final = Room(
    partial(walls.plaster, floor=floors.carpet, trim="metal"),
    (Slot(98, workplace, furniture.together(fixtures.tubes(56))), Slot(58, files(2), whiteboard)),
    (
        Slot(98, workplace, blinds()),
        Slot(98, workplace, furniture.together(fixtures.picture(34, 26, up=84, sort=3, frame="iron"))),
        Slot(66, None, blinds()),
        Slot(30, cooler, fixtures.clock(122, 10, "iron")),
        Slot(60, copier, pinboard),
        Slot(30, furniture.pot_plant(4, tall=58)),
        Slot(56, furniture.shelves(3, 0, 50, ("binders", "boxes", "binders", "binders"), ("accent", "cloth", "iron", "plant"), gap=20, wood="metal")),
    ),
)  # fmt: skip

# classroom


def _blackboard(s: Spot) -> None:
    w = s.width - 8
    s.box(4, 62, w, 62, "wood", 3)
    s.box(7, 65, w - 6, 56, "board", 1)
    s.box(2, 60, w + 4, 4, "wood", 4)
    for k in range(4):
        s.box(14, 110 - 11 * k, 28 + 22 * s.rng.random(), 1.8, "chalk", 4)
    sort = int(s.rng.random() * 3)
    if sort == 0:
        for a, b in (((78, 74), (91, 106)), ((91, 106), (104, 74)), ((78, 74), (104, 74))):
            s.line(*a, *b, 1.8, "chalk", 3)
    elif sort == 1:
        s.ball(91, 92, 15, 15, "chalk", 3, flat=True)
        s.ball(91, 92, 13, 13, "board", 1, flat=True)
        s.line(91, 92, 101, 101, 1.6, "chalk", 3)
        s.line(91, 92, 91, 78, 1.6, "chalk", 3)
    else:
        s.line(76, 74, 76, 108, 1.8, "chalk", 3)
        s.line(76, 74, 110, 74, 1.8, "chalk", 3)
        curve = 80 + 24 * np.sin(np.arange(8) / 7 * 1.6) ** 2
        for k in range(7):
            s.line(78 + 4.4 * k, curve[k], 82.4 + 4.4 * k, curve[k + 1], 1.8, "chalk", 4)
    s.block(w / 2 - 12, 131, 32, 4, "brass", 2)
    s.box(w / 2 + 2, 124, 2, 8, "brass", 1)
    s.box(w / 2 - 10, 130, 28, 1.6, "lamp", 4)
    s.glow(s.width / 2, 96, 92, 1.0)
    s.box(20, 62.6, 8, 2, "chalk", 4)
    s.box(60, 62.6, 12, 3, "accent", 2)


def _desks(count: int) -> furniture.Piece:
    def draw(s: Spot) -> None:
        for k in range(count):
            x = 6 + k * (s.width - 44) / max(1, count - 1) if count > 1 else (s.width - 36) / 2
            s.slab(x, 26, 36, 4, "wood")
            s.box(x + 2, 18, 32, 8, "wood", 1)
            for leg in (3, 30):
                s.box(x + leg, 0, 3, 18, "iron", 2)
            s.block(x + 6 + 12 * (k % 2), 30, 12, 3, ("book", "accent", "linen")[k % 3], 3)
            if k % 2 == 0:
                s.box(x + 24, 30, 1.4, 5, "brass", 3)

    return draw


def _teacher(s: Spot) -> None:
    furniture.counter(6, 58, 34, panels=2)(s)
    s.ball(20, 48, 8, 8, "glass", 2)
    s.ball(19, 49, 4, 4, "plant", 2, flat=True)
    s.box(18.6, 37, 2.8, 4, "brass", 2)
    s.box(14, 36, 12, 2, "brass", 2)
    for k in range(3):
        s.block(38, 37 + 3 * k, 15, 3, ("book", "accent", "linen")[k], 2)
    s.ball(45, 49, 3, 3, "accent", 3)


def _map(s: Spot) -> None:
    w = s.width - 12
    s.box(4, 118, w + 4, 3, "wood", 2)
    s.box(6, 72, w, 46, "glass", 3)
    s.mass(
        [(6 + 0.25 * w, 100, 8), (6 + 0.33 * w, 86, 6), (6 + 0.62 * w, 102, 9), (6 + 0.78 * w, 94, 9), (6 + 0.62 * w, 84, 6)],
        "plant",
        leafy=0.5,
    )
    s.box(4, 70, w + 4, 3, "wood", 2)


def _letters(s: Spot) -> None:
    """A row of cards over the wall, each with a shape."""
    for k in range(int((s.width - 6) / 16)):
        x = 4 + 16 * k
        s.box(x, 96, 13, 16, ("linen", "lamp", "linen")[k % 3], 4)
        if k % 3 == 0:
            s.gable(x + 6.5, 99, 4.4, 9, "accent", 2)
        elif k % 3 == 1:
            s.ball(x + 6.5, 104, 4, 4, "glass", 1, flat=True)
        else:
            s.box(x + 3.4, 100, 6.4, 8, "plant", 2)


CLASSROOM: Final = Room(
    rooms.papered,
    (Slot(130, _desks(3), _blackboard),),
    (
        Slot(72, _teacher, fixtures.clock(126)),
        Slot(76, _desks(2), _map),
        Slot(72, None, fixtures.window(46, 72, foot=56)),
        Slot(84, _desks(2), _letters),
        Slot(58, furniture.shelves(3, 0, 52, ("books", "boxes", "books"), ("book", "accent", "brass"), gap=19), _letters),
        Slot(54, _desks(1), fixtures.window(42, 66, foot=58)),
    ),
)
