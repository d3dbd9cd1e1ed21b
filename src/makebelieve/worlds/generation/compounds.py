"""Places of several words: a fire station is no railway's, a salt flat no apartment. The tables of places join their words by "_"."""

from __future__ import annotations

from functools import cache
from typing import Final

from makebelieve.language import Token, lemma
from makebelieve.worlds.generation import tables

LONGEST: Final = 3
"""Words of the longest compound, possessives counted with their owner: "old people's home"."""

_ENDS: Final = {
    "wood": "deep_forest", "woods": "deep_forest", "shore": "open_water", "land": "open_land", "lands": "open_land", "field": "open_land",
    "fields": "open_land", "hill": "hillside", "hills": "hillside", "yard": "open_ground", "moor": "moorland", "heath": "moorland",
}  # fmt: skip
"""Ends of compounds that tell open land, where no table has the word: "marshland", "driveway"."""


@cache
def compound_kinds() -> dict[str, tuple[str, ...]]:
    """ "fire_station" -> the kinds of place that it may stand for, the narrowest first."""
    kinds: dict[str, list[tuple[int, str]]] = {}
    for title, entry in tables.read_all("places").items():
        for at, word in enumerate(word for item in entry.items("match") for word in item.split()):
            if "_" in word:
                kinds.setdefault(word, []).append((at, title))
    return {word: tuple(title for _, title in sorted(some)) for word, some in kinds.items()}


@cache
def singles() -> frozenset[str]:
    return frozenset(word for entry in tables.read_all("places").values() for word in entry.words("match") if "_" not in word)


def stands_alone(tokens: list[Token], at: int) -> bool:
    """Whether a word that was taken for an adjective or a verb is a place: "from the roundabout"."""
    if not at or tokens[at].tag not in ("A", "V", "VG") or tokens[at - 1].tag != "D" or tokens[at].word not in singles():
        return False
    return at + 1 == len(tokens) or tokens[at + 1].tag in (".", "I", "M", "C", "S", "R", "VS", "VD")


def compound_at(tokens: list[Token], at: int) -> tuple[tuple[str, ...], int]:
    """The kinds of place of the longest compound that ends with the token `at`, and where it begins; no kinds and `at` where none does."""
    words: list[str] = []
    best: tuple[tuple[str, ...], int] = ((), at)
    begin = at
    ends = {tokens[at].word, tokens[at].lemma or tokens[at].word, lemma(tokens[at].word, "noun") or tokens[at].word}
    while begin > 0 and len(words) < LONGEST - 1:
        begin -= 1
        word = tokens[begin].word
        if word == "'s" and begin > 0:
            begin -= 1
            word = f"{tokens[begin].word}'s"
        if not word[:1].isalpha():
            break
        words.insert(0, word)
        for end in sorted(ends):
            kinds = compound_kinds().get("_".join([*words, end]), ())
            if kinds:
                best = (kinds, begin)
    return best


@cache
def lands() -> dict[str, str]:
    """Countries and continents -> the kind of place one is in there."""
    return {name: kind for kind, entry in tables.read("lands").items() for name in entry.words("names")}


def land_of(noun: str) -> str | None:
    """The kind of open land that the end of a noun tells, where no table has it."""
    if noun in ("garland", "plywood", "driftwood", "firewood", "minefield"):
        return None
    return next((kind for end, kind in _ENDS.items() if noun.endswith(end) and len(noun) > len(end) + 2), None)
