"""Ground laid out by people and kept: mazes, golf courses, graveyards."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery import growth, relief, settlements
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane, fractal
from makebelieve.art.scenery.vistas import pieces


def maze(p: Plane, n: int) -> None:
    """High clipped hedges with a gap, gravel between."""
    if n == 0:
        growth.canopy(p, p.line(70, 80, 4), 16, 9, leaf="leaf2")
        _hedge(p, 40, 52, "leaf3", 190)
    elif n == 1:
        _hedge(p, 30, 60, "leaf2", 150)
    else:
        pieces.stand(p, 22, 320, (30, _urn))
        growth.earth(p, pieces.level(p, 30), "path", rough=False)


def _hedge(plane: Plane, above: float, tall: float, leaf: str, gap: float) -> None:
    """A hedge like a wall, with openings `gap` apart."""
    u = plane.unit
    start = plane.height - (above + tall) * u
    grain = fractal(plane.height, plane.width, max(4, round(plane.width / (5 * u))), plane.height / (6 * u), 2, plane.rng)
    tone = np.clip((grain * 4.4 - 0.4).astype(np.int64), 0, 3)
    wall = (plane.y >= start) & (plane.y < plane.height)
    for x in plane.spread(gap, 0.3):
        away = np.abs((plane.x - x + plane.width / 2) % plane.width - plane.width / 2)
        wall = wall & ((away > 14 * u) | (plane.y < plane.height - (above + 40) * u))
    plane.ink = np.where(wall, plane.code(leaf) + tone, plane.ink).astype(np.uint8)
    plane.ink = np.where(wall & (plane.y < start + 3 * u), plane.code(leaf) + 4, plane.ink).astype(np.uint8)


def _urn(s: Spot) -> None:
    s.block(6, 0, 18, 12, "stone", 2)
    s.ball(15, 20, 11, 9, "stone", 3)
    s.mass([(10, 30, 6), (20, 30, 6), (15, 34, 6)], "petal", leafy=0.8)


def golf(p: Plane, n: int) -> None:
    """A green with a flag, a bunker of sand."""
    if n == 0:
        relief.hills(p, "grass2", 40, 50)
        growth.trees(p, p.line(54, 62, 3), 40, 32, leaf="leaf2")
    elif n == 1:
        growth.earth(p, p.line(40, 48, 2), "grass2", rough=False)
        for s in pieces.spots(p, 34, 150, 100, 0.3):
            s.ball(50, 0, 50, 6, "sand" if s.mirrored else "grass", 3, flat=True)
            s.box(50, 0, 1.6, 44, "cream", 4)
            s.box(51, 33, 17, 11, "flag", 3)
    else:
        growth.trees(p, p.line(24, 26, 2), 320, 74)
        growth.earth(p, p.line(22, 28, 1), rough=False)


def graveyard(p: Plane, n: int) -> None:
    """Headstones in the grass, a church with a steeple, a yew."""
    if n == 0:
        relief.hills(p, "grass2", 36, 50)
        pieces.stand(p, 50, 320, (80, _church))
        relief.hills(p, "grass2", 6, 48)
    elif n == 1:
        growth.trees(p, p.line(36, 42, 2), 130, 56, leaf="needle")
        growth.earth(p, p.line(36, 42, 2), "grass2")
    else:
        ground = p.line(20, 26, 2)
        settlements.graves(p, ground)
        growth.earth(p, ground)
        growth.tufts(p, ground)


def _church(s: Spot) -> None:
    s.block(20, 0, 56, 28, "stone", 2)
    s.shape(
        16, 28, 64, 16, lambda x, y: np.where((x > 16 + (y - 28) * 0.6) & (x < 80 - (y - 28) * 0.6), np.where(y % 4 < 1, 1, 2), -1), "roof"
    )
    s.block(2, 0, 20, 52, "stone", 3)
    s.gable(12, 51, 12, 30, "roof", 2)
    s.box(11.4, 80, 1.2, 8, "iron", 1)
    s.box(9.4, 84, 5, 1.2, "iron", 1)
    for x in (32, 46, 60):
        s.box(x, 8, 5, 12, "window", 2)
    s.box(9, 34, 6, 9, "iron", 0)
