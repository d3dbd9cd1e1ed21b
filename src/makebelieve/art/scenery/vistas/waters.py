"""Places by the water with ground to stand on: quays, piers, decks, boats, beaches, banks, falls."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery import depths, growth, relief, settlements
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field, Plane, fractal
from makebelieve.art.scenery.vistas import pieces


def _open_sea(p: Plane, top: float = 70) -> None:
    relief.mountains(p, "leaf2", 26, top - 6, cap=None, count=3)
    relief.sea(p, top)
    settlements.ship(p, p.height - top * p.unit, 300)


def quay(p: Plane, n: int) -> None:
    """A stone quay: bollards, crates, lamps; boats moored before the houses across the harbour."""
    if n == 0:
        relief.hills(p, "leaf2", 30, 62)
        pieces.fronts(p, 60, 14, 30, walls=("plaster", "wall3"), wide=22)
        p.box(0, p.height - 62 * p.unit, p.width, 5 * p.unit, "stone", 1)
        relief.sea(p, 58)
    elif n == 1:
        pieces.stand(
            p, 34, 92, (58, pieces.boat), (58, lambda s: pieces.boat(s, "flag")), (58, lambda s: pieces.boat(s, "leaf3", mast=False))
        )
        relief.sea(p, 34, material="water2")
    else:
        settlements.lamps(p, pieces.level(p, 21), 170)
        pieces.stand(p, 20, 54, (10, pieces.bollard), (16, pieces.crate), (10, pieces.bollard), (34, _nets))
        pieces.paving(p, 22, "stone")


def _nets(s: Spot) -> None:
    s.mass([(8, 3, 6), (17, 5, 8), (26, 3, 6)], "rope", leafy=1.0, squash=0.7)
    for k in range(4):
        s.ball(6 + 7 * k, 6 + 3 * (k % 2), 1.8, 1.8, "flag", 3)


def shipyard(p: Plane, n: int) -> None:
    """A hull on the slip between cranes."""
    if n == 0:
        relief.hills(p, "leaf2", 22, 62)
        relief.sea(p, 60)
        pieces.stand(p, 50, 210, (90, pieces.crane))
    elif n == 1:
        pieces.stand(p, 32, 320, (150, _hull))
        growth.earth(p, pieces.level(p, 34), "path", rough=False)
    else:
        pieces.stand(p, 19, 70, (16, pieces.crate), (10, pieces.bollard), (40, _timber))
        pieces.paving(p, 21, "stone")


def _hull(s: Spot) -> None:
    for x in (20, 52, 84, 116):
        s.block(x, 0, 7, 12, "timber", 1)
        s.line(x - 8, 0, x + 2, 30, 2, "timber", 2)
    s.shape(0, 8, 150, 62, lambda x, y: np.where((x > 8 + (66 - y) * 0.3) & (x < 148 - (66 - y) ** 2 * 0.012) & (y < 60 + 0.0016 * (x - 70) ** 2), np.where(y < 26, 1, np.where(y % 8 < 1, 1, 2)), -1), "flag")  # fmt: skip
    for x in (38, 60, 82, 104):
        s.ball(x, 50, 3, 3, "cream", 3)
        s.ball(x, 50, 1.8, 1.8, "iron", 0, flat=True)


def _timber(s: Spot) -> None:
    for k in range(3):
        s.box(2 * k, 4 * k, 40 - 4 * k, 3.4, "timber", 3 - k % 2)


def pier(p: Plane, n: int) -> None:
    """Boards over the sea: a railing, lamps, a pavilion at the end."""
    if n == 0:
        _open_sea(p)
    elif n == 1:
        relief.sea(p, 44, material="water2")
        pieces.stand(p, 30, 320, (96, _pavilion))
    else:
        settlements.lamps(p, pieces.level(p, 22), 106)
        pieces.railing(p, 22, height=20, material="cream", gap=6)
        pieces.benches(p, 18, 160)
        pieces.planks(p, 23)


def _pavilion(s: Spot) -> None:
    for x in range(4, 96, 12):
        s.box(x, 0, 2, 16, "timber", 1)
    s.block(0, 14, 96, 4, "timber", 2)
    s.block(14, 18, 68, 22, "cream", 2)
    for k in range(5):
        s.box(19 + 13 * k, 21, 7, 14, "window", 2)
    s.shape(10, 39, 76, 14, lambda x, y: np.where(np.abs(x - 48) < 38 - (y - 39) * 1.2, np.where((x // 6) % 2 < 1, 2, 3), -1), "roof")
    s.ball(48, 53, 14, 9, "roof", 2)
    s.box(47.4, 60, 1.4, 12, "iron", 1)
    s.box(48.6, 66, 9, 5, "flag", 3)


def beach(p: Plane, n: int) -> None:
    """Sand, shells, a boat drawn up, the surf; dunes with grass."""
    if n == 0:
        _open_sea(p, 66)
    elif n == 1:
        relief.sea(p, 48, material="water2")
        foam = p.line(33, 37, 5)
        growth.earth(p, foam, "cream", rough=False)
        growth.earth(p, foam + 2.4 * p.unit, "sand2", rough=False)
    else:
        pieces.stand(p, 24, 320, (58, lambda s: pieces.boat(s, "flag", mast=False)))
        growth.earth(p, p.line(22, 29, 2), "sand", rough=False)
        growth.tufts(p, p.line(16, 27, 3), "reed", 26, 9)
        for s in pieces.spots(p, 9, 44, 6, 0.9):
            s.ball(3, 0, 2.6, 1.6, ("petal2", "cream", "flag")[int(p.rng.random() * 3)], 3)


def mudflat(p: Plane, n: int) -> None:
    """Wet sand and pools as far as the sea, posts, birds."""
    if n == 0:
        _open_sea(p, 74)
        growth.earth(p, pieces.level(p, 64), "sand2", rough=False)
    elif n == 1:
        growth.earth(p, p.line(46, 50, 3), "sand2", rough=False)
        for s in pieces.spots(p, 40, 60, 40, 1.0):
            s.ball(20, 0, 26, 2.6, "water", 3, flat=True)
        for s in pieces.spots(p, 38, 46, 10, 0.2):
            s.block(4, 0, 3, 14, "timber", 1)
    else:
        growth.earth(p, p.line(26, 30, 2), "sand", rough=False)
        for s in pieces.spots(p, 15, 110, 60, 0.8):
            s.ball(30, 0, 38, 5, "water", 2, flat=True)
            s.ball(28, 1, 20, 1.4, "water", 4, flat=True)
            s.mass([(60, 1, 6), (66, 0, 4)], "rock", leafy=0.3)


def deck(p: Plane, n: int) -> None:
    """The deck of a sailing ship: planks, bulwarks, a mast with shrouds, barrels; the sea around."""
    if n == 0:
        _open_sea(p, 62)
    elif n == 1:
        relief.sea(p, 44, material="water2")
    else:
        u = p.unit
        pieces.stand(p, 22, 320, (110, _mast))
        p.box(0, p.height - 40 * u, p.width, 19 * u, "timber", 2)
        for y in (34, 28):
            p.box(0, p.height - y * u, p.width, max(1, u), "timber", 1)
        for x in p.spread(34, 0.0):
            p.block(x, p.height - 42 * u, 5 * u, 20 * u, "timber", 2)
        p.box(0, p.height - 43 * u, p.width, 4 * u, "timber", 4)
        pieces.stand(p, 17, 110, (34, _barrels), (40, _coil), jitter=0.5)
        pieces.planks(p, 22)


def _mast(s: Spot) -> None:
    s.block(50, 0, 9, 160, "timber", 1)
    s.block(4, 104, 100, 5, "timber", 2)
    s.shape(4, 50, 100, 56, lambda x, y: np.where((np.abs(x - 54) < 46 + 3 * np.sin((y - 50) / 18)), np.where((x + 0.3 * y) % 30 < 4, 2, 3), -1), "sail")  # fmt: skip
    s.block(48, 0, 13, 14, "timber", 2)
    for side in (-1, 1):
        for k in range(3):
            s.line(54, 150, 54 + side * (58 + 9 * k), 20, 0.8, "iron", 1)
        for k in range(7):
            y = 26 + 12 * k
            half = (150 - y) / 130
            s.line(54 + side * 58 * half, y, 54 + side * 76 * half, y, 0.7, "iron", 1)


def _barrels(s: Spot) -> None:
    for x in (0, 17):
        s.block(x, 0, 15, 18, "bark", 3)
        for y in (3, 13):
            s.box(x, y, 15, 1.8, "iron", 2)


def _coil(s: Spot) -> None:
    for k in range(3):
        s.ball(18, 2 + 2.4 * k, 14 - 2 * k, 3, "rope", 3 - k % 2)


def steel(p: Plane, n: int) -> None:
    """The deck of a ship of steel: white rails, a lifeboat, ventilators."""
    if n == 0:
        _open_sea(p, 62)
    elif n == 1:
        relief.sea(p, 44, material="water2")
    else:
        pieces.stand(p, 24, 160, (70, _lifeboat), (22, _cowl), jitter=0.3)
        pieces.railing(p, 23, height=22, material="cream", gap=9)
        p.box(0, p.height - 38 * p.unit, p.width, max(1, 1.6 * p.unit), "cream", 3)
        growth.earth(p, pieces.level(p, 24), "wall", rough=False)
        for x in p.spread(40, 0.0):
            p.box(x, p.height - 22 * p.unit, max(1, p.unit), 22 * p.unit, "wall", 1)
        p.box(0, p.height - 10 * p.unit, p.width, max(1, 2 * p.unit), "petal3", 2)


def _lifeboat(s: Spot) -> None:
    for x in (6, 60):
        s.line(x, 0, x, 46, 3, "cream", 2)
        s.line(x, 46, x + 6, 52, 3, "cream", 2)
    s.shape(2, 22, 66, 16, lambda x, y: np.where(np.abs(x - 35) < 32 - (38 - y) ** 2 * 0.05, np.where(y > 34, 4, np.where(y < 26, 1, 2)), -1), "flag")  # fmt: skip
    s.box(4, 36, 62, 3, "cream", 3)


def _cowl(s: Spot) -> None:
    s.block(6, 0, 9, 26, "cream", 2)
    s.ball(12, 30, 9, 9, "cream", 2)
    s.ball(16, 30, 5.6, 7, "flag", 1, flat=True)


def rig(p: Plane, n: int) -> None:
    """A platform in the sea: a derrick, a crane, steel underfoot."""
    if n == 0:
        relief.sea(p, 66)
        settlements.ship(p, p.height - 66 * p.unit, 600)
    elif n == 1:
        relief.sea(p, 40, material="water2")
        pieces.stand(p, 22, 320, (70, _derrick), (90, lambda s: pieces.crane(s, "petal3")))
    else:
        pieces.stand(p, 23, 120, (22, _cowl), (16, pieces.crate))
        pieces.railing(p, 23, height=20, material="petal3", gap=16)
        growth.earth(p, pieces.level(p, 24), "iron", rough=False)
        for x in p.spread(14, 0.0):
            p.box(x, p.height - 22 * p.unit, max(1, p.unit), 22 * p.unit, "iron", 1)


def _derrick(s: Spot) -> None:
    for side in (-1, 1):
        s.line(35 + side * 24, 0, 35 + side * 5, 124, 3, "flag", 2)
    for k in range(9):
        y, half = 13 * k, 24 - 1.9 * k
        s.line(35 - half, y, 35 + half - 2, y + 13, 1, "flag", 2)
        s.line(35 + half, y, 35 - half + 2, y + 13, 1, "flag", 1)
        s.line(35 - half, y, 35 + half, y, 1.4, "flag", 3)
    s.block(28, 124, 14, 8, "iron", 2)
    s.box(34, 0, 2, 124, "iron", 1)


def boat(p: Plane, n: int) -> None:
    """In a small open boat: the gunwale, a thwart, oars; water on all sides."""
    if n == 0:
        relief.mountains(p, "leaf2", 26, 70, cap=None, count=3)
        relief.sea(p, 76)
    elif n == 1:
        relief.sea(p, 50, material="water2")
        relief.sea(p, 36, material="water3")
    else:
        u = p.unit
        for s in pieces.spots(p, 22, 320, 200, 0.1):
            s.line(20, 8, 150, 26, 3, "plaster", 2)
            s.shape(144, 22, 26, 12, lambda x, y: np.where(np.abs(y - 27 - (x - 150) * 0.14) < 3.4, 3, -1), "plaster")
        p.box(0, p.height - 30 * u, p.width, 12 * u, "timber", 1)
        p.box(0, p.height - 31 * u, p.width, 4 * u, "flag", 3)
        for x in p.spread(46, 0.0):
            p.block(x, p.height - 28 * u, 4 * u, 14 * u, "timber", 2)
        pieces.planks(p, 20)


def lake(p: Plane, n: int) -> None:
    """A lake between wooded banks; reeds, a landing stage."""
    if n == 0:
        relief.mountains(p, height=70, foot=62, snow=0.8)
        growth.canopy(p, p.line(62, 74, 4), 12, 8, leaf="leaf2")
        relief.sea(p, 60)
    elif n == 1:
        pieces.stand(p, 24, 320, (110, _stage))
        growth.reeds(p, pieces.level(p, 26), 16, 20)
    else:
        ground = p.line(19, 26, 2)
        growth.trees(p, ground, 320, 84)
        growth.reeds(p, ground + 2 * p.unit, 26, 22)
        growth.earth(p, ground)
        growth.tufts(p, ground)


def _stage(s: Spot) -> None:
    for x in (12, 40, 68, 96):
        s.box(x, 0, 3, 20, "trunk", 1)
    s.block(0, 15, 110, 4, "trunk", 3)
    s.shape(64, 8, 40, 8, lambda x, y: np.where(np.abs(x - 84) < 18 - (14 - y), np.where(y > 12, 3, 1), -1), "flag")


def river(p: Plane, n: int) -> None:
    """A river with stepping stones between green banks."""
    if n == 0:
        relief.hills(p, "grass2", 46, 60)
        growth.canopy(p, p.line(64, 80, 4), 14, 9, leaf="leaf2")
        growth.earth(p, p.line(58, 62, 2), "grass2")
    elif n == 1:
        relief.sea(p, 54, material="water2", glint=False)
        for number, s in enumerate(pieces.spots(p, 36, 30, 20, 0.4)):
            s.mass([(8, 1 + 5 * (number % 2), 7), (15, 5 * (number % 2), 5)], "rock", leafy=0.2, squash=0.6)
        growth.reeds(p, pieces.level(p, 26), 22, 20)
    else:
        ground = p.line(20, 26, 2)
        growth.trees(p, ground, 320, 80)
        growth.earth(p, ground)
        growth.tufts(p, ground)
        growth.flowers(p, ground + 4 * p.unit, 40, 9)


def canal(p: Plane, n: int) -> None:
    """Still water between stone edges, a narrow boat, a towpath."""
    if n == 0:
        growth.trees(p, p.line(62, 68, 3), 34, 40, leaf="leaf2")
        relief.hills(p, "grass2", 6, 60)
    elif n == 1:
        growth.earth(p, pieces.level(p, 58), "grass2")
        p.box(0, p.height - 52 * p.unit, p.width, 6 * p.unit, "stone", 2)
        p.box(0, p.height - 46 * p.unit, p.width, 30 * p.unit, "water2", 2)
        for x in p.spread(30, 0.9):
            p.box(x, p.height - (44 - 16 * p.rng.random()) * p.unit, 16 * p.unit, max(1, p.unit), "water2", 3)
        pieces.stand(p, 32, 320, (130, _narrow))
    else:
        pieces.stand(p, 20, 110, (10, pieces.bollard))
        p.box(0, p.height - 27 * p.unit, p.width, 5 * p.unit, "stone", 3)
        growth.earth(p, pieces.level(p, 23), "path", rough=False)
        growth.earth(p, p.line(8, 11, 2))
        growth.tufts(p, p.line(8, 11, 2))


def _narrow(s: Spot) -> None:
    s.shape(0, 0, 130, 12, lambda x, y: np.where((x > (12 - y) * 0.9) & (x < 130 - (12 - y) * 0.4), np.where(y > 9, 3, 1), -1), "flag")
    s.block(22, 12, 88, 13, "leaf3", 2)
    for k in range(5):
        s.box(28 + 16 * k, 15, 8, 6, "window", 2)
    s.box(20, 25, 92, 2.4, "cream", 3)
    s.block(96, 27, 3, 8, "iron", 1)
    for k in range(3):
        s.mass([(34 + 18 * k, 29, 3)], ("flag", "petal3", "petal2")[k])


def waterfall(p: Plane, n: int) -> None:
    """Water that comes down a cliff in white ropes into a pool, ferns and wet rock."""
    if n == 0:
        relief.mountains(p, "rock2", 60, 110, cap=None, count=5)
        growth.canopy(p, p.line(112, 122, 5), 11, 9, leaf="leaf2")
        _cliff(p)
    elif n == 1:
        p.box(0, p.height - 40 * p.unit, p.width, 30 * p.unit, "water", 2)
        for x in p.spread(26, 0.9):
            p.box(x, p.height - (38 - 16 * p.rng.random()) * p.unit, 14 * p.unit, max(1, p.unit), "water", 4)
        depths.billows(p, 30, 12, size=5)
        for s in pieces.spots(p, 28, 62, 40, 0.6):
            s.mass([(10, 3, 11), (24, 1, 9), (33, 2, 7)], "rock", leafy=0.25, squash=0.7)
    else:
        ground = p.line(18, 26, 3)
        growth.canopy(p, ground + 2 * p.unit, 54, 9)
        growth.earth(p, ground)
        growth.tufts(p, ground)


def _cliff(plane: Plane) -> None:
    """A wall of rock with the fall before it."""
    u = plane.unit
    top, foot = plane.height - 114 * u, plane.height - 34 * u
    grain = fractal(plane.height, plane.width, max(3, round(plane.width / (18 * u))), 5, 3, plane.rng, ridged=True)
    wall = (plane.y >= top) & (plane.y < foot + 4 * u)
    plane.ink = np.where(wall, plane.code("rock") + np.clip((grain * 5 - 0.6).astype(np.int64), 0, 3), plane.ink).astype(np.uint8)
    for s in pieces.spots(plane, 34, 320, 60, 0.1):
        _fall(s, plane.rng.random(60))
        s.mass([(k * 7 + 4, 1, 6 + 2 * (k % 2)) for k in range(8)], "fall", leafy=0.6, squash=0.7)


def _fall(s: Spot, strand: Field) -> None:
    """White ropes of water, 82 design pixels down."""

    def at(x: Field, y: Field) -> Field:
        one = strand[np.clip(x, 0, 59).astype(int)]
        tone = 2 + (one > 0.4) + (one > 0.7) - ((y + 40 * one) % 26 < 5)
        return np.where(np.abs(x - 30) < 17 + (82 - y) * 0.1, np.clip(tone, 1, 4), -1)

    s.shape(0, 0, 60, 82, at, "fall")


def drowned(p: Plane, n: int) -> None:
    """A street under water to the upper windows, a raft to stand on."""
    if n == 0:
        pieces.town(p, 44, 30, 50)
        relief.sea(p, 48)
    elif n == 1:
        pieces.fronts(p, 40, 40, 62, walls=("plaster", "wall3"))
        relief.sea(p, 44, material="water2")
    else:
        pieces.stand(p, 20, 140, (10, pieces.bollard), (16, pieces.crate))
        pieces.planks(p, 21)
