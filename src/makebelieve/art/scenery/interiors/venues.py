"""Theatre and museum."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any, Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, floors, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field, Plane

# theatre


def _house(plane: Plane) -> None:
    """The dark of the house, gilded pilasters, the edge of the stage."""
    u, h = plane.unit, plane.height
    plane.ink[:] = plane.code("wall") + 2
    count = max(2, round(plane.width / (24 * u)))
    for i in range(count):
        x = i * plane.width / count
        for k in range(6):
            plane.ellipse(x + (12 if k % 2 else 0) * u, (14 + 22 * k) * u, 3 * u, 4 * u, "wall", 3, flat=True)
    plane.box(0, 0, plane.width, 8 * u, "brass", 2)
    plane.box(0, 2 * u, plane.width, max(1, 1.4 * u), "brass", 4)
    top = h - 36 * u
    plane.box(0, top, plane.width, 14 * u, "wood", 3)
    for k in range(3):
        plane.box(0, top + (3 + 4 * k) * u, plane.width, max(1, 0.7 * u), "wood", 2)
    for x in plane.spread(24, 0.6):
        plane.box(x, top, max(1, 0.7 * u), 14 * u, "wood", 2)
    plane.box(0, top + 14 * u, plane.width, 22 * u, "wood", 1)
    plane.box(0, top + 14 * u, plane.width, 2.4 * u, "brass", 3)
    for x in plane.spread(26, 0.0):
        plane.box(x, top + 20 * u, 20 * u, 12 * u, "wood", 0)
        plane.box(x + u, top + 21 * u, 18 * u, 10 * u, "wood", 2)


def _scene(sort: int) -> furniture.Piece:
    """The set behind the proscenium: 0 a wood, 1 a castle by moonlight, 2 a town, 3 the sea."""

    def draw(s: Spot) -> None:
        w = s.width
        s.box(14, 22, w - 28, 116, "sky", 1 if sort == 1 else 3)
        s.box(14, 22, w - 28, 34, "sky", 0 if sort == 1 else 2)
        if sort == 0:
            for k in range(5):
                x = 34 + k * (w - 68) / 4
                s.block(x - 4, 22, 8, 50, "wood", 1)
                s.mass([(x, 92, 18), (x - 12, 78, 13), (x + 12, 80, 13)], "plant", leafy=0.2)
        elif sort == 1:
            s.ball(w - 52, 112, 13, 13, "lamp", 4, flat=True)
            for x, tall in ((40, 74), (66, 50), (92, 88), (118, 56)):
                s.block(x, 22, 24, tall, "stone", 2)
                for k in range(3):
                    s.box(x - 2 + 10 * k, 22 + tall, 7, 6, "stone", 3)
                s.box(x + 9, 22 + 0.6 * tall, 6, 10, "lamp", 3)
        elif sort == 2:
            for k, tall in enumerate((52, 70, 46, 62)):
                x = 24 + k * (w - 56) / 4
                s.block(x, 22, 34, tall, ("linen", "brass", "stone", "linen")[k], 2)
                s.gable(x + 17, 22 + tall, 21, 20, "cloth", 2)
                for i in range(2):
                    s.box(x + 6 + 14 * i, 22 + 0.5 * tall, 8, 10, "sky", 0)
                s.box(x + 12, 22, 9, 16, "wood", 1)
        else:
            for k in range(4):
                y = 56 - 9 * k
                for j in range(int((w - 30) / 14)):
                    s.ball(22 + 14 * j + 5 * (k % 2), y, 8, 5, "sky", 1 + k % 2)
            s.block(w / 2 - 26, 52, 52, 12, "wood", 2)
            s.box(w / 2 - 1, 64, 2, 50, "wood", 2)
            s.gable(w / 2 + 12, 68, 11, 40, "linen", 4)
            s.gable(w / 2 - 12, 70, 9, 30, "linen", 3)

    return draw


def _curtains(sort: int) -> furniture.Piece:
    scene = _scene(sort)

    def draw(s: Spot) -> None:
        w = s.width
        scene(s)
        for side in (0, 1):
            for k in range(2):
                fixtures.drape(s, (2 if side == 0 else w - 2), 20, 132, 44 - 14 * k, side == 1, "cloth")

        def valance(x: Field, y: Field) -> Any:
            low = 132 - 9 * np.abs(np.sin((x - 4) / (w - 8) * np.pi * 5))
            fold = np.sin(x / 1.8)
            return np.where(y > low, np.where(fold > 0.4, 3, np.where(fold < -0.4, 1, 2)), -1)

        s.shape(2, 120, w - 4, 36, valance, "cloth")
        s.box(0, 154, w, 5, "brass", 3)
        for k in range(5):
            s.box(8 + (w - 18) * (k + 0.5) / 5, 124, 2, 7, "brass", 4)
        for x in (-3, w - 3):
            s.block(x, 18, 6, 142, "brass", 2)
            s.block(x - 2, 18, 10, 5, "brass", 3)
        s.glow(0.3 * w, 62, 92, 1.0)
        s.glow(0.7 * w, 62, 92, 1.0)

    return draw


def _footlights(s: Spot) -> None:
    for k in range(9):
        x = 14 + k * (s.width - 28) / 8
        s.block(x - 4, 6, 8, 4, "brass", 2)
        s.ball(x, 11, 3.6, 3.4, "lamp", 4)
    s.glow(s.width / 2, 26, 84, 0.7)


def _box(s: Spot) -> None:
    """A box in the tier, with a lamp in it."""
    for y in (48, 104):
        s.box(6, y, s.width - 12, 40, "cloth", 0)
        fixtures.drape(s, 5, y + 4, 38, 14, False, "cloth")
        fixtures.drape(s, s.width - 5, y + 4, 38, 14, True, "cloth")
        s.block(2, y - 10, s.width - 4, 14, "linen", 2)
        s.box(2, y + 3, s.width - 4, 2.4, "brass", 4)
        s.box(2, y - 11, s.width - 4, 2, "brass", 2)
        s.ball(s.width / 2, y - 3, 4, 4, "brass", 3)
        s.box(s.width / 2 - 1, y + 24, 2, 8, "brass", 2)
        s.ball(s.width / 2, y + 23, 3, 3.4, "lamp", 4)
        s.glow(s.width / 2, y + 20, 44, 0.8)
    for x in (0, s.width - 4):
        s.block(x, 22, 4, 138, "brass", 2)


def _seats(s: Spot) -> None:
    """The backs of two seats."""
    for k in range(2):
        x = 1 + 22 * k
        s.ball(x + 10, 17, 10, 8, "cloth", 3)
        s.block(x, 0, 20, 18, "cloth", 2)
        s.box(x - 1, 0, 2.4, 13, "brass", 2)
    s.box(43, 0, 2.4, 13, "brass", 2)


THEATRE: Final = Room(
    _house,
    (Slot(196, _footlights, _curtains(0), turns=False),),
    (Slot(58, None, _box), Slot(58, None, _box)),
    near=(Slot(45, _seats),),
)
THEATRES: Final = (
    THEATRE,
    *(Room(_house, (Slot(196, _footlights, _curtains(sort), turns=False),), THEATRE.others, THEATRE.near) for sort in (1, 2, 3)),
)


def theatre(plane: Plane, n: int) -> None:
    """The theatre with tonight's set."""
    THEATRES[(plane.arrangement >> 8) % len(THEATRES)](plane, n)


# museum


def _plinth(sort: int) -> furniture.Piece:
    """A work on its plinth: 0 a bust, 1 an urn, 2 a standing figure without arms."""

    def draw(s: Spot) -> None:
        cx = s.width / 2
        s.block(cx - 13, 0, 26, 36, "linen", 2)
        s.slab(cx - 16, 35, 32, 4, "linen")
        s.box(cx - 15, 0, 30, 4, "linen", 1)
        s.box(cx - 6, 22, 12, 6, "brass", 3)
        if sort == 0:
            s.ball(cx, 46, 13, 9, "stone", 3)
            s.block(cx - 4, 50, 8, 9, "stone", 3)
            s.ball(cx, 66, 8, 10, "stone", 3)
            s.ball(cx + 1, 73, 8, 5, "stone", 2)
        elif sort == 1:
            s.ball(cx, 55, 14, 15, "accent", 2)
            s.block(cx - 6, 38, 12, 4, "accent", 1)
            s.block(cx - 5, 68, 10, 7, "accent", 2)
            s.box(cx - 8, 74, 16, 3, "accent", 3)
            for k in range(7):
                s.box(cx - 12 + 4 * k, 56, 2.4, 4, "iron", 1)
            for side in (-1, 1):
                s.line(cx + 13 * side, 60, cx + 8 * side, 72, 2, "accent", 1)
        else:
            for dx in (-5, 2):
                s.block(cx + dx, 38, 5, 22, "stone", 2)
            s.ball(cx, 70, 9, 14, "stone", 3)
            s.ball(cx, 88, 5.4, 6.4, "stone", 3)

    return draw


def _case(s: Spot) -> None:
    """A glass case with a crown and a dagger on cushions."""
    s.block(2, 0, 62, 24, "wood", 2)
    s.slab(0, 23, 66, 3, "wood")
    s.box(4, 26, 58, 26, "glass", 3)
    s.box(10, 26, 18, 6, "cloth", 2)
    s.box(13, 32, 13, 4, "brass", 3)
    for k in range(3):
        s.gable(15 + 4.6 * k, 36, 2.4, 6, "brass", 3)
    s.box(36, 26, 20, 5, "cloth", 2)
    s.line(38, 34, 54, 34, 2.2, "metal", 4)
    s.box(49, 31.6, 2, 6, "brass", 3)
    s.line(8, 30, 14, 50, 1.2, "glass", 4)
    s.box(2, 51, 62, 2.4, "brass", 2)


def _bones(s: Spot) -> None:
    """The skeleton of a great lizard."""
    s.block(0, 0, 118, 6, "wood", 2)
    s.slab(-2, 5, 122, 3, "wood")
    spine = [(4, 44), (22, 54), (44, 62), (66, 62), (84, 70), (98, 84)]
    for (x0, y0), (x1, y1) in pairwise(spine):
        s.line(x0, y0, x1, y1, 3.4, "linen", 3)
    for k in range(7):
        s.line(42 + 4.4 * k, 61, 40 + 4.4 * k, 40 + abs(k - 3) * 2, 1.6, "linen", 3)
    for x, foot in ((38, 34), (44, 46), (72, 68), (78, 82)):
        s.line(x + 2, 56, foot + 1, 30, 3, "linen", 3)
        s.line(foot + 1, 30, foot + 5, 8, 2.4, "linen", 2)
        s.box(foot + 3, 7, 8, 2.2, "linen", 3)
    s.ball(106, 88, 10, 6, "linen", 3)
    s.line(100, 82, 116, 81, 2, "linen", 2)
    s.ball(104, 90, 1.6, 1.6, "iron", 0)
    for k in range(5):
        s.box(107 + 2 * k, 82, 0.9, 2.6, "linen", 4)
    s.box(58, 7, 1.6, 54, "iron", 1)


def _rope(s: Spot) -> None:
    for x in (6, s.width - 9):
        s.block(x, 0, 3, 30, "brass", 3)
        s.ball(x + 1.5, 31, 3, 3, "brass", 4)
        s.box(x - 3, 0, 9, 2, "brass", 2)

    def sag(x: Field, y: Field) -> Any:
        t = (x - 7) / (s.width - 15)
        return np.where(np.abs(y - 27 + 12 * 4 * t * (1 - t) * 0.7) < 1.4, 3, -1)

    s.shape(8, 12, s.width - 16, 18, sag, "cloth")


def _hung(sort: int, w: float = 54, h: float = 42) -> furniture.Piece:
    def draw(s: Spot) -> None:
        fixtures.picture(w, h, up=76, sort=sort)(s)
        cx = s.width / 2
        s.block(cx - 9, 124, 18, 3, "brass", 2)
        s.box(cx - 8, 123, 16, 1.4, "lamp", 4)
        s.box(cx - 5, 68, 10, 3, "linen", 4)
        s.glow(cx, 100, 66, 0.95)

    return draw


MUSEUM: Final = Room(
    partial(walls.plaster, floor=partial(floors.checks, material="tile", other="trim"), trim="linen", dado="dado", framed=True),
    (Slot(86, _rope, _hung(0)), Slot(46, _plinth(0), None)),
    (
        Slot(122, _bones, None),
        Slot(72, _case, _hung(3, 44, 30)),
        Slot(46, _plinth(1), None),
        Slot(46, _plinth(2), None),
        Slot(66, _rope, _hung(1, 36, 44)),
        Slot(78, furniture.at(14, furniture.bench(0, 50)), _hung(2, 60, 38)),
    ),
)
