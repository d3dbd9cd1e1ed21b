"""What ails whoever plays, and where they had better not go: with a bad knee nobody is sent up a tower that the premise does not speak of."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.hardships import Hardship, hardships, of_player
from makebelieve.worlds.generation.heroes import player_of
from makebelieve.worlds.generation.reading import read

_LIMBS: Final = word_set("knee hip leg ankle foot back shoulder arm wrist heart breath lung")
_SAID: Final = re.compile(
    r"\b(?:wheelchair|crutch(?:es)?|limps?|limping|lame|wooden leg|(?:can ?not|can['’]t) (?:climb|walk)|broken (?:leg|arm|ankle|foot|hip|wrist|wing))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def told_in(premise: str) -> tuple[tuple[Hardship, bool], ...]:
    """The hardships of a premise, each with whether it is that of whoever plays."""
    reading = read(premise)
    player = player_of(reading)
    return tuple((one, of_player(reading, one, player)) for one in hardships(reading))


def kinds_too_steep(draft: WorldDraft) -> frozenset[str]:
    """Kinds of places that one climbs up or down to, where whoever plays cannot."""
    frail = _SAID.search(draft.premise) is not None or any(
        one.kind == "ailing" and one.thing is not None and one.thing.noun in _LIMBS and own for one, own in told_in(draft.premise)
    )
    return _steep() if frail else frozenset()


@cache
def _steep() -> frozenset[str]:
    every = tables.read_all("places")
    return frozenset(title for title, entry in every.items() if any("climb" in text.lower() for text in entry.items("go")))
