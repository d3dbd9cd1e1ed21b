"""Which words of a prompt are its subject: beings and things by name, and a body by category for what is in no table."""

from __future__ import annotations

from typing import Final

from makebelieve.art import words as w
from makebelieve.art.bestiary import entries
from makebelieve.art.items.families import family_of
from makebelieve.art.phrase import Found, Reading, segment
from makebelieve.language import Token, classify
from makebelieve.language.colors import thing_colors

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
_DOERS: Final = ("er", "or", "man", "woman", "ist", "smith", "ian")
_TITLES: Final = frozenset(
    ("leader", "master", "monster", "destroyer", "ruler", "brother", "sister", "mother", "father", "daughter", "other")
)
"""End like doers, and are what a beast may be."""


def _forms(tokens: list[Token], start: int, end: int) -> list[str]:
    """What a run of tokens may be called: words joined, the last as lemma and as written."""
    head = "_".join(token.word for token in tokens[start : end - 1])
    tail = tokens[end - 1]
    lemmas = dict.fromkeys((tail.word, tail.lemma, tail.written, tail.word.removesuffix("s")))
    return [f"{head}_{form}" if head else form for form in lemmas if form]


def subjects(tokens: list[Token], kind: str | None = None) -> list[Found]:
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
                    hit = Found(at, end, form, entry, family[0] if family else None)
                    break
            if hit is not None:
                found.append(hit)
                at = end - 1
                break
        at += 1
    return found


_ANYBODY: Final = frozenset(("person", "hero", "heroine", "soldier"))
"""Entries whose words say little of how somebody looks."""


def principal(reading: Reading, found: list[Found]) -> tuple[Found, Found | None]:
    """The subject, and the species where two beings make one ("fox knight", "skeleton pirate")."""
    tokens = reading.tokens
    end = segment(tokens)
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
        main = Found(main.start, main.end, main.word, main.entry, None)
    trade = next((one for one in first[:-1] if one.entry is not None and one.entry.rig == "folk" and one.word not in w.MADE_OF), None)
    if trade is not None and trade.word in ("baby", "infant", "kid") and main.entry is not None and main.entry.rig != "folk":
        # "baby dragon": an age, no trade
        reading.used.update(range(trade.start, trade.end))
        first.remove(trade)
        trade = None
    if trade is not None and main.entry is not None and main.entry.name in w.AS_FOLK and not trade.entry_is_species:
        # "astronaut cat": the animal stands up and takes the trade's dress.
        first = [main, trade]
        main = trade
        reading.used.update(range(first[0].start, first[0].end))
        reading.used.update(range(main.start, main.end))
        return main, first[0]
    if trade and trade.entry and main.entry and main.entry.name in _ANYBODY and "head" not in trade.entry.changes:
        # "samurai warrior", "ninja girl": the trade says how somebody is dressed, the other word only that it is somebody.
        reading.used.update(range(main.start, main.end))
        main = trade
        first = first[: first.index(trade) + 1]
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


def _is_trade(tokens: list[Token], one: Found) -> bool:
    """Whether the word only says what somebody deals with: a "lighthouse keeper", a "book seller", a "dragon slayer" is a person.

    After a beast only words for doers count: a "dragon boss" is a dragon.
    """
    if one.end >= len(tokens) or tokens[one.end].tag not in ("N", "NS") or (one.entry is not None and one.entry.rig == "folk"):
        return False
    word = tokens[one.end].lemma or tokens[one.end].word
    doer = word.endswith(_DOERS) and word not in _TITLES
    return classify(word)[1] == "biped" and (one.entry is None or doer)


def _worn_here(tokens: list[Token], one: Found) -> bool:
    """Whether the word is a garment or weapon of somebody else in the phrase: it is read as an attribute."""
    return one.entry is None and any(token.word in w.PREPOSITIONS for token in tokens[: one.start])


def _unknown(reading: Reading) -> Found:
    """A subject in no table: the last noun before the first preposition, drawn by its WordNet category."""
    end = segment(reading.tokens)
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
        return Found(place, place + 1, word, entries()[name], None)
    family, _ = family_of(word, category) or ("parcel", False)
    reading.notes.append(f"{word!r} is in no family of things; a {family} stands for it (category {category})")
    return Found(place, place + 1, word, None, family)
