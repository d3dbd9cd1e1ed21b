"""Heaps and thickets as whoever is no bigger than a thumb sees them: a log pile, a compost heap, the bottom of a hedge."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery import growth
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane
from makebelieve.art.scenery.vistas import pieces


def log_pile(p: Plane, n: int) -> None:
    """The round ends of logs one on another, fungus like steps, a cobweb, sawdust."""
    if n == 0:
        growth.canopy(p, p.line(128, 150, 4), 16, 14, leaf="leaf3")
        _logs(p, 92, 62, 27)
    elif n == 1:
        _logs(p, 48, 70, 31)
        for s in pieces.spots(p, 52, 120, 0, 0.5):
            for k in range(3):
                s.ball(5 * k, 17 * k, 15 - 3 * k, 5, "sand2", 3)
                s.box(5 * k - 13 + 3 * k, 17 * k - 2, 26 - 6 * k, 2, "bark", 1)
        pieces.stand(p, 44, 320, (44, _cobweb))
    else:
        _logs(p, 16, 84, 26)
        heaps = p.line(15, 25, 4)
        growth.earth(p, heaps, "straw")
        growth.earth(p, p.line(11, 16, 3), "mud")
        for s in pieces.spots(p, 10, 24, 0, 1.0):
            s.line(0, 0, 8, 2, 2.2, "straw", 3)


def _logs(p: Plane, above: float, gap: float, radius: float) -> None:
    """A row of logs seen from their ends: bark, rings, a crack; darkness between them."""
    u = p.unit
    p.box(0, p.height - (above + radius * 0.5) * u, p.width, p.height, "bark", 0)
    for s in pieces.spots(p, above, gap, 0, 0.12):
        r = radius * (0.9 + 0.2 * p.rng.random())
        s.ball(0, 0, r * 1.12, r * 1.08, "bark", 1)
        s.ball(0, 0, r, r * 0.95, "timber", 3, flat=True)
        for k in range(1, 5):
            s.ball(1, 0, r * (1 - 0.18 * k), r * (0.95 - 0.17 * k), "timber", 4 if k % 2 else 3, flat=True)
        s.line(1, 0, r * 0.8, r * 0.4 * (p.rng.random() - 0.4), 1.6, "bark", 1)
        s.ball(1, 0, 2, 2, "bark", 2, flat=True)


def _cobweb(s: Spot) -> None:
    ends = [(22 + 24 * np.cos(a), 22 + 22 * np.sin(a)) for a in np.arange(8) * np.pi / 4]
    for x, y in ends:
        s.line(22, 22, x, y, 0.7, "cream", 3)
    for ring in (0.3, 0.55, 0.8, 1.0):
        for (x0, y0), (x1, y1) in zip(ends, (*ends[1:], ends[0]), strict=True):
            s.line(22 + ring * (x0 - 22), 22 + ring * (y0 - 22), 22 + ring * (x1 - 22), 22 + ring * (y1 - 22), 0.6, "cream", 3)


def compost(p: Plane, n: int) -> None:
    """A hill of peel, straw and leaves that steams: an eggshell, a cabbage stalk like a tower."""
    if n == 0:
        growth.canopy(p, p.line(74, 96, 4), 15, 14, leaf="leaf3")
        _heap(p, 60, 100, "bark", "straw2", "leaf3")
    elif n == 1:
        for s in pieces.spots(p, 66, 130, 0, 0.6):
            for k in range(7):
                s.mass([(3 * np.sin(k), 8 + 9 * k, 3 + 1.1 * k)], "smoke", leafy=0.3)
        pieces.stand(p, 46, 320, (58, _stalk), jitter=0.5)
        _heap(p, 40, 66, "trunk", "straw", "leaf2")
    else:
        pieces.stand(p, 20, 92, (58, _peel), (50, _eggshell), (44, _teabag))
        growth.earth(p, p.line(20, 29, 4), "trunk")
        for number, s in enumerate(pieces.spots(p, 10, 16, 0, 1.0)):
            s.line(
                0,
                6 * p.rng.random(),
                14 - 20 * p.rng.random(),
                8 * p.rng.random(),
                2.4,
                ("straw", "leaf2", "straw2", "bark")[number % 4],
                2,
            )


def _heap(p: Plane, low: float, high: float, earth: str, straw: str, green: str) -> None:
    """A rolling heap with scraps all over it."""
    top = p.line(low, high, 2)
    growth.earth(p, top, earth)
    for number, x in enumerate(p.spread(5, 1.0)):
        deep = p.rng.random()
        y = float(top[round(x) % p.width]) + (2 + 46 * deep) * p.unit
        long, tilt = (6 + 9 * p.rng.random()) * p.unit, (p.rng.random() - 0.5) * 8 * p.unit
        p.stroke(x, y, x + long, y + tilt, 2.4 * p.unit, (straw, green, straw, "pot")[number % 4], 2)


def _stalk(s: Spot) -> None:
    """A bare cabbage stalk like a tower that leans, with the scars of its leaves."""
    s.line(14, -6, 27, 62, 19, "straw2", 3, 14)
    for k in range(4):
        s.ball(13 + 2.6 * k + (5, -3)[k % 2], 8 + 14 * k, 3.6, 2.4, "leaf", 1, flat=True)
        s.ball(13 + 2.6 * k + (5, -3)[k % 2], 9 + 14 * k, 2.4, 1.4, "cream", 3, flat=True)
    s.ball(27, 62, 8, 4, "cream", 3, flat=True)
    s.line(20, 40, 44, 52, 4, "leaf2", 2, 1)
    s.mass([(46, 50, 7), (53, 46, 5)], "leaf2", leafy=0.5, squash=0.7)


def _peel(s: Spot) -> None:
    """Apple peel in a long curl, red without and pale within."""
    for k in range(60):
        a = k / 60 * 4.6 * np.pi
        x, y = 6 + 0.75 * k, 16 + 12 * np.sin(a)
        within = np.cos(a) < 0
        s.ball(x, y, 4.2, 4.8, "cream" if within else "flag", 3 if within else 2, flat=True)


def _eggshell(s: Spot) -> None:
    s.ball(25, 16, 24, 19, "plaster", 3)
    s.shape(0, 18, 50, 20, lambda x, y: np.where((((x - 25) / 23) ** 2 + ((y - 16) / 18) ** 2 < 1) & (y < 25 + 3 * np.abs((x % 9) - 4.5)), -1, np.where(((x - 25) / 25) ** 2 + ((y - 16) / 20) ** 2 < 1, 0, -1)), "bark")  # fmt: skip
    s.ball(18, 10, 5, 4, "plaster", 4, flat=True)


def _teabag(s: Spot) -> None:
    """A tea bag that has burst, its string and label beside it."""
    s.mass([(12, 9, 11), (24, 12, 14), (34, 8, 10)], "straw2", leafy=0.0)
    s.mass([(22, 7, 9), (30, 4, 8), (38, 0, 8)], "bark", leafy=1.0, squash=0.8)
    s.line(14, 24, 24, 33, 3, "straw2", 3)
    s.line(23, 33, 2, 18, 0.8, "cream", 3)
    s.line(2, 18, -6, 6, 0.8, "cream", 3)
    s.block(-12, -2, 13, 10, "flag", 3)


def hedge_bottom(p: Plane, n: int) -> None:
    """Thorny stems that cross overhead, dry leaves between the roots, a red berry, an empty snail shell."""
    u = p.unit
    if n == 0:
        p.box(0, 0, p.width, p.height, "needle", 0)
        for low in (150, 104, 62):
            for x in p.spread(15, 1.0):
                y = p.height - (low + 30 * p.rng.random()) * u
                p.mass([(x, y, 13 * u), (x + 10 * u, y + 5 * u, 10 * u)], "needle", leafy=1.0, dim=1.0)
        _thorns(p, 30, 26, 4, "bark", 2)
        growth.earth(p, p.line(36, 46, 3), "leaf3")
    elif n == 1:
        _thorns(p, 30, 60, 7, "trunk", 2)
        for x in p.spread(13, 0.9):
            p.mass([(x, (2 + 22 * p.rng.random()) * u, 13 * u), (x + 8 * u, 4 * u, 11 * u)], "leaf2", leafy=1.0)
        growth.vines(p, 40, 70, leaf="leaf2")
        growth.earth(p, p.line(30, 36, 4), "trunk")
        _litter(p, 33, 11, 7)
    else:
        _thorns(p, 16, 170, 11, "trunk", 1)
        pieces.stand(p, 20, 170, (56, _shell), (24, _berry), (24, _berry))
        growth.earth(p, p.line(16, 22, 3), "trunk")
        _litter(p, 16, 15, 13)
        _litter(p, 5, 17, 14)


def _thorns(p: Plane, above: float, gap: float, thick: float, bark: str, tone: int) -> None:
    """Stems that lean either way, so that they cross, with thorns along them."""
    for number, s in enumerate(pieces.spots(p, above, gap, 0, 0.8)):
        lean = (70 + 50 * p.rng.random()) * (1 if number % 2 else -1)
        s.line(0, -4, 0.3 * lean, 70, thick * 1.3, bark, tone, thick)
        s.line(0.3 * lean, 70, lean, 190, thick, bark, tone, thick * 0.8)
        for k in range(5):
            y = 26 + 24 * k
            x = 0.3 * lean * y / 70 if y < 70 else 0.3 * lean + 0.7 * lean * (y - 70) / 120
            side = 1 if k % 2 else -1
            s.line(x + side * 0.4 * thick, y, x + side * (thick + 5), y + 5, 0.5 * thick, bark, tone + 1, 0.6)


def _litter(p: Plane, above: float, gap: float, size: float) -> None:
    """Dry leaves that lie about: brown, red, yellow."""
    for number, s in enumerate(pieces.spots(p, above, gap, 0, 1.0)):
        y, tilt = 6 * p.rng.random() - 2, (p.rng.random() - 0.5) * 9
        leaf = ("pot", "straw2", "bark", "straw")[number % 4]
        s.line(-size, y, 0, y + tilt / 2, 1, leaf, 2, 0.7 * size)
        s.line(0, y + tilt / 2, size, y + tilt, 0.7 * size, leaf, 2, 1)
        s.line(-size, y, size, y + tilt, 0.8, leaf, 1)


def _shell(s: Spot) -> None:
    """The shell of a snail, as large as a house."""
    s.ball(40, 6, 15, 8, "sand2", 2)
    s.ball(26, 23, 25, 23, "sand2", 2)
    for k in range(44):
        a = 0.36 * k
        r = 21 - 0.44 * k
        s.ball(26 + r * np.cos(a), 23 + 0.92 * r * np.sin(a), 1.6, 1.6, "trunk", 2, flat=True)
    s.ball(44, 4, 9, 5, "bark", 0, flat=True)


def _berry(s: Spot) -> None:
    s.ball(12, 10, 12, 12, "flag", 2)
    s.ball(8, 15, 3, 3, "flag", 4, flat=True)
    s.ball(13, 21, 3, 1.6, "bark", 0, flat=True)
