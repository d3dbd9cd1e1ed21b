"""Variants of a specification: others of the same kind. What the prompt stated stays; build, hair, hue and details change."""

from __future__ import annotations

from typing import Any, Final

from makebelieve.art.bestiary import Shape, entries, shape_of
from makebelieve.art.color import mix, parse_hex, shifted, to_hex
from makebelieve.art.creatures.beast import Beast
from makebelieve.art.humanoid.person import Person
from makebelieve.art.humanoid.weapons import WEAPONS
from makebelieve.art.items.families import families
from makebelieve.art.spec import SpriteSpec
from makebelieve.kit.errors import invalid
from makebelieve.kit.seeds import derive_seed

MOST: Final = 16
_HAIRS: Final = ("short", "spiky", "swept", "long", "bob", "ponytail", "curly")
_TURNS: Final = (0.0, 42.0, -38.0, 84.0, -76.0, 126.0, -118.0, 168.0)
"""Hue of the n-th variant's cloth against the first's, degrees."""
_ALTERNATIVES: Final[dict[str, tuple[str, ...]]] = {
    "headgear": ("helm", "horned", "spartan", "bucket"),
    "weapon": ("sword", "axe", "mace", "spear"),
    "shield": ("round", "kite", "tower"),
}


def _unit(seed: int, name: str) -> float:
    return derive_seed(seed, name) / 2**31


def varied(spec: SpriteSpec, number: int) -> SpriteSpec:
    """The `number`-th variant of a specification; 0 is the specification itself. Raises Problem (422) outside 0-15."""
    if not 0 <= number < MOST:
        raise invalid("variant", f"{number}; variants are 0 to {MOST - 1}")
    if number == 0:
        return spec
    seed = derive_seed(spec.seed, f"variant {number}:{spec.subject}")
    turn = _TURNS[number % len(_TURNS)] or 21.0
    fixed = set(spec.stated)
    if spec.kind == "thing":
        return _thing(spec, seed, turn, fixed)
    colors, changes = dict(spec.colors), dict(spec.changes)
    shape = shape_of(entries()[spec.entry], **{**changes, **({"eye_size": tuple(changes["eye_size"])} if "eye_size" in changes else {})})
    if isinstance(shape, Person):
        _person(shape, colors, changes, seed, turn, number, fixed)
    else:
        _creature(shape, colors, changes, seed, turn, fixed)
    return spec.model_copy(update={"colors": colors, "changes": changes, "seed": seed, "variant": _unit(seed, "shape")})


def _turned(color: str, hue: float, light: float = 0.0) -> str:
    return to_hex(shifted(parse_hex(color), hue=hue, light=light))


def _person(shape: Person, colors: dict[str, str], changes: dict[str, Any], seed: int, turn: float, number: int, fixed: set[str]) -> None:
    for name in ("cloth", "cloth2", "cape", "plume", "hat", "scarf", "trim"):
        if name in colors and name not in fixed:
            colors[name] = _turned(colors[name], turn if name != "trim" else 0.4 * turn)
    if shape.head == "human" and "skin" not in fixed:
        colors["skin"] = _turned(colors["skin"], 0.0, 0.16 * (_unit(seed, "skin") - 0.5))
    if "hair" not in fixed and "hair" in colors:
        colors["hair"] = _turned(colors["hair"], 40 * (_unit(seed, "hue") - 0.5), 0.3 * (_unit(seed, "hair") - 0.4))
        colors["beard"] = colors["hair"]
    if shape.hair not in ("none", "bald") and "hair" not in fixed:
        changes["hair"] = _HAIRS[derive_seed(seed, "cut") % len(_HAIRS)]
    for name, base, spread in (("height", shape.height, 0.07), ("girth", shape.girth, 0.14), ("shoulders", shape.shoulders, 0.10)):
        if name not in fixed:
            changes[name] = round(base * (1 + spread * (2 * _unit(seed, name) - 1)), 3)
    for name, options in _ALTERNATIVES.items():
        now = getattr(shape, name)
        if now in options and name not in fixed and shape.head == "human":
            changes[name] = options[(options.index(now) + number) % len(options)]
    if shape.beard == "none" and shape.hair in ("short", "spiky", "swept") and "beard" not in fixed and _unit(seed, "beard") < 0.3:
        changes["beard"] = "short"


def _creature(shape: Shape, colors: dict[str, str], changes: dict[str, Any], seed: int, turn: float, fixed: set[str]) -> None:
    if "_main" not in fixed:
        natural = isinstance(shape, Beast)
        hue = 0.22 * turn if natural else turn
        light = 0.14 * (_unit(seed, "light") - 0.5) + (0.05 if natural else 0.0)
        for name in ("_main", "_third", "fur", "mark", "wing", "wing2", "accent", "paint", "mane", "limb"):
            if name in colors:
                colors[name] = _turned(colors[name], hue, light)
    if isinstance(shape, Beast):
        for name, spread in (("length", 0.10), ("legs", 0.10), ("head", 0.10), ("chest", 0.08), ("rump", 0.08), ("muzzle", 0.14)):
            changes[name] = round(getattr(shape, name) * (1 + spread * (2 * _unit(seed, name) - 1)), 2)


def _thing(spec: SpriteSpec, seed: int, turn: float, fixed: set[str]) -> SpriteSpec:
    variant = (spec.variant + 0.37 + 0.2 * _unit(seed, "shape")) % 1.0
    if "main" in fixed:
        return spec.model_copy(update={"variant": variant, "seed": seed})
    family = families()[spec.family]
    main, accent = _turned(spec.colors["main"], turn), _turned(spec.colors["accent"], 0.5 * turn)
    own = {
        name: color
        for name, color in spec.colors.items()
        if family.colors([], {}).get(name) != color and name not in ("main", "accent", "main2", "deep", "light")
    }
    colors = family.colors([main, accent], own)
    if spec.family in WEAPONS:
        # arms show little of the main colour: grip, fittings and steel change
        colors.update({name: _turned(colors[name], turn, 0.10 * (_unit(seed, name) - 0.5)) for name in ("trim", "wood", "leather", "gem")})
        tint = to_hex(shifted(mix(parse_hex(colors["blade"]), parse_hex(main), 0.28), hue=turn))
        colors.update(blade=tint, blade2=to_hex(shifted(parse_hex(tint), light=-0.16)))
    return spec.model_copy(update={"colors": colors, "variant": variant, "seed": seed})
