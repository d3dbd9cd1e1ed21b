"""Robots that are no bipeds, and vehicles: drones, mechs, cars, tanks, ships, planes, rockets, saucers, trains."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makebelieve.art.creatures import vehicles, vessels
from makebelieve.art.creatures.gait import TAU, Motion
from makebelieve.art.raster.frames import WORLD, Frame, add, rx, ry, rz, two_bones
from makebelieve.art.raster.scene import Decal, Scene

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
        "drone": _drone, "mech": _mech, "turret": _turret, "car": vehicles.car, "truck": vehicles.truck, "bus": vehicles.bus, "tank": vehicles.tank, "train": vehicles.train,
        "motorbike": vehicles.motorbike, "ship": vessels.ship, "sailboat": vessels.sailboat, "rowboat": vessels.rowboat, "submarine": vessels.submarine, "plane": vessels.plane, "rocket": vessels.rocket,
        "saucer": vessels.saucer, "fighter": vessels.fighter, "helicopter": vessels.helicopter, "balloon": vessels.balloon, "cart": vehicles.cart, "rover": vehicles.rover,
        "bicycle": vehicles.bicycle, "tractor": vehicles.tractor, "bulldozer": vehicles.bulldozer, "jet": vessels.jet,
    }[v.kind](s, body, m)  # fmt: skip
    if v.roof != "none":
        vehicles.on_roof(s, body, v.kind, v.roof)
    return s


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
