"""Gems, coins, chests, crowns, and the rest of what is won. Things stand on y = 0, about 32 units high."""

from __future__ import annotations

import math

from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, regular, star

_SIDES = (-1, 1)


def gem(s: Scene, v: float) -> None:
    f = Frame((0, 13.0, 0), ry(18 + 24 * v))
    n = 6 if v < 0.6 else 8
    tall = 11.5 + 2 * v
    for i in range(n):
        a, b = 2 * math.pi * i / n, 2 * math.pi * (i + 1) / n
        p = [(10.4 * math.cos(a), 2.0, 10.4 * math.sin(a)), (10.4 * math.cos(b), 2.0, 10.4 * math.sin(b))]
        t = [(6.4 * math.cos(a), 8.6, 6.4 * math.sin(a)), (6.4 * math.cos(b), 8.6, 6.4 * math.sin(b))]
        s.web(f, p[0], p[1], (0, -tall, 0), 0.3, "main", f"low{i}")
        s.web(f, p[0], p[1], t[0], 0.3, "main", f"up{i}")
        s.web(f, p[1], t[1], t[0], 0.3, "main", f"up{i}")
        s.web(f, t[0], t[1], (0, 8.8, 0), 0.3, "light", f"top{i % 2}")
    s.stamp(f, (-3.0, 9.2, 4.0), (0, 0.6, 0.8), (2.4, 2.4), "glint", {"w": "white"}, (), -1)


def crystal(s: Scene, v: float) -> None:
    for x, z, h, r, lean in (
        (0, 0, 27, 5.0, 4),
        (-6.4, 2, 17, 3.9, 22),
        (6.6, 1.4, 19, 3.9, -20),
        (2.6, 5.4, 11, 3.1, -10),
        (-3.4, -4.6, 15, 3.4, 12),
    ):
        f = Frame((x, 0, z), rz(lean + 6 * v)).child((0, 0, 0), ry(20 * x))
        s.plate(f, regular(6, r, 30), h * 0.39, "main", f"c{x}", at=(0, h * 0.39, 0), turn=rx(90), rounding=0.1)
        for i in range(6):
            a, b = math.radians(30 + 60 * i), math.radians(90 + 60 * i)
            s.web(
                f,
                (r * math.cos(a), h * 0.78, r * math.sin(a)),
                (r * math.cos(b), h * 0.78, r * math.sin(b)),
                (0, h, 0),
                0.25,
                "light" if i % 2 else "main",
                f"t{x}{i % 2}",
            )
    s.ball(WORLD, (0, -0.4, 1.0), (11.0, 2.2, 8.0), "stone", "ground")


def ring(s: Scene, v: float) -> None:
    s.ring(WORLD, (0, 10.0, 0), 8.4, 1.9, "gold", "ring", turn=rx(78))
    f = Frame((0, 20.4, 1.0), ry(20))
    s.drum(f, (0, -2.0, 0), (0, 0.4, 0), 2.6, 4.0, "gold", "seat")
    s.plate(f, regular(6, 4.4), 2.0, "main", "gem", at=(0, 1.6, 0), turn=rx(90), rounding=0.8)
    s.stamp(f, (-1.0, 3.4, 2.0), (0, 0.4, 1), (1.8, 1.8), "glint", {"w": "white"}, ("gem",), -1)


def amulet(s: Scene, v: float) -> None:
    s.ring(WORLD, (0, 20.0, 0), 9.6, 1.0, "gold", "chain", turn=rx(84), decals=[bands("dark", 2.0, 0.3, axis=0)], priority=1.5)
    s.drum(WORLD, (0, 8.0, -0.8), (0, 8.0, 1.2), 6.4, 6.0, "gold", "disc", facing=(0, 1, 0))
    s.drum(Frame((0, 8.0, 1.0), rx(90)), (0, 0, 0), (0, 1.0, 0), 6.4, 6.0, "gold", "disc2")
    s.ball(WORLD, (0, 8.0, 2.0), (3.9, 3.9, 2.0), "main", "gem", priority=1.2)
    s.stamp(WORLD, (-1.4, 9.6, 4.0), (0, 0, 1), (1.8, 1.8), "glint", {"w": "white"}, ("gem",), -1)


def coin(s: Scene, v: float) -> None:
    f = Frame((0, 11.4, 0), ry(26)).child((0, 0, 0), rx(90))
    s.drum(f, (0, -1.5, 0), (0, 1.5, 0), 11.0, 11.0, "main", "coin", rounding=0.6)
    s.drum(f, (0, 1.2, 0), (0, 1.9, 0), 8.4, 8.4, "deep", "inner", rounding=0.2)
    g = f.child((0, 1.8, 0), rx(-90))
    if v < 0.5:
        s.plate(g, star(5, 5.4, 2.3), 0.8, "main", "sign", priority=1.2)
    else:
        s.block(g, (0, 0, 0), (1.6, 4.8, 0.8), 0.4, "main", "sign", priority=1.2)


def coins(s: Scene, v: float) -> None:
    for i, (x, z, n) in enumerate(((-7.0, 0, 4), (5.6, -3.0, 6), (2.0, 6.0, 3), (10.6, 5.0, 2))):
        for j in range(n):
            dx = 0.7 * math.sin(3.1 * i + 2.3 * j + 6 * v)
            s.drum(
                WORLD,
                (x + dx, 0.2 + 2.2 * j, z),
                (x + dx, 2.0 + 2.2 * j, z),
                5.4,
                5.4,
                "main" if (i + j) % 2 else "deep",
                f"c{i}{j}",
                rounding=0.4,
            )


def chest(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-26))
    planks = [bands("wood2", 4.4, 0.14)]
    s.block(f, (0, 6.4, 0), (12.0, 6.4, 8.4), 0.8, "wood", "box", decals=planks)
    s.drum(
        f,
        (-11.8, 12.9, 0),
        (11.8, 12.9, 0),
        8.4,
        8.4,
        "wood",
        "lid",
        rounding=0.5,
        clip=(0.0, 0.0, 0.0, 9.0),
        decals=[bands("wood2", 5.6, 0.12, axis=2)],
    )
    for x in (-9.8, 9.8):
        s.block(f, (x, 6.5, 0), (1.5, 7.0, 9.0), 0.4, "metal", f"strap{x}")
        s.drum(f, (x - 1.5, 12.9, 0), (x + 1.5, 12.9, 0), 9.0, 9.0, "metal", f"lidstrap{x}", rounding=0.4)
    s.block(f, (0, 12.9, 0), (12.5, 1.1, 9.0), 0.3, "metal", "rim")
    s.block(
        f,
        (0, 11.4, 9.0),
        (2.6, 3.0, 0.9),
        0.5,
        "gold",
        "lock",
        priority=1.5,
        decals=[Decal("dark", x=(-0.8, 0.8), y=(-1.8, 0.8), z=(0, 9))],
    )


def crown(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 2.0, 0), (0, 8.0, 0), 10.6, 11.0, "main", "band", rounding=0.5, decals=[Decal("velvet", y=(-20.0, -1.9))])
    for i in range(8):
        a = math.radians(45 * i + 22)
        x, z = 10.6 * math.sin(a), 10.6 * math.cos(a)
        s.limb(WORLD, (x, 7.0, z), (x * 1.16, 15.6, z * 1.16), 2.6, 0.9, "main", f"spike{i % 3}", flat=(1.0, 0.6), priority=1.1)
        s.ball(WORLD, (x * 1.17, 16.6, z * 1.17), 1.5, "gem" if i % 2 else "main", f"tip{i}", priority=1.3)
        s.ball(WORLD, (10.9 * math.sin(a + 0.39), 5.0, 10.9 * math.cos(a + 0.39)), 1.6, "gem", f"gem{i}", priority=1.4)
    s.ball(WORLD, (0, 9.0, 0), (9.0, 5.4, 9.0), "velvet", "cap", clip=(0.0, -1.0, 0.0, 0.6))


def trophy(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 3.6, 0), 7.4, 6.6, "wood", "foot", rounding=0.4)
    s.drum(WORLD, (0, 3.6, 0), (0, 5.4, 0), 5.0, 4.0, "main", "base")
    s.limb(WORLD, (0, 5.0, 0), (0, 13.0, 0), 1.7, 1.9, "main", "stem")
    s.ball(WORLD, (0, 22.0, 0), (8.6, 10.4, 8.6), "main", "cup", clip=(0.0, 1.0, 0.0, 4.0))
    s.drum(WORLD, (0, 25.4, 0), (0, 27.0, 0), 9.0, 9.2, "main", "rim", rounding=0.5)
    for side in _SIDES:
        s.ring(WORLD, (side * 9.2, 20.6, 0), 4.0, 1.2, "main", f"ear{side}", turn=rx(90), priority=1.2)
    s.plate(WORLD, star(5, 4.0, 1.7), 0.6, "light", "star", at=(0, 20.4, 8.6), priority=1.4)


def heart(s: Scene, v: float) -> None:
    f = Frame((0, 13.0, 0), ry(-16))
    for side in _SIDES:
        s.ball(f, (side * 5.4, 4.4, 0), (6.8, 6.6, 5.0), "main", "heart", "h", 2.0)
        s.limb(f, (side * 5.6, 3.0, 0), (0, -9.8, 0), 6.0, 1.6, "main", "heart", "h", 2.0, flat=(1.0, 0.8))
    s.stamp(f, (-5.6, 7.4, 5.0), (0, 0, 1), (3.2, 3.2), "glint", {"w": "white"}, ("heart",), -1)


def star_item(s: Scene, v: float) -> None:
    f = Frame((0, 14.0, 0), ry(-18))
    s.plate(f, star(5, 13.4, 6.2), 2.6, "main", "star", rounding=1.6)
    if v < 0.6:
        for side in _SIDES:
            s.stamp(
                f, (side * 2.8, 1.4, 3.4), (0, 0, 1), (1.7, 3.4), "beast", {"d": "pupil", "w": "white", "c": "pupil"}, ("star",), -1, side
            )


def orb(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 3.0, 0), 7.6, 5.6, "gold", "foot", rounding=0.5)
    for a in (0, 120, 240):
        f = Frame((0, 2.0, 0), ry(a + 30))
        s.limb(f, (0, 0, 4.6), (0, 7.0, 8.2), 1.3, 0.9, "gold", f"claw{a}", priority=1.2)
    s.ball(WORLD, (0, 13.4, 0), 9.8, "main", "orb")
    s.stamp(WORLD, (-4.0, 17.4, 8.0), (0, 0, 1), (3.4, 3.4), "glint", {"w": "white"}, ("orb",), -1)


def medal(s: Scene, v: float) -> None:
    for side in _SIDES:
        s.plate(
            WORLD,
            [(side * 1.0, 13.0), (side * 7.4, 27.0), (side * 2.2, 27.0), (side * -2.4, 16.0)],
            0.7,
            "accent" if side > 0 else "main2",
            f"ribbon{side}",
            at=(0, 0, 0.3 * side),
        )
    f = Frame((0, 8.6, 1.0), ry(-10)).child((0, 0, 0), rx(90))
    s.drum(f, (0, -1.2, 0), (0, 1.2, 0), 8.4, 8.4, "main", "disc", rounding=0.6)
    s.plate(f.child((0, 1.4, 0), rx(-90)), star(5, 5.0, 2.1), 0.6, "light", "star", priority=1.3)
