"""Places that are themselves what is wanted: the last act leads into them, and whoever looks for the library does not find it in the library."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.morphology import is_plural
from makebelieve.worlds.generation.places import Place, bare, made_place, stands_in

if TYPE_CHECKING:
    from makebelieve.worlds.generation.builder import Builder
    from makebelieve.worlds.generation.draft import Goal
    from makebelieve.worlds.generation.items import Item

_GONE_ON: Final = frozenset(("hub", "quest", "descent"))
"""Shapes that end in another place than they began, by a last way of their own."""
_HOME_TO: Final = re.compile(r"\b(?:home|back) to ((?:his|her|its|their) [a-z]+(?: [a-z]+)?(?: and [a-z ]+)?)$")
_BY_PLOT: Final = frozenset(("out", "land"))
"""Ways on of which a plot tells by itself."""


def lead_in(b: Builder, goal: Goal, shape: str, at: int) -> None:
    """Tell a story with its last place `at` whether that is what is wanted. Whoever sails the sea comes to land, from the open deck."""
    if b.goal_row.one("arrives") == "land" and shape in _GONE_ON and b.places[at].air == "inside":
        along = sorted(b.places[1:at], key=lambda place: place.air == "open")
        land = made_place("the quay", "quay", {place.id for place in b.places})
        b.places = [b.places[0], *along, land, *b.places[at + 1 :]]
    b.arriving = _leads_in(b.goal_row, goal, shape, b.places[at], b.scenery.seen["goal"])


def _leads_in(row: tables.Entry, goal: Goal, shape: str, last: Place, object_: str) -> bool:
    """Whether the last place is what is wanted, by the texts of a deed: the way out of where it begins, a home, or the place that is named."""
    where = row.one("arrives")
    if shape == "escape":
        return where == "out"
    if shape in _GONE_ON and goal.person and draws_in(goal.deed or "", last):
        return True
    if shape not in _GONE_ON or where not in ("home", "place", "land"):
        return False
    named = re.search(rf"\b{re.escape(bare(last.name).lower())}\b", (goal.deed or "").lower())
    if where == "land":
        return last.entry.title == "quay" and not last.stated
    return where == "home" or stands_in(last, object_) or named is not None


_DRAWN: Final = r"\b(?:to|into) (?:com(?:e|ing)|step(?:ping)?|mov(?:e|ing)|return(?:ing)?)\b.*\b{}\b"


def draws_in(deed: str, place: Place) -> bool:
    """Whether somebody is to be got to come into a place, and so is not there yet: "get the villagers to come into her tea shop"."""
    name = bare(place.name).lower().split(" of the ")[-1]  # "the yard of the family farm"
    return re.search(_DRAWN.format(re.escape(name)), deed.lower()) is not None


def arrive(b: Builder, key: str, place: Place, item: Item, *, also: list[str] | None = None) -> None:
    """The last act leads on from a state into the place that is wanted, past what bars the way there."""
    drawn = draws_in(b.scenery.seen["deed"], place)
    act = None if drawn or b.goal_row.one("arrives") in _BY_PLOT else _step_into(b, place)
    bar = None if b.own and item in b.own else b.barrier(key, place, item, also=also)
    if bar is None:
        b.finish(key, place, act=act, requires=also)
    else:
        b.finish(key, place, act=act, requires=[item.flag, *(also or [])], hint=bar.hint, use=bar.use)
    _meet(b)


def _meet(b: Builder) -> None:
    """Those to whom somebody comes home are there in the endings: "get home to his wife"."""
    found = _HOME_TO.search(b.scenery.seen["deed"])
    if found is None or not any(classify(lemma(word, "noun") or word)[0] in ("person", "creature") for word in found[1].split()):
        return
    rows = tables.read("stages")["arrival"].items("met")
    (b.scenery.plurals.add if " and " in found[1] or is_plural(found[1]) else b.scenery.plurals.discard)("who")
    for state in b.states.values():
        if state.get("ending", {}).get("kind") == "win":
            state["base"] = f"{state['base']} {b.scenery.pixels(b.scenery.pick(rows, 'met'), who=found[1])}"


def _step_into(b: Builder, place: Place) -> str:
    """The label of the last way: in where there is an in, and else as one goes to such a place."""
    if place.air in ("inside", "under") and place.at.startswith("in "):
        return b.scenery.pick(tables.read("stages")["arrival"].items("act"), "step into")
    return f"{b.chance.fresh(place.entry.items('go') or ('Go on to',), 'go')} {place.name}"


def shown_arriving(b: Builder, key: str, place: Place, use: str | None, lone: tuple[str, ...]) -> list[str]:
    """The last act in three pictures: the first where it begins, with what opens the way, and the others there."""
    words, here = b.words() | {"place": place.name, "at": place.at}, b.place_of[key]
    rows = tables.read("stages")["arrival"]
    if draws_in(b.scenery.seen["deed"], place) and b.goal_row.items("stage"):  # they are talked round where they are, and come in
        first, *_, last = (beat.strip() for beat in b.scenery.pick(b.goal_row.items("stage"), "stage", None, *lone).split("::"))
        return [
            b.by(first, here, **words),
            b.by(last, here, **words),
            b.by(b.scenery.pick(rows.items("drawn"), "drawn", place), place, **words),
        ]
    if b.goal_row.one("arrives") in _BY_PLOT:
        way, *there = (beat.strip() for beat in b.scenery.pick(b.goal_row.items("stage"), "stage", None, *lone).split("::"))
    else:
        way, *there = (b.scenery.pick(rows.items(row), f"arrival {row}", place) for row in ("way", "in", "there"))
    return [use or b.by(way, here, **words), *(b.by(beat, place, **words) for beat in there)]
