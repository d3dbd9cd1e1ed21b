"""Rooms that move or lead somewhere: train carriage, ship's cabin, crew's bunks, corridor, lift."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, floors, furniture, homes, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field, Plane

# train


def _carriage(plane: Plane) -> None:
    """Panelling, a rounded ceiling with lamps, a rail, carpet."""
    u, h = plane.unit, plane.height
    plane.ink[:] = plane.code("wall") + 3
    plane.box(0, 0, plane.width, 26 * u, "linen", 2)
    plane.box(0, 14 * u, plane.width, 12 * u, "linen", 3)
    plane.box(0, 24 * u, plane.width, 3 * u, "brass", 3)
    plane.box(0, 27 * u, plane.width, max(1, u), "wood", 0)
    for x in plane.spread(80, 0.0):
        plane.box(x, 0, max(1, u), 24 * u, "linen", 1)
        plane.ellipse(x + 40 * u, 10 * u, 14 * u, 5 * u, "brass", 2)
        plane.ellipse(x + 40 * u, 11 * u, 11 * u, 4 * u, "lamp", 4, flat=True)
        plane.glow(x + 40 * u, 44 * u, 82 * u, 0.9)
    rail = h - 74 * u
    plane.box(0, rail, plane.width, h - rail, "wood", 2)
    plane.box(0, rail, plane.width, 3 * u, "brass", 2)
    plane.box(0, rail, plane.width, max(1, u), "brass", 4)
    for x in plane.spread(40, 0.0):
        plane.box(x + 3 * u, rail + 8 * u, 34 * u, 30 * u, "wood", 0)
        plane.box(x + 4 * u, rail + 9 * u, 33 * u, 29 * u, "wood", 3)
        plane.box(x + 5 * u, rail + 10 * u, 31 * u, 27 * u, "wood", 2)
    floors.skirting(plane, "wood", 4, 1)
    floors.carpet(plane)


def _pane(sort: int) -> furniture.Piece:
    """A wide window with the country going by: 0 hills, 1 mountains, 2 roofs. Luggage over it."""

    def draw(s: Spot) -> None:
        w, y, tall = s.width - 14, 66.0, 48.0
        s.box(3, y - 4, w + 8, tall + 8, "brass", 1)
        s.box(4, y - 3, w + 6, tall + 6, "wood", 3)
        fixtures.sky(s, 7, y, w, tall)
        if sort == 0:
            s.shape(7, y, w, 20, lambda x, py: np.where(py < y + 11 + 5 * np.sin((x - 7) / w * 5), np.where(py > y + 9, 3, 2), -1), "land")
            s.shape(7, y, w, 10, lambda x, py: np.where(py < y + 5 + 3 * np.sin((x + 20) / w * 7), 1, -1), "land")
        elif sort == 1:
            for fx, high in ((0.26, 27), (0.55, 20), (0.8, 24)):
                s.gable(7 + fx * w, y, 0.21 * w, high, "land", 1)
                s.gable(7 + fx * w, y + 0.72 * high, 0.06 * w, 0.28 * high, "linen", 3)
            s.box(7, y, w, 6, "land", 2)
        else:
            for k in range(5):
                s.box(9 + k * w / 5.2, y, w / 7, 12 + 7 * (k % 2), "land", 1)
                s.gable(9 + k * w / 5.2 + w / 14, y + 12 + 7 * (k % 2), w / 12, 7, "land", 2)
        s.box(7 + 0.7 * w, y, 2, 0.8 * tall, "wood", 0)
        s.box(4 + 0.7 * w, y + 0.7 * tall, 9, 1.4, "wood", 0)
        s.box(7, y + 0.66 * tall, w, 2, "brass", 2)
        s.slab(1, y - 8, w + 12, 4, "wood")
        # the rack
        s.box(4, 122, w + 6, 2.4, "brass", 3)
        for x in (8, w):
            s.line(x, 122, x + 3, 132, 1.4, "brass", 2)
        at = 10.0
        for _ in range(3):
            wide = 16 + 10 * s.rng.random()
            if at + wide > w + 2:
                break
            s.block(at, 124, wide, 9 + 4 * s.rng.random(), ("cloth", "wood", "iron")[int(s.rng.random() * 3)], 1)
            s.box(at + wide / 2 - 3, 134, 6, 1.4, "brass", 2)
            at += wide + 4

    return draw


def _seat(s: Spot, left: float, turned: bool) -> None:
    """A padded bench seen from its end; `turned` faces the left."""
    there = Spot(s.plane, s.left + (s.width - left - 30 if s.mirrored else left) * s.plane.unit, s.base, 30, mirrored=turned != s.mirrored)
    there.block(0, 0, 28, 12, "wood", 1)
    there.block(0, 12, 30, 10, "cloth", 3)
    there.box(0, 21, 30, 1.6, "cloth", 4)
    there.block(0, 12, 9, 46, "cloth", 2)
    there.box(1, 50, 7, 8, "linen", 4)
    there.ball(4.4, 58, 5, 3, "cloth", 3)
    there.box(6, 30, 17, 3, "wood", 3)


def _compartment(s: Spot) -> None:
    """Two seats that face each other, a table between them."""
    middle = s.width / 2
    _seat(s, middle - 48, False)
    _seat(s, middle + 18, True)
    s.box(middle - 1.4, 0, 2.8, 28, "brass", 2)
    s.slab(middle - 14, 28, 28, 3, "linen")
    s.box(middle - 2, 31, 4, 5, "brass", 2)
    s.gable(middle, 35, 6, 9, "lamp", 3)
    s.glow(middle, 40, 52, 0.9)


def _gangway(s: Spot) -> None:
    fixtures.door(36, 96, glass=True, frame="brass")(s)


def _trolley(s: Spot) -> None:
    for x in (6, 34):
        s.ball(x + 1, 3, 3, 3, "iron", 2)
        s.box(x, 3, 2, 42, "metal", 3)
    for y in (8, 24, 40):
        s.slab(2, y, 40, 2.4, "metal")
    furniture.goods(s, 4, 27, 34, "bottles", ("cloth", "plant", "brass"))
    s.ball(14, 46, 6, 5, "metal", 4)
    s.block(26, 43, 6, 5, "linen", 4)
    s.block(34, 43, 6, 5, "linen", 4)
    s.block(10, 10, 24, 10, "brass", 2)


TRAIN: Final = Room(
    _carriage,
    (Slot(112, _compartment, _pane(0)),),
    (
        Slot(112, _compartment, _pane(1)),
        Slot(112, _compartment, _pane(2)),
        Slot(50, None, _gangway),
        Slot(84, _trolley, _pane(0)),
        Slot(74, furniture.together(furniture.at(22, furniture.crate(2, 0, 26, 22, "cloth"))), _pane(1)),
    ),
)

# ship's cabin


def _berth(s: Spot) -> None:
    s.block(0, 0, 88, 22, "wood", 1)
    for k in range(3):
        s.panel(3 + 28 * k, 4, 26, 14, "wood", 2)
        s.box(13 + 28 * k, 11, 6, 1.6, "brass", 4)
    s.block(2, 22, 84, 10, "linen", 3)
    s.block(28, 21, 58, 13, "cloth", 2)
    s.ball(14, 34, 11, 5, "linen", 3)
    for x in (0, 84):
        s.block(x, 0, 4, 74, "wood", 2)
    s.block(0, 70, 88, 6, "wood", 2)
    fixtures.drape(s, 4, 24, 46, 13, False, "cloth")


def _chart_table(s: Spot) -> None:
    furniture.table(2, 76, 32)(s)
    s.block(10, 36, 44, 2, "linen", 4)
    s.line(16, 38, 30, 38.6, 1, "cloth", 2)
    s.ball(66, 44, 8, 8, "accent", 2)
    s.ball(65, 45, 4, 3.4, "plant", 2, flat=True)
    s.box(60, 36, 12, 2, "brass", 2)
    s.line(36, 38, 40, 50, 1.2, "brass", 3)
    s.line(44, 38, 40, 50, 1.2, "brass", 3)
    furniture.candle(8, 36, 6)(s)
    furniture.chair(26)(s)


def _lantern(s: Spot) -> None:
    cx = s.width / 2
    s.line(cx, 152, cx, 130, 1, "iron", 1)
    s.block(cx - 6, 112, 12, 3, "brass", 2)
    s.box(cx - 5, 115, 10, 11, "lamp", 4)
    for x in (-5, -0.6, 4):
        s.box(cx + x, 115, 1.2, 11, "brass", 1)
    s.gable(cx, 126, 7, 6, "brass", 2)
    s.glow(cx, 108, 96, 1.0)


def _helm_wheel(s: Spot) -> None:
    cx, cy = s.width / 2, 92.0
    for k in range(4):
        a = k * np.pi / 4 + 0.2
        s.line(cx - 23 * np.cos(a), cy - 23 * np.sin(a), cx + 23 * np.cos(a), cy + 23 * np.sin(a), 2.4, "wood", 3)
    s.ball(cx, cy, 5, 5, "brass", 3)

    def ring(x: Field, y: Field) -> Any:
        away = np.hypot(x - cx, y - cy)
        return np.where((away > 13) & (away < 17), np.where(x + (cy - y) < cx, 3, 1), -1)

    s.shape(cx - 18, cy - 18, 36, 36, ring, "wood")


def _sea_chest(s: Spot) -> None:
    s.block(4, 0, 46, 18, "wood", 1)
    s.ball(27, 18, 23, 9, "wood", 2)
    s.box(4, 17, 46, 3, "wood", 0)
    for dx in (10, 40):
        s.box(dx, 0, 4, 25, "brass", 2)
    s.block(24, 13, 6, 7, "brass", 3)
    for k in range(5):
        s.ball(58 + 1.2 * k, 4 + 2.4 * k, 9 - k, 3, "linen", 2 if k % 2 else 1)


def _stern(s: Spot) -> None:
    """The great windows of the stern."""
    w = s.width - 10
    s.box(2, 62, w + 6, 60, "brass", 1)
    fixtures.sky(s, 5, 65, w, 54)
    s.box(5, 65, w, 14, "accent", 1)
    s.box(5, 78, w, 1, "accent", 4)
    for k in range(7):
        s.box(4 + k * w / 6, 65, 1.8, 54, "wood", 3)
    for k in range(4):
        s.box(5, 65 + 18 * k, w, 1.8, "wood", 3)
    s.slab(0, 56, w + 10, 6, "wood")


CABIN: Final = Room(
    walls.strakes,
    (Slot(92, _berth, furniture.together(fixtures.porthole(12, up=104))), Slot(84, _chart_table, _lantern)),
    (
        Slot(108, None, _stern),
        Slot(74, _sea_chest, fixtures.porthole(13, up=96)),
        Slot(54, furniture.at(2, furniture.together(furniture.barrel(2, 28), furniture.barrel(26, 28))), _helm_wheel),
        Slot(54, furniture.shelves(2, 0, 50, ("books", "boxes", "bottles"), ("cloth", "accent", "brass"), gap=20), None),
    ),
)

# crew's quarters

BERTHS: Final = Room(
    walls.strakes,
    (Slot(94, homes.bunk, _lantern), Slot(74, _sea_chest, fixtures.porthole(13, up=96))),
    (
        Slot(94, homes.bunk, None),
        Slot(60, furniture.at(2, furniture.barrel(2, 28)), None),
        Slot(54, furniture.shelves(2, 0, 50, ("boxes", "bottles", "boxes"), ("cloth", "accent", "brass"), gap=20), None),
    ),
)
QUARTERS: Final = Room(
    walls.hull,
    (Slot(94, homes.bunk, fixtures.bulkhead(126)), Slot(58, furniture.at(2, furniture.cabinet(2, 46, 90, 3, "metal", "iron")), None)),
    (Slot(94, homes.bunk, None), Slot(56, furniture.at(8, furniture.cabinet(0, 40, 34, 2, "metal", "iron")), fixtures.clock())),
)

# galley


def _swinging(s: Spot) -> None:
    """Pans and a ladle that hang from a rail."""
    homes.pans(s)
    s.box(58, 108, 1.6, 18, "metal", 2)
    s.ball(58, 106, 4, 3, "metal", 3)


GALLEY: Final = Room(
    walls.strakes,
    (Slot(66, furniture.at(4, homes.stove), _swinging), Slot(72, furniture.counter(4, 64, 40, top="metal"), fixtures.porthole(14, up=92))),
    (
        Slot(66, furniture.shelves(3, 0, 60, ("pots", "tins", "jars", "plates"), ("accent", "brass", "cloth"), gap=20), None),
        Slot(74, furniture.together(furniture.table(4, 64, 31), furniture.candle(14, 31)), fixtures.porthole(14, up=92)),
        Slot(56, furniture.together(furniture.barrel(2, 28), furniture.sack(28)), fixtures.pendant(44, "metal", 90)),
        Slot(44, furniture.together(furniture.crate(2), furniture.crate(10, 18)), fixtures.sconce(104)),
    ),
)

# corridor and lift


def _numbered(s: Spot) -> None:
    fixtures.door(38, 92)(s)
    s.box(s.width / 2 - 4, 74, 8, 5, "brass", 4)


def _console_table(s: Spot) -> None:
    furniture.table(2, 46, 30)(s)
    s.block(18, 34, 10, 14, "accent", 2)
    for k in range(6):
        s.line(23, 46, 14 + 4 * k, 58 + 4 * (k % 2), 1, "plant", 2)
        s.ball(14 + 4 * k, 59 + 4 * (k % 2), 3, 3, ("accent", "linen", "brass")[k % 3], 3, flat=True)


def lift_doors(s: Spot) -> None:
    """A lift: doors of brass, a dial over them, a lamp with an arrow."""
    w = s.width - 20
    s.box(4, -12, w + 12, 114, "stone", 1)
    s.block(5, -12, 6, 112, "stone", 3)
    s.block(w + 9, -12, 6, 112, "stone", 2)
    s.box(5, 96, w + 10, 5, "stone", 3)
    s.block(11, -12, w / 2 - 1, 108, "brass", 2)
    s.block(11 + w / 2, -12, w / 2 - 2, 108, "brass", 2)
    for k in range(2):
        x = 14 + k * (w / 2)
        for j in range(3):
            s.panel(x, -8 + 34 * j, w / 2 - 7, 30, "brass", 3)
    s.box(10 + w / 2 - 0.6, -12, 1.4, 108, "brass", 0)

    def dial(x: Field, y: Field) -> Any:
        away = np.hypot(x - s.width / 2, y - 104)
        return np.where(away < 15, np.where(away > 12.4, 1, 4), -1)

    s.shape(s.width / 2 - 16, 104, 32, 16, dial, "linen")
    s.line(s.width / 2, 104, s.width / 2 + 8, 113, 1.6, "iron", 1)
    s.block(s.width - 5, 32, 5, 12, "brass", 3)
    s.box(s.width - 3.6, 38, 2.4, 2.4, "lamp", 4)
    s.glow(s.width / 2, 106, 50, 0.7)


CORRIDOR: Final = Room(
    partial(walls.plaster, floor=floors.carpet, dado="dado", framed=True),
    (Slot(56, None, _numbered), Slot(30, None, fixtures.sconce(104)), Slot(56, None, _numbered)),
    (
        Slot(56, None, _numbered),
        Slot(30, None, fixtures.sconce(104)),
        Slot(52, _console_table, fixtures.picture(34, 26, up=84)),
        Slot(34, furniture.at(6, furniture.pot_plant(tall=56)), None),
        Slot(62, None, fixtures.window(44, 72, foot=54, curtain="cloth")),
        Slot(72, None, lift_doors),
    ),
)
LIFT: Final = Room(
    partial(walls.plaster, floor=partial(floors.checks, material="tile", other="trim"), dado="dado", trim="brass", framed=True),
    (Slot(76, None, lift_doors), Slot(76, None, lift_doors), Slot(30, None, fixtures.sconce(104))),
    (
        Slot(34, furniture.at(6, furniture.pot_plant(tall=58)), None),
        Slot(30, None, fixtures.sconce(104)),
        Slot(60, furniture.at(4, furniture.bench(0, 52)), fixtures.picture(40, 28, up=80, sort=3)),
        Slot(52, _console_table, fixtures.clock(112, 11, "brass")),
    ),
)
