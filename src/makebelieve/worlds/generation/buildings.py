"""Buildings that are broken into, and out of: which of their rooms one comes through, and in which order."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.places import Place, bare, made_place, plain_name
from makebelieve.worlds.generation.settings import rooms_beside
from makebelieve.worlds.generation.wholes import parts_of

_ROOMS: Final = parts_of("house") | parts_of("school") | parts_of("hospital") | parts_of("hotel_lobby")
"""What is a room itself: nobody goes through others to it."""
_KEPT: Final = frozenset(
    ("strongroom", "bank_vault", "gallery_store", "archive", "armoury", "dungeon", "security_room", "bedroom", "cellar")
)
"""Rooms where what is worth stealing is kept."""


def broken_into(places: list[Place], others: list[Place], draft: WorldDraft, taken: set[str]) -> list[Place]:
    """Two rooms of the building that is broken into, one where things are kept last; none of a place that has no rooms."""
    used = {place.entry.title for place in (*places, *others)}
    kinds = [kind for kind in rooms_beside(places[-1], draft) if kind not in used]
    if len(kinds) < 2 or places[-1].entry.title in _ROOMS:
        return []
    safe = next((kind for kind in kinds if kind in _KEPT), kinds[1])
    return [made_place(plain_name(kind), kind, taken) for kind in (next(kind for kind in kinds if kind != safe), safe)]


def escape_from(places: list[Place], name: str, deed: str = "") -> list[Place]:
    """The place one is in first; out of a building its rooms next, and the open air only behind the last gate (of `schemes.escape`), where the
    deed says to what place one gets away."""
    to = next(
        (place for place in places if re.search(rf"\b(?:to|into) (?:the |an? )?(?:[a-z]+ )?{re.escape(bare(place.name))}\b", deed)), None
    )
    to = to or next((place for place in places if place.name.startswith("the road beyond ")), None)  # behind it one is away
    if to is not None and len(places) > 5:
        rest = escape_from([place for place in places if place is not to], "" if name == to.name else name)
        return [*rest[:5], to, *rest[5:]]
    first = [place for place in places if place.name == name]
    rest = [place for place in places if place.name != name]
    cell, rest = (first[0], [*first[1:], *rest]) if first else (rest[0], rest[1:])
    if cell.air in ("inside", "under"):
        within = [place for place in rest if place.air != "open"]
        without = [place for place in rest if place.air == "open"]
        rest = [*within[:4], *without[: 4 - len(within[:4])], *without[4 - len(within[:4]) :], *within[4:]]
    return [cell, *rest]
