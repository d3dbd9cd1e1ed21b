"""The inside of a starship: bridge, corridor."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from makebelieve.art.scenery.interiors import furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field

# starship bridge


def _viewscreen(s: Spot) -> None:
    """The main screen: stars and a planet."""
    w, y, tall = s.width - 16, 50.0, 84.0

    def frame(x: Field, py: Field) -> Any:
        cut = np.abs(x - s.width / 2) + 0.7 * np.abs(py - y - tall / 2)
        return np.where(cut < w / 2 + 0.42 * tall, np.where(py > y + tall + 1, 4, 3), -1)

    s.shape(2, y - 7, w + 12, tall + 14, frame, "hull")

    def void(x: Field, py: Field) -> Any:
        cut = np.abs(x - s.width / 2) + 0.7 * np.abs(py - y - tall / 2)
        return np.where(cut < w / 2 + 0.34 * tall, np.where(py < y + 0.3 * tall, 1, 0), -1)

    s.shape(8, y, w, tall, void, "void")
    for _ in range(46):
        x, py = 18 + (w - 22) * s.rng.random(), y + 6 + (tall - 12) * s.rng.random()
        s.box(x, py, 1, 1, "lamp", 4 if s.rng.random() < 0.6 else 2)
    px = 0.34 * w if s.rng.random() < 0.5 else 0.68 * w
    s.ball(px + 8, y + 0.44 * tall, 23, 23, "planet", 2)
    s.line(px - 20, y + 0.4 * tall, px + 36, y + 0.52 * tall, 2, "planet", 4)
    for side in (-1, 1):
        s.line(s.width / 2 + side * (w / 2 - 18), y + 8, s.width / 2 + side * (w / 2 - 8), y + 8, 1, "screen", 3)
        s.line(s.width / 2 + side * (w / 2 - 8), y + 8, s.width / 2 + side * (w / 2 - 8), y + 18, 1, "screen", 3)
    s.glow(s.width / 2, y + tall / 2, 84, 0.6)


def _helm(s: Spot) -> None:
    """The captain's chair between two consoles."""
    cx = s.width / 2
    for side in (-1, 1):
        left = cx - 62 if side < 0 else cx + 26
        s.shape(left, 0, 36, 30, lambda x, y, left=left, side=side: np.where(np.abs(x - left - 18) < 17 - 0.1 * y, np.where(y < 4, 0, 2), -1), "hull")  # type: ignore[misc]  # fmt: skip
        s.shape(left - 2, 28, 40, 12, lambda x, y, left=left: np.where(np.abs(x - left - 18) < 20 - 0.4 * (y - 28), 1, -1), "screen")  # type: ignore[misc]
        for j in range(3):
            for k in range(6):
                tint = ("screen", "accent", "lamp", "plant")[int(s.rng.random() * 4)]
                s.box(left + 4 + 5 * k, 30 + 3 * j, 3, 1.8, tint, 3)
        s.glow(left + 18, 36, 40, 0.55)
    s.box(cx - 3, 0, 6, 12, "hull", 0)
    s.box(cx - 12, 0, 24, 3, "hull", 3)
    s.block(cx - 15, 12, 30, 9, "cloth", 1)
    s.block(cx - 12, 20, 24, 38, "cloth", 2)
    s.box(cx - 9, 24, 18, 30, "cloth", 3)
    s.block(cx - 7, 58, 14, 8, "cloth", 2)
    for x in (-19, 12):
        s.block(cx + x, 18, 7, 14, "hull", 3)
        s.box(cx + x + 1, 32, 5, 2, "screen", 3)


def _station(s: Spot) -> None:
    """A console along the wall, with its chair."""
    s.block(4, 0, 60, 26, "hull", 1)
    s.shape(2, 25, 64, 14, lambda x, y: np.where(y - 25 < 13 - 0 * x, np.where(y > 36, 4, 2), -1), "hull")
    for k in range(9):
        for j in range(2):
            s.box(6 + 6.4 * k, 28 + 4 * j, 4, 2.4, ("screen", "accent", "plant", "lamp")[int(s.rng.random() * 4)], 3)
    s.box(20, 6, 2, 10, "hull", 0)
    s.block(14, 14, 18, 5, "cloth", 2)
    s.block(14, 19, 5, 24, "cloth", 3)
    s.glow(34, 34, 40, 0.45)


def displays(s: Spot) -> None:
    """Screens of several sizes."""
    w = s.width - 8
    furniture.screen(s, 4, 58, 0.56 * w, 38, 3, "hull")
    furniture.screen(s, 6 + 0.56 * w, 78, 0.44 * w - 2, 18, 2, "hull")
    furniture.screen(s, 6 + 0.56 * w, 58, 0.44 * w - 2, 18, 0, "hull")
    furniture.screen(s, 4, 100, w, 20, 1, "hull")


def hatch(tall: float = 96) -> furniture.Piece:
    """A door that slides apart, with a lit panel beside it."""

    def draw(s: Spot) -> None:
        w = s.width - 16

        def edge(x: Field, y: Field) -> Any:
            return np.where(np.abs(x - s.width / 2) < w / 2 + 4 - 0.5 * np.clip(y - tall + 14, 0, None), np.where(y > tall - 2, 4, 3), -1)

        s.shape(2, -12, w + 12, tall + 14, edge, "hull")
        s.box(8, -12, w, tall + 6, "hull", 0)
        for half in (8, 8 + w / 2 + 0.7):
            s.block(half, -12, w / 2 - 0.7, tall + 4, "door", 2)
            s.panel(half + 3, -6, w / 2 - 6.7, 32, "door", 3)
            s.panel(half + 3, 42, w / 2 - 6.7, 14, "door", 3)
        s.box(8, 32, w, 5, "accent", 2)
        s.box(s.width - 6, 38, 5, 9, "screen", 3)
        s.box(12, 62, w / 2 - 8, 14, "hull", 0)
        s.box(13, 63, w / 2 - 10, 12, "screen", 1)
        s.glow(s.width - 4, 42, 34, 0.6)

    return draw


def starport(s: Spot) -> None:
    """A round window with stars behind it."""
    cx, up = s.width / 2, 86.0
    s.ball(cx, up, 22, 22, "hull", 3)
    s.ball(cx, up, 18, 18, "hull", 0, flat=True)
    s.ball(cx, up, 16, 16, "void", 0, flat=True)
    for _ in range(14):
        a, r = 6.28 * s.rng.random(), 14 * s.rng.random() ** 0.5
        s.box(cx + r * np.cos(a), up + r * np.sin(a), 1, 1, "lamp", 4 if s.rng.random() < 0.6 else 2)
    s.ball(cx + 7, up - 7, 6, 6, "planet", 2)
    for k in range(8):
        a = k * np.pi / 4
        s.box(cx + 20 * np.cos(a) - 0.7, up + 20 * np.sin(a) - 0.7, 1.4, 1.4, "hull", 4)
    s.glow(cx, up, 40, 0.4)


def rack_of(metal: str) -> furniture.Piece:
    """A rack of machines with blinking lamps."""

    def draw(s: Spot) -> None:
        s.block(2, 0, 36, 92, metal, 1)
        for k in range(8):
            s.box(5, 4 + 11 * k, 30, 9, metal, 0)
            for j in range(5):
                if s.rng.random() < 0.7:
                    s.box(8 + 5 * j, 7 + 11 * k, 2.4, 2, ("screen", "accent", "plant", "lamp")[int(s.rng.random() * 4)], 3)
        s.slab(0, 91, 40, 4, metal)
        s.glow(20, 46, 50, 0.6)

    return draw


BRIDGE: Final = Room(
    walls.hull,
    (Slot(148, _helm, _viewscreen), Slot(70, _station, displays)),
    (Slot(52, None, hatch()), Slot(42, rack_of("hull")), Slot(70, _station, displays), Slot(46, None, starport)),
)

# ship of steel below the bridge: corridor

SHIPWAY: Final = Room(
    walls.hull,
    (Slot(52, None, hatch()), Slot(52, None, starport)),
    (
        Slot(52, None, hatch()),
        Slot(42, rack_of("hull")),
        Slot(60, furniture.together(furniture.crate(4, 0, 24, 20, "hull"), furniture.crate(30, 0, 26, 24, "hull")), None),
        Slot(62, None, displays),
        Slot(52, None, starport),
    ),
)
