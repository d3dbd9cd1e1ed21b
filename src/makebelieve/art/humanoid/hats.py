"""Hats, hoods, crowns and ribbons: what leaves the face open."""

from __future__ import annotations

import math
from typing import Final

from makebelieve.art.raster.frames import Frame, Vec, add, rx, ry, rz, turned
from makebelieve.art.raster.scene import Decal, Scene, bands, regular

_DOME: Final = (0.0, -1.0, 0.0, 0.0)
_SIDES: Final = (-1, 1)


def feather(s: Scene, h: Frame, root: Vec, swing: float, part: str) -> None:
    """A curved crest that swings back."""
    points, radii = [root], (1.7, 2.5, 2.9, 2.7, 2.2, 1.2)
    for i in range(5):
        points.append(add(points[-1], turned(rx(-(swing * 0.25 * i) - 21 * i), (0.0, 2.2, -0.5))))
    for i in range(5):
        s.limb(h, points[i], points[i + 1], radii[i], radii[i + 1], "plume", part, part, 0.6)


def hood(s: Scene, h: Frame, material: str = "cape") -> None:
    s.ball(h, (0, 8.6, -0.9), (9.6, 9.4, 8.9), material, "hood", "hood", 1.2, clip=(0.0, -0.22, 0.98, 3.6))
    s.limb(h, (0, 14.0, -4.0), (0, 15.8, -9.8), 4.4, 1.2, material, "hood", "hood", 1.6)
    s.ball(h, (0, 1.0, -0.6), (8.0, 2.8, 7.0), material, "hood", "hood", 1.2)


def pointed(s: Scene, h: Frame, swing: float, *, wide: float, buckle: bool) -> None:
    """A wizard's or a witch's hat, the tip bent back."""
    hat = h.child((0, 11.4, -0.4), rx(-8))
    s.drum(hat, (0, -0.5, 0), (0, 0.7, 0), wide, wide - 0.6, "hat", "brim", rounding=0.5)
    s.drum(hat, (0, 0.4, 0), (0, 7.4, -0.6), 8.3, 5.0, "hat", "hat", "hat", 1.4, rounding=0.6, decals=[Decal("hatband", y=(-3.4, -1.3))])
    bend = 0.06 * swing
    s.limb(hat, (0, 7.0, -0.5), (0.6, 12.4, -2.6), 4.8, 2.8, "hat", "hat", "hat", 1.4)
    s.limb(hat, (0.6, 12.4, -2.6), (2.8 + bend, 16.0, -6.2), 2.8, 0.6, "hat", "hat", "hat", 1.0)
    if buckle:
        s.block(
            hat,
            (0, 2.4, 7.4),
            (2.0, 1.6, 0.6),
            0.3,
            "gold",
            "buckle",
            priority=1.6,
            decals=[Decal("hatband", x=(-0.9, 0.9), y=(-0.6, 0.6))],
        )
    else:
        s.plate(
            hat,
            [(0, 2), (0.6, 0.6), (2, 0), (0.6, -0.6), (0, -2), (-0.6, -0.6), (-2, 0), (-0.6, 0.6)],
            0.5,
            "gold",
            "sign",
            at=(0, 5.4, 6.4),
            turn=rx(-14),
            priority=1.6,
        )


def crown(s: Scene, h: Frame, *, small: bool = False) -> None:
    y, r = (13.4, 6.4) if small else (12.4, 8.0)
    s.drum(h, (0, y, 0), (0, y + 2.2, 0), r, r + 0.2, "gold", "crown", rounding=0.3)
    for i in range(8):
        angle = math.radians(45 * i)
        x, z = math.sin(angle) * (r - 0.3), math.cos(angle) * (r - 0.3)
        s.limb(h, (x, y + 1.8, z), (x * 1.1, y + (4.2 if small else 6.2), z * 1.1), 1.5, 0.5, "gold", "crown", priority=1.3)
        if i % 2 == 0:
            s.ball(h, (x * 1.05, y + 1.1, z * 1.05), 1.15, "gem", "gems", priority=1.7)


def cap(s: Scene, h: Frame) -> None:
    s.ball(
        h,
        (0, 9.6, -0.4),
        (8.9, 8.0, 8.6),
        "hat",
        "hat",
        clip=(0.0, -1.0, 0.0, -0.6),
        decals=[Decal("hatband", x=(-3.4, 3.4), z=(1.0, 20.0), y=(1.0, 6.5))],
    )
    s.ball(h, (0, 10.6, 7.6), (6.2, 0.9, 5.4), "hat2", "peak", turn=rx(10))
    s.ball(h, (0, 17.4, -0.4), (1.2, 0.8, 1.2), "hat2", "button")


def brimmed(s: Scene, h: Frame, kind: str) -> None:
    """Straw, cowboy, fedora-like hats."""
    y = 11.4
    wide = {"straw": 13.0, "cowboy": 12.4}.get(kind, 11.0)
    if kind == "cowboy":
        s.ball(h, (0, y, 0), (wide, 1.2, 10.2), "hat", "brim", "brim", 0.6)
        for side in _SIDES:
            s.ball(h, (side * 10.0, y + 1.5, 0), (3.6, 1.3, 7.4), "hat", "brim", "brim", 1.6, turn=rz(side * 32))
    else:
        s.drum(h, (0, y - 0.4, 0), (0, y + 0.7, 0), wide, wide - 1.0, "hat", "brim", rounding=0.5)
    s.drum(h, (0, y, 0), (0, y + 6.4, 0), 8.2, 6.6, "hat", "hat", "hat", 0.8, rounding=2.0, decals=[Decal("hatband", y=(-3.2, -1.2))])
    if kind == "cowboy":
        s.limb(h, (0, y + 7.0, -3.6), (0, y + 7.0, 4.2), 1.6, 1.6, "hat2", "crease", flat=(0.8, 0.6))


def tophat(s: Scene, h: Frame) -> None:
    s.drum(h, (0, 11.6, 0), (0, 12.6, 0), 10.4, 10.2, "hat", "brim", rounding=0.5)
    s.drum(h, (0, 12.2, 0), (0, 22.6, 0), 7.0, 7.6, "hat", "hat", rounding=0.6, decals=[Decal("hatband", y=(-4.8, -2.4))])


def turban(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 12.2, -0.6), (9.0, 6.4, 8.6), "hat", "hat", "hat", 1.0, clip=(0.0, -1.0, 0.0, 1.6))
    for side in _SIDES:
        s.limb(h, (side * 7.4, 10.2, 4.0), (-side * 1.4, 15.4, 6.4), 2.6, 1.8, "hat", f"fold{side}", priority=1.1)
    s.ball(h, (0, 13.6, 8.2), (1.6, 1.8, 1.0), "gem", "gem", priority=1.7)
    feather(s, h, (0, 14.6, 7.4), 10, "plume")


def bandana(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 9.2, -0.4), (8.8, 8.0, 8.5), "hat", "hat", clip=(0.0, -0.98, 0.12, -1.4), decals=[Decal("hatband", y=(1.2, 2.8))])
    for tip in ((-8.0, 6.4, -8.4), (-10.2, 9.4, -7.0)):
        s.limb(h, (-6.6, 10.4, -5.4), tip, 1.8, 0.6, "hat", "knot", "knot", 0.5)


def tricorn(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 12.6, -0.6), (7.6, 5.2, 7.2), "hat", "hat", clip=_DOME)
    for angle in (0, 120, 240):
        spot = h.child((0, 11.8, -0.6), ry(angle + 60))
        s.plate(
            spot,
            [(-9.6, -0.6), (9.6, -0.6), (6.6, 3.6), (0, 5.0), (-6.6, 3.6)],
            0.7,
            "hat",
            f"brim{angle}",
            at=(0, 0, 6.2),
            turn=rx(-14),
            decals=[Decal("hatband", y=(3.0, 9.0))],
        )
    s.stamp(h, (0, 14.6, 7.4), (0, 0, 1), (2.6, 2.6), "socket", {"d": "white", "c": "pupil"}, (), 0.4)


def toque(s: Scene, h: Frame) -> None:
    s.drum(h, (0, 11.6, 0), (0, 16.4, 0), 7.6, 7.9, "hat", "hat", rounding=0.5)
    for i in range(6):
        angle = math.radians(60 * i + 30)
        s.ball(h, (4.6 * math.sin(angle), 19.0, 4.6 * math.cos(angle)), 4.4, "hat", f"puff{i % 3}", "puff", 0.9)
    s.ball(h, (0, 21.0, 0), 4.2, "hat", "puff0", "puff", 0.9)


def santa(s: Scene, h: Frame, swing: float) -> None:
    s.ring(h, (0, 11.2, 0), 7.4, 2.2, "hatband", "fur")
    s.drum(h, (0, 11.8, 0), (0, 17.4, -1.0), 7.6, 5.0, "hat", "hat", "hat", 1.2, rounding=1.2)
    s.limb(h, (0, 16.8, -1.0), (4.6, 19.0, -3.2), 4.8, 3.0, "hat", "hat", "hat", 1.4)
    s.limb(h, (4.6, 19.0, -3.2), (10.2, 14.6 + 0.05 * swing, -4.0), 3.0, 1.4, "hat", "hat", "hat", 1.0)
    s.ball(h, (11.0, 13.2 + 0.05 * swing, -4.0), 2.6, "hatband", "pom", priority=1.2)


def headband(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 10.8, -0.2), (8.9, 1.3, 8.6), "hatband", "band", priority=1.5)
    for tip in ((3.6, 6.6, -13.4), (-1.0, 5.0, -13.0)):
        s.limb(h, (0, 10.6, -8.2), tip, 1.2, 0.8, "hatband", "knot", flat=(1.0, 0.5), priority=1.3)


def headphones(s: Scene, h: Frame) -> None:
    s.ring(h, (0, 8.4, -0.6), 9.0, 1.1, "hat", "arc", turn=rx(90), clip=(0.0, 0.0, 1.0, 0.4), priority=1.4)
    for side in _SIDES:
        s.drum(h, (side * 7.8, 7.4, -0.4), (side * 10.4, 7.4, -0.4), 3.4, 3.0, "hatband", f"cup{side}", rounding=0.8)


def mitre(s: Scene, h: Frame) -> None:
    s.plate(
        h,
        [(-7.4, 0), (7.4, 0), (7.0, 6.0), (0, 14.0), (-7.0, 6.0)],
        5.4,
        "hat",
        "hat",
        at=(0, 11.0, 0),
        rounding=1.2,
        decals=[Decal("gold", x=(-1.2, 1.2)), Decal("gold", y=(0.0, 2.0))],
    )


def jester(s: Scene, h: Frame, swing: float) -> None:
    s.ball(h, (0, 9.6, -0.4), (8.9, 7.6, 8.6), "hat", "hat", clip=(0.0, -1.0, 0.0, -0.8), decals=[Decal("hat2", x=(0.0, 20.0))])
    for side in _SIDES:
        material = "hat2" if side > 0 else "hat"
        name = f"tip{side}"
        s.limb(h, (side * 3.6, 15.0, -0.6), (side * 9.4, 18.6, -0.6), 3.9, 2.4, material, name, name, 0.8)
        s.limb(h, (side * 9.4, 18.6, -0.6), (side * 13.2, 13.6 + 0.05 * swing, 0), 2.4, 0.8, material, name, name, 0.8)
        s.ball(h, (side * 13.4, 12.4 + 0.05 * swing, 0), 1.7, "gold", f"bell{side}", priority=1.4)


def conical(s: Scene, h: Frame) -> None:
    s.drum(h, (0, 10.4, 0), (0, 18.4, 0), 13.2, 0.6, "hat", "hat", rounding=0.4, decals=[bands("hat2", 2.6, 0.2)])


def police(s: Scene, h: Frame) -> None:
    s.drum(h, (0, 10.6, 0), (0, 13.0, 0), 8.5, 8.5, "hat", "hat", rounding=0.4, decals=[Decal("hatband", y=(-1.2, 0.2))])
    s.drum(h, (0, 13.0, 0), (0, 16.4, -0.4), 8.6, 9.8, "hat", "top", rounding=1.2)
    s.ball(h, (0, 10.8, 7.4), (5.8, 0.8, 3.8), "dark", "peak", turn=rx(14))
    s.plate(h, regular(5, 1.9), 0.5, "gold", "badge", at=(0, 13.8, 9.2), priority=1.7)


def beret(s: Scene, h: Frame) -> None:
    s.ball(h, (1.6, 14.0, -0.8), (9.8, 3.6, 8.6), "hat", "hat", turn=rz(-10))
    s.limb(h, (1.4, 17.0, -0.8), (1.8, 19.0, -0.8), 0.8, 0.6, "hat", "stalk", priority=1.4)


def nurse(s: Scene, h: Frame) -> None:
    s.block(
        h,
        (0, 14.6, 3.4),
        (5.8, 2.8, 2.2),
        0.8,
        "hat",
        "hat",
        turn=rx(-18),
        decals=[Decal("hatband", x=(-0.7, 0.7), y=(-2.0, 2.0)), Decal("hatband", x=(-2.0, 2.0), y=(-0.7, 0.7))],
    )


def halo(s: Scene, h: Frame) -> None:
    s.ring(h, (0, 20.2, -1.0), 5.6, 0.95, "glow", "halo", priority=1.8, turn=rx(-6))


def flowers(s: Scene, h: Frame) -> None:
    for i in range(7):
        angle = math.radians(-96 + 32 * i)
        at = (8.2 * math.sin(angle), 12.8, 7.6 * math.cos(angle) - 0.4)
        s.ball(h, at, 2.0, "accent" if i % 2 else "hatband", f"bloom{i}", priority=1.3)
        s.ball(h, (at[0] * 1.16, at[1] + 0.4, at[2] * 1.16), 0.9, "gold", f"heart{i}", priority=1.5)


def fez(s: Scene, h: Frame) -> None:
    s.drum(h, (0, 13.0, 0), (0, 20.0, 0), 6.4, 4.9, "hat", "hat", rounding=0.5)
    s.limb(h, (0, 20.2, 0), (-5.4, 16.4, 2.0), 0.8, 0.9, "gold", "tassel", priority=1.5)


def goggles(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 11.6, -0.2), (8.9, 1.2, 8.6), "leather", "band", priority=1.3)
    for side in _SIDES:
        s.drum(h, (side * 3.4, 12.0, 6.6), (side * 3.6, 12.2, 9.4), 3.0, 2.8, "gold", f"rim{side}")
        s.ball(h, (side * 3.6, 12.2, 9.4), (2.1, 2.1, 0.7), "glass", f"lens{side}", priority=1.3)


def feathered(s: Scene, h: Frame) -> None:
    """A forester's cap with a feather."""
    s.ball(h, (0, 12.2, -0.8), (8.8, 4.6, 8.6), "hat", "hat", clip=(0.0, -1.0, 0.0, 1.0))
    s.limb(h, (0, 11.6, 4.0), (0, 12.2, 11.4), 4.6, 0.9, "hat", "peak", flat=(1.0, 0.35))
    s.limb(h, (6.4, 12.6, 1.0), (8.6, 19.4, -6.0), 1.4, 0.6, "plume", "plume", flat=(1.0, 0.5), priority=1.4)


def pharaoh(s: Scene, h: Frame) -> None:
    stripes = [bands("gold", 2.4, 0.5)]
    s.ball(h, (0, 9.4, -0.6), (9.2, 8.2, 8.6), "hat", "hat", "hat", 0.8, clip=(0.0, -0.86, 0.5, -0.6), decals=stripes)
    for side in _SIDES:
        s.limb(h, (side * 7.6, 9.6, 0.4), (side * 8.4, -1.6, 3.4), 2.6, 3.0, "hat", f"lappet{side}", flat=(1.0, 0.6), decals=stripes)
    s.limb(h, (0, 12.4, 7.4), (0, 15.8, 9.0), 1.1, 0.9, "gold", "asp", priority=1.7)


def beanie(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 10.2, -0.6), (8.9, 8.0, 8.6), "hat", "hat", clip=(0.0, -1.0, 0.0, -0.8))
    s.ring(h, (0, 11.2, -0.4), 7.6, 1.7, "hatband", "rim")
    s.ball(h, (0, 18.8, -0.6), 2.4, "hatband", "pom")


def veil(s: Scene, h: Frame) -> None:
    s.ball(h, (0, 9.2, -1.2), (9.0, 8.6, 8.6), "hat", "hat", "hat", 1.0, clip=(0.0, -0.5, 0.86, 0.6))
    s.limb(h, (0, 9.0, -5.2), (0, -5.0, -6.8), 6.2, 7.4, "hat", "hat", "hat", 1.6, flat=(1.0, 0.5))
    s.ball(h, (0, 11.4, 0.2), (8.8, 1.1, 8.4), "hatband", "band", priority=1.3)


def bow(s: Scene, h: Frame) -> None:
    for side in _SIDES:
        s.limb(h, (0, 16.2, 1.0), (side * 4.6, 17.8, 1.0), 0.8, 2.7, "hatband", "bow", flat=(1.0, 0.6), priority=1.2)
    s.ball(h, (0, 16.4, 1.6), 1.4, "hatband", "knot", priority=1.4)
