"""What hangs on walls: windows, doors, lamps, clocks, pictures, boards, shelves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field

Piece = Callable[[Spot], None]


def sky(s: Spot, x: float, y: float, w: float, h: float) -> None:
    """The sky of the hour behind glass, with two clouds; by night some moonlight comes through."""

    def air(_x: Field, py: Field) -> Any:
        return np.clip(np.round(3.6 - 2.4 * (py - y) / max(1.0, h)), 0, 4) + 0 * _x

    s.shape(x, y, w, h, air, "pane")
    for fx, fy in ((0.3, 0.36), (0.74, 0.62)):
        for k in range(3):
            r = min(5.0, 0.12 * w)
            cx = x + fx * w + (k - 1) * r
            if x + r < cx < x + w - r:
                s.ball(cx, y + fy * h + (k == 1) * 0.4 * r, r, 0.6 * r, "pane", 4, flat=True)
    s.glow(s.width / 2, y + h / 2, 0.9 * max(w, h), 0.36)


def window(
    width: float = 44, tall: float = 66, *, foot: float = 64, frame: str = "wood", curtain: str | None = None, bars: int = 1
) -> Piece:
    """A window `width` wide whose sill lies `foot` over the floor's furniture; `bars` upright ones."""

    def draw(s: Spot) -> None:
        x = (s.width - width) / 2
        s.box(x - 3, foot - 3, width + 6, tall + 6, frame, 1)
        s.box(x - 2, foot - 2, width + 4, tall + 4, frame, 3)
        sky(s, x, foot, width, tall)
        for k in range(bars):
            s.box(x + (k + 1) * width / (bars + 1) - 1, foot, 2, tall, frame, 3)
        for f in (0.36, 0.68):
            s.box(x, foot + f * tall, width, 1.8, frame, 3)
        s.slab(x - 6, foot - 6, width + 12, 4, frame, 3)
        if curtain is not None:
            s.box(x - 13, foot + tall + 5, width + 26, 2, "brass", 3)
            for side in (0, 1):
                drape(s, x - 11 if side == 0 else x + width + 11, foot - 12, tall + 17, 15, side == 1, curtain)

    return draw


def drape(s: Spot, edge: float, y: float, tall: float, reach: float, right: bool, material: str) -> None:
    """A curtain gathered at two thirds of its height; `edge` is its outer side."""

    def cloth(x: Field, py: Field) -> Any:
        down = 1 - (py - y) / tall
        off = (edge - x) if right else (x - edge)
        wide = reach * (1 - 0.5 * np.exp(-(((down - 0.62) / 0.16) ** 2)))
        fold = np.sin(off / 1.6 + 1.2 * down)
        tone = np.where(fold > 0.45, 3, np.where(fold < -0.4, 1, 2)) - (1 if right else 0)
        return np.where((off >= 0) & (off <= wide), np.clip(tone, 0, 4), -1)

    s.shape(edge - reach if right else edge, y, reach, tall, cloth, material)


def lattice(width: float = 40, tall: float = 48, *, foot: float = 68, frame: str = "wood") -> Piece:
    """A window of small panes set aslant in lead."""

    def draw(s: Spot) -> None:
        x = (s.width - width) / 2
        s.box(x - 3, foot - 3, width + 6, tall + 6, frame, 0)
        s.box(x - 2, foot - 2, width + 4, tall + 4, frame, 2)
        sky(s, x, foot, width, tall)

        def lead(px: Field, py: Field) -> Any:
            a, b = (px - x + py - foot) % 9, (px - x - py + foot) % 9
            return np.where((a < 0.9) | (b < 0.9), 1, -1)

        s.shape(x, foot, width, tall, lead, frame)
        s.box(x + width / 2 - 1, foot, 2, tall, frame, 2)
        s.slab(x - 6, foot - 6, width + 12, 4, frame, 3)

    return draw


def pointed(width: float = 30, tall: float = 96, *, foot: float = 52, stained: tuple[str, ...] = (), stone: str = "stone") -> Piece:
    """A window with a pointed arch: clear, or of coloured glass in those materials."""

    def draw(s: Spot) -> None:
        x, rise = (s.width - width) / 2, 0.62 * width

        def inside(px: Field, py: Field, grow: float) -> Any:
            half = width / 2 + grow
            up = np.clip((py - (foot + tall - rise)) / (rise + grow), 0, None)
            reach = half * (1 - np.clip(up, 0, 1) ** 1.7)
            return (np.abs(px - x - width / 2) <= reach) & (up <= 1) & (py >= foot - grow)

        s.shape(x - 5, foot - 5, width + 10, tall + 10, lambda px, py: np.where(inside(px, py, 5), 1, -1), stone)
        s.shape(x - 4, foot - 4, width + 8, tall + 8, lambda px, py: np.where(inside(px, py, 3.6), 3, -1), stone)
        if not stained:
            s.shape(
                x, foot, width, tall, lambda px, py: np.where(inside(px, py, 0), np.clip(3.4 - (py - foot) / tall * 2.4, 0, 4), -1), "pane"
            )
        for k, tint in enumerate(stained):

            def glass(px: Field, py: Field, k: int = k) -> Any:
                cell = np.floor((px - x) / (width / 4)) + 3 * np.floor((py - foot) / 11) + np.floor((px - py) / 17)
                mine = cell % len(stained) == k
                return np.where(inside(px, py, 0) & mine, np.where((px + py) % 7 < 3, 3, 2), -1)

            s.shape(x, foot, width, tall, glass, tint)

        def lead(px: Field, py: Field) -> Any:
            line = (
                (np.abs(px - x - width / 2) < 0.8)
                | ((py - foot) % 22 < 1.1)
                | ((np.abs((px - x) % (width / 4)) < 0.6) if stained else (px < -1e9))
            )
            return np.where(inside(px, py, 0) & line, 0, -1)

        s.shape(x, foot, width, tall, lead, stone)
        s.slab(x - 6, foot - 8, width + 12, 4, stone, 3)
        s.glow(s.width / 2, foot + tall / 2, 58, 0.42)

    return draw


def porthole(radius: float = 13, *, up: float = 96, frame: str = "brass") -> Piece:
    """A round window with its bolts."""

    def draw(s: Spot) -> None:
        cx = s.width / 2
        s.ball(cx, up, radius + 5, radius + 5, frame, 2)
        s.ball(cx, up, radius + 1, radius + 1, frame, 0, flat=True)

        def air(x: Field, y: Field) -> Any:
            return np.where(np.hypot(x - cx, y - up) <= radius, np.where(y < up - 0.25 * radius, 1, 3), -1)

        s.shape(cx - radius, up - radius, 2 * radius, 2 * radius, air, "pane")
        for k in range(8):
            a = k * np.pi / 4
            s.box(cx + (radius + 3) * np.cos(a) - 0.7, up + (radius + 3) * np.sin(a) - 0.7, 1.4, 1.4, frame, 4)
        s.glow(cx, up, 46, 0.36)

    return draw


def door(width: float = 40, tall: float = 92, *, wood: str = "wood", frame: str | None = None, glass: bool = False) -> Piece:
    """A panelled door with its frame and handle, in the wall behind the furniture; `glass` in its upper half."""
    edge = frame or wood

    def draw(s: Spot) -> None:
        x, y = (s.width - width) / 2, -2.0
        s.box(x - 5, y - 10, width + 10, tall + 15, edge, 1)
        s.box(x - 4, y - 10, width + 8, tall + 14, edge, 3)
        s.block(x, y - 10, width, tall + 10, wood, 2)
        half = (width - 12) / 2
        for k in range(2):
            s.panel(x + 4 + k * (half + 4), y - 2, half, 34, wood, 2)
            if glass:
                s.box(x + 4 + k * (half + 4), y + 40, half, tall - 46, "pane", 3)
                s.line(x + 5 + k * (half + 4), y + 44, x + 3 + half + k * (half + 4), y + 52, 1, "pane", 4)
            else:
                s.panel(x + 4 + k * (half + 4), y + 40, half, tall - 46, wood, 2)
        s.ball(x + width - 4, y + 36, 2, 2, "brass", 3)

    return draw


def clock(up: float = 128, radius: float = 10, rim: str = "wood") -> Piece:
    def draw(s: Spot) -> None:
        cx = s.width / 2
        s.ball(cx, up, radius, radius, rim, 1)
        s.ball(cx, up, radius - 2, radius - 2, "linen", 4, flat=True)
        s.line(cx, up, cx, up + 0.55 * radius, 1.2, rim, 0)
        s.line(cx, up, cx + 0.42 * radius, up - 2, 1.2, rim, 0)

    return draw


def picture(width: float = 34, tall: float = 26, *, up: float = 96, sort: int = 0, frame: str = "brass") -> Piece:
    """A framed picture: 0 hills, 1 a portrait, 2 a ship at sea, 3 colours without a subject."""

    def draw(s: Spot) -> None:
        x, y, w, h = (s.width - width) / 2, up, width, tall
        s.box(x - 3, y - 3, w + 6, h + 6, frame, 1)
        s.box(x - 2, y - 2, w + 4, h + 4, frame, 3)
        s.box(x - 0.6, y - 0.6, w + 1.2, h + 1.2, frame, 0)
        if sort == 1:
            s.box(x, y, w, h, "accent", 0)
            s.ball(x + w / 2, y + 0.1 * h, 0.34 * w, 0.34 * h, "accent", 2)
            s.ball(x + w / 2, y + 0.62 * h, 0.15 * w, 0.2 * h, "linen", 2)
        elif sort == 2:
            s.box(x, y, w, h, "linen", 3)
            s.box(x, y, w, 0.36 * h, "plant", 2)
            s.gable(x + 0.5 * w, y + 0.4 * h, 0.2 * w, 0.46 * h, "linen", 4)
            s.box(x + 0.3 * w, y + 0.3 * h, 0.4 * w, 0.12 * h, frame, 1)
        elif sort == 3:
            s.box(x, y, w, h, "linen", 4)
            s.ball(x + 0.36 * w, y + 0.56 * h, 0.24 * w, 0.3 * h, "accent", 2, flat=True)
            s.box(x + 0.5 * w, y + 0.14 * h, 0.34 * w, 0.4 * h, "plant", 2)
            s.line(x + 0.1 * w, y + 0.1 * h, x + 0.9 * w, y + 0.9 * h, 1.6, frame, 0)
        else:
            s.box(x, y, w, h, "linen", 3)
            s.box(x, y, w, 0.4 * h, "plant", 2)
            s.gable(x + 0.36 * w, y + 0.36 * h, 0.28 * w, 0.4 * h, "plant", 1)
            s.ball(x + 0.76 * w, y + 0.74 * h, 2.4, 2.4, frame, 4, flat=True)

    return draw


def pendant(drop: float = 40, shade: str = "accent", reach: float = 92) -> Piece:
    """A lamp on a cord from the ceiling, `drop` design pixels down."""

    def draw(s: Spot) -> None:
        cx, y = s.width / 2, 166 - drop
        s.box(cx - 0.6, y, 1.2, drop, "iron", 1)
        s.gable(cx, y - 8, 12, 11, shade, 2)
        s.box(cx - 5, y - 10, 10, 2.4, "lamp", 4)
        # its light falls down
        s.glow(cx, y - 44, reach, 1.0)

    return draw


def sconce(up: float = 104, *, fire: bool = False, reach: float = 66) -> Piece:
    """A lamp on the wall; `fire`: a torch."""

    def draw(s: Spot) -> None:
        cx = s.width / 2
        if fire:
            s.line(cx, up - 12, cx, up + 2, 3, "wood", 2)
            s.block(cx - 4, up, 8, 4, "iron", 2)
            s.gable(cx, up + 3, 4.5, 15, "fire", 2)
            s.gable(cx, up + 3, 2.4, 8, "fire", 4)
        else:
            s.block(cx - 1.5, up - 10, 3, 8, "brass", 2)
            s.gable(cx, up - 4, 8, 13, "lamp", 3)
            s.box(cx - 8, up - 5, 16, 1.4, "brass", 2)
        s.glow(cx, up - 16, reach + 24, 1.0)

    return draw


def bulkhead(up: float = 120, reach: float = 74) -> Piece:
    """A round lamp in a cage that burns all night."""

    def draw(s: Spot) -> None:
        cx = s.width / 2
        s.ball(cx, up, 9, 7, "metal", 2)
        s.ball(cx, up, 7, 5, "lamp", 3)
        for k in (-3, 0, 3):
            s.box(cx + k - 0.4, up - 5, 0.9, 10, "metal", 1)
        s.glow(cx, up - 18, reach, 1.0)

    return draw


def tubes(width: float = 60) -> Piece:
    """A fitting with fluorescent tubes under the ceiling: off at night."""

    def draw(s: Spot) -> None:
        x = (s.width - width) / 2
        s.block(x, 156, width, 4, "metal", 3)
        s.box(x + 2, 153, width - 4, 3, "tube", 4)

    return draw


def both(*pieces: Piece) -> Piece:
    """Several pieces in one place."""

    def draw(s: Spot) -> None:
        for piece in pieces:
            piece(s)

    return draw


def awning(y: float, tall: float = 16, stripe: str = "cloth") -> Piece:
    """A striped awning as wide as its place, its lower edge scalloped."""

    def draw(s: Spot) -> None:
        w, count = s.width, max(3, round(s.width / 11))

        def strips(odd: int) -> Callable[[Field, Field], Any]:
            def at(x: Field, py: Field) -> Any:
                along = x / w * count
                low = y + 3 - 3 * np.sin(np.pi * (along % 1))
                return np.where((py >= low) & (py <= y + tall) & (np.floor(along) % 2 == odd), np.where(py > y + tall - 4, 4, 3), -1)

            return at

        for odd, tint in enumerate((stripe, "linen")):
            s.shape(0, y - 2, w, tall + 2, strips(odd), tint)

    return draw
