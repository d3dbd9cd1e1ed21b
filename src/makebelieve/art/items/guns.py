"""What shoots, shown from the side, the muzzle to the right: pistol, rifle, ray gun, crossbow. In hands `humanoid.tools` draws them."""

from __future__ import annotations

import math
from itertools import pairwise

from makebelieve.art.raster.frames import Frame, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands

_SIDE = Frame((0.0, 8.0, 0.0), rz(9)).child((0, 0, 0), ry(-14))
_SIDES = (-1, 1)


def _guard(s: Scene, x: float) -> None:
    """A trigger in its guard."""
    ring = [(x + 2.7 * math.cos(math.radians(a)), 0.6 + 2.5 * math.sin(math.radians(a)), 0.0) for a in range(180, 361, 30)]
    for a, b in pairwise(ring):
        s.limb(_SIDE, a, b, 0.65, 0.65, "dark2", "guard", "guard", 0.2, priority=1.5)
    s.limb(_SIDE, (x, 1.0, 0), (x + 0.5, -0.6, 0), 0.5, 0.45, "dark", "trigger", priority=1.7)


def pistol(s: Scene, v: float) -> None:
    grip = _SIDE.child((-8.6, -2.8, 0), rz(-14))
    s.block(grip, (0, 0, 0), (2.9, 5.6, 2.2), 1.1, "wood", "grip", decals=[Decal("wood2", y=(-9.0, -3.6))])
    s.block(_SIDE, (-4.8, 3.2, 0), (6.4, 2.6, 2.2), 0.8, "metal", "body", "gun", 0.6)
    s.block(_SIDE, (6.0, 4.0, 0), (8.4, 1.7, 1.6), 0.6, "metal", "barrel", "gun", 0.4, decals=[Decal("dark2", y=(-9.0, -0.7))])
    s.drum(_SIDE, (-5.4, 3.2, 0), (0.4, 3.2, 0), 3.1, 3.1, "metal", "chamber", rounding=0.5, decals=[bands("dark2", 1.5, 0.2, axis=2)])
    s.limb(_SIDE, (-10.2, 5.2, 0), (-12.0, 7.6, 0), 1.1, 0.7, "dark2", "hammer", priority=1.4)
    s.block(_SIDE, (13.2, 6.2, 0), (0.8, 0.9, 0.5), 0.2, "dark2", "sight", priority=1.4)
    s.ball(_SIDE, (14.4, 4.0, 0.4), (0.6, 1.0, 1.0), "dark", "bore", priority=1.6)
    _guard(s, -2.6)


def rifle(s: Scene, v: float) -> None:
    s.limb(_SIDE, (-15.0, -1.6, 0), (-5.6, 3.0, 0), 3.4, 1.9, "wood", "stock", "stock", 0.8)
    s.block(_SIDE, (-2.6, 3.2, 0), (4.6, 2.0, 1.6), 0.6, "metal", "body")
    s.block(_SIDE, (5.4, 2.4, 0), (5.0, 1.5, 1.5), 0.6, "wood", "fore")
    s.limb(_SIDE, (2.0, 4.2, 0), (18.4, 4.2, 0), 1.15, 1.05, "metal", "barrel", priority=1.3)
    s.block(_SIDE, (17.2, 5.8, 0), (0.6, 0.9, 0.4), 0.2, "dark2", "sight", priority=1.4)
    s.block(_SIDE, (-1.6, 6.2, 0), (3.4, 0.9, 0.9), 0.3, "dark2", "scope", priority=1.3)
    _guard(s, -3.4)


def blaster(s: Scene, v: float) -> None:
    s.block(_SIDE.child((-7.0, -2.6, 0), rz(-16)), (0, 0, 0), (2.6, 5.2, 2.2), 1.1, "dark2", "grip")
    s.ball(_SIDE, (-3.6, 4.2, 0), (8.2, 4.6, 4.0), "metal", "body", "body", 1.2)
    s.limb(_SIDE, (2.0, 4.2, 0), (10.6, 4.2, 0), 3.0, 1.7, "metal", "body", "body", 1.2)
    for x, r in ((4.4, 4.6), (7.6, 3.9), (10.6, 3.2)):
        s.drum(_SIDE, (x, 4.2, 0), (x + 1.2, 4.2, 0), r, r, "accent", f"fin{x}", rounding=0.4, priority=1.2)
    s.ball(_SIDE, (14.0, 4.2, 0), 2.3, "glow", "muzzle", priority=1.5)
    s.ball(_SIDE, (-4.6, 5.4, 3.2), (2.2, 2.2, 1.4), "glow", "cell", priority=1.6)
    s.plate(_SIDE, [(-11.0, 5.0), (-6.0, 7.6), (-10.6, 12.4), (-13.0, 11.0)], 0.7, "accent", "tail", priority=1.2)
    _guard(s, -1.6)


def crossbow(s: Scene, v: float) -> None:
    """From above, pointing up: the arms bent back by the string, a bolt on the stock."""
    f = Frame((0.0, 12.0, 0.0), rz(-22))
    s.block(f, (0, -1.6, 0), (1.9, 12.0, 1.7), 0.7, "wood", "stock")
    s.block(f, (0, -11.0, 0), (2.7, 4.0, 1.9), 1.2, "wood", "butt")
    for side in _SIDES:
        bent = ((0.0, 8.6, 0.2), (side * 6.4, 8.2, 0.2), (side * 11.4, 4.4, 0.2), (side * 13.4, 0.4, 0.2))
        for i, (a, b) in enumerate(pairwise(bent)):
            s.limb(f, a, b, 1.7 - 0.35 * i, 1.35 - 0.35 * i, "metal", "arms", "arms", 0.5, priority=1.2)
        s.limb(f, (side * 13.2, 0.6, 0.4), (0, -3.6, 1.8), 0.5, 0.5, "string", "string", priority=1.8)
    s.limb(f, (0, -3.6, 2.2), (0, 12.6, 2.2), 0.75, 0.75, "straw", "bolt", priority=1.7)
    s.limb(f, (0, 12.2, 2.2), (0, 16.0, 2.2), 1.9, 0.2, "blade", "tip", priority=1.7)
    s.limb(f, (0, -9.0, -0.4), (3.0, -12.6, -0.4), 0.7, 0.6, "dark2", "trigger", priority=1.4)
