"""Heroes no bigger than a thumb or a fist: a garden is a wood of stems to a snail, and a kitchen is a floor to a mouse."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation.draft import Figure

_TINY: Final = frozenset(
    ("ant", "beetle", "bug", "ladybird", "ladybug", "bee", "bumblebee", "wasp", "fly", "caterpillar", "butterfly", "moth", "spider", "worm", "earthworm", "snail",
     "slug", "cricket", "grasshopper", "firefly", "centipede", "woodlouse", "flea", "frog", "toad", "newt", "tadpole", "mouse", "shrew", "vole", "mole", "dormouse",
     "hedgehog", "cockroach", "gecko")
)  # fmt: skip
_OUTDOORS: Final = {
    "garden_house": "flower_bed", "allotment": "vegetable_bed", "meadow": "long_grass", "cornfield": "vegetable_bed", "hedge_maze": "hedge_bottom",
    "park": "long_grass", "treetops": "treetops",
}  # fmt: skip
"""Kind of place -> what of it such a hero sees."""
_INDOORS: Final = dict.fromkeys(("home_kitchen", "old_kitchen", "castle_kitchen", "hotel_kitchen"), "kitchen_floor")
_BY_NOUN: Final = {
    "pond": "garden_pond", "compost": "compost_heap", "hedge": "hedge_bottom", "hedgerow": "hedge_bottom", "lawn": "long_grass", "grass": "long_grass",
    "woodpile": "log_pile", "log": "log_pile", "pantry": "pantry_shelf", "larder": "pantry_shelf", "floor": "under_floor", "floorboards": "under_floor",
    "patch": "vegetable_bed", "flowerbed": "flower_bed",
}  # fmt: skip
_NESTS: Final = frozenset(("nest", "home", "burrow", "hole", "hill", "colony"))
_NEST_OF: Final = {
    **dict.fromkeys(("ant", "bee", "wasp"), "anthill"), **dict.fromkeys(("mouse", "shrew", "cockroach"), "mouse_hole"),
    **dict.fromkeys(("hedgehog", "vole", "mole", "dormouse"), "hedge_bottom"),
}  # fmt: skip
_CROPS: Final = re.compile(
    r"\b(?:lettuces?|cabbages?|carrots?|beans?|peas?|strawberr(?:y|ies)|vegetables?|radish|potato(?:es)?)\b", re.IGNORECASE
)


def tiny(figure: Figure | None) -> str | None:
    """The noun of a hero who is that small; None for any other."""
    if figure is None or figure.category != "creature":
        return None
    words = [word if word in _TINY else word.removesuffix("s") for word in re.findall(r"[a-z]+", figure.phrase.lower())]
    words = ["mouse" if word == "mice" else word for word in words]
    own = figure.body if figure.body in ("insect", "snail", "frog", "spider") else None  # "Bella the ladybird" is told as Bella
    return next((word for word in reversed(words) if word in _TINY), own)


def in_small(kind: str, noun: str, phrase: str, figure: Figure | None) -> str:
    """The kind of a place of the premise as a hero of that size knows it; the same kind for any other hero."""
    who = tiny(figure)
    if who is None:  # a beekeeper does not go into the hive
        return "orchard" if kind == "anthill" and noun in ("hive", "beehive", "bee") else kind
    if noun in _NESTS and who in _NEST_OF and kind in ("treetops", "anthill", "house", "hillside", "plain_room"):
        return _NEST_OF[who]
    if noun in ("field", "bed", "patch", "rows") and _CROPS.search(phrase):
        return "vegetable_bed"
    return _BY_NOUN.get(noun) or _OUTDOORS.get(kind) or _INDOORS.get(kind) or kind
