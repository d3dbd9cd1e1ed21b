"""Worlds that a premise plays in besides the dry earth of people: what a kind of place is among the stars, under the sea or in the far north."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.reading import WORLDS
from makebelieve.worlds.generation.years import year_of

# Venues that are a world of their own: only the genres named here walk into one that the premise does not name.
ONLY: Final[dict[str, tuple[str, ...]]] = {
    "starship": ("scifi", "space_opera"),
    "submarine": (),
    "flood": ("postapoc",),
    "planet": ("scifi", "space_opera"),
    "moon": ("scifi", "space_opera"),
    "mars": ("scifi", "space_opera"),
    "rock": ("scifi", "space_opera"),
    "base": ("scifi", "space_opera"),
}
SETTLEMENTS: Final = (
    "old_town", "village_green", "country_village", "small_town", "city_street", "rubble_street", "frontier_street", "victorian_street", "roman_street", "fishing_village",
)  # fmt: skip
"""What a name that nobody knows is called after: "walks into Perdition"."""
GROUNDS: Final = ("moon_plain", "far_moon", "mars_plain", "asteroid", "alien_plain")
_KITCHENS_TO_HIRE: Final = frozenset(
    ("hotel", "restaurant", "chef", "chefs", "cook", "cooks", "waiter", "waitress", "diner", "dishwasher", "banquet", "michelin")
)
_CARE: Final = frozenset(("nurse", "nurses", "patient", "patients", "doctor", "surgeon", "hospital", "ward", "clinic"))
_LODGING: Final = frozenset(("hotel", "motel", "inn", "guest", "guests", "porter", "receptionist", "chambermaid", "concierge"))
"""Who speaks of a room by its number."""
_ROYAL: Final = frozenset(("king", "queen", "emperor", "sultan", "royal", "palace", "castle", "prince", "princess", "king's", "queen's"))
_PASSENGERS: Final = frozenset(("orchestra", "cruise", "passenger", "passengers", "steward", "stewardess", "liner", "titanic"))
_GROUND_OF: Final = {"mars": "mars_plain", "the moon": "moon_plain"}
"""What a canyon is that is one of theirs."""
_SUBMERGED: Final = {
    "house": "sea_grotto", "cavern": "sea_grotto", "cabin_wild": "sea_grotto", "bedroom": "sea_grotto", "throne_room": "sunken_hall",
    "castle_gate": "sunken_hall", "school": "reef", "classroom": "reef", "garden_house": "sea_grass", "market": "fish_market",
    "shipwreck": "deep_wreck", "whale_bones": "whale_fall", "island_beach": "sea_grass", "quay": "sea_grass", "sea_cave": "sea_grotto",
    "city_street": "fish_market", "village_green": "fish_market", "small_town": "fish_market", "old_town": "fish_market",
}  # fmt: skip
"""What stands for a place of the dry land among those who live in the sea."""
SEA_BORN: Final = frozenset(
    (
        "mermaid",
        "merman",
        "merboy",
        "mermaids",
        "octopus",
        "squid",
        "shark",
        "dolphin",
        "seahorse",
        "lobster",
        "clownfish",
        "jellyfish",
        "starfish",
        "eel",
    )
)
"""Who lives under the sea, where a premise sets no tank about them."""
_WITHIN: Final = re.compile(
    r"\b(?:in|inside) (?:the |an? |her |his |their |my |our )?(?:[a-z]+ ){0,2}(?:castle|palace|fortress|citadel)\b", re.IGNORECASE
)
_BOTTOM: Final = re.compile(
    r"(?<!from )(?<!from the )\b(?:bottom|bed|floor) of (?:the |an? )?(?:[a-z]+ )?(?:bay|sea|ocean|lake|harbour|harbor|lagoon|fjord)\b",
    re.IGNORECASE,
)
_STORMED: Final = frozenset(("storm", "attack", "besiege", "siege", "enter", "reach", "guard", "defend", "break"))
_NORTHERN: Final = frozenset(("inuit", "eskimo", "igloo", "igloos", "sled", "sledge", "huskies", "sami", "arctic"))
OTHER_WORLDS: Final = frozenset(("moon", "lunar", "mars", "martian", "asteroid", *WORLDS))
"""Ground to build on, and weight to walk with."""
OFF_EARTH: Final = OTHER_WORLDS | {"orbital", "orbit", "space"}
_OFF: Final = re.compile(
    r"\b(?:spaceships?|starships?|spacecrafts?|space (?:ship|station|port|colony|freighter|cruiser|pirate|captain|pilot)s?|spaceports?|starports?|cryo[- ]?sleep|"
    r"cryogenic|hyperspace|hyperdrive|warp (?:drive|core|speed)|(?:colony|generation|mining|seed|alien|survey|star|rocket) ships?|in orbit|orbital|orbiting|spacewalk|"
    r"airlock|galaxy|galactic|interstellar|star systems?|asteroids?|astronauts?|cosmonauts?|(?:ice|mining|prison|desert|jungle|ocean|gas|far|distant|frozen|alien|red) "
    r"(?:moon|planet)s?|(?:on|to|from) (?:the )?(?:planet|moon) (?:of )?[A-Z]|on [Mm]ars|to [Mm]ars|[Mm]ars (?:base|colony|station|outpost)|(?:moon|lunar|martian) (?:base|colony|station))\b"
    r"|\b(?:near|around|above|past|behind|beyond|off) (?:Saturn|Jupiter|Neptune|Uranus|Pluto|Venus|Mercury|Mars)\b"
    r"|\b(?:moon of|moons of|planet|asteroid|Planet) [A-Z][a-z]+|\b[A-Z][a-z]+['’]s (?:moon|moons|orbit)\b",
)
"""What only stories off the earth speak of."""
_PLAYED: Final = re.compile(
    r"\b(?:school|homework|museum|toys?|costume|film|movie|play|dreams?|draws?|drawing|telescope|wish(?:es)? on|cardboard|video game|backyard|garden|village|farm|"
    r"bedroom|grandma|grandpa|mum|dad|dog|cat|kids?|kindergarten|librar(?:y|ian)|crashes (?:in|on|into) (?:a|the|our|my|his|her)|lands in)\b",
    re.IGNORECASE,
)
"""Words with which a story that speaks of ships between the stars may play at home all the same."""
_FROM_HERE: Final = re.compile(
    r"\b(?:talks?|speaks?|writes?|calls?|listens?|sends? (?:a )?(?:message|letter|signal)s?) (?:to|with) (?:the |an? |her |his )?(?:astronaut|alien|moon|space)|mission control|astronomer|observatory",
    re.IGNORECASE,
)
"""Words of those who stay below and only reach for the stars."""
_SPACE_AGE: Final = 2020
"""Until which year nobody lives on another world."""
SHIPS: Final = frozenset(("ship", "liner", "boat", "galleon", "wreck", "ferry", "yacht", "steamer", "frigate", "submarine"))
TOWNS: Final = frozenset(("city", "town", "street", "streets", "village", "metropolis", "district", "quarter"))
_SHIPS_OF_EARTH: Final = frozenset(("ship_deck", "steel_deck", "liner_deck", "boat_deck", "riverboat_deck"))
_BETWEEN_STARS: Final = {
    "hospital": "med_bay", "waiting_room": "med_bay", "greenhouse": "hydroponics", "factory": "engine_room", "machine_room": "engine_room", "warehouse": "cargo_bay",
    **dict.fromkeys(("tavern", "bar", "saloon", "diner", "cafe", "restaurant", "canteen", "nightclub"), "crew_mess"),
}  # fmt: skip
"""What a room of the earth is like on a ship or a station."""
_HARBOURS: Final = frozenset(("quay", "shipyard", "pier"))
"""What is a ship's deck or a dock between the stars where the premise plays there."""
_WITH_WASHROOMS: Final = frozenset(
    ("airport", "school", "classroom", "station", "museum", "supermarket", "office", "cafe", "restaurant", "diner", "bar", "nightclub", "stadium", "theatre",
     "petrol_station", "hospital", "courtroom", "police_station", "casino", "zoo", "swimming_pool", "gym_hall")
)  # fmt: skip
_PUBLIC: Final = frozenset(
    ("airport", "school", "station", "mall", "stadium", "cinema", "restaurant", "office", "club", "museum", "train", "plane")
)
"""Kinds and words of buildings whose bathroom is for anybody."""
_AT_SEA: Final = frozenset(
    ("sea", "ocean", "arctic", "antarctic", "polar", "atlantic", "pacific", "ice", "iceberg", "harbour", "port", "island",
     "whaling", "fishing")
)  # fmt: skip
"""Words with which a ship is one of the sea, whatever the genre."""
BASES: Final = frozenset(("base", "station", "colony", "outpost", "dome", "habitat", "camp", "greenhouse"))


def off_earth(premise: str) -> bool:
    """Whether a premise plays among the stars and nowhere on the earth: whoever carries a parcel to a moon comes by no ford."""
    if _OFF.search(premise) is None or _PLAYED.search(premise) is not None:
        return False
    year = year_of(premise)
    return (year is None or year > _SPACE_AGE) and _FROM_HERE.search(premise) is None


def in_its_world(kind: str, noun: str, draft: WorldDraft) -> str:
    """The kind as it is off the earth or under the sea, where the rest of the premise plays: a plain of Mars, a crab's house."""
    table = tables.read_all("places")
    kinds = {site.kind for site in draft.places if site.kind is not None}
    far = "far_moon" if WORLDS & set(re.findall(r"[a-z]+", draft.premise.lower())) else None
    ground = next((one for one in GROUNDS if one in kinds), far) if draft.genre in ONLY["planet"] else None
    if off_earth(draft.premise) and draft.genre in ONLY["starship"] and not table[kind].words("venue") & ONLY.keys():
        if noun in SHIPS | {"vessel", "freighter", "craft", "cruiser"} or kind in _HARBOURS or kind in _SHIPS_OF_EARTH:
            return "space_station"
        if table[kind].one("air") == "inside":
            return _BETWEEN_STARS.get(kind, "space_station")
        if kind in (*SETTLEMENTS, "open_land", "camp", "quarry", "gold_mine"):
            return "space_base"
    ground = ground or next((one for word, one in _GROUND_OF.items() if re.search(rf"\bof {word}\b", draft.premise.lower())), None)
    if ground is not None and noun in BASES:
        return "space_base"
    if (
        noun in ("town", "city", "house", "home")
        and draft.genre == "ancient"
        and re.search(r"\b(?:roman|rome|pompeii|gladiator)", draft.premise, re.IGNORECASE)
    ):
        return "roman_house" if noun in ("house", "home") else "roman_street"
    if ground is not None and table[kind].one("air") == "open" and kind not in GROUNDS and not table[kind].items("venue"):
        return ground
    told = set(re.findall(r"[a-z]+", draft.premise.lower()))
    if _BOTTOM.search(draft.premise) and kind in ("open_water", "lake_shore", "quay", "island_beach"):
        return "reef"
    if noun in ("island", "isle", "islet"):  # palms and turtles are not on every one
        wild = "volcano" if "volcanic" in told else "lake_shore" if told & {"lake", "river", "pond"} else "cliff_top"
        return (
            wild if wild != "cliff_top" or told & {"rocky", "cold", "northern", "windy", "lonely", "bare", "stormy", "lighthouse"} else kind
        )
    deep = any(table[one].one("air") == "sea" or one == "submarine" for one in kinds)
    sea_born = draft.player is not None and bool(SEA_BORN & set(draft.player.phrase.lower().split()))
    deep = deep or sea_born or bool(told & {"underwater", "undersea", "seabed"}) or "bottom of the sea" in draft.premise.lower()
    if deep and noun in BASES:
        return "moon_pool"
    if deep and draft.player is not None and (sea_born or draft.player.category == "creature"):
        return _SUBMERGED.get(kind, kind)
    if deep and noun in TOWNS and told & {"bottom", "beneath", "under", "deep", "seabed", "sunken"}:
        return "sunken_hall"
    if kind == "castle_gate" and draft.goal.purpose not in ("deliver", "reach") and _WITHIN.search(draft.premise) and not told & _STORMED:
        return "throne_room"  # whoever is in a castle is past its gate
    if noun in ("wall", "walls", "floor", "floorboards", "skirting") and told & {"mouse", "mice", "rat", "rats"}:
        return "under_floor" if noun.startswith("floor") else "mouse_hole"
    if kind in SETTLEMENTS and noun in ("village", "town", "settlement") and told & _NORTHERN:
        return "snow_village"
    return _as_told(kind, noun, kinds, told)


def _as_told(kind: str, noun: str, kinds: set[str], told: set[str]) -> str:
    """A kitchen or a floor as one of the house that the rest of a premise speaks of."""
    if noun == "kitchen" and kind == "hotel_kitchen" and not told & _KITCHENS_TO_HIRE:
        return "castle_kitchen" if told & _ROYAL else "home_kitchen"
    if noun in ("room", "ward", "bed") and kind == "plain_room" and told & _CARE:
        return "hospital"
    if kind == "waiting_room" and told & {"station", "railway", "train", "trains", "platform"}:
        return "station"
    if kind == "bathroom" and (kinds & _WITH_WASHROOMS or told & _PUBLIC):
        return "washroom"  # no tub stands in an airport
    if noun == "room" and kind == "plain_room" and told & _LODGING:
        return "hotel_corridor"
    if noun == "room" and kind == "plain_room" and told & {"her", "his", "my", "our", "their"}:
        return "bedroom"
    if noun == "floor" and kind == "hotel_corridor" and not told & {"hotel", "guest", "guests", "porter"}:
        return "hospital" if "hospital" in kinds or told & {"nurse", "doctor", "ward", "surgeon"} else "office"
    if noun == "floor" and kind == "hotel_lobby":
        return "hotel_corridor"
    if kind == "space_station" and noun in SHIPS and not told & OFF_EARTH and told & _AT_SEA:
        return "steel_deck"
    if kind in ("ship_deck", "steel_deck") and noun in SHIPS and told & _PASSENGERS:
        return "liner_deck"
    return kind
