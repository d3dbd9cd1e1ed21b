"""Where things are kept: archive, ship's hold, vault, cloakroom, laundry, engine room."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, floors, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field

# archive

_FILED: Final = ("accent", "cloth", "linen", "wood")


def _stack(*rows: str) -> furniture.Piece:
    return furniture.shelves(3, 0, 62, rows, _FILED, gap=21, wood="metal")


def _ladder(s: Spot) -> None:
    for x in (4, 24):
        s.line(x, 0, x + 10, 96, 2.4, "wood", 3)
    for k in range(8):
        s.line(5 + 1.2 * k, 8 + 11 * k, 25 + 1.2 * k, 8 + 11 * k, 2, "wood", 2)
    furniture.crate(34, 0, 22, 16)(s)


def _reading_desk(s: Spot) -> None:
    furniture.table(2, 66, 31)(s)
    s.block(10, 35, 24, 3, "linen", 4)
    s.block(12, 38, 22, 3, "accent", 2)
    furniture.table_lamp(44, 35)(s)
    furniture.chair(20)(s)


ARCHIVE: Final = Room(
    walls.concrete,
    (Slot(68, _stack("boxes", "binders", "boxes", "binders", "boxes"), None), Slot(68, _stack("binders", "boxes", "books", "boxes", "binders"), None), Slot(72, _reading_desk, fixtures.pendant(40, "metal", 84))),
    (
        Slot(68, _stack("books", "binders", "boxes", "books", "boxes"), None),
        Slot(60, _ladder, None),
        Slot(66, furniture.together(furniture.crate(2), furniture.crate(24), furniture.crate(12, 18)), fixtures.bulkhead(112)),
    ),
)  # fmt: skip

# ship's hold


def _netted(s: Spot) -> None:
    for x, y, w, tall in ((2, 0, 34, 28), (38, 0, 30, 24), (8, 28, 28, 22), (38, 24, 26, 24)):
        furniture.crate(x, y, w, tall)(s)

    def net(x: Field, y: Field) -> Any:
        return np.where(((x + y) % 15 < 1) | ((x - y) % 15 < 1), 3, -1)

    s.shape(0, 4, 70, 48, net, "linen")


def _coil(s: Spot) -> None:
    for k in range(4):
        s.ball(18, 4 + 5 * k, 17 - k, 5, "linen", 2 + k % 2)
        s.ball(18, 5 + 5 * k, 9, 2, "wood", 0, flat=True)
    s.line(44, 0, 44, 30, 4, "iron", 2)
    s.line(36, 30, 52, 30, 3, "iron", 2)
    s.line(34, 8, 44, 0, 4, "iron", 2)
    s.line(54, 8, 44, 0, 4, "iron", 2)
    s.ball(44, 35, 4, 4, "iron", 3)


def _hammock(s: Spot) -> None:
    w = s.width

    def sling(x: Field, y: Field) -> Any:
        t = x / w
        low = 84 - 26 * 4 * t * (1 - t)
        return np.where((y > low) & (y < low + 11 * np.sin(np.pi * t)), np.where(y > low + 7, 3, 2), -1)

    s.shape(0, 50, w, 50, sling, "linen")
    s.line(0, 84, -4, 110, 1.4, "linen", 2)
    s.line(w, 84, w + 4, 110, 1.4, "linen", 2)


def _lantern(s: Spot) -> None:
    cx = s.width / 2
    s.line(cx, 152, cx, 126, 1, "iron", 1)
    s.box(cx - 5, 112, 10, 12, "lamp", 4)
    for x in (-6, -0.6, 5):
        s.box(cx + x, 112, 1.2, 12, "iron", 1)
    s.gable(cx, 124, 7, 5, "iron", 2)
    s.block(cx - 6, 109, 12, 3, "iron", 2)
    s.glow(cx, 92, 92, 1.0)


HOLD: Final = Room(
    walls.strakes,
    (Slot(74, _netted, None), Slot(84, furniture.together(furniture.barrel(2, 30), furniture.barrel(28, 30), furniture.barrel(54, 30), furniture.barrel(15, 26, y=29), furniture.barrel(42, 26, y=29)), _lantern)),
    (
        Slot(62, _coil, None),
        Slot(76, None, _hammock),
        Slot(60, furniture.together(furniture.sack(2), furniture.sack(20), furniture.sack(38)), _lantern),
        Slot(74, _netted, None),
    ),
)  # fmt: skip

# vault


def _round_door(s: Spot) -> None:
    """A round door of steel, with its wheel and bolts."""
    cx, cy, r = s.width / 2, 62.0, 56.0
    s.ball(cx, cy, r + 8, r + 8, "metal", 1)
    s.ball(cx, cy, r, r, "metal", 3)
    s.ball(cx, cy, r - 8, r - 8, "metal", 2)
    s.ball(cx, cy, r - 11, r - 11, "metal", 3)
    for k in range(12):
        a = k * np.pi / 6
        s.ball(cx + (r + 4) * np.cos(a), cy + (r + 4) * np.sin(a), 2.4, 2.4, "metal", 4)
    for k in range(5):
        a = k * np.pi / 2.5 + 0.3
        s.line(cx, cy, cx + 24 * np.cos(a), cy + 24 * np.sin(a), 3.4, "brass", 3)
        s.ball(cx + 26 * np.cos(a), cy + 26 * np.sin(a), 3.6, 3.6, "brass", 3)
    s.ball(cx, cy, 8, 8, "brass", 3)
    s.ball(cx, cy, 3.6, 3.6, "brass", 4)
    for y in (30, 84):
        s.block(s.width - 10, y, 12, 16, "iron", 2)


def _boxes(s: Spot) -> None:
    """Safe-deposit boxes, numbered."""
    w = s.width - 4
    s.box(2, 8, w, 104, "iron", 0)
    for i in range(int(w / 14)):
        for j in range(10):
            s.panel(3 + 14 * i, 10 + 10.2 * j, 13, 9, "metal", 2 + int(s.rng.random() < 0.2))
            s.box(8 + 14 * i, 15 + 10.2 * j, 4, 1.6, "brass", 4)
            s.box(12.6 + 14 * i, 12.4 + 10.2 * j, 1.4, 1.4, "iron", 0)


def _gold(s: Spot) -> None:
    s.slab(0, 6, 70, 4, "wood")
    for x in (4, 60):
        s.box(x, 0, 6, 6, "wood", 1)
    for row in range(4):
        for k in range(5 - row):
            s.block(4 + 13 * k + 6.4 * row, 10 + 7 * row, 12, 6, "brass", 2)
            s.box(5 + 13 * k + 6.4 * row, 14.6 + 7 * row, 10, 1.4, "brass", 4)


def _notes(s: Spot) -> None:
    furniture.table(2, 60, 30, "metal")(s)
    for k in range(6):
        s.block(6 + 9 * k, 34, 8, 4 + 3 * ((k * 7) % 3), "plant", 3)
        s.box(6 + 9 * k, 35, 8, 1.4, "linen", 4)
    furniture.sack(44)(s)


VAULT: Final = Room(
    partial(walls.concrete, stripe="accent"),
    (
        Slot(136, None, furniture.together(_round_door, furniture.at(-64, fixtures.bulkhead(132, 88)))),
        Slot(74, _gold, furniture.together(_boxes)),
    ),
    (Slot(74, None, _boxes), Slot(66, _notes, fixtures.bulkhead(112, 84)), Slot(74, _gold, fixtures.clock(122, 10, "iron"))),
)

# cloakroom and laundry


def _coats(s: Spot) -> None:
    w = s.width
    for x in (2, w - 5):
        s.box(x, 0, 3, 74, "wood", 2)
    s.box(2, 72, w - 4, 3, "brass", 3)
    for k in range(int((w - 10) / 11)):
        x, tint = 11 + 11 * k, ("cloth", "accent", "iron", "linen", "plant", "wood")[int(s.rng.random() * 6)]
        tall = 40 + 10 * s.rng.random()
        s.line(x, 74, x, 70, 1, "metal", 3)
        s.shape(x - 7, 70 - tall, 14, tall, lambda px, py, x=x, tall=tall: np.where(np.abs(px - x) < 3.4 + 0.12 * (70 - py), np.where(px < x - 2, 3, np.where(px > x + 2, 1, 2)), -1), tint)  # type: ignore[misc]  # fmt: skip
        s.box(x - 0.4, 70 - tall + 4, 0.9, tall - 8, tint, 0)


def _hats(s: Spot) -> None:
    w = s.width - 6
    s.slab(3, 98, w, 3, "wood")
    for k in range(int(w / 18)):
        x, tint = 12 + 18 * k, ("cloth", "iron", "accent", "wood")[k % 4]
        s.ball(x, 103, 8, 2.4, tint, 2)
        s.block(x - 5, 103, 10, 7 + 5 * (k % 2), tint, 2)
        s.box(x - 5, 104, 10, 2, "brass", 3)


def _tickets(s: Spot) -> None:
    furniture.counter(4, 78, 42, panels=3)(s)
    s.box(14, 45, 14, 2, "brass", 3)
    for k in range(3):
        s.box(16 + 3 * k, 47, 6, 2, "linen", 4)
    s.ball(50, 48, 5, 4, "brass", 3)
    s.ball(50, 52, 1.4, 1.4, "brass", 4)
    furniture.table_lamp(58, 45)(s)


CLOAKROOM: Final = Room(
    partial(walls.plaster, floor=floors.carpet, dado="dado"),
    (Slot(86, _coats, _hats), Slot(88, _tickets, None)),
    (
        Slot(86, _coats, _hats),
        Slot(70, _coats, None),
        Slot(40, furniture.pot_plant(8, tall=54), fixtures.sconce(104)),
        Slot(56, furniture.at(2, furniture.bench(0, 50)), fixtures.picture(34, 44, up=64, sort=1)),
    ),
)


def _machine(s: Spot) -> None:
    for k in range(2):
        x = 2 + 44 * k
        s.block(x, 0, 42, 50, "linen", 3)
        s.box(x, 41, 42, 1.4, "linen", 1)
        s.ball(x + 21, 21, 15, 15, "metal", 2)
        s.ball(x + 21, 21, 11.4, 11.4, "glass", 1)
        s.ball(x + 21, 18, 8, 6, ("cloth", "accent")[k], 2)
        for j in range(3):
            s.ball(x + 15 + 6 * j, 26 + 2 * (j % 2), 2.2, 2.2, "linen", 4)
        s.box(x + 5, 43, 12, 4, "metal", 1)
        s.ball(x + 34, 45.4, 2.4, 2.4, "accent", 3)


def _lines(s: Spot) -> None:
    w = s.width
    s.line(0, 128, w / 2, 122, 1, "linen", 2)
    s.line(w / 2, 122, w, 128, 1, "linen", 2)
    at = 4.0
    while at + 18 < w:
        wide, tall = 14 + 10 * s.rng.random(), 26 + 22 * s.rng.random()
        tint = ("linen", "cloth", "linen", "accent")[int(s.rng.random() * 4)]
        s.block(at, 124 - tall, min(wide, w - at - 2), tall, tint, 3)
        s.box(at + 2, 122, 1.6, 4, "wood", 3)
        s.box(at + min(wide, w - at - 2) - 3, 122, 1.6, 4, "wood", 3)
        at += wide + 4


def _mangle(s: Spot) -> None:
    furniture.basket(2, "linen", w=30)(s)
    s.block(40, 0, 4, 48, "iron", 2)
    s.block(66, 0, 4, 48, "iron", 2)
    for y in (30, 40):
        s.box(42, y, 26, 7, "wood", 3)
        s.box(42, y + 5, 26, 1.4, "wood", 4)
    s.line(70, 36, 78, 26, 2, "iron", 3)


def _ironing(s: Spot) -> None:
    s.line(10, 0, 50, 30, 2, "metal", 2)
    s.line(50, 0, 10, 30, 2, "metal", 2)
    s.shape(0, 30, 70, 5, lambda x, y: np.where(x < 66 - 3 * np.abs(y - 32), 3, -1), "cloth")
    s.block(14, 35, 16, 5, "metal", 3)
    s.line(14, 42, 26, 42, 2, "iron", 2)
    s.block(40, 35, 20, 8, "linen", 4)


LAUNDRY: Final = Room(
    partial(walls.tiled, floor=partial(floors.checks, material="tile", other="trim"), high=80),
    (Slot(92, _machine, None), Slot(96, furniture.basket(34, "linen", w=30), _lines), Slot(36, None, furniture.together(fixtures.tubes(30), fixtures.bulkhead(122)))),
    (
        Slot(84, _mangle, _lines),
        Slot(74, _ironing, fixtures.window(42, 40, foot=80, frame="linen")),
        Slot(56, furniture.shelves(3, 0, 50, ("boxes", "boxes", "bottles"), ("linen", "cloth", "trim"), gap=20, wood="metal"), None),
        Slot(92, _machine, fixtures.clock(122, 10, "iron")),
    ),
)  # fmt: skip

# engine room


def _boiler(s: Spot) -> None:
    s.ball(44, 44, 42, 42, "hull", 1)
    s.ball(44, 44, 38, 38, "hull", 2)
    for k in range(14):
        a = k * np.pi / 7
        s.ball(44 + 40 * np.cos(a), 44 + 40 * np.sin(a), 1.6, 1.6, "hull", 4)
    s.block(26, 14, 36, 30, "iron", 1)
    s.box(30, 18, 28, 22, "fire", 2)
    s.box(30, 18, 28, 8, "fire", 3)
    for k in range(4):
        s.box(33 + 7 * k, 18, 2, 22, "iron", 0)
    s.ball(44, 66, 10, 10, "brass", 2)
    s.ball(44, 66, 7.6, 7.6, "linen", 4, flat=True)
    s.line(44, 66, 48, 71, 1.2, "accent", 1)
    s.ball(72, 50, 8, 8, "accent", 2)
    s.ball(72, 50, 5, 5, "iron", 1, flat=True)
    s.line(65, 50, 79, 50, 1.6, "accent", 3)
    s.line(72, 43, 72, 57, 1.6, "accent", 3)
    s.block(34, 84, 20, 50, "hull", 2)
    s.glow(44, 30, 104, 1.0)


def _pistons(s: Spot) -> None:
    s.block(0, 0, 92, 14, "iron", 2)
    for k in range(3):
        x = 6 + 29 * k
        s.block(x, 46, 22, 34, "hull", 2)
        s.box(x - 2, 78, 26, 4, "brass", 3)
        s.box(x - 2, 46, 26, 4, "brass", 2)
        lift = (6, 14, 2)[k]
        s.box(x + 9, 18 + lift, 4, 30 - lift, "metal", 4)
        s.block(x + 4, 14 + lift, 14, 7, "metal", 3)
    s.line(6, 14, 88, 14, 5, "metal", 2)


def _pipes(s: Spot) -> None:
    w = s.width
    for k, (y, thick, metal) in enumerate(((122, 9, "brass"), (106, 6, "hull"), (92, 7, "metal"))):
        s.box(0, y, w, thick, metal, 2)
        s.box(0, y + thick - 2, w, 1.4, metal, 4)
        s.box(0, y, w, 1.4, metal, 0)
        s.block(0.3 * w + 9 * k, y - 2, 6, thick + 4, metal, 3)
    cx = 0.6 * w
    s.block(cx - 3, 60, 6, 46, "brass", 2)
    s.ball(cx, 74, 11, 11, "accent", 2)
    s.ball(cx, 74, 7.4, 7.4, "iron", 1, flat=True)
    for k in range(3):
        a = k * np.pi / 3
        s.line(cx - 10 * np.cos(a), 74 - 10 * np.sin(a), cx + 10 * np.cos(a), 74 + 10 * np.sin(a), 2, "accent", 3)


def _gauges(s: Spot) -> None:
    w = s.width - 8
    s.block(4, 62, w, 56, "iron", 1)
    for k in range(2):
        for j in range(2):
            cx, cy = 4 + w * (k + 0.5) / 2, 78 + 26 * j
            s.ball(cx, cy, 10, 10, "brass", 2)
            s.ball(cx, cy, 7.6, 7.6, "linen", 4, flat=True)
            a = 0.6 + 1.7 * s.rng.random()
            s.line(cx, cy, cx + 6 * np.cos(a), cy + 6 * np.sin(a), 1.2, "accent", 1)
    s.glow(s.width / 2, 92, 40, 0.4)


ENGINE: Final = Room(
    walls.hull,
    (Slot(92, _boiler, None), Slot(94, _pistons, _pipes)),
    (
        Slot(62, None, furniture.together(_gauges)),
        Slot(70, furniture.together(furniture.barrel(4, 32, "hull"), furniture.barrel(34, 32, "hull")), _pipes),
        Slot(40, None, fixtures.bulkhead(108, 84)),
        Slot(74, furniture.together(furniture.crate(4, 0, 24, 20, "iron")), _pipes),
    ),
)
