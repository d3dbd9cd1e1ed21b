"""Furniture that many rooms share: tables and seats, shelves and what lies on them, barrels, plants, lamps that stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field

Piece = Callable[[Spot], None]


def at(dx: float, *pieces: Piece) -> Piece:
    """Pieces `dx` design pixels to the right of their place."""

    def draw(s: Spot) -> None:
        left = s.left + (-dx if s.mirrored else dx) * s.plane.unit
        there = Spot(s.plane, left, s.base, s.width, mirrored=s.mirrored)
        for piece in pieces:
            piece(there)

    return draw


def together(*pieces: Piece) -> Piece:
    """Several pieces in one place, the last before the others."""

    def draw(s: Spot) -> None:
        for piece in pieces:
            piece(s)

    return draw


def legs(s: Spot, x: float, w: float, tall: float, material: str = "wood", thick: float = 3.4) -> None:
    """Two legs under a board."""
    s.block(x, 0, thick, tall, material, 2)
    s.block(x + w - thick, 0, thick, tall, material, 1)


def table(x: float = 0, w: float = 60, tall: float = 31, wood: str = "wood", cloth: str | None = None) -> Piece:
    def draw(s: Spot) -> None:
        legs(s, x + 4, w - 8, tall - 3, wood)
        s.box(x + 4, tall - 8, w - 8, 5, wood, 1)
        s.slab(x, tall - 4, w, 4, wood)
        if cloth is not None:
            s.box(x + 1, tall - 12, w - 2, 12, cloth, 3)
            for k in range(int(w / 9)):
                s.box(x + 4 + 9 * k, tall - 12, 2, 10, cloth, 2)
            s.box(x, tall - 1.4, w, 1.4, cloth, 4)

    return draw


def chair(x: float = 0, wood: str = "wood", seat: str | None = None) -> Piece:
    """Seen from its side, its back to the left."""

    def draw(s: Spot) -> None:
        s.block(x, 0, 3, 42, wood, 2)
        s.block(x + 15, 0, 3, 18, wood, 1)
        s.slab(x, 17, 19, 3.4, seat or wood)
        s.box(x + 3, 8, 12, 1.6, wood, 1)
        for y in (28, 36):
            s.box(x - 1, y, 5, 3.4, seat or wood, 3)

    return draw


def stool(x: float = 0, tall: float = 24, wood: str = "wood", seat: str = "cloth") -> Piece:
    def draw(s: Spot) -> None:
        s.line(x + 3, tall, x + 1, 0, 2, wood, 2)
        s.line(x + 11, tall, x + 13, 0, 2, wood, 1)
        s.box(x + 2, tall * 0.36, 10, 1.4, wood, 1)
        s.block(x, tall, 14, 4, seat, 3)

    return draw


def bench(x: float = 0, w: float = 50, tall: float = 17, wood: str = "wood") -> Piece:
    def draw(s: Spot) -> None:
        legs(s, x + 3, w - 6, tall - 3, wood, 4)
        s.slab(x, tall - 3, w, 3.4, wood)

    return draw


def bottle(s: Spot, x: float, y: float, tall: float, material: str) -> None:
    s.block(x, y, 4, tall * 0.64, material, 2)
    s.box(x + 1.2, y + tall * 0.64, 1.6, tall * 0.36, material, 3)
    s.box(x + 0.7, y + tall * 0.2, 2.6, tall * 0.2, "linen", 4)


def jar(s: Spot, x: float, y: float, material: str, lid: str = "brass") -> None:
    s.block(x, y, 6, 8, material, 3)
    s.box(x + 1, y + 1, 1.4, 5, material, 4)
    s.box(x - 0.4, y + 8, 6.8, 2, lid, 2)


def goods(s: Spot, x: float, y: float, w: float, sort: str, tints: Sequence[str]) -> None:
    """A row of things on a shelf `w` wide: bottles, jars, tins, boxes, books, binders, plates, pots or loaves."""
    rng, put, end = s.rng, x + 1, x + w - 1
    while True:
        tint = tints[int(rng.random() * len(tints))]
        if sort == "bottles":
            wide, tall = 5.4, 13 + 4 * rng.random()
        elif sort == "jars":
            wide, tall = 8.4, 10.0
        elif sort in ("tins", "pots"):
            wide, tall = 7.2, 8 + 2 * rng.random()
        elif sort == "books":
            wide, tall = 2.4 + 1.6 * rng.random(), 9 + 4 * rng.random()
        elif sort == "binders":
            wide, tall = 5.2, 13.0
        elif sort == "plates":
            wide, tall = 10.0, 10.0
        elif sort == "loaves":
            wide, tall = 13.0, 7.0
        else:
            wide, tall = 9 + 5 * rng.random(), 6 + 5 * rng.random()
        if put + wide > end:
            return
        if sort == "bottles":
            bottle(s, put, y, tall, tint)
        elif sort == "jars":
            jar(s, put, y, tint)
        elif sort == "tins":
            s.block(put, y, 6.2, tall, tint, 2)
            s.box(put, y + tall * 0.32, 6.2, tall * 0.34, "linen", 3)
        elif sort == "pots":
            s.block(put, y, 6, tall * 0.7, tint, 2)
            s.box(put - 0.4, y + tall * 0.7, 6.8, 1.6, tint, 3)
        elif sort == "books":
            s.block(put, y, wide, tall, tint, 2)
            s.box(put, y + 0.7 * tall, wide, 0.8, "brass", 3)
        elif sort == "binders":
            s.block(put, y, 4.8, tall, tint, 2)
            s.box(put + 1, y + 7, 2.8, 3.4, "linen", 4)
        elif sort == "plates":
            s.ball(put + 4.6, y + 4.8, 4.6, 4.8, "linen", 3)
            s.ball(put + 4.6, y + 4.8, 2.6, 2.8, tint, 3, flat=True)
        elif sort == "loaves":
            s.ball(put + 6, y + 3, 6, 4, tint, 2)
            for k in range(3):
                s.line(put + 3 + 3 * k, y + 2, put + 4 + 3 * k, y + 6, 0.9, tint, 4)
        else:
            s.block(put, y, wide - 1, tall, tint, 2)
            s.box(put + 1.4, y + tall * 0.4, (wide - 1) * 0.5, tall * 0.3, "linen", 3)
        put += wide + (1.6 if rng.random() < 0.12 else 0.5)


def shelves(
    x: float, y: float, w: float, rows: Sequence[str], tints: Sequence[str], *, gap: float = 19, wood: str = "wood", back: bool = True
) -> Piece:
    """Shelves with goods, the first row lowest; with sides and a back unless they are brackets on a wall."""

    def draw(s: Spot) -> None:
        tall = gap * len(rows)
        if back:
            s.box(x, y, w, tall, wood, 0)
        for k, sort in enumerate(rows):
            goods(s, x + 2, y + gap * k + 2.4, w - 4, sort, tints)
            s.slab(x, y + gap * k, w, 2.4, wood)
        if back:
            s.block(x - 1, y, 3.4, tall + 1, wood, 3)
            s.block(x + w - 2.4, y, 3.4, tall + 1, wood, 1)
            s.slab(x - 2, y + tall, w + 4, 3, wood)

    return draw


def cabinet(x: float, w: float, tall: float, drawers: int, material: str = "wood", knob: str = "brass") -> Piece:
    """A chest of drawers."""

    def draw(s: Spot) -> None:
        s.block(x, 0, w, tall, material, 2)
        high = (tall - 4) / drawers
        for k in range(drawers):
            s.panel(x + 2, 3 + k * high, w - 4, high - 1.4, material, 2)
            s.box(x + w / 2 - 3, 3 + (k + 0.5) * high, 6, 1.6, knob, 4)
        s.slab(x - 1, tall - 1, w + 2, 2.4, material)

    return draw


def counter(x: float, w: float, tall: float = 42, wood: str = "wood", top: str | None = None, panels: int = 3) -> Piece:
    """A counter with a panelled front."""

    def draw(s: Spot) -> None:
        s.block(x, 0, w, tall, wood, 2)
        s.box(x, 0, w, 4, wood, 0)
        wide = w / panels
        for k in range(panels):
            s.panel(x + 3 + k * wide, 7, wide - 6, tall - 16, wood, 2)
        s.slab(x - 3, tall - 3, w + 6, 5, top or wood)

    return draw


def barrel(x: float, tall: float = 26, wood: str = "wood", hoop: str = "iron", y: float = 0) -> Piece:
    def draw(s: Spot) -> None:
        half = 0.4 * tall

        def staves(px: Field, py: Field) -> Any:
            up = (py - y) / tall
            reach = half * (0.82 + 0.72 * up * (1 - up))
            off = (px - x - half) / reach
            tone = np.where(off < -0.4, 3, np.where(off > 0.4, 1, 2)) - (np.abs((off * 3) % 1 - 0.5) > 0.44)
            return np.where(np.abs(off) <= 1, np.clip(tone, 0, 4), -1)

        s.shape(x - 2, y, 2 * half + 4, tall, staves, wood)
        for f in (0.16, 0.78):
            s.box(x + 0.5, y + f * tall, 2 * half - 1, 2, hoop, 2)

    return draw


def cask(x: float, y: float, radius: float = 13, wood: str = "wood", hoop: str = "iron") -> Piece:
    """A barrel lying on its side, seen from its end, with a tap."""

    def draw(s: Spot) -> None:
        cx, cy = x + radius, y + radius
        s.ball(cx, cy, radius, radius, hoop, 1)
        s.ball(cx, cy, radius - 1.6, radius - 1.6, wood, 2)
        for k in (-0.5, 0, 0.5):
            s.box(cx + k * radius - 0.4, cy - 0.7 * radius, 0.9, 1.4 * radius, wood, 1)
        s.box(cx - 1.4, cy - 0.55 * radius, 2.8, 4, "brass", 3)
        s.box(cx - 2.8, cy - 0.3 * radius, 5.6, 1.6, "brass", 4)

    return draw


def crate(x: float, y: float = 0, w: float = 20, tall: float = 18, wood: str = "wood") -> Piece:
    def draw(s: Spot) -> None:
        s.block(x, y, w, tall, wood, 2)
        s.line(x + 2, y + 2, x + w - 2, y + tall - 2, 2.2, wood, 1)
        s.box(x, y, w, 2.4, wood, 3)
        s.box(x, y + tall - 2.4, w, 2.4, wood, 3)
        s.box(x, y, 2.4, tall, wood, 3)
        s.box(x + w - 2.4, y, 2.4, tall, wood, 1)

    return draw


def sack(x: float, cloth: str = "linen", tall: float = 20) -> Piece:
    def draw(s: Spot) -> None:
        s.mass([(x + 8, 0.32 * tall, 8), (x + 7, 0.6 * tall, 6.4), (x + 10, 0.2 * tall, 7)], cloth, leafy=0.0, squash=1.0)
        s.box(x + 4, 0.84 * tall, 7, 2, cloth, 1)
        s.gable(x + 7.5, 0.92 * tall, 5, 4, cloth, 3)

    return draw


def basket(x: float, heap: str, wood: str = "wood", w: float = 22) -> Piece:
    """A basket with a heap of round things."""

    def draw(s: Spot) -> None:
        for k in range(4):
            s.ball(x + 4 + k * (w - 8) / 3, 12, 3.6, 3.6, heap, 2)
        for k in range(3):
            s.ball(x + 7 + k * (w - 14) / 2, 15, 3.6, 3.6, heap, 3)
        s.block(x, 0, w, 11, wood, 2)
        for k in range(3):
            s.box(x, 2 + 3.4 * k, w, 0.9, wood, 1)

    return draw


def pot_plant(x: float = 0, pot: str = "accent", tall: float = 46, leaf: str = "plant") -> Piece:
    def draw(s: Spot) -> None:
        cx = x + 10
        for k in range(11):
            a = -1.25 + 2.5 * k / 10
            s.line(cx, 14, cx + 0.5 * tall * np.sin(a), 14 + (tall - 16) * np.cos(a) ** 0.8, 3, leaf, 2 + k % 2 - (k > 7), 1)
        s.shape(cx - 8, 0, 16, 15, lambda px, py: np.where(np.abs(px - cx) < 5.4 + py * 0.16, np.where(px < cx - 3, 3, np.where(px > cx + 3, 1, 2)), -1), pot)  # fmt: skip
        s.box(cx - 8.4, 14, 16.8, 2.6, pot, 3)

    return draw


def floor_lamp(x: float = 0, tall: float = 72, metal: str = "brass") -> Piece:
    def draw(s: Spot) -> None:
        cx = x + 10
        s.box(cx - 0.8, 0, 1.6, tall - 14, metal, 2)
        s.box(cx - 6, 0, 12, 2, metal, 2)
        s.gable(cx, tall - 16, 11, 18, "lamp", 3)
        s.glow(cx, tall - 10, 80, 1.0)

    return draw


def table_lamp(x: float, y: float, metal: str = "brass", reach: float = 72) -> Piece:
    def draw(s: Spot) -> None:
        s.box(x + 6, y, 2, 9, metal, 2)
        s.box(x + 3, y, 8, 1.6, metal, 2)
        s.gable(x + 7, y + 8, 9, 13, "lamp", 3)
        s.glow(x + 7, y + 12, reach, 1.0)

    return draw


def candle(x: float, y: float, tall: float = 7, reach: float = 50) -> Piece:
    def draw(s: Spot) -> None:
        s.box(x, y, 2.4, tall, "linen", 4)
        s.gable(x + 1.2, y + tall, 1.7, 5, "fire", 3)
        s.glow(x + 1.2, y + tall + 2, reach, 0.85)

    return draw


def candelabrum(x: float = 0, tall: float = 58, metal: str = "brass") -> Piece:
    """A tall stand with three candles."""

    def draw(s: Spot) -> None:
        cx = x + 12
        s.box(cx - 1, 0, 2, tall, metal, 2)
        s.block(cx - 7, 0, 14, 3, metal, 2)
        s.line(cx - 10, tall - 2, cx, tall - 10, 1.8, metal, 2)
        s.line(cx + 10, tall - 2, cx, tall - 10, 1.8, metal, 2)
        for dx in (-10, 0, 10):
            s.box(cx + dx - 2.4, tall - 2, 4.8, 2, metal, 3)
            s.box(cx + dx - 1.2, tall, 2.4, 8, "linen", 4)
            s.gable(cx + dx, tall + 8, 1.9, 6, "fire", 3)
        s.glow(cx, tall + 8, 82, 1.0)

    return draw


def fireplace(x: float = 0, w: float = 56, tall: float = 58, wall: str = "brick", shelf: str = "stone") -> Piece:
    def draw(s: Spot) -> None:
        s.block(x, 0, w, tall, wall, 2)
        for j in range(int(tall / 6)):
            for i in range(int(w / 10) + 1):
                s.box(min(x + w - 1, x + i * 10 + 5 * (j % 2)), 6 * j, 0.8, 6, wall, 1)
            s.box(x, 6 * j, w, 0.8, wall, 1)
        s.slab(x - 4, tall, w + 8, 5, shelf)
        s.box(x + 11, 0, w - 22, 0.56 * tall, wall, 0)
        s.line(x + 15, 3, x + w - 15, 3, 4, "wood", 1)
        for k, high in enumerate((14, 22, 26, 20, 12)):
            s.gable(x + 16 + k * (w - 32) / 4, 4, 5, high, "fire", 2)
            s.gable(x + 16 + k * (w - 32) / 4, 4, 2.6, 0.5 * high, "fire", 4)
        s.glow(x + w / 2, 16, 110, 1.0)

    return draw


def rug(x: float, w: float, material: str = "carpet") -> Piece:
    def draw(s: Spot) -> None:
        cx = x + w / 2

        def woven(px: Field, py: Field) -> Any:
            away = np.hypot((px - cx) / (w / 2), (py + 5) / 6)
            return np.where(away <= 1, np.where(away > 0.86, 3, np.where((away > 0.6) & (away < 0.7), 4, 2)), -1)

        s.shape(x, -12, w, 13, woven, material)

    return draw


def screen(s: Spot, x: float, y: float, w: float, h: float, sort: int, rim: str = "metal") -> None:
    """A display: 0 lines of text, 1 a wave, 2 bars, 3 a ring. It shines."""
    s.box(x, y, w, h, rim, 0)
    s.box(x + 1.4, y + 1.4, w - 2.8, h - 2.8, "screen", 1)
    if sort == 0:
        for k in range(int((h - 5) / 3)):
            s.box(x + 3, y + h - 5 - 3 * k, (0.3 + 0.5 * s.rng.random()) * (w - 6), 1, "screen", 3)
    elif sort == 1:
        wave = np.sin(np.arange(9) * 1.1 + 6 * s.rng.random()) * 0.24 * h
        for k in range(8):
            s.line(x + 3 + k * (w - 6) / 8, y + h / 2 + wave[k], x + 3 + (k + 1) * (w - 6) / 8, y + h / 2 + wave[k + 1], 1, "screen", 4)
    elif sort == 2:
        for k in range(int((w - 6) / 4)):
            s.box(x + 3 + 4 * k, y + 3, 2.6, (0.2 + 0.6 * s.rng.random()) * (h - 6), "screen", 3)
    else:
        s.ball(x + w / 2, y + h / 2, 0.32 * h, 0.32 * h, "screen", 3, flat=True)
        s.ball(x + w / 2, y + h / 2, 0.2 * h, 0.2 * h, "screen", 1, flat=True)
        s.box(x + w / 2 - 0.5, y + 3, 1, h - 6, "screen", 4)
    s.glow(x + w / 2, y + h / 2, 1.1 * max(w, h) + 14, 0.55)
