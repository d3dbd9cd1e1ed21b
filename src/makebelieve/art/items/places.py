"""Buildings and landmarks."""

from __future__ import annotations

import math

from makebelieve.art.raster.frames import WORLD, Frame, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands

_SIDES = (-1, 1)


def lighthouse(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 0.6, 0), (10.0, 2.6, 9.0), "stone", "ground")
    s.drum(WORLD, (0, 1.4, 0), (0, 24.0, 0), 6.6, 4.2, "white", "tower", rounding=0.3, decals=[bands("main", 9.0, 0.5, 2.0)])
    s.drum(WORLD, (0, 24.0, 0), (0, 25.4, 0), 5.6, 5.6, "dark2", "walk", rounding=0.3, priority=1.2)
    s.drum(WORLD, (0, 25.4, 0), (0, 30.0, 0), 3.4, 3.4, "glow", "lamp", rounding=0.3)
    s.drum(WORLD, (0, 30.0, 0), (0, 34.4, 0), 4.6, 0.4, "main", "roof", rounding=0.3)
    s.block(WORLD, (0, 4.6, 6.2), (1.8, 3.0, 0.8), 0.5, "dark", "door", priority=1.4)


def windmill(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 19.0, 0), 8.4, 5.6, "wall", "body", rounding=0.4)
    s.drum(WORLD, (0, 19.0, 0), (0, 25.0, 0), 6.6, 0.8, "main", "cap", rounding=0.4)
    s.block(WORLD, (0, 4.0, 7.6), (2.0, 3.8, 1.0), 0.6, "wood", "door", priority=1.3)
    f = Frame((0, 19.0, 7.4), rz(20))
    for i in range(4):
        g = f.child((0, 0, 0), rz(90 * i))
        s.limb(g, (0, 0, 0), (0, 16.0, 0), 0.8, 0.6, "wood2", f"spar{i}", priority=1.4)
        s.plate(g, [(0.6, 3.6), (4.8, 3.6), (4.8, 15.6), (0.6, 15.6)], 0.4, "cream", f"sail{i}", decals=[bands("shade", 3.4, 0.22)])
    s.ball(f, (0, 0, 0.8), 1.9, "wood2", "hub", priority=1.6)


def church(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-28))
    s.block(
        f,
        (0, 6.0, -4.0),
        (6.4, 6.0, 9.0),
        0.2,
        "wall",
        "nave",
        decals=[Decal("water", y=(-2.0, 3.0), z=(-6, -3.0)), Decal("water", y=(-2.0, 3.0), z=(1.0, 4.0))],
    )
    s.plate(f, [(-7.8, 12.0), (7.8, 12.0), (0, 19.0)], 9.6, "main", "roof", at=(0, 0, -4.0))
    s.block(f, (0, 10.0, 7.0), (4.0, 10.0, 3.6), 0.2, "wall", "tower", decals=[Decal("dark", x=(-1.4, 1.4), y=(4.0, 7.4))])
    s.drum(f, (0, 20.0, 7.0), (0, 29.0, 7.0), 5.4, 0.3, "main", "spire", rounding=0.2)
    s.block(f, (0, 31.0, 7.0), (0.6, 2.8, 0.6), 0.1, "gold", "cross", priority=1.8)
    s.block(f, (0, 31.6, 7.0), (2.0, 0.6, 0.6), 0.1, "gold", "bar", priority=1.8)
    s.block(f, (0, 3.6, 10.6), (1.9, 3.6, 0.5), 0.4, "wood", "door", priority=1.3)


def barn(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-28))
    s.block(f, (0, 6.4, 0), (9.0, 6.4, 10.0), 0.2, "main", "walls", decals=[bands("deep", 3.0, 0.14, axis=0)])
    gable = [(-9.8, 12.4), (9.8, 12.4), (7.0, 19.0), (0, 23.0), (-7.0, 19.0)]
    s.plate(f, [(x * 0.92, y) for x, y in gable], 10.0, "main", "gable")
    for side in _SIDES:
        s.plate(
            f,
            [(side * 10.8, 11.6), (side * 7.6, 19.6), (0, 24.0), (0, 22.6), (side * 6.8, 18.4), (side * 9.4, 11.6)],
            11.0,
            "dark2",
            f"roof{side}",
        )
    s.block(f, (0, 4.8, 10.2), (4.6, 4.8, 0.4), 0.1, "white", "frame")
    s.block(f, (0, 4.6, 10.5), (3.9, 4.2, 0.4), 0.1, "deep", "door")
    for turn in (42, -42):
        s.block(f.child((0, 4.6, 11.0), rz(turn)), (0, 0, 0), (0.6, 5.4, 0.3), 0.1, "white", f"brace{turn}", priority=1.4)
    s.block(f, (0, 16.4, 10.2), (2.0, 2.0, 0.5), 0.1, "white", "hatch", priority=1.2)


def skyscraper(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-30))
    panes = [bands("glow", 3.6, 0.42, 0.6)]
    for i, (x, z, half, high) in enumerate(((0, 0, 5.4, 17.0), (-7.4, 1.0, 4.0, 10.0), (7.0, 2.0, 4.2, 12.4))):
        s.block(f, (x, high, z), (half, high, half), 0.3, "main", f"tower{i}", decals=panes)
        for k in range(3):
            s.block(f, (x + half * (k - 1) * 0.86, high, z + 0.2), (0.6, high, half), 0.2, "deep", f"rib{i}{k}", priority=1.1)
    s.limb(f, (0, 34.0, 0), (0, 39.0, 0), 0.8, 0.5, "metal", "mast", priority=1.8)


def igloo(s: Scene, v: float) -> None:
    marks = [bands("deep", 4.0, 0.14), bands("deep", 5.6, 0.10, axis=0)]
    s.ball(WORLD, (0, 0, 0), (13.4, 13.0, 12.4), "main", "dome", clip=(0, -1, 0, 0.2), decals=marks)
    f = Frame((0, 0, 0), ry(16))
    s.drum(f, (0, 3.4, 8.0), (0, 3.4, 16.0), 5.6, 5.6, "main", "porch", rounding=0.4, clip=(0, 0, 1, 4.0))
    s.drum(f, (0, 3.4, 16.0), (0, 3.4, 16.4), 3.9, 3.9, "dark", "door", rounding=0.1)


def pyramid(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-34))
    for i in range(7):
        half = 14.6 - 2.0 * i
        s.block(f, (0, 1.4 + 2.8 * i, 0), (half, 1.4, half), 0.2, "main" if i % 2 else "light", f"step{i}")
    s.block(f, (0, 3.0, 14.2), (2.2, 3.0, 0.8), 0.2, "dark", "door", priority=1.3)


def bridge(s: Scene, v: float) -> None:
    f = Frame((0, 2.0, 0), ry(-16))
    for k in range(9):
        a = math.radians(160 - 17.5 * k)
        x, y = 17.0 * math.cos(a), 10.0 * math.sin(a) - 2.0
        s.block(f.child((x, y, 0), rz(math.degrees(a) - 90)), (0, 0, 0), (2.9, 1.0, 6.4), 0.4, "main" if k % 2 else "deep", f"plank{k}")
        if k % 2 == 0:
            for z in _SIDES:
                s.limb(f, (x, y, z * 6.0), (x, y + 6.4, z * 6.0), 1.0, 1.0, "wood2", f"post{k}{z}", priority=1.2)
    for z in _SIDES:
        for k in range(4):
            a, b = (math.radians(160 - 35.0 * n) for n in (k, k + 1))
            start, end = ((17.0 * math.cos(t), 10.0 * math.sin(t) + 4.0, z * 6.0) for t in (a, b))
            s.limb(f, start, end, 0.9, 0.9, "wood", f"rail{k}{z}", priority=1.2)


def fountain(s: Scene, v: float) -> None:
    for y, r, lift in ((0.0, 12.4, 4.0), (11.0, 7.0, 2.6)):
        s.drum(WORLD, (0, y, 0), (0, y + lift, 0), 0.9 * r, r, "main", f"bowl{y}", rounding=0.5)
        s.drum(WORLD, (0, y + lift, 0), (0, y + lift + 0.4, 0), r - 1.6, r - 1.6, "water", f"pool{y}", rounding=0.1)
    s.limb(WORLD, (0, 4.0, 0), (0, 11.0, 0), 2.4, 1.8, "main", "column")
    for k in range(7):
        a = math.radians(360 * k / 7 + 12)
        s.limb(WORLD, (0, 21.0, 0), (4.0 * math.cos(a), 18.6, 4.0 * math.sin(a)), 1.1, 1.0, "glass", f"jet{k}", f"j{k}", 0.6, priority=1.3)
        s.limb(
            WORLD,
            (4.0 * math.cos(a), 18.6, 4.0 * math.sin(a)),
            (5.4 * math.cos(a), 13.4, 5.4 * math.sin(a)),
            1.0,
            0.8,
            "glass",
            f"jet{k}",
            f"j{k}",
            0.6,
            priority=1.3,
        )
    s.limb(WORLD, (0, 13.0, 0), (0, 21.4, 0), 1.3, 1.5, "glass", "spout", priority=1.2)


def waterfall(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-10))
    for x, high, half in ((-9.4, 13.0, 4.6), (9.4, 11.6, 4.6), (0, 12.4, 6.0)):
        s.block(f, (x, high, -3.0 - 0.1 * abs(x)), (half, high, 4.4), 1.6, "stone", f"cliff{x}", decals=[Decal("leaf", y=(high - 3.0, 99))])
    marks = [bands("white", 2.8, 0.3, axis=0)]
    s.block(f, (0, 13.0, 1.2), (4.8, 12.6, 1.8), 1.4, "water", "fall", decals=marks, priority=1.1)
    s.drum(f, (0, 0, 4.0), (0, 1.6, 4.0), 12.0, 11.4, "water", "pool", rounding=0.5, flat=(1.0, 0.7))
    for i in range(5):
        s.ball(f, (-5.6 + 2.8 * i, 2.2 + i % 2, 4.4), (2.2, 1.7, 1.8), "white", f"foam{i}", priority=1.1)


def volcano(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 20.0, 0), 15.0, 5.0, "stone2", "cone", rounding=0.8)
    s.drum(WORLD, (0, 19.8, 0), (0, 20.6, 0), 4.2, 4.2, "fire", "lava", rounding=0.2)
    for x, z, low in ((-2.0, 5.0, 6.0), (3.0, 4.6, 11.0)):
        r = 15.0 - 0.5 * low
        s.limb(WORLD, (0.7 * x, 20.0, z), (1.5 * x, low, 0.97 * r), 1.4, 1.9, "fire", f"flow{x}", priority=1.3)
    for i, (x, y, r) in enumerate(((0, 25.0, 3.4), (-3.6, 29.6, 4.0), (3.4, 31.4, 4.4))):
        s.ball(WORLD, (x, y, 0), r, "dark2", f"smoke{i}")


def haystack(s: Scene, v: float) -> None:
    marks = [bands("deep", 2.3, 0.34, axis=0, y=(-4.0, 5.0)), bands("light", 3.1, 0.2, axis=0, y=(4.0, 14.0))]
    s.ball(WORLD, (0, 4.0, 0), (11.6, 18.0, 10.0), "main", "stack", clip=(0, -1, 0, 4.0), decals=marks)
    for k in range(7):
        a = math.radians(-70 + 23 * k)
        s.limb(
            WORLD,
            (10.6 * math.sin(a), 1.6, 8.4 * math.cos(a)),
            (13.6 * math.sin(a), 0.6, 11.6 * math.cos(a)),
            0.9,
            0.5,
            "main",
            f"straw{k}",
            priority=1.4,
        )


def bench(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-24))
    for i in range(3):
        s.block(f, (0, 8.0, -3.6 + 3.6 * i), (14.4, 0.8, 1.5), 0.3, "main", f"seat{i}")
    for i in range(2):
        s.block(f, (0, 12.6 + 4.0 * i, -5.6 - 0.4 * i), (14.4, 1.5, 0.7), 0.3, "main", f"back{i}")
    for x in _SIDES:
        s.limb(f, (x * 11.6, 0.8, 4.0), (x * 11.6, 8.0, 4.0), 1.1, 1.1, "metal", f"front{x}")
        s.limb(f, (x * 11.6, 0.8, -5.0), (x * 11.6, 18.0, -6.4), 1.1, 1.1, "metal", f"rear{x}")
        s.limb(f, (x * 13.6, 12.0, -5.0), (x * 13.6, 12.0, 4.4), 1.0, 1.0, "metal", f"arm{x}")


def gargoyle(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-22))
    s.block(f, (0, 2.4, 0), (8.4, 2.4, 8.0), 0.5, "deep", "plinth")
    s.ball(f, (0, 11.0, -1.0), (6.0, 6.6, 5.6), "main", "body", "g", 2.0)
    s.ball(f, (0, 19.6, 2.4), (4.8, 4.6, 4.6), "main", "head", "g", 2.0)
    s.ball(f, (0, 17.8, 6.4), (2.8, 2.0, 2.4), "main", "snout")
    for x in _SIDES:
        s.limb(f, (x * 2.8, 22.6, 1.4), (x * 5.4, 27.4, -0.6), 1.5, 0.4, "light", f"horn{x}", priority=1.3)
        s.ball(f, (x * 1.9, 20.6, 6.4), (1.1, 0.9, 0.7), "glow", f"eye{x}", priority=1.7)
        s.web(f, (x * 4.0, 15.0, -3.6), (x * 15.0, 24.0, -6.0), (x * 13.4, 8.4, -5.0), 0.8, "deep", f"wing{x}")
        s.limb(f, (x * 5.0, 13.0, 2.0), (x * 4.6, 5.6, 6.0), 2.0, 1.7, "main", f"arm{x}")
        s.ball(f, (x * 5.4, 6.4, 2.4), (3.0, 2.4, 4.6), "main", f"leg{x}")
