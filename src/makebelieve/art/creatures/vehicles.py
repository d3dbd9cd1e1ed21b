"""Vehicles on wheels, tracks and rails."""

from __future__ import annotations

import math
from typing import Final

from makebelieve.art.creatures.gait import TAU, Motion
from makebelieve.art.raster.frames import Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, star

_SIDES: Final = (-1, 1)


def _wheels(s: Scene, f: Frame, m: Motion, xs: float, zs: tuple[float, ...], r: float, wide: float = 1.8) -> None:
    for side in _SIDES:
        for i, z in enumerate(zs):
            at = (side * xs, r, z)
            s.drum(f, (at[0] - wide, r, z), (at[0] + wide, r, z), r, r, "dark", f"wheel{side}{i}", rounding=0.7)
            s.drum(
                f,
                (at[0] + side * (wide - 0.5), r, z),
                (at[0] + side * (wide + 0.5), r, z),
                r * 0.55,
                r * 0.5,
                "metal",
                f"hub{side}{i}",
                rounding=0.2,
            )
            for k in range(3):
                a = TAU * (m.t + k / 3)
                s.ball(
                    f,
                    (at[0] + side * (wide + 0.4), r + r * 0.3 * math.sin(a), z + r * 0.3 * math.cos(a)),
                    0.55,
                    "dark",
                    f"nut{side}{i}",
                    priority=1.3,
                )


def _lamps(s: Scene, f: Frame, x: float, y: float, z: float, r: float = 1.5) -> None:
    for side in _SIDES:
        s.ball(f, (side * x, y, z), (r, r, 0.8), "glow", f"lamp{side}", priority=1.5)


def car(s: Scene, f: Frame, m: Motion) -> None:
    s.block(f, (0, 6.6, 0), (7.4, 3.4, 14.0), 2.2, "paint", "body", "body", 1.0, decals=[Decal("paint2", y=(-1.0, 0.4))])
    s.block(f, (0, 7.8, 9.0), (6.8, 2.4, 5.0), 2.0, "paint", "body", "body", 1.4)
    s.block(
        f,
        (0, 11.8, -1.6),
        (6.0, 3.6, 6.6),
        2.2,
        "paint",
        "cabin",
        decals=[
            Decal("glass", y=(-2.0, 2.2), x=(-4.6, 4.6), z=(3.0, 20)),
            Decal("glass", y=(-2.0, 2.2), x=(-4.6, 4.6), z=(-20, -3.0)),
            Decal("glass", y=(-2.0, 2.2), z=(-5.0, -0.8)),
            Decal("glass", y=(-2.0, 2.2), z=(0.4, 4.6)),
        ],
    )
    s.block(f, (0, 4.6, 14.2), (6.6, 1.0, 0.9), 0.5, "metal", "bumper", priority=1.2)
    _wheels(s, f, m, 6.6, (-8.2, 8.4), 3.9)
    _lamps(s, f, 5.0, 7.4, 13.9)


def truck(s: Scene, f: Frame, m: Motion) -> None:
    s.block(f, (0, 12.0, -5.4), (8.2, 8.0, 10.6), 1.0, "paint2", "load", decals=[bands("paint", 99, 0.02), Decal("paint", y=(-1.4, 1.4))])
    s.block(
        f,
        (0, 9.4, 10.4),
        (7.4, 6.0, 5.0),
        1.8,
        "paint",
        "cab",
        decals=[Decal("glass", y=(0.4, 4.2), x=(-5.8, 5.8), z=(2.0, 20)), Decal("glass", y=(0.4, 4.2), z=(-1.8, 3.2))],
    )
    s.block(f, (0, 4.6, 15.4), (7.2, 1.2, 0.9), 0.4, "metal", "bumper", priority=1.2)
    _wheels(s, f, m, 7.0, (-11.0, -4.0, 10.0), 3.9)
    _lamps(s, f, 5.4, 6.8, 15.4)


def bus(s: Scene, f: Frame, m: Motion) -> None:
    s.block(
        f,
        (0, 12.0, 0),
        (8.0, 8.6, 16.0),
        2.2,
        "paint",
        "body",
        decals=[
            Decal("glass", y=(0.8, 5.6), z=(-14.0, -9.6)),
            Decal("glass", y=(0.8, 5.6), z=(-8.0, -3.6)),
            Decal("glass", y=(0.8, 5.6), z=(-2.0, 2.4)),
            Decal("glass", y=(0.8, 5.6), z=(4.0, 8.4)),
            Decal("glass", y=(-1.0, 5.6), x=(-6.0, 6.0), z=(14.0, 20)),
            Decal("paint2", y=(-3.4, -1.8)),
        ],
    )
    _wheels(s, f, m, 7.0, (-9.4, 9.4), 3.8)
    _lamps(s, f, 5.6, 6.6, 16.0)


def on_roof(s: Scene, f: Frame, kind: str, roof: str) -> None:
    """Signs, sirens, crosses and ladders."""
    high, z = (15.4, -1.6) if kind == "car" else (16.0, 9.6)
    if roof == "sign":
        s.block(f, (0, high + 1.4, z), (3.4, 1.7, 1.4), 0.5, "glow", "sign", decals=[Decal("dark", y=(-0.6, 0.6))], priority=1.3)
        s.block(f, (0, 7.2, 0), (7.7, 0.9, 12.0), 0.3, "dark", "stripe", decals=[bands("white", 3.0, 0.5, axis=2)], priority=1.1)
        return
    s.block(f, (0, high + 0.6, z), (5.0, 0.7, 1.4), 0.3, "dark", "bar")
    s.ball(f, (2.8, high + 1.7, z), (2.2, 1.5, 1.5), "siren", "lampl", priority=1.5)
    s.ball(f, (-2.8, high + 1.7, z), (2.2, 1.5, 1.5), "siren2", "lampr", priority=1.5)
    if roof == "cross":
        for side in _SIDES:
            s.block(f, (side * 8.4, 14.6, -5.4), (0.4, 3.6, 1.3), 0.1, "siren", f"cross{side}", priority=1.3)
            s.block(f, (side * 8.4, 14.6, -5.4), (0.4, 1.3, 3.6), 0.1, "siren", f"crossbar{side}", priority=1.3)
    elif roof == "ladder":
        for side in _SIDES:
            s.limb(f, (side * 2.6, 20.8, -15.4), (side * 2.6, 23.0, 8.0), 0.9, 0.9, "metal", f"rail{side}", priority=1.3)
        for k in range(6):
            s.limb(
                f,
                (-2.6, 21.0 + 0.38 * k, -13.6 + 4.0 * k),
                (2.6, 21.0 + 0.38 * k, -13.6 + 4.0 * k),
                0.7,
                0.7,
                "metal",
                f"rung{k}",
                priority=1.3,
            )


def bicycle(s: Scene, f: Frame, m: Motion) -> None:
    for z in (-9.6, 9.6):
        s.ring(f, (0, 6.4, z), 5.8, 0.8, "dark", f"tyre{z}", turn=rz(90), priority=1.4)
        s.ball(f, (0, 6.4, z), 1.1, "metal", f"hub{z}", priority=1.5)
        for k in range(3):
            a = math.pi * (2 * m.t + k / 3)
            y, far = 5.4 * math.sin(a), 5.4 * math.cos(a)
            s.limb(f, (0, 6.4 - y, z - far), (0, 6.4 + y, z + far), 0.3, 0.3, "metal", f"spoke{z}{k}", priority=0.8)
    crank, seat, head = (0.0, 6.0, -1.0), (0.0, 15.0, -4.4), (0.0, 15.4, 6.4)
    for i, (start, end) in enumerate(((crank, seat), (crank, head), (seat, head), (crank, (0.0, 6.4, -9.6)), (seat, (0.0, 6.4, -9.6)))):
        s.limb(f, start, end, 0.9, 0.9, "paint", f"tube{i}", "frame", 0.3, priority=1.5)
    s.limb(f, (0, 18.4, 5.6), (0, 6.4, 9.6), 0.9, 0.9, "metal", "fork", priority=1.5)
    s.limb(f, (-4.6, 18.8, 5.0), (4.6, 18.8, 5.0), 0.8, 0.8, "dark", "bars", priority=1.6)
    s.limb(f, (0, 16.6, -6.4), (0, 16.8, -2.6), 1.7, 1.0, "dark", "saddle", priority=1.5)
    s.drum(f, (-1.0, 6.0, -1.0), (1.0, 6.0, -1.0), 2.0, 2.0, "metal", "crank", priority=1.4)


def tractor(s: Scene, f: Frame, m: Motion) -> None:
    s.block(f, (0, 9.6, 6.0), (4.4, 3.8, 8.0), 1.2, "paint", "hood", decals=[Decal("dark", x=(-3, 3), y=(-2.4, 2.0), z=(7.0, 9.0))])
    s.block(f, (0, 9.0, -6.0), (5.6, 3.0, 5.4), 0.8, "paint", "body")
    for x in _SIDES:
        for z in (-9.4, -1.4):
            s.limb(f, (x * 4.6, 11.0, z), (x * 4.6, 21.0, z), 0.8, 0.8, "dark", f"post{x}{z}", priority=1.3)
    s.block(f, (0, 16.0, -5.4), (4.2, 4.4, 3.8), 0.4, "glass", "cabin")
    s.block(f, (0, 21.8, -5.4), (6.2, 0.9, 5.6), 0.6, "paint", "roof")
    s.limb(f, (2.4, 13.0, 8.0), (2.4, 20.0, 8.0), 0.9, 1.0, "dark", "exhaust", priority=1.5)
    _wheels(s, f, m, 7.4, (-7.0,), 7.0, 2.2)
    for x in _SIDES:
        s.drum(f, (x * 4.6, 3.6, 10.0), (x * 7.4, 3.6, 10.0), 3.6, 3.6, "dark", f"front{x}", rounding=0.7)
        s.drum(f, (x * 7.0, 3.6, 10.0), (x * 7.8, 3.6, 10.0), 1.9, 1.8, "metal", f"fronthub{x}", rounding=0.2)
    _lamps(s, f, 3.0, 11.4, 14.0, 1.2)


def bulldozer(s: Scene, f: Frame, m: Motion) -> None:
    for side in _SIDES:
        s.limb(f, (side * 6.6, 4.0, -9.0), (side * 6.6, 4.0, 7.0), 4.0, 4.0, "dark", f"track{side}", flat=(0.7, 1.0))
        for k in range(4):
            s.drum(f, (side * 8.6, 4.0, -8.0 + 4.8 * k), (side * 9.8, 4.0, -8.0 + 4.8 * k), 1.9, 1.9, "metal", f"roller{side}{k}")
    s.block(
        f, (0, 10.0, 1.4), (5.0, 3.8, 7.6), 1.0, "paint", "hood", decals=[bands("dark", 2.0, 0.3, axis=2, y=(-1.0, 2.0), z=(-2.0, 5.0))]
    )
    s.block(
        f,
        (0, 14.6, -6.4),
        (5.4, 6.0, 4.4),
        0.8,
        "paint",
        "cab",
        decals=[Decal("glass", y=(-1.0, 4.0), x=(-4.2, 4.2)), Decal("glass", y=(-1.0, 4.0), z=(-3.0, 3.0))],
    )
    s.limb(f, (2.4, 13.0, 4.4), (2.4, 19.0, 4.4), 0.9, 1.0, "dark", "exhaust", priority=1.5)
    for side in _SIDES:
        s.limb(f, (side * 8.6, 4.6, 0.0), (side * 7.4, 4.6, 13.0), 1.1, 1.1, "paint", f"arm{side}", priority=1.2)
    s.block(f, (0, 5.6, 14.4), (11.0, 5.4, 1.1), 0.8, "metal", "blade", decals=[Decal("dark", y=(-6, -4.2))])


def tank(s: Scene, f: Frame, m: Motion) -> None:
    for side in _SIDES:
        s.limb(
            f,
            (side * 8.0, 4.2, -11.0),
            (side * 8.0, 4.2, 11.0),
            4.2,
            4.2,
            "dark",
            f"track{side}",
            flat=(0.62, 1.0),
            decals=[bands("metal", 2.8, 0.4, 2.8 * m.t)],
        )
    s.block(f, (0, 8.0, 0), (7.6, 3.2, 12.4), 1.4, "paint", "hull", decals=[Decal("paint2", z=(-6.0, -2.0))])
    recoil = -2.0 * m.flash
    s.drum(f, (0, 10.6, -1.0), (0, 15.6, -1.0), 6.8, 5.4, "paint", "turret", rounding=1.2)
    s.limb(f, (0, 13.2, 4.0 + recoil), (0, 13.8, 17.0 + recoil), 1.5, 1.4, "metal", "gun", priority=1.3)
    s.drum(f, (0, 13.8, 16.0 + recoil), (0, 13.9, 19.0 + recoil), 2.0, 2.0, "dark", "muzzle", priority=1.3)
    s.drum(f, (0, 15.6, -2.6), (0, 17.2, -2.6), 2.8, 2.4, "paint2", "hatch", rounding=0.4)
    s.plate(f, star(5, 2.6, 1.2), 0.5, "white", "star", at=(5.2, 12.8, -1.0), turn=ry(90), priority=1.4)
    if m.flash > 0.5:
        s.ball(f, (0, 14.0, 21.0), 3.4, "fire", "flash", priority=1.3)


def train(s: Scene, f: Frame, m: Motion) -> None:
    s.drum(f, (0, 10.4, -2.0), (0, 10.4, 14.0), 6.0, 6.0, "paint", "boiler", rounding=1.0, decals=[bands("gold", 5.4, 0.14)])
    s.block(f, (0, 12.6, -8.0), (7.2, 9.4, 6.0), 0.8, "paint2", "cab", decals=[Decal("glass", y=(1.6, 6.0), z=(-3.6, 3.6))])
    s.block(f, (0, 22.0, -8.0), (8.4, 1.0, 7.2), 0.6, "dark", "roof")
    s.drum(f, (0, 15.0, 9.6), (0, 22.6, 9.6), 1.9, 3.0, "dark", "chimney", rounding=0.4)
    s.ball(f, (0, 16.4, 3.0), 2.4, "gold", "dome")
    s.block(f, (0, 4.4, 0), (6.0, 1.6, 14.6), 0.5, "dark", "frame")
    s.plate(f, [(-6, 0), (6, 0), (4, 4.4), (-4, 4.4)], 1.8, "metal", "fender", at=(0, 1.0, 15.6))
    s.ball(f, (0, 12.4, 14.4), (2.0, 2.0, 1.0), "glow", "lamp", priority=1.4)
    _wheels(s, f, m, 6.2, (-9.6, -2.0, 4.4, 10.8), 3.5, 1.2)
    for i in range(3):
        p = (m.t + i / 3) % 1.0
        s.ball(f, (0, 24.6 + 5 * p, 9.6 - 9 * p), 1.8 + 2.4 * p, "white", f"steam{i}")


def motorbike(s: Scene, f: Frame, m: Motion) -> None:
    for z in (-8.6, 9.0):
        s.ring(f, (0, 5.2, z), 4.0, 1.3, "dark", f"tyre{z}", turn=rz(90))
        s.drum(f, (-0.8, 5.2, z), (0.8, 5.2, z), 1.6, 1.6, "metal", f"hub{z}")
        for k in range(2):
            a = math.pi * (2 * m.t + k / 2)
            s.limb(
                f,
                (0, 5.2 - 3.4 * math.sin(a), z - 3.4 * math.cos(a)),
                (0, 5.2 + 3.4 * math.sin(a), z + 3.4 * math.cos(a)),
                0.4,
                0.4,
                "metal",
                f"spoke{z}",
                priority=1.4,
            )
    s.block(f, (0, 6.4, 0), (2.2, 2.6, 4.0), 1.0, "metal", "engine", decals=[bands("dark", 1.6, 0.4)])
    s.limb(f, (0, 10.2, -1.0), (0, 10.8, 4.0), 2.6, 2.2, "paint", "tank")
    s.limb(f, (0, 10.0, -2.0), (0, 11.0, -8.0), 1.9, 1.5, "dark", "seat")
    s.limb(f, (0, 5.2, 9.0), (0, 13.4, 5.0), 0.9, 0.9, "metal", "fork", priority=1.3)
    s.limb(f, (-4.6, 14.4, 3.6), (4.6, 14.4, 3.6), 0.8, 0.8, "metal", "bars", priority=1.5)
    s.ball(f, (0, 12.0, 7.0), 1.9, "glow", "lamp", priority=1.3)
    s.limb(f, (1.8, 4.2, 0), (2.2, 5.0, -11.0), 0.9, 1.2, "metal", "pipe", priority=1.2)


def cart(s: Scene, f: Frame, m: Motion) -> None:
    s.block(
        f,
        (0, 9.0, 0),
        (8.0, 5.0, 10.0),
        0.8,
        "paint",
        "box",
        decals=[bands("paint2", 3.2, 0.2), Decal("metal", z=(-8.8, -7.2)), Decal("metal", z=(7.2, 8.8))],
    )
    s.ball(f, (0, 13.6, 0), (6.6, 3.0, 8.4), "gold", "load")
    _wheels(s, f, m, 7.4, (-6.4, 6.4), 3.8, 1.0)


def rover(s: Scene, f: Frame, m: Motion) -> None:
    s.block(f, (0, 9.4, 0), (7.6, 2.6, 11.0), 0.8, "paint", "deck", decals=[Decal("paint2", x=(-3.0, 3.0))])
    s.plate(
        f,
        [(-7.6, -5.6), (7.6, -5.6), (7.6, 5.6), (-7.6, 5.6)],
        0.5,
        "glass",
        "panel",
        at=(0, 13.4, -4.0),
        turn=rx(80),
        decals=[bands("dark", 3.2, 0.16, axis=0)],
    )
    s.limb(f, (0, 11.4, 6.0), (0, 18.6, 6.4), 1.0, 0.9, "metal", "mast", priority=1.3)
    s.block(f, (0, 20.0, 6.8), (3.4, 2.2, 2.4), 0.8, "paint", "head")
    for side in _SIDES:
        s.stamp(f, (side * 1.6, 20.0, 9.2), (0, 0, 1), (2.0, 2.0), "lens", {"c": "iris", "w": "white"}, ("head",), 0.2, side)
    _wheels(s, f, m, 8.2, (-8.8, 0, 8.8), 3.4, 1.5)
