"""The rig `serpentine`: snakes, worms, eels, sea serpents, hydras."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makebelieve.art.creatures.gait import TAU, Motion
from makebelieve.art.raster.frames import Frame, Vec, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands

_SIDES: Final = (-1, 1)
_FACE: Final = {"d": "pupil", "w": "white", "c": "iris"}


@dataclass(frozen=True, slots=True)
class Serpent:
    """A long body."""

    thick: float = 4.4
    length: float = 19.0
    rise: float = 18.0
    """How high the head is carried."""
    hood: bool = False
    head: float = 5.4
    bands: bool = True
    tongue: bool = True
    fins: bool = False
    segments: bool = False
    """A worm: rings, no neck."""
    legs: int = 0
    horns: bool = False
    beard: bool = False
    eyes: str = "slit"
    rattle: bool = False
    heads: int = 1
    """A hydra has several, each on a neck of its own."""


def build_serpent(b: Serpent, m: Motion, names: Mapping[str, int], snap: float = 1.0, clip: str = "idle") -> Scene:
    """A spline of round cones on the ground, bands by arc length, neck and head raised."""
    s = Scene(dict(names))
    many = 22
    swing = 7.8 if clip != "idle" else 7.0
    phase = m.t if clip in ("walk", "run") else 0.06 * math.sin(TAU * m.t)
    points: list[tuple[Vec, float]] = []
    for i in range(many):
        u = i / (many - 1)
        x = swing * min(1.0, 3.0 * u) * math.sin(TAU * (1.25 * u + phase))
        r = b.thick * (0.82 + 0.28 * math.sin(math.pi * min(1.0, 1.1 * u + 0.2)))
        if u > 0.5:
            r *= 1 - ((u - 0.5) / 0.5) ** 1.5 * 0.86
        points.append(((x, r * 0.95, 6.0 - b.length * u + 0.5 * m.lunge), r))
    for i in range(many - 1):
        (a, ra), (e, rb) = points[i], points[i + 1]
        banded = b.bands and i % 6 >= 4
        s.limb(
            Frame(),
            a,
            e,
            ra,
            rb,
            "mark" if banded or (b.segments and i % 3 == 2) else "fur",
            f"body{i // 6}",
            "body",
            0.8,
            facing=(0, 1, 0),
            decals=[Decal("belly", z=(-99.0, -0.55 * ra))],
        )
        if b.fins and 2 < i < 18 and i % 3 == 0:
            s.limb(Frame(), (a[0], a[1] + ra * 0.7, a[2]), (a[0], a[1] + ra + 2.6, a[2] - 1.6), 1.3, 0.3, "accent", "fin", priority=1.1)
        if b.legs and i % 3 == 1 and i < 19:
            for side in _SIDES:
                wave = math.sin(TAU * (2 * m.t + 0.2 * i) + (side > 0) * math.pi)
                s.limb(
                    Frame(),
                    (a[0] + side * ra * 0.7, a[1], a[2]),
                    (a[0] + side * (ra + 2.8), 0.4 + max(0.0, wave), a[2] + 1.2 * wave),
                    0.8,
                    0.5,
                    "accent",
                    f"leg{i}{side}",
                    priority=1.2,
                )
    if b.rattle:
        tail = points[-1][0]
        for i in range(3):
            s.ball(Frame(), (tail[0], tail[1] + 1.6 * i, tail[2] - 0.8 * i), 1.5 - 0.3 * i, "accent", f"rattle{i}", priority=1.3)
    many_heads = range(b.heads)
    for k in many_heads:
        _neck_and_head(s, b, m, clip, points[0], k - (b.heads - 1) / 2, str(k) if k else "")
    return s


def _neck_and_head(s: Scene, b: Serpent, m: Motion, clip: str, root: tuple[Vec, float], place: float, tag: str) -> None:
    """What rises from the first joint: `place` steps from the middle to its left or right, parts named with `tag`."""
    start, r0 = root
    flat = m.fall / 90
    aside = 10.4 * place
    sway = 1.5 * math.sin(TAU * m.t + 1.4 * place) + aside
    up = (b.rise + m.head_up * 1.4) * (1 - 0.86 * flat) * (1 - 0.2 * abs(place))
    strike = 0.9 * max(0.0, m.lunge)
    if b.segments:
        head: Vec = (sway * 0.6, 4.6 + 0.42 * up, 11.0 + strike)
        s.limb(Frame(), start, (sway * 0.2, r0 + 2.0, 9.4 + 0.5 * strike), r0, r0, "fur", "neck" + tag, "body", 1.0)
        s.limb(Frame(), (sway * 0.2, r0 + 2.0, 9.4 + 0.5 * strike), head, r0, r0 * 0.94, "mark", "neck" + tag, "body", 1.0)
    else:
        neck: list[tuple[Vec, float]] = [
            (start, r0),
            ((sway * 0.2, 4.4 + 0.1 * up, 9.4 + 0.3 * strike), b.thick * 0.97),
            ((sway * 0.5, 4.4 + 0.38 * up, 8.6 + 0.7 * strike), b.thick * 0.9),
            ((sway, 4.0 + 0.78 * up, 6.6 + strike), b.thick * 0.8),
        ]
        for i in range(3):
            (a, ra), (e, rb) = neck[i], neck[i + 1]
            s.limb(
                Frame(),
                a,
                e,
                ra,
                rb,
                "fur",
                "neck" + tag,
                "neck" + tag,
                1.5,
                decals=[Decal("belly", x=(-2.8, 2.8), z=(1.0, 20.0)), bands("beltline", 2.4, 0.2, x=(-2.8, 2.8), z=(1.0, 20.0))],
            )
        head = (sway, 6.2 + 0.78 * up, 8.0 + strike)
        if b.hood:
            hood = Frame((sway * 0.75, 3.0 + 0.62 * up, 6.6 + 0.8 * strike)).child((0, 0, 0), ry((sway - aside) * 3 + 2.0 * aside), rx(-12))
            s.ball(
                hood,
                (0, 0, 0),
                (8.2, 6.8, 2.7),
                "fur",
                "neck" + tag,
                "neck" + tag,
                2.2,
                decals=[Decal("belly", x=(-3.0, 3.0), z=(0.6, 20.0)), Decal("mark", x=(-5.4, 5.4), y=(-3.4, 3.6), z=(-20.0, -0.8))],
            )
    hd = Frame(head).child((0, 0, 0), ry((sway - aside) * 4 + 2.0 * aside), rx(6 + m.head), rz(60 * flat))
    r = b.head
    s.ball(
        hd,
        (0, 0, -0.4),
        (r, r * 0.82, r * 0.96),
        "fur",
        "head" + tag,
        "head" + tag,
        1.8,
        decals=[Decal("mark", x=(-0.3 * r, 0.3 * r), y=(0.3 * r, 20.0))] if b.bands else [],
    )
    if not b.segments:
        s.ball(
            hd,
            (0, -0.8, r * 0.76),
            (r * 0.76, r * 0.54, r * 0.76),
            "fur",
            "head" + tag,
            "head" + tag,
            1.8,
            decals=[Decal("belly", y=(-9.0, -1.2))],
        )
        jaw = hd.child((0, -1.4, 1.0), rx(34 * m.jaw))
        if m.jaw > 0.2:
            s.ball(jaw, (0, -0.8, r * 0.6), (r * 0.62, 1.0, r * 0.7), "belly", "jaw" + tag)
            s.ball(jaw, (0, 0.2, r * 0.6), (r * 0.48, 0.7, r * 0.56), "tongue", "gum" + tag)
    tail_seen = (m.t % 1.0) < 0.45 if clip != "attack" else m.jaw > 0.4
    if b.tongue and tail_seen and not flat:
        s.limb(hd, (0, -1.8, r * 1.42), (0, -2.2, r * 1.9), 0.7, 0.6, "tongue", "tongue" + tag, priority=2.4)
        for side in _SIDES:
            s.limb(hd, (0, -2.2, r * 1.88), (side * 1.5, -2.6, r * 2.2), 0.55, 0.45, "tongue", "tongue" + tag, priority=2.4)
    if b.horns:
        for side in _SIDES:
            s.limb(hd, (side * 2.4, r * 0.6, -1.6), (side * 4.0, r * 1.5, -4.4), 1.2, 0.3, "horn", f"horn{side}{tag}", priority=1.3)
    if b.beard:
        for side in _SIDES:
            s.limb(hd, (side * 2.4, -1.0, r * 1.2), (side * 5.6, -2.4, r * 1.7), 0.7, 0.4, "accent", f"whisker{side}{tag}", priority=1.7)
    if b.fins:
        for side in _SIDES:
            s.limb(
                hd,
                (side * r * 0.8, 0.4, -1.6),
                (side * r * 1.6, 2.6, -4.4),
                2.0,
                0.4,
                "accent",
                f"fin{side}{tag}",
                flat=(1.0, 0.5),
                priority=1.1,
            )
    kind = "line" if m.blink > 0.5 else b.eyes
    size = (1.9, 2.6) if b.eyes == "slit" else (2.2, 2.8)
    for side in _SIDES:
        s.stamp(hd, (side * r * 0.7, r * 0.3, r * 0.56), (side * 0.7, 0.32, 0.62), size, kind, _FACE, ("head" + tag,), 0.06, side)
