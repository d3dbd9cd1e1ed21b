"""How the words of a prompt lean towards the kinds: the sum of learnt weights per stem and pair of stems.

The weights come from `scripts/build_genres.py`, which learns them from our own prototype sentences. They catch what no cue
names: a prompt about wool that goes in and scarves that come out is about a factory.
"""

from __future__ import annotations

import gzip
import math
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from makebelieve.language.beings import BODIES_OF
from makebelieve.language.kinds import KINDS
from makebelieve.language.reading import Reading

# A weight w is stored as the character OFFSET + round(w * SCALE), clipped to -44..45.
OFFSET: Final = 79
SCALE: Final = 8.0
_SKIPPED: Final = frozenset((".", "!", "?", ";", ":", "(", ")", "a", "an", "the", "'s", "and"))


def features(reading: Reading) -> list[str]:
    """Stems and pairs of neighbouring stems; beings become classes, since who it is says little about what is done."""
    masked = reading.negated | {at for start, end, _ in reading.titles for at in range(start, end)}
    names: list[str] = []
    previous = ""
    for i, stem in enumerate(reading.stems):
        if i in masked or stem in _SKIPPED:
            continue
        if stem == ",":
            previous = ""
            continue
        name = stem
        being = BODIES_OF.get(stem)
        token = reading.tokens[i]
        if being is not None and being[0] in ("creature", "person", "robot") and token.tag in ("N", "NS"):
            name = f"#{being[0]}{'s' if token.tag == 'NS' else ''}"
            names.append(stem)
        elif stem[0].isdigit():
            name = "#number"
        names.append(name)
        if previous:
            names.append(f"{previous}_{name}")
        previous = name
    return list(dict.fromkeys(names))


@cache
def _table() -> dict[str, str]:
    packed = resources.files("makebelieve.language").joinpath("data/affinity.txt.gz").read_bytes()
    return dict(line.split("\t") for line in gzip.decompress(packed).decode().split("\n"))


@lru_cache(maxsize=32768)
def _weights(name: str) -> tuple[float, ...] | None:
    row = _table().get(name)
    return tuple((ord(char) - OFFSET) / SCALE for char in row) if row else None


def lean(reading: Reading) -> list[float]:
    """One number per kind, in the order of KINDS; differences are what counts (about 1 per clear hint in a short prompt)."""
    names = features(reading)
    scale = 1 / math.sqrt(max(7, sum(1 for name in names if "_" not in name)))
    total = [0.0] * len(KINDS)
    for name in names:
        weights = _weights(name)
        if weights is not None:
            total = [score + scale * weight for score, weight in zip(total, weights, strict=True)]
    return total
