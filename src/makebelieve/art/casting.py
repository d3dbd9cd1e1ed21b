"""What was understood as a specification: tables of the subject, what the prompt says over them, and the seed where nothing is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Final

from makebelieve.art import words as w
from makebelieve.art.attributes import darker
from makebelieve.art.bestiary import PLAIN, Entry, archetype
from makebelieve.art.color import mix, parse_hex, to_hex, to_oklab
from makebelieve.art.humanoid.person import Person
from makebelieve.art.items import families
from makebelieve.art.lacking import bereft
from makebelieve.art.phrase import Found, Reading, unmatched
from makebelieve.art.spec import SpriteSpec
from makebelieve.art.young import youthful
from makebelieve.kit.seeds import derive_seed
from makebelieve.language import COLOR_WORDS
from makebelieve.language.colors import thing_colors

_SHAFTS: Final = ("bow", "club", "broom", "rod")
"""Weapons that are hardly more than their wood."""
_HAIR: Final = ("#8a4a25", "#4a3428", "#2b2630", "#e0b45a", "#c8743a", "#a86a3a", "#6a4632", "#d8d0c8")
"""The last is grey."""
_WOMANLY: Final = ("bun", "bob", "ponytail", "pigtails")
_MANNISH: Final = ("short", "spiky", "swept", "bald")
_CHILDREN: Final = frozenset(
    ("boy", "girl", "child", "kid", "teenager", "toddler", "baby", "schoolboy", "schoolgirl", "pupil", "son", "daughter")
)
_SKIN: Final = ("#f2b68e", "#f6c8a0", "#e8a478", "#d89a6a", "#b8764a", "#8a5636", "#fad4b4")
_CLOTH: Final = ("#3f78c9", "#a83a4a", "#4f8a4f", "#6a4fa0", "#c8803a", "#3f8a8a", "#7a5a44", "#b3506a", "#4a5a7a", "#8a8a4a")
_IRIS: Final = ("#3f6fc4", "#4a8a4a", "#8a5a2e", "#5a6a8a", "#7a4fa0")
# Rigs whose light colour is the belly's and whose dark one is the markings'.
_LIGHT_BELLIED: Final = frozenset(("quadruped", "bird", "fish", "shark", "whale", "serpent", "puffer", "ray", "crab"))


def _pick(options: Sequence[str], seed: int, name: str) -> str:
    return options[derive_seed(seed, name) % len(options)]


def _unit(seed: int, name: str) -> float:
    return derive_seed(seed, name) / 2**31


def thing(reading: Reading, main: Found, text: str, seed: int) -> SpriteSpec:
    """The specification of a thing."""
    family = families.families()[main.family or "parcel"]
    colors = dict(reading.colors)
    stated = list(reading.stated)
    surfaces: dict[str, str] = {}
    if reading.made_of is not None:
        stated = [reading.made_of[0], reading.made_of[1], *stated][:3]
        surfaces = dict.fromkeys(("main", "deep", "light"), reading.made_of[2]) if reading.made_of[2] != "plain" else {}
    if stated:
        # what weapons and shields show is called by the names that a bearer's have
        colors = {**_arms(family.name, stated), **colors}
    if not stated and family.name not in ("chest", "barrel"):
        from makebelieve.language.colors import THING_COLORS

        known = THING_COLORS.get(main.word)
        stated = list(known[:2]) if known else []
    return SpriteSpec(
        prompt=text,
        seed=seed,
        subject=main.word.replace("_", " "),
        kind="thing",
        family=family.name,
        archetype="item",
        colors=family.colors(stated, colors),
        surfaces=surfaces,
        variant=_unit(seed, f"variant:{main.word}"),
        stated=["main"] if reading.stated or reading.made_of else [],
        unmatched=unmatched(reading),
        notes=reading.notes,
    )


def _arms(family: str, stated: list[str]) -> dict[str, str]:
    """Colours of a weapon or shield in stated ones: what strikes or shines."""
    if family == "shield":
        return {"cloth2": stated[0], "metal": stated[0], **({"gold": stated[1]} if len(stated) > 1 else {})}
    if family not in w.HELD:
        return {}
    colors = dict.fromkeys(("blade", "metal", "glow", "gem"), stated[0]) | dict.fromkeys(("blade2", "metal2"), darker(stated[0]))
    return {**colors, **(dict.fromkeys(("wood", "wood2"), stated[0]) if family in _SHAFTS else {})}


def being(reading: Reading, main: Found, species: Found | None, text: str, seed: int) -> SpriteSpec:
    """The specification of a being, of two where `species` is another one than its trade."""
    entry = main.entry
    assert entry is not None
    changes, colors = dict(entry.changes), dict(entry.colors)
    if entry.rig == "folk":
        _cast(reading, main, entry, species, changes, colors, seed)
    known = {one.name for one in fields(PLAIN[entry.rig])}
    wanted = dict(reading.changes)
    if entry.rig != "folk":
        # Words for people mean the nearest of a beast's own parts.
        if "wings" in wanted:
            wanted["wings"] = "bat" if wanted["wings"] == "bat" else "feather"
        if wanted.get("horns") in ("devil", "small", "ram"):
            wanted["horns"] = "straight" if wanted["horns"] != "ram" else "ram"
        if "crown" in known and wanted.get("headgear") in ("crown", "tiara", "bow"):
            wanted["crown"] = "bow" if wanted["headgear"] == "bow" else "crown"
        for word, changed in reading.worn:
            if changed and not known & set(changed) and not ("crown" in wanted and "headgear" in changed):
                reading.notes.append(f"{word!r} is not drawn on this body")
        if entry.rig not in ("quadruped",):
            for name in ("wings", "horns", "tail", "ears", "hair"):
                wanted.pop(name, None)
        else:
            for name in ("tail", "ears"):
                wanted.pop(name, None)
    changes.update({name: value for name, value in wanted.items() if name in known})
    if main.young and entry.rig != "folk":
        changes.update(youthful(entry.rig, changes))
    changes.update(bereft(reading.lost, entry.rig, changes))
    _paint(reading, main, entry, species, colors, seed)
    surfaces: dict[str, str] = {}
    if reading.made_of is not None and reading.made_of[2] != "plain":
        skins = ("skin", "belly") if entry.rig == "folk" and "skin" in colors else ("fur", "belly", "mark", "limb", "ear", "paint")
        surfaces = dict.fromkeys(skins, reading.made_of[2])
    shape = PLAIN[entry.rig]
    return SpriteSpec(
        prompt=text,
        seed=seed,
        subject=" ".join([*([species.word] if species else []), main.word]).replace("_", " "),
        kind="being",
        family=entry.rig,
        archetype=archetype(shape),
        entry=entry.name,
        changes=changes,
        colors=colors,
        held=reading.held or _held_by_trade(changes),
        surfaces=surfaces,
        variant=_unit(seed, f"variant:{main.word}"),
        stated=sorted(
            {
                *reading.colors,
                *reading.changes,
                *(("_main", "cloth", "skin", "metal", "cloth2") if reading.stated or reading.made_of else ()),
            }
        ),
        unmatched=unmatched(reading),
        notes=reading.notes,
    )


def _held_by_trade(changes: dict[str, Any]) -> dict[str, str]:
    """Colours of what somebody of the trade holds (a scientist's flask), if that is a thing."""
    held = changes.get("held", "none")
    return {} if held == "none" else families.families()[held].colors([], {})


_BODILY: Final = (
    "head",
    "ears",
    "horns",
    "eyes",
    "tail",
    "wings",
    "girth",
    "shoulders",
    "height",
    "legs",
    "arms",
    "head_size",
    "bare_feet",
    "beard",
    "floats",
)


def _cast(
    reading: Reading, main: Found, entry: Entry, species: Found | None, changes: dict[str, Any], colors: dict[str, str], seed: int
) -> None:
    """Two beings in one, and the seed's choices where nothing is said: hair, skin, cloth."""
    plain = Person()
    if species is not None and species.entry is not None:
        other = species.entry
        if other.rig == "folk":
            for name in _BODILY:
                if name in other.changes:
                    changes[name] = other.changes[name]
            if other.changes.get("top") in ("bones", "wraps") and changes.get("top") in (None, "tunic", "leather"):
                changes["top"] = other.changes["top"]
            if other.changes.get("hair") == "none" or "head" in other.changes:
                changes["hair"] = other.changes.get("hair", "none")
            if changes.get("headgear") in ("helm", "spartan", "spacehelmet") and "head" in other.changes:
                changes["headgear"] = "none" if changes["headgear"] != "spacehelmet" else "spacehelmet"
            for name in ("skin", "belly", "iris", "wing", "horn", "hair", "beard", "moss"):
                if name in other.colors:
                    colors[name] = other.colors[name]
        else:
            head, ears, tail = w.AS_FOLK[other.name]
            main_color, second, _ = thing_colors(species.word, "creature", [])
            changes.update(head=head, ears=ears, tail=tail, hair="none", beard="none", eyes="beast")
            colors.update(skin=other.colors.get("fur", main_color), belly=other.colors.get("belly", second))
            if changes.get("headgear") in ("helm", "spartan", "spacehelmet", "diver", "bucket"):
                # an animal is known by its head
                changes["headgear"] = "none"
    feminine = any(token.word in w.FEMININE or token.lemma in w.FEMININE for token in reading.tokens)
    # "A female neighbour" is told from a male one by her hair.
    masculine = any(token.word == "male" or token.lemma in ("brother", "uncle", "nephew", "husband") for token in reading.tokens)
    if feminine and "head" not in changes and "hair" not in changes and "hair" not in reading.changes:
        changes["hair"] = "any"
    said = {token.word for token in reading.tokens}
    unlike: tuple[str, ...] = _MANNISH if "female" in said else _WOMANLY if "male" in said else ()
    if "hair" not in reading.changes and changes.get("hair") in unlike:
        changes["hair"] = "any"
    if changes.get("hair", plain.hair) == "any":
        women, men = ("long", "bob", "ponytail", "bun", "braids"), ("short", "spiky", "swept", "curly")
        changes["hair"] = _pick(women if feminine else men if masculine else (*men, "bob", "long"), seed, "hair style")
        changes.setdefault("top", "tunic")
        if entry.name == "person" and not reading.changes.get("top"):
            changes["top"] = _pick(("tunic", "vest", "shirt", "coat", "dress" if feminine else "jacket"), seed, "top")
    if feminine and changes.get("beard", "none") != "none" and "beard" not in reading.changes:
        changes["beard"] = "none"
        changes["hair"] = changes.get("hair", "long") if changes.get("hair") in ("long", "braids", "bun", "ponytail") else "long"
    childish = any(token.lemma in _CHILDREN or token.word in _CHILDREN for token in reading.tokens)
    colors.setdefault("hair", _pick(_HAIR[:-1] if childish else _HAIR, seed, f"hair:{main.word}"))
    if "skin" not in colors:
        colors["skin"] = _pick(_SKIN, seed, f"skin:{main.word}")
    if "cloth" not in colors:
        colors["cloth"] = _pick(_CLOTH, seed, f"cloth:{main.word}")
    colors.setdefault("iris", _pick(_IRIS, seed, f"iris:{main.word}"))


def _paint(reading: Reading, main: Found, entry: Entry, species: Found | None, colors: dict[str, str], seed: int) -> None:
    """Colours of a being: stated ones on what shows most, the rest from the tables."""
    stated = list(reading.stated)
    if entry.rig == "folk":
        made = reading.made_of
        creature = colors.get("skin") if changes_skin(entry) else None
        if made is not None:
            target = (
                "skin"
                if creature and entry.changes.get("head")
                else "metal"
                if entry.changes.get("top") in ("plate", "mail", "hull")
                else "cloth"
            )
            colors[target] = made[0]
            if target == "skin":
                colors["belly"] = made[1]
                if entry.changes.get("top") == "hull":
                    colors["metal"] = made[0]
            colors["glow"] = made[1]
        if stated:
            if creature and entry.changes.get("top") in ("bare", "plush", "bones", "wraps", "rags", "hull"):
                main_material = "metal" if entry.changes.get("top") == "hull" else "skin"
                colors[main_material] = stated[0]
                if main_material == "skin":
                    colors.pop("belly", None)
            elif entry.changes.get("top") == "plate":
                colors["cloth2" if len(stated) == 1 and stated[0] != COLOR_WORDS["black"] else "metal"] = stated[0]
                colors["plume"] = stated[-1]
                colors["cape"] = stated[-1]
                if stated[0] == COLOR_WORDS["black"]:
                    colors["metal"] = "#4a4858"
            else:
                colors["cloth"] = stated[0]
                if "hat" in colors:
                    colors["hat"] = stated[0]
                if entry.changes.get("headgear") == "hood":
                    colors["cape"] = stated[0]
            if len(stated) > 1:
                colors["trim"] = stated[1]
                colors["hatband"] = stated[1]
        if "beard" not in colors and "hair" in colors:
            colors["beard"] = colors["hair"]
    else:
        main_color, second, third = (thing_colors(main.word.split("_")[-1], "creature", []) + ["#4a3a34"] * 3)[:3]
        if main.word.split("_")[-1] != entry.name and main.word not in _known_things():
            main_color, second, third = thing_colors(entry.name.split("_")[-1], "creature", [])[:3]
            if derive_seed(seed, "shade") % 2:
                main_color = to_hex(mix(parse_hex(main_color), parse_hex(third), 0.18))
        if stated:
            fixed = entry.colors.get("fur") or entry.colors.get("paint")
            main_color = stated[0]
            second = stated[1] if len(stated) > 1 else to_hex(mix(parse_hex(stated[0]), parse_hex("#fff4dc"), 0.6))
            third = stated[2] if len(stated) > 2 else to_hex(mix(parse_hex(stated[0]), parse_hex("#1c1624"), 0.55))
            if fixed:
                for name in ("fur", "belly", "mark", "mane", "wing", "wing2", "accent", "paint"):
                    colors.pop(name, None)
        if reading.made_of is not None:
            main_color, second = reading.made_of[0], reading.made_of[1]
            third = to_hex(mix(parse_hex(main_color), parse_hex("#1c1624"), 0.5))
            for name in ("fur", "belly", "mark", "mane", "wing", "wing2", "accent"):
                colors.pop(name, None)
        if entry.rig in _LIGHT_BELLIED and to_oklab(parse_hex(second))[0] < to_oklab(parse_hex(third))[0]:
            second, third = third, second
        colors["_main"], colors["_second"], colors["_third"] = main_color, second, third
    colors.update(reading.colors)
    if species is not None and "skin" in reading.colors:
        colors["skin"] = reading.colors["skin"]


def changes_skin(entry: Entry) -> bool:
    """Whether the being's own skin is what one sees of it."""
    return "skin" in entry.colors or bool(entry.changes.get("head"))


def _known_things() -> frozenset[str]:
    from makebelieve.language.colors import THING_COLORS

    return frozenset(THING_COLORS)
