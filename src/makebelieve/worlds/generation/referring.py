"""What the pronouns left in a goal mean: "its bell", "cure it", "a baby on it", "to marry him", "his logbook" of somebody else."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.cues import ABOUT
from makebelieve.worlds.generation.draft import Figure, Goal
from makebelieve.worlds.generation.reading import Reading, animate, lead, owner_in, somebody, text_of

_LONGEST: Final = 120
_BY_ANOTHER: Final = re.compile(
    r"^((?:ask|beg|persuade|convince|get|make|let|help|teach|invite|allow|order|force|challenge|trick|talk) (?P<who>.+?) (?:to |into )?(?!to\b)[a-z]+) "
    r"(?P<whom>him|her)\b(?=$| (?:and|in|on|at|to|for|with|before|after|again|back|home|go|by|from|off|out)\b)"
)
_STRANDED: Final = re.compile(r"^find out why (?:nobody|everybody|everyone) [a-z]+ (?:at|to|with|for|about|after)$")
_HIS: Final = re.compile(r"\b(his|her)(?= (?!own\b)[a-z])")
_OF_OBJECT: Final = re.compile(r"\b(?:an?|the) (?:[a-z-]+ ){1,4}?(?:to|into|from|with|in|on|for) its [a-z]")
"""What belongs to what the deed is done to: "guide a calf to its mother"."""
_STANDS: Final = re.compile(r"\b(on|in|at|from|with|inside|under|behind|to|into|near) it$")


def referred(reading: Reading, goal: Goal, player: Phrase | None, figure: Figure | None) -> Goal:
    """The goal with what is meant in the place of the pronouns that its words leave open, where the premise says it."""
    deed = goal.deed
    if deed is None:
        return goal
    told, object_ = deed, goal.object or ""
    pronoun = None if figure is None else "they" if figure.plural else figure.pronoun
    if pronoun in ("he", "she") and player is not None and _of_one(reading):
        own = "his" if pronoun == "he" else "her"  # "a queen must win back their crown": of one whose sex is told
        told, object_ = (re.sub(r"\btheir\b", own, text) for text in (told, object_))
    if figure is None or (figure.plural and _OF_OBJECT.search(told) is None):
        whose = "the" if figure is None else "their"
        told, object_ = (re.sub(r"\bits(?= [a-z])", whose, text) for text in (told, object_))
    if figure is not None and figure.plural and player is not None and (owner := _owner(reading, player)) is not None:
        told, object_ = (_HIS.sub(f"the {owner}'s", text, count=1) for text in (told, object_))
    if figure is not None and (asked := _BY_ANOTHER.match(told)) and _only(reading, player, asked, pronoun):
        told = f"{asked[1]} me{told[asked.end() :]}"
    if player is not None and (left := _STRANDED.match(told)):
        told = f"{left[0]} me"  # "the clown nobody laughs at"
    told = re.sub(r" (?:never|not)$", "", told)
    update: dict[str, object] = {}
    if (found := _STANDS.search(told)) is not None and (thing := _thing(reading, goal, player)) is not None:
        told = f"{told[: found.start()]}{found[1]} {_named(reading, thing)}"
    elif re.fullmatch(r"[a-z]+ it", told) and goal.object is None and (whom := _done_to(reading, player)) is not None:
        told = f"{told.removesuffix('it')}{_named(reading, whom)}"
        update = {"object": _named(reading, whom)[:_LONGEST], "person": somebody(reading, whom), "plural": False}
    if (told == deed and object_ == (goal.object or "")) or len(told) > _LONGEST:
        return goal
    return goal.model_copy(update={"deed": told, "object": object_ or None} | update)


def _of_one(reading: Reading) -> bool:
    """Whether the first "their" can only be of one: nothing before it is several, nor are two named."""
    at = next((token.index for token in reading.tokens if token.word == "their"), -1)
    some = [one for one in reading.found if one.end <= at]
    return not any(one.plural or (one.count or 1) > 1 for one in some) and sum(somebody(reading, one) for one in some) < 2


def _owner(reading: Reading, player: Phrase) -> str | None:
    """Whose the players are: the keeper of "a lighthouse keeper's twin daughters"."""
    owner = owner_in(reading, player)
    return owner.noun if owner is not None and not owner.plural and animate(owner) else None


def _only(reading: Reading, player: Phrase | None, asked: re.Match[str], pronoun: str | None) -> bool:
    """Whether "him" can only be the player, who asks somebody else for it."""
    if pronoun != {"him": "he", "her": "she"}[asked["whom"]] or player is None:
        return False
    words = set(asked["who"].lower().split())
    others = [
        one for one in reading.found if somebody(reading, one) and one is not player and one.noun not in words and one.noun != player.noun
    ]
    return not others


def _named(reading: Reading, phrase: Phrase) -> str:
    text, owner = text_of(reading, phrase), lead(reading, phrase)[1]
    if text[:1].isupper() and owner != "the":
        return text
    return f"{owner if owner in ('my', 'our', 'her', 'his') else 'the'} {text}"


def _thing(reading: Reading, goal: Goal, player: Phrase | None) -> Phrase | None:
    """The first thing or place spoken of that is not what the deed is done to."""
    deed = f" {goal.deed} "
    some = [
        one
        for one in reading.found
        if one is not player and not somebody(reading, one) and one.noun not in ABOUT and not one.plural and f" {one.noun} " not in deed
    ]
    return next(
        (one for one in some if classify(one.noun)[0] in ("vehicle", "place", "location", "structure", "container", "device")), None
    )


def _done_to(reading: Reading, player: Phrase | None) -> Phrase | None:
    """What "it" means that something is done to: a beast or thing told of before, no person."""
    for one in reading.found:
        if one is not player and not one.plural and one.noun not in ABOUT and classify(one.noun)[0] not in ("person", "time", "place"):
            return one if player is None or one.noun != player.noun else None
    return None
