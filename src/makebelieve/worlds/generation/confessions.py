"""Who did what is to be found out: somebody whom the player meets by name, where the clue to it lies or on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from makebelieve.worlds.generation.answers import Answer, seen
from makebelieve.worlds.generation.natures import has_hands

if TYPE_CHECKING:
    from makebelieve.worlds.generation.builder import Builder
    from makebelieve.worlds.generation.cast import Part


def owned_up(b: Builder, key: str) -> Answer | None:
    """The answer of a world, with whoever did it: somebody in the state of the clue if there is anybody, else one who is met elsewhere."""
    if b.answer is None or not b.answer.somebodys:
        return b.answer
    who = _doer(b, key)
    if who is None:
        return seen(b.scenery.told["whole_deed"].partition(" why ")[2]) if " why " in b.scenery.told["whole_deed"] else None
    if who.short not in b.met:
        b.meet(key, who)
    return b.answer.of(who.short, hands=has_hands(who))


def _doer(b: Builder, key: str) -> Part | None:
    """Nobody of the premise, and not whoever answers questions at the start."""
    place = b.place_of[key]
    some = [one for one in b.allies[1:] if not one.stated and not one.plural and (has_hands(one) or "beast" in b.scenery.marks)]
    here = [one for one in some if one.short not in b.met and one in b.about(key)]
    there = [one for one in some if b.met_at.get(one.short) is place]
    return next(iter((*there, *here, *(one for one in some if one.short in b.met), *some)), None)
