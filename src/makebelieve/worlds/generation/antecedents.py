"""What a deed leaves to be understood: whom "her" means where it is I who act, and what is asked with a bare "why"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.reading import Reading, cased, lead, somebody, text_of
from makebelieve.worlds.generation.recipients import called

_CASES: Final = {"her": "her", "his": "him", "their": "them", "him": "him", "them": "them"}
_NOT_OWNED: Final = (
    r"(?!\s+(?:to|and|or|in|on|at|from|for|with|before|back|home|out|up|down|off|into|away|that|who|so|a|an|the|some|how|what|why)\b)"
)
_SPEAKERS: Final = frozenset(("i", "my", "we", "our", "you", "your", "me", "us"))
_LONGEST: Final = 120


def spelled(reading: Reading, goal: Goal, player: Phrase | None, receiver: Phrase | None) -> Goal:
    """The goal with those named in it of whom its words only say "her", where the story is told of "me" or "you", and with what is asked."""
    goal = _asked(reading, goal)
    if player is not None or goal.deed is None or not _SPEAKERS & {token.word for token in reading.tokens}:
        return goal
    deed = re.sub(
        r"^(\w+) (him|her|them)(?= (?:a|an|the|some|my|our|how|what|why)\b)",
        lambda match: f"{match[1]} {_named(reading, match[2], receiver) or match[2]}",
        goal.deed,
    )
    deed = re.sub(
        r"\b(for|to|with|from|at) (him|her|them)(?=$| (?:and|in|on|at|before|so|by)\b)",
        lambda match: f"{match[1]} {_named(reading, match[2], receiver) or match[2]}",
        deed,
    )
    deed = _owned(reading, deed, receiver)
    object_ = _owned(reading, f" {goal.object}", receiver).strip() if goal.object and not goal.object.startswith("their ") else goal.object
    fits = len(deed) <= _LONGEST and (object_ is None or len(object_) <= _LONGEST)
    return goal.model_copy(update={"deed": deed, "object": object_}) if fits else goal


def _owned(reading: Reading, text: str, receiver: Phrase | None) -> str:
    """With the owner in place of "her": "the cake of my grandmother's childhood"."""

    def owner(match: re.Match[str]) -> str:
        whose = _named(reading, _CASES[match[1]], receiver, owning=True)
        return match[1] if whose is None else f"{whose}'" if whose.endswith("s") else f"{whose}'s"

    return re.sub(rf"(?<=\s)(her|his|their)\b{_NOT_OWNED}(?=\s+\w)", owner, text) if " " in text else text


def _named(reading: Reading, pronoun: str, receiver: Phrase | None, *, owning: bool = False) -> str | None:
    """How somebody of whom a pronoun is said is called: "my grandmother", "the baker"; None where nobody or more than one may be meant."""
    if receiver is not None and called(pronoun, receiver):
        return _whole(reading, receiver)
    some = [one for one in reading.found if somebody(reading, one) and called(pronoun, one)]
    if owning:  # the kitten of "his kitten" is nobody's owner
        some = [one for one in some if lead(reading, one)[1] not in ("her", "his", "their")]
    nouns = {one.noun for one in some}
    return _whole(reading, some[0]) if len(nouns) == 1 else None


def _whole(reading: Reading, phrase: Phrase) -> str:
    text, determiner = text_of(reading, phrase), lead(reading, phrase)[1]
    return text if text[:1].isupper() else f"{determiner if determiner in ('my', 'our') else 'the'} {text}"


def _asked(reading: Reading, goal: Goal) -> Goal:
    """ "Find out why the pupil never eats", where a premise says that somebody notices it and wants to find out why."""
    if goal.verb not in ("find_out", "learn", "discover", "know") or (goal.deed or "").split()[-1:] not in (
        ["out"],
        ["why"],
        ["learn"],
        ["discover"],
    ):
        return goal
    tokens = reading.tokens
    asks = next(
        (at for at, token in enumerate(tokens) if token.word == "why" and (at + 1 == len(tokens) or tokens[at + 1].tag == ".")), None
    )
    start = next((at + 1 for at, token in enumerate(tokens) if token.word == "that" and token.tag == "S"), None)
    if asks is None or start is None or start >= asks:
        return goal
    end = next((at for at in range(start, asks) if tokens[at].word in ("and", "but", ";", ".")), asks)
    clause = cased(reading, " ".join(token.word for token in tokens[start:end]).replace(" 's", "'s"))
    return goal.model_copy(update={"deed": f"find out why {clause}"[:_LONGEST]}) if end - start >= 2 else goal
