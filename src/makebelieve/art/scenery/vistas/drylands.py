"""Dry land with something in it, snow with a camp, and gardens that are told apart: oasis, canyon and its rim, camps, roads, orchard, walls."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery import growth, relief
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field, Plane
from makebelieve.art.scenery.vistas import pieces


def oasis(p: Plane, n: int) -> None:
    """A pool among palms and reeds, dunes all round."""
    if n == 0:
        relief.dunes(p, "sand2", 40, 56)
    elif n == 1:
        growth.earth(p, p.line(50, 56, 2), "sand2", rough=False)
        growth.palms(p, p.line(46, 52, 3), 58, 62)
        growth.tufts(p, p.line(44, 50, 3), "grass", 6, 7)
        relief.sea(p, 44)
    else:
        growth.reeds(p, p.line(22, 26, 3), 15, 20)
        growth.earth(p, p.line(20, 26, 3), "sand", rough=False)
        growth.palms(p, p.line(16, 22, 2), 240, 104)
        growth.tufts(p, p.line(14, 22, 3), "grass", 14, 7)


def _strata(p: Plane, top: Field, material: str, bands: float) -> None:
    """A wall of rock in layers below a line."""
    down = (p.y - np.floor(top)[None, :]) / p.unit
    band = np.floor(down / bands + 0.3 * np.sin(np.arange(p.width)[None, :] / p.width * 4 * np.pi))
    tone = np.where(band % 4 == 1, 1, np.where(band % 4 == 3, 3, 2))
    tone = np.where((down >= 0) & (down < 2), 4, tone)
    p.ink = np.where(down >= 0, p.code(material) + tone, p.ink).astype(np.uint8)


def _walls(p: Plane, reach: float, low: float, high: float) -> Field:
    """The line of two walls that leave a gap in the middle, `reach` (0-0.5) from each side, stepped."""
    x = np.arange(p.width) / p.width
    side = np.minimum(x, 1 - x)
    share = np.clip((reach - side) / (0.5 * reach), 0, 1)
    steps = np.round(share * 5) / 5
    return p.height - (low + (high - low) * steps) * p.unit


def canyon(p: Plane, n: int) -> None:
    """The floor of a gorge: red walls in layers to both sides, a thread of water, boulders."""
    if n == 0:
        relief.mesas(p, height=84, foot=48, gap=70)
    elif n == 1:
        _strata(p, _walls(p, 0.4, 30, 148), "cliff", 9)
        growth.earth(p, p.line(34, 38, 2), "sand2", rough=False)
        for s in pieces.spots(p, 32, 40, 40, 0.3):
            s.ball(20, 0, 30, 2, "water", 3, flat=True)
    else:
        for s in pieces.spots(p, 19, 90, 40, 0.8):
            s.mass([(8, 2, 8), (20, 3, 10), (31, 1, 6)], "cliff", leafy=0.2)
        growth.earth(p, p.line(20, 24, 2), "sand", rough=False)
        growth.tufts(p, p.line(12, 20, 4), "reed", 40, 5)


def rim(p: Plane, n: int) -> None:
    """The edge of a canyon: the far wall across the gulf, a twisted tree, a cairn."""
    if n == 0:
        _strata(p, p.line(88, 94, 3), "cliff", 7)
    elif n == 1:
        _strata(p, p.line(48, 70, 5), "mud", 6)
        p.mist(p.height - 60 * p.unit, p.height - 20 * p.unit)
    else:
        pieces.stand(p, 26, 320, (60, _juniper))
        pieces.stand(p, 27, 190, (20, _cairn))
        _strata(p, p.line(26, 31, 3), "cliff", 12)
        growth.earth(p, p.line(18, 22, 2), "sand", rough=False)
        growth.tufts(p, p.line(14, 20, 4), "reed", 36, 5)


def _juniper(s: Spot) -> None:
    s.line(30, 0, 24, 18, 7, "trunk", 2, 5)
    s.line(24, 18, 34, 34, 5, "trunk", 1, 3)
    s.line(26, 20, 10, 32, 4, "trunk", 2, 2)
    s.mass([(10, 36, 9), (20, 44, 8), (34, 42, 11), (46, 36, 7)], "leaf2")


def _cairn(s: Spot) -> None:
    for k in range(5):
        s.ball(10, 2 + 4 * k, 9 - 1.6 * k, 2.4, "rock", 2 + k % 2)


def dry_camp(p: Plane, n: int) -> None:
    """Tents round a fire on sand, dunes behind."""
    if n == 0:
        relief.mesas(p, height=60, foot=48)
        relief.dunes(p, "sand2", 30, 46)
    elif n == 1:
        pieces.stand(p, 32, 88, (46, pieces.ridge_tent), (46, lambda s: pieces.ridge_tent(s, "cream")))
        growth.earth(p, p.line(31, 35, 2), "sand2", rough=False)
    else:
        growth.earth(p, p.line(22, 26, 2), "sand", rough=False)
        pieces.stand(p, 18, 320, (22, pieces.campfire))
        pieces.stand(p, 19, 160, (16, pieces.crate))
        growth.tufts(p, p.line(14, 20, 3), "reed", 40, 5)


def snow_camp(p: Plane, n: int) -> None:
    """Tents round a fire on snow, white mountains behind."""
    if n == 0:
        relief.mountains(p, height=100, foot=46, snow=0.4)
        relief.hills(p, "snow", 22, 44, rough=0.3)
    elif n == 1:
        pieces.stand(p, 32, 88, (46, pieces.ridge_tent), (46, lambda s: pieces.ridge_tent(s, "flag")))
        growth.earth(p, p.line(31, 35, 2), "snow", rough=False)
    else:
        growth.earth(p, p.line(22, 26, 2), "snow", rough=False)
        pieces.stand(p, 18, 320, (22, pieces.campfire))
        pieces.stand(p, 19, 160, (16, pieces.crate))


def _track(p: Plane, ground: str, track: str) -> None:
    growth.earth(p, p.line(28, 31, 2), ground, rough=False)
    pieces.stand(p, 26, 320, (30, pieces.signpost))
    growth.earth(p, pieces.level(p, 22), track, rough=False)
    for y in (15, 6):
        p.box(0, p.height - y * p.unit, p.width, max(1, 2 * p.unit), track, 1)


def dry_road(p: Plane, n: int) -> None:
    """A road through the sand."""
    if n == 0:
        relief.mesas(p, height=70, foot=46)
    elif n == 1:
        relief.dunes(p, "sand2", 28, 40)
    else:
        _track(p, "sand", "path")
        growth.tufts(p, p.line(26, 30, 2), "reed", 30, 6)


def snow_road(p: Plane, n: int) -> None:
    """A road through the snow, pines beside it."""
    if n == 0:
        relief.mountains(p, height=96, foot=46, snow=0.4)
    elif n == 1:
        relief.hills(p, "snow", 24, 42, rough=0.3)
        growth.pines(p, p.line(38, 44, 3), 26, 44, snow="snow")
        growth.earth(p, p.line(34, 38, 2), "snow", rough=False)
    else:
        _track(p, "snow", "rock")


def orchard(p: Plane, n: int) -> None:
    """Fruit trees in rows on grass, a ladder, baskets of apples."""
    if n == 0:
        relief.hills(p, "grass2", 46, 52)
        growth.trees(p, p.line(56, 60, 2), 22, 26, leaf="leaf2")
    elif n == 1:
        growth.trees(p, p.line(40, 42, 2), 46, 50, leaf="leaf2", fruit="flag")
        growth.earth(p, p.line(36, 40, 2), "grass2")
    else:
        growth.trees(p, p.line(22, 25, 2), 106, 92, fruit="flag")
        pieces.stand(p, 22, 160, (30, _baskets), (24, _ladder))
        growth.earth(p, p.line(20, 24, 2))
        growth.tufts(p, p.line(18, 24, 2), gap=7)


def _baskets(s: Spot) -> None:
    for x in (0, 17):
        for k in range(4):
            s.ball(x + 3 + 3 * k, 9 + 1.6 * (k % 2), 2.6, 2.6, "flag", 2 + k % 2)
        s.block(x, 0, 14, 9, "timber", 2)
        s.box(x, 4, 14, 1.4, "timber", 1)


def _ladder(s: Spot) -> None:
    for x in (0, 10):
        s.line(x, 0, x + 8, 48, 2, "timber", 3)
    for k in range(6):
        s.box(2 + 1.3 * k, 6 + 7 * k, 10, 1.6, "timber", 2)


def walled(p: Plane, n: int) -> None:
    """A garden within old brick walls: a gate, climbing roses, beds between paths."""
    if n == 0:
        growth.canopy(p, p.line(92, 104, 4), 18, 11, leaf="leaf2")
    elif n == 1:
        _brickwork(p, 90)
        pieces.stand(p, 34, 320, (44, _gate))
        pieces.stand(p, 34, 64, (46, _climber))
        growth.earth(p, pieces.level(p, 35), "grass2")
    else:
        growth.canopy(p, pieces.level(p, 26), 8, 4, leaf="leaf")
        growth.flowers(p, pieces.level(p, 24), 8, 12)
        growth.earth(p, pieces.level(p, 25), "mud")
        growth.earth(p, pieces.level(p, 16), "path", rough=False)


def _brickwork(p: Plane, above: float) -> None:
    u = p.unit
    top = p.height - above * u
    p.box(0, top, p.width, p.height - top, "brick", 2)
    y, row = top, 0
    while y < p.height:
        p.box(0, y, p.width, max(1, 0.8 * u), "brick", 1)
        for x in p.spread(13, 0.0):
            p.box(x + 6.5 * u * (row % 2), y, max(1, 0.8 * u), 6 * u, "brick", 1)
        y, row = y + 6 * u, row + 1
    p.box(0, top - 4 * u, p.width, 5 * u, "stone", 3)
    p.box(0, top + u, p.width, max(1, u), "brick", 0)


def _gate(s: Spot) -> None:
    s.block(0, 0, 44, 46, "stone", 2)
    s.ball(22, 44, 18, 10, "timber", 1, flat=True)
    s.box(4, 0, 36, 45, "timber", 2)
    for k in range(6):
        s.box(9 + 6 * k, 0, 0.9, 48, "timber", 0)
    s.ball(34, 22, 2, 2, "brass", 4)


def _climber(s: Spot) -> None:
    s.line(22, 0, 20, 40, 2, "trunk", 1)
    s.mass([(12, 14, 8), (26, 18, 9), (16, 30, 9), (30, 36, 8), (20, 44, 6)], "leaf")
    for k in range(9):
        s.ball(8 + (k * 11) % 30, 10 + 4.2 * k, 2.2, 2.2, ("petal", "cream", "petal3")[k % 3], 3, flat=True)
