"""What is worn, worked with and played: dress, armour, tools, electronics, instruments, toys. Things stand on y = 0."""

from __future__ import annotations

import math

from makebelieve.art.items.keepsakes import pointed_hat, tall_hat
from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, regular, spots, star

_SIDES = (-1, 1)


def hat(s: Scene, v: float) -> None:
    (pointed_hat if v < 0.5 else tall_hat)(s, v)


def boots(s: Scene, v: float) -> None:
    for x, z in ((-5.4, 2.0), (5.4, -2.0)):
        f = Frame((x, 0, z), ry(24))
        s.drum(f, (0, 4.0, -1.0), (0, 17.0, -1.0), 4.0, 4.8, "main", f"shaft{x}", f"b{x}", 1.2, rounding=0.6)
        s.limb(f, (0, 3.6, -1.0), (0, 3.2, 6.0), 3.7, 3.3, "main", f"shaft{x}", f"b{x}", 1.2)
        s.block(f, (0, 0.9, 2.0), (3.6, 1.0, 6.4), 0.6, "dark", f"sole{x}")
        s.drum(f, (0, 15.6, -1.0), (0, 18.4, -1.0), 5.3, 5.3, "accent", f"cuff{x}", rounding=0.8)


def glove(s: Scene, v: float) -> None:
    f = Frame((0, 4.0, 0), rz(-8)).child((0, 0, 0), ry(-20))
    s.drum(f, (0, 0, 0), (0, 6.0, 0), 6.0, 5.2, "accent", "cuff", rounding=0.6)
    s.ball(f, (0, 11.0, 0), (6.6, 6.4, 3.8), "main", "hand", "h", 1.4)
    for i, x in enumerate((-4.4, -1.5, 1.5, 4.4)):
        s.limb(f, (x, 14.4, 0), (x * 1.2, 20.4 + 1.4 * math.sin(2.2 + i), 0), 1.9, 1.6, "main", "hand", "h", 0.7)
    s.limb(f, (5.4, 9.4, 0.6), (10.0, 13.4, 1.2), 2.0, 1.7, "main", "hand", "h", 0.9)


def armor(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 12.6, 0), (10.0, 11.4, 7.0), "metal", "chest", "a", 1.6, decals=[Decal("accent", x=(-2.6, 2.6), z=(0.6, 20.0))])
    s.drum(WORLD, (0, 1.0, 0), (0, 7.0, 0), 9.0, 8.0, "metal", "chest", "a", 1.6, flat=(1.0, 0.76))
    for side in _SIDES:
        s.ball(WORLD, (side * 10.4, 19.4, 0), (5.4, 4.4, 5.4), "metal", f"paul{side}", decals=[Decal("gold", y=(-9.0, -1.8))])
    s.drum(WORLD, (0, 22.0, 0), (0, 24.6, 0), 5.4, 6.0, "gold", "collar", rounding=0.5, flat=(1.0, 0.8))
    s.ball(WORLD, (0, 5.8, 0.4), (9.2, 1.5, 7.0), "leather", "belt", priority=1.2)
    s.block(WORLD, (0, 5.8, 7.2), (2.0, 2.0, 0.8), 0.4, "gold", "buckle", priority=1.5)


def helmet(s: Scene, v: float) -> None:
    from makebelieve.art.humanoid.helmets import helm, horned

    f = Frame((0, 4.0, 0), ry(-26), 1.2)
    if v < 0.55:
        helm(s, f, v < 0.3, 8.0)
    else:
        horned(s, f.child((0, -6.0, 0)))


def shield_item(s: Scene, v: float) -> None:
    from makebelieve.art.humanoid.weapons import shield

    kind = ("round", "kite", "tower", "buckler")[int(v * 3.99)]
    shield(s, Frame((0, 16.0, 0), ry(-22), 1.75), kind, "cross")


def anvil(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-24))
    s.drum(f, (0, 0, 0), (0, 7.0, 0), 8.4, 7.6, "wood", "block", rounding=0.6)
    s.block(f, (0, 9.0, 0), (5.4, 2.4, 3.6), 0.6, "metal", "foot")
    s.block(f, (0, 13.0, 0), (3.4, 2.4, 2.8), 0.6, "metal", "waist")
    s.block(f, (-1.0, 17.4, 0), (8.4, 2.6, 4.0), 0.6, "metal", "face")
    s.limb(f, (6.4, 17.6, 0), (14.4, 18.6, 0), 2.6, 0.5, "metal", "horn")


def gear(s: Scene, v: float) -> None:
    f = Frame((0, 12.6, 0), ry(-24)).child((0, 0, 0), rx(90))
    s.drum(f, (0, -2.2, 0), (0, 2.2, 0), 9.4, 9.4, "main", "wheel", rounding=0.5)
    for i in range(9):
        a = math.radians(40 * i)
        s.block(f.child((0, 0, 0), ry(40 * i)), (0, 0, 10.2), (2.1, 2.2, 2.2), 0.4, "main", f"tooth{i % 3}")
    s.drum(f, (0, 2.0, 0), (0, 2.9, 0), 5.0, 4.6, "deep", "hub", rounding=0.3)
    s.drum(f, (0, 2.6, 0), (0, 3.3, 0), 2.2, 2.2, "dark", "bore", rounding=0.1)
    del a


def battery(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), rz(-10))
    s.drum(f, (0, 1, 0), (0, 22.0, 0), 7.4, 7.4, "main", "cell", rounding=0.8, decals=[Decal("dark2", y=(-11.0, 1.4))])
    s.drum(f, (0, 22.0, 0), (0, 25.0, 0), 2.9, 2.9, "metal", "pole", rounding=0.5)
    s.plate(
        f, [(1.4, 5), (-3.4, -0.6), (-0.4, -0.6), (-1.4, -5), (3.4, 1.0), (0.4, 1.0)], 0.6, "spark", "bolt", at=(0, 9.0, 7.4), priority=1.4
    )


def computer(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-22))
    s.block(
        f, (0, 17.0, -1.0), (11.4, 9.4, 6.4), 1.6, "main", "monitor", decals=[Decal("screen", x=(-8.8, 8.8), y=(-6.4, 6.8), z=(3.0, 19))]
    )
    s.block(f, (0, 6.0, -1.0), (4.0, 2.4, 3.4), 0.8, "main", "neck")
    s.block(f, (0, 2.4, 1.6), (11.0, 2.2, 8.0), 0.8, "main", "base", decals=[bands("deep", 2.4, 0.4, axis=0, y=(1.0, 9), z=(0.0, 6.4))])
    s.stamp(f, (-3.4, 19.6, 5.6), (0, 0, 1), (6.0, 1.2), "line", {"d": "spark"}, ("monitor",), 0.1)
    s.stamp(f, (-1.6, 16.6, 5.6), (0, 0, 1), (6.0, 1.2), "line", {"d": "spark"}, ("monitor",), 0.1)


def phone(s: Scene, v: float) -> None:
    f = Frame((0, 14.0, 0), ry(-20)).child((0, 0, 0), rz(-8))
    s.block(f, (0, 0, 0), (6.8, 13.0, 1.6), 1.4, "main", "case", decals=[Decal("screen", x=(-5.4, 5.4), y=(-9.4, 10.0), z=(0.4, 9))])
    s.drum(f.child((0, -11.2, 1.4), rx(90)), (0, 0, 0), (0, 0.6, 0), 1.3, 1.2, "metal", "button", priority=1.4)


def camera(s: Scene, v: float) -> None:
    f = Frame((0, 10.4, 0), ry(-24))
    s.block(f, (0, 0, 0), (11.6, 7.6, 4.2), 1.4, "main", "body", decals=[Decal("dark", y=(-4.4, 2.0))])
    s.block(f, (-3.0, 8.6, 0), (4.4, 2.0, 3.4), 0.8, "metal", "top")
    g = f.child((1.0, -0.8, 4.0), rx(90))
    s.drum(g, (0, 0, 0), (0, 5.0, 0), 5.6, 5.2, "metal", "barrel", rounding=0.5)
    s.ball(g, (0, 5.0, 0), (4.0, 1.0, 4.0), "glass", "lens")
    s.stamp(f, (-0.4, 1.0, 10.0), (0, 0, 1), (2.0, 2.0), "glint", {"w": "white"}, ("lens",), 0.1)
    s.ball(f, (8.4, 5.0, 4.2), 1.4, "red", "button", priority=1.4)


def tv(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-20))
    s.block(
        f,
        (0, 12.4, 0),
        (13.0, 9.6, 7.0),
        2.0,
        "wood",
        "case",
        decals=[Decal("screen", x=(-10.4, 5.4), y=(-6.6, 6.6), z=(3.0, 19)), Decal("metal", x=(6.8, 11.4), y=(-6.6, 6.6), z=(3.0, 19))],
    )
    for side in _SIDES:
        s.limb(f, (side * 8.4, 0, 0), (side * 7.4, 3.4, 0), 1.1, 1.3, "dark", f"leg{side}")
        s.limb(f, (0, 22.0, -1.0), (side * 7.4, 31.0, -2.0), 0.6, 0.5, "metal", f"aerial{side}", priority=1.6)
    for y in (15.0, 11.0):
        s.ball(f, (9.2, y, 7.2), 1.4, "dark", f"knob{y}", priority=1.4)


def machine(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-24))
    s.block(
        f,
        (0, 9.4, 0),
        (10.0, 9.4, 8.4),
        1.2,
        "main",
        "body",
        decals=[
            Decal("deep", y=(-9.4, -6.6)),
            Decal("screen", x=(-7.0, 1.0), y=(0.4, 6.4), z=(4.0, 19)),
            Decal("dark", x=(3.0, 7.4), y=(-3.0, 6.4), z=(4.0, 19)),
        ],
    )
    s.drum(f, (-4.4, 18.6, -1.0), (-4.4, 25.0, -1.0), 3.4, 3.0, "metal", "stack", decals=[bands("dark", 2.2, 0.3)])
    s.ball(f, (5.0, 19.4, 0), 3.0, "glow", "lamp", priority=1.2)
    s.limb(f, (10.0, 8.0, 2.0), (14.0, 14.4, 2.0), 1.1, 1.0, "metal", "lever", priority=1.3)
    s.ball(f, (14.2, 15.2, 2.0), 1.9, "red", "grip", priority=1.4)
    for y in (12.6, 9.6):
        s.stamp(f, (5.0, y, 8.6), (0, 0, 1), (2.0, 1.4), "dot", {"d": "spark"}, ("body",), 0.1)


def guitar_item(s: Scene, v: float) -> None:
    from makebelieve.art.humanoid.tools import guitar

    guitar(s, Frame((-4.0, 9.0, 0), rz(-26), 1.25).child((0, 0, 0), ry(90)))


def drum_item(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 1, 0), (0, 14.0, 0), 10.6, 10.6, "main", "shell", rounding=0.4, decals=[bands("gold", 7.0, 0.12, axis=0)])
    for y in (2.0, 13.4):
        s.drum(WORLD, (0, y - 1.0, 0), (0, y + 1.0, 0), 11.2, 11.2, "gold", f"hoop{y}", rounding=0.4)
    s.drum(WORLD, (0, 14.2, 0), (0, 14.9, 0), 9.8, 9.8, "paper", "skin", rounding=0.2)
    for side in _SIDES:
        f = Frame((side * 2.0, 16.0, 3.0), rz(side * 50)).child((0, 0, 0), rx(-20))
        s.limb(f, (0, -6, 0), (0, 11.0, 0), 0.9, 0.8, "wood", f"stick{side}", priority=1.5)
        s.ball(f, (0, -6.4, 0), 1.5, "wood", f"head{side}", priority=1.4)


def horn_item(s: Scene, v: float) -> None:
    f = Frame((-3.0, 12.0, 0), rz(-16))
    s.limb(f, (-9.0, 0, 0), (7.0, 0, 0), 1.5, 1.7, "main", "tube", priority=1.2)
    s.limb(f, (7.0, 0, 0), (14.0, 0, 0), 2.2, 6.4, "main", "bell", "b", 1.0, clip=(0.0, 1.0, 0.0, 6.6))
    s.ring(f, (-1.0, -3.4, 0), 3.4, 1.1, "main", "loop", turn=rx(90))
    for x in (-2.0, 0.6, 3.2):
        s.drum(f, (x, 0.6, 0), (x, 5.0, 0), 1.0, 1.0, "deep", f"valve{x}", priority=1.4)


def ball(s: Scene, v: float) -> None:
    marks = (
        [bands("light", 8.4, 0.5, 4.2, axis=0)] if v < 0.4 else [spots("dark", 7.6, 2.4)] if v < 0.75 else [Decal("light", y=(-1.2, 1.2))]
    )
    s.ball(WORLD, (0, 11.0, 0), 11.0, "main", "ball", decals=marks)
    s.stamp(WORLD, (-4.4, 15.6, 9.0), (0, 0, 1), (3.0, 3.0), "glint", {"w": "white"}, ("ball",), -1)


def balloon(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 19.6, 0), (9.4, 11.0, 9.4), "main", "balloon", "b", 1.5)
    s.limb(WORLD, (0, 12.0, 0), (0, 8.4, 0), 4.4, 1.2, "main", "balloon", "b", 1.5)
    s.drum(WORLD, (0, 6.8, 0), (0, 8.2, 0), 1.9, 0.9, "main", "knot")
    last = (0.0, 6.8, 0.0)
    for i in range(3):
        here = (1.4 * (-1) ** i, 4.4 - 2.2 * i, 0.0)
        s.limb(WORLD, last, here, 0.45, 0.45, "rope", "string", priority=2.0)
        last = here
    s.stamp(WORLD, (-4.0, 24.0, 7.4), (0, 0, 1), (2.8, 2.8), "glint", {"w": "white"}, ("balloon",), -1)


def gift(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-28))
    s.block(f, (0, 8.0, 0), (9.4, 8.0, 9.4), 0.6, "main", "box", decals=[Decal("accent", x=(-1.9, 1.9)), Decal("accent", z=(-1.9, 1.9))])
    s.block(f, (0, 17.0, 0), (10.2, 2.0, 10.2), 0.6, "main", "lid", decals=[Decal("accent", x=(-1.9, 1.9)), Decal("accent", z=(-1.9, 1.9))])
    for side in _SIDES:
        s.limb(f, (0, 19.4, 0), (side * 5.4, 23.0, 0), 0.9, 2.7, "accent", f"bow{side}", flat=(1.0, 0.6))
    s.ball(f, (0, 19.8, 0.4), 1.9, "accent", "knot", priority=1.2)


def banner(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-16))
    s.limb(f, (-8.0, 0, 0), (-8.0, 32.0, 0), 1.2, 1.1, "wood", "pole", priority=1.2)
    s.ball(f, (-8.0, 33.0, 0), 2.0, "gold", "knob")
    s.plate(
        f,
        [(-7.6, 30.6), (11.0, 30.6), (11.0, 13.0), (6.4, 16.6), (1.7, 12.0), (-3.0, 16.6), (-7.6, 13.0)],
        0.7,
        "main",
        "cloth",
        rounding=0.3,
        decals=[Decal("accent", y=(27.4, 29.0))],
    )
    s.plate(f, star(5, 4.4, 1.9), 0.6, "gold", "sign", at=(1.7, 22.0, 0.8), priority=1.4)


def cushion_prop(s: Scene, v: float) -> None:
    """What stands for a thing without a family: a labelled parcel of its colours, tied with a cord."""
    f = Frame((0, 0, 0), ry(-26))
    s.block(f, (0, 9.0, 0), (10.4, 9.0, 9.0), 2.6, "main", "body", decals=[Decal("accent", x=(-1.2, 1.2)), Decal("accent", y=(-1.2, 1.2))])
    s.plate(
        f,
        [(-4.4, -2.8), (4.4, -2.8), (5.8, 0), (4.4, 2.8), (-4.4, 2.8)],
        0.5,
        "paper",
        "tag",
        at=(5.0, 13.4, 9.6),
        turn=rz(-14),
        priority=1.3,
        decals=[bands("ink", 1.8, 0.3, x=(-3.4, 3.4))],
    )
    for side in _SIDES:
        s.limb(f, (0, 18.0, 0), (side * 4.4, 21.0, 0), 0.8, 1.9, "accent", f"bow{side}", flat=(1.0, 0.6))


def badge(s: Scene, v: float) -> None:
    f = Frame((0, 13.0, 0), ry(-14))
    s.plate(f, regular(6, 12.0), 1.8, "main", "plate", rounding=0.6)
    s.plate(f, regular(6, 9.4), 2.2, "deep", "inner", rounding=0.4)
    s.plate(f, star(5, 6.4, 2.7), 2.8, "light", "star", rounding=0.3, priority=1.2)
