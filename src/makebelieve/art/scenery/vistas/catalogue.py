"""The table of vistas: who paints them, in what colours, which biome they belong to and which words name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from makebelieve.art.scenery.biomes import BIOMES, Painter, Place
from makebelieve.art.scenery.vistas import afar, city, drylands, fields, grounds, heaps, outings, shores, small, streets, waters


@dataclass(frozen=True, slots=True)
class Vista:
    """A place out of doors that is told by what stands in it."""

    biome: str
    """Where it is at home; what games make of it."""
    place: Place


_COMMON: Final = (
    "grass 62b050 grass2 6cb458 leaf 3f9348 leaf2 3b8a5c leaf3 3f9070 needle 2f7a58 needle2 3a7f68 trunk 7a5236 bark 5a4a44 rock 8a90a8 rock2 767d98 "
    "petal ef6f9c petal2 7a6fd8 petal3 ffd95e flag d9403a timber 8a6040 plaster ecd9b4 plaster2 c8b8d0 roof b8584a stone a8a29c smoke dcdfe6 iron 565a6c "
    "window ffd88a glass 8fc0dc wall 9aa0b4 wall2 72809f wall3 b07a68 brick 9a5a4c lamp ffe08a door 5f4a44 awning c8483c cream f2ead8 sign 3f6a8a "
    "path d0b88c sand f0d8a0 sand2 dcc088 fruit e07a3c rope c8a468 water 5ab4dc water2 3f97cc water3 2c78b4 sail f6efdc castle a8a4bc canvas c8b878 "
    "fire ff9a3c asphalt 62646f gravel 9a948c accent e0a03c hay d8b050 hide e0a850 skin d8a078 tile d8b48c pot c4704a heather a07ab0 straw d8b45c "
    "straw2 c8ac6c reed b0a04a snow f0f6fc cliff d2855c mud d0a06c marble e8e4dc brass d8a848 fall e4f4fc plant 5aa058 "
)


def _colors(text: str) -> dict[str, str]:
    """Names and colours in pairs."""
    words = text.split()
    return {name: f"#{color}" for name, color in zip(words[::2], words[1::2], strict=True)}


def _vista(biome: str, painter: Painter, colors: str = "", **other: Any) -> Vista:
    home = BIOMES[biome]
    sky = other.pop("sky", home.sky)
    return Vista(biome, replace(home, sky=sky, painter=painter, colors=_colors(_COMMON) | _colors(colors), **other))


_DAY: Final = ("#559fe2", "#f2f0e4")
_OPEN: Final[dict[str, Any]] = {"sky": _DAY, "closed": False, "clouds": True, "stars": False, "nebula": None, "air": (0.5, 0.22, 0.0)}

VISTAS: Final[dict[str, Vista]] = {
    "span": _vista("city", city.span, "water 5aa4cc span b8a48c rail cfc4b4 stone a49c98"),
    "park": _vista("city", city.park, "water 6ab4d8 path d8c49c"),
    "terrace": _vista("city", city.terrace, "awning 3f8ab4 iron 5a5a6c"),
    "roof": _vista("city", city.roof, "tile 9a9494"),
    "battlements": _vista("castle", city.battlements),
    "courtyard": _vista("city", city.courtyard, "plaster d8c4a0 stone b0a89c"),
    "street": _vista("city", streets.street),
    "lane": _vista("village", streets.lane),
    "gaslit": _vista("village", streets.gaslit, "stone 8a8890"),
    "shops": _vista("village", streets.shops),
    "square": _vista("city", streets.square, "stone b4aca0"),
    "busstop": _vista("city", streets.busstop),
    "filling": _vista("city", streets.filling),
    "road": _vista("garden", streets.road),
    "motorway": _vista("city", streets.motorway),
    "railway": _vista("city", streets.railway),
    "site": _vista("city", streets.site),
    "airfield": _vista("city", streets.airfield),
    "launchpad": _vista("city", streets.launchpad),
    "frontier": _vista("desert", streets.frontier, "board a8784c board2 8a6a58 window 6f9cc4"),
    "fairground": _vista("village", outings.fairground),
    "playground": _vista("garden", outings.playground),
    "zoo": _vista("garden", outings.zoo),
    "caravans": _vista("garden", outings.caravans),
    "camp": _vista("forest", outings.camp),
    "market": _vista("village", outings.market),
    "pitch": _vista("garden", outings.pitch),
    "stadium": _vista("city", outings.stadium),
    "racetrack": _vista("garden", outings.racetrack),
    "arena": _vista("ruins", outings.arena, "stone c4b498"),
    "skatepark": _vista("city", outings.skatepark),
    "quay": _vista("ocean", waters.quay, "hull 3f6a9a"),
    "shipyard": _vista("ocean", waters.shipyard),
    "pier": _vista("ocean", waters.pier),
    "beach": _vista("island", waters.beach),
    "mudflat": _vista("island", waters.mudflat, "sand b8a47c sand2 a8987c"),
    "deck": _vista("ocean", waters.deck),
    "steel": _vista("ocean", waters.steel),
    "rig": _vista("ocean", waters.rig),
    "boat": _vista("ocean", waters.boat),
    "drowned": _vista("ocean", waters.drowned),
    "lake": _vista("forest", waters.lake),
    "river": _vista("forest", waters.river),
    "canal": _vista("garden", waters.canal, "water2 5a98a8"),
    "waterfall": _vista("forest", waters.waterfall),
    "farmyard": _vista("garden", fields.farmyard),
    "crops": _vista("garden", fields.crops),
    "vineyard": _vista("garden", fields.vineyard),
    "allotment": _vista("garden", fields.allotment, "path 9a7450"),
    "meadow": _vista("garden", fields.meadow),
    "moor": _vista("mountain", fields.moor, "grass 8a9a58 grass2 8f9a6c"),
    "grassland": _vista("desert", fields.grassland),
    "savanna": _vista("desert", fields.savanna),
    "cliff": _vista("mountain", fields.cliff),
    "terraces": _vista("mountain", fields.terraces),
    "quarry": _vista("mountain", fields.quarry, "stone c0b49c path c8b898"),
    "paddy": _vista("garden", fields.paddy, "path 8a6f4c water 8fc4d4"),
    "maze": _vista("garden", grounds.maze),
    "golf": _vista("garden", grounds.golf),
    "treetop": _vista("forest", fields.treetop),
    "graveyard": _vista("haunted", grounds.graveyard, "stone a4a2a8", **_OPEN),
    "forum": _vista("ruins", afar.forum, "stone d0c4ac roof c4704a"),
    "mudtown": _vista("desert", afar.mudtown, "window 5a4638"),
    "moon": _vista("space", afar.moon, "rock a4a4ac rock2 84848e planet2 4f94d8", nebula=None),
    "mars": _vista("space", afar.mars, "sand c4704a sand2 b0603f cliff a8543c", sky=("#b8785a", "#f0c8a0"), stars=False, nebula=None),
    "alien": _vista("space", afar.alien, "planet e07a5c planet2 5aa8dc planet3 c88ae0 ring e8d0a0 rock 7a5fa8 rock2 5f4c94 stem 4fb0a0 bulb e07ac8"),
    "skydeck": _vista("sky", afar.skydeck),
    "oasis": _vista("desert", drylands.oasis),
    "canyon": _vista("desert", drylands.canyon, "sand e0a878 sand2 d8986c cliff c8684a"),
    "rim": _vista("desert", drylands.rim, "sand e0a878 cliff c8684a mud b0583f"),
    "dry-camp": _vista("desert", drylands.dry_camp),
    "dry-road": _vista("desert", drylands.dry_road, "path c8a878"),
    "snow-camp": _vista("snow", drylands.snow_camp),
    "snow-road": _vista("snow", drylands.snow_road, "rock c4d0dc"),
    "rocks": _vista("ocean", shores.rocks, "rock 5a5c6c rock2 7a86a0 kelp 5f6f3c"),
    "flowerbed": _vista("garden", small.flower_bed, "mud 6a4c3a"),
    "longgrass": _vista("garden", small.long_grass, "mud 7a6444"),
    "vegetables": _vista("garden", small.vegetable_bed, "mud 74543c grass 8cc85a"),
    "pond": _vista("garden", small.garden_pond, "water2 4f9ab0"),
    "logpile": _vista("garden", heaps.log_pile, "timber a8794c mud 6a5440"),
    "compost": _vista("garden", heaps.compost, "trunk 6a4c34 bark 54402f"),
    "hedge": _vista("garden", heaps.hedge_bottom, "leaf3 5a7a4a trunk 6a4c3a"),
    "wallfoot": _vista("garden", small.foot_of_wall, "stone b4a894 rock 6a6660 mud 7a5c44"),
    "orchard": _vista("garden", drylands.orchard),
    "walled": _vista("garden", drylands.walled, "brick b0684c mud 7a5a40"),
    "clouds": _vista("sky", afar.clouds, "grass 6cc05a"),
}  # fmt: skip
"""Vistas by name."""
_WORDS: Final = {
    "span": "bridge footbridge riverside embankment quayside",
    "park": "park bandstand lawn commons",
    "terrace": "terrace balcony rooftop roof",
    "fairground": "fairground carnival funfair",
    "playground": "playground",
    "zoo": "zoo menagerie",
    "quay": "quay harbour harbor wharf dockside",
    "pier": "pier jetty promenade",
    "waterfall": "waterfall",
    "farmyard": "farmyard barnyard",
    "stadium": "stadium",
    "graveyard": "churchyard",
    "caravans": "campervan caravan-site trailer-park",
}
_SAID: Final = {word: vista for vista, words in _WORDS.items() for word in words.split()}


def vista_said(words: Sequence[str], biome: str | None = None) -> str | None:
    """The vista that the first of these words names, of those of a biome where one is given; None where none does."""
    said = (_SAID[word] for word in words if word in _SAID)
    return next((vista for vista in said if biome is None or VISTAS[vista].biome == biome), None)
