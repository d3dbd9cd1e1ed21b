"""How somebody looks by what they are, how old they are and when a story plays: no teacher wears a pupil's jumper, and no dentist mail."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation import tables

_CLOSING: Final = re.compile(r" (?:with|of|in|on|who|that|from|at|for|out|between|by|to|under|behind|without) ")
_ABOARD: Final = frozenset(("captain", "crew", "commander", "admiral", "mate", "officer"))
_VESSELS: Final = {"pirate": "pirates", "sea": "sailors", "scifi": "pilots", "space_opera": "pilots"}
"""Genre -> how those look there who lead a vessel."""
_TENS: Final = frozenset(("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"))
_UNITS: Final = frozenset(("four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"))
_AGE: Final = re.compile(r"\b([a-z]+)(?: years?|-year)[ -]old\b")
_WRITTEN: Final = re.compile(r"(?:, | \()(?:aged )?(\d{1,2})(?:,|\))")
_OF_OLD: Final = frozenset(("retired", "elderly", "old"))


def looks_of(phrase: str, name: str, era: str, genre: str, premise: str = "") -> tuple[str, ...]:
    """The looks that fit somebody of a phrase and a name in an age; those of anybody where nothing more is known of them."""
    title = _class_of(phrase, name, genre, premise)
    entry = tables.read("looks")[title]
    known = entry.items(era) or (entry.items("now") if era in ("wild", "late") else ())
    return known or entry.items("any") or tables.read("looks")["plain"].items(era) or tables.read("looks")["plain"].items("now")


def _class_of(phrase: str, name: str, genre: str, premise: str) -> str:
    years = _years(phrase, name, premise)
    if years:
        return years
    words = _CLOSING.split(phrase)[0].replace("-", " ").split()
    if "teenage" in words:
        return "teenagers"
    if words and words[-1] in _ABOARD and genre in _VESSELS:
        return _VESSELS[genre]
    if len(words) > 1 and words[-1] in ("boy", "girl") and lemma(words[-2], "noun") and not lemma(words[-2], "adjective"):
        return "plain"  # a delivery boy may be of any age
    for word in (*reversed(words), *(word.strip(".") for word in name.split())):
        if word in _classes():
            return _classes()[word]
        if word[:1].isupper() and word.lower() in _classes() and word in name.split()[:2] and len(name.split()) > 1:
            return _classes()[word.lower()]  # "Sergeant Okafor"
    return "elders" if words and set(words[:-1]) & _OF_OLD and words[-1] in ("man", "woman", "lady", "couple") else "plain"


def _years(phrase: str, name: str, premise: str) -> str | None:
    """The class of a child or somebody half grown whose age is told."""
    told = _AGE.search(phrase.lower())
    written = _WRITTEN.search(premise.partition(name)[2][:9]) if name else None
    if told is not None:
        return "children" if told[1] in _UNITS else "teenagers" if told[1] in _TENS else None
    if written is not None:
        return "children" if int(written[1]) < 13 else "teenagers" if int(written[1]) < 20 else None
    return None


@cache
def _classes() -> dict[str, str]:
    made: dict[str, str] = {}
    for title, entry in tables.read("looks").items():
        for word in entry.words("nouns"):
            made.setdefault(word, title)
    return made
