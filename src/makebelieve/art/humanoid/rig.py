"""The two-legged rig: a pose and a person become a scene."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from makebelieve.art.humanoid import hair, headgear, heads, outfits, tools, weapons
from makebelieve.art.humanoid.person import Person
from makebelieve.art.humanoid.pose import Pose
from makebelieve.art.raster.frames import STILL, WORLD, Frame, Vec, add, along, cross, lerp, rx, ry, rz, scaled, turned, two_bones, unit
from makebelieve.art.raster.scene import HELD, Scene

_SIDES: Final = ((1, "l"), (-1, "r"))
HIPS: Final = 13.2
UPPER_LEG: Final = 5.9
LOWER_LEG: Final = 5.5
_POLE_FOOT: Final = 14.0
"""How far a pole reaches below the hand."""


Draw = Callable[[Scene, float], None]
HELD_SIZE: Final = 0.42
"""Of a thing in a hand against one that fills a picture."""


def build(p: Person, pose: Pose, names: Mapping[str, int], snap: float = 1.0, yaw: float = 0.0, held: Draw | None = None) -> Scene:
    """The scene of one frame. `snap` is pixels a unit: up and down motion moves by whole pixels. `held` draws what `p.held` names.

    `yaw` is the direction it will be seen from: a guard that would point at the viewer leans towards the screen plane, and the feet of a
    walk seen in profile come nearer to one line.
    """
    s = Scene(dict(names))
    outfit = outfits.of(p)
    spread = 1.0 - pose.narrow * math.sin(math.radians(yaw)) ** 4
    if spread < 1.0:
        # nor does what hangs from the hips rock towards the viewer and back
        pose = replace(pose, roll=pose.roll * spread, sway=pose.sway * spread)
    dy = round(pose.dy * snap) / snap
    lift = round(pose.lift * snap) / snap if pose.lift else 0.0
    legs = p.legs * p.height
    ground = Frame((0.0, max(0.0, lift) if not p.floats else 2.5 + lift, 0.0), STILL)
    if pose.fall or pose.spin or pose.tilt:
        # A falling body turns about its middle and settles on the ground.
        middle = 4.5 * abs(pose.fall) / 90 if pose.fall else 0.0
        ground = Frame((0.0, ground.origin[1] + middle, 20.0 * math.sin(math.radians(max(0.0, pose.fall)))), STILL).child(
            (0.0, 0.0, 0.0), ry(pose.spin), rx(-pose.fall), rz(pose.tilt)
        )
        if pose.fall < 0:
            ground = Frame((0.0, ground.origin[1] + 6.0, 6.0), ground.turn)
    root = ground.child((pose.sway, HIPS * legs + dy, pose.lunge * 0.6), ry(0.3 * pose.twist))
    torso = root.child((0.0, 0.0, 0.0), ry(0.7 * pose.twist), rx(pose.lean), rz(-pose.roll))
    if not p.floats:
        _legs(s, ground, root, p, pose, outfit, spread)
    outfits.torso(s, torso, p, outfit)
    outfits.skirt(s, torso, p, outfit, pose)
    outfits.cape(s, torso, pose, p.cape)
    outfits.extras(s, torso, p, pose)
    _head(s, torso, p, pose)
    hands = {}
    for side, name in _SIDES:
        hands[name] = _arm(s, torso, p, pose, outfit, side, name)
    outfits.shoulders(s, torso, p)
    if p.emblem not in ("none", "cross"):
        weapons.emblem(s, torso.child((0, 8.4, 5.1 * p.girth)), p.emblem)
    _held(s, torso, p, pose, hands, yaw)
    if held is not None:
        free = hands["r" if (p.hand == "left") == (p.weapon == "none") else "l"]
        # turned as the body is, a little before the hand, its lower third in it
        at = add(free.origin, turned(torso.turn, (0.0, -3.4, 2.4)))
        held(s.inset(Frame(at, torso.turn, HELD_SIZE), HELD), 0.2)
    return s


def _legs(s: Scene, ground: Frame, root: Frame, p: Person, pose: Pose, o: outfits.Outfit, spread: float) -> None:
    """Thighs, shins and feet; the feet are set apart by `spread` times the usual."""
    legs, g = p.legs * p.height, p.girth
    thin = 0.52 if p.top == "bones" or p.head == "stick" else 1.0
    for side, name in _SIDES:
        x, y, z, pitch = (getattr(pose, f"foot_{channel}_{name}") for channel in ("x", "y", "z", "p"))
        hip = root.point((side * 3.4 * g, 0.0, 0.0))
        # a foot that pushes off stands on its toes
        heel = 3.2 * math.sin(math.radians(pitch)) if pitch > 0 and not pose.fall else 0.0
        ankle = ground.point((side * 3.6 * g * spread + x, 2.6 + max(y, heel), z - 0.6))
        knee, end = two_bones(hip, ankle, UPPER_LEG * legs, LOWER_LEG * legs, ground.vector((side * 0.3, 0.0, 1.0)))
        part, shin, foot = f"leg{name}", f"shin{name}", f"foot{name}"
        hidden = o.skirt in ("robe",)
        material = o.skirt_material if hidden else o.legs
        s.limb(WORLD, hip, knee, 3.5 * g * thin, 2.9 * g * thin, material, part, part, 0.8, limb=0.16)
        s.limb(WORLD, knee, end, 3.0 * g * thin, 2.6 * thin, material if hidden else o.shins, shin, shin, 0.5, limb=0.16)
        sole = Frame(end, ground.turn).child((0, 0, 0), ry(0.3 * pose.twist + side * 9 * spread), rx(pitch))
        boots = "skin" if p.bare_feet else o.boots
        s.limb(sole, (0, -0.2, -0.8), (0, -0.5, 2.9), 2.6 * thin**0.5, 2.2 * thin**0.5, boots, foot, foot, 0.5, limb=0.12)
        if boots == "boot" and not p.micro:
            s.drum(sole, (0, 0.2, -0.6), (0, 2.0, -0.6), 3.0, 3.2, "boot", foot, foot, 0.5, rounding=0.6, limb=0.12)


def _head(s: Scene, torso: Frame, p: Person, pose: Pose) -> None:
    turn = (rx(-0.9 * pose.lean), ry(-0.6 * pose.twist + pose.turn), rx(pose.nod), rz(pose.roll))
    h = torso.child((0.0, 11.8, 0.5), *turn, size=p.head_size * (1.22 if p.micro else 1.0))
    hat = p.headgear
    if not headgear.closed(hat):
        heads.face(s, h, p, pose.blink)
        if p.ears != "none" and hat not in ("hood", "ninja") and not (p.ears == "human" and p.head != "human"):
            heads.ears(s, h, p.ears, "skin", "belly")
    if not headgear.closed(hat):
        hair.hair(s, h, p, headgear.covers(hat), pose.plume)
        hair.beard(s, h, p.beard)
    headgear.headgear(s, h, hat, p.plume, pose.plume)
    heads.horns(s, h, p.horns)
    if p.glasses == "round":
        for side in (-1, 1):
            s.ring(h, (side * 3.7, 6.8, 8.0), 2.5, 0.36, "dark", "glasses", turn=rx(90), priority=1.25)
    elif p.glasses == "dark":
        for side in (-1, 1):
            s.block(h, (side * 3.5, 7.0, 7.5), (3.0, 1.9, 0.8), 0.6, "dark", "glasses", turn=ry(side * 20), priority=1.6)
    elif p.glasses == "patch":
        s.ball(h, (-3.8, 6.8, 7.0), (2.5, 2.3, 1.0), "dark", "patch", priority=1.6)
        s.ball(h, (0, 8.8, 0), (8.5, 0.7, 8.2), "dark", "patchband", priority=1.4, turn=rz(16))
    elif p.glasses == "monocle":
        s.ring(h, (3.7, 6.8, 8.0), 2.4, 0.5, "gold", "glasses", turn=rx(90), priority=1.8)


def _arm(s: Scene, torso: Frame, p: Person, pose: Pose, o: outfits.Outfit, side: int, name: str) -> Frame:
    """Upper arm, forearm, hand; the hand's frame."""
    swing, lift, elbow = (getattr(pose, f"{channel}_{name}") for channel in ("arm", "raise", "elbow"))
    g, long = p.girth * p.shoulders, p.arms
    thin = 0.5 if p.top in ("bones", "snowballs") or p.head == "stick" else 1.0
    shoulder = torso.child((side * (5.6 * g + 1.5), 10.2, 0.0), rx(-swing), rz(side * lift))
    joint = (0.0, -4.6 * long, 0.0)
    sleeve = "skin" if p.bare_arms else o.sleeve
    forearm = "skin" if p.bare_arms else o.forearm
    upper, fore = f"arm{name}", f"fore{name}"
    s.limb(shoulder, (0, 0, 0), joint, 2.55 * g**0.5 * thin, 2.2 * thin, sleeve, upper, upper, 0.5)
    lower = shoulder.child(joint, rx(-elbow))
    if o.wide_sleeves and not p.bare_arms:
        s.drum(lower, (0, 0.8, 0), (0, -4.6 * long, 0), 2.1, 3.7, forearm, fore, fore, 0.6, rounding=0.6)
    else:
        s.limb(lower, (0, 0, 0), (0, -3.8 * long, 0), 2.2 * thin, 2.4 * thin, forearm, fore, fore, 0.5)
    palm = "leather" if p.gloves else o.hands
    s.ball(lower, (0, -5.0 * long, 0), (2.4, 2.4, 2.4) if thin == 1.0 else (1.8, 1.8, 1.8), palm, f"hand{name}")
    return lower.child((0, -5.0 * long, 0))


def _smear(s: Scene, torso: Frame, hand: Frame, direction: Vec, flash: float, reach: float) -> None:
    """The arc a blade leaves behind: thin webs between its tip now and where it was."""
    up = torso.vector((-0.25, 1.0, -0.1))
    last: tuple[Vec, Vec] | None = None
    for i in range(5):
        way = unit(lerp(direction, up, 0.22 * i * flash))
        thin = 1.0 - 0.24 * i
        outer = add(hand.origin, scaled(way, reach))
        inner = add(hand.origin, scaled(way, reach - 6.5 * thin))
        if last is not None:
            s.web(WORLD, last[0], outer, last[1], 0.3, "arc", "smear", "smear")
            s.web(WORLD, outer, inner, last[1], 0.3, "arc", "smear", "smear")
        last = (outer, inner)


def _burst(s: Scene, hand: Frame, direction: Vec, flash: float, reach: float) -> None:
    """Sparks around the tip of a staff or wand."""
    tip = add(hand.origin, scaled(direction, reach))
    for i in range(6):
        a = math.radians(60 * i + 90 * flash)
        far = 3.6 + 2.4 * flash
        s.ball(Frame(tip), (far * math.cos(a), far * math.sin(a), 0.6), 0.9 + 0.5 * flash, "spark", f"spark{i}", priority=1.7)


def _readable(direction: Vec, yaw: float, side: int) -> Vec:
    """The direction with its part along the line of sight cut, leaning away from the body: never a stub, never across the face."""
    x, y, z = turned(ry(yaw), direction)
    if math.hypot(x, y) > 0.9 and abs(x) > 0.3:
        return direction
    outwards = side * math.cos(math.radians(yaw))
    across = max(abs(x), 0.5) * (1.0 if outwards > 0.1 or (abs(outwards) <= 0.1 and x >= 0) else -1.0)
    return unit(turned(ry(-yaw), unit((across, y, 0.4 * z))))


def _held(s: Scene, torso: Frame, p: Person, pose: Pose, hands: Mapping[str, Frame], yaw: float) -> None:
    main = "l" if p.hand == "left" else "r"
    other = "r" if main == "l" else "l"
    side = 1 if main == "l" else -1
    if p.weapon != "none":
        if p.weapon == "bow":
            hand = hands["l" if p.hand != "left" else "r"]
            turn = torso.child((0, 0, 0), ry(-8), rx(-6), rz(-10)).turn
            tools.bow(s, Frame(hand.origin, turn), pose.draw)
        elif p.weapon == "lantern":
            tools.lantern(s, Frame(hands[main].origin, torso.turn))
        else:
            mirrored = -1.0 if main == "l" else 1.0
            direction = torso.vector(unit((mirrored * pose.weapon_x, pose.weapon_y, pose.weapon_z)))
            if p.weapon in weapons.LONG:
                # Poles stand more upright than blades, or they would leave the picture.
                direction = unit(lerp(direction, (0.0, 1.0, 0.0), 0.62 if pose.flash < 0.1 and pose.weapon_y > 0.3 else 0.0))
            if pose.flash < 0.2 and p.weapon not in weapons.LONG:
                direction = _readable(direction, yaw, side)
            flat = torso.vector(unit((-side * 0.75, 0.0, 0.66)))
            if p.weapon in weapons.FLAT and pose.flash < 0.2:
                # the plane of prongs, line or blade lies in the picture, what stands out away from the body
                outwards = side * (1.0 if math.cos(math.radians(yaw)) >= -0.1 else -1.0)
                flat = cross(turned(ry(-yaw), (outwards, 0.0, 0.0)), direction)
            grip = hands[main].origin
            if p.weapon in weapons.LONG and direction[1] > 0.3 and not pose.fall:
                # a pole is held higher rather than pushed into the ground
                grip = add(grip, scaled(direction, max(0.0, (2.4 - grip[1]) / direction[1] + _POLE_FOOT)))
            weapons.WEAPONS[p.weapon](s, Frame(grip, along(direction, cross(direction, flat))))
            if pose.flash > 0.2 and weapons.attack_class(p.weapon) in ("slash", "chop"):
                _smear(s, torso, hands[main], direction, pose.flash, 24.0 if p.weapon in ("greatsword", "halberd", "scythe") else 18.5)
            elif pose.flash > 0.2 and weapons.attack_class(p.weapon) == "cast":
                _burst(s, hands[main], direction, pose.flash, 19.0 if p.weapon == "staff" else 12.0)
    if p.shield != "none":
        arm = hands[other]
        turn = torso.child((0, 0, 0), ry((1 if other == "l" else -1) * (46 - 40 * pose.shield)), rx(-6)).turn
        at = add(arm.origin, turned(torso.turn, ((1.6 if other == "l" else -1.6), 1.4, 1.6)))
        weapons.shield(s, Frame(at, turn), p.shield, p.emblem if p.emblem != "none" else "cross")
