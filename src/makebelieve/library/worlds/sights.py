"""What every row of the tables of places looks like: the room it is furnished as, the vista it shows, or its biome alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from makebelieve.art.scenery.interiors.catalogue import ROOM_OF, ROOMS
from makebelieve.art.scenery.vistas.catalogue import VISTAS
from makebelieve.worlds.generation import tables


@dataclass(frozen=True, slots=True)
class Sight:
    """A kind of picture. `room` and `vista`: empty where the biome alone is shown."""

    biome: str
    room: str = ""
    vista: str = ""


_ROOMS: Final[dict[str, str]] = {
    "kitchen": "home_kitchen hotel_kitchen old_kitchen",
    "galley": "ship_galley sub_galley airship_galley plane_galley ship_mess",
    "bank": "bank_hall post_office",
    "bedroom": "bedroom",
    "nursery": "nursery toy_room",
    "dormitory": "dormitory",
    "berths": "ship_forecastle ship_bunks airship_cabin",
    "quarters": "sub_bunks plane_crew",
    "parlour": "apartment clubhouse house care_home airship_saloon",
    "backroom": "plain_room",
    "attic": "attic",
    "cellar": "cellar",
    "office": "bank_office copy_room meeting_room office post_room",
    "court": "courtroom",
    "classroom": "classroom",
    "schoolway": "school",
    "ward": "hospital med_bay",
    "waiting": "waiting_room",
    "workshop": "workshop",
    "shop": "shop spice_store supermarket",
    "salon": "hair_salon",
    "bakery": "bakery",
    "tavern": "saloon tavern",
    "bar": "bar nightclub",
    "cafe": "cafe canteen diner restaurant",
    "throne": "throne_room",
    "hall": "viking_hall",
    "assembly": "public_hall school_hall",
    "chapel": "chapel monastery",
    "theatre": "theatre",
    "museum": "museum",
    "aquarium": "aquarium",
    "bridge": "starship_bridge",
    "shipway": "airlock cargo_bay ship_corridor space_station base_tunnel",
    "train": (
        "train train_dining train_corridor train_compartment train_sleeper train_luggage train_guard train_kitchen"
        " train_lounge train_mail train_engine"
    ),
    "cabin": "captain_cabin chart_room ship_wheelhouse airship_bridge",
    "corridor": "haunted_hall hotel_corridor liner_cabin mirror_world",
    "lobby": "hotel_lobby",
    "cage": "lift_cage",
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
    "servers": "server_hall plane_bay",
    "mess": "crew_mess space_base",
    "bus": "team_bus bus_inside plane_cabin plane_first plane_rear small_plane",
    "airport": "airport",
    "scullery": "castle_kitchen",
    "forge": "forge",
    "clockwork": "clock_tower",
    "archive": "archive gallery_store warehouse",
    "hold": "ship_hold sail_locker gun_deck ship_cargo airship_hold plane_hold",
    "vault": "bank_vault strongroom",
    "cloakroom": "cloakroom dressing_room",
    "laundry": "laundry",
    "engine": (
        "engine_room moon_pool sub_engine torpedo_room submarine machine_room base_plant airship_engine airship_gangway plane_cockpit"
        " sub_sonar sub_battery"
    ),
    "ballroom": "ballroom liner_saloon manor",
    "casino": "casino arcade",
    "circus": "circus",
    "subway": "subway",
    "station": "station",
    "carpark": "car_park",
    "science": "laboratory science_room polar_lab",
    "security": "security_room hero_base radio_studio outpost polar_radio",
    "pods": "sleep_pods",
    "lodge": "cabin_wild polar_mess polar_bunks",
    "cell": "prison_wing",
    "bathroom": "bathroom",
    "washroom": "washroom",
    "pool": "swimming_pool",
    "rink": "ice_rink",
    "garage": "home_garage polar_shed",
    "firehouse": "fire_station",
    "mill": "mill",
    "works": "factory drill_tent",
    "tomb": "pyramid tomb_passage tomb_chamber tomb_gallery tomb_shaft tomb_store",
    "atrium": "roman_house",
}
_VISTAS: Final[dict[str, str]] = {
    "span": "shore_bridge",
    "park": "park bandstand",
    "terrace": "terrace roof_garden rooftop_garden",
    "roof": "rooftop water_tower",
    "battlements": "battlements",
    "courtyard": "courtyard",
    "street": "city_street",
    "lane": "old_town",
    "gaslit": "victorian_street",
    "shops": "small_town",
    "square": "town_square",
    "busstop": "bus_stop",
    "filling": "petrol_station",
    "road": "road",
    "motorway": "motorway",
    "railway": "rail_yard",
    "site": "building_site",
    "airfield": "runway",
    "launchpad": "launch_pad",
    "frontier": "frontier_street",
    "fairground": "carnival fairground_ride",
    "playground": "playground",
    "zoo": "zoo",
    "caravans": "caravan_park",
    "camp": "camp hide_camp",
    "market": "market night_market",
    "pitch": "training_field",
    "stadium": "stadium",
    "racetrack": "racetrack",
    "arena": "arena",
    "skatepark": "skate_park",
    "quay": "quay",
    "shipyard": "shipyard",
    "pier": "pier",
    "beach": "island_beach shipwreck whale_bones",
    "mudflat": "tidal_flat",
    "deck": "ship_deck crows_nest ship_quarterdeck",
    "steel": "steel_deck liner_deck riverboat_deck",
    "rig": "oil_rig",
    "boat": "boat_deck",
    "drowned": "drowned_street",
    "lake": "lake_shore open_water",
    "river": "river_crossing",
    "canal": "canal",
    "waterfall": "waterfall",
    "farmyard": "farm corral",
    "crops": "cornfield",
    "vineyard": "vineyard",
    "allotment": "allotment",
    "meadow": "meadow open_ground plain_open",
    "moor": "moorland open_land",
    "grassland": "steppe",
    "savanna": "savanna",
    "cliff": "cliff_top",
    "terraces": "terraced_field",
    "quarry": "quarry",
    "paddy": "rice_paddy",
    "maze": "hedge_maze",
    "golf": "golf_course",
    "treetop": "tree_house treetops",
    "graveyard": "graveyard",
    "forum": "roman_forum roman_street",
    "mudtown": "nile_town",
    "moon": "moon_plain far_moon asteroid",
    "mars": "mars_plain",
    "alien": "alien_plain",
    "skydeck": "airship balloon",
    "clouds": "olympus",
    "oasis": "oasis",
    "canyon": "canyon",
    "rim": "canyon_rim",
    "orchard": "orchard",
}
_BIOMES: Final[dict[str, str]] = {
    "forest": "deep_forest hillside",
    "jungle": "jungle_temple mangrove fern_valley",
    "desert": "desert_dunes salt_flat",
    "snow": "snow_village ice_plain snowfield glacier tundra frozen_lake ski_slope",
    "mountain": "mountain_pass hot_spring",
    "cave": "cave_passage cave_hall cave_river cave_mouth polar_tunnel cavern sea_cave gold_mine underworld hideout painted_cave"
    " mouse_hole anthill ant_tunnel ant_nursery ant_store sewer",
    "underwater": "reef sunken_hall flooded_mall under_ice kelp_forest deep_wreck trench sea_grass fish_market whale_fall sea_grotto"
    " oyster_bed current_road",
    "swamp": "swamp",
    "volcano": "volcano",
    "sky": "cloud_isle",
    "cyber": "neon_alley",
    "wasteland": "ruined_city scrapyard battlefield trench_line rubble_street",
    "castle": "castle_gate",
    "dungeon": "dungeon",
    "garden": "garden_house fairy_court",
    "village": "village_green country_village fishing_village",
    "food": "candy_lane",
    "ruins": "stone_ruins",
    "indoor": "library_old bookshop",
}
SIGHTS: Final[dict[str, Sight]] = {
    **{row: Sight(biome) for biome, rows in _BIOMES.items() for row in rows.split()},
    **{row: Sight(ROOMS[room].biome, room=room) for room, rows in _ROOMS.items() for row in rows.split()},
    **{row: Sight(VISTAS[vista].biome, vista=vista) for vista, rows in _VISTAS.items() for row in rows.split()},
}
"""By row of the tables of places: all of them."""

# Heads that leave no doubt, whatever row the place was told from: a barn is no farmyard.
_SURE: Final[dict[str, str]] = {
    "barn": "barn stable stables cowshed henhouse milking-shed",
    "roof": "roof rooftop roofs",
    "graveyard": "graveyard cemetery churchyard",
    "walled": "walled-garden",
}
# Heads that say it where the row does not speak of them.
_ELSE: Final[dict[str, str]] = {
    "lake": "lake lakeside pond reservoir loch tarn fjord",
    "square": "square piazza plaza",
    "street": "boulevard",
    "shops": "high-street",
    "lane": "alley lane alleyway",
    "road": "crossroads footpath towpath road",
    "crops": "wheatfield cornfield sunflower-field",
    "beach": "beach shore sandbank",
    "pier": "jetty boardwalk promenade pier",
    "quay": "quay wharf harbour harbor dockside marina",
    "span": "bridge footbridge viaduct aqueduct",
    "arena": "colosseum amphitheatre amphitheater bullring boxing-ring",
    "railway": "siding sidings level-crossing",
    "courtyard": "courtyard quadrangle",
    "fairground": "fairground funfair carnival",
    "waterfall": "waterfall waterfalls cascade",
    "meadow": "meadow pasture field",
    "cave": "cave cavern grotto",
    "desert": "desert dunes",
    "orchard": "orchard",
    "garden": "lawn garden",
    "park": "park",
    "forest": "forest wood woods glade",
}
# Parts that many wholes have: they look like their whole, but for the old houses whose halls are feasted in, and corridors of rooms to let.
_PARTS: Final = frozenset(("hall", "great-hall", "grand-hall", "main-hall", "entrance-hall", "corridor", "corridors", "hallway"))
_FEASTED: Final = frozenset(
    ("castle", "palace", "fortress", "keep", "manor", "mansion", "jarl", "king", "queen", "baron", "vikings", "dragon")
)
_LET: Final = frozenset(("hotel", "motel", "hostel", "inn", "ship", "liner", "castle", "palace", "manor", "mansion", "flats", "apartments"))
_MAD: Final = frozenset(("mad", "evil", "secret", "villain", "villains", "alien", "hidden", "monster"))
# What the land around makes of a kind of place: by vista and by the biome that lies about it.
_LYING: Final[dict[tuple[str, str], str]] = {
    ("camp", "desert"): "dry-camp",
    ("road", "desert"): "dry-road",
    ("camp", "snow"): "snow-camp",
    ("road", "snow"): "snow-road",
}
# What only dry land makes of a word: elsewhere a well is a village's, and a gorge lies in the mountains.
_DRY: Final[dict[str, tuple[frozenset[str], str]]] = {
    "oasis": (frozenset(("well", "spring")), "village"),
    "canyon": (frozenset(("ravine", "gorge")), "mountain"),
}
_GRASSY: Final = frozenset(("grassland", "savanna"))
_AFTER: Final = frozenset(
    (
        "of", "in", "at", "on", "by", "behind", "under", "near", "with", "for", "to", "from", "below", "above", "beside", "over", "next",
        "between", "among", "inside", "outside", "beneath", "without", "beyond",
    )
)  # fmt: skip
"""What ends the head of a name."""


def _sight(name: str) -> Sight:
    if name in VISTAS:
        return Sight(VISTAS[name].biome, vista=name)
    if name in ROOMS:
        return Sight(ROOMS[name].biome, room=name)
    return Sight(name)


def _by_word(kinds: dict[str, str]) -> dict[str, Sight]:
    return {word: _sight(kind) for kind, words in kinds.items() for word in words.split()}


_OF_HEAD: Final = _by_word(_SURE)
_OR_HEAD: Final = _by_word(_ELSE)


def head_of(state: str) -> tuple[str, ...]:
    """The words of a place's id up to its head: "roof of the library" is a roof, "great hall" a hall."""
    words = [word for word in state.replace("-", "_").lower().split("_") if word]
    if words and words[-1] == "later":
        words = words[:-1]
    end = next((at for at, word in enumerate(words) if at and word in _AFTER), len(words))
    return tuple(words[:end])


@cache
def _rows_of() -> dict[str, tuple[str, ...]]:
    """The rows that a word, or two joined by an underscore, may stand for."""
    found: dict[str, list[str]] = {}
    for row, entry in tables.read_all("places").items():
        for word in dict.fromkeys((*entry.words("match"),)):
            found.setdefault(word, []).append(row)
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def _names_of(row: str) -> frozenset[tuple[str, ...]]:
    """What a row calls its places, as heads of ids."""
    entry = tables.read_all("places").get(row)
    names = () if entry is None else entry.items("names")
    return frozenset(head_of("_".join(re.sub(r"^(?:on |in |at |behind )?(?:the )?|'", "", name.lower()).split())) for name in names)


def lying(sight: Sight, state: str, land: str | None) -> Sight:
    """What a place looks like with that biome all about it: a camp in the desert stands on sand."""
    there = _LYING.get((sight.vista, land or ""))
    if there is not None:
        return _sight(there)
    said, other = _DRY.get(sight.vista, (frozenset(), ""))
    return Sight(other) if land != "desert" and said & set(head_of(state)[-1:]) else sight


def land_of(rows: Iterable[str]) -> str | None:
    """The biome of the land that most of these rows speak of, as far as they do: "desert", "snow" and the like."""
    told = (SIGHTS[row] for row in rows if row in SIGHTS)
    lands = Counter(
        sight.biome for sight in told if not sight.room and sight.vista not in _GRASSY and (sight.vista, "desert") not in _LYING
    )
    return lands.most_common(1)[0][0] if lands else None


def _whole_of(state: str, head: tuple[str, ...], row: str | None) -> Sight | None:
    """What a part that many wholes have looks like: the great hall of the museum as a museum; None where the head decides."""
    if not head or not {"-".join(head[-2:]), head[-1]} & _PARTS:
        return None
    words = [word for word in state.replace("-", "_").lower().split("_") if word]
    told = words[len(head) : len(head) + 1] in (["of"], ["in"])
    whole = words[len(head) + 1 :] if told else list(head[:-1])
    old = _FEASTED if head[-1] == "hall" else _LET
    names = dict.fromkeys(("_".join(whole).removeprefix("the_").removesuffix("_later"), *whole))
    if not whole or old & set(names):
        return None
    for name in names:
        rows = _rows_of().get(name, ())
        if row in rows:
            return SIGHTS[row or ""]
        if told and len(kinds := {SIGHTS[one] for one in rows}) == 1:
            return kinds.pop()
    return None


def sight_of(state: str, row: str | None) -> Sight | None:
    """What a place looks like by its name and the row it was told from: its head noun, then its row; None where neither is known."""
    words = head_of(state) or ("",)
    named = ("-".join(words[-3:]), "-".join(words[-2:]), words[-1])
    known = SIGHTS.get(row or "")
    if (whole := _whole_of(state, words, row)) is not None:
        return whole
    if words[-1] in ("laboratory", "lab") and _MAD & set(state.split("_")):
        return Sight("lab")
    for word in named:
        if word in _OF_HEAD:
            return _OF_HEAD[word]
    if known is not None and any(row in _rows_of().get(word.replace("-", "_"), ()) for word in named):
        return known
    own = row is not None and words in _names_of(row)
    for word in named:
        room = ROOM_OF.get(word)
        # What was told as open ground is no room, whatever its name: a fallen temple.
        roofed = known is None or tables.read_all("places")[row or ""].one("air", "open") != "open"
        if room is not None and roofed and not (own and known is not None and known.biome not in ROOMS[room].hosts):
            return _sight(room)
        if word in _OR_HEAD and not own:
            return _OR_HEAD[word]
    if known is not None:
        return known
    for word in named:
        kinds = {SIGHTS[one] for one in _rows_of().get(word.replace("-", "_"), ())}
        if len(kinds) == 1:
            return kinds.pop()
    return None
