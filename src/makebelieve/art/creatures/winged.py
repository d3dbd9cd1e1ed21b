"""The rig `winged`: birds, bats, dragons, and insects that fly."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makebelieve.art.creatures.gait import Motion
from makebelieve.art.raster.frames import WORLD, Frame, Vec, add, lerp, product, rx, ry, rz, turned, two_bones, unit
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES: Final = (-1, 1)


@dataclass(frozen=True, slots=True)
class Flier:
    """What flies; lengths in units."""

    kind: str = "bird"
    """bird, bat, dragon, bee, butterfly, dragonfly"""
    body: float = 6.6
    long: float = 1.25
    neck: float = 3.0
    head: float = 5.4
    beak: str = "short"
    """short, long, hook, flat, parrot, toucan, bag, none"""
    swan: bool = False
    """A neck like an S, a black knob on the beak, wings held up over the back."""
    legs: float = 5.0
    tail: str = "fan"
    """fan, long, stub, fork, peacock, turkey, sickle (a rooster's)"""
    crest: str = "none"
    """none, tuft, comb, wattle, ears, plume"""
    wing: float = 1.0
    upright: float = 34.0
    """How far the body is raised, degrees."""
    grounded: bool = True
    """Walks or swims unless it runs; else always flies."""
    flightless: bool = False
    eyes: str = "beast"
    eye_size: tuple[float, float] = (2.2, 2.6)
    coat: str = "plain"
    horns: bool = True
    spikes: bool = True
    biped: bool = False
    """A wyvern: no forelegs."""


def feather_wing(s: Scene, root: Frame, side: int, size: float, beat: float, folded: float = 0.0) -> None:
    """A feathered wing in three layers; `folded` lays it against the body."""
    w = root.child(
        (0, 0, 0),
        ry(side * (14 + 62 * folded)),
        rz(side * (-6 + 46 * beat) * (1 - folded) - side * 26 * folded),
        rx(-40 * (1 - folded)),
        size=size,
    )
    name = f"wing{side}"
    reach = 1.0 - 0.42 * folded
    s.limb(w, (0, 0, 0), (side * 7.6 * reach, 1.6, -0.4), 2.3, 1.7, "wing", name, name, 0.8, flat=(1.0, 0.6))
    tip = w.child((side * 7.4 * reach, 1.6, -0.4), rz(side * 14 * beat * (1 - folded)))
    for i, (x, y) in enumerate(((10.6, 1.0), (9.6, -2.2), (7.4, -4.8))):
        s.limb(
            tip, (0, 0, 0), (side * x * reach, y, -1.2 - 0.3 * i), 2.0, 1.0, "wing2" if i else "wingtip", f"{name}f{i}", flat=(1.0, 0.34)
        )
    for i, (x, y) in enumerate(((6.2, -5.4), (3.2, -5.6))):
        s.limb(w, (side * x * 0.6 * reach, 0.2, -0.4), (side * x * reach, y, -1.0), 2.2, 1.5, "wing2", f"{name}s{i}", flat=(1.0, 0.34))


def raised_wing(s: Scene, root: Frame, side: int, size: float, beat: float) -> None:
    """An eagle's wing held up: a fan of long feathers from straight up to straight back, short ones over their roots."""
    w = root.child((0, 0, 0), rz(side * (-24 - 20 * beat)), size=size)
    name = f"wing{side}"
    for i, (angle, long) in enumerate(((96, 15.0), (76, 17.0), (57, 17.0), (38, 15.4), (20, 13.0))):
        a = math.radians(angle)
        tip = (side * 0.5 * i, long * math.sin(a), -long * math.cos(a))
        s.limb(w, (0, 0.4, 0), tip, 1.2, 2.3, "wing2" if i % 2 else "wing", f"{name}f{i}", flat=(0.34, 1.0), facing=(0, 0, 1))
    for angle, long in ((88, 8.6), (62, 9.4), (36, 8.8)):
        a = math.radians(angle)
        tip = (side * 0.9, long * math.sin(a), -long * math.cos(a))
        s.limb(w, (side * 0.6, 0.2, 0), tip, 1.8, 2.3, "wing", name, name, 0.9, flat=(0.5, 1.0), facing=(0, 0, 1), priority=1.1)


def membrane_wing(s: Scene, root: Frame, side: int, size: float, beat: float) -> None:
    """A bat's or dragon's wing: arm, three fingers, flat webs between them, swept back."""
    w = root.child((0, 0, 0), ry(side * 30), rx(14), rz(side * (24 + 34 * beat)), size=size)
    elbow: Vec = (side * 8.4, 5.0, 0.0)
    hand = w.child(elbow, rz(side * (-16 - 22 * beat)))
    tips: tuple[Vec, ...] = ((side * 12.4, 2.4, -1.0), (side * 9.4, -7.4, -1.4), (side * 2.6, -10.6, -1.6))
    name = f"wing{side}"
    s.limb(w, (0, 0, 0), elbow, 1.8, 1.4, "fur", name + "arm", name + "b", 0.5, priority=1.2)
    s.limb(hand, (0, 0, 0), tips[0], 1.3, 0.6, "fur", name + "arm", name + "b", 0.5, priority=1.2)
    for tip in tips[1:]:
        s.limb(hand, (0, 0, 0.3), tip, 0.85, 0.4, "fur", name + "arm", name + "b", 0.3)
    s.limb(w, elbow, add(elbow, (0, 3.2, 0.4)), 0.9, 0.3, "horn", name + "claw", priority=1.3)
    for a, b in ((tips[0], tips[1]), (tips[1], tips[2])):
        middle = lerp(lerp(a, b, 0.5), (0.0, 0.0, 0.0), 0.16)
        s.web(hand, (0, 0, 0), a, middle, 0.5, "wing", name, name)
        s.web(hand, (0, 0, 0), middle, b, 0.5, "wing", name, name)
    # the last web runs back to the body
    outer = hand.point(tips[2])
    base, mid = w.point((side * 0.6, -6.8, -2.0)), w.point((side * 4.6, -3.8, -1.4))
    s.web(WORLD, hand.point((0, 0, 0)), outer, mid, 0.5, "wing", name, name)
    s.web(WORLD, hand.point((0, 0, 0)), mid, base, 0.5, "wing", name, name)
    s.web(WORLD, hand.point((0, 0, 0)), base, w.point((0, 0, 0)), 0.5, "wing", name, name)


def build(f: Flier, m: Motion, names: Mapping[str, int], snap: float = 1.0, clip: str = "idle") -> Scene:
    s = Scene(dict(names))
    if f.kind == "dragon":
        _dragon(s, f, m, snap, clip)
    elif f.kind in ("bee", "butterfly", "dragonfly"):
        _insect(s, f, m, snap)
    elif f.kind == "bat":
        _bat(s, f, m, snap)
    else:
        _bird(s, f, m, snap, clip)
    return s


def _eyes(s: Scene, h: Frame, f: Flier, m: Motion, at: Vec, normal: Vec, parts: tuple[str, ...] = ("head",)) -> None:
    kind = "line" if m.blink > 0.5 else f.eyes
    for side in _SIDES:
        s.stamp(
            h,
            (side * at[0], at[1], at[2]),
            (side * normal[0], normal[1], normal[2]),
            f.eye_size,
            kind,
            {"d": "pupil", "w": "white", "c": "iris"},
            parts,
            0.06,
            side,
        )


def _bird(s: Scene, f: Flier, m: Motion, snap: float, clip: str) -> None:
    flying = (not f.grounded or clip in ("run", "jump", "attack")) and not f.flightless and clip != "death"
    dy = round(m.dy * snap) / snap
    hover = 9.0 + 2.0 * m.lift if flying else 0.0
    stand = f.legs + f.body * 0.72
    turn = rz(m.fall) if m.fall else (1.0, 0, 0, 0, 1.0, 0, 0, 0, 1.0)
    raised = f.upright * (0.45 if flying else 1.0)
    body = Frame((0, (stand if not m.fall else f.body * 0.8) + dy + hover * 0.8, m.lunge), product(turn, rx(-raised + m.pitch)))
    r = f.body
    marks = [Decal("belly", y=(-30.0, 0.3), z=(-0.4 * r, 30.0))] if f.coat != "plainall" else []
    if f.coat == "spots":
        marks = [spots("mark", 3.2, 0.9), *marks]
    s.ball(body, (0, 0, 0), (r, r * 0.96, r * f.long), "fur", "body", "body", 2.2, decals=marks)
    s.ball(body, (0, 0.6, r * 0.5), (r * 0.86, r * 0.84, r * 0.8), "fur", "body", "body", 2.2, decals=marks)
    up = turned(rx(raised - m.pitch), (0.0, 1.0, 0.0))
    head_at = add((0.0, r * 0.62, r * f.long * 0.72), (0.0, up[1] * f.neck, up[2] * f.neck))
    if f.swan:
        bend = ((0.0, r * 0.3, r * f.long * 0.74), (0.0, r * 0.42 + 0.2 * f.neck, r * f.long * 0.98), (0.0, r * 0.4 + 0.5 * f.neck, r * f.long * 0.78),
                add(head_at, (0.0, -0.6, -0.5)))  # fmt: skip
        for i, (ra, rb) in enumerate(((0.62, 0.42), (0.42, 0.34), (0.34, 0.3))):
            s.limb(body, bend[i], bend[i + 1], r * ra, r * rb, "fur", "body", "body", 1.4)
    elif f.neck > 3.5:
        s.limb(body, (0, r * 0.4, r * f.long * 0.6), head_at, r * 0.52, f.head * 0.6, "fur", "body", "body", 2.0)
    h = Frame(body.point(head_at), product(turn, rx(4 + m.head)))
    s.ball(
        h,
        (0, f.head * 0.34, 0),
        (f.head, f.head * 0.96, f.head * 0.96),
        "fur",
        "head",
        "head",
        1.0,
        decals=[Decal("belly", y=(-30.0, -0.1 * f.head), z=(0.2 * f.head, 30.0))] if f.coat == "mask" else [],
    )
    _beak(s, h, f, m)
    if f.swan:
        s.ball(h, (0, f.head * 0.5, f.head * 0.98), (1.3, 1.3, 1.2), "dark", "knob", priority=1.5)
    if f.coat == "owl":
        for side in _SIDES:
            s.ball(h, (side * f.head * 0.46, f.head * 0.44, f.head * 0.72), (f.head * 0.5, f.head * 0.52, f.head * 0.22), "belly", "disc")
    _eyes(
        s,
        h,
        f,
        m,
        (f.head * 0.56, f.head * 0.52, f.head * 0.78),
        (0.6, 0.1, 0.78) if f.coat != "owl" else (0.3, 0.05, 0.95),
        ("head", "disc"),
    )
    if f.crest == "comb":
        for i in range(3):
            s.ball(
                h,
                (0, f.head * (1.3 - 0.1 * i), f.head * (0.4 - 0.36 * i)),
                (0.8, 1.9, 1.5) if f.tail != "sickle" else (0.9, 2.9, 1.8),
                "accent",
                "comb",
                "comb",
                0.4,
                priority=1.3,
            )
        s.limb(h, (0, -0.1 * f.head, f.head * 0.9), (0, -0.62 * f.head, f.head * 0.86), 1.0, 1.1, "accent", "wattle", priority=1.3)
    elif f.crest == "wattle":
        s.ball(h, (0, -0.5 * f.head, f.head * 0.9), (1.2, 2.8, 1.3), "accent", "wattle", priority=1.3)
        s.limb(h, (0, 0.4 * f.head, f.head * 0.9), (0.6, -0.3 * f.head, f.head * 1.5), 0.9, 0.8, "accent", "snood", priority=1.4)
    elif f.crest == "ears":
        for side in _SIDES:
            s.limb(
                h,
                (side * f.head * 0.5, f.head * 0.95, 0),
                (side * f.head * 0.9, f.head * 1.7, -0.6),
                f.head * 0.3,
                0.4,
                "fur",
                f"tuft{side}",
            )
    elif f.crest in ("tuft", "plume"):
        for i, angle in enumerate((-24, 0, 24)):
            spot = h.child((0, f.head * 1.1, -0.2), rz(angle), rx(-26 - 10 * i))
            s.limb(spot, (0, 0, 0), (0, 5.6 if f.crest == "plume" else 3.6, -1.0), 1.0, 0.6, "accent", f"crest{i}", priority=1.2)
    folded = 0.0 if flying else 1.0 if clip != "death" else 0.5
    if not f.flightless or f.kind == "bird":
        for side in _SIDES:
            root = body.child((side * r * 0.84, r * 0.3, r * 0.34), rx(raised * (0.6 if flying else 0.15)))
            if f.swan and folded > 0.4:
                # arched over the back: broad at the shoulder, its tip raised behind
                tip = (side * r * 0.5, r * 0.86, -r * f.long * 0.74)
                s.ball(
                    body,
                    (side * r * 0.72, r * 0.22, -r * 0.2),
                    (r * 0.42, r * 0.62, r * 1.02),
                    "wing",
                    f"wing{side}",
                    f"wing{side}",
                    1.0,
                    priority=1.1,
                )
                s.limb(
                    body,
                    (side * r * 0.74, r * 0.3, -r * 0.3),
                    tip,
                    r * 0.5,
                    r * 0.16,
                    "wing",
                    f"wing{side}",
                    f"wing{side}",
                    1.0,
                    priority=1.1,
                )
                s.limb(
                    body,
                    (side * r * 0.8, -r * 0.1, -r * 0.4),
                    (side * r * 0.5, r * 0.3, -r * f.long * 0.86),
                    r * 0.4,
                    r * 0.14,
                    "wing2",
                    f"quill{side}",
                )
            elif folded > 0.4:
                s.ball(
                    body,
                    (side * r * 0.9, 0.1, -r * 0.14),
                    (1.5, r * 0.6, r * 0.98),
                    "wing",
                    f"wing{side}",
                    turn=ry(side * -8),
                    decals=[Decal("wing2", z=(-30.0, -r * 0.3)), Decal("wing2", y=(-30.0, -r * 0.34))],
                )
            else:
                feather_wing(s, root, side, 0.92 * f.wing, m.wings)
    tail = body.child((0, 0.4, -r * f.long * 0.9), rx(10 + raised * 0.5))
    if f.tail in ("peacock", "turkey"):
        for i in range(7):
            spot = tail.child((0, 0, 0), rz(-60 + 20 * i), rx(70))
            s.limb(
                spot,
                (0, 0, 0),
                (0, 1.0, -15.0 if f.tail == "peacock" else -11.0),
                1.2,
                2.5,
                "wing2",
                f"tail{i}",
                flat=(1.0, 0.4),
                facing=(0, 1, 0),
                decals=[Decal("accent", y=(13.0, 17.0), x=(-1.3, 1.3))],
            )
    elif f.tail == "sickle":
        level = body.child((0, 0.8, -r * f.long * 0.8), rx(raised))
        for i, high in enumerate((9.0, 13.0, 15.6, 12.0, 8.0)):
            x = 1.3 * (i - 2)
            arc = ((0.3 * x, 0.0, 0.6), (0.8 * x, 0.8 * high, -3.4), (1.2 * x, high, -8.4), (1.6 * x, 0.42 * high, -12.6))
            for j, (ra, rb) in enumerate(((1.7, 2.1), (2.1, 1.9), (1.9, 0.4))):
                s.limb(level, arc[j], arc[j + 1], ra, rb, "wing2" if i % 2 == 0 else "mark", f"tail{i}", f"tail{i}", 0.4, flat=(0.6, 1.0))
    elif f.tail != "none":
        long = {"fan": 6.6, "long": 12.0, "stub": 3.2, "fork": 9.0}[f.tail]
        for side in (-1, 0, 1):
            s.limb(
                tail,
                (side * 0.8, 0, 0),
                (side * (2.0 if f.tail != "fork" else 3.0), -0.6, -long * (1.0 if side or f.tail != "fork" else 0.6)),
                1.9,
                1.6,
                "wing2",
                f"tail{side}",
                "tail" if f.tail == "fan" else None,
                0.4,
                flat=(1.0, 0.42),
                facing=(0, 1, 0),
            )
    for side, name in ((1, "L"), (-1, "R")):
        z, y, _ = m.feet[name + "H"]
        hip = body.point((side * r * 0.42, -r * 0.66, -r * 0.1))
        if flying or m.fall:
            tip = add(hip, turned(turn, (0.0, -2.4, -2.6)))
            s.limb(WORLD, hip, tip, 1.1, 0.8, "leg", f"leg{name}", priority=1.3)
            continue
        foot = (side * r * 0.44, 0.8 + y * 0.8, z * 0.55)
        knee, end = two_bones(hip, foot, f.legs * 0.62 + 1.4, f.legs * 0.62 + 1.4, (0.0, 0.0, -1.0))
        s.limb(WORLD, hip, knee, 1.9, 1.1, "fur", f"leg{name}", f"leg{name}", 0.4, limb=0.16)
        s.limb(WORLD, knee, end, 0.95, 0.9, "leg", f"leg{name}", f"leg{name}", 0.4, priority=1.3, limb=0.16)
        for angle in (-32, 0, 32):
            toe = add(end, turned(ry(angle), (0.0, -0.3, 2.6)))
            s.limb(WORLD, end, toe, 0.85, 0.6, "leg", f"foot{name}", f"foot{name}", 0.3, priority=1.3)


def _beak(s: Scene, h: Frame, f: Flier, m: Motion) -> None:
    r = f.head
    at: Vec = (0.0, r * 0.22, r * 0.86)
    jaw = h.child((0, r * 0.06, r * 0.8), rx(22 * m.jaw))
    if f.beak == "none":
        return
    if f.beak == "flat":
        s.limb(h, at, (0, 0.04 * r, r * 1.9), r * 0.36, r * 0.4, "beak", "beak", flat=(1.2, 0.5), facing=(0, 1, 0), priority=1.2)
        s.limb(jaw, (0, -0.1 * r, 0), (0, -0.24 * r, r * 0.8), r * 0.3, r * 0.3, "beak2", "jaw", flat=(1.1, 0.4), facing=(0, 1, 0))
    elif f.beak in ("hook", "parrot"):
        thick = 0.4 if f.beak == "hook" else 0.52
        s.limb(h, at, (0, 0.08 * r, r * 1.42), r * thick, r * thick * 0.7, "beak", "beak", "beak", 0.5, priority=1.2)
        s.limb(h, (0, 0.08 * r, r * 1.42), (0, -0.4 * r, r * 1.5), r * thick * 0.66, 0.3, "beak", "beak", "beak", 0.5, priority=1.3)
    elif f.beak == "toucan":
        s.limb(h, at, (0, 0.1 * r, r * 2.0), r * 0.5, r * 0.44, "beak", "beak", "beak", 0.5, priority=1.2)
        s.limb(h, (0, 0.1 * r, r * 2.0), (0, -0.3 * r, r * 2.7), r * 0.42, r * 0.16, "dark", "beak", "beak", 0.5, priority=1.2)
    elif f.beak == "bag":
        s.limb(h, at, (0, -0.2 * r, r * 2.6), r * 0.32, r * 0.2, "beak", "beak", priority=1.2)
        s.limb(h, (0, -0.2 * r, r * 0.9), (0, -0.5 * r, r * 2.0), r * 0.5, r * 0.3, "beak2", "bag")
    else:
        long = {"short": 1.5, "long": 2.3}[f.beak]
        s.limb(h, at, (0, 0.06 * r, r * long), r * 0.32, 0.4, "beak", "beak", priority=1.3)
        s.limb(jaw, (0, 0, 0), (0, -0.1 * r, r * (long - 0.9)), r * 0.22, 0.3, "beak2", "jaw", priority=1.1)


def _bat(s: Scene, f: Flier, m: Motion, snap: float) -> None:
    hover = 16.0 + round(1.6 * m.wings * -1 * snap) / snap if not m.fall else 3.0
    body = Frame((0, hover + m.lift, m.lunge), product(rz(m.fall), rx(m.pitch - 10)))
    r = f.body
    s.ball(
        body,
        (0, 0, 0),
        (r * 0.9, r, r * 0.9),
        "fur",
        "body",
        "body",
        1.5,
        decals=[Decal("belly", z=(1.0, 30.0), x=(-0.5 * r, 0.5 * r), y=(-0.6 * r, 0.5 * r))],
    )
    h = body.child((0, r * 1.12, r * 0.34), rx(10 + m.head))
    s.ball(h, (0, 0, 0), (f.head, f.head * 0.94, f.head * 0.92), "fur", "head", "head", 1.0)
    for side in _SIDES:
        s.limb(
            h,
            (side * f.head * 0.6, f.head * 0.55, 0),
            (side * f.head * 1.05, f.head * 1.75, -0.4),
            f.head * 0.45,
            0.4,
            "fur",
            f"ear{side}",
            flat=(1.0, 0.7),
        )
        s.limb(
            h,
            (side * f.head * 0.64, f.head * 0.6, 0.9),
            (side * f.head * 0.96, f.head * 1.4, 0.5),
            f.head * 0.24,
            0.3,
            "inner",
            f"ear{side}i",
            flat=(1.0, 0.5),
        )
        membrane_wing(s, body.child((side * r * 0.62, r * 0.5, -0.6)), side, 1.04 * f.wing, m.wings)
        s.limb(body, (side * 1.6, -r * 0.8, 0), (side * 1.8, -r * 1.3, 0.8), 1.1, 0.7, "fur", f"foot{side}")
    s.ball(h, (0, -0.1 * f.head, f.head * 0.9), (1.5, 1.1, 0.9), "inner", "nose", priority=1.4)
    s.stamp(h, (0, -0.5 * f.head, f.head * 0.86), (0, -0.1, 1), (2.8, 2.0), "fangs", {"d": "pupil", "w": "white"}, ("head",), 0.4)
    _eyes(s, h, f, m, (f.head * 0.48, f.head * 0.16, f.head * 0.8), (0.5, 0.1, 0.85))


def _insect(s: Scene, f: Flier, m: Motion, snap: float) -> None:
    hover = (14.0 + round(1.4 * math.sin(2 * math.pi * m.t) * snap) / snap) if not m.fall else 4.0
    body = Frame((0, hover + m.lift, m.lunge), product(rz(m.fall), rx(m.pitch - (6 if f.kind != "butterfly" else 20))))
    r = f.body
    if f.kind == "bee":
        s.ball(body, (0, 0, 1.6), (r * 0.92, r * 0.9, r * 0.86), "ruff", "thorax", "body", 1.2)
        s.limb(
            body,
            (0, -0.6, -1.6),
            (0, -2.6, -r * 1.5),
            r * 0.98,
            r * 0.5,
            "fur",
            "abdomen",
            "body",
            1.2,
            facing=(0, 1, 0),
            decals=[bands("mark", 4.2, 0.46, 1.4)],
        )
        s.limb(body, (0, -3.0, -r * 1.8), (0, -3.6, -r * 2.3), 0.9, 0.2, "mark", "sting", priority=1.6)
        h = body.child((0, 1.6, r * 0.98), rx(8 + m.head))
    else:
        long = r * (2.0 if f.kind == "dragonfly" else 1.2)
        s.limb(
            body,
            (0, 0, 1.4),
            (0, -1.0, -long),
            r * 0.46,
            r * 0.26,
            "fur",
            "abdomen",
            "body",
            0.8,
            facing=(0, 1, 0),
            decals=[bands("mark", 3.0, 0.3)],
        )
        s.ball(body, (0, 0.3, 1.8), (r * 0.52, r * 0.5, r * 0.56), "fur", "thorax", "body", 0.8)
        h = body.child((0, 1.0, r * 0.66), rx(8 + m.head))
    size = f.head * (1.0 if f.kind == "bee" else 0.72)
    s.ball(h, (0, 0.6, 1.6), (size, size * 0.94, size * 0.9), "ruff" if f.kind != "bee" else "mark", "head")
    flap = m.wings if f.kind == "butterfly" else math.sin(4 * math.pi * m.t + 0.6)
    for side in _SIDES:
        s.limb(h, (side * 1.4, size * 1.2, 2.4), (side * 3.4, size * 2.1, 4.2), 0.62, 0.5, "mark", f"feeler{side}", priority=1.8)
        s.ball(h, (side * 3.5, size * 2.15, 4.3), 0.95, "mark", f"knob{side}", priority=1.6)
        if f.kind == "butterfly":
            w = body.child((side * r * 0.3, 0.6, 1.0), ry(side * -14), rz(side * (26 + 34 * flap)), size=f.wing)
            upper = [(0, 0), (side * 5.0, 8.6), (side * 12.4, 10.6), (side * 14.0, 5.4), (side * 9.6, -0.6)]
            lower = [(0, 0), (side * 9.6, -1.4), (side * 11.0, -6.2), (side * 7.0, -10.4), (side * 2.4, -6.6)]
            for name, outline in (("u", upper), ("l", lower)):
                s.plate(w, outline, 0.4, "mark", f"wing{side}{name}", rounding=0.2)
                s.plate(
                    w,
                    [(x * 0.84 + side * 0.5, y * 0.84) for x, y in outline],
                    0.62,
                    "wing",
                    f"wing{side}{name}",
                    f"w{side}{name}",
                    rounding=0.2,
                    decals=[spots("accent", 5.6, 1.7, 2)],
                )
        else:
            pairs = ((12.4, 7.0, 3.1, 0.6), (9.0, 2.4, 2.4, -1.4)) if f.kind == "bee" else ((16.5, 3.2, 2.0, 1.6), (15.0, -0.6, 2.0, -1.2))
            for i, (x, y, thick, z) in enumerate(pairs):
                w = body.child((side * r * 0.5, r * 0.7, z), ry(side * (18 + 12 * i)), rz(side * 20 * flap))
                s.limb(w, (side * 0.5, 0, 0), (side * x * f.wing, y, -1.0), 0.9, thick, "wing", f"wing{side}{i}", flat=(1.0, 0.22))
            for i in range(3):
                s.limb(
                    body,
                    (side * r * 0.4, -r * 0.6, 2.6 - 1.6 * i),
                    (side * r * 0.62, -r * 1.16, 3.2 - 2.2 * i),
                    0.62,
                    0.45,
                    "mark",
                    f"leg{side}{i}",
                    priority=1.5,
                )
    _eyes(s, h, f, m, (size * 0.62, 1.0, 1.6 + size * 0.62), (0.62, 0.12, 0.76))


def _dragon(s: Scene, f: Flier, m: Motion, snap: float, clip: str) -> None:
    flying = clip == "run" or not f.grounded
    dy = round((m.dy * 0.6 + (5.0 + 1.4 * m.wings * -1 if flying else 0.0)) * snap) / snap
    ground = Frame((0, 5.5 * m.fall / 90, 0), rz(m.fall))
    lift = m.lift if m.lift > 1 else 0.0
    body = ground.child((0, 13.2 + dy + lift, m.lunge - 1.6), rx(-16 + m.pitch + (10 if flying else 0)))
    k = 2.6
    belly = [Decal("belly", x=(-4.0, 4.0), y=(-30.0, -1.2)), bands("beltline", 2.4, 0.22, axis=2, x=(-4.0, 4.0), y=(-30.0, -1.2))]
    s.ball(body, (0, 0, 3.2), (6.3, 6.1, 6.1), "fur", "body", "body", k, decals=belly)
    s.ball(body, (0, -0.4, -4.2), (5.9, 5.5, 5.6), "fur", "body", "body", k, decals=belly)
    n1, n2, n3 = (0.0, 3.2, 5.6), (0.0, 8.8 + 0.4 * m.head_up, 8.6), (0.0, 13.0 + m.head_up, 9.0)
    s.limb(body, n1, n2, 4.7, 3.8, "fur", "body", "body", k)
    s.limb(body, n2, n3, 3.8, 3.5, "fur", "body", "body", k)
    s.limb(body, (0, 0.8, 7.8), (0, 8.2, 11.4), 3.6, 2.7, "belly", "body", "body", 0.9, decals=[bands("beltline", 2.4, 0.22)])
    h = Frame(body.point(add(n3, (0.0, 3.0, 1.8))), product(ground.turn, rx(6 + m.head)))
    s.ball(h, (0, 0.4, 0), (6.5, 5.7, 6.0), "fur", "head", "head", 1.5)
    s.limb(h, (0, -1.0, 4.0), (0, -1.6, 8.8), 4.2, 3.2, "fur", "snout", "head", 1.5, facing=(0, 1, 0))
    jaw = h.child((0, -2.8, 2.0), rx(26 * m.jaw))
    s.limb(jaw, (0, -0.6, 1.0), (0, -1.0, 6.6), 3.2, 2.4, "belly", "jaw")
    if m.jaw > 0.3:
        s.limb(jaw, (0, 1.2, 1.0), (0, 1.0, 6.4), 1.9, 1.2, "tongue", "tongue")
    if m.flash > 0.5:
        for i in range(4):
            z = 11.0 + 4.0 * i
            s.ball(h, (0.5 * (-1) ** i, -2.6 - 0.5 * i, z), 2.0 + 0.8 * i, "fire" if i else "spark", "breath", "breath", 2.0)
    for side in _SIDES:
        s.stamp(h, (side * 1.7, 0.4, 11.6), (side * 0.3, 0.3, 0.9), (1.2, 1.2), "dot", {"d": "nose"}, ("snout",), 0.2)
        if f.horns:
            s.limb(h, (side * 3.6, 4.2, -1.6), (side * 5.6, 8.0, -4.8), 1.9, 1.3, "horn", f"horn{side}", f"horn{side}", 0.4, priority=1.2)
            s.limb(h, (side * 5.6, 8.0, -4.8), (side * 6.0, 11.6, -5.4), 1.3, 0.3, "horn", f"horn{side}", f"horn{side}", 0.4, priority=1.2)
        s.limb(h, (side * 5.4, -0.6, -2.2), (side * 9.0, 1.2, -5.0), 1.9, 0.4, "accent", f"fin{side}", priority=1.1)
    _eyes(s, h, f, m, (4.7, 1.8, 4.2), (0.74, 0.22, 0.62), ("head", "snout"))
    if f.spikes:
        for i in range(6):
            p = lerp((0.0, 5.6, 3.4), (0.0, 3.8, -9.0), i / 5)
            s.limb(body, add(p, (0, -1.0, 0)), add(p, (0, 2.8, -1.6)), 1.7, 0.3, "accent", "spike", priority=1.1)
        for i in range(3):
            s.limb(h, (0, 4.6 - 1.6 * i, -2.6 - 2.0 * i), (0, 7.2 - 1.8 * i, -5.0 - 2.2 * i), 1.5, 0.3, "accent", "spike", priority=1.1)
    tail = body.child((0, -0.6, -8.0), rx(-16))
    points: list[Vec] = [(0.0, 0.0, 0.0)]
    for i in range(6):
        swing = 12 * math.sin(2 * math.pi * m.t - 0.6 * i) * (0.4 + 0.3 * i)
        points.append(add(points[-1], turned(product(ry(swing), rx(-4 + 9 * i - 12)), (0.0, 0.0, -2.9))))
    radii = (4.4, 3.8, 3.2, 2.6, 2.0, 1.5, 1.0)
    for i in range(6):
        s.limb(
            tail,
            points[i],
            points[i + 1],
            radii[i],
            radii[i + 1],
            "fur",
            "tail",
            "tail",
            1.0,
            decals=[Decal("belly", z=(-30.0, -0.55 * radii[i]))] if False else (),
        )
    way = unit((points[-1][0] - points[-2][0], points[-1][1] - points[-2][1], points[-1][2] - points[-2][2]))
    end = points[-1]
    s.limb(
        tail,
        add(end, (-0.4 * way[0], -0.4 * way[1], -0.4 * way[2])),
        add(end, (4.4 * way[0], 4.4 * way[1], 4.4 * way[2])),
        2.8,
        0.3,
        "accent",
        "tip",
        flat=(1.0, 0.5),
        facing=(0, 1, 0),
    )
    for side in _SIDES:
        membrane_wing(s, body.child((side * 3.4, 4.8, 0.8)), side, f.wing, m.wings if clip != "idle" else 0.3 + 0.3 * m.wings)
    legs = (("LF", 1, True), ("RF", -1, True), ("LH", 1, False), ("RH", -1, False))
    for name, side, front in legs:
        if f.biped and front:
            continue
        z, y, pitch = m.feet[name]
        root = body.point((side * 4.5, -2.0, 4.0 if front else -4.8))
        place = (3.4 if front else (-6.4 if not f.biped else -1.0)) + 0.85 * z
        foot = ground.point((side * 4.9, 2.0 + y + lift * 0.5 + (dy * 0.9 + 2 if flying else 0.0), place - (3.0 if flying else 0)))
        knee, end3 = two_bones(root, foot, 5.4, 5.2, ground.vector((0.0, 0.0, -1.0 if front else 1.0)))
        s.limb(WORLD, root, knee, 3.0 if front else 3.7, 2.6, "fur", f"leg{name}", f"leg{name}", 0.8, limb=0.18)
        s.limb(WORLD, knee, end3, 2.6, 2.2, "fur", f"leg{name}", f"leg{name}", 0.8, limb=0.18)
        sole = Frame(end3, ground.turn).child((0, 0, 0), rx(0.5 * pitch))
        s.ball(sole, (0, -0.2, 1.2), (2.7, 1.8, 3.1), "fur", f"leg{name}", f"leg{name}", 0.6, limb=0.18)
        for toe in (-1, 0, 1):
            s.limb(sole, (toe * 1.6, -0.8, 3.4), (toe * 1.9, -1.3, 4.9), 0.85, 0.3, "horn", f"claw{name}", priority=1.3)
