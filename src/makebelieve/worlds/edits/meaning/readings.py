"""From plain wishes to readings: what would be done, and how sure it is that this is meant. The surest that can be done is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning import about_endings, about_people, about_player, about_things
from makebelieve.worlds.edits.meaning.forms import Wish
from makebelieve.worlds.edits.meaning.frames import wishes
from makebelieve.worlds.edits.meaning.known import Known
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.sanity import sane
from makebelieve.worlds.edits.targets import Meant, Unsure, World

SURE: Final = 0.8
"""Readings as sure as this go before the rows of regular expressions."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`act` does it in a draft and tells what was done; None where it cannot be done so. `score` from 0 to 1."""

    score: float
    act: Callable[[Draft], str | None]


Reader = Callable[[World, Wish, Known], list[tuple[float, Callable[[Draft], str | None]]]]
_READERS: Final[tuple[Reader, ...]] = (about_endings.readings, about_people.readings, about_player.readings, about_things.readings)


def read(world: World, text: str, salt: str, subject: Thing | None, *, least: float, below: float = 1.1) -> tuple[Draft, str] | None:
    """The surest reading of a wish whose score is from `least` up to `below`: the changed draft, and what was done.

    Raises Unsure with the question of the surest reading that has one, where no other can be done.
    """
    known = Known(world)
    some: list[tuple[float, int, Callable[[Draft], str | None]]] = []
    for number, wish in enumerate(wishes(text, known)):
        for reader in _READERS:
            some += [(score - 0.01 * number, -len(some), act) for score, act in reader(world, wish, known)]
    some.sort(key=lambda one: (-one[0], -one[1]))
    question: Unsure | None = None
    for score, _, act in some:
        if score < least or score >= below:
            continue
        draft = Draft.of(world, salt, subject)
        try:
            told = act(draft)
        except Meant:
            raise
        except Unsure as asked:
            question = question or asked
            continue
        if told and sane(world, draft.world, text):
            return draft, told
    if question is not None:
        raise question
    return None
