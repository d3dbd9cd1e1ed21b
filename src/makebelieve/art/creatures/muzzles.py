"""Heads of four-legged animals: neck, muzzle, ears, horns, mane, eyes."""

from __future__ import annotations

import math
from typing import Final

from makebelieve.art.creatures.beast import Beast
from makebelieve.art.creatures.gait import Motion
from makebelieve.art.raster.frames import Frame, Vec, add, lerp, product, rx, ry, rz, turned
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES: Final = (-1, 1)


def head(s: Scene, body: Frame, b: Beast, m: Motion, half: float) -> Frame:
    """Neck and head; the frame of a thing that is held before the mouth."""
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
    front = 0.8 * r + max(0.0, b.muzzle) + b.muzzle_thick * 0.5
    return hd.child((0.0, -0.5 * r - 4.6, front), size=0.36)


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
