"""The rig `winged`: birds, bats, dragons, and insects that fly."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from makebelieve.art.creatures.birds import bird, eyes
from makebelieve.art.creatures.flier import Flier
from makebelieve.art.creatures.gait import Motion
from makebelieve.art.creatures.wings import membrane_wing
from makebelieve.art.raster.frames import WORLD, Frame, Vec, add, lerp, product, rx, ry, rz, turned, two_bones, unit
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES: Final = (-1, 1)


def build(f: Flier, m: Motion, names: Mapping[str, int], snap: float = 1.0, clip: str = "idle") -> Scene:
    s = Scene(dict(names))
    if f.kind == "dragon":
        _dragon(s, f, m, snap, clip)
    elif f.kind in ("bee", "butterfly", "dragonfly"):
        _insect(s, f, m, snap)
    elif f.kind == "bat":
        _bat(s, f, m, snap)
    else:
        bird(s, f, m, snap, clip)
    return s


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
    eyes(s, h, f, m, (f.head * 0.48, f.head * 0.16, f.head * 0.8), (0.5, 0.1, 0.85))


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
            # rounded outside, narrow at the root
            upper = [
                (side * x, y)
                for x, y in ((0, 0), (3.0, 5.6), (6.2, 9.6), (9.8, 11.6), (12.8, 11.0), (14.4, 8.2), (14.0, 4.6), (11.8, 1.4), (8.0, -0.4))
            ]
            lower = [
                (side * x, y)
                for x, y in ((0, 0), (6.4, -0.8), (9.6, -2.2), (10.8, -5.0), (9.8, -8.4), (7.2, -10.4), (4.4, -9.4), (2.2, -5.6))
            ]
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
    eyes(s, h, f, m, (size * 0.62, 1.0, 1.6 + size * 0.62), (0.62, 0.12, 0.76))


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
    eyes(s, h, f, m, (4.7, 1.8, 4.2), (0.74, 0.22, 0.62), ("head", "snout"))
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
