"""Furniture, vessels, doors, signs, buildings, instruments, machines."""

from __future__ import annotations

import math

from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands

_SIDES = (-1, 1)


def barrel(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 12.0, 0), (11.0, 17.6, 11.0), "wood", "cask", clip=(0.0, 1.0, 0.0, 11.6), decals=[bands("wood2", 3.7, 0.14, axis=0)])
    for y, r in ((3.4, 10.0), (9.4, 11.1), (15.0, 11.1), (20.6, 10.0)):
        s.drum(WORLD, (0, y - 0.9, 0), (0, y + 0.9, 0), r, r, "metal", f"hoop{y}", rounding=0.4, priority=1.2)
    s.drum(WORLD, (0, 22.6, 0), (0, 23.9, 0), 8.4, 8.2, "wood2", "lid", rounding=0.3)


def crate(s: Scene, v: float) -> None:
    f = Frame((0, 11.0, 0), ry(-28))
    s.block(f, (0, 0, 0), (10.0, 10.0, 10.0), 0.4, "wood", "box", decals=[bands("wood2", 5.0, 0.12)])
    for x in _SIDES:
        for y in _SIDES:
            s.block(f, (x * 9.4, y * 9.4, 0), (1.7, 1.7, 11.2), 0.3, "pale", f"a{x}{y}")
            s.block(f, (x * 9.4, 0, y * 9.4), (1.7, 11.2, 1.7), 0.3, "pale", f"b{x}{y}")
            s.block(f, (0, x * 9.4, y * 9.4), (11.2, 1.7, 1.7), 0.3, "pale", f"c{x}{y}")
    s.block(f, (0, 0, 10.0), (1.6, 12.4, 0.8), 0.3, "pale", "brace", turn=rz(45))


def bucket(s: Scene, v: float) -> None:
    s.drum(
        WORLD,
        (0, 0, 0),
        (0, 15.0, 0),
        7.4,
        9.8,
        "main",
        "pail",
        rounding=0.5,
        decals=[Decal("metal", y=(3.6, 5.0)), Decal("metal", y=(-5.4, -4.0))],
    )
    s.drum(WORLD, (0, 14.8, 0), (0, 15.4, 0), 8.4, 8.4, "water", "water", rounding=0.1)
    s.ring(WORLD, (0, 15.0, 0), 9.6, 0.8, "metal", "handle", turn=rx(62), clip=(0.0, 0.0, 1.0, 0.6), priority=1.4)


def pot(s: Scene, v: float) -> None:
    s.ball(
        WORLD,
        (0, 9.6, 0),
        (10.4, 9.8, 10.4),
        "main",
        "pot",
        "p",
        1.6,
        decals=[Decal("accent", y=(1.4, 3.6)), bands("deep", 2.6, 0.5, axis=0, y=(-1.0, 0.6))],
    )
    s.drum(WORLD, (0, 17.4, 0), (0, 20.4, 0), 6.0, 7.4, "main", "lip", "p", 1.6, rounding=0.8)
    s.drum(WORLD, (0, 20.4, 0), (0, 21.0, 0), 5.4, 5.4, "dark", "mouth", rounding=0.1)
    if v > 0.5:
        for side in _SIDES:
            s.ring(WORLD, (side * 9.6, 14.0, 0), 3.2, 1.1, "main", f"ear{side}", turn=rx(90))


def cauldron(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 10.4, 0), (12.0, 10.0, 12.0), "dark2", "pot", clip=(0.0, 1.0, 0.0, 6.4))
    s.ring(WORLD, (0, 16.8, 0), 9.8, 1.8, "dark2", "rim")
    s.drum(WORLD, (0, 16.2, 0), (0, 17.2, 0), 9.0, 9.0, "main", "brew", rounding=0.2)
    for x, z, r in ((-3.6, 2.0, 2.6), (3.4, -1.0, 2.0), (1.0, 4.0, 1.6)):
        s.ball(WORLD, (x, 17.6, z), r, "main", f"bubble{x}", priority=1.2)
    for a in (60, 180, 300):
        s.limb(Frame((0, 0, 0), ry(a)), (0, 2.6, 7.0), (0, 0.6, 8.6), 1.9, 1.4, "dark2", f"leg{a}")


def vase(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 2.0, 0), 5.4, 4.8, "main", "foot")
    s.limb(
        WORLD,
        (0, 4.0, 0),
        (0, 13.0, 0),
        4.4,
        8.2,
        "main",
        "vase",
        "v",
        1.6,
        decals=[Decal("accent", y=(4.0, 6.4)), bands("accent", 3.0, 0.4, axis=0, y=(8.0, 10.4))],
    )
    s.limb(WORLD, (0, 15.0, 0), (0, 22.0, 0), 5.4, 3.2, "main", "vase", "v", 1.6)
    s.drum(WORLD, (0, 22.6, 0), (0, 24.8, 0), 3.4, 5.4, "main", "lip", rounding=0.5)


def door(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-20))
    s.block(f, (0, 15.0, -1.4), (11.4, 16.4, 1.6), 0.8, "stone", "frame", decals=[bands("stone2", 4.4, 0.16)])
    s.block(f, (0, 13.4, 0.4), (8.6, 13.4, 1.2), 0.5, "main", "door", decals=[bands("deep", 3.5, 0.16, axis=0)])
    if v < 0.6:
        s.drum(
            f.child((0, 26.0, 0.4), rx(90)),
            (0, -1.0, 0),
            (0, 1.2, 0),
            8.6,
            8.6,
            "main",
            "door",
            "d",
            decals=[bands("deep", 3.5, 0.16, axis=0)],
            clip=(0.0, 0.0, 1.0, 0.6),
        )
    for y in (6.0, 21.0):
        s.block(f, (-1.0, y, 1.7), (7.0, 1.2, 0.6), 0.3, "metal", f"hinge{y}", priority=1.2)
    s.ring(f, (5.4, 13.0, 2.2), 1.8, 0.7, "gold", "knob", turn=rx(90), priority=1.5)


def gate(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-18))
    for side in _SIDES:
        s.block(f, (side * 12.4, 13.0, 0), (3.2, 13.0, 3.2), 0.6, "stone", f"post{side}", decals=[bands("stone2", 5.0, 0.14)])
        s.block(f, (side * 12.4, 27.0, 0), (4.0, 1.6, 4.0), 0.6, "stone", f"cap{side}")
    for i in range(5):
        x = -7.2 + 3.6 * i
        s.limb(f, (x, 0.6, 0), (x, 22.0, 0), 0.9, 0.9, "main", f"bar{i}", priority=1.4)
        s.limb(f, (x, 22.0, 0), (x, 25.0, 0), 1.3, 0.3, "main", f"tip{i}", priority=1.4)
    for y in (5.0, 18.0):
        s.limb(f, (-9.0, y, 0), (9.0, y, 0), 0.9, 0.9, "main", f"rail{y}", priority=1.3)


def sign(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-18))
    s.limb(f, (0, 0, 0), (0, 28.0, 0), 1.9, 1.7, "wood", "post")
    if v < 0.5:
        s.plate(
            f,
            [(-11.0, -4.6), (8.0, -4.6), (13.0, 0), (8.0, 4.6), (-11.0, 4.6)],
            1.0,
            "main",
            "board",
            at=(0, 21.0, 1.8),
            rounding=0.4,
            decals=[bands("ink", 3.0, 0.24, 0.6, x=(-8.0, 7.0), y=(-2.6, 2.6))],
        )
    else:
        s.block(
            f, (0, 20.4, 1.8), (11.4, 6.6, 1.0), 0.5, "main", "board", decals=[bands("ink", 3.4, 0.26, 0.4, x=(-8.6, 8.6), y=(-4.4, 4.4))]
        )


def fence(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-22))
    for x in (-11.0, 0.0, 11.0):
        s.plate(f, [(-1.9, 0), (1.9, 0), (1.9, 15.4), (0, 18.6), (-1.9, 15.4)], 1.2, "main", f"post{x}", at=(x, 0, 0.8))
    for y in (5.0, 11.4):
        s.block(f, (0, y, -0.8), (15.0, 1.4, 0.8), 0.3, "main", f"rail{y}")


def chair(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-30))
    for x in _SIDES:
        for z in _SIDES:
            s.limb(f, (x * 6.2, 0, z * 6.0), (x * 6.0, 10.4, z * 5.8), 1.2, 1.3, "wood", f"leg{x}{z}")
        s.limb(f, (x * 6.2, 11.0, -6.0), (x * 6.4, 27.0, -7.4), 1.3, 1.2, "wood", f"back{x}")
    s.block(f, (0, 11.4, 0), (7.6, 1.4, 7.4), 0.5, "main", "seat")
    for y in (17.0, 22.6):
        s.block(f, (0, y, -6.8), (6.2, 1.7, 0.7), 0.4, "main", f"slat{y}")


def throne(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-24))
    s.block(f, (0, 5.0, 0), (9.4, 5.0, 8.0), 0.6, "gold", "base")
    s.block(f, (0, 11.0, 1.0), (8.0, 1.6, 7.4), 0.8, "main", "cushion")
    s.block(f, (0, 20.0, -6.6), (9.4, 13.0, 1.7), 1.0, "gold", "back", decals=[Decal("main", x=(-6.8, 6.8), y=(-9.0, 10.0), z=(0.2, 9))])
    for side in _SIDES:
        s.block(f, (side * 9.0, 14.4, 0.6), (1.7, 1.6, 7.4), 0.8, "gold", f"arm{side}")
        s.ball(f, (side * 9.4, 33.4, -6.6), 2.4, "gold", f"knob{side}")
    s.ball(f, (0, 33.6, -6.0), 3.0, "gem", "jewel")


def table(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-26))
    for x in _SIDES:
        for z in _SIDES:
            s.limb(f, (x * 10.4, 0, z * 6.4), (x * 10.0, 11.0, z * 6.0), 1.4, 1.6, "wood", f"leg{x}{z}")
    if v < 0.55:
        s.block(f, (0, 12.4, 0), (13.4, 1.5, 9.0), 0.5, "main", "top", decals=[bands("deep", 4.4, 0.1, axis=2)])
    else:
        s.drum(f, (0, 11.4, 0), (0, 14.0, 0), 13.0, 13.0, "main", "top", rounding=0.5)
    s.drum(f, (3.4, 14.0, 1.0), (3.4, 18.0, 1.0), 2.0, 2.3, "metal", "cup")
    s.ball(f, (-4.6, 15.8, -1.0), 2.4, "red", "apple")


def bed(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-34))
    s.block(f, (0, 5.0, 0), (8.4, 2.4, 14.0), 0.6, "wood", "frame")
    s.block(f, (0, 8.0, 0), (8.0, 2.2, 13.4), 1.2, "white", "mattress")
    s.block(f, (0, 9.2, 4.0), (8.5, 2.0, 9.8), 1.2, "main", "blanket", decals=[Decal("light", z=(-9.8, -7.4))])
    s.block(f, (0, 10.8, -9.8), (5.6, 1.9, 3.0), 1.6, "white", "pillow")
    s.block(f, (0, 11.0, -14.4), (9.0, 8.4, 1.1), 0.8, "wood", "head")
    s.block(f, (0, 7.4, 14.4), (9.0, 4.4, 1.1), 0.8, "wood", "foot")


def shelf(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-20))
    s.block(f, (0, 15.0, -1.6), (11.0, 15.0, 2.4), 0.4, "wood2", "back")
    for side in _SIDES:
        s.block(f, (side * 10.6, 15.0, 1.0), (1.1, 15.4, 4.4), 0.3, "wood", f"side{side}")
    inks = ("main", "accent", "light", "leaf", "red", "gold")
    for k, y in enumerate((1.0, 10.4, 19.8, 29.6)):
        s.block(f, (0, y, 1.0), (11.4, 0.9, 4.6), 0.3, "wood", f"board{k}")
        if k < 3:
            x = -8.4
            for i in range(7):
                w = 0.9 + 0.5 * math.sin(3 * i + k + 5 * v) ** 2
                h = 2.6 + 0.9 * math.sin(2 * i + 3 * k) ** 2
                s.block(f, (x + w, y + 1.0 + h, 1.8), (w, h, 2.8), 0.2, inks[(i * 5 + 2 * k) % 6], f"book{k}{i}")
                x += 2 * w + 0.3


def lamp(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 2.0, 0), 6.4, 5.4, "metal", "foot", rounding=0.4)
    s.limb(WORLD, (0, 2, 0), (0, 17.0, 0), 1.2, 1.1, "metal", "stem", priority=1.2)
    s.drum(WORLD, (0, 15.4, 0), (0, 27.0, 0), 9.8, 5.4, "main", "shade", rounding=0.6, decals=[Decal("light", y=(-5.8, -4.2))])


def clock(s: Scene, v: float) -> None:
    f = Frame((0, 13.4, 0), ry(-18)).child((0, 0, 0), rx(90))
    s.drum(f, (0, -3.0, 0), (0, 2.4, 0), 12.0, 12.0, "main", "case", rounding=1.0)
    s.drum(f, (0, 2.0, 0), (0, 3.0, 0), 9.6, 9.6, "paper", "face", rounding=0.2)
    g = f.child((0, 3.4, 0), rx(-90))
    s.limb(g, (0, 0, 0), (0, 6.4, 0), 0.8, 0.5, "dark", "minute", priority=1.6)
    s.limb(g, (0, 0, 0), (4.2, 2.0, 0), 0.9, 0.6, "dark", "hour", priority=1.6)
    for i in range(12):
        a = math.radians(30 * i)
        s.ball(g, (8.2 * math.sin(a), 8.2 * math.cos(a), -0.2), 0.7, "dark", "ticks", priority=1.4)


def bell(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 5.0, 0), (0, 16.0, 0), 9.8, 5.6, "main", "bell", "b", 1.4, rounding=0.8, decals=[Decal("deep", y=(-3.4, -2.0))])
    s.ball(WORLD, (0, 17.4, 0), (5.6, 5.0, 5.6), "main", "bell", "b", 1.4)
    s.drum(WORLD, (0, 4.0, 0), (0, 5.8, 0), 11.0, 10.4, "main", "lip", rounding=0.6)
    s.ball(WORLD, (0, 3.0, 0), 3.0, "dark", "clapper")
    s.ring(WORLD, (0, 24.0, 0), 2.8, 1.0, "main", "loop", turn=rx(86), priority=1.3)


def candle(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 2.6, 0), 8.6, 7.4, "gold", "dish", rounding=0.8)
    s.drum(WORLD, (0, 2.0, 0), (0, 18.0, 0), 4.0, 3.7, "main", "wax", rounding=0.8)
    s.limb(WORLD, (2.6, 17.0, 2.4), (2.8, 11.0, 2.8), 1.3, 0.8, "main", "drip")
    s.limb(WORLD, (0, 18.0, 0), (0, 20.0, 0), 0.6, 0.5, "dark", "wick", priority=1.5)
    s.limb(WORLD, (0, 22.0, 0), (0, 29.0, 0), 2.9, 0.4, "fire", "flame")
