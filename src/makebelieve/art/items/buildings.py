"""What stands in the open: tents, houses, towers, wells, graves, portals, and what a platformer is built of. Things stand on y = 0."""

from __future__ import annotations

import math

from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES = (-1, 1)


def tent(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-30))
    apex = 21.0
    for side in _SIDES:
        s.web(f, (side * 12.0, 0, 11.0), (0, apex, 11.0), (0, apex, -11.0), 0.6, "main", f"roof{side}")
        s.web(f, (side * 12.0, 0, 11.0), (0, apex, -11.0), (side * 12.0, 0, -11.0), 0.6, "main", f"roof{side}")
        s.web(f, (side * 12.0, 0, 10.4), (0, apex - 0.4, 10.4), (side * 4.0, 0, 10.4), 0.6, "accent", f"flap{side}")
    s.web(f, (-6.0, 0, 9.4), (0, apex - 2, 9.4), (6.0, 0, 9.4), 0.4, "dark", "inside")
    s.limb(f, (0, apex, 11.6), (0, apex + 4, 11.6), 0.8, 0.7, "wood", "pole", priority=1.4)


def house(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-30))
    s.block(
        f,
        (0, 8.0, 0),
        (10.0, 8.0, 9.0),
        0.4,
        "wall",
        "walls",
        decals=[
            Decal("wood", x=(-2.6, 2.6), y=(-9, 2.6), z=(6.0, 19)),
            Decal("glass", x=(-8.0, -4.4), y=(-2.0, 3.4), z=(6.0, 19)),
            Decal("glass", x=(4.4, 8.0), y=(-2.0, 3.4), z=(6.0, 19)),
            Decal("glass", z=(-4.0, 2.0), y=(-2.0, 3.4), x=(6.0, 19)),
            Decal("wood2", y=(6.6, 9.0)),
        ],
    )
    s.plate(f, [(-12.4, 0), (12.4, 0), (0, 12.4)], 10.6, "main", "roof", at=(0, 15.4, 0), rounding=0.4, decals=[bands("deep", 3.0, 0.22)])
    s.plate(f, [(-9.4, 0), (9.4, 0), (0, 9.6)], 9.4, "wall", "gable", at=(0, 15.6, 0.9), rounding=0.2)
    s.block(f, (6.0, 25.0, -3.0), (1.9, 4.4, 1.9), 0.3, "stone", "chimney")


def tower(s: Scene, v: float) -> None:
    s.drum(
        WORLD,
        (0, 0, 0),
        (0, 25.0, 0),
        9.4,
        8.2,
        "stone",
        "tower",
        rounding=0.4,
        decals=[bands("stone2", 4.2, 0.14), Decal("dark", x=(-1.6, 1.6), y=(2.0, 8.0), z=(3.0, 19))],
    )
    s.drum(WORLD, (0, 24.4, 0), (0, 28.0, 0), 10.4, 10.4, "stone", "crown", rounding=0.4)
    if v < 0.5:
        for i in range(8):
            a = math.radians(45 * i)
            s.block(Frame((9.2 * math.sin(a), 29.4, 9.2 * math.cos(a)), ry(45 * i)), (0, 0, 0), (1.9, 2.0, 1.5), 0.3, "stone", f"merlon{i}")
    else:
        s.drum(WORLD, (0, 28.0, 0), (0, 42.0, 0), 11.4, 0.5, "main", "roof", rounding=0.3)
    s.plate(WORLD, [(-2.6, 0), (2.6, 0), (2.6, 5.4), (0, 8.0), (-2.6, 5.4)], 1.0, "wood", "door", at=(0, 0, 9.0), priority=1.2)


def well(s: Scene, v: float) -> None:
    s.drum(
        WORLD,
        (0, 0, 0),
        (0, 9.0, 0),
        10.0,
        10.0,
        "stone",
        "wall",
        rounding=0.6,
        decals=[bands("stone2", 3.4, 0.2), bands("stone2", 5.0, 0.12, axis=0)],
    )
    s.drum(WORLD, (0, 8.8, 0), (0, 9.4, 0), 7.4, 7.4, "water", "water", rounding=0.1)
    f = Frame((0, 0, 0), ry(-20))
    for side in _SIDES:
        s.limb(f, (side * 8.8, 6.0, 0), (side * 8.8, 23.0, 0), 1.2, 1.2, "wood", f"post{side}")
        s.web(f, (side * 12.0, 21.0, 8.4), (side * 12.0, 21.0, -8.4), (0, 29.0, 0), 0.6, "main", "roof")
    s.plate(f, [(-11.4, 0), (11.4, 0), (0, 9.0)], 7.4, "main", "roof", at=(0, 21.4, 0), decals=[bands("deep", 2.6, 0.22)])
    s.limb(f, (-8.8, 18.0, 0), (8.8, 18.0, 0), 1.0, 1.0, "wood", "axle")
    s.limb(f, (0, 18.0, 0), (0, 12.0, 0), 0.45, 0.45, "rope", "rope", priority=1.8)
    s.drum(f, (0, 9.6, 0), (0, 13.0, 0), 2.2, 2.6, "wood", "pail")


def statue(s: Scene, v: float) -> None:
    s.block(WORLD, (0, 3.0, 0), (9.4, 3.0, 8.4), 0.5, "stone", "plinth", turn=ry(-18))
    s.block(WORLD, (0, 7.4, 0), (7.4, 1.6, 6.6), 0.5, "stone", "step", turn=ry(-18))
    s.drum(WORLD, (0, 8.6, 0), (0, 20.0, 0), 6.0, 4.2, "main", "robe", "r", 1.2)
    s.ball(WORLD, (0, 20.4, 0), (5.0, 3.4, 3.6), "main", "robe", "r", 1.2)
    s.ball(WORLD, (0, 27.0, 0.4), (4.0, 4.4, 4.0), "main", "head")
    for side in _SIDES:
        s.limb(WORLD, (side * 4.6, 20.0, 0), (side * 1.4, 15.6, 4.4), 1.9, 1.5, "main", f"arm{side}")


def gravestone(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-18))
    s.ball(f, (0, 0, 2.0), (12.0, 2.6, 9.0), "soil", "mound")
    s.plate(
        f,
        [(-7.6, 0), (7.6, 0), (7.6, 15.0), (5.4, 19.6), (0, 21.6), (-5.4, 19.6), (-7.6, 15.0)],
        2.2,
        "stone",
        "slab",
        rounding=0.5,
        decals=[Decal("moss", y=(-1.0, 4.4), x=(-9.0, 1.0))],
    )
    s.block(f, (0, 13.4, 2.4), (0.9, 4.0, 0.5), 0.2, "stone2", "cross", priority=1.4)
    s.block(f, (0, 14.8, 2.4), (2.8, 0.9, 0.5), 0.2, "stone2", "cross", priority=1.4)


def portal(s: Scene, v: float) -> None:
    f = Frame((0, 15.6, 0), ry(-18))
    s.ring(f, (0, 0, 0), 12.4, 2.4, "stone", "arch", turn=rx(90), decals=[bands("stone2", 4.4, 0.2, axis=0)])
    s.drum(
        f.child((0, 0, 0), rx(90)),
        (0, -0.6, 0),
        (0, 0.6, 0),
        11.0,
        11.0,
        "main",
        "gate",
        decals=[spots("light", 6.4, 1.6), spots("deep", 7.0, 2.2, 3)],
    )
    s.block(f, (0, -14.4, 0), (9.0, 1.7, 4.4), 0.6, "stone", "step")


def flagpole_checkpoint(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 3.0, 0), 6.0, 5.0, "stone", "foot", rounding=0.4)
    s.limb(WORLD, (0, 2.0, 0), (0, 32.0, 0), 1.1, 0.9, "metal", "pole", priority=1.2)
    s.ball(WORLD, (0, 33.0, 0), 1.9, "gold", "knob")
    s.plate(WORLD, [(0.4, 31.0), (15.0, 26.0), (0.4, 20.4)], 0.7, "main", "flag", rounding=0.3)


def spring(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 2.6, 0), 10.0, 9.4, "dark2", "foot", rounding=0.5)
    for i in range(4):
        s.ring(WORLD, (0, 4.6 + 3.0 * i, 0), 6.4, 1.1, "metal", f"coil{i}", turn=rz(7))
    s.drum(WORLD, (0, 15.4, 0), (0, 18.6, 0), 10.4, 10.4, "main", "pad", rounding=1.0)


def spikes(s: Scene, v: float) -> None:
    s.block(WORLD, (0, 1.4, 0), (14.0, 1.4, 6.0), 0.4, "dark2", "base")
    for i in range(5):
        s.limb(WORLD, (-11.0 + 5.5 * i, 2.0, 0.8 * (-1) ** i), (-11.0 + 5.5 * i, 16.4 - 1.6 * (i % 2), 0), 2.9, 0.3, "metal", f"spike{i}")


def lever(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 4.4, 0), 9.0, 7.6, "stone", "base", rounding=0.6)
    s.ball(WORLD, (0, 4.4, 0), (5.0, 3.4, 5.0), "dark2", "pivot")
    s.limb(WORLD, (0, 5.0, 0), (8.6, 19.0, 1.0), 1.3, 1.2, "metal", "rod", priority=1.2)
    s.ball(WORLD, (9.2, 20.4, 1.0), 3.2, "main", "grip")
