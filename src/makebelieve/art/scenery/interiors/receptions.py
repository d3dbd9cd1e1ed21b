"""Rooms that one waits in or passes through, and the plain laboratory: waiting room, hotel lobby, inside of a lift, school corridor."""

from __future__ import annotations

from functools import partial
from typing import Final

from makebelieve.art.scenery import rooms
from makebelieve.art.scenery.interiors import fixtures, floors, furniture, offices, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.interiors.travel import lift_doors
from makebelieve.art.scenery.plane import Plane

# waiting room


def _seats(count: int) -> furniture.Piece:
    """Padded chairs side by side on one rail."""

    def draw(s: Spot) -> None:
        s.box(2, 9, 24 * count - 4, 2.4, "iron", 2)
        for k in range(count):
            x = 24 * k
            s.block(x + 1, 15, 21, 5, "cloth", 2)
            s.block(x + 2, 23, 19, 20, "cloth", 3)
            s.box(x + 10, 0, 2.4, 15, "iron", 2)
            s.box(x + 6, 0, 10, 1.6, "iron", 1)
        for k in range(count + 1):
            s.box(24 * k - 0.6, 22, 2.4, 8, "iron", 3)

    return draw


def _magazines(s: Spot) -> None:
    """A low table with magazines."""
    furniture.table(0, 46, 18)(s)
    for x, y, tint in ((4, 22, "accent"), (10, 23.4, "linen"), (27, 22, "cloth")):
        s.box(x, y, 14, 1.6, tint, 3)


def _hatch(s: Spot) -> None:
    """A desk behind a hatch, with a bell."""
    furniture.counter(2, 66, 40, panels=3)(s)
    s.block(50, 44, 8, 3, "brass", 3)
    s.ball(54, 48, 4, 3, "brass", 3)


def _opening(s: Spot) -> None:
    s.box(6, 52, 58, 50, "wood", 1)
    s.box(9, 54, 52, 46, "glass", 3)
    s.box(34, 54, 2, 46, "wood", 2)
    s.glow(35, 78, 60, 0.9)


def _fish(s: Spot) -> None:
    """A small fish tank on a stand."""
    s.block(4, 0, 44, 30, "wood", 2)
    s.box(2, 30, 48, 28, "iron", 1)
    s.box(4, 32, 44, 24, "glass", 2)
    s.box(4, 32, 44, 3, "brass", 3)
    for x, y in ((14, 42), (26, 48), (36, 40)):
        s.ball(x, y, 3.4, 2, "accent", 3)
        s.gable(x - 4, y - 2, 2.4, 4, "accent", 2)
    for x in (10, 40):
        s.line(x, 35, x + 2, 49, 1.6, "plant", 3)


WAITING: Final = Room(
    partial(walls.plaster, floor=floors.checks, dado="dado"),
    (Slot(78, _seats(3), fixtures.picture(40, 28, up=84, sort=1)), Slot(70, _hatch, _opening)),
    (
        Slot(52, _magazines, fixtures.clock(116, 10)),
        Slot(54, _seats(2), offices.pinboard),
        Slot(54, _fish),
        Slot(34, furniture.at(6, furniture.pot_plant(tall=54))),
        Slot(58, None, fixtures.window(42, 60, foot=62)),
        Slot(50, None, fixtures.door(38)),
    ),
)

# hotel lobby


def _reception(s: Spot) -> None:
    furniture.counter(2, 100, 42, panels=4)(s)
    s.box(1, 44, 102, 3, "brass", 3)
    s.ball(30, 49, 5, 4, "brass", 3)
    s.box(24, 46, 12, 1.6, "brass", 1)
    s.block(52, 46, 22, 3, "linen", 4)
    furniture.table_lamp(88, 46)(s)


def _keys(s: Spot) -> None:
    """A rack of pigeonholes with keys."""
    s.box(18, 66, 68, 48, "wood", 1)
    for row in range(4):
        for k in range(7):
            x, y = 20.5 + 9.3 * k, 69 + 11.2 * row
            s.box(x, y, 7.4, 9, "wood", 0)
            if (3 * row + 2 * k) % 4:
                s.box(x + 3, y + 2, 1.4, 5, "brass", 4)
    s.slab(16, 114, 72, 3, "wood")


def _armchair(s: Spot) -> None:
    s.block(8, 14, 34, 10, "cloth", 3)
    s.block(6, 22, 38, 26, "cloth", 2)
    for x in (2, 40):
        s.block(x, 4, 9, 26, "cloth", 3)
        s.ball(x + 4.5, 30, 5, 3.4, "cloth", 4)
    for x in (5, 42):
        s.box(x, 0, 3, 4, "wood", 1)


def _luggage(s: Spot) -> None:
    """A trolley under a brass bow."""
    s.slab(2, 6, 44, 3, "brass")
    for x in (6, 40):
        s.ball(x, 3, 3, 3, "iron", 2)
    for x in (3, 43):
        s.box(x, 8, 2, 56, "brass", 3)
    s.box(3, 63, 42, 2.4, "brass", 4)
    s.block(7, 9, 30, 14, "wood", 2)
    s.block(11, 23, 22, 11, "accent", 2)
    s.box(19, 34, 6, 2, "iron", 2)


LOBBY: Final = Room(
    partial(walls.plaster, floor=partial(floors.checks, material="tile", other="trim"), dado="dado", trim="brass", framed=True),
    (Slot(104, _reception, _keys), Slot(76, None, lift_doors)),
    (
        Slot(52, _armchair, fixtures.picture(34, 26, up=84, sort=2)),
        Slot(50, _luggage, fixtures.sconce(108)),
        Slot(34, furniture.at(6, furniture.pot_plant(tall=58))),
        Slot(56, furniture.at(2, _armchair), fixtures.clock(116, 11, "brass")),
    ),
)

# inside of a lift


def _cage(plane: Plane) -> None:
    """Panels to the ceiling, a rail at the height of a hand, a lamp overhead."""
    u = plane.unit
    walls.plaster(plane, partial(floors.carpet), dado="wood", trim="brass", framed=True)
    plane.box(0, 0, plane.width, 12 * u, "metal", 1)
    plane.box(0, 11 * u, plane.width, 2 * u, "brass", 3)
    for x in plane.spread(110, 0.0):
        plane.box(x - 26 * u, 3 * u, 52 * u, 6 * u, "lamp", 4)
        plane.glow(x, 30 * u, 110 * u, 1.0)


def _doors(s: Spot) -> None:
    """The two leaves of the door, shut, and the number of the floor over them."""
    w = s.width - 12
    s.box(3, -14, w + 6, 118, "metal", 0)
    for k in range(2):
        s.block(6 + k * w / 2, -12, w / 2 - 1, 112, "metal", 3 - k)
        s.panel(11 + k * w / 2, 6, w / 2 - 11, 82, "metal", 3)
    s.box(5 + w / 2, -12, 1.6, 112, "iron", 0)
    s.block(s.width / 2 - 15, 108, 30, 14, "iron", 1)
    for x in (-8, 0, 8):
        s.box(s.width / 2 + x - 2, 111, 4, 8, "lamp", 4 if x == 0 else 1)
    s.glow(s.width / 2, 114, 44, 0.7)


def _buttons(s: Spot) -> None:
    """A plate of buttons, one of them lit."""
    s.block(6, 34, 26, 66, "metal", 3)
    for row in range(5):
        for k in range(2):
            lit = row == 3 and k == 1
            s.ball(13 + 12 * k, 44 + 10 * row, 3.6, 3.6, "lamp" if lit else "linen", 4 if lit else 3)
            s.ball(13 + 12 * k, 44 + 10 * row, 1.6, 1.6, "iron", 1, flat=True)
    s.box(11, 37, 16, 2, "accent", 2)


def _mirror(s: Spot) -> None:
    w = s.width - 8
    s.box(3, 50, w + 2, 62, "brass", 1)
    s.box(5, 52, w - 2, 58, "glass", 3)
    s.line(12, 60, 30, 104, 3, "glass", 4)


def _rail(s: Spot) -> None:
    s.box(0, 38, s.width, 3, "brass", 3)
    s.box(0, 37, s.width, 1, "brass", 0)


CAGE: Final = Room(
    _cage,
    (Slot(104, None, _doors), Slot(38, None, _buttons)),
    (Slot(74, _rail, _mirror), Slot(64, _rail, fixtures.picture(30, 40, up=66, sort=3)), Slot(34, _rail)),
)

# school corridor


def _lockers(count: int) -> furniture.Piece:
    """Tall steel doors with slits and numbers."""

    def draw(s: Spot) -> None:
        for k in range(count):
            x = 2 + 19 * k
            s.block(x, 0, 18, 84, "accent", 2)
            s.panel(x + 1, 3, 16, 79, "accent", 3)
            for j in range(4):
                s.box(x + 4, 66 + 3 * j, 10, 1.2, "accent", 0)
            s.box(x + 13, 38, 1.8, 7, "metal", 4)
            s.box(x + 6, 57, 6, 3.6, "linen", 4)
        s.slab(0, 84, 19 * count + 2, 3, "metal")

    return draw


def _pegs(s: Spot) -> None:
    """Coats and bags on a row of hooks."""
    s.slab(2, 76, s.width - 4, 4, "wood")
    for k, tint in enumerate(("cloth", "accent", "plant", "brass")):
        x = 6 + k * (s.width - 16) / 3.6
        s.box(x + 4, 72, 2, 5, "metal", 3)
        s.gable(x + 5, 36, 8, 36, tint, 2)
        s.box(x - 1, 34, 12, 4, tint, 1)


SCHOOLWAY: Final = Room(
    partial(walls.plaster, floor=partial(floors.checks, material="tile", other="trim"), dado="dado"),
    (
        Slot(118, _lockers(6), fixtures.tubes(70)),
        Slot(54, None, fixtures.both(fixtures.door(40, 94, glass=True), fixtures.bulkhead(118, 90))),
    ),
    (
        Slot(66, None, offices.pinboard),
        Slot(64, furniture.bench(2, 58), _pegs),
        Slot(60, None, fixtures.window(44, 62, foot=60)),
        Slot(54, None, fixtures.door(40, 94, glass=True)),
        Slot(30, None, fixtures.clock(118, 10, "iron")),
    ),
)

# laboratory


def _lab_bench(sort: int) -> furniture.Piece:
    """A bench with a microscope (0), tubes in a rack (1) or a tap (2)."""

    def draw(s: Spot) -> None:
        furniture.counter(2, 84, 36, "linen", top="iron", panels=4)(s)
        if sort == 0:
            s.box(18, 39, 18, 3, "iron", 2)
            s.line(33, 41, 33, 56, 2.6, "iron", 3)
            s.line(33, 56, 22, 50, 3.4, "metal", 3)
            s.box(20, 46, 3, 6, "metal", 4)
            s.box(18, 45, 13, 1.6, "iron", 1)
            furniture.screen(s, 50, 42, 28, 20, 1, "iron")
        elif sort == 1:
            s.box(12, 39, 34, 2.4, "wood", 2)
            s.box(12, 47, 34, 2.4, "wood", 3)
            for k in range(5):
                s.box(15 + 6.4 * k, 41, 3.2, 14, "glass", 4)
                s.box(15 + 6.4 * k, 41, 3.2, 5 + 1.6 * (k % 3), ("accent", "plant", "cloth")[k % 3], 3)
            s.gable(64, 39, 9, 17, "glass", 3)
            s.box(62, 52, 4, 9, "glass", 4)
        else:
            s.line(30, 39, 30, 56, 2.4, "metal", 3)
            s.line(30, 56, 39, 53, 2.4, "metal", 3)
            s.box(24, 38, 26, 2, "metal", 4)
            for x, tint in ((60, "brass"), (70, "accent")):
                furniture.bottle(s, x, 39, 16, tint)
        s.ball(94, 24, 8, 3, "cloth", 2)
        s.box(93, 0, 2, 22, "metal", 2)

    return draw


def _chart(s: Spot) -> None:
    """The table of the elements."""
    s.box(4, 68, 64, 42, "linen", 4)
    for row in range(5):
        for k in range(10):
            if row > 1 or k < 2 - row or k > 6 + row:
                s.box(7 + 6 * k, 98 - 6.4 * row, 5, 5, ("accent", "cloth", "plant", "brass")[(k + row) % 4], 3)


SCIENCE: Final = Room(
    rooms.tiled,
    (
        Slot(104, _lab_bench(0), furniture.at(20, _chart)),
        Slot(104, _lab_bench(1), fixtures.both(fixtures.window(60, 58, foot=64, frame="metal"), fixtures.bulkhead(134, 100))),
    ),
    (
        Slot(104, _lab_bench(2), furniture.at(10, offices.whiteboard)),
        Slot(58, furniture.shelves(3, 0, 52, ("jars", "bottles", "boxes", "jars"), ("glass", "accent", "plant"), gap=20, wood="metal")),
        Slot(30, None, fixtures.clock(118, 10, "iron")),
    ),
)
