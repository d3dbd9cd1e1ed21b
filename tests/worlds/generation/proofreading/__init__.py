"""Proofreading of generated worlds: checks of English over every text that a player meets. `proofread(world, premise)` gives what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from . import agreement, forms, people, places, repeats, slots, wording
from .texts import Finding, Text, texts

Check = Callable[[Text], Iterator[tuple[str, str]]]
CHECKS: Final[tuple[Check, ...]] = (
    forms.article, forms.doubled, forms.marks, forms.ends, forms.capitals, agreement.agreement, people.person, people.opening,
    places.preposition, places.event, repeats.phrase, wording.names, wording.label, wording.title, slots.clumsy, slots.stray,
)  # fmt: skip


def proofread(world: dict[str, Any], premise: str = "") -> list[Finding]:
    """Every fault of a world's texts."""
    some = list(texts(world, premise))
    found = [Finding(name, text, words) for text in some for check in CHECKS for name, words in check(text)]
    found += [Finding(name, text, words) for text in some for name, words in people.player(world, text)]
    for bare in wording.bare_names(premise):
        found += [Finding("name without its article", text, match[0]) for text in some if (match := bare.search(text.words))]
    for small in wording.small_names(premise):
        found += [Finding("name in small letters", text, match[0]) for text in some if (match := small.search(text.words))]
    return [*found, *repeats.labels(world), *slots.several(world, premise)]
