"""What the ground of a place is made of: textures of `art` as tones, which the player lays and colours in the light of the place."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from makebelieve.art.tiles.materials import GROUNDS, texture
from makebelieve.kit.seeds import derive_seed

SIZE: Final = 96
"""Side of a texture, picture px: six tiles of 8 game px before it repeats."""
SURFACES: Final = ("cap", "body", "floor", "path", "wall", "crown", "liquid")
"""From the side: what grows or lies on top and what is under it; from above: floor, path, face and top of walls; what one swims in."""
_TONES: Final = 6
_MADE_OF: Final[dict[str, str]] = {
    "forest": "grass, dirt, grass, path, hedge, hedge, water",
    "jungle": "grass, dirt, grass, mud, hedge, hedge, water",
    "garden": "grass, dirt, grass, path, hedge, hedge, water",
    "village": "grass, dirt, grass, path, hedge, hedge, water",
    "mountain": "grass, rock, grass, gravel, stone, stone, water",
    "swamp": "grass, mossy stone, grass, mud, hedge, hedge, swamp",
    "haunted": "grass, mossy stone, grass, gravel, hedge, hedge, swamp",
    "ruins": "grass, mossy stone, grass, temple, hedge, hedge, water",
    "desert": "sand, cliff, sand, path, cliff, stone, water",
    "wasteland": "sand, cliff, sand, gravel, cliff, stone, acid",
    "island": "sand, cliff, sand, path, stone, stone, water",
    "underwater": "sand, stone, sand, gravel, stone, stone, water",
    "snow": "snow, stone, snow, gravel, stone, snow, water",
    "cave": "gravel, stone, dirt, gravel, stone, stone, water",
    "volcano": "gravel, stone, dirt, gravel, stone, stone, lava",
    "space": "gravel, stone, dirt, panel, stone, stone, acid",
    "sky": "cloud, cloud, cloud, marble, cloud, cloud, water",
    "ocean": "planks, planks, planks, planks, dark planks, planks, water",
    "indoor": "planks, dark planks, planks, carpet, dark planks, planks, acid",
    "city": "flagstone, brick, tile, gravel, brick, gravel, water",
    "castle": "flagstone, stone brick, stone brick, carpet, stone brick, stone, lava",
    "dungeon": "flagstone, stone brick, stone brick, stone, stone brick, stone, lava",
    "cyber": "panel, circuit, panel, grating, circuit, panel, acid",
    "lab": "panel, panel, tile, grating, panel, metal, acid",
    "factory": "metal, metal, metal, grating, metal, metal, acid",
    "food": "candy, dirt, candy, sand, dirt, cloud, acid",
    "body": "flesh, flesh, flesh, bone, flesh, flesh, acid",
}
"""Biome -> material of each surface, in the order of SURFACES."""


def ground_of(theme: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """`ground` of a manifest: {size, surfaces: {name: {material, over}}, tones}.

    `tones`: zlib in base64 of a byte a pixel, surface after surface in the order of SURFACES, row by row: 0-5 dark to light, and 6 more
    where the material's second layer lies (moss, weeds), whose colour is `over`. An unknown biome is a forest.
    """
    names = _MADE_OF.get(str(theme.get("biome")), _MADE_OF["forest"]).split(", ")
    textures = [texture(name, SIZE, derive_seed(seed, f"ground:{name}") % 2**31) for name in names]
    tones = np.stack([one.tone + _TONES * one.layer for one in textures]).astype(np.uint8)
    return {
        "size": SIZE,
        "surfaces": {
            surface: {"material": name, "over": GROUNDS[name].over or None} for surface, name in zip(SURFACES, names, strict=True)
        },
        "tones": base64.b64encode(zlib.compress(tones.tobytes(), 6)).decode(),
    }


def unpacked(ground: Mapping[str, Any]) -> bytes:
    """The tones of `ground_of`, a byte a pixel."""
    return zlib.decompress(base64.b64decode(ground["tones"]))
