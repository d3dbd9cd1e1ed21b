"""The rig `quadruped`: four legs, a barrel and a head, from mouse to elephant by proportions."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makebelieve.art.creatures import centaur
from makebelieve.art.creatures.gait import Motion
from makebelieve.art.raster.frames import WORLD, Frame, Vec, add, lerp, product, rx, ry, rz, turned, two_bones
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES: Final = (-1, 1)
_LEGS: Final = (("LF", 1, True), ("RF", -1, True), ("LH", 1, False), ("RH", -1, False))


@dataclass(frozen=True, slots=True)
class Beast:
    """Proportions and parts; lengths in units (a wolf is about 36 long and 26 high)."""

    length: float = 12.6
    """Chest to rump."""
    legs: float = 13.4
    """Height of the belly line's joints over the ground."""
    chest: float = 6.0
    rump: float = 5.2
    waist: float = 0.88
    width: float = 0.92
    neck: float = 9.0
    neck_angle: float = 42.0
    """Degrees over the horizontal."""
    neck_thick: float = 0.9
    head: float = 6.0
    muzzle: float = 5.6
    muzzle_thick: float = 3.2
    nose: str = "nose"
    """nose, pig, trunk, bull, beak, none"""
    ears: str = "pointed"
    """pointed, round, floppy, long, tall, side, wide, tiny, none"""
    horns: str = "none"
    """none, antlers, ram, straight, bull, unicorn, tusks, nose, goat, palm"""
    tail: str = "bushy"
    """bushy, thin, tuft, puff, long, stub, horse, flat, thick, curl, none"""
    mane: str = "none"
    """none, lion, horse, ruff, crest"""
    coat: str = "plain"
    """plain, spots, stripes, patches, back, mask, saddle, panda, skunk"""
    feet: str = "paw"
    """paw, hoof, flat, claw"""
    leg_thick: float = 2.5
    hump: float = 0.0
    wool: bool = False
    shell: bool = False
    spines: bool = False
    plates: bool = False
    whiskers: bool = False
    bib: bool = True
    """A light chest, belly and muzzle."""
    eyes: str = "beast"
    eye_size: tuple[float, float] = (2.2, 2.6)
    low: bool = False
    """Sprawled legs (lizards, turtles)."""
    wings: str = "none"
    sitting: bool = False
    micro: bool = False
    """For cells under 20 px: drawn by the rig of `creatures.micro`."""
    torso: bool = False
    """A centaur: a person's upper body where a horse's neck would be."""


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


def build(b: Beast, m: Motion, names: Mapping[str, int], snap: float = 1.0) -> Scene:
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
        _head(s, body, b, m, half)
    _tail(s, body, b, m, half)
    if b.wings != "none":
        from makebelieve.art.creatures.winged import feather_wing, membrane_wing, raised_wing

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


def _head(s: Scene, body: Frame, b: Beast, m: Motion, half: float) -> None:
    angle = math.radians(b.neck_angle)
    root: Vec = (0.0, b.chest * 0.34, half * 0.95 + b.chest * 0.35)
    end = add(root, (0.0, b.neck * math.sin(angle) + m.head_up, b.neck * math.cos(angle)))
    neck_marks = [bands("mark", 3.3, 0.34, axis=1)] if b.coat == "stripes" else [spots("mark", 3.4, 1.15)] if b.coat == "spots" else []
    thick = b.neck_thick
    if b.neck > 2.0:
        s.limb(
            body, root, lerp(root, end, 0.92), b.chest * 0.9 * thick, b.head * 0.72 * thick, "fur", "body", "body", 2.4, decals=neck_marks
        )
        if b.bib:
            s.ball(body, lerp(root, end, 0.3), (b.chest * 0.72 * b.width, b.chest * 0.82, b.chest * 0.52), "belly", "body", "body", 1.6)
    level = Frame(body.origin, body.turn, body.size).child(end)
    hd = Frame(level.origin, product(body.turn, rx(8 + m.head - 0.7 * m.pitch)), level.size)
    r = b.head
    mask = [Decal("mark", x=(-0.34 * r, 0.34 * r), y=(0.2 * r, 30.0))] if b.coat in ("back", "mask", "skunk") else []
    if b.coat == "stripes":
        mask = [bands("mark", 2.6, 0.36, axis=0, y=(0.3 * r, 30.0))]
    eagle = b.nose == "beak"
    s.ball(hd, (0, 0, 0), (r, r * 0.92, r * 0.95), "belly" if eagle else "fur", "head", "head", 1.6, decals=mask)
    if eagle:
        for i in range(5):
            s.limb(
                hd,
                (0, r * (0.7 - 0.4 * i), -r * 0.5),
                (0, r * (0.9 - 0.62 * i), -r * (1.2 + 0.1 * i)),
                r * 0.5,
                r * 0.14,
                "belly",
                f"nape{i % 2}",
                "nape",
                0.8,
            )
    if b.mane in ("ruff", "lion") or (b.bib and b.mane == "none" and b.nose == "nose" and b.muzzle > 3):
        for side in _SIDES:
            s.limb(
                hd,
                (side * r * 0.58, -0.25 * r, 0.1),
                (side * r * 1.12, -0.62 * r, -0.3 * r),
                r * 0.5,
                r * 0.18,
                "belly" if b.mane != "lion" else "mane",
                "head",
                "head",
                1.3,
            )
    light = [Decal("belly", z=(-9.0, 0.1))] if b.bib else []
    mouth = rx(26 * m.jaw)
    if b.nose == "trunk":
        points: list[Vec] = [(0.0, -0.3 * r, r * 0.8)]
        for i in range(5):
            points.append(add(points[-1], turned(rx(74 - 30 * i * (1 - 0.5 * m.jaw)), (0.0, 0.0, 2.9))))
        for i in range(5):
            s.limb(hd, points[i], points[i + 1], r * (0.44 - 0.05 * i), r * (0.39 - 0.05 * i), "fur", "trunk", "trunk", 0.8)
    elif b.nose == "pig":
        s.limb(
            hd,
            (0, -0.28 * r, r * 0.7),
            (0, -0.3 * r, r * 0.7 + b.muzzle),
            b.muzzle_thick,
            b.muzzle_thick * 0.94,
            "belly",
            "snout",
            facing=(0, 1, 0),
        )
        s.stamp(hd, (0, -0.28 * r, r * 0.7 + b.muzzle + b.muzzle_thick), (0, 0, 1), (3.0, 1.4), "mouth", {"d": "nose"}, ("snout",), 0.3)
    elif eagle:
        ridge: Vec = (0.0, 0.02 * r, r * 0.8 + b.muzzle)
        s.limb(hd, (0, -0.12 * r, r * 0.6), ridge, r * 0.46, r * 0.36, "beak", "beak", "beak", 0.5, priority=1.2)
        s.limb(hd, ridge, (0, -0.6 * r, r * 0.92 + b.muzzle), r * 0.34, r * 0.08, "beak", "beak", "beak", 0.5, priority=1.3)
        jaw = hd.child((0, -0.42 * r, r * 0.6), mouth)
        s.limb(jaw, (0, 0, 0), (0, 0, b.muzzle * 0.8), r * 0.3, r * 0.14, "beak2", "jaw", priority=1.1)
    elif b.muzzle > 0:
        tip: Vec = (0.0, -0.36 * r, r * 0.62 + b.muzzle)
        s.limb(
            hd,
            (0, -0.24 * r, r * 0.55),
            tip,
            b.muzzle_thick,
            b.muzzle_thick * 0.7,
            "fur" if b.nose != "bull" else "belly",
            "snout",
            "head",
            1.2,
            facing=(0, 1, 0),
            decals=light,
        )
        jaw = hd.child((0, -0.5 * r, r * 0.5), mouth)
        s.limb(
            jaw,
            (0, 0, 0),
            (0, 0.0, b.muzzle * 0.86),
            b.muzzle_thick * 0.72,
            b.muzzle_thick * 0.5,
            "belly" if b.bib else "fur",
            "jaw",
            "jaw" if m.jaw > 0.1 else "head",
            0.8,
        )
        if m.jaw > 0.3:
            s.limb(
                jaw,
                (0, b.muzzle_thick * 0.4, 0.6),
                (0, b.muzzle_thick * 0.34, b.muzzle * 0.7),
                b.muzzle_thick * 0.5,
                b.muzzle_thick * 0.34,
                "tongue",
                "tongue",
            )
        if b.nose != "none":
            at = (0.0, tip[1] + b.muzzle_thick * 0.42, tip[2] + b.muzzle_thick * 0.42)
            wide = 1.25 if b.nose == "bull" else 1.0
            s.ball(hd, at, (b.muzzle_thick * 0.52 * wide, b.muzzle_thick * 0.42, b.muzzle_thick * 0.4), "nose", "nose", priority=1.7)
    _ears(s, hd, b, r)
    _horns(s, hd, b, r)
    if b.mane == "lion":
        for i in range(9):
            turn = 40 * i
            x, y = math.sin(math.radians(turn)) * r * 1.1, math.cos(math.radians(turn)) * r * 1.1
            s.limb(
                hd,
                (x * 0.7, y * 0.7, -r * 0.35),
                (x * 1.36, y * 1.36 - 0.8, -r * 0.75),
                r * 0.55,
                r * 0.24,
                "mane",
                f"mane{i % 3}",
                "mane",
                0.8,
            )
    elif b.mane in ("horse", "crest"):
        for i in range(5):
            f = i / 4
            at = lerp((0.0, r * 0.95 + end[1], end[2] - r * 0.35), (0.0, b.chest * 1.1, half * 0.6), f)
            s.limb(body, at, add(at, (0.0, -2.6 if b.mane == "horse" else 1.8, -2.4)), 1.9, 1.3, "mane", "mane", "mane", 0.9, priority=1.1)
        if b.mane == "horse":
            s.limb(hd, (0, r * 0.9, r * 0.1), (0.4, r * 0.42, r * 0.86), 1.7, 0.6, "mane", "forelock", priority=1.2)
    kind = "line" if m.blink > 0.5 else b.eyes
    inks = {"d": "pupil", "w": "white", "c": "iris"}
    for side in _SIDES:
        if b.coat in ("panda", "mask"):
            s.ball(hd, (side * r * 0.5, 0.1 * r, r * 0.72), (r * 0.27, r * 0.34, r * 0.2), "mark", f"patch{side}", turn=rz(side * 24))
        s.stamp(
            hd,
            (side * r * 0.54, r * 0.16, r * 0.78),
            (side * 0.62, 0.2, 0.75),
            b.eye_size,
            kind,
            inks,
            ("head", "snout", f"patch{side}"),
            0.08,
            side,
        )


def _ears(s: Scene, hd: Frame, b: Beast, r: float) -> None:
    for side in _SIDES:
        name = f"ear{side}"
        inner = "inner"
        if b.ears == "pointed":
            s.limb(
                hd,
                (side * r * 0.56, r * 0.5, -r * 0.15),
                (side * r * 0.78, r * 1.42, -r * 0.25),
                r * 0.47,
                0.4,
                "ear",
                name,
                flat=(1.0, 0.8),
                priority=1.1,
            )
            s.limb(
                hd, (side * r * 0.6, r * 0.56, r * 0.14), (side * r * 0.76, r * 1.1, r * 0.0), r * 0.25, 0.3, inner, name, flat=(1.0, 0.55)
            )
        elif b.ears == "round":
            s.ball(hd, (side * r * 0.74, r * 0.72, -r * 0.1), (r * 0.4, r * 0.4, r * 0.22), "ear", name)
            s.ball(hd, (side * r * 0.74, r * 0.7, r * 0.06), (r * 0.22, r * 0.22, r * 0.14), inner, name + "i")
        elif b.ears == "wide":
            s.ball(hd, (side * r * 0.9, r * 0.85, -r * 0.1), (r * 0.62, r * 0.62, r * 0.2), "ear", name)
            s.ball(hd, (side * r * 0.92, r * 0.85, r * 0.06), (r * 0.4, r * 0.4, r * 0.14), inner, name + "i")
        elif b.ears == "floppy":
            s.limb(
                hd,
                (side * r * 0.75, r * 0.55, -r * 0.1),
                (side * r * 1.22, -r * 0.42, r * 0.05),
                r * 0.34,
                r * 0.38,
                "ear",
                name,
                flat=(0.6, 1.0),
            )
        elif b.ears == "tall":
            s.limb(
                hd,
                (side * r * 0.4, r * 0.6, -r * 0.2),
                (side * r * 0.62, r * 2.3, -r * 0.4),
                r * 0.32,
                r * 0.26,
                "ear",
                name,
                flat=(1.0, 0.6),
            )
            s.limb(
                hd,
                (side * r * 0.42, r * 0.8, -r * 0.02),
                (side * r * 0.61, r * 2.1, -r * 0.2),
                r * 0.18,
                r * 0.15,
                inner,
                name + "i",
                flat=(1.0, 0.5),
            )
        elif b.ears == "side":
            s.limb(
                hd,
                (side * r * 0.7, r * 0.45, -r * 0.2),
                (side * r * 1.55, r * 0.62, -r * 0.3),
                r * 0.3,
                r * 0.16,
                "ear",
                name,
                flat=(0.9, 0.7),
            )
        elif b.ears == "fan":
            s.ball(hd, (side * r * 1.25, r * 0.1, -r * 0.25), (r * 0.78, r * 0.95, r * 0.16), "ear", name, turn=ry(side * -24))
        elif b.ears == "tiny":
            s.ball(hd, (side * r * 0.62, r * 0.7, -r * 0.1), (r * 0.22, r * 0.22, r * 0.18), "ear", name)


def _horns(s: Scene, hd: Frame, b: Beast, r: float) -> None:
    if b.horns == "unicorn":
        s.limb(
            hd, (0, r * 0.6, r * 0.6), (0, r * 1.9, r * 1.1), r * 0.24, 0.3, "horn", "horn", priority=1.5, decals=[bands("gold", 2.0, 0.3)]
        )
    elif b.horns == "nose":
        s.limb(
            hd,
            (0, 0.1 * r, r * 0.62 + b.muzzle * 0.8),
            (0, r * 1.0, r * 0.9 + b.muzzle),
            b.muzzle_thick * 0.5,
            0.3,
            "horn",
            "horn",
            priority=1.5,
        )
        s.limb(
            hd,
            (0, 0.2 * r, r * 0.62 + b.muzzle * 0.2),
            (0, r * 0.66, r * 0.72 + b.muzzle * 0.3),
            b.muzzle_thick * 0.34,
            0.3,
            "horn",
            "horn2",
            priority=1.4,
        )
    if b.horns in ("none", "unicorn", "nose"):
        return
    paths: dict[str, tuple[tuple[Vec, Vec, float, float], ...]] = {
        "antlers": (((0.4, 0.7, -0.1), (0.9, 1.7, -0.3), 0.2, 0.16), ((0.9, 1.7, -0.3), (0.95, 2.5, 0.0), 0.16, 0.1), ((0.7, 1.3, -0.2), (1.5, 1.7, 0.2), 0.14, 0.09), ((0.92, 2.0, -0.2), (1.5, 2.4, 0.1), 0.13, 0.09)),
        "palm": (((0.5, 0.7, -0.1), (1.2, 1.3, -0.2), 0.22, 0.24), ((1.2, 1.3, -0.2), (2.0, 2.0, -0.1), 0.34, 0.3), ((1.5, 1.5, -0.1), (2.3, 1.5, 0.2), 0.16, 0.1), ((1.8, 1.9, 0), (1.7, 2.6, 0.1), 0.16, 0.1)),
        "ram": (((0.5, 0.7, -0.1), (1.0, 0.95, -0.5), 0.3, 0.28), ((1.0, 0.95, -0.5), (1.35, 0.3, -0.5), 0.28, 0.24), ((1.35, 0.3, -0.5), (1.2, -0.2, 0.1), 0.24, 0.14), ((1.2, -0.2, 0.1), (1.35, 0.0, 0.5), 0.14, 0.05)),
        "straight": (((0.4, 0.75, -0.1), (0.55, 2.1, -0.4), 0.17, 0.05),),
        "goat": (((0.36, 0.75, 0), (0.5, 1.5, -0.4), 0.2, 0.15), ((0.5, 1.5, -0.4), (0.62, 1.7, -1.0), 0.15, 0.05)),
        "bull": (((0.6, 0.6, 0), (1.3, 0.9, 0.1), 0.24, 0.19), ((1.3, 0.9, 0.1), (1.4, 1.6, 0.3), 0.19, 0.05)),
        "tusks": (((0.42, -0.5, 0.9), (0.62, -0.4, 1.6), 0.15, 0.11), ((0.62, -0.4, 1.6), (0.6, 0.05, 1.95), 0.11, 0.04)),
    }  # fmt: skip
    for side in _SIDES:
        for a, e, ra, rb in paths[b.horns]:
            s.limb(
                hd,
                (side * a[0] * r, a[1] * r, a[2] * r),
                (side * e[0] * r, e[1] * r, e[2] * r),
                max(0.5, ra * r),
                max(0.3, rb * r),
                "horn",
                f"horn{side}",
                f"horn{side}",
                0.4,
                priority=1.4,
            )


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
