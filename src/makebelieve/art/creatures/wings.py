"""Wings: feathered, held up like an eagle's, and of skin."""

from __future__ import annotations

import math

from makebelieve.art.raster.frames import WORLD, Frame, Vec, add, lerp, rx, ry, rz
from makebelieve.art.raster.scene import Scene


def feather_wing(s: Scene, root: Frame, side: int, size: float, beat: float, folded: float = 0.0) -> None:
    """A feathered wing in three layers; `folded` lays it against the body."""
    w = root.child(
        (0, 0, 0),
        ry(side * (14 + 62 * folded)),
        rz(side * (-6 + 46 * beat) * (1 - folded) - side * 26 * folded),
        rx(-40 * (1 - folded)),
        size=size,
    )
    name = f"wing{side}"
    reach = 1.0 - 0.42 * folded
    s.limb(w, (0, 0, 0), (side * 7.6 * reach, 1.6, -0.4), 2.3, 1.7, "wing", name, name, 0.8, flat=(1.0, 0.6))
    tip = w.child((side * 7.4 * reach, 1.6, -0.4), rz(side * 14 * beat * (1 - folded)))
    for i, (x, y) in enumerate(((10.6, 1.0), (9.6, -2.2), (7.4, -4.8))):
        s.limb(
            tip, (0, 0, 0), (side * x * reach, y, -1.2 - 0.3 * i), 2.0, 1.0, "wing2" if i else "wingtip", f"{name}f{i}", flat=(1.0, 0.34)
        )
    for i, (x, y) in enumerate(((6.2, -5.4), (3.2, -5.6))):
        s.limb(w, (side * x * 0.6 * reach, 0.2, -0.4), (side * x * reach, y, -1.0), 2.2, 1.5, "wing2", f"{name}s{i}", flat=(1.0, 0.34))


def raised_wing(s: Scene, root: Frame, side: int, size: float, beat: float) -> None:
    """An eagle's wing held up: a fan of long feathers from straight up to straight back, short ones over their roots."""
    w = root.child((0, 0, 0), rz(side * (-24 - 20 * beat)), size=size)
    name = f"wing{side}"
    for i, (angle, long) in enumerate(((96, 15.0), (76, 17.0), (57, 17.0), (38, 15.4), (20, 13.0))):
        a = math.radians(angle)
        tip = (side * 0.5 * i, long * math.sin(a), -long * math.cos(a))
        s.limb(w, (0, 0.4, 0), tip, 1.2, 2.3, "wing2" if i % 2 else "wing", f"{name}f{i}", flat=(0.34, 1.0), facing=(0, 0, 1))
    for angle, long in ((88, 8.6), (62, 9.4), (36, 8.8)):
        a = math.radians(angle)
        tip = (side * 0.9, long * math.sin(a), -long * math.cos(a))
        s.limb(w, (side * 0.6, 0.2, 0), tip, 1.8, 2.3, "wing", name, name, 0.9, flat=(0.5, 1.0), facing=(0, 0, 1), priority=1.1)


def membrane_wing(s: Scene, root: Frame, side: int, size: float, beat: float) -> None:
    """A bat's or dragon's wing: arm, three fingers, flat webs between them, swept back."""
    w = root.child((0, 0, 0), ry(side * 30), rx(14), rz(side * (24 + 34 * beat)), size=size)
    elbow: Vec = (side * 8.4, 5.0, 0.0)
    hand = w.child(elbow, rz(side * (-16 - 22 * beat)))
    tips: tuple[Vec, ...] = ((side * 12.4, 2.4, -1.0), (side * 9.4, -7.4, -1.4), (side * 2.6, -10.6, -1.6))
    name = f"wing{side}"
    s.limb(w, (0, 0, 0), elbow, 1.8, 1.4, "fur", name + "arm", name + "b", 0.5, priority=1.2)
    s.limb(hand, (0, 0, 0), tips[0], 1.3, 0.6, "fur", name + "arm", name + "b", 0.5, priority=1.2)
    for tip in tips[1:]:
        s.limb(hand, (0, 0, 0.3), tip, 0.85, 0.4, "fur", name + "arm", name + "b", 0.3)
    s.limb(w, elbow, add(elbow, (0, 3.2, 0.4)), 0.9, 0.3, "horn", name + "claw", priority=1.3)
    for a, b in ((tips[0], tips[1]), (tips[1], tips[2])):
        middle = lerp(lerp(a, b, 0.5), (0.0, 0.0, 0.0), 0.16)
        s.web(hand, (0, 0, 0), a, middle, 0.5, "wing", name, name)
        s.web(hand, (0, 0, 0), middle, b, 0.5, "wing", name, name)
    # the last web runs back to the body
    outer = hand.point(tips[2])
    base, mid = w.point((side * 0.6, -6.8, -2.0)), w.point((side * 4.6, -3.8, -1.4))
    s.web(WORLD, hand.point((0, 0, 0)), outer, mid, 0.5, "wing", name, name)
    s.web(WORLD, hand.point((0, 0, 0)), mid, base, 0.5, "wing", name, name)
    s.web(WORLD, hand.point((0, 0, 0)), base, w.point((0, 0, 0)), 0.5, "wing", name, name)
