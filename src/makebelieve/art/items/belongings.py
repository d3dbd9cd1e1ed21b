"""Potions, keys, books, maps, lanterns, and the rest of a traveller's pockets. Things stand on y = 0, about 32 units high."""

from __future__ import annotations

import math

from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, regular, spots, star

_SIDES = (-1, 1)


def potion(s: Scene, v: float) -> None:
    wide = 9.6 + 1.6 * math.sin(9 * v)
    if v < 0.34:  # round flask
        s.ball(WORLD, (0, 10.6, 0), (wide, 9.6, wide), "main", "flask", "b", 2)
        s.limb(WORLD, (0, 16, 0), (0, 24, 0), 4.2, 3.3, "glass", "neck", "b", 2)
    elif v < 0.67:  # cone flask
        s.drum(WORLD, (0, 0.4, 0), (0, 18, 0), wide + 1.2, 3.8, "main", "flask", "b", 1.4, rounding=1.6)
        s.drum(WORLD, (0, 17, 0), (0, 24, 0), 3.6, 3.4, "glass", "neck", "b", 1)
    else:  # square bottle
        s.block(WORLD, (0, 9.4, 0), (8.0, 9.4, 8.0), 2.2, "main", "flask", "b", 1.4, turn=ry(24))
        s.drum(WORLD, (0, 18, 0), (0, 24, 0), 3.6, 3.4, "glass", "neck", "b", 1)
    s.drum(WORLD, (0, 23.8, 0), (0, 25.4, 0), 4.6, 4.6, "glass", "lip", rounding=0.5)
    s.drum(WORLD, (0, 25.0, 0), (0, 29.6, 0), 3.0, 3.5, "wood", "cork", rounding=0.6)
    s.stamp(WORLD, (-4.4, 13.6, 8.0), (0, 0, 1), (2.6, 2.8), "glint", {"w": "white"}, ("flask",), -1)
    s.stamp(WORLD, (3.8, 6.0, 8.4), (0, 0, 1), (1.1, 1.1), "dot", {"d": "white"}, ("flask",), -1)


def key(s: Scene, v: float) -> None:
    f = Frame((-8.0, 5.0, 0), rz(-42)).child((0, 0, 0), ry(14))
    s.ring(f, (0, 3.0, 0), 5.0, 1.7, "main", "bow", turn=rx(90), priority=1.2)
    if v > 0.5:
        for a in (0, 120, 240):
            s.ball(f, (5.0 * math.sin(math.radians(a)), 3.0 + 5.0 * math.cos(math.radians(a)), 0), 2.4, "main", "bow")
    s.limb(f, (0, 8.4, 0), (0, 27.0, 0), 1.7, 1.6, "main", "stem", priority=1.3)
    s.drum(f, (0, 9.0, 0), (0, 11.0, 0), 2.6, 2.6, "main", "collar", priority=1.2)
    for y, long in ((20.4, 5.0), (25.6, 5.8)):
        s.block(f, (long / 2, y, 0), (long / 2 + 0.6, 1.5, 1.1), 0.3, "main", "bit", priority=1.3)


def book(s: Scene, v: float) -> None:
    f = Frame((0, 13.0, 0), ry(-28)).child((0, 0, 0), rx(-8), rz(8))
    s.block(f, (0.6, 0, 0), (8.6, 11.6, 2.6), 0.5, "paper", "pages", decals=[bands("shade", 1.3, 0.3, axis=2)])
    for z in (-3.0, 3.0):
        s.block(f, (0, 0, z), (9.8, 12.6, 0.8), 0.5, "main", f"cover{z}")
    s.limb(f, (-9.4, -12.0, 0), (-9.4, 12.0, 0), 3.2, 3.2, "main", "spine", flat=(0.5, 1.0))
    for y in (-9.6, 9.6):
        for x in (-7.8, 7.8):
            s.block(f, (x, y, 3.9), (1.9, 1.9, 0.4), 0.3, "gold", f"corner{x}{y}", priority=1.2)
    if v < 0.5:
        s.plate(f, star(5, 4.4, 1.9), 0.5, "gold", "sign", at=(0.4, 0, 4.0), priority=1.3)
    else:
        s.plate(f, regular(4, 4.6), 0.5, "gold", "sign", at=(0.4, 0, 4.0), priority=1.3)
        s.ball(f, (0.4, 0, 4.4), (1.6, 1.6, 0.8), "gem", "eye", priority=1.4)


def scroll(s: Scene, v: float) -> None:
    f = Frame((0, 13.0, 0), rz(-14)).child((0, 0, 0), ry(-16))
    s.block(f, (0, 0, 0), (8.4, 9.6, 0.7), 0.2, "paper", "sheet", decals=[bands("ink", 3.0, 0.28, 0.4, x=(-6.0, 6.0), y=(-7.4, 7.4))])
    for y in (-10.4, 10.4):
        s.drum(f, (-9.2, y, 0.6), (9.2, y, 0.6), 2.2, 2.2, "paper", f"roll{y}", rounding=0.4)
        for x in _SIDES:
            s.limb(f, (x * 9.2, y, 0.6), (x * 11.6, y, 0.6), 1.1, 1.5, "wood", f"knob{x}{y}", priority=1.2)
    s.ball(f, (4.6, -6.0, 1.0), (2.2, 2.2, 0.8), "main", "seal", priority=1.4)


def mask(s: Scene, v: float) -> None:
    f = Frame((0, 13.6, 0), ry(-20))
    s.ball(
        f,
        (0, 0, -2.0),
        (9.4, 12.0, 7.0),
        "main",
        "mask",
        clip=(0.0, 0.0, -1.0, -0.6),
        decals=[Decal("accent", x=(-1.4, 1.4), y=(3.0, 20.0)), Decal("accent", y=(-7.6, -5.6), x=(-4.0, 4.0))],
    )
    for side in _SIDES:
        s.stamp(f, (side * 4.0, 1.6, 4.4), (0, 0, 1), (4.0, 3.2), "angry", {"d": "pupil", "c": "pupil", "w": "pupil"}, ("mask",), -1, side)
        s.limb(f, (side * 6.4, 9.0, 0), (side * 10.0, 15.0, 1.0), 2.0, 0.4, "horn", f"horn{side}", priority=1.2)
    s.limb(f, (0, 1.0, 4.6), (0, -2.4, 6.2), 1.6, 1.9, "main", "nose")


def skull(s: Scene, v: float) -> None:
    f = Frame((0, 12.4, 0), ry(-24))
    s.ball(f, (0, 3.0, -1.0), (9.4, 9.0, 10.0), "main", "skull", "k", 1.2)
    s.block(f, (0, -5.6, 3.4), (5.2, 4.2, 4.6), 1.8, "main", "skull", "k", 1.2)
    for side in _SIDES:
        s.ball(f.child((side * 4.0, 1.0, 7.2), ry(side * 16)), (0, 0, 0), (3.1, 3.3, 2.0), "dark", f"socket{side}", priority=1.6)
        s.ball(f, (side * 6.4, -3.4, 4.2), (3.0, 2.2, 3.6), "main", "skull", "k", 1.0)
    s.plate(f, [(-1.3, -1.2), (1.3, -1.2), (0, 1.6)], 0.8, "dark", "nose", at=(0, -2.6, 8.8), priority=1.7)
    s.block(f, (0, -7.4, 5.6), (4.4, 1.7, 3.0), 0.6, "white", "teeth", priority=1.5, decals=[bands("dark", 2.2, 0.24, axis=0)])


def bone(s: Scene, v: float) -> None:
    f = Frame((0, 12.0, 0), rz(-40))
    s.limb(f, (0, -9.6, 0), (0, 9.6, 0), 2.5, 2.5, "main", "bone", "k", 1.4)
    for y in (-10.6, 10.6):
        for side in _SIDES:
            s.ball(f, (side * 2.9, y, 0), 3.4, "main", "bone", "k", 1.2)


def feather(s: Scene, v: float) -> None:
    f = Frame((-7.0, 2.0, 0), rz(-30))
    s.limb(f, (0, 0, 0), (0, 28.0, 0), 0.8, 0.5, "light", "quill", priority=1.6)
    for i in range(6):
        y, r = 7.4 + 3.6 * i, 4.6 - 0.5 * abs(i - 2)
        for side in _SIDES:
            s.limb(
                f,
                (0, y, 0),
                (side * r, y + 4.2, 0),
                1.7,
                1.0,
                "main",
                "vane",
                "v",
                0.7,
                flat=(1.0, 0.4),
                decals=[Decal("accent", y=(2.6, 9.0))] if i > 3 else [],
            )


def bag(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 8.6, 0), (11.0, 9.0, 10.0), "main", "bag", "b", 2.0)
    s.limb(WORLD, (0, 14.0, 0), (0, 19.0, 0), 6.0, 3.0, "main", "bag", "b", 2.0)
    s.ring(WORLD, (0, 18.8, 0), 3.4, 1.2, "rope", "tie", priority=1.3)
    for i in range(6):
        a = math.radians(60 * i)
        s.limb(
            WORLD,
            (1.4 * math.sin(a), 19.0, 1.4 * math.cos(a)),
            (4.8 * math.sin(a), 24.0, 4.8 * math.cos(a)),
            1.9,
            1.5,
            "main",
            f"ruff{i % 3}",
            "r",
            0.4,
        )
    s.drum(Frame((0, 8.6, 9.4), rx(90)), (0, 0, 0), (0, 1.2, 0), 4.0, 3.8, "gold", "sign", priority=1.2)


def bomb(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 10.6, 0), 10.4, "main", "bomb")
    s.drum(WORLD, (0, 20.0, 0), (0, 23.0, 0), 3.4, 3.2, "metal", "cap", rounding=0.4)
    s.limb(WORLD, (0, 22.6, 0), (2.6, 27.0, 0), 0.9, 0.8, "rope", "fuse", "f", 0.3, priority=1.5)
    s.limb(WORLD, (2.6, 27.0, 0), (5.4, 28.0, 0), 0.8, 0.7, "rope", "fuse", "f", 0.3, priority=1.5)
    s.plate(WORLD, star(6, 3.6, 1.6), 0.8, "fire", "spark", at=(6.6, 28.2, 0.6), priority=1.3)
    s.stamp(WORLD, (-4.6, 14.4, 8.4), (0, 0, 1), (3.0, 3.0), "glint", {"w": "white"}, ("bomb",), -1)


def map_item(s: Scene, v: float) -> None:
    f = Frame((0, 11.6, 0), ry(-18)).child((0, 0, 0), rx(-20))
    for i, x in enumerate((-7.4, 0.0, 7.4)):
        s.block(
            f,
            (x, 0, 0.9 * (-1) ** i),
            (3.9, 9.6, 0.6),
            0.2,
            "paper",
            f"fold{i}",
            turn=ry(12 * (-1) ** i),
            decals=[spots("leaf", 7.0, 2.4, i), bands("ink", 5.0, 0.14, 1.0 + i)],
        )
    s.stamp(f, (5.6, 3.0, 2.2), (0, 0, 1), (4.0, 4.0), "socket", {"d": "red", "c": "red"}, (), -1)


def compass(s: Scene, v: float) -> None:
    f = Frame((0, 11.4, 0), ry(-16)).child((0, 0, 0), rx(64))
    s.drum(f, (0, -2.0, 0), (0, 2.0, 0), 11.0, 11.0, "gold", "case", rounding=0.8)
    s.drum(f, (0, 1.6, 0), (0, 2.5, 0), 8.8, 8.8, "paper", "face", rounding=0.2)
    g = f.child((0, 2.8, 0), rx(-90))
    s.plate(g, [(0, 7.0), (1.7, 0), (-1.7, 0)], 0.5, "red", "north", turn=rz(-28), priority=1.4)
    s.plate(g, [(0, -7.0), (1.7, 0), (-1.7, 0)], 0.5, "dark", "south", turn=rz(-28), priority=1.4)
    s.ring(f, (0, 0, -12.4), 2.2, 0.8, "gold", "loop", priority=1.3)


def egg(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 11.0, 0), (9.4, 11.0, 9.4), "main", "egg", "e", 3.0, decals=[spots("accent", 6.4, 1.9, int(9 * v))])
    s.ball(WORLD, (0, 15.6, 0), (7.2, 9.4, 7.2), "main", "egg", "e", 3.0, decals=[spots("accent", 6.4, 1.9, int(9 * v))])
    s.stamp(WORLD, (-3.6, 17.4, 7.0), (0, 0, 1), (2.6, 2.6), "glint", {"w": "white"}, ("egg",), -1)


def lantern(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 3.0, 0), 7.4, 6.4, "dark2", "foot", rounding=0.5)
    s.drum(WORLD, (0, 3.0, 0), (0, 16.0, 0), 5.6, 5.6, "glow", "glass")
    for i in range(4):
        a = math.radians(45 + 90 * i)
        s.limb(
            WORLD,
            (6.0 * math.sin(a), 2.4, 6.0 * math.cos(a)),
            (6.0 * math.sin(a), 16.4, 6.0 * math.cos(a)),
            0.9,
            0.9,
            "dark2",
            f"bar{i}",
            priority=1.4,
        )
    s.drum(WORLD, (0, 16.0, 0), (0, 21.0, 0), 7.0, 2.2, "dark2", "cap", rounding=0.4)
    s.ring(WORLD, (0, 24.0, 0), 3.6, 0.9, "dark2", "ring", turn=rx(84), priority=1.4)
    s.limb(WORLD, (0, 5.0, 3.0), (0, 12.0, 3.0), 2.2, 0.4, "fire", "flame")


def hourglass(s: Scene, v: float) -> None:
    for y in (1.2, 25.8):
        s.drum(WORLD, (0, y - 1.2, 0), (0, y + 1.2, 0), 8.4, 8.4, "wood", f"plate{y}", rounding=0.5)
    for i in range(3):
        a = math.radians(60 + 120 * i)
        s.limb(
            WORLD,
            (7.0 * math.sin(a), 2, 7.0 * math.cos(a)),
            (7.0 * math.sin(a), 25, 7.0 * math.cos(a)),
            0.9,
            0.9,
            "gold",
            f"post{i}",
            priority=1.3,
        )
    s.limb(WORLD, (0, 6.6, 0), (0, 13.4, 0), 5.6, 1.4, "main", "sand", "g", 0.6)
    s.limb(WORLD, (0, 20.4, 0), (0, 13.6, 0), 5.6, 1.4, "glass", "top", "g", 0.6)


def dice(s: Scene, v: float) -> None:
    for i, (x, y, z, a) in enumerate(((-5.0, 7.0, 0, 28), (7.6, 5.0, 5.4, -16))):
        r = 7.0 if i == 0 else 5.0
        f = Frame((x, y, z), ry(a))
        pips = {"d": "pupil"}
        s.block(f, (0, 0, 0), (r, r, r), 1.6, "main", f"die{i}")
        for u, w in ((0, 0), (-0.5, 0.5), (0.5, -0.5)):
            s.stamp(f, (u * r, w * r, r), (0, 0, 1), (1.9, 1.9), "dot", pips, (f"die{i}",), 0.1)
        for u, w in ((-0.45, -0.45), (0.45, 0.45)):
            s.stamp(f, (u * r, r, w * r), (0, 1, 0), (1.9, 1.5), "dot", pips, (f"die{i}",), 0.1)
        s.stamp(f, (-r, 0, 0), (-1, 0, 0), (1.9, 1.9), "dot", pips, (f"die{i}",), 0.1)
