"""Where a wish is to be done: a place, what stands in it ("next to the letter box"), or a way there ("outside", "upstairs")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.staging import place_of, shown_name
from makebelieve.worlds.edits.targets import Meant, Unsure, World

PREPOSITION: Final = r"next to|in front of|on top of|in the middle of|close to|inside of|inside|into|under(?:neath)?|beneath|below|above|behind|beside|between|near|against|opposite|around|over|by|in|at|on|to"
LEVELS: Final[dict[str, str]] = {
    "upstairs": "up", "up there": "up", "on the top floor": "up", "on the roof": "up", "in the attic": "up", "on the first floor": "up", "on the second floor": "up",
    "downstairs": "down", "down below": "down", "in the basement": "down", "in the cellar": "down", "underground": "down",
    "outside": "out", "outdoors": "out", "out in the open": "out", "in the open": "out",
}  # fmt: skip
"""Words for where something is that no place of the world needs to be called by."""
LEVEL: Final = "|".join(sorted(LEVELS, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by its state and name; `part` is what of it was spoken of: "the statue"."""

    key: str
    name: str
    part: str = ""


class Several(Meant):
    """A question about what is there in several places: `spoken`, and where it is."""

    def __init__(self, spoken: str, where: list[str]) -> None:
        super().__init__(f"There is more than one to which '{spoken}' fits: {naming.listed(where, 'and')}. Which is meant?")
        self.spoken, self.where = spoken, where


def plainly_seen(world: World, phrase: str) -> list[str]:
    """The places, no later stage of one, in whose prose something is seen."""
    roots: list[str] = []
    for key in naming.sightings(world, phrase):
        first = naming.same_place(world, key)[0]
        if first not in roots and "ending" not in world["scene"]["states"][first]:
            roots.append(first)
    return roots


def spot(world: World, phrase: str) -> Spot | None:
    """What `phrase` names of this world; None where it has no such place or part. Raises Meant where it is in several places."""
    bare = phrase.strip(" .,!?")
    if bare.lower() in ("it", "them", "him", "her", "there", "here", "this", "that"):
        return None  # "a mill with a bell in it": no place is called so
    if not re.match(r"(?:the|my|our|her|his|their|that|this|an?) |[A-Z]", bare):
        bare = f"the {bare}"
    found = _place(world, bare)
    if found is not None:
        part = f"the {re.sub('^[a-z]+ ', '', bare)}" if bare[:1].islower() else ""
        own = part in place_of(world, found.key).parts and naming.words(bare) != naming.words(found.name)
        return Spot(found.key, found.name, part) if own else found
    for inner in re.finditer(r" (?:in|at|on|of|inside) ", bare):
        whole = _place(world, bare[inner.end() :])
        if whole is not None:
            part = bare[: inner.start()]
            return (
                Spot(whole.key, whole.name, _definite(part) if naming.sightings(world, part) else "")
                if _seen_in(world, whole.key, part)
                else None
            )
    keys = plainly_seen(world, bare)
    exact = [one for one in keys if _definite(bare) in place_of(world, one).parts]
    keys = exact if len(exact) == 1 else keys
    if len(keys) == 1:
        return Spot(keys[0], shown_name(world, keys[0]), _definite(bare))
    if len(keys) > 1 and bare.startswith("the "):
        raise Several(bare, [f"in {shown_name(world, one)}" for one in keys])
    return None


def _definite(phrase: str) -> str:
    return re.sub(r"^(?:an?|my|our|that|this) ", "the ", phrase)


def _seen_in(world: World, key: str, part: str) -> bool:
    return key in plainly_seen(world, part)


def _place(world: World, phrase: str) -> Spot | None:
    if key := naming.ordinal_place(world, phrase):
        return Spot(key, shown_name(world, key))
    try:
        found = naming.find(world, phrase, ("place",), loose=False)
        other = naming.find(world, phrase, ("person", "player", "item"), loose=False)
    except Unsure:
        return None
    return Spot(found.id, found.name) if found is not None and other is None else None


def last_spot(world: World, text: str) -> tuple[Spot, re.Match[str]] | None:
    """The spot that a preposition of a text leads to, and where that stands: the first that leads to a part of a place, else the last."""
    last: tuple[Spot, re.Match[str]] | None = None
    for at in re.finditer(rf"(?:^|(?<= ))(?P<p>{PREPOSITION}) (?=\S)", text, re.IGNORECASE):
        found = spot(world, text[at.end() :])
        if found is not None:
            last = (found, at)
            if found.part:
                return last
    return last


def level_place(draft: Draft, level: str, near: str | None = None) -> str | None:
    """From which place one would go up, down or out: a room to go up and down from; of places in the open the first that is there."""
    builder = draft.builder
    some = [key for key in naming.in_order(draft.world, again=False) if key in builder.place_of]
    if near is not None:
        some = [near]
    free = [key for key in some if not _barred(draft.world, key)] or some
    inside = [key for key in free if builder.place_of[key].air != "open"]
    if near is not None:
        return near
    rooms = inside if level in ("up", "down") else inside or free
    return rooms[0] if rooms else None


def _barred(world: World, key: str) -> bool:
    ways = [one for one in world["scene"]["events"] if one.get("to") == key]
    return bool(ways) and all(one.get("requires") for one in ways)


def open_place(draft: Draft) -> Spot | None:
    """The first place in the open that can be walked to."""
    for key in naming.in_order(draft.world):
        if key in draft.builder.place_of and draft.builder.place_of[key].air == "open" and "ending" not in draft.states[key]:
            return Spot(key, shown_name(draft.world, key))
    return None
