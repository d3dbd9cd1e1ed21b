"""What kind of place a state's picture shows, and at what hour: by what the world's maker noted of it, else by its name and prose."""

from __future__ import annotations

import unicodedata
from typing import Any, Final

from makebelieve.art.scenery.cityscapes import vista_said
from makebelieve.art.scenery.interiors.catalogue import ROOMS, rooms_said
from makebelieve.language import TIME_OF, biome_of, tag, tokenise
from makebelieve.worlds.generation import tables
from makebelieve.worlds.spelling import spelled

NOTED: Final = "sites"
"""Key of a world's metadata: state -> the row of the tables of places that it was told from (worlds.generation)."""

# Rows of the tables of places by the biome that draws them, where that is not the usual one of their air.
_ROWS: Final[dict[str, str]] = {
    "forest": "camp deep_forest treetops hillside lake_shore",
    "jungle": "jungle_temple mangrove waterfall fern_valley",
    "desert": "desert_dunes canyon canyon_rim nile_town pyramid oasis salt_flat steppe",
    "snow": "ice_rink snowfield glacier tundra frozen_lake ski_slope",
    "mountain": "mountain_pass moorland quarry hot_spring hide_camp cliff_top open_land terraced_field",
    "cave": "cavern sea_cave gold_mine anthill underworld hideout painted_cave sewer",
    "underwater": "reef sunken_hall flooded_mall under_ice",
    "ocean": "crows_nest quay ship_deck pier drowned_street shipyard boat_deck oil_rig steel_deck liner_deck open_water",
    "island": "island_beach shipwreck whale_bones tidal_flat",
    "swamp": "swamp",
    "volcano": "volcano",
    "sky": "cloud_isle airship",
    "space": "alien_plain mirror_world moon_plain far_moon mars_plain asteroid",
    "city": "arena park racetrack road shore_bridge city_street rooftop stadium water_tower roof_garden terrace bandstand"
    " petrol_station bus_stop building_site rail_yard skate_park rooftop_garden motorway runway launch_pad town_square"
    " courtyard",
    "cyber": "neon_alley",
    "wasteland": "ruined_city scrapyard battlefield frontier_street trench_line rubble_street",
    "castle": "castle_gate battlements",
    "dungeon": "dungeon",
    "haunted": "graveyard",
    "garden": "orchard zoo garden_house farm meadow savanna river_crossing fairy_court playground training_field"
    " corral plain_open vineyard cornfield allotment rice_paddy golf_course hedge_maze canal tree_house open_ground",
    "village": "village_green country_village small_town market night_market victorian_street fishing_village carnival fairground_ride"
    " caravan_park old_town",
    "factory": "mill factory",
    "lab": "laboratory science_room",
    "food": "candy_lane",
    "ruins": "stone_ruins roman_forum olympus roman_street roman_house",
}
_BIOME_OF_ROW: Final[dict[str, str]] = {row: biome for biome, rows in _ROWS.items() for row in rows.split()}
_ROOM_OF_ROW: Final[dict[str, str]] = {
    row: room
    for room, rows in {
        "kitchen": "home_kitchen hotel_kitchen old_kitchen",
        "galley": "ship_galley sub_galley",
        "bank": "bank_hall post_office",
        "bedroom": "bedroom nursery toy_room",
        "dormitory": "dormitory",
        "parlour": "apartment clubhouse house plain_room care_home",
        "attic": "attic",
        "cellar": "cellar",
        "office": "bank_office copy_room meeting_room office post_room courtroom",
        "classroom": "classroom school",
        "ward": "hospital med_bay waiting_room",
        "workshop": "workshop",
        "shop": "shop spice_store supermarket hair_salon",
        "bakery": "bakery",
        "tavern": "saloon tavern",
        "bar": "bar nightclub",
        "cafe": "cafe canteen diner restaurant",
        "throne": "throne_room",
        "hall": "viking_hall",
        "chapel": "chapel monastery",
        "theatre": "theatre public_hall",
        "museum": "museum aquarium",
        "bridge": "starship_bridge",
        "shipway": "airlock cargo_bay ship_corridor space_station base_tunnel",
        "train": "train",
        "cabin": "captain_cabin",
        "corridor": "haunted_hall hotel_corridor liner_cabin",
        "lift": "hotel_lobby lift_cage",
        "greenhouse": "greenhouse hydroponics",
        "police": "sheriff_office police_station",
        "gym": "gym_hall locker_room",
        "armoury": "armoury",
        "lamproom": "lamp_room",
        "study": "wizard_tower",
        "belfry": "belfry tower_room",
        "temple": "temple",
        "washitsu": "samurai_house",
        "bunker": "bunker",
        "servers": "server_hall",
        "mess": "crew_mess space_base",
        "bus": "team_bus bus_inside",
        "airport": "airport",
        "scullery": "castle_kitchen",
        "forge": "forge",
        "clockwork": "clock_tower",
        "archive": "archive gallery_store warehouse",
        "hold": "ship_hold",
        "vault": "bank_vault strongroom",
        "cloakroom": "cloakroom dressing_room",
        "laundry": "laundry",
        "engine": "engine_room moon_pool sub_engine torpedo_room submarine machine_room base_plant",
        "ballroom": "ballroom liner_saloon",
        "casino": "casino arcade",
        "circus": "circus",
        "subway": "subway",
        "station": "station",
        "carpark": "car_park",
        "security": "security_room hero_base radio_studio outpost",
        "pods": "sleep_pods",
        "lodge": "cabin_wild",
        "cell": "prison_wing",
        "bathroom": "swimming_pool bathroom",
        "garage": "fire_station home_garage",
    }.items()
    for row in rows.split()
}
_VISTA_OF_ROW: Final[dict[str, str]] = {
    row: vista
    for vista, rows in {
        "span": "shore_bridge",
        "park": "park bandstand",
        "terrace": "terrace rooftop roof_garden rooftop_garden water_tower",
    }.items()
    for row in rows.split()
}
_BIOME_OF_AIR: Final = {"inside": "indoor", "under": "dungeon", "sea": "underwater"}
# A morning is lit as the day is; dawn is the hour before.
_HOURS: Final = {**TIME_OF, "morning": "day", "breakfast": "day"}
# Sunrise is told by what it leaves of the night, dusk by the day that it drains: the passing hour goes before the lasting one.
_ORDER: Final = ("dawn", "dusk", "night", "day")
# A name is taken at its word from this weight on.
_SURE: Final = 0.9


def biome_for(state: str, told: dict[str, Any], row: str | None = None) -> str | None:
    """The biome of a state: of the row it was told from, as long as its prose still speaks of that place; else of its name, then its prose.

    None where neither says anything: the painter decides.
    """
    prose = str(told["base"])
    meant = "ending" in told or _spoken_of(state, prose)
    if row is not None and meant and (noted := biome_of_row(row)) is not None:
        return noted
    # A place that was made into another keeps its id only.
    named = _sought(state.replace("_", " ").replace("-", " ")) if row is None or meant else None
    if named is not None and named[1] >= _SURE:
        return named[0]
    # What stands in a place says less of it than its name, and the first sentence more than the others.
    first = _sought(prose.split(". ")[0])
    found = max((one for one in (named, first) if one is not None), key=lambda one: one[1], default=None)
    return (found or _sought(prose) or (None,))[0]


def biome_of_row(row: str) -> str | None:
    """What draws a row of the tables of places; None for one under the open sky of which nothing more is known, and for none of them."""
    if row in _ROOM_OF_ROW:
        return ROOMS[_ROOM_OF_ROW[row]].biome
    if row in _BIOME_OF_ROW:
        return _BIOME_OF_ROW[row]
    entry = tables.read_all("places").get(row)
    return None if entry is None else _BIOME_OF_AIR.get(entry.one("air", "open"))


def room_for(state: str, told: dict[str, Any], row: str | None, biome: str | None) -> str:
    """How a state of that biome is furnished: by its name, else by the row it was told from; empty where neither names a room."""
    # A place that was made into another keeps its id only.
    if row is not None and "ending" not in told and not _spoken_of(state, str(told["base"])):
        return ""
    words = tokenise(state.replace("_", " ").replace("-", " "))
    told_of = [room for room in rooms_said(words) if biome in ROOMS[room].hosts]
    # What the name leaves no doubt of goes before the row it was told from, and that before what a word may mean.
    room = told_of[-1] if told_of else _ROOM_OF_ROW.get(row or "")
    if room is not None and biome in ROOMS[room].hosts:
        return room
    hinted = rooms_said(words, biome) if biome is not None else []
    return hinted[-1] if hinted else ""


def vista_for(state: str, told: dict[str, Any], row: str | None, biome: str | None) -> str:
    """Which part of a city a state of that biome shows: by its name, else by the row it was told from; empty for its streets."""
    if biome != "city":
        return ""
    if row is not None and "ending" not in told and not _spoken_of(state, str(told["base"])):
        return vista_said(tokenise(str(told["base"]).split(". ")[0])) or ""
    return vista_said(tokenise(state.replace("_", " ").replace("-", " "))) or _VISTA_OF_ROW.get(row or "", "")


def _spoken_of(state: str, prose: str) -> bool:
    """Whether prose names a place: also as a café, of which an id keeps the plain letters."""
    plain = unicodedata.normalize("NFKD", prose).encode("ascii", "ignore").decode()
    return spelled(state).search(prose) is not None or spelled(state).search(plain) is not None


def _sought(text: str) -> tuple[str, float] | None:
    """The biome that a text names most clearly, the last of equals: a head noun stands behind what describes it."""
    best: tuple[str, float] | None = None
    for token in tag(tokenise(text[:450])):
        place = biome_of(token.lemma or token.word) or biome_of(token.word)
        if place is not None and (best is None or place[1] >= best[1]):
            best = (place[0], place[1])
    return best


def light_for(state: str, told: dict[str, Any], hour: str | None) -> str | None:
    """day, dawn, dusk or night as the prose of a state tells it; else the world's `hour`; None where neither says anything."""
    # A night market stands in the morning too.
    said = {_HOURS[word] for word in tokenise(spelled(state).sub("", str(told["base"]))) if word in _HOURS}
    return next((light for light in _ORDER if light in said), _HOURS.get(hour or ""))
