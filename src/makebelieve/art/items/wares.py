"""What a dungeon and a market hold: padlock, open chest, mimic, quiver, sunflower, magic lamp, inkwell. Things stand on y = 0."""

from __future__ import annotations

import math
from itertools import pairwise

from makebelieve.art.raster.frames import WORLD, Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES = (-1, 1)


def padlock(s: Scene, v: float) -> None:
    f = Frame((0, 0, 0), ry(-16))
    s.block(f, (0, 8.8, 0), (10.0, 8.8, 4.6), 2.2, "main", "body", decals=[Decal("deep", y=(-20.0, -5.6)), Decal("light", y=(5.6, 20.0))])
    # the shackle: two posts and an arch over them
    arch = [(6.2 * math.cos(math.radians(a)), 20.6 + 7.0 * math.sin(math.radians(a)), 0.0) for a in range(0, 181, 20)]
    for a, b in pairwise(((6.2, 16.0, 0.0), *arch, (-6.2, 16.0, 0.0))):
        s.limb(f, a, b, 1.9, 1.9, "accent", "shackle", "shackle", 0.3)
    s.ball(f, (0, 10.6, 4.4), (2.5, 2.5, 0.9), "dark", "hole", "hole", 0.2, priority=1.8)
    s.limb(f, (0, 10.0, 4.7), (0, 5.2, 4.7), 1.0, 1.8, "dark", "hole", "hole", 0.2, priority=1.8, flat=(1.0, 0.5))


def _box(s: Scene, f: Frame) -> None:
    """A chest's lower half: planks, two straps, a rim."""
    s.block(f, (0, 6.2, 0), (12.0, 6.2, 8.4), 0.8, "wood", "box", decals=[bands("wood2", 4.4, 0.14)])
    for x in (-9.8, 9.8):
        s.block(f, (x, 6.3, 0), (1.5, 6.6, 9.0), 0.4, "metal", f"strap{x}")
    for z in (-8.4, 8.4):
        s.block(f, (0, 12.2, z), (12.4, 1.0, 0.9), 0.3, "metal", f"rim{z}")
    for x in _SIDES:
        s.block(f, (x * 11.8, 12.2, 0), (0.9, 1.0, 8.4), 0.3, "metal", f"rim{x}x")


def _lid(s: Scene, f: Frame, angle: float, inside: str) -> Frame:
    """The lid, thrown back by `angle` degrees: half a drum, its hollow seen; its frame, hinge at the origin and the front edge at z 16.8."""
    lid = f.child((0, 12.8, -8.4), rx(-angle))
    s.drum(lid, (-11.8, 0, 8.4), (11.8, 0, 8.4), 8.4, 8.4, "wood", "lid", rounding=0.4, facing=(0, 1, 0), clip=(0.0, 0.0, -1.0, 0.0),
           decals=[bands("wood2", 5.6, 0.12, axis=0)])  # fmt: skip
    for x in (-9.8, 9.8):
        s.drum(
            lid,
            (x - 1.5, 0, 8.4),
            (x + 1.5, 0, 8.4),
            9.0,
            9.0,
            "metal",
            f"lidstrap{x}",
            rounding=0.3,
            facing=(0, 1, 0),
            clip=(0.0, 0.0, -1.0, 0.0),
        )
    s.block(lid, (0, -0.1, 8.4), (10.8, 0.5, 7.2), 0.2, inside, "hollow", priority=1.2)
    return lid


def hoard(s: Scene, v: float) -> None:
    """A treasure chest, open, with gold heaped over its rim."""
    f = Frame((0, 0, 0), ry(-24))
    _box(s, f)
    _lid(s, f, 78.0, "wood2")
    s.block(
        f, (0, 9.0, 9.0), (2.4, 2.6, 0.9), 0.5, "gold", "lock", priority=1.5, decals=[Decal("dark", x=(-0.8, 0.8), y=(-1.8, 0.8), z=(0, 9))]
    )
    s.ball(f, (0, 11.6, 0.6), (11.0, 5.4, 7.8), "gold", "heap")
    coins = ((-6.6, 14.0, 5.0, 20), (-1.0, 15.6, 5.6, -30), (5.2, 14.4, 5.0, 8), (-4.0, 16.6, 1.6, -12), (2.6, 17.2, 2.2, 26), (7.6, 14.6, 1.0, -34),
             (-8.6, 13.6, 0.6, 40), (0.6, 14.0, 8.2, 62), (-4.6, 13.0, 8.0, 50))  # fmt: skip
    for i, (x, y, z, lean) in enumerate(coins):
        c = f.child((x, y, z), rx(24), rz(lean))
        s.drum(c, (0, -0.7, 0), (0, 0.7, 0), 2.9, 2.9, "gold" if i % 4 else "glow", f"coin{i}", rounding=0.3, priority=1.2)
    s.ball(f, (5.6, 16.6, 5.0), (2.1, 1.9, 2.1), "gem", "ruby", priority=1.6)
    s.ball(f, (-7.4, 15.8, 2.8), (1.8, 1.7, 1.8), "shine", "pearl", priority=1.6)
    # what has fallen out
    for x, z, r in ((-9.0, 12.6, 2.7), (7.4, 13.4, 2.7)):
        s.drum(f, (x, 0, z), (x, 1.5, z), r, r, "gold", f"fallen{x}", rounding=0.3)


def mimic(s: Scene, v: float) -> None:
    biting_chest(s, Frame((0, 0, 0), ry(-22)), 52.0)


def biting_chest(s: Scene, f: Frame, opened: float) -> None:
    """Teeth along both rims, eyes in the dark of the lid, a tongue hanging out; `opened` are degrees."""
    _box(s, f)
    lid = _lid(s, f, opened, "dark")
    s.block(f, (0, 12.2, 0), (10.8, 0.8, 7.6), 0.2, "velvet", "gums", priority=1.1)
    for i in range(6):
        x = -9.4 + 3.76 * i
        s.limb(f, (x, 12.6, 8.4), (x, 17.0, 9.0), 1.7, 0.25, "bone", f"tooth{i}", priority=1.6)
    for i in range(5):
        x = -7.6 + 3.8 * i
        s.limb(lid, (x, 0.2, 16.2), (x, -4.2, 16.6), 1.7, 0.25, "bone", f"fang{i}", priority=1.6)
    for side in _SIDES:
        for i in range(2):
            s.limb(
                f, (side * 11.6, 12.6, 4.4 - 4.6 * i), (side * 11.8, 15.6, 4.4 - 4.6 * i), 1.3, 0.25, "bone", f"side{side}{i}", priority=1.5
            )
        s.ball(lid, (side * 4.2, -1.2, 9.2), (2.6, 1.5, 2.6), "spark", f"eye{side}", priority=1.7)
        s.stamp(lid, (side * 4.2, -2.6, 9.6), (0, -0.86, 0.5), (1.4, 2.2), "dot", {"d": "pupil"}, (f"eye{side}",), -1)
    tongue = ((0.6, 13.4, 3.0), (1.0, 14.2, 9.6), (1.6, 8.4, 12.6), (2.2, 2.4, 13.0))
    for i in range(3):
        s.limb(f, tongue[i], tongue[i + 1], 2.9 - 0.2 * i, 2.8 - 0.3 * i, "red", "tongue", "tongue", 0.6, flat=(1.0, 0.5), priority=1.7)


def quiver(s: Scene, v: float) -> None:
    f = Frame((3.6, 1.2, 0), rz(16)).child((0, 0, 0), ry(-20))
    s.drum(f, (0, 0, 0), (0, 19.0, 0), 4.4, 6.2, "main", "tube", rounding=1.0, flat=(1.0, 0.8),
           decals=[bands("deep", 9.0, 0.1, 2.0), Decal("accent", y=(-7.4, -5.6))])  # fmt: skip
    s.drum(f, (0, 17.4, 0), (0, 20.0, 0), 6.8, 6.8, "accent", "rim", rounding=0.6, flat=(1.0, 0.8))
    s.drum(f, (0, 19.9, 0), (0, 20.3, 0), 5.6, 5.6, "dark", "mouth", rounding=0.1, flat=(1.0, 0.8))
    for i, (x, z, lean, high) in enumerate(((-3.6, 0.6, 14, 33.0), (0.2, -1.6, 1, 35.4), (3.8, 0.8, -12, 33.0), (-0.4, 2.6, 6, 30.0))):
        a = f.child((x, 19.0, z), rz(lean))
        tall = high - 19.0
        s.limb(a, (0, 0, 0), (0, tall, 0), 0.7, 0.7, "pale", f"shaft{i}", priority=1.5)
        for side in _SIDES:
            s.plate(a, [(0, tall - 6.8), (side * 2.7, tall - 4.8), (side * 2.7, tall + 1.0), (0, tall - 0.8)], 0.45,
                    "red" if i % 2 else "white", f"vane{i}", rounding=0.1, priority=1.4)  # fmt: skip
    # the strap hangs loosely from rim to foot
    strap = ((-5.6, 16.4, 1.0), (-8.6, 12.0, 1.0), (-8.0, 5.0, 1.0), (-4.6, 0.8, 1.0))
    for here, there in pairwise(strap):
        s.limb(f, here, there, 0.8, 0.8, "deep", "strap", "strap", 0.5)


def sunflower(s: Scene, v: float) -> None:
    s.limb(WORLD, (0, 0, 0), (0.8, 9.0, 0), 1.5, 1.4, "leaf", "stem", "s", 0.3, priority=1.3)
    s.limb(WORLD, (0.8, 9.0, 0), (0, 17.0, 0), 1.4, 1.2, "leaf", "stem", "s", 0.3, priority=1.3)
    for side, y in ((-1, 4.0), (1, 7.4)):
        s.limb(WORLD, (0.5, y, 0), (side * 7.6, y + 4.2, 1.4), 0.9, 2.9, "leaf", f"leaf{side}", flat=(1.0, 0.36))
    f = Frame((0, 22.0, 2.0), rx(12))
    for ring, (many, near, far, z) in enumerate(((13, 5.0, 11.2, -0.9), (13, 4.4, 9.4, 0.3))):
        for i in range(many):
            g = f.child((0, 0, 0), rz(360 * (i + 0.5 * ring) / many))
            s.limb(g, (0, near, z), (0, far, z - 0.4), 1.7, 0.35, "main" if ring else "deep", f"petal{ring}{i % 4}", flat=(1.0, 0.45))
    s.ball(f, (0, 0, 0.6), (6.0, 6.0, 2.4), "accent", "heart", priority=1.3, decals=[spots("nut", 2.6, 0.8)])
    s.ball(f, (0, 0, 1.8), (2.6, 2.6, 1.7), "nut", "core", priority=1.4)


def oil_lamp(s: Scene, v: float) -> None:
    """A lamp to rub: a low bowl with a long spout, a handle behind, a wisp of smoke."""
    f = Frame((-1.0, 0, 0), ry(-10))
    s.drum(f, (1.0, 0, 0), (1.0, 2.2, 0), 5.6, 3.0, "main", "foot", rounding=0.5)
    s.limb(f, (1.0, 1.6, 0), (1.0, 5.0, 0), 2.0, 2.4, "main", "bowl", "bowl", 1.2)
    s.ball(f, (1.0, 8.4, 0), (9.6, 4.9, 6.6), "main", "bowl", "bowl", 1.2, decals=[Decal("deep", y=(-0.5, 0.7))])
    spout = ((-6.4, 8.0, 0), (-11.4, 9.4, 0), (-15.0, 13.4, 0))
    for i, r in enumerate((2.9, 2.1)):
        s.limb(f, spout[i], spout[i + 1], r, r - 0.8, "main", "bowl", "bowl", 1.2)
    s.drum(f, (-15.2, 13.4, 0), (-15.8, 14.6, 0), 1.7, 2.2, "main", "lip", rounding=0.4)
    s.ring(f, (12.2, 10.0, 0), 4.2, 1.2, "main", "handle", turn=rx(90), priority=1.2)
    s.drum(f, (1.0, 12.6, 0), (1.0, 13.8, 0), 4.6, 4.0, "light", "collar", rounding=0.4)
    s.ball(f, (1.0, 14.0, 0), (3.6, 2.6, 3.6), "main", "lid")
    s.ball(f, (1.0, 17.4, 0), 1.4, "accent", "knob", priority=1.4)
    s.ball(f, (1.0, 8.2, 6.2), (1.9, 2.1, 0.9), "gem", "stone", priority=1.6)
    smoke = ((-15.8, 16.8, 1.7), (-14.2, 20.2, 2.3), (-16.6, 24.2, 2.9), (-12.6, 28.2, 3.4))
    for i in range(3):
        (x, y, r), (tx, ty, tr) = smoke[i], smoke[i + 1]
        s.limb(f, (x, y, 0), (tx, ty, 0), r, tr, "shine", "smoke", "smoke", 1.2)


def inkwell(s: Scene, v: float) -> None:
    """A squat bottle of ink with a quill standing in it."""
    f = Frame((-2.0, 0, 0), ry(-18))
    s.block(
        f,
        (0, 5.0, 0),
        (8.2, 5.0, 6.8),
        2.0,
        "accent",
        "bottle",
        "bottle",
        0.8,
        decals=[Decal("paper", x=(-4.4, 4.4), y=(-2.2, 2.4), z=(2.0, 20.0))],
    )
    s.drum(f, (0, 9.4, 0), (0, 12.4, 0), 4.4, 3.8, "accent", "bottle", "bottle", 0.8)
    s.drum(f, (0, 12.0, 0), (0, 14.0, 0), 4.9, 4.9, "gold", "neck", rounding=0.5)
    s.drum(f, (0, 13.9, 0), (0, 14.3, 0), 3.7, 3.7, "dark", "ink", rounding=0.1)
    q = Frame((-1.6, 13.0, 0), rz(-30))
    s.limb(q, (0, 0, 0), (0, 24.0, 0), 0.75, 0.45, "shade", "shaft", priority=1.7)
    for i in range(7):
        y, r = 5.4 + 2.7 * i, 4.2 - 0.42 * abs(i - 2)
        for side in _SIDES:
            s.limb(q, (0, y, 0), (side * r, y + 3.6, 0), 1.6, 0.9, "main", "vane", "vane", 0.7, flat=(1.0, 0.4))
    s.ball(f, (10.2, 0.8, 5.0), (2.6, 0.8, 1.9), "accent", "drop", priority=1.2)
