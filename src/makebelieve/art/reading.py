"""From a prompt to a specification: subject, then what is worn, carried, coloured and how it looks.

Words are tokens and lemmas of `makebelieve.language`; a subject that is in no table gets a body by its WordNet category.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any, Final

from makebelieve.art import words as w
from makebelieve.art.bestiary import PLAIN, Entry, archetype, entries
from makebelieve.art.color import mix, parse_hex, to_hex, to_oklab
from makebelieve.art.humanoid.person import Person
from makebelieve.art.items import families
from makebelieve.art.items.families import family_of
from makebelieve.art.materials import carved
from makebelieve.art.spec import SpriteSpec
from makebelieve.kit.errors import invalid
from makebelieve.kit.seeds import derive_seed
from makebelieve.language import COLOR_WORDS, Token, classify, tag, tokenise
from makebelieve.language.colors import thing_colors

LONGEST: Final = 500
KINDS: Final = ("being", "thing")
_SHAFTS: Final = ("bow", "club", "broom", "rod")
"""Weapons that are hardly more than their wood."""
_HAIR: Final = ("#8a4a25", "#4a3428", "#2b2630", "#e0b45a", "#c8743a", "#a86a3a", "#6a4632", "#d8d0c8")
_SKIN: Final = ("#f2b68e", "#f6c8a0", "#e8a478", "#d89a6a", "#b8764a", "#8a5636", "#fad4b4")
_CLOTH: Final = ("#3f78c9", "#a83a4a", "#4f8a4f", "#6a4fa0", "#c8803a", "#3f8a8a", "#7a5a44", "#b3506a", "#4a5a7a", "#8a8a4a")
_IRIS: Final = ("#3f6fc4", "#4a8a4a", "#8a5a2e", "#5a6a8a", "#7a4fa0")
_BODY_ENTRY: Final[dict[str, str]] = {
    "biped": "person",
    "quadruped": "animal",
    "bird": "bird",
    "insect": "beetle",
    "spider": "spider",
    "fish": "fish",
    "serpent": "snake",
    "blob": "slime",
    "ghost": "ghost",
    "dragon": "dragon",
    "robot": "robot",
    "ship": "ship",
    "vehicle": "car",
    "flame": "fire_elemental",
}


# Rigs whose light colour is the belly's and whose dark one is the markings'.
_DOERS: Final = ("er", "or", "man", "woman", "ist", "smith", "ian")
_TITLES: Final = frozenset(
    ("leader", "master", "monster", "destroyer", "ruler", "brother", "sister", "mother", "father", "daughter", "other")
)
"""End like doers, and are what a beast may be."""
_LIGHT_BELLIED: Final = frozenset(("quadruped", "bird", "fish", "shark", "whale", "serpent", "puffer", "ray", "crab"))


@dataclass(slots=True)
class _Found:
    """One subject word."""

    start: int
    end: int
    word: str
    entry: Entry | None
    family: str | None

    @property
    def entry_is_species(self) -> bool:
        """A being by nature (zombie, demon), not by trade (pirate)."""
        return self.entry is not None and ("head" in self.entry.changes or "skin" in self.entry.colors)


@dataclass(slots=True)
class _Reading:
    tokens: list[Token]
    used: set[int] = field(default_factory=set)
    changes: dict[str, Any] = field(default_factory=dict)
    colors: dict[str, str] = field(default_factory=dict)
    surfaces: dict[str, str] = field(default_factory=dict)
    stated: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    made_of: tuple[str, str, str] | None = None
    worn: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    """Garments and features that were named, and what they would change."""


def _pick(options: Sequence[str], seed: int, name: str) -> str:
    return options[derive_seed(seed, name) % len(options)]


def _unit(seed: int, name: str) -> float:
    return derive_seed(seed, name) / 2**31


def _forms(tokens: list[Token], start: int, end: int) -> list[str]:
    """What a run of tokens may be called: words joined, the last as lemma and as written."""
    head = "_".join(token.word for token in tokens[start : end - 1])
    tail = tokens[end - 1]
    lemmas = dict.fromkeys((tail.word, tail.lemma, tail.written, tail.word.removesuffix("s")))
    return [f"{head}_{form}" if head else form for form in lemmas if form]


def _subjects(tokens: list[Token], kind: str | None = None) -> list[_Found]:
    """All words that name a being or a thing, longest names first at each place; of a kind even where a longer name is of the other."""
    table, found, at = entries(), [], 0
    while at < len(tokens):
        for size in (3, 2, 1):
            end = at + size
            if end > len(tokens):
                continue
            hit = None
            for form in _forms(tokens, at, end):
                entry, family = table.get(form), family_of(form)
                if size > 1 and ((kind == "being" and entry is None) or (kind == "thing" and family is None)):
                    continue
                if entry is not None or family is not None:
                    hit = _Found(at, end, form, entry, family[0] if family else None)
                    break
            if hit is not None:
                found.append(hit)
                at = end - 1
                break
        at += 1
    return found


def read(prompt: str, seed: int = 0, kind: str | None = None) -> SpriteSpec:
    """The specification of a sprite for `prompt` (1-500 characters). Raises Problem (422) for an empty or overlong one.

    `kind` makes it a "being" or a "thing" whatever the prompt is about: what it names of that kind, else somebody who bears the thing, or a
    figurine of the being. None: what the prompt is about.
    """
    text = prompt.strip()
    if not 1 <= len(text) <= LONGEST:
        raise invalid("prompt", f"a prompt has 1 to {LONGEST} characters")
    if kind not in (None, *KINDS):
        raise invalid("kind", f"{kind!r} is none of them", KINDS)
    return _read(text, seed, kind)


@lru_cache(maxsize=512)
def _read(text: str, seed: int, kind: str | None) -> SpriteSpec:
    tokens = [token for token in tag(tokenise(text)) if token.word[0].isalnum()]
    if not tokens:
        raise invalid("prompt", "the prompt holds no words that can be read")
    reading = _Reading(tokens)
    reading.used.update(_filling(tokens))
    main, species = _main(reading, _of_kind(tokens, _subjects(tokens, kind), kind))
    if kind == "being" and main.entry is None:
        main, species = _bearer(reading, main), None
    figurine = kind == "thing" and main.family is None
    base = _base(reading) or ("pedestal" if figurine else "")
    _attributes(reading, main, species)
    if figurine:
        reading.made_of = reading.made_of or w.MADE_OF["stone"]
    if main.entry is None and main.family is not None:
        spec = _thing(reading, main, text, seed)
    else:
        spec = _being(reading, main, species, text, seed)
    if figurine:
        assert reading.made_of is not None
        reading.notes.append(f"{spec.subject!r} is a being; drawn as a figurine of it")
        spec = spec.model_copy(
            update={"archetype": "item", "colors": carved(spec.family, spec.colors, reading.made_of[0]), "notes": reading.notes}
        )
    return spec.model_copy(update={"base": base}) if base else spec


def _of_kind(tokens: list[Token], found: list[_Found], kind: str | None) -> list[_Found]:
    """The subjects before the first preposition that are of the kind, as such; all of them where none is."""
    end = _segment(tokens)
    if kind == "being":
        return [replace(one, family=None) for one in found if one.entry is not None and one.start < end] or found
    if kind == "thing":
        return [replace(one, entry=None) for one in found if one.family is not None and one.start < end] or found
    return found


def _bearer(reading: _Reading, main: _Found) -> _Found:
    """A person in place of the thing: its words are read as what the person carries and wears."""
    reading.used.difference_update(range(main.start, main.end))
    reading.stated.clear()
    reading.notes.append(f"{main.word.replace('_', ' ')!r} is a thing; drawn as a person with it, where a person can carry or wear it")
    word = "warrior" if main.family in w.HELD else "person"
    if main.family in w.HELD:
        reading.changes["weapon"] = main.family
    return _Found(0, 0, word, entries()[word], None)


def _base(reading: _Reading) -> str:
    """What the subject is said to stand on ("on a stone pedestal", "standing on grass")."""
    for i, token in enumerate(reading.tokens):
        if token.word not in ("on", "atop", "upon"):
            continue
        found = [j for j in range(i + 1, min(i + 4, len(reading.tokens))) if reading.tokens[j].word in w.BASES]
        if found:
            # "a stone pedestal" is a pedestal
            reading.used.update(range(i, found[-1] + 1))
            return w.BASES[reading.tokens[found[-1]].word]
    return ""


def _filling(tokens: list[Token]) -> range:
    """What a thing is said to be full of: "full", "of" and the word after them colour nothing."""
    at = next((i for i in range(1, len(tokens) - 1) if (tokens[i].word, tokens[i + 1].word) == ("full", "of")), len(tokens))
    return range(at, min(at + 3, len(tokens)))


def _segment(tokens: list[Token]) -> int:
    """Where the part of the prompt ends that names the subject."""
    for i, token in enumerate(tokens):
        if i in _filling(tokens):
            return i
        if i > 0 and (token.word in w.PREPOSITIONS or (token.tag in ("VG", "VS") and tokens[i - 1].tag in ("N", "NS"))):
            return i
    return len(tokens)


def _main(reading: _Reading, found: list[_Found]) -> tuple[_Found, _Found | None]:
    """The subject, and the species where two beings make one ("fox knight", "skeleton pirate")."""
    tokens = reading.tokens
    end = _segment(tokens)
    first = [one for one in found if one.start < end and not _worn_here(tokens, one)]
    first = [one for one in first if one.word not in w.SILENT or len(first) == 1]
    if not first:
        first = [one for one in found if one.word not in w.SILENT and not _worn_here(tokens, one)][:1]
    if not first:
        return _unknown(reading), None
    main = first[-1]
    if _is_trade(tokens, main):
        return _unknown(reading), None
    if main.entry is not None and main.family is not None and len(first) > 1 and first[-2].entry is not None:
        main = _Found(main.start, main.end, main.word, main.entry, None)
    trade = next((one for one in first[:-1] if one.entry is not None and one.entry.rig == "folk" and one.word not in w.MADE_OF), None)
    if trade is not None and main.entry is not None and main.entry.name in w.AS_FOLK and not trade.entry_is_species:
        # "astronaut cat": the animal stands up and takes the trade's dress.
        first = [main, trade]
        main = trade
        reading.used.update(range(first[0].start, first[0].end))
        reading.used.update(range(main.start, main.end))
        return main, first[0]
    reading.used.update(range(main.start, main.end))
    if main.entry is None:
        for other in first[:-1]:
            if other.entry is not None and other.entry.rig != "folk":
                reading.stated.extend(thing_colors(other.word, "creature", [])[:2] if not reading.stated else [])
                reading.used.update(range(other.start, other.end))
        return main, None
    species = None
    for other in reversed(first[:-1]):
        if other.entry is None or other.end > main.start:
            continue
        if main.entry.rig == "folk" and (other.entry.rig == "folk" or other.entry.name in w.AS_FOLK):
            species = other
            reading.used.update(range(other.start, other.end))
            break
        reading.used.update(range(other.start, other.end))
    return main, species


def _is_trade(tokens: list[Token], one: _Found) -> bool:
    """Whether the word only says what somebody deals with: a "lighthouse keeper", a "book seller", a "dragon slayer" is a person.

    After a beast only words for doers count: a "dragon boss" is a dragon.
    """
    if one.end >= len(tokens) or tokens[one.end].tag not in ("N", "NS") or (one.entry is not None and one.entry.rig == "folk"):
        return False
    word = tokens[one.end].lemma or tokens[one.end].word
    doer = word.endswith(_DOERS) and word not in _TITLES
    return classify(word)[1] == "biped" and (one.entry is None or doer)


def _worn_here(tokens: list[Token], one: _Found) -> bool:
    """Whether the word is a garment or weapon of somebody else in the phrase: it is read as an attribute."""
    return one.entry is None and any(token.word in w.PREPOSITIONS for token in tokens[: one.start])


def _unknown(reading: _Reading) -> _Found:
    """A subject in no table: the last noun before the first preposition, drawn by its WordNet category."""
    end = _segment(reading.tokens)
    nouns = [token for token in reading.tokens[:end] if token.tag in ("N", "NS") and token.word not in w.SILENT]
    nouns = nouns or [token for token in reading.tokens if token.tag in ("N", "NS") and token.word not in w.SILENT]
    nouns = nouns or [token for token in reading.tokens if token.word not in w.SILENT] or reading.tokens[:1]
    token = nouns[-1]
    place = reading.tokens.index(token)
    reading.used.add(place)
    category, body = classify(token.lemma or token.word)
    name = _BODY_ENTRY.get(body)
    word = token.lemma or token.word
    if name is not None:
        reading.notes.append(
            f"{word!r} is in no table; drawn as {'a ' if name[0] not in 'aeiou' else 'an '}{name.replace('_', ' ')} by its category ({category})"
        )
        return _Found(place, place + 1, word, entries()[name], None)
    family, _ = family_of(word, category) or ("parcel", False)
    reading.notes.append(f"{word!r} is in no family of things; a {family} stands for it (category {category})")
    return _Found(place, place + 1, word, None, family)


def _attributes(reading: _Reading, main: _Found, species: _Found | None) -> None:
    """Read the words around the subject in order; colours wait for the noun they belong to."""
    tokens = reading.tokens
    pending: list[str] = []
    sorts: list[str] = []
    subject = range(main.start, main.end)
    for i, token in enumerate(tokens):
        names = dict.fromkeys((token.word, token.lemma, token.written, token.word.removesuffix("s")))
        word = token.word
        if i in subject:
            reading.stated = [*pending, *reading.stated]
            pending, sorts = [], []
            continue
        if i in reading.used:
            sorts.append(word)
            continue
        if word in COLOR_WORDS and word not in ("gold", "golden", "silver", "bronze", "copper"):
            pending.append(COLOR_WORDS[word])
            reading.used.add(i)
            continue
        worn = next((name for name in names if name in w.WORN), None)
        held = next((name for name in names if name in w.HELD or (family_of(name) or ("",))[0] in w.HELD), None)
        if worn is not None and not (worn == "bow" and i and tokens[i - 1].word == "hair"):
            _wear(reading, worn, pending, sorts)
            reading.used.add(i)
            pending, sorts = [], []
            continue
        if held is not None and main.entry is not None:
            family = family_of(held)
            weapon = held if held in w.HELD else family[0] if family else held
            reading.changes["weapon"] = weapon
            if pending:
                reading.colors |= {"blade": pending[0], "accent": pending[0], "glow": pending[0], "blade2": _darker(pending[0])}
            reading.used.add(i)
            pending, sorts = [], []
            continue
        if word in w.HABITATS and main.entry is not None and main.entry.rig in ("quadruped", "bird"):
            # where an animal lives does not dye it
            reading.used.add(i)
            sorts.append(word)
            continue
        if word in w.MADE_OF or token.lemma in w.MADE_OF:
            made = w.MADE_OF.get(word) or w.MADE_OF[token.lemma]
            near = None if i + 1 in subject else next((n for n in _following(tokens, i) if n in w.WORN or n in w.HELD), None)
            if near is not None and (near in w.WORN or main.entry is not None):
                # "a golden cape", and "with a golden sword"
                pending.append(made[0])
            elif i < main.start or main.entry is None:
                reading.made_of = reading.made_of or made
            reading.used.add(i)
            sorts.append(word)
            continue
        if word in w.LOOKS:
            reading.changes.update(w.LOOKS[word])
            reading.used.add(i)
            sorts.append(word)
            continue
        if word in w.OLD:
            reading.colors.setdefault("hair", "#dcdce4")
            reading.colors.setdefault("beard", "#e4e4ea")
            reading.changes.setdefault("height", 0.94)
            reading.used.add(i)
            continue
        if word in ("left", "right") and i + 1 < len(tokens) and tokens[i + 1].word in ("hand", "handed"):
            reading.changes["hand"] = word
            reading.used.update((i, i + 1))
            continue
        sorts.append(word)
        if word in w.SILENT or token.lemma in w.SILENT:
            reading.used.add(i)
    if pending:
        reading.stated.extend(pending)
    if species is not None:
        reading.used.update(range(species.start, species.end))


def _following(tokens: list[Token], i: int) -> list[str]:
    return [name for token in tokens[i + 1 : i + 3] for name in (token.word, token.lemma, token.word.removesuffix("s"))]


def _wear(reading: _Reading, name: str, pending: list[str], sorts: list[str]) -> None:
    changes, materials = w.WORN[name]
    reading.changes.update(changes)
    reading.worn.append((name, changes))
    singular = name.removesuffix("s") if name not in ("glasses", "goggles") else name
    for word in sorts[-3:]:
        better = w.SORTS.get((word, name)) or w.SORTS.get((word, singular))
        if better:
            reading.changes.update(better)
            reading.used.update(i for i, token in enumerate(reading.tokens) if token.word == word)
    if pending:
        for material in materials:
            reading.colors[material] = pending[-1]


def _unmatched(reading: _Reading) -> list[str]:
    left = [
        token.written
        for i, token in enumerate(reading.tokens)
        if i not in reading.used and token.word not in w.SILENT and token.lemma not in w.SILENT
    ]
    return list(dict.fromkeys(left))


def _thing(reading: _Reading, main: _Found, text: str, seed: int) -> SpriteSpec:
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
        unmatched=_unmatched(reading),
        notes=reading.notes,
    )


def _darker(color: str) -> str:
    """The side of a blade that is turned from the light."""
    return to_hex(mix(parse_hex(color), parse_hex("#1c1624"), 0.3))


def _arms(family: str, stated: list[str]) -> dict[str, str]:
    """Colours of a weapon or shield in stated ones: what strikes or shines."""
    if family == "shield":
        return {"cloth2": stated[0], "metal": stated[0], **({"gold": stated[1]} if len(stated) > 1 else {})}
    if family not in w.HELD:
        return {}
    colors = dict.fromkeys(("blade", "metal", "glow", "gem"), stated[0]) | dict.fromkeys(("blade2", "metal2"), _darker(stated[0]))
    return {**colors, **(dict.fromkeys(("wood", "wood2"), stated[0]) if family in _SHAFTS else {})}


def _being(reading: _Reading, main: _Found, species: _Found | None, text: str, seed: int) -> SpriteSpec:
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
    if "eyes" in changes and changes["eyes"] == "line":
        changes["eyes"] = "line"
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
        surfaces=surfaces,
        variant=_unit(seed, f"variant:{main.word}"),
        stated=sorted(
            {
                *reading.colors,
                *reading.changes,
                *(("_main", "cloth", "skin", "metal", "cloth2") if reading.stated or reading.made_of else ()),
            }
        ),
        unmatched=_unmatched(reading),
        notes=reading.notes,
    )


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
    reading: _Reading, main: _Found, entry: Entry, species: _Found | None, changes: dict[str, Any], colors: dict[str, str], seed: int
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
    feminine = any(token.word in w.FEMININE for token in reading.tokens)
    if changes.get("hair", plain.hair) == "any":
        changes["hair"] = _pick(
            ("long", "bob", "ponytail", "bun", "braids") if feminine else ("short", "spiky", "swept", "curly", "bob", "long"),
            seed,
            "hair style",
        )
        changes.setdefault("top", "tunic")
        if entry.name == "person" and not reading.changes.get("top"):
            changes["top"] = _pick(("tunic", "vest", "shirt", "coat", "dress" if feminine else "jacket"), seed, "top")
    if feminine and changes.get("beard", "none") != "none" and "beard" not in reading.changes:
        changes["beard"] = "none"
        changes["hair"] = changes.get("hair", "long") if changes.get("hair") in ("long", "braids", "bun", "ponytail") else "long"
    colors.setdefault("hair", _pick(_HAIR, seed, f"hair:{main.word}"))
    if "skin" not in colors:
        colors["skin"] = _pick(_SKIN, seed, f"skin:{main.word}")
    if "cloth" not in colors:
        colors["cloth"] = _pick(_CLOTH, seed, f"cloth:{main.word}")
    colors.setdefault("iris", _pick(_IRIS, seed, f"iris:{main.word}"))


def _paint(reading: _Reading, main: _Found, entry: Entry, species: _Found | None, colors: dict[str, str], seed: int) -> None:
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
