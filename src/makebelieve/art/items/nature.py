"""Food, plants, rocks, weather."""

from __future__ import annotations

import math

from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES = (-1, 1)


def mushroom(s: Scene, v: float) -> None:
    s.limb(WORLD, (0, 2.4, 0), (0, 12, 0), 5.2, 3.8, "stem", "stem", "s", 1)
    s.ball(WORLD, (0, 13.0, 0), (13.0, 10.4 + 3 * v, 12.6), "main", "cap", clip=(0.0, -1.0, 0.0, 1.0))
    s.ball(WORLD, (0, 12.2, 0), (11.6, 1.8, 11.2), "stem", "gills")
    for x, y, z, r in ((-5, 19.4, 8.4, 2.6), (5.6, 17.4, 8.8, 2.3), (0.4, 23.0, 3.6, 2.8), (-10.0, 15.6, 5.0, 2.0), (10, 18.6, 2.0, 2.1)):
        s.ball(WORLD, (x, y + 2.4 * v, z), (r, r * 0.8, r), "spot", "spots", priority=1.2)


def tree(s: Scene, v: float) -> None:
    s.limb(WORLD, (0, 0, 0), (0, 13, 0), 3.6, 2.6, "wood", "trunk", "t", 2)
    for i in range(5):
        a = math.radians(72 * i)
        s.limb(WORLD, (0, 2, 0), (5.2 * math.cos(a), 0.4, 5.2 * math.sin(a)), 2.1, 0.8, "wood", "trunk", "t", 2)
    if v < 0.55:
        for i, (x, y, z, r) in enumerate(
            (
                (0, 25, 0, 9.4),
                (-7.6, 18.6, 2, 7.4),
                (7.6, 18.4, 1, 7.4),
                (0, 17.4, 6, 7.4),
                (-4, 29, 1, 6.4),
                (5, 28, 2, 6.4),
                (0, 19.6, -6, 8),
            )
        ):
            s.ball(WORLD, (x, y, z), (r, r * 0.92, r), "main", f"crown{i}", f"l{i}", 1)
    else:  # pine
        for i, (y, r) in enumerate(((9.0, 11.4), (16.0, 9.2), (22.6, 6.8), (28.4, 4.4))):
            s.drum(WORLD, (0, y, 0), (0, y + 9.4, 0), r, 1.0, "main", f"tier{i}", rounding=0.8)


def palm(s: Scene, v: float) -> None:
    last = (0.0, 0.0, 0.0)
    for i in range(5):
        here = (0.9 * i * i * 0.5, 5.4 * (i + 1), 0.0)
        s.limb(WORLD, last, here, 2.5 - 0.2 * i, 2.3 - 0.2 * i, "wood", "trunk", "t", 0.6, decals=[bands("wood2", 2.6, 0.24)])
        last = here
    for i in range(8):
        f = Frame(last, ry(45 * i + 20))
        s.limb(f, (0, 0, 0), (0, 3.4, 6.0), 1.4, 2.3, "main", f"frond{i}", f"f{i}", 0.6, flat=(1.0, 0.5), facing=(0, 1, 0))
        s.limb(f, (0, 3.4, 6.0), (0, -2.0, 12.6), 2.3, 0.5, "main", f"frond{i}", f"f{i}", 0.6, flat=(1.0, 0.5), facing=(0, 1, 0))
    for a in (20, 140, 260):
        s.ball(Frame(last, ry(a)), (0, -1.6, 2.6), 2.2, "nut", f"nut{a}")


def bush(s: Scene, v: float) -> None:
    for i, (x, y, z, r) in enumerate(((0, 8.6, 0, 8.4), (-8.4, 6.2, 1, 6.6), (8.4, 6.4, 0.6, 6.6), (-3, 5.4, 6, 5.8), (4.4, 5.2, 6, 5.8))):
        s.ball(WORLD, (x, y, z), (r, r * 0.9, r), "main", f"leaf{i}", f"l{i}", 1, decals=[spots("accent", 5.4, 1.0, i)] if v > 0.4 else [])


def cactus(s: Scene, v: float) -> None:
    ribs = [bands("deep", 2.4, 0.26, axis=0)]
    s.limb(WORLD, (0, 2, 0), (0, 23, 0), 5.4, 5.0, "main", "trunk", "c", 1, decals=ribs)
    for side, low, high in ((-1, 10.0, 18.0), (1, 13.0, 22.0)):
        s.limb(WORLD, (side * 3, low, 0), (side * 10.0, low + 1.0, 0), 3.0, 3.0, "main", "trunk", "c", 1)
        s.limb(WORLD, (side * 10.0, low + 1.0, 0), (side * 10.0, high, 0), 3.1, 2.9, "main", "trunk", "c", 1, decals=ribs)
    s.ball(WORLD, (0.6, 28.4, 1.0), (2.6, 1.8, 2.6), "accent", "bloom", priority=1.3)


def flower(s: Scene, v: float) -> None:
    s.limb(WORLD, (0, 0, 0), (0.6, 10.0, 0), 1.2, 1.1, "leaf", "stem", "s", 0.3, priority=1.3)
    s.limb(WORLD, (0.6, 10.0, 0), (0, 18.0, 1.4), 1.1, 1.0, "leaf", "stem", "s", 0.3, priority=1.3)
    for side in _SIDES:
        s.limb(WORLD, (0.4, 4.0, 0), (side * 7.4, 8.6, 1.0), 0.8, 2.1, "leaf", f"leaf{side}", flat=(1.0, 0.4))
    f = Frame((0, 20.4, 2.4), rx(26))
    many = 6 + int(3 * v)
    for i in range(many):
        g = f.child((0, 0, 0), rz(360 * i / many))
        s.limb(g, (0, 2.4, 0), (0, 7.4, -0.6), 1.7, 2.7, "main", f"petal{i}", flat=(1.0, 0.4))
    s.ball(f, (0, 0, 0.8), (3.6, 3.6, 2.2), "heart", "heart", priority=1.2)


def sapling(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 0.8, 0), (8.4, 2.6, 7.4), "soil", "soil")
    s.limb(WORLD, (0, 1, 0), (0, 14.0, 0), 1.4, 1.1, "leaf", "stem", priority=1.2)
    for side, y in ((-1, 13.0), (1, 14.6)):
        s.limb(WORLD, (0, y, 0), (side * 9.0, y + 6.0, 1.0), 1.0, 3.5, "main", f"leaf{side}", flat=(1.0, 0.36))


def grass(s: Scene, v: float) -> None:
    for i in range(11):
        a = math.radians(360 * i / 11)
        r = 1.6 + 1.8 * (i % 3)
        lean = 4.6 + 1.4 * (i % 4)
        s.limb(
            WORLD,
            (r * math.cos(a), 0, r * math.sin(a)),
            (lean * math.cos(a) * 1.4, 9.0 + 5.0 * math.sin(2.3 * i) ** 2, lean * math.sin(a)),
            1.7,
            0.35,
            "main" if i % 2 else "deep",
            f"blade{i}",
            flat=(1.0, 0.5),
        )


def log(s: Scene, v: float) -> None:
    f = Frame((0, 6.4, 0), ry(-28))
    s.drum(f, (-12.0, 0, 0), (12.0, 0, 0), 6.0, 6.4, "wood", "log", rounding=0.6, decals=[bands("wood2", 2.9, 0.2, axis=2)])
    s.drum(f, (12.0, 0, 0), (12.5, 0, 0), 5.2, 5.2, "pale", "cut", rounding=0.1)
    s.ring(f, (12.5, 0, 0), 2.6, 0.5, "wood2", "rings", turn=rz(90), priority=1.2)
    s.limb(f, (-3.0, 4.4, 2.0), (-4.6, 10.4, 4.0), 1.9, 1.5, "wood", "branch")
    if v > 0.5:
        s.ball(f, (-6.0, 5.4, 0.6), (5.0, 1.6, 3.8), "moss", "moss")


def stump(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 10.6, 0), 9.4, 8.0, "wood", "stump", "s", 1.6, rounding=0.6, decals=[bands("wood2", 3.2, 0.18, axis=0)])
    for i in range(5):
        a = math.radians(72 * i + 10)
        s.limb(
            WORLD,
            (6.4 * math.cos(a), 2.4, 6.4 * math.sin(a)),
            (13.0 * math.cos(a), 0.6, 13.0 * math.sin(a)),
            2.7,
            0.9,
            "wood",
            "stump",
            "s",
            1.6,
        )
    s.drum(WORLD, (0, 10.4, 0), (0, 11.0, 0), 7.2, 7.2, "pale", "cut", rounding=0.1)
    for r in (2.4, 4.8):
        s.ring(WORLD, (0, 11.0, 0), r, 0.42, "wood2", f"ring{r}", priority=1.2)


def rock(s: Scene, v: float) -> None:
    for i, (x, y, z, w, h, d, a) in enumerate(
        ((0, 8.0, 0, 10.4, 8.2, 8.6, 12), (-8.4, 4.6, 3.4, 6.0, 5.0, 5.6, -24), (8.0, 5.4, 2.6, 6.4, 5.8, 6.0, 30))
    ):
        s.block(
            Frame((x, y * (0.85 + 0.3 * v), z), ry(a)),
            (0, 0, 0),
            (w, h * (0.85 + 0.3 * v), d),
            3.4,
            "main",
            f"rock{i}",
            turn=rz(9 * (-1) ** i),
            decals=[Decal("moss", y=(h * 0.5, 30.0))] if 0.4 < v < 0.75 else [],
        )


def ore(s: Scene, v: float) -> None:
    rock(s, 0.2)
    for x, y, z, r in ((-4.0, 12.4, 7.4, 2.6), (4.4, 8.0, 9.0, 3.0), (-9.0, 6.4, 8.4, 2.2), (8.4, 10.4, 7.0, 2.4), (0.6, 16.0, 3.0, 2.4)):
        f = Frame((x, y, z), ry(20 * x)).child((0, 0, 0), rz(30 + 12 * x))
        s.block(f, (0, 0, 0), (r, r, r), 0.6, "gem", f"ore{x}", priority=1.3)


def leaf(s: Scene, v: float) -> None:
    f = Frame((0, 12.6, 0), rz(-34)).child((0, 0, 0), ry(-18))
    s.plate(
        f,
        [(0, 14.0), (6.4, 7.4), (8.4, 0.0), (5.8, -7.0), (0, -10.4), (-5.8, -7.0), (-8.4, 0.0), (-6.4, 7.4)],
        0.9,
        "main",
        "leaf",
        rounding=0.6,
        decals=[Decal("light", x=(-0.55, 0.55)), bands("deep", 4.2, 0.14)],
    )
    s.limb(f, (0, -9.6, 0.4), (0, -15.4, 0), 1.0, 0.8, "deep", "stalk", priority=1.4)


def flame(s: Scene, v: float) -> None:
    for i, (x, z, h) in enumerate(((0, 0, 30), (-6.4, 1, 19), (6.6, 1, 21.6), (2.6, 3.4, 15))):
        s.limb(WORLD, (x * 0.7, 7.0, z), (x, h, z - 0.6), 7.0 if i == 0 else 5.0, 0.5, "main", "flame", "f", 2.4)
    s.limb(WORLD, (0, 6.0, 4.6), (0.6, 18.0, 4.0), 4.8, 0.5, "light", "core", "c", 1.4)


def campfire(s: Scene, v: float) -> None:
    for a in (20.0, 80.0, 140.0):
        f = Frame((0, 2.4, 0), ry(a))
        s.limb(f, (-11.0, 0, 0), (11.0, 1.4, 0), 2.3, 2.1, "wood", f"log{a}")
    for i in range(9):
        a = math.radians(40 * i)
        s.ball(WORLD, (13.0 * math.sin(a), 1.8, 10.0 * math.cos(a)), 2.9, "stone", f"stone{i}")
    for i, (x, z, h) in enumerate(((0, 0, 26), (-5.0, 1, 17), (5.2, 1, 19))):
        s.limb(WORLD, (x * 0.7, 7.0, z), (x, h, z), 5.6 if i == 0 else 4.0, 0.5, "main", "flame", "f", 2.2)
    s.limb(WORLD, (0, 6.6, 3.4), (0.4, 15.0, 3.4), 3.6, 0.5, "light", "core")


def cloud(s: Scene, v: float) -> None:
    for i, (x, y, r) in enumerate(((0, 10.6, 8.6), (-9.4, 7.4, 6.2), (9.6, 7.6, 6.6), (-4.4, 13.4, 6.2), (5.0, 13.0, 6.4))):
        s.ball(WORLD, (x, y, 0), (r, r * 0.9, r * 0.8), "main", f"puff{i % 2}", "c", 1.6)


def moon(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 13.0, 0), 12.6, "main", "moon", decals=[spots("deep", 9.0, 2.6)])


def sun(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 15.0, 0), 9.4, "main", "sun")
    for i in range(12):
        a = math.radians(30 * i)
        s.limb(
            WORLD,
            (11.0 * math.sin(a), 15.0 + 11.0 * math.cos(a), -1.0),
            (15.6 * math.sin(a), 15.0 + 15.6 * math.cos(a), -1.0),
            1.9,
            0.5,
            "light",
            f"ray{i}",
            priority=1.2,
        )


def shell(s: Scene, v: float) -> None:
    f = Frame((0, 3.0, 0), rx(-24))
    for i in range(7):
        a = -60 + 20 * i
        s.limb(
            f.child((0, 0, 0), rz(a)),
            (0, 0, 0),
            (0, 17.0 - 0.0016 * a * a, 0),
            1.6,
            3.5,
            "main" if i % 2 else "light",
            f"rib{i}",
            "s",
            0.5,
            flat=(1.0, 0.8),
        )
    s.ball(f, (0, 0, 0.6), (4.4, 2.4, 2.4), "deep", "hinge")


def snowflake(s: Scene, v: float) -> None:
    f = Frame((0, 14.0, 0), ry(-14))
    for i in range(6):
        g = f.child((0, 0, 0), rz(60 * i))
        s.limb(g, (0, 0, 0), (0, 13.0, 0), 1.3, 1.0, "main", "arm", "s", 0.3, priority=1.3)
        for side in _SIDES:
            s.limb(g, (0, 6.4, 0), (side * 4.0, 9.8, 0), 1.0, 0.8, "main", "arm", "s", 0.3, priority=1.3)
