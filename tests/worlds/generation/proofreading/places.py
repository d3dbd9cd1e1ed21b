"""Where things are: prepositions that fit their places, and no event taken for a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from makebelieve.worlds.generation.natures import EVENTS

from .texts import Text

_ON: Final = (
    "beach",
    "roof",
    "rooftop",
    "quay",
    "deck",
    "shore",
    "coast",
    "balcony",
    "terrace",
    "pier",
    "cliff top",
    "clifftop",
    "hilltop",
    "jetty",
    "mountain top",
    "summit",
    "staircase",
    "pavement",
    "ridge",
    "platform",
    "riverbank",
    "stage",
    "bridge",
    "ledge",
    "island",
    "road",
    "moor",
    "walk",
)
_IN: Final = (
    "forest",
    "wood",
    "garden",
    "kitchen",
    "valley",
    "cave",
    "bedroom",
    "cellar",
    "desert",
    "city",
    "village",
    "tunnel",
    "courtyard",
    "jungle",
    "hall",
    "cavern",
    "dungeon",
    "attic",
    "orchard",
    "library",
    "workshop",
    "stable",
    "barn",
    "chapel",
    "cathedral",
    "shed",
    "room",
    "swamp",
    "marsh",
    "maze",
    "ocean",
    "museum",
    "office",
    "corridor",
)
_AFTER: Final = r"(?=[.,;:!?\"]|$| (?:and|or|again|once|at|with|where|who|that|is|are|stands?|lies?|waits?|pauses?|before)\b)"
_EVENTS: Final = re.compile(
    rf"\b(?:by|behind|beside|beyond|past|near|under|above|across from|close to|to the left of|to the right of) (?:the|a|his|her|their|your) (?:{'|'.join(sorted(EVENTS))}){_AFTER}",
    re.IGNORECASE,
)
_STANDING: Final = re.compile(r"\b(in|on|at) (the (?:(?!\b(?:in|on|at) the\b)[^,.;?])*)[.?]?$")
_WITHIN: Final = re.compile(r" (?:of|in|on|at|by|near|under|below|above|behind|for) ")


def preposition(text: Text) -> Iterator[tuple[str, str]]:
    """On a roof, in a forest, at neither: where something is to be found."""
    if text.kind not in ("objective", "fact", "beat") or (found := _STANDING.search(text.words)) is None:
        return
    head = _WITHIN.split(found[2].split(" and ")[0])[0]
    wrong = {"in": _ON, "on": _IN, "at": ("forest", "valley", "jungle", "desert", "tunnel", "corridor", "wood")}[found[1]]
    if head.endswith(tuple(f" {noun}" for noun in wrong)):
        yield "preposition", found[0]


def event(text: Text) -> Iterator[tuple[str, str]]:
    """Nothing stands behind a party."""
    for found in _EVENTS.finditer(text.words):
        yield "event as a place", found[0]
