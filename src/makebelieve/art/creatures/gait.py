"""How legs, wings and bodies move over a clip: shared by the creatures' rigs."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from makebelieve.art.humanoid.pose import step

TAU: Final = 2 * math.pi
LEGS: Final = ("LH", "LF", "RH", "RF")


@dataclass(slots=True)
class Motion:
    """What every creature's rig listens to. t runs over the clip."""

    t: float = 0.0
    feet: dict[str, tuple[float, float, float]] = field(default_factory=lambda: dict.fromkeys(LEGS, (0.0, 0.0, 0.0)))
    """Leg -> forward place, height (units) and pitch (degrees) of its foot."""
    dy: float = 0.0
    lift: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    lunge: float = 0.0
    head: float = 0.0
    """Nod, degrees."""
    head_up: float = 0.0
    jaw: float = 0.0
    """How far the mouth is open, 0-1."""
    tail: float = 0.0
    wings: float = 0.0
    """Beat: -1 down to 1 up."""
    squash: float = 1.0
    """Height factor; the width follows."""
    fall: float = 0.0
    blink: float = 0.0
    flash: float = 0.0
    wave: float = 0.0
    """Phase of bodies that undulate, 0-1."""


_GAITS: Final[dict[str, tuple[dict[str, float], float, float, float, float]]] = {
    # phases, duty, stride, lift, bob
    "walk": ({"LH": 0.0, "LF": 0.25, "RH": 0.5, "RF": 0.75}, 0.68, 4.2, 2.8, 0.6),
    "trot": ({"LH": 0.0, "RF": 0.0, "RH": 0.5, "LF": 0.5}, 0.5, 5.4, 3.6, 0.9),
    "gallop": ({"LH": 0.0, "RH": 0.10, "LF": 0.52, "RF": 0.62}, 0.32, 8.2, 5.0, 1.8),
}


def _ease(keys: tuple[tuple[float, float], ...], t: float) -> float:
    for (a, x), (b, y) in pairwise(keys):
        if a <= t <= b:
            f = (t - a) / (b - a) if b > a else 0.0
            return x + (y - x) * f * f * (3 - 2 * f)
    return keys[-1][1]


def idle(t: float) -> Motion:
    s = math.sin(TAU * t)
    return Motion(t, dy=0.4 * s, head=1.6 * s, tail=0.6 * s, wings=0.5 * s, squash=1 + 0.035 * s, wave=t, lift=0.6 * s)


def travel(t: float, gait: str, reach: float = 1.0) -> Motion:
    """Walk or gallop of four legs; the same numbers drive wings, tails and undulation."""
    phases, duty, stride, high, bob = _GAITS[gait]
    motion = Motion(t, wave=t, tail=math.sin(TAU * t), wings=math.sin(TAU * (t if gait != "gallop" else 2 * t)))
    for leg, phase in phases.items():
        motion.feet[leg] = step(t + phase, stride * reach, high, duty)
    if gait == "gallop":
        motion.dy = bob * math.sin(TAU * t + 2)
        motion.pitch = 8 * math.sin(TAU * t + 0.4)
        motion.head_up = -1.2
    else:
        motion.dy = bob * math.cos(2 * TAU * t)
        motion.pitch = 1.4 * math.sin(2 * TAU * t + 0.6)
    motion.head = 3.0 * math.sin(2 * TAU * t + 1.0)
    motion.lift = 0.7 * math.sin(TAU * t)
    motion.squash = 1 + 0.05 * math.sin(2 * TAU * t)
    return motion


def attack(t: float) -> Motion:
    """Crouch back, lunge with open jaws, recover."""
    motion = Motion(t, wave=t)
    motion.lunge = _ease(((0, 0), (0.3, -3.2), (0.42, -3.6), (0.52, 6.0), (0.7, 5.4), (1, 0)), t)
    motion.pitch = _ease(((0, 0), (0.35, 7), (0.52, -11), (0.7, -8), (1, 0)), t)
    motion.head = _ease(((0, 0), (0.35, -16), (0.52, 14), (0.7, 10), (1, 0)), t)
    motion.head_up = _ease(((0, 0), (0.35, 1.6), (0.52, -1.2), (1, 0)), t)
    motion.jaw = _ease(((0, 0), (0.34, 0.4), (0.48, 1.0), (0.62, 0.9), (0.8, 0.1), (1, 0)), t)
    motion.dy = _ease(((0, 0), (0.35, -1.6), (0.52, 1.2), (1, 0)), t)
    motion.tail = _ease(((0, 0), (0.35, 1), (0.52, -1), (1, 0)), t)
    motion.wings = _ease(((0, 0), (0.35, 1), (0.52, -1), (0.7, -0.4), (1, 0)), t)
    motion.squash = _ease(((0, 1), (0.34, 0.72), (0.5, 1.32), (0.66, 1.1), (1, 1)), t)
    motion.lift = _ease(((0, 0), (0.4, 0), (0.54, 2.4), (0.7, 0.4), (1, 0)), t)
    motion.flash = 1.0 if 0.46 < t < 0.66 else 0.0
    for leg in ("LF", "RF"):
        z = _ease(((0, 0), (0.35, -1.0), (0.52, 5.0), (0.7, 4.4), (1, 0)), t)
        y = _ease(((0, 0), (0.35, 0), (0.5, 2.6), (0.62, 0), (1, 0)), t)
        motion.feet[leg] = (z, y, 0.0)
    for leg in ("LH", "RH"):
        motion.feet[leg] = (_ease(((0, 0), (0.35, 0.6), (0.52, -2.6), (0.7, -2.0), (1, 0)), t), 0.0, 0.0)
    return motion


def jump(t: float) -> Motion:
    motion = Motion(t, wave=t)
    motion.dy = _ease(((0, 0), (0.2, -3.0), (0.34, 1.0), (0.8, 0.4), (0.88, -2.6), (1, 0)), t)
    motion.lift = _ease(((0, 0), (0.22, 0), (0.5, 9.0), (0.8, 0.6), (0.86, 0), (1, 0)), t)
    motion.pitch = _ease(((0, 0), (0.2, 5), (0.36, -16), (0.6, 2), (0.78, 12), (1, 0)), t)
    motion.squash = _ease(((0, 1), (0.2, 0.7), (0.36, 1.26), (0.55, 1.05), (0.84, 1.1), (0.9, 0.74), (1, 1)), t)
    motion.wings = _ease(((0, 0), (0.2, 1), (0.4, -1), (0.6, 0.8), (1, 0)), t)
    motion.tail = _ease(((0, 0), (0.3, -1), (0.6, 1), (1, 0)), t)
    tuck = _ease(((0, 0), (0.3, 0), (0.48, 1), (0.7, 0.3), (0.84, 0), (1, 0)), t)
    for leg in LEGS:
        front = leg[1] == "F"
        motion.feet[leg] = ((3.0 if front else -3.4) * tuck, motion.lift * 0.86 + 1.4 * tuck, 24 * tuck)
    return motion


def hurt(t: float) -> Motion:
    motion = Motion(t, wave=t)
    motion.lunge = _ease(((0, 0), (0.35, -4.0), (0.7, -2.4), (1, 0)), t)
    motion.pitch = _ease(((0, 0), (0.35, -13), (0.7, -4), (1, 0)), t)
    motion.head = _ease(((0, 0), (0.35, -22), (0.7, 8), (1, 0)), t)
    motion.squash = _ease(((0, 1), (0.35, 0.78), (0.7, 1.1), (1, 1)), t)
    motion.wings = _ease(((0, 0), (0.35, 1), (0.7, -0.6), (1, 0)), t)
    motion.jaw = _ease(((0, 0), (0.35, 0.7), (1, 0)), t)
    motion.blink = 1.0 if 0.12 < t < 0.86 else 0.0
    for leg in ("LF", "RF"):
        motion.feet[leg] = (0.0, _ease(((0, 0), (0.35, 2.2), (0.7, 0), (1, 0)), t), 0.0)
    return motion


def death(t: float) -> Motion:
    motion = Motion(t, wave=t)
    motion.fall = _ease(((0, 0), (0.25, 6), (0.66, 84), (0.74, 90), (1, 90)), t)
    motion.dy = _ease(((0, 0), (0.25, -2.0), (0.7, 0), (1, 0)), t)
    motion.head = _ease(((0, 0), (0.25, -16), (0.7, 18), (1, 18)), t)
    motion.squash = _ease(((0, 1), (0.2, 1.16), (0.6, 0.5), (1, 0.34)), t)
    motion.wings = _ease(((0, 0), (0.25, 1), (0.7, -0.9), (1, -0.9)), t)
    motion.blink = 1.0 if t > 0.1 else 0.0
    return motion


MOTIONS: Final = ("idle", "walk", "run", "attack", "jump", "hurt", "death")


def motion_of(clip: str, t: float, reach: float = 1.0) -> Motion:
    """The motion of a clip at t. Custom motions of creatures are the nearest of these."""
    if clip == "walk":
        return travel(t, "walk", reach)
    if clip == "run":
        return travel(t, "gallop", reach)
    return {"idle": idle, "attack": attack, "jump": jump, "hurt": hurt, "death": death}[clip](t)
