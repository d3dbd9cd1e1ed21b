"""What is wanted by whoever has lost or forgotten something: to have it back, or to find whoever is gone."""

from __future__ import annotations

from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation.aimwords import LEFT
from makebelieve.worlds.generation.bearings import LOST, STAKED
from makebelieve.worlds.generation.reading import Reading, lead, somebody, text_of
from makebelieve.worlds.generation.roundabout import Aim
from makebelieve.worlds.generation.wording import the_named, told_of

_COMPANIES: Final = frozenset(("group", "class", "crew", "party", "flock", "herd", "family", "platoon", "patrol"))
"""Words for several who may be lost together."""
_MISLAID: Final = frozenset(("object", "device", "clothing", "container", "instrument", "weapon", "treasure"))
_FORFEITED: Final = frozenset(
    ("to", "bet", "bets", "cards", "poker", "dice", "gambling", "fire", "flood", "war", "auction", "court", "divorce", "storm", "game")
)
"""What is lost to somebody or by these lies nowhere to be found."""


def regained(reading: Reading, i: int, at: int, end: int) -> Aim | None:
    """What is wanted where the verb at `i` tells of a loss, its object at `at` or behind: "has lost his way", "forgot her camera"."""
    tokens = reading.tokens
    base = tokens[i].lemma
    gone = next((phrase for phrase in reading.found if at <= phrase.start < end), None)
    told = told_of(reading, i, end, LOST[base], {})
    where = {one.noun for one in reading.found if gone and gone.end < one.start < end and one.preposition in ("on", "in", "at")}
    left = any(classify(noun)[0] in ("vehicle", "place") for noun in where)  # "forgot the presents on the train"
    if base == "forget" and gone is not None and (left or classify(gone.noun)[0] in LEFT or gone.noun in LEFT):
        return Aim("fetch", i, end, gone, f"fetch {the_named(reading, gone)}", 0.3)  # "has forgotten his camera"
    if gone is not None and gone.noun in STAKED:
        return None
    if gone is not None and gone.noun == "way":  # "has lost its way home"
        return Aim("find", i, end, gone, f"find the way {'home' if 'home' in told.split() else 'back'}", 0.3)
    if base == "lose" and gone is not None and gone.start <= at + 2 and (somebody(reading, gone) or gone.noun in _COMPANIES):
        return Aim("find", i, end, gone, f"find {the_named(reading, gone)}", 0.3)  # "loses her group in the catacombs"
    mislaid = (
        base == "lose"
        and gone is not None
        and gone.start <= at + 2
        and lead(reading, gone)[1] in ("her", "his", "their", "its", "my", "our", "the")
    )
    if mislaid and gone is not None and classify(gone.noun)[0] in _MISLAID and not _FORFEITED & {token.word for token in tokens}:
        return Aim("find", i, end, gone, f"find {the_named(reading, gone)}", 0.3)  # "loses her broom on her first day"
    if told.startswith("get back ") and gone is not None:
        of = next((one for one in reading.found if one.start == gone.end + 1 and tokens[gone.end].word == "of"), None)
        what = (
            f"{the_named(reading, gone)} of {text_of(reading, of)}"
            if of is not None and " of " not in text_of(reading, gone)
            else the_named(reading, gone)
        )  # "sense of fun"
        told = f"get {what} back"  # without where it was lost
    return Aim(LOST[base].replace(" ", "_"), i, end, gone, told, 0.3) if gone else None
