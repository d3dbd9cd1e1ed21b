"""What an animation asks of the body that it moves: another build, a weapon, a shield, a motion in words.

Loads the tables of art. The request is refused with it before anything is ordered, and the workers draw with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PIL import Image

from makebelieve import art
from makebelieve.art.clips import custom_motion
from makebelieve.art.color import parse_hex, shifted, to_hex, to_oklab
from makebelieve.art.figure import figure_of, look_of
from makebelieve.art.humanoid.weapons import TWO_HANDED, WEAPONS
from makebelieve.art.materials import folk_colors
from makebelieve.art.reference import measured
from makebelieve.kit.errors import Problem, invalid

UNARMED: Final = ("none", "unarmed")
_KINDS: Final = {"character": "being", "item": "thing"}
"""Type of a generation -> what the picture is of, whatever the prompt is about."""
_STAND_INS: Final = {"quadruped": "wolf", "winged": "dragon", "amorphous": "slime", "serpentine": "snake"}
"""What gives its body when an animation asks for another than the sprite's."""
_COATS: Final = ("fur", "belly", "mark", "mane", "wing", "wing2", "accent")
"""Materials of creatures that follow from their three colours unless a table says otherwise."""
_BOTH_HANDS: Final = TWO_HANDED | {"bow", "crossbow"}
_ARMS: Final[tuple[str, ...]] = ("blade", "blade2", "glow", "accent")


def directed(prompt: str, style: Mapping[str, Any]) -> str:
    """The prompt with the project's art direction, which is read for looks and colours."""
    direction = style.get("artDirection")
    # "in" ends what names the subject: with the direction "gothic castle" a fox stays a fox.
    return f"{prompt} in {direction}"[:500] if direction else prompt


def subject(prompt: str, style: Mapping[str, Any], kind: str, seed: int) -> art.SpriteSpec:
    """What a generation of the type `kind` draws for a prompt in a project of this style ({} without one)."""
    return art.read(directed(prompt, style), seed, _KINDS.get(kind))


def check(spec: Mapping[str, Any], asked: Mapping[str, Any]) -> None:
    """Refuse what the body of the sprite `spec` cannot do: a 422 Problem that names the field and what is possible."""
    body = bodied(art.SpriteSpec.model_validate(spec), asked)
    if asked["type"] != "custom":
        return
    try:
        custom_motion(str(asked["customDescription"]), figure_of(body, look_of(64, 64)))
    except Problem as problem:
        error = problem.errors[0]
        raise invalid("customDescription", f"{error.message}; say what it does with one of these words", error.allowed) from problem


def bodied(spec: art.SpriteSpec, asked: Mapping[str, Any]) -> art.SpriteSpec:
    """The sprite with the body, weapon and shield that an animation asks for. Raises a 422 Problem for what its body cannot hold."""
    body = asked.get("archetype")
    if body is not None and body != spec.archetype:
        spec = _with_body(spec, body)
    weapon, hand, shield = asked.get("weaponType"), asked.get("weaponHand"), asked.get("hasShield")
    if spec.family != "folk":
        for name, wanted in (("weaponType", weapon and weapon.lower() not in UNARMED), ("weaponHand", hand), ("hasShield", shield)):
            if wanted:
                raise invalid(name, f"a {spec.archetype} body has no hands; leave it out, or ask for archetype humanoid_biped")
        return spec
    changes, colors = dict(spec.changes), dict(spec.colors)
    if weapon:
        changes["weapon"], painted = weapon_of(weapon)
        colors |= painted
    if hand:
        if _part(spec, changes, "weapon") == "none":
            raise invalid("weaponHand", "there is no weapon to hold; give weaponType, or leave it out")
        changes["hand"] = hand
    both = _part(spec, changes, "hand") == "both" or _part(spec, changes, "weapon") in _BOTH_HANDS
    if shield and both:
        raise invalid("hasShield", "the weapon takes both hands; give another weaponType or weaponHand, or no shield")
    if shield is not None or (both and (weapon or hand)):
        now = _part(spec, changes, "shield")
        changes["shield"] = (now if now != "none" else "round") if shield else "none"
    return spec.model_copy(update={"changes": changes, "colors": colors})


def _with_body(spec: art.SpriteSpec, body: str) -> art.SpriteSpec:
    """Another being in the sprite's colours."""
    other = art.read(_STAND_INS.get(body, f"{spec.subject} warrior"), spec.seed)
    if other.family == "folk":
        return other
    colors = dict(other.colors)
    if "_main" in spec.colors:
        colors |= {name: spec.colors[name] for name in ("_main", "_second", "_third")}
    else:
        # what one sees most of a person: armour, a creature's skin, else cloth; of a thing its main colour
        plated = spec.family == "folk" and _part(spec, spec.changes, "top") in ("plate", "mail", "hull")
        beastly = spec.family == "folk" and _part(spec, spec.changes, "head") != "human"
        whole = folk_colors({name: color for name, color in spec.colors.items() if not name.startswith("_")})
        first = "main" if spec.kind == "thing" else "metal" if plated else "skin" if beastly else "cloth"
        second = "accent" if spec.kind == "thing" else "cape" if plated else "belly" if beastly else "trim"
        colors |= {"_main": whole[first], "_second": whole[second], "_third": to_hex(shifted(parse_hex(whole[first]), light=-0.2))}
        for name in _COATS:
            colors.pop(name, None)
    return other.model_copy(update={"colors": colors})


def recoloured(spec: art.SpriteSpec, picture: Image.Image) -> art.SpriteSpec:
    """A creature or thing in the commonest colours of a picture of it, its outline's not counted. A person stays: clothes are many."""
    facts = measured(picture)
    found = [to_hex(color) for color, _ in zip(facts.palette, facts.shares, strict=False) if to_oklab(color)[0] > 0.34][:3]
    if not found or spec.family == "folk":
        return spec
    names = ("main", "accent", "light") if spec.kind == "thing" else ("_main", "_second", "_third")
    colors = {name: color for name, color in spec.colors.items() if name not in _COATS}
    return spec.model_copy(update={"colors": colors | dict(zip(names, [*found, *found[-1:] * 2], strict=False))})


def _part(spec: art.SpriteSpec, changes: Mapping[str, Any], name: str) -> str:
    from makebelieve.art.bestiary import entries, shape_of

    return str(changes.get(name, getattr(shape_of(entries()[spec.entry]), name)))


def weapon_of(words: str) -> tuple[str, dict[str, str]]:
    """The weapon that words name ("longsword", "a golden axe"), and the colours they give it. Raises a 422 Problem naming all weapons."""
    if words.strip().lower() in UNARMED:
        return "none", {}
    read = art.read(words, kind="thing") if any(letter.isalpha() for letter in words) else None
    if read is None or read.family not in WEAPONS or read.notes:
        raise invalid("weaponType", f"{words!r} is no weapon that can be drawn", ("none", *sorted(WEAPONS)))
    painted: dict[str, str] = {name: read.colors[name] for name in _ARMS if name in read.colors} if read.stated else {}
    return read.family, painted
