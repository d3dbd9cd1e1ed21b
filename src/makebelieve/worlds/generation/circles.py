"""Clubs, teams, companies: people who belong together. None is a place, but most meet somewhere."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import Phrase
from makebelieve.worlds.generation import tables

CIRCLES: Final = frozenset(
    (
        "club", "team", "society", "company", "firm", "agency", "corporation", "army", "regiment", "legion", "platoon", "battalion", "militia", "band",
        "choir", "orchestra", "troupe", "class", "committee", "council", "board", "jury", "crew", "gang", "guild", "league", "union", "squad", "fleet",
        "tribe", "clan", "family", "cult", "mafia", "government",
    )
)  # fmt: skip
"""Nouns of people who belong together."""
_HOUSED: Final = frozenset(("club", "company", "firm", "agency", "corporation"))
"""Those that also have a house of their own by that name."""
_INDOORS: Final = frozenset(("at", "inside", "in", "into", "outside"))
_ANY: Final = re.compile(r"\b((?:[a-z]+ ){0,2})(" + "|".join(sorted(CIRCLES)) + r")\b")


def in_its_house(phrase: Phrase, governor: str | None = None) -> bool:
    """Whether a phrase about a circle of people speaks of its house: "at a big insurance company", not "from a greedy mining company"."""
    return phrase.noun in _HOUSED and (governor or phrase.preposition) in _INDOORS


def kind_of_circle(words: list[str], noun: str) -> str | None:
    """The kind of place where such people meet: `words` stand before the noun."""
    rows = _rows()
    found = next((kind for word in reversed(words) for kind, of, _ in rows if word in of), None)
    if noun in ("company", "firm", "agency", "corporation", "army", "band", "choir", "class", "committee", "council", "board", "jury"):
        found = None if found != "theatre" else found  # a toy company makes toys; an opera company sings
    return found or next((kind for kind, _, nouns in rows if noun in nouns), None)


def met_at(text: str) -> str | None:
    """The kind of place where the first circle of people meets that a text speaks of."""
    for match in _ANY.finditer(text.lower()):
        kind = kind_of_circle(match[1].split(), match[2])
        if kind is not None and kind != "nightclub":
            return kind
    return None


@cache
def _rows() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    return tuple((title, entry.words("of"), entry.words("nouns")) for title, entry in tables.read("circles").items())
