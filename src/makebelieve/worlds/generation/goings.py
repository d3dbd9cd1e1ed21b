"""What goes on all around, as a world shows it: a sentence in every scene, sounds, one look about, and how it stands with it in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.occasions import rows_at
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.sparing import without

if TYPE_CHECKING:
    from makebelieve.worlds.generation.builder import Builder
    from makebelieve.worlds.generation.prose import Scenery

_MOST: Final = 2
"""Sentences of it in one scene."""
_GONE: Final = frozenset(("escape", "deliver", "rescue", "reach"))
"""What the deed is where whoever does it leaves behind what goes on."""


def around(scenery: Scenery, place: Place, prefix: str = "") -> list[str]:
    """Sentences of what goes on all around, beside things of the place: one of each occasion, and none that this world has had."""
    made: list[str] = []
    for entry in scenery.occasions:
        options = scenery.suited(tuple(scenery.chance.unused(texts_at(scenery, entry, f"{prefix}{place.air}", place))), place)
        if options:
            made.append(scenery.parted(scenery.chance.fresh(options, "occasion"), place))
    return made[:_MOST]


def stirs(scenery: Scenery, place: Place) -> list[str]:
    """A sound or a small movement of each occasion, none of which this world has had."""
    rows = [scenery.chance.unused(texts_at(scenery, entry, "stir", place)) for entry in scenery.occasions]
    return [scenery.pixels(scenery.chance.fresh(own, "stir of occasion")) for own in rows if own]


def texts_at(scenery: Scenery, entry: tables.Entry, row: str, place: Place) -> tuple[str, ...]:
    """The texts of a row of an occasion that fit a place, without what is foreign to the age, the hour and the weather."""
    some = scenery.fitting(rows_at(entry, place, row), place)
    return without(without(some, scenery.spared), scenery.contrary)


def look_about(builder: Builder, entrance: str) -> None:
    """One choice that only looks or listens round at what goes on, in the scene with the fewest choices where it shows."""
    scenery = builder.scenery
    rooms = sorted(
        (key for key, state in builder.states.items() if "ending" not in state),
        key=lambda key: (sum(key in event["from"] for event in builder.events), key == entrance),
    )
    for entry in scenery.occasions:
        for key in rooms:
            if rows := texts_at(scenery, entry, "look", builder.place_of[key]):
                builder.event("override", key, *builder.triple(rows, f"look {entry.title}", key))
                rooms.remove(key)
                break


def tell_end(builder: Builder) -> None:
    """How it stands with what goes on, said in each ending: the fire is behind, the singing has stopped."""
    scenery = builder.scenery
    for entry in scenery.occasions[:1]:
        for state in builder.states.values():
            if "ending" not in state:
                continue
            won = state["ending"]["kind"] == "win"
            rows = scenery.fitting(entry.items("over" if won else "lost"), None, "gone" if builder.purpose in _GONE else "stays")
            if rows := tuple(scenery.chance.unused(rows)):
                told = scenery.narrate(scenery.pick(rows, f"{entry.title} {won}"))
                state["narration"] = f"{state['narration']} {told}".strip()
                state["ending"]["subtitle"] = state["narration"]
