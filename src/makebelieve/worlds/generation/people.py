"""Who is about where a story plays: a ward sister in a hospital, a warden in an air raid. They come before the people of the genre."""

from __future__ import annotations

from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.places import Place

_OWN_KIND: Final = frozenset(("nature", "mythology"))
"""Genres whose stories are peopled by beasts or gods wherever they play."""


def locals_of(genre: str, era: str, places: list[Place], occasions: list[str]) -> tuple[str, ...]:
    """Rows of people of the occasions, else of the places, for the age `era`; none where the genre has its own kind of beings."""
    if genre in _OWN_KIND:
        return ()
    kinds, going_on = {place.entry.title for place in places}, set(occasions)
    known = [entry for entry in tables.read("people").values() if not entry.items("ages") or era in entry.words("ages")]
    about = [entry for entry in known if entry.words("occasions") & going_on] or [entry for entry in known if entry.words("places") & kinds]
    return tuple(row for entry in about for row in entry.items("ally"))
