"""What land is like all year: the weather that is had there, and what is at home nowhere on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from makebelieve.worlds.generation import tables

Climate = tuple[tuple[str, ...], re.Pattern[str]]
"""The weather of a kind of place, the usual one first, and the words that nothing there answers to."""


@cache
def _climates() -> dict[str, Climate]:
    weather: dict[str, tuple[str, ...]] = {}
    words: dict[str, set[str]] = {}
    for entry in tables.read("climates").values():
        for kind in entry.words("kinds"):
            weather.setdefault(kind, tuple(entry.one("weather").split()))
            words.setdefault(kind, set()).update(entry.words("foreign"))
    made = {kind: (weather[kind], "|".join(sorted(words[kind]))) for kind in sorted(words)}
    return {kind: (some, re.compile(rf"\b(?:{foreign})(?:s|es)?\b", re.IGNORECASE)) for kind, (some, foreign) in made.items()}


def climate_of(kind: str) -> Climate | None:
    """The climate of a kind of place; None where it has none of its own."""
    return _climates().get(kind)


def weather_of_land(kinds: Iterable[str]) -> tuple[str, ...]:
    """The weather that may be had in the first of these kinds of place that has a climate of its own; none where none has."""
    return next((climate[0] for kind in kinds if (climate := climate_of(kind)) is not None and climate[0]), ())
