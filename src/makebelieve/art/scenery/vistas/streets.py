"""Streets, roads, yards and sites of work: house fronts, rails, hangars, cranes."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery import growth, relief, settlements
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane
from makebelieve.art.scenery.vistas import pieces


def street(p: Plane, n: int) -> None:
    """A city's street: towers far off, tall fronts with shops, pavement and lamps."""
    if n == 0:
        settlements.skyline(p, 90, 150, wall="wall")
    elif n == 1:
        pieces.fronts(p, 30, 62, 96, walls=("wall3", "wall2", "plaster"), roof=None, shops=True, wide=46)
    else:
        settlements.lamps(p, pieces.level(p, 24), 110)
        _pavement(p)


def _pavement(p: Plane, road: str = "asphalt") -> None:
    """Pavement with a kerb, the road before it."""
    pieces.paving(p, 31, "stone", across=30)
    p.box(0, p.height - 15 * p.unit, p.width, 15 * p.unit, road, 2)
    p.box(0, p.height - 16 * p.unit, p.width, 3 * p.unit, "stone", 4)


def lane(p: Plane, n: int) -> None:
    """A street of old houses with cobbles, that may stand in any age before ours."""
    if n == 0:
        pieces.town(p, 40, 44, 70)
    elif n == 1:
        pieces.fronts(p, 28, 44, 72, walls=("plaster", "wall3", "plaster2"), wide=40)
    else:
        settlements.lamps(p, pieces.level(p, 22), 170)
        pieces.paving(p, 29, "stone", across=14)


def gaslit(p: Plane, n: int) -> None:
    """A street of brick houses under gas lamps."""
    if n == 0:
        pieces.town(p, 40, 48, 76)
    elif n == 1:
        pieces.fronts(p, 28, 56, 80, walls=("wall3", "brick"), wide=42)
    else:
        settlements.lamps(p, pieces.level(p, 22), 80)
        settlements.fence(p, pieces.level(p, 26), 6, wood="iron")
        pieces.paving(p, 26, "stone", across=14)


def shops(p: Plane, n: int) -> None:
    """The high street of a small town: low houses with shops, trees, benches."""
    if n == 0:
        relief.hills(p, "grass2", 50, 56)
        pieces.town(p, 50, 24, 44)
    elif n == 1:
        pieces.fronts(p, 30, 42, 54, walls=("plaster", "wall3", "plaster2"), shops=True, wide=46)
    else:
        growth.trees(p, pieces.level(p, 29), 160, 46)
        pieces.benches(p, 25, 210)
        _pavement(p)


def square(p: Plane, n: int) -> None:
    """A paved square with a fountain among house fronts."""
    if n == 0:
        pieces.town(p, 44, 40, 70)
    elif n == 1:
        pieces.fronts(p, 42, 36, 50, walls=("plaster", "wall3", "plaster2"), wide=38)
        growth.earth(p, pieces.level(p, 43), "stone", rough=False)
        pieces.stand(p, 28, 320, (70, _fountain))
    else:
        settlements.lamps(p, pieces.level(p, 20), 210)
        pieces.benches(p, 20, 160)
        pieces.paving(p, 24, "stone")


def _fountain(s: Spot) -> None:
    s.block(0, 0, 70, 9, "stone", 2)
    s.box(-2, 8, 74, 3, "stone", 4)
    s.box(3, 9, 64, 2, "glass", 3)
    s.block(31, 9, 8, 20, "stone", 2)
    s.ball(35, 29, 17, 4, "stone", 3)
    for side in (-1, 1):
        for k in range(3):
            s.line(35 + side * (3 + 5 * k), 34 - k, 35 + side * (8 + 8 * k), 12, 1, "glass", 4)
    s.line(35, 30, 35, 42, 2, "glass", 4)


def busstop(p: Plane, n: int) -> None:
    """A shelter with a bench and a sign at the edge of a road."""
    if n == 0:
        relief.hills(p, "grass2", 44, 52)
        pieces.town(p, 46, 22, 40)
    elif n == 1:
        growth.trees(p, pieces.level(p, 36), 70, 46, leaf="leaf2")
        growth.earth(p, pieces.level(p, 37), "grass2", rough=False)
        pieces.stand(p, 29, 320, (92, _shelter), jitter=0.0)
    else:
        _pavement(p)


def _shelter(s: Spot) -> None:
    s.box(4, 4, 74, 42, "glass", 2)
    for k in range(3):
        s.line(10 + 22 * k, 10, 22 + 22 * k, 40, 1.4, "glass", 4)
    for x in (3, 27, 52, 77):
        s.box(x, 0, 2.4, 48, "iron", 1)
    s.block(0, 46, 84, 5, "iron", 2)
    s.block(12, 12, 54, 3, "timber", 3)
    for x in (16, 60):
        s.box(x, 0, 2, 12, "iron", 1)
    s.box(90, 0, 2.4, 54, "iron", 1)
    s.ball(91, 58, 8, 8, "flag", 2)
    s.block(87, 55, 8, 5, "cream", 4)


def filling(p: Plane, n: int) -> None:
    """A canopy over petrol pumps beside a road."""
    if n == 0:
        relief.hills(p, "grass2", 50, 50)
        growth.canopy(p, p.line(56, 64, 4), 16, 7, leaf="leaf2")
    elif n == 1:
        pieces.stand(p, 29, 320, (170, _canopy), jitter=0.0)
        growth.earth(p, pieces.level(p, 31), "stone", rough=False)
    else:
        growth.earth(p, pieces.level(p, 25), "asphalt", rough=False)
        for x in p.spread(44, 0.0):
            p.box(x, p.height - 9 * p.unit, 22 * p.unit, max(1, 1.6 * p.unit), "cream", 3)


def _canopy(s: Spot) -> None:
    s.block(104, 0, 66, 36, "cream", 2)
    s.box(110, 4, 40, 22, "window", 2)
    s.block(153, 0, 12, 26, "door", 2)
    for x in (14, 84):
        s.block(x, 0, 5, 56, "iron", 2)
    s.block(0, 54, 104, 10, "flag", 2)
    s.box(0, 60, 104, 3, "cream", 4)
    for x in (30, 60):
        s.block(x, 0, 14, 27, "flag", 2)
        s.box(x + 2, 15, 10, 8, "glass", 3)
        s.line(x + 14, 20, x + 17, 8, 1.2, "iron", 0)
    s.box(20, 52, 20, 2, "lamp", 4)
    s.box(62, 52, 20, 2, "lamp", 4)


def road(p: Plane, n: int) -> None:
    """A country road: verges, a signpost, hedges and fields beyond. No wheel says in what age."""
    if n == 0:
        relief.hills(p, "grass2", 58, 52)
        growth.canopy(p, p.line(54, 64, 4), 22, 7, leaf="leaf2")
    elif n == 1:
        growth.trees(p, p.line(40, 44, 2), 100, 46, leaf="leaf2")
        growth.canopy(p, p.line(38, 40, 2), 10, 6, leaf="leaf2")
        growth.earth(p, p.line(34, 38, 2), "grass2")
    else:
        growth.earth(p, p.line(28, 31, 2))
        pieces.stand(p, 26, 320, (30, pieces.signpost))
        growth.tufts(p, p.line(26, 30, 2), gap=10)
        growth.earth(p, pieces.level(p, 22), "path", rough=False)
        for y in (15, 6):
            p.box(0, p.height - y * p.unit, p.width, max(1, 2 * p.unit), "path", 1)
        for x in p.spread(26, 1.0):
            p.ellipse(x, p.height - (2 + 16 * p.rng.random()) * p.unit, 2.4 * p.unit, p.unit, "path", 3, flat=True)


def motorway(p: Plane, n: int) -> None:
    """Asphalt with lines, a crash barrier, tall lamps, a sign."""
    if n == 0:
        relief.hills(p, "grass2", 50, 50)
        growth.canopy(p, p.line(52, 60, 4), 18, 7, leaf="leaf2")
    elif n == 1:
        pieces.stand(p, 34, 160, (60, _mast), (70, _gantry), jitter=0.1)
        growth.earth(p, p.line(34, 38, 2), "grass2")
        p.box(0, p.height - 36 * p.unit, p.width, 4 * p.unit, "iron", 3)
        for x in p.spread(24, 0.0):
            p.box(x, p.height - 36 * p.unit, 2 * p.unit, 10 * p.unit, "iron", 1)
    else:
        growth.earth(p, pieces.level(p, 28), "asphalt", rough=False)
        p.box(0, p.height - 26 * p.unit, p.width, max(1, 1.4 * p.unit), "cream", 4)
        for x in p.spread(54, 0.0):
            p.box(x, p.height - 13 * p.unit, 28 * p.unit, max(1, 2.2 * p.unit), "cream", 4)


def _mast(s: Spot) -> None:
    s.box(29, 0, 2.4, 88, "iron", 2)
    for side in (-1, 1):
        s.line(30, 88, 30 + side * 20, 94, 1.6, "iron", 2)
        s.box(30 + side * 22 - 5, 92, 10, 3, "lamp", 4)


def _gantry(s: Spot) -> None:
    s.box(33, 0, 3, 52, "iron", 2)
    s.block(0, 46, 70, 28, "petal2", 1)
    s.box(2, 48, 66, 24, "sign", 2)
    for y, w in ((64, 40), (58, 52), (52, 30)):
        s.box(8, y, w, 2.6, "cream", 4)


def railway(p: Plane, n: int) -> None:
    """Tracks, a signal, wagons on a siding."""
    if n == 0:
        relief.hills(p, "grass2", 44, 54)
        pieces.town(p, 46, 20, 38)
    elif n == 1:
        growth.trees(p, pieces.level(p, 38), 90, 38, leaf="leaf2")
        pieces.stand(p, 33, 106, (80, _wagon), (30, _signal), jitter=0.1)
        growth.earth(p, pieces.level(p, 36), "grass2", rough=False)
        p.box(0, p.height - 33 * p.unit, p.width, 2 * p.unit, "iron", 2)
    else:
        growth.earth(p, pieces.level(p, 28), "gravel")
        for x in p.spread(13, 0.0):
            p.stroke(x, p.height - 23 * p.unit, x - 5 * p.unit, p.height - 8 * p.unit, 4 * p.unit, "timber", 1)
        for y, w in ((22, 1.8), (10, 2.6)):
            p.box(0, p.height - y * p.unit, p.width, w * p.unit, "iron", 3)
            p.box(0, p.height - (y - w) * p.unit, p.width, max(1, p.unit), "iron", 0)


def _wagon(s: Spot) -> None:
    s.block(2, 8, 76, 28, "flag", 2)
    for k in range(9):
        s.box(6 + 8 * k, 8, 1, 28, "flag", 1)
    s.box(30, 9, 20, 25, "flag", 3)
    s.box(0, 35, 80, 3, "iron", 2)
    s.box(0, 6, 80, 3, "iron", 0)
    for x in (14, 26, 54, 66):
        s.ball(x, 4, 5, 5, "iron", 1)


def _signal(s: Spot) -> None:
    s.box(14, 0, 2.4, 70, "iron", 1)
    s.block(15, 58, 18, 6, "flag", 3)
    s.box(28, 58, 2.4, 6, "cream", 4)
    s.ball(12, 60, 3, 3, "lamp", 3)
    s.box(10, 0, 1, 60, "iron", 0)


def site(p: Plane, n: int) -> None:
    """A house half built: scaffolding, a crane, boards, a heap of sand."""
    if n == 0:
        pieces.town(p, 40, 24, 50)
        pieces.stand(p, 34, 210, (90, pieces.crane))
    elif n == 1:
        pieces.stand(p, 30, 320, (150, _shell), jitter=0.1)
        growth.earth(p, pieces.level(p, 32), "path")
    else:
        pieces.stand(p, 22, 106, (50, _heap), (16, pieces.crate), (44, _hoarding), jitter=0.2)
        growth.earth(p, p.line(22, 25, 2), "path")


def _shell(s: Spot) -> None:
    for j in range(3):
        s.block(6, 26 * j, 138, 4, "wall", 3)
        for k in range(7):
            s.block(8 + 22 * k, 26 * j + 4, 5, 22, "wall", 2)
    s.block(6, 0, 46, 50, "brick", 2)
    for x in (14, 34):
        s.box(x, 28, 9, 14, "wall", 0)
        s.box(x, 6, 9, 14, "wall", 0)
    for k in range(8):
        s.box(2 + 21 * k, 0, 1.2, 88, "iron", 2)
    for j in range(4):
        s.box(0, 20 + 22 * j, 150, 2, "timber", 3)
    for k in range(4):
        s.line(2 + 42 * k, 0, 23 + 42 * k, 42, 0.9, "iron", 2)


def _heap(s: Spot) -> None:
    s.mass([(12, 2, 12), (25, 6, 16), (38, 2, 12)], "sand", leafy=0.3, squash=0.8)
    s.line(34, 8, 44, 36, 1.6, "timber", 2)


def _hoarding(s: Spot) -> None:
    for k in range(2):
        s.gable(8 + 26 * k, 0, 6, 15, "awning", 2)
        s.box(4 + 26 * k, 4, 8, 2.4, "cream", 4)


def airfield(p: Plane, n: int) -> None:
    """A runway, a hangar, a tower, a small aeroplane."""
    if n == 0:
        relief.hills(p, "grass2", 26, 50, rough=0.3)
    elif n == 1:
        pieces.stand(p, 34, 106, (90, _hangar), (30, _tower), (80, _plane), jitter=0.1)
        growth.earth(p, pieces.level(p, 36), "grass2", rough=False)
    else:
        growth.earth(p, pieces.level(p, 27), "asphalt", rough=False)
        for x in p.spread(64, 0.0):
            p.box(x, p.height - 13 * p.unit, 34 * p.unit, max(1, 2.6 * p.unit), "cream", 4)
        for x in p.spread(40, 0.0):
            p.ellipse(x, p.height - 26 * p.unit, 1.8 * p.unit, 1.6 * p.unit, "lamp", 3)


def _hangar(s: Spot) -> None:
    s.shape(0, 0, 90, 46, lambda x, y: np.where(((x - 45) / 45) ** 2 + (y / 46) ** 2 < 1, np.where(x % 7 < 1, 1, 2), -1), "iron")
    s.box(18, 0, 54, 28, "wall", 0)
    s.box(18, 0, 20, 28, "wall", 2)


def _tower(s: Spot) -> None:
    s.block(9, 0, 12, 56, "cream", 2)
    s.block(2, 56, 26, 12, "glass", 2)
    s.box(1, 67, 28, 3, "cream", 3)
    s.box(14, 70, 1.2, 14, "iron", 1)
    s.ball(14.6, 84, 1.8, 1.8, "flag", 3)


def _plane(s: Spot) -> None:
    s.shape(
        2,
        8,
        74,
        15,
        lambda x, y: np.where(((x - 40) / 36) ** 2 + ((y - 15) / (7 - 0.03 * x)) ** 2 < 1, np.where(y > 16, 3, 2), -1),
        "cream",
    )
    s.shape(0, 14, 16, 20, lambda x, y: np.where((x > (y - 14) * 0.3) & (x < 15 - (y - 14) * 0.4), 2, -1), "flag")
    s.block(24, 21, 34, 3, "flag", 2)
    s.box(38, 16, 10, 4, "glass", 3)
    s.box(76, 4, 1.6, 20, "iron", 2)
    for x in (30, 56):
        s.box(x, 3, 1.4, 6, "iron", 1)
        s.ball(x + 0.7, 2.6, 2.8, 2.8, "iron", 0)


def launchpad(p: Plane, n: int) -> None:
    """A rocket beside its tower."""
    if n == 0:
        relief.hills(p, "grass2", 20, 46, rough=0.3)
    elif n == 1:
        pieces.stand(p, 32, 320, (90, _rocket), (30, _tower), jitter=0.0)
        growth.earth(p, pieces.level(p, 34), "wall", rough=False)
    else:
        pieces.railing(p, 24, height=14, gap=14)
        growth.earth(p, pieces.level(p, 25), "asphalt", rough=False)


def _rocket(s: Spot) -> None:
    for x in (56, 74):
        s.box(x, 0, 2.4, 112, "flag", 2)
    for k in range(9):
        s.line(57, 12 * k, 75, 12 * k + 12, 1, "flag", 1)
        s.box(56, 12 * k, 20, 1.4, "flag", 3)
    for y in (50, 84):
        s.box(38, y, 20, 3, "flag", 2)
    s.block(18, 10, 22, 84, "cream", 3)
    s.shape(18, 93, 22, 28, lambda x, y: np.where(np.abs(x - 29) < 11 * np.sqrt(np.clip(1 - (y - 93) / 28, 0, 1)), np.where(x < 28, 3, 2), -1), "cream")  # fmt: skip
    s.box(18, 66, 22, 5, "flag", 2)
    s.ball(29, 84, 4, 4, "glass", 2)
    for side in (-1, 1):
        s.line(29 + side * 10, 34, 29 + side * 20, 8, 6, "flag", 2)
    s.gable(29, 2, 9, 12, "iron", 1)
    s.block(6, 0, 74, 4, "iron", 1)


def frontier(p: Plane, n: int) -> None:
    """A street of boards with false fronts in a dry land, a water trough, a rail for horses."""
    if n == 0:
        relief.mesas(p, height=66, foot=44)
    elif n == 1:
        pieces.fronts(p, 30, 36, 54, walls=("board", "board2", "board"), roof=None, wide=46)
        p.box(0, p.height - 33 * p.unit, p.width, 5 * p.unit, "board", 3)
        growth.earth(p, pieces.level(p, 29), "sand2", rough=False)
    else:
        pieces.stand(p, 22, 160, (50, _hitch), (34, _trough))
        growth.earth(p, p.line(22, 24, 2), "sand", rough=False)
        growth.tufts(p, p.line(10, 18, 4), "reed", 60, 6)


def _hitch(s: Spot) -> None:
    for x in (4, 42):
        s.block(x, 0, 4, 20, "board", 1)
    s.block(0, 16, 50, 4, "board", 3)


def _trough(s: Spot) -> None:
    s.block(0, 2, 34, 11, "board", 2)
    s.box(2, 11, 30, 2, "glass", 3)
    for x in (2, 28):
        s.box(x, 0, 4, 4, "board", 0)
