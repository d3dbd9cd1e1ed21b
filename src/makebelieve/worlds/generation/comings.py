"""What is on its way while a story plays: rain, a storm, the tide, dawn. Until it comes it shows from afar, and where all is lost it is there."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.english import sentence
from makebelieve.worlds.generation.occasions import shows_at
from makebelieve.worlds.generation.places import Place

_OVER: Final = frozenset(("stop", "stops", "end", "ends", "over", "clears", "passes", "passed", "lifts", "melts", "thaws", "goes", "since"))
"""What says that something which is there goes away: "until the rain stops"."""
_BEGINS: Final = {"night_is_over": "over", "night_ends": "ends", "sun_goes_down": "goes"}
"""Names of what comes that are said by such a word."""


def coming_of(deadline: str | None, danger: str | None) -> str | None:
    """Which row of the table of comings a deadline ("before it rains") or a danger ("the tide is coming in") names, if one."""
    for said in (deadline, danger):
        words = re.findall(r"[a-z]+", (said or "").lower())
        joined = f"_{'_'.join(words)}_"
        for title, entry in tables.read("comings").items():
            named = next((word for word in sorted(entry.words("words"), key=len, reverse=True) if f"_{word}_" in joined), None)
            if named is None or entry.words("unless") & set(words):
                continue
            if not (_OVER - {_BEGINS.get(named, "")}) & set(words):
                return title
    return None


def entry_of(title: str | None) -> tables.Entry | None:
    """The row of that title; None for one that the table does not know, a language model's."""
    return tables.read("comings").get(title or "")


def hour_before(title: str | None, said: set[str]) -> str | None:
    """At which hour it is still to come: night before dawn, and the evening before what comes tonight."""
    entry = entry_of(title)
    if entry is None:
        return None
    return entry.one("hours") or ("dusk" if "tonight" in said else None)


def weather_before(title: str | None, stated: str | None) -> str | None:
    """The weather while it is still to come; a premise that states another has its own."""
    entry = entry_of(title)
    before = entry.one("weather") if entry is not None else ""
    return before if entry is not None and before and stated in (None, entry.one("then_weather")) else stated


def season_before(title: str | None) -> str | None:
    entry = entry_of(title)
    return (entry.one("season") or None) if entry is not None else None


def rows_at(entry: tables.Entry | None, place: Place, prefix: str = "") -> tuple[str, ...]:
    """What is seen of it in a place: "" while it is on its way, "late_" shortly before, "came_" where it is there."""
    return entry.items(f"{prefix}{place.air}") if entry is not None and shows_at(entry, place) else ()


def said_of(entry: tables.Entry | None, row: str) -> tuple[str, ...]:
    """What is told of it, as sentences: `came` or `kept`."""
    return tuple(sentence(item) for item in entry.items(row)) if entry is not None else ()
