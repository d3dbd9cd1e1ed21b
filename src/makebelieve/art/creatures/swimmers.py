"""Fish, sharks, whales, and what has arms instead: octopus and squid."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from makebelieve.art.creatures.gait import TAU, Motion
from makebelieve.art.raster.frames import Frame, Vec, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES: Final = (-1, 1)
_FACE: Final = {"d": "pupil", "w": "white", "c": "iris"}


@dataclass(frozen=True, slots=True)
class Swimmer:
    """What swims; it hovers in the middle of its cell."""

    kind: str = "fish"
    """fish, shark, whale, octopus, squid, kraken, puffer, seahorse, ray"""
    high: float = 8.0
    wide: float = 5.0
    long: float = 13.0
    fin: float = 1.0
    coat: str = "plain"
    """plain, stripes, spots"""
    teeth: bool = False
    lamp: bool = False
    sword: bool = False
    beak: bool = False
    """A dolphin's snout and back fin."""
    patch: bool = False
    """An orca's tall back fin, and white behind the eye."""
    eyes: str = "big"


def build(f: Swimmer, m: Motion, names: Mapping[str, int], snap: float = 1.0, clip: str = "idle") -> Scene:
    s = Scene(dict(names))
    hover = 14.0 + round(1.2 * math.sin(TAU * m.t) * snap) / snap + (m.lift if m.lift > 1 else 0)
    roll = m.fall * 2
    body = Frame((0, hover if not m.fall else 14.0, m.lunge)).child((0, 0, 0), rx(0.6 * m.pitch), rz(roll))
    if f.kind in ("octopus", "squid"):
        _arms(s, f, m, body)
    elif f.kind == "kraken":
        _kraken(s, f, m, snap)
    elif f.kind == "seahorse":
        _seahorse(s, f, m, body)
    elif f.kind == "ray":
        _ray(s, f, m, body)
    else:
        _fish(s, f, m, body, clip)
    return s


def _marks(f: Swimmer) -> list[Decal]:
    if f.coat == "stripes":
        return [bands("mark", 6.4, 0.34, 1.6, axis=2)]
    return [spots("mark", 4.6, 1.2)] if f.coat == "spots" else []


def _fish(s: Scene, f: Swimmer, m: Motion, body: Frame, clip: str) -> None:
    rate = 2.0 if clip == "run" else 1.0
    wag = (16 if clip in ("walk", "run") else 9) * math.sin(TAU * rate * m.t)
    belly = Decal("belly", y=(-30.0, -0.28 * f.high))
    if f.kind == "puffer":
        s.ball(body, (0, 0, 0), f.high * (1 + 0.12 * m.jaw), "fur", "body", "body", 1.5, decals=[belly, *_marks(f)])
        for i in range(22):
            a, e = 2.39996 * i, math.asin(1 - 2 * (i + 0.5) / 22)
            x, y, z = math.cos(e) * math.sin(a), math.sin(e), math.cos(e) * math.cos(a)
            if z < 0.72:
                r = f.high
                s.limb(
                    body,
                    (x * r * 0.9, y * r * 0.9, z * r * 0.9),
                    (x * r * 1.34, y * r * 1.34, z * r * 1.34),
                    1.0,
                    0.25,
                    "accent",
                    f"spine{i % 3}",
                    priority=1.3,
                )
        front = f.high
    else:
        front = f.long * 0.78
        s.ball(body, (0, 0, f.long * 0.1), (f.wide, f.high, f.long * 0.72), "fur", "body", "body", 2.0, decals=[*_marks(f), belly])
        if f.kind == "shark":
            s.limb(
                body,
                (0, 0.4, f.long * 0.4),
                (0, 0.6, f.long * 0.92),
                f.wide * 0.9,
                f.wide * 0.42,
                "fur",
                "body",
                "body",
                2.0,
                facing=(0, 1, 0),
                decals=[Decal("belly", z=(-30.0, -0.6))],
            )
        if f.kind == "whale":
            s.ball(
                body,
                (0, 0.4, f.long * 0.34),
                (f.wide * 1.05, f.high * 1.02, f.long * 0.5),
                "fur",
                "body",
                "body",
                2.0,
                decals=[belly, bands("beltline", 2.0, 0.26, axis=0, y=(-30.0, -0.4 * f.high))],
            )
    rear = body.child((0, 0, -f.long * 0.44), ry(wag))
    s.limb(
        rear,
        (0, 0, f.long * 0.12),
        (0, 0.4, -f.long * 0.38),
        f.high * 0.62,
        f.high * 0.2,
        "fur",
        "body",
        "body",
        2.2,
        facing=(0, 1, 0),
        flat=(1.0, 1.0),
        decals=_marks(f),
    )
    tail = rear.child((0, 0.4, -f.long * 0.4), ry(wag * 0.8))
    k = f.fin * f.high / 8
    if f.kind == "whale":
        for side in _SIDES:
            s.limb(tail, (0, 0, 0.6), (side * 8.6 * k, 1.0, -3.6), 2.0, 1.0, "fur", f"fluke{side}", flat=(1.0, 0.4), facing=(0, 1, 0))
    else:
        up, down = (9.4, -6.4) if f.kind == "shark" else (7.6, -7.6)
        s.plate(
            tail,
            [(1.6, 1.2), (-5.4 * k, up * k), (-3.2 * k, 0), (-5.4 * k, down * k), (1.6, -1.2)],
            0.8,
            "fin",
            "tail",
            turn=ry(-90),
            decals=[bands("mark", 2.2, 0.24, axis=1)] if f.kind == "fish" else [],
        )
    top = f.high * (0.86 if f.kind != "puffer" else 0.9)
    if f.beak:
        s.limb(body, (0, -0.6, f.long * 0.8), (0, -1.0, f.long * 1.16), 2.6, 1.5, "fur", "body", "body", 1.6)
    if f.patch:
        for side in _SIDES:
            s.ball(body, (side * f.wide * 0.7, f.high * 0.42, f.long * 0.42), (1.4, 1.5, 3.2), "belly", f"patch{side}", priority=1.4)
    if f.kind == "shark" or f.beak or f.patch:
        s.plate(body, [(4.0, -1.0), (-1.4, 8.0 * k), (-4.4, 6.4 * k), (-3.6, -1.0)], 0.9, "fur", "dorsal", at=(0, top, 0), turn=ry(-90))
    elif f.kind != "whale":
        s.plate(
            body,
            [(5.4, -1.4), (2.6, 4.4 * k), (-4.4, 5.0 * k), (-7.4, 1.0), (-6.6, -1.8)],
            0.7,
            "fin",
            "dorsal",
            at=(0, top, 0),
            turn=ry(-90),
            decals=[bands("mark", 2.4, 0.22, axis=0)],
        )
    flap = 18 * math.sin(TAU * rate * m.t + 0.7)
    for side in _SIDES:
        fin = body.child((side * f.wide * 0.86, -f.high * 0.28, f.long * 0.22), rz(side * (-34 + flap)), ry(side * 34))
        s.limb(
            fin,
            (0, 0, 0),
            (side * 6.4 * k, -0.6, -2.0),
            1.6,
            1.9 * k,
            "fin" if f.kind != "whale" else "fur",
            f"fin{side}",
            flat=(1.0, 0.4),
            facing=(0, 1, 0),
        )
    eye = (f.wide * 0.8, f.high * 0.2, f.long * 0.44) if f.kind != "puffer" else (f.high * 0.62, f.high * 0.3, f.high * 0.74)
    size = (2.0, 2.0) if f.kind in ("shark", "whale") else (3.6, 3.6)
    kind = "line" if m.blink > 0.5 else f.eyes
    for side in _SIDES:
        s.stamp(
            body,
            (side * eye[0], eye[1], eye[2]),
            (side * 0.86, 0.12, 0.5 if f.kind != "puffer" else 0.8),
            size,
            kind,
            _FACE,
            ("body",),
            0.05,
            side,
        )
    if f.teeth:
        for side in _SIDES:
            s.stamp(
                body,
                (side * f.wide * 0.5, -f.high * 0.3, front * 0.82),
                (side * 0.55, -0.2, 0.8),
                (4.4, 2.2),
                "grin",
                {"d": "pupil", "w": "white"},
                ("body",),
                0.05,
                side,
            )
    else:
        s.ball(body, (0, -f.high * 0.12, front * 0.98 if f.kind != "shark" else front), (1.9, 1.3, 1.2), "lip", "lip", priority=1.2)
    if f.lamp:
        s.limb(body, (0, f.high * 0.8, f.long * 0.4), (0, f.high * 1.5, f.long * 0.8), 0.7, 0.6, "fur", "rod", "rod", 0.4, priority=1.6)
        s.limb(body, (0, f.high * 1.5, f.long * 0.8), (0, f.high * 1.1, f.long * 1.14), 0.6, 0.5, "fur", "rod", "rod", 0.4, priority=1.6)
        s.ball(body, (0, f.high * 1.0, f.long * 1.2), 1.9, "glow", "lamp", priority=1.4)
    if f.sword:
        s.limb(body, (0, 0, front * 0.8), (0, 1.0, front + 10.0), 1.5, 0.3, "horn", "sword", priority=1.5)


def _kraken(s: Scene, f: Swimmer, m: Motion, snap: float) -> None:
    """A head and a ring of raised arms that break the surface: foam around each."""
    beat = round(0.8 * math.sin(TAU * m.t) * snap) / snap
    sea = Frame((0, 0, 0))
    s.drum(sea, (0, 0, 0), (0, 1.6, 0), 17.0, 16.0, "water", "sea", rounding=0.6, flat=(1.0, 0.86))
    head = Frame((0, 4.0 + beat - 4.0 * m.fall / 90, m.lunge * 0.5)).child((0, 0, 0), rx(0.5 * m.pitch))
    s.ball(head, (0, 9.0, -1.6), (8.4, 11.6, 8.2), "fur", "body", "body", 2.0, decals=[spots("mark", 5.2, 1.2, 4)])
    s.limb(head, (0, 15.0, -2.0), (0, 24.0, -5.6), 6.0, 1.6, "fur", "body", "body", 3.0)
    s.ring(head, (0, -2.6, -1.0), 8.8, 1.2, "foam", "foam")
    for side in _SIDES:
        s.limb(head, (side * 1.8, 11.6, 6.4), (side * 6.4, 13.8, 4.2), 1.5, 1.0, "mark", f"brow{side}", priority=1.3)
        s.stamp(
            head,
            (side * 3.8, 9.2, 6.2),
            (side * 0.45, 0.1, 0.88),
            (4.2, 4.0),
            "line" if m.blink > 0.5 else f.eyes,
            _FACE,
            ("body",),
            0.1,
            side,
        )
    for i, (angle, tall, curl) in enumerate(((66, 17, 1), (294, 19, -1), (108, 25, 1), (252, 24, -1), (150, 29, 1))):
        a = math.radians(angle)
        x, z = 13.2 * math.sin(a), 10.6 * math.cos(a)
        s.ring(sea, (x, 1.6, z), 2.8, 0.8, "foam", f"ripple{i}")
        last: Vec = (x, 0.6, z)
        for j in range(6):
            u = (j + 1) / 6
            wave = 1.4 * math.sin(TAU * m.t - 1.1 * j + i) * u
            reach = (0.6, 1.6, 2.4, 3.6, 5.8, 6.2)[j]
            here = (
                x + curl * reach + wave,
                tall * (0.26, 0.56, 0.84, 1.04, 1.02, 0.84)[j] * (1 - 0.5 * m.fall / 90) + 3.0 * max(0.0, m.flash) * u,
                z + 0.6 * j * math.cos(a),
            )
            thick = 3.1 - 0.38 * j
            s.limb(sea, last, here, thick, thick - 0.34, "fur", f"arm{i}", f"arm{i}", 0.6, priority=1.1)
            if 0 < j < 5:
                s.ball(
                    sea, (here[0] - 0.5 * curl * thick, here[1], here[2] + 0.7 * thick), 0.42 * thick, "belly", f"sucker{i}", priority=1.5
                )
            last = here


def _arms(s: Scene, f: Swimmer, m: Motion, body: Frame) -> None:
    squid = f.kind == "squid"
    beat = math.sin(TAU * m.t)
    head = body.child((0, 4.0, 0))
    tall = 12.6 if squid else 10.4
    s.ball(
        head,
        (0, 3.0, -1.0),
        (9.0 if not squid else 6.6, tall * (1 + 0.04 * beat), 8.8 if not squid else 6.4),
        "fur",
        "body",
        "body",
        1.6,
        decals=[spots("mark", 5.2, 1.3, 4)],
    )
    if squid:
        for side in _SIDES:
            s.limb(head, (side * 2.0, 13.0, -1.0), (side * 8.0, 9.0, -2.0), 2.4, 1.2, "fin", f"fin{side}", flat=(1.0, 0.4))
    many = 8
    for i in range(many):
        a = TAU * (i + 0.5) / many
        last: Vec = (4.6 * math.sin(a), -2.6, 4.6 * math.cos(a))
        for j in range(4):
            wave = math.sin(TAU * m.t - 0.9 * j + 1.3 * i)
            out = 2.9 * (1 - 0.1 * j) if not squid else 1.4
            here = (
                last[0] + out * math.sin(a) + 0.5 * wave * math.cos(a),
                last[1] - (2.6 if j < 2 or squid else 0.2) + (0.8 * wave if j > 1 else 0),
                last[2] + out * math.cos(a),
            )
            s.limb(
                head,
                last,
                here,
                2.6 - 0.5 * j,
                2.2 - 0.5 * j,
                "fur",
                f"arm{i}",
                f"arm{i}",
                0.8,
                priority=1.1,
                decals=[Decal("belly", z=(-30.0, -0.6))],
                facing=(0, 1, 0),
            )
            last = here
    kind = "line" if m.blink > 0.5 else f.eyes
    for side in _SIDES:
        s.stamp(head, (side * 3.8, 2.0, 7.4), (side * 0.46, 0, 0.88), (3.4, 4.0), kind, _FACE, ("body",), 0.1, side)
    s.stamp(head, (0, -1.8, 7.8), (0, 0, 1), (2.6, 1.8), "mouth", _FACE, ("body",), 0.4)


def _seahorse(s: Scene, f: Swimmer, m: Motion, body: Frame) -> None:
    sway = 3 * math.sin(TAU * m.t)
    points: list[tuple[Vec, float]] = [
        ((0, 6.6, 1.0), 3.0), ((0, 2.0, -0.6), 4.0), ((0, -2.6, -0.4), 4.6), ((0, -7.0, -1.4), 3.6), ((0, -10.8, -0.4), 2.5), ((0, -13.2, 2.4), 1.9), ((0, -11.8, 5.2), 1.4), ((0, -9.6, 4.4), 0.9),
    ]  # fmt: skip
    for i in range(len(points) - 1):
        (a, ra), (e, rb) = points[i], points[i + 1]
        s.limb(
            body,
            a,
            e,
            ra,
            rb,
            "fur",
            "body",
            "body",
            0.8,
            decals=[Decal("belly", z=(1.2, 20.0)), bands("beltline", 2.2, 0.3, z=(0.6, 20.0))],
        )
    h = body.child((0, 9.4, 2.0), rx(14 + m.head))
    s.ball(h, (0, 0, 0), (4.6, 4.4, 4.6), "fur", "head", "head", 1.0)
    s.limb(h, (0, -0.8, 3.2), (0, -1.4, 8.6), 1.9, 1.5, "fur", "head", "head", 1.0)
    for i in range(3):
        s.limb(h, (0, 3.2, 1.6 - 2.4 * i), (0, 6.4 - 0.8 * i, 1.0 - 3.4 * i), 1.3, 0.3, "accent", "crest", priority=1.2)
    s.plate(
        body,
        [(0, 3.0), (-4.6, 4.4 + 0.1 * sway), (-5.2, -1.4), (0, -2.6)],
        0.5,
        "fin",
        "dorsal",
        at=(0, -1.0, -3.0),
        turn=ry(-90),
        decals=[bands("mark", 1.8, 0.3)],
    )
    for side in _SIDES:
        s.stamp(h, (side * 3.2, 0.8, 2.4), (side * 0.8, 0.15, 0.58), (2.4, 2.6), f.eyes, _FACE, ("head",), 0.05, side)


def _ray(s: Scene, f: Swimmer, m: Motion, body: Frame) -> None:
    beat = math.sin(TAU * m.t)
    s.ball(body, (0, 0, 0), (6.4, 2.8, 10.0), "fur", "body", "body", 2.0, decals=[Decal("belly", y=(-30, -0.8)), *_marks(f)])
    for side in _SIDES:
        w = body.child((side * 2.6, 0, 0.6), rz(side * (10 + 22 * beat)))
        s.limb(w, (0, 0, 0), (side * 7.0, 0, -0.6), 4.4, 2.8, "fur", "body", "body", 2.0, flat=(1.0, 0.34), facing=(0, 1, 0))
        s.limb(
            w,
            (side * 7.0, 0, -0.6),
            (side * 14.0, 1.8 * beat, -2.6),
            2.8,
            0.5,
            "fur",
            "body",
            "body",
            2.0,
            flat=(1.0, 0.4),
            facing=(0, 1, 0),
        )
        s.limb(body, (side * 2.2, 0, 9.0), (side * 2.6, -0.4, 12.0), 1.1, 0.6, "fur", f"horn{side}")
        s.stamp(body, (side * 3.4, 1.9, 7.0), (side * 0.4, 0.7, 0.56), (1.8, 1.8), "beast", _FACE, ("body",), 0.05, side)
    s.limb(body, (0, 0, -9.0), (1.4 * beat, 0.6, -20.0), 1.2, 0.4, "fur", "tail", priority=1.4)
