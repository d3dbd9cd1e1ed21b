"""Where what is looked for lies: in the room that the premise names, or somewhere about the building."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.bounds import gone_from, lost_in
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.places import Place, bare, stands_in
from makebelieve.worlds.generation.settings import rooms_beside
from makebelieve.worlds.generation.wholes import is_whole, parts_of

_LOOKING: Final = frozenset(("look_for", "search_for", "search", "hunt_for"))
_FETCHING: Final = frozenset(("get_back", "fetch", "retrieve", "recover", "bring_back", "take_back", "win_back"))
_ROOMY: Final = 7
"""So many rooms are enough to find something in another than where it was lost."""


def looked_through(draft: WorldDraft, name: str, kind: str | None) -> bool:
    """Whether what is found was lost in a place, or is looked for all over it: whoever looks for a kite at the beach is there."""
    open_ = kind is not None and tables.read_all("places")[kind].one("air") == "open"
    return lost_in(draft, name) or (draft.goal.verb in _LOOKING and open_)


def lost_and_found(draft: WorldDraft, place: Place) -> bool:
    """Whether what is looked for lies where it was lost: a ring lost at the beach is in no forest, but whatever has legs may be anywhere."""
    goal = draft.goal
    runs = goal.person and classify(re.sub(r".* ", "", goal.object or ""))[0] == "creature"
    there = rf"{re.escape(bare(goal.object or 'it'))} (?:in|at|on|under|inside|beneath) (?:[a-z']+ ){{0,2}}{re.escape(bare(place.name))}"
    said = re.search(there, draft.premise, re.IGNORECASE) is not None and (place.home or goes_through(draft, place))
    lies = said or lost_in(draft, place.name)
    return (
        goal.purpose == "find"
        and lies
        and not runs
        and place.air != "sea"
        and not (is_whole(place) and len(parts_of(place.entry.title)) >= _ROOMY)
    )


def put_back(draft: WorldDraft) -> bool:
    """Whether something is brought back into what it came out of, which stands where the story begins: a parrot into its cage."""
    return draft.goal.purpose == "deliver" and re.search(r"\bback (?:in|into|inside) ", draft.goal.deed or "") is not None


def in_one_room(draft: WorldDraft, place: Place) -> bool:
    """Whether all that a premise names is a single room, in which what is looked for or found out is come by in the end."""
    stays = (draft.goal.purpose in ("find", "solve") or put_back(draft)) and not gone_from(draft, place.name)
    return stays and place.stated and not place.home and place.air == "inside" and not is_whole(place)


def goes_through(draft: WorldDraft, place: Place) -> bool:
    """Whether what is looked for is in a building that has rooms: the story goes through them, from its front."""
    if place.air == "under":
        return False  # nobody is at home in a cave
    if draft.goal.purpose == "find" and stands_in(place, draft.goal.object or ""):
        return False  # it is the building itself that is looked for
    if draft.goal.purpose == "rescue" and not is_whole(place):
        return False  # whoever is locked up in a garage is there
    if draft.goal.verb in _FETCHING and f" from the {bare(place.name)}".lower() in f" {draft.goal.deed}".lower():
        return False  # one comes there, and goes
    roomy = place.entry.title == "space_station" or len(rooms_beside(place, draft)) > 3
    return draft.goal.purpose in ("find", "rescue", "explore") and place.stated and not place.home and roomy
