"""What is found and what is aimed at: the things that open gates, and the steps of a mission."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.english import determined, pictorial, slug
from makebelieve.worlds.generation.places import bare

_PROMISE: Final = re.compile(r"\bpromises?\b|\bword (?:of|to|for)\b|'s word\b|\b(?:leave|permission) (?:to|of)\b|\bsupport of\b")


@dataclass(frozen=True, slots=True)
class Item:
    """Something found that opens a gate or is used in a deed: 'a brass key', the texts of what it is good for, the flag that stands for having it."""

    slot: str
    phrase: str
    flag: str
    row: tables.Entry = field(default_factory=lambda: tables.Entry(""))
    size: str = "small"
    """small: it lies in a hiding place; big: it stands about; word: it is known rather than held."""

    @property
    def depth(self) -> str:
        """Its size; promise: somebody's word, which is given rather than told or found."""
        return "promise" if self.size == "word" and _PROMISE.search(self.phrase) else self.size

    @property
    def the(self) -> str:
        words = self.phrase.split()
        return f"the {' '.join(words[1:])}" if words[0] in ("a", "an", "some") else self.phrase


@dataclass(slots=True)
class Objective:
    id: str
    text: str
    location: str
    grants: str
    requires: list[str]
    hint: str | None = None


_FURTHER: Final = re.compile(r" (?:with|in|on|for|from|of last|as) ")
_OPEN: Final = re.compile(
    r"(?:[a-z]{2,}ed|cut|just|once|enough|one|out|up|down|off|again|always|small|right|put|won|last)$|,$|\b(?:that|who|which|whose|to|is|are|was|were|it|they|once)\b"
)
"""Of a phrase that is not at its end yet: "a box lined", "the story that goes"."""


def brief(phrase: str) -> str:
    """A thing among others, without what is said further of it: "a map with wind arrows on it" is a map."""
    head = _FURTHER.split(phrase)[0]
    words = head.split()
    whole = (
        len(words) > 1 and (determined(head) or words[0] in ("two", "three", "four", "nine", "forty", "half")) and not _OPEN.search(head)
    )
    return head if len(phrase.split()) > 4 and whole and lemma(words[-1], "noun") else phrase


def make_items(genre: tables.Entry, chance: Chance) -> list[Item]:
    """One item a slot of the genre, in an order of the seed's."""
    slots = [key.removeprefix("item.") for key in genre.rows if key.startswith("item.")]
    made: list[Item] = []
    for slot in chance.shuffled(slots, "slots"):
        phrase = pictorial(chance.pick(genre.items(f"item.{slot}"), f"item {slot}"))
        made.append(Item(slot, phrase, f"has_{slug(bare(phrase), 32)}", tables.read("gates")[slot]))
    return made
