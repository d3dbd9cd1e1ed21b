"""How one is in a place: "on" the deck, "in" the hall, "at" the quay."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation import tables

_ON: Final = frozenset((
    "ship_deck", "island_beach", "mountain_pass", "rooftop", "train", "volcano", "cloud_isle", "desert_dunes", "snowfield", "ice_plain", "alien_plain",
    "battlefield", "airship", "candy_lane", "road", "shore_bridge", "subway", "crows_nest", "ship_quarterdeck", "gun_deck", "racetrack", "drowned_street", "toy_room", "space_station", "whale_bones", "olympus", "frontier_street",
    "moon_plain", "far_moon", "mars_plain", "asteroid", "salt_flat", "terraced_field", "glacier", "tundra", "steppe", "moorland", "hillside", "oil_rig", "steel_deck",
    "liner_deck", "kitchen_floor", "rocky_shore", "pantry_shelf", "compost_heap", "log_pile", "cliff_top", "canyon_rim", "tidal_flat", "ski_slope", "golf_course", "frozen_lake", "building_site", "launch_pad", "bus_inside",
))  # fmt: skip
_IN: Final = frozenset((
    "deep_forest", "swamp", "meadow", "canyon", "treetops", "village_green", "city_street", "market", "victorian_street", "neon_alley",
    "ruined_city", "garden_house", "flower_bed", "long_grass", "vegetable_bed", "graveyard", "jungle_temple", "fishing_village", "fairy_court", "scrapyard", "roman_forum", "stone_ruins",
    "arena", "park", "orchard", "kelp_forest", "deep_wreck", "sea_grass",
    "rice_paddy", "quarry", "mangrove", "vineyard", "cornfield", "rooftop_garden", "shipyard", "trench_line", "rubble_street", "open_land", "hide_camp",
    "fern_valley", "nile_town", "country_village", "boat_deck", "old_town", "roman_street", "small_town", "town_square", "courtyard", "rail_yard", "skate_park", "hedge_maze", "tree_house",
))  # fmt: skip
_COUNTRIES: Final = frozenset(("snowfield", "ice_plain", "desert_dunes", "tundra", "steppe", "glacier"))
"""Kinds of land of which a name is a country's."""
_AT_IT: Final = re.compile(
    r"\b(?:show|fair|festival|contest|competition|wedding|party|ball|concert|funeral|match|final|auction|reunion|race|marathon|regatta|derby|tournament|championship|parade|picnic|sale)s?$"
)
_ON_IT: Final = re.compile(
    r"\b(?:floor|deck|highway|motorway|roof|rooftop|pitch|stage|plain|green|bridge|terrace|quay|pier|dock|platform|hillside|hill|slope|moor|heath|steppe|"
    r"tundra|glacier|runway|rig|liner|flats?|cliff|rim|rink|balcony|(?<!below )(?<!under the )stairs|staircase|walk|beach|island|shore|ice|ferry|trawler|pavement|towpath|farm|ranch|planet|moon)$"
)
_IN_IT: Final = re.compile(
    r"(?:desert|jungle|yard|greenhouse|forest|land|world|[Kk]ingdom| car| carriage| compartment|\b(?:valley|dell|vale|harbour|square|street|mall|city|town|village|kitchen|subway|metro|flat below|apartment flat))$"
)
"""How one is in what a name ends with, whatever kind of place stands for it."""


def way_of_being(name: str, entry: tables.Entry) -> str:
    """How one is in a place of a kind: "on" the deck, "in" the hall, "at" the quay."""
    if name.startswith(("the edge ", "the bend ", "the end ", "the foot ", "the corner ")):
        return "at"
    head = re.split(r" (?:of|on|in|at|by|near|behind|under|below|above) ", name)[0]
    if re.search(r"\bflat$", head) and entry.one("air") == "inside":
        return "in"
    if re.search(r"\b[Pp]ole$|\b(?:grave|tomb|graveside|memorial|statue|monument|well|fountain)$", head):
        return "at"
    if re.search(r"\b(?:hedge|fence)$", head):
        return "by"
    if _AT_IT.search(head) or (entry.title == "island_beach" and head.endswith((" sea", " ocean"))):
        return "at"  # one stands on its shore
    if _IN_IT.search(head):
        return "in"
    if _ON_IT.search(head) and " on " not in name:
        return "on"
    if re.match("(?:the )?[A-Z]", name) and entry.title in _COUNTRIES:
        return "in"  # Jotunheim, Siberia
    return "on" if entry.title in _ON else "in" if entry.title in _IN or entry.one("air") != "open" else "at"
