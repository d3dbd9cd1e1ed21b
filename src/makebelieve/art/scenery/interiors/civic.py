"""Rooms of the law and of sport: prison cell, police station, gym."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, floors, furniture, offices, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field

# prison cell


def _plank_bed(s: Spot) -> None:
    s.line(6, 60, 2, 24, 1.2, "iron", 3)
    s.line(78, 60, 82, 24, 1.2, "iron", 3)
    s.slab(0, 20, 86, 5, "wood")
    s.block(3, 25, 80, 6, "linen", 2)
    for k in range(7):
        s.box(8 + 11 * k, 25, 4, 6, "linen", 1)
    s.ball(14, 33, 10, 4, "linen", 3)
    s.block(44, 24, 38, 9, "cloth", 1)


def _barred(s: Spot) -> None:
    cx = s.width / 2
    s.box(cx - 20, 96, 40, 32, "wall", 0)
    fixtures.sky(s, cx - 17, 99, 34, 26)
    for k in range(5):
        s.block(cx - 15 + 7 * k, 98, 2.4, 28, "iron", 2)
    s.box(cx - 18, 111, 36, 2, "iron", 2)
    s.slab(cx - 22, 93, 44, 4, "wall", 3)


def _tally(s: Spot) -> None:
    """Days counted on the wall, five by five."""
    for row in range(2):
        for group in range(int((s.width - 8) / 17)):
            x, y = 6 + 17 * group + row, 78 - 15 * row
            for k in range(4):
                s.line(x + 3 * k, y, x + 3 * k + 0.6, y + 10, 1, "wall", 4)
            if group + row < 3:
                s.line(x - 2, y + 1, x + 12, y + 9, 1, "wall", 4)


def bars(s: Spot) -> None:
    """A grating with its door, from floor to ceiling."""
    w = s.width
    for k in range(int(w / 9) + 1):
        s.block(9 * k, -12, 2.8, 158, "iron", 2)
    for y in (8, 74, 142):
        s.box(0, y, w, 3.4, "iron", 2)
        s.box(0, y + 2.4, w, 1, "iron", 4)
    s.block(0.34 * w, 38, 14, 18, "iron", 1)
    s.ball(0.34 * w + 7, 48, 2.2, 2.2, "brass", 3)


def _bucket(s: Spot) -> None:
    s.shape(4, 0, 24, 18, lambda x, y: np.where(np.abs(x - 16) < 8 + 0.16 * y, np.where(x < 12, 3, np.where(x > 21, 1, 2)), -1), "wood")
    s.box(6, 4, 20, 1.6, "iron", 2)
    s.box(5, 13, 22, 1.6, "iron", 2)
    for k in range(3):
        s.line(40, 4 * k, 44, 4 * k + 3, 2, "iron", 2 + k % 2)
    s.block(40, 12, 4, 4, "iron", 3)
    s.ball(46, 2, 3, 2, "iron", 2)


def _chains(s: Spot) -> None:
    for k in range(2):
        x = s.width / 2 - 12 + 24 * k
        s.block(x - 2, 108, 5, 4, "iron", 3)
        for j in range(7):
            s.ball(x, 105 - 4 * j, 1.5, 2.2, "iron", 3 if j % 2 else 1, flat=True)
        s.ball(x, 74, 4.4, 3.4, "iron", 2)
        s.ball(x, 74, 2.4, 1.8, "wall", 1, flat=True)


CELL: Final = Room(
    partial(walls.dressed, floor=partial(floors.flags, material="wall"), course=11, block=24, stone="wall"),
    (Slot(92, _plank_bed, _barred), Slot(84, bars, furniture.at(8, fixtures.sconce(104, fire=True)), turns=True)),
    (
        Slot(54, _bucket, _tally),
        Slot(56, None, _chains),
        Slot(58, furniture.at(6, furniture.bench(0, 44)), _tally),
        Slot(40, furniture.at(8, furniture.stool(2, 20, seat="wood")), fixtures.sconce(106, fire=True)),
    ),
)

# police station


def _front_desk(s: Spot) -> None:
    furniture.counter(4, 96, 44, panels=4)(s)
    s.ball(52, 24, 11, 12, "brass", 2)
    s.ball(52, 24, 6, 7, "brass", 3)
    furniture.screen(s, 12, 48, 26, 18, 0, "iron")
    s.block(56, 47, 16, 5, "iron", 2)
    s.line(56, 54, 72, 54, 3, "iron", 3)
    for k in range(3):
        s.box(80 + k, 47 + 1.4 * k, 14, 1.2, "linen", 4 - k % 2)
    s.line(46, 47, 46, 62, 1.4, "brass", 2)
    s.gable(46, 60, 8, 9, "lamp", 3)
    s.glow(46, 58, 64, 1.0)


def _shield(s: Spot) -> None:
    """A sign with a star between two blue lamps."""
    cx = s.width / 2
    s.block(cx - 34, 104, 68, 16, "cloth", 1)
    s.box(cx - 32, 106, 64, 12, "cloth", 2)
    for k, wide in enumerate((5, 5, 2, 5, 5, 5)):
        s.box(cx - 22 + 8 * k, 109, wide, 6, "linen", 4)
    for side in (-1, 1):
        s.block(cx + side * 44 - 3, 100, 6, 5, "iron", 2)
        s.ball(cx + side * 44, 111, 6, 7, "beacon", 3)
        s.glow(cx + side * 44, 108, 56, 0.85)


def _lockup(s: Spot) -> None:
    bars(s)


def _locked_bench(s: Spot) -> None:
    furniture.bench(8, s.width - 16, 18)(s)


def _wanted(s: Spot) -> None:
    w = s.width - 12
    s.box(6, 64, w, 50, "wood", 1)
    s.box(8, 66, w - 4, 46, "brass", 1)
    for k in range(max(2, int((w - 8) / 19))):
        x = 11 + 19 * k
        s.box(x, 80 - 6 * (k % 2), 15, 22, "linen", 4)
        s.ball(x + 7.5, 92 - 6 * (k % 2), 4, 5, "iron", 1, flat=True)
        s.box(x + 3, 82 - 6 * (k % 2), 9, 1.4, "iron", 2)
        s.box(x + 3, 98.4 - 6 * (k % 2), 9, 1.6, "accent", 2)
    s.line(18, 90, w - 6, 86, 0.8, "accent", 3)


POLICE: Final = Room(
    partial(walls.plaster, floor=partial(floors.checks, material="tile", other="trim"), dado="dado", trim="wood2"),
    (Slot(104, _front_desk, _shield), Slot(72, _lockup, None)),
    (
        Slot(96, offices.workplace, _wanted),
        Slot(58, offices.files(4), fixtures.clock(122, 10, "iron")),
        Slot(64, _locked_bench, _wanted),
        Slot(62, None, offices.blinds(48, 52, 64)),
        Slot(30, offices.cooler, None),
    ),
)

# gym


def _rack_of_weights(s: Spot) -> None:
    for x in (2, 66):
        s.block(x, 0, 4, 42, "metal", 2)
    for row in range(3):
        y = 6 + 14 * row
        s.slab(0, y, 72, 2.4, "metal")
        for k in range(4):
            x = 6 + 16 * k
            s.box(x + 3, y + 5, 8, 2, "metal", 4)
            for dx in (0, 10):
                s.block(x + dx, y + 2.4, 4, 7, ("iron", "cloth", "accent")[row], 2)


def _bench_press(s: Spot) -> None:
    s.block(4, 0, 4, 18, "metal", 1)
    s.block(56, 0, 4, 18, "metal", 1)
    s.slab(0, 18, 64, 6, "cloth")
    for x in (46, 60):
        s.block(x, 0, 3, 54, "metal", 2)
    s.box(28, 50, 54, 2, "metal", 4)
    s.ball(54, 51, 13, 13, "iron", 2)
    s.ball(54, 51, 8, 8, "iron", 3)
    s.ball(54, 51, 2.4, 2.4, "metal", 4)


def _treadmill(s: Spot) -> None:
    s.line(4, 5, 62, 8, 7, "iron", 2)
    s.line(6, 9, 60, 12, 2, "iron", 0)
    s.line(60, 8, 52, 50, 4, "metal", 2)
    s.line(52, 44, 34, 38, 2.4, "metal", 3)
    furniture.screen(s, 40, 48, 20, 13, 2, "iron")


def _punchbag(s: Spot) -> None:
    cx = s.width / 2
    s.box(cx - 0.6, 96, 1.2, 70, "iron", 2)
    s.line(cx, 100, cx - 7, 92, 1, "iron", 2)
    s.line(cx, 100, cx + 7, 92, 1, "iron", 2)
    s.block(cx - 9, 38, 18, 54, "cloth", 2)
    s.ball(cx, 38, 9, 4, "cloth", 1)
    for y in (46, 82):
        s.box(cx - 9, y, 18, 3, "iron", 1)


def _bars_on_wall(s: Spot) -> None:
    """Wall bars for climbing."""
    w = s.width - 12
    for x in (4, 4 + w / 2, 2 + w):
        s.block(x, 4, 5, 126, "wood", 2)
    for k in range(11):
        s.box(6, 12 + 11 * k, w, 2.4, "wood", 3)
        s.box(6, 11 + 11 * k, w, 1, "wood", 0)


def _mirror_wall(s: Spot) -> None:
    w = s.width - 8
    s.box(3, 24, w + 2, 96, "metal", 1)
    s.box(4, 25, w, 94, "glass", 3)
    for k in range(1, 3):
        s.box(4 + k * w / 3, 25, 1, 94, "metal", 2)
    for k in range(3):
        s.line(8 + k * w / 3, 46, 18 + k * w / 3, 104, 2, "glass", 4)


def _hoop(s: Spot) -> None:
    cx = s.width / 2
    s.block(cx - 22, 100, 44, 34, "linen", 4)
    s.box(cx - 20, 102, 40, 30, "linen", 3)
    s.box(cx - 9, 106, 18, 14, "accent", 2)
    s.box(cx - 7, 108, 14, 10, "linen", 4)
    s.box(cx - 11, 103, 22, 2.4, "accent", 3)

    def net(x: Field, y: Field) -> Any:
        reach = 5 + 0.3 * (y - 88)
        return np.where((np.abs(x - cx) < reach) & (((x + y) % 4 < 1) | ((x - y) % 4 < 1)), 4, -1)

    s.shape(cx - 11, 88, 22, 15, net, "linen")


def _mats(s: Spot) -> None:
    for k in range(3):
        s.block(2, 7 * k, 54, 6.4, ("glass", "accent", "glass")[k], 2)
        s.box(2, 7 * k + 5, 54, 1.4, ("glass", "accent", "glass")[k], 4)
    s.ball(70, 10, 10, 10, "accent", 2)
    s.line(64, 10, 76, 10, 1, "iron", 1)


def _lockers(s: Spot) -> None:
    for k in range(3):
        x = 2 + 19 * k
        s.block(x, 2, 18, 88, "metal", 2)
        s.panel(x + 1.4, 4, 15, 84, "metal", 3)
        for j in range(3):
            s.box(x + 5, 78 - 3 * j, 8, 1.2, "metal", 0)
        s.box(x + 12, 44, 2, 6, "iron", 1)


GYM: Final = Room(
    partial(walls.plaster, floor=floors.boards, dado="dado", trim="metal"),
    (
        Slot(78, _rack_of_weights, furniture.together(fixtures.tubes(50), fixtures.bulkhead(108))),
        Slot(70, _bench_press, _mirror_wall),
        Slot(44, _punchbag, None),
    ),
    (
        Slot(66, None, _bars_on_wall),
        Slot(70, _treadmill, fixtures.window(48, 54, foot=76, frame="metal", bars=2)),
        Slot(84, _mats, _hoop),
        Slot(62, _lockers, None),
        Slot(70, _treadmill, fixtures.clock(116, 11, "iron")),
    ),
)
