"""What every way to a scene has passed: a story says "you have been there" or "it is less than it was" only where that holds for whoever hears it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final


def reached(
    events: Iterable[Mapping[str, Any]], start: str, *, shut: Collection[str] = (), cards: Mapping[str, str] | None = None
) -> set[str]:
    """The states that can be reached from `start` without a state of `shut`; `cards`: where the cutscenes lead."""
    if start in shut:
        return set()
    some, seen, flags, leads = list(events), {start}, set[str](), cards or {}
    while True:
        before = len(seen), len(flags)
        for event in some:
            if not seen & set(event["from"]) or not set(event.get("requires", ())) <= flags:
                continue
            to = leads.get(event.get("to", ""), event.get("to", ""))
            if to in shut:
                continue
            seen |= {to} if to else set()
            flags |= set(event.get("grants", ()))
        if (len(seen), len(flags)) == before:
            return seen


def begun(events: Iterable[Mapping[str, Any]], start: str, key: str) -> bool:
    """Whether something has been gained by all who are in a state: no way there is free."""
    return key not in reached([event for event in events if not event.get("requires")], start)


_PROGRESS: Final = re.compile(
    r"\bby now\b|\b[Ss]o far\b|\b(?:less|more|better|shorter|fewer) than (?:it was|they were|before|when you began|you had (?:at the start|thought)|at the start)\b"
    r"|\bgetting shorter\b|\bcross(?:ed)? (?:\w+ ){0,4}(?:off|out)\b|\bnearly enough\b|\bhave all\b|\bnearly say yes\b|\bstill (?:empty|missing)\. The list"
    r"|\bgot (?:quite )?good at it\b|\bhave behind you\b|\bsaid yes\b|\bhow much is done\b|\bcount what is done\b|\bthe first picture and the last\b|\bbetter than the last\b"
    r"|\bgap in the middle\b|\bin order this time\b|\bthe one corner that\b|\ba good part of the way\b|\bone gap in it\b|\bstill too many\b"
)


def presupposes(told: str) -> bool:
    """Whether a thought is of something that has been got or done: nobody has it at the very start."""
    return _PROGRESS.search(told) is not None
