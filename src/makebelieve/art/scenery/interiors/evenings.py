"""Where people go of an evening: ballroom, casino, circus."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import castle, fixtures, floors, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane

# ballroom


def _tall_window(s: Spot) -> None:
    fixtures.pointed(40, 104, foot=36, stone="linen")(s)
    for side in (0, 1):
        fixtures.drape(s, s.width / 2 - 38 if side == 0 else s.width / 2 + 38, 18, 128, 20, side == 1, "cloth")
    s.box(s.width / 2 - 42, 146, 84, 3, "brass", 3)


def _grand_piano(s: Spot) -> None:
    for x in (10, 74):
        s.line(x, 24, x, 0, 3.4, "iron", 1, 2)
    s.block(4, 24, 82, 13, "iron", 2)
    s.box(0, 26, 22, 5, "iron", 3)
    s.box(1, 30, 18, 2, "linen", 4)
    s.shape(16, 37, 72, 40, lambda x, y: np.where((y - 37 < (x - 16) * 0.62) & (y - 37 < 34) & (x < 86 - 0.1 * (y - 37)), np.where(y - 37 > (x - 16) * 0.62 - 2, 4, 1), -1), "iron")  # fmt: skip
    s.line(60, 37, 50, 52, 1.4, "brass", 3)
    s.block(24, 38, 12, 12, "linen", 4)
    furniture.stool(-10, 17, "iron", "cloth")(s)


def _buffet(s: Spot) -> None:
    furniture.table(0, 86, 32, cloth="linen")(s)
    s.box(2, 6, 82, 20, "linen", 2)
    for k in range(9):
        s.box(5 + 9 * k, 6, 2, 20, "linen", 1)
    for k in range(3):
        s.ball(14, 34 + 5 * k, 10 - 3 * k, 3, "metal", 3)
        s.ball(14, 36 + 5 * k, 6 - 2 * k, 3, "cloth", 3)
    for k in range(5):
        s.ball(38 + 6 * k, 43, 2.4, 3, "glass", 4)
        s.box(37.6 + 6 * k, 34, 1, 8, "glass", 3)
    s.ball(76, 41, 8, 6, "brass", 3)
    furniture.candle(30, 36, 9)(s)


def _gilt_mirror(s: Spot) -> None:
    cx = s.width / 2
    s.ball(cx, 88, 22, 36, "brass", 2)
    s.ball(cx, 88, 18, 32, "glass", 3, flat=True)
    s.line(cx - 8, 74, cx + 6, 108, 2.4, "glass", 4)
    s.gable(cx, 120, 12, 9, "brass", 3)
    for side in (-1, 1):
        s.line(cx + 24 * side, 74, cx + 20 * side, 78, 1.6, "brass", 3)
        s.box(cx + 24 * side - 1, 75, 2, 6, "linen", 4)
        s.gable(cx + 24 * side, 81, 1.8, 5, "fire", 3)
    s.glow(cx, 84, 66, 0.8)


def _gilt_chair(s: Spot) -> None:
    for k in range(2):
        furniture.chair(4 + 26 * k, "brass", "cloth")(s)


BALLROOM: Final = Room(
    partial(walls.plaster, floor=partial(floors.checks, material="tile", other="trim"), framed=True, trim="brass"),
    (Slot(92, None, _tall_window), Slot(90, furniture.at(8, _grand_piano), castle.chandelier(132)), Slot(60, _gilt_chair, _gilt_mirror)),
    (
        Slot(92, None, _tall_window),
        Slot(90, _buffet, castle.chandelier(132)),
        Slot(36, furniture.at(6, furniture.candelabrum()), None),
        Slot(60, _gilt_chair, _gilt_mirror),
    ),
)

# casino


def _roulette(s: Spot) -> None:
    for x in (14, 92):
        s.block(x, 0, 8, 24, "wood", 1)
    s.block(2, 22, 110, 8, "wood", 2)
    s.slab(0, 29, 114, 5, "felt", 2)
    s.ball(26, 38, 22, 6, "wood", 2)
    s.ball(26, 40, 18, 4.4, "iron", 1, flat=True)
    for k in range(9):
        s.box(10 + 3.6 * k, 39, 2, 2.4, ("accent", "iron")[k % 2], 3)
    s.ball(26, 42, 3, 3, "brass", 4)
    for k in range(4):
        for j in range(2 + k % 2):
            s.box(62 + 11 * k, 34 + 2.4 * j, 7, 2, ("accent", "cloth", "linen", "brass")[k], 3)
    s.line(56, 34, 106, 34, 0.8, "linen", 4)


def _slots(s: Spot) -> None:
    for k in range(3):
        x = 2 + 27 * k
        s.block(x, 0, 25, 66, ("accent", "cloth", "accent")[k], 2)
        s.box(x + 3, 36, 19, 14, "linen", 4)
        for j in range(3):
            s.ball(x + 6.4 + 6 * j, 43, 2.4, 3, ("accent", "brass", "felt")[int(s.rng.random() * 3)], 3, flat=True)
        s.ball(x + 12.5, 60, 9, 5, "lamp", 3)
        s.box(x + 4, 10, 17, 8, "brass", 2)
        s.line(x + 26, 30, x + 26, 46, 1.6, "metal", 3)
        s.ball(x + 26, 48, 2.4, 2.4, "accent", 3)
        s.box(x + 2, 54, 21, 2, "lamp", 4)
    s.glow(42, 54, 72, 0.85)


def _cards(s: Spot) -> None:
    s.block(38, 0, 12, 26, "wood", 2)
    s.box(26, 0, 36, 4, "wood", 1)
    s.shape(0, 26, 88, 9, lambda x, y: np.where(np.abs(x - 44) < 44 - 0.6 * (35 - y), np.where(y > 32, 3, 1), -1), "felt")
    for k in range(4):
        s.box(18 + 8 * k, 35, 6, 2, "linen", 4)
        s.box(58 + 5 * (k % 2), 35 + 2 * k, 7, 1.6, ("accent", "brass")[k % 2], 3)
    for x in (-4, 78):
        furniture.stool(x, 22, "iron", "cloth")(s)


def _sign(s: Spot) -> None:
    """The four suits in tubes of light."""
    w = s.width
    s.block(4, 96, w - 8, 30, "iron", 0)
    for k in range(4):
        x = w * (k + 0.5) / 4
        tint = ("neon", "neon2")[k % 2]
        if k == 0:
            s.line(x - 6, 114, x, 103, 2, tint, 3)
            s.line(x + 6, 114, x, 103, 2, tint, 3)
            s.ball(x - 3, 115, 3, 3, tint, 3, flat=True)
            s.ball(x + 3, 115, 3, 3, tint, 3, flat=True)
        elif k == 1:
            s.gable(x, 110, 7, 10, tint, 3)
            s.line(x - 4, 108, x + 4, 108, 4, tint, 3)
            s.line(x, 108, x, 101, 2, tint, 3)
        elif k == 2:
            for a in range(4):
                s.line(x + 6 * np.cos(a * 1.571), 110 + 9 * np.sin(a * 1.571), x + 6 * np.cos((a + 1) * 1.571), 110 + 9 * np.sin((a + 1) * 1.571), 2, tint, 3)  # fmt: skip
        else:
            for dx, dy in ((-4, 108), (4, 108), (0, 115)):
                s.ball(x + dx, dy, 3.4, 3.4, tint, 3, flat=True)
            s.line(x, 108, x, 101, 2, tint, 3)
    s.glow(w / 2, 108, 76, 0.85)


CASINO: Final = Room(
    partial(walls.plaster, floor=floors.carpet, framed=True, trim="brass"),
    (Slot(116, _roulette, castle.chandelier(132)), Slot(86, _slots, None)),
    (
        Slot(92, furniture.at(4, _cards), _sign),
        Slot(86, _slots, _sign),
        Slot(34, furniture.at(6, furniture.pot_plant(tall=60)), fixtures.sconce(108)),
        Slot(92, furniture.at(4, _cards), fixtures.pendant(46, "felt")),
    ),
)

# circus


def _big_top(plane: Plane) -> None:
    """Striped canvas that rises to the poles, tiers, sawdust."""
    u, h = plane.unit, plane.height
    count = 2 * max(2, round(plane.width / (44 * u)))
    place = plane.x * count / plane.width + 0 * plane.y
    sag = 0.5 + 0.5 * np.sin(place * np.pi * 2 - np.pi / 2)
    plane.ink[:] = np.where(np.floor(place) % 2 == 0, plane.code("cloth") + 2, plane.code("linen") + 2) + (sag > 0.5)
    for i in range(count):
        plane.box(i * plane.width / count, 0, max(1, u), h, "cloth", 0)
    top = h - 74 * u
    for k in range(3):
        y = top + 16 * k * u
        plane.box(0, y, plane.width, 16 * u, "wood", 1 + k % 2)
        plane.box(0, y, plane.width, 2 * u, "wood", 4)
        for x in plane.spread(11, 0.5):
            plane.ellipse(x, y - 3 * u, 3.4 * u, 4 * u, ("accent", "brass", "wood")[int(plane.rng.random() * 3)], 1, flat=True)
            plane.ellipse(x, y - 8 * u, 2.4 * u, 2.6 * u, "linen", 1, flat=True)
    floor = h - 26 * u
    plane.box(0, floor, plane.width, 26 * u, "sand", 2)
    for x in plane.spread(9, 0.9):
        plane.box(x, floor + (10 + 14 * plane.rng.random()) * u, 4 * u, max(1, u), "sand", 3)
    plane.box(0, floor, plane.width, 9 * u, "accent", 2)
    plane.box(0, floor, plane.width, 2 * u, "brass", 3)
    for x in plane.spread(18, 0.0):
        plane.gable(x, floor + 8 * u, 4 * u, 5 * u, "brass", 3)


def _trapeze(s: Spot) -> None:
    for x in (8, s.width - 10):
        s.block(x, 12, 5, 154, "wood", 3)
        for k in range(12):
            s.box(x, 16 + 13 * k, 5, 4, "accent", 2)
    cx = s.width / 2
    s.line(cx - 12, 166, cx - 16, 104, 1, "linen", 4)
    s.line(cx + 12, 166, cx + 8, 104, 1, "linen", 4)
    s.line(cx - 17, 104, cx + 9, 104, 2.4, "brass", 3)
    at = 13.0
    while at < s.width - 14:
        s.gable(at + 4, 138 - 5 * np.sin((at - 13) / (s.width - 27) * np.pi), 3.4, -0.1 + 6, ("accent", "brass")[int(at / 9) % 2], 3)
        at += 9


def _cannon(s: Spot) -> None:
    s.line(16, 16, 66, 46, 20, "accent", 2, 24)
    s.line(60, 44, 70, 50, 26, "brass", 2, 26)
    for k in range(3):
        s.ball(24 + 14 * k, 22 + 8 * k, 3, 3, "brass", 4, flat=True)
    s.ball(28, 13, 13, 13, "wood", 2)
    s.ball(28, 13, 4, 4, "brass", 3)


def _podium(s: Spot) -> None:
    for k in range(2):
        s.shape(8 + 9 * k, 22 * k, 60 - 18 * k, 22, lambda x, y, k=k: np.where(np.abs(x - 38) < 30 - 9 * k - 0.14 * (y - 22 * k), np.where(np.floor((x - 8) / 8) % 2 == 0, 3, 1), -1), "accent")  # type: ignore[misc]  # fmt: skip
        s.box(10 + 9 * k, 22 * k + 19, 56 - 18 * k, 3, "brass", 3)
    s.ball(38, 56, 12, 12, "linen", 3)
    for k in range(3):
        s.ball(31 + 7 * k, 54 + 4 * (k % 2), 3.4, 3.4, ("cloth", "brass", "cloth")[k], 2, flat=True)


def _spot(s: Spot) -> None:
    cx = s.width / 2
    s.block(cx - 7, 140, 14, 10, "iron", 1)
    s.box(cx - 6, 136, 12, 5, "lamp", 4)
    s.glow(cx, 66, 92, 1.0)


CIRCUS: Final = Room(
    _big_top,
    (Slot(104, None, _trapeze), Slot(84, furniture.at(4, _cannon), _spot)),
    (Slot(80, _podium, _spot), Slot(80, _podium, None), Slot(104, None, _trapeze), Slot(50, furniture.together(furniture.crate(4), furniture.crate(26), furniture.crate(14, 18)), _spot)),
)  # fmt: skip
