"""Groceries: fruit, vegetables and what is baked, cooked or poured of them."""

from __future__ import annotations

import math

from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES = (-1, 1)


def apple(s: Scene, v: float) -> None:
    for side in _SIDES:
        s.ball(WORLD, (side * 3.6, 10.4, 0), (8.0, 9.4, 9.0), "main", "fruit", "f", 2.4)
    s.limb(WORLD, (0, 17.4, 0), (1.0, 22.6, 0), 1.0, 0.8, "wood", "stalk", priority=1.4)
    s.limb(WORLD, (0.8, 20.0, 0), (7.4, 22.4, 1.4), 0.8, 2.2, "leaf", "leaf", flat=(1.0, 0.4), priority=1.2)
    s.stamp(WORLD, (-5.6, 14.4, 7.4), (0, 0, 1), (2.8, 2.8), "glint", {"w": "white"}, ("fruit",), -1)


def berry(s: Scene, v: float) -> None:
    for i, (x, z) in enumerate(((-5.4, 1.4), (5.2, 0.2))):
        s.ball(WORLD, (x, 6.6 + i, z), 6.4, "main", f"berry{i}")
        s.limb(WORLD, (x, 12.0, z), (1.0, 24.0, -1.0), 0.8, 0.8, "leaf", f"stalk{i}", priority=1.5)
        s.stamp(WORLD, (x - 2.4, 9.4 + i, z + 5.6), (0, 0, 1), (2.0, 2.0), "glint", {"w": "white"}, (f"berry{i}",), -1)
    s.limb(WORLD, (1.0, 23.6, -1.0), (10.0, 25.0, 0.6), 0.9, 2.7, "leaf", "leaf", flat=(1.0, 0.4))


def acorn(s: Scene, v: float) -> None:
    f = Frame((0, 2.0, 0), rz(-12))
    s.limb(f, (0, 9.0, 0), (0, 4.6, 0), 6.8, 4.6, "main", "nut", "nut", 0.8)
    s.limb(f, (0, 3.4, 0), (0, -1.4, 0), 2.4, 0.4, "main", "nut", "nut", 1.2)
    s.ball(f, (0, 12.2, 0), (8.4, 5.4, 8.4), "accent", "cap", clip=(0.0, -1.0, 0.0, 1.6), decals=[spots("deep", 2.6, 0.7)])
    s.limb(f, (0, 16.6, 0), (1.4, 20.4, 0), 1.2, 0.9, "wood2", "stalk", priority=1.3)


def strawberry(s: Scene, v: float) -> None:
    s.limb(WORLD, (0, 15.0, 0), (0, 4.0, 0), 8.8, 3.0, "main", "fruit", decals=[spots("spot", 3.4, 0.62)])
    for i in range(6):
        f = Frame((0, 21.4, 0), ry(60 * i))
        s.limb(f, (0, 0, 1.0), (0, -1.6, 7.2), 1.8, 0.5, "leaf", f"leaf{i}", flat=(1.0, 0.5), facing=(0, 1, 0))
    s.limb(WORLD, (0, 21.6, 0), (1.0, 25.6, 0), 0.9, 0.8, "leaf", "stalk", priority=1.3)


def carrot(s: Scene, v: float) -> None:
    f = Frame((-5.0, 3.0, 0), rz(-32))
    s.limb(f, (0, 17.0, 0), (0, 0, 0), 5.2, 0.7, "main", "root", decals=[bands("deep", 4.2, 0.14)])
    for a in (-34, 0, 34):
        s.limb(f.child((0, 21.4, 0), rz(a)), (0, 0, 0), (0, 8.6, 0), 1.0, 1.9, "leaf", f"leaf{a}", flat=(1.0, 0.6))


def pumpkin(s: Scene, v: float) -> None:
    for i in range(7):
        f = Frame((0, 9.6, 0), ry(360 * i / 7))
        s.ball(f, (0, 0, 5.6), (5.4, 9.2, 6.4), "main", f"rib{i}", "p", 0.5)
    s.limb(WORLD, (0, 17.6, 0), (1.8, 23.0, 0.6), 2.0, 1.3, "leaf", "stalk")
    if v > 0.55:
        for side in _SIDES:
            s.stamp(
                WORLD, (side * 4.6, 11.6, 11.0), (0, 0, 1), (4.0, 3.6), "angry", {"d": "pupil", "c": "spark", "w": "spark"}, (), -1, side
            )
        s.stamp(WORLD, (0, 5.4, 11.6), (0, 0, 1), (8.0, 3.0), "grin", {"d": "pupil", "w": "spark"}, (), -1)


def banana(s: Scene, v: float) -> None:
    last = (-9.6, 17.0, 0.0)
    for i, (x, y) in enumerate(((-8.0, 10.0), (-3.4, 5.0), (3.4, 3.8), (9.6, 7.4))):
        s.limb(WORLD, last, (x, y, 0.0), (2.6, 3.9, 4.3, 3.9)[i], (3.9, 4.3, 3.9, 1.5)[i], "main", "fruit", "f", 1.4)
        last = (x, y, 0.0)
    s.limb(WORLD, (-9.6, 17.0, 0), (-8.8, 22.0, 0), 1.7, 1.3, "wood", "stalk", priority=1.2)
    s.ball(WORLD, (10.8, 8.2, 0), 1.4, "wood", "tip", priority=1.2)


def grapes(s: Scene, v: float) -> None:
    for i, (x, y, z) in enumerate(
        (
            (0, 3.4, 0),
            (-3.6, 8.4, 1),
            (3.6, 8.4, 1),
            (0, 9.0, 3.4),
            (-6.4, 13.8, 0),
            (0, 14.2, 3.4),
            (6.4, 13.8, 0),
            (-3.4, 17.6, 1.0),
            (3.4, 17.6, 1.0),
        )
    ):
        s.ball(WORLD, (x, y, z), 4.2, "main", f"grape{i}")
    s.limb(WORLD, (0, 20.0, 0), (0.6, 25.6, 0), 1.0, 0.9, "wood", "stalk", priority=1.3)
    s.limb(WORLD, (0.4, 23.0, 0), (8.6, 24.6, 1.0), 0.9, 2.8, "leaf", "leaf", flat=(1.0, 0.4))


def bread(s: Scene, v: float) -> None:
    f = Frame((0, 6.8, 0), ry(-24))
    s.ball(f, (0, 0, 0), (14.4, 6.8, 7.0), "main", "loaf", "l", 1.5)
    for x in (-7.0, 0.0, 7.0):
        s.limb(
            f,
            (x - 1.8, 5.4 - 0.05 * x * x * 0.6, -2.6),
            (x + 1.8, 5.6 - 0.05 * x * x * 0.6, 3.4),
            1.3,
            1.3,
            "pale",
            f"cut{x}",
            priority=1.2,
        )


def meat(s: Scene, v: float) -> None:
    f = Frame((0, 12.0, 0), rz(-42))
    s.limb(f, (0, 2.4, 0), (0, -6.4, 0), 8.8, 5.4, "main", "meat", "m", 2)
    s.limb(f, (0, -9.0, 0), (0, -15.0, 0), 1.9, 1.7, "bone", "bone", "b", 0.6)
    for side in _SIDES:
        s.ball(f, (side * 1.7, -16.2, 0), 2.2, "bone", "bone", "b", 0.6)
    s.stamp(f, (-3.4, 5.4, 8.0), (0, 0, 1), (2.8, 2.8), "glint", {"w": "white"}, ("meat",), -1)


def cheese(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-30))
    s.plate(
        f,
        [(-11.0, 6.0), (12.0, 8.0), (12.0, -6.0)],
        6.0,
        "main",
        "wedge",
        at=(0, 6.2, 0),
        turn=rx(90),
        rounding=0.6,
        decals=[spots("deep", 6.4, 1.9)],
    )


def cake(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 8.6, 0), 12.0, 12.0, "main", "cake", rounding=0.8, decals=[Decal("cream", y=(-1.4, 0.8))])
    s.drum(WORLD, (0, 8.2, 0), (0, 10.6, 0), 12.3, 11.8, "cream", "icing", rounding=1.0)
    for i in range(8):
        a = math.radians(45 * i)
        s.ball(WORLD, (9.4 * math.sin(a), 11.2, 9.4 * math.cos(a)), 2.1, "cream", f"puff{i}")
        s.limb(
            WORLD,
            (12.0 * math.sin(a + 0.2), 8.8, 12.0 * math.cos(a + 0.2)),
            (12.2 * math.sin(a + 0.2), 5.4, 12.2 * math.cos(a + 0.2)),
            1.6,
            1.0,
            "cream",
            "drip",
        )
    s.ball(WORLD, (0, 12.4, 0), 2.6, "red", "cherry", priority=1.2)


def donut(s: Scene, v: float) -> None:
    f = Frame((0, 10.4, 0), rx(46))
    s.ring(f, (0, 0, 0), 7.8, 4.6, "dough", "ring")
    s.ring(
        f,
        (0, 0.9, 0),
        7.8,
        4.4,
        "main",
        "icing",
        clip=(0.0, -1.0, 0.0, 0.1),
        decals=[spots("light", 3.4, 0.66), spots("accent", 4.0, 0.66, 2)],
    )


def pizza(s: Scene, v: float) -> None:
    f = Frame((0, 12.0, 0), rx(-30)).child((0, 0, 0), rz(14))
    s.plate(f, [(0, -13.0), (10.4, 8.4), (0, 10.4), (-10.4, 8.4)], 1.2, "main", "slice", rounding=0.6)
    s.limb(f, (-10.0, 9.4, 0.4), (10.0, 9.4, 0.4), 2.4, 2.4, "crust", "crust")
    for x, y in ((-3.4, 4.0), (4.0, 3.0), (0.2, -3.6)):
        s.drum(f.child((x, y, 1.2), rx(90)), (0, 0, 0), (0, 0.9, 0), 2.6, 2.5, "red", f"topping{x}", priority=1.2)


def burger(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 4.6, 0), 11.4, 11.8, "main", "bun", rounding=1.6)
    s.drum(WORLD, (0, 4.4, 0), (0, 8.2, 0), 12.2, 12.2, "meat", "patty", rounding=1.2)
    s.drum(WORLD, (0, 8.0, 0), (0, 9.4, 0), 12.8, 12.6, "cheese", "cheese", rounding=0.4)
    s.ring(WORLD, (0, 10.0, 0), 11.0, 1.7, "leaf", "lettuce")
    s.ball(WORLD, (0, 10.6, 0), (12.4, 10.0, 12.4), "main", "top", clip=(0.0, -1.0, 0.0, 0.0), decals=[spots("light", 4.4, 0.7)])


def icecream(s: Scene, v: float) -> None:
    s.drum(
        WORLD,
        (0, 0, 0),
        (0, 15.0, 0),
        0.9,
        6.6,
        "cone",
        "cone",
        rounding=0.4,
        decals=[bands("cone2", 2.8, 0.24), bands("cone2", 3.0, 0.2, axis=0)],
    )
    s.ball(WORLD, (0, 18.0, 0), (7.6, 6.6, 7.6), "main", "scoop", "i", 1.0)
    s.ball(WORLD, (0.4, 25.0, 0), (6.0, 5.6, 6.0), "accent", "scoop2")
    s.ball(WORLD, (0.6, 31.0, 0), 1.9, "red", "cherry", priority=1.3)


def candy(s: Scene, v: float) -> None:
    f = Frame((0, 11.0, 0), rz(26))
    s.ball(f, (0, 0, 0), (7.6, 6.8, 6.8), "main", "sweet", decals=[bands("light", 4.4, 0.42, axis=0)])
    for side in _SIDES:
        s.plate(f, [(side * 6.6, 0), (side * 13.0, 5.6), (side * 11.6, 0), (side * 13.0, -5.6)], 0.9, "main", f"wrap{side}", rounding=0.3)


def fishbone(s: Scene, v: float) -> None:
    f = Frame((0, 11.0, 0), rz(-8)).child((0, 0, 0), ry(-12))
    s.ball(f, (0, 0, 0), (11.4, 6.8, 3.6), "main", "fish", "f", 1.5, decals=[Decal("belly", y=(-20.0, -1.6))])
    s.plate(f, [(-9.0, 0), (-17.0, 6.6), (-14.6, 0), (-17.0, -6.6)], 0.9, "deep", "tail")
    s.plate(f, [(-5.0, 5.0), (0.0, 10.0), (4.0, 5.4)], 0.7, "deep", "fin")
    s.stamp(f, (7.4, 1.4, 3.0), (0.2, 0, 1), (2.8, 2.8), "big", {"w": "white", "d": "pupil"}, ("fish",), -1)


def mug(s: Scene, v: float) -> None:
    s.drum(
        WORLD,
        (0, 0, 0),
        (0, 15.0, 0),
        8.0,
        8.6,
        "main",
        "mug",
        rounding=0.8,
        decals=[bands("deep", 3.8, 0.14, axis=0), Decal("metal", y=(4.0, 5.6)), Decal("metal", y=(-5.6, -4.0))],
    )
    s.ring(WORLD, (10.4, 8.0, 0), 4.4, 1.5, "main", "ear", turn=rx(90))
    for x, z, r in ((-3.4, 1, 4.2), (3.6, 0, 4.0), (0, 3.4, 3.8), (0.4, -2.6, 4.0)):
        s.ball(WORLD, (x, 15.6, z), (r, r * 0.7, r), "foam", f"foam{x}", "foam", 0.8)
