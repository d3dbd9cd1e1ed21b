"""Words to regions: colour, place, size and brightness are matched with what was measured; what names an object is said to be unseen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from makebelieve.language import COLOR_WORDS, lemma, tokenise
from makebelieve.worlds.seeing.colors import NAMES, Array, lab, rgb_of
from makebelieve.worlds.seeing.perceive import Perception
from makebelieve.worlds.seeing.regions import Region
from makebelieve.worlds.seeing.vocabulary import vocabulary

Method = Literal["colour", "position", "size", "brightness", "sky", "ground", "horizon"]
MOST: Final = 3
"""Hits of one label."""
LEAST: Final = 0.25
GUESSED: Final = 0.4
"""Highest confidence where a word of the label is of an object: the region has its colour or place, and may be something else."""
_PLACES: Final[dict[str, tuple[float, float, float, float]]] = {
    "left": (0, 0, 0.5, 1), "right": (0.5, 0, 1, 1), "top": (0, 0, 1, 0.4), "upper": (0, 0, 1, 0.5), "above": (0, 0, 1, 0.5),
    "overhead": (0, 0, 1, 0.4), "bottom": (0, 0.6, 1, 1), "lower": (0, 0.5, 1, 1), "below": (0, 0.5, 1, 1), "foreground": (0, 0.6, 1, 1),
    "centre": (0.25, 0.25, 0.75, 0.75), "center": (0.25, 0.25, 0.75, 0.75), "middle": (0.2, 0.2, 0.8, 0.8),
    "central": (0.25, 0.25, 0.75, 0.75), "background": (0, 0.1, 1, 0.6), "distance": (0, 0.2, 1, 0.6),
}  # fmt: skip
_LARGE: Final = vocabulary("large")
_SMALL: Final = vocabulary("small")
_BRIGHT: Final = vocabulary("bright")
_DARK: Final = vocabulary("dark")
_REGIONS: Final = vocabulary("regions")
_SKY: Final = vocabulary("sky")
_GROUND: Final = vocabulary("ground")
_HORIZON: Final = vocabulary("horizon")
_SUPERLATIVES: Final = vocabulary("superlatives")
_IDLE: Final = vocabulary("idle")


@dataclass(frozen=True, slots=True)
class Hit:
    """A region that fits. `box`: x, y, width, height as shares of the picture.

    `confidence`: how well it fits the words, 0-1; no probability.
    """

    box: tuple[float, float, float, float]
    confidence: float
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True)
class Grounded:
    """The hits of one label, best first; with none, or with words that were passed over, `reason` says why."""

    label: str
    hits: tuple[Hit, ...]
    unseen: tuple[str, ...]
    reason: str | None


@dataclass(slots=True)
class _Wanted:
    colors: list[str]
    places: list[tuple[float, float, float, float]]
    size: Literal["large", "small"] | None
    light: Literal["bright", "dark"] | None
    special: Literal["sky", "ground", "horizon"] | None
    unseen: list[str]
    only: bool = False
    """A superlative: there is but one such region."""


def ground(label: str, seen: Perception) -> Grounded:
    """Where in a measured frame the regions are that `label` (1-200 characters) names by colour, place, size or brightness."""
    wanted = _read(label)
    unseen = tuple(wanted.unseen)
    if wanted.special is not None:
        hit = _special(wanted.special, seen)
        reason = None if hit is not None else f"nothing that was measured looks like the {wanted.special}"
        return Grounded(label, () if hit is None else (hit,), unseen, reason)
    if not (wanted.colors or wanted.places or wanted.size or wanted.light):
        return Grounded(label, (), unseen, _why(unseen))
    scored = [(one, *_score(one, wanted)) for one in seen.regions]
    most = GUESSED if unseen else 0.9
    found = sorted(((one, score * most, by) for one, score, by in scored if score >= LEAST), key=lambda one: (-one[1], one[0].box))
    hits = tuple(Hit(one.box, round(score, 2), by) for one, score, by in found[: 1 if wanted.only else MOST])
    if not hits:
        return Grounded(label, (), unseen, "no region has that colour, place or size")
    return Grounded(label, hits, unseen, f"{', '.join(unseen)}: not recognised; matched by the other words only" if unseen else None)


def _why(unseen: tuple[str, ...]) -> str:
    named = ", ".join(unseen) or "the label"
    return f"{named}: objects are not recognised; only colour, place, size and brightness words and sky, ground, horizon are"


def _read(label: str) -> _Wanted:
    wanted = _Wanted([], [], None, None, None, [])
    words = tokenise(label)
    at = 0
    while at < len(words):
        word, pair = words[at], " ".join(words[at : at + 2])
        color = pair if pair in NAMES or pair in COLOR_WORDS else word
        base = lemma(word, "noun") or word
        if color == pair and at + 1 < len(words):
            wanted.colors.append(color)
            at += 1
        elif word in _LARGE | _SMALL:
            wanted.size = "large" if word in _LARGE else "small"
        elif word in _PLACES:
            wanted.places.append(_PLACES[word])
        elif word in _BRIGHT | _DARK:
            wanted.light = "bright" if word in _BRIGHT else "dark"
        elif word in NAMES or word in COLOR_WORDS:
            wanted.colors.append(word)
        elif base in _SKY | _GROUND | _HORIZON:
            wanted.special = "sky" if base in _SKY else "ground" if base in _GROUND else "horizon"
        elif base not in _REGIONS and word not in _IDLE and word.isalpha():
            wanted.unseen.append(word)
        wanted.only = wanted.only or word in _SUPERLATIVES
        at += 1
    return wanted


def _special(name: Literal["sky", "ground", "horizon"], seen: Perception) -> Hit | None:
    if name == "horizon":
        height = seen.look.horizon
        return Hit((0.0, round(max(0.0, height - 0.02), 3), 1.0, 0.04), 0.6, ("horizon",)) if height is not None else None
    if name == "sky":
        return (
            Hit(seen.sky.box, max(0.3, seen.setting.confidence), ("sky",))
            if seen.sky is not None and seen.setting.value != "indoors"
            else None
        )
    low = [one for one in seen.regions if one.box[1] + one.box[3] > 0.95 and one is not seen.sky and one.mask[-1].mean() > 0.3]
    best = max(low, key=lambda one: one.mask[-1].mean(), default=None)
    return Hit(best.box, round(0.35 + 0.3 * float(best.mask[-1].mean()), 2), ("ground",)) if best is not None else None


def _score(region: Region, wanted: _Wanted) -> tuple[float, tuple[Method, ...]]:
    score, methods = 1.0, list[Method]()
    if wanted.colors:
        score *= max(_likeness(region, color) for color in wanted.colors)
        methods.append("colour")
    if wanted.places:
        score *= math.prod(_inside(region.mask, place) for place in wanted.places)
        methods.append("position")
    if wanted.size is not None:
        score *= min(1.0, region.area / 0.2) if wanted.size == "large" else max(0.0, 1 - region.area / 0.12)
        methods.append("size")
    if wanted.light is not None:
        rise = 1 / (1 + math.exp(-(region.lightness - 0.55) * 14))
        score *= rise if wanted.light == "bright" else 1 - rise
        methods.append("brightness")
    return score, tuple(methods)


def _likeness(region: Region, color: str) -> float:
    """0-1. A region that is called by that very name, or is a shade of it, is that colour however far from the sample."""
    if region.name == color:
        return 1.0
    near = math.exp(-((_difference(lab(rgb_of(region.color)), lab(rgb_of(NAMES.get(color) or COLOR_WORDS[color]))) / 30) ** 2))
    return max(near, 0.8) if region.name.endswith(f" {color}") else near


def _difference(one: Array, other: Array) -> float:
    """Lightness counts half: a shaded red is still red to whoever asks for red."""
    away = one - other
    return float(np.hypot(away[0] * 0.5, np.hypot(away[1], away[2])))


def _inside(mask: NDArray[np.bool_], place: tuple[float, float, float, float]) -> float:
    """The share of a region that lies in a part of the picture, squared: half a region there is not "there"."""
    height, width = mask.shape
    x0, y0, x1, y1 = place
    part = mask[round(y0 * height) : max(round(y0 * height) + 1, round(y1 * height)), round(x0 * width) : max(1, round(x1 * width))]
    return float(part.sum() / mask.sum()) ** 2
