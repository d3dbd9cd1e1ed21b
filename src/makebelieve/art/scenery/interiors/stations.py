"""Where one waits, parks or watches: subway platform, station hall, car park, security room, sleeping pods; and a log cabin to come home to."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import castle, fixtures, floors, furniture, starship, taverns, walls, workshops
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane

# subway platform


def _sign(s: Spot) -> None:
    """The ring and bar of an underground."""
    cx = s.width / 2
    s.ball(cx, 96, 20, 20, "accent", 2, flat=True)
    s.ball(cx, 96, 13, 13, "tile", 4, flat=True)
    s.block(cx - 28, 91, 56, 10, "cloth", 2)
    for k in range(6):
        s.box(cx - 21 + 7 * k, 94, 5, 4, "linen", 4)


def _net(s: Spot) -> None:
    """A map of coloured lines."""
    w = s.width - 12
    s.box(5, 64, w + 2, 48, "metal", 1)
    s.box(7, 66, w - 2, 44, "linen", 4)
    for k, tint in enumerate(("accent", "cloth", "plant", "brass")):
        y = 74 + 9 * k
        s.line(10, y, 0.45 * w, y, 1.8, tint, 2)
        s.line(0.45 * w, y, 0.6 * w + 4, 100 - 8 * k, 1.8, tint, 2)
        s.line(0.6 * w + 4, 100 - 8 * k, w, 100 - 8 * k, 1.8, tint, 2)
        for j in range(3):
            s.ball(16 + j * 0.14 * w, y, 1.6, 1.6, "iron", 1, flat=True)


def _carriage_front(s: Spot) -> None:
    """A train that stands at the platform."""
    w = s.width
    s.block(0, 4, w, 90, "metal", 2)
    s.box(0, 26, w, 7, "accent", 2)
    s.box(0, 90, w, 6, "metal", 3)
    for k in range(3):
        x = 6 + k * (w - 8) / 3
        wide = (w - 8) / 3 - 5
        if k == 1:
            s.box(x, 6, wide, 76, "iron", 1)
            s.block(x + 1, 6, wide / 2 - 1.4, 75, "metal", 3)
            s.block(x + wide / 2 + 0.4, 6, wide / 2 - 1.4, 75, "metal", 3)
            for dx in (4, wide / 2 + 3):
                s.box(x + dx, 44, wide / 2 - 7, 30, "lamp", 3)
        else:
            s.box(x, 44, wide, 32, "iron", 1)
            s.box(x + 1.4, 45.4, wide - 2.8, 29, "lamp", 3)
            s.ball(x + 0.4 * wide, 52, 4, 5, "iron", 1, flat=True)
            s.box(x + 0.4 * wide - 5, 45.4, 10, 4, "iron", 1)
    s.glow(w / 2, 58, 92, 0.9)


def _platform_bench(s: Spot) -> None:
    for x in (6, 52):
        s.box(x, 0, 3, 18, "metal", 2)
    for k in range(3):
        s.block(2 + 20 * k, 17, 18, 4, "cloth", 3)
        s.block(2 + 20 * k, 24, 18, 14, "cloth", 2)


def _tunnel(s: Spot) -> None:
    cx = s.width / 2
    s.ball(cx, 52, 46, 52, "trim", 1, flat=True)
    s.ball(cx, 50, 40, 46, "iron", 0, flat=True)
    s.box(cx - 46, -14, 92, 14, "iron", 0)
    for side in (-1, 1):
        s.line(cx + 30 * side, -8, cx + 8 * side, 26, 2, "metal", 3, 1)
    s.ball(cx - 30, 68, 3, 3, "accent", 4)
    s.glow(cx - 30, 66, 30, 0.5)


SUBWAY: Final = Room(
    partial(walls.tiled, floor=floors.concrete, high=112),
    (Slot(128, None, _carriage_front), Slot(62, _platform_bench, furniture.together(_sign, fixtures.tubes(52)))),
    (
        Slot(70, _platform_bench, furniture.together(_net, fixtures.tubes(40))),
        Slot(96, None, _tunnel),
        Slot(46, furniture.at(4, furniture.cabinet(0, 34, 74, 3, "accent", "linen")), fixtures.bulkhead(122)),
        Slot(62, _platform_bench, _sign),
    ),
)

# station hall


def board(s: Spot) -> None:
    """Departures, on flaps."""
    w = s.width - 8
    s.box(4, 84, w, 46, "iron", 1)
    s.box(6, 122, w - 4, 6, "brass", 3)
    for row in range(5):
        y = 86 + 7 * row
        s.box(8, y, w - 8, 5.6, "iron", 0)
        s.box(10, y + 1.4, 0.16 * w, 2.4, "lamp", 4)
        s.box(12 + 0.2 * w, y + 1.4, (0.3 + 0.14 * s.rng.random()) * w, 2.4, "linen", 4)
        s.box(0.82 * w, y + 1.4, 0.1 * w, 2.4, "linen", 4)
    s.glow(s.width / 2, 100, 60, 0.5)


def _ticket_window(s: Spot) -> None:
    s.block(2, 0, 70, 96, "wood", 2)
    for k in range(2):
        x = 8 + 32 * k
        s.panel(x, 6, 26, 30, "wood", 2)
        s.box(x, 44, 26, 34, "lamp", 3)
        for j in range(5):
            s.box(x + 2 + 5 * j, 44, 1.4, 34, "brass", 2)
        s.ball(x + 13, 54, 5, 6, "cloth", 1, flat=True)
        s.box(x + 6, 44, 14, 5, "cloth", 1)
        s.slab(x - 2, 40, 30, 4, "wood")
    s.slab(0, 95, 74, 5, "wood")
    s.box(14, 84, 46, 7, "brass", 3)
    s.glow(37, 60, 66, 0.85)


def _hanging_clock(s: Spot) -> None:
    cx = s.width / 2
    s.box(cx - 1, 134, 2, 32, "iron", 1)
    s.ball(cx, 118, 17, 17, "iron", 2)
    s.ball(cx, 118, 14, 14, "lamp", 4, flat=True)
    s.line(cx, 118, cx, 128, 1.8, "iron", 0)
    s.line(cx, 118, cx + 8, 114, 1.8, "iron", 0)
    s.glow(cx, 112, 84, 0.9)


def trunks(s: Spot) -> None:
    """A trolley with luggage."""
    s.slab(4, 8, 62, 3, "brass")
    for x in (12, 54):
        s.ball(x, 4, 4, 4, "iron", 2)
    s.line(66, 9, 72, 44, 2, "brass", 3)
    s.block(8, 11, 32, 18, "wood", 1)
    s.block(40, 11, 22, 13, "cloth", 2)
    s.block(14, 29, 26, 14, "cloth", 1)
    for x, y, tall in ((14, 11, 18), (32, 11, 18), (20, 29, 14), (48, 11, 13)):
        s.box(x, y, 2, tall, "brass", 3)


STATION: Final = Room(
    partial(walls.brick, floor=floors.flags, wall="brick"),
    (Slot(80, None, board), Slot(76, _ticket_window, None), Slot(60, furniture.at(2, furniture.bench(0, 56, 18)), _hanging_clock)),
    (
        Slot(78, trunks, fixtures.pointed(40, 92, foot=46, stone="linen")),
        Slot(60, furniture.at(2, furniture.bench(0, 56, 18)), fixtures.picture(38, 48, up=62, sort=2)),
        Slot(56, None, fixtures.pointed(36, 92, foot=46, stone="linen")),
    ),
)

# bank


def _teller(s: Spot) -> None:
    """A counter with grilles of brass, a lamp with a green shade behind each."""
    w = s.width
    furniture.counter(2, w - 4, 42, panels=4)(s)
    s.block(0, 45, w, 4, "brass", 2)
    for k in range(3):
        x = 5 + k * (w - 8) / 3
        wide = (w - 8) / 3 - 6
        s.block(x - 2, 45, 3, 46, "wood", 2)
        s.ball(x + wide / 2, 62, 5, 6, "dado", 1, flat=True)
        s.block(x + wide / 2 - 8, 47, 16, 10, "dado", 1)
        for j in range(int(wide / 4)):
            s.box(x + 2 + 4 * j, 56, 1.4, 32, "brass", 3)
        s.box(x, 88, wide, 3, "brass", 3)
        s.ball(x + wide - 4, 52, 5, 3, "plant", 3)
        s.box(x + wide - 6, 49, 4, 2, "lamp", 4)
        s.glow(x + wide / 2, 58, 44, 0.7)
    s.block(w - 4, 45, 3, 46, "wood", 2)
    s.slab(-2, 90, w + 4, 5, "wood")


def _writing_desk(s: Spot) -> None:
    s.block(30, 0, 10, 36, "stone", 2)
    s.slab(4, 36, 62, 5, "stone")
    s.box(14, 41, 16, 1.4, "linen", 4)
    s.line(44, 42, 50, 54, 1.2, "iron", 2)
    s.box(40, 41, 8, 3, "brass", 3)
    furniture.table_lamp(50, 41)(s)


BANK: Final = Room(
    partial(walls.plaster, floor=partial(floors.checks, material="tile", other="trim"), dado="dado", framed=True),
    (Slot(112, _teller, None), Slot(34, castle.column, None), Slot(34, castle.column, None)),
    (
        Slot(76, _writing_desk, fixtures.clock(120, 14, "brass")),
        Slot(60, None, fixtures.window(44, 76, foot=54, frame="brass", bars=2)),
        Slot(34, castle.column, None),
        Slot(60, furniture.at(2, furniture.bench(0, 56, 18)), fixtures.picture(36, 44, up=70, sort=1)),
    ),
)

# car park


def _pillar(s: Spot) -> None:
    cx = s.width / 2
    s.block(cx - 11, 0, 22, 166, "wall", 3)
    for k in range(4):
        s.box(cx - 11, 6 + 9 * k, 22, 4.5, "accent", 3 if k % 2 else 2)
    s.box(cx - 7, 84, 14, 16, "accent", 2)
    s.box(cx - 3, 87, 2, 10, "linen", 4)
    s.box(cx + 1, 87, 2, 10, "linen", 4)


def _bay(s: Spot) -> None:
    fixtures.tubes(56)(s)
    fixtures.bulkhead(112, 84)(s)


CARPARK: Final = Room(
    partial(walls.concrete, stripe="accent"),
    (Slot(126, workshops.car, _bay), Slot(40, _pillar, None)),
    (Slot(126, workshops.car, _bay), Slot(40, _pillar, None), Slot(60, None, fixtures.door(36, 88, wood="accent", frame="metal")), Slot(40, furniture.barrel(4, 30, "metal"), fixtures.bulkhead(112))),
)  # fmt: skip

# security room


def _screens(s: Spot) -> None:
    w = s.width - 6
    for row in range(3):
        for k in range(int(w / 30)):
            furniture.screen(s, 4 + 30 * k, 54 + 23 * row, 28, 21, int(s.rng.random() * 4), "iron")


def _watch_desk(s: Spot) -> None:
    s.block(4, 0, 8, 26, "iron", 2)
    s.block(s.width - 12, 0, 8, 26, "iron", 1)
    s.slab(0, 26, s.width, 4, "metal")
    for k in range(int((s.width - 20) / 8)):
        s.box(8 + 8 * k, 30, 5, 2, ("screen", "accent", "lamp")[int(s.rng.random() * 3)], 3)
    s.block(s.width - 26, 30, 7, 8, "linen", 4)
    s.block(s.width / 2 - 12, 12, 24, 5, "cloth", 2)
    s.block(s.width / 2 - 10, 18, 20, 26, "cloth", 2)
    s.box(s.width / 2 - 1.4, 2, 2.8, 10, "iron", 2)
    s.box(s.width / 2 - 10, 0, 20, 2, "iron", 2)


def _keys(s: Spot) -> None:
    w = s.width - 12
    s.box(6, 72, w, 38, "wood", 2)
    for row in range(3):
        for k in range(int((w - 6) / 7)):
            s.box(10 + 7 * k, 100 - 11 * row, 1.4, 2, "metal", 4)
            s.box(9.4 + 7 * k, 93 - 11 * row, 2.6, 6, "brass", 3)


SECURITY: Final = Room(
    partial(walls.plaster, floor=floors.concrete, trim="metal"),
    (Slot(126, _watch_desk, _screens),),
    (
        Slot(58, furniture.cabinet(4, 46, 62, 4, "metal", "iron"), _keys),
        Slot(56, None, fixtures.door(38, 92, wood="metal", frame="iron")),
        Slot(96, _watch_desk, _screens),
        Slot(42, starship.rack_of("metal"), None),
    ),
)

# sleeping pods


def _pods(s: Spot) -> None:
    for k in range(3):
        cx = 18 + 35 * k
        s.ball(cx, 52, 17, 50, "hull", 3)
        s.box(cx - 17, -2, 34, 12, "hull", 1)
        s.ball(cx, 54, 12, 42, "liquid", 1, flat=True)
        s.ball(cx, 76, 6, 7, "linen", 2, flat=True)
        s.shape(cx - 9, 20, 18, 48, lambda x, y, cx=cx: np.where(np.abs(x - cx) < 8 - 0.05 * (68 - y), 2, -1), "cloth")  # type: ignore[misc]
        s.line(cx - 6, 34, cx - 8, 80, 1.6, "liquid", 4)
        for j in range(3):
            s.box(cx - 5 + 4 * j, 2, 2.4, 2.4, ("screen", "plant", "accent")[j], 3)
        s.glow(cx, 54, 46, 0.7)


PODS: Final = Room(
    walls.hull,
    (Slot(108, _pods, None), Slot(52, None, starship.hatch())),
    (Slot(108, _pods, None), Slot(42, starship.rack_of("hull"), None), Slot(62, None, starship.displays)),
)

# log cabin


def _logs(plane: Plane) -> None:
    """Walls of round logs."""
    u, h = plane.unit, plane.height
    rows = max(6, round(h / (11 * u)))
    within = (plane.y * rows / h) % 1
    tone = np.where(within < 0.2, 4, np.where(within < 0.5, 3, np.where(within < 0.82, 2, 1)))
    plane.ink[:] = plane.code("wall") + np.where(within > 0.93, 0, tone)
    for k in range(rows):
        for x in plane.spread(70, 0.9):
            plane.box(x, (k + 0.4) * h / rows, 12 * u, max(1, 0.8 * u), "wall", 1)
    plane.box(0, 0, plane.width, 10 * u, "wood", 1)
    for x in plane.spread(64, 0.0):
        plane.block(x, 0, 12 * u, 15 * u, "wood", 2)
    floors.boards(plane)


def _cot(s: Spot) -> None:
    for x in (0, 78):
        s.block(x, 0, 6, 36 if x == 0 else 26, "wood", 2)
    s.block(4, 12, 76, 10, "linen", 3)
    s.block(26, 11, 54, 15, "cloth", 2)
    for k in range(3):
        s.box(34 + 16 * k, 11, 4, 15, "accent", 3)
    s.ball(14, 25, 10, 5, "linen", 3)


def _stacked(s: Spot) -> None:
    for row in range(3):
        for k in range(5 - row):
            cx, cy = 8 + 11 * k + 5.5 * row, 6 + 10 * row
            s.ball(cx, cy, 5.4, 5.4, "wood", 1)
            s.ball(cx, cy, 4, 4, "wood", 4, flat=True)
            s.ball(cx, cy, 1.6, 1.6, "wood", 2, flat=True)
    s.line(54, 8, 66, 34, 2.4, "wood", 3)
    s.block(60, 30, 12, 7, "metal", 3)


def _snowshoes(s: Spot) -> None:
    cx = s.width / 2
    for side in (-1, 1):
        s.ball(cx + 9 * side, 96, 7, 17, "wood", 2)
        s.ball(cx + 9 * side, 96, 5, 15, "linen", 2, flat=True)
        for k in range(4):
            s.box(cx + 9 * side - 5, 86 + 6 * k, 10, 0.9, "wood", 1)


LODGE: Final = Room(
    _logs,
    (Slot(66, furniture.at(4, furniture.fireplace(wall="stone", shelf="wood")), taverns.antlers), Slot(88, _cot, fixtures.window(36, 36, foot=74, curtain="cloth"))),
    (
        Slot(74, _stacked, _snowshoes),
        Slot(72, furniture.together(furniture.chair(2), furniture.table(16, 48, 31), furniture.candle(34, 31)), fixtures.window(36, 36, foot=74, curtain="cloth")),
        Slot(54, furniture.shelves(2, 0, 50, ("pots", "jars", "boxes"), ("accent", "brass", "cloth"), gap=20), None),
        Slot(46, furniture.together(furniture.barrel(4, 28), furniture.sack(26)), fixtures.sconce(108)),
    ),
)  # fmt: skip
