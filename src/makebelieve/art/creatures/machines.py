"""Robots that are no bipeds, and vehicles: drones, mechs, cars, tanks, ships, planes, rockets, saucers, trains."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makebelieve.art.creatures.gait import TAU, Motion
from makebelieve.art.raster.frames import WORLD, Frame, add, rx, ry, rz, two_bones
from makebelieve.art.raster.scene import Decal, Scene, bands, star

_SIDES: Final = (-1, 1)


@dataclass(frozen=True, slots=True)
class Machine:
    """What it is; colours come from the materials paint, paint2, metal, dark, glass, glow."""

    kind: str = "drone"
    """drone, mech, turret, car, truck, bus, tank, train, motorbike, ship, sailboat, rowboat, submarine, plane, rocket, saucer, fighter,
    helicopter, balloon, cart, rover, bicycle, tractor, bulldozer, jet"""
    roof: str = "none"
    """What cars, trucks and buses carry: none, sign (taxi), siren (police), cross (ambulance), ladder (fire engine)."""


def build(v: Machine, m: Motion, names: Mapping[str, int], snap: float = 1.0, clip: str = "idle") -> Scene:
    s = Scene(dict(names))
    rattle = round(0.4 * math.sin(2 * TAU * m.t) * snap) / snap if clip in ("walk", "run") else 0.0
    flies = v.kind in ("drone", "plane", "saucer", "fighter", "helicopter", "balloon", "rocket", "jet")
    swims = v.kind in ("ship", "sailboat", "rowboat", "submarine")
    hover = 0.0
    if flies and not m.fall:
        hover = 7.0 + round(1.4 * math.sin(TAU * m.t) * snap) / snap
    if v.kind == "rocket":
        hover = 5.0
    roll = 3.0 * math.sin(TAU * m.t) if swims else 0.0
    body = Frame((0, hover + rattle + (m.lift if m.lift > 1 else 0), m.lunge)).child(
        (0, 0, 0), rx(0.4 * m.pitch + (6 if flies and clip == "run" and v.kind != "rocket" else 0)), rz(0.3 * m.fall + roll)
    )
    {
        "drone": _drone, "mech": _mech, "turret": _turret, "car": _car, "truck": _truck, "bus": _bus, "tank": _tank, "train": _train,
        "motorbike": _motorbike, "ship": _ship, "sailboat": _sailboat, "rowboat": _rowboat, "submarine": _submarine, "plane": _plane, "rocket": _rocket,
        "saucer": _saucer, "fighter": _fighter, "helicopter": _helicopter, "balloon": _balloon, "cart": _cart, "rover": _rover,
        "bicycle": _bicycle, "tractor": _tractor, "bulldozer": _bulldozer, "jet": _jet,
    }[v.kind](s, body, m)  # fmt: skip
    if v.roof != "none":
        _on_roof(s, body, v)
    return s


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


def _car(s: Scene, f: Frame, m: Motion) -> None:
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


def _truck(s: Scene, f: Frame, m: Motion) -> None:
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


def _bus(s: Scene, f: Frame, m: Motion) -> None:
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


def _on_roof(s: Scene, f: Frame, v: Machine) -> None:
    """Signs, sirens, crosses and ladders."""
    high, z = (15.4, -1.6) if v.kind == "car" else (16.0, 9.6)
    if v.roof == "sign":
        s.block(f, (0, high + 1.4, z), (3.4, 1.7, 1.4), 0.5, "glow", "sign", decals=[Decal("dark", y=(-0.6, 0.6))], priority=1.3)
        s.block(f, (0, 7.2, 0), (7.7, 0.9, 12.0), 0.3, "dark", "stripe", decals=[bands("white", 3.0, 0.5, axis=2)], priority=1.1)
        return
    s.block(f, (0, high + 0.6, z), (5.0, 0.7, 1.4), 0.3, "dark", "bar")
    s.ball(f, (2.8, high + 1.7, z), (2.2, 1.5, 1.5), "siren", "lampl", priority=1.5)
    s.ball(f, (-2.8, high + 1.7, z), (2.2, 1.5, 1.5), "siren2", "lampr", priority=1.5)
    if v.roof == "cross":
        for side in _SIDES:
            s.block(f, (side * 8.4, 14.6, -5.4), (0.4, 3.6, 1.3), 0.1, "siren", f"cross{side}", priority=1.3)
            s.block(f, (side * 8.4, 14.6, -5.4), (0.4, 1.3, 3.6), 0.1, "siren", f"crossbar{side}", priority=1.3)
    elif v.roof == "ladder":
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


def _bicycle(s: Scene, f: Frame, m: Motion) -> None:
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


def _tractor(s: Scene, f: Frame, m: Motion) -> None:
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


def _bulldozer(s: Scene, f: Frame, m: Motion) -> None:
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


def _jet(s: Scene, f: Frame, m: Motion) -> None:
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


def _tank(s: Scene, f: Frame, m: Motion) -> None:
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


def _train(s: Scene, f: Frame, m: Motion) -> None:
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


def _motorbike(s: Scene, f: Frame, m: Motion) -> None:
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


def _cart(s: Scene, f: Frame, m: Motion) -> None:
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


def _rover(s: Scene, f: Frame, m: Motion) -> None:
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


def _ship(s: Scene, f: Frame, m: Motion) -> None:
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


def _sailboat(s: Scene, f: Frame, m: Motion) -> None:
    _hull(s, f, 6.4, 10.0, 6.0)
    s.limb(f, (0, 6.0, 1.0), (0, 34.0, 1.0), 0.95, 0.6, "paint2", "mast", priority=1.7)
    s.web(f, (0.4, 33.0, 0.4), (0.4 + 0.8 * math.sin(TAU * m.t), 9.6, -13.0), (0.4, 9.6, 0.2), 0.6, "sail", "main")
    s.web(f, (0.4, 30.0, 1.8), (0.2, 9.0, 12.4), (0.6 + 0.8 * math.sin(TAU * m.t), 9.6, 2.0), 0.6, "accent", "jib")


def _rowboat(s: Scene, f: Frame, m: Motion) -> None:
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


def _submarine(s: Scene, f: Frame, m: Motion) -> None:
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


def _plane(s: Scene, f: Frame, m: Motion) -> None:
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


def _rocket(s: Scene, f: Frame, m: Motion) -> None:
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


def _saucer(s: Scene, f: Frame, m: Motion) -> None:
    s.ball(f, (0, 8.0, 0), (16.0, 4.2, 16.0), "paint", "disc", decals=[Decal("paint2", y=(-9.0, -0.6))])
    s.ball(f, (0, 10.8, 0), (7.4, 7.0, 7.4), "glass", "dome", clip=(0.0, -1.0, 0.0, 0.0))
    s.ball(f, (0, 12.6, 0), (3.0, 3.2, 3.0), "accent", "pilot")
    for i in range(8):
        a = TAU * (i / 8 + 0.125 * m.t)
        s.ball(
            f, (13.2 * math.sin(a), 7.0, 13.2 * math.cos(a)), 1.4, "glow" if (i + int(8 * m.t)) % 2 else "gold", f"light{i}", priority=1.5
        )
    s.drum(f, (0, 2.4, 0), (0, 4.8, 0), 4.0, 6.0, "dark", "base")


def _fighter(s: Scene, f: Frame, m: Motion) -> None:
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


def _helicopter(s: Scene, f: Frame, m: Motion) -> None:
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


def _balloon(s: Scene, f: Frame, m: Motion) -> None:
    s.ball(f, (0, 28.0, 0), (12.4, 13.4, 12.4), "paint", "bag", "bag", 1.5, decals=[bands("paint2", 8.2, 0.5, 4.0, axis=0)])
    s.limb(f, (0, 20.0, 0), (0, 11.6, 0), 8.0, 2.6, "paint", "bag", "bag", 1.5, decals=[bands("paint2", 8.2, 0.5, 4.0, axis=0)])
    for x, z in ((-3, 3), (3, 3), (-3, -3), (3, -3)):
        s.limb(f, (x, 4.6, z), (x * 0.9, 11.6, z * 0.9), 0.45, 0.45, "dark", "rope", priority=1.8)
    s.block(f, (0, 2.4, 0), (4.0, 2.8, 4.0), 0.6, "deck", "basket", decals=[bands("metal", 1.8, 0.3), Decal("gold", y=(1.9, 4.0))])


def _drone(s: Scene, f: Frame, m: Motion) -> None:
    c = f.child((0, 8.0, 0))
    s.ball(
        c,
        (0, 0, 0),
        (8.6, 8.0, 8.4),
        "paint",
        "hull",
        decals=[Decal("paint2", y=(-9.0, -2.0)), Decal("dark", x=(-5.2, 5.2), y=(-2.6, 3.6), z=(2.0, 20.0))],
    )
    s.ball(c, (0, 0.5, 7.4), (3.4, 3.4, 2.0), "glow", "eye", priority=1.2)
    s.stamp(c, (-0.9, 1.6, 9.4), (0, 0.1, 1), (1.8, 1.8), "glint", {"w": "white"}, ("eye",), 0.2)
    for side in _SIDES:
        s.limb(c, (side * 7.0, 2.0, 0), (side * 12.4, 4.4, 0), 1.2, 1.2, "metal", f"arm{side}", priority=1.2)
        s.drum(c, (side * 12.4, 4.0, 0), (side * 12.4, 6.4, 0), 1.8, 1.6, "dark", f"motor{side}")
        s.ball(
            c,
            (side * 12.4, 7.0, 0),
            (5.6 + 0.8 * math.cos(2 * TAU * m.t + side), 0.6, 1.6),
            "metal",
            f"rotor{side}",
            turn=ry(90 * math.sin(TAU * m.t)),
        )
    s.limb(c, (0, 7.4, -1.0), (0, 11.6, -1.6), 0.7, 0.6, "metal", "aerial", priority=1.5)
    s.ball(c, (0, 12.4, -1.6), 1.3, "accent", "bulb", priority=1.3)


def _turret(s: Scene, f: Frame, m: Motion) -> None:
    s.drum(f, (0, 0, 0), (0, 4.4, 0), 9.0, 7.6, "metal", "base", rounding=0.6)
    s.drum(f, (0, 4.4, 0), (0, 9.0, 0), 5.0, 5.4, "dark", "neck", rounding=0.4)
    s.ball(f, (0, 13.0, 0), (8.0, 6.4, 7.6), "paint", "dome", decals=[Decal("paint2", y=(-9.0, -1.0))])
    for side in _SIDES:
        s.limb(
            f, (side * 3.4, 13.4, 4.0 - 2 * m.flash), (side * 3.4, 13.8, 17.0 - 2 * m.flash), 1.5, 1.4, "metal", f"gun{side}", priority=1.3
        )
        s.drum(
            f,
            (side * 3.4, 13.8, 15.0 - 2 * m.flash),
            (side * 3.4, 13.8, 18.0 - 2 * m.flash),
            1.9,
            1.9,
            "dark",
            f"muzzle{side}",
            priority=1.3,
        )
        if m.flash > 0.5:
            s.ball(f, (side * 3.4, 13.8, 19.6), 2.4, "fire", f"flash{side}", priority=1.4)
    s.ball(f, (0, 15.6, 6.2), (2.2, 2.0, 1.6), "glow", "eye", priority=1.3)


def _mech(s: Scene, f: Frame, m: Motion) -> None:
    body = f.child((0, 17.0 + 0.8 * math.sin(2 * TAU * m.t), 0))
    s.block(
        body,
        (0, 5.0, 0),
        (8.6, 6.6, 7.0),
        2.0,
        "paint",
        "hull",
        decals=[Decal("paint2", y=(-9.0, -2.4)), Decal("dark", x=(-6.4, 6.4), y=(0.6, 4.4), z=(3.0, 20.0))],
    )
    s.ball(body, (0, 7.6, 6.4), (4.8, 1.8, 1.6), "glow", "visor", priority=1.2)
    s.limb(body, (4.0, 11.4, -3.0), (5.0, 17.4, -4.0), 0.7, 0.5, "metal", "aerial", priority=1.5)
    for side, name in ((1, "L"), (-1, "R")):
        s.ball(body, (side * 11.0, 7.0, 0), (3.8, 4.0, 4.2), "paint", f"paul{side}", decals=[Decal("paint2", y=(-9.0, -1.0))])
        swing = 14 * math.cos(TAU * m.t) * side - 40 * m.flash * (side < 0)
        arm = body.child((side * 11.6, 5.0, 0), rx(swing))
        s.limb(arm, (0, 0, 0), (0, -6.0, 1.6), 2.2, 2.4, "metal", f"arm{side}")
        s.block(arm, (0, -8.4, 3.4), (2.8, 3.0, 4.2), 1.0, "paint", f"fist{side}")
        s.drum(arm, (0, -8.4, 7.4), (0, -8.4, 10.4), 1.6, 1.8, "dark", f"bore{side}", priority=1.2)
        if m.flash > 0.5 and side < 0:
            s.ball(arm, (0, -8.4, 12.6), 2.8, "fire", "flash", priority=1.3)
        z, y, pitch = m.feet[name + "H"]
        hip = body.point((side * 5.0, -2.0, 0))
        foot = (side * 5.6, 2.6 + y, z)
        knee, end = two_bones(hip, foot, 7.4, 7.4, (0.0, 0.0, -1.0 if False else 1.0))
        s.limb(WORLD, hip, knee, 3.2, 2.8, "metal", f"thigh{side}", limb=0.14)
        s.limb(WORLD, knee, end, 3.0, 2.6, "paint", f"shin{side}", limb=0.14)
        sole = Frame(add(end, (0.0, 0.0, 0.0))).child((0, 0, 0), rx(0.6 * pitch))
        s.block(sole, (0, -0.6, 1.2), (3.4, 2.0, 4.6), 0.9, "paint2", f"foot{side}", limb=0.1)
