"""Clauses that are told by the way: what somebody only thinks or says, what time or weather it is, who comes by."""

from __future__ import annotations

from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.happenings import Happening
from makebelieve.worlds.generation.reading import Reading, somebody


def only_thought(reading: Reading, one: Happening) -> bool:
    """Whether a clause is only what somebody suspects or is to prove: "suspects that his boss is stealing the gold"."""
    tokens, at = reading.tokens, one.start - 1
    while at > 0 and tokens[at].tag in ("D", "A", "#"):
        at -= 1
    return at > 0 and tokens[at].word == "that" and tokens[at - 1].lemma in ("suspect", "doubt", "prove", "fear")


_CALLING: Final = frozenset(("walk_in", "come_in", "arrive", "turn_up", "show_up", "drop_in", "check_in", "sit_down", "step_in"))
_STRANGE: Final = word_set("stranger man woman boy girl child figure ghost somebody someone visitor creature alien")
"""Who may well be asked about where they come by."""


def only_comes(reading: Reading, one: Happening) -> bool:
    """Whether a clause only says what time or weather it is, or who comes by: "and the dry season is coming"."""
    if one.verb in _CALLING and one.subject is not None and one.subject.noun not in _STRANGE and "plain" in one.aspect:
        return somebody(reading, one.subject)  # "and a food critic walked in"
    comes = one.verb.partition("_")[0] in ("come", "near", "approach", "begin", "start", "end", "arrive", "set", "rise", "get")
    return comes and one.subject is not None and classify(one.subject.noun)[0] in ("time", "event", "weather", "celestial", "hazard")


def only_said(reading: Reading, one: Happening) -> bool:
    """Whether a clause is only what somebody says: "Dad says the thing in the attic is only the wind"; why it is so is no question."""
    tokens, at = reading.tokens, one.start - 1
    while at > 0 and tokens[at].tag in ("D", "A", "#"):
        at -= 1
    at -= tokens[at].word == "that"
    return at > 0 and tokens[at].lemma in ("say", "claim", "insist", "swear") and tokens[at].tag in ("V", "VS", "VD")


def only_dated(one: Happening) -> bool:
    """Whether a clause only says when something is: "the parade is on Saturday"."""
    return one.verb == "be" and one.preposition in ("on", "in", "at") and one.second is not None and classify(one.second.noun)[0] == "time"
