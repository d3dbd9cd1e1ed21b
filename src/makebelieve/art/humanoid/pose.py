"""Poses of the two-legged rig, and the motions that fill them. Angles are degrees, lengths units; t runs over a clip, 0-1.

Sides: r is the creature's own right. Arms: `arm` swings forward, `raise` lifts sideways, `elbow` bends. The weapon's direction is
given in the torso's frame, not the hand's: it stays readable whatever the arm does.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final

TAU: Final = 2 * math.pi


@dataclass(slots=True)
class Pose:
    """Every channel the rig listens to; the defaults are a relaxed stand."""

    dy: float = 0.0
    sway: float = 0.0
    lunge: float = 0.0
    twist: float = 0.0
    lean: float = 2.0
    roll: float = 0.0
    nod: float = 0.0
    turn: float = 0.0
    arm_r: float = 6.0
    raise_r: float = 10.0
    elbow_r: float = 26.0
    arm_l: float = 0.0
    raise_l: float = 10.0
    elbow_l: float = 20.0
    weapon_x: float = -0.42
    weapon_y: float = 0.80
    weapon_z: float = 0.42
    foot_x_r: float = 0.0
    foot_y_r: float = 0.0
    foot_z_r: float = 0.0
    foot_p_r: float = 0.0
    foot_x_l: float = 0.0
    foot_y_l: float = 0.0
    foot_z_l: float = 0.0
    foot_p_l: float = 0.0
    narrow: float = 0.0
    """Share by which both feet come nearer to the midline where the figure is seen in profile."""
    cape: float = 6.0
    plume: float = 0.0
    wings: float = 0.0
    tail: float = 0.0
    spin: float = 0.0
    fall: float = 0.0
    tilt: float = 0.0
    lift: float = 0.0
    shield: float = 0.0
    draw: float = 0.0
    """How far a bow is drawn, 0-1."""
    flash: float = 0.0
    """How much of an attack's arc or a shot's flash is seen, 0-1."""
    blink: float = 0.0


CHANNELS: Final = tuple(field.name for field in fields(Pose))


def _smooth(x: float) -> float:
    return x * x * (3 - 2 * x)


def step(phase: float, stride: float, lift: float, duty: float) -> tuple[float, float, float]:
    """Forward place, height and pitch of a foot; phase 0 is contact in front, the planted foot slides back evenly."""
    phase %= 1.0
    if phase < duty:
        f = phase / duty
        return stride * (1 - 2 * f), 0.0, -22 * max(0.0, 1 - f / 0.2) + 32 * max(0.0, (f - 0.7) / 0.3)
    f = (phase - duty) / (1 - duty)
    return stride * (2 * _smooth(f) - 1), lift * math.sin(math.pi * f), 32 * (1 - f) - 22 * f


Keys = Sequence[tuple[float, dict[str, float]]]


def keyed(keys: Keys, t: float, base: Pose | None = None) -> Pose:
    """The pose at t between keyframes; a channel that a key leaves out keeps the pose's default."""
    pose = base or Pose()
    names = {name for _, values in keys for name in values}
    before, after = keys[0], keys[-1]
    for one, other in pairwise(keys):
        if one[0] <= t <= other[0]:
            before, after = one, other
            break
    span = after[0] - before[0]
    f = _smooth((t - before[0]) / span) if span > 0 else 0.0
    values = {}
    for name in names:
        rest = getattr(pose, name)
        a, b = before[1].get(name, rest), after[1].get(name, rest)
        values[name] = a + (b - a) * f
    return replace(pose, **values)


def idle(t: float) -> Pose:
    s = math.sin(TAU * t)
    return Pose(
        foot_x_l=0.5,
        foot_x_r=-0.5,
        foot_z_l=0.9,
        foot_z_r=-0.7,
        dy=-0.5 + 0.55 * s,
        arm_r=6 + 3 * s,
        arm_l=-2 - 2 * s,
        raise_r=12 + 2 * s,
        raise_l=12 + 2 * s,
        plume=4 * math.sin(TAU * t - 0.8),
        cape=6 + 2.5 * math.sin(TAU * t - 0.6),
        nod=0.8 * s,
        wings=14 * s,
        tail=14 * s,
        lift=0.9 * s,
    )


def walk(t: float) -> Pose:
    """Contact, down, passing, up, twice: lowest just after contact, arms against the legs."""
    # in profile the far foot of a wide stance stands higher in the picture than the near one: the ground would seem to rock
    pose = Pose(lean=4.0, elbow_r=30.0, elbow_l=30.0, narrow=0.72)
    for side, phase in (("l", t), ("r", t + 0.5)):
        z, y, pitch = step(phase, 5.0, 3.3, 0.58)
        setattr(pose, f"foot_z_{side}", z)
        setattr(pose, f"foot_y_{side}", y)
        setattr(pose, f"foot_p_{side}", pitch)
    s = math.cos(TAU * t)
    pose.dy = -0.95 * math.cos(2 * TAU * (t - 0.10))
    pose.twist = 6 * s
    pose.arm_l, pose.arm_r = -18 * s, 8 + 11 * s
    pose.sway = 0.45 * math.sin(TAU * t)
    pose.roll = 2.5 * math.sin(TAU * t)
    pose.plume = 9 * math.sin(2 * TAU * t - 0.9)
    pose.cape = 13 + 6 * math.sin(2 * TAU * t - 1.2)
    pose.tail, pose.wings = 20 * math.sin(TAU * t), 10 * math.sin(2 * TAU * t)
    pose.lift = 0.8 * math.sin(TAU * t)
    return pose


def run(t: float) -> Pose:
    """With a flight phase: both feet are off the ground twice a cycle."""
    pose = Pose(lean=15.0, elbow_r=62.0, elbow_l=72.0, nod=-8.0, weapon_x=-0.45, weapon_y=0.45, weapon_z=-0.75)
    for side, phase in (("l", t), ("r", t + 0.5)):
        z, y, pitch = step(phase, 7.8, 5.8, 0.38)
        setattr(pose, f"foot_z_{side}", z)
        setattr(pose, f"foot_y_{side}", y)
        setattr(pose, f"foot_p_{side}", pitch)
    s = math.cos(TAU * t)
    pose.dy = 0.9 - 1.7 * math.cos(2 * TAU * (t - 0.06))
    pose.twist = 11 * s
    pose.arm_l, pose.arm_r = -40 * s, 12 + 26 * s
    pose.plume = 18 + 9 * math.sin(2 * TAU * t - 0.9)
    pose.cape = 38 + 8 * math.sin(2 * TAU * t - 1.2)
    pose.tail, pose.wings = 25 * math.sin(TAU * t), 20 * math.sin(2 * TAU * t)
    pose.lift = 1.2 * math.sin(2 * TAU * t)
    return pose


@cache
def _keys() -> dict[str, dict[str, Keys]]:
    """Group (attack, clip, custom) -> motion -> keyframes of `data/motions.txt`."""
    text = resources.files("makebelieve.art").joinpath("data/motions.txt").read_text("utf-8")
    table: dict[str, dict[str, list[tuple[float, dict[str, float]]]]] = {}
    keys: list[tuple[float, dict[str, float]]] = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if line[0].isalpha():
            group, _, name = line.partition(".")
            keys = table.setdefault(group, {}).setdefault(name, [])
            continue
        time, *channels = line.split()
        keys.append((float(time), {name: float(value) for name, _, value in (channel.partition("=") for channel in channels)}))
    return {group: dict(motions) for group, motions in table.items()}


def attacks() -> tuple[str, ...]:
    """Names of the attack motions."""
    return tuple(_keys()["attack"])


def customs() -> tuple[str, ...]:
    """Names of the custom motions; attacks may be asked for by name too."""
    return (*_keys()["custom"], *_keys()["attack"])


_CYCLES: Final[dict[str, Callable[[float], Pose]]] = {"idle": idle, "walk": walk, "run": run}
LOOPS: Final = frozenset(
    {"idle", "walk", "run", "wave", "dance", "cheer", "swim", "fly", "spin", "talk", "sit", "sleep", "climb", "crouch", "eat"}
)


def pose_of(motion: str, t: float) -> Pose:
    """The pose of a clip (`attack` is named by its class: slash, chop, thrust, bow, shoot, cast, punch) or of a custom motion."""
    cycle = _CYCLES.get(motion)
    if cycle:
        return cycle(t)
    table = _keys()
    return keyed(table["clip"].get(motion) or table["attack"].get(motion) or table["custom"][motion], t)
