"""Rooms shut off from outside: a bunker, a hall of servers, a crew's mess, the inside of a bus and of a taxi, an airport's hall."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, floors, furniture, starship, stations, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane

# bunker


def _bunks(s: Spot) -> None:
    for x in (0, 78):
        s.block(x, 0, 4, 92, "metal", 2)
    for y in (10, 40, 70):
        s.box(2, y, 78, 3, "metal", 1)
        s.block(4, y + 3, 74, 7, "cloth", 2)
        s.ball(12, y + 12, 8, 3.4, "linen", 3)


def _radio(s: Spot) -> None:
    furniture.table(2, 62, 30, "metal")(s)
    s.block(8, 34, 38, 22, "iron", 2)
    s.ball(18, 46, 7, 7, "metal", 2)
    for k in range(3):
        s.ball(34 + 4 * k, 40, 1.6, 1.6, "brass", 3)
    s.box(28, 46, 15, 6, "lamp", 3)
    s.line(42, 56, 50, 92, 1, "metal", 3)
    s.block(52, 34, 6, 8, "linen", 4)
    s.glow(34, 48, 46, 0.7)
    furniture.stool(24, 18, "metal")(s)


def _blast_door(s: Spot) -> None:
    w = s.width - 12
    s.box(2, -12, w + 8, 112, "metal", 0)
    s.block(6, -12, w, 108, "metal", 2)
    for y in (4, 40, 76):
        s.block(8, y, w - 4, 5, "metal", 3)
    s.ball(s.width / 2, 56, 13, 13, "accent", 2)
    s.ball(s.width / 2, 56, 9, 9, "metal", 2, flat=True)
    s.line(s.width / 2 - 12, 56, s.width / 2 + 12, 56, 2.4, "accent", 3)
    s.line(s.width / 2, 44, s.width / 2, 68, 2.4, "accent", 3)
    for k in range(5):
        s.box(8 + k * (w - 4) / 5, 90, (w - 4) / 10, 5, "brass", 3)


def _filters(s: Spot) -> None:
    w = s.width
    s.box(0, 136, w, 9, "metal", 2)
    s.box(0, 142, w, 2, "metal", 4)
    for k in range(int(w / 18)):
        s.block(5 + 18 * k, 110, 12, 24, "metal", 3)
        s.box(5 + 18 * k, 118, 12, 3, ("accent", "brass")[k % 2], 2)


BUNKER: Final = Room(
    partial(walls.concrete, stripe="accent"),
    (Slot(84, _bunks, None), Slot(66, _radio, fixtures.bulkhead(116, 92)), Slot(68, None, _blast_door)),
    (
        Slot(
            66,
            furniture.shelves(3, 0, 60, ("tins", "tins", "boxes", "tins"), ("accent", "plant", "brass", "cloth"), gap=20, wood="metal"),
            None,
        ),
        Slot(62, furniture.together(furniture.barrel(4, 32, "metal"), furniture.crate(34)), _filters),
        Slot(84, _bunks, None),
        Slot(46, None, fixtures.bulkhead(116, 92)),
    ),
)

# servers


def _racks(s: Spot) -> None:
    for k in range(3):
        x = 2 + 27 * k
        s.block(x, 0, 25, 112, "iron", 1)
        for row in range(13):
            s.box(x + 2, 4 + 8.2 * row, 21, 6.6, "iron", 0)
            for j in range(4):
                if s.rng.random() < 0.7:
                    s.box(x + 4 + 4.6 * j, 6 + 8.2 * row, 2.2, 2, ("neon", "neon2", "neon", "alarm")[int(s.rng.random() * 4)], 3)
        s.slab(x - 1, 111, 27, 3, "iron", 3)
    s.glow(41, 60, 58, 0.7)


def _cables(s: Spot) -> None:
    w = s.width
    s.box(0, 134, w, 3, "metal", 2)
    for k in range(int(w / 8)):
        s.line(4 + 8 * k, 136, 7 + 8 * k, 112 - 9 * (k % 3), 1.4, ("neon", "neon2", "metal")[k % 3], 1)


def _terminal(s: Spot) -> None:
    s.block(6, 0, 52, 30, "metal", 1)
    s.slab(2, 30, 60, 4, "metal")
    furniture.screen(s, 12, 36, 40, 28, 0, "iron")
    s.box(18, 34, 26, 2, "iron", 3)
    s.block(22, 10, 20, 5, "cloth", 2)
    s.box(31, 0, 2, 10, "iron", 2)


SERVERS: Final = Room(
    walls.hull,
    (Slot(84, _racks, None), Slot(84, _racks, _cables)),
    (Slot(66, _terminal, None), Slot(84, _racks, _cables), Slot(52, None, starship.hatch())),
)

# mess


def _long_table(s: Spot) -> None:
    for k in range(3):
        s.block(14 + 34 * k, 0, 5, 14, "hull", 1)
        s.block(8 + 34 * k, 14, 18, 4, "cloth", 3)
    for x in (12, s.width - 18):
        s.block(x, 0, 6, 28, "hull", 2)
    s.slab(0, 28, s.width, 5, "hull", 4)
    for k in range(4):
        x = 8 + k * (s.width - 20) / 3.4
        s.box(x, 33, 15, 2, "accent", 3)
        s.ball(x + 5, 36, 3.4, 2.4, ("plant", "brass")[k % 2], 3)
        s.block(x + 11, 35, 4, 6, "linen", 4)


def _dispenser(s: Spot) -> None:
    s.block(2, 0, 50, 92, "hull", 2)
    for k in range(2):
        s.box(6 + 23 * k, 46, 20, 24, "hull", 0)
        s.box(8 + 23 * k, 48, 16, 3, "lamp", 3)
        s.block(12 + 23 * k, 50, 8, 8, ("linen", "accent")[k], 3)
        s.box(8 + 23 * k, 74, 16, 6, "screen", 3)
    s.panel(6, 6, 42, 32, "hull", 3)
    s.glow(27, 58, 66, 0.8)


def _trays(s: Spot) -> None:
    w = s.width - 8
    s.box(4, 66, w, 52, "hull", 1)
    for row in range(3):
        for k in range(int(w / 15)):
            s.box(7 + 15 * k, 70 + 16 * row, 12, 11, ("accent", "cloth", "plant")[(row + k) % 3], 3)
            s.box(9 + 15 * k, 72 + 16 * row, 8, 7, ("accent", "cloth", "plant")[(row + k) % 3], 1)


MESS: Final = Room(
    walls.hull,
    (Slot(118, _long_table, furniture.together(fixtures.pendant(46, "hull", 96))), Slot(58, _dispenser, None)),
    (Slot(62, None, _trays), Slot(52, None, starship.starport), Slot(52, None, starship.hatch()), Slot(58, _dispenser, None)),
)

# bus


def _bus(plane: Plane) -> None:
    """Panels under a band of glass, a rail, a ceiling with a strip of light, a floor of rubber."""
    u, h = plane.unit, plane.height
    plane.ink[:] = plane.code("wall") + 3
    plane.box(0, 0, plane.width, 22 * u, "linen", 3)
    for x in plane.spread(64, 0.0):
        plane.box(x, 6 * u, 44 * u, 4 * u, "lamp", 4)
        plane.glow(x + 22 * u, 40 * u, 66 * u, 0.7)
    plane.box(0, 22 * u, plane.width, 2 * u, "metal", 1)
    plane.box(0, 28 * u, plane.width, 3 * u, "accent", 2)
    rail = h - 72 * u
    plane.box(0, rail, plane.width, h - rail, "accent", 1)
    plane.box(0, rail, plane.width, 3 * u, "metal", 3)
    floors.plates(plane, "floor", 1)


def _pane(s: Spot) -> None:
    w, y, tall = s.width - 6, 62.0, 62.0
    s.box(1, y - 3, w + 4, tall + 6, "iron", 1)
    fixtures.sky(s, 3, y, w, tall)
    for k in range(4):
        high = (18, 30, 22, 36)[(k + int(w)) % 4]
        s.box(3 + k * w / 4, y, w / 4 - 3, high, "land", 1 + k % 2)
    s.box(3, y + 0.72 * tall, w, 1.6, "iron", 2)
    s.line(8, y + 8, 20, y + tall - 6, 1.4, "pane", 4)


def _bus_seats(s: Spot) -> None:
    for k in range(int(s.width / 36)):
        there = Spot(s.plane, s.left + 36 * k * s.plane.unit, s.base, 34)
        there.box(4, 0, 3, 14, "metal", 2)
        there.box(22, 0, 3, 14, "metal", 2)
        there.block(2, 13, 26, 8, "cloth", 3)
        there.block(0, 14, 8, 44, "cloth", 2)
        there.box(1, 50, 6, 7, "linen", 4)
        there.ball(4, 58, 4.6, 3, "cloth", 3)
        there.line(8, 58, 12, 62, 2, "brass", 3)


def _pole(s: Spot) -> None:
    cx = s.width / 2
    s.box(cx - 1.4, -8, 3, 152, "brass", 3)
    s.block(cx - 4, 62, 8, 9, "iron", 2)
    s.ball(cx, 67, 2.4, 2.4, "accent", 3)


def _folding_door(s: Spot) -> None:
    w = s.width - 10
    s.box(3, -12, w + 4, 128, "iron", 1)
    for k in range(2):
        x = 5 + k * w / 2
        s.block(x, -12, w / 2 - 1.4, 126, "metal", 2)
        s.box(x + 3, 4, w / 2 - 7, 104, "pane", 3)
        s.line(x + 5, 20, x + w / 2 - 6, 60, 1.4, "pane", 4)


BUS: Final = Room(
    _bus,
    (Slot(110, _bus_seats, _pane, turns=False), Slot(74, _bus_seats, _pane, turns=False)),
    (Slot(24, _pole, None), Slot(52, None, _folding_door), Slot(74, _bus_seats, _pane, turns=False), Slot(24, _pole, None)),
)

# airport


def _apron(s: Spot) -> None:
    """A wall of glass with an aeroplane on the apron behind it."""
    w, y, tall = s.width - 8, 44.0, 92.0
    s.box(2, y - 4, w + 4, tall + 8, "metal", 1)
    fixtures.sky(s, 4, y, w, tall)
    s.box(4, y, w, 13, "land", 2)
    cx, cy = 4 + 0.5 * w, y + 34
    s.line(cx - 44, cy, cx + 38, cy, 15, "plane", 3)
    s.ball(cx + 40, cy, 12, 7.6, "plane", 3)
    s.line(cx - 46, cy + 2, cx - 58, cy + 28, 9, "plane", 2, 4)
    s.line(cx - 2, cy - 3, cx - 30, cy - 17, 8, "plane", 1, 3)
    s.ball(cx - 6, cy - 13, 8, 4.6, "plane", 1)
    for k in range(9):
        s.box(cx - 34 + 8 * k, cy + 1.4, 3, 3, "iron", 2)
    s.line(cx - 50, cy + 13, cx - 55, cy + 26, 4, "accent", 2, 3)
    for dx in (-18, 30):
        s.box(cx + dx, y + 12, 2, 16, "iron", 2)
        s.ball(cx + dx + 1, y + 12, 3.4, 3.4, "iron", 1)
    for k in range(4):
        s.box(3 + k * w / 3, y, 2.4, tall, "metal", 3)
    s.box(4, y + 0.74 * tall, w, 2, "metal", 3)


def _row(s: Spot) -> None:
    s.box(4, 10, s.width - 8, 3, "metal", 2)
    for x in (10, s.width - 14):
        s.box(x, 0, 3, 12, "metal", 1)
    for k in range(int((s.width - 6) / 22)):
        s.block(4 + 22 * k, 13, 19, 5, "cloth", 3)
        s.block(4 + 22 * k, 20, 19, 18, "cloth", 2)
        s.box(2 + 22 * k, 14, 2, 14, "metal", 3)


def _desk(s: Spot) -> None:
    furniture.counter(4, 72, 42, "metal", "accent", panels=2)(s)
    furniture.screen(s, 14, 46, 24, 17, 0, "iron")
    s.block(50, 46, 20, 4, "linen", 4)
    s.block(-4, 0, 14, 8, "iron", 2)
    s.block(-2, 8, 12, 22, "accent", 1)
    s.box(2, 30, 1.4, 12, "metal", 3)


AIRPORT: Final = Room(
    partial(walls.plaster, floor=partial(floors.checks, material="tile", other="trim"), trim="metal"),
    (Slot(142, None, _apron), Slot(92, _row, furniture.together(stations.board, fixtures.bulkhead(144, 100)))),
    (Slot(80, _desk, furniture.together(fixtures.tubes(56), fixtures.bulkhead(116))), Slot(92, _row, None), Slot(76, stations.trunks, fixtures.clock(112, 11, "iron"))),
)  # fmt: skip

# taxi


def _cab(plane: Plane) -> None:
    """A soft roof, doors up to the sills of the windows, the floor before the back seat."""
    u, h = plane.unit, plane.height
    plane.ink[:] = plane.code("wall") + 1
    plane.box(0, 0, plane.width, 26 * u, "linen", 2)
    for x in plane.spread(18, 0.0):
        plane.box(x, 0, max(1, u), 25 * u, "linen", 1)
    plane.box(0, 25 * u, plane.width, 4 * u, "wall", 0)
    sill = h - 84 * u
    plane.box(0, sill, plane.width, h - sill, "wall", 2)
    plane.box(0, sill, plane.width, 3 * u, "metal", 3)
    plane.box(0, h - 26 * u, plane.width, 26 * u, "floor", 0)


def _windscreen(s: Spot) -> None:
    """The street through the windscreen, the mirror with its card tree, the dashboard with its meter."""
    w, y, tall = s.width - 16, 70.0, 68.0
    s.box(4, y - 4, w + 8, tall + 8, "iron", 0)
    fixtures.sky(s, 8, y, w, tall)
    for k in range(8):
        high = (30, 44, 22, 12, 10, 26, 40, 34)[k]
        s.box(8 + k * w / 8, y, w / 8, high, "land", 1 + k % 2)
        for j in range(int(high / 11)):
            s.box(13 + k * w / 8, y + 12 + 9 * j, 4, 4, "lamp", 2)
    s.shape(8, y, w, 15, lambda x, py: np.where(np.abs(x - 8 - w / 2) < 18 + 5.4 * (y + 15 - py), 1, -1), "floor")
    for k in range(3):
        s.box(8 + w / 2 - 1, y + 1 + 5 * k, 2.4 - 0.5 * k, 2.6, "linen", 4)
    s.line(16, y + 10, 34, y + tall - 8, 1.4, "pane", 4)
    s.block(0, 46, s.width, 26, "iron", 2)
    s.box(0, 69, s.width, 3, "iron", 4)
    s.block(w / 2 + 5, 55, 32, 14, "iron", 1)
    for k in range(4):
        s.box(w / 2 + 8 + 7 * k, 58, 4.6, 8, "alarm", 3)
    s.block(w / 2 - 16, 52, 17, 22, "linen", 4)
    s.ball(w / 2 - 7.5, 65, 4, 5, "brass", 3)
    s.box(w / 2 - 13, 54, 11, 5, "cloth", 2)
    s.box(w / 2 + 7, y + tall - 4, 2, 9, "iron", 1)
    s.block(w / 2 - 14, y + tall - 13, 44, 11, "iron", 1)
    s.box(w / 2 - 11, y + tall - 11, 38, 7, "pane", 3)
    s.line(w / 2 + 8, y + tall - 13, w / 2 + 8, y + tall - 24, 0.8, "linen", 3)
    for k in range(3):
        s.gable(w / 2 + 8, y + tall - 40 + 5 * k, 8 - 2 * k, 9, "plant", 2)
    s.glow(w / 2 + 20, 62, 60, 0.9)
    s.glow(w / 2, 104, 70, 0.8)


def _front_seats(s: Spot) -> None:
    """The backs of the two front seats, a wheel before one of them."""
    w = s.width
    s.ball(w - 38, 60, 26, 19, "iron", 1)
    s.ball(w - 38, 60, 21, 15, "iron", 2, flat=True)
    for x in (2, w - 72):
        for dx in (24, 43):
            s.box(x + dx, 54, 3, 10, "metal", 2)
        s.block(x + 16, 62, 38, 17, "cloth", 2)
        s.box(x + 18, 77, 34, 3, "cloth", 4)
        s.block(x + 3, 48, 64, 9, "cloth", 3)
        s.block(x, -6, 70, 55, "cloth", 2)
        s.box(x + 9, 4, 52, 22, "cloth", 1)
        s.box(x + 9, 25, 52, 2, "cloth", 4)
        for k in range(3):
            s.box(x + 17 + 17 * k, 31, 1.4, 18, "cloth", 1)
    s.block(w / 2 - 15, -6, 30, 28, "iron", 1)
    s.box(w / 2 - 12, 18, 24, 4, "iron", 0)
    for k in range(4):
        s.ball(w / 2 - 8 + 5 * k, 20, 2, 1.4, "brass", 4)


def _side(s: Spot) -> None:
    """A door with its window, its winder and its strap."""
    w = s.width - 8
    s.box(2, 66, w + 4, 74, "iron", 0)
    fixtures.sky(s, 5, 70, w - 2, 66)
    for k in range(3):
        s.box(5 + k * (w - 2) / 3, 70, (w - 2) / 3, (28, 46, 36)[k], "land", 1 + k % 2)
    s.line(12, 78, 24, 126, 1.4, "pane", 4)
    s.box(6, -8, w - 4, 70, "wall", 1)
    s.box(10, -2, w - 12, 56, "wall", 3)
    s.block(w / 2 - 8, 44, 20, 4, "metal", 3)
    s.ball(w / 2 - 4, 26, 3, 3, "metal", 3)
    s.line(w / 2 - 4, 26, w / 2 + 8, 21, 2, "metal", 3)
    s.line(s.width - 13, 142, s.width - 13, 112, 3, "linen", 2)


def _back_seat(s: Spot) -> None:
    """The edge of the back seat."""
    s.block(0, 0, s.width, 12, "cloth", 1)
    s.ball(s.width / 2, 12, s.width / 2 - 1, 5, "cloth", 2)


def _patched_seat(s: Spot) -> None:
    _back_seat(s)
    s.line(14, 13, 28, 6, 4, "metal", 3)
    s.line(18, 5, 26, 14, 4, "metal", 2)


TAXI: Final = Room(
    _cab,
    (Slot(196, _front_seats, _windscreen),),
    (Slot(56, None, _side), Slot(60, None, _side)),
    near=(Slot(80, _back_seat), Slot(80, _patched_seat)),
)
