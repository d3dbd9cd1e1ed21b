"""A prompt while it is read: its tokens, what of them is understood, and where the part ends that names the subject."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from makebelieve.art import words as w
from makebelieve.art.bestiary import PLAIN, Entry, archetype, entries
from makebelieve.art.items.families import family_of
from makebelieve.language import Token, classify

_LIVING: Final = ("humanoid_biped", "quadruped", "winged", "serpentine", "crawler", "swimmer")


@dataclass(slots=True)
class Found:
    """One subject word."""

    start: int
    end: int
    word: str
    entry: Entry | None
    family: str | None
    young: bool = False
    """A beast that is not grown."""

    @property
    def entry_is_species(self) -> bool:
        """A being by nature (zombie, demon), not by trade (pirate)."""
        return self.entry is not None and ("head" in self.entry.changes or "skin" in self.entry.colors)


@dataclass(slots=True)
class Reading:
    """What is understood of a prompt so far."""

    tokens: list[Token]
    used: set[int] = field(default_factory=set)
    changes: dict[str, Any] = field(default_factory=dict)
    colors: dict[str, str] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)
    surfaces: dict[str, str] = field(default_factory=dict)
    stated: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    made_of: tuple[str, str, str] | None = None
    lost: list[str] = field(default_factory=list)
    """Words for what is said not to be there."""
    worn: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    """Garments and features that were named, and what they would change."""


def filling(tokens: list[Token]) -> range:
    """What a thing is said to be full of: "full", "of" and the word after them colour nothing."""
    at = next((i for i in range(1, len(tokens) - 1) if (tokens[i].word, tokens[i + 1].word) == ("full", "of")), len(tokens))
    return range(at, min(at + 3, len(tokens)))


def segment(tokens: list[Token]) -> int:
    """Where the part of the prompt ends that names the subject."""
    for i, token in enumerate(tokens):
        if i in filling(tokens):
            return i
        if token.word == "of" and i > 0 and _somebody(tokens[i - 1]):
            # a barber of the village is no house, and a queen of the bees no bee
            return i
        if i > 0 and (token.word in w.PREPOSITIONS or (token.tag in ("VG", "VS") and tokens[i - 1].tag in ("N", "NS"))):
            return i
    return len(tokens)


def _somebody(token: Token) -> bool:
    """Whether a word is for a person or a beast."""
    name = token.lemma or token.word
    entry = entries().get(name)
    if entry is not None:
        return archetype(PLAIN[entry.rig]) in _LIVING and family_of(name) is None
    return token.tag in ("N", "NS") and family_of(name) is None and classify(name)[1] == "biped"


def unmatched(reading: Reading) -> list[str]:
    """The words that were not understood, as they were written."""
    left = [
        token.written
        for i, token in enumerate(reading.tokens)
        if i not in reading.used and token.word not in w.SILENT and token.lemma not in w.SILENT
    ]
    return list(dict.fromkeys(left))
