"""Halls for many, and plain rooms: a pool, a rink, a court, an aquarium, a salon, a hall, a tomb, an atrium, a back room."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, floors, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane


def _water(plane: Plane) -> None:
    """A pool from edge to edge with ropes between its lanes, the tiled side in front."""
    u, top = plane.unit, plane.height - (floors.DEPTH + 16) * plane.unit
    plane.box(0, top - 5 * u, plane.width, 5 * u, "tile", 4)
    plane.box(0, top, plane.width, plane.height - top, "pool", 2)
    for x in plane.spread(24, 0.9):
        plane.box(x, top + (3 + 22 * plane.rng.random()) * u, 12 * u, max(1, u), "pool", 4)
    for k, y in enumerate((5, 14)):
        for i, x in enumerate(plane.spread(9, 0.0)):
            plane.box(x, top + y * u, 6 * u, (1.6 + 0.6 * k) * u, "accent" if i % 2 else "linen", 3)
    floor = plane.height - 15 * u
    plane.box(0, floor, plane.width, 15 * u, "tile", 3)
    plane.box(0, floor, plane.width, 3 * u, "trim", 3)
    for x in plane.spread(17, 0.0):
        plane.box(x, floor + 3 * u, max(1, 0.8 * u), 12 * u, "tile", 1)


def _tower(s: Spot) -> None:
    """A diving board with its steps."""
    for x in (4, 16):
        s.box(x, 26, 2.4, 46, "metal", 3)
    for k in range(6):
        s.box(4, 32 + 7 * k, 14, 1.6, "metal", 2)
    s.block(0, 70, 56, 3, "accent", 3)
    s.box(2, 73, 1.6, 14, "metal", 3)
    s.box(2, 85, 20, 1.6, "metal", 3)


def _blocks(s: Spot) -> None:
    for k in range(4):
        s.block(2 + 17 * k, 27, 12, 13, "tile", 2)
        s.box(1 + 17 * k, 39, 14, 3, "trim", 3)
        s.box(6 + 17 * k, 31, 4, 5, "accent", 2)


def _guard(s: Spot) -> None:
    for side in (-1, 1):
        s.line(18, 66, 18 + side * 14, 26, 2.4, "metal", 3)
    s.block(8, 64, 20, 4, "accent", 2)
    s.block(8, 66, 4, 20, "accent", 2)
    s.ball(44, 46, 9, 9, "accent", 3)
    s.ball(44, 46, 5, 5, "tile", 3, flat=True)


POOL: Final = Room(
    partial(walls.tiled, floor=_water, high=70),
    (Slot(74, _blocks, fixtures.both(fixtures.window(60, 44, foot=90, frame="metal", bars=3))), Slot(60, _tower, fixtures.bulkhead(118))),
    (
        Slot(70, None, fixtures.window(60, 44, foot=90, frame="metal", bars=3)),
        Slot(56, _guard, None),
        Slot(40, None, fixtures.clock(112, 11, "iron")),
        Slot(40, None, fixtures.bulkhead(118)),
    ),
)


def _ice(plane: Plane) -> None:
    """Ice with the tracks of skates, a barrier behind it."""
    u, top = plane.unit, plane.height - (floors.DEPTH + 12) * plane.unit
    plane.box(0, top - 30 * u, plane.width, 30 * u, "linen", 3)
    plane.box(0, top - 32 * u, plane.width, 4 * u, "accent", 2)
    plane.box(0, top - 5 * u, plane.width, 5 * u, "brass", 3)
    for x in plane.spread(46, 0.0):
        plane.box(x, top - 30 * u, max(1, u), 30 * u, "linen", 1)
        plane.box(x + 8 * u, top - 23 * u, 24 * u, 11 * u, "cloth" if round(x) % 2 else "plant", 2)
    plane.box(0, top, plane.width, plane.height - top, "ice", 3)
    for x in plane.spread(34, 0.9):
        y = top + (4 + 30 * plane.rng.random()) * u
        plane.stroke(x, y, x + 26 * u, y + (plane.rng.random() - 0.5) * 8 * u, 1, "ice", 4)
    plane.box(0, top + 13 * u, plane.width, 3 * u, "accent", 3)


def _tiers(s: Spot) -> None:
    """Rows of empty seats."""
    for k in range(3):
        s.box(0, 60 + 16 * k, s.width, 5, "iron", 2)
        for j in range(int(s.width / 12)):
            s.block(2 + 12 * j, 65 + 16 * k, 9, 8, "cloth", 2 + k % 2)


def _score(s: Spot) -> None:
    s.block(4, 112, 72, 34, "iron", 0)
    for k, x in enumerate((12, 46)):
        s.box(x, 122, 20, 16, "screen", 1)
        s.box(x + 4, 126, 3, 9, "lamp", 4)
        s.box(x + 11, 126, 5, 2 + 4 * k, "lamp", 4)
    s.box(20, 146, 1.4, 20, "iron", 1)
    s.box(60, 146, 1.4, 20, "iron", 1)


RINK: Final = Room(
    partial(walls.plaster, floor=_ice, trim="metal"),
    (Slot(90, None, furniture.together(_tiers, _score, fixtures.bulkhead(106))), Slot(76, None, _tiers)),
    (Slot(76, None, _tiers), Slot(60, None, fixtures.tubes(50)), Slot(40, None, fixtures.clock(120, 11, "iron")), Slot(60, None, _tiers)),
)


def _bench(s: Spot) -> None:
    """The judge's bench with a high chair and a gavel."""
    s.block(46, 30, 32, 64, "wood2", 2)
    s.box(50, 40, 24, 48, "cloth", 2)
    s.ball(62, 94, 16, 7, "wood2", 2)
    s.block(8, 0, 108, 50, "wood", 2)
    for k in range(4):
        s.panel(14 + 25 * k, 6, 22, 34, "wood", 2)
    s.slab(2, 50, 120, 5, "wood", 3)
    s.block(92, 55, 12, 3, "wood2", 2)
    s.line(92, 60, 108, 60, 1.6, "wood2", 3)
    s.block(104, 57, 6, 7, "wood2", 2)
    for k in range(3):
        s.block(20, 55 + 3 * k, 16, 3, ("book", "linen", "cloth")[k], 2)


def _scales(s: Spot) -> None:
    s.ball(62, 126, 18, 18, "brass", 1)
    s.ball(62, 126, 15, 15, "linen", 3, flat=True)
    s.box(61, 114, 2, 22, "brass", 2)
    s.box(50, 133, 24, 1.6, "brass", 2)
    for x in (51, 73):
        s.box(x - 0.4, 124, 0.9, 9, "brass", 2)
        s.ball(x, 123, 4, 2, "brass", 3)


def _jury(s: Spot) -> None:
    for row in range(2):
        for k in range(4):
            s.block(6 + 17 * k, 24 + 18 * row, 12, 20, "cloth", 2)
        s.block(0, 0 if row else 18, 74, 22 if row else 14, "wood", 2)
        s.box(0, 22 if row else 32, 74, 3, "wood", 4)


def _dock(s: Spot) -> None:
    s.block(0, 0, 48, 34, "wood", 2)
    for k in range(8):
        s.box(3 + 6 * k, 34, 1.6, 20, "brass", 2)
    s.box(0, 53, 48, 3, "wood", 4)


COURT: Final = Room(
    partial(walls.plaster, dado="dado", trim="wood"),
    (Slot(124, _bench, furniture.together(_scales, furniture.at(-44, fixtures.sconce(108)))), Slot(76, _jury)),
    (
        Slot(52, _dock),
        Slot(64, None, fixtures.window(40, 66, foot=62)),
        Slot(44, None, fixtures.picture(30, 36, up=90, sort=1)),
        Slot(40, None, fixtures.sconce(106)),
    ),
)


def _tank(width: float) -> furniture.Piece:
    """A wall of glass with fish and weed behind it."""

    def draw(s: Spot) -> None:
        s.box(0, 20, width, 106, "iron", 0)
        s.shape(4, 24, width - 8, 98, lambda x, y: np.clip(np.floor((y - 24) / 30) + 0 * x, 0, 3), "sea")
        for k in range(4):
            s.line(width * (0.15 + 0.22 * k), 122, width * (0.1 + 0.2 * k), 70, 6, "sea", 3, 1)
        s.mass([(width * 0.2, 28, 9), (width * 0.3, 26, 7), (width * 0.75, 28, 10)], "stone", leafy=0.3)
        for k in range(5):
            x = width * (0.12 + 0.19 * k)
            s.line(x, 26, x + 3, 48 + 8 * (k % 3), 2, "plant", 2 + k % 2)
        for k in range(6):
            x, y = width * (0.16 + 0.14 * k), 52 + (k * 29) % 62
            tint = ("accent", "brass", "linen")[k % 3]
            s.ball(x, y, 5.4, 3, tint, 3)
            s.shape(x - 10, y - 4, 6, 8, lambda px, py, x=x, y=y: np.where(np.abs(py - y) < (x - 4 - px) * 0.7, 2, -1), tint)  # type: ignore[misc]
            s.box(x + 3, y + 0.4, 1, 1, "iron", 0)
        s.ball(width * 0.6, 96, 14, 5, "metal", 2)
        s.gable(width * 0.6, 100, 4, 7, "metal", 2)
        s.glow(width / 2, 70, 90, 0.9)

    return draw


AQUARIUM: Final = Room(
    partial(walls.plaster, floor=floors.carpet, trim="metal"),
    (Slot(144, None, _tank(140)), Slot(86, None, _tank(82))),
    (
        Slot(54, furniture.bench(2, 50)),
        Slot(36, furniture.at(4, furniture.pot_plant()), None),
        Slot(60, None, fixtures.picture(44, 34, up=82, sort=2)),
        Slot(86, None, _tank(82)),
    ),
)


def _mirror(s: Spot) -> None:
    """A mirror over a shelf of bottles."""
    s.box(6, 60, 38, 56, "brass", 2)
    s.box(8, 62, 34, 52, "glass", 3)
    s.line(12, 70, 30, 108, 3, "glass", 4)
    s.slab(2, 50, 46, 4, "wood")
    for k in range(5):
        furniture.bottle(s, 6 + 8 * k, 54, 11, ("accent", "cloth", "plant")[k % 3])


def _salon_chair(s: Spot) -> None:
    s.block(20, 0, 12, 4, "metal", 2)
    s.box(24, 4, 4, 12, "metal", 3)
    s.block(10, 16, 32, 7, "cloth", 2)
    s.block(12, 22, 28, 26, "cloth", 2)
    s.box(7, 28, 5, 3, "metal", 3)
    s.box(40, 28, 5, 3, "metal", 3)
    s.block(18, 47, 16, 8, "cloth", 3)


def _dryer(s: Spot) -> None:
    s.box(20, 0, 3, 62, "metal", 2)
    s.ball(28, 66, 15, 14, "accent", 2)
    s.box(14, 52, 28, 5, "accent", 1)
    s.block(26, 12, 26, 6, "cloth", 2)
    s.block(44, 18, 7, 24, "cloth", 1)
    s.box(8, 0, 26, 3, "metal", 1)


SALON: Final = Room(
    partial(walls.plaster, floor=floors.checks, trim="trim"),
    (Slot(50, _salon_chair, furniture.together(_mirror, fixtures.pendant(30, "accent"))), Slot(50, _salon_chair, _mirror)),
    (
        Slot(50, _salon_chair, _mirror),
        Slot(56, _dryer),
        Slot(64, None, fixtures.window(40, 56, foot=66)),
        Slot(50, furniture.shelves(2, 0, 46, ("bottles", "tins", "bottles"), ("accent", "plant", "cloth"))),
        Slot(36, None, fixtures.sconce(112)),
    ),
)


def _stage(s: Spot) -> None:
    """A low stage with a plain curtain."""
    for side in (0, 1):
        fixtures.drape(s, 6 if side == 0 else 134, 24, 104, 30, side == 1, "cloth")
    s.box(0, 126, 140, 8, "cloth", 1)
    s.block(0, 0, 140, 24, "wood", 2)
    s.box(0, 23, 140, 3, "wood", 4)
    for k in range(3):
        s.box(60 - 6 * k, 0, 22 + 12 * k, 16 - 6 * k, "wood", 3 - k % 2)


def _chairs(s: Spot) -> None:
    """Chairs put one on another."""
    for x in (2, 26):
        for k in range(4):
            s.block(x, 14 + 8 * k, 16, 3, "accent", 2)
            s.block(x, 17 + 8 * k, 3, 14, "accent", 3)
        for leg in (1, 14):
            s.box(x + leg, 0, 1.6, 14, "iron", 2)


HALL: Final = Room(
    partial(walls.plaster, dado="dado", trim="wood"),
    (Slot(140, None, _stage), Slot(46, _chairs, fixtures.pendant(34, "metal", 92))),
    (
        Slot(64, None, fixtures.window(40, 60, foot=66)),
        Slot(64, furniture.table(2, 58), fixtures.window(40, 60, foot=66)),
        Slot(46, _chairs, fixtures.clock(118, 10)),
        Slot(54, None, fixtures.door(40)),
        Slot(40, None, fixtures.pendant(34, "metal", 92)),
    ),
)


def _frieze(plane: Plane) -> None:
    """Walls of painted stone: bands of figures and signs."""
    walls.dressed(plane)
    u = plane.unit
    for y in (44, 108):
        plane.box(0, y * u, plane.width, 4 * u, "brass", 2)
        plane.box(0, (y + 4) * u, plane.width, 2 * u, "sea", 2)
    for number, x in enumerate(plane.spread(20, 0.0)):
        tint = ("accent", "sea", "plant")[number % 3]
        plane.ellipse(x, 66 * u, 3.4 * u, 3.6 * u, tint, 2)
        plane.box(x - 3.4 * u, 70 * u, 7 * u, 15 * u, tint, 2)
        plane.gable(x, 100 * u, 6 * u, 16 * u, "linen", 2)
        plane.box(x + 3 * u, 73 * u, 8 * u, 2 * u, tint, 2)
        plane.box(x + 9 * u, 62 * u, max(1, u), 36 * u, "brass", 3)


def _sarcophagus(s: Spot) -> None:
    s.block(0, 0, 100, 12, "stone", 3)
    s.block(6, 12, 88, 20, "brass", 2)
    for k in range(8):
        s.box(10 + 11 * k, 13, 4, 18, ("sea", "accent")[k % 2], 2)
    s.mass([(20, 36, 9), (42, 34, 8), (62, 34, 8), (80, 33, 7)], "brass", leafy=0.0, squash=0.7)
    s.ball(16, 38, 8, 8, "brass", 3)
    s.box(9, 33, 3, 12, "sea", 2)
    s.glow(50, 40, 60, 0.3)


def _urns(s: Spot) -> None:
    for x, r in ((10, 9), (31, 7), (49, 9)):
        s.ball(x, r + 2, r, r + 3, "brass", 2)
        s.block(x - 4, 2 * r + 3, 8, 6, "stone", 2)


def _god(s: Spot) -> None:
    s.block(4, 0, 32, 16, "stone", 2)
    s.block(10, 16, 20, 48, "iron", 1)
    s.box(8, 52, 24, 5, "brass", 3)
    s.block(12, 62, 16, 14, "iron", 1)
    for x in (14, 26):
        s.gable(x, 74, 3.4, 14, "iron", 2)
    s.box(16, 68, 3, 2, "brass", 4)


TOMB: Final = Room(
    _frieze,
    (Slot(104, _sarcophagus), Slot(40, _god, None)),
    (
        Slot(60, _urns),
        Slot(40, _god),
        Slot(34, None, fixtures.sconce(100, fire=True)),
        Slot(34, None, fixtures.sconce(100, fire=True)),
        Slot(50, furniture.basket(8, "brass"), furniture.at(10, fixtures.sconce(100, fire=True))),
    ),
)


def _column(s: Spot) -> None:
    s.block(8, 0, 18, 6, "stone", 3)
    s.block(10, 6, 14, 130, "stone", 3)
    for x in (13, 18):
        s.box(x, 8, 1, 126, "stone", 2)
    s.block(6, 134, 22, 8, "stone", 4)


def _basin(s: Spot) -> None:
    """The pool for the rain."""
    s.block(0, -2, 96, 9, "stone", 3)
    s.box(4, 4, 88, 4, "sea", 3)
    s.block(42, 7, 12, 22, "stone", 3)
    s.ball(48, 31, 8, 5, "stone", 4)
    for side in (-1, 1):
        s.line(48, 36, 48 + side * 12, 10, 1, "sea", 4)


def _couch(s: Spot) -> None:
    furniture.legs(s, 4, 68, 20)
    s.block(0, 18, 76, 8, "cloth", 2)
    s.block(0, 26, 10, 14, "cloth", 3)
    s.ball(16, 29, 8, 5, "brass", 3)


ATRIUM: Final = Room(
    partial(walls.plaster, floor=floors.checks, dado="dado", trim="stone"),
    (Slot(98, _basin, fixtures.sconce(104, fire=True)), Slot(34, _column), Slot(34, _column)),
    (
        Slot(80, _couch, fixtures.picture(54, 36, up=76, sort=0)),
        Slot(46, furniture.at(10, furniture.pot_plant(0, "accent", 60)), None),
        Slot(60, _urns, furniture.at(12, fixtures.sconce(104, fire=True))),
        Slot(34, _column),
    ),
)
PLAIN: Final = Room(
    partial(walls.plaster, trim="wood"),
    (Slot(66, furniture.together(furniture.table(2, 52), furniture.chair(48)), fixtures.pendant(38)), Slot(54, None, fixtures.door(40))),
    (
        Slot(64, None, fixtures.window(42, 58, foot=66)),
        Slot(52, furniture.shelves(2, 0, 48, ("boxes", "jars", "boxes"), ("accent", "plant", "brass"))),
        Slot(48, furniture.cabinet(2, 40, 40, 3), fixtures.picture(30, 24, up=84)),
        Slot(54, furniture.together(furniture.crate(4), furniture.crate(26))),
        Slot(40, None, fixtures.clock(118, 9)),
    ),
)
"""A room of which nothing is known but that it is one."""
