"""Where people go for pleasure: fairgrounds, playgrounds, zoos, camps, caravans, markets, pitches, arenas."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery import growth, relief, settlements
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane
from makebelieve.art.scenery.vistas import pieces


def fairground(p: Plane, n: int) -> None:
    """A big wheel, striped tents, a carousel, stalls, lights on strings."""
    if n == 0:
        growth.canopy(p, p.line(34, 42, 4), 14, 8, leaf="leaf2")
        pieces.stand(p, 34, 320, (100, _wheel), (120, _coaster))
    elif n == 1:
        pieces.stand(p, 28, 74, (54, pieces.tent), (60, _carousel), (54, lambda s: pieces.tent(s, "petal2")), (46, pieces.stall))
        growth.earth(p, p.line(30, 32, 2), "grass2")
    else:
        _bulbs(p, 92)
        growth.earth(p, p.line(21, 23, 2))
        growth.earth(p, p.line(15, 17, 2), "path", rough=False)


def _bulbs(plane: Plane, high: float) -> None:
    """Strings of lights from pole to pole."""
    u = plane.unit
    poles = [(x, plane.height - high * u) for x in plane.spread(106, 0.0)]
    for x, y in poles:
        plane.box(x - u, y, 2 * u, (high - 20) * u, "timber", 1)
    wide = plane.width / len(poles)
    for number, (x, y) in enumerate(poles):
        for k in range(13):
            at = k / 12
            dip = y + 44 * u * at * (1 - at)
            plane.box(x + at * wide, dip, max(1, wide / 12), max(1, 0.8 * u), "timber", 0)
            if k % 2:
                plane.ellipse(x + at * wide, dip + 2.6 * u, 1.9 * u, 1.9 * u, ("lamp", "awning", "petal3")[(k // 2 + number) % 3], 3)


def _wheel(s: Spot) -> None:
    cx, cy, r = 50.0, 58.0, 46.0
    for side in (-1, 1):
        s.line(cx, cy, cx + side * 26, 0, 3, "iron", 2)
    for k in range(12):
        a = k * np.pi / 6 + 0.2
        s.line(cx, cy, cx + r * np.cos(a), cy + r * np.sin(a), 1, "iron", 2)
    s.shape(cx - r - 2, cy - r - 2, 2 * r + 4, 2 * r + 4, lambda x, y: np.where(np.abs(np.hypot(x - cx, y - cy) - r) < 1.3, 3, np.where(np.abs(np.hypot(x - cx, y - cy) - 0.8 * r) < 0.7, 2, -1)), "awning")  # fmt: skip
    for k in range(12):
        a = k * np.pi / 6 + 0.2
        x, y = cx + r * np.cos(a), cy + r * np.sin(a)
        s.block(x - 4, y - 9, 8, 7, ("flag", "petal2", "petal3")[k % 3], 2)
        s.box(x - 4.6, y - 2, 9.2, 2, "cream", 3)


def _coaster(s: Spot) -> None:
    for k in range(25):
        x = 5.0 * k
        y = 34 + 22 * np.sin(k * 0.55)
        s.line(x, y, x + 5, 34 + 22 * np.sin((k + 1) * 0.55), 2, "flag", 2)
        if k % 2 == 0:
            s.box(x, 0, 1, y, "iron", 2)
    for k in range(3):
        s.block(30 + 9 * k, 49 + 6 - 4 * k, 8, 5, "petal3", 2)


def _carousel(s: Spot) -> None:
    s.block(2, 0, 56, 5, "awning", 2)
    s.box(26, 5, 8, 27, "petal3", 2)
    for k in range(4):
        x = 8 + 13 * k
        s.box(x, 5, 1, 27, "lamp", 3)
        s.ball(x, 14 + 3 * (k % 2), 5, 3, "cream", 3)
        s.line(x + 4, 15 + 3 * (k % 2), x + 6.6, 20 + 3 * (k % 2), 2.4, "cream", 3)
        s.box(x - 3, 8 + 3 * (k % 2), 1, 4, "cream", 2)
        s.box(x + 3, 8 + 3 * (k % 2), 1, 4, "cream", 2)
    for k in range(10):
        s.box(6 * k, 30, 6, 6, ("awning", "cream")[k % 2], 3)
    s.gable(30, 36, 31, 17, "awning", 2)
    s.gable(30, 36, 11, 17, "cream", 3)
    s.box(29.4, 52, 1.2, 8, "iron", 1)


def playground(p: Plane, n: int) -> None:
    """Swings, a slide, a climbing frame, a sandpit; houses behind the trees."""
    if n == 0:
        settlements.houses(p, p.line(46, 52, 2), 60, 24)
        relief.hills(p, "grass2", 14, 44)
    elif n == 1:
        growth.trees(p, p.line(38, 42, 2), 60, 50, leaf="leaf2")
        settlements.fence(p, p.line(36, 38, 1))
        growth.earth(p, p.line(34, 38, 2), "grass2")
    else:
        growth.earth(p, p.line(25, 27, 2))
        pieces.stand(p, 20, 104, (78, _swings), (70, _slide), (60, _frame), jitter=0.1)
        growth.earth(p, p.line(13, 15, 2), "sand", rough=False)


def _swings(s: Spot) -> None:
    for x in (4, 74):
        for side in (-4, 4):
            s.line(x, 62, x + side, 0, 2.2, "flag", 2)
    s.box(3, 61, 72, 3, "flag", 3)
    for x, swing in ((18, 3), (46, -8)):
        for rope in (0, 12):
            s.line(x + rope, 61, x + rope + swing, 15, 0.9, "iron", 1)
        s.block(x + swing - 1, 13, 15, 3, "timber", 2)


def _slide(s: Spot) -> None:
    for x in (2, 14):
        s.box(x, 0, 2, 48, "iron", 2)
    for k in range(7):
        s.box(2, 4 + 6 * k, 14, 1.4, "iron", 1)
    s.block(1, 46, 18, 3, "petal3", 2)
    s.line(18, 47, 60, 5, 5, "petal3", 3)
    s.line(18, 51, 60, 9, 1.4, "petal3", 1)
    s.line(60, 5, 69, 4, 4, "petal3", 3)
    s.line(44, 20, 44, 0, 1.6, "iron", 1)
    s.gable(10, 60, 13, 10, "flag", 2)
    for x in (2, 16):
        s.box(x, 48, 1.6, 13, "iron", 1)


def _frame(s: Spot) -> None:
    cx, r = 30.0, 28.0
    s.shape(0, 0, 60, 32, lambda x, y: np.where((np.abs(np.hypot(x - cx, y) - r) < 1.2) | ((np.abs(y - 14) < 0.9) & (np.hypot(x - cx, y) < r)), 2, -1), "petal2")  # fmt: skip
    for a in (0.5, 0.95, 1.57, 2.2, 2.65):
        s.line(cx, 30, cx + r * np.cos(a), 0 + r * np.sin(a) * 0.1, 1.1, "petal2", 2)
    s.line(cx, 29, cx - 14, 0, 1.1, "petal2", 2)
    s.line(cx, 29, cx + 14, 0, 1.1, "petal2", 2)


def zoo(p: Plane, n: int) -> None:
    """Enclosures with an elephant and a giraffe behind a fence, palms, a path."""
    if n == 0:
        growth.trees(p, p.line(48, 58, 3), 30, 40, leaf="leaf2")
        relief.hills(p, "grass2", 14, 42)
    elif n == 1:
        growth.palms(p, p.line(36, 38, 2), 200, 58, leaf="leaf2")
        pieces.stand(p, 34, 116, (50, _giraffe), (56, _elephant), (60, _rocks), jitter=0.2)
        growth.earth(p, p.line(34, 37, 2), "sand2")
    else:
        growth.earth(p, p.line(24, 26, 2))
        pieces.railing(p, 22, height=22, gap=7)
        pieces.stand(p, 18, 210, (22, _board))
        growth.earth(p, p.line(17, 18, 1), "path", rough=False)


def _giraffe(s: Spot) -> None:
    for x in (14, 18, 32, 36):
        s.box(x, 0, 2.4, 24, "hide", 1 + x % 2)
    s.ball(26, 28, 15, 8, "hide", 2)
    s.line(36, 30, 44, 62, 7, "hide", 2, 4)
    s.ball(46, 64, 6, 3.4, "hide", 3)
    for x in (43, 46):
        s.box(x, 66, 1, 5, "trunk", 1)
    for x, y in ((18, 29), (24, 26), (29, 31), (33, 27), (38, 38), (40, 46), (42, 54)):
        s.ball(x, y, 1.9, 1.7, "trunk", 2, flat=True)
    s.line(12, 30, 8, 18, 1, "trunk", 1)


def _elephant(s: Spot) -> None:
    for x in (10, 17, 31, 38):
        s.block(x, 0, 6, 16, "rock", 1 + x % 2)
    s.ball(25, 25, 21, 14, "rock", 2)
    s.ball(45, 28, 10, 10, "rock", 3)
    s.ball(40, 27, 7, 9, "rock", 1)
    s.line(52, 26, 55, 6, 5, "rock", 2, 3)
    s.line(50, 20, 57, 17, 2, "cream", 4, 1)
    s.box(48, 29, 1.4, 1.4, "iron", 0)
    s.line(5, 28, 2, 14, 1.2, "rock", 1)


def _rocks(s: Spot) -> None:
    s.mass([(16, 8, 13), (32, 12, 18), (48, 6, 11)], "rock", leafy=0.3)
    s.box(4, 0, 50, 3, "water", 3)


def _board(s: Spot) -> None:
    for x in (3, 17):
        s.box(x, 0, 2, 26, "timber", 1)
    s.block(0, 18, 22, 14, "timber", 3)
    s.box(2, 20, 18, 10, "cream", 3)
    s.mass([(9, 25, 3.4), (13, 24, 2.6)], "trunk", leafy=0.0)


def caravans(p: Plane, n: int) -> None:
    """Caravans on the grass, a washing line, a tap."""
    if n == 0:
        relief.hills(p, "grass2", 40, 48)
        growth.trees(p, p.line(56, 66, 3), 30, 28, leaf="leaf2")
    elif n == 1:
        growth.trees(p, p.line(38, 40, 2), 90, 48, leaf="leaf2")
        pieces.stand(p, 32, 112, (64, lambda s: caravan(s, "flag")), (64, lambda s: caravan(s, "petal2")), jitter=0.2)
        growth.earth(p, p.line(30, 34, 2), "grass2")
    else:
        growth.earth(p, p.line(21, 25, 2))
        pieces.stand(p, 18, 320, (92, lambda s: caravan(s, "awning", 1.4)), jitter=0.2)
        growth.tufts(p, p.line(15, 18, 2), gap=12)


def caravan(s: Spot, stripe: str, size: float = 1.0) -> None:
    """A caravan from its side, 64 design pixels wide times `size`."""
    k = size
    s.shape(0, 7 * k, 58 * k, 32 * k, lambda x, y: np.where((np.abs(x - 29 * k) / (29 * k)) ** 6 + (np.abs(y - 22 * k) / (16 * k)) ** 4 < 1, np.where(x > 44 * k, 2, 3), -1), "cream")  # fmt: skip
    s.box(1 * k, 16 * k, 56 * k, 4 * k, stripe, 2)
    s.block(8 * k, 23 * k, 14 * k, 9 * k, "window", 2)
    s.block(42 * k, 23 * k, 9 * k, 9 * k, "window", 2)
    s.block(27 * k, 8 * k, 10 * k, 25 * k, stripe, 3)
    s.box(29 * k, 22 * k, 6 * k, 8 * k, "window", 2)
    s.ball(18 * k, 6 * k, 6 * k, 6 * k, "iron", 1)
    s.ball(18 * k, 6 * k, 2.6 * k, 2.6 * k, "cream", 3)
    s.line(57 * k, 9 * k, 65 * k, 6 * k, 2 * k, "iron", 2)
    s.box(27 * k, 4 * k, 10 * k, 2 * k, "timber", 2)


def camp(p: Plane, n: int) -> None:
    """Tents round a fire, the wood behind."""
    if n == 0:
        relief.mountains(p, height=80, foot=48, snow=0.7)
        growth.pines(p, p.line(54, 66, 3), 12, 28, leaf="needle2")
        relief.hills(p, "grass2", 14, 44)
    elif n == 1:
        growth.trees(p, p.line(38, 44, 3), 44, 50, leaf="leaf2")
        pieces.stand(p, 32, 76, (46, pieces.ridge_tent), (46, lambda s: pieces.ridge_tent(s, "flag")))
        growth.earth(p, p.line(31, 35, 2), "grass2")
    else:
        growth.earth(p, p.line(22, 26, 2))
        pieces.stand(p, 18, 320, (22, pieces.campfire))
        pieces.stand(p, 19, 160, (16, pieces.crate))
        growth.tufts(p, p.line(16, 20, 2), gap=14)


def market(p: Plane, n: int) -> None:
    """Stalls under awnings in a square among old houses."""
    if n == 0:
        pieces.town(p, 40, 34, 54)
    elif n == 1:
        pieces.stand(p, 28, 56, (46, pieces.stall), (46, lambda s: pieces.stall(s)), jitter=0.1)
        growth.earth(p, pieces.level(p, 29), "stone", rough=False)
    else:
        pieces.stand(p, 18, 120, (16, pieces.crate), jitter=0.8)
        pieces.paving(p, 20, "stone")


def pitch(p: Plane, n: int) -> None:
    """A goal on mown grass with white lines; trees and a clubhouse behind."""
    if n == 0:
        growth.trees(p, p.line(46, 54, 3), 24, 36, leaf="leaf2")
        relief.hills(p, "grass2", 10, 44)
    elif n == 1:
        settlements.fence(p, pieces.level(p, 40), wood="cream")
        pieces.stand(p, 32, 320, (74, _goal))
        _mown(p, 38, "grass2")
    else:
        _mown(p, 20, "grass")
        p.box(0, p.height - 14 * p.unit, p.width, max(1, 2 * p.unit), "cream", 4)


def _mown(plane: Plane, above: float, grass: str) -> None:
    """Mown grass in stripes."""
    growth.earth(plane, pieces.level(plane, above), grass, rough=False)
    u = plane.unit
    count = 2 * max(2, round(plane.width / (80 * u)))
    for k in range(0, count, 2):
        plane.box(k * plane.width / count, plane.height - (above - 2) * u, plane.width / count, above * u, grass, 3)


def _goal(s: Spot) -> None:
    s.shape(2, 0, 70, 34, lambda x, y: np.where(((x % 4) < 0.8) | ((y % 4) < 0.8), 2, -1), "cream")
    for x in (0, 71):
        s.box(x, 0, 3, 36, "cream", 4)
    s.box(0, 34, 74, 3, "cream", 4)


def stadium(p: Plane, n: int) -> None:
    """Stands full of people under floodlights, the pitch before them."""
    if n == 0:
        _stand(p, 44, 52)
        pieces.stand(p, 44, 160, (24, _floodlight), jitter=0.0)
    elif n == 1:
        p.box(0, p.height - 44 * p.unit, p.width, 9 * p.unit, "flag", 2)
        for k, s in enumerate(pieces.spots(p, 36, 40, 34, 0.0)):
            s.box(2, 1, 30, 5, ("cream", "petal3", "window")[k % 3], 3)
        pieces.stand(p, 28, 320, (74, _goal))
        _mown(p, 36, "grass2")
    else:
        _mown(p, 20, "grass")
        p.box(0, p.height - 14 * p.unit, p.width, max(1, 2 * p.unit), "cream", 4)


def _stand(plane: Plane, above: float, tall: float, seat: str = "wall", heads: bool = True) -> None:
    """Rows of seats that rise to the back, and who sits in them."""
    u, rng = plane.unit, plane.rng
    base = plane.height - above * u
    plane.box(0, base - tall * u, plane.width, tall * u, seat, 1)
    for k in range(int(tall / 7)):
        y = base - (7 * k + 7) * u
        plane.box(0, y + 5 * u, plane.width, 2 * u, seat, 3)
        if heads:
            for x in plane.spread(6.4, 0.8):
                if rng.random() < 0.8:
                    tint = ("flag", "petal2", "petal3", "cream", "window")[int(rng.random() * 5)]
                    plane.box(x - 1.6 * u, y + 1.4 * u, 3.4 * u, 3.6 * u, tint, 2)
                    plane.ellipse(x, y, 1.6 * u, 1.8 * u, "skin", int(1 + 2 * rng.random()), flat=True)
    plane.box(0, base - (tall + 3) * u, plane.width, 4 * u, seat, 3)


def _floodlight(s: Spot) -> None:
    s.box(11, 40, 2.4, 66, "iron", 1)
    s.block(0, 100, 24, 14, "iron", 1)
    for x in range(4):
        for y in range(2):
            s.ball(4 + 5.4 * x, 104 + 6 * y, 2, 2, "lamp", 4, flat=True)


def racetrack(p: Plane, n: int) -> None:
    """Stands, a white rail, the track."""
    if n == 0:
        growth.trees(p, p.line(46, 54, 3), 26, 34, leaf="leaf2")
        relief.hills(p, "grass2", 8, 44)
    elif n == 1:
        _stand(p, 46, 34)
        growth.earth(p, pieces.level(p, 46), "grass2")
        settlements.fence(p, pieces.level(p, 34), 30, wood="cream")
    else:
        growth.earth(p, pieces.level(p, 30), "path", rough=False)
        for k in range(2):
            p.box(0, p.height - (24 - 9 * k) * p.unit, p.width, max(1, (0.8 + 0.6 * k) * p.unit), "cream", 3)


def arena(p: Plane, n: int) -> None:
    """Tiers of stone round a floor of sand, with people in them and flags."""
    if n == 0:
        _stand(p, 48, 62, "stone")
        pieces.stand(p, 110, 70, (16, _flag), jitter=0.0)
    elif n == 1:
        u = p.unit
        p.box(0, p.height - 48 * u, p.width, 18 * u, "stone", 2)
        p.box(0, p.height - 50 * u, p.width, 3 * u, "stone", 4)
        for s in pieces.spots(p, 32, 80, 20, 0.0):
            s.shape(0, 0, 20, 15, lambda x, y: np.where((y < 8) | (np.hypot(x - 10, y - 7) < 8), 0, -1), "stone")
        growth.earth(p, pieces.level(p, 32), "sand2", rough=False)
    else:
        growth.earth(p, p.line(19, 22, 2), "sand", rough=False)


def _flag(s: Spot) -> None:
    s.box(3, 0, 1.4, 30, "timber", 1)
    s.box(4.4, 19, 13, 10, "flag", 2)


def skatepark(p: Plane, n: int) -> None:
    """Ramps of concrete, a rail, trees behind."""
    if n == 0:
        pieces.town(p, 44, 16, 36)
        relief.hills(p, "grass2", 8, 42)
    elif n == 1:
        growth.trees(p, p.line(40, 44, 2), 50, 46, leaf="leaf2")
        pieces.stand(p, 34, 150, (92, _ramp))
        growth.earth(p, pieces.level(p, 35), "stone", rough=False)
    else:
        pieces.stand(p, 18, 210, (44, _rail), jitter=0.2)
        growth.earth(p, pieces.level(p, 24), "stone", rough=False)


def _ramp(s: Spot) -> None:
    s.shape(0, 0, 92, 34, lambda x, y: np.where((np.hypot(x - 46, y - 40) > 39) & (y < 32), np.where(np.hypot(x - 46, y - 40) < 41, 4, 2), -1), "wall")  # fmt: skip
    s.shape(0, 0, 30, 30, lambda x, y: np.where((np.hypot(x - 46, y - 40) > 43) & (x + y > 16) & ((x + 2 * y) % 17 < 4), 2, -1), "petal2")
    for x in (0, 86):
        s.box(x, 31, 6, 2, "flag", 3)


def _rail(s: Spot) -> None:
    for x in (4, 38):
        s.box(x, 0, 2, 11, "iron", 2)
    s.box(0, 10, 44, 2.4, "iron", 3)
    s.block(52, 0, 26, 7, "wall", 3)
