"""The table of rooms: who furnishes them, in what colours, where they are found and which words name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from makebelieve.art.scenery.biomes import Painter, Place
from makebelieve.art.scenery.interiors import (
    castle,
    church,
    cinemas,
    civic,
    crannies,
    evenings,
    glasshouse,
    halls,
    homes,
    keeps,
    lofts,
    offices,
    receptions,
    sheds,
    shelters,
    starship,
    stations,
    stores,
    taverns,
    towers,
    trades,
    travel,
    underfoot,
    venues,
    wards,
    workshops,
)


def _colors(text: str) -> dict[str, str]:
    """Names and colours in pairs."""
    words = text.split()
    return {name: f"#{color}" for name, color in zip(words[::2], words[1::2], strict=True)}


@dataclass(frozen=True, slots=True)
class Interior:
    """A room that is told by its furniture."""

    biome: str
    """Where it is at home; what games make of it."""
    place: Place
    schemes: tuple[dict[str, str], ...]
    """Colours that change from one such room to the next."""
    hosts: frozenset[str]
    """Biomes whose words may stand beside its own: a castle has a chapel."""

    def scheme(self, seed: int) -> dict[str, str]:
        """The colours of that seed."""
        return self.schemes[seed % len(self.schemes)] if self.schemes else {}


_WARM: Final = ("#a8785a", "#ecd2a8")
_COOL: Final = ("#9cc2d6", "#eef7f7")
_DIM: Final = ("#1a1526", "#3c3048")
_COMMON: Final = (
    "wall e0d2b4 wood 9a6440 wood2 6a4632 iron 4c5060 metal a8b4c0 brass d8a848 linen f2f0ea cloth b8485a accent d86a5a plant 5aa058 "
    "lamp ffe09a tube f4fbff fire ff9a3c stone a8a4a8 brick b0684c glass a8d0dc screen 2f8fa8 curtain b03a48 carpet 8a4a5a tile e8eef0 trim 7fa0a8 "
    "floor 8f8f98 hull 7c8698 door b8c0cc "
)


def _room(biome: str, painter: Painter, colors: str, *schemes: str, sky: tuple[str, str] = _WARM, hosts: str = "") -> Interior:
    place = Place(sky, painter, _colors(_COMMON) | _colors(colors), clouds=False, closed=True, lamps=True, wall=True, air=(0.14, 0.03, 0.0))
    return Interior(biome, place, tuple(_colors(one) for one in schemes), frozenset((biome, *hosts.split())))


ROOMS: Final[dict[str, Interior]] = {
    "kitchen": _room("indoor", homes.KITCHEN, "wall ece4cc cloth d86a5a tile f0ece0 trim d86a5a", "", "wall d4e4dc cloth 4f8a7a accent 4f9a8a tile e4eeea trim 4f8a7a", "wall f0dcb0 cloth 5a7fb0 accent 5a8ac0 tile f4ecd8 trim 5a7fb0"),
    "bedroom": _room("indoor", homes.BEDROOM, "wall c8b8dc quilt 4f7ab0", "", "wall b8d0dc quilt b0605a curtain 4f6a9a", "wall e8ccc0 quilt 5a9a7a curtain 6a8a5a"),
    "nursery": _room("indoor", homes.NURSERY, "wall b8d0dc quilt d8843c curtain 4f6a9a", "", "wall c8b8dc quilt 4f7ab0", "wall e8d8b0 quilt 5a9a7a curtain b0605a"),
    "dormitory": _room("indoor", homes.DORMITORY, "wall c8d0c0 quilt 6a7f9a", "", "wall dcd0b8 quilt 9a5a5a"),
    "parlour": _room("indoor", homes.PARLOUR, "wall d8c49c cloth 4f7a8a", "", "wall b8ccb4 cloth a8584a carpet 4f6a8a", "wall d4b4ac cloth 5a6a4a carpet b0885a"),
    "bathroom": _room("indoor", homes.BATHROOM, "wall dce8ec tile cfe4e8 trim 5a8fa0", "", "wall f0e4d8 tile f0dcd0 trim b0705a cloth 5a8fa0", "wall e0ecd8 tile dcecd4 trim 5f9a78 cloth d8a04a", sky=_COOL),
    "washroom": _room("indoor", homes.WASHROOM, "wall dce4e8 tile c8d4d8 trim 4f7f94", "", "wall e4e4d8 tile d4d4c4 trim 6a8a5f", "wall e8dcd8 tile dccfc8 trim 9a6a5a", sky=_COOL),
    "attic": _room("indoor", lofts.ATTIC, "wall a87c54 wood 8a5a3c", "", "wall 9a8468 wood 7a5a44"),
    "cellar": _room("dungeon", lofts.CELLAR, "stone 7c7484 wood 8a5c3c", "", "stone 8a7c70 wood 7a4f38", sky=_DIM, hosts="indoor castle"),
    "office": _room("indoor", offices.OFFICE, "wall c4ccd4 wood b08a5c cloth 3f5a78 carpet 6a7888", "", "wall d8d2c0 cloth 6a4a4a carpet 7a6a5a", "wall b8ccc4 cloth 3f6a5a carpet 56706a", sky=_COOL, hosts="lab city"),
    "classroom": _room("indoor", offices.CLASSROOM, "wall c8d4b0 board 2f5a4a chalk f0f0e0 book b0483f", "", "wall dcccb0 board 34404c", "wall b8ccd8 board 2f5a4a book 3f7a8a"),
    "ward": _room("lab", wards.WARD, "wall c2dae4 wood 9db2c4 accent d86a5a curtain 6fb8b0 blanket 7fa8d8", "", "wall d4e4d4 curtain 8ab87a blanket 8fb8a0", "wall e0dcd0 curtain b8a078 blanket a890b8", sky=_COOL, hosts="indoor space city"),
    "workshop": _room("indoor", workshops.WORKSHOP, "wall b08a60 wood 94643e paint 4f7aa8 accent c8483c", "", "wall 98907c wood 8a6a48 accent 4f7a9a", hosts="factory"),
    "garage": _room("indoor", workshops.GARAGE, "brick 94807a paint 3f7ab0 accent c8483c", "", "brick a07060 paint d8b040", "brick 7c8490 paint b0483f accent e0a030", sky=_COOL, hosts="factory city"),
    "shop": _room("indoor", trades.SHOP, "wall e8d8b4 dado 7a9a86", "", "wall d8dcc8 dado a8685a cloth 4f7a9a", "wall e4ccb8 dado 5a7890 accent 5f9a78"),
    "bakery": _room("indoor", trades.BAKERY, "wall f4e4c4 tile f4ead8 trim c08a5c brass dca050", "", "wall f0d8d0 tile f4e8e0 trim a87078 accent 5a9a94", "wall dce8dc tile eef2e4 trim 7a9a7c"),
    "tavern": _room("indoor", taverns.TAVERN, "wall d8bc8c wood 9a6440 wood2 6a4228", "", "wall c8b496 wood 8a5a3c wood2 54382a", "wall dcc8a0 wood a8703f wood2 74482c", hosts="dungeon village castle"),
    "bar": _room("indoor", taverns.BAR, "wall 6a4a4c wood 6a4230 accent 3f8a7a cloth 9a3a48 neon ff5f9a neon2 4fe0e8", "", "wall 4c5266 wood 5a4438 cloth 3f5a8a neon 5fd0ff neon2 ffb04f", "wall 5c5248 wood 7a4a34 cloth 4f7a4a neon ff8a4f neon2 8aff7a", sky=_DIM, hosts="city cyber"),
    "cafe": _room("indoor", taverns.CAFE, "wall ecdcc0 dado 8a6a54 tile f0e8dc trim 9a7a64 cloth b8584a", "", "wall d8e0d0 dado 5a7a6a trim 7a9a8a cloth 4f8a6a", "wall e8d0c8 dado 6a5a78 trim 8a7a9a cloth 6a5a9a", hosts="city"),
    "market": _room("indoor", trades.MARKET, "brick b89a84 iron 3f5a54 accent d0583c cloth 3f7a9a", "", "brick a0a094 iron 4a4a5c", "brick c0a070 iron 6a3f3a", hosts="village city"),
    "throne": _room("dungeon", castle.THRONE, "stone 948ca4 cloth a8303c", "", "stone a49c94 cloth 3f4f9a", "stone 8c98a0 cloth 5a3a7a", sky=_DIM, hosts="castle indoor ruins"),
    "hall": _room("dungeon", castle.HALL, "stone 90887c cloth a8404c", "", "stone 8c8c9c cloth 3f6a4a", "stone a0947c cloth 4a4a8a", sky=_DIM, hosts="castle indoor ruins"),
    "chapel": _room("dungeon", church.CHAPEL, "stone b0a898 stain d8404c stain2 4f7ad8 stain3 f0c040 stain4 4fa868", "", "stone a0a0ac stain b84a9a stain2 3fa0d0", "stone b4a48c stain e0703c stain2 5a5ac8", sky=_DIM, hosts="castle indoor ruins village"),
    "theatre": _room("indoor", venues.theatre, "wall 5a2f3c cloth b0303c sky 6fa8d8 stone 6a6a8a", "", "wall 3c3a5a cloth 4a3f9a", "wall 3f4a3c cloth 2f7a4a", sky=_DIM, hosts="city"),
    "museum": _room("indoor", venues.MUSEUM, "wall c8bcae dado 7a5a54 tile e4dccc trim a89a88 stone ccc4b8 linen f4f0e4", "", "wall a8b8b4 dado 4f6a68 trim 8a9a94", "wall c4a8a0 dado 6a3f44 trim a08478", hosts="city"),
    "bridge": _room("lab", starship.BRIDGE, "hull 8494b0 void 10163c planet d08a5c screen 3fa8d8 cloth 3f4658 accent e0604c plant 5fd08a", "", "hull 949a90 screen 4fc8a0 planet 5a9ad0 cloth 6a3f3f", "hull 787ca0 screen d89a3f planet b07ad0 accent 4fa0e0", sky=_DIM, hosts="space cyber"),
    "shipway": _room("lab", starship.SHIPWAY, "hull 8c9cb4 void 10163c planet d08a5c screen 3fa8d8 accent e0a04c plant 5fd08a", "", "hull 8c8c84 screen 4fc8a0 accent d85a4c", "hull 7a84a0 screen d89a3f", sky=_DIM, hosts="space cyber"),
    "train": _room("indoor", travel.TRAIN, "wall 6a8a7a wood 8a4f34 linen ece0c8 cloth a83f48 carpet 6a3f44 land 5a9a5c", "", "wall a8845c wood 6a4230 cloth 3f5a8a carpet 3f4a6a", "wall 8a9ab0 wood 7a5a44 cloth 3f7a5a carpet 5a5a4a"),
    "berths": _room("indoor", travel.BERTHS, "wall b08858 wood 7c5032 cloth a8404c quilt 6a7f9a accent 3f7ab0", "", "wall 9a7c5c wood 6a442e quilt 8a5a4a", hosts="ocean island underwater"),
    "quarters": _room("indoor", travel.QUARTERS, "hull 8c9cb4 wood 5c6880 quilt 4f7a8a metal a8b4c0", "", "hull 949a90 wood 666c64 quilt 8a5a4a", sky=_DIM, hosts="space ocean underwater lab"),
    "cabin": _room("indoor", travel.CABIN, "wall b08858 wood 7c5032 cloth a8404c accent 3f7ab0", "", "wall 9a7c5c wood 6a442e cloth 3f5f8a", "wall bc9868 wood 8a5a38 cloth 4f7a54", hosts="ocean island underwater"),
    "corridor": _room("indoor", travel.CORRIDOR, "wall dcc8a0 dado 8a4a44 wood 8a5636 carpet a03a44", "", "wall c0ccc0 dado 4f6a62 carpet 3f6a5a cloth 3f6a5a", "wall d4c0c4 dado 5a4a6a carpet 4f4478 cloth 4f4478"),
    "lift": _room("indoor", travel.LIFT, "wall d8ccb4 dado 6a5a4a stone b4aaa0 tile ece4d4 trim 8a7a68", "", "wall c4ccd0 dado 4a5a68 trim 6a7a88", hosts="city"),
    "greenhouse": _room("garden", glasshouse.GREENHOUSE, "linen eef2ee far 4f9a6a pot c4704a petal e04f4c petal2 f0a0d0 stone b4aca0 brick a8705a", "", "petal f0c040 petal2 b07ae0 pot 9a6a54", "petal d84a8a petal2 fff0a0 linen b8c8c0", sky=_COOL, hosts="village"),
    "cell": _room("dungeon", civic.CELL, "wall 7c7884 cloth 6a5a4a", "", "wall 867c70 cloth 4a5a6a", "wall 70807c cloth 6a4a4a", sky=_DIM, hosts="indoor castle"),
    "police": _room("indoor", civic.POLICE, "wall c8ccc4 dado 5a7088 wood2 5a4638 cloth 34507a beacon 4f8aff tile e0e0dc trim 8a949c", "", "wall d4c8ac dado 7a6a4a trim 9a8a70", hosts="city"),
    "gym": _room("indoor", civic.GYM, "wall d8dcd8 dado 4f7a9a wood b8844c cloth b0383f glass 9ac4d8", "", "wall e0d4c0 dado a85a4a accent 3f7a9a cloth 3f5a8a", "wall ccd8d0 dado 4a7a5a accent d8a03f", sky=_COOL, hosts="city"),
    "armoury": _room("dungeon", keeps.ARMOURY, "stone 8c8490 cloth a8404c", "", "stone 90887c cloth 3f5a8a", sky=_DIM, hosts="castle"),
    "scullery": _room("dungeon", keeps.SCULLERY, "stone 9c9088 cloth a84a3c", "", "stone 8c8c94 cloth b0584a", sky=_DIM, hosts="castle indoor"),
    "forge": _room("factory", keeps.FORGE, "stone 7c7078 cloth 8a5a3c brick 8a5a4c", "", "stone 84786c", sky=_DIM, hosts="dungeon castle indoor village"),
    "clockwork": _room("indoor", keeps.CLOCKWORK, "wall 8a6a4c wood 7a5236 metal b0a890", "", "wall 7c7064 brass c89040", hosts="castle factory city"),
    "archive": _room("dungeon", stores.ARCHIVE, "wall 98948c metal 7a8494 accent a8604a cloth 4f6a8a linen e0d4b4", "", "wall 8c9894 accent 5a7a5a", sky=_DIM, hosts="indoor"),
    "hold": _room("dungeon", stores.HOLD, "wall 8a6848 wood 6a4830 linen c8b890", "", "wall 7c6450", sky=_DIM, hosts="ocean indoor"),
    "vault": _room("dungeon", stores.VAULT, "wall 9094a0 metal a0a8b8 accent 4f6a8a", "", "wall a09a8c accent 8a4a44", sky=_DIM, hosts="indoor city"),
    "cloakroom": _room("indoor", stores.CLOAKROOM, "wall d0bc9c dado 6a3f4a carpet 7a3f44 accent a8583c", "", "wall c0c4b4 dado 3f5a54 carpet 4f5a4a"),
    "laundry": _room("indoor", stores.LAUNDRY, "wall e4ecec tile d8e8ec trim 5a8fa8 cloth 6a9ac8 accent e08a6a", "", "wall f0e8d8 tile ece4d4 trim b07a5a", sky=_COOL),
    "engine": _room("factory", stores.ENGINE, "hull 78848c accent c8483c brass c89a4a", "", "hull 84807a brass d0a850", sky=_DIM, hosts="space ocean lab underwater"),
    "ballroom": _room("indoor", evenings.BALLROOM, "wall e4d4b8 cloth a83f4c tile f0e6d4 trim b89a78 iron 34343f", "", "wall c4d0dc cloth 3f5a9a trim 8a94a8", "wall d8c4d4 cloth 6a4a8a trim a08a9a", hosts="castle"),
    "casino": _room("indoor", evenings.CASINO, "wall 7a3440 felt 2f7a54 cloth 8a2f3c carpet 5a2f4a neon ff5f9a neon2 5fe0e8 accent d8483c", "", "wall 3c4468 felt 3f5a9a carpet 34406a", sky=_DIM, hosts="city cyber"),
    "circus": _room("indoor", evenings.CIRCUS, "cloth c83f44 linen f4e8cc sand d8b07a accent 3f6fb0", "", "cloth 3f6fb0 accent c83f44", "cloth 4f8a54 accent d8803c", hosts="village city"),
    "subway": _room("dungeon", stations.SUBWAY, "wall c4c8c8 tile e4e8e4 trim 4f6a8a accent d0483c cloth 34507a floor 84848c", "", "tile e8e0c8 trim 5a7a4a cloth 5a3f6a", sky=_DIM, hosts="city cyber"),
    "station": _room("indoor", stations.STATION, "brick b08a74 cloth 3f5a7a linen e8e0d0", "", "brick a8a090 cloth 7a3f44", hosts="city"),
    "bank": _room("indoor", stations.BANK, "wall d4ccb8 dado 5a4a3c stone c4b8a8 tile e8e0d0 trim 9a8c78", "", "wall bcc8c4 dado 3f5a50 trim 8a9890", hosts="city"),
    "galley": _room("indoor", travel.GALLEY, "wall 9c8c74 wood 6a4a34 cloth c85a4a", "", "wall 8496a4 wood 4f6070 cloth 4f8a9a", sky=_DIM, hosts="ocean underwater"),
    "carpark": _room("city", stations.CARPARK, "wall a0a09c accent d8a83c paint b0483f floor 7c7c84", "", "wall 989ca4 accent 4f8ad0 paint d0d4d8", "wall a49c94 accent 5a9a5a paint 3f6fa8", sky=_DIM, hosts="dungeon"),
    "security": _room("lab", stations.SECURITY, "wall 8c98a8 cloth 3f4658 screen 3fa8c8 accent e0604c", "", "wall 98948c screen 4fc8a0", sky=_DIM, hosts="indoor city"),
    "pods": _room("lab", stations.PODS, "hull 8c9cb4 screen 3fa8d8 liquid 6fd0e8 cloth 5a7090 accent e0a04c plant 5fd08a", "", "hull 949a90 liquid 8ae0b0", sky=_DIM, hosts="space cyber"),
    "lodge": _room("indoor", stations.LODGE, "wall a87848 wood 7c5030 cloth a8403c accent e0b85a", "", "wall 94704c cloth 3f6a4a", hosts="forest snow mountain"),
    "lamproom": _room("indoor", towers.LAMPROOM, "wall e4e0d4 iron 4a5a64 sea 3f7fb0 glass c8e8ec", "", "wall d8a89c iron 5a4a4a", sky=_COOL, hosts="ocean island"),
    "study": _room("indoor", towers.WIZARD, "stone 847c90 potion 5fd08a potion2 c878e0 cloth 6a4fa0 accent c85a4a", "", "stone 90867c potion 5fb0e8 potion2 f0a04a", sky=_DIM, hosts="castle dungeon"),
    "belfry": _room("dungeon", towers.BELFRY, "stone a09a94 brass c08a4a", "", "stone 9494a4", sky=_DIM, hosts="castle indoor ruins"),
    "temple": _room("indoor", towers.TEMPLE, "wall e4c890 accent a83a30 lantern e8583c cloth e8a0b0 stone a8a098", "", "wall c8c4a8 accent 7a3f2f lantern f0a040", hosts="ruins garden mountain jungle"),
    "washitsu": _room("indoor", towers.WASHITSU, "wall e0d0a8 wood 7a5636 mat c8c48a linen f6f0e0 land 6aa05c petal f08ab0 accent a83f3c cloth 3f5a7a", "", "wall ccc8a8 mat bcb87c cloth 7a3f4a", hosts="garden village"),
    "bunker": _room("dungeon", shelters.BUNKER, "wall 8c9088 accent c8a03c metal 8a9490 cloth 5a6a4a", "", "wall 94908c accent c8583c cloth 4f5a6a", sky=_DIM, hosts="wasteland indoor"),
    "servers": _room("cyber", shelters.SERVERS, "hull 5a5f80 neon 4fe0e8 neon2 ff5f9a alarm ff8a4a screen 3fa8d8 cloth 4a4f6a accent ff5f9a", "", "hull 4f6a70 neon 8aff9a neon2 4fb0ff", sky=_DIM, hosts="lab space indoor"),
    "mess": _room("lab", shelters.MESS, "hull 94a4b8 void 10163c planet d08a5c screen 3fa8d8 accent e0904c cloth 4f7a9a plant 6ab06a", "", "hull a0a090 accent d85a4c cloth 6a5a8a", sky=_DIM, hosts="space"),
    "bus": _room("city", shelters.BUS, "wall dce0e0 accent 3f6fb0 cloth c8503c floor 6a6a74 land 7a86a0", "", "wall e8e0cc accent b0483c cloth 3f5a8a", "wall d8e4d8 accent 3f7a54 cloth d8a03c", sky=_COOL),
    "airport": _room("lab", shelters.AIRPORT, "wall d8e0e4 tile e8ecec trim a8b4bc accent 3f7ab0 cloth 3f5a7a plane eef2f6 land 9aa4a0", "", "wall e4dcd0 trim b8a898 accent d8803c cloth 5a4a6a", sky=_COOL, hosts="city indoor"),
    "mill": _room("factory", sheds.MILL, "wall c0a078 linen f2ead8 stone b4aca0", "", "wall a88c6c wood 8a6044", sky=_WARM, hosts="indoor village"),
    "barn": _room("indoor", sheds.BARN, "wall a8764c wood2 6a4630 hay e0b850 hide a8683c", "", "wall 94644a hide 6a4a3c", hosts="garden village"),
    "works": _room("factory", sheds.WORKS, "brick a07060 accent d89a3c wood b08a5c", "", "brick 8c8484 accent 3f7ab0", "brick a08c70 accent 5a9a5a", sky=_COOL, hosts="indoor city"),
    "firehouse": _room("indoor", sheds.FIREHOUSE, "brick b08a78 accent d0342c cloth c8a058 beacon 4f8aff", "", "brick a8a098", sky=_COOL, hosts="city"),
    "pool": _room("indoor", halls.POOL, "wall e4eef0 tile e4f0f2 trim 3f8ab0 pool 5fc0dc accent e0503c", "", "trim 3f9a8a pool 6fd0d0 accent 3f5fb0", sky=_COOL, hosts="city"),
    "rink": _room("indoor", halls.RINK, "wall a8b8cc ice dcecf6 accent c83c44 cloth 3f5a8a", "", "wall b8b4c8 accent 3f7ab0 cloth a84450", sky=_COOL, hosts="snow city"),
    "court": _room("indoor", halls.COURT, "wall d8ccb0 dado 6a4630 cloth 8a2f3a book b0483f", "", "wall c4c8c0 dado 5a4a3c cloth 3f4f7a", hosts="city"),
    "aquarium": _room("indoor", halls.AQUARIUM, "wall 4a5f80 sea 3f9ad0 carpet 3a4a6a accent f08a4a brass f0d050", "", "wall 5a5a78 sea 3fb0b8 carpet 44405a", sky=_DIM, hosts="city underwater"),
    "salon": _room("indoor", halls.SALON, "wall ecd8dc trim b07a8a tile f0e8ec cloth 3a3a48 accent e08aa8", "", "wall d8e4e0 trim 5a8a84 accent 5ab0a0 cloth 7a4a3c", sky=_COOL, hosts="city"),
    "assembly": _room("indoor", halls.HALL, "wall e4d8bc dado 7a8a78 cloth a0343f accent d8843c", "", "wall d4dce0 dado 5a7088 cloth 3f5a8a", hosts="city village"),
    "tomb": _room("dungeon", halls.TOMB, "stone d0a870 sea 3f7fb0 accent c4503c brass e0b040 linen f2e8d0 plant 4f8a5a iron 34343f", "", "stone c49860 accent a83f5a", sky=_DIM, hosts="desert"),
    "atrium": _room("ruins", halls.ATRIUM, "wall c8543c dado 7a2f2c stone e4dccc tile e8dcc4 sea 5ab0d0 cloth a83040 accent c4703c", "", "wall d8a848 dado 8a3f2c cloth 3f5f9a", hosts="indoor"),
    "waiting": _room("indoor", receptions.WAITING, "wall dce0d0 dado 7f9a94 cloth 4f7a8a tile e4e6de trim b4c0b8", "", "wall e4d8c4 dado a08468 cloth 8a5a4a accent 4f8a7a", hosts="city lab"),
    "lobby": _room("indoor", receptions.LOBBY, "wall e0d0b0 dado 6a4636 cloth a03f44 tile ece4d4 trim a8907c", "", "wall c8d0cc dado 3f5a58 cloth 3f6a6a tile e4e8e4 trim 8aa09c", hosts="city"),
    "cage": _room("indoor", receptions.CAGE, "wall c8ac84 wood 8a5c3c carpet 6a3f48 metal b4bcc4", "", "wall b8bcc0 wood 6a7078 carpet 4a5264 metal c4ccd4", hosts="city lab"),
    "schoolway": _room("indoor", receptions.SCHOOLWAY, "wall e8e0c4 dado 7aa08c accent 4f86a8 tile e4e0d4 trim b8b0a0", "", "wall d8e0e4 dado 6f8aa8 accent c8604a", "wall e4dcc8 dado a8846a accent 5f9a74", hosts="city"),
    "science": _room("indoor", receptions.SCIENCE, "wall dce8e8 wood 9a7a58 accent d8604a tile e8eeee", "", "wall e4e4d4 accent 4f8ab0 cloth 5f9a74", sky=_COOL, hosts="lab city"),
    "cinema": _room("indoor", cinemas.CINEMA, "wall 4a3440 cloth b0303c curtain a02c38 carpet 5a2c38", "", "wall 343a54 cloth a83844 carpet 34344c", "wall 44382f cloth b8403c curtain 8a2f3c", sky=_DIM, hosts="city"),
    "foyer": _room("indoor", cinemas.FOYER, "wall d8b88c dado 7a3038 cloth b0303c carpet 6a2f44", "", "wall c4c4b4 dado 34525a carpet 34465f accent d88a4a", "wall dcb4a4 dado 4a3450 carpet 4a3458", hosts="city"),
    "projection": _room("indoor", cinemas.PROJECTION, "wall 8a8478 dado 5a4a44 accent b0603c", "", "wall 7c8490 dado 444a58 accent 5a8a94", "wall 94806c dado 5a3f38 accent 8a9a4a", sky=_DIM, hosts="city"),
    "taxi": _room("city", shelters.TAXI, "wall 5a5560 cloth 6a4a3c floor 4a4a54 land 6f7a94 alarm ff4a3c linen d8ccb8", "", "wall 4a5a5c cloth 8a5f3a", "wall 6a5a48 cloth 7a3a3c", sky=_COOL),
    "kitchenfloor": _room("indoor", underfoot.KITCHEN_FLOOR, "wall d8c8a4 tile f0e8d8 trim a8685a", "", "wall b8ccc4 tile eceee4 trim 5f8a80 accent 4f8aa0", "wall dcc0a8 tile f2e6d0 trim 6f7fa0 accent 5a9a6a"),
    "stoveback": _room("indoor", underfoot.BEHIND_STOVE, "brick 8a5a4c stone 9a94a0 brass b8844c", "", "brick 7c6a60 brass a89060", "brick 94684a stone a49a90", sky=_DIM),
    "pantry": _room("indoor", underfoot.PANTRY, "wall b08a5c accent b8383f", "", "wall a4a08c accent 8a3a6a cloth 4f7a9a", "wall 9c7c60 accent c8702f cloth 5a8a5a"),
    "dresser": _room("indoor", crannies.UNDER_DRESSER, "wall 8c7c70 wood 8a5c3c wood2 5a3c2c brick c0703c", "", "wall 74808a wood 7a5a44 accent 4f8ab0 cloth 5a9a6a", "wall 8a8468 wood 94643e accent e0a03c cloth 5a6ab0", sky=_DIM),
    "underfloor": _room("indoor", crannies.UNDER_FLOOR, "wall 6a5a58 wood 8a6444 stone 84786c brick 94604c", "", "wall 5f626c wood 7a5c44", "wall 74624c wood 946a40 stone 8c8478", sky=_DIM),
    "backroom": _room("indoor", halls.PLAIN, "wall dcd2bc", "", "wall c8d0c8 accent 5a8a7a", "wall d0c4b4 accent 5a7ab0", hosts="city village"),
}  # fmt: skip
"""Rooms by name."""
_WORDS: Final = {
    "kitchen": "kitchen kitchens scullery",
    "bedroom": "bedroom bedrooms bedchamber",
    "nursery": "nursery nurseries playroom toy-room",
    "dormitory": "dormitory dormitories bunkhouse",
    "parlour": "parlour parlor lounge livingroom living-room sitting-room drawing-room apartment",
    "bathroom": "bathroom bathrooms",
    "washroom": "washroom washrooms lavatory lavatories toilet toilets restroom restrooms",
    "attic": "attic attics garret",
    "cellar": "cellar cellars basement wine-cellar",
    "office": "office offices boardroom meeting-room",
    "classroom": "classroom classrooms school schoolroom",
    "ward": "hospital hospitals clinic infirmary hospital-ward",
    "workshop": "workshop workshops toolshed",
    "garage": "garage garages",
    "shop": "shop shops boutique supermarket grocery toyshop pharmacy general-store",
    "bakery": "bakery bakehouse patisserie",
    "tavern": "tavern taverns inn inns alehouse pub",
    "bar": "nightclub speakeasy cocktail-bar",
    "cafe": "cafe café cafeteria restaurant diner bistro teahouse coffeehouse canteen",
    "market": "market-hall covered-market",
    "throne": "throne-room throneroom",
    "hall": "great-hall feast-hall mead-hall banquet-hall banqueting-hall feasting-hall",
    "chapel": "chapel chapels church churches nave cathedral",
    "theatre": "theatre theater theatres theaters playhouse opera-house auditorium",
    "museum": "museum museums gallery",
    "bridge": "starship-bridge spaceship-bridge ship-bridge cockpit",
    "shipway": "airlock",
    "train": "train-carriage railway-carriage sleeping-car dining-car train-compartment",
    "cabin": "captains-cabin ship-cabin stateroom",
    "berths": "forecastle ships-berths",
    "quarters": "bunk-room bunkroom",
    "corridor": "corridor corridors hallway",
    "schoolway": "school-corridor",
    "waiting": "waiting-room",
    "lobby": "lobby hotel-lobby hotel-reception",
    "science": "science-room chemistry-lab school-laboratory hospital-laboratory research-laboratory",
    "lift": "lift-landing elevator-landing",
    "cage": "elevator",
    "greenhouse": "greenhouse greenhouses glasshouse conservatory",
    "cell": "prison-cell jail prison gaol",
    "police": "police-station sheriffs-office",
    "gym": "gym gymnasium dojo",
    "armoury": "armoury armory armouries",
    "scullery": "castle-kitchen",
    "forge": "forge smithy",
    "clockwork": "clock-tower clocktower",
    "archive": "archive archives storeroom stockroom",
    "hold": "ships-hold cargo-hold",
    "vault": "bank-vault strongroom treasury",
    "cloakroom": "cloakroom",
    "laundry": "laundry laundromat launderette",
    "engine": "engine-room boiler-room",
    "ballroom": "ballroom ballrooms",
    "casino": "casino casinos",
    "circus": "circus big-top",
    "subway": "subway subway-platform metro-station",
    "bank": "banking-hall bank-hall",
    "galley": "ships-galley galley",
    "station": "railway-station train-station station-hall",
    "carpark": "car-park parking-garage",
    "security": "security-room control-room",
    "pods": "sleeping-deck sleep-pods",
    "lodge": "log-cabin lodge",
    "lamproom": "lighthouse lamp-room",
    "study": "wizards-tower wizards-study alchemists-laboratory",
    "belfry": "belfry bell-tower",
    "temple": "temple pagoda",
    "washitsu": "tatami tea-room",
    "bunker": "bunker fallout-shelter",
    "servers": "server-room server-hall data-centre data-center",
    "mess": "crew-mess mess-hall",
    "bus": "team-bus school-bus",
    "airport": "airport departure-hall",
    "mill": "watermill windmill",
    "barn": "barn stable stables cowshed",
    "firehouse": "fire-station firehouse",
    "pool": "swimming-pool swimming-baths",
    "rink": "ice-rink",
    "court": "courtroom courthouse",
    "aquarium": "aquarium",
    "salon": "barbershop hairdressers hair-salon",
    "assembly": "village-hall town-hall assembly-hall",
    "tomb": "burial-chamber",
    "works": "factory-hall machine-hall",
    "cinema": "cinema cinemas movie-theater movie-theatre picture-house",
    "foyer": "cinema-foyer theatre-foyer theater-foyer",
    "projection": "projection-room projection-booth",
    "taxi": "taxi-interior",
    "kitchenfloor": "kitchen-floor",
    "stoveback": "behind-stove",
    "pantry": "pantry-shelf",
    "dresser": "under-dresser",
    "underfloor": "underfloor under-floorboards crawlspace",
    "backroom": "back-room backroom",
    "atrium": "atrium",
}
_HINTS: Final = {
    "attic": "loft",
    "bar": "bar",
    "bridge": "bridge",
    "cabin": "cabin",
    "hold": "hold",
    "vault": "vault",
    "cell": "cell cells",
    "garage": "mechanic",
    "cage": "lift",
    "police": "police sheriff",
    "shop": "store stores",
    "tavern": "saloon",
    "theatre": "stage opera",
    "throne": "throne",
    "train": "train carriage compartment",
    "ward": "ward",
}
ROOM_OF: Final[dict[str, str]] = {word: room for room, words in _WORDS.items() for word in words.split()}
"""Words that name a room, two of them joined by a hyphen."""
_HINTED: Final = {word: room for room, words in _HINTS.items() for word in words.split()} | ROOM_OF


def rooms_said(words: Sequence[str], biome: str | None = None) -> list[str]:
    """The rooms that words name, in their order: of those that are found in `biome`; where it is None, of those that their words alone leave no doubt of."""
    known = ROOM_OF if biome is None else _HINTED
    plain = [word.replace("'s", "s").replace("’s", "s") for word in words]
    found = []
    at = 0
    while at < len(plain):
        pair = known.get("-".join(plain[at : at + 2])) if at + 1 < len(plain) else None
        room = pair or known.get(plain[at])
        if room is not None and (biome is None or biome in ROOMS[room].hosts):
            found.append(room)
        at += 2 if pair is not None else 1
    return found
