"""In which age a premise plays, as far as its words and places tell: no bus drives through Pompeii, whatever the genre."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.compounds import compound_at
from makebelieve.worlds.generation.kinds import among_stars, kind_of_phrase
from makebelieve.worlds.generation.reading import Reading
from makebelieve.worlds.generation.years import year_of

ORDER: Final = ("stone", "old", "steam", "now", "late", "far")
USUAL: Final = {"stone": "prehistoric", "old": "historical", "steam": "victorian", "now": "slice", "far": "scifi"}
"""The genre of an age where nothing else is said."""
_TRAVELS: Final = frozenset(
    ("time", "reincarnated", "museum", "reenactment", "costume", "statue", "play", "film", "toy", "dream", "dreams", "ghost")
)
"""Words with which another age is only spoken of."""


_THEN: Final = re.compile(r"\b(?:in|during|of) (?:the )?(?:feudal|ancient|medieval|victorian|middle ages|imperial)\b", re.IGNORECASE)
"""What a premise plays in, whoever haunts it."""


@cache
def _words() -> dict[str, str]:
    return {word: age for age, entry in tables.read("ages").items() for word in entry.words("words")}


@cache
def eras_of(genre: str) -> frozenset[str]:
    """The ages in which a genre may play; its own first of all."""
    entry = tables.read_all("genres")[genre]
    return frozenset((entry.one("era", "now"), *entry.words("ages")))


@cache
def ages_of_kind(kind: str) -> frozenset[str]:
    """The ages in which a kind of place stands; empty where it may stand in any."""
    return frozenset(age for age, entry in tables.read("ages").items() if kind in entry.words("kinds"))


def ages_said(reading: Reading) -> frozenset[str]:
    """The ages that the words of a premise name; none where they only speak of another time."""
    tokens = reading.tokens
    if any(token.word in _TRAVELS for token in tokens) and not _THEN.search(reading.premise):
        return frozenset()
    said: set[str] = set()
    for at, token in enumerate(tokens):
        for length in (1, 2, 3):
            some = tokens[at : at + length]
            for made in {"_".join(one.word for one in some), "_".join([*(one.word for one in some[:-1]), some[-1].lemma or some[-1].word])}:
                if made in _words():
                    said.add(_words()[made])
        if (
            token.word.isdigit()
            and len(token.word) == 4
            and not (at and "from" in (tokens[at - 1].word, tokens[at - 2].word, tokens[at - 3].word if at > 2 else ""))
        ):
            year = int(token.word)
            said.add("far" if year > 2040 else "now" if year > 1913 else "steam" if year > 1790 else "old")
    dated = year_of(reading.premise)  # of "in 1899" no token is left
    if dated is not None:
        said.add("far" if dated > 2040 else "now" if dated > 1913 else "steam" if dated > 1790 else "old")
    return frozenset(said)


def ages_of_places(reading: Reading) -> frozenset[str]:
    """The ages in which every place that the premise names may stand; empty where it names none, or none that tells."""
    starry = among_stars(reading)
    common: frozenset[str] = frozenset(ORDER)
    for phrase in reading.found:
        compound = bool(compound_at(reading.tokens, phrase.head.index)[0])
        if not compound and classify(phrase.noun)[0] != "place":
            continue
        kind = kind_of_phrase(reading, phrase, starry=starry)
        eras = ages_of_kind(kind) if kind is not None else frozenset()
        if common & eras:
            common &= eras
    return common if len(common) < len(ORDER) else frozenset()


def age_of(genre: str, said: frozenset[str], around: frozenset[str]) -> str | None:
    """The age of a world where that is not the usual one of its genre: a love story among buses."""
    own = tables.read_all("genres")[genre].one("era", "now")
    if own in ("wild", "late"):
        return None
    wanted = said or (around if own not in around else frozenset())
    if not wanted or own in wanted:
        return None
    return next((age for age in reversed(ORDER) if age in wanted and age in eras_of(genre)), None)
