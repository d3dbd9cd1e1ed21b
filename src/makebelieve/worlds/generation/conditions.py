"""What becomes of a thing of a premise in the course of a story, by what is done to it: absent until it is won, unmade until it is made, carried from the
start. The table of conditions says which texts may tell of it at which point, and where it can be at all (`data/conditions.txt`)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

from makebelieve.language import classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.natures import is_heavy
from makebelieve.worlds.generation.places import Place

Point = Literal["first", "last", "done", "won", "lost"]
_CONDITIONS: Final = ("there", "absent", "unmade", "undone", "carried", "hidden", "doomed")
_PRIZES: Final = frozenset(
    ("object", "device", "clothing", "instrument", "weapon", "treasure", "food", "plant", "vehicle", "container", "creature")
)
"""Kinds of what can be won as a prize: a race or a bet is none."""
_TRACKLESS: Final = frozenset(
    ("rocky_shore", "tidal_flat", "cliff_top", "reef", "waterfall", "swamp", "treetops", "jungle_temple", "sea_cave", "mangrove", "hot_spring", "canyon_rim",
     "volcano", "cavern", "deep_forest", "glacier", "hillside", "river_crossing", "lake_shore", "orchard", "island_beach", "garden_house")
)  # fmt: skip
"""Where no wheel gets to."""
_BUILT: Final = frozenset(("building", "place", "location", "structure", "water"))


def condition_of(goal: Goal, deed: str, way: str, head: str) -> str:
    """The condition of what a deed is done to; `deed` is its class, `way` whether it is here, gone or far."""
    verb = goal.verb or ""
    if goal.made:
        return "unmade"
    if way == "gone" or (goal.purpose in ("steal", "find") and way == "far"):
        return "absent"
    if goal.person:
        return "there"
    if goal.purpose == "win" and classify(head)[0] in _PRIZES and verb in ("win", "earn"):
        return "absent"
    own = verb.partition("_")[0]
    for name in (verb, "_".join((goal.deed or "").split()[:2]), own if verb.endswith(("_back", "_again")) else verb):
        if name in _verbs():
            return _verbs()[name]
    return _of_class().get(deed, "there")


def row_at(condition: str, point: Point) -> str:
    """The row of a subject that may tell of it at a point of the story, or none."""
    return tables.read("conditions")[condition].one(point)


def shows(condition: str, point: Point) -> bool:
    """Whether a thing in that condition shows at a point of the story at all."""
    return bool(row_at(condition, point)) and not (condition == "unmade" and point == "first")


def can_stand(head: str, place: Place, *, driven: bool = False) -> bool:
    """Whether a thing of a kind can be in a place: boats lie by the water, trains stand on rails, pianos indoors. What is driven goes over any open land."""
    title = _home_of().get(head)
    if title is None:
        return not (classify(head)[0] in _BUILT and place.air == "inside")
    entry = tables.read("conditions")[title]
    if place.entry.title in _TRACKLESS and title in ("on_rails", "wheeled"):
        return False
    if driven and title in ("on_rails", "wheeled", "cattle") and place.air == "open":
        return True
    words = set(re.findall(r"[a-z]+", place.name.lower()))
    return place.air in entry.words("air") or place.entry.title in entry.words("places") or bool(words & entry.words("named"))


def is_fixed(head: str) -> bool:
    """Whether a thing stays where it is, and shows in one place only."""
    return is_heavy(head) or classify(head)[0] in _BUILT


@cache
def _verbs() -> dict[str, str]:
    table = tables.read("conditions")
    return {verb: name for name in _CONDITIONS for verb in table[name].words("verbs")}


@cache
def _of_class() -> dict[str, str]:
    table = tables.read("conditions")
    return {deed: name for name in _CONDITIONS for deed in table[name].words("deeds")}


@cache
def _home_of() -> dict[str, str]:
    return {noun: title for title, entry in tables.read("conditions").items() for noun in entry.words("nouns")}
