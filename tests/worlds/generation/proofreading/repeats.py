"""What is said too often: one phrase in a scene, one label in a state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from .texts import Finding, Text

_PHRASE: Final = re.compile(
    r"\b(?:by|beside|past|behind|near|beyond|before|in front of|close to|next to|at|in|on|under) ((?:the|an?) (?:[a-z-]+ )?[a-z-]{3,})(?=[.,;:]|$| (?:and|where|with|in|at|by|of)\b)",
    re.IGNORECASE,
)


def phrase(text: Text) -> Iterator[tuple[str, str]]:
    """One thing that everything in a scene stands by."""
    if text.kind != "base":
        return
    for words, times in Counter(found.lower() for found in _PHRASE.findall(text.words)).items():
        if times > 5:
            yield "phrase all over a text", f"{words} x{times}"


def labels(world: dict[str, Any]) -> Iterator[Finding]:
    """Two choices of one state that read the same."""
    for key in world["scene"]["states"]:
        some = Counter(event["label"] for event in world["scene"]["events"] if key in event["from"])
        for label, times in some.items():
            if times > 1:
                yield Finding("label twice", Text("label", key, label), label)
