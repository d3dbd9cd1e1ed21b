"""Which rooms of a house lie next to one another: no garden opens off an attic, and no cellar off a bedroom."""

from __future__ import annotations

from functools import lru_cache
from itertools import permutations
from typing import Final

from makebelieve.worlds.generation.places import Place

_STOREY: Final = {
    **dict.fromkeys(("attic", "bedroom", "bathroom", "nursery", "dormitory", "tower_room", "rooftop"), "up"),
    **dict.fromkeys(("cellar", "dungeon", "machine_room", "archive"), "down"),
    **dict.fromkeys(
        ("garden_house", "courtyard", "orchard", "allotment", "greenhouse", "playground", "meadow", "training_field", "home_garage"), "out"
    ),
    **dict.fromkeys(("boat_deck", "ship_deck", "steel_deck"), "afloat"),
    **dict.fromkeys(
        [
            "market",
            "tavern",
            "chapel",
            "farm",
            "river_crossing",
            "lake_shore",
            "cafe",
            "small_town",
            "town_square",
            "road",
            "forge",
            "cliff_top",
            "shop",
            "bakery",
            "warehouse",
            "country_village",
            "village_green",
            "hillside",
            "deep_forest",
            "lamp_room",
            "public_hall",
            "bus_stop",
            "park",
            "post_office",
            "city_street",
        ],
        "ashore",
    ),
}
"""Kinds of rooms and what lies outside -> where they are, of a building that is entered on its ground floor."""
_WAYS: Final[dict[str, tuple[tuple[int, int], ...]]] = {
    "hub": ((0, 1), (0, 2), (0, 3), (2, 4), (3, 5)),
    "quest": ((0, 1), (1, 2), (1, 3), (3, 4), (2, 5), (4, 5), (5, 6)),
    "loop": ((0, 1), (0, 2), (2, 3), (3, 4), (4, 0)),
    "descent": ((0, 1), (1, 2), (2, 3), (0, 4), (1, 5)),
    "work": ((0, 1), (0, 2), (1, 3), (2, 4)),
}
"""Shape -> between which of its places there is a way."""
_APART: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("up", "down"),
        ("up", "out"),
        ("down", "out"),
        ("afloat", "ashore"),
        ("afloat", "out"),
        ("up", "ashore"),
        ("down", "ashore"),
    )
)


def laid_out(places: list[Place], shape: str) -> list[Place]:
    """The places with those that the premise does not state in such an order that the ways between them are short."""
    ways = _WAYS.get(shape, ())
    storeys = tuple(_STOREY.get(place.entry.title, "") if place.air != "sea" else "" for place in places)
    free = tuple(at for at, place in enumerate(places) if at and not (place.stated or place.home))
    if not ways or len({*storeys} - {""}) < 2 or not 1 < len(free) < 7:
        return places
    order = _order(storeys, free, ways)
    return [places[at] for at in order]


@lru_cache(maxsize=1 << 10)
def _order(storeys: tuple[str, ...], free: tuple[int, ...], ways: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    """The first of the orders with the fewest ways between storeys that are apart; only the places `free` change."""
    best, fewest = tuple(range(len(storeys))), len(ways) + 1
    for some in permutations(free):
        order = list(range(len(storeys)))
        for at, other in zip(free, some, strict=True):
            order[at] = other
        odd = sum(frozenset((storeys[order[a]], storeys[order[b]])) in _APART for a, b in ways if max(a, b) < len(order))
        if odd < fewest:
            best, fewest = tuple(order), odd
            if not odd:
                break
    return best
