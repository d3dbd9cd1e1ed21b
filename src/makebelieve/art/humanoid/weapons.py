"""What hands hold. The weapon's frame: origin in the fist, y along the weapon, z the cutting side, x its flat. Also drawn as items."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from makebelieve.art.humanoid import tools
from makebelieve.art.raster.frames import Frame, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, regular, star

_SIDES: Final = (-1, 1)


def _hilt(s: Scene, w: Frame, wide: float = 3.4) -> None:
    s.limb(w, (0, -2.2, 0), (0, 2.2, 0), 1.0, 1.0, "leather", "grip")
    s.ball(w, (0, -3.1, 0), 1.5, "gold", "pommel", priority=1.4)
    s.limb(w, (0, 2.7, -wide), (0, 2.7, wide), 1.05, 1.05, "gold", "guard", priority=1.5)


def _blade(s: Scene, w: Frame, start: float, end: float, wide: float, tip: float) -> None:
    half = (end - start) / 2
    shine = [Decal("blade2", z=(-9.0, -0.1))]
    s.block(w, (0, start + half, 0), (0.85, half, wide), 0.3, "blade", "blade", "blade", priority=1.5, decals=shine)
    s.limb(
        w, (0, end - 0.4, 0), (0, end + tip, 0), wide * 0.96, 0.3, "blade", "blade", "blade", priority=1.5, flat=(0.45, 1.0), decals=shine
    )


def sword(s: Scene, w: Frame) -> None:
    _hilt(s, w)
    _blade(s, w, 3.2, 16.6, 1.9, 2.8)


def greatsword(s: Scene, w: Frame) -> None:
    _hilt(s, w, 4.6)
    _blade(s, w, 3.2, 22.0, 2.7, 3.6)


def dagger(s: Scene, w: Frame) -> None:
    _hilt(s, w, 2.4)
    _blade(s, w, 3.0, 8.6, 1.5, 2.6)


def katana(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -3.6, 0), (0, 2.2, 0), 0.95, 0.95, "leather", "grip", decals=[bands("trim", 1.8, 0.4)])
    s.drum(w, (0, 2.2, 0), (0, 2.9, 0), 2.2, 2.2, "gold", "guard", priority=1.5)
    for i in range(5):
        a, b = 3.0 + 3.6 * i, 6.6 + 3.6 * i
        za, zb = 0.09 * i * i, 0.09 * (i + 1) ** 2
        s.limb(
            w,
            (0, a, -za),
            (0, b, -zb),
            1.35,
            1.3 if i < 4 else 0.4,
            "blade",
            "blade",
            "blade",
            0.3,
            priority=1.6,
            flat=(0.5, 1.0),
            decals=[Decal("blade2", z=(-9.0, -0.2))],
        )


def scimitar(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -2.0, 0), (0, 2.2, 0), 1.0, 1.0, "leather", "grip")
    s.ring(w, (0, 0.4, 1.6), 2.2, 0.7, "gold", "guard", turn=rz(90), priority=1.3)
    for i in range(5):
        a, b = 2.6 + 3.0 * i, 5.6 + 3.0 * i
        za, zb = 0.16 * i * i, 0.16 * (i + 1) ** 2
        s.limb(
            w,
            (0, a, -za),
            (0, b, -zb),
            1.5 + 0.22 * i,
            1.72 + 0.22 * i if i < 4 else 0.4,
            "blade",
            "blade",
            "blade",
            0.4,
            priority=1.5,
            flat=(0.42, 1.0),
            decals=[Decal("blade2", z=(-9.0, -0.4))],
        )


def rapier(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -2.2, 0), (0, 2.0, 0), 0.9, 0.9, "leather", "grip")
    s.ball(w, (0, 2.2, 0), (2.6, 1.6, 2.6), "gold", "cup", priority=1.3)
    s.limb(w, (0, 3.2, 0), (0, 20.0, 0), 0.8, 0.5, "blade", "blade", priority=2.0)


def axe(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -4.4, 0), (0, 14.6, 0), 1.1, 1.1, "wood", "haft", priority=1.3, decals=[bands("leather", 99.0, 0.05, 4.4)])
    s.plate(
        w,
        [(-1.2, 9.2), (2.6, 10.0), (7.2, 6.8), (8.4, 11.6), (7.2, 16.4), (2.6, 13.2), (-1.2, 14.0)],
        1.0,
        "blade",
        "head",
        turn=ry(-90),
        priority=1.4,
        decals=[Decal("blade2", x=(-9.0, 4.8))],
    )
    s.block(w, (0, 11.6, 0), (1.7, 2.6, 1.9), 0.5, "metal", "socket", priority=1.2)


def battleaxe(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -7.0, 0), (0, 18.0, 0), 1.1, 1.1, "wood", "haft", priority=1.3)
    for side in _SIDES:
        s.plate(
            w,
            [(0, 11.4), (3.0, 11.8), (7.4, 8.0), (8.6, 13.4), (7.4, 18.8), (3.0, 15.0), (0, 15.4)],
            1.0,
            "blade",
            f"head{side}",
            turn=ry(-90 * side),
            priority=1.4,
            decals=[Decal("blade2", x=(-9.0, 4.6))],
        )
    s.limb(w, (0, 16.0, 0), (0, 20.8, 0), 1.5, 0.3, "metal", "spike", priority=1.6)


def hammer(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -5.0, 0), (0, 13.0, 0), 1.15, 1.15, "wood", "haft", priority=1.3)
    s.block(w, (0, 14.0, 0.6), (3.0, 3.4, 6.0), 0.8, "metal", "head", decals=[Decal("trim", z=(-2.2, -0.8)), Decal("trim", z=(2.0, 3.4))])


def mace(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -4.0, 0), (0, 11.0, 0), 1.1, 1.0, "wood", "haft", priority=1.3)
    s.ball(w, (0, 13.4, 0), 3.6, "metal", "head")
    for x, y, z in ((0, 4.6, 0), (4.4, 1, 0), (-4.4, 1, 0), (0, 1, 4.4), (0, 1, -4.4), (3, -2.4, 3), (-3, -2.4, 3)):
        s.limb(w, (x * 0.6, 13.4 + y * 0.6, z * 0.6), (x * 1.2, 13.4 + y * 1.2, z * 1.2), 1.2, 0.3, "blade", "spikes", priority=1.5)


def club(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -3.4, 0), (0, 14.4, 0), 1.3, 3.8, "wood", "club", priority=1.2, decals=[bands("leather", 99.0, 0.05, 3.4)])
    for x, y, z in ((3.4, 11, 0), (-3.4, 12, 0), (0, 13, 3.6), (0.6, 9, 3.0), (0, 17.6, 0)):
        s.ball(w, (x, y, z), 1.2, "metal", "studs", priority=1.5)


def spear(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 15.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    s.plate(
        w,
        [(0, 24.0), (2.5, 17.6), (1.1, 14.4), (-1.1, 14.4), (-2.5, 17.6)],
        0.8,
        "blade",
        "point",
        turn=ry(-90),
        priority=1.6,
        decals=[Decal("blade2", x=(-9.0, 0.0))],
    )
    s.ring(w, (0, 14.6, 0), 1.1, 0.7, "trim", "collar", priority=1.6)


def trident(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 14.0, 0), 0.95, 0.95, "gold", "shaft", priority=1.8)
    s.limb(w, (0, 14.4, -3.8), (0, 14.4, 3.8), 1.0, 1.0, "gold", "bar", priority=1.6)
    for z, top in ((-3.8, 20.4), (0, 22.6), (3.8, 20.4)):
        s.limb(w, (0, 14.4, z), (0, top, z), 0.95, 0.5, "gold", "prong", priority=1.8)


def pitchfork(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 13.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    s.limb(w, (0, 13.4, -4.2), (0, 13.4, 4.2), 0.9, 0.9, "metal", "bar", priority=1.7)
    for z in (-4.2, 0, 4.2):
        s.limb(w, (0, 13.4, z), (0, 20.6, z), 0.8, 0.5, "metal", "prong", priority=1.9)


def halberd(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 16.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    s.plate(w, [(0, 10.6), (5.6, 8.6), (6.6, 12.2), (5.6, 15.8), (0, 14.6)], 0.8, "blade", "head", turn=ry(-90), priority=1.5)
    s.limb(w, (0, 16.0, 0), (0, 22.8, 0), 1.3, 0.3, "blade", "point", priority=1.7)


def scythe(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -15.0, 0), (0, 17.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    last = (0.0, 16.4, 0.0)
    for i in range(5):
        angle = math.radians(20 + 22 * i)
        end = (0.0, last[1] + 3.6 * math.cos(angle) - 0.8, last[2] + 3.4 * math.sin(angle))
        s.limb(w, last, end, 1.9 - 0.3 * i, 1.6 - 0.3 * i, "blade", "blade", "blade", 0.3, priority=1.5, flat=(0.45, 1.0))
        last = end


def staff(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 15.0, 0), 1.1, 1.2, "wood", "shaft", priority=1.6)
    for angle in (0, 120, 240):
        turn = w.child((0, 14.6, 0), ry(angle))
        s.limb(turn, (0, 0, 0.6), (0, 3.6, 3.2), 0.9, 0.8, "wood", "claw", "claw", 0.4, priority=1.4)
        s.limb(turn, (0, 3.6, 3.2), (0, 7.0, 2.0), 0.8, 0.4, "wood", "claw", "claw", 0.4, priority=1.4)
    s.ball(w, (0, 18.6, 0), 2.9, "glow", "orb", priority=1.5)


def wand(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -2.0, 0), (0, 9.0, 0), 0.95, 0.7, "wood", "stick", priority=1.8)
    s.plate(w, star(5, 3.2, 1.4), 0.7, "glow", "star", at=(0, 10.8, 0), turn=ry(90), priority=1.6)


def torch(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -4.0, 0), (0, 8.6, 0), 1.0, 1.7, "wood", "stick", priority=1.4)
    s.ball(w, (0, 9.6, 0), (2.4, 1.9, 2.4), "leather", "wrap")
    s.limb(w, (0, 11.6, 0), (0, 19.4, 0), 3.1, 0.3, "fire", "flame", "flame", 1.0, priority=1.3)
    for z, top in ((-2.2, 15.6), (2.4, 16.8)):
        s.limb(w, (0, 11.8, 0.7 * z), (0, top, 1.5 * z), 1.9, 0.3, "fire", "flame", "flame", 0.8, priority=1.3)
    s.limb(w, (1.8, 11.2, 0), (1.2, 15.2, 0), 1.7, 0.4, "spark", "core", priority=1.9)


WEAPONS: Final[dict[str, Callable[[Scene, Frame], None]]] = {
    "sword": sword,
    "greatsword": greatsword,
    "dagger": dagger,
    "katana": katana,
    "scimitar": scimitar,
    "rapier": rapier,
    "axe": axe,
    "battleaxe": battleaxe,
    "hammer": hammer,
    "mace": mace,
    "club": club,
    "spear": spear,
    "trident": trident,
    "pitchfork": pitchfork,
    "halberd": halberd,
    "scythe": scythe,
    "staff": staff,
    "wand": wand,
    "torch": torch,
    "broom": tools.broom,
    "pickaxe": tools.pickaxe,
    "shovel": tools.shovel,
    "hoe": tools.hoe,
    "wrench": tools.wrench,
    "hockeystick": tools.hockey_stick,
    "pan": tools.pan,
    "bow": tools.bow,
    "crossbow": tools.crossbow,
    "gun": tools.pistol,
    "rifle": tools.rifle,
    "blaster": tools.blaster,
    "cannon": tools.cannon,
    "whip": tools.whip,
    "flail": tools.flail,
    "lantern": tools.lantern,
    "rod": tools.rod,
    "guitar": tools.guitar,
    "book": tools.book,
    "umbrella": tools.umbrella,
    "flag": tools.flag,
    "shuriken": tools.wheel_star,
    "bomb": tools.bomb,
    "ball": tools.ball,
    "microphone": tools.microphone,
    "brush": tools.brush,
    "pin": tools.rolling_pin,
    "ladle": tools.ladle,
    "net": tools.net,
}
# How each is used in an attack; the rest slash.
_CLASSES: Final[dict[str, str]] = {
    **dict.fromkeys(
        (
            "axe",
            "battleaxe",
            "hammer",
            "mace",
            "club",
            "greatsword",
            "pickaxe",
            "shovel",
            "hoe",
            "flail",
            "scythe",
            "halberd",
            "pan",
            "guitar",
            "pin",
            "hockeystick",
        ),
        "chop",
    ),
    **dict.fromkeys(("spear", "trident", "pitchfork", "dagger", "rapier", "umbrella", "flag", "broom"), "thrust"),
    "bow": "bow",
    **dict.fromkeys(("gun", "rifle", "blaster", "cannon", "crossbow"), "shoot"),
    **dict.fromkeys(("staff", "wand", "book", "torch", "lantern", "microphone", "brush"), "cast"),
    **dict.fromkeys(("bomb", "ball", "shuriken"), "punch"),
    "none": "punch",
}
TWO_HANDED: Final = frozenset({"greatsword", "battleaxe", "scythe", "halberd", "rifle", "cannon", "guitar", "rod"})
LONG: Final = frozenset(
    {"spear", "trident", "pitchfork", "halberd", "scythe", "staff", "broom", "shovel", "hoe", "flag", "rod", "hockeystick"}
)

FLAT: Final = frozenset({"trident", "pitchfork", "rod", "hockeystick"})
"""Poles known by their outline, which lies in one plane."""


def attack_class(weapon: str) -> str:
    """The attack motion of a weapon: slash, chop, thrust, bow, shoot, cast, punch."""
    return _CLASSES.get(weapon, "slash")


def shield(s: Scene, w: Frame, kind: str, emblem: str) -> None:
    """Frame: origin at the grip, z outwards."""
    if kind == "tower":
        s.block(w, (0, -1.0, 0), (5.6, 9.0, 1.0), 0.6, "gold", "shield", "shield", decals=[Decal("leather", z=(-9.0, -0.4))])
        s.block(
            w,
            (0, -1.0, 0.5),
            (4.5, 7.9, 1.0),
            0.4,
            "cloth2",
            "shield",
            "shield",
            decals=[Decal("gold", x=(-0.9, 0.9), z=(0, 9)), Decal("gold", y=(-0.9, 0.9), z=(0, 9))],
        )
    elif kind == "kite":
        outline = [(-6.2, 5.6), (0, 7.0), (6.2, 5.6), (5.4, -2.2), (0, -9.6), (-5.4, -2.2)]
        s.plate(w, outline, 0.9, "gold", "shield", "shield", decals=[Decal("leather", z=(-9.0, -0.3))])
        s.plate(
            w,
            [(x * 0.8, y * 0.8) for x, y in outline],
            1.3,
            "cloth2",
            "shield",
            "shield",
            at=(0, -0.2, 0.2),
            decals=[Decal("gold", x=(-1.0, 1.0), z=(0, 9)), Decal("gold", y=(0.4, 2.4), z=(0, 9))],
        )
    elif kind == "buckler":
        s.ball(w, (0, 0, 0), (4.8, 4.8, 1.3), "metal", "shield", "shield", decals=[Decal("leather", z=(-9.0, -0.3))])
        s.ball(w, (0, 0, 1.0), (1.6, 1.6, 1.2), "gold", "boss", priority=1.3)
    else:
        s.ball(w, (0, -0.3, 0), (6.4, 7.4, 1.5), "gold", "shield", "shield", decals=[Decal("leather", z=(-9.0, -0.35))])
        cross = [Decal("gold", x=(-1.05, 1.05), z=(0, 9)), Decal("gold", y=(0.3, 2.4), z=(0, 9))]
        s.ball(w, (0, -0.2, 0.55), (5.2, 6.2, 1.6), "cloth2", "shield", "shield", decals=cross if emblem == "cross" else [])
        if emblem != "cross":
            s.ball(w, (0, -0.2, 1.9), (1.9, 1.9, 1.1), "gold", "boss", priority=1.3)


def emblem(s: Scene, w: Frame, name: str) -> None:
    """A small raised sign on a chest."""
    if name == "star":
        s.plate(w, star(5, 2.6, 1.2), 0.4, "gold", "emblem", priority=1.5)
    elif name == "heart":
        s.plate(w, [(0, -2.4), (2.4, 0.4), (1.4, 2.0), (0, 1.0), (-1.4, 2.0), (-2.4, 0.4)], 0.4, "accent", "emblem", priority=1.5)
    elif name == "bolt":
        s.plate(w, [(0.6, 3), (-1.8, -0.4), (-0.2, -0.4), (-0.8, -3), (1.8, 0.6), (0.2, 0.6)], 0.4, "gold", "emblem", priority=1.5)
    elif name == "badge":
        s.plate(w, regular(6, 1.7), 0.4, "gold", "emblem", priority=1.5)
