"""The rooms of a cinema: the hall, the foyer, where the films are shown from."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, floors, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane

# hall


def _hall(plane: Plane) -> None:
    """Dark walls in upright folds, a floor that falls to the screen, the far rows of seats."""
    u, h = plane.unit, plane.height
    plane.ink[:] = plane.code("wall") + 1
    count = max(4, round(plane.width / (11 * u)))
    for i in range(count):
        plane.box(i * plane.width / count, 0, 4 * u, h, "wall", 2)
        plane.box(i * plane.width / count + 4 * u, 0, max(1, u), h, "wall", 0)
    plane.box(0, 0, plane.width, 9 * u, "wall", 0)
    plane.box(0, 9 * u, plane.width, 2 * u, "brass", 2)
    floor = h - 46 * u
    plane.box(0, floor, plane.width, h - floor, "carpet", 1)
    for row, (y, size) in enumerate(((44, 9), (35, 12))):
        _backs(plane, y, size, 0.5 * row)


def _backs(plane: Plane, above: float, size: float, shift: float) -> None:
    """A row of seats seen from behind."""
    u = plane.unit
    count = max(3, round(plane.width / ((size + 2) * u)))
    for i in range(count):
        x = (i + shift) * plane.width / count
        y = plane.height - above * u
        plane.ellipse(x + size / 2 * u, y, size / 2 * u, size * 0.36 * u, "cloth", 2)
        plane.box(x, y, size * u, size * u, "cloth", 1)
        plane.box(x + u, y + u, (size - 3) * u, size * 0.4 * u, "cloth", 2)


def _screen(s: Spot) -> None:
    """A wide blank screen between red curtains."""
    w = s.width
    s.box(20, 40, w - 40, 104, "iron", 0)
    s.box(25, 45, w - 50, 94, "tube", 3)
    s.box(25, 45, w - 50, 94, "linen", 4)
    s.box(25, 45, w - 50, 8, "linen", 3)
    for side in (0, 1):
        fixtures.drape(s, 2 if side == 0 else w - 2, 34, 112, 30, side == 1, "curtain")
    for k in range(int((w - 4) / 8)):
        s.block(2 + 8 * k, 142, 8, 13 - 2 * (k % 2), "curtain", 2)
    s.box(0, 154, w, 4, "brass", 3)
    s.block(10, 30, w - 20, 7, "wood", 1)
    s.glow(0.35 * w, 92, 56, 0.9)
    s.glow(0.65 * w, 92, 56, 0.9)


def _row(s: Spot) -> None:
    for k in range(int(s.width / 17)):
        x = 1 + 17 * k
        s.ball(x + 7, 13, 7.4, 6, "cloth", 3)
        s.block(x, -4, 15, 18, "cloth", 2)
        s.box(x + 6, 2, 4, 3, "brass", 3)


def _exit(s: Spot) -> None:
    """A pair of doors under a lit sign."""
    w = s.width - 12
    s.box(4, 22, w + 4, 84, "wood", 0)
    for k in range(2):
        s.block(6 + k * w / 2, 22, w / 2 - 1, 82, "wood", 1)
        s.ball(6 + (k + 0.5) * w / 2, 84, 5, 5, "iron", 1)
        s.box(7 + k * w / 2, 54, w / 2 - 3, 3, "brass", 3)
    s.block(s.width / 2 - 13, 110, 26, 9, "plant", 1)
    s.box(s.width / 2 - 11, 112, 22, 5, "lamp", 3)
    s.glow(s.width / 2, 108, 44, 0.7)


def _near_seats(s: Spot) -> None:
    """The backs of two seats, their numbers in brass."""
    for k in range(2):
        x = 22 * k
        s.ball(x + 10, 15, 10, 8, "cloth", 3)
        s.block(x, -2, 20, 18, "cloth", 2)
        s.box(x + 8, 8, 4, 4, "brass", 3)


CINEMA: Final = Room(
    _hall,
    (Slot(204, _row, _screen, turns=False),),
    (Slot(56, None, _exit), Slot(34, None, fixtures.sconce(108, reach=40)), Slot(34, _row, fixtures.sconce(108, reach=40))),
    near=(Slot(46, furniture.at(1, _near_seats)),),
)

# foyer


def _starry(plane: Plane) -> None:
    """A carpet with stars."""
    u = plane.unit
    floors.carpet(plane, "carpet", 1)
    top = plane.height - floors.DEPTH * u
    for k, y in enumerate((7, 18)):
        for x in plane.spread(22 + 8 * k, 0.0):
            for dx, dy in ((0, 0), (-2, 0), (2, 0), (0, -2), (0, 2)):
                plane.box(x + dx * (1 + 0.4 * k) * u, top + (y + dy * 0.6) * u, 2 * u, max(1, 1.4 * u), "brass", 3)


def _poster(sort: int) -> furniture.Piece:
    """A poster in a frame of small bulbs: 0 a ship in a storm, 1 a rocket, 2 two dancers."""

    def draw(s: Spot) -> None:
        x, y, w, h = s.width / 2 - 22, 52.0, 44.0, 68.0
        s.block(x - 5, y - 5, w + 10, h + 10, "wood2", 1)
        s.box(x, y, w, h, ("glass", "wall", "accent")[sort], (1, 1, 3)[sort])
        if sort == 0:
            s.line(x + 8, y + 22, x + w - 8, y + 26, 7, "wood", 1)
            s.gable(x + w / 2, y + 28, 13, 30, "linen", 4)
            for k in range(4):
                s.ball(x + 6 + 11 * k, y + 14, 8, 6, "glass", 0 + k % 2 * 2)
        elif sort == 1:
            s.ball(x + 32, y + 52, 8, 8, "brass", 3)
            s.line(x + 10, y + 12, x + 26, y + 44, 9, "linen", 3, 4)
            s.line(x + 10, y + 12, x + 5, y + 4, 6, "fire", 3, 2)
        else:
            for dx, dress in ((14, "iron"), (29, "linen")):
                s.gable(x + dx, y + 14, 9, 30, dress, 2)
                s.ball(x + dx, y + 48, 4, 5, "brass", 4)
            s.line(x + 14, y + 38, x + 29, y + 38, 2, "linen", 3)
        s.box(x + 6, y + 4, w - 12, 4, "linen", 4)
        for k in range(5):
            for side in (-3.0, w + 2):
                s.ball(x + side, y + 4 + 15 * k, 1.6, 1.6, "lamp", 4, flat=True)
            s.ball(x + 2 + 10 * k, y + h + 2.4, 1.6, 1.6, "lamp", 4, flat=True)
        s.glow(s.width / 2, 90, 52, 0.8)

    return draw


def _popcorn(s: Spot) -> None:
    """The counter with its popcorn machine."""
    furniture.counter(0, 98, 40, "wood", "brass", panels=4)(s)
    s.block(14, 42, 42, 8, "cloth", 2)
    s.box(16, 50, 38, 34, "lamp", 1)
    s.mass([(23, 54, 6), (32, 57, 8), (42, 56, 7), (49, 53, 4)], "linen", leafy=1.0, squash=0.8)
    s.block(28, 72, 13, 8, "metal", 2)
    for x in (14, 53):
        s.box(x, 48, 3, 38, "brass", 3)
    s.gable(35, 88, 25, 10, "cloth", 3)
    s.box(12, 84, 46, 5, "cloth", 2)
    s.glow(35, 66, 62, 0.9)
    for k in range(4):
        s.block(64 + 8 * k, 42, 6, 9, ("cloth", "linen")[k % 2], 3)


def _tickets(s: Spot) -> None:
    """A booth with a window, a bowl for the change."""
    s.block(4, 0, 56, 122, "wood", 2)
    s.box(10, 46, 44, 50, "iron", 0)
    s.box(12, 48, 40, 46, "lamp", 2)
    s.line(16, 54, 28, 88, 1.4, "lamp", 4)
    s.box(31, 48, 2, 46, "brass", 2)
    s.box(26, 46, 12, 6, "iron", 0)
    s.slab(0, 41, 64, 4, "brass")
    s.ball(32, 46, 6, 2.4, "brass", 4)
    s.panel(12, 6, 40, 30, "wood", 3)
    s.block(8, 102, 48, 14, "cloth", 2)
    for k in range(6):
        s.box(13 + 7 * k, 107, 4, 5, "linen", 4)
    s.gable(32, 122, 32, 10, "brass", 2)
    s.glow(32, 72, 60, 0.9)


def _posts(s: Spot) -> None:
    for x in (4, s.width - 8):
        s.block(x, 0, 4, 30, "brass", 3)
        s.ball(x + 2, 31, 3.4, 3.4, "brass", 4)
        s.box(x - 3, 0, 10, 2, "brass", 2)
    s.shape(
        6, 8, s.width - 12, 22, lambda x, y: np.where(np.abs(y - 27 + 44 * (x - 6) * (s.width - 6 - x) / s.width**2) < 1.6, 3, -1), "cloth"
    )


def _times(s: Spot) -> None:
    """A black board with the times of the films in white letters."""
    s.block(3, 62, s.width - 6, 54, "brass", 2)
    s.box(6, 65, s.width - 12, 48, "iron", 0)
    for k in range(5):
        s.box(10, 70 + 8 * k, 12 + 9 * (k * 2 % 3), 3, "linen", 3)
        s.box(s.width - 22, 70 + 8 * k, 11, 3, "linen", 4)
    s.box(16, 120, s.width - 32, 3, "lamp", 4)
    s.glow(s.width / 2, 96, 48, 0.7)


FOYER: Final = Room(
    partial(walls.plaster, floor=_starry, trim="brass", dado="dado"),
    (Slot(100, _popcorn, fixtures.pendant(28, "cloth", 70)), Slot(66, _tickets, None), Slot(58, None, _poster(0))),
    (Slot(58, _posts, _poster(1)), Slot(58, None, _poster(2)), Slot(64, _posts, _times)),
)

# projection room


def _projector(s: Spot) -> None:
    """A projector with its two reels on a stand, its lens at a small window, its beam in the dust."""
    for x0, x1 in ((30, 18), (46, 58)):
        s.line(x0, 44, x1, 0, 4, "iron", 2)
    s.block(14, 42, 48, 5, "iron", 2)
    s.block(20, 47, 36, 28, "metal", 1)
    s.box(25, 53, 14, 15, "iron", 1)
    s.box(43, 56, 8, 3, "lamp", 3)
    s.box(43, 62, 8, 3, "accent", 3)
    s.block(56, 56, 16, 12, "iron", 2)
    s.box(72, 58, 4, 8, "glass", 4)
    for cx, cy in ((24, 94), (52, 90)):
        s.ball(cx, cy, 16, 16, "iron", 1)
        s.ball(cx, cy, 13, 13, "wood2", 1, flat=True)
        s.ball(cx, cy, 5, 5, "metal", 3)
        for a in range(3):
            s.ball(cx + 9 * np.cos(2.1 * a), cy + 9 * np.sin(2.1 * a), 2.4, 2.4, "iron", 0, flat=True)
    s.shape(76, 40, 30, 46, lambda x, y: np.where(np.abs(y - 62) < 4 + 0.06 * (x - 76), 4, -1), "lamp")
    s.glow(78, 62, 74, 1.0)


def _port(s: Spot) -> None:
    """The small square window that looks into the hall."""
    s.block(97, 46, 22, 32, "wood", 1)
    s.box(100, 49, 16, 26, "iron", 0)
    s.box(100, 56, 16, 11, "lamp", 4)


def _tins(s: Spot) -> None:
    """Shelves of round flat tins, some on edge and some in piles."""
    w = s.width - 8
    for row in range(4):
        y = 6 + 26 * row
        s.slab(2, y, w + 4, 3, "wood")
        for k in range(int(w / 20)):
            x = 4 + 20 * k
            if (row + k) % 2:
                s.ball(x + 9, y + 12, 9, 9, "metal", 2)
                s.ball(x + 9, y + 12, 5, 5, "metal", 1, flat=True)
                s.box(x + 5, y + 11, 8, 2.4, "linen", 4)
            else:
                for j in range(4):
                    s.block(x, y + 3 + 4 * j, 18, 3.4, ("metal", "accent", "metal", "brass")[(row + j) % 4], 2)
    for side in (0.0, w + 5):
        s.block(side, 0, 3, 112, "wood", 1)


def _editing(s: Spot) -> None:
    """A bench with scissors and tape under a lamp."""
    furniture.table(0, 74, 34)(s)
    furniture.table_lamp(4, 34, "brass", 66)(s)
    s.ball(36, 41, 8, 7, "iron", 2)
    s.ball(36, 41, 3, 3, "wood", 4, flat=True)
    s.line(48, 36, 64, 41, 1.6, "metal", 4)
    s.line(48, 40, 64, 36, 1.6, "metal", 3)
    furniture.stool(28, 22, "wood", "cloth")(s)


def _strips(s: Spot) -> None:
    """Strips of film that hang from pegs."""
    s.block(2, 122, s.width - 4, 5, "wood", 2)
    for k in range(int((s.width - 8) / 9)):
        long = 46 + 14 * (k * 5 % 4)
        x = 6 + 9 * k
        s.box(x, 122 - long, 6, long, "wood2", 1)
        for j in range(int(long / 6)):
            s.box(x + 1.4, 123 - long + 6 * j, 3.2, 4, "accent", 2 + (j + k) % 2)


def _listed_door(s: Spot) -> None:
    fixtures.door(42, 94)(s)
    s.box(s.width / 2 - 9, 50, 18, 26, "linen", 4)
    for k in range(5):
        s.box(s.width / 2 - 7, 53 + 4.4 * k, 8 + 3 * (k % 3), 1.4, "iron", 2)


PROJECTION: Final = Room(
    partial(walls.plaster, floor=floors.boards, dado="dado"),
    (Slot(122, _projector, _port), Slot(70, _tins, None)),
    (
        Slot(76, _editing, None),
        Slot(50, None, _strips),
        Slot(52, None, _listed_door),
        Slot(40, furniture.stool(12, 26, "wood", "cloth"), fixtures.bulkhead(116, 60)),
    ),
)
