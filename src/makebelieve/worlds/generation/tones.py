"""The tone a premise asks for: whether the world is to be a kind one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from makebelieve.worlds.generation.clauses import word_set

_GENTLE: Final = word_set(
    "kid kids child children toddler bedtime daughter preschool teddy bunny kitten puppy fluffy cuddly cute wholesome"
    " cozy cosy gentle toy toys nursery fairytale lullaby unicorn snuggly friendly plush nonviolent kindergarten peaceful"
)
"""Who listens to such a story, and what it is asked to be."""


def is_gentle(words: Iterable[str]) -> bool:
    """Whether one of the words of a premise asks for a world in which nobody comes to harm."""
    return not _GENTLE.isdisjoint(words)
