"""More food, and what it is eaten with: fruit and vegetables by shape, pastry, sweets, cutlery, glasses."""

from __future__ import annotations

import math

from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES = (-1, 1)


def pineapple(s: Scene, v: float) -> None:
    marks = [bands("deep", 3.4, 0.22), bands("deep", 3.6, 0.2, axis=0)]
    s.ball(WORLD, (0, 9.6, 0), (7.6, 9.8, 7.6), "main", "fruit", decals=marks)
    for ring, (count, long, spread) in enumerate(((5, 9.0, 50.0), (5, 11.0, 28.0), (3, 12.0, 10.0))):
        for i in range(count):
            g = Frame((0, 17.6, 0), ry(360 * i / count + 36 * ring)).child((0, 0, 0), rx(spread))
            s.limb(g, (0, 0, 0), (0, long, 0), 1.7, 0.3, "leaf", f"leaf{ring}{i}", flat=(1.0, 0.5))


def pear(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 8.6, 0), (9.0, 8.8, 8.6), "main", "fruit", "p", 5.0)
    s.ball(WORLD, (0.6, 18.4, 0), (4.6, 6.0, 4.6), "main", "fruit", "p", 5.0)
    s.limb(WORLD, (0.8, 23.6, 0), (2.0, 27.6, 0), 0.8, 0.7, "wood2", "stem", priority=1.4)
    s.limb(WORLD, (1.6, 25.4, 0), (7.4, 27.4, 1.0), 1.0, 2.2, "leaf", "leaf", flat=(1.0, 0.4), priority=1.2)


def citrus(s: Scene, v: float) -> None:
    f = Frame((0, 9.6, 0), rz(-24))
    s.ball(f, (0, 0, 0), (12.0, 8.6, 8.6), "main", "fruit", "p", 3.0)
    for side in _SIDES:
        s.ball(f, (side * 12.0, 0, 0), (2.4, 2.0, 2.0), "main", "fruit", "p", 3.0)
    s.limb(f, (12.6, 0.6, 0), (18.0, 5.0, 1.0), 0.8, 2.6, "leaf", "leaf", flat=(1.0, 0.4), priority=1.2)


def orange(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 10.0, 0), 10.0, "main", "fruit", decals=[spots("deep", 5.0, 0.7)])
    s.ball(WORLD, (0, 19.6, 1.0), (1.4, 0.8, 1.4), "wood2", "stem", priority=1.5)
    s.limb(WORLD, (0.6, 19.8, 1.0), (7.0, 22.6, 2.0), 0.9, 2.6, "leaf", "leaf", flat=(1.0, 0.4), priority=1.2)


def tomato(s: Scene, v: float) -> None:
    for i in range(5):
        a = math.radians(72 * i + 18)
        s.ball(WORLD, (3.4 * math.cos(a), 8.6, 3.4 * math.sin(a)), (8.0, 8.0, 8.0), "main", "fruit", "p", 3.0)
    for i in range(5):
        g = Frame((0, 17.4, 0)).child((0, 0, 0), ry(72 * i + 20), rx(76))
        s.limb(g, (0, 0, 0), (0, 8.4, 0), 2.0, 0.6, "leaf", f"leaf{i}", flat=(1.0, 0.5), priority=1.4)
    s.limb(WORLD, (0, 16.4, 0), (0.6, 20.0, 0), 0.9, 0.8, "leaf", "stem", priority=1.5)


def onion(s: Scene, v: float) -> None:
    marks = [bands("deep", 3.6, 0.16, axis=0)]
    s.ball(WORLD, (0, 9.0, 0), (10.4, 9.0, 10.4), "main", "bulb", "p", 4.0, decals=marks)
    s.limb(WORLD, (0, 16.0, 0), (0.6, 23.0, 0), 3.0, 0.9, "main", "bulb", "p", 4.0)
    for i in range(5):
        g = Frame((0, 1.0, 0)).child((0, 0, 0), ry(72 * i), rx(126))
        s.limb(g, (0, 0, 0), (0, 3.4, 0), 0.7, 0.4, "pale", f"root{i}", priority=1.4)


def eggplant(s: Scene, v: float) -> None:
    f = Frame((-1.0, 9.0, 0), rz(-34))
    s.ball(f, (0, 0, 0), (8.4, 9.6, 8.0), "main", "fruit", "p", 6.0)
    s.ball(f, (1.0, 11.0, 0), (5.4, 8.4, 5.2), "main", "fruit", "p", 6.0)
    for i in range(5):
        g = f.child((1.2, 18.4, 0), ry(72 * i), rx(122))
        s.limb(g, (0, 0, 0), (0, 5.6, 0), 2.0, 0.5, "leaf", f"cap{i}", flat=(1.0, 0.6), priority=1.3)
    s.limb(f, (1.2, 18.0, 0), (0.4, 23.6, 0), 1.5, 1.2, "leaf", "stem", priority=1.2)


def corn(s: Scene, v: float) -> None:
    f = Frame((0, 3.0, 0), rz(-16))
    marks = [bands("deep", 2.6, 0.2), bands("deep", 2.7, 0.2, axis=0)]
    s.limb(f, (0, 4.0, 0), (0, 21.0, 0), 5.4, 2.8, "main", "cob", decals=marks)
    for side, top in ((-1, 17.0), (1, 14.0)):
        s.limb(f, (side * 2.0, 0, 2.0), (side * 9.4, top, 0.6), 4.2, 0.6, "leaf", f"husk{side}", flat=(0.9, 0.5), priority=1.1)
    s.limb(f, (0, 1.0, 3.4), (1.0, 10.0, 4.8), 3.4, 0.6, "leaf", "husk", flat=(1.0, 0.5))


def broccoli(s: Scene, v: float) -> None:
    s.limb(WORLD, (0, 1.0, 0), (0, 10.0, 0), 4.4, 4.0, "light", "stalk", "p", 2.0)
    for side in _SIDES:
        s.limb(WORLD, (0, 7.0, 0), (side * 7.0, 13.0, 0), 2.6, 2.4, "light", "stalk", "p", 2.0)
    heads = [(0, 19.0, 0, 7.0), (-8.0, 16.0, 1.0, 5.6), (8.0, 16.0, 1.0, 5.6), (-4.0, 16.6, 6.0, 5.0), (4.4, 16.4, 6.0, 5.0)]
    for i, (x, y, z, r) in enumerate(heads):
        s.ball(WORLD, (x, y, z), r, "main", f"head{i}", decals=[spots("deep", 3.4, 1.1, i)])


def avocado(s: Scene, v: float) -> None:
    f = Frame((0, 10.0, 0)).child((0, 0, 0), rz(-20), ry(8))
    s.ball(f, (0, 0, 0), (10.0, 10.0, 5.0), "deep", "skin", "p", 5.0)
    s.ball(f, (0, 9.6, 0), (6.0, 7.0, 4.0), "deep", "skin", "p", 5.0)
    s.ball(f, (0, 0, 2.6), (8.4, 8.4, 3.4), "light", "flesh", "q", 5.0)
    s.ball(f, (0, 9.4, 2.2), (4.6, 5.6, 2.6), "light", "flesh", "q", 5.0)
    s.ball(f, (0, -0.4, 5.0), (4.6, 4.8, 3.6), "nut", "stone")


def watermelon(s: Scene, v: float) -> None:
    """A slice: rind below, flesh with seeds above."""
    f = Frame((0, 17.0, 0)).child((0, 0, 0), rz(-12), ry(-14))
    for r, half, material, part in ((16.0, 3.0, "leaf", "rind"), (14.2, 3.3, "cream", "pith"), (13.0, 3.6, "main", "flesh")):
        outline = [(r * math.cos(math.radians(a)), r * math.sin(math.radians(a))) for a in range(180, 361, 15)]
        s.plate(f, outline, half, material, part)
    for x, y in ((-7.0, -3.4), (-2.4, -4.4), (2.4, -4.4), (7.0, -3.4), (-4.4, -8.0), (0.2, -9.4), (4.6, -8.0)):
        s.ball(f, (x, y, 3.6), (0.8, 1.3, 0.5), "dark", f"seed{x}{y}", priority=1.6)


def hotdog(s: Scene, v: float) -> None:
    f = Frame((0, 8.0, 0)).child((0, 0, 0), ry(-16), rz(14))
    s.limb(f, (-10.0, -1.0, -3.0), (10.0, -1.0, -3.0), 4.8, 4.8, "dough", "bun")
    s.limb(f, (-12.4, 2.0, 1.0), (12.4, 2.0, 1.0), 3.4, 3.4, "main", "sausage")
    s.limb(f, (-10.0, -2.4, 4.4), (10.0, -2.4, 4.4), 4.0, 4.0, "dough", "bun2")
    for i in range(5):
        x = -9.0 + 4.0 * i
        s.limb(f, (x, 4.6 + i % 2, 2.6), (x + 4.0, 5.6 - i % 2, 2.6), 0.9, 0.9, "accent", "mustard", "m", 0.6, priority=1.5)


def croissant(s: Scene, v: float) -> None:
    for i in range(7):
        a = math.radians(-20 + 220 * i / 6)
        r = (2.4, 4.2, 5.6, 6.4, 5.6, 4.2, 2.4)[i]
        s.ball(WORLD, (-10.0 * math.cos(a), 4.6 + 8.6 * math.sin(a), 0.4 * r), (r, 1.12 * r, r), "deep" if i % 2 else "main", f"roll{i}")


def pancakes(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 1.2, 0), 12.0, 13.4, "white", "plate", rounding=0.4)
    for i in range(4):
        y = 1.4 + 3.4 * i
        s.drum(WORLD, (0.5 * (i % 2), y, 0), (0.5 * (i % 2), y + 3.0, 0), 10.4, 10.4, "main", f"cake{i}", rounding=1.3)
    s.drum(WORLD, (0, 14.8, 0), (0, 15.4, 0), 7.4, 7.0, "accent", "syrup", "y", 1.0, rounding=0.3)
    for x, z, low in ((-6.0, 7.0, 6.0), (2.0, 9.8, 3.4), (7.6, 6.0, 8.0)):
        s.limb(WORLD, (x * 0.8, 14.6, z * 0.8), (x, low, z), 1.5, 1.3, "accent", "syrup", "y", 1.0, priority=1.3)
    s.block(Frame((0, 17.0, 0), ry(30)), (0, 0, 0), (2.8, 1.6, 2.8), 0.6, "cheese", "butter", priority=1.3)


def lollipop(s: Scene, v: float) -> None:
    f = Frame((0, 18.0, 0), rz(-14))
    s.limb(f, (0, -18.0, -0.4), (0, -4.0, -0.4), 1.1, 1.1, "white", "stick", priority=1.3)
    s.drum(f, (0, 0, -1.8), (0, 0, 1.8), 10.4, 10.4, "main", "disc", rounding=1.4, facing=(0, 1, 0))
    for k in range(26):
        a = 0.42 * k
        r = 9.2 * (1 - k / 26)
        s.ball(f, (r * math.cos(a), r * math.sin(a), 1.9), (1.5, 1.5, 0.6), "accent", "swirl", "w", 0.6, priority=1.3)


def popcorn(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 15.0, 0), 6.6, 9.4, "main", "tub", rounding=0.3, decals=[bands("white", 5.0, 0.5, axis=0)])
    for i in range(11):
        a = 2.4 * i
        r = 2.3 * math.sqrt(i)
        s.ball(WORLD, (r * math.cos(a), 17.6 - 0.22 * r * r + 1.4 * (i % 2), r * math.sin(a)), 2.9, "cream", f"corn{i}")


def cupcake(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 9.0, 0), 6.4, 8.8, "accent", "cup", rounding=0.3, decals=[bands("deep", 2.6, 0.3, axis=0)])
    for i, (y, r) in enumerate(((11.0, 9.4), (15.0, 7.2), (18.6, 4.6))):
        s.ball(WORLD, (0, y, 0), (r, 3.4, r), "main", f"cream{i}")
    s.ball(WORLD, (0, 22.4, 0), 2.4, "red", "cherry", priority=1.3)


def chocolate(s: Scene, v: float) -> None:
    f = Frame((0, 14.0, 0)).child((0, 0, 0), rz(-16), ry(-20))
    s.block(f, (0, 4.0, 0), (8.0, 9.0, 1.8), 0.4, "main", "bar")
    for x in (-4.0, 4.0):
        for y in (-1.0, 4.4, 9.8):
            s.block(f, (x, y, 1.8), (3.0, 1.9, 1.0), 0.6, "main", f"piece{x}{y}")
    s.block(f, (0, -7.4, 0.2), (8.8, 6.0, 2.6), 0.5, "accent", "paper", decals=[Decal("gold", y=(1.6, 3.6))])


def can(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 2.0, 0), 6.4, 7.6, "metal", "foot", rounding=0.3)
    s.drum(WORLD, (0, 2.0, 0), (0, 19.0, 0), 7.6, 7.6, "main", "can", rounding=0.3, decals=[Decal("white", y=(-2.4, 2.4))])
    s.drum(WORLD, (0, 19.0, 0), (0, 21.2, 0), 7.6, 6.2, "metal", "neck", rounding=0.3)
    s.ball(WORLD, (0, 21.4, 1.2), (2.2, 0.5, 2.8), "dark2", "tab", priority=1.3)


def wineglass(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 1.4, 0), 6.4, 5.4, "glass", "foot", rounding=0.4)
    s.limb(WORLD, (0, 1.0, 0), (0, 11.0, 0), 1.2, 1.1, "glass", "stem", priority=1.3)
    s.ball(WORLD, (0, 18.6, 0), (7.6, 8.6, 7.6), "glass", "bowl", clip=(0, 1, 0, 6.4), decals=[Decal("main", y=(-9.0, 0.6))])


def shaker(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0, 0), (0, 15.0, 0), 7.0, 5.6, "glass", "body", rounding=0.6, decals=[Decal("white", y=(-8.0, 1.0))])
    s.ball(WORLD, (0, 15.4, 0), (5.8, 4.8, 5.8), "metal", "lid", clip=(0, -1, 0, 0.4), decals=[spots("dark", 2.4, 0.5, y=(2.6, 9.0))])


def teapot(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(12))
    s.ball(f, (0, 9.0, 0), (9.4, 8.6, 9.0), "main", "pot", decals=[Decal("accent", y=(-1.0, 1.4))])
    s.drum(f, (0, 0, 0), (0, 1.6, 0), 6.0, 5.4, "deep", "foot")
    s.limb(f, (7.0, 7.0, 0), (13.0, 13.0, 0), 2.6, 1.3, "main", "spout", "t", 1.0)
    s.limb(f, (13.0, 13.0, 0), (15.6, 15.2, 0), 1.3, 1.5, "main", "spout", "t", 1.0)
    s.ring(f, (-10.4, 10.0, 0), 5.0, 1.3, "main", "handle", turn=rx(90), clip=(1, 0, 0, 1.0), priority=1.3)
    s.ball(f, (0, 16.6, 0), (5.6, 2.4, 5.6), "deep", "lid")
    s.ball(f, (0, 20.0, 0), 1.9, "accent", "knob", priority=1.3)


def pan(s: Scene, v: float) -> None:
    s.drum(WORLD, (-4.0, 2.0, 0), (-4.0, 6.0, 0), 9.4, 11.0, "dark2", "pan", rounding=0.6)
    s.drum(WORLD, (-4.0, 6.0, 0), (-4.0, 6.5, 0), 9.4, 9.4, "dark", "inside", rounding=0.1)
    s.ball(WORLD, (-4.6, 6.6, 0), (6.4, 0.9, 5.2), "white", "egg", priority=1.1)
    s.ball(WORLD, (-4.0, 7.6, 0.4), (2.4, 1.6, 2.4), "cheese", "yolk", priority=1.3)
    s.limb(WORLD, (6.0, 5.6, 2.0), (18.0, 9.4, 5.0), 1.6, 1.9, "wood2", "handle", priority=1.2)


def fork(s: Scene, v: float) -> None:
    f = Frame((-2.0, 15.0, 0), rz(-36))
    s.limb(f, (0, -16.0, 0), (0, 4.0, 0), 1.9, 1.2, "metal", "handle", "k", 0.8, flat=(1.0, 0.5))
    s.ball(f, (0, 5.6, 0), (4.6, 3.0, 1.2), "metal", "root", "k", 0.8)
    for i in range(4):
        x = -3.9 + 2.6 * i
        s.limb(f, (x, 6.0, 0), (x, 16.0, 0), 0.95, 0.7, "metal", f"tine{i}", priority=1.5)


def spoon(s: Scene, v: float) -> None:
    f = Frame((-2.0, 15.0, 0), rz(-36))
    s.limb(f, (0, -16.0, 0), (0, 6.0, 0), 1.9, 1.2, "metal", "handle", "k", 0.8, flat=(1.0, 0.5))
    s.ball(f, (0, 11.0, 0), (5.0, 7.4, 2.0), "metal", "bowl", "k", 0.8, decals=[Decal("deep", x=(-3.4, 3.4), y=(-5.4, 5.0), z=(0.6, 9))])


def sushi(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-30))
    s.block(f, (0, 5.0, 0), (6.4, 4.6, 12.0), 3.0, "white", "rice", decals=[spots("cream", 2.8, 0.8)])
    s.block(f, (0, 10.6, 0), (6.8, 2.2, 13.2), 2.0, "main", "fish", decals=[bands("light", 4.4, 0.22, axis=2)])
    s.block(f, (0, 6.8, 0), (7.2, 6.6, 2.4), 0.8, "dark", "nori")


def taco(s: Scene, v: float) -> None:
    arc = [(13.0 * math.cos(math.radians(a)), 13.0 * math.sin(math.radians(a))) for a in range(0, 181, 15)]
    f = Frame((0, 4.0, 0), ry(-16))
    s.plate(f, arc, 0.9, "main", "back", at=(0, 0, -3.6))
    for i in range(7):
        a = math.radians(15 + 25 * i)
        material = ("leaf", "red", "meat", "cheese")[i % 4]
        s.ball(f, (12.4 * math.cos(a), 12.4 * math.sin(a), -0.6), (3.2, 3.0, 3.0), material, f"fill{i}")
    s.plate(f, [(x * 0.96, y * 0.9) for x, y in arc], 0.9, "main", "front", at=(0, 0, 3.0), decals=[spots("deep", 4.4, 0.9)])
