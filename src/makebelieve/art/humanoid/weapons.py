"""What hands hold. The weapon's frame: origin in the fist, y along the weapon, z the cutting side, x its flat. Also drawn as items."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from makebelieve.art.raster.frames import Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, regular, star

_SIDES: Final = (-1, 1)


def _hilt(s: Scene, w: Frame, wide: float = 3.4) -> None:
    s.limb(w, (0, -2.2, 0), (0, 2.2, 0), 1.0, 1.0, "leather", "grip")
    s.ball(w, (0, -3.1, 0), 1.5, "gold", "pommel", priority=1.4)
    s.limb(w, (0, 2.7, -wide), (0, 2.7, wide), 1.05, 1.05, "gold", "guard", priority=1.5)


def _blade(s: Scene, w: Frame, start: float, end: float, wide: float, tip: float) -> None:
    half = (end - start) / 2
    shine = [Decal("blade2", z=(-9.0, -0.1))]
    s.block(w, (0, start + half, 0), (0.85, half, wide), 0.3, "blade", "blade", "blade", priority=1.5, decals=shine)
    s.limb(
        w, (0, end - 0.4, 0), (0, end + tip, 0), wide * 0.96, 0.3, "blade", "blade", "blade", priority=1.5, flat=(0.45, 1.0), decals=shine
    )


def sword(s: Scene, w: Frame) -> None:
    _hilt(s, w)
    _blade(s, w, 3.2, 16.6, 1.9, 2.8)


def greatsword(s: Scene, w: Frame) -> None:
    _hilt(s, w, 4.6)
    _blade(s, w, 3.2, 22.0, 2.7, 3.6)


def dagger(s: Scene, w: Frame) -> None:
    _hilt(s, w, 2.4)
    _blade(s, w, 3.0, 8.6, 1.5, 2.6)


def katana(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -3.6, 0), (0, 2.2, 0), 0.95, 0.95, "leather", "grip", decals=[bands("trim", 1.8, 0.4)])
    s.drum(w, (0, 2.2, 0), (0, 2.9, 0), 2.2, 2.2, "gold", "guard", priority=1.5)
    for i in range(5):
        a, b = 3.0 + 3.6 * i, 6.6 + 3.6 * i
        za, zb = 0.09 * i * i, 0.09 * (i + 1) ** 2
        s.limb(
            w,
            (0, a, -za),
            (0, b, -zb),
            1.35,
            1.3 if i < 4 else 0.4,
            "blade",
            "blade",
            "blade",
            0.3,
            priority=1.6,
            flat=(0.5, 1.0),
            decals=[Decal("blade2", z=(-9.0, -0.2))],
        )


def scimitar(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -2.0, 0), (0, 2.2, 0), 1.0, 1.0, "leather", "grip")
    s.ring(w, (0, 0.4, 1.6), 2.2, 0.7, "gold", "guard", turn=rz(90), priority=1.3)
    for i in range(5):
        a, b = 2.6 + 3.0 * i, 5.6 + 3.0 * i
        za, zb = 0.16 * i * i, 0.16 * (i + 1) ** 2
        s.limb(
            w,
            (0, a, -za),
            (0, b, -zb),
            1.5 + 0.22 * i,
            1.72 + 0.22 * i if i < 4 else 0.4,
            "blade",
            "blade",
            "blade",
            0.4,
            priority=1.5,
            flat=(0.42, 1.0),
            decals=[Decal("blade2", z=(-9.0, -0.4))],
        )


def rapier(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -2.2, 0), (0, 2.0, 0), 0.9, 0.9, "leather", "grip")
    s.ball(w, (0, 2.2, 0), (2.6, 1.6, 2.6), "gold", "cup", priority=1.3)
    s.limb(w, (0, 3.2, 0), (0, 20.0, 0), 0.8, 0.5, "blade", "blade", priority=2.0)


def axe(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -4.4, 0), (0, 14.6, 0), 1.1, 1.1, "wood", "haft", priority=1.3, decals=[bands("leather", 99.0, 0.05, 4.4)])
    s.plate(
        w,
        [(-1.2, 9.2), (2.6, 10.0), (7.2, 6.8), (8.4, 11.6), (7.2, 16.4), (2.6, 13.2), (-1.2, 14.0)],
        1.0,
        "blade",
        "head",
        turn=ry(-90),
        priority=1.4,
        decals=[Decal("blade2", x=(-9.0, 4.8))],
    )
    s.block(w, (0, 11.6, 0), (1.7, 2.6, 1.9), 0.5, "metal", "socket", priority=1.2)


def battleaxe(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -7.0, 0), (0, 18.0, 0), 1.1, 1.1, "wood", "haft", priority=1.3)
    for side in _SIDES:
        s.plate(
            w,
            [(0, 11.4), (3.0, 11.8), (7.4, 8.0), (8.6, 13.4), (7.4, 18.8), (3.0, 15.0), (0, 15.4)],
            1.0,
            "blade",
            f"head{side}",
            turn=ry(-90 * side),
            priority=1.4,
            decals=[Decal("blade2", x=(-9.0, 4.6))],
        )
    s.limb(w, (0, 16.0, 0), (0, 20.8, 0), 1.5, 0.3, "metal", "spike", priority=1.6)


def hammer(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -5.0, 0), (0, 13.0, 0), 1.15, 1.15, "wood", "haft", priority=1.3)
    s.block(w, (0, 14.0, 0.6), (3.0, 3.4, 6.0), 0.8, "metal", "head", decals=[Decal("trim", z=(-2.2, -0.8)), Decal("trim", z=(2.0, 3.4))])


def mace(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -4.0, 0), (0, 11.0, 0), 1.1, 1.0, "wood", "haft", priority=1.3)
    s.ball(w, (0, 13.4, 0), 3.6, "metal", "head")
    for x, y, z in ((0, 4.6, 0), (4.4, 1, 0), (-4.4, 1, 0), (0, 1, 4.4), (0, 1, -4.4), (3, -2.4, 3), (-3, -2.4, 3)):
        s.limb(w, (x * 0.6, 13.4 + y * 0.6, z * 0.6), (x * 1.2, 13.4 + y * 1.2, z * 1.2), 1.2, 0.3, "blade", "spikes", priority=1.5)


def club(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -3.4, 0), (0, 14.4, 0), 1.3, 3.8, "wood", "club", priority=1.2, decals=[bands("leather", 99.0, 0.05, 3.4)])
    for x, y, z in ((3.4, 11, 0), (-3.4, 12, 0), (0, 13, 3.6), (0.6, 9, 3.0), (0, 17.6, 0)):
        s.ball(w, (x, y, z), 1.2, "metal", "studs", priority=1.5)


def spear(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 15.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    s.plate(
        w,
        [(0, 24.0), (2.5, 17.6), (1.1, 14.4), (-1.1, 14.4), (-2.5, 17.6)],
        0.8,
        "blade",
        "point",
        turn=ry(-90),
        priority=1.6,
        decals=[Decal("blade2", x=(-9.0, 0.0))],
    )
    s.ring(w, (0, 14.6, 0), 1.1, 0.7, "trim", "collar", priority=1.6)


def trident(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 14.0, 0), 0.95, 0.95, "gold", "shaft", priority=1.8)
    s.limb(w, (0, 14.4, -3.8), (0, 14.4, 3.8), 1.0, 1.0, "gold", "bar", priority=1.6)
    for z, top in ((-3.8, 20.4), (0, 22.6), (3.8, 20.4)):
        s.limb(w, (0, 14.4, z), (0, top, z), 0.95, 0.5, "gold", "prong", priority=1.8)


def pitchfork(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 13.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    s.limb(w, (0, 13.4, -3.2), (0, 13.4, 3.2), 0.8, 0.8, "metal", "bar", priority=1.7)
    for z in (-3.2, 0, 3.2):
        s.limb(w, (0, 13.4, z), (0, 19.6, z), 0.7, 0.4, "metal", "prong", priority=1.9)


def halberd(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 16.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    s.plate(w, [(0, 10.6), (5.6, 8.6), (6.6, 12.2), (5.6, 15.8), (0, 14.6)], 0.8, "blade", "head", turn=ry(-90), priority=1.5)
    s.limb(w, (0, 16.0, 0), (0, 22.8, 0), 1.3, 0.3, "blade", "point", priority=1.7)


def scythe(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -15.0, 0), (0, 17.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    last = (0.0, 16.4, 0.0)
    for i in range(5):
        angle = math.radians(20 + 22 * i)
        end = (0.0, last[1] + 3.6 * math.cos(angle) - 0.8, last[2] + 3.4 * math.sin(angle))
        s.limb(w, last, end, 1.9 - 0.3 * i, 1.6 - 0.3 * i, "blade", "blade", "blade", 0.3, priority=1.5, flat=(0.45, 1.0))
        last = end


def staff(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 15.0, 0), 1.1, 1.2, "wood", "shaft", priority=1.6)
    for angle in (0, 120, 240):
        turn = w.child((0, 14.6, 0), ry(angle))
        s.limb(turn, (0, 0, 0.6), (0, 3.6, 3.2), 0.9, 0.8, "wood", "claw", "claw", 0.4, priority=1.4)
        s.limb(turn, (0, 3.6, 3.2), (0, 7.0, 2.0), 0.8, 0.4, "wood", "claw", "claw", 0.4, priority=1.4)
    s.ball(w, (0, 18.6, 0), 2.9, "glow", "orb", priority=1.5)


def wand(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -2.0, 0), (0, 9.0, 0), 0.95, 0.7, "wood", "stick", priority=1.8)
    s.plate(w, star(5, 3.2, 1.4), 0.7, "glow", "star", at=(0, 10.8, 0), turn=ry(90), priority=1.6)


def torch(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -4.0, 0), (0, 8.6, 0), 1.0, 1.7, "wood", "stick", priority=1.4)
    s.ball(w, (0, 9.6, 0), (2.4, 1.9, 2.4), "leather", "wrap")
    s.limb(w, (0, 11.4, 0), (0, 17.4, 0), 2.9, 0.4, "fire", "flame", "flame", 1.0, priority=1.3)
    s.limb(w, (0, 11.0, 0.6), (0, 14.0, 0.6), 1.7, 0.4, "spark", "core", priority=1.7)


def broom(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 12.0, 0), 0.9, 0.9, "wood", "shaft", priority=1.8)
    s.drum(w, (0, -13.0, 0), (0, -21.0, 0), 1.8, 4.2, "straw", "brush", rounding=0.6, decals=[bands("leather", 99.0, 0.03, 4.5)])


def pickaxe(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -5.0, 0), (0, 13.0, 0), 1.1, 1.1, "wood", "haft", priority=1.5)
    for side in _SIDES:
        s.limb(w, (0, 13.4, 0), (0, 12.8, side * 5.0), 1.8, 1.4, "metal", "head", "head", 0.4, priority=1.5)
        s.limb(w, (0, 12.8, side * 5.0), (0, 10.0, side * 9.2), 1.4, 0.3, "metal", "head", "head", 0.4, priority=1.5)


def shovel(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -11.0, 0), (0, 10.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    s.limb(w, (0, -11.0, -2.0), (0, -11.0, 2.0), 0.9, 0.9, "wood", "handle", priority=1.6)
    s.plate(w, [(-3.0, 9.4), (3.0, 9.4), (3.2, 15.0), (0, 18.6), (-3.2, 15.0)], 0.7, "metal", "blade", turn=ry(-90), priority=1.4)


def hoe(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -12.0, 0), (0, 14.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    s.plate(w, [(0, 14.6), (6.6, 12.6), (6.6, 9.6), (0, 12.8)], 0.8, "metal", "blade", turn=ry(-90), priority=1.5)


def wrench(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -3.0, 0), (0, 10.0, 0), 1.2, 1.2, "metal", "bar", "wrench", 0.4, priority=1.4)
    s.plate(
        w,
        [
            (-1.4, 9.0),
            (1.4, 9.0),
            (3.6, 11.4),
            (3.6, 15.4),
            (1.3, 15.4),
            (1.3, 12.4),
            (-1.3, 12.4),
            (-1.3, 15.4),
            (-3.6, 15.4),
            (-3.6, 11.4),
        ],
        0.9,
        "metal",
        "jaw",
        turn=ry(-90),
        priority=1.5,
    )


def pan(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -2.0, 0), (0, 7.0, 0), 1.0, 0.9, "wood", "handle", priority=1.5)
    s.drum(w, (-0.7, 11.6, 0), (0.9, 11.6, 0), 5.2, 5.6, "metal", "pan", rounding=0.5)


def bow(s: Scene, w: Frame, draw: float = 0.0) -> None:
    """Held across: y along the stave, z towards the archer is negative."""
    for side in _SIDES:
        s.limb(w, (0, 0, 0.6), (0, side * 6.2, -0.6), 1.15, 1.0, "wood", "stave", "stave", 0.5, priority=1.7)
        s.limb(w, (0, side * 6.2, -0.6), (0, side * 11.4, -4.2), 1.0, 0.6, "wood", "stave", "stave", 0.5, priority=1.7)
        s.limb(w, (0, side * 11.4, -4.2), (0, 0, -4.2 - 7.0 * draw), 0.36, 0.36, "string", "string", priority=2.4)
    s.limb(w, (0, -1.6, 0.6), (0, 1.6, 0.6), 1.4, 1.4, "leather", "grip", priority=1.5)
    if draw > 0.05:
        s.limb(w, (0, 0, -4.0 - 7.0 * draw), (0, 0, 8.0 - 7.0 * draw), 0.5, 0.5, "wood", "arrow", priority=2.4)
        s.limb(w, (0, 0, 8.0 - 7.0 * draw), (0, 0, 10.6 - 7.0 * draw), 1.3, 0.2, "blade", "arrowhead", priority=2.0)


def crossbow(s: Scene, w: Frame) -> None:
    s.block(w, (0, 4.4, 0), (1.2, 8.0, 1.5), 0.5, "wood", "stock", priority=1.3)
    for side in _SIDES:
        s.limb(w, (0, 10.6, 0), (side * 7.6, 8.4, 0), 1.1, 0.7, "metal", "arms", "arms", 0.4, priority=1.6)
        s.limb(w, (side * 7.6, 8.4, 0), (0, 4.4, 0.6), 0.4, 0.4, "string", "string", priority=2.2)
    s.limb(w, (0, 4.4, 1.4), (0, 13.8, 1.4), 0.5, 0.4, "blade", "bolt", priority=2.0)


def pistol(s: Scene, w: Frame) -> None:
    s.block(w, (0, -0.6, -0.6), (1.2, 1.5, 2.6), 0.5, "wood", "butt", turn=rx(12))
    s.block(w, (0, 4.6, 1.5), (1.25, 5.0, 1.5), 0.5, "metal", "barrel", priority=1.4, decals=[Decal("dark", y=(4.4, 9.0))])


def rifle(s: Scene, w: Frame) -> None:
    s.block(w, (0, -5.4, -1.0), (1.3, 4.6, 2.0), 0.6, "wood", "butt", turn=rx(8))
    s.block(w, (0, 2.6, 0.2), (1.4, 5.2, 1.7), 0.5, "metal", "body", priority=1.2)
    s.limb(w, (0, 7.0, 0.6), (0, 17.0, 0.6), 0.95, 0.9, "metal", "barrel", priority=1.7)
    s.block(w, (0, 2.4, -3.0), (1.0, 1.2, 2.6), 0.4, "dark", "magazine")


def blaster(s: Scene, w: Frame) -> None:
    s.block(w, (0, -0.6, -0.8), (1.2, 1.5, 2.6), 0.5, "dark", "butt", turn=rx(12))
    s.block(w, (0, 4.0, 1.6), (1.9, 4.6, 2.2), 0.9, "metal", "body")
    s.limb(w, (0, 8.0, 1.6), (0, 12.0, 1.6), 1.4, 1.4, "dark", "muzzle", priority=1.3)
    s.ball(w, (0, 4.4, 3.0), 1.5, "glow", "cell", priority=1.4)
    s.ball(w, (0, 12.4, 1.6), 1.3, "glow", "tip", priority=1.5)


def cannon(s: Scene, w: Frame) -> None:
    s.drum(w, (0, -3.0, 1.0), (0, 10.0, 1.0), 3.6, 3.2, "metal", "barrel", rounding=0.8)
    s.drum(w, (0, 9.2, 1.0), (0, 11.6, 1.0), 4.2, 4.2, "trim", "muzzle", rounding=0.4)
    s.ball(w, (0, 11.8, 1.0), (2.8, 0.6, 2.8), "dark", "bore", priority=1.3)


def whip(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -2.4, 0), (0, 3.4, 0), 1.1, 0.9, "leather", "handle", priority=1.5)
    last = (0.0, 3.4, 0.0)
    for i, (y, z) in enumerate(((7.6, 1.8), (10.8, 5.2), (10.2, 9.8), (6.6, 12.4), (3.4, 10.4))):
        s.limb(w, last, (0.0, y, z), 0.85 - 0.08 * i, 0.77 - 0.08 * i, "leather", "lash", "lash", 0.3, priority=2.0)
        last = (0.0, y, z)


def flail(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -4.0, 0), (0, 9.0, 0), 1.1, 1.1, "wood", "haft", priority=1.4)
    for i in range(3):
        s.ball(w, (0, 10.0 - 0.8 * i, 1.8 + 1.8 * i), 0.9, "metal", "chain", priority=1.7)
    s.ball(w, (0, 6.4, 8.4), 3.0, "metal", "head")
    for y, z in ((10.2, 8.4), (6.4, 12.2), (2.6, 8.4), (9.2, 11.2), (3.6, 11.2)):
        s.limb(w, (0, (y + 6.4) / 2, (z + 8.4) / 2), (0, y, z), 1.1, 0.3, "blade", "spikes", priority=1.5)


def lantern(s: Scene, w: Frame) -> None:
    s.ring(w, (0, -1.4, 0), 1.6, 0.5, "dark", "ring", turn=rx(90), priority=1.4)
    s.drum(w, (0, -3.2, 0), (0, -4.6, 0), 1.4, 3.0, "dark", "cap")
    s.drum(w, (0, -4.6, 0), (0, -9.4, 0), 2.5, 2.5, "glow", "glass", priority=1.3)
    s.drum(w, (0, -9.4, 0), (0, -10.8, 0), 3.0, 3.0, "dark", "foot")


def rod(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -5.0, 0), (0, 20.0, 2.0), 0.95, 0.5, "wood", "rod", priority=1.8)
    s.limb(w, (0, 20.0, 2.0), (0, 8.0, 10.0), 0.32, 0.32, "string", "line", priority=2.4)
    s.ball(w, (0, 7.4, 10.2), 1.3, "accent", "float", priority=1.6)


def guitar(s: Scene, w: Frame) -> None:
    s.ball(w, (0, -3.0, 0), (1.9, 4.2, 4.4), "wood", "body", "body", 1.0)
    s.ball(w, (0, 2.0, 0), (1.8, 3.2, 3.4), "wood", "body", "body", 1.0)
    s.block(w, (0, 9.4, 0), (0.9, 6.4, 0.95), 0.3, "leather", "neck", priority=1.5)
    s.block(w, (0, 16.2, 0), (1.0, 1.8, 1.5), 0.4, "leather", "head", priority=1.4)
    s.ball(w, (1.6, -0.8, 0), (0.8, 1.7, 1.7), "dark", "hole", priority=1.3)


def book(s: Scene, w: Frame) -> None:
    s.block(
        w,
        (0, 2.4, 0),
        (1.7, 4.4, 3.5),
        0.4,
        "accent",
        "cover",
        decals=[Decal("paper", x=(-1.1, 1.1), y=(-9.0, 9.0), z=(-2.8, 9.0)), Decal("gold", y=(-1.2, 1.2), z=(-1.4, 1.4))],
    )


def umbrella(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -6.0, 0), (0, 14.0, 0), 0.7, 0.7, "wood", "stick", priority=1.8)
    s.ball(w, (0, 9.6, 0), (10.0, 7.6, 10.0), "accent", "canopy", clip=(0.0, -1.0, 0.0, -1.4), decals=[bands("cloth", 5.0, 0.5, axis=0)])


def flag(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -12.0, 0), (0, 20.0, 0), 0.9, 0.9, "wood", "pole", priority=1.8)
    s.plate(w, [(0, 19.0), (9.6, 17.4), (7.0, 14.4), (9.6, 11.2), (0, 10.4)], 0.5, "accent", "cloth", turn=ry(90), priority=1.3)


def wheel_star(s: Scene, w: Frame) -> None:
    """A throwing star."""
    s.plate(
        w,
        star(4, 5.2, 1.7),
        0.6,
        "blade",
        "star",
        at=(0, 3.0, 0),
        turn=ry(90),
        priority=1.5,
        decals=[Decal("dark", x=(-0.9, 0.9), y=(-0.9, 0.9))],
    )


def bomb(s: Scene, w: Frame) -> None:
    s.ball(w, (0, 3.4, 0), 4.4, "dark", "bomb")
    s.limb(w, (0, 7.4, 0), (1.4, 10.4, 0), 0.8, 0.6, "string", "fuse", priority=1.6)
    s.ball(w, (1.6, 11.2, 0), 1.4, "spark", "spark", priority=1.6)


def ball(s: Scene, w: Frame) -> None:
    s.ball(w, (0, 3.0, 0), 4.2, "accent", "ball", decals=[bands("cloth", 4.0, 0.3)])


def microphone(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -3.0, 0), (0, 3.6, 0), 0.9, 1.2, "dark", "grip", priority=1.4)
    s.ball(w, (0, 5.6, 0), 2.2, "metal", "head", priority=1.2)


def brush(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -4.0, 0), (0, 8.0, 0), 0.8, 1.0, "wood", "handle", priority=1.6)
    s.drum(w, (0, 8.0, 0), (0, 10.0, 0), 1.3, 1.4, "metal", "ferrule", priority=1.4)
    s.limb(w, (0, 10.0, 0), (0, 13.6, 0), 1.4, 0.3, "accent", "tip", priority=1.4)


def rolling_pin(s: Scene, w: Frame) -> None:
    s.drum(w, (0, 3.0, 0), (0, 13.0, 0), 2.2, 2.2, "wood", "roll", rounding=0.6)
    for a, b in ((-2.0, 3.0), (13.0, 16.0)):
        s.limb(w, (0, a, 0), (0, b, 0), 0.9, 0.9, "leather", "grip", priority=1.5)


def ladle(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -3.0, 0), (0, 11.0, 0), 0.9, 0.8, "wood", "handle", priority=1.6)
    s.ball(w, (0, 12.6, 0.8), (2.6, 2.4, 2.6), "metal", "bowl", priority=1.2)


def net(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -8.0, 0), (0, 9.0, 0), 0.85, 0.85, "wood", "handle", priority=1.8)
    s.ring(w, (0, 13.4, 0), 4.2, 0.75, "wood", "hoop", turn=rz(90), priority=1.6)
    s.limb(w, (-0.4, 13.4, 0), (-5.4, 12.6, 0), 3.8, 1.0, "string", "bag", decals=[bands("cloth", 1.6, 0.25)])


WEAPONS: Final[dict[str, Callable[[Scene, Frame], None]]] = {
    "sword": sword,
    "greatsword": greatsword,
    "dagger": dagger,
    "katana": katana,
    "scimitar": scimitar,
    "rapier": rapier,
    "axe": axe,
    "battleaxe": battleaxe,
    "hammer": hammer,
    "mace": mace,
    "club": club,
    "spear": spear,
    "trident": trident,
    "pitchfork": pitchfork,
    "halberd": halberd,
    "scythe": scythe,
    "staff": staff,
    "wand": wand,
    "torch": torch,
    "broom": broom,
    "pickaxe": pickaxe,
    "shovel": shovel,
    "hoe": hoe,
    "wrench": wrench,
    "pan": pan,
    "bow": bow,
    "crossbow": crossbow,
    "gun": pistol,
    "rifle": rifle,
    "blaster": blaster,
    "cannon": cannon,
    "whip": whip,
    "flail": flail,
    "lantern": lantern,
    "rod": rod,
    "guitar": guitar,
    "book": book,
    "umbrella": umbrella,
    "flag": flag,
    "shuriken": wheel_star,
    "bomb": bomb,
    "ball": ball,
    "microphone": microphone,
    "brush": brush,
    "pin": rolling_pin,
    "ladle": ladle,
    "net": net,
}
# How each is used in an attack; the rest slash.
_CLASSES: Final[dict[str, str]] = {
    **dict.fromkeys(
        (
            "axe",
            "battleaxe",
            "hammer",
            "mace",
            "club",
            "greatsword",
            "pickaxe",
            "shovel",
            "hoe",
            "flail",
            "scythe",
            "halberd",
            "pan",
            "guitar",
            "pin",
        ),
        "chop",
    ),
    **dict.fromkeys(("spear", "trident", "pitchfork", "dagger", "rapier", "umbrella", "flag", "broom"), "thrust"),
    "bow": "bow",
    **dict.fromkeys(("gun", "rifle", "blaster", "cannon", "crossbow"), "shoot"),
    **dict.fromkeys(("staff", "wand", "book", "torch", "lantern", "microphone", "brush"), "cast"),
    **dict.fromkeys(("bomb", "ball", "shuriken"), "punch"),
    "none": "punch",
}
TWO_HANDED: Final = frozenset({"greatsword", "battleaxe", "scythe", "halberd", "rifle", "cannon", "guitar", "rod"})
LONG: Final = frozenset({"spear", "trident", "pitchfork", "halberd", "scythe", "staff", "broom", "shovel", "hoe", "flag"})


def attack_class(weapon: str) -> str:
    """The attack motion of a weapon: slash, chop, thrust, bow, shoot, cast, punch."""
    return _CLASSES.get(weapon, "slash")


def shield(s: Scene, w: Frame, kind: str, emblem: str) -> None:
    """Frame: origin at the grip, z outwards."""
    if kind == "tower":
        s.block(w, (0, -1.0, 0), (5.6, 9.0, 1.0), 0.6, "gold", "shield", "shield", decals=[Decal("leather", z=(-9.0, -0.4))])
        s.block(
            w,
            (0, -1.0, 0.5),
            (4.5, 7.9, 1.0),
            0.4,
            "cloth2",
            "shield",
            "shield",
            decals=[Decal("gold", x=(-0.9, 0.9), z=(0, 9)), Decal("gold", y=(-0.9, 0.9), z=(0, 9))],
        )
    elif kind == "kite":
        outline = [(-6.2, 5.6), (0, 7.0), (6.2, 5.6), (5.4, -2.2), (0, -9.6), (-5.4, -2.2)]
        s.plate(w, outline, 0.9, "gold", "shield", "shield", decals=[Decal("leather", z=(-9.0, -0.3))])
        s.plate(
            w,
            [(x * 0.8, y * 0.8) for x, y in outline],
            1.3,
            "cloth2",
            "shield",
            "shield",
            at=(0, -0.2, 0.2),
            decals=[Decal("gold", x=(-1.0, 1.0), z=(0, 9)), Decal("gold", y=(0.4, 2.4), z=(0, 9))],
        )
    elif kind == "buckler":
        s.ball(w, (0, 0, 0), (4.8, 4.8, 1.3), "metal", "shield", "shield", decals=[Decal("leather", z=(-9.0, -0.3))])
        s.ball(w, (0, 0, 1.0), (1.6, 1.6, 1.2), "gold", "boss", priority=1.3)
    else:
        s.ball(w, (0, -0.3, 0), (6.4, 7.4, 1.5), "gold", "shield", "shield", decals=[Decal("leather", z=(-9.0, -0.35))])
        cross = [Decal("gold", x=(-1.05, 1.05), z=(0, 9)), Decal("gold", y=(0.3, 2.4), z=(0, 9))]
        s.ball(w, (0, -0.2, 0.55), (5.2, 6.2, 1.6), "cloth2", "shield", "shield", decals=cross if emblem == "cross" else [])
        if emblem != "cross":
            s.ball(w, (0, -0.2, 1.9), (1.9, 1.9, 1.1), "gold", "boss", priority=1.3)


def emblem(s: Scene, w: Frame, name: str) -> None:
    """A small raised sign on a chest."""
    if name == "star":
        s.plate(w, star(5, 2.6, 1.2), 0.4, "gold", "emblem", priority=1.5)
    elif name == "heart":
        s.plate(w, [(0, -2.4), (2.4, 0.4), (1.4, 2.0), (0, 1.0), (-1.4, 2.0), (-2.4, 0.4)], 0.4, "accent", "emblem", priority=1.5)
    elif name == "bolt":
        s.plate(w, [(0.6, 3), (-1.8, -0.4), (-0.2, -0.4), (-0.8, -3), (1.8, 0.6), (0.2, 0.6)], 0.4, "gold", "emblem", priority=1.5)
    elif name == "badge":
        s.plate(w, regular(6, 1.7), 0.4, "gold", "emblem", priority=1.5)
