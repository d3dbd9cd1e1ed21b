"""What desks, wardrobes and sheds hold: floppy disk, gamepad, coffee cup, watering can, gas mask, tall and pointed hats, pearls. Things
stand on y = 0."""

from __future__ import annotations

import math
from itertools import pairwise

from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, star

_SIDES = (-1, 1)


def floppy(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-14))
    s.plate(f, [(-11.6, 0), (11.6, 0), (11.6, 19.8), (8.6, 22.8), (-11.6, 22.8)], 1.5, "main", "disk")
    s.block(
        f, (-0.6, 19.0, 1.5), (6.4, 4.0, 0.7), 0.3, "metal", "shutter", priority=1.2, decals=[Decal("dark", x=(1.8, 4.4), y=(-2.6, 2.6))]
    )
    s.block(f, (0, 6.6, 1.5), (8.8, 6.6, 0.5), 0.3, "white", "label", priority=1.1, decals=[bands("accent", 3.2, 0.26)])


def gamepad(s: Scene, v: float) -> None:
    f = Frame((0, 10.6, 0), rz(-5)).child((0, 0, 0), ry(-8), rx(6))
    s.block(f, (0, 1.4, 0), (9.4, 5.2, 2.6), 2.4, "main", "pad", "pad", 1.6)
    for side in _SIDES:
        s.ball(f, (side * 9.0, 0.8, 0), (6.0, 6.0, 3.2), "main", "pad", "pad", 1.6)
        s.limb(f, (side * 11.0, -1.6, 0), (side * 12.6, -7.4, 0.4), 3.6, 2.6, "main", "pad", "pad", 1.6)
        s.block(f, (side * 8.2, 6.6, -0.6), (3.4, 1.0, 1.6), 0.5, "dark2", f"shoulder{side}")
    for half in ((2.9, 1.0, 0.8), (1.0, 2.9, 0.8)):
        s.block(f, (-8.2, 1.4, 3.2), half, 0.2, "dark", "cross", "cross", 0.1, priority=1.6)
    for (x, y), material in zip(((0.0, 2.5), (2.5, 0.0), (0.0, -2.5), (-2.5, 0.0)), ("leaf", "red", "glow", "water"), strict=True):
        s.ball(f, (8.4 + x, 1.4 + y, 3.2), (1.35, 1.35, 0.9), material, f"button{x}{y}", priority=1.8)
    for x in _SIDES:
        s.ball(f, (x * 3.4, -2.6, 2.4), (2.3, 2.3, 1.6), "dark2", f"stick{x}", priority=1.4)


def coffee(s: Scene, v: float) -> None:
    s.drum(WORLD, (0, 0.4, 0), (0, 1.8, 0), 10.4, 12.4, "accent", "saucer", rounding=0.5)
    s.drum(WORLD, (0, 1.6, 0), (0, 12.6, 0), 5.4, 8.8, "main", "cup", rounding=0.8, decals=[Decal("accent", y=(3.4, 4.6))])
    s.ring(WORLD, (9.4, 8.2, 0), 3.2, 1.1, "main", "ear", turn=rx(90))
    s.drum(WORLD, (0, 12.5, 0), (0, 13.1, 0), 7.4, 7.4, "nut", "coffee", rounding=0.2, priority=1.4)
    for x, phase in ((-3.0, 0.0), (3.0, 1.6)):
        wave = [(x + 1.5 * math.sin(phase + 0.9 * i), 15.4 + 2.3 * i, 0.0) for i in range(5)]
        for i, (a, b) in enumerate(pairwise(wave)):
            s.limb(WORLD, a, b, 0.95 - 0.12 * i, 0.83 - 0.12 * i, "white", f"steam{x}", f"steam{x}", 0.3, priority=1.6)


def watering_can(s: Scene, v: float) -> None:
    f = Frame((-2.0, 0, 0), ry(-16))
    s.drum(
        f,
        (0, 0, 0),
        (0, 12.4, 0),
        7.8,
        7.0,
        "main",
        "can",
        rounding=0.6,
        decals=[Decal("deep", y=(-6.0, -4.6)), Decal("light", y=(4.4, 5.6))],
    )
    s.drum(f, (0, 12.0, 0), (0, 12.6, 0), 5.4, 5.4, "dark", "hole", rounding=0.2, priority=1.3)
    s.limb(f, (6.0, 3.6, 0), (15.4, 14.4, 0), 1.9, 1.2, "main", "spout")
    rose = f.child((15.0, 14.0, 0), rz(-41))
    s.drum(rose, (0, 0, 0), (0, 2.4, 0), 1.4, 3.8, "main", "rose", rounding=0.3)
    s.drum(rose, (0, 2.2, 0), (0, 3.2, 0), 3.6, 3.6, "metal", "sieve", rounding=0.3, priority=1.3)
    handle = [(-6.0 - 5.2 * math.sin(math.radians(a)), 8.0 + 6.8 * math.cos(math.radians(a)), 0.0) for a in range(0, 181, 20)]
    for a, b in pairwise(((1.0, 14.6, 0.0), *handle)):
        s.limb(f, a, b, 1.15, 1.15, "deep", "handle", "handle", 0.3, priority=1.2)
    s.limb(f, (1.0, 12.0, 0), (1.0, 14.6, 0), 1.15, 1.15, "deep", "handle", "handle", 0.3, priority=1.2)


def gas_mask(s: Scene, v: float) -> None:
    f = Frame((0, 11.4, 0), ry(-12))
    s.ball(f, (0, 2.0, -1.0), (9.4, 10.4, 7.6), "main", "mask", "mask", 1.6)
    s.ball(f, (0, -5.0, 1.6), (6.0, 5.4, 5.4), "main", "mask", "mask", 1.8)
    for side in _SIDES:
        eye = f.child((side * 4.4, 4.0, 5.4), ry(side * 24), rx(-8))
        s.ball(eye, (0, 0, 0), (3.9, 3.9, 1.6), "dark2", f"rim{side}", priority=1.4)
        s.ball(eye, (0, 0, 0.9), (2.8, 2.8, 1.5), "glass", f"pane{side}", priority=1.7)
        s.stamp(eye, (-0.9, 1.0, 2.4), (0, 0, 1), (1.6, 1.6), "glint", {"w": "white"}, (f"pane{side}",), -1)
        can = f.child((side * 6.0, -5.8, 3.8), ry(side * 40), rx(100))
        s.drum(can, (0, 0, 0), (0, 4.6, 0), 3.3, 3.7, "accent", f"filter{side}", rounding=0.6, decals=[bands("dark", 1.6, 0.3)])
        s.limb(f, (side * 8.4, 5.0, -1.0), (side * 10.8, 7.6, -4.4), 1.3, 1.1, "leather", f"strap{side}", priority=1.2)
    s.drum(f.child((0, -4.6, 5.6), rx(96)), (0, 0, 0), (0, 2.6, 0), 2.6, 2.9, "dark2", "valve", rounding=0.5, priority=1.3)


def pointed_hat(s: Scene, v: float) -> None:
    _brim(s)
    s.drum(WORLD, (0, 5.0, 0), (0, 13.0, 0), 8.6, 5.4, "main", "cone", "h", 1.2, decals=[Decal("accent", y=(-3.4, -1.2))])
    s.limb(WORLD, (0, 13.0, 0), (3.0, 23.0, -2.0), 5.2, 1.0, "main", "cone", "h", 1.2)
    s.plate(WORLD, star(5, 2.4, 1.0), 0.5, "gold", "star", at=(0.4, 13.0, 5.6), priority=1.5)


def tall_hat(s: Scene, v: float) -> None:
    _brim(s)
    s.drum(WORLD, (0, 5.0, 0), (0, 18.0, 0), 8.0, 8.6, "main", "crown", rounding=0.6, decals=[Decal("accent", y=(-5.8, -3.0))])


def _brim(s: Scene) -> None:
    s.drum(WORLD, (0, 4.0, 0), (0, 5.4, 0), 14.0, 13.4, "main", "brim", rounding=0.5)


def pearls(s: Scene, v: float) -> None:
    """A string of beads laid in a loop, the largest in front."""
    count = 17
    for i in range(count):
        angle = 2 * math.pi * i / count
        front = 0.5 - 0.5 * math.cos(angle)
        at = (10.0 * math.sin(angle), 21.0 - 15.0 * front - 1.6 * math.sin(angle) ** 2, 1.5 * front)
        s.ball(WORLD, at, 1.6 + 1.3 * front, "main", f"pearl{i}", priority=1.0 + 0.05 * i % 2)
        if front > 0.6:
            s.stamp(WORLD, (at[0] - 0.8, at[1] + 0.9, at[2] + 2.4), (0, 0, 1), (1.2, 1.2), "glint", {"w": "white"}, (f"pearl{i}",), -1)


def castle(s: Scene, v: float) -> None:
    """A keep between two round towers, a gate in front."""
    s.block(WORLD, (0, 8.4, -1.0), (9.0, 8.4, 6.0), 0.3, "stone", "keep", decals=[bands("stone2", 3.4, 0.14)])
    for x in (-6.6, -2.2, 2.2, 6.6):
        s.block(WORLD, (x, 18.0, 4.2), (1.3, 1.4, 0.9), 0.2, "stone", f"merlon{x}")
    for side in _SIDES:
        s.drum(WORLD, (side * 10.0, 0, 2.4), (side * 10.0, 20.0, 2.4), 4.8, 4.4, "stone", f"tower{side}", rounding=0.3,
               decals=[bands("stone2", 3.4, 0.14), Decal("dark", x=(-0.8, 0.8), y=(2.0, 5.4), z=(1.0, 9.0))])  # fmt: skip
        s.drum(WORLD, (side * 10.0, 19.4, 2.4), (side * 10.0, 21.6, 2.4), 5.6, 5.6, "stone", f"crown{side}", rounding=0.3)
        s.drum(WORLD, (side * 10.0, 21.4, 2.4), (side * 10.0, 30.0, 2.4), 6.2, 0.4, "main", f"roof{side}", rounding=0.2)
    s.drum(WORLD, (0, 16.0, -3.4), (0, 27.0, -3.4), 4.4, 4.0, "stone", "hall", rounding=0.3, decals=[bands("stone2", 3.4, 0.14)])
    s.drum(WORLD, (0, 26.6, -3.4), (0, 35.0, -3.4), 5.6, 0.4, "main", "roof", rounding=0.2)
    s.plate(
        WORLD, [(-3.0, 0), (3.0, 0), (3.0, 5.6), (1.6, 8.0), (-1.6, 8.0), (-3.0, 5.6)], 0.9, "wood", "gate", at=(0, 0, 5.2), priority=1.2
    )
    s.limb(WORLD, (0, 34.6, -3.4), (0, 40.4, -3.4), 0.45, 0.4, "wood2", "pole", priority=1.8)
    s.plate(WORLD, [(0.2, 40.0), (5.6, 38.2), (0.2, 36.4)], 0.4, "accent", "pennon", at=(0, 0, -3.4), priority=1.6)
