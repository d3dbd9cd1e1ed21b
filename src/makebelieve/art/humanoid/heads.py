"""Heads: skulls, faces, ears and horns. `h` is the head's frame, its origin the neck, the skull's middle 8 above."""

from __future__ import annotations

from typing import Final

from makebelieve.art.humanoid.person import Person
from makebelieve.art.raster.frames import Frame, Vec, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands

MIDDLE: Final[Vec] = (0.0, 8.0, 0.0)
_SEEN: Final = ("head",)
_SIDES: Final = (-1, 1)


def ears(s: Scene, h: Frame, kind: str, material: str, inner: str) -> None:
    for side in _SIDES:
        name = f"ear{side}"
        if kind == "human":
            s.ball(h, (side * 7.9, 7.0, -0.6), (1.4, 2.0, 1.3), material, name)
        elif kind == "pointed":
            s.limb(h, (side * 7.2, 7.0, -0.4), (side * 11.4, 9.4, -2.0), 2.1, 0.4, material, name, flat=(1.0, 0.55))
        elif kind == "long":
            s.limb(h, (side * 7.0, 7.0, -0.6), (side * 15.6, 8.8, -2.4), 2.7, 0.4, material, name, flat=(1.0, 0.5))
            s.limb(h, (side * 8.0, 7.0, 0.4), (side * 13.0, 8.2, -1.2), 1.4, 0.3, inner, name + "i", flat=(1.0, 0.5))
        elif kind in ("cat", "fox", "dog"):
            tall = {"cat": 5.6, "fox": 8.0, "dog": 5.0}[kind]
            s.limb(h, (side * 4.6, 13.4, -0.6), (side * 6.4, 13.4 + tall, -1.2), 3.3, 0.5, material, name, flat=(1.0, 0.6))
            s.limb(h, (side * 4.7, 13.6, 0.8), (side * 6.2, 11.8 + tall, 0.2), 1.9, 0.4, inner, name + "i", flat=(1.0, 0.5))
        elif kind == "rabbit":
            s.limb(h, (side * 3.0, 14.6, -1.0), (side * 4.6, 25.4, -2.2), 2.2, 2.0, material, name, flat=(1.0, 0.6))
            s.limb(h, (side * 3.1, 16.6, 0.2), (side * 4.5, 24.6, -1.0), 1.2, 1.1, inner, name + "i", flat=(1.0, 0.5))
        elif kind in ("bear", "mouse"):
            radius = 3.0 if kind == "bear" else 4.8
            s.ball(h, (side * (6.0 + 0.2 * radius), 14.4, -1.0), (radius, radius, 1.7), material, name)
            s.ball(h, (side * (6.0 + 0.2 * radius), 14.4, 0.4), (radius * 0.6, radius * 0.6, 1.0), inner, name + "i")
        elif kind == "ape":
            # low at the sides, where a bear's are on top
            s.ball(h, (side * 9.4, 7.6, -0.8), (3.5, 4.0, 1.5), material, name)
            s.ball(h, (side * 9.6, 7.4, 0.4), (2.2, 2.7, 0.9), inner, name + "i")
        elif kind in ("cow", "pig"):
            s.limb(
                h, (side * 6.6, 10.6, -0.8), (side * 12.2, 9.4 if kind == "cow" else 13.0, -0.6), 2.3, 1.2, material, name, flat=(1.0, 0.6)
            )


def horns(s: Scene, h: Frame, kind: str) -> None:
    if kind == "none":
        return
    if kind == "unicorn":
        s.limb(h, (0, 13.6, 5.4), (0, 22.0, 9.4), 1.7, 0.3, "horn", "horn", priority=1.4, decals=[bands("gold", 2.4, 0.3)])
        return
    for side in _SIDES:
        name = f"horn{side}"
        if kind == "small":
            s.limb(h, (side * 4.2, 14.4, 3.0), (side * 5.4, 18.0, 3.6), 1.7, 0.4, "horn", name, priority=1.3)
        elif kind == "devil":
            s.limb(h, (side * 4.6, 14.0, 2.4), (side * 8.2, 17.4, 2.8), 1.9, 1.5, "horn", name, name, 0.5, priority=1.3)
            s.limb(h, (side * 8.2, 17.4, 2.8), (side * 8.4, 22.2, 2.2), 1.5, 0.3, "horn", name, name, 0.5, priority=1.3)
        elif kind == "ram":
            for a, b, ra, rb in (
                ((5, 13.6, 0), (9.4, 15, -3), 2.4, 2.2),
                ((9.4, 15, -3), (11.8, 10.6, -4), 2.2, 1.9),
                ((11.8, 10.6, -4), (10.8, 6.4, 0.4), 1.9, 1.2),
                ((10.8, 6.4, 0.4), (11.6, 7, 4), 1.2, 0.4),
            ):
                s.limb(h, (side * a[0], a[1], a[2]), (side * b[0], b[1], b[2]), ra, rb, "horn", name, name, 0.4, priority=1.2)
        elif kind == "bull":
            s.limb(h, (side * 5.6, 13.4, 0), (side * 11.0, 14.4, 1.0), 2.2, 1.8, "horn", name, name, 0.5, priority=1.3)
            s.limb(h, (side * 11.0, 14.4, 1.0), (side * 12.6, 20.2, 2.4), 1.8, 0.4, "horn", name, name, 0.5, priority=1.3)
        elif kind == "antlers":
            for a, b in (
                ((3.6, 14.4, -0.4), (8.0, 20.4, -1.4)),
                ((8.0, 20.4, -1.4), (8.4, 26.0, -0.4)),
                ((6.2, 18, -1), (11.4, 19.4, 0.6)),
                ((8.2, 22.6, -1), (12.4, 24.8, 0.4)),
            ):
                s.limb(h, (side * a[0], a[1], a[2]), (side * b[0], b[1], b[2]), 1.15, 0.7, "horn", name, name, 0.4, priority=1.5)
        elif kind == "antennae":
            s.limb(h, (side * 2.6, 15.2, 2.0), (side * 5.0, 20.8, 3.4), 0.7, 0.6, "horn", name, priority=1.6)
            s.ball(h, (side * 5.1, 21.6, 3.6), 1.6, "accent", name + "b", priority=1.4)


def _eyes(
    s: Scene, h: Frame, kind: str, at: Vec, size: tuple[float, float], normal: Vec, parts: tuple[str, ...] = _SEEN, dark: str = "pupil"
) -> None:
    inks = {"d": dark, "w": "white", "c": "iris", "a": "cheek"}
    for side in _SIDES:
        s.stamp(h, (side * at[0], at[1], at[2]), (side * normal[0], normal[1], normal[2]), size, kind, inks, parts, 0.10, side)


def face(s: Scene, h: Frame, p: Person, blink: float) -> None:
    """The skull and what looks out of it."""
    kind, skin = p.head, "skin"
    eyes, size = ("line", (2.4, 1.0)) if blink > 0.5 and p.eyes not in ("glow", "socket", "lens") else (p.eyes, (2.5, 3.6))
    if p.micro and eyes in ("eye", "beast", "big"):
        eyes, size = "dot", (1.3, 2.0)
    if kind in ("human", "zombie", "goblin", "orc", "cyclops", "alien", "cat", "mummy"):
        radii = {"goblin": (8.6, 7.2, 7.8), "orc": (8.4, 7.8, 7.9), "alien": (9.4, 9.2, 8.6)}.get(kind, (8.2, 7.9, 7.8))
        middle = (0.0, 9.4, 0.0) if kind == "alien" else MIDDLE
        wraps = [bands("wrap", 3.0, 0.22, 0.4)] if kind == "mummy" else []
        s.ball(h, middle, radii, skin, "head", "head", 1.0, decals=wraps)
        jaw = {"orc": (6.6, 4.2, 5.6), "goblin": (5.2, 3.6, 4.8), "alien": (4.8, 4.6, 4.4)}.get(kind, (6.0, 4.0, 5.4))
        s.ball(h, (0, 3.9, 1.4), jaw, skin, "head", "head", 1.6, decals=wraps)
        if kind == "cyclops":
            s.stamp(h, (0, 8.6, 7.6), (0, 0.0, 1), (5.6, 5.0), "big", {"d": "pupil", "w": "white"}, _SEEN)
        elif kind == "alien":
            _eyes(s, h, "beast", (4.4, 8.0, 6.6), (4.2, 5.2), (0.55, 0, 0.84))
        else:
            _eyes(s, h, eyes, (3.9, 6.8, 6.4), size, (0.55, -0.02, 0.82))
        if kind == "goblin":
            s.limb(h, (0, 6.6, 7.0), (0, 4.6, 11.4), 1.7, 1.3, skin, "nose", priority=1.2)
        elif kind == "orc":
            s.ball(h, (0, 5.4, 8.0), (2.2, 1.5, 1.3), skin, "nose")
            for side in _SIDES:
                s.limb(h, (side * 3.4, 2.2, 6.4), (side * 3.9, 5.4, 7.3), 1.15, 0.3, "horn", f"tusk{side}", priority=1.8)
        elif kind == "human" and p.red_nose:
            s.ball(h, (0, 5.3, 8.4), (1.9, 1.9, 1.7), "accent", "nose", priority=1.6)
        elif kind == "human":
            s.ball(h, (0, 5.4, 7.7), (1.0, 1.0, 1.1), skin, "head", "head", 0.6)
        if kind == "zombie":
            s.stamp(h, (0, 3.0, 7.4), (0, -0.1, 1), (4.0, 2.0), "grin", {"d": "pupil", "w": "white"}, _SEEN, 0.4)
        elif kind not in ("mummy", "goblin") and not p.micro and p.beard in ("none", "stubble", "goatee"):
            s.stamp(h, (0, 3.2, 7.4), (0, -0.1, 1), (2.2, 1.0), "line", {"d": "mouth"}, _SEEN, 0.5)
        if p.beard == "stubble":
            s.ball(h, (0, 3.6, 1.8), (6.4, 4.2, 5.7), "stubble", "head", "head", 0.3, clip=(0.0, 1.0, 0.0, -0.2))
    elif kind == "skull":
        s.ball(h, (0, 8.8, 0), (8.3, 7.8, 8.0), skin, "head", "head", 1.0)
        s.block(h, (0, 3.0, 2.6), (4.4, 2.6, 4.2), 1.4, skin, "head", "head", 0.9)
        for side in _SIDES:
            s.ball(h, (side * 5.2, 5.0, 4.0), (2.4, 2.0, 2.6), skin, "head", "head", 0.6)
        _eyes(s, h, "socket", (3.5, 7.4, 6.9), (3.8, 4.2), (0.46, 0, 0.88))
        s.stamp(h, (0, 4.9, 7.8), (0, 0, 1), (1.2, 1.2), "dot", {"d": "pupil"}, _SEEN, 0.4)
        s.stamp(h, (0, 2.4, 6.9), (0, 0, 1), (4.8, 2.0), "grin", {"d": "pupil", "w": "white"}, _SEEN, 0.4)
    elif kind in ("muzzle", "snout", "ape", "bull", "plush"):
        s.ball(h, MIDDLE, (8.3, 7.7, 7.8), skin, "head", "head", 1.2)
        if kind == "muzzle":
            s.limb(
                h,
                (0, 5.0, 5.0),
                (0, 4.2, 10.4),
                3.4,
                2.2,
                skin,
                "head",
                "head",
                1.2,
                facing=(0, 1, 0),
                decals=[Decal("belly", z=(-9.0, 0.2))],
            )
            for side in _SIDES:
                s.limb(h, (side * 4.6, 5.4, 2.4), (side * 9.4, 3.6, 0.4), 3.2, 0.8, "belly", "head", "head", 1.2)
            s.ball(h, (0, 5.4, 12.0), (1.6, 1.3, 1.2), "nose", "nose", priority=1.6)
        elif kind == "snout":
            s.limb(h, (0, 5.4, 6.0), (0, 5.2, 9.6), 3.5, 3.1, "belly", "snout", facing=(0, 1, 0))
            s.stamp(h, (0, 5.2, 12.6), (0, 0, 1), (3.2, 1.4), "mouth", {"d": "nose"}, ("snout",), 0.4)
        elif kind == "bull":
            s.limb(h, (0, 5.2, 4.6), (0, 3.4, 9.4), 4.4, 3.7, "belly", "snout", facing=(0, 1, 0))
            s.ring(h, (0, 1.6, 12.0), 1.3, 0.5, "gold", "ring", priority=1.6, turn=(1, 0, 0, 0, 0, -1, 0, 1, 0))
        elif kind == "ape":
            for side in _SIDES:
                s.ball(h, (side * 3.2, 8.6, 3.4), (3.7, 4.0, 4.6), "belly", "face", "face", 0.6)
            s.ball(h, (0, 4.0, 5.4), (5.6, 3.6, 4.2), "belly", "face", "face", 0.8)
            for side in _SIDES:
                s.stamp(h, (side * 0.9, 5.4, 9.0), (0, 0, 1), (0.9, 0.9), "dot", {"d": "nose"}, ("face",), 0.4)
            s.stamp(h, (0, 3.2, 9.0), (0, 0, 1), (3.0, 1.0), "line", {"d": "mouth"}, ("face",), 0.4)
        else:
            s.ball(h, (0, 5.2, 6.2), (3.6, 2.9, 2.9), "belly", "snout")
            s.ball(h, (0, 6.4, 8.7), (1.3, 1.0, 0.9), "nose", "nose", priority=1.6)
        seen = ("head", "face") if kind == "ape" else _SEEN
        _eyes(
            s,
            h,
            "line" if blink > 0.5 else "angry" if p.eyes == "angry" else "glow" if p.eyes == "glow" else "beast",
            (3.8, 8.6, 6.6),
            (2.3, 2.8),
            (0.5, 0.1, 0.84),
            seen,
        )
    elif kind in ("beak", "lizard", "frog", "fish"):
        s.ball(h, MIDDLE, (8.2, 7.8, 7.8), skin, "head", "head", 1.2)
        if kind == "beak":
            s.limb(h, (0, 6.4, 6.4), (0, 4.4, 12.2), 2.7, 0.6, "beak", "beak", flat=(1.0, 0.8), priority=1.3)
            s.ball(h, (0, 3.6, 4.4), (4.8, 3.4, 3.8), "belly", "head", "head", 1.0)
        elif kind == "lizard":
            s.limb(
                h,
                (0, 6.0, 4.0),
                (0, 4.8, 10.6),
                4.8,
                3.2,
                skin,
                "head",
                "head",
                1.6,
                facing=(0, 1, 0),
                decals=[Decal("belly", z=(-9.0, -1.2))],
            )
            for i in range(4):
                s.limb(
                    h, (0, 14.4 - 1.6 * i, -3.0 - 1.7 * i), (0, 18.4 - 2.2 * i, -6.4 - 1.7 * i), 1.7, 0.3, "accent", "crest", priority=1.2
                )
        elif kind == "frog":
            s.ball(h, (0, 5.0, 3.6), (8.6, 4.2, 5.6), skin, "head", "head", 1.4, decals=[Decal("belly", y=(-9.0, -0.6))])
            for side in _SIDES:
                s.ball(h, (side * 5.2, 14.4, 2.6), 3.2, skin, "head", "head", 0.8)
        else:
            for side in _SIDES:
                s.plate(
                    h,
                    [(0, 0), (5.6, 3.4), (5.4, -3.0)],
                    0.5,
                    "accent",
                    f"fin{side}",
                    at=(side * 7.4, 7.0, -1.0),
                    turn=ry(0 if side > 0 else 180),
                )
            s.plate(h, [(-3, 0), (2.5, 0), (-3.5, 6)], 0.6, "accent", "crest", at=(0, 14.4, -1.0), turn=ry(-90))
        high = 14.8 if kind == "frog" else 8.6
        wide = 5.4 if kind == "frog" else 5.0
        _eyes(
            s,
            h,
            "line" if blink > 0.5 else "big" if kind in ("frog", "fish") else "slit" if kind == "lizard" else "beast",
            (wide, high, 4.8),
            (2.8, 3.0),
            (0.62, 0.1, 0.76),
        )
    elif kind == "robot":
        s.block(h, (0, 8.0, 0), (8.0, 7.0, 7.2), 2.0, "metal", "head", decals=[Decal("dark", x=(-6.4, 6.4), y=(-1.8, 3.2), z=(3.0, 19.0))])
        s.block(h, (0, 2.6, 6.2), (3.8, 1.0, 1.4), 0.3, "metal2", "grille", decals=[bands("dark", 1.8, 0.4, axis=0)])
        for side in _SIDES:
            s.drum(h, (side * 7.6, 8.0, 0), (side * 9.6, 8.0, 0), 2.6, 2.2, "metal2", f"bolt{side}")
        s.limb(h, (0, 14.6, 0), (0, 18.6, 0), 0.6, 0.6, "metal2", "aerial", priority=1.6)
        s.ball(h, (0, 19.6, 0), 1.6, "glow", "bulb", priority=1.4)
        _eyes(s, h, "lens", (3.1, 8.7, 7.2), (2.8, 2.8), (0.2, 0, 0.97))
    elif kind == "pumpkin":
        for i in range(6):
            spot = ry(60 * i)
            s.ball(h.child((0, 7.8, 0), spot), (0, 0, 4.2), (4.6, 7.6, 4.8), skin, f"rib{i}" if i % 3 else "head", "pumpkin", 0.5)
        s.limb(h, (0, 14.4, 0), (1.4, 18.4, 0.6), 1.6, 1.1, "stem", "stem")
        _eyes(s, h, "angry", (3.8, 8.6, 7.4), (3.6, 3.6), (0.5, 0, 0.86), ())
        s.stamp(h, (0, 4.0, 8.4), (0, 0, 1), (6.4, 2.6), "grin", {"d": "pupil", "w": "iris"}, (), 0.3)
    elif kind == "orb":
        s.ball(h, (0, 8.4, 0), (8.8, 8.8, 8.6), "metal", "head", decals=[Decal("visor", x=(-6.6, 6.6), y=(-4.6, 4.4), z=(2.6, 19.0))])
        s.stamp(h, (-3.2, 11.0, 7.4), (-0.2, 0.2, 1), (2.6, 2.6), "glint", {"w": "white"}, _SEEN, 0.2)
    elif kind == "snow":
        s.ball(h, MIDDLE, (7.6, 7.4, 7.4), skin, "head")
        s.limb(h, (0, 7.0, 7.0), (0, 6.2, 12.6), 1.5, 0.4, "beak", "nose", priority=1.6)
        _eyes(s, h, "dot", (3.2, 9.4, 6.6), (1.6, 1.8), (0.4, 0.1, 0.9))
        s.stamp(h, (0, 4.4, 6.8), (0, -0.2, 1), (4.0, 2.0), "mouth", {"d": "pupil"}, _SEEN, 0.4)
    elif kind == "stick":
        s.ball(h, (0, 6.6, 0), 6.0, skin, "head")
    elif kind == "tree":
        s.drum(h, (0, -2.0, 0), (0, 13.0, 0), 6.4, 6.0, skin, "head", rounding=2.0, decals=[bands("stem", 3.2, 0.16, axis=0)])
        for x, y, z, r in ((0, 16.4, 0, 6.6), (-6.2, 14, 1, 5.0), (6.2, 14, 1, 5.0), (0, 14, -5, 5.4), (0, 14.6, 4.4, 4.6)):
            s.ball(h, (x, y, z), (r, r * 0.8, r), "leaf", f"leaf{x}{z}", "leaf", 1.2)
        _eyes(s, h, "glow", (2.6, 7.2, 5.6), (2.0, 2.4), (0.4, 0, 0.9))
        s.stamp(h, (0, 2.6, 6.0), (0, 0, 1), (4.0, 2.0), "mouth", {"d": "pupil"}, _SEEN, 0.4)
    else:  # stone
        s.block(h, (0, 7.0, 0.4), (6.8, 6.4, 6.2), 1.6, skin, "head", turn=rz(3), decals=[Decal("moss", y=(4.4, 9.0))])
        s.block(h, (0, 2.6, 3.6), (5.2, 2.6, 3.6), 1.0, skin, "jaw")
        _eyes(s, h, "glow", (3.0, 7.8, 6.6), (2.4, 1.8), (0.3, 0, 0.95))
