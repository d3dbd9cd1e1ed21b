"""Which people of the wide world a premise names: no maypole stands in a village of samurai, and no vicar lives there."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from makebelieve.worlds.generation import tables

_HOME: Final = "europe"
_ALWAYS: Final = frozenset(("old", "stone"))
"""Ages in which the people of a nation are met wherever a story goes."""


@cache
def _told_by() -> dict[str, re.Pattern[str]]:
    """Nation -> what a premise says of it."""
    made: dict[str, re.Pattern[str]] = {}
    for title, entry in tables.read("nations").items():
        if title == _HOME:
            continue
        words = "|".join(re.escape(word).replace("_", r"[ -]") for word in sorted(entry.words("words")))
        named = "|".join(re.escape(name) for name in sorted(entry.words("named")))
        made[title] = re.compile(rf"\b(?:(?i:{words}){f'|{named}' if named else ''})\b")
    return made


@lru_cache(maxsize=1 << 10)
def nation_of(premise: str) -> tables.Entry | None:
    """The nation that a premise names, the first of the table; None where it names none."""
    table = tables.read("nations")
    return next((table[title] for title, pattern in _told_by().items() if pattern.search(premise)), None)


@lru_cache(maxsize=1 << 10)
def strange_to(premise: str) -> re.Pattern[str] | None:
    """The words of old Europe that a world of another nation does without, but for those that its premise says."""
    if nation_of(premise) is None:
        return None
    said = premise.lower()
    words = [word for word in sorted(tables.read("nations")[_HOME].words("foreign")) if word not in said]
    return re.compile(rf"\b(?:{'|'.join(words)})(?:s|es|['’]s)?\b", re.IGNORECASE)


def kinds_strange_to(premise: str) -> frozenset[str]:
    """Kinds of places of old Europe, which no story of another nation comes to by itself."""
    return tables.read("nations")[_HOME].words("kinds") if nation_of(premise) is not None else frozenset()


_POLAR: Final = re.compile(
    r"\b(?:penguins?|polar bears?|north pole|south pole|ice floes?|icebergs?|antarctic\w*|walrus(?:es)?|igloos?|seal pups?|arctic)\b",
    re.IGNORECASE,
)
_GREEN: Final = frozenset(
    ("deep_forest", "meadow", "hillside", "river_crossing", "camp", "orchard", "farm", "village_green", "country_village", "small_town", "road", "waterfall", "cabin_wild", "mill", "tavern", "garden_house", "lake_shore")
)  # fmt: skip


def kinds_too_green(premise: str) -> frozenset[str]:
    """Kinds of land that lie nowhere in the ice, where a premise plays there."""
    return _GREEN if _POLAR.search(premise) is not None and not re.search(r"\bzoo\b", premise) else frozenset()


def people_of(premise: str, era: str) -> tuple[str, ...]:
    """Who is met in a story of a nation in an age; nobody in particular where the age has people of its own."""
    nation = nation_of(premise)
    return nation.items("ally") if nation is not None and era in _ALWAYS | nation.words("ages") else ()
