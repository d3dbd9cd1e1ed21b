"""The rig `quadruped`: four legs, a barrel and a head, from mouse to elephant by proportions."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Final

from makebelieve.art.creatures import centaur, muzzles
from makebelieve.art.creatures.beast import Beast
from makebelieve.art.creatures.gait import Motion
from makebelieve.art.creatures.wings import feather_wing, membrane_wing, raised_wing
from makebelieve.art.raster.frames import WORLD, Frame, Vec, add, product, rx, ry, rz, turned, two_bones
from makebelieve.art.raster.scene import HELD, Decal, Scene, bands, spots

_SIDES: Final = (-1, 1)
_LEGS: Final = (("LF", 1, True), ("RF", -1, True), ("LH", 1, False), ("RH", -1, False))


def _coat(b: Beast) -> list[Decal]:
    marks: list[Decal] = []
    if b.coat in ("back", "saddle", "skunk"):
        marks.append(Decal("mark", y=(2.6 if b.coat == "back" else 3.2, 30.0), x=(-4.4, 4.4)))
    elif b.coat == "spots":
        marks.append(spots("mark", 3.4, 1.15))
    elif b.coat == "patches":
        marks.append(spots("mark", 9.0, 4.0, 2))
    elif b.coat == "stripes":
        marks.append(bands("mark", 3.3, 0.34, 0.6, axis=2, y=(-2.6, 30.0)))
    if b.bib:
        marks.append(Decal("belly", y=(-30.0, -2.8)))
    return marks


def build(b: Beast, m: Motion, names: Mapping[str, int], snap: float = 1.0, held: Callable[[Scene, float], None] | None = None) -> Scene:
    """The scene of one moment. `held` draws what `b.held` names."""
    s = Scene(dict(names))
    dy = round(m.dy * snap) / snap
    lift = round(m.lift * snap) / snap if m.feet["LF"][1] or m.feet["LH"][1] or m.t == 0 else 0.0
    lift = lift if m.lift > 1.0 else 0.0
    ground = Frame((0.0, 0.0, 0.0), (1, 0, 0, 0, 1, 0, 0, 0, 1))
    if m.fall:
        ground = Frame((0.0, b.chest * 0.8 * m.fall / 90, 0.0), rz(m.fall))
    hips = b.legs + (2.0 if not b.low else 0.0)
    half = b.length / 2
    tilt = 24.0 if b.sitting else 0.0
    body = ground.child((0.0, hips + dy + lift - (3.0 if b.sitting else 0.0), m.lunge), rx(m.pitch - tilt))
    k, w, marks = 2.6, b.width, _coat(b)
    s.ball(body, (0, 0.6, half * 0.9), (b.chest * w, b.chest * 1.08, b.chest), "fur", "body", "body", k, decals=marks)
    s.ball(body, (0, 0.4, 0), (b.chest * b.waist * w * 0.95, b.chest * b.waist, half * 1.1), "fur", "body", "body", k, decals=marks)
    s.ball(body, (0, 0.4, -half), (b.rump * w, b.rump * 1.04, b.rump * 0.95), "fur", "body", "body", k, decals=marks)
    if b.hump:
        s.ball(body, (0, b.chest * 0.8, 0), (b.chest * 0.6 * w, b.hump, b.hump * 0.95), "fur", "body", "body", k)
    if b.wool:
        for i in range(7):
            z = -half + b.length * i / 6
            for x in (-1, 0, 1):
                s.ball(
                    body,
                    (x * b.chest * 0.72 * w, 1.4 + (0 if x else b.chest * 0.72), z),
                    b.chest * 0.52,
                    "fur",
                    f"wool{i % 3}",
                    "wool",
                    0.7,
                )
    if b.shell:
        s.ball(
            body,
            (0, 1.4, 0),
            (b.chest * 1.5, b.chest * 1.25, half + b.chest),
            "mark",
            "shell",
            clip=(0.0, -1.0, 0.0, 0.8),
            decals=[spots("accent", 5.2, 2.0, 1)],
        )
        s.ball(body, (0, 0.2, 0), (b.chest * 1.56, 1.5, half + b.chest * 1.05), "accent", "rim")
    if b.spines:
        for i in range(5):
            for j in range(5):
                across, back = (j - 2) * b.chest * 0.42 * w, half - b.length * 1.1 * i / 4
                y = 1.0 + b.chest * (0.95 - 0.1 * (j - 2) ** 2)
                s.limb(
                    body,
                    (across * 0.8, y - 2.4, back),
                    (across * 1.35, y + 2.6, back - 3.4),
                    2.0,
                    0.3,
                    "mark" if (i + j) % 2 else "accent",
                    f"spine{(i + j) % 3}",
                    priority=1.2,
                )
    if b.plates:
        for i in range(6):
            z = half + 1 - (b.length + 4) * i / 5
            tall = 4.6 * math.sin(math.pi * (0.15 + 0.7 * i / 5))
            s.plate(
                body, [(-2.2, 0), (2.2, 0), (0.4, tall)], 0.7, "accent", f"plate{i}", at=(0, b.chest * 0.95, z), turn=ry(90), priority=1.2
            )
    if b.torso:
        centaur.torso(s, body, m, b.chest, half)
    else:
        mouth = muzzles.head(s, body, b, m, half)
        if held is not None:
            held(s.inset(mouth, HELD), 0.2)
    _tail(s, body, b, m, half)
    if b.wings != "none":
        for side in _SIDES:
            root = body.child((side * b.chest * 0.6, b.chest * 0.8, half * 0.7))
            if b.nose == "beak":
                # an eagle's wings are half of what a griffin is: large, and held up
                raised_wing(s, root, side, 1.15, m.wings)
            else:
                (membrane_wing if b.wings == "bat" else feather_wing)(s, root, side, 1.0, m.wings)
    for leg in _LEGS:
        _leg(s, ground, body, b, m, half, lift, *leg)
    return s


def _leg(s: Scene, ground: Frame, body: Frame, b: Beast, m: Motion, half: float, lift: float, name: str, side: int, front: bool) -> None:
    z, y, pitch = m.feet[name]
    reach = min(1.0, b.legs / 11.0)
    z, y = z * reach, y * reach
    r = b.leg_thick
    spread = 1.5 if b.low else 1.0
    low = "belly" if b.bib and b.feet == "paw" and b.coat not in ("panda", "stripes", "spots") else "limb" if b.coat == "panda" else "fur"
    upper = "limb" if b.coat == "panda" else "fur"
    root = body.point((side * b.chest * 0.62 * b.width, -0.8, half * 0.95 if front else -half))
    place = half * 0.92 + z if front else -half - 0.6 + z
    if b.sitting and not front:
        place += 4.0
    foot = ground.point((side * (b.chest * 0.64 * b.width * spread + 0.3), 2.0 + max(y, 0.0), place + 0.3 * m.lunge))
    part = f"leg{name}"
    shade = 0.18
    long = 0.52 * (b.legs + 1.6)
    if front:
        pole = ground.vector((side * 0.9, 0.4, -1.0) if b.low else (0.0, 0.0, -1.0))
        knee, end = two_bones(root, foot, long, long * 0.96, pole)
        s.limb(WORLD, root, knee, r * 1.35, r, upper, part, part, 1.0, limb=shade)
        s.limb(WORLD, knee, end, r * 0.95, r * 0.8, low, part, part, 1.0, limb=shade)
    elif b.low or b.feet == "flat":
        pole = ground.vector((side * 0.9, 0.4, 1.0) if b.low else (0.0, 0.0, 1.0))
        knee, end = two_bones(root, foot, long, long * 0.96, pole)
        s.limb(WORLD, root, knee, r * 1.45, r * 1.05, upper, part, part, 1.0, limb=shade)
        s.limb(WORLD, knee, end, r, r * 0.85, low, part, part, 1.0, limb=shade)
    else:
        hock = add(foot, ground.vector((0.0, 0.34 * b.legs, -0.16 * b.legs - (1.0 if y > 0.5 else 0.0))))
        knee, ankle = two_bones(root, hock, 0.47 * (b.legs + 1), 0.42 * (b.legs + 1), ground.vector((0.0, 0.0, 1.0)))
        s.ball(Frame(root, body.turn), (0, -0.8, 0.2), (r * 1.15, r * 1.8, r * 1.6), upper, part, part, 1.2, limb=shade)
        s.limb(WORLD, root, knee, r * 1.35, r * 1.05, upper, part, part, 1.0, limb=shade)
        s.limb(WORLD, knee, ankle, r, r * 0.75, upper, part, part, 0.8, limb=shade)
        s.limb(WORLD, ankle, foot, r * 0.75, r * 0.75, low, part, part, 0.8, limb=shade)
        end = foot
    sole = Frame(end, ground.turn).child((0, 0, 0), rx(0.6 * pitch))
    if b.feet == "hoof":
        s.drum(sole, (0, -2.0, 0.3), (0, 0.4, 0.1), r * 0.98, r * 0.8, "hoof", f"hoof{name}", rounding=0.3, limb=shade)
    elif b.feet == "flat":
        s.drum(sole, (0, -2.0, 0), (0, 0.6, 0), r * 1.06, r * 0.95, upper, part, part, 0.6, rounding=0.5, limb=shade)
        for toe in (-1, 0, 1):
            s.ball(sole, (toe * r * 0.55, -1.5, r * 0.84), 0.8, "hoof", f"toe{name}", priority=1.3)
    else:
        s.ball(sole, (0, -0.3, 1.0), (r * 1.0, 1.75, r * 1.2), low, part, part, 0.5, priority=1.1, limb=shade)
        if b.feet == "claw":
            for toe in (-1, 0, 1):
                s.limb(sole, (toe * r * 0.5, -0.9, r * 1.5), (toe * r * 0.66, -1.4, r * 2.1), 0.75, 0.3, "hoof", f"toe{name}", priority=1.4)


def _tail(s: Scene, body: Frame, b: Beast, m: Motion, half: float) -> None:
    if b.tail == "none":
        return
    root = body.child((0, b.rump * 0.36, -half - b.rump * 0.75))
    # number of joints, length of one, rise at the root, change a joint, radii, material of the last
    shapes: dict[str, tuple[int, float, float, float, tuple[float, ...], str]] = {
        "bushy": (4, 3.2, -14, 16, (1.9, 2.8, 3.4, 2.9, 0.9), "tip"),
        "thin": (4, 3.2, -30, 26, (1.1, 0.9, 0.8, 0.7, 0.4), "fur"),
        "tuft": (4, 3.0, -56, 16, (1.0, 0.9, 0.9, 1.5, 0.4), "mark"),
        "long": (5, 3.2, -46, 30, (1.4, 1.4, 1.4, 1.4, 1.3, 0.9), "tip"),
        "curl": (5, 2.0, 30, 46, (1.3, 1.3, 1.2, 1.0, 0.8, 0.5), "fur"),
        "horse": (4, 3.0, -40, -12, (1.4, 2.0, 2.3, 2.0, 0.6), "mane"),
        "thick": (5, 3.4, -20, 6, (0.8, 0.66, 0.5, 0.34, 0.2, 0.07), "fur"),
        "plume": (5, 3.4, 50, 14, (2.0, 3.0, 3.6, 3.6, 3.0, 1.4), "fur"),
    }
    if b.tail in ("puff", "stub"):
        s.ball(root, (0, 0.8, -0.6), 2.4 if b.tail == "puff" else 1.5, "belly" if b.tail == "puff" else "fur", "tail")
        return
    if b.tail == "flat":
        s.ball(root, (0, -1.6, -5.0), (3.2, 1.0, 5.6), "mark", "tail", turn=rx(-16))
        return
    joints, long, rise, change, radii, last = shapes[b.tail]
    if b.tail == "thick":
        radii = tuple(r * b.rump for r in radii)
    points: list[Vec] = [(0.0, 0.0, 0.0)]
    for i in range(joints):
        swing = 9 * math.sin(2 * math.pi * m.t - 0.7 * i) * (i + 1) * 0.6 * max(0.3, abs(m.tail)) if m.tail else 4 * (i + 1) * 0.5
        points.append(add(points[-1], turned(product(ry(swing), rx(rise + change * i)), (0.0, 0.0, -long))))
    rest = "mane" if b.tail == "horse" else "fur"
    banded = b.coat == "stripes" or b.coat == "mask"
    for i in range(joints):
        material = last if i == joints - 1 else ("mark" if banded and i % 2 else rest)
        s.limb(root, points[i], points[i + 1], radii[i], radii[i + 1], material, "tail", "tail", 1.2)
