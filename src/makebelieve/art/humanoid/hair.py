"""Hair and beards: locks, braids and snakes on the skull."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from makebelieve.art.humanoid.person import Person
from makebelieve.art.raster.frames import Frame, Vec
from makebelieve.art.raster.scene import Scene

_SIDES: Final = (-1, 1)

# Locks of hair: root, tip, radius at the root. Mirrored ones are listed once with a leading 1.
_LOCKS: Final[dict[str, Sequence[tuple[int, Vec, Vec, float]]]] = {
    "fringe": (
        (0, (2.4, 14.6, 4.2), (3.4, 10.2, 8.0), 2.8),
        (0, (-2.2, 14.6, 4.2), (-3.0, 9.8, 8.0), 2.8),
        (1, (5.4, 13.0, 3.4), (7.2, 7.8, 4.6), 2.6),
        (0, (0.4, 15.0, 4.4), (-0.6, 10.8, 8.5), 2.7),
    ),
    "nape": ((1, (4.2, 8.5, -5.6), (5.4, 4.0, -6.6), 2.8), (0, (0, 9.0, -6.6), (0, 3.8, -7.8), 3.2)),
    "spikes": (
        (0, (0, 14.6, -1.4), (-0.8, 20.4, -2.8), 3.4),
        (1, (3.4, 14.4, -1.4), (6.6, 18.8, -3.0), 3.1),
        (1, (5.6, 11.6, -2.6), (10.4, 12.6, -4.0), 2.9),
        (1, (2.4, 13.0, -5.0), (4.2, 16.4, -9.4), 3.0),
        (1, (5.0, 8.6, -4.4), (9.2, 6.4, -6.4), 2.8),
        (0, (0, 11.0, -6.4), (0, 11.4, -11.2), 3.2),
    ),
    "swept": (
        (0, (-2.0, 15.0, 2.0), (6.6, 16.4, 4.6), 3.4),
        (0, (-4.0, 13.6, 3.6), (-7.0, 10.0, 5.0), 2.6),
        (0, (2.0, 14.6, 4.0), (7.6, 11.6, 6.4), 2.9),
        (1, (5.0, 9.6, -4.6), (8.6, 6.4, -6.4), 2.6),
    ),
    "long": (
        (1, (5.4, 10.0, -3.8), (7.4, -2.6, -4.4), 3.3),
        (1, (2.4, 9.4, -6.0), (3.2, -4.4, -6.6), 3.7),
        (0, (0, 9.4, -6.8), (0, -4.8, -7.4), 3.7),
    ),
    "bob": (
        (1, (6.4, 9.6, -1.0), (7.8, 3.2, -0.6), 3.1),
        (1, (4.0, 9.0, -5.6), (5.0, 2.8, -6.4), 3.7),
        (0, (0, 9.2, -6.6), (0, 2.6, -7.6), 3.7),
    ),
    "mane": (
        (1, (6.0, 12.0, -1.0), (10.6, 14.4, -2.4), 3.4),
        (1, (6.6, 7.8, -1.0), (11.2, 6.2, -2.6), 3.5),
        (1, (5.0, 3.6, -1.0), (8.4, -1.0, -1.6), 3.3),
        (1, (2.6, 14.6, -2.0), (4.4, 19.0, -3.4), 3.3),
        (0, (0, 8.0, -5.6), (0, 6.0, -11.4), 4.4),
    ),
}


def _locks(s: Scene, h: Frame, name: str, material: str = "hair", part: str = "hair") -> None:
    for mirrored, root, tip, radius in _LOCKS[name]:
        for side in (1, -1) if mirrored else (1,):
            s.limb(h, (side * root[0], root[1], root[2]), (side * tip[0], tip[1], tip[2]), radius, 0.55, material, part, part, 0.9)


def hair(s: Scene, h: Frame, p: Person, covered: bool, swing: float) -> None:
    """Hair; under a hat only what hangs out."""
    style = p.hair
    if style in ("none", "bald") or p.head not in ("human", "zombie", "goblin", "orc", "cyclops", "cat", "alien", "ape"):
        return
    if not covered:
        if style == "mohawk":
            for y, z in ((13.4, 5.2), (15.2, 2.4), (16.0, -0.8), (14.8, -4.2), (11.6, -7.0)):
                s.limb(h, (0, y - 1.5, z), (0, y + 3.6, z - 1.8), 2.0, 1.1, "hair", "hair", "hair", 0.6, flat=(0.7, 1.0))
            return
        s.ball(h, (0, 9.5, -1.2), (8.7, 8.1, 8.2), "hair", "hair", "hair", 1.4, clip=(0.0, -0.60, 0.80, -0.3))
        if style == "snakes":
            _snakes(s, h, swing)
            return
        if style == "curly":
            for x, y, z in (
                (0, 15.4, 2.6),
                (-4.6, 14, 3.6),
                (4.6, 14, 3.6),
                (-8, 10.5, 0.6),
                (8, 10.5, 0.6),
                (-7.2, 6, -3),
                (7.2, 6, -3),
                (0, 8, -8),
                (-4.6, 13, -5),
                (4.6, 13, -5),
                (0, 17, -2),
            ):
                s.ball(h, (x, y, z), 3.9, "hair", "hair", "hair", 0.8)
            return
        if style == "mane":
            _locks(s, h, "mane")
            return
        _locks(s, h, "swept" if style == "swept" else "fringe")
        if style == "spiky":
            _locks(s, h, "spikes")
        if style in ("short", "spiky", "swept"):
            _locks(s, h, "nape")
        if style == "bun":
            s.ball(h, (0, 17.4, -2.6), (3.7, 3.4, 3.7), "hair", "bun")
            s.ring(h, (0, 15.2, -2.2), 2.4, 0.8, "accent", "tie", priority=1.3)
    elif style in ("short", "spiky", "swept", "curly", "bun"):
        _locks(s, h, "nape")
        for side in _SIDES:
            s.limb(h, (side * 6.8, 10.0, 2.6), (side * 7.3, 5.6, 3.0), 1.9, 0.7, "hair", "hair", "hair", 0.6)
    if style in ("long", "bob"):
        _locks(s, h, style)
        if covered:
            for side in _SIDES:
                s.limb(
                    h, (side * 6.9, 10.0, 0.4), (side * 7.8, 1.6 if style == "long" else 5.0, -0.6), 2.2, 1.0, "hair", "hair", "hair", 0.6
                )
    if style == "ponytail":
        s.ring(h, (0, 12.0, -8.0), 1.9, 0.9, "accent", "tie", priority=1.3)
        s.limb(h, (0, 12.2, -8.2), (swing * 0.03, 6.5, -13.2), 2.6, 3.2, "hair", "tail", "tail", 0.8)
        s.limb(h, (swing * 0.03, 6.5, -13.2), (swing * 0.1, -1.6, -12.2), 3.2, 0.6, "hair", "tail", "tail", 0.8)
    if style in ("braids", "pigtails"):
        for side in _SIDES:
            if style == "pigtails":
                s.ring(h, (side * 7.6, 12.0, -2.6), 1.5, 0.9, "accent", f"tie{side}", priority=1.3)
                s.limb(h, (side * 8.0, 12.2, -2.8), (side * 12.2, 6.0, -3.6), 2.4, 3.1, "hair", f"braid{side}", f"braid{side}", 0.8)
                s.limb(h, (side * 12.2, 6.0, -3.6), (side * 11.6, 0.6, -3.0), 3.1, 0.5, "hair", f"braid{side}", f"braid{side}", 0.8)
            else:
                for i in range(4):
                    s.ball(h, (side * (7.6 + 0.2 * i), 4.6 - 2.8 * i, 1.4), 2.1 - 0.25 * i, "hair", f"braid{side}", f"braid{side}", 0.5)


def _snakes(s: Scene, h: Frame, swing: float) -> None:
    """A gorgon's hair: ten snakes, each with a head, eyes and a tongue."""
    for i, (angle, tilt, long) in enumerate(
        (
            (-100, 8, 9),
            (-74, 16, 11),
            (-48, 4, 10),
            (-22, 14, 11),
            (6, 6, 11),
            (32, 16, 10),
            (58, 4, 11),
            (84, 14, 9),
            (-124, 2, 7),
            (112, 4, 7),
        )
    ):
        a = math.radians(angle)
        out, up = math.sin(a), math.cos(a)
        wave = 1.0 + 0.03 * swing * (-1) ** i
        root = (6.6 * out, 9.6 + 6.0 * up, -0.6)
        bend = (root[0] + 0.45 * long * out + 2.2 * up * wave, root[1] + 0.45 * long * up - 2.0 * out, 0.2 + 0.1 * tilt)
        tip = (root[0] + long * out - 1.2 * up, root[1] + 0.9 * long * up + 1.6 * abs(out), 1.8 + 0.2 * tilt)
        name, material = f"snake{i}", "hair" if i % 2 else "trim"
        s.limb(h, root, bend, 2.0, 1.6, material, name, name, 0.5, priority=1.2)
        s.limb(h, bend, tip, 1.6, 1.4, material, name, name, 0.5, priority=1.2)
        s.ball(h, (tip[0], tip[1], tip[2] + 0.8), (2.1, 1.8, 2.4), material, name, name, 0.4, priority=1.3)
        for side in _SIDES:
            s.stamp(
                h,
                (tip[0] + 0.9 * side, tip[1] + 0.8, tip[2] + 2.6),
                (0.3 * side, 0.2, 0.9),
                (1.0, 1.0),
                "dot",
                {"d": "pupil"},
                (name,),
                0.1,
            )


def beard(s: Scene, h: Frame, kind: str) -> None:
    if kind == "none":
        return
    if kind in ("mustache", "short", "long"):
        for side in _SIDES:
            s.limb(h, (side * 0.9, 3.6, 7.8), (side * 4.4, 2.4, 6.6), 1.35, 0.5, "beard", "stache", "stache", 0.5, priority=1.2)
    if kind == "goatee":
        s.limb(h, (0, 1.8, 6.8), (0, -2.0, 7.6), 1.8, 0.5, "beard", "beard", "beard", 0.6, priority=1.2)
    if kind in ("short", "long"):
        s.ball(h, (0, 3.2, 1.4), (7.6, 5.0, 6.8), "beard", "beard", "beard", 1.2, clip=(0.0, 1.0, 0.0, 1.0))
        s.ball(h, (0, 1.2, 4.8), (4.6, 3.4, 3.6), "beard", "beard", "beard", 1.2)
    if kind == "long":
        s.limb(h, (0, 0.6, 5.0), (0, -8.4, 6.6), 4.8, 0.9, "beard", "beard", "beard", 1.4, flat=(1.0, 0.7))
