"""Which kind of place a word or a phrase stands for: a bridge over water, or that of a ship between the stars."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from makebelieve.language import KIND_OF, Phrase, classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.circles import CIRCLES, kind_of_circle
from makebelieve.worlds.generation.compounds import compound_at
from makebelieve.worlds.generation.cues import SEASONS
from makebelieve.worlds.generation.reading import WORLDS, Reading

_OTHERWISE: Final = {
    "fair": frozenset(("science", "book", "trade", "job", "art", "craft")),
    "bank": frozenset(("blood", "food", "river", "data", "snow", "cloud", "mud", "seed", "sand")),
}
"""Words that make of a place another sort: no carousel at a science fair, no vault in a blood bank."""
_ON_RAILS: Final = frozenset(
    (
        "railway", "railroad", "train", "metro", "tube", "underground", "subway", "rail", "town", "city", "village", "country", "border", "mountain",
        "seaside", "junction", "terminus", "provincial", "branch", "home",
    )
)  # fmt: skip
"""What a station is named by where trains stop; any other noun before it says that it is a station of something else."""
_WITHIN: Final = frozenset(
    ("room", "corridor", "corridors", "wing", "building", "entrance", "grounds", "hallway", "basement", "premises", "complex")
)
"""Parts of a building that take their kind from it."""
# Without one of these a bridge is over water or rails, and a bay by the sea: no rooms of a ship between the stars.
_STARRY: Final = frozenset(
    (
        "space", "spaceship", "starship", "spacecraft", "shuttle", "astronaut", "cosmonaut", "star", "galaxy", "galactic", "orbit", "orbital",
        "planet", "moon", "mars", "alien", "asteroid", "comet", "cosmic", "interstellar", "nebula", "rocket", "airlock", "cryo", "android",
        "jupiter", "saturn", "neptune", "uranus", *WORLDS,
    )
)  # fmt: skip
_HANDLED: Final = frozenset(
    ("object", "device", "food", "clothing", "weapon", "treasure", "instrument", "container", "communication", "abstract", "creature",
     "person", "robot", "body")
)  # fmt: skip
"""Kinds of what nobody stands in."""
PARTS: Final = frozenset(
    ("wall", "roof", "corner", "edge", "middle", "top", "bottom", "back", "side", "end", "floor",
     "door", "window", "heart", "quarters", "quarter", "outskirts", "grounds", "gate", "fence", "centre", "center")
)  # fmt: skip


@cache
def place_kinds() -> dict[str, tuple[str, ...]]:
    """Word -> kinds of place it may stand for, the narrowest first."""
    kinds: dict[str, list[tuple[int, str]]] = {}
    for title, entry in tables.read_all("places").items():
        words = [word for item in entry.items("match") for word in item.split()]
        for at, word in enumerate(words):
            kinds.setdefault(word, []).append((at, title))
    return {word: tuple(title for _, title in sorted(some)) for word, some in kinds.items()}


def among_stars(reading: Reading) -> bool:
    """Whether a premise plays where there are ships between the stars."""
    return any(word in _STARRY for token in reading.tokens for word in (token.word, token.lemma))


def speaks_of_stars(premise: str) -> bool:
    """`among_stars` of a text that is not taken apart."""
    return any(word in _STARRY or word.removesuffix("s") in _STARRY for word in re.findall(r"[a-z]+", premise.lower()))


COPIES: Final = frozenset(
    ("model", "replica", "miniature", "painting", "picture", "postcard", "poster", "puzzle", "documentary", "costume")
)
"""What only shows the place that it is named after: a volcano model."""


def no_place(before: str, noun: str) -> bool:
    """Whether a compound is something else than its last word says: nobody walks about in an ant farm or in a gingerbread house."""
    return KIND_OF.get(f"{before}_{noun}") in _HANDLED


def is_no_place(phrase: Phrase) -> bool:
    return bool(phrase.modifiers) and no_place(phrase.modifiers[-1].word, phrase.noun)


_GRAVES: Final = frozenset(("graveyard", "cemetery"))
_WRECKED: Final = frozenset(("ship", "boat", "galleon", "trawler", "whaler", "schooner"))
_ORBITING: Final = frozenset(("satellite", "spaceship", "starship", "spacecraft", "probe"))


def _lain_in(reading: Reading, phrase: Phrase) -> str | None:
    """The kind of place of a graveyard in which machines lie, and nobody is buried: "a graveyard of satellites"."""
    lying = next((one for one in reading.found if one.start == phrase.end + 1), None)
    if lying is None or reading.tokens[phrase.end].word != "of":
        return None
    if lying.noun in _WRECKED:
        return "shipwreck"
    return (
        "space_station" if lying.noun in _ORBITING else "scrapyard" if classify(lying.noun)[0] in ("vehicle", "machine", "device") else None
    )


def kind_of_phrase(reading: Reading, phrase: Phrase, *, starry: bool) -> str | None:
    """The row of the tables of places that a phrase speaks of, if one. `starry`: it may be a room of a ship between the stars."""
    if is_no_place(phrase) or phrase.noun in COPIES:
        return None
    table, rows = place_kinds(), tables.read_all("places")
    words = [token.word for token in phrase.modifiers]
    if phrase.noun in CIRCLES and (words or phrase.noun != "club") and not compound_at(reading.tokens, phrase.head.index)[0]:
        return kind_of_circle(words, phrase.noun)
    if phrase.noun in _GRAVES and (lain := _lain_in(reading, phrase)):
        return lain
    if phrase.noun in ("sea", "ocean", "lake", "ice") and (
        phrase.preposition in ("under", "beneath", "below") and {"frozen", "icy", "ice"} & {*words, phrase.noun}
    ):
        return "under_ice"
    if phrase.noun in ("gym", "gymnasium") and any(token.lemma in ("boxer", "boxing", "box", "wrestler") for token in reading.tokens):
        return "boxing_gym"
    compounds, begin = compound_at(reading.tokens, phrase.head.index)
    if compounds:
        own = "_".join(token.word for token in reading.tokens[begin : phrase.head.index + 1])
        aboard = starry and own in rows and "starship" in rows[own].words("venue")
        return own if aboard else compounds[0]
    if phrase.noun in ("sea", "ocean") and phrase.preposition not in ("under", "beneath", "below", "in", "into"):
        return "ship_deck" if phrase.preposition in ("on", "across", "over") else None
    if phrase.noun == "station" and any(token.tag in ("N", "NS", "VG") and token.word not in _ON_RAILS for token in phrase.modifiers):
        return "space_station" if starry and _STARRY & set(words) else "outpost"
    plain = bool(_OTHERWISE.get(phrase.noun, frozenset()) & set(words))
    within = phrase.noun in _WITHIN and any(word in table for word in words)  # a hospital's corridor is no hotel's
    if phrase.noun in PARTS - {"roof"} and words:  # a garden's wall is no castle's
        words = [phrase.noun, *words]
        within = True
    for before, word in pairwise(words):
        if no_place(before, word):
            words = [one for one in words if one not in (before, word)]  # a bouncy castle has no battlements
    for word in (
        *(() if plain or within else (phrase.noun, phrase.head.word.lower())),
        *(word for word in reversed(words) if word not in SEASONS),
    ):
        for kind in table.get(word, ()):
            if starry or "starship" not in rows[kind].words("venue"):
                return kind
    return None
