"""The states that somebody of a premise is in, told by the grammar around them: asleep, locked in, gone, ill, estranged; and what a state bars."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import Phrase
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.reading import Reading, lead

_SAID: Final = r"(?:(?:is|are|was|were|am|has|have|had|been|being|gets|got|lies|lay|sits|still|now|so|very|too|badly|deeply|gravely|seriously|just|all|all but) )*"
"""What may stand between somebody and the word for their state."""
_OUTDONE: Final = frozenset(("to sleep", "to stone", "into stone"))
"""What somebody is in only where it has been done to them: "the witch has put the king to sleep", but not "sing my brother to sleep"."""
_FAR: Final = 9
"""Words behind the noun that are looked at."""


_LOSES: Final = re.compile(
    r"(?:has|have|had)(?: just| already| also| now)? (?:lost|stolen|missed|hidden) (?!at sea\b|in\b|on\b|for\b|since\b|again\b)\w"
)
"""Who has lost something, and is not gone: "who has lost her hearing"."""


ARRIVING: Final = frozenset(("turn", "turn_up", "appear", "arrive", "come", "walk_in"))
"""Who does so is there, however lost: "a lost cat turns up at the airlock"."""


def states_of(reading: Reading, phrase: Phrase) -> list[str]:
    """The rows of the table of states for somebody, the order of the table: "captive" for "two hikers trapped in a cave"."""
    tokens = reading.tokens
    start = lead(reading, phrase)[0]
    before = {token.word for token in tokens[start : phrase.head.index]}
    behind = _behind(reading, phrase)
    done = tokens[start - 1] if start else None
    undone = done is not None and done.tag == "VD" and not (start > 1 and tokens[start - 2].word == "to")
    made: list[str] = []
    loses = _LOSES.match(behind) is not None
    for title, entry in tables.read("states").items():
        outdone = undone and done is not None and any(re.match(rf"{one}\b", behind) for one in _OUTDONE & set(entry.items("after")))
        if title == "estranged" and not phrase.plural and ("each other" in behind or "one another" in behind):
            continue  # "the tenor and the soprano hate each other": it is not whoever plays
        if title == "gone" and (loses or ARRIVING & set(phrase.acts)):
            continue
        if (
            before & entry.words("words")
            or phrase.noun in entry.words("nouns")
            or _patterns()[title].match(behind)
            or outdone
            or (undone and done is not None and done.lemma in entry.words("verbs"))
            or (undone and done is not None and done.lemma in entry.words("spurned") and _denied(reading, start - 1))
        ):
            made.append(title)
    return made


def _denied(reading: Reading, at: int) -> bool:
    """Whether the verb at a token is only said with "not": "has not forgiven his brother"."""
    return any(token.word in ("not", "never") for token in reading.tokens[max(0, at - 2) : at])


def barred(states: list[str], what: str) -> bool:
    """Whether one of the states makes it impossible: talk, move, help, first or met (`data/states.txt`)."""
    table = tables.read("states")
    return any(what in table[state].words("bars") for state in states if state in table)


@cache
def spared(states: tuple[str, ...]) -> re.Pattern[str] | None:
    """Words that texts about somebody in these states do without."""
    words = sorted({word for state in states for word in tables.read("states")[state].words("spared")})
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) if words else None


def _behind(reading: Reading, phrase: Phrase) -> str:
    """What is said right behind somebody, up to the end of the clause."""
    words: list[str] = []
    for token in reading.tokens[phrase.end : phrase.end + _FAR]:
        if not words and token.word in (",", "who", "that", "whose"):
            continue
        if token.tag == "." or token.word in ("and", "but", "or", "by"):
            break
        words.append(token.word)
    return " ".join(words)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    made: dict[str, re.Pattern[str]] = {}
    for title, entry in tables.read("states").items():
        some = [*entry.words("words"), *(one for one in entry.items("after") if one not in _OUTDONE)]
        longest = "|".join(re.escape(one) for one in sorted(some, key=len, reverse=True))
        made[title] = re.compile(rf"{_SAID}(?:{longest})\b") if some else re.compile(r"(?!)")
    return made
