"""Which of the aims of a premise counts for more: the first that is wanted before what hinders it, a way or the end that it is gone for."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Token
from makebelieve.worlds.generation.aimwords import GOING, MADE
from makebelieve.worlds.generation.clauses import infinitive, subject_of
from makebelieve.worlds.generation.reading import Reading, animate
from makebelieve.worlds.generation.roundabout import Aim
from makebelieve.worlds.generation.verbs import purpose_of

_TURNING: Final = frozenset(("but", "although", "though", "yet", "while", "whereas", "unless", "because", "since"))
"""Words that go on to what hinders, or why."""
_LESS: Final = 0.1
_WISHED: Final = 1.5
"""The licence from which the grammar says in so many words that it is wanted or has to be done."""


def put_first(reading: Reading, mine: set[int], found: list[Aim], wished: float) -> None:
    """The first that the player wants comes before what others want behind "but": "wants to melt down the crown, but his brother has sworn to guard it"."""
    tokens = reading.tokens
    first = next((one for one in sorted(found, key=lambda one: one.at) if one.licence >= wished and _whose(reading, one) in mine), None)
    if first is None:
        return
    for one in found:
        turned = any(token.word in _TURNING for token in tokens[first.at : one.at])
        if one.at > first.end and turned and (whose := _whose(reading, one)) is not None and whose not in mine:
            one.score = min(one.score, first.score - _LESS)


def _whose(reading: Reading, aim: Aim) -> int | None:
    """Who wants an aim, None where it is nobody who is named, or somebody else who bids it: "but the king orders her to stay"."""
    tokens = reading.tokens
    verb = aim.at - 2 if infinitive(tokens, aim.at) else aim.at - 1 if aim.at and tokens[aim.at - 1].tag in ("M", "X") else aim.at
    if verb < 1 or tokens[verb].tag not in ("V", "VS", "VD", "VG", "X", "M"):
        return None
    who, pronoun, _ = subject_of(reading, verb)
    return id(who) if who is not None and not pronoun else None


def weigh_ends(tokens: list[Token], found: list[Aim]) -> None:
    """Of a verb and what it is done for, a way is gone for its end ("sneaks into the library to return a book"), and anything else has one of its own
    ("turn back the clock to undo the accident")."""
    lost = [aim for aim in found if aim.verb in ("get_back", "find") and tokens[aim.at].lemma == "lose" and aim.licence < _WISHED]
    for aim in lost:  # "takes her class to the zoo and loses one child"
        aim.score += 0.8 * any(one is not aim and one.licence < _WISHED for one in found)
    for aim in found:
        inner = next((one for one in found if aim.at < one.at <= aim.end + 1 and infinitive(tokens, one.at)), None)
        if inner is None:
            continue
        if aim.verb in ("put", "lay") and inner.verb in ("rest", "sleep", "bed"):
            inner.score -= 1.0  # the ghost is to rest
        if tokens[aim.at].lemma in GOING or (purpose_of(aim.verb) or "")[:1] == (purpose_of(inner.verb) or "-")[:1] == ("reach",):
            aim.score -= 0.7
            inner.via = aim
            thing = inner.target
            if (
                inner.verb == "bring_back"
                and thing is not None
                and not animate(thing)
                and "to" not in [token.word for token in tokens[thing.end :][:1]]
            ):
                inner.verb = "retrieve"  # "climb a mountain to bring back the sun stone": nobody had it before
        elif (aim.licence >= _WISHED or _made(aim, inner)) and inner.licence < _WISHED and aim.target is not None:
            inner.score -= 0.5


def _made(aim: Aim, inner: Aim) -> bool:
    """Whether what is made matters as much as what for: "build a raft to reach the island", and not "forge a sword to stop the giant"."""
    return aim.verb in MADE and not (inner.target is not None and animate(inner.target))
