"""Places that a premise names only to say until when: "before we get to school". Nothing is done there."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.reading import Reading, lead
from makebelieve.worlds.generation.venues import GATHERINGS

_OPENERS: Final = frozenset(("before", "until", "till", "time"))
_ARRIVING: Final = word_set(
    "get reach arrive come return land dock enter pull sail drive roll go fly be hit move make leave emigrate depart ride head"
)
_ONWARD: Final = frozenset(("to", "at", "in", "into", "for", "home", "back"))
"""What stands right before a place where somebody arrives."""
_ENTERED: Final = frozenset(("reach", "enter", "hit", "make"))
"""What is done to such a place without one of those."""
_SPOKEN: Final = word_set(
    "lecture talk speech lesson essay report article presentation book film documentary thesis paper poem song seminar"
)
"""What is about a place, and nowhere near it."""
_OF_THE_CLOCK: Final = re.compile(r"\bo['’ ]clock\b", re.IGNORECASE)
_LONGEST: Final = 9
"""Words from where such a clause begins to the place in it."""
_CLAUSE: Final = re.compile(
    r"\b(?:before|until|till|by the time) (?:[\w'’-]+ ){1,5}?"
    r"(?:gets?|reach(?:es)?|arrives?|comes?|returns?|lands?|docks?|enters?|pulls?|sails?|drives?|rolls?|moves?|are|is) "
    r"(?:(?:back|home|in|on) )?(?:to|into|at|in|home|the) [^,.;!?]*",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"\b(?:before|until|till|during) [a-z]+(?= ?(?:[,.;!?]|and\b|but\b|$))", re.IGNORECASE)


def is_only_when(reading: Reading, phrase: Phrase) -> bool:
    """Whether a place is said for the time alone, or as what is spoken of: where somebody gets to by then, or what goes on in it ("before school")."""
    tokens, at = reading.tokens, lead(reading, phrase)[0]
    if phrase.noun == "clock" and _OF_THE_CLOCK.search(reading.premise):
        return True
    if tokens[at - 1].word in ("on", "about") and at > 1 and tokens[at - 2].lemma in _SPOKEN:
        return True  # "a lecture on volcanoes" is given at none
    led = tokens[max(0, at - _LONGEST) : at]
    opens = max((n for n, token in enumerate(led) if token.word in _OPENERS), default=None)
    if opens is None or any(token.tag == "." or token.word in (",", ";") for token in led[opens:]):
        return False
    within = [token for token in led[opens + 1 :] if token.tag != "D"]
    behind = reading.tokens[phrase.end].word if phrase.end < len(reading.tokens) else ""
    if not within and (phrase.noun in GATHERINGS or behind in GATHERINGS) and led[opens].word != "time":
        return True  # "before the village show": it has not begun
    if not within:  # "before assembly", "until school"
        return led[opens].word != "time" and phrase.determiner is None and not phrase.modifiers and phrase.head.word not in reading.names
    arrives = any(token.lemma in _ARRIVING for token in within[1:])
    return arrives and (within[-1].word in _ONWARD or within[-1].lemma in _ENTERED)


def untimed(text: str) -> str:
    """A text without what says until when somebody arrives somewhere, or before what."""
    return _BARE.sub(" ", _CLAUSE.sub(" ", text))
