"""At which hour a story plays that names none: a ball at night, a match in the afternoon, a bakery before dawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final

from makebelieve.language import lemma, tokenise
from makebelieve.worlds.generation import tables

_LATE: Final = frozenset(("dusk", "night"))
_SAID: Final = {
    "night": _LATE, "nights": _LATE, "evening": _LATE, "midnight": _LATE, "dark": _LATE, "breakfast": frozenset(("dawn", "morning", "night")),
    "noon": frozenset(("noon",)), "morning": frozenset(("dawn", "morning", "night")), "dawn": frozenset(("dawn", "night")),
}  # fmt: skip
"""Words of a title, and the hours of a story that they do not contradict."""
_BEFORE_WAKING: Final = re.compile(
    r"\b(?:before|until|till|while) (?:[a-z']+ ){1,4}(?:wakes?|gets?|is|are) (?:up|awake|asleep)\b", re.IGNORECASE
)
"""What is done while others sleep, where no word tells that it is night."""
_ABOUT: Final = 3
"""How often a plot speaks of something that it is about."""


@cache
def _words() -> dict[str, str]:
    return {word: hour for hour, entry in tables.read("hours").items() for word in entry.words("words")}


@cache
def _kinds() -> dict[str, str]:
    return {kind: hour for hour, entry in tables.read("hours").items() for kind in entry.words("kinds")}


def usual_hour(premise: str, kinds: Iterable[str]) -> str | None:
    """The hour of what a premise tells of, the longest of its words first; else that of the first of its places that has one."""
    if _BEFORE_WAKING.search(premise):
        return "dawn"
    words = tokenise(premise)
    for length in (4, 3, 2, 1):
        for at in range(len(words) - length + 1):
            some = [word if word != "'s" else "" for word in words[at : at + length]]
            joined = "_".join(some).replace("_'s", "'s").replace("__", "'s_")
            for made in (joined, *((lemma(joined, "noun") or joined,) if length == 1 else ())):
                if made in _words():
                    return _words()[made]
    return next((_kinds()[kind] for kind in kinds if kind in _kinds()), None)


def contradicts(title: str, hour: str) -> bool:
    """Whether a title speaks of another hour than the story's."""
    return any(word in _SAID and hour not in _SAID[word] for word in tokenise(title.lower()))


@cache
def _contrary(title: str) -> frozenset[str]:
    return tables.read("contrary")[title].words("words") if title in tables.read("contrary") else frozenset()


def contrary_to(hour: str, weather: str, premise: str, plot: tables.Entry | None) -> re.Pattern[str] | None:
    """What is not there at an hour and in a weather: gulls by night, sunlight in the rain. What the premise or its plot is about is left out."""
    told = set(re.findall(r"[a-z]+", premise.lower()))
    rows = Counter(re.findall(r"[a-z]+", " ".join(item for items in plot.rows.values() for item in items).lower())) if plot else Counter()
    raging = _contrary("blizzard") if told & {"blizzard", "blizzards", "snowstorm"} else frozenset()
    raging |= _contrary(plot.title.partition("/")[0]) if plot is not None else frozenset()
    words = raging | {
        word for word in _contrary(hour) | _contrary(weather) if not {word, f"{word}s"} & told and rows[word] + rows[f"{word}s"] < _ABOUT
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(words)).replace('_', ' ')})s?\b", re.IGNORECASE) if words else None
