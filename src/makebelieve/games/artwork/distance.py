"""What lies behind the levels of a game that is seen from the side: the place painted by `art`, as the player lays it behind the ground."""

from __future__ import annotations

import base64
import io
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

import numpy as np
from PIL import Image

from makebelieve.art.color import RGB, mix, to_hex
from makebelieve.art.scenery import TIMES
from makebelieve.art.scenery.biomes import BIOMES as PLACES
from makebelieve.art.scenery.hours import season_of
from makebelieve.art.scenery.painting import Depth, paint_place
from makebelieve.art.scenery.plane import HAZES
from makebelieve.games.artwork.atlas import png
from makebelieve.games.artwork.casting import SCALE
from makebelieve.games.artwork.palette import air_of
from makebelieve.kit.seeds import derive_seed
from makebelieve.language.kinds import BIOMES

SIZE: Final = (768, 360)
"""Of a layer, picture px: it repeats after 384 game px, more than is seen at once."""
_SKY: Final = 640
"""Width of the sky, which stands still: no view is wider."""
_SHOWN: Final = frozenset(("platformer", "metroidvania", "platform-brawler", "infinite-jumper", "flappy-clone", "space-shooter"))
"""Kinds that see a distance; the others look down on their ground."""
_VEIL: Final = 0.2
"""Haze before all of it, so that whoever plays stands out."""
_VEIL_INDOORS: Final = 0.28
_LIFTS: Final = {"clouds": 0.3, "far": 0.45, "middle": 0.7}
"""How far up, of the ground's height, a layer stands: the horizon stays where the sky needs it."""
_FOOT: Final = 9
"""Tones in which a layer goes on below its own foot."""
_SPLIT: Final = 56
"""Row below which a layer that hangs and stands gives way out of doors: crowns of trees stay whole."""
_TINTED: Final = {"stated": 0.3}
"""How much of the palette's air is in everything, by the palette's source; else a little."""
_DRIFT: Final = {"clouds": -3}
"""Game px/s that a layer moves by itself."""


def look_of(theme: Mapping[str, Any]) -> str:
    """Key of a place: biome and hour, a forest by day where they are unknown."""
    biome, hour = str(theme.get("biome")), str(theme.get("time_of_day"))
    return f"{biome if biome in BIOMES else 'forest'} {hour if hour in TIMES else 'day'}"


def places_of(config: Mapping[str, Any], seed: int) -> dict[str, dict[str, Any]]:
    """`places` of a manifest: look -> place, of the game and of levels that say a look of their own. Empty where none is seen.

    A place is {size, sky, zenith, layers: [{name, png, anchor, split, lift, speed, drift, foot}, …]}, farthest first, pictures as PNG in
    base64. `sky` and `zenith` (the colour above it) are null where a wall hides it. `anchor`: a layer stands on its "foot", hangs from the
    "top", or does "both", rows from `split` (0: round the middle) then giving way. `lift`: share of the ground's height that it stands
    above the view's bottom edge; below it goes on in the tones of `foot` (null: in nothing). `speed`: share of the camera's movement;
    `drift`: game px/s.
    """
    game = config["game"]
    if game.get("kind") not in _SHOWN:
        return {}
    theme = game.get("theme") or {}
    own = [(scene.get("properties") or {}).get("theme") or {} for scene in config.get("scenes") or ()]
    themes = [theme, *({**theme, **one} for one in own if isinstance(one, Mapping))]
    places: dict[str, dict[str, Any]] = {}
    for one in themes:
        look = look_of(one)
        if look not in places:
            home = one.get("biome") == theme.get("biome")
            season = season_of(str(one.get("place") or "")) if home else None
            tinted = _TINTED.get(str(theme.get("palette_source")), 0.1)
            places[look] = _place(look, seed, season, air_of(theme) if home else None, tinted)
    return places


# An edit of the cast finds its place here; pictures and cards find what was just painted.
@lru_cache(maxsize=12)
def _place(look: str, seed: int, season: str | None, tint: RGB | None, tinted: float) -> dict[str, Any]:
    biome, hour = look.split(" ")
    veil = _VEIL_INDOORS if PLACES[biome].wall else _VEIL
    own = derive_seed(seed, f"distance:{biome}")
    made = paint_place(biome, hour, SIZE, own, season=season, tint=tint, tinted=tinted, veil=veil)
    walled = made.depths[0].name == "wall"
    top = made.sky[0, :, :3]
    return {
        "size": list(SIZE),
        "sky": None if walled else base64.b64encode(png(Image.fromarray(made.sky[:, :_SKY]))).decode(),
        "zenith": None if walled else to_hex((int(top[0, 0]), int(top[0, 1]), int(top[0, 2]))),
        "layers": [_layer(depth, made.haze, walled) for depth in made.depths],
    }


def _layer(depth: Depth, haze: RGB, walled: bool) -> dict[str, Any]:
    hangs = bool((depth.codes[0] >= HAZES).any())
    above = depth.name == "wall" or (walled and depth.name == "far" and not hangs)
    foot = Counter(int(code) for code in depth.codes[-1] if code >= HAZES).most_common(1)
    solid = bool(foot) and (depth.codes[-1] >= HAZES).mean() > 0.9
    return {
        "name": depth.name,
        "png": base64.b64encode(_png(depth)).decode(),
        "anchor": "top" if above else "both" if hangs else "foot",
        "split": 0 if walled else _SPLIT,
        "lift": 0 if above else _LIFTS.get(depth.name, 1),
        "speed": depth.speed,
        "drift": _DRIFT.get(depth.name, 0),
        "foot": [to_hex(mix(depth.table[foot[0][0]], haze, 0.07 * i)) for i in range(_FOOT)] if solid else None,
    }


def _png(depth: Depth) -> bytes:
    """The codes as a PNG with the palette that they use."""
    colors: dict[RGB | None, int] = {}
    numbers = np.zeros(256, np.uint8)
    for code in np.flatnonzero(np.bincount(depth.codes.ravel(), minlength=256)):
        numbers[code] = colors.setdefault(None if code < HAZES else depth.table[code], len(colors))
    image = Image.fromarray(numbers[depth.codes], "P")
    image.putpalette([channel for color in colors for channel in (color or (0, 0, 0))])
    out = io.BytesIO()
    # a sixteenth more bytes than at 9, in a sixth of the time
    image.save(out, "PNG", compress_level=6, **({"transparency": colors[None]} if None in colors else {}))
    return out.getvalue()


def _picture(encoded: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(encoded))).convert("RGBA")


def laid(picture: Image.Image, anchor: str, foot: list[str] | None, height: int, lift: int, split: int = 0) -> Image.Image:
    """A layer as high as the view, `height` picture px, standing `lift` px above its bottom edge; what gives way begins at row `split`."""
    width, own = picture.size
    out = Image.new("RGBA", (width, height))
    half = own // 2
    gap = height - own - lift
    if anchor == "foot" or (anchor == "top" and gap <= 0):
        out.paste(picture, (0, gap if anchor == "foot" else 0))
    elif gap < 0:
        start = split or half + gap // 2
        out.paste(picture.crop((0, 0, width, start)), (0, 0))
        out.paste(picture.crop((0, start - gap, width, own)), (0, start))
    else:
        # the rows above the middle, mirrored and again
        tail = picture.crop((0, half - gap // 2, width, half))
        out.paste(picture.crop((0, 0, width, half)), (0, 0))
        out.paste(tail.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, half))
        out.paste(tail, (0, half + tail.height))
        out.paste(picture.crop((0, half, width, own)), (0, half + 2 * tail.height))
    if foot is not None and lift > 0:
        for i, color in enumerate(foot):
            out.paste(color, (0, height - lift + i * lift // len(foot), width, height - lift + (i + 1) * lift // len(foot)))
    return out


def behind(place: Mapping[str, Any], size: tuple[int, int], x: float, land: int, seed: int) -> Image.Image:
    """The distance as the player shows it: `size` in picture px, the view's left edge at `x`, `land` game px of ground below."""
    width, height = size
    out = Image.new("RGBA", size, place["zenith"])
    if place["sky"] is not None:
        sky = _picture(place["sky"])
        out.paste(sky, (0, height - sky.height))
    for i, layer in enumerate(place["layers"]):
        strip = laid(_picture(layer["png"]), layer["anchor"], layer["foot"], height, round(land * SCALE * layer["lift"]), layer["split"])
        start = -(round(x * layer["speed"] * SCALE + begin(seed, i)) % strip.width)
        for at in range(start, width, strip.width):
            out.alpha_composite(strip.crop((max(0, -at), 0, min(strip.width, width - at), height)), (max(0, at), 0))
    return out


def begin(seed: int, layer: int) -> int:
    """Where a level's view of a layer begins, picture px: levels in one place look at other parts of it."""
    return (seed % 2**32) % 97 * 8 * (layer + 1)
