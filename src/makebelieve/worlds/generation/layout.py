"""Which places lie next to one another: no garden opens off an attic, no café off a shop, and no beach off a street."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import permutations
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.places import Place

_STOREY: Final = {
    **dict.fromkeys(
        ("bedroom", "bathroom", "nursery", "dormitory", "landing", "organ_loft", "projection_room", "hotel_room", "hotel_corridor"), "up"
    ),
    **dict.fromkeys(("attic", "tower_room", "belfry", "rooftop", "battlements"), "top"),
    **dict.fromkeys(("cellar", "crypt", "dungeon", "machine_room", "archive", "strongroom", "casino_vault"), "down"),
    **dict.fromkeys(("washroom", "cloakroom", "dressing_room", "operating_theatre", "book_stacks", "casino_cage"), "inmost"),
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
WAYS: Final[dict[str, tuple[tuple[int, int], ...]]] = {
    "hub": ((0, 1), (0, 2), (0, 3), (2, 4)),
    "quest": ((0, 1), (0, 2), (1, 3), (2, 3), (3, 4)),
    "loop": ((0, 1), (0, 2), (2, 3), (3, 0)),
    "descent": ((0, 1), (1, 2), (2, 3), (0, 4)),
    "court": ((0, 1), (0, 2), (1, 3), (0, 4), (4, 5)),
    "siege": ((0, 1), (0, 2), (1, 3), (0, 4)),
    "survival": ((0, 1), (0, 2), (0, 3), (3, 4), (3, 5)),
    "mystery": ((0, 1), (0, 2), (1, 3), (2, 4)),
    "work": ((0, 1), (0, 2), (2, 3)),
}
"""Shape -> between which of its places there is a way."""
_PASSED: Final = frozenset(
    ("lift_cage", "bathroom", "washroom", "cloakroom", "hotel_corridor", "ship_corridor", "train_corridor", "base_tunnel", "waiting_room", "bus_stop", "bus_steps",
     "airlock", "long_corridor")
)  # fmt: skip
"""What one only comes through: nothing ends there unless the premise says so."""
_AIMLESS: Final = 4
"""How odd such an end would be."""
LAST: Final = {"hub": 4, "quest": 4, "descent": 3, "court": 5, "survival": 5}
"""Shape -> which of its places it ends in, where that is another than the first."""
SPARE: Final = 2
"""So many places more than it needs a story has to choose from."""
_APART: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("up", "down"),
        ("top", "down"),
        ("up", "out"),
        ("down", "out"),
        ("afloat", "ashore"),
        ("afloat", "out"),
        ("up", "ashore"),
        ("down", "ashore"),
        ("top", "out"),
        ("top", "ashore"),
        ("inmost", "out"),
        ("inmost", "ashore"),
        ("inmost", "top"),
    )
)

_TWO_UP: Final = frozenset(("", "top"))
"""Under the roof one is two storeys above the door: between them lies another floor."""
_STAIRS: Final = frozenset(("stairwell", "lift_cage", "courtyard", "chapel", "castle_gate", "throne_room", "clock_tower", "monastery"))
"""From which stairs lead all the way up."""


def laid_out(places: list[Place], shape: str, told: frozenset[str] = frozenset(), *, elsewhere: bool = False) -> list[Place]:
    """The places with those that the premise does not state in such an order that each way leads between two that may lie side by side.
    `told`: ids of those that stay where the story has them; `elsewhere`: the way to where the work is done comes first."""
    ways = WAYS.get(shape, ())
    if elsewhere:
        ways = ((0, 1), *((a + 1, b + 1) for a, b in ways))
    kinds = tuple(place.entry.title for place in places)
    free = tuple(at for at, place in enumerate(places) if at and place.id not in told)
    if not ways or not 1 < len(free) < 8:
        return places
    last = LAST.get(shape, -1)
    return [places[at] for at in _order(kinds, free, ways, last if last in free else -1)]


@lru_cache(maxsize=1 << 10)
def _order(kinds: tuple[str, ...], free: tuple[int, ...], ways: tuple[tuple[int, int], ...], last: int) -> tuple[int, ...]:
    """The first of the orders with the least odd ways; only the places `free` change, and those that no way leads to come last. `last`: which of
    them the story ends in."""
    odd = [[_odd(one, other) for other in kinds] for one in kinds]
    ways = tuple((a, b) for a, b in ways if max(a, b) < len(kinds))
    best, least = tuple(range(len(kinds))), 1 << 30
    slots = [at for at in free if at <= max(map(max, ways))]
    for some in permutations(free, len(slots)):
        order = list(range(len(kinds)))
        for at, other in zip(free, (*some, *(one for one in free if one not in some)), strict=True):
            order[at] = other
        sum_ = sum(odd[order[a]][order[b]] for a, b in ways) + _AIMLESS * (last >= 0 and kinds[order[last]] in _PASSED)
        if sum_ < least:
            best, least = tuple(order), sum_
            if not sum_:
                break
    return best


def beside(one: Place, other: Place) -> bool:
    """Whether two places may belong to the same building or ground."""
    return frozenset((one.entry.title, other.entry.title)) in _pairs()[0]


def oddness(one: Place, other: Place) -> int:
    """How strange it would be that a way leads from one place straight to another: 0 where they may lie side by side."""
    return _odd(one.entry.title, other.entry.title)


def oddness_of(one: str, other: str) -> int:
    """`oddness`, of kinds of places."""
    return _odd(one, other)


def is_inmost(kind: str) -> bool:
    """Whether a kind of room lies upstairs, below the ground or behind others, so that no door leads out of it."""
    return _STOREY.get(kind, "") in ("up", "top", "down", "inmost")


@lru_cache(maxsize=1 << 14)
def _odd(one: str, other: str) -> int:
    if one == other:
        return 0
    pair = frozenset((one, other))
    airs = [tables.read_all("places")[kind].one("air", "open") for kind in (one, other)]
    storeys = frozenset((_STOREY.get(one, ""), _STOREY.get(other, "")))
    apart = 2 * (storeys in _APART) + (storeys == _TWO_UP and not {one, other} & _STAIRS)
    within_one, near = _pairs()
    if pair in within_one:
        return apart
    if "sea" in airs and airs != ["sea", "sea"]:
        return 5
    within = [air in ("inside", "under") for air in airs]
    if "rooftop" in pair:
        return apart if any(within) else 3
    if all(within):
        return 5 + apart
    if pair in near:
        return apart
    grounds = [_grounds(kind) for kind in (one, other)]
    if any(("aboard" in a) != ("aboard" in b) or ("hull" in a) != ("hull" in b) for a, b in (grounds,)):
        return 3 + apart
    if any(within):
        return (2 if "public" in grounds[within.index(True)] and "wild" not in grounds[within.index(False)] else 4) + apart
    return (1 if ("wild" in grounds[0]) == ("wild" in grounds[1]) else 2) + apart


@cache
def _grounds(kind: str) -> frozenset[str]:
    return frozenset(sort for sort, entry in tables.read("crossings").items() if kind in entry.words("kinds"))


def _inner(kind: str) -> bool:
    """Whether a kind of place is a room that one comes to through another."""
    return tables.read_all("places")[kind].one("air") in ("inside", "under") and "public" not in _grounds(kind)


@cache
def _pairs() -> tuple[frozenset[frozenset[str]], frozenset[frozenset[str]]]:
    """Kinds of places of one building, ship or ground, and kinds that lie within a walk of one another; by the table of settings."""
    within_one: set[frozenset[str]] = set()
    near: set[frozenset[str]] = set()
    for entry in tables.read("settings").values():
        if not (rows := entry.items("near")):
            continue
        of = entry.words("of")
        one_hull = all(_grounds(kind) & {"aboard", "hull"} or tables.read_all("places")[kind].one("air") in ("under", "sea") for kind in of)
        if len(rows) > 1 or one_hull:
            bounded = sorted(of | {*rows[0].split()}) if len(rows) > 1 else sorted(of | {*" ".join(rows).split()})
            within_one |= {frozenset((a, b)) for a in bounded for b in bounded if a != b}
        first = entry.one("of").split()[0]
        outer = {kind for kind in of if kind == first or len(rows) == 1 or not _inner(kind)}
        near |= {frozenset((a, b)) for a in outer for b in " ".join(rows).split() if a != b}
    return frozenset(within_one), frozenset(near)
