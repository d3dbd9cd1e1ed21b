"""The year in which a premise plays, as far as it tells one, and what was not about yet: no stethoscope hangs in a street of 1665."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from makebelieve.worlds.generation import tables

_YEAR: Final = re.compile(
    r"(?:^|[.!?:] |\b(?:[Ii]n|[Dd]uring|[Oo]f|is|was|[Ss]ince|[Bb]y|,) )(?:the )?(?:(?:year|summer|winter|spring|autumn|early|late|mid)(?:[- ]of)?[ -])?"
    r"(?P<year>1[0-9]{3}|2[0-9]{3})['’]?s?\b(?! (?:years|days|hours|miles|pieces|people|men|metres|feet|dollars|pounds))|\b(?P<end>1[0-9]{3})[,.:]|^(?:[A-Z]\w+,? )+(?:in )?(?P<first>1[0-9]{3})\b"
)
"""A year that a premise plays in: "in 1665", "London, 1889.", "the summer of 1954"."""
_ORDINALS: Final = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19,
}  # fmt: skip
_CENTURY: Final = re.compile(rf"\b(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<number>1[0-9])th)[- ]century\b", re.IGNORECASE)
_DECADE: Final = re.compile(
    r"\b(?:the )?(?:19)?(?P<decade>[2-9]0)s\b|\b(?P<words>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_TENS: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
_SPOKEN_OF: Final = re.compile(
    r"\b(?:time[- ]?(?:travel|machine)\w*|museum|reenact\w*|statue|costume|film|movie|from the year|in (?:his|her|their|my) (?:twenties|thirties|forties|fifties|sixties|seventies"
    r"|eighties|nineties)|wakes? up in|back (?:in|to)|ghosts?|reincarnat\w*|school play)\b",
    re.IGNORECASE,
)
"""Where a year may be only spoken of."""


@cache
def _told() -> tuple[tuple[re.Pattern[str], int], ...]:
    rows = ((int(title), entry.words("told")) for title, entry in tables.read("years").items())
    return tuple(
        (re.compile(rf"\b(?:{'|'.join(re.escape(word).replace('_', '[ -]') for word in sorted(words))})\b", re.IGNORECASE), year)
        for year, words in rows
        if words
    )


@lru_cache(maxsize=1 << 10)
def year_of(premise: str) -> int | None:
    """The year a premise plays in, the last one of a century or an age; None where it tells none, or may only speak of it."""
    if _SPOKEN_OF.search(premise):
        return None
    if dated := _YEAR.search(premise):
        return int(dated["year"] or dated["end"] or dated["first"])
    if century := _CENTURY.search(premise):
        number = _ORDINALS[century["word"].lower()] if century["word"] else int(century["number"])
        return number * 100 - 1 if number < 19 else 1890
    if decade := _DECADE.search(premise):
        return 1909 + (int(decade["decade"]) if decade["decade"] else _TENS[decade["words"].lower()])
    return next((year for pattern, year in _told() if pattern.search(premise)), None)


def not_yet(premise: str) -> re.Pattern[str] | None:
    """The words of things that were not about in the year of a premise, but for those that it says itself."""
    year = year_of(premise)
    if year is None:
        return None
    told = premise.lower()
    row = max((int(title) for title in tables.read("years") if int(title) <= year), default=0)
    return _later(row, frozenset(word for word in _words_since(row) if word in told))


@cache
def _words_since(row: int) -> tuple[str, ...]:
    return tuple(sorted(word for title, entry in tables.read("years").items() if int(title) > row for word in entry.words("words")))


@lru_cache(maxsize=1 << 8)
def _later(row: int, said: frozenset[str]) -> re.Pattern[str] | None:
    """Years between two rows of the table share their words, so that one pattern serves them all."""
    words = [word.replace("-", "[ -]") for word in _words_since(row) if word not in said]
    return re.compile(rf"\b(?:{'|'.join(words)})(?:['’]s)?\b", re.IGNORECASE) if words else None


@lru_cache(maxsize=1 << 8)
def kinds_not_yet(premise: str) -> frozenset[str]:
    """The kinds of places that were nowhere in the year of a premise."""
    year = year_of(premise)
    if year is None:
        return frozenset()
    return frozenset(kind for title, entry in tables.read("years").items() if int(title) > year for kind in entry.words("kinds"))
