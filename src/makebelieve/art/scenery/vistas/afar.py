"""Places of other ages, other planets and tales: a forum, a town of mud brick, the Moon, Mars, a deck in the clouds."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery import depths, growth, relief
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane
from makebelieve.art.scenery.vistas import pieces


def forum(p: Plane, n: int) -> None:
    """Temples with whole columns round a paved place."""
    if n == 0:
        relief.hills(p, "grass2", 46, 52)
        pieces.fronts(p, 46, 20, 34, walls=("stone", "plaster"), wide=26)
    elif n == 1:
        pieces.stand(p, 32, 160, (110, _temple), (40, _statue), jitter=0.1)
        growth.earth(p, pieces.level(p, 33), "stone", rough=False)
    else:
        pieces.paving(p, 24, "stone", across=28)


def _temple(s: Spot) -> None:
    for k in range(3):
        s.block(3 * k, 4 * k, 110 - 6 * k, 4, "marble", 2 + k % 2)
    s.box(12, 12, 86, 40, "marble", 1)
    for k in range(7):
        x = 12 + 13 * k
        s.block(x, 13, 7, 38, "marble", 3)
        s.box(x - 1, 12, 9, 2.4, "marble", 4)
        s.box(x - 1, 49, 9, 3, "marble", 4)
    s.block(7, 52, 96, 6, "marble", 2)
    s.box(7, 57, 96, 2, "roof", 3)
    s.gable(55, 58, 51, 20, "marble", 2)
    s.gable(55, 60, 40, 14, "roof", 2)


def _statue(s: Spot) -> None:
    s.block(8, 0, 24, 20, "marble", 2)
    s.box(6, 19, 28, 3, "marble", 4)
    s.block(14, 22, 12, 28, "marble", 3)
    s.ball(20, 54, 5, 6, "marble", 3)
    s.line(25, 46, 36, 58, 3, "marble", 2)


def mudtown(p: Plane, n: int) -> None:
    """Flat houses of mud brick, palms, a desert behind."""
    if n == 0:
        relief.dunes(p, "sand2", 30, 54)
        pieces.stand(p, 50, 320, (120, _pyramid))
    elif n == 1:
        growth.palms(p, pieces.level(p, 34), 106, 62)
        pieces.fronts(p, 32, 26, 46, walls=("mud", "sand2", "mud"), roof=None, wide=44)
    else:
        pieces.stand(p, 22, 110, (34, _jars))
        growth.earth(p, p.line(25, 28, 2), "sand", rough=False)


def _pyramid(s: Spot) -> None:
    s.gable(60, 0, 60, 60, "mud", 3)


def _jars(s: Spot) -> None:
    for x, r in ((7, 6), (20, 8), (31, 5)):
        s.ball(x, r, r, r, "roof", 2)
        s.block(x - r * 0.4, 1.7 * r, 0.8 * r, r * 0.6, "roof", 2)
        s.box(x - r * 0.6, 2.2 * r, 1.2 * r, 1.4, "roof", 3)


def moon(p: Plane, n: int) -> None:
    """Grey dust and craters under a black sky with the Earth in it."""
    if n == 0:
        for s in pieces.spots(p, 118, 420, 40, 0.1):
            s.ball(20, 20, 19, 19, "planet2", 2)
            s.mass([(14, 24, 7), (24, 14, 6)], "plant", leafy=0.5)
            s.box(8, 27, 20, 2, "cream", 3)
        relief.hills(p, "rock2", 40, 44)
    elif n == 1:
        relief.hills(p, "rock2", 18, 32)
        for s in pieces.spots(p, 38, 90, 40, 0.8):
            s.ball(20, 0, 22, 4, "rock", 1, flat=True)
            s.ball(20, -1.4, 19, 3, "rock", 3, flat=True)
    else:
        growth.earth(p, p.line(20, 28, 2), "rock", rough=False)
        for s in pieces.spots(p, 12, 70, 40, 0.8):
            s.ball(20, 0, 18, 4, "rock", 1, flat=True)
            s.ball(21, -1, 15, 2.8, "rock", 3, flat=True)
            s.mass([(44, 1, 4)], "rock2", leafy=0.2)


def mars(p: Plane, n: int) -> None:
    """Red dust, table mountains, boulders under a pale sky."""
    if n == 0:
        relief.mesas(p, height=60, foot=46)
    elif n == 1:
        relief.dunes(p, "sand2", 24, 38)
    else:
        for s in pieces.spots(p, 20, 60, 30, 1.0):
            s.mass([(9, 3, 8), (18, 1, 6)], "cliff", leafy=0.2, squash=0.8)
        growth.earth(p, p.line(20, 27, 2), "sand", rough=False)


def alien(p: Plane, n: int) -> None:
    """Violet ground with strange growths; planets stand in the sky."""
    if n == 0:
        depths.planets(p, 170)
        relief.hills(p, "rock2", 40, 44)
    elif n == 1:
        for s in pieces.spots(p, 38, 64, 30, 0.9):
            s.line(15, 0, 12, 30, 3, "stem", 2, 1.6)
            s.mass([(12, 34, 9), (18, 32, 6)], "bulb", leafy=0.3, squash=0.7)
        relief.hills(p, "rock", 12, 34)
    else:
        growth.mushrooms(p, p.line(22, 26, 2), 110, 26, cap="bulb", stem="stem")
        growth.earth(p, p.line(20, 27, 2), "rock")
        growth.tufts(p, p.line(20, 26, 2), "stem", 24, 8)


def skydeck(p: Plane, n: int) -> None:
    """The deck of an airship: planks, ropes, a brass rail, clouds below."""
    if n == 0:
        depths.billows(p, 16, 60, size=18)
    elif n == 1:
        for s in pieces.spots(p, 0, 320, 340, 0.0):
            s.shape(10, 140, 320, 60, lambda x, y: np.where(((x - 170) / 156) ** 2 + ((y - 186) / 44) ** 2 < 1, np.where((x - 170) % 34 < 1.4, 1, np.where(y < 158, 1, 2)), -1), "flag")  # fmt: skip
            for k in range(7):
                s.line(40 + 43 * k, 152, 60 + 36 * k, 30, 0.9, "timber", 1)
        depths.billows(p, 10, 26, size=14)
    else:
        pieces.railing(p, 23, height=22, material="brass", gap=8)
        pieces.stand(p, 20, 320, (40, _helm))
        pieces.planks(p, 24)


def _helm(s: Spot) -> None:
    s.block(16, 0, 8, 22, "timber", 2)
    s.ball(20, 28, 14, 14, "timber", 2)
    s.ball(20, 28, 10, 10, "brass", 3, flat=True)
    for k in range(4):
        a = k * np.pi / 4
        s.line(20 - 18 * np.cos(a), 28 - 18 * np.sin(a), 20 + 18 * np.cos(a), 28 + 18 * np.sin(a), 1.6, "timber", 2)
    s.ball(20, 28, 3, 3, "brass", 3)


def clouds(p: Plane, n: int) -> None:
    """Marble halls on banks of cloud."""
    if n == 0:
        depths.billows(p, 30, 50, size=18)
        depths.islands(p, 150, 20, low=0.24, high=0.55)
    elif n == 1:
        pieces.stand(p, 34, 200, (110, _temple), (40, _statue), jitter=0.1)
        depths.billows(p, 26, 30, size=12)
    else:
        pieces.paving(p, 22, "marble", across=30)
