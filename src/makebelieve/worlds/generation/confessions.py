"""Who did what is to be found out, and who signed a note: somebody who goes by a name, and is there when they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.answers import Answer, seen
from makebelieve.worlds.generation.natures import has_hands, mark_of_ally

if TYPE_CHECKING:
    from makebelieve.worlds.generation.builder import Builder
    from makebelieve.worlds.generation.cast import Part
    from makebelieve.worlds.generation.items import Item
    from makebelieve.worlds.generation.places import Place


def owned_up(b: Builder, key: str) -> Answer | None:
    """The answer of a world, with whoever did it: somebody in the state of the clue if there is anybody, else one who is met elsewhere."""
    if b.answer is None or not b.answer.somebodys:
        return b.answer
    who = _doer(b, key)
    if who is None:
        return seen(b.scenery.told["whole_deed"].partition(" why ")[2]) if " why " in b.scenery.told["whole_deed"] else None
    if who.short not in b.met:
        start = next(iter(b.states))
        b.meet(start if who in b.about(start) else key, who)
    met = b.met_at[who.short]
    return b.answer.of(who.short, hands=has_hands(who), at=met.at)


def _doer(b: Builder, key: str) -> Part | None:
    """Nobody of the premise, and not whoever answers questions at the start; one who has something to give or is met at the start, whom no way
    to the end passes by, comes before one who is met where the clue lies."""
    some = [one for one in b.allies[1:] if not one.stated and not one.plural and (has_hands(one) or "beast" in b.scenery.marks)]
    giving = [one for one in some if one.short in b.givers.values()]
    start = next(iter(b.states))
    first = [one for one in some if one.short not in b.met and one in b.about(start)]
    there = [one for one in some if b.met_at.get(one.short) is b.place_of[key]]
    here = [one for one in some if one.short not in b.met and one in b.about(key)]
    return next(iter((*giving, *first, *there, *here, *(one for one in some if one.short in b.met), *some)), None)


def comes_forward(b: Builder, place: Place) -> list[str]:
    """Whoever did it comes up in the ending in which they say so."""
    if b.answer is None or not b.answer.who:
        return []
    who = next(one for one in b.allies if one.short == b.answer.who)
    frames = tables.read("stages")["answered"].items("comes")
    return [b.scenery.parted(b.scenery.pick(frames, "comes", place, mark_of_ally(who)), place, who=who.short)]


def signed_below(b: Builder, item: Item) -> str:
    """Whose name is below a note that promises help: of somebody who is not met before they are called, and come."""
    free = [one for one in b.allies[1:] if one.short not in b.met and not one.stated and not one.plural]
    if not free:
        return ""
    b.signed[item.flag] = free[0].short
    return f" The name below is {free[0].short}."
