"""Noun phrases of wishes: their words without quotation marks, their head, whether they are somebody, somewhere or no thing at all."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.edits.nouns import main_noun

LIVING: Final = frozenset(("person", "creature", "robot", "group"))
CALLED: Final = re.compile(
    r"(?:(?P<np>.+?),? )?(?:called|named|with the name(?: of)?|by the name of|whose name is|who is called) (?P<name>.+)", re.IGNORECASE
)
NOT_THINGS: Final = re.compile(
    r"\b(?:ending|mission|quest|choice|option|hotkey|lock|more|text|description|mood|name|title|music|sound|goal|way|door|path|passage|button|detail)s?\b",
    re.IGNORECASE,
)


EVENT: Final = re.compile(
    r"\b(?:race|races|parade|duel|contest|competition|match|tournament|trial|wedding|funeral|festival|feast|fair|concert|dance|party|fight|battle|war|show|hunt|chase|picnic|raid|robbery|rebellion|game)$",
    re.IGNORECASE,
)
"""What happens and is nobody: "a horse race"."""


def clean(text: str) -> str:
    """A value without quotation marks and stops."""
    return text.strip().strip("\"'“” ").rstrip(".!?,").strip("\"' ")


def is_living(phrase: str) -> bool:
    """Whether a noun phrase is somebody."""
    bare = re.sub(r"^(?:the|an?|some|another|my|our|two|three|four|five) ", "", phrase.strip(), flags=re.IGNORECASE)
    if re.match(
        r"(?:dead|stuffed|rocking|hobby|paper|straw|clay|painted|wooden|stone|bronze|toy|plastic|carved|marble|golden|statue|painting|picture|portrait|photo|drawing|model|poster) ",
        bare,
        re.IGNORECASE,
    ):
        return False
    if EVENT.search(re.split(r" (?:with|of|in|at|on|for|between|where|that|who) ", bare)[0]):
        return False
    bare = re.split(r",? where ", bare)[0]
    head = main_noun(bare) if bare else ""
    sort = classify(head)[0] if head else ""
    if head in (
        "darkness",
        "corner",
        "number",
        "letter",
        "paper",
        "river",
        "water",
        "shower",
        "ladder",
        "lantern",
        "locker",
        "poster",
        "counter",
        "flower",
        "tower",
        "cover",
        "fever",
        "corridor",
        "mirror",
        "cellar",
        "door",
        "floor",
    ):
        return False
    return (
        sort in LIVING
        or (bool(head) and classify(head)[1] in ("ghost", "dragon", "robot"))
        or bool(sort in ("abstract", "") and re.search(r"(?:[^aeiou]er|ist|ian|man|woman|ess)$", head))
    )


def head_of(phrase: str) -> str:
    """The noun that a phrase is about: "a swimming pool" -> "pool"."""
    bare = re.sub(r"^(?:the|an?|some|another|my|our|new) ", "", phrase.strip(), flags=re.IGNORECASE)
    return main_noun(bare) if bare else ""


def is_place(phrase: str) -> bool:
    """Whether a noun phrase is somewhere one can go: "a bath house"; not "plants", though gardens have them."""
    from makebelieve.worlds.generation.kinds import place_kinds

    bare = re.sub(r"^(?:the|an?|some|another|my|our|new) ", "", phrase.strip(), flags=re.IGNORECASE)
    head = main_noun(bare) if bare else ""
    sort = classify(head)[0] if head else ""
    named = bool(head) and head in place_kinds() and sort in ("", "abstract", "place", "structure", "building")
    return (
        sort == "place"
        or named
        or bare.lower().endswith(("room", "chamber", "house", "shop", "hall", " club", "nightclub", "casino", "circus"))
    )
