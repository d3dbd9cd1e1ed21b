"""How far a story is from what it wants to reach: who wants to see the sea begins inland, and comes through what lies between."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.bounds import journey_of
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.nations import kinds_strange_to
from makebelieve.worlds.generation.places import Place, made_place, of_age, plain_name
from makebelieve.worlds.generation.realms import off_earth

_BETWEEN: Final = frozenset(("between_towns", "between_dry_towns"))
"""Rows of what lies between two towns that a premise names."""
_ABOARD: Final = frozenset(
    ("ship_deck", "steel_deck", "liner_deck", "submarine", "space_station", "starship_bridge", "space_base", "airship", "oil_rig")
)


_DRIVEN: Final = re.compile(
    r"\b(?:drives?|driving|rides?|riding|steers?) (?:[\w'’-]+ ){1,4}?(?:vans?|cars?|trucks?|lorry|lorries|taxis?|camper|scooters?|motorbikes?|mopeds?|ambulance|jeep|minibus|hearse)\b",
    re.IGNORECASE,
)
"""Words of those who come by road."""
_BY_ROAD: Final = "by_road"
_WHEELS: Final = frozenset(("bus_inside", "train", "small_plane", "plane_cabin", "team_bus"))


def way_to(draft: WorldDraft, places: list[Place]) -> tables.Entry | None:
    """The country that a story travels to, where the last of its places lies in one and neither its people nor another of its places do."""
    rows = tables.read("afar")
    goal = draft.goal
    if any(place.entry.title in _ABOARD and not place.home for place in places):
        return None  # nobody comes home from a ship by bus
    if journey_of(draft) is not None and len(places) > 1:
        told = set(re.findall(r"[a-z]+", draft.premise.lower()))
        return rows["between_dry_towns" if told & rows["between_dry_towns"].words("amid") else "between_towns"]
    land = tables.read("settings")["land"].words("of")
    broken = any(place.stated and place.entry.title in land for place in places[1:-1]) and places[0].entry.title in _WHEELS
    if off_earth(draft.premise) or broken:
        return None  # a bus breaks down in a forest: what lies about is forest
    if draft.player is not None and draft.player.category == "creature" and places[-1].entry.title not in rows["home"].words("kinds"):
        rows = {title: entry for title, entry in rows.items() if title != "home"}  # no duckling takes the bus
    elif (draft.venue is not None and draft.venue.noun == "house" and goal.object == "home") or (goal.verb or "").endswith("_home"):
        return rows["home"] if places[-1].entry.title in rows["home"].words("kinds") else None  # a flock goes home over the hills
    if _DRIVEN.search(draft.premise) and places[-1].entry.title not in rows[_BY_ROAD].words("kinds"):
        return rows[_BY_ROAD]
    scene = places[-1].entry.title
    words = set(re.findall(r"[a-z]+", draft.premise.lower())) - set(re.findall(r"[a-z]+", places[-1].name.lower()))
    for title, entry in rows.items():
        kinds = entry.words("kinds")
        amid = any(place.entry.title in kinds for place in places[:-1]) or bool(words & entry.words("amid"))
        seen_first = (
            title != "sea" or goal.purpose in ("reach", "explore") or len(places) == 1
        )  # who brings a letter there comes by its beach
        if title not in ("home", _BY_ROAD, *_BETWEEN) and scene in kinds and not amid and seen_first:
            return entry
    return None


def way_places(entry: tables.Entry, draft: WorldDraft, count: int, places: list[Place], chance: Chance, taken: set[str]) -> list[Place]:
    """At most `count` places outside of a country that is travelled to, the start first where no place of the premise is one."""
    used = {place.entry.title for place in places} | entry.words("kinds")
    strange = kinds_strange_to(draft.premise)
    begun = any(place.home for place in places) or len(places) > 1

    def there(row: str, least: int) -> list[str]:
        kinds = [kind for item in entry.items(row) for kind in item.split() if kind not in used | strange]
        of_the_age = [kind for kind in kinds if of_age(kind, draft.genre, draft.age)]
        ageless = draft.age is None and tables.read_all("genres")[draft.genre].one("era", "now") in ("far", "late", "wild")
        if len(of_the_age) < least and ageless:  # robots of tomorrow come by today's roads
            return [kind for kind in kinds if kind in of_the_age or of_age(kind, draft.genre, "now")]
        return of_the_age

    used -= entry.words("from")
    first = [] if begun else there("from", 1)[:1]
    used |= {*entry.words("kinds"), *first}
    along = there("way", count)
    along += there("else", 0) if len(along) < count else []
    some = {*chance.shuffled(tuple(along), "way")[: count - len(first)]}
    return [made_place(plain_name(kind), kind, taken) for kind in [*first, *(kind for kind in along if kind in some)][:count]]
