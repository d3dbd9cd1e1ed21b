"""Devices, tools and things of the desk, the wardrobe and the street."""

from __future__ import annotations

import math

from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, regular

_SIDES = (-1, 1)


def lens(s: Scene, v: float) -> None:
    """A magnifying glass."""
    f = Frame((2.0, 17.0, 0), rz(-38))
    s.drum(f, (0, 0, -0.6), (0, 0, 0.6), 8.4, 8.4, "glass", "glass", rounding=0.4)
    s.ring(f, (0, 0, 0), 8.8, 1.5, "gold", "rim", turn=rx(90), priority=1.2)
    s.limb(f, (0, -10.0, 0), (0, -21.0, 0), 1.6, 2.2, "wood", "handle", priority=1.2)
    s.stamp(f, (-3.0, 3.4, 1.4), (0, 0, 1), (3.0, 3.0), "glint", {"w": "white"}, ("glass",), -1)


def glasses(s: Scene, v: float) -> None:
    f = Frame((0, 10.0, 0)).child((0, 0, 0), ry(-16), rx(-6))
    for side in _SIDES:
        s.ball(f, (side * 7.0, 0, 0), (6.2, 5.4, 1.2), "main", f"lens{side}")
        s.ring(f, (side * 7.0, 0, 0.2), 5.6, 1.0, "dark", f"rim{side}", turn=rx(90), priority=1.3)
        s.limb(f, (side * 12.6, 1.6, 0), (side * 13.6, 2.0, -13.0), 0.9, 0.8, "dark", f"arm{side}", priority=1.2)
        s.stamp(f, (side * 7.0 - 2.0, 1.8, 1.4), (0, 0, 1), (2.4, 2.4), "glint", {"w": "white"}, (f"lens{side}",), -1)
    s.limb(f, (-1.8, 1.2, 0.6), (1.8, 1.2, 0.6), 1.0, 1.0, "dark", "bridge", priority=1.4)


def watch(s: Scene, v: float) -> None:
    f = Frame((0, 15.0, 0)).child((0, 0, 0), rz(-12), ry(-14))
    s.block(f, (0, 0, -1.6), (3.8, 15.0, 1.0), 0.6, "main", "strap", decals=[bands("deep", 3.0, 0.16)])
    s.drum(f, (0, 0, -1.6), (0, 0, 2.0), 8.0, 8.0, "metal", "case", rounding=0.7)
    s.drum(f, (0, 0, 2.0), (0, 0, 2.5), 6.2, 6.2, "white", "dial", rounding=0.1)
    s.limb(f, (0, 0, 2.8), (0, 4.4, 2.8), 0.6, 0.5, "dark", "hand", priority=1.8)
    s.limb(f, (0, 0, 2.8), (3.2, -0.8, 2.8), 0.6, 0.5, "dark", "hand2", priority=1.8)
    s.ball(f, (8.8, 0, 0), 1.2, "metal", "crown", priority=1.3)


def tie(s: Scene, v: float) -> None:
    f = Frame((0, 28.0, 0), ry(-8))
    s.plate(f, [(-2.6, 0), (2.6, 0), (2.0, -4.4), (-2.0, -4.4)], 1.4, "deep", "knot")
    marks = [bands("accent", 6.0, 0.26)]
    s.plate(f, [(-1.8, -4.4), (1.8, -4.4), (5.2, -22.0), (0, -28.0), (-5.2, -22.0)], 0.9, "main", "blade", decals=marks)


def shirt(s: Scene, v: float) -> None:
    f = Frame((0, 12.0, 0), ry(-8))
    s.block(f, (0, -1.0, 0), (7.6, 11.0, 3.2), 1.6, "main", "body", "b", 1.0, decals=[Decal("accent", y=(-1.6, 2.4), z=(0, 9))])
    for side in _SIDES:
        s.limb(f, (side * 6.0, 8.0, 0), (side * 13.0, 2.6, 0.4), 3.6, 3.4, "main", f"sleeve{side}", flat=(1.0, 0.8))
    s.ring(f, (0, 10.2, 0), 3.6, 0.9, "deep", "collar", priority=1.3)


def sneaker(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(62))
    s.block(f, (0, 1.6, 1.0), (5.4, 1.7, 13.0), 1.4, "white", "sole")
    s.ball(f, (0, 5.0, 8.0), (5.0, 4.4, 6.4), "main", "upper", "u", 3.0)
    s.block(f, (0, 7.4, -4.0), (4.6, 5.4, 7.0), 2.4, "main", "upper", "u", 3.0, decals=[Decal("accent", y=(-2.6, -0.8))])
    s.drum(f, (0, 12.4, -5.6), (0, 13.6, -5.6), 3.8, 3.8, "dark", "mouth", rounding=0.2)
    for i in range(3):
        s.limb(f, (-2.6, 11.2 - 1.5 * i, 1.4 + 1.9 * i), (2.6, 11.2 - 1.5 * i, 1.4 + 1.9 * i), 0.7, 0.7, "white", f"lace{i}", priority=1.5)


def sock(s: Scene, v: float) -> None:
    f = Frame((-2.0, 0, 0), ry(-10))
    s.limb(f, (0, 6.0, 0), (0, 22.0, 0), 5.2, 5.4, "main", "leg", "s", 3.0, decals=[bands("accent", 6.4, 0.4, 1.0)])
    s.limb(f, (0.4, 5.0, 0), (11.0, 3.8, 1.0), 5.0, 4.0, "main", "leg", "s", 3.0)
    s.ball(f, (12.4, 3.8, 1.0), (3.4, 3.8, 4.0), "accent", "toe", priority=1.1)
    s.drum(f, (0, 23.4, 0), (0, 27.0, 0), 5.8, 6.0, "accent", "cuff", rounding=0.6)


def backpack(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-20))
    s.block(f, (0, 11.0, 0), (8.8, 11.0, 5.4), 3.6, "main", "bag")
    s.block(f, (0, 6.4, 5.6), (6.4, 4.4, 2.4), 1.4, "deep", "pocket", decals=[Decal("accent", y=(2.0, 2.9))])
    s.block(f, (0, 17.0, 1.4), (8.4, 4.0, 5.2), 2.4, "light", "flap")
    s.block(f, (0, 12.6, 6.8), (1.4, 1.8, 0.8), 0.3, "gold", "buckle", priority=1.5)
    s.ring(f, (0, 22.6, -1.0), 2.8, 0.9, "deep", "loop", turn=rx(90), priority=1.3)
    for side in _SIDES:
        s.limb(f, (side * 8.6, 18.0, -2.0), (side * 9.4, 4.0, -2.6), 1.5, 1.3, "deep", f"strap{side}", priority=1.2)


def suitcase(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-24))
    s.block(f, (0, 9.4, 0), (12.4, 9.0, 4.4), 1.4, "main", "case", decals=[Decal("deep", x=(-8.8, -6.8)), Decal("deep", x=(6.8, 8.8))])
    for x in _SIDES:
        for y in (1.8, 17.0):
            s.ball(f, (x * 11.2, y, 2.6), (2.2, 2.2, 2.6), "accent", f"corner{x}{y}", priority=1.2)
    s.ring(f, (0, 18.4, 0), 4.0, 1.1, "dark2", "handle", turn=rx(90), clip=(0, 0, 1, 0.4), priority=1.3)
    for x in _SIDES:
        s.block(f, (x * 4.0, 13.4, 4.6), (1.2, 1.6, 0.6), 0.2, "gold", f"lock{x}", priority=1.5)


def wallet(s: Scene, v: float) -> None:
    f = Frame((0, 8.0, 0)).child((0, 0, 0), ry(-18), rz(-8))
    s.block(f, (2.0, 5.0, -0.6), (8.0, 5.0, 0.5), 0.2, "leaf", "note", decals=[Decal("cream", x=(-2.4, 2.4), y=(0.6, 4.4))])
    s.block(f, (0, 0, 0), (12.0, 7.6, 2.4), 1.4, "main", "wallet", decals=[Decal("deep", y=(-0.6, 0.4))])
    s.block(f, (9.6, -0.6, 1.8), (3.6, 2.2, 1.4), 0.8, "deep", "tab")
    s.ball(f, (8.6, -0.6, 3.2), 1.2, "gold", "snap", priority=1.5)


def bulb(s: Scene, v: float) -> None:
    s.ball(WORLD, (0, 19.0, 0), (8.8, 9.0, 8.8), "main", "glass", "g", 4.0)
    s.limb(WORLD, (0, 12.0, 0), (0, 8.6, 0), 5.0, 3.8, "main", "glass", "g", 4.0)
    s.drum(WORLD, (0, 1.6, 0), (0, 8.4, 0), 3.6, 4.2, "metal", "socket", rounding=0.4, decals=[bands("dark2", 2.2, 0.36)])
    s.ball(WORLD, (0, 1.0, 0), (2.0, 1.2, 2.0), "dark", "foot", priority=1.3)
    s.stamp(WORLD, (-3.6, 22.6, 8.0), (0, 0, 1), (3.0, 3.0), "glint", {"w": "white"}, ("glass",), -1)


def flashlight(s: Scene, v: float) -> None:
    f = Frame((-3.0, 10.0, 0)).child((0, 0, 0), rz(-58), ry(0))
    s.drum(f, (0, -10.0, 0), (0, 6.0, 0), 3.6, 3.6, "main", "tube", rounding=0.5, decals=[bands("deep", 2.4, 0.3, y=(-8.0, -2.0))])
    s.drum(f, (0, 6.0, 0), (0, 12.0, 0), 3.8, 6.4, "metal", "head", rounding=0.4)
    s.drum(f, (0, 12.0, 0), (0, 12.8, 0), 5.6, 5.6, "glow", "light", rounding=0.2, priority=1.3)
    s.plate(f, [(-4.6, 13.6), (4.6, 13.6), (9.0, 25.0), (-9.0, 25.0)], 0.3, "spark", "beam")
    s.ball(f, (0, 2.0, 3.6), (1.2, 1.8, 0.8), "red", "switch", priority=1.5)


def telescope(s: Scene, v: float) -> None:
    f = Frame((0, 17.0, 0), rz(-62))
    for i, (a, b, r) in enumerate(((-13.0, -4.0, 2.8), (-4.0, 5.0, 3.8), (5.0, 13.0, 4.8))):
        s.drum(f, (0, a, 0), (0, b, 0), r, r, "main" if i != 1 else "wood", f"tube{i}", rounding=0.4)
        s.drum(f, (0, b - 1.0, 0), (0, b, 0), r + 0.9, r + 0.9, "gold", f"band{i}", rounding=0.3, priority=1.2)
    s.drum(f, (0, 13.0, 0), (0, 13.5, 0), 3.8, 3.8, "glass", "lens", rounding=0.1, priority=1.3)
    for a in (-1, 0, 1):
        s.limb(WORLD, (0, 16.0, 0), (8.0 * a, 0.6, 4.0 if a else -6.0), 1.1, 1.0, "wood2", f"leg{a}", priority=1.1)


def microscope(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-58))
    s.block(f, (0, 1.6, 0), (6.0, 1.6, 9.0), 0.9, "main", "foot")
    s.limb(f, (0, 3.0, -6.4), (0, 15.0, -7.6), 2.2, 2.2, "main", "arm", "a", 2.0)
    s.limb(f, (0, 15.0, -7.6), (0, 20.0, -2.0), 2.2, 2.2, "main", "arm", "a", 2.0)
    s.block(f, (0, 8.0, 0.4), (5.0, 0.8, 5.4), 0.3, "dark2", "stage", priority=1.2)
    s.drum(f, (0, 10.4, 1.4), (0, 13.6, 0.8), 1.4, 2.0, "metal", "objective", priority=1.2)
    s.drum(f, (0, 13.0, 0.8), (0, 25.0, -3.0), 2.8, 2.8, "white", "tube", rounding=0.4)
    s.drum(f, (0, 25.0, -3.0), (0, 28.0, -4.0), 2.4, 3.2, "dark", "eyepiece", rounding=0.4)
    s.ball(f, (3.0, 6.0, -6.6), (1.4, 2.4, 2.4), "metal", "knob", priority=1.3)


def headphones(s: Scene, v: float) -> None:
    f = Frame((0, 12.0, 0), ry(-16))
    s.ring(f, (0, 0, 0), 10.6, 1.6, "main", "band", turn=rx(90), clip=(0, 0, 1, 0.6))
    for side in _SIDES:
        s.drum(f, (side * 8.0, -2.4, 0), (side * 12.4, -2.4, 0), 5.6, 5.0, "dark2", f"pad{side}", rounding=1.2)
        s.drum(f, (side * 12.0, -2.4, 0), (side * 13.6, -2.4, 0), 4.2, 3.6, "main", f"cap{side}", rounding=0.5)


def keyboard(s: Scene, v: float) -> None:
    f = Frame((0, 6.0, 0)).child((0, 0, 0), ry(-18), rx(38))
    s.block(f, (0, 0, 0), (15.4, 1.4, 7.0), 0.8, "dark2", "board")
    for j in range(3):
        for i in range(6):
            s.block(f, (-12.2 + 4.9 * i, 1.8, -4.2 + 4.0 * j), (2.0, 0.8, 1.5), 0.4, "white", f"key{i}{j}", priority=1.1)


def cursor(s: Scene, v: float) -> None:
    f = Frame((-6.0, 27.0, 0), rz(8))
    outline = [(0, 0), (0, -23.0), (5.4, -18.0), (9.0, -26.0), (12.6, -24.4), (9.2, -16.6), (16.4, -16.2)]
    s.plate(f, outline, 1.6, "white", "arrow")


def toaster(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-26))
    s.block(f, (0, 8.4, 0), (12.0, 7.8, 6.8), 3.0, "main", "body", decals=[Decal("deep", y=(-9.0, -5.0))])
    for z in (-2.8, 2.8):
        s.block(f, (0, 15.8, z), (9.4, 0.6, 1.4), 0.2, "dark", f"slot{z}", priority=1.1)
        s.block(f, (0, 18.4, z), (7.4, 4.8, 1.1), 1.0, "crust", f"toast{z}", decals=[Decal("dough", x=(-6.0, 6.0), y=(-9, 3.4))])
    s.block(f, (12.6, 9.0, 0), (1.4, 1.0, 1.8), 0.4, "dark", "lever", priority=1.4)


def scissors(s: Scene, v: float) -> None:
    f = Frame((0, 13.0, 0), rz(-24))
    for side in _SIDES:
        g = f.child((0, 0, 0.6 * side), rz(side * 17))
        s.plate(g, [(-2.0, 0), (2.0, 0), (1.3 * side, 15.0), (-1.1 * side, 17.0)], 0.6, "blade", f"blade{side}")
        s.limb(g, (0, 0, 0), (side * 0.6, -6.0, 0), 1.4, 1.4, "main", f"arm{side}", priority=1.2)
        s.ring(g, (side * 1.2, -10.0, 0), 3.8, 1.5, "main", f"eye{side}", turn=rx(90), priority=1.2)
    s.ball(f, (0, 0, 2.0), (1.3, 1.3, 0.8), "gold", "rivet", priority=1.6)


def palette(s: Scene, v: float) -> None:
    f = Frame((0, 12.0, 0)).child((0, 0, 0), ry(-12), rx(-14))
    outline = [(14.0 * math.cos(a), 10.4 * math.sin(a)) for a in (math.radians(20 * k) for k in range(18))]
    s.plate(f, outline, 1.0, "pale", "board")
    s.ball(f, (5.0, -5.6, 0.9), (2.4, 2.0, 0.9), "dark2", "hole", priority=1.2)
    paints = ((-9.0, -1.6, "red"), (-7.4, 4.6, "cheese"), (-1.4, 6.6, "leaf"), (5.4, 5.6, "water"), (10.0, 1.0, "velvet"))
    for x, y, material in paints:
        s.ball(f, (x, y, 1.2), (2.5, 2.0, 1.2), material, f"paint{x}", priority=1.3)


def toothbrush(s: Scene, v: float) -> None:
    f = Frame((-1.0, 14.0, 0), rz(-48))
    s.limb(f, (0, -16.0, 0), (0, 6.0, 0), 1.9, 1.2, "main", "handle", "h", 1.0)
    s.block(f, (0, 11.0, 0), (1.6, 5.4, 1.6), 1.0, "main", "handle", "h", 1.0)
    s.block(f, (-3.0, 11.4, 0), (2.6, 4.6, 1.5), 0.3, "white", "bristles", decals=[bands("water", 3.2, 0.4)])


def piano(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-24))
    s.block(f, (0, 13.0, -3.4), (13.0, 12.6, 3.4), 0.6, "main", "case", decals=[Decal("deep", x=(-10.0, 10.0), y=(2.4, 9.0), z=(2, 9))])
    s.block(f, (0, 10.4, 4.0), (13.0, 1.2, 4.6), 0.4, "main", "bed")
    s.block(f, (0, 12.0, 4.2), (11.8, 0.6, 3.4), 0.2, "white", "keys", decals=[bands("shade", 2.6, 0.14, axis=0)], priority=1.1)
    for i in range(7):
        s.block(f, (-9.6 + 3.2 * i, 12.7, 3.0), (0.7, 0.5, 2.0), 0.1, "dark", f"black{i}", priority=1.5)
    for x in _SIDES:
        s.limb(f, (x * 11.4, 10.0, 7.4), (x * 11.4, 0.6, 7.4), 1.3, 1.0, "deep", f"leg{x}")
    s.block(f, (0, 26.0, -3.0), (13.8, 0.8, 4.4), 0.4, "light", "lid")


def flute(s: Scene, v: float) -> None:
    f = Frame((0, 15.0, 0), rz(-52))
    s.limb(f, (0, -19.0, 0), (0, 19.0, 0), 2.1, 2.1, "main", "tube")
    for y in (-17.0, 11.0):
        s.drum(f, (0, y, 0), (0, y + 2.0, 0), 2.7, 2.7, "gold", f"band{y}", rounding=0.3, priority=1.3)
    for i in range(6):
        s.ball(f, (0, -12.0 + 3.4 * i, 2.0), (1.0, 1.0, 0.6), "dark", f"hole{i}", priority=1.8)
    s.ball(f, (0, 15.4, 2.0), (1.3, 1.6, 0.6), "dark", "mouth", priority=1.8)


def harp(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-10))
    s.limb(f, (-8.0, 2.0, 0), (-9.0, 27.0, 0), 1.7, 1.5, "main", "pillar", "h", 1.0)
    s.limb(f, (-9.0, 27.0, 0), (0.0, 22.0, 0), 1.8, 1.6, "main", "neck", "h", 1.0)
    s.limb(f, (0.0, 22.0, 0), (11.0, 24.0, 0), 1.6, 1.9, "main", "neck", "h", 1.0)
    s.limb(f, (11.0, 24.0, 0), (-6.0, 2.0, 0), 1.9, 2.8, "main", "body", "h", 1.0)
    for i in range(6):
        x = -6.4 + 2.7 * i
        low = 2.0 + 22.0 * (x + 6.0) / 17.0
        s.limb(f, (x, 23.0, 0), (x, max(3.0, low), 0), 0.36, 0.36, "string", f"string{i}", priority=2.2)


def joystick(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-22))
    s.block(f, (0, 3.4, 0), (11.0, 3.4, 9.0), 1.4, "dark2", "box")
    s.limb(f, (-2.4, 6.4, 0), (-4.0, 18.0, 0), 1.7, 1.5, "metal", "stick", priority=1.2)
    s.ball(f, (-4.2, 20.4, 0), 4.6, "main", "knob")
    for z in (-3.6, 1.6):
        s.drum(f, (6.4, 6.6, z), (6.4, 8.2, z), 2.2, 2.0, "accent", f"button{z}", rounding=0.5, priority=1.3)


def dish(s: Scene, v: float) -> None:
    f = Frame((0, 15.0, 0)).child((0, 0, 0), ry(-26), rx(-32))
    s.limb(WORLD, (0, 0.6, 0), (0, 13.0, -1.0), 2.4, 1.6, "dark2", "mast")
    s.drum(WORLD, (0, 0, 0), (0, 2.0, 0), 6.4, 5.0, "dark2", "foot", rounding=0.4)
    s.ball(f, (0, 0, 4.0), (12.4, 12.4, 6.6), "main", "dish", clip=(0, 0, 1, 0.0))
    s.drum(f, (0, 0, 3.6), (0, 0, 4.2), 11.2, 11.2, "light", "bowl", rounding=0.2)
    s.limb(f, (0, 0, 3.0), (0, 0, 13.0), 0.9, 0.8, "metal", "arm", priority=1.4)
    s.ball(f, (0, 0, 13.6), 2.0, "red", "horn", priority=1.4)


def cone(s: Scene, v: float) -> None:
    s.block(Frame((0, 1.2, 0), ry(-28)), (0, 0, 0), (10.4, 1.3, 10.4), 0.6, "deep", "base")
    s.drum(
        WORLD,
        (0, 2.4, 0),
        (0, 25.0, 0),
        8.0,
        1.8,
        "main",
        "cone",
        rounding=0.4,
        decals=[Decal("white", y=(-3.6, 0.6)), Decal("white", y=(4.6, 7.4))],
    )


def stop(s: Scene, v: float) -> None:
    s.limb(WORLD, (0, 0.6, -1.2), (0, 20.0, -1.2), 1.3, 1.3, "metal", "post", priority=1.2)
    f = Frame((0, 20.0, 0), ry(-10))
    s.plate(f, regular(8, 10.8, 22.5), 0.9, "white", "rim")
    s.plate(f, regular(8, 9.6, 22.5), 1.2, "main", "sign")
    s.block(f, (0, 0, 1.2), (6.4, 1.7, 0.3), 0.1, "white", "bar", priority=1.4)


def mailbox(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-32))
    s.limb(f, (0, 0.6, 0), (0, 13.0, 0), 1.7, 1.7, "wood", "post", priority=1.1)
    s.block(f, (0, 16.0, 0), (5.6, 4.0, 10.4), 0.6, "main", "box", "m", 0.6)
    s.drum(f, (0, 19.0, -10.2), (0, 19.0, 10.2), 5.6, 5.6, "main", "box", "m", 0.6, rounding=0.5)
    s.drum(f, (0, 19.0, 10.2), (0, 19.0, 10.8), 4.6, 4.6, "deep", "front", rounding=0.1)
    s.block(f, (0, 16.0, 10.6), (3.2, 0.7, 0.6), 0.1, "dark", "slot", priority=1.5)
    s.limb(f, (6.2, 19.0, -1.0), (6.2, 26.0, -1.0), 0.8, 0.8, "red", "staff", priority=1.4)
    s.block(f, (6.2, 26.0, 1.0), (0.6, 1.9, 3.0), 0.2, "red", "flag", priority=1.4)


def barrow(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(58))
    s.block(f, (0, 10.4, 1.0), (7.0, 4.2, 8.4), 1.4, "main", "tray")
    s.ball(f, (0, 14.6, 1.0), (6.0, 3.0, 7.0), "soil", "load")
    s.drum(f, (-1.4, 4.4, 12.0), (1.4, 4.4, 12.0), 4.4, 4.4, "dark", "wheel", rounding=0.8)
    s.drum(f, (-1.7, 4.4, 12.0), (1.7, 4.4, 12.0), 1.8, 1.8, "metal", "hub", priority=1.2)
    for x in _SIDES:
        s.limb(f, (x * 5.0, 6.0, 10.0), (x * 5.4, 11.4, -17.0), 1.1, 1.1, "wood", f"handle{x}", priority=1.2)
        s.limb(f, (x * 5.0, 7.4, -5.0), (x * 5.6, 0.8, -7.0), 1.0, 1.0, "wood", f"leg{x}", priority=1.2)


def skateboard(s: Scene, v: float) -> None:
    f = Frame((0, 6.0, 0)).child((0, 0, 0), ry(64), rx(-4))
    s.block(f, (0, 1.6, 0), (5.4, 0.9, 11.0), 0.8, "main", "deck", "d", 1.4)
    for z in _SIDES:
        s.block(f.child((0, 2.4, z * 13.0), rx(-z * 24)), (0, 0, 0), (5.2, 0.9, 4.0), 0.8, "main", "deck", "d", 1.4)
        for x in _SIDES:
            s.drum(f, (x * 2.6, -2.4, z * 8.6), (x * 5.0, -2.4, z * 8.6), 2.9, 2.9, "accent", f"wheel{x}{z}", rounding=0.7)
        s.block(f, (0, -0.6, z * 8.6), (3.0, 1.6, 1.2), 0.4, "metal", f"truck{z}")


def sled(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(58))
    for x in _SIDES:
        s.limb(f, (x * 5.4, 1.2, -13.0), (x * 5.4, 1.2, 9.0), 1.1, 1.1, "metal", f"runner{x}", "r" + str(x), 0.8, priority=1.2)
        s.limb(f, (x * 5.4, 1.2, 9.0), (x * 5.4, 8.4, 14.0), 1.1, 1.1, "metal", f"runner{x}", "r" + str(x), 0.8, priority=1.2)
        for z in (-9.0, 6.0):
            s.limb(f, (x * 5.4, 1.4, z), (x * 5.0, 7.0, z), 1.0, 1.0, "wood2", f"post{x}{z}")
    for i in range(3):
        s.block(f, (-4.4 + 4.4 * i, 7.6, -1.4), (1.9, 0.8, 12.4), 0.5, "main", f"slat{i}")
    s.limb(f, (-5.6, 8.0, 13.6), (5.6, 8.0, 13.6), 1.0, 1.0, "wood2", "bar", priority=1.2)
