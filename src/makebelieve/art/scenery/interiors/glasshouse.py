"""Greenhouses."""

from __future__ import annotations

from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import floors, furniture
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane

# greenhouse


def _glasshouse(plane: Plane) -> None:
    """Panes between white bars, leaves beyond them, a brick foot."""
    u, h = plane.unit, plane.height
    sky = np.clip(np.round(1.0 + 2.2 * plane.y / (h - 66 * u)), 0, 4).astype(np.int64)
    plane.ink[:] = plane.code("pane") + sky
    foot = h - 60 * u
    plane.mass(
        [(x, foot - (4 + 10 * plane.rng.random()) * u, (12 + 10 * plane.rng.random()) * u) for x in plane.spread(17, 0.6)], "far", leafy=0.7
    )
    for x in plane.spread(107, 0.2):
        plane.glow(x, 0.42 * h, 74 * u, 0.5)
    count = 2 * max(1, round(plane.width / (54 * u)))
    for i in range(count):
        x = i * plane.width / count
        plane.box(x, 0, 2 * u, foot, "linen", 3)
        plane.box(x + 2 * u, 0, max(1, 0.7 * u), foot, "linen", 1)
        if i % 2 == 0:
            plane.block(x - 2 * u, 0, 6 * u, foot, "linen", 3)
    for y in (22, 58, 92):
        plane.box(0, y * u, plane.width, 2 * u, "linen", 3)
        plane.box(0, (y + 2) * u, plane.width, max(1, 0.7 * u), "linen", 1)
    for x in plane.spread(54, 0.0):
        plane.stroke(x, 22 * u, x + 27 * u, 0, 3 * u, "linen", 3)
    plane.box(0, foot, plane.width, h - foot, "brick", 2)
    for k in range(7):
        plane.box(0, foot + (3 + 5 * k) * u, plane.width, max(1, 0.7 * u), "brick", 1)
    plane.box(0, foot, plane.width, 4 * u, "linen", 3)
    floors.flags(plane)


def _staging(s: Spot) -> None:
    """A bench with pots in a row."""
    for x in (4, s.width - 8):
        s.block(x, 0, 4, 26, "wood", 2)
    s.slab(0, 26, s.width, 4, "wood")
    s.slab(4, 8, s.width - 8, 3, "wood")
    for k in range(int((s.width - 8) / 15)):
        x, sort = 5 + 15 * k, int(s.rng.random() * 4)
        s.block(x, 30, 10, 9, "pot", 2)
        s.box(x - 0.6, 38, 11.2, 2, "pot", 3)
        if sort == 0:
            s.block(x + 2, 40, 6, 14 + 5 * (k % 2), "plant", 2)
            s.box(x - 1, 46, 3, 5, "plant", 2)
        elif sort == 1:
            for j in range(5):
                s.line(x + 5, 40, x - 3 + 4 * j, 56 - 2 * abs(j - 2), 2, "plant", 2 + j % 2, 1)
        else:
            s.mass([(x + 5, 46, 6), (x + 1, 43, 4), (x + 9, 43, 4)], "plant", leafy=0.6)
            for j in range(3):
                s.ball(x + 1 + 4 * j, 45 + 4 * (j % 2), 2.2, 2.2, ("petal", "petal2")[sort % 2], 3, flat=True)
        if k % 2:
            s.block(x, 11, 10, 8, "pot", 1)


def _palm(s: Spot) -> None:
    cx = s.width / 2
    s.block(cx - 13, 0, 26, 17, "pot", 2)
    s.box(cx - 14, 16, 28, 3, "pot", 3)
    s.line(cx, 17, cx + 3, 74, 6, "wood", 2, 4)
    for k in range(9):
        a = -0.3 + 3.75 * k / 8
        ex, ey = cx + 3 + 34 * np.cos(a), 78 + 22 * np.sin(a) - 8 * abs(np.cos(a))
        s.line(cx + 3, 76, cx + 3 + 0.55 * (ex - cx - 3), 80 + 0.9 * (ey - 76), 4, "plant", 2 + k % 2, 3)
        s.line(cx + 3 + 0.55 * (ex - cx - 3), 80 + 0.9 * (ey - 76), ex, ey - 8, 3, "plant", 1 + k % 2, 1)


def _climber(s: Spot) -> None:
    """Tomatoes on canes."""
    for k in range(4):
        x = 6 + k * (s.width - 12) / 3.2
        s.box(x, 8, 1.4, 74, "wood", 3)
        s.mass([(x + 3 * (-1) ** j, 16 + 9 * j, 7) for j in range(7)], "plant", leafy=0.8)
        for j in range(5):
            s.ball(x - 4 + 7 * (j % 2), 22 + 11 * j, 2.8, 2.8, "petal", 2)
    s.block(0, 0, s.width, 12, "wood", 2)
    s.box(0, 11, s.width, 2, "wood", 4)


def _hanging(s: Spot) -> None:
    cx = s.width / 2
    s.line(cx, 160, cx - 8, 128, 0.8, "iron", 1)
    s.line(cx, 160, cx + 8, 128, 0.8, "iron", 1)
    s.ball(cx, 126, 10, 7, "pot", 2)
    s.mass([(cx, 132, 9), (cx - 9, 126, 6), (cx + 9, 126, 6), (cx - 10, 116, 4), (cx + 11, 117, 4)], "plant", leafy=0.7)
    for j in range(4):
        s.ball(cx - 9 + 6 * j, 127 + 4 * (j % 2), 2, 2, "petal2", 3, flat=True)


def _can(s: Spot) -> None:
    s.block(6, 0, 20, 18, "metal", 2)
    s.line(26, 6, 42, 20, 3, "metal", 3)
    s.ball(42, 20, 3.4, 3, "metal", 3)
    s.line(6, 4, 0, 14, 2, "metal", 2)
    s.line(0, 14, 8, 22, 2, "metal", 2)
    s.line(52, 0, 50, 46, 2, "wood", 3)
    s.gable(52, -2, 5, 12, "iron", 3)
    s.block(58, 0, 9, 12, "iron", 2)
    s.box(60, 3, 5, 7, "lamp", 4)
    s.line(58, 12, 67, 12, 1.4, "iron", 3)
    s.glow(62, 10, 72, 0.95)


GREENHOUSE: Final = Room(
    _glasshouse,
    (Slot(96, _staging, _hanging), Slot(72, _can, None)),
    (Slot(66, _palm, None), Slot(70, _climber, None), Slot(82, _staging, _hanging), Slot(60, furniture.together(furniture.sack(4), furniture.sack(24), furniture.at(40, furniture.pot_plant(0, "pot", 34))), _hanging)),
)  # fmt: skip
