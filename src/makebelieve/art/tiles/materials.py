"""Tile materials: which pattern in which colour, with what on it; and the words that mean them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import numpy as np

from makebelieve.art.color import RGB, parse_hex
from makebelieve.art.ramps import tones
from makebelieve.art.tiles import patterns
from makebelieve.art.tiles.patterns import Tones
from makebelieve.kit.seeds import derive_seed
from makebelieve.language import COLOR_WORDS, tag, tokenise

Pattern = Callable[..., Tones]


@dataclass(frozen=True, slots=True)
class Ground:
    """A tile material."""

    pattern: Pattern
    color: str
    options: Mapping[str, Any] = field(default_factory=dict)
    over: str = ""
    """A second colour strewn on it: moss, snow, flowers."""
    amount: float = 0.0
    """Share of it, 0-1."""
    side: str = ""
    """What its edge shows when it is a block: itself when empty."""
    contrast: float = 1.0
    moves: bool = False
    shift: float = 1.0


GROUNDS: Final[dict[str, Ground]] = {
    "grass": Ground(patterns.grass, "#5ea343", side="dirt", shift=1.4),
    "meadow": Ground(patterns.grass, "#6fb04a", {"blades": 0.03}, "#f4cf4e", 0.012, side="dirt", shift=1.4),
    "dry grass": Ground(patterns.grass, "#b8a24a", side="dirt"),
    "dirt": Ground(patterns.ground, "#8a5b38"),
    "path": Ground(patterns.ground, "#b8905a", {"grains": 0.03}, side="dirt"),
    "mud": Ground(patterns.ground, "#6a4a34", contrast=0.9),
    "clay": Ground(patterns.ground, "#b5653f"),
    "sand": Ground(patterns.ground, "#dcc07a", {"light": 1, "grains": 0.02}, contrast=0.7),
    "snow": Ground(patterns.snow, "#dce8f4", contrast=0.8, side="stone"),
    "ice": Ground(patterns.ice, "#9cd0ec", contrast=0.9),
    "water": Ground(patterns.waves, "#3f86c8", moves=True, contrast=0.9),
    "deep water": Ground(patterns.waves, "#2b4f94", moves=True, contrast=0.9),
    "swamp": Ground(patterns.waves, "#5f7a3f", {}, "#8fb04a", 0.06, moves=True, contrast=0.8),
    "acid": Ground(patterns.waves, "#7ac83f", {"light": True}, moves=True),
    "lava": Ground(patterns.molten, "#e8572f", moves=True, contrast=1.3, side="basalt"),
    "stone": Ground(patterns.cobble, "#8b8f9c"),
    "mossy stone": Ground(patterns.cobble, "#8b8f90", {}, "#6a9040", 0.22),
    "gravel": Ground(patterns.gravel, "#94908c"),
    "rock": Ground(patterns.strata, "#7d7678"),
    "basalt": Ground(patterns.strata, "#4a4650"),
    "cliff": Ground(patterns.strata, "#9a7a5a"),
    "brick": Ground(patterns.bricks, "#a2624a", {"high": 8, "wide": 16}),
    "stone brick": Ground(patterns.bricks, "#80848f", {"high": 11, "wide": 21}),
    "dungeon": Ground(patterns.bricks, "#5a5a6e", {"high": 11, "wide": 21}, "#4f6a3f", 0.05),
    "sandstone": Ground(patterns.bricks, "#d0a868", {"high": 13, "wide": 26}, contrast=0.8),
    "flagstone": Ground(patterns.flags, "#8f8c88", {"wide": 16}),
    "temple": Ground(patterns.flags, "#b8a888", {"wide": 21}, "#7a9a50", 0.05),
    "checker": Ground(patterns.flags, "#a8a4b0", {"wide": 16, "checker": True, "whole": True}, contrast=1.2),
    "tile": Ground(patterns.flags, "#6a9ab0", {"wide": 11, "whole": True}),
    "marble": Ground(patterns.marble, "#d8d4dc", contrast=0.6),
    "planks": Ground(patterns.planks, "#a8743f"),
    "dark planks": Ground(patterns.planks, "#6b4630"),
    "logs": Ground(patterns.logs, "#8a5a36"),
    "carpet": Ground(patterns.weave, "#a8323f", {"medallion": True}, contrast=0.8, side="planks"),
    "wool": Ground(patterns.weave, "#c8b8a0", contrast=0.7),
    "thatch": Ground(patterns.thatch, "#c8a04a", {"high": 13, "wide": 3}),
    "shingles": Ground(patterns.thatch, "#a8503a", {"high": 8, "wide": 9, "ragged": 0.0}),
    "metal": Ground(patterns.plates, "#8592a4", {"wide": 32}),
    "panel": Ground(patterns.plates, "#6a7a94", {"wide": 32, "vents": True}, contrast=1.1),
    "rusty metal": Ground(patterns.plates, "#a0694a", {"wide": 32}, "#6a3f2f", 0.10),
    "grating": Ground(patterns.grating, "#6a7484", contrast=1.2),
    "circuit": Ground(patterns.circuit, "#2f8a7a", contrast=1.5),
    "crystal": Ground(patterns.facets, "#8f7ae0"),
    "obsidian": Ground(patterns.facets, "#3a3350", contrast=1.1),
    "gold": Ground(patterns.bricks, "#e3b23a", {"high": 11, "wide": 21}, contrast=1.1),
    "hedge": Ground(patterns.leaves, "#4f8a3f", shift=1.4),
    "autumn leaves": Ground(patterns.leaves, "#c8762f", side="dirt"),
    "cloud": Ground(patterns.clouds, "#e8eef8", contrast=0.7),
    "candy": Ground(patterns.flags, "#f09ac0", {"wide": 16, "checker": True, "whole": True}, contrast=0.8),
    "bone": Ground(patterns.cobble, "#e0d8c0", {"stone": 10}, contrast=0.9),
    "flesh": Ground(patterns.cobble, "#c0605a", {"stone": 9, "gap": 1.2}),
}  # fmt: skip
_WORDS: Final[dict[str, str]] = {
    "lawn": "grass", "field": "grass", "turf": "grass", "flower": "meadow", "savanna": "dry grass", "prairie": "dry grass", "steppe": "dry grass",
    "soil": "dirt", "earth": "dirt", "ground": "dirt", "farmland": "dirt", "road": "path", "trail": "path", "marsh": "swamp", "bog": "mud",
    "beach": "sand", "desert": "sand", "dune": "sand", "frost": "snow", "tundra": "snow", "glacier": "ice", "frozen": "ice", "river": "water",
    "lake": "water", "sea": "deep water", "ocean": "deep water", "pond": "water", "poison": "acid", "toxic": "acid", "slime": "acid",
    "magma": "lava", "volcano": "lava", "volcanic": "basalt", "cobblestone": "stone", "cobble": "stone", "mossy": "mossy stone", "moss": "mossy stone",
    "pebble": "gravel", "cave": "rock", "granite": "rock", "mountain": "cliff", "canyon": "cliff", "wall": "stone brick", "castle": "stone brick",
    "fortress": "stone brick", "crypt": "dungeon", "tomb": "dungeon", "prison": "dungeon", "pyramid": "sandstone", "egyptian": "sandstone",
    "pavement": "flagstone", "slab": "flagstone", "paving": "flagstone", "ruin": "temple", "shrine": "temple", "chessboard": "checker", "checkered": "checker",
    "bathroom": "tile", "ceramic": "tile", "palace": "marble", "wood": "planks", "wooden": "planks", "plank": "planks", "floorboard": "planks", "house": "planks",
    "parquet": "planks", "log": "logs", "timber": "logs", "rug": "carpet", "fabric": "wool", "straw": "thatch", "hay": "thatch", "roof": "shingles",
    "shingle": "shingles", "steel": "metal", "iron": "metal", "scifi": "panel", "spaceship": "panel", "space": "panel", "station": "panel", "tech": "panel",
    "lab": "panel", "laboratory": "panel", "rust": "rusty metal", "rusty": "rusty metal", "grate": "grating", "cyber": "circuit", "computer": "circuit",
    "neon": "circuit", "gem": "crystal", "amethyst": "crystal", "golden": "gold", "treasure": "gold", "bush": "hedge", "leaf": "hedge", "jungle": "hedge",
    "forest": "grass", "autumn": "autumn leaves", "fall": "autumn leaves", "sky": "cloud", "sweet": "candy", "skeleton": "bone", "organic": "flesh",
    "meat": "flesh", "village": "path", "plain": "grass", "winter": "snow",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What a tile's prompt says."""

    ground: str
    color: str | None
    unmatched: tuple[str, ...]
    notes: tuple[str, ...]


def read_ground(prompt: str) -> Reading:
    """Material and colour of a prompt; stone, and a note, where none is named."""
    tokens = [token for token in tag(tokenise(prompt)) if token.word[0].isalnum()]
    words = [token.word for token in tokens]
    text = " ".join(words)
    lemmas = " ".join(token.lemma or token.word for token in tokens)
    named = [name for name in GROUNDS if f" {name} " in f" {text} " or f" {name} " in f" {lemmas} "]
    color = next(
        (COLOR_WORDS[word] for word in words if word in COLOR_WORDS and word not in ("gold", "golden", "mossy", "snowy", "icy")), None
    )
    if named:
        best = max(named, key=lambda name: (len(name.split()), -text.find(name)))
    else:
        found = [_WORDS[form] for token in tokens for form in (token.word, token.lemma) if form in _WORDS]
        best = found[0] if found else ""
    if not best:
        return Reading("stone", color, tuple(words), ("no material was named; stone stands for it",))
    if best in ("stone", "stone brick", "flagstone") and {"mossy", "moss", "overgrown"} & set(words):
        best = "mossy stone"
    silent = {
        "tile",
        "tiles",
        "floor",
        "wall",
        "block",
        "a",
        "an",
        "the",
        "of",
        "with",
        "and",
        "isometric",
        "seamless",
        "texture",
        "pixel",
        "art",
        "game",
    }
    known = set(best.split()) | silent | set(COLOR_WORDS)
    left = tuple(
        word
        for token, word in zip(tokens, words, strict=True)
        if word not in known and word not in _WORDS and token.lemma not in {*_WORDS, *known}
    )
    return Reading(best, color, left, ())


@dataclass(frozen=True, slots=True)
class Texture:
    """A square that repeats without a seam: tone and layer of every pixel, and the layers' ramps of six tones."""

    tone: Tones
    layer: Tones
    ramps: tuple[tuple[RGB, ...], ...]

    def rgb(self, shade: int = 0) -> np.ndarray[Any, np.dtype[np.uint8]]:
        """(n, n, 3), every tone moved by `shade` steps."""
        table = np.array(self.ramps, np.uint8)
        return np.asarray(table[self.layer, np.clip(self.tone + shade, 0, 5)])


@lru_cache(maxsize=256)
def texture(name: str, size: int, seed: int, color: str | None = None, phase: float = 0.0) -> Texture:
    """The flat texture of a material. `phase` 0-1 moves what moves; the other materials ignore it."""
    ground = GROUNDS[name]
    rng = patterns.chance(derive_seed(seed, f"texture:{name}"))
    options = dict(ground.options)
    if ground.moves:
        options["phase"] = phase
    tone = np.clip(ground.pattern(size, rng, **options), 0, 5).astype(np.int64)
    layer = np.zeros((size, size), np.int64)
    ramps = [tones(parse_hex(color or ground.color), 6, ground.contrast, ground.shift)]
    if ground.over:
        ramps.append(tones(parse_hex(ground.over), 6))
        own = patterns.chance(derive_seed(seed, f"over:{name}"))
        field_ = 0.7 * patterns.noise(size, max(3, size // 9), own) + 0.3 * patterns.noise(size, max(4, size // 4), own)
        spread = field_ > np.quantile(field_, 1 - ground.amount)
        layer = np.where(spread, 1, 0)
        tone = np.where(spread, np.clip(tone + 1, 1, 5), tone)
    return Texture(tone, layer, tuple(ramps))
