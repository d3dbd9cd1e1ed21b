"""Rooms high up and far off: a lighthouse's lamp room, a wizard's study, a belfry; a temple, a house of paper walls."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, floors, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field, Plane

# lamp room


def _lantern_room(plane: Plane) -> None:
    """Panes all round over the sea, an iron gallery, boards."""
    u, h = plane.unit, plane.height
    foot = h - 64 * u
    sky = np.clip(np.round(1.0 + 2.6 * plane.y / foot), 0, 4).astype(np.int64)
    plane.ink[:] = plane.code("pane") + sky
    plane.box(0, foot - 30 * u, plane.width, 30 * u, "sea", 2)
    for k in range(4):
        for x in plane.spread(46, 0.9):
            plane.box(x, foot - (27 - 7 * k) * u, (8 + 5 * k) * u, max(1, u), "sea", 3)
    for x in plane.spread(80, 0.2):
        plane.glow(x, 0.4 * h, 70 * u, 0.4)
    count = 2 * max(1, round(plane.width / (90 * u)))
    for i in range(count):
        x = i * plane.width / count
        plane.block(x, 0, 5 * u, foot, "iron", 2)
        plane.stroke(x + 2 * u, 20 * u, x + 24 * u, 0, 3 * u, "iron", 2)
    for y in (20, 66):
        plane.box(0, y * u, plane.width, 3 * u, "iron", 2)
        plane.box(0, y * u, plane.width, max(1, u), "iron", 4)
    plane.box(0, 0, plane.width, 7 * u, "wood", 1)
    plane.box(0, foot, plane.width, h - foot, "wall", 3)
    plane.box(0, foot, plane.width, 4 * u, "iron", 3)
    for x in plane.spread(22, 0.0):
        plane.box(x, foot + 4 * u, max(1, u), h - foot, "wall", 1)
    floors.boards(plane)


def _lens(s: Spot) -> None:
    """The great lens on its clockwork, the lamp within."""
    cx = s.width / 2
    s.block(cx - 26, 0, 52, 24, "brass", 1)
    for k in range(4):
        s.panel(cx - 24 + 12.4 * k, 4, 11, 16, "brass", 2)
    s.block(cx - 32, 24, 64, 6, "iron", 2)

    def glass(x: Field, y: Field) -> Any:
        up = (y - 30) / 92
        half = 34 * np.sqrt(np.clip(1 - (2 * up - 1) ** 2, 0, 1)) * 0.5 + 17
        ring = np.abs((y - 76) % 8) < 1.2
        off = (x - cx) / half
        tone = np.where(off < -0.5, 4, np.where(off > 0.55, 1, 3)) - 1 * ring
        return np.where((np.abs(off) < 1) & (up < 1), np.clip(tone, 0, 4), -1)

    s.shape(cx - 36, 30, 72, 92, glass, "glass")
    s.ball(cx, 76, 15, 15, "lamp", 3)
    s.ball(cx, 76, 8, 8, "lamp", 4, flat=True)
    for dx in (-36, 33):
        s.box(cx + dx, 30, 3, 92, "brass", 2)
    s.block(cx - 38, 120, 76, 6, "brass", 2)
    s.gable(cx, 126, 30, 16, "brass", 2)
    s.glow(cx, 76, 150, 1.0)


def _log(s: Spot) -> None:
    s.block(8, 0, 6, 32, "wood", 2)
    s.block(44, 0, 6, 32, "wood", 1)
    s.line(2, 32, 56, 40, 4, "wood", 3)
    s.line(14, 37, 44, 42, 3, "linen", 4)
    s.line(46, 44, 50, 56, 1.4, "accent", 3)


def _glass(s: Spot) -> None:
    """A telescope on three legs."""
    for dx in (-12, 0, 12):
        s.line(26, 40, 26 + dx, 0, 2.4, "wood", 2)
    s.line(8, 32, 52, 56, 7, "brass", 2, 10)
    s.line(2, 29, 10, 33, 5, "brass", 3)


def _stair(s: Spot) -> None:
    for k in range(6):
        s.box(6, 8 * k - 8, 44, 2, "iron", 3)
    for x in (4, 50):
        s.box(x, -8, 2.4, 66, "iron", 2)
    s.box(0, 40, 60, 2, "iron", 3)


LAMPROOM: Final = Room(
    _lantern_room,
    (Slot(96, _lens, None, turns=False), Slot(60, _log, None)),
    (Slot(58, _glass, None), Slot(62, _stair, None), Slot(60, furniture.together(furniture.barrel(4, 28), furniture.crate(32)), None), Slot(54, furniture.shelves(2, 0, 50, ("tins", "boxes"), ("brass", "accent", "linen"), gap=19), None)),
)  # fmt: skip

# wizard's study


def _orrery(s: Spot) -> None:
    cx = s.width / 2
    s.block(cx - 16, 0, 32, 4, "brass", 2)
    s.box(cx - 1.4, 4, 3, 50, "brass", 3)
    s.ball(cx, 60, 9, 9, "fire", 3)
    for k, (reach, tint) in enumerate(((18, "accent"), (28, "plant"), (38, "cloth"))):
        a = 0.5 + 2.1 * k + s.rng.random()
        x, y = cx + reach * np.cos(a), 60 + 0.4 * reach * np.sin(a)
        s.line(cx, 52 - 2 * k, x, y, 1.2, "brass", 3)
        s.ball(x, y, 4 + k % 2, 4 + k % 2, tint, 2)
    s.glow(cx, 60, 76, 0.9)


def _alembic(s: Spot) -> None:
    furniture.table(2, 84, 32)(s)
    s.ball(22, 46, 9, 9, "potion", 2)
    s.box(19, 54, 6, 7, "glass", 3)
    s.line(24, 60, 44, 50, 2, "glass", 3)
    s.ball(50, 43, 6, 6, "potion2", 2)
    s.gable(22, 32, 4, 6, "fire", 3)
    s.block(62, 36, 18, 3, "cloth", 2)
    s.block(64, 39, 14, 3, "accent", 2)
    s.ball(72, 47, 5, 5, "linen", 3)
    s.box(69, 46, 1.6, 1.6, "iron", 0)
    s.box(73, 46, 1.6, 1.6, "iron", 0)
    s.glow(36, 46, 66, 0.9)


def _crocodile(s: Spot) -> None:
    """A stuffed crocodile on wires."""
    w = s.width
    for f in (0.3, 0.7):
        s.line(w * f, 166, w * f, 132, 0.8, "iron", 2)
    s.line(6, 130, w - 26, 128, 9, "plant", 2, 12)
    s.line(w - 28, 128, w - 2, 125, 8, "plant", 2, 4)
    for k in range(8):
        s.gable(14 + k * (w - 50) / 8, 133, 3, 4, "plant", 1)
    for f in (0.34, 0.62):
        s.line(w * f, 125, w * f + 4, 118, 3, "plant", 1)
    s.box(w - 20, 129, 2, 2, "linen", 4)


def _books_round(s: Spot) -> None:
    furniture.shelves(3, 0, s.width - 6, ("books", "jars", "books", "boxes", "books"), ("cloth", "accent", "plant", "brass"), gap=21)(s)


def _floating(s: Spot) -> None:
    for k in range(5):
        x, y = 8 + k * (s.width - 16) / 4, 104 + 14 * np.sin(1.5 * k)
        s.box(x, y, 2.4, 9, "linen", 4)
        s.gable(x + 1.2, y + 9, 1.8, 6, "fire", 3)
    s.glow(s.width / 2, 106, 76, 0.9)


def _circle(s: Spot) -> None:
    """A chalk circle with signs on the floor, a cauldron in it."""
    cx = s.width / 2
    s.ball(cx, -4, 34, 7, "linen", 2, flat=True)
    s.ball(cx, -4, 31, 5.6, "wood", 1, flat=True)
    s.ball(cx, 14, 17, 14, "iron", 1)
    s.box(cx - 17, 22, 34, 3.4, "iron", 2)
    s.ball(cx, 25, 14, 3.4, "potion", 3)
    for k in range(4):
        s.ball(cx - 9 + 6 * k, 32 + 6 * (k % 2), 2.4, 2.4, "potion", 4)
    s.glow(cx, 28, 62, 0.8)


WIZARD: Final = Room(
    partial(walls.dressed, floor=floors.boards, course=11, block=22),
    (Slot(72, _books_round, None), Slot(88, _alembic, _floating), Slot(76, _circle, None)),
    (Slot(84, _orrery, None), Slot(112, None, _crocodile), Slot(64, _books_round, None), Slot(44, None, fixtures.pointed(26, 84, foot=52)), Slot(84, _orrery, _floating)),
)  # fmt: skip

# belfry


def _bell(scale: float) -> furniture.Piece:
    def draw(s: Spot) -> None:
        cx, top, tall = s.width / 2, 132.0, 58 * scale

        def bronze(x: Field, y: Field) -> Any:
            down = (top - y) / tall
            half = scale * (9 + 9 * down + 12 * down**5)
            off = (x - cx) / half
            tone = np.where(off < -0.4, 3, np.where(off > 0.45, 1, 2)) + 1 * ((down > 0.84) & (down < 0.9))
            return np.where((np.abs(off) < 1) & (down < 1), np.clip(tone, 0, 4), -1)

        s.shape(cx - 32 * scale, top - tall, 64 * scale, tall, bronze, "brass")
        s.ball(cx, top - tall - 2, 4 * scale, 4 * scale, "iron", 2)
        s.block(cx - 26, top, 52, 9, "wood", 1)
        s.box(cx - 3, top + 9, 6, 22, "wood", 2)
        s.box(cx - 0.7, 10, 1.6, top - tall - 12, "linen", 3)
        s.block(cx - 2.4, 26, 5, 12, "cloth", 2)

    return draw


def _louvres(s: Spot) -> None:
    fixtures.pointed(36, 92, foot=40)(s)
    for k in range(8):
        s.line(s.width / 2 - 17, 44 + 9 * k, s.width / 2 + 17, 47 + 9 * k, 2.4, "wood", 2)


BELFRY: Final = Room(
    partial(walls.dressed, floor=floors.boards),
    (Slot(80, None, _bell(1.3)), Slot(56, None, _louvres), Slot(30, None, fixtures.sconce(104, fire=True))),
    (
        Slot(64, None, _bell(1.0)),
        Slot(56, None, _louvres),
        Slot(50, None, _bell(0.8)),
        Slot(58, furniture.together(furniture.crate(4), furniture.stool(34, 20, seat="wood")), fixtures.sconce(96, fire=True)),
        Slot(40, furniture.at(6, furniture.barrel(2, 28)), fixtures.sconce(96, fire=True)),
    ),
)

# temple


def _red_column(s: Spot) -> None:
    cx = s.width / 2
    s.block(cx - 8, 0, 16, 152, "accent", 2)
    s.block(cx - 11, 0, 22, 9, "stone", 3)
    s.block(cx - 14, 140, 28, 7, "brass", 2)
    s.block(cx - 20, 147, 40, 8, "accent", 3)


def _idol(s: Spot) -> None:
    """A seated figure of gold on a lotus, with offerings."""
    cx = s.width / 2
    for k in range(2):
        s.block(8 + 10 * k, 9 * k, s.width - 16 - 20 * k, 9, "accent", 1 + k)
        s.box(8 + 10 * k, 9 * k + 7, s.width - 16 - 20 * k, 2, "brass", 3)
    for k in range(7):
        s.ball(cx - 27 + 9 * k, 23, 6, 6, "cloth", 3)
    s.ball(cx, 76, 26, 28, "fire", 1, flat=True)
    s.ball(cx, 76, 22, 24, "brass", 1, flat=True)
    s.ball(cx, 32, 28, 8, "brass", 2)
    s.ball(cx, 50, 17, 19, "brass", 3)
    s.ball(cx, 76, 10, 12, "brass", 3)
    s.ball(cx, 88, 5, 5, "brass", 2)
    for side in (-1, 1):
        s.line(cx + 14 * side, 58, cx + 18 * side, 40, 6, "brass", 2, 5)
        s.line(cx + 18 * side, 40, cx + 4 * side, 36, 5, "brass", 3)
    for dx in (-38, 34):
        furniture.candle(cx + dx, 18, 10, 80)(s)


def _censer(s: Spot) -> None:
    cx = s.width / 2
    for dx in (-11, 11):
        s.line(cx + 0.6 * dx, 16, cx + dx, 0, 3, "brass", 1)
    s.ball(cx, 20, 17, 11, "brass", 2)
    s.box(cx - 17, 25, 34, 4, "brass", 3)
    for k in range(5):
        s.line(cx - 8 + 4 * k, 28, cx - 8 + 4 * k, 42, 0.9, "wood", 3)
        s.box(cx - 8.4 + 4 * k, 42, 1.4, 1.6, "fire", 4)
    for k in range(4):
        s.ball(cx + 3 * np.sin(k * 1.4), 50 + 10 * k, 3 + k, 4, "linen", 2, flat=True)
    s.glow(cx, 42, 60, 0.8)


def _paper_lanterns(s: Spot) -> None:
    for k in range(2):
        x, y = s.width * (0.28 + 0.44 * k), 120 - 10 * (k % 2)
        s.line(x, 166, x, y + 14, 1, "iron", 1)
        s.ball(x, y, 11, 14, "lantern", 2)
        s.box(x - 6, y + 12, 12, 3, "iron", 1)
        s.box(x - 6, y - 15, 12, 3, "iron", 1)
        s.line(x, y - 15, x, y - 24, 1.4, "brass", 3)
        s.glow(x, y - 14, 84, 0.95)


def _gong(s: Spot) -> None:
    for x in (2, 54):
        s.block(x, 0, 5, 66, "wood", 2)
    s.block(-2, 62, 66, 6, "accent", 2)
    s.ball(30, 38, 20, 20, "brass", 2)
    s.ball(30, 38, 7, 7, "brass", 3)
    s.line(18, 62, 20, 54, 1, "linen", 3)
    s.line(42, 62, 40, 54, 1, "linen", 3)


TEMPLE: Final = Room(
    partial(walls.plaster, floor=floors.flags, trim="accent"),
    (Slot(104, _idol, None, turns=False), Slot(42, _red_column, None), Slot(42, _red_column, None), Slot(52, None, _paper_lanterns)),
    (Slot(50, _censer, None), Slot(64, furniture.at(2, _gong), None), Slot(42, _red_column, None), Slot(52, None, _paper_lanterns)),
)

# a house with paper walls


def _shoji(width: float) -> furniture.Piece:
    """Sliding screens, one ajar with the sky behind."""

    def draw(s: Spot) -> None:
        x, w = (s.width - width) / 2, width / 3
        s.box(x - 3, 6, width + 6, 112, "wood", 1)
        for k in range(3):
            left = x + k * w
            if k == 1 and s.rng.random() < 0.6:
                fixtures.sky(s, left, 10, w, 104)
                s.box(left, 10, w, 18, "land", 2)
                continue
            s.box(left, 10, w - 1, 104, "linen", 3)
            for i in range(4):
                s.box(left + i * (w - 1) / 3 - 0.6, 10, 1.4, 104, "wood", 2)
            for j in range(6):
                s.box(left, 10 + 20 * j, w - 1, 1.4, "wood", 2)
            s.box(left, 10, w - 1, 16, "wood", 2)
        s.glow(s.width / 2, 64, 60, 0.4)

    return draw


def _low_table(s: Spot) -> None:
    s.block(2, 0, 12, 5, "cloth", 2)
    s.block(62, 0, 12, 5, "cloth", 2)
    for x in (18, 54):
        s.block(x, 0, 4, 12, "wood", 1)
    s.slab(14, 12, 48, 4, "wood")
    s.ball(34, 20, 6, 5, "iron", 2)
    s.line(30, 25, 38, 25, 1, "iron", 3)
    for dx in (24, 46):
        s.block(dx, 16, 5, 4, "linen", 4)


def _stand(s: Spot) -> None:
    """A samurai's armour on its chest, with two swords on a rack."""
    s.block(6, 0, 34, 18, "iron", 2)
    s.block(11, 18, 24, 26, "accent", 2)
    for k in range(4):
        s.box(11, 22 + 6 * k, 24, 1.6, "brass", 3)
    for x in (3, 33):
        s.block(x, 28, 10, 16, "accent", 1)
        s.box(x, 32, 10, 1.4, "brass", 3)
    s.ball(23, 54, 9, 9, "iron", 2)
    s.box(14, 50, 18, 4, "iron", 3)
    s.line(23, 62, 14, 74, 2, "brass", 4, 1)
    s.line(23, 62, 32, 74, 2, "brass", 4, 1)
    s.box(19, 46, 8, 5, "iron", 0)
    s.box(46, 0, 20, 3, "wood", 2)
    s.box(55, 0, 2.4, 24, "wood", 2)
    for y in (14, 22):
        s.line(40, y, 70, y + 3, 2, "iron", 1)
        s.line(40, y, 48, y + 0.8, 2.4, "cloth", 2)


def _scroll(s: Spot) -> None:
    cx = s.width / 2
    s.block(cx - 15, 122, 30, 3, "wood", 2)
    s.box(cx - 13, 60, 26, 62, "cloth", 2)
    s.box(cx - 10, 68, 20, 46, "linen", 4)
    s.line(cx - 4, 74, cx + 3, 104, 1.8, "iron", 1)
    for k in range(4):
        s.ball(cx - 4 + 3 * k, 88 + 5 * k, 2.4, 2.4, "accent", 3, flat=True)
    s.block(cx - 16, 57, 32, 4, "wood", 2)


def _branch(s: Spot) -> None:
    s.slab(0, 12, 40, 3, "wood")
    for x in (4, 33):
        s.block(x, 0, 3, 12, "wood", 1)
    s.block(14, 15, 12, 14, "iron", 1)
    s.line(20, 29, 34, 56, 2, "wood", 2, 1)
    s.line(24, 38, 12, 54, 1.6, "wood", 2, 1)
    for x, y in ((34, 56), (30, 50), (12, 54), (16, 48), (27, 44)):
        s.ball(x, y, 3, 3, "petal", 3)


def _andon(s: Spot) -> None:
    """A lantern of paper on the floor."""
    for x in (8, 26):
        s.box(x, 0, 2, 34, "wood", 1)
    s.block(9, 6, 18, 24, "lamp", 3)
    s.box(8, 17, 20, 1.4, "wood", 1)
    s.box(8, 30, 20, 2, "wood", 2)
    s.glow(18, 20, 92, 1.0)


WASHITSU: Final = Room(
    partial(walls.plaster, floor=partial(floors.checks, material="mat", gap=48, tone=3)),
    (Slot(106, None, _shoji(96)), Slot(76, _low_table, None), Slot(36, _andon, None)),
    (
        Slot(74, _stand, None),
        Slot(44, _branch, _scroll),
        Slot(106, _low_table, _shoji(96)),
        Slot(44, None, _scroll),
        Slot(36, _andon, None),
    ),
)
