"""Worked and open land: farmyards, crops, vines, beds, meadows, moors, grassland, cliffs, quarries, tree tops."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery import growth, relief, settlements
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field, Plane, fractal
from makebelieve.art.scenery.vistas import pieces


def farmyard(p: Plane, n: int) -> None:
    """A red barn, a silo, bales, hens, a fence."""
    if n == 0:
        relief.hills(p, "grass2", 50, 52)
        growth.canopy(p, p.line(56, 66, 4), 26, 7, leaf="leaf2")
    elif n == 1:
        growth.trees(p, p.line(38, 40, 2), 160, 50, leaf="leaf2")
        pieces.stand(p, 32, 320, (120, _barn), jitter=0.1)
        settlements.fence(p, pieces.level(p, 34))
        growth.earth(p, p.line(31, 34, 2), "grass2")
    else:
        growth.earth(p, p.line(22, 25, 2), "path")
        pieces.stand(p, 18, 106, (40, _bales), (36, _hens), (30, _cart), jitter=0.3)
        growth.tufts(p, p.line(20, 23, 2), gap=26)


def _barn(s: Spot) -> None:
    s.block(88, 0, 22, 72, "iron", 3)
    s.ball(99, 72, 11, 9, "iron", 2)
    s.block(0, 0, 80, 42, "roof", 2)
    for k in range(13):
        s.box(3 + 6 * k, 0, 0.8, 42, "roof", 1)
    s.shape(-4, 40, 88, 30, lambda x, y: np.where(np.abs(x - 40) < np.where(y < 56, 44 - (y - 40) * 0.9, 30 - (y - 56) * 2.1), np.where(np.abs(x - 40) > np.where(y < 56, 40 - (y - 40) * 0.9, 27 - (y - 56) * 2.1), 4, 2), -1), "roof")  # fmt: skip
    s.box(25, 0, 30, 30, "petal3", 0)
    for x in (24, 55):
        s.box(x, 0, 2, 31, "cream", 3)
    s.box(24, 30, 33, 2, "cream", 3)
    s.line(26, 1, 54, 29, 2, "cream", 3)
    s.line(54, 1, 26, 29, 2, "cream", 3)
    s.box(34, 46, 12, 12, "petal3", 0)


def _bales(s: Spot) -> None:
    for x, y in ((0, 0), (20, 0), (10, 12)):
        s.block(x, y, 19, 12, "hay", 3)
        for k in range(3):
            s.box(x + 2, y + 2 + 4 * k, 15, 0.8, "hay", 1)


def _hens(s: Spot) -> None:
    for x, tint in ((4, "cream"), (18, "bark"), (29, "cream")):
        s.ball(x, 5, 4.4, 3.6, tint, 3)
        s.ball(x + 4, 9, 2, 2.2, tint, 3)
        s.box(x + 4, 11, 2, 1.6, "flag", 3)
        s.box(x + 6, 9, 1.6, 1, "petal3", 3)
        s.box(x - 0.6, 0, 1, 2, "petal3", 2)


def _cart(s: Spot) -> None:
    s.block(2, 8, 26, 9, "timber", 2)
    s.line(28, 10, 42, 4, 1.6, "timber", 1)
    s.ball(14, 6, 7, 7, "timber", 1)
    s.ball(14, 6, 4.8, 4.8, "cream", 2, flat=True)
    for k in range(4):
        a = k * np.pi / 4
        s.line(14 - 6 * np.cos(a), 6 - 6 * np.sin(a), 14 + 6 * np.cos(a), 6 + 6 * np.sin(a), 1, "timber", 1)


def crops(p: Plane, n: int) -> None:
    """Ripe corn to the hills, a scarecrow."""
    if n == 0:
        relief.hills(p, "grass2", 46, 54)
        growth.trees(p, p.line(58, 66, 3), 70, 26, leaf="leaf2")
    elif n == 1:
        growth.earth(p, p.line(52, 58, 2), "hay")
        _stalks(p, 44, 13, 4)
        pieces.stand(p, 40, 320, (40, _scarecrow))
        growth.earth(p, pieces.level(p, 40), "hay")
        _stalks(p, 30, 20, 4)
    else:
        _stalks(p, 18, 28, 5)
        growth.earth(p, p.line(18, 20, 2), "path")


def _stalks(plane: Plane, above: float, tall: float, gap: float) -> None:
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.9):
        y, h = plane.height - above * u, tall * u * (0.8 + 0.35 * rng.random())
        lean = (rng.random() - 0.4) * 5 * u
        plane.stroke(x, y, x + lean, y - h, max(1.0, 1.2 * u), "hay", 1)
        plane.ellipse(x + lean, y - h, 1.6 * u, 4 * u, "hay", 3)


def _scarecrow(s: Spot) -> None:
    s.box(19, 0, 2, 36, "trunk", 1)
    s.box(4, 27, 32, 2, "trunk", 1)
    s.block(13, 13, 14, 17, "petal2", 2)
    s.box(5, 25, 10, 5, "petal2", 2)
    s.box(26, 25, 10, 5, "petal2", 1)
    s.ball(20, 35, 5, 5, "cream", 2)
    s.box(12, 38, 16, 2, "timber", 1)
    s.block(15, 40, 10, 5, "timber", 2)


def vineyard(p: Plane, n: int) -> None:
    """Rows of vines up a slope."""
    if n == 0:
        relief.hills(p, "grass2", 56, 56)
        settlements.houses(p, p.line(70, 76, 1), 320, 22)
    elif n == 1:
        for above, size in ((62, 4), (50, 6), (36, 8)):
            growth.earth(p, pieces.level(p, above), "path", rough=False)
            growth.canopy(p, pieces.level(p, above - 2), 9, size, leaf="leaf2")
    else:
        for s in pieces.spots(p, 18, 36, 20, 0.1):
            s.block(9, 0, 3, 34, "timber", 1)
            s.mass([(2, 24, 9), (12, 28, 10), (22, 23, 9)], "leaf")
            for k in range(3):
                s.mass([(2 + 9 * k, 15, 2.6), (3 + 9 * k, 12, 2)], "petal2", leafy=0.2)
        growth.earth(p, p.line(19, 21, 2), "path")
        growth.tufts(p, p.line(14, 18, 2), gap=20)


def allotment(p: Plane, n: int) -> None:
    """Beds of vegetables in rows, a shed, bean poles."""
    if n == 0:
        pieces.town(p, 48, 16, 34)
        growth.canopy(p, p.line(46, 54, 4), 16, 8, leaf="leaf2")
    elif n == 1:
        growth.earth(p, pieces.level(p, 40), "grass2")
        pieces.stand(p, 34, 106, (50, _shed), (60, _beans), jitter=0.1)
        growth.earth(p, pieces.level(p, 34), "path")
    else:
        for above in (26, 18):
            for s in pieces.spots(p, above, 17, 12, 0.2):
                s.mass([(3, 2, 5), (9, 2, 5)], "leaf" if above > 20 else "leaf3", leafy=0.8)
                if s.mirrored:
                    s.ball(6, 5, 2.6, 2.4, "flag", 2)
            growth.earth(p, pieces.level(p, above), "path")


def _shed(s: Spot) -> None:
    s.block(4, 0, 42, 28, "timber", 2)
    for k in range(8):
        s.box(6 + 5 * k, 0, 0.8, 28, "timber", 1)
    s.gable(25, 27, 26, 13, "roof", 2)
    s.block(10, 0, 12, 22, "timber", 3)
    s.box(28, 12, 11, 9, "window", 2)


def _beans(s: Spot) -> None:
    for k in range(4):
        x = 6 + 14 * k
        s.line(x, 0, x + 6, 34, 1.2, "timber", 2)
        s.line(x + 12, 0, x + 6, 34, 1.2, "timber", 1)
        s.mass([(x + 3, 10, 5), (x + 9, 12, 5), (x + 6, 22, 5)], "leaf")


def meadow(p: Plane, n: int) -> None:
    """Grass and flowers under a wide sky."""
    if n == 0:
        relief.mountains(p, height=60, foot=54, snow=0.8)
        relief.hills(p, "grass2", 34, 48)
    elif n == 1:
        growth.trees(p, p.line(42, 50, 2), 210, 44, leaf="leaf2")
        growth.earth(p, p.line(40, 48, 2), "grass2")
    else:
        ground = p.line(20, 30, 2)
        growth.earth(p, ground)
        growth.tufts(p, ground, gap=5, height=7)
        growth.flowers(p, ground + 3 * p.unit, 12, 11)
        growth.flowers(p, ground + 12 * p.unit, 22, 9)


def moor(p: Plane, n: int) -> None:
    """Open hills of heather, boulders, a cairn."""
    if n == 0:
        relief.hills(p, "grass2", 64, 52)
    elif n == 1:
        relief.hills(p, "heather", 26, 40)
        pieces.stand(p, 40, 320, (30, _cairn))
        growth.earth(p, p.line(34, 42, 2), "heather")
    else:
        ground = p.line(18, 28, 2)
        for s in pieces.spots(p, 20, 90, 30, 0.9):
            s.mass([(10, 4, 9), (20, 2, 7)], "rock", leafy=0.2, squash=0.8)
        growth.earth(p, ground)
        growth.tufts(p, ground, gap=6, height=6)
        growth.canopy(p, ground + 8 * p.unit, 40, 5, leaf="heather")


def _cairn(s: Spot) -> None:
    for k in range(5):
        s.ball(15, 3 + 5.4 * k, 11 - 2 * k, 3.6, "rock", 2 + k % 2)


def grassland(p: Plane, n: int) -> None:
    """Dry grass to the horizon."""
    if n == 0:
        relief.hills(p, "straw2", 16, 50, rough=0.3)
    elif n == 1:
        growth.earth(p, p.line(44, 48, 2), "straw2")
        growth.tufts(p, p.line(42, 48, 2), "straw2", 6, 7)
    else:
        ground = p.line(22, 27, 2)
        growth.tufts(p, ground, "straw", 4, 15)
        growth.earth(p, ground, "straw")
        growth.tufts(p, ground + 10 * p.unit, "straw", 7, 9)


def savanna(p: Plane, n: int) -> None:
    """Tall dry grass, umbrella trees, a water hole."""
    if n == 1:
        for s in pieces.spots(p, 42, 120, 80, 0.5):
            s.line(40, 0, 36, 30, 5, "bark", 2, 3)
            for x in (14, 66):
                s.line(36, 24, x, 42, 2.4, "bark", 2, 1)
            s.mass([(10 + 12 * k, 44 + 2 * (k % 3), 10) for k in range(6)], "leaf2", squash=0.5)
        growth.earth(p, p.line(42, 46, 2), "straw2")
        for s in pieces.spots(p, 36, 320, 90, 0.2):
            s.ball(45, 0, 46, 5, "water", 2, flat=True)
            s.ball(38, 1, 20, 1.2, "water", 4, flat=True)
    else:
        grassland(p, n)


def cliff(p: Plane, n: int) -> None:
    """The top of a cliff: turf to the edge, the sea far below, a headland."""
    if n == 0:
        relief.sea(p, 74)
        settlements.ship(p, p.height - 74 * p.unit, 600)
    elif n == 1:
        for s in pieces.spots(p, 20, 320, 170, 0.1):
            _headland(s, fractal(1, 180, 9, 1, 3, p.rng)[0])
        relief.sea(p, 40, material="water2")
    else:
        ground = p.line(22, 34, 1)
        for s in pieces.spots(p, 22, 110, 30, 0.8):
            s.mass([(10, 3, 8), (19, 1, 6)], "rock", leafy=0.2, squash=0.8)
        growth.earth(p, ground)
        growth.tufts(p, ground, gap=6, height=6)
        growth.flowers(p, ground + 6 * p.unit, 50, 8)


def _headland(s: Spot, rough: Field) -> None:
    """Rock that falls to the sea under a rim of turf."""

    def top(x: Field) -> Field:
        return np.asarray(64 - 0.02 * np.maximum(0, x - 20) ** 1.6)

    def rock(x: Field, y: Field) -> Field:
        row, column = np.clip(y, 0, 179).astype(int), np.clip(x, 0, 179).astype(int)
        return np.where((y < top(x)) & (x > 6 * rough[row]), np.where((x * 0.7 + 30 * rough[column]) % 13 < 3, 1, 2), -1)

    s.shape(0, 0, 170, 66, rock, "rock2")
    s.shape(0, 40, 170, 30, lambda x, y: np.where(np.abs(y - top(x)) < 2.6, 3, -1), "grass2")


def _steps(plane: Plane, rows: tuple[tuple[float, float], ...], face: str, tread: str, growing: bool) -> None:
    """Steps cut in a slope: (foot, height) of each in design pixels above the bottom, the upper ones first."""
    u = plane.unit
    grain = fractal(plane.height, plane.width, max(3, round(plane.width / (14 * u))), 9, 2, plane.rng)
    for foot, tall in rows:
        edge = plane.line(foot + tall - 2, foot + tall + 2, 4)
        wall = plane.y >= np.floor(edge)[None, :]
        plane.ink = np.where(wall, plane.code(face) + np.clip((grain * 4).astype(np.int64), 0, 3), plane.ink).astype(np.uint8)
        growth.earth(plane, pieces.level(plane, foot), tread, rough=growing)
        if growing:
            growth.tufts(plane, edge + u, tread, 9, 6)


def terraces(p: Plane, n: int) -> None:
    """A hillside in green steps with walls of stone."""
    if n == 0:
        relief.mountains(p, "rock", 70, 90, cap=None)
        _steps(p, ((92, 14), (78, 12)), "stone", "grass2", True)
    elif n == 1:
        _steps(p, ((60, 14), (42, 14)), "stone", "grass2", True)
    else:
        growth.trees(p, pieces.level(p, 22), 320, 62)
        _steps(p, ((20, 10),), "stone", "grass", True)


def quarry(p: Plane, n: int) -> None:
    """Walls of cut stone in steps, blocks, a crane."""
    if n == 0:
        growth.canopy(p, p.line(120, 128, 4), 12, 8, leaf="leaf2")
        _steps(p, ((96, 26), (70, 24)), "stone", "path", False)
    elif n == 1:
        _steps(p, ((40, 26),), "stone", "path", False)
        pieces.stand(p, 34, 320, (90, lambda s: pieces.crane(s, "petal3")))
    else:
        for s in pieces.spots(p, 20, 80, 40, 0.6):
            s.block(0, 0, 20, 13, "stone", 3)
            s.block(22, 0, 14, 9, "stone", 2)
            if s.mirrored:
                s.block(6, 13, 15, 9, "stone", 3)
        growth.earth(p, p.line(20, 24, 2), "path")


def paddy(p: Plane, n: int) -> None:
    """Fields under water in which rows of green blades stand, banks of mud between."""
    if n == 0:
        relief.mountains(p, "leaf3", 60, 58, cap=None)
        growth.palms(p, p.line(58, 62, 2), 120, 30, leaf="leaf2")
    elif n == 1:
        growth.earth(p, pieces.level(p, 60), "water", rough=False)
        for above in (56, 48, 39, 30):
            growth.tufts(p, pieces.level(p, above), "grass2", 12, 8)
        for above in (52, 34):
            p.box(0, p.height - above * p.unit, p.width, 3 * p.unit, "path", 2)
    else:
        growth.tufts(p, pieces.level(p, 24), "grass", 10, 10)
        growth.earth(p, p.line(19, 22, 2), "path")


def treetop(p: Plane, n: int) -> None:
    """A platform of planks with a rope rail among the crowns of trees."""
    if n == 0:
        growth.canopy(p, p.line(60, 96, 5), 13, 13, leaf="leaf3")
    elif n == 1:
        growth.giants(p, pieces.level(p, 20), 110, leaf="leaf2")
        growth.canopy(p, p.line(30, 48, 5), 14, 12, leaf="leaf2")
    else:
        for s in pieces.spots(p, 22, 64, 10, 0.0):
            s.block(3, 0, 4, 26, "timber", 2)
        for k in (13, 23):
            p.box(0, p.height - (22 + k) * p.unit, p.width, max(1, 1.4 * p.unit), "rope", 2)
        pieces.planks(p, 23)
