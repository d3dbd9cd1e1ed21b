"""What is at home nowhere in a world: a bird on the moon, a candle under the sea, a keyhole before there were doors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.items import Item
from makebelieve.worlds.generation.nations import strange_to
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.prose import AIRLESS, SEALED, fitting
from makebelieve.worlds.generation.sparing import speaks_of, without
from makebelieve.worlds.generation.years import not_yet

_ROWS: Final = ("block", "use", "apply", "found", "given", "hold")
_DESERTED: Final = re.compile(
    r"\b(?:dead|derelict|abandoned|deserted|forsaken|disused|ghost|lifeless) (?:[a-z]+ ){0,2}"
    r"(?:station|ship|spaceship|starship|base|colony|hospital|asylum|hotel|school|house|factory|mine|town|city|mall|theatre|theater|park|ward|castle|"
    r"lab|laboratory|village|fairground|submarine|freighter|outpost|bunker|prison|hall|mansion)\b",
    re.IGNORECASE,
)
_FEWEST: Final = 6
"""Things that a story may need of a list, however foreign."""


def setting_of(places: Sequence[Place], era: str) -> str | None:
    """The setting whose foreign words a world does without: space, sea or stone, else its age; None for ages to come and for the wild."""
    if era == "stone":
        return "stone"
    if places and all(place.air == "sea" for place in places):
        return "sea"
    off = AIRLESS | (SEALED - {"submarine"})
    if any(place.entry.words("venue") & off for place in places):
        return "space"
    return {"old": "old", "steam": "steam", "now": "now", "late": "now"}.get(era)


@cache
def foreign_to(setting: str | None) -> re.Pattern[str] | None:
    """The words that texts of such a world do without."""
    if setting is None:
        return None
    words = sorted(tables.read("foreign")[setting].words("words"))
    return re.compile(rf"\b(?:{'|'.join(words)})(?:s|es|['’]s)?\b", re.IGNORECASE)


def either(*patterns: re.Pattern[str] | None) -> re.Pattern[str] | None:
    """A pattern that finds what any of the patterns finds."""
    some = [pattern.pattern for pattern in patterns if pattern is not None]
    return re.compile("|".join(f"(?:{one})" for one in some), re.IGNORECASE) if some else None


def foreign_in(premise: str, setting: str | None) -> re.Pattern[str] | None:
    """The words that the world of a premise does without, for its setting, for the nation and for the year it names."""
    return either(foreign_to(setting), strange_to(premise), not_yet(premise), foreign_to("deserted") if is_deserted(premise) else None)


def is_deserted(premise: str) -> bool:
    """Whether nobody has been for long where a premise plays: a dead station, an abandoned hospital."""
    return _DESERTED.search(premise) is not None


def marks_of_setting(premise: str, setting: str | None) -> tuple[str, ...]:
    """The marks of a world's setting: under the sea or not, between the stars, and whether the lights have failed there."""
    if setting != "space":
        return ("wet",) if setting == "sea" else ("dry",)
    return ("dry", "space", "unlit") if is_deserted(premise) else ("dry", "space")


def at_home(texts: Iterable[str], foreign: re.Pattern[str] | None) -> tuple[str, ...]:
    """Those of `texts` that belong; all of them where none does."""
    some = tuple(texts)
    return without(some, foreign) or some


def things_at_home(items: list[Item], foreign: re.Pattern[str] | None, marks: frozenset[str], fewest: int = _FEWEST) -> list[Item]:
    """Things that belong before those that do not, of which only as many are kept as a story may need."""
    if foreign is None:
        return items

    def strange(item: Item) -> bool:
        if speaks_of(item.phrase, foreign):
            return True
        rows = [fitting(item.row.items(row), marks) or item.row.items(row) for row in _ROWS]
        return any(row and all(speaks_of(text, foreign) for text in row) for row in rows)

    verdicts = [(item, strange(item)) for item in items]
    fitting_ = [item for item, verdict in verdicts if not verdict]
    rest = [item for item, verdict in verdicts if verdict]
    return [*fitting_, *rest[: max(0, fewest - len(fitting_))]]


def cleared(place: Place, foreign: re.Pattern[str] | None) -> Place:
    """The place with what belongs of its own things: a lake before there were boathouses, a road before there were telegraph poles. What is
    left alone must be enough to tell of it."""
    if foreign is None:
        return place
    rows = dict(place.entry.rows) | {"parts": place.parts}
    for key in ("parts", "seen", "hold", "stir", "spot"):
        some = without(rows.get(key, ()), foreign)
        rows[key] = some if len(some) >= (1 if key in ("spot", "hold") else 2) else rows.get(key, ())
    return replace(place, entry=tables.Entry(place.entry.title, rows))
