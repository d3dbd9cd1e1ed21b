"""Dress of the two-legged rig: which material covers what, and the pieces that hang, wrap and stand out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from makebelieve.art.humanoid.person import Person
from makebelieve.art.humanoid.pose import Pose
from makebelieve.art.raster.frames import Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, spots

_SIDES: Final = (-1, 1)


@dataclass(frozen=True, slots=True)
class Outfit:
    """Materials by region, decals of the chest, and what hangs from the waist."""

    chest: str
    hip: str = "legs"
    sleeve: str = "cloth"
    forearm: str = "cloth"
    legs: str = "legs"
    shins: str = "legs"
    boots: str = "boot"
    hands: str = "skin"
    decals: tuple[Decal, ...] = ()
    skirt: str = "none"
    """none, tabard, flaps, short, bell, robe, tails, kilt"""
    skirt_material: str = "cloth"
    wide_sleeves: bool = False
    tight: bool = False
    """A slimmer chest (bare, bones, dresses)."""


_FRONT: Final = (0.6, 20.0)
_OPEN: Final = (Decal("shirt", x=(-1.5, 1.5), z=_FRONT), Decal("trim", x=(-2.2, -1.5), z=_FRONT), Decal("trim", x=(1.5, 2.2), z=_FRONT))

OUTFITS: Final[dict[str, Outfit]] = {
    "tunic": Outfit("cloth", "cloth", "cloth", "shirt", skirt="flaps", decals=(Decal("trim", x=(-0.9, 0.9), y=(-1.0, 6.0), z=_FRONT),)),
    "plate": Outfit("metal", "cloth", "cloth", "metal", "cloth", "metal", "boot", "leather", (Decal("cloth2", x=(-2.3, 2.3), z=_FRONT),), "tabard", "cloth2"),
    "robe": Outfit("cloth", "cloth", "cloth", "cloth", skirt="robe", decals=(Decal("trim", x=(-1.1, 1.1), z=_FRONT),), wide_sleeves=True),
    "cassock": Outfit("cloth", "cloth", "cloth", "cloth", skirt="robe", decals=(Decal("gold", x=(-0.6, 0.6), z=_FRONT), Decal("gold", x=(-2.0, 2.0), y=(0.6, 1.8), z=_FRONT))),
    "dress": Outfit("cloth", "cloth", "cloth", "skin", "skin", "skin", skirt="bell", decals=(Decal("trim", y=(3.2, 4.6)),), tight=True),
    "coat": Outfit("cloth", "legs", "cloth", "cloth", decals=_OPEN, skirt="tails"),
    "coatlong": Outfit("cloth", "cloth", "cloth", "cloth", decals=(Decal("trim", x=(-0.7, 0.7), z=_FRONT), bands("dark", 2.8, 0.3, x=(1.0, 2.2), z=_FRONT)), skirt="robe"),
    "vest": Outfit("shirt", "legs", "shirt", "shirt", decals=(Decal("cloth", x=(-9.0, -1.4)), Decal("cloth", x=(1.4, 9.0)), Decal("cloth", z=(-9.0, 0.4)))),
    "shirt": Outfit("cloth", "legs", "cloth", "skin"),
    "jacket": Outfit("cloth", "legs", "cloth", "cloth", decals=(Decal("shirt", x=(-1.6, 1.6), y=(-1.0, 9.0), z=_FRONT), Decal("trim", x=(-0.5, 0.5), y=(-9.0, 9.0), z=_FRONT))),
    "jersey": Outfit("cloth", "cloth2", "cloth", "skin", "skin", "shirt", decals=(bands("cloth2", 3.6, 0.35),)),
    "overalls": Outfit("shirt", "cloth", "shirt", "skin", "cloth", "cloth", decals=(Decal("cloth", x=(-3.8, 3.8), y=(-9.0, 1.4), z=_FRONT), Decal("cloth", x=(-4.4, -2.6)), Decal("cloth", x=(2.6, 4.4)), Decal("gold", x=(2.4, 3.9), y=(0.6, 2.0), z=_FRONT), Decal("gold", x=(-3.9, -2.4), y=(0.6, 2.0), z=_FRONT))),
    "apron": Outfit("cloth", "legs", "cloth", "skin", decals=(Decal("shirt", x=(-3.6, 3.6), y=(-9.0, 2.6), z=_FRONT),), skirt="tabard", skirt_material="shirt"),
    "suit": Outfit("cloth", "cloth", "cloth", "cloth", "cloth", "cloth", decals=(Decal("shirt", x=(-1.7, 1.7), y=(-0.6, 9.0), z=_FRONT), Decal("accent", x=(-0.65, 0.65), y=(-1.4, 9.0), z=_FRONT))),
    "kimono": Outfit("cloth", "cloth", "cloth", "cloth", skirt="robe", decals=(Decal("shirt", x=(-1.2, 1.2), y=(1.0, 9.0), z=_FRONT), Decal("trim", x=(-2.0, -1.2), y=(-1.0, 9.0), z=_FRONT)), wide_sleeves=True),
    "leather": Outfit("leather", "cloth", "cloth", "leather", "legs", "legs", "boot", "leather", (Decal("dark", x=(-0.5, 0.5), z=_FRONT), bands("gold", 2.6, 0.22, x=(-1.3, 1.3), z=_FRONT)), "flaps", "leather"),
    "fur": Outfit("fur", "leather", "skin", "leather", "legs", "fur", "boot", "skin", (Decal("skin", x=(-1.6, 1.6), y=(0.4, 9.0), z=_FRONT),), "kilt", "fur"),
    "bare": Outfit("skin", "cloth", "skin", "skin", "cloth", "skin", skirt="kilt", decals=(Decal("shade", x=(-3.2, 3.2), y=(0.2, 0.75), z=_FRONT),), tight=True),
    "bones": Outfit("skin", "skin", "skin", "skin", "skin", "skin", "skin", "skin", (bands("dark", 2.3, 0.42, x=(-9.0, -0.9)), bands("dark", 2.3, 0.42, x=(0.9, 9.0))), tight=True),
    "spacesuit": Outfit("suit", "suit", "suit", "suit", "suit", "suit", "accent", "accent", (Decal("dark", x=(-2.6, 2.6), y=(-1.6, 1.8), z=_FRONT), Decal("glow", x=(-1.8, -0.6), y=(-0.6, 0.8), z=_FRONT), Decal("accent", x=(0.6, 1.8), y=(-0.6, 0.8), z=_FRONT))),
    "mail": Outfit("metal", "metal", "metal", "leather", "legs", "legs", "boot", "leather", (spots("metal2", 1.7, 0.62), Decal("cloth2", x=(-2.6, 2.6), z=_FRONT)), "flaps", "cloth2"),
    "rags": Outfit("cloth", "legs", "skin", "skin", "legs", "skin", decals=(spots("skin", 5.0, 1.5, 3), spots("trim", 4.4, 1.1, 5)), skirt="flaps"),
    "toga": Outfit("cloth", "cloth", "skin", "skin", "skin", "skin", skirt="bell", decals=(Decal("skin", x=(-9.0, -2.0), y=(1.6, 9.0)),)),
    "wraps": Outfit("wrap", "wrap", "wrap", "wrap", "wrap", "wrap", "wrap", "wrap", (bands("shade", 2.4, 0.24),)),
    "hull": Outfit("metal", "metal2", "metal2", "metal", "metal2", "metal", "metal2", "metal2", (Decal("metal2", x=(-3.2, 3.2), y=(-2.4, 2.6), z=_FRONT), Decal("glow", x=(-1.2, 1.2), y=(-0.8, 1.4), z=_FRONT))),
    "plush": Outfit("skin", "skin", "skin", "skin", "skin", "skin", "skin", "skin", (Decal("belly", x=(-3.6, 3.6), y=(-9.0, 2.4), z=_FRONT),)),
    "turnout": Outfit("cloth", "cloth", "cloth", "cloth", "cloth", "cloth", "boot", "leather", (Decal("trim", y=(-2.4, -1.0)), Decal("dark", x=(-0.5, 0.5), z=_FRONT)), "flaps"),
    "snowballs": Outfit("skin", "skin", "wood", "wood", hands="wood"),
    "shells": Outfit("skin", "legs", "skin", "skin", decals=(Decal("cloth", y=(-0.2, 2.6)),), tight=True),
    "swim": Outfit("skin", "cloth", "skin", "skin", "cloth", "skin", "skin", tight=True),
}  # fmt: skip


def of(p: Person) -> Outfit:
    return OUTFITS[p.top]


def torso(s: Scene, t: Frame, p: Person, o: Outfit) -> None:
    """Chest and hip. `t` has its origin at the hips, the shoulders are 10.4 above."""
    g = p.girth
    slim = 0.9 if o.tight else 1.0
    if p.top == "snowballs":
        # of two balls, the lower on the ground, coal down the front
        s.ball(t, (0, -7.6, 0), (9.4 * g, 8.0, 9.0 * g), "skin", "base")
        s.ball(t, (0, 4.6, 0), (7.4 * g, 6.6, 7.0 * g), "skin", "chest")
        for y, z in ((7.4, 6.6), (4.4, 7.6), (1.2, 7.0)):
            s.ball(t, (0, y, z * g), 0.95, "dark", f"coal{y}", priority=1.8)
        return
    belly = max(0.0, g - 1.15) * 5.0
    s.ball(t, (0, 1.4, 0), (5.4 * g * slim, 4.4, 4.5 * g), o.hip, "hip", "hip", 1.2)
    s.ball(t, (0, 7.6, 0.1), (6.5 * g * p.shoulders * slim, 5.3, 4.9 * g * slim), o.chest, "chest", "chest", 1.4, decals=o.decals)
    if belly:
        s.ball(t, (0, 4.4, 1.6), (5.6 * g, 4.6, 4.4 * g + belly * 0.3), o.chest, "chest", "chest", 1.8, decals=o.decals)
    if p.belt and not p.micro and p.top not in ("bones", "wraps", "hull", "dress", "bare", "swim", "shells", "plush", "toga"):
        wide = 1.0 if p.top != "kimono" else 2.0
        s.ball(t, (0, 3.4, 0.4 * (g > 1.2)), (5.95 * g, 1.25 * wide, 5.0 * g + 0.3 * belly), "belt", "belt", priority=1.3)
        if p.top not in ("kimono", "spacesuit", "suit", "overalls", "apron"):
            s.block(t, (0, 3.4, 4.8 * g + 0.3 * belly), (1.4, 1.4, 0.8), 0.3, "gold", "buckle", priority=1.8)


def skirt(s: Scene, t: Frame, p: Person, o: Outfit, pose: Pose) -> None:
    """What hangs from the waist; it follows the legs a little."""
    kind, material, g = o.skirt, o.skirt_material, p.girth
    swing_l, swing_r = 0.32 * pose.foot_z_l, 0.32 * pose.foot_z_r
    front, back = max(swing_l, swing_r, 0.0), min(swing_l, swing_r, 0.0)
    if kind == "tabard":
        for x, lag in ((-2.4, swing_r), (0.0, 0.0), (2.4, swing_l)):
            s.limb(
                t,
                (x * 0.9, 2.8, 3.0 * g),
                (x * 1.25, -4.8, 4.4 * g + 0.5 * max(0.0, lag)),
                2.0,
                2.2,
                material,
                "tabard",
                "tabard",
                0.8,
                flat=(1.0, 0.5),
            )
    elif kind == "flaps":
        for x, z, lag in (
            (-3.4, 2.4, swing_r),
            (3.4, 2.4, swing_l),
            (0, 3.4, 0.0),
            (-3.6, -2.4, swing_r),
            (3.6, -2.4, swing_l),
            (0, -3.2, 0.0),
        ):
            s.limb(
                t,
                (x, 2.2, z * g),
                (x * 1.35 * g, -3.0, z * 1.25 * g + 0.6 * lag),
                2.6,
                2.7,
                material,
                "flaps",
                "flaps",
                1.1,
                flat=(1.0, 0.7),
            )
    elif kind == "kilt":
        s.drum(
            t,
            (0, 2.6, 0),
            (0, -3.4, 0.2 * (front + back)),
            5.2 * g,
            6.3 * g,
            material,
            "kilt",
            rounding=0.8,
            flat=(1.0, 0.9),
            decals=[bands("trim", 3.4, 0.16, axis=0)],
        )
    elif kind in ("robe", "bell"):
        # a long hem stays nearer to the ground than the hips that it hangs from
        low = -11.4 * p.legs - 0.5 * max(-1.0, min(1.0, pose.dy)) if kind == "robe" else -7.6
        wide = (7.4 if kind == "robe" else 9.2) * g
        lean = 0.35 * (front + back)
        decals = [Decal("trim", y=(low * 0.5 - 0.2, low * 0.5 + 1.6) if kind == "bell" else (-0.5 * (3.4 - low), -0.5 * (3.4 - low) + 1.7))]
        if kind == "robe" and p.top in ("robe", "cassock"):
            decals.append(Decal("trim" if p.top == "robe" else "gold", x=(-1.0, 1.0), z=(0.5, 20.0)))
        s.drum(
            t,
            (0, low, lean),
            (0, 3.4, 0),
            wide + 0.35 * (front - back),
            4.9 * g,
            material,
            "skirt",
            "skirt",
            0.8,
            rounding=0.9,
            flat=(1.0, 0.92),
            decals=decals,
        )
    elif kind == "tails":
        for side in _SIDES:
            lag = swing_l if side > 0 else swing_r
            s.limb(
                t,
                (side * 3.8 * g, 3.0, -0.6),
                (side * 5.4 * g, -7.0, -1.4 + 0.8 * lag),
                3.0,
                3.4,
                material,
                f"coat{side}",
                "coat",
                1.2,
                flat=(0.8, 1.0),
                decals=[Decal("trim", y=(9.0, 10.6))],
            )
        s.limb(t, (0, 3.0, -3.6), (0, -7.4, -5.4 + back), 3.2, 3.8, material, "coat0", "coat", 1.4, flat=(1.0, 0.6))


def cape(s: Scene, t: Frame, pose: Pose, kind: str) -> None:
    """Two hinged segments, the lower one lagging."""
    if kind == "none":
        return
    long = 15.0 if kind == "long" else 9.0
    upper = t.child((0, 11.0, -3.9), rx(pose.cape))
    half = 0.5 * long
    lower = upper.child((0, -half, 0), rx(0.55 * (pose.cape - 8)))
    for x in (-4.4, -1.5, 1.5, 4.4):
        s.limb(upper, (x * 0.85, 0, 0.3), (x * 1.08, -half, 0), 1.9, 2.1, "cape", "cape", "cape", 1.0, flat=(1.0, 0.7))
        s.limb(lower, (x * 1.08, 0, 0), (x * 1.3, -half, 0.5 - 0.12 * abs(x)), 2.1, 2.3, "cape", "cape", "cape", 1.0, flat=(1.0, 0.7))
    s.ball(t, (0, 11.5, -0.8), (6.3, 1.9, 4.6), "cape", "collar")
    s.ball(t, (0, 11.2, 4.2), 1.2, "gold", "clasp", priority=1.5)


def shoulders(s: Scene, t: Frame, p: Person) -> None:
    """Pauldrons and mantles."""
    g = p.girth * p.shoulders
    for side in _SIDES:
        at = (side * 7.2 * g, 11.0, 0.0)
        if p.pauldrons == "plate":
            s.ball(t, at, (4.1, 3.4, 4.1), "metal", f"paul{side}", decals=[Decal("trim", y=(-9.0, -1.5))])
        elif p.pauldrons == "spiked":
            s.ball(t, at, (4.2, 3.3, 4.1), "metal", f"paul{side}")
            s.limb(t, (side * 8.0 * g, 12.6, 0), (side * 11.4 * g, 17.2, 0), 1.7, 0.3, "horn", f"spike{side}", priority=1.5)
        elif p.pauldrons == "cloth":
            s.ball(t, at, (3.9, 3.1, 3.9), "cloth", f"paul{side}", decals=[Decal("trim", y=(-9.0, -1.6))])
        elif p.pauldrons == "fur":
            for z in (-2.0, 2.0):
                s.ball(t, (at[0], 11.0, z), (3.9, 2.8, 2.9), "fur", f"paul{side}", f"fur{side}", 0.6)
    if p.pauldrons == "fur":
        s.ball(t, (0, 11.4, -1.4), (6.4, 2.4, 4.4), "fur", "mantle")
    elif p.pauldrons == "none" and p.top in ("coat", "coatlong", "jacket", "suit"):
        s.ball(t, (0, 11.3, -0.6), (4.8, 1.6, 4.4), "cloth", "collar")


def extras(s: Scene, t: Frame, p: Person, pose: Pose) -> None:
    """Scarves, packs, quivers, wings and tails."""
    if p.scarf:
        s.ring(t, (0, 11.6, 0.4), 4.4, 2.0, "scarf", "scarf")
        s.limb(t, (2.6, 10.6, -3.8), (4.4 + 0.03 * pose.plume, 5.0, -9.4), 1.9, 2.3, "scarf", "scarftail", flat=(1.0, 0.5))
    if p.backpack == "pack":
        s.block(t, (0, 6.8, -6.8), (4.9, 5.2, 3.0), 1.8, "leather", "pack", decals=[Decal("trim", y=(0.8, 1.8))])
        s.limb(t, (-5.4, 12.6, -6.4), (5.4, 12.6, -6.4), 2.1, 2.1, "accent", "roll")
    elif p.backpack == "quiver":
        q = t.child((-2.6, 7.0, -5.4), rz(-24))
        s.drum(q, (0, -5.4, 0), (0, 5.0, 0), 2.2, 2.7, "leather", "quiver")
        for x in (-1.2, 0.2, 1.4):
            s.limb(q, (x, 5.0, 0.4 * x), (x * 1.2, 9.0, 0.4 * x), 0.7, 1.0, "shirt", "fletch", priority=1.3)
    elif p.backpack == "tank":
        for side in _SIDES:
            s.limb(t, (side * 2.6, 3.6, -6.6), (side * 2.6, 10.0, -6.6), 2.6, 2.6, "metal", f"tank{side}")
    elif p.backpack == "jetpack":
        for side in _SIDES:
            s.limb(
                t,
                (side * 3.0, 4.0, -6.8),
                (side * 3.0, 10.4, -6.8),
                2.7,
                2.2,
                "metal",
                f"jet{side}",
                decals=[Decal("accent", y=(4.0, 5.6))],
            )
            s.limb(t, (side * 3.0, 1.4, -6.8), (side * 3.0, -3.4, -7.2), 1.8, 0.4, "fire", f"flame{side}", priority=1.3)
    if p.wings != "none":
        _wings(s, t, p.wings, pose.wings)
    if p.tail != "none":
        _tail(s, t, p.tail, pose.tail)


def _wings(s: Scene, t: Frame, kind: str, beat: float) -> None:
    for side in _SIDES:
        w = t.child((side * 2.2, 9.0, -4.6), ry(side * 30), rz(side * (18 + beat)))
        name = f"wing{side}"
        if kind == "feather":
            for i, (x, y, r) in enumerate(((12.0, 6.4, 2.6), (13.4, 1.6, 2.5), (12.0, -3.0, 2.3), (8.6, -6.0, 2.1))):
                s.limb(w, (side * 1.0, 0.6, 0), (side * x, y, -0.6 - 0.2 * i), 2.0, r * 0.5, "wing", f"{name}{i}", flat=(1.0, 0.35))
            s.limb(w, (0, 0, 0), (side * 10.6, 7.4, 0), 2.2, 1.4, "wing", name + "a", flat=(1.0, 0.6))
        elif kind == "bat":
            elbow, tip = (side * 7.6, 6.4, 0.0), (side * 15.0, 5.2, -1.0)
            s.limb(w, (0, 0, 0), elbow, 1.3, 1.0, "bone", name + "a", name + "b", 0.3, priority=1.3)
            s.limb(w, elbow, tip, 1.0, 0.5, "bone", name + "a", name + "b", 0.3, priority=1.3)
            low, root = (side * 10.4, -4.4, -0.8), (side * 2.0, -6.0, 0.0)
            for a, b, c in ((elbow, tip, low), ((0, 0, 0), elbow, low), ((0, 0, 0), low, root)):
                s.web(w, a, b, c, 0.5, "wing", name, name)
        else:
            many = ((10.4, 7.4, 3.7), (8.4, -4.6, 2.9))
            for i, (x, y, r) in enumerate(many):
                s.limb(
                    w,
                    (side * 0.8, 0.6, 0),
                    (side * x, y, -0.4),
                    1.0,
                    r,
                    "wing",
                    f"{name}{i}",
                    flat=(1.0, 0.22),
                    decals=[Decal("wing2", y=(6.6, 30.0))],
                )


def _fish_half(s: Scene, t: Frame, swing: float) -> None:
    """A mermaid's lower half, curling to the side, in place of legs."""
    f = t.child((0, 0, 0), ry(0.4 * swing))
    path = ((0.0, 1.0, 0.0), (0.0, -5.0, 0.8), (1.6, -9.6, 0.6), (5.4, -12.0, 0.2), (8.4, -11.0, 0.0))
    for i, (a, b) in enumerate(pairwise(path)):
        thick = (5.4, 4.6, 3.3, 2.2, 1.5)
        s.limb(f, a, b, thick[i], thick[i + 1], "legs", "tail", "tail", 0.8, decals=[spots("trim", 2.4, 0.62)])
    fluke = f.child(path[-1], rz(-14))
    for turn in (34, -34):
        s.plate(
            fluke.child((0, 0, 0), rz(turn)),
            [(0, -1.2), (6.4, -3.0), (8.4, 0.6), (6.0, 2.8), (0, 1.2)],
            0.7,
            "trim",
            f"fluke{turn}",
            priority=1.3,
        )


def _tail(s: Scene, t: Frame, kind: str, swing: float) -> None:
    if kind == "mermaid":
        _fish_half(s, t, swing)
        return
    root = t.child((0, 0.6, -4.4), ry(0.6 * swing))
    if kind in ("fox", "dog"):
        s.limb(root, (0, 0, 0), (0, -1.0, -5.6), 1.6, 3.4, "skin", "tail", "tail", 1.4)
        s.limb(
            root, (0, -1.0, -5.6), (0.05 * swing, 3.6, -10.0), 3.4, 1.0, "skin", "tail", "tail", 1.4, decals=[Decal("belly", y=(2.4, 20.0))]
        )
        return
    path = {
        "cat": (((0, 0, 0), (0, -2.0, -5.0)), ((0, -2.0, -5.0), (0, 1.6, -9.4)), ((0, 1.6, -9.4), (0, 7.0, -9.0))),
        # out to the side and up into a hook, so that it is seen from in front too
        "monkey": (
            ((0, 0, 0), (3.0, -3.4, -4.6)),
            ((3.0, -3.4, -4.6), (9.6, -2.0, -6.4)),
            ((9.6, -2.0, -6.4), (12.4, 4.0, -6.0)),
            ((12.4, 4.0, -6.0), (10.6, 8.4, -5.4)),
            ((10.6, 8.4, -5.4), (7.6, 7.0, -5.2)),
        ),
        "devil": (((0, 0, 0), (0, -4.4, -5.0)), ((0, -4.4, -5.0), (0, -3.0, -10.6)), ((0, -3.0, -10.6), (0, 3.4, -12.0))),
        "lizard": (((0, 0, 0), (0, -5.4, -5.6)), ((0, -5.4, -5.6), (0, -9.0, -11.4)), ((0, -9.0, -11.4), (0, -8.4, -16.4))),
        "fish": (((0, 0, 0), (0, -5.0, -3.0)), ((0, -5.0, -3.0), (0, -10.0, -5.0)), ((0, -10.0, -5.0), (0, -12.0, -9.0))),
    }[kind]
    thick = {"lizard": 3.2, "fish": 4.0}.get(kind, 1.25)
    for i, (a, b) in enumerate(path):
        narrow = thick * (1 - 0.26 * i) if thick > 2 else thick
        s.limb(root, a, b, narrow, narrow * (0.76 if thick > 2 else 1.0), "skin", "tail", "tail", 0.5, priority=1.3)
    if kind == "devil":
        s.plate(root, [(0, 3.4), (2.6, -1.4), (0, -0.4), (-2.6, -1.4)], 0.5, "skin", "tailtip", at=(0, 5.0, -12.4), priority=1.3)


def straps(p: Person) -> Sequence[Decal]:
    """A quiver's or a pack's strap across the chest."""
    return (Decal("leather", x=(-9.0, -3.6)),) if p.backpack == "quiver" else ()
