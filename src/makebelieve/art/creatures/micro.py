"""The four-legged rig for cells under 20 px: a head of half the height, a short barrel, four stout legs, and what tells one kind from another.

Lengths are nearly pixels there: nothing is thinner than one, ears and tail are two, and legs keep a pixel of air between them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from makebelieve.art.creatures.beast import Beast
from makebelieve.art.creatures.gait import Motion
from makebelieve.art.raster.frames import Frame, Vec, add, rx, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES: Final = (-1, 1)
_TUFTED: Final = ("bushy", "plume", "flat", "thick")


def fits(b: Beast) -> bool:
    """Whether the beast is one that this rig can tell: no sprawled legs, shells, spines, wings or torsos."""
    return not (b.low or b.shell or b.spines or b.plates or b.torso or b.sitting or b.wings != "none")


def _bounded(value: float, low: float, high: float) -> float:
    return min(high, max(low, value))


def build(b: Beast, m: Motion, names: Mapping[str, int], snap: float = 1.0) -> Scene:
    """The scene of one frame; the arguments are those of the full rig."""
    s = Scene(dict(names))
    tall = 3.7 * _bounded(b.legs / 9.6, 0.7, 1.4)
    girth = 2.6 * _bounded(b.chest / 5.6, 0.86, 1.3)
    half = 3.0 * _bounded(b.length / 10.0, 0.84, 1.2)
    high = tall + 0.75 * girth
    ground = Frame((0.0, girth * 0.8 * m.fall / 90, 0.0), rz(m.fall))
    lift = m.lift * 0.4 if m.lift > 1.0 else 0.0
    bob = round(0.4 * m.dy * snap) / snap
    body = ground.child((0.0, high + bob + lift, 0.4 * m.lunge), rx(0.7 * m.pitch))
    marks = _coat(b)
    s.ball(body, (0, 0, -0.5), (girth * 0.92, girth * (1.12 if b.wool else 1.0), half + 0.6), "fur", "body", "body", 1.0, decals=marks)
    if b.wool:
        for z in (-half * 0.7, half * 0.3):
            s.ball(body, (0, girth * 0.6, z), girth * 0.8, "fur", "body", "body", 0.6)
    if b.hump:
        s.ball(body, (0, girth * 0.9, -0.6), (girth * 0.6, girth * 0.8, girth * 0.8), "fur", "body", "body", 1.0)
    for name, side, front in (("LF", 1, True), ("RF", -1, True), ("LH", 1, False), ("RH", -1, False)):
        z, y, _ = m.feet[name]
        top = body.point((side * girth * 0.56, -0.3 * girth, half + 0.4 if front else -half - 0.4))
        foot = ground.point(
            (side * girth * 0.6, 0.9 + 0.34 * max(0.0, y), (half + 0.6 if front else -half - 0.7) + 0.3 * z + 0.3 * m.lunge)
        )
        thick = 0.95 * _bounded(b.leg_thick / 2.2, 0.92, 1.3)
        part = f"leg{name}"
        s.limb(Frame(), top, foot, thick * 1.1, thick, "limb" if b.coat == "panda" or b.wool else "fur", part, part, 0.3, limb=0.22)
        if b.feet == "hoof":
            s.ball(Frame(), add(foot, (0, -0.3, 0.1)), (thick, 0.8, thick), "hoof", f"hoof{name}", priority=1.3, limb=0.22)
    _head(s, body, b, m, girth, half)
    _tail(s, body, b, m, girth, half)
    return s


def _coat(b: Beast) -> list[Decal]:
    if b.coat == "patches":
        return [spots("mark", 4.4, 1.9, 2)]
    if b.coat == "spots":
        return [spots("mark", 2.6, 0.8)]
    if b.coat == "stripes":
        return [bands("mark", 2.9, 0.36, 0.6, axis=2, y=(-0.6, 30.0))]
    if b.coat in ("back", "saddle", "skunk"):
        return [Decal("mark", y=(1.0, 30.0))]
    return [Decal("belly", y=(-30.0, -1.2))] if b.bib else []


def _head(s: Scene, body: Frame, b: Beast, m: Motion, girth: float, half: float) -> None:
    necked = b.neck > 8.0 and b.neck_angle >= 50
    r = (2.8 if necked else 3.7) * _bounded(b.head / 5.8, 0.9, 1.12)
    rise = (4.2 + 0.22 * min(b.neck, 20.0)) if necked else 3.0 + 1.6 * math.sin(math.radians(b.neck_angle))
    at: Vec = (0.0, rise + 0.3 * m.head_up, half + (1.2 if necked else 0.9))
    if necked:
        s.limb(body, (0, 0.2 * girth, half * 0.5), (0, at[1] - 0.5, at[2] - 0.7), girth * 0.74, r * 0.72, "fur", "body", "body", 1.0)
    h = body.child(at, rx(0.5 * m.head - 0.6 * m.pitch))
    face = "limb" if b.wool else "fur"
    s.ball(
        h,
        (0, 0, 0),
        (r, r * 0.96, r * 0.92),
        face,
        "head",
        decals=[Decal("mark", y=(0.3 * r, 30.0), x=(-0.4 * r, 0.4 * r))] if b.coat in ("back", "mask") else [],
    )
    if b.mane == "lion":
        s.ball(h, (0, -0.1 * r, -0.5 * r), (r * 1.42, r * 1.42, r * 0.7), "mane", "mane")
    elif b.mane in ("horse", "crest"):
        s.limb(
            body, (0, at[1] + 0.8 * r, at[2] - 0.7 * r), (0, girth * 0.9, half * 0.2), 1.2, 1.1, "mane", "mane", "mane", 0.4, priority=1.2
        )
        s.ball(h, (0, r * 0.9, 0), (0.9, 1.0, 1.2), "mane", "forelock", priority=1.3)
    elif b.mane == "ruff":
        s.ball(h, (0, -0.8 * r, -0.2 * r), (r * 0.9, r * 0.6, r * 0.8), "belly", "ruff")
    long = _bounded(0.26 * b.muzzle, 0.0, 1.7)
    thick = _bounded(0.5 * b.muzzle_thick, 1.1, 1.9)
    tip: Vec = (0.0, -0.36 * r, 0.7 * r + long)
    if b.nose == "trunk":
        s.limb(h, (0, -0.3 * r, r * 0.8), (0, -1.5 * r, r * 1.2), 1.4, 1.1, "fur", "trunk", "trunk", 0.5)
    elif b.nose == "pig":
        s.drum(h, (0, -0.2 * r, r * 0.6), (0, -0.2 * r, r + 1.1), 1.6, 1.6, "belly", "snout", rounding=0.4, priority=1.3)
        for side in _SIDES:
            s.stamp(h, (side * 0.7, -0.2 * r, r + 1.2), (0, 0, 1), (1.0, 1.0), "dot", {"d": "nose"}, ("snout",), 0.3)
    elif b.muzzle > 0:
        light = "belly" if b.bib or b.nose == "bull" else face
        s.limb(h, (0, -0.3 * r, 0.5 * r), tip, thick, thick * 0.86, light, "snout", priority=1.05)
        if b.nose != "none":
            s.ball(h, (0, tip[1] + 0.45 * thick, tip[2] + 0.55 * thick), (0.95, 0.8, 0.8), "nose", "nose", priority=1.9)
    _ears(s, h, b, r)
    for side in _SIDES:
        kind = "line" if m.blink > 0.5 else "dot"
        s.stamp(
            h,
            (side * r * 0.56, r * 0.14, r * 0.78),
            (side * 0.62, 0.2, 0.75),
            (1.8, 2.4),
            kind,
            {"d": "pupil", "w": "white", "c": "iris"},
            ("head", "snout"),
            0.05,
            side,
        )


def _ears(s: Scene, h: Frame, b: Beast, r: float) -> None:
    for side in _SIDES:
        name = f"ear{side}"
        if b.ears == "pointed":
            s.limb(h, (side * r * 0.6, r * 0.5, -0.3), (side * r * 0.78, r * 1.5, -0.5), 1.25, 0.6, "ear", name, priority=1.2)
        elif b.ears in ("floppy", "long"):
            s.limb(h, (side * r * 0.86, r * 0.62, -1.0), (side * r * 1.06, -r * 0.4, -1.2), 0.95, 1.1, "mark", name, priority=1.3)
        elif b.ears == "tall":
            s.limb(h, (side * r * 0.42, r * 0.7, -0.4), (side * r * 0.6, r * 2.3, -0.9), 1.05, 0.9, "ear", name, priority=1.2)
            s.limb(h, (side * r * 0.42, r * 1.0, 0.2), (side * r * 0.58, r * 2.0, -0.3), 0.6, 0.5, "inner", name + "i", priority=1.4)
        elif b.ears in ("wide", "fan"):
            size = 2.3 if b.ears == "wide" else 2.5
            s.ball(h, (side * r * 1.0, r * (0.85 if b.ears == "wide" else 0.2), -0.4), (size, size, 0.8), "ear", name, priority=1.1)
            s.ball(
                h,
                (side * r * 1.0, r * (0.85 if b.ears == "wide" else 0.2), 0.2),
                (size * 0.55, size * 0.55, 0.6),
                "inner",
                name + "i",
                priority=1.3,
            )
        elif b.ears in ("round", "tiny"):
            s.ball(h, (side * r * 0.74, r * 0.8, -0.3), (1.25, 1.25, 0.9), "ear", name, priority=1.2)
        elif b.ears == "side":
            s.limb(h, (side * r * 0.7, r * 0.5, -0.4), (side * r * 1.22, r * 0.62, -0.5), 0.9, 0.7, "ear", name, priority=1.2)
    if b.horns in ("unicorn", "nose"):
        start = (0.0, r * 0.7, r * 0.5) if b.horns == "unicorn" else (0.0, 0.1, r + 1.0)
        s.limb(h, start, add(start, (0, 3.4, 1.2)), 0.9, 0.5, "horn", "horn", priority=1.6)
    elif b.horns not in ("none", "tusks"):
        for side in _SIDES:
            s.limb(
                h,
                (side * r * 0.5, r * 0.7, 0),
                (side * r * 0.95, r * 1.5, 0.2),
                0.85,
                0.6,
                "horn",
                f"horn{side}",
                f"horn{side}",
                0.3,
                priority=1.5,
            )
            if b.horns in ("antlers", "palm"):
                s.limb(
                    h,
                    (side * r * 0.95, r * 1.5, 0.2),
                    (side * r * 1.3, r * 2.3, 0.0),
                    0.8,
                    0.6,
                    "horn",
                    f"horn{side}",
                    f"horn{side}",
                    0.3,
                    priority=1.5,
                )
                s.limb(
                    h,
                    (side * r * 0.9, r * 1.4, 0.2),
                    (side * r * 1.7, r * 1.6, 0.4),
                    0.7,
                    0.55,
                    "horn",
                    f"horn{side}",
                    f"horn{side}",
                    0.3,
                    priority=1.5,
                )
    elif b.horns == "tusks":
        for side in _SIDES:
            s.limb(
                h, (side * r * 0.5, -0.5 * r, r * 0.8), (side * r * 0.6, -0.3 * r, r * 1.5), 0.7, 0.5, "horn", f"tusk{side}", priority=1.6
            )


def _tail(s: Scene, body: Frame, b: Beast, m: Motion, girth: float, half: float) -> None:
    wag = 0.7 * math.sin(2 * math.pi * m.t) if m.tail else 0.0
    root: Vec = (0.0, 0.3 * girth, -half - 0.6)
    if b.tail == "none":
        return
    if b.tail in ("puff", "stub"):
        s.ball(
            body,
            (0, 0.5 * girth, -half - 0.9),
            1.5 if b.tail == "puff" else 1.1,
            "belly" if b.tail == "puff" else "fur",
            "tail",
            priority=1.1,
        )
    elif b.tail == "horse":
        s.limb(body, root, (wag, -1.6, -half - 2.6), 1.2, 1.3, "mane", "tail", priority=1.1)
    elif b.tail in _TUFTED:
        up = {"plume": 4.6, "bushy": 1.9}.get(b.tail, 0.4)
        middle = (wag, root[1] + 0.4 * up, root[2] - 1.8)
        s.limb(body, root, middle, 1.1, 1.7, "fur", "tail", "tail", 0.6)
        s.limb(body, middle, (1.6 * wag, root[1] + up, root[2] - (2.2 if b.tail == "plume" else 3.2)), 1.7, 1.2, "tip", "tail", "tail", 0.6)
    else:
        bend = (wag, root[1] + (1.6 if b.tail != "thin" else 0.2), root[2] - 1.6)
        end = (
            1.6 * wag,
            root[1] + {"curl": 3.2, "long": 4.2, "thin": 1.2, "tuft": -1.0}.get(b.tail, 3.0),
            root[2] - (1.2 if b.tail == "curl" else 2.2),
        )
        s.limb(body, root, bend, 0.9, 0.85, "fur", "tail", "tail", 0.3, priority=1.1)
        s.limb(
            body,
            bend,
            end,
            0.85,
            1.0 if b.tail == "tuft" else 0.75,
            "mark" if b.tail == "tuft" else "fur",
            "tail",
            "tail",
            0.3,
            priority=1.1,
        )
