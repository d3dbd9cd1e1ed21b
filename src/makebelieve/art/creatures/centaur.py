"""What a centaur has in place of a horse's neck: a person's torso, arms, head, and a spear."""

from __future__ import annotations

import math

from makebelieve.art.creatures.gait import TAU, Motion
from makebelieve.art.raster.frames import Frame, rx, ry, rz
from makebelieve.art.raster.scene import Decal, Scene

_SIDES = (-1, 1)
_FACE = {"d": "pupil", "w": "white", "c": "iris"}


def torso(s: Scene, body: Frame, m: Motion, chest: float, half: float) -> None:
    """The upper body on a beast's shoulders: `chest` is the barrel's radius, `half` half its length. Materials skin, hair, cloth, wood, metal."""
    t = body.child((0, chest * 0.5, half * 0.95 + chest * 0.2), rx(-m.pitch + 2.0))
    s.limb(t, (0, -1.0, 0), (0, 8.0, 0.6), 4.4, 4.4, "skin", "torso", "torso", 1.6)
    s.ball(t, (0, 11.4, 0.6), (5.8, 4.6, 4.2), "skin", "torso", "torso", 1.6)
    s.ring(t, (0, 1.6, 0), 4.4, 1.5, "cloth", "belt", priority=1.2)
    s.limb(t, (-4.6, 14.0, 1.8), (3.8, 4.0, 4.0), 1.0, 1.0, "cloth", "strap", priority=1.4)
    thrust = max(0.0, m.flash)
    for side in _SIDES:
        swing = 2.0 * math.sin(TAU * m.t + (side > 0) * math.pi)
        shoulder = (side * 6.4, 12.8, 0.4)
        elbow = (side * 9.4, 8.0, 0.6 + 0.5 * swing)
        hand = (side * 9.4, 5.4 + 3.0 * thrust, 6.4 + 4.0 * thrust) if side < 0 else (side * 9.0, 3.4, 3.0 + swing)
        name = f"arm{side}"
        s.limb(t, shoulder, elbow, 2.5, 2.1, "skin", name, name, 0.5)
        s.limb(t, elbow, hand, 2.1, 1.9, "skin", name, name, 0.5)
        s.ball(t, hand, 2.2, "skin", f"hand{side}")
        if side < 0:
            spear = t.child(hand, rx(34 + 46 * thrust), rz(10))
            s.limb(spear, (0, -10.0, 0), (0, 11.0, 0), 0.9, 0.9, "wood", "shaft", priority=1.5)
            s.plate(spear, [(0, 17.4), (2.3, 12.4), (0, 10.0), (-2.3, 12.4)], 0.7, "metal", "point", priority=1.5, turn=ry(40))
    h = t.child((0, 16.6, 1.0), rx(m.head * 0.5))
    s.limb(t, (0, 14.0, 0.6), (0, 17.6, 0.9), 2.4, 2.4, "skin", "throat")
    s.ball(h, (0, 5.6, 0), (6.4, 6.2, 6.0), "skin", "head")
    s.ball(h, (0, 7.2, -1.0), (6.9, 6.3, 6.4), "hair", "hair", "hair", 1.0, clip=(0.0, -0.60, 0.80, -0.3))
    for side in _SIDES:
        s.limb(h, (side * 5.8, 6.4, -1.0), (side * 5.6, -1.0, -2.4), 2.3, 1.0, "hair", f"lock{side}", "hair", 0.8)
        s.limb(h, (side * 6.2, 5.4, 0), (side * 8.8, 7.0, -1.4), 1.3, 0.3, "skin", f"ear{side}", flat=(1.0, 0.6))
        kind = "line" if m.blink > 0.5 else "eye"
        s.stamp(h, (side * 2.7, 5.2, 5.4), (side * 0.4, 0.0, 0.92), (2.0, 3.0), kind, _FACE, ("head",), 0.12, side)
    s.ball(
        h, (0, 2.0, 3.0), (4.2, 3.0, 3.4), "hair", "beard", "hair", 1.0, clip=(0.0, 1.0, 0.0, 1.0), decals=[Decal("hair", y=(-9.0, 9.0))]
    )
