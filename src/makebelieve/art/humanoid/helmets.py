"""Helmets and masks: what is hard, or covers the face."""

from __future__ import annotations

import math
from typing import Final

from makebelieve.art.humanoid.hats import feather
from makebelieve.art.raster.frames import Frame, Vec, rx
from makebelieve.art.raster.scene import Decal, Scene, bands

_DOME: Final = (0.0, -1.0, 0.0, 0.0)
_SIDES: Final = (-1, 1)


def _slit_eyes(s: Scene, h: Frame, at: Vec, size: tuple[float, float]) -> None:
    for side in _SIDES:
        s.stamp(h, (side * at[0], at[1], at[2]), (side * 0.42, 0, 0.9), size, "glow", {"c": "shine", "w": "shine"}, ("head",), 0.14, side)


def helm(s: Scene, h: Frame, plume: bool, swing: float) -> None:
    s.ball(h, (0, 8.2, 0), (8.8, 8.6, 8.5), "metal", "head", "head", 1.0, decals=[Decal("dark", y=(-2.4, 0.8), z=(-0.6, 20.0))])
    s.limb(h, (0, 2.6, 0.9), (0, 5.2, 0.7), 5.6, 7.3, "metal", "head", "head", 1.0, decals=[Decal("dark", x=(-0.8, 0.8), z=(3.0, 20.0))])
    s.ball(h, (0, 10.3, 0.2), (8.95, 1.2, 8.8), "trim", "band", priority=1.4)
    _slit_eyes(s, h, (3.4, 7.4, 7.7), (1.3, 2.0))
    if plume:
        feather(s, h, (0, 15.4, 2.2), swing, "plume")


def horned(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 9.2, -0.2), (9.0, 8.4, 8.8), "metal", "hat", clip=_DOME, decals=[Decal("trim", x=(-1.2, 1.2))])
    s.ring(h, (0, 9.6, -0.2), 8.3, 1.3, "trim", "rim", priority=1.3)
    for side in _SIDES:
        name = f"horn{side}"
        s.limb(h, (side * 8.0, 11.6, 0), (side * 12.6, 13.4, 0.4), 2.1, 1.8, "horn", name, name, 0.5, priority=1.2)
        s.limb(h, (side * 12.6, 13.4, 0.4), (side * 13.6, 19.4, 0.8), 1.8, 0.4, "horn", name, name, 0.5, priority=1.2)


def kabuto(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 9.4, -0.4), (9.0, 8.4, 8.8), "hat", "hat", clip=_DOME, decals=[bands("hat2", 3.0, 0.25, axis=0)])
    s.drum(
        h,
        (0, 6.2, -1.2),
        (0, 9.4, -0.8),
        11.0,
        9.0,
        "hat",
        "neck",
        rounding=0.4,
        clip=(0.0, 0.0, 1.0, 4.0),
        decals=[bands("trim", 1.6, 0.35)],
    )
    for side in _SIDES:
        s.limb(h, (side * 0.8, 12.6, 8.2), (side * 4.6, 15.0, 8.6), 1.1, 1.2, "gold", "crest", "crest", 0.4, priority=1.6, flat=(1.0, 0.5))
        s.limb(h, (side * 4.6, 15.0, 8.6), (side * 6.2, 21.0, 7.6), 1.2, 0.3, "gold", "crest", "crest", 0.4, priority=1.6, flat=(1.0, 0.5))
    s.ball(h, (0, 13.0, 8.4), (1.6, 1.6, 0.9), "gold", "boss", priority=1.6)


def ninja(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 8.2, -0.3), (8.8, 8.6, 8.5), "hat", "hat", "hat", 0.8, clip=(0.0, -1.0, 0.0, -1.2))
    s.ball(h, (0, 7.6, -0.2), (8.7, 8.4, 8.5), "hat", "mask", clip=(0.0, 1.0, 0.0, -3.4))
    s.ball(h, (0, 8.0, -2.6), (8.8, 8.4, 6.6), "hat", "hat", "hat", 0.8, clip=(0.0, 0.0, 1.0, 2.0))
    s.ball(h, (0, 11.0, 0), (9.1, 1.4, 8.8), "hatband", "band", priority=1.4)
    for tip in ((3.4, 8.0, -13.0), (-1.4, 6.0, -13.6)):
        s.limb(h, (0, 11.0, -8.4), tip, 1.3, 0.8, "hatband", "knot", flat=(1.0, 0.5), priority=1.2)


def spacehelmet(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 8.6, 0), (9.8, 9.6, 9.4), "suit", "head", decals=[Decal("visor", x=(-7.2, 7.2), y=(-5.2, 4.6), z=(2.0, 20.0))])
    s.stamp(h, (-3.4, 11.0, 8.2), (-0.25, 0.2, 1), (2.8, 2.8), "glint", {"w": "white"}, ("head",), 0.2)
    for side in _SIDES:
        s.drum(h, (side * 8.8, 8.0, 0), (side * 10.6, 8.0, 0), 2.6, 2.2, "accent", f"pad{side}")


def hardhat(s: Scene, h: Frame, *, lamp: bool) -> None:
    s.ball(h, (0, 10.0, -0.2), (9.0, 7.8, 8.8), "hat", "hat", clip=_DOME, decals=[Decal("hat2", x=(-1.4, 1.4))])
    s.ball(h, (0, 10.2, 1.4), (9.8, 1.0, 10.4), "hat", "brim")
    if lamp:
        s.drum(h, (0, 13.4, 7.6), (0, 13.6, 10.0), 2.4, 2.8, "metal", "lamp", priority=1.4)
        s.ball(h, (0, 13.6, 10.2), (2.1, 2.1, 0.8), "glow", "light", priority=1.6)


def fire_helmet(s: Scene, h: Frame) -> None:
    """A brim that is long at the back, a comb, and a shield over the forehead."""
    s.ball(h, (0, 10.2, -0.2), (8.8, 8.2, 8.6), "hat", "hat", clip=_DOME)
    s.ball(h, (0, 10.0, -3.4), (11.0, 1.2, 12.4), "hat", "brim", turn=rx(-7))
    s.limb(h, (0, 17.2, 4.6), (0, 18.2, -5.4), 1.5, 1.2, "hat2", "comb", flat=(0.6, 1.0))
    s.plate(
        h,
        [(-3.4, -1.0), (3.4, -1.0), (4.0, 4.0), (0, 6.4), (-4.0, 4.0)],
        0.8,
        "gold",
        "badge",
        at=(0, 11.6, 8.2),
        turn=rx(-16),
        priority=1.6,
    )


def spartan(s: Scene, h: Frame) -> None:
    s.ball(
        h,
        (0, 8.4, -0.2),
        (8.9, 8.8, 8.7),
        "trim",
        "head",
        "head",
        0.8,
        decals=[Decal("dark", x=(-6.4, 6.4), y=(-2.2, 0.8), z=(2.0, 20.0)), Decal("dark", x=(-1.2, 1.2), y=(-9.0, 0.6), z=(2.0, 20.0))],
    )
    _slit_eyes(s, h, (3.4, 7.6, 7.9), (1.3, 2.0))
    for i in range(6):
        angle = math.radians(40 - 34 * i)
        y, z = 8.8 + 8.6 * math.cos(angle), 8.6 * math.sin(angle)
        s.limb(h, (0, y, z), (0, y + 4.0 * math.cos(angle), z + 4.0 * math.sin(angle)), 1.7, 1.9, "plume", "crest", "crest", 0.8)


def mask(s: Scene, h: Frame) -> None:
    s.ball(
        h,
        (0, 7.0, 2.4),
        (7.4, 7.2, 6.4),
        "mask",
        "head",
        clip=(0.0, 0.0, -1.0, -2.0),
        decals=[Decal("accent", x=(-1.1, 1.1), y=(-9.0, -2.2))],
    )
    for side in _SIDES:
        s.limb(h, (side * 4.0, 12.0, 5.8), (side * 6.4, 17.0, 6.4), 1.4, 0.3, "horn", f"tip{side}", priority=1.5)
        s.stamp(
            h,
            (side * 3.4, 7.6, 8.2),
            (side * 0.4, 0, 0.9),
            (2.6, 2.4),
            "angry",
            {"d": "pupil", "c": "iris", "w": "white"},
            ("head",),
            0.14,
            side,
        )


def bucket(s: Scene, h: Frame) -> None:
    s.drum(
        h,
        (0, 2.0, 0),
        (0, 17.6, 0),
        9.0,
        8.0,
        "metal",
        "head",
        rounding=0.6,
        decals=[Decal("dark", x=(-6.0, 6.0), y=(-1.0, 1.6), z=(2.0, 20.0))],
    )
    _slit_eyes(s, h, (3.0, 10.0, 8.2), (1.4, 1.6))


def diver(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 8.4, 0), (9.6, 9.4, 9.2), "trim", "head")
    s.drum(h, (0, 8.2, 7.0), (0, 8.2, 10.2), 5.4, 5.0, "trim", "port", rounding=0.6)
    s.ball(h, (0, 8.2, 10.2), (4.2, 4.2, 0.8), "glass", "glass", priority=1.2)
    for side in _SIDES:
        s.drum(h, (side * 8.6, 8.4, 0), (side * 10.8, 8.4, 0), 3.2, 3.0, "trim", f"side{side}")
