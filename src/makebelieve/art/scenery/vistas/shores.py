"""Shores that are no beach: black rocks that run down into the sea."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery import growth, relief
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field, Plane
from makebelieve.art.scenery.vistas import pieces


def rocks(p: Plane, n: int) -> None:
    """Rocks in the surf, weed over their edges, barnacles, pools with starfish, a plank wedged high."""
    if n == 0:
        relief.mountains(p, "rock2", 34, 66, cap=None, count=3)
        relief.sea(p, 72)
        _boulders(p, 62, 92, 14, weed=False)
    elif n == 1:
        _boulders(p, 44, 74, 27)
        relief.sea(p, 44, material="water2")
        for s in pieces.spots(p, 44, 34, 0, 0.8):
            s.mass([(-10, 0, 4), (-3, 2, 6), (6, 1, 5), (12, -1, 3)], "cream", leafy=1.0, squash=0.8)
    else:
        _boulders(p, 22, 108, 26)
        pieces.stand(p, 30, 320, (70, _plank))
        relief.crags(p, "rock", 18, 16, count=9)
        growth.earth(p, p.line(17, 24, 5), "rock")
        for number, s in enumerate(pieces.spots(p, 9, 92, 0, 0.5)):
            _pool(s, number % 2 == 0)
        for s in pieces.spots(p, 17, 30, 0, 1.0):
            for k in range(5):
                s.ball(4 * k - 8, (3 * k) % 5, 1.5, 1.2, "cream", 3, flat=True)


def _boulders(p: Plane, above: float, gap: float, size: float, *, weed: bool = True) -> None:
    """Broken rocks grown together, weed over them like wet hair."""
    for s in pieces.spots(p, above, gap, 0, 0.7):
        tall = size * (0.7 + 0.6 * p.rng.random())
        for dx, wide, high in ((-1.1, 0.8, 0.5), (0.9, 0.9, 0.62), (-0.35, 0.9, 0.8), (0.25, 0.75, 1.0)):
            x, half, y = dx * size, wide * size, high * tall
            s.shape(x - half, -6, 2 * half, y + 6, lambda px, py, x=x, half=half, y=y: _faces(px - x, py, half, y), "rock")  # type: ignore[misc]
        for k in range(6 if weed else 0):
            x = (-1.2 + 0.45 * k) * size
            top = 0.4 * tall + 0.12 * size * (k % 2)
            s.line(x, top, x - 3, top - 0.4 * tall - 5, 4.4, "kelp", 1 + k % 2, 1.6)
            s.line(x + 3, top - 2, x + 3, top - 0.34 * tall - 4, 3, "kelp", 2 - k % 2, 1.2)


def _faces(x: Field, y: Field, half: float, tall: float) -> Field:
    """A block of stone whose top slopes: a lit crown, a lit left face, a dark right one."""
    crown = tall - 0.22 * np.abs(x + 0.2 * half) - 0.9 * np.maximum(0, np.abs(x) - 0.6 * half)
    inside = (np.abs(x) < half * (1.06 - 0.2 * y / tall)) & (y < crown)
    ridge = 0.25 * half + 0.12 * y * np.sin(0.3 * y)
    shade = np.where(y > crown - 2.2, 4, np.where(x > ridge, 1, np.where(x < ridge - 0.9 * half, 3, 2)))
    return np.asarray(np.where(inside, shade, -1))


def _plank(s: Spot) -> None:
    s.line(0, 6, 68, 26, 5, "timber", 2)
    s.box(8, 8, 1.6, 1.6, "iron", 1)
    s.box(60, 23, 1.6, 1.6, "iron", 1)


def _pool(s: Spot, star: bool) -> None:
    """A pool left by the tide; a starfish in one, weed in the next."""
    s.ball(0, 0, 30, 6.4, "rock", 0, flat=True)
    s.ball(0, -0.6, 28, 5.2, "water", 2, flat=True)
    s.ball(-8, 1.4, 12, 1.2, "water", 4, flat=True)
    if star:
        for dx, dy in ((0, 4.4), (8, 1.2), (5, -3), (-5, -3), (-8, 1.2)):
            s.line(6, -0.4, 6 + dx, -0.4 + dy, 3.4, "fruit", 3, 1.4)
    else:
        for k in range(5):
            s.line(-4 + 3 * k, -2, -9 + 4 * k, 7, 1.8, "kelp", 2)
