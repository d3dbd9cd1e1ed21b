"""The walls that rooms have behind them: plaster, boards, brick, dressed stone, tiles, hulls, glass. Each fills its plane down to the floor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from makebelieve.art.scenery import vaults
from makebelieve.art.scenery.interiors import floors
from makebelieve.art.scenery.plane import Plane, periodic

Floor = Callable[[Plane], None]
_WORN: Final = 46


def _filled(plane: Plane, material: str, tone: int) -> None:
    plane.ink[:] = plane.code(material) + tone


def _cornice(plane: Plane, material: str, tall: float = 7) -> None:
    u = plane.unit
    plane.box(0, 0, plane.width, tall * u, material, 2)
    plane.box(0, (tall - 2) * u, plane.width, max(1, u), material, 4)
    plane.box(0, tall * u, plane.width, max(1, 1.4 * u), material, 0)


def plaster(plane: Plane, floor: Floor = floors.boards, *, trim: str = "wood", dado: str | None = None, framed: bool = False) -> None:
    """A painted wall, its lower part in another colour where `dado` names one; `framed`: with mouldings like empty frames."""
    u, h = plane.unit, plane.height
    _filled(plane, "wall", 3)
    shade = np.clip(np.floor(1.25 - plane.y / (34 * u)), 0, 1).astype(np.int64)
    plane.ink[:] = plane.code("wall") + 3 - shade
    plane.box(0, 22 * u, plane.width, 2 * u, "wall", 4)
    plane.box(0, 24 * u, plane.width, max(1, u), "wall", 1)
    if framed:
        for x in plane.spread(64, 0.0):
            for k, tone in ((0, 1), (1, 4)):
                left, top, wide, tall = x + (5 + k) * u, (31 + k) * u, (52 - 2 * k) * u, (66 - 2 * k) * u
                plane.box(left, top, wide, max(1, u), "wall", tone)
                plane.box(left, top + tall, wide, max(1, u), "wall", tone)
                plane.box(left, top, max(1, u), tall, "wall", tone)
                plane.box(left + wide, top, max(1, u), tall + max(1, u), "wall", tone)
    if dado is not None:
        rail = h - 70 * u
        plane.box(0, rail, plane.width, h - rail, dado, 2)
        plane.box(0, rail, plane.width, 3 * u, trim, 3)
        plane.box(0, rail + 3 * u, plane.width, max(1, u), dado, 0)
    _cornice(plane, trim)
    floors.skirting(plane, trim)
    floor(plane)


def boarded(plane: Plane, floor: Floor = floors.boards, *, wall: str = "wall", beams: str | None = "wood") -> None:
    """Upright boards with knots; beams under the ceiling where `beams` names their wood."""
    u, h, rng = plane.unit, plane.height, plane.rng
    count = max(3, round(plane.width / (13 * u)))
    lean = np.floor(rng.random(count) * 2).astype(np.int64)
    place = plane.x[0] * count // plane.width
    plane.ink[:] = plane.code(wall) + 2 + lean[place][None, :]
    for i in range(count):
        x = i * plane.width / count
        plane.box(x, 0, max(1, 0.8 * u), h, wall, 0)
        plane.box(x + max(1, 0.8 * u), 0, max(1, 0.7 * u), h, wall, 4 if lean[i] else 3)
        for _ in range(2):
            ky = (16 + 120 * rng.random()) * u
            plane.box(x + (3 + 4 * rng.random()) * u, ky, max(1, 0.7 * u), (8 + 14 * rng.random()) * u, wall, 1)
        plane.ellipse(x + 7 * u, (20 + 110 * rng.random()) * u, 1.4 * u, 2 * u, wall, 1, flat=True)
    if beams is not None:
        plane.box(0, 0, plane.width, 9 * u, beams, 1)
        plane.box(0, 8 * u, plane.width, max(1, 1.4 * u), beams, 0)
        for x in plane.spread(40, 0.0):
            plane.block(x, 0, 11 * u, 13 * u, beams, 2)
    floors.skirting(plane, wall, 4, 1)
    floor(plane)


def strakes(plane: Plane, floor: Floor = floors.boards, *, wall: str = "wall", ribs: str = "wood") -> None:
    """Planks along the side of a ship, with her ribs and deck beams."""
    u, h, rng = plane.unit, plane.height, plane.rng
    rows = max(4, round(h / (12 * u)))
    tone = 2 + np.floor(rng.random(rows) * 2).astype(np.int64)
    row = plane.y[:, 0] * rows // h
    plane.ink[:] = (plane.code(wall) + tone[row])[:, None]
    for k in range(rows):
        y = k * h / rows
        plane.box(0, y, plane.width, max(1, 0.8 * u), wall, 0)
        plane.box(0, y + max(1, 0.8 * u), plane.width, max(1, 0.7 * u), wall, 4 if tone[k] == 3 else 3)
        for x in plane.spread(90, 0.9):
            plane.box(x, y, max(1, 0.8 * u), h / rows, wall, 1)
            plane.box(x + 3 * u, y + 4 * u, max(1, u), max(1, u), wall, 1)
    plane.box(0, 0, plane.width, 8 * u, ribs, 1)
    for x in plane.spread(80, 0.0):
        plane.block(x, 0, 9 * u, h, ribs, 2)
        plane.block(x - 5 * u, 8 * u, 19 * u, 6 * u, ribs, 2)
        plane.block(x - 2 * u, 14 * u, 13 * u, 6 * u, ribs, 2)
    floor(plane)


def timbered(plane: Plane, floor: Floor = floors.boards, *, wood: str = "wood") -> None:
    """Plaster between dark posts and braces, a beamed ceiling."""
    u, h, rng = plane.unit, plane.height, plane.rng
    _filled(plane, "wall", 3)
    patch = periodic(h, plane.width, max(2, round(plane.width / (_WORN * u))), 4, rng)
    plane.ink[patch > 0.7] = plane.code("wall") + 2
    foot = h - floors.DEPTH * u
    rail = h - 66 * u
    for i in range(3):
        plane.box(0, rail + i * 14 * u, plane.width, 14 * u, wood, 1 + i % 2)
        plane.box(0, rail + i * 14 * u, plane.width, max(1, u), wood, 0)
    plane.box(0, rail, plane.width, 4 * u, wood, 2)
    plane.box(0, rail, plane.width, max(1, u), wood, 4)
    for x in plane.spread(80, 0.0):
        for side in (-1, 1):
            plane.stroke(x + 4 * u, 46 * u, x + (4 + side * 26) * u, 14 * u, 5 * u, wood, 2)
        plane.block(x, 0, 9 * u, foot, wood, 2)
    plane.box(0, 0, plane.width, 12 * u, wood, 1)
    plane.box(0, 11 * u, plane.width, max(1, 1.4 * u), wood, 0)
    for x in plane.spread(32, 0.0):
        plane.block(x, 0, 10 * u, 16 * u, wood, 2)
    floors.skirting(plane, wood, 3, 1)
    floor(plane)


def brick(plane: Plane, floor: Floor = floors.concrete, *, wall: str = "brick", course: float = 5.4, length: float = 13) -> None:
    """Brickwork in stretchers, here and there one burnt darker or lighter."""
    u, rng = plane.unit, plane.rng
    rows = max(3, round(plane.height / (course * u)))
    row = plane.y * rows // plane.height
    count = max(2, round(plane.width / (length * u)))
    place = plane.x * count / plane.width + 0.5 * (row % 2)
    column = np.floor(place).astype(np.int64) % count
    roll = rng.random((rows, count))[row, column]
    edge = (plane.y - row * plane.height // rows) < max(1, round(0.8 * u))
    edge = edge | ((place - np.floor(place)) * plane.width / count < max(1.0, 0.8 * u))
    tone = 2 + (roll > 0.88).astype(np.int64) - (roll < 0.07)
    plane.ink = (plane.code(wall) + np.where(edge, np.clip(tone - 1, 0, 1), np.clip(tone, 0, 4))).astype(np.uint8)
    floors.skirting(plane, wall, 3, 1)
    floor(plane)


def dressed(plane: Plane, floor: Floor = floors.flags, *, course: float = 12, block: float = 26, stone: str = "stone") -> None:
    """Dressed stone with a string course."""
    u = plane.unit
    vaults.masonry(plane, stone=stone, course=course, block=block)
    plane.box(0, 30 * u, plane.width, 4 * u, stone, 3)
    plane.box(0, 34 * u, plane.width, max(1, u), stone, 0)
    floor(plane)


def tiled(plane: Plane, floor: Floor = floors.checks, *, tile: str = "tile", high: float = 92) -> None:
    """Small glazed tiles up to `high` design pixels over the floor, paint above."""
    u, h = plane.unit, plane.height
    _filled(plane, "wall", 3)
    top = h - (floors.DEPTH + high) * u
    rows, count = max(1, round(high / 9)), max(2, round(plane.width / (9 * u)))
    plane.box(0, top, plane.width, h - top, tile, 3)
    for k in range(rows + 1):
        plane.box(0, top + k * 9 * u, plane.width, max(1, 0.7 * u), tile, 1)
    for i in range(count):
        plane.box(i * plane.width / count, top, max(1, 0.7 * u), high * u, tile, 1)
    for _ in range(count):
        i, k = int(plane.rng.integers(0, count)), int(plane.rng.integers(0, rows))
        plane.box(i * plane.width / count + 2 * u, top + (k * 9 + 2) * u, 4 * u, max(1, 0.8 * u), tile, 4)
    plane.box(0, top - 4 * u, plane.width, 4 * u, "trim", 2)
    plane.box(0, top - 4 * u, plane.width, max(1, u), "trim", 4)
    _cornice(plane, "wall", 5)
    floor(plane)


def hull(plane: Plane, floor: Floor = floors.plates, *, wall: str = "hull", strip: str = "tube") -> None:
    """The inside of a ship of steel: leaning ribs, panels, a strip of light."""
    u, h = plane.unit, plane.height
    _filled(plane, wall, 2)
    for x in plane.spread(53, 0.0):
        plane.box(x + 14 * u, 24 * u, 34 * u, 58 * u, wall, 1)
        plane.box(x + 15 * u, 25 * u, 33 * u, 57 * u, wall, 3)
        plane.box(x + 16 * u, 26 * u, 31 * u, 55 * u, wall, 2)
        plane.box(x + 14 * u, 90 * u, 34 * u, 26 * u, wall, 1)
        plane.box(x + 15 * u, 91 * u, 32 * u, 24 * u, wall, 2)
        for k in range(4):
            plane.box(x + 19 * u, (95 + 5 * k) * u, 24 * u, max(1, 1.4 * u), wall, 0)
        plane.stroke(x + 4 * u, 84 * u, x + 10 * u, 0, 9 * u, wall, 2)
        plane.stroke(x + 4 * u, 84 * u, x, h, 9 * u, wall, 2)
    plane.box(0, 0, plane.width, 10 * u, wall, 1)
    plane.box(0, 84 * u, plane.width, 4 * u, wall, 3)
    plane.box(0, 88 * u, plane.width, max(1, u), wall, 0)
    for x in plane.spread(80, 0.0):
        plane.box(x, 10 * u, 54 * u, 3 * u, strip, 4)
        plane.box(x, 13 * u, 54 * u, max(1, u), wall, 4)
        plane.glow(x + 27 * u, 12 * u, 40 * u, 0.25)
    plane.box(0, h - (floors.DEPTH + 8) * u, plane.width, 8 * u, wall, 1)
    floor(plane)


def concrete(plane: Plane, floor: Floor = floors.concrete, *, stripe: str | None = None) -> None:
    """Cast concrete: the marks of its boards and bolts, a painted stripe where `stripe` names its colour."""
    u, h = plane.unit, plane.height
    plane.ink[:] = plane.code("wall") + 2
    for x in plane.spread(26, 0.9):
        plane.box(x, 0, (2 + 4 * plane.rng.random()) * u, (30 + 80 * plane.rng.random()) * u, "wall", 3)
    for x in plane.spread(64, 0.0):
        plane.box(x, 0, max(1, u), h, "wall", 1)
        plane.box(x + max(1, u), 0, max(1, u), h, "wall", 3)
        for y in (24, 66, 108):
            for dx in (8, 54):
                plane.ellipse(x + dx * u, y * u, 1.6 * u, 1.6 * u, "wall", 1, flat=True)
    for y in (44, 86):
        plane.box(0, y * u, plane.width, max(1, u), "wall", 1)
    if stripe is not None:
        plane.box(0, h - 74 * u, plane.width, 6 * u, stripe, 2)
    floors.skirting(plane, "wall", 4, 1)
    floor(plane)
