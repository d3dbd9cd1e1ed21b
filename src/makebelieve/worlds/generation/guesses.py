"""Whether the deed of a world is what its premise says is to be done, or a guess at what anybody would do about it."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Token, lemma, tag, tokenise
from makebelieve.worlds.generation.draft import Goal

_ASKED: Final = re.compile(
    r"\b(?:find(?:s|ing)? out|discover|learn|solve[sd]?|solving|investigat\w+|wonders?|ask(?:s|ed|ing)?|reveal\w*|unravel\w*|unmask\w*|prove|guess|know|known|mystery|puzzle"
    r"|riddle|secret|murders?|truth|who(?= (?:stole|took|killed|did|is|has|keeps|put|made|ate|hid|moved|broke|wrote|sent|left)\b[^.]*\?)|why[^.]*\?|whose|where[^.]*\?|how[^.]*\?|what[^.]*\?)\b"
)
"""Words by which a premise says that something is to be found out."""
_SOUGHT: Final = re.compile(
    r"\b(?:needs?|wants?|wish(?:es)? for|looks?|looking|search(?:es|ing)?|hunt(?:s|ing)?|in search|in need|seek(?:s|ing)?|miss(?:es|ing))\b"
)
_SEEKING: Final = frozenset(("find", "get", "fetch", "look", "search", "seek"))
_BEFORE: Final = frozenset(
    ("to", "must", "can", "cannot", "could", "should", "will", "would", "may", "and", "or", "then", "help", "helps", "let", "not", "only", ",", ".", ":", ";", "please", "quickly", "quietly",
     "secretly", "finally", "both", "either", "me", "us")
)  # fmt: skip
"""What stands before a verb in its plain form where it is said that it has to be done."""
_GOING_ON: Final = frozenset(
    (
        "keep",
        "is",
        "are",
        "was",
        "were",
        "am",
        "keeps",
        "kept",
        "been",
        "starts",
        "start",
        "started",
        "begins",
        "began",
        "begun",
        "stopped",
        "stops",
        "by",
        "after",
        "without",
        "of",
    )
)


def is_said(premise: str, goal: Goal) -> bool:
    """Whether a premise says for itself that its hero does, or has to do, what the goal's words say."""
    deed = (goal.deed or "").lower()
    if not goal.stated:
        return False
    if not deed:
        return True
    first = deed.split()[0]
    if re.match(r"(?:find out|learn (?:who|why|what|how|where)|get to the bottom)\b", deed):
        return _ASKED.search(premise.lower()) is not None
    tokens = tag(tokenise(premise))
    if first in _SEEKING and _SOUGHT.search(premise.lower()):
        return True
    return any(_does(tokens, token, first) for token in tokens) or _only_told(tokens, first)


def _only_told(tokens: list[Token], verb: str) -> bool:
    """Whether a premise is one clause, and its verb that of the deed: "a thief steals the voice of a mermaid"."""
    finite = [token for token in tokens if token.tag in ("VS", "X", "M", "V") and token.word != "to"]
    told = [token for token in tokens if token.tag == "VD" and token.index and tokens[token.index - 1].tag in ("N", "NS", "P", "R")]
    return not told and len(finite) == 1 and (finite[0].lemma or finite[0].word) == verb


def _does(tokens: list[Token], token: Token, verb: str) -> bool:
    """Whether a word is the verb, in a form that tells what is to be done: "must open", "sets out to open", no "has opened" or "opens"."""
    before = tokens[token.index - 1].word if token.index else "."
    if token.word == verb:
        return before in _BEFORE or before.endswith("ly")
    return token.word.endswith("ing") and lemma(token.word, "verb") == verb and before not in _GOING_ON
