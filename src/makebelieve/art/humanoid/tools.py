"""What hands hold that is no blade or pole: bows, guns, tools, instruments, kitchenware."""

from __future__ import annotations

from typing import Final

from makebelieve.art.raster.frames import Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene, bands, star

_SIDES: Final = (-1, 1)


def broom(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -14.0, 0), (0, 12.0, 0), 0.9, 0.9, "wood", "shaft", priority=1.8)
    s.drum(w, (0, -13.0, 0), (0, -21.0, 0), 1.8, 4.2, "straw", "brush", rounding=0.6, decals=[bands("leather", 99.0, 0.03, 4.5)])


def pickaxe(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -5.0, 0), (0, 13.0, 0), 1.1, 1.1, "wood", "haft", priority=1.5)
    for side in _SIDES:
        s.limb(w, (0, 13.4, 0), (0, 12.8, side * 5.0), 1.8, 1.4, "metal", "head", "head", 0.4, priority=1.5)
        s.limb(w, (0, 12.8, side * 5.0), (0, 10.0, side * 9.2), 1.4, 0.3, "metal", "head", "head", 0.4, priority=1.5)


def shovel(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -11.0, 0), (0, 10.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    s.limb(w, (0, -11.0, -2.0), (0, -11.0, 2.0), 0.9, 0.9, "wood", "handle", priority=1.6)
    s.plate(w, [(-3.0, 9.4), (3.0, 9.4), (3.2, 15.0), (0, 18.6), (-3.2, 15.0)], 0.7, "metal", "blade", turn=ry(-90), priority=1.4)


def hoe(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -12.0, 0), (0, 14.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    s.plate(w, [(0, 14.6), (6.6, 12.6), (6.6, 9.6), (0, 12.8)], 0.8, "metal", "blade", turn=ry(-90), priority=1.5)


def hockey_stick(s: Scene, w: Frame) -> None:
    s.limb(w, (0, 16.0, 0), (0, -12.0, 0), 0.95, 0.95, "wood", "shaft", priority=1.8)
    s.limb(w, (0, -12.0, 0), (0, -13.6, 7.0), 1.2, 1.3, "wood", "blade", "blade", 0.4, priority=1.6)
    s.limb(w, (0, -12.4, 1.8), (0, -13.4, 6.2), 1.4, 1.5, "dark", "tape", priority=1.7)


def wrench(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -3.0, 0), (0, 10.0, 0), 1.2, 1.2, "metal", "bar", "wrench", 0.4, priority=1.4)
    s.plate(
        w,
        [
            (-1.4, 9.0),
            (1.4, 9.0),
            (3.6, 11.4),
            (3.6, 15.4),
            (1.3, 15.4),
            (1.3, 12.4),
            (-1.3, 12.4),
            (-1.3, 15.4),
            (-3.6, 15.4),
            (-3.6, 11.4),
        ],
        0.9,
        "metal",
        "jaw",
        turn=ry(-90),
        priority=1.5,
    )


def pan(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -2.0, 0), (0, 7.0, 0), 1.0, 0.9, "wood", "handle", priority=1.5)
    s.drum(w, (-0.7, 11.6, 0), (0.9, 11.6, 0), 5.2, 5.6, "metal", "pan", rounding=0.5)


def bow(s: Scene, w: Frame, draw: float = 0.0) -> None:
    """Held across: y along the stave, z towards the archer is negative."""
    for side in _SIDES:
        s.limb(w, (0, 0, 0.6), (0, side * 6.2, -0.6), 1.15, 1.0, "wood", "stave", "stave", 0.5, priority=1.7)
        s.limb(w, (0, side * 6.2, -0.6), (0, side * 11.4, -4.2), 1.0, 0.6, "wood", "stave", "stave", 0.5, priority=1.7)
        s.limb(w, (0, side * 11.4, -4.2), (0, 0, -4.2 - 7.0 * draw), 0.36, 0.36, "string", "string", priority=2.4)
    s.limb(w, (0, -1.6, 0.6), (0, 1.6, 0.6), 1.4, 1.4, "leather", "grip", priority=1.5)
    if draw > 0.05:
        s.limb(w, (0, 0, -4.0 - 7.0 * draw), (0, 0, 8.0 - 7.0 * draw), 0.5, 0.5, "wood", "arrow", priority=2.4)
        s.limb(w, (0, 0, 8.0 - 7.0 * draw), (0, 0, 10.6 - 7.0 * draw), 1.3, 0.2, "blade", "arrowhead", priority=2.0)


def crossbow(s: Scene, w: Frame) -> None:
    s.block(w, (0, 4.4, 0), (1.2, 8.0, 1.5), 0.5, "wood", "stock", priority=1.3)
    for side in _SIDES:
        s.limb(w, (0, 10.6, 0), (side * 7.6, 8.4, 0), 1.1, 0.7, "metal", "arms", "arms", 0.4, priority=1.6)
        s.limb(w, (side * 7.6, 8.4, 0), (0, 4.4, 0.6), 0.4, 0.4, "string", "string", priority=2.2)
    s.limb(w, (0, 4.4, 1.4), (0, 13.8, 1.4), 0.5, 0.4, "blade", "bolt", priority=2.0)


def pistol(s: Scene, w: Frame) -> None:
    s.block(w, (0, -0.6, -0.6), (1.2, 1.5, 2.6), 0.5, "wood", "butt", turn=rx(12))
    s.block(w, (0, 4.6, 1.5), (1.25, 5.0, 1.5), 0.5, "metal", "barrel", priority=1.4, decals=[Decal("dark", y=(4.4, 9.0))])


def rifle(s: Scene, w: Frame) -> None:
    s.block(w, (0, -5.4, -1.0), (1.3, 4.6, 2.0), 0.6, "wood", "butt", turn=rx(8))
    s.block(w, (0, 2.6, 0.2), (1.4, 5.2, 1.7), 0.5, "metal", "body", priority=1.2)
    s.limb(w, (0, 7.0, 0.6), (0, 17.0, 0.6), 0.95, 0.9, "metal", "barrel", priority=1.7)
    s.block(w, (0, 2.4, -3.0), (1.0, 1.2, 2.6), 0.4, "dark", "magazine")


def blaster(s: Scene, w: Frame) -> None:
    s.block(w, (0, -0.6, -0.8), (1.2, 1.5, 2.6), 0.5, "dark", "butt", turn=rx(12))
    s.block(w, (0, 4.0, 1.6), (1.9, 4.6, 2.2), 0.9, "metal", "body")
    s.limb(w, (0, 8.0, 1.6), (0, 12.0, 1.6), 1.4, 1.4, "dark", "muzzle", priority=1.3)
    s.ball(w, (0, 4.4, 3.0), 1.5, "glow", "cell", priority=1.4)
    s.ball(w, (0, 12.4, 1.6), 1.3, "glow", "tip", priority=1.5)


def cannon(s: Scene, w: Frame) -> None:
    s.drum(w, (0, -3.0, 1.0), (0, 10.0, 1.0), 3.6, 3.2, "metal", "barrel", rounding=0.8)
    s.drum(w, (0, 9.2, 1.0), (0, 11.6, 1.0), 4.2, 4.2, "trim", "muzzle", rounding=0.4)
    s.ball(w, (0, 11.8, 1.0), (2.8, 0.6, 2.8), "dark", "bore", priority=1.3)


def whip(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -2.4, 0), (0, 3.4, 0), 1.1, 0.9, "leather", "handle", priority=1.5)
    last = (0.0, 3.4, 0.0)
    for i, (y, z) in enumerate(((7.6, 1.8), (10.8, 5.2), (10.2, 9.8), (6.6, 12.4), (3.4, 10.4))):
        s.limb(w, last, (0.0, y, z), 0.85 - 0.08 * i, 0.77 - 0.08 * i, "leather", "lash", "lash", 0.3, priority=2.0)
        last = (0.0, y, z)


def flail(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -4.0, 0), (0, 9.0, 0), 1.1, 1.1, "wood", "haft", priority=1.4)
    for i in range(3):
        s.ball(w, (0, 10.0 - 0.8 * i, 1.8 + 1.8 * i), 0.9, "metal", "chain", priority=1.7)
    s.ball(w, (0, 6.4, 8.4), 3.0, "metal", "head")
    for y, z in ((10.2, 8.4), (6.4, 12.2), (2.6, 8.4), (9.2, 11.2), (3.6, 11.2)):
        s.limb(w, (0, (y + 6.4) / 2, (z + 8.4) / 2), (0, y, z), 1.1, 0.3, "blade", "spikes", priority=1.5)


def lantern(s: Scene, w: Frame) -> None:
    s.ring(w, (0, -1.4, 0), 1.6, 0.5, "dark", "ring", turn=rx(90), priority=1.4)
    s.drum(w, (0, -3.2, 0), (0, -4.6, 0), 1.4, 3.0, "dark", "cap")
    s.drum(w, (0, -4.6, 0), (0, -9.4, 0), 2.5, 2.5, "glow", "glass", priority=1.3)
    s.drum(w, (0, -9.4, 0), (0, -10.8, 0), 3.0, 3.0, "dark", "foot")


def rod(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -5.0, 0), (0, 20.0, 2.0), 0.95, 0.5, "wood", "rod", priority=1.8)
    s.limb(w, (0, 20.0, 2.0), (0, 8.0, 10.0), 0.32, 0.32, "string", "line", priority=2.4)
    s.ball(w, (0, 7.4, 10.2), 1.3, "accent", "float", priority=1.6)


def guitar(s: Scene, w: Frame) -> None:
    s.ball(w, (0, -3.0, 0), (1.9, 4.2, 4.4), "wood", "body", "body", 1.0)
    s.ball(w, (0, 2.0, 0), (1.8, 3.2, 3.4), "wood", "body", "body", 1.0)
    s.block(w, (0, 9.4, 0), (0.9, 6.4, 0.95), 0.3, "leather", "neck", priority=1.5)
    s.block(w, (0, 16.2, 0), (1.0, 1.8, 1.5), 0.4, "leather", "head", priority=1.4)
    s.ball(w, (1.6, -0.8, 0), (0.8, 1.7, 1.7), "dark", "hole", priority=1.3)


def book(s: Scene, w: Frame) -> None:
    s.block(
        w,
        (0, 2.4, 0),
        (1.7, 4.4, 3.5),
        0.4,
        "accent",
        "cover",
        decals=[Decal("paper", x=(-1.1, 1.1), y=(-9.0, 9.0), z=(-2.8, 9.0)), Decal("gold", y=(-1.2, 1.2), z=(-1.4, 1.4))],
    )


def umbrella(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -6.0, 0), (0, 14.0, 0), 0.7, 0.7, "wood", "stick", priority=1.8)
    s.ball(w, (0, 9.6, 0), (10.0, 7.6, 10.0), "accent", "canopy", clip=(0.0, -1.0, 0.0, -1.4), decals=[bands("cloth", 5.0, 0.5, axis=0)])


def flag(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -12.0, 0), (0, 20.0, 0), 0.9, 0.9, "wood", "pole", priority=1.8)
    s.plate(w, [(0, 19.0), (9.6, 17.4), (7.0, 14.4), (9.6, 11.2), (0, 10.4)], 0.5, "accent", "cloth", turn=ry(90), priority=1.3)


def wheel_star(s: Scene, w: Frame) -> None:
    """A throwing star."""
    s.plate(
        w,
        star(4, 5.2, 1.7),
        0.6,
        "blade",
        "star",
        at=(0, 3.0, 0),
        turn=ry(90),
        priority=1.5,
        decals=[Decal("dark", x=(-0.9, 0.9), y=(-0.9, 0.9))],
    )


def bomb(s: Scene, w: Frame) -> None:
    s.ball(w, (0, 3.4, 0), 4.4, "dark", "bomb")
    s.limb(w, (0, 7.4, 0), (1.4, 10.4, 0), 0.8, 0.6, "string", "fuse", priority=1.6)
    s.ball(w, (1.6, 11.2, 0), 1.4, "spark", "spark", priority=1.6)


def ball(s: Scene, w: Frame) -> None:
    s.ball(w, (0, 3.0, 0), 4.2, "accent", "ball", decals=[bands("cloth", 4.0, 0.3)])


def microphone(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -3.0, 0), (0, 3.6, 0), 0.9, 1.2, "dark", "grip", priority=1.4)
    s.ball(w, (0, 5.6, 0), 2.2, "metal", "head", priority=1.2)


def brush(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -4.0, 0), (0, 8.0, 0), 0.8, 1.0, "wood", "handle", priority=1.6)
    s.drum(w, (0, 8.0, 0), (0, 10.0, 0), 1.3, 1.4, "metal", "ferrule", priority=1.4)
    s.limb(w, (0, 10.0, 0), (0, 13.6, 0), 1.4, 0.3, "accent", "tip", priority=1.4)


def rolling_pin(s: Scene, w: Frame) -> None:
    s.drum(w, (0, 3.0, 0), (0, 13.0, 0), 2.2, 2.2, "wood", "roll", rounding=0.6)
    for a, b in ((-2.0, 3.0), (13.0, 16.0)):
        s.limb(w, (0, a, 0), (0, b, 0), 0.9, 0.9, "leather", "grip", priority=1.5)


def ladle(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -3.0, 0), (0, 11.0, 0), 0.9, 0.8, "wood", "handle", priority=1.6)
    s.ball(w, (0, 12.6, 0.8), (2.6, 2.4, 2.6), "metal", "bowl", priority=1.2)


def net(s: Scene, w: Frame) -> None:
    s.limb(w, (0, -8.0, 0), (0, 9.0, 0), 0.85, 0.85, "wood", "handle", priority=1.8)
    s.ring(w, (0, 13.4, 0), 4.2, 0.75, "wood", "hoop", turn=rz(90), priority=1.6)
    s.limb(w, (-0.4, 13.4, 0), (-5.4, 12.6, 0), 3.8, 1.0, "string", "bag", decals=[bands("cloth", 1.6, 0.25)])
