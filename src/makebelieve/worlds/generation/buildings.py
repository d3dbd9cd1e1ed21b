"""Buildings that are broken into, and out of: which of their rooms one comes through, and in which order."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import permutations
from typing import Final

from makebelieve.worlds.generation import layout, tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.draft import Site, WorldDraft
from makebelieve.worlds.generation.places import Place, bare, made_place, of_age, plain_name, stated_places
from makebelieve.worlds.generation.settings import rooms_beside, streets_about
from makebelieve.worlds.generation.venues import GATHERINGS
from makebelieve.worlds.generation.wholes import parts_of

_ROOMS: Final = parts_of("house") | parts_of("school") | parts_of("hospital") | parts_of("hotel_lobby")
"""What is a room itself: nobody goes through others to it."""
_KEPT: Final = frozenset(
    ("strongroom", "bank_vault", "gallery_store", "archive", "armoury", "dungeon", "security_room", "bedroom", "cellar")
)
"""Rooms where what is worth stealing is kept."""

_FRONTS: Final = {
    "casino_vault": ("casino",),
    "strongroom": ("bank_hall", "throne_room"),
    "bank_vault": ("museum",),
    "gallery_store": ("museum",),
}
"""Where things are kept -> the room that anybody comes into first, by age."""
_HOUSES: Final = {"casino": "the casino", "bank_hall": "the bank", "throne_room": "the palace", "museum": "the museum"}
_PASSAGES: Final = (
    "staff_corridor", "stairwell", "bank_office", "hotel_corridor", "museum_gallery", "security_room", "castle_kitchen", "old_kitchen", "landing", "back_room",
    "hotel_kitchen", "stage_wings",
)  # fmt: skip
"""By which one comes from there to them, the likeliest first."""
_TRIED: Final = 6
"""Of so many rooms those are chosen that one gets out through."""
_STREETS: Final = frozenset(("city_street", "small_town", "old_town", "victorian_street", "frontier_street", "roman_street"))
_MEANWHILE: Final = re.compile(
    rf"\b(?:during|in the middle of|while everybody is at) ((?:the|an?|her|his|their|its) (?:[\w'’-]+ ){{0,3}}?(?:{'|'.join(sorted(GATHERINGS))}))\b",
    re.IGNORECASE,
)
"""What goes on there the while."""


def robbed(draft: WorldDraft, venue: Site, shape: str, chance: Chance, taken: set[str]) -> list[Place]:
    """All the places of a story in which something is stolen out of a building: the street before it, the rooms that are open to anybody and
    what goes on in them, the way inward, and last where it is kept; none of a place that has no rooms."""
    held = set(taken)
    named = stated_places(draft.model_copy(update={"places": [venue]}), chance, held)
    if len(named) != 1 or named[0].air not in ("inside", "under"):
        return []
    scene = named[0]
    fronts = [kind for kind in _FRONTS.get(scene.entry.title, ()) if of_age(kind, draft.genre, draft.age)]
    front = made_place(plain_name(fronts[0]), fronts[0], held, stated=True) if fronts else scene
    rooms, streets = rooms_beside(front, draft), streets_about(front, draft)
    kept = scene.entry.title if fronts else next((kind for kind in rooms if kind in _KEPT), None)
    passage = next((kind for kind in _PASSAGES if kind in rooms and kind != kept), None)
    if kept is None or passage is None or not streets:
        return []
    guarded = _KEPT | tables.read("crossings")["guarded"].words("kinds")
    public = [kind for kind in rooms if kind not in (kept, passage, front.entry.title) and kind not in guarded]
    party = _MEANWHILE.search(draft.premise)
    within = [made_place(f"the {bare(party[1])}", "ballroom", held, stated=True)] if party is not None else []
    within += [made_place(plain_name(kind), kind, held, stated=True) for kind in public]
    house = _HOUSES.get(front.entry.title, front.name) if fronts else front.name
    street = f"the street outside {house}" if streets[0] in _STREETS else plain_name(streets[0])
    before = replace(made_place(street, streets[0], held, stated=True), home=True)
    inner = made_place(plain_name(passage), passage, held, stated=True)
    vault = scene if fronts else made_place(plain_name(kept), kept, held, stated=True)
    if shape != "heist":
        second = within[:1] or [made_place(plain_name(kind), kind, held, stated=True) for kind in streets[1:2]]
        taken |= held
        return [before, front, *second, inner, vault] if second else []
    outside = [made_place(plain_name(kind), kind, held, stated=True) for kind in streets[2:5]]
    within = [*within, *outside] if party is not None else outside  # what it takes is fetched outside
    if len(within) < 3 or len(streets) < 2:
        return []
    away = made_place(plain_name(streets[1]), streets[1], held, stated=True)
    taken |= held
    return [before, *within[:3], front, inner, away, vault]  # what is told last is where the deed is done


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
        within = [place for place in rest if place.air != "open" and (place.stated or layout.beside(cell, place))]
        without = [place for place in rest if place.air == "open"]
        other = [place for place in rest if place not in within and place not in without]  # rooms of other houses
        without += other
        within, without = _in_order(cell, within, without)
        rest = [*within[:4], *without[: 4 - len(within[:4])], *without[4 - len(within[:4]) :], *within[4:]]
    return [cell, *rest]


def _in_order(cell: Place, within: list[Place], without: list[Place]) -> tuple[list[Place], list[Place]]:
    """The rooms of a place that one gets out of, so that each leads on to the next, and what lies outside with the nearest first: all
    ways lead by the first of the rooms, and the last two lead out."""
    if len(within) < 2:
        return within, without
    some = [*within[:_TRIED], *without[1 : 5 - len(within)]]
    out = min(without, key=lambda place: (place.air != "open", layout.oddness(cell, place))) if without else None

    def odd(order: tuple[Place, ...]) -> int:
        first, *others = order
        ways = layout.oddness(cell, first) + sum(layout.oddness(first, one) for one in others)
        exits = [layout.oddness(one, out) + 3 * layout.is_inmost(one.entry.title) for one in order[-2:]] if out is not None else [0]
        return ways + 2 * min(exits)

    best = min(permutations(some, min(4, len(some))), key=odd)
    rest = [place for place in within if place not in best]
    outside = [place for place in without if place is not out and place not in best]
    return [*best, *rest], outside if out is None else [out, *outside]
