"""Where a deed is done that has a usual place: a thesis is handed in at an office of the university, a pie baked in the kitchen of the castle."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Site, WorldDraft
from makebelieve.worlds.generation.homes import dwelling_of
from makebelieve.worlds.generation.kinds import place_kinds
from makebelieve.worlds.generation.places import Place, made_place, of_age, plain_name
from makebelieve.worlds.generation.realms import SETTLEMENTS, TOWNS, off_earth
from makebelieve.worlds.generation.wholes import is_whole, parts_of

_INHABITED: Final = frozenset(("garden_house", "greenhouse", "home_kitchen", "bakery", "restaurant", "house", "theatre", "hospital"))
"""Scenes of plots that play where somebody can breathe."""
_PARTICLES: Final = frozenset(("in", "on", "up", "off", "out", "for", "against"))
"""What may belong to a verb, wherever it stands: "hand the thesis in"."""


def usual_places(draft: WorldDraft, taken: set[str]) -> list[Place]:
    """Where one sets out to the deed of a premise that names no place, and where it is usually done; of none other than that its own place."""
    row = _row(draft, within=False)
    if row is None or off_earth(draft.premise) or (draft.player is not None and draft.player.category == "creature"):
        return []
    kinds = row.one("kinds").split()
    own = dwelling_of(draft, set(taken), frozenset())
    if own and own[0].entry.title in kinds:
        return dwelling_of(draft, taken, frozenset())
    table = tables.read_all("places")
    stood = [kind for kind in kinds if of_age(kind, draft.genre, draft.age)]
    stood.sort(key=lambda kind: draft.genre not in table[kind].words("tags"))
    begins = [kind for kind in row.one("from").split() if of_age(kind, draft.genre, draft.age)] if stood else []
    return [made_place(plain_name(kind), kind, taken, stated=True) for kind in (*begins[:1], *stood[:1])]


def has_usual(draft: WorldDraft, town: Site) -> bool:
    """Whether a place is but the town in which a deed has its usual place: "print the last newspaper of the town"."""
    return (town.kind in SETTLEMENTS or town.noun in TOWNS) and _row(draft, within=False) is not None


def usual_room(draft: WorldDraft, rooms: frozenset[str]) -> str | None:
    """The one of some rooms in which the deed is usually done."""
    row = _row(draft, within=True) or _row(draft, within=False)
    return next((kind for kind in row.one("kinds").split() if kind in rooms), None) if row is not None else None


def room_of_thing(draft: WorldDraft, whole: Place, taken: set[str]) -> list[Place]:
    """The room of a whole where what is worked on stands: a ship's engine is repaired in its engine room."""
    rooms = parts_of(whole.entry.title)
    kind = usual_room(draft, rooms) or kind_of_thing(draft, rooms)
    return [made_place(plain_name(kind), kind, taken)] if kind is not None and is_whole(whole) else []


def kind_of_thing(draft: WorldDraft, rooms: Collection[str | None]) -> str | None:
    """The one of some rooms that is called by what is worked on."""
    head = re.findall(r"[a-z]+", re.sub(r" of .*$", "", (draft.goal.object or "").lower()))[-1:]
    own = next((room for word in head for room in sorted(filter(None, rooms)) if room.endswith(f"_{word}")), None)
    if own is not None:
        return own  # the engine car of an airship
    kinds = [kind for word in head for name in (word, f"{word}_room") for kind in place_kinds().get(name, ())]
    return next((kind for kind in kinds if kind in rooms), None)


def _row(draft: WorldDraft, *, within: bool) -> tables.Entry | None:
    goal = draft.goal
    if not goal.stated or goal.verb is None:
        return None
    said = re.findall(r"[a-z]+", f"{goal.object or ''} {goal.deed or ''}".lower())
    words = {*said, *(lemma(word, "noun") or word for word in said)}
    verb = goal.verb.partition("_")[0]
    base = {goal.verb, verb, *(f"{verb}_{word}" for word in _beside(goal.deed or "") if word in _PARTICLES)}
    if goal.verb == "get":  # "get them baked"
        base |= {lemma(word, "verb") or word for word in said if word.endswith(("ed", "en", "wn"))}
    for row in tables.read("usual").values():
        if within != (row.one("within") == "yes") or not base & row.words("verbs"):
            continue
        if not row.items("objects") or words & row.words("objects"):
            return row
    return None


def _beside(deed: str) -> tuple[str, ...]:
    """Where the particle of a verb stands: "hand in her thesis", "hand her thesis in"."""
    words = re.findall(r"[a-z]+", deed.lower())
    return (*words[1:2], *words[-1:])


def worked_in(draft: WorldDraft, rooms: Collection[str | None]) -> str | None:
    """The room of a vessel where the deed is done by what it is or what it is done to."""
    return usual_room(draft, frozenset(filter(None, rooms))) or kind_of_thing(draft, rooms)


def under_a_roof(plot: tables.Entry | None) -> bool:
    """Whether a plot is played out where people live: nothing is sown on the bare ground of Mars."""
    scenes = plot.words("scenes") if plot is not None else frozenset[str]()
    return bool(scenes & _INHABITED) and not scenes & tables.read("settings")["land"].words("of")
