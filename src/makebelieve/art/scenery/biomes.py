"""The table of biomes: sky, colours in daylight, and who paints the three depths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from makebelieve.art.scenery import built, wild
from makebelieve.art.scenery.plane import Plane

Painter = Callable[[Plane, int], None]


@dataclass(frozen=True, slots=True)
class Place:
    """A biome."""

    sky: tuple[str, str]
    """Zenith and horizon in daylight; a closed place's own darkness."""
    painter: Painter
    colors: dict[str, str]
    """Material -> colour in daylight, before the air."""
    clouds: bool = True
    closed: bool = False
    """No daylight: the hour changes what is seen through windows at most."""
    lamps: bool = False
    """Closed, and as dark as the hour where none of its lamps shines."""
    dims: bool = False
    """Closed, and yet reached by the hour's light."""
    wall: bool = False
    """A wall lies behind everything; the sky does not show."""
    stars: bool = False
    nebula: str | None = None
    air: tuple[float, float, float] = (0.5, 0.22, 0.0)
    """How much of the haze is in the far, middle and near depth."""


def _colors(text: str) -> dict[str, str]:
    """Names and colours in pairs."""
    words = text.split()
    return {name: f"#{color}" for name, color in zip(words[::2], words[1::2], strict=True)}


_GREEN: Final = "grass 5fae48 grass2 5aa257 leaf 3f9348 leaf2 3b8a5c leaf3 3f9070 needle 2f7a58 needle2 3a7f68 trunk 7a5236 bark 5a4a44 rock 8a90a8 rock2 767d98 snow f0f6fc "
_HUES: Final = "petal ef6f9c petal2 b07fe8 petal3 ffd95e flag d9403a timber 7a5236 plaster ecd9b4 roof c4553c stone a09a98 smoke dcdfe6 iron 4a4a5c window 6f9cc4 "
BIOMES: Final[dict[str, Place]] = {
    "forest": Place(("#4d9fe6", "#d8f1e4"), wild.forest, _colors(_GREEN)),
    "jungle": Place(("#3fa3a8", "#dcf4b4"), wild.jungle, _colors(_GREEN + _HUES + "leaf 2f8f42 leaf2 2f8a5a leaf3 4a9a72 trunk 6d4a34")),
    "desert": Place(("#4fb0ea", "#fdeab8"), wild.desert, _colors("sand f0c878 sand2 e6b06c cliff d2855c cactus 5a9a58 reed b0964a"), clouds=False, air=(0.42, 0.2, 0.0)),
    "snow": Place(("#5eaae6", "#ecf6fc"), wild.snow, _colors(_GREEN + "needle 3f7a80 grass e8f1fa"), air=(0.44, 0.24, 0.0)),
    "mountain": Place(("#559fe2", "#f2ece2"), wild.mountain, _colors(_GREEN + "rock 7d86a8 rock2 6d7492 grass2 6a9a68"), air=(0.48, 0.26, 0.0)),
    "cave": Place(("#1f1a3a", "#6466a4"), wild.cave, _colors("rock 5a4f80 rock2 463c66 rock3 2c2546 crystal 4fd8d0 crystal2 b878f0 shroom 58b8c8 bone cfc8e0 shaft 6a70b4"), clouds=False, closed=True, wall=True, air=(0.4, 0.14, 0.0)),
    "underwater": Place(("#0f5298", "#3fb0d0"), wild.underwater, _colors("sand c8bd8c rock 3f7090 kelp 2f8a70 coral ef6f8c coral2 f0a04a coral3 b07ae0 fish ffb85c shaft 5fbcdc grass 3f8f70"), clouds=False, closed=True, dims=True, air=(0.62, 0.4, 0.1)),
    "ocean": Place(("#3f9fe8", "#dcf4f4"), wild.ocean, _colors(_GREEN + _HUES + "water 5ab4dc water2 3f97cc water3 2c78b4 sail f6efdc timber 8a5a38"), air=(0.42, 0.16, 0.0)),
    "island": Place(("#36aaec", "#dff8ee"), wild.island, _colors(_GREEN + _HUES + "water 4fc0dc water2 3aaed4 sand f4dc98 sand2 ecd08a leaf 3aa052 leaf2 46a070 trunk a07848 sail f6efdc leaf3 6cba78 smoke f2f7fa"), air=(0.42, 0.14, 0.0)),
    "swamp": Place(("#5f8f84", "#d9dca4"), wild.swamp, _colors(_GREEN + "leaf 5a8a3c leaf2 5f8a54 leaf3 6a9470 cloud e4e8c8 trunk 5a4a3c bark 54463c water 7a9a62 reed 8aa04a mud 5f5238 grass 7f9a3f shroom b07ad8 bone e8dcc0"), air=(0.6, 0.34, 0.0)),
    "volcano": Place(("#2c1426", "#e86a34"), wild.volcano, _colors("rock 8a4048 rock2 5f2e40 rock3 402438 lava ff8a30 smoke 6a4650 bark 2f2028"), clouds=False, closed=True, air=(0.3, 0.16, 0.0)),
    "sky": Place(("#3f9af0", "#e6f5ff"), wild.sky, _colors(_GREEN + _HUES + "rock a08f9c fall e8f8ff grass 6cc05a"), air=(0.4, 0.16, 0.0)),
    "space": Place(("#080718", "#2a1d52"), wild.space, _colors("planet e07a5c planet2 5aa8dc planet3 c88ae0 ring e8d0a0 rock 6a5fa0 rock2 554c84 metal a8b0c8 window ffd470 alarm ff5a5a"), clouds=False, closed=True, stars=True, nebula="#8a3f9a", air=(0.14, 0.3, 0.0)),
    "garden": Place(("#58b0ee", "#f6f8de"), wild.garden, _colors(_GREEN + _HUES + "leaf 4aa84a leaf2 5aaa68 grass 6cc04a grass2 74bc62 timber f2ead8")),
    "city": Place(("#549ede", "#f6e8d8"), built.city, _colors(_GREEN + _HUES + "wall 8494b4 wall2 72809f wall3 9a6f64 lamp ffe08a stone 8d93a2"), air=(0.52, 0.26, 0.0)),
    "cyber": Place(("#120b2e", "#7a2a7a"), built.cyber, _colors("wall 55358a wall2 38256a wall3 251a4c window 8af0ff neon ff4fa8 neon2 3ff0e0 trunk 3a2a5a"), clouds=False, closed=True, stars=True, air=(0.36, 0.16, 0.0)),
    "wasteland": Place(("#b8875c", "#f4e0ae"), built.wasteland, _colors("sand cfa468 sand2 c0985f cliff b07a58 concrete 97877a cloud f4e2ba rust a0583c bark 5a4638 reed a08a4a"), air=(0.56, 0.3, 0.0)),
    "castle": Place(("#639edc", "#f4e8dc"), built.castle, _colors(_GREEN + _HUES + "castle a8a4bc roof b4504c window 4a4a6c"), air=(0.54, 0.24, 0.0)),
    "dungeon": Place(("#1a1526", "#3c3048"), built.dungeon, _colors("stone 6a6080 wood 7a5236 iron 6f7488 brass c89a4a fire ff9a3c cloth a8343c bone d8cfc0"), clouds=False, closed=True, lamps=True, wall=True, air=(0.3, 0.12, 0.0)),
    "haunted": Place(("#1d1a44", "#8a649a"), built.haunted, _colors(_GREEN + "grass 4a5a58 grass2 55508a needle 44407a castle 5a4f88 roof 40386a cloud 7a6a9c flag a8e04a bark 3a2f4c stone 8a86a4 iron 2a2640 window d8f06a"), air=(0.42, 0.2, 0.0)),
    "indoor": Place(("#a8785a", "#ecd2a8"), built.indoor, _colors("wall dcb98c wood 9a6440 curtain b03a48 brass d8a848 book b0483f book2 3f7a8a book3 5f8a4a brick b0684c stone bdb0a4 fire ff9a3c plant 5aa058 lamp ffe09a rug a03a48"), clouds=False, closed=True, lamps=True, wall=True, air=(0.22, 0.06, 0.0)),
    "village": Place(("#5aa8e8", "#f8eed6"), built.village, _colors(_GREEN + _HUES + "grass 6cb44c grass2 7cb464"), air=(0.54, 0.2, 0.0)),
    "factory": Place(("#7f7a90", "#e8cca4"), built.factory, _colors("wall 8a8698 wall2 6c687c metal 8f96a8 brick a05f4c cloud cfc4bc smoke d8cfc8 trunk 6a5a54 accent e2593c"), air=(0.5, 0.2, 0.0)),
    "lab": Place(("#9cc2d6", "#eef7f7"), built.lab, _colors("wood 9db2c4 wall c2dae4 metal 8fa6ba accent 7fd05a lamp fdfff0 tube fdfff0 liquid 5fe0b0 specimen e07ac8 alarm ff7a6a screen 2fb0a8"), clouds=False, closed=True, lamps=True, wall=True, air=(0.2, 0.04, 0.0)),
    "food": Place(("#ff9fc4", "#fff2d8"), built.food, _colors("candy f0507e candy2 f29ab8 candy3 8fd8c8 cloud fff4f8 cake d9985c cream fff2e2"), air=(0.46, 0.2, 0.0)),
    "ruins": Place(("#66a8d0", "#f4e8c2"), built.ruins, _colors(_GREEN + "rock 8fa89c stone b8ab8c grass2 7fa060 leaf 5a9a48 leaf2 5f9664"), air=(0.54, 0.26, 0.0)),
    "body": Place(("#7a2440", "#e88a94"), built.body, _colors("flesh c85a70 flesh2 a83f5a flesh3 86304c vein 7a3a6a cell e04a56 cell2 f0c8d8"), clouds=False, closed=True, wall=True, air=(0.34, 0.12, 0.0)),
}  # fmt: skip
