"""Places that are themselves what is wanted: the last act leads into them, and whoever looks for the library does not find it in the library."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.crossings import FREE
from makebelieve.worlds.generation.places import Place, bare, stands_in

if TYPE_CHECKING:
    from makebelieve.worlds.generation.builder import Builder
    from makebelieve.worlds.generation.draft import Goal
    from makebelieve.worlds.generation.items import Item

_GONE_ON: Final = frozenset(("hub", "quest", "descent"))
"""Shapes that end in another place than they began, by a last way of their own."""


def leads_in(row: tables.Entry, goal: Goal, shape: str, last: Place, object_: str) -> bool:
    """Whether the last place is what is wanted, by the texts of a deed: the way out of where it begins, a home, or the place that is named."""
    where = row.one("arrives")
    if shape == "escape":
        return where == "out"
    if shape not in _GONE_ON or where not in ("home", "place"):
        return False
    named = re.search(rf"\b{re.escape(bare(last.name).lower())}\b", (goal.deed or "").lower())
    return where == "home" or stands_in(last, object_) or named is not None


def arrive(b: Builder, key: str, place: Place, item: Item, *, also: list[str] | None = None) -> None:
    """The last act leads on from a state into the place that is wanted, past what bars the way there."""
    act = None if b.goal_row.one("arrives") == "out" else _step_into(b, place)
    if (b.own and item in b.own) or item is FREE:
        b.finish(key, place, act=act)
        return
    bar = b.barrier(key, place, item, also=also)
    b.finish(key, place, act=act, requires=[item.flag, *(also or [])], hint=bar.hint, use=bar.use)


def _step_into(b: Builder, place: Place) -> str:
    """The label of the last way: in where there is an in, and else as one goes to such a place."""
    if place.air in ("inside", "under") and place.at.startswith("in "):
        return b.scenery.pick(tables.read("stages")["arrival"].items("act"), "step into")
    return f"{b.chance.fresh(place.entry.items('go') or ('Go on to',), 'go')} {place.name}"


def shown_arriving(b: Builder, key: str, place: Place, use: str | None, lone: tuple[str, ...]) -> list[str]:
    """The last act in three pictures: the first where it begins, with what opens the way, and the others there."""
    words, here = b.words() | {"place": place.name, "at": place.at}, b.place_of[key]
    rows = tables.read("stages")["arrival"]
    if b.goal_row.one("arrives") == "out" and b.goal_row.items("stage"):
        way, *there = (beat.strip() for beat in b.scenery.pick(b.goal_row.items("stage"), "stage", None, *lone).split("::"))
    else:
        way, *there = (b.scenery.pick(rows.items(row), f"arrival {row}", place) for row in ("way", "in", "there"))
    return [use or b.by(way, here, **words), *(b.by(beat, place, **words) for beat in there)]
