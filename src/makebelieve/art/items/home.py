"""Kitchen and bathroom, balls and toys, and small tools."""

from __future__ import annotations

import math

from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands

_SIDES = (-1, 1)


def saw(s: Scene, v: float) -> None:
    f = Frame((-1.0, 13.0, 0), rz(24))
    teeth = [(x, -3.2 if k % 2 else -5.0) for k, x in enumerate(range(14, -9, -2))]
    s.plate(f, [(-8.0, 5.0), (15.0, 1.4), *teeth], 0.6, "blade", "blade")
    s.block(f, (-11.6, 0, 0), (4.2, 6.4, 1.4), 1.6, "main", "handle")
    s.block(f, (-11.8, 0, 1.0), (1.5, 3.2, 1.0), 0.8, "dark", "hole", priority=1.3)


def basketball(s: Scene, v: float) -> None:
    f = Frame((0, 12.0, 0)).child((0, 0, 0), rz(20), ry(24))
    lines = [Decal("dark", x=(-0.6, 0.6)), Decal("dark", y=(-0.6, 0.6))]
    s.ball(f, (0, 0, 0), 12.0, "main", "ball", decals=lines)
    for side in _SIDES:
        s.ring(f, (side * 9.4, 0, 0), 7.6, 0.7, "dark", f"seam{side}", turn=rz(90), priority=1.4)


def soccer(s: Scene, v: float) -> None:
    f = Frame((0, 12.0, 0)).child((0, 0, 0), rx(14), ry(10))
    s.ball(f, (0, 0, 0), 12.0, "main", "ball")
    ways = [(0.0, 0.0)] + [(63.0, 72.0 * k) for k in range(5)]
    for k, (far, turn) in enumerate(ways):
        a, b = math.radians(far), math.radians(turn)
        at = (9.6 * math.sin(a) * math.sin(b), 9.6 * math.sin(a) * math.cos(b), 9.6 * math.cos(a))
        s.ball(f, at, 3.4, "dark", f"patch{k}", priority=1.2)


def fridge(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-26))
    s.block(f, (0, 14.0, 0), (8.0, 14.0, 7.0), 1.2, "main", "body")
    for y, half in ((8.6, 7.6), (22.2, 4.8)):
        s.block(f, (0, y, 7.2), (7.4, half, 0.8), 0.6, "light", f"door{y}")
        s.limb(f, (-5.2, y - 0.4 * half, 8.8), (-5.2, y + 0.4 * half, 8.8), 0.8, 0.8, "metal", f"handle{y}", priority=1.5)


def oven(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-26))
    s.block(f, (0, 11.0, 0), (10.0, 11.0, 8.0), 0.8, "main", "body")
    s.block(f, (0, 8.6, 8.2), (8.0, 6.4, 0.6), 0.6, "dark2", "door")
    s.block(f, (0, 8.0, 8.8), (6.0, 4.0, 0.4), 0.4, "fire", "window", priority=1.1)
    s.limb(f, (-6.4, 14.0, 9.4), (6.4, 14.0, 9.4), 0.8, 0.8, "metal", "handle", priority=1.5)
    for k in range(4):
        s.ball(f, (-6.6 + 4.4 * k, 18.8, 8.2), (1.3, 1.3, 0.9), "dark", f"knob{k}", priority=1.4)
    for x in (-4.6, 4.6):
        for z in (-3.6, 3.4):
            s.drum(f, (x, 22.0, z), (x, 22.8, z), 3.0, 3.0, "dark", f"plate{x}{z}", rounding=0.2)


def sofa(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-24))
    s.block(f, (0, 5.0, 0), (13.0, 3.6, 6.6), 1.2, "deep", "frame")
    s.block(f, (0, 12.0, -5.4), (13.0, 7.4, 2.6), 2.2, "main", "back")
    for x in _SIDES:
        s.block(f, (x * 6.2, 9.6, 1.4), (6.0, 2.2, 5.6), 1.6, "light", f"cushion{x}")
        s.block(f, (x * 14.0, 8.0, 0.4), (2.8, 6.0, 7.2), 2.4, "main", f"arm{x}")
        s.limb(f, (x * 12.0, 0.4, 5.0), (x * 12.0, 2.6, 5.0), 1.1, 1.3, "wood2", f"leg{x}")


def anchor(s: Scene, v: float) -> None:
    f = Frame((0, 15.0, 0)).child((0, 0, 0), rz(-14), ry(-10))
    s.limb(f, (0, -12.0, 0), (0, 9.0, 0), 1.9, 1.7, "main", "shank", "a", 0.8)
    s.ring(f, (0, 12.4, 0), 3.0, 1.2, "main", "ring", turn=rx(90), priority=1.3)
    s.limb(f, (-6.4, 6.0, 0), (6.4, 6.0, 0), 1.5, 1.5, "wood", "stock", priority=1.3)
    for x in _SIDES:
        s.limb(f, (0, -12.4, 0), (x * 7.6, -9.6, 0), 1.9, 1.7, "main", f"arm{x}", "a", 0.8)
        s.limb(f, (x * 7.6, -9.6, 0), (x * 11.0, -3.4, 0), 1.7, 1.2, "main", f"arm{x}", "a", 0.8)
        s.plate(f, [(x * 7.0, -4.4), (x * 12.6, 0.8), (x * 13.6, -6.4)], 1.2, "main", f"fluke{x}")


def cookie(s: Scene, v: float) -> None:
    f = Frame((0, 12.0, 0)).child((0, 0, 0), rx(-14), ry(-14))
    s.drum(f, (0, 0, -1.8), (0, 0, 1.8), 12.0, 12.0, "main", "cookie", rounding=1.6)
    for k in range(9):
        a, r = 2.4 * k, 3.3 * math.sqrt(k)
        s.ball(f, (r * math.cos(a), r * math.sin(a), 1.8), (1.7, 1.6, 1.1), "nut", f"chip{k}", priority=1.3)


def fried_egg(s: Scene, v: float) -> None:
    f = Frame((0, 6.0, 0), rx(34))
    for k, (x, z, r) in enumerate(((0, 0, 9.4), (-6.4, 2.0, 6.4), (6.0, 3.0, 6.8), (2.4, -5.4, 6.6), (-3.4, -4.6, 6.0))):
        s.ball(f, (x, 0, z), (r, 1.5, r), "white", f"w{k}", "w", 1.2)
    s.ball(f, (0, 1.6, 0.4), (4.8, 3.2, 4.8), "main", "yolk")
    s.stamp(f, (-1.4, 4.8, 0), (0, 0.8, 0.6), (2.0, 2.0), "glint", {"w": "white"}, ("yolk",), -1)


def rainbow(s: Scene, v: float) -> None:
    for k, material in enumerate(("red", "fire", "cheese", "leaf", "water", "velvet2")):
        s.ring(Frame((0, 3.0, 0.3 * k)), (0, 0, 0), 15.0 - 1.9 * k, 1.1, material, f"arc{k}", turn=rx(90), clip=(0, 0, 1, 0.0))
    for x in _SIDES:
        for k, (dx, dy, r) in enumerate(((0, 0, 4.0), (-3.4, -0.6, 2.8), (3.4, -0.6, 2.8))):
            s.ball(WORLD, (x * 10.4 + dx, 3.4 + dy, 3.0), r, "white", f"puff{x}{k}")


def rope(s: Scene, v: float) -> None:
    f = Frame((0, 2.4, 0))
    for k in range(4):
        s.ring(f, (0.4 * (k % 2), 3.4 * k, 0), 9.0 - 0.3 * k, 2.1, "main", f"coil{k}", decals=[bands("deep", 3.0, 0.3, axis=0)])
    s.limb(f, (8.4, 10.0, 2.0), (14.0, 3.0, 5.0), 1.9, 1.7, "main", "end", decals=[bands("deep", 2.8, 0.3)], priority=1.2)


def magnet(s: Scene, v: float) -> None:
    f = Frame((0, 15.0, 0), rz(24))
    s.ring(f, (0, 0, 0), 8.0, 3.0, "main", "bow", turn=rx(90), clip=(0, 0, 1, 0.0))
    for x in _SIDES:
        s.block(f, (x * 8.0, -3.6, 0), (2.9, 4.0, 2.6), 0.6, "main", f"leg{x}")
        s.block(f, (x * 8.0, -9.4, 0), (3.0, 2.4, 2.7), 0.6, "white", f"pole{x}")


def mirror(s: Scene, v: float) -> None:
    f = Frame((0, 16.0, 0), ry(-18))
    s.ball(f, (0, 2.0, 0), (10.0, 13.0, 1.8), "gold", "frame")
    s.ball(f, (0, 2.0, 1.0), (8.0, 11.0, 1.4), "glass", "mirror", decals=[bands("white", 14.0, 0.16, 4.0, axis=0)])
    s.ball(f, (0, 15.6, 0), 2.4, "gem", "jewel", priority=1.3)
    s.limb(WORLD, (0, 0.8, 0), (0, 6.0, 0), 3.6, 1.6, "gold", "foot")
    s.drum(WORLD, (0, 0, 0), (0, 1.4, 0), 7.0, 5.4, "gold", "base", rounding=0.5)


def bathtub(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-22))
    s.block(f, (0, 7.4, 0), (14.0, 5.4, 7.4), 3.6, "main", "tub")
    s.block(f, (0, 12.2, 0), (14.8, 0.9, 8.2), 0.8, "light", "rim")
    s.block(f, (0, 12.8, 0), (12.6, 0.7, 6.2), 0.6, "water", "water")
    for k, (x, z, r) in enumerate(((-6.0, 2.0, 2.8), (-2.0, 3.0, 2.2), (3.0, 2.4, 2.6), (-9.0, 0.0, 2.2))):
        s.ball(f, (x, 14.0, z), r, "white", f"foam{k}")
    s.limb(f, (12.4, 13.0, -3.0), (12.4, 19.0, -3.0), 1.1, 1.1, "metal", "pipe", "p", 0.5, priority=1.3)
    s.limb(f, (12.4, 19.0, -3.0), (8.4, 18.0, -1.0), 1.1, 1.0, "metal", "pipe", "p", 0.5, priority=1.3)
    for x in _SIDES:
        s.ball(f, (x * 10.4, 1.4, 5.0), 1.9, "gold", f"foot{x}", priority=1.2)


def toilet(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-36))
    s.drum(f, (0, 0, 1.0), (0, 8.0, 1.0), 5.0, 5.4, "main", "foot", "t", 1.4, rounding=0.6)
    s.ball(f, (0, 9.4, 3.0), (7.2, 4.4, 8.6), "main", "bowl", "t", 1.4, clip=(0, 1, 0, 2.4))
    s.drum(f, (0, 11.8, 3.0), (0, 13.0, 3.0), 7.4, 7.4, "light", "seat", rounding=0.4, flat=(0.9, 1.12))
    s.drum(f, (0, 13.0, 3.6), (0, 13.4, 3.6), 4.6, 4.6, "water", "water", rounding=0.1, flat=(0.9, 1.12))
    s.block(f, (0, 17.4, -7.4), (7.6, 6.0, 3.0), 0.9, "main", "tank")
    s.block(f, (0, 23.8, -7.4), (8.2, 0.9, 3.5), 0.6, "light", "lid")
    s.ball(f, (-5.0, 20.4, -4.2), (1.5, 0.9, 0.9), "metal", "handle", priority=1.5)


def violin(s: Scene, v: float) -> None:
    f = Frame((-3.0, 13.0, 0)).child((0, 0, 0), rz(-30), ry(-8))
    for y, r in ((-5.0, 7.4), (4.4, 5.8)):
        s.ball(f, (0, y, 0), (r, 0.84 * r, 2.4), "main", f"b{y}", "v", 1.2)
    s.limb(f, (0, 6.0, 1.4), (0, 20.0, 1.0), 1.3, 1.0, "dark", "neck", priority=1.3)
    s.ball(f, (0, 21.0, 0.6), (1.9, 1.9, 1.5), "accent", "scroll", priority=1.3)
    for x in (-2.6, 2.6):
        s.limb(f, (x, -3.6, 2.2), (x, 1.6, 2.2), 0.6, 0.6, "dark", f"hole{x}", priority=1.6)
    s.block(f, (0, -8.0, 2.4), (1.3, 3.0, 0.7), 0.4, "dark", "tail", priority=1.3)
    s.limb(f, (0, -6.0, 3.0), (0, 18.0, 2.4), 0.45, 0.45, "string", "strings", priority=2.0)
    s.limb(f, (10.0, -11.0, 1.0), (12.0, 16.0, 1.0), 0.7, 0.6, "wood2", "bow", priority=1.4)
    s.limb(f, (8.6, -10.4, 1.4), (11.4, 15.6, 1.4), 0.4, 0.4, "string", "hair", priority=1.5)


def kite(s: Scene, v: float) -> None:
    f = Frame((3.0, 20.0, 0)).child((0, 0, 0), rz(-24), ry(-6))
    for (ax, ay), (bx, by), material in (
        ((-8, 1), (0, 10), "main"),
        ((8, 1), (0, 10), "accent"),
        ((-8, 1), (0, -13), "accent"),
        ((8, 1), (0, -13), "main"),
    ):
        s.plate(f, [(0, 1), (ax, ay), (bx, by)], 0.6, material, f"panel{ax}{by}")
    last = (0.0, -13.0, 0.0)
    for k in range(4):
        here = (2.4 if k % 2 else -2.4, -17.0 - 3.6 * k, 0.0)
        s.limb(f, last, here, 0.5, 0.5, "string", f"tail{k}", priority=1.8)
        s.ball(f, here, (2.0, 1.1, 0.8), "red" if k % 2 else "cheese", f"bow{k}", priority=1.5)
        last = here


def bolt(s: Scene, v: float) -> None:
    f = Frame((0, 15.0, 0)).child((0, 0, 0), rz(-8), ry(-14))
    s.plate(f, [(2.0, 15.0), (-8.0, -1.6), (-1.4, -1.6), (-4.0, -15.0), (8.4, 4.0), (1.6, 4.0), (7.6, 15.0)], 1.9, "main", "bolt")
