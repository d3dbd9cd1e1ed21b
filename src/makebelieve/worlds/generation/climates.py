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
    made: dict[str, Climate] = {}
    for entry in tables.read("climates").values():
        words = "|".join(sorted(entry.words("foreign")))
        for kind in sorted(entry.words("kinds")):
            made[kind] = (tuple(entry.one("weather").split()), re.compile(rf"\b(?:{words})(?:s|es)?\b", re.IGNORECASE))
    return made


def climate_of(kind: str) -> Climate | None:
    """The climate of a kind of place; None where it has none of its own."""
    return _climates().get(kind)


def weather_of_land(kinds: Iterable[str]) -> tuple[str, ...]:
    """The weather that may be had in the first of these kinds of place that has a climate of its own; none where none has."""
    return next((climate[0] for kind in kinds if (climate := climate_of(kind)) is not None), ())
