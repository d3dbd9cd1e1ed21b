"""Drum kits of `data/drums.toml`: each piece a sum of falling tones, noise bands and rings, rendered once."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import numpy as np

from makebelieve.kit.seeds import derive_seed
from makebelieve.music.synth import kernels
from makebelieve.music.synth.kernels import RATE, Signal


@cache
def kits() -> dict[str, dict[str, dict[str, Any]]]:
    """Kit -> piece -> recipe, as in the file."""
    return tomllib.loads(resources.files("makebelieve.music").joinpath("data/drums.toml").read_text("utf-8"))


@cache
def keys_of(kit: str) -> dict[str, int]:
    """Piece -> General MIDI percussion key."""
    return {name: int(recipe["midi"]) for name, recipe in kits()[kit].items()}


def layered(recipe: dict[str, Any], seed: int) -> Signal:
    """The sum of a recipe's layers, (n,)."""
    samples = int(recipe["length"] * RATE)
    out = np.zeros(samples, np.float32)
    for start, end, sweep, decay, gain in recipe.get("tone", ()):
        out += kernels.swept_tone(samples, float(start), float(end), sweep, decay, 0.0005, gain)
    for i, (low, high, attack, decay, hold, gain) in enumerate(recipe.get("noise", ())):
        out += kernels.noise_band(samples, seed + i, float(low), float(high), attack, decay, hold, gain)
    if "ring" in recipe:
        hertz, decay, gain = recipe["ring"]
        count = len(hertz)
        out += kernels.modes(samples, np.array(hertz, np.float32), np.full(count, gain, np.float32), np.full(count, decay, np.float32))
    if "drive" in recipe:
        kernels.saturate(out, recipe["drive"], 1.0)
    return out


@lru_cache(maxsize=128)
def piece(kit: str, midi: int) -> Signal:
    """The piece with that percussion key at full loudness; do not write into it."""
    for name, recipe in kits()[kit].items():
        if recipe["midi"] == midi:
            return layered(recipe, derive_seed(midi, f"{kit}:{name}"))
    raise KeyError((kit, midi))
