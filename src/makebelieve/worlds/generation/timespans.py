"""Spans of time in a premise: "three days", "the day before the match", "by harvest"."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Token
from makebelieve.worlds.generation.clauses import word_set

_SPANS: Final = word_set("second minute hour night day week month evening morning afternoon weekend year")
_TIMES: Final = word_set(
    "noon midnight dawn dusk sunrise sunset morning evening tomorrow tonight nightfall harvest christmas easter halloween spring summer autumn"
    " winter monday tuesday wednesday thursday friday saturday sunday sundown daybreak lunchtime teatime closing curtain deadline moonrise"
    " breakfast supper dinner lunch bedtime eight nine ten eleven twelve one two three four five six seven day night weekend january february"
    " march april may june july august september october november december"
)


def spanned(tokens: list[Token], at: int) -> bool:
    """Whether a number and a span of time stand here: "three days"."""
    return at + 1 < len(tokens) and tokens[at].tag == "#" and tokens[at + 1].lemma in _SPANS


def spans(tokens: list[Token], at: int) -> bool:
    """Whether a span of time before or after something stands here: "day before the match"."""
    return at + 1 < len(tokens) and tokens[at].lemma in _SPANS and tokens[at + 1].word in ("before", "after")


def presses(tokens: list[Token], at: int) -> bool:
    """Whether a preposition opens a deadline: "by harvest", "within the hour", "in three days", "in time for"."""
    word = tokens[at].word
    if word == "in":
        behind = tokens[at + 3].word if at + 3 < len(tokens) else ""
        return (spanned(tokens, at + 1) and behind not in ("of", "'s")) or [one.word for one in tokens[at + 1 : at + 3]] == ["time", "for"]
    if word not in ("by", "within") or (word == "by" and tokens[min(at + 1, len(tokens) - 1)].word in ("night", "day")):
        return False  # "by night" is how
    for one in tokens[at + 1 : at + 5]:
        if one.lemma in _TIMES | _SPANS or one.word in _TIMES:
            return True
        if one.tag not in ("D", "#", "A", "VG") and one.word not in ("next", "last", "first"):
            return False
    return False
