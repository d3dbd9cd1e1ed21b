"""Places of a city that are more than its skyline: a bridge over the river, a park, a terrace above the roofs, a flat roof."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery import growth, relief, settlements
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane
from makebelieve.art.scenery.vistas import pieces


def _arches(plane: Plane, deck: float, foot: float, span: float = 84) -> None:
    """A stone bridge across the picture: arches from `foot` to `deck` design pixels above the bottom, whole ones only."""
    u, base = plane.unit, plane.height
    count = max(1, round(plane.width / (span * u)))
    wide = plane.width / count
    top, low = base - deck * u, base - foot * u
    reach, rise = 0.38 * wide, low - top - 6 * u
    across = np.abs((plane.x / wide) % 1 - 0.5) * wide
    arch = low - rise * np.sqrt(np.clip(1 - (across / reach) ** 2, 0, 1))
    inside = (plane.y >= top) & (plane.y < low)
    stone = inside & ((across > reach) | (plane.y < arch))
    rim = stone & (across <= reach + 3 * u) & (plane.y > arch - 3 * u)
    courses = (((plane.y - top) / (5 * u)).astype(int) % 2).astype(np.int64)
    joint = (((plane.y - top) % (5 * u)) < max(1, 0.8 * u)) | (((plane.x + courses * 5 * u) % (11 * u)) < max(1, 0.8 * u))
    tone = np.where(rim, 3, np.where(joint, 1, 2)) + 0 * plane.ink
    plane.ink = np.where(stone, plane.code("span") + tone, plane.ink).astype(np.uint8)
    for k in range(count):  # cutwaters on the piers, and what they stand in
        x = k * wide
        plane.block(x - 5 * u, top - 5 * u, 10 * u, low - top + 7 * u, "span", 2)
        plane.box(x - 6 * u, low + u, 12 * u, max(1, 1.4 * u), "span", 0)
    plane.box(0, top - 3 * u, plane.width, 3 * u, "span", 3)


def _balustrade(plane: Plane, above: float, *, height: float = 17, stone: str = "rail") -> None:
    """A parapet of turned posts between two beams, with piers."""
    u = plane.unit
    y = plane.height - above * u
    for x in plane.spread(5.4, 0.0):
        plane.block(x, y - height * u, 2.6 * u, height * u, stone, 2)
        plane.box(x - 0.5 * u, y - 0.45 * height * u, 3.6 * u, 0.3 * height * u, stone, 3)
    plane.box(0, y - (height + 4) * u, plane.width, 4 * u, stone, 3)
    plane.box(0, y - (height + 0.6) * u, plane.width, max(1, 1.2 * u), stone, 1)
    plane.box(0, y - 3 * u, plane.width, 3 * u, stone, 1)
    for x in plane.spread(96, 0.0):
        plane.block(x - 5 * u, y - (height + 7) * u, 10 * u, (height + 7) * u, stone, 2)
        plane.box(x - 6.5 * u, y - (height + 9) * u, 13 * u, 3 * u, stone, 3)


def _pots(plane: Plane, above: float, gap: float = 58) -> None:
    """Tubs with clipped bushes and flowers."""
    u, rng = plane.unit, plane.rng
    y = plane.height - above * u
    for x in plane.spread(gap, 0.5):
        w = (9 + 4 * rng.random()) * u
        tall = rng.random() < 0.45
        if tall:
            plane.box(x + 0.45 * w, y - 28 * u, max(1, 1.6 * u), 20 * u, "trunk", 2)
            plane.mass([(x + 0.5 * w, y - 31 * u, 9 * u)], "leaf", leafy=0.7)
        else:
            plane.mass([(x + (0.2 + 0.3 * k) * w, y - 12 * u, 5.5 * u) for k in range(3)], "leaf2", leafy=0.8)
            for k in range(4):
                plane.ellipse(
                    x + (0.1 + 0.28 * k) * w, y - (11 + 5 * rng.random()) * u, 1.5 * u, 1.5 * u, f"petal{('', 2, 3)[k % 3]}", 3, flat=True
                )
        plane.block(x, y - 8 * u, w, 8 * u, "pot", 2)
        plane.box(x - u, y - 9 * u, w + 2 * u, max(1, 2 * u), "pot", 3)


def _parasols(plane: Plane, above: float, gap: float = 150) -> None:
    """A table with a parasol here and there."""
    u = plane.unit
    y = plane.height - above * u
    for x in plane.spread(gap, 0.4):
        plane.box(x, y - 52 * u, max(1, 1.6 * u), 52 * u, "iron", 1)
        plane.gable(x + 0.8 * u, y - 40 * u, 25 * u, 13 * u, "awning", 2)
        for k in range(5):
            plane.box(x + (-23 + 10 * k) * u, y - 40 * u, 6 * u, max(1, 3 * u), "awning", 3 if k % 2 else 1)
        plane.box(x - 12 * u, y - 16 * u, 26 * u, max(1, 2 * u), "timber", 3)


def span(p: Plane, n: int) -> None:
    """A bridge: the river with another bridge over it, the far bank, and the parapet that one leans on."""
    if n == 0:
        pieces.town(p, 58, 20, 44)
    elif n == 1:
        growth.trees(p, pieces.level(p, 60), 20, 18, leaf="leaf2")
        relief.sea(p, 62, material="water")
        _arches(p, 78, 52)
    else:
        settlements.lamps(p, pieces.level(p, 20), 120)
        _balustrade(p, 16)
        pieces.paving(p, 17, "stone")


def park(p: Plane, n: int) -> None:
    """Lawns, old trees, a path with benches and lamps; the city looks over the tops."""
    if n == 0:
        pieces.town(p, 50, 18, 34)
        relief.hills(p, "grass2", 20, 44)
    elif n == 1:
        growth.trees(p, p.line(46, 56, 2), 34, 52, leaf="leaf2")
        growth.canopy(p, p.line(42, 50, 3), 13, 8, leaf="leaf3")
        growth.earth(p, p.line(38, 46, 2), "grass2")
        _pond(p)
    else:
        ground = p.line(20, 25, 2)
        growth.trees(p, ground, 150, 84)
        settlements.lamps(p, ground, 170)
        growth.earth(p, ground)
        growth.flowers(p, ground + 3 * p.unit, 14, 8)
        pieces.benches(p, 17)
        growth.earth(p, p.line(9, 11, 2), "path", rough=False)


def _pond(plane: Plane) -> None:
    """Still water in the lawn, ducks on it."""
    u = plane.unit
    for x in plane.spread(260, 0.4):
        plane.ellipse(x, plane.height - 30 * u, 62 * u, 7.5 * u, "grass2", 1, flat=True)
        plane.ellipse(x, plane.height - 30 * u, 58 * u, 6 * u, "water", 2, flat=True)
        for k in range(5):
            plane.box(x + (-40 + 17 * k) * u, plane.height - (32 - k % 3 * 2) * u, 12 * u, 1, "water", 4)
        for k in (-18, 9):
            plane.ellipse(x + k * u, plane.height - 31 * u, 3 * u, 1.6 * u, "plaster", 3, flat=True)
            plane.ellipse(x + (k + 3) * u, plane.height - 33.4 * u, 1.4 * u, 1.4 * u, "leaf3", 1, flat=True)


def terrace(p: Plane, n: int) -> None:
    """High above the roofs: the city lies below, behind a railing with tubs of flowers."""
    if n == 0:
        relief.hills(p, "grass2", 40, 44)
        pieces.town(p, 26, 20, 44)
    elif n == 1:
        settlements.houses(p, p.line(24, 34, 2), 40, 30, wall="plaster", roof="roof")
        growth.canopy(p, p.line(22, 28, 3), 15, 6, leaf="leaf3")
    else:
        pieces.railing(p, 22)
        _parasols(p, 22)
        _pots(p, 22)
        pieces.paving(p, 21, "tile")
        _pots(p, 13, 110)


def roof(p: Plane, n: int) -> None:
    """A flat roof: chimneys, a water tank, an aerial, a door to the stairs; other roofs below."""
    if n == 0:
        relief.hills(p, "grass2", 34, 40)
        pieces.town(p, 20, 20, 46)
    elif n == 1:
        settlements.houses(p, p.line(20, 30, 2), 40, 30, wall="plaster", roof="roof")
    else:
        pieces.stand(p, 24, 84, (30, _stairhead), (20, _chimney), (26, _tank), (20, _chimney))
        p.box(0, p.height - 30 * p.unit, p.width, 8 * p.unit, "brick", 2)
        p.box(0, p.height - 32 * p.unit, p.width, 3 * p.unit, "brick", 4)
        pieces.paving(p, 23, "tile", across=34)


def _stairhead(s: Spot) -> None:
    s.block(0, 0, 30, 40, "brick", 2)
    s.block(-2, 39, 34, 4, "iron", 2)
    s.block(9, 0, 13, 27, "pot", 2)
    s.ball(19, 13, 1.2, 1.2, "lamp", 3)


def _chimney(s: Spot) -> None:
    s.block(2, 0, 16, 34, "brick", 2)
    for k in range(5):
        s.box(2, 6 * k + 4, 16, 0.8, "brick", 1)
    s.block(0, 33, 20, 4, "brick", 3)
    for x in (3, 11):
        s.block(x, 37, 5, 9, "pot", 2)
    s.box(22, 0, 1.2, 62, "iron", 1)
    for k in range(3):
        s.box(17 + k, 60 - 5 * k, 11 - 2 * k, 1, "iron", 1)


def _tank(s: Spot) -> None:
    for x in (2, 22):
        s.box(x, 0, 2, 26, "iron", 1)
    s.line(3, 2, 23, 24, 1, "iron", 1)
    s.block(0, 24, 26, 24, "timber", 2)
    for k in range(6):
        s.box(4 * k + 2, 24, 0.7, 24, "timber", 1)
    s.gable(13, 47, 14, 9, "iron", 2)


def battlements(p: Plane, n: int) -> None:
    """On a castle's wall: merlons, a tower, the land far below."""
    if n == 0:
        relief.mountains(p, height=76, foot=30, snow=0.7)
        relief.hills(p, "grass2", 24, 26)
    elif n == 1:
        growth.canopy(p, p.line(20, 28, 3), 11, 6, leaf="leaf2")
        pieces.stand(p, 18, 330, (46, _turret))
    else:
        u = p.unit
        for x in p.spread(26, 0.0):
            p.block(x, p.height - 46 * u, 15 * u, 18 * u, "castle", 2)
            p.box(x, p.height - 47 * u, 15 * u, 2 * u, "castle", 4)
        p.box(0, p.height - 30 * u, p.width, 10 * u, "castle", 2)
        p.box(0, p.height - 30 * u, p.width, max(1, u), "castle", 3)
        for x in p.spread(17, 0.2):
            p.box(x, p.height - 27 * u, max(1, u), 6 * u, "castle", 1)
        pieces.paving(p, 21, "stone")


def _turret(s: Spot) -> None:
    s.block(4, 0, 38, 96, "castle", 2)
    for y in (12, 30, 48, 66):
        for x in (8, 22, 32):
            s.box(x + y % 4, y, 6, 2, "castle", 1)
    s.block(0, 94, 46, 8, "castle", 3)
    for k in range(4):
        s.block(12 * k, 102, 8, 8, "castle", 2)
    s.box(20, 60, 5, 16, "castle", 0)
    s.box(22.5, 108, 1.4, 34, "timber", 1)
    s.box(24, 128, 16, 12, "flag", 2)


def courtyard(p: Plane, n: int) -> None:
    """Walls with windows on all sides, an arcade, a tree in a round bed, tubs."""
    if n == 0:
        pieces.fronts(p, 18, 120, 122, walls=("plaster",), roof=None, wide=80)
    elif n == 1:
        pieces.stand(p, 26, 160, (40, _well))
        growth.trees(p, pieces.level(p, 26), 320, 72)
    else:
        _pots(p, 21, 76)
        pieces.paving(p, 22, "stone")


def _well(s: Spot) -> None:
    s.block(4, 0, 32, 14, "stone", 2)
    s.box(2, 13, 36, 3, "stone", 4)
    for x in (6, 32):
        s.box(x, 14, 2.4, 26, "timber", 2)
    s.gable(20, 38, 22, 12, "roof", 2)
    s.box(19.4, 22, 1, 18, "iron", 1)
    s.block(16, 15, 8, 8, "timber", 2)
