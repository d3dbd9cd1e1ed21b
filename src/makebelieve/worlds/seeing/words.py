"""What the words about a room offer to a player: ways out and things to do. Read from the words, not seen in the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from makebelieve.language import classify, phrases, tag, tokenise
from makebelieve.worlds.seeing.vocabulary import vocabulary

_EXITS: Final = vocabulary("exits")
_OPENED: Final = vocabulary("opened")
_READ: Final = vocabulary("read")
_WORKED: Final = vocabulary("worked")
_BEINGS: Final = vocabulary("beings")
_NOTHING: Final = vocabulary("nothing")
MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """`exits`: phrases of ways out. `affordances`: a verb and the phrase that it is done with."""

    exits: tuple[str, ...]
    affordances: tuple[str, ...]


def offers(text: str) -> Offer:
    """What a description of a room (at most 4,000 characters) names."""
    exits, doings = [], []
    for phrase in phrases(tag(tokenise(text[:4000]))):
        named = phrase.text
        if phrase.noun in _EXITS:
            exits.append(named)
        elif (verb := _verb(phrase.noun)) is not None:
            doings.append(f"{verb} the {named}")
    return Offer(tuple(dict.fromkeys(exits))[:MOST], tuple(dict.fromkeys(doings))[:MOST])


def _verb(noun: str) -> str | None:
    if noun in _OPENED:
        return "open"
    if noun in _READ:
        return "read"
    if noun in _WORKED:
        return "use"
    category = classify(noun)[0]
    if category in _BEINGS:
        return "talk to" if category != "creature" else "approach"
    return None if category in _NOTHING else "examine"
