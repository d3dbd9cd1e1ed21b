"""The words around the subject: what is worn and carried, of which colour and material, and how it looks."""

from __future__ import annotations

from typing import Final

from makebelieve.art import words as w
from makebelieve.art.color import mix, parse_hex, to_hex
from makebelieve.art.items.families import HOLDABLE, families, family_of
from makebelieve.art.phrase import Found, Reading
from makebelieve.language import COLOR_WORDS, Token

_HOLDING: Final = frozenset(
    ("with", "holding", "carrying", "wielding", "bearing", "bringing", "eating", "drinking", "offering", "selling", "clutching")
)
_BESIDE: Final = frozenset(
    ("a", "an", "the", "his", "her", "its", "their", "and", "some", "big", "huge", "small", "little", "tiny", "giant")
)
"""Words that may stand between such a word and the thing."""


def carry(reading: Reading, main: Found, found: list[Found]) -> None:
    """Give a being of two or four legs the first thing that it is said to hold: "a monkey holding a banana"."""
    if main.entry is None or main.entry.rig not in ("folk", "quadruped"):
        return
    tokens = reading.tokens
    for one in found:
        if one.start < main.end or one.family not in HOLDABLE or one.word in w.WORN:
            continue
        at, made = one.start - 1, None
        stated: list[str] = []
        while at >= main.end and tokens[at].word not in _HOLDING:
            word = tokens[at].word
            if word in COLOR_WORDS:
                stated.insert(0, COLOR_WORDS[word])
            elif word in w.MADE_OF:
                made = w.MADE_OF[word]
            elif word not in _BESIDE and word not in w.WORN and word not in w.HELD:
                break
            at -= 1
        if at < main.end or tokens[at].word not in _HOLDING:
            continue
        family = families()[one.family]
        reading.changes["held"] = one.family
        reading.held = family.colors([*(made[:2] if made else ()), *stated], {})
        reading.used.update(range(at, one.end))
        return


def attributes(reading: Reading, main: Found, species: Found | None) -> None:
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
        if word in w.AIRBORNE and main.entry is not None and main.entry.rig == "bird":
            reading.changes["grounded"] = False
            reading.used.add(i)
            continue
        if i in reading.used:
            sorts.append(word)
            continue
        if word in COLOR_WORDS and word not in ("gold", "golden", "silver", "bronze", "copper"):
            pending.append(COLOR_WORDS[word])
            reading.used.add(i)
            continue
        if word in w.MARKINGS and pending and i > main.start and _marked(reading, main, w.MARKINGS[word], pending[-1]):
            reading.used.add(i)
            pending, sorts = [], []
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
                reading.colors |= {"blade": pending[0], "accent": pending[0], "glow": pending[0], "blade2": darker(pending[0])}
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


def _marked(reading: Reading, main: Found, coat: str, color: str) -> bool:
    """Markings in a colour of their own: "a cow with black spots", "a mushroom with white dots". False for those that have none."""
    if main.entry is None:
        reading.colors |= {"spot": color}
        return True
    if main.entry.rig not in ("quadruped", "bird"):
        return False
    reading.colors["mark"] = color
    if main.entry.rig == "quadruped" and main.entry.changes.get("coat", "plain") not in ("patches", "panda", coat):
        reading.changes["coat"] = coat
    return True


def _following(tokens: list[Token], i: int) -> list[str]:
    return [name for token in tokens[i + 1 : i + 3] for name in (token.word, token.lemma, token.word.removesuffix("s"))]


def _wear(reading: Reading, name: str, pending: list[str], sorts: list[str]) -> None:
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


def darker(color: str) -> str:
    """The side of a blade that is turned from the light."""
    return to_hex(mix(parse_hex(color), parse_hex("#1c1624"), 0.3))
