"""To whom the object of a goal goes: "sell ice to the snow queen", "a letter addressed to the glacier", "read the king a story"."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase
from makebelieve.worlds.generation.clauses import same_as
from makebelieve.worlds.generation.cues import ABOUT
from makebelieve.worlds.generation.goals import Wanted
from makebelieve.worlds.generation.reading import Reading, lead, somebody

_GIVING: Final = frozenset(
    [
        "sell",
        "bring",
        "deliver",
        "give",
        "return",
        "send",
        "carry",
        "take",
        "show",
        "read",
        "sing",
        "tell",
        "hand",
        "lend",
        "offer",
        "present",
        "smuggle",
        "write",
        "teach",
        "throw",
        "pay",
        "address",
        "ship",
        "post",
        "feed",
        "serve",
        "play",
        "perform",
        "confess",
        "explain",
        "recite",
        "propose",
        "bake",
        "cook",
        "make",
        "build",
        "knit",
        "sew",
        "buy",
        "steal",
        "fetch",
        "get",
        "find",
        "mend",
    ]
)
_FOR: Final = frozenset(
    [
        "bake",
        "cook",
        "make",
        "build",
        "knit",
        "sew",
        "buy",
        "steal",
        "fetch",
        "get",
        "find",
        "write",
        "play",
        "perform",
        "sing",
        "paint",
        "brew",
        "mend",
        "carve",
    ]
)


def recipient_of(reading: Reading, wanted: Wanted, player: Phrase | None) -> Phrase | None:
    """The phrase behind "to" or "for" in the words of an aim, where what is done hands something over; else None."""
    aim = wanted.aim
    if aim is None or wanted.target is None:
        return None
    mine, tokens = same_as(reading, player), reading.tokens
    base = aim.verb.partition("_")[0]
    for phrase in reading.found:
        if phrase is wanted.target or id(phrase) in mine or not aim.at < phrase.start <= aim.end or phrase.noun in ABOUT:
            continue
        at = lead(reading, phrase)[0] - 1
        word, addressed = tokens[at].word, tokens[at - 1].lemma == "address"
        given = word == "to" and base in _GIVING and phrase.start > wanted.target.end
        made_for = word == "for" and base in _FOR and phrase.start > wanted.target.end
        if addressed or ((given or made_for) and somebody(reading, phrase)):
            return phrase
    return None
