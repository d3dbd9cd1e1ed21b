"""Birds, from sparrow to swan and rooster."""

from __future__ import annotations

from typing import Final

from makebelieve.art.creatures.flier import Flier
from makebelieve.art.creatures.gait import Motion
from makebelieve.art.creatures.wings import feather_wing, raised_wing
from makebelieve.art.raster.frames import WORLD, Frame, Vec, add, product, rx, ry, rz, turned, two_bones
from makebelieve.art.raster.scene import Decal, Scene, spots

_SIDES: Final = (-1, 1)


def eyes(s: Scene, h: Frame, f: Flier, m: Motion, at: Vec, normal: Vec, parts: tuple[str, ...] = ("head",)) -> None:
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


def bird(s: Scene, f: Flier, m: Motion, snap: float, clip: str) -> None:
    flying = (not f.grounded or clip in ("run", "jump", "attack")) and not f.flightless and clip != "death"
    dy = round(m.dy * snap) / snap
    hover = 9.0 + 2.0 * m.lift if flying else 0.0
    stand = f.legs + f.body * 0.72
    turn = rz(m.fall) if m.fall else (1.0, 0, 0, 0, 1.0, 0, 0, 0, 1.0)
    raised = f.upright * (0.45 if flying else 1.0)
    body = Frame((0, (stand if not m.fall else f.body * 0.8) + dy + hover * 0.8, m.lunge), product(turn, rx(-raised + m.pitch)))
    r = f.body
    marks = [Decal("belly", y=(-30.0, 0.3), z=(-0.4 * r, 30.0))] if f.coat not in ("plainall", "hood") else []
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
        "belly" if f.coat == "hood" else "fur",
        "head",
        "head",
        1.0,
        decals=[Decal("belly", y=(-30.0, -0.1 * f.head), z=(0.2 * f.head, 30.0))] if f.coat == "mask" else [],
    )
    if f.coat == "hood":
        s.ball(body, add(head_at, (0.0, -0.5 * f.neck, -0.4)), (f.head * 0.86, f.head * 0.8, f.head * 0.86), "belly", "head", "head", 1.2)
    _beak(s, h, f, m)
    if f.swan:
        s.ball(h, (0, f.head * 0.5, f.head * 0.98), (1.3, 1.3, 1.2), "dark", "knob", priority=1.5)
    if f.coat == "owl":
        for side in _SIDES:
            s.ball(h, (side * f.head * 0.46, f.head * 0.44, f.head * 0.72), (f.head * 0.5, f.head * 0.52, f.head * 0.22), "belly", "disc")
    eyes(
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
            elif clip == "idle":
                # who hangs in the air holds the wings high: level ones are lines from most sides
                spread = body.child((side * r * 0.6, r * 0.5, 0.0), rx(raised * 0.6), ry(side * -16))
                raised_wing(s, spread, side, 0.92 * f.wing, m.wings)
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
