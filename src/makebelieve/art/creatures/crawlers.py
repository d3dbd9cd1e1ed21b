"""Spiders, insects that walk, crabs and scorpions."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makebelieve.art.creatures.gait import TAU, Motion
from makebelieve.art.raster.frames import Frame, Vec, add, rx, ry, rz, two_bones
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES: Final = (-1, 1)


@dataclass(frozen=True, slots=True)
class Crawler:
    """Many legs."""

    kind: str = "spider"
    """spider, beetle, ant, crab, scorpion, mantis"""
    body: float = 7.0
    legs: int = 4
    """Pairs."""
    leg_long: float = 1.0
    claws: bool = False
    horn: bool = False
    coat: str = "plain"
    """plain, spots, stripes, cross"""
    eyes: str = "glow"
    hairy: bool = False
    round: bool = False
    """A beetle as high as it is wide."""
    tail: bool = False
    """A crab drawn out behind: lobsters."""


def _walk_leg(s: Scene, body: Frame, c: Crawler, m: Motion, i: int, side: int, clip: str) -> None:
    pairs = c.legs
    phase = m.t + (0.5 if (i + (side > 0)) % 2 else 0.0)
    step, high = (0.0, 0.0)
    if clip in ("walk", "run"):
        step, high = 2.4 * math.cos(TAU * phase), 2.2 * max(0.0, math.sin(TAU * phase))
    elif clip == "attack" and i == 0:
        high, step = 5.0 * max(0.0, m.flash), 4.0 * m.flash
    fan = 52 - 104 * (i / max(1, pairs - 1)) if pairs > 1 else 0.0
    far = (c.body * 0.95 + 10.0) * c.leg_long
    a = math.radians(fan)
    root: Vec = (side * c.body * 0.5, 0.2, c.body * 0.62 * math.sin(a) + (1.6 if c.kind == "spider" else 0.0))
    start = body.point(root)
    foot = (side * far * math.cos(a), 0.6 + high, far * 0.92 * math.sin(a) + step + 0.5 * m.lunge)
    if m.fall:
        foot = (side * far * 0.35 * math.cos(a), start[1] + 9.0, far * 0.35 * math.sin(a))
    knee, end = two_bones(start, foot, far * 0.52, far * 0.60, (side * 0.5, 1.0, 0.0))
    thick = {"spider": 1.35, "ant": 1.0}.get(c.kind, 1.5)
    name = f"leg{side}{i}"
    s.limb(Frame(), start, knee, thick, thick * 0.92, "limb", name, name, 0.4, priority=1.5, limb=0.12)
    s.limb(Frame(), knee, end, thick * 0.86, 0.5, "limb", name, name, 0.4, priority=1.5, limb=0.12)
    if c.hairy:
        s.ball(Frame(), knee, thick * 1.25, "mark", name, name, 0.4, priority=1.3)


def build(c: Crawler, m: Motion, names: Mapping[str, int], snap: float = 1.0, clip: str = "idle") -> Scene:
    s = Scene(dict(names))
    dy = round(1.5 * m.dy * snap) / snap
    lift = m.lift if m.lift > 1 else 0.0
    high = {"spider": 8.6, "crab": 7.4, "scorpion": 6.0, "ant": 6.8, "beetle": 5.6, "mantis": 8.0}[c.kind]
    body = Frame((0, high + dy + lift, m.lunge * 0.8)).child((0, 0, 0), rx(0.6 * m.pitch), rz(m.fall * 2))
    r = c.body
    marks: list[Decal] = []
    if c.coat == "spots":
        marks = [spots("mark", 5.0, 1.7)]
    elif c.coat == "stripes":
        marks = [bands("mark", 3.4, 0.4, axis=2)]
    elif c.coat == "cross":
        marks = [Decal("mark", x=(-1.1, 1.1), y=(0.0, 30.0)), Decal("mark", z=(-r * 0.4, r * 0.1), x=(-3.4, 3.4), y=(0.0, 30.0))]
    pupil = {"d": "pupil", "w": "white", "c": "iris"}
    if c.kind == "spider":
        s.ball(body, (0, 2.6, -r * 1.15), (r * 1.06, r * 0.98, r * 1.18), "fur", "abdomen", decals=marks)
        s.ball(body, (0, 0.6, r * 0.3), (r * 0.76, r * 0.66, r * 0.8), "fur", "head")
        for side in _SIDES:
            s.limb(body, (side * 1.6, -1.0, r * 0.95), (side * 1.5, -3.8, r * 1.1), 1.3, 0.5, "mark", f"fang{side}", priority=1.4)
            for x, y, size in ((1.7, 2.4, 2.2), (3.6, 3.2, 1.5), (1.4, 4.4, 1.3)):
                s.stamp(body, (side * x, y, r * 0.92), (side * x * 0.16, 0.45, 0.85), (size, size), c.eyes, pupil, ("head",), 0.06, side)
    elif c.kind == "beetle":
        s.ball(
            body,
            (0, 0.6, -1.4),
            (r, r * (1.02 if c.round else 0.82), r * (1.04 if c.round else 1.16)),
            "fur",
            "shell",
            decals=[*marks, Decal("dark", x=(-0.45, 0.45), y=(0, 30))],
        )
        s.ball(body, (0, -0.4, r * 0.9), (r * 0.66, r * 0.56, r * 0.5), "limb", "neck")
        s.ball(body, (0, -0.2, r * 1.3), (r * 0.5, r * 0.46, r * 0.44), "limb", "head")
        if c.horn:
            s.limb(body, (0, 1.0, r * 1.5), (0, 6.6, r * 2.2), 1.3, 0.5, "limb", "horn", priority=1.5)
        for side in _SIDES:
            s.limb(body, (side * 1.4, 1.0, r * 1.6), (side * 4.0, 4.4, r * 2.0), 0.6, 0.5, "limb", f"feeler{side}", priority=1.7)
            s.stamp(body, (side * r * 0.3, 0.8, r * 1.6), (side * 0.5, 0.35, 0.78), (2.0, 2.2), c.eyes, pupil, ("head",), 0.06, side)
    elif c.kind == "ant":
        # three parts in a row, a thread of a waist between them: that and bent feelers tell an ant from a spider
        s.ball(body, (0, 3.4, -r * 1.95), (r * 0.86, r * 0.86, r * 1.2), "fur", "abdomen", decals=[*marks, bands("mark", 3.6, 0.2, axis=2)])
        s.ball(body, (0, 0.8, -r * 0.8), (r * 0.22, r * 0.34, r * 0.24), "limb", "waist")
        s.ball(body, (0, 0.8, 0), (r * 0.46, r * 0.48, r * 0.68), "fur", "chest")
        s.ball(body, (0, 2.8, r * 1.3), (r * 0.8, r * 0.72, r * 0.72), "fur", "head")
        for side in _SIDES:
            elbow = (side * r * 0.66, r * 1.5 + 0.5 * math.sin(TAU * m.t), r * 1.7)
            name = f"feeler{side}"
            s.limb(body, (side * r * 0.34, r * 0.9, r * 1.75), elbow, 0.8, 0.7, "limb", name, name, 0.3, priority=1.8)
            s.limb(body, elbow, (side * r * 0.95, r * 1.05, r * 2.75), 0.7, 0.6, "limb", name, name, 0.3, priority=1.8)
            s.limb(
                body,
                (side * r * 0.34, 0.4, r * 1.85),
                (side * 0.7, -0.6, r * 2.4 + 0.6 * m.jaw),
                1.1,
                0.4,
                "limb",
                f"jaw{side}",
                priority=1.5,
            )
            s.stamp(body, (side * r * 0.6, 3.4, r * 1.7), (side * 0.8, 0.2, 0.56), (2.4, 2.8), c.eyes, pupil, ("head",), 0.06, side)
    elif c.kind == "mantis":
        s.limb(
            body, (0, 0, 0), (0, -2.0, -r * 2.0), r * 0.5, r * 0.26, "fur", "abdomen", facing=(0, 1, 0), decals=[bands("mark", 3.0, 0.3)]
        )
        s.limb(body, (0, 0, 0), (0, 8.0, r * 0.8), r * 0.34, r * 0.3, "fur", "chest")
        h = body.child((0, 9.6, r), rx(10 + m.head))
        s.ball(h, (0, 0, 0), (r * 0.64, r * 0.46, r * 0.46), "fur", "head")
        for side in _SIDES:
            s.stamp(h, (side * r * 0.5, 0.6, r * 0.3), (side * 0.7, 0.3, 0.64), (2.6, 2.8), c.eyes, pupil, ("head",), 0.06, side)
            elbow = (side * 4.0, 9.0 + 2 * m.flash, r * 1.4 + 3 * m.flash)
            s.limb(body, (side * 1.6, 6.8, r * 0.7), elbow, 1.3, 1.5, "fur", f"arm{side}", f"arm{side}", 0.4)
            s.limb(body, elbow, (side * 3.6, 3.4, r * 1.7 + 5 * m.flash), 1.5, 0.4, "mark", f"arm{side}", f"arm{side}", 0.4)
    else:
        crab = c.kind == "crab"
        s.ball(
            body,
            (0, 0.4, 0),
            (r * (1.42 if crab and not c.tail else 0.8), r * 0.74, r * (0.98 if crab and not c.tail else 1.3)),
            "fur",
            "shell",
            decals=[*marks, Decal("belly", y=(-30.0, -2.2))],
        )
        for side in _SIDES:
            if crab:
                s.limb(body, (side * 3.2, r * 0.5, r * 0.6), (side * 3.6, r * 1.2, r * 0.8), 0.95, 0.9, "fur", f"stalk{side}", priority=1.4)
                s.ball(body, (side * 3.7, r * 1.42, r * 0.85), 1.9, "white", f"eye{side}", priority=1.2)
                s.stamp(
                    body,
                    (side * 3.7, r * 1.42, r * 0.85 + 1.7),
                    (side * 0.12, 0.1, 1),
                    (1.5, 1.8),
                    "dot",
                    pupil,
                    (f"eye{side}",),
                    0.06,
                    side,
                )
            else:
                s.stamp(body, (side * 1.8, 2.6, r * 1.14), (side * 0.3, 0.5, 0.8), (1.9, 2.0), c.eyes, pupil, ("shell",), 0.06, side)
            snap_open = 10 + 26 * m.jaw
            reach = r * (1.7 if crab else 1.2)
            elbow = (side * reach, 1.4 + (3.0 * m.flash if clip == "attack" else 0.5 * math.sin(TAU * m.t)), r * 0.9)
            hand = add(elbow, (side * (0.6 if crab else -0.4), 3.0, r * 0.66))
            s.limb(body, (side * r * (1.1 if crab else 0.6), 0.4, r * 0.5), elbow, 1.7, 1.5, "fur", f"arm{side}", f"arm{side}", 0.4)
            s.limb(body, elbow, hand, 1.5, 1.8, "fur", f"arm{side}", f"arm{side}", 0.4)
            big = 1.25 if side < 0 and crab else 1.0
            for open_to, part in ((snap_open, "a"), (-snap_open, "b")):
                claw = body.child(hand, rz(side * -16), ry(open_to))
                s.limb(claw, (0, 0, 0), (0, 0.4, 5.4 * big), 2.4 * big, 0.5, "fur", f"claw{side}{part}", flat=(0.8, 1.0))
        if c.tail:
            for i in range(4):
                s.ball(
                    body,
                    (0, 0.2 - 0.3 * i, -r * (1.3 + 0.5 * i)),
                    (r * (0.7 - 0.08 * i), r * 0.5, r * 0.42),
                    "mark" if i % 2 else "fur",
                    f"ring{i}",
                )
            for x in (-1, 0, 1):
                s.limb(body, (0, -0.8, -r * 3.0), (x * 5.0, -1.2, -r * 3.8), 1.5, 2.2, "fur", f"fan{x}", flat=(1.0, 0.4), facing=(0, 1, 0))
            for side in _SIDES:
                s.limb(body, (side * 1.4, 2.0, r * 1.2), (side * 9.0, 8.0, r * 2.6), 0.6, 0.4, "mark", f"feeler{side}", priority=1.7)
        if crab:
            s.stamp(body, (0, -0.4, r), (0, 0, 1), (3.4, 1.8), "mouth", pupil, ("shell",), 0.3)
        else:
            last: Vec = (0.0, 0.6, -r * 1.1)
            for i in range(5):
                a = math.radians(14 + 34 * i - 60 * m.flash * (i / 4))
                here = add(last, (0.0, 3.9 * math.sin(a), -3.9 * math.cos(a)))
                s.limb(body, last, here, 2.5 - 0.26 * i, 2.24 - 0.26 * i, "fur" if i % 2 else "mark", "tail", "tail", 0.6)
                last = here
            s.limb(body, last, add(last, (0, -1.6, 3.4)), 1.5, 0.2, "accent", "sting", priority=1.5)
    for i in range(c.legs):
        for side in _SIDES:
            _walk_leg(s, body, c, m, i, side, clip)
    return s
