"""The rig `amorphous`: slimes, ghosts, jellies, elementals, snails, walking mushrooms, mimics."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makebelieve.art.creatures.gait import TAU, Motion
from makebelieve.art.items.wares import biting_chest
from makebelieve.art.raster.frames import Frame, Vec, product, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES: Final = (-1, 1)
_FACE: Final = {"d": "pupil", "w": "white", "c": "iris"}


@dataclass(frozen=True, slots=True)
class Blob:
    """A soft body."""

    kind: str = "slime"
    """slime, ghost, jelly, flame, cloud, snail, germ, eyeball, cube, wisp, rockling, plantling, mushroom, mimic"""
    eyes: str = "eye"
    size: float = 1.0
    mouth: str = "mouth"
    """mouth, fangs, grin, line, none"""
    crown: str = "none"
    """none, crown, leaf, horn, antenna, bow"""
    inside: str = "none"
    """none, core, bubbles, bones"""


def build_blob(b: Blob, m: Motion, names: Mapping[str, int], snap: float = 1.0, clip: str = "idle") -> Scene:
    s = Scene(dict(names))
    builders = {
        "ghost": _ghost,
        "wisp": _flame,
        "jelly": _jelly,
        "flame": _flame,
        "cloud": _cloud,
        "snail": _snail,
        "germ": _germ,
        "eyeball": _eyeball,
        "cube": _cube,
        "rockling": _rockling,
        "plantling": _plantling,
        "mushroom": _mushroom,
        "mimic": _mimic,
    }
    builders.get(b.kind, _slime)(s, b, m, snap, clip)
    return s


def _hop(m: Motion, clip: str, snap: float) -> tuple[float, float]:
    """Height over the ground and squash of a body that hops along."""
    t = m.t % 1.0
    if clip in ("walk", "run"):
        high = 8.0 if clip == "walk" else 10.0
        u = (t - 0.16) / 0.50
        lift = high * 4 * u * (1 - u) if 0 < u < 1 else 0.0
        if t <= 0.16:
            squash = 1 - 0.24 * math.sin(0.75 * math.pi * t / 0.16)
        elif u < 1:
            squash = 1.02 + 0.20 * abs(1 - 2 * u)
        else:
            f = (t - 0.66) / 0.34
            squash = 1 - 0.30 * math.exp(-2.6 * f) * math.cos(1.25 * TAU * f)
        return round(lift * snap) / snap, squash
    return round((m.lift if m.lift > 1 else 0.0) * snap) / snap, m.squash


def _face(
    s: Scene,
    f: Frame,
    b: Blob,
    m: Motion,
    height: float,
    front: float,
    spread: float = 4.4,
    size: tuple[float, float] = (2.5, 4.0),
    parts: tuple[str, ...] = ("body",),
) -> None:
    kind = "line" if m.blink > 0.5 else b.eyes
    for side in _SIDES:
        s.stamp(f, (side * spread, height, front * 0.9), (side * 0.44, 0.12, 0.9), size, kind, _FACE, parts, 0.14, side)
    if b.mouth != "none":
        kind = b.mouth if m.jaw < 0.4 else "dot"
        wide = {"mouth": (3.6, 1.8), "fangs": (5.0, 2.4), "grin": (5.0, 2.2), "line": (3.0, 1.0)}[b.mouth] if m.jaw < 0.4 else (3.6, 3.6)
        s.stamp(f, (0, height - 4.0, front), (0, 0, 1), wide, kind, {"d": "pupil", "w": "white"}, parts, 0.4)


def _top(s: Scene, f: Frame, b: Blob, high: float) -> None:
    if b.crown == "crown":
        s.drum(f, (0, high - 1.6, 0), (0, high + 0.8, 0), 4.6, 4.8, "gold", "crown", rounding=0.3)
        for i in range(6):
            a = math.radians(60 * i)
            s.limb(
                f,
                (4.4 * math.sin(a), high + 0.6, 4.4 * math.cos(a)),
                (4.9 * math.sin(a), high + 4.0, 4.9 * math.cos(a)),
                1.3,
                0.4,
                "gold",
                "crown",
                priority=1.3,
            )
    elif b.crown == "leaf":
        s.limb(f, (0, high - 1.0, 0), (0, high + 2.4, 0), 0.9, 0.8, "leaf", "sprout", priority=1.4)
        for side in _SIDES:
            s.limb(f, (0, high + 2.4, 0), (side * 4.6, high + 4.6, 0.4), 0.8, 1.7, "leaf", f"leaf{side}", flat=(1.0, 0.5), priority=1.2)
    elif b.crown == "horn":
        for side in _SIDES:
            s.limb(f, (side * 4.4, high - 2.4, 1.0), (side * 6.4, high + 3.0, 1.2), 1.9, 0.3, "horn", f"horn{side}", priority=1.3)
    elif b.crown == "antenna":
        s.limb(f, (0, high - 1.0, 0), (1.4, high + 5.4, 0.6), 0.7, 0.6, "fur", "stalk", priority=1.5)
        s.ball(f, (1.5, high + 6.4, 0.6), 1.7, "glow", "bulb", priority=1.4)
    elif b.crown == "bow":
        for side in _SIDES:
            s.limb(f, (0, high, 0.6), (side * 4.4, high + 1.8, 0.6), 0.8, 2.5, "accent", "bow", flat=(1.0, 0.6), priority=1.2)
        s.ball(f, (0, high, 1.2), 1.3, "accent", "knot", priority=1.4)


def _slime(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    lift, squash = _hop(m, clip, snap)
    if m.fall:
        squash = m.squash
    wide = 1 / math.sqrt(max(0.3, squash))
    f = Frame((0, lift, m.lunge), rx(0.4 * m.pitch), b.size)
    high, half = 10.5 * squash, 13.0 * wide
    s.ball(f, (0, high * 0.86, 0), (half * 0.90, high * 0.98, half * 0.90), "fur", "body", "body", 7)
    s.ball(f, (0, high * 0.36, 0), (half, high * 0.52, half), "fur", "body", "body", 7)
    _face(s, f, b, m, high * 0.86, half * 0.93)
    s.stamp(f, (-half * 0.42, high * 1.44, half * 0.5), (-0.3, 0.6, 0.7), (2.2, 2.2), "glint", _FACE, ("body",), 0.2)
    _top(s, f, b, high * 1.84)


def _ghost(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    hover = 4.0 + round(1.6 * math.sin(TAU * m.t) * snap) / snap + (m.lift if m.lift > 1 else 0)
    if m.fall:
        hover = 2.0
    f = Frame((0, hover, m.lunge), rx(m.pitch + (14 if clip == "run" else 5 if clip == "walk" else 0)), b.size * (1 - 0.35 * m.fall / 90))
    s.ball(f, (0, 18.0, 0), (10.4, 10.6, 9.8), "fur", "body", "body", 3)
    s.drum(f, (0, 4.0, -1.0), (0, 18.0, 0), 10.6, 10.2, "fur", "body", "body", 3, rounding=2.0, flat=(1.0, 0.9))
    for i in range(6):
        a = TAU * i / 6
        sway = 1.6 * math.sin(TAU * m.t + 1.6 * i)
        s.limb(
            f,
            (7.6 * math.sin(a), 5.0, 6.6 * math.cos(a) - 1.0),
            (8.4 * math.sin(a) + sway, 0.2, 7.4 * math.cos(a) - 2.4),
            3.7,
            1.2,
            "fur",
            "body",
            "body",
            1.6,
        )
    for side in _SIDES:
        raised = 3.0 * m.wings
        s.limb(f, (side * 9.4, 14.0, 2.0), (side * 13.6, 12.0 + raised, 6.4), 2.7, 1.9, "fur", f"arm{side}", "body", 1.6)
    _face(s, f, b, m, 18.6, 9.4, 4.2, (3.0, 4.6))


def _jelly(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    beat = math.sin(TAU * m.t)
    hover = 13.0 + round(1.8 * beat * snap) / snap if not m.fall else 6.0
    f = Frame((0, hover, m.lunge), rx(m.pitch), b.size)
    wide = 1 + 0.08 * beat
    s.ball(
        f,
        (0, 6.0, 0),
        (12.4 * wide, 11.4 / wide, 12.0 * wide),
        "fur",
        "body",
        "body",
        2,
        clip=(0.0, -1.0, 0.0, 2.2),
        decals=[spots("mark", 6.0, 1.7)],
    )
    s.ring(f, (0, 3.8, 0), 10.8 * wide, 1.7, "accent", "hem", decals=[bands("fur", 4.0, 0.5, axis=0)])
    for i in range(7):
        a = TAU * i / 7
        x, z = 7.2 * math.sin(a), 7.2 * math.cos(a)
        last: Vec = (x, 3.6, z)
        for j in range(3):
            wave = 1.5 * math.sin(TAU * m.t - 1.1 * j + i)
            here = (x * (1 + 0.06 * j) + wave, 0.2 - 4.0 * j, z * (1 + 0.06 * j))
            s.limb(f, last, here, 1.25 - 0.2 * j, 1.05 - 0.2 * j, "accent" if i % 2 else "fur", f"arm{i}", f"arm{i}", 0.4, priority=1.3)
            last = here
    _face(s, f, b, m, 7.6, 11.6, 4.2, (2.3, 3.4))


def _flame(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    hover = (2.0 + round(1.0 * math.sin(TAU * m.t) * snap) / snap) if b.kind == "wisp" else 0.0
    f = Frame((0, hover + (m.lift if m.lift > 1 else 0), m.lunge), rx(0.5 * m.pitch), b.size * (1 - 0.6 * m.fall / 90))
    s.ball(f, (0, 9.4, 0), (10.0, 9.4, 9.4), "fur", "body", "body", 3)
    for i, (x, z, high) in enumerate(((0, 0, 31), (-5.6, 1.0, 23), (5.8, 1.4, 24.6), (-2.0, -4.0, 25), (3.4, -3.6, 22))):
        sway = 1.8 * math.sin(TAU * m.t + 1.9 * i)
        s.limb(f, (x, 12.0, z), (x * 1.1 + sway, high + 1.4 * math.sin(TAU * m.t + i), z - 1.0), 5.8, 0.6, "fur", "body", "body", 2.4)
    s.ball(f, (0, 8.0, 4.6), (6.6, 6.2, 5.8), "accent", "core", "core", 2)
    s.limb(f, (0, 10.0, 5.0), (0.6 * math.sin(TAU * m.t), 18.4, 4.6), 4.8, 0.6, "accent", "core", "core", 2)
    _face(s, f, b, m, 9.8, 10.2, 3.2, (2.2, 3.4), ("core", "body"))


def _cloud(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    hover = 12.0 + round(1.2 * math.sin(TAU * m.t) * snap) / snap
    f = Frame((0, hover, m.lunge), rx(0.3 * m.pitch), b.size)
    for x, y, z, r in (
        (0, 5.4, 0, 8.6),
        (-8.6, 2.6, 0, 6.4),
        (8.8, 2.8, 0.4, 6.6),
        (-3.8, 8.6, -1.6, 6.2),
        (4.6, 8.0, -1.4, 6.4),
        (-4, 1.4, 3, 6),
        (4, 1.4, 3, 6),
    ):
        s.ball(f, (x, y + 0.5 * math.sin(TAU * m.t + x), z), r, "fur", "body", "body", 1.8)
    _face(s, f, b, m, 5.0, 8.8, 3.8, (2.2, 3.4))


def _snail(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    stretch = 1 + 0.12 * math.sin(TAU * m.t) if clip != "idle" else 1.0
    f = Frame((0, 0, m.lunge), rx(0.0), b.size * (1 - 0.2 * m.fall / 90))
    s.limb(
        f,
        (0, 2.6, -10.0 * stretch),
        (0, 3.2, 8.0 * stretch),
        1.6,
        3.8,
        "fur",
        "body",
        "body",
        2,
        facing=(0, 1, 0),
        decals=[Decal("belly", z=(-30.0, -1.6))],
    )
    s.limb(f, (0, 3.6, 7.6 * stretch), (0, 10.4, 10.6 * stretch), 3.8, 3.4, "fur", "body", "body", 2)
    for side in _SIDES:
        tip = (side * 3.6, 17.6, 12.6 * stretch)
        s.limb(f, (side * 1.6, 12.4, 11.0 * stretch), tip, 1.0, 0.9, "fur", f"stalk{side}", priority=1.5)
        s.ball(f, tip, 1.9, "white", f"eye{side}", priority=1.3)
        s.stamp(f, (tip[0], tip[1], tip[2] + 1.6), (side * 0.2, 0, 0.95), (1.3, 1.6), "dot", _FACE, (f"eye{side}",), 0.1, side)
    if b.crown != "none" or b.inside != "none" or b.kind == "snail":
        shell = f.child((0, 10.4, -2.4), ry(0))
        s.ball(shell, (0, 0, 0), (5.6, 8.8, 8.8), "mark", "shell", decals=[bands("accent", 99, 0.02)])
        for i, (radius, r) in enumerate(((6.4, 1.2), (3.6, 1.0))):
            for side in _SIDES:
                s.ring(shell, (side * (3.4 + 1.1 * i), 0, 0), radius, r, "accent", f"spiral{side}{i}", turn=rz(90))
    s.stamp(f, (0, 9.0, 14.0 * stretch), (0, 0, 1), (2.6, 1.6), "mouth", _FACE, ("body",), 0.3)


def _germ(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    lift, squash = _hop(m, clip, snap)
    f = Frame(
        (0, 12.0 + lift + round(math.sin(TAU * m.t) * snap) / snap, m.lunge), rz(8 * math.sin(TAU * m.t)), b.size * (1 - 0.5 * m.fall / 90)
    )
    s.ball(f, (0, 0, 0), (9.6, 9.6 * squash, 9.6), "fur", "body", decals=[spots("mark", 6.4, 1.5)])
    for i in range(14):
        a, e = 2.39996 * i, math.asin(1 - 2 * (i + 0.5) / 14)
        x, y, z = math.cos(e) * math.sin(a), math.sin(e), math.cos(e) * math.cos(a)
        if z > 0.74:
            continue
        s.limb(f, (9.0 * x, 9.0 * y, 9.0 * z), (12.4 * x, 12.4 * y, 12.4 * z), 1.0, 0.9, "fur", f"spike{i}", priority=1.2)
        s.ball(f, (13.2 * x, 13.2 * y, 13.2 * z), 1.6, "accent", f"knob{i}", priority=1.2)
    _face(s, f, b, m, 1.6, 9.4, 3.6, (2.6, 3.4))


def _eyeball(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    hover = 15.0 + round(1.6 * math.sin(TAU * m.t) * snap) / snap if not m.fall else 10.0
    f = Frame((0, hover, m.lunge), rx(m.pitch), b.size)
    s.ball(f, (0, 0, 0), 11.0, "white", "body", decals=[Decal("fur", z=(-30.0, -1.0)), spots("fur", 7.0, 0.9, x=(-9, 9), z=(0, 8.4))])
    s.ball(f, (0, 0, 5.4), (6.2, 6.2, 5.9), "iris2", "iris")
    s.ball(f, (0, 0, 8.4), (2.8, 4.2 if b.eyes == "slit" else 3.4, 3.2), "dark", "pupil")
    s.stamp(f, (-2.6, 3.2, 11.0), (-0.1, 0.2, 1), (2.6, 2.6), "glint", _FACE, (), 0.2)
    if m.blink > 0.5:
        s.ball(f, (0, 1.0, 0.6), 11.5, "fur", "lid", clip=(0.0, -1.0, 0.0, 0.5))
    else:
        s.ball(f, (0, 0.2, -0.2), 11.5, "fur", "lid", clip=(0.0, -0.9, 0.44, -4.4))
    for i in range(5):
        a = math.radians(-60 + 30 * i)
        last: Vec = (5.0 * math.sin(a), -8.0, -5.0 * math.cos(a))
        for j in range(3):
            here = (last[0] * 1.12 + math.sin(TAU * m.t + i - j), last[1] - 2.8, last[2] * 1.1)
            s.limb(f, last, here, 1.4 - 0.3 * j, 1.1 - 0.3 * j, "fur", f"root{i}", f"root{i}", 0.4, priority=1.2)
            last = here


def _cube(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    lift, squash = _hop(m, clip, snap)
    wide = 1 / math.sqrt(max(0.3, squash))
    f = Frame((0, lift, m.lunge), rx(0.3 * m.pitch), b.size)
    s.block(f, (0, 11.4 * squash, 0), (11.4 * wide, 11.4 * squash, 11.4 * wide), 2.6, "fur", "body")
    _face(s, f, b, m, 13.4 * squash, 11.4 * wide, 4.4, (2.8, 4.2))
    s.stamp(f, (-7.0 * wide, 19.0 * squash, 11.6 * wide), (-0.1, 0.2, 1), (2.4, 2.4), "glint", _FACE, ("body",), 0.2)


def _rockling(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    lift, _ = _hop(m, clip, snap)
    f = Frame((0, lift * 0.4, m.lunge), rz(5 * math.sin(TAU * m.t) if clip == "walk" else 0.0), b.size)
    s.block(f, (0, 12.0, 0), (10.4, 9.4, 9.0), 3.4, "fur", "body", "body", 1.0, turn=rz(6), decals=[Decal("leaf", y=(5.6, 30.0))])
    for side in _SIDES:
        s.block(
            f, (side * 12.6, 10.0 + 1.4 * math.sin(TAU * m.t + side), 2.0), (3.4, 4.2, 3.6), 1.8, "fur", f"fist{side}", turn=rz(side * 20)
        )
        s.block(f, (side * 5.0, 2.0, 0.6), (3.2, 2.4, 3.6), 1.4, "fur", f"foot{side}")
    _face(s, f, b, m, 13.0, 9.4, 3.8, (2.8, 2.6))


def _plantling(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    sway = 5 * math.sin(TAU * m.t)
    f = Frame((0, 0, 0.6 * m.lunge), rz(sway), b.size * (1 - 0.3 * m.fall / 90))
    last: Vec = (0.0, 0.0, 0.0)
    for i, (x, y, z) in enumerate(((0.0, 6.0, -1.6), (0.0, 12.0, -1.0), (0.0, 17.0, 2.4))):
        s.limb(f, last, (x, y, z), 2.0 - 0.2 * i, 1.9 - 0.2 * i, "leaf", "stalk", "stalk", 0.6)
        last = (x, y, z)
    for side in _SIDES:
        s.limb(f, (0, 2.4, 0), (side * 9.6, 6.4, 2.0), 1.4, 3.2, "leaf", f"leaf{side}", flat=(1.0, 0.36), priority=1.1)
    h = f.child((0, 20.4, 4.4), rx(8 + m.head))
    s.ball(h, (0, 1.6, 0), (8.8, 8.0, 8.6), "fur", "body", clip=(0.0, -0.96, 0.28, 0.2), decals=[spots("belly", 5.4, 1.5)])
    jaw = h.child((0, 0, -2.0), rx(14 + 22 * m.jaw))
    s.ball(jaw, (0, -0.8, 2.4), (8.4, 5.6, 8.4), "fur", "jaw", clip=(0.0, 1.0, 0.0, 0.0), decals=[spots("belly", 5.4, 1.5)])
    s.ball(jaw, (0, -0.6, 2.4), (7.4, 0.9, 7.4), "tongue", "tongue")
    for i in range(5):
        a = math.radians(-60 + 30 * i)
        s.limb(
            jaw,
            (7.2 * math.sin(a), -0.4, 2.4 + 7.2 * math.cos(a)),
            (7.2 * math.sin(a), 2.4, 2.4 + 7.2 * math.cos(a)),
            1.0,
            0.3,
            "white",
            "teeth",
            priority=1.6,
        )
    for side in _SIDES:
        s.stamp(h, (side * 4.4, 5.6, 6.0), (side * 0.5, 0.5, 0.7), (2.2, 2.6), b.eyes, _FACE, ("body",), 0.1, side)


def _mushroom(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    """A toadstool that walks: a face on the stalk, arms and feet, the cap for a hat."""
    lift, squash = _hop(m, clip, snap)
    f = Frame((0, 0.6 * lift, m.lunge), rx(0.4 * m.pitch), b.size * (1 - 0.3 * m.fall / 90))
    s.limb(f, (0, 6.4, 0), (0, 13.0 * squash, 0), 7.6, 6.6, "belly", "body", "body", 1.0)
    cap = f.child((0, 15.0 * squash, 0), rz(4 * math.sin(TAU * m.t)))
    s.ball(cap, (0, 0, 0), (13.4, 11.0 * squash, 13.0), "fur", "cap", clip=(0.0, -1.0, 0.0, 1.0))
    s.ball(cap, (0, -0.8, 0), (12.0, 1.6, 11.6), "belly", "gills")
    for x, y, z, r in ((-5.0, 6.4, 8.4, 2.6), (5.8, 4.8, 8.8, 2.4), (0.6, 9.8, 3.6, 2.9), (-10.0, 3.0, 5.0, 2.1), (10.2, 5.4, 2.0, 2.2)):
        s.ball(cap, (x, y * squash, z), (r, 0.8 * r, r), "accent", "spots", priority=1.2)
    for side in _SIDES:
        swing = 2.4 * math.sin(TAU * m.t + (side > 0) * math.pi) if clip in ("walk", "run") else 0.0
        s.limb(
            f,
            (side * 6.0, 9.4, 0.6),
            (side * 11.6, 6.4 + 3.0 * max(0.0, m.flash), 3.0 + swing),
            2.3,
            2.7,
            "belly",
            f"arm{side}",
            f"arm{side}",
            0.6,
        )
        s.ball(f, (side * 4.2, 1.8, 1.4 - swing), (3.4, 2.2, 4.4), "mark", f"foot{side}")
    _face(s, f, b, m, 10.2 * squash, 7.4, 3.3, (3.0, 3.6))


def _mimic(s: Scene, b: Blob, m: Motion, snap: float, clip: str) -> None:
    """A chest that hops and snaps its lid."""
    lift, _ = _hop(m, clip, snap)
    f = Frame((0, 0.6 * lift, m.lunge), product(rx(0.5 * m.pitch), rz(m.fall)), b.size)
    biting_chest(s, f, (46.0 + 5.0 * math.sin(TAU * m.t) + 26.0 * m.jaw) * (1 - 0.7 * m.fall / 90))
