"""What floats and what flies: boats, ships, a submarine; planes, rockets, saucers, helicopters, balloons."""

from __future__ import annotations

import math
from typing import Final

from makebelieve.art.creatures.gait import TAU, Motion
from makebelieve.art.raster.frames import Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands

_SIDES: Final = (-1, 1)


def jet(s: Scene, f: Frame, m: Motion) -> None:
    s.limb(f, (0, 6.0, -10.0), (0, 6.0, 8.0), 3.4, 3.0, "paint", "body", "body", 1.0)
    s.limb(f, (0, 6.0, 8.0), (0, 5.4, 20.0), 3.0, 0.5, "paint", "body", "body", 1.0)
    s.ball(f, (0, 8.6, 6.0), (1.9, 2.0, 4.4), "glass", "canopy", priority=1.2)
    for side in _SIDES:
        x = float(side)
        s.web(f, (x * 2.0, 5.6, 6.0), (x * 2.0, 5.6, -8.0), (x * 15.0, 5.4, -8.6), 0.7, "paint", f"wing{side}", decals=[])
        s.web(f, (x * 10.0, 5.8, -2.6), (x * 10.4, 5.8, -8.4), (x * 15.0, 5.6, -8.6), 0.9, "paint2", f"tip{side}")
        s.web(f, (x * 2.0, 6.0, -8.0), (x * 2.0, 6.0, -13.6), (x * 8.0, 6.0, -14.0), 0.6, "paint", f"tail{side}")
        s.web(f, (x * 1.8, 7.6, -6.4), (x * 1.8, 7.6, -12.0), (x * 3.6, 15.0, -13.0), 0.6, "paint2", f"fin{side}")
        s.limb(f, (x * 9.0, 4.0, -6.0), (x * 9.0, 4.0, 2.0), 0.9, 0.6, "metal", f"missile{side}", priority=1.3)
    s.drum(f, (0, 6.0, -13.0), (0, 6.0, -9.6), 2.4, 2.9, "dark", "nozzle")
    s.ball(f, (0, 6.0, -13.4), (1.8, 1.8, 1.4 + 1.6 * m.flash), "fire", "flame", priority=1.2)


def ship(s: Scene, f: Frame, m: Motion) -> None:
    _hull(s, f, 8.6, 16.0, 7.4)
    s.block(
        f,
        (0, 10.6, -11.4),
        (6.4, 3.4, 4.6),
        0.6,
        "paint",
        "castle",
        decals=[Decal("gold", y=(1.8, 3.0)), Decal("glass", y=(-1.6, 0.8), x=(-4.6, -1.4)), Decal("glass", y=(-1.6, 0.8), x=(1.4, 4.6))],
    )
    for z, high in ((5.4, 36.0), (-5.0, 31.0)):
        s.limb(f, (0, 8.0, z), (0, high, z), 1.0, 0.7, "paint2", f"mast{z}", priority=1.6)
        puff = 2.4 + 0.5 * math.sin(TAU * m.t)
        s.ball(
            f,
            (0, high - 9.6, z + 1.0),
            (9.4, 7.4, puff),
            "sail",
            f"sail{z}",
            clip=(0.0, 0.0, -1.0, 0.4),
            decals=[Decal("accent", y=(-1.6, 1.6))] if z > 0 else [],
        )
        s.limb(f, (-9.6, high - 2.6, z), (9.6, high - 2.6, z), 0.8, 0.8, "paint2", f"yard{z}", priority=1.5)
    s.plate(f, [(0, 0), (6.0, -1.4), (0, -3.6)], 0.4, "accent", "flag", at=(0, 38.6, 5.4), turn=ry(60), priority=1.4)
    s.limb(f, (0, 9.4, 14.0), (0, 13.6, 22.0), 1.0, 0.5, "paint2", "bowsprit", priority=1.5)


def _hull(s: Scene, f: Frame, wide: float, half: float, high: float) -> None:
    planks = [bands("paint2", 2.6, 0.2)]
    s.ball(
        f,
        (0, high + 0.6, 0),
        (wide, high, half + 3.0),
        "paint",
        "hull",
        "hull",
        1.0,
        clip=(0.0, 1.0, 0.0, 0.0),
        decals=[*planks, Decal("gold", y=(-1.6, 0.5))],
    )
    s.drum(f, (0, high + 0.2, 0), (0, high + 0.9, 0), wide * 0.86, wide * 0.86, "deck", "deck", flat=(1.0, 1.8), rounding=0.2)


def sailboat(s: Scene, f: Frame, m: Motion) -> None:
    _hull(s, f, 6.4, 10.0, 6.0)
    s.limb(f, (0, 6.0, 1.0), (0, 34.0, 1.0), 0.95, 0.6, "paint2", "mast", priority=1.7)
    s.web(f, (0.4, 33.0, 0.4), (0.4 + 0.8 * math.sin(TAU * m.t), 9.6, -13.0), (0.4, 9.6, 0.2), 0.6, "sail", "main")
    s.web(f, (0.4, 30.0, 1.8), (0.2, 9.0, 12.4), (0.6 + 0.8 * math.sin(TAU * m.t), 9.6, 2.0), 0.6, "accent", "jib")


def rowboat(s: Scene, f: Frame, m: Motion) -> None:
    """A small open hull with two benches and two oars."""
    high = 7.6
    s.ball(f, (0, high, 0), (8.6, high, 17.0), "paint", "hull", "hull", 0.6, clip=(0.0, 1.0, 0.0, 0.0), decals=[bands("paint2", 2.4, 0.18)])
    s.ball(f, (0, high - 0.1, 0), (7.2, 0.9, 15.2), "deck", "inside", priority=1.2)
    for side in _SIDES:
        last = (0.0, high + 1.4, 17.4)
        for i in range(1, 9):
            a = math.pi * i / 8
            here = (side * 8.5 * math.sin(a), high + 0.5 + 0.9 * math.cos(a) ** 2, 17.2 * math.cos(a))
            s.limb(f, last, here, 1.0, 1.0, "paint2", f"rail{side}", f"rail{side}", 0.3, priority=1.2)
            last = here
    for z in (-5.4, 3.6):
        s.block(f, (0, high + 0.9, z), (7.6, 0.7, 1.9), 0.3, "paint", f"bench{z}", priority=1.3)
    for side in _SIDES:
        pull = 18.0 * math.sin(TAU * m.t)
        oar = f.child((side * 8.4, high + 1.6, -0.8), ry(side * pull), rz(side * -44))
        s.limb(oar, (side * -7.0, 0, 0), (side * 9.0, 0, 0), 0.8, 0.8, "deck", f"oar{side}", f"oar{side}", 0.2, priority=1.6)
        s.limb(
            oar, (side * 8.6, 0, 0), (side * 13.4, 0, 0), 1.5, 2.4, "deck", f"oar{side}", f"oar{side}", 0.2, flat=(1.0, 0.4), priority=1.6
        )


def submarine(s: Scene, f: Frame, m: Motion) -> None:
    s.limb(f, (0, 11.0, -9.0), (0, 11.0, 9.0), 6.6, 8.0, "paint", "hull", facing=(0, 1, 0), decals=[Decal("paint2", z=(-30.0, -3.4))])
    s.block(f, (0, 19.6, 1.0), (3.4, 4.0, 4.8), 1.6, "paint", "tower")
    s.limb(f, (0, 22.6, 2.0), (0, 28.0, 2.0), 0.9, 0.9, "metal", "scope", "scope", 0.3, priority=1.5)
    s.limb(f, (0, 28.0, 2.0), (0, 28.0, 5.4), 0.9, 1.1, "metal", "scope", "scope", 0.3, priority=1.5)
    for side in _SIDES:
        for z in (-3.0, 4.0):
            s.drum(f, (side * 6.4, 12.0, z), (side * 8.2, 12.0, z), 2.6, 2.4, "gold", f"rim{side}{z}")
            s.ball(f, (side * 8.1, 12.0, z), (0.7, 1.7, 1.7), "glass", f"port{side}{z}", priority=1.3)
        s.limb(f, (side * 4.0, 10.6, -13.0), (side * 9.0, 10.6, -15.6), 1.6, 1.2, "paint2", f"fin{side}", flat=(1.0, 0.4), facing=(0, 1, 0))
    for k in range(3):
        a = TAU * (m.t + k / 3)
        s.limb(f, (0, 11.0, -16.4), (4.4 * math.cos(a), 11.0 + 4.4 * math.sin(a), -16.6), 0.9, 1.2, "metal", "screw", priority=1.3)
    s.drum(f, (0, 11.0, 14.6), (0, 11.0, 16.8), 4.0, 3.4, "gold", "noserim")
    s.ball(f, (0, 11.0, 16.6), (2.9, 2.9, 1.0), "glass", "nose", priority=1.2)


def plane(s: Scene, f: Frame, m: Motion) -> None:
    s.limb(f, (0, 8.0, -12.0), (0, 8.0, 9.0), 1.7, 4.2, "paint", "hull", facing=(0, 1, 0), decals=[Decal("paint2", y=(-1.0, 2.0))])
    s.ball(f, (0, 11.4, 3.4), (2.3, 2.2, 3.6), "glass", "canopy")
    for side in _SIDES:
        s.limb(
            f,
            (side * 2.0, 7.4, 3.4),
            (side * 16.4, 8.4, 1.8),
            3.2,
            2.4,
            "paint2",
            f"wing{side}",
            flat=(1.0, 0.3),
            facing=(0, 1, 0),
            decals=[Decal("paint", y=(11.0, 13.4))],
        )
        s.limb(f, (side * 1.0, 8.8, -12.0), (side * 6.6, 9.2, -13.0), 2.0, 1.5, "paint2", f"tail{side}", flat=(1.0, 0.3), facing=(0, 1, 0))
    s.plate(f, [(2.0, 0), (-2.4, 6.4), (-4.6, 6.4), (-3.0, 0)], 0.6, "paint2", "rudder", at=(0, 9.0, -11.0), turn=ry(-90))
    s.drum(f, (0, 8.0, 12.4), (0, 8.0, 14.0), 3.4, 3.0, "metal", "cowl")
    s.limb(f, (0, 8.0, 14.0), (0, 8.0, 16.0), 1.6, 0.6, "dark", "spinner", priority=1.2)
    a = 2 * TAU * m.t
    s.limb(
        f,
        (-7.4 * math.cos(a), 8.0 - 7.4 * math.sin(a), 15.0),
        (7.4 * math.cos(a), 8.0 + 7.4 * math.sin(a), 15.0),
        0.9,
        0.9,
        "dark",
        "prop",
        priority=1.4,
    )


def rocket(s: Scene, f: Frame, m: Motion) -> None:
    s.limb(f, (0, 10.0, 0), (0, 26.0, 0), 6.4, 6.0, "paint", "hull", "hull", 1.0)
    s.limb(f, (0, 26.0, 0), (0, 37.0, 0), 6.0, 0.8, "paint2", "nose", "hull", 1.0)
    s.drum(f, (0, 22.0, 4.6), (0, 22.0, 6.9), 3.4, 3.2, "metal", "rim")
    s.ball(f, (0, 22.0, 6.8), (2.3, 2.3, 0.8), "glass", "port", priority=1.3)
    for a in (30, 150, 270):
        fin = f.child((0, 8.0, 0), ry(a))
        s.plate(fin, [(4.0, 6.4), (11.4, -1.0), (11.4, -7.4), (5.0, -2.0)], 0.9, "paint2", f"fin{a}")
    s.drum(f, (0, 3.4, 0), (0, 6.0, 0), 4.6, 3.6, "dark", "nozzle")
    flick = 2.0 * math.sin(2 * TAU * m.t)
    s.limb(f, (0, 2.4, 0), (0, -5.6 - flick, 0), 3.4, 0.6, "fire", "flame", "flame", 1.0)
    s.limb(f, (0, 2.6, 0.9), (0, -2.0 - flick, 0.9), 1.9, 0.4, "spark", "core", priority=1.5)


def saucer(s: Scene, f: Frame, m: Motion) -> None:
    s.ball(f, (0, 8.0, 0), (16.0, 4.2, 16.0), "paint", "disc", decals=[Decal("paint2", y=(-9.0, -0.6))])
    s.ball(f, (0, 10.8, 0), (7.4, 7.0, 7.4), "glass", "dome", clip=(0.0, -1.0, 0.0, 0.0))
    s.ball(f, (0, 12.6, 0), (3.0, 3.2, 3.0), "accent", "pilot")
    for i in range(8):
        a = TAU * (i / 8 + 0.125 * m.t)
        s.ball(
            f, (13.2 * math.sin(a), 7.0, 13.2 * math.cos(a)), 1.4, "glow" if (i + int(8 * m.t)) % 2 else "gold", f"light{i}", priority=1.5
        )
    s.drum(f, (0, 2.4, 0), (0, 4.8, 0), 4.0, 6.0, "dark", "base")


def fighter(s: Scene, f: Frame, m: Motion) -> None:
    s.limb(f, (0, 8.0, -8.0), (0, 8.0, 14.0), 4.2, 1.3, "paint", "hull", facing=(0, 1, 0), decals=[Decal("paint2", y=(10.0, 14.0))])
    s.ball(f, (0, 10.4, 2.4), (2.2, 2.2, 4.6), "glass", "canopy")
    for side in _SIDES:
        w = f.child((side * 2.6, 7.6, -4.0), rz(side * -4))
        outline = [(0, 6.4), (side * 12.4, -4.0), (side * 13.4, -8.4), (0, -4.6)]
        s.plate(
            w, outline, 0.8, "paint", f"wing{side}", turn=rx(90), decals=[Decal("paint2", x=(-30.0, -9.0)), Decal("paint2", x=(9.0, 30.0))]
        )
        s.limb(f, (side * 13.4, 7.0, -10.0), (side * 13.4, 7.0, 3.4), 1.2, 0.8, "metal", f"gun{side}", priority=1.2)
        s.drum(f, (side * 3.4, 8.0, -12.6), (side * 3.4, 8.0, -8.0), 2.6, 2.4, "dark", f"engine{side}")
        s.limb(
            f,
            (side * 3.4, 8.0, -12.8),
            (side * 3.4, 8.0, -18.0 - 1.6 * math.sin(2 * TAU * m.t)),
            1.9,
            0.4,
            "fire",
            f"flame{side}",
            priority=1.2,
        )
        if m.flash > 0.5:
            s.limb(f, (side * 13.4, 7.0, 7.0), (side * 13.4, 7.0, 12.0), 0.9, 0.9, "glow", f"shot{side}", priority=1.6)


def helicopter(s: Scene, f: Frame, m: Motion) -> None:
    s.ball(f, (0, 9.0, 2.0), (6.0, 6.4, 8.0), "paint", "hull", "hull", 1.2, decals=[Decal("glass", y=(-1.0, 4.6), z=(3.0, 30.0))])
    s.limb(f, (0, 10.4, -4.0), (0, 12.0, -18.0), 3.0, 1.1, "paint", "boom", "hull", 1.6, facing=(0, 1, 0))
    s.plate(f, [(1.6, 0), (-2.0, 6.0), (-4.0, 6.0), (-2.6, 0)], 0.6, "paint2", "rudder", at=(0, 12.0, -17.0), turn=ry(-90))
    s.drum(f, (0, 15.0, 1.0), (0, 17.8, 1.0), 1.3, 1.0, "dark", "mast", priority=1.3)
    for k in range(2):
        a = math.pi * (2 * m.t + k / 2)
        s.limb(
            f,
            (-16 * math.cos(a), 18.2, 1 - 16 * math.sin(a)),
            (16 * math.cos(a), 18.2, 1 + 16 * math.sin(a)),
            0.9,
            0.9,
            "dark",
            "rotor",
            priority=1.6,
        )
    for side in _SIDES:
        s.limb(f, (side * 4.6, 0.8, -4.0), (side * 4.6, 0.8, 8.0), 0.8, 0.8, "metal", f"skid{side}", priority=1.5)
        for z in (-1.0, 5.0):
            s.limb(f, (side * 4.6, 0.8, z), (side * 3.0, 4.4, z), 0.6, 0.6, "metal", f"strut{side}", priority=1.6)


def balloon(s: Scene, f: Frame, m: Motion) -> None:
    s.ball(f, (0, 28.0, 0), (12.4, 13.4, 12.4), "paint", "bag", "bag", 1.5, decals=[bands("paint2", 8.2, 0.5, 4.0, axis=0)])
    s.limb(f, (0, 20.0, 0), (0, 11.6, 0), 8.0, 2.6, "paint", "bag", "bag", 1.5, decals=[bands("paint2", 8.2, 0.5, 4.0, axis=0)])
    for x, z in ((-3, 3), (3, 3), (-3, -3), (3, -3)):
        s.limb(f, (x, 4.6, z), (x * 0.9, 11.6, z * 0.9), 0.45, 0.45, "dark", "rope", priority=1.8)
    s.block(f, (0, 2.4, 0), (4.0, 2.8, 4.0), 0.6, "deck", "basket", decals=[bands("metal", 1.8, 0.3), Decal("gold", y=(1.9, 4.0))])
