"""The words of an answer: ways and choices by their labels, lists, sentences."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.worlds import playing

_MOST_STEPS: Final = 3


def from_here(way: list[dict[str, Any]]) -> str:
    return f"From here: {steps(way)}."


def steps(way: list[dict[str, Any]]) -> str:
    on = ", and on from there" if len(way) > _MOST_STEPS else ""
    return f"{', then '.join(quoted(event) for event in way[:_MOST_STEPS])}{on}"


def this_is(place: str) -> str:
    # Of what may be several ("the stairs") the number is not known.
    return f"You are here: {place}." if re.search(r"[^s]s$", place) else f"This is {place}."


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def quoted(event: dict[str, Any]) -> str:
    return f"“{playing.label_of(event).rstrip('.')}”"


def listed(parts: list[str], word: str = "or") -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def sentence(text: str) -> str:
    told = text.strip()
    return told if told.endswith((".", "!", "?", "”", '"')) else f"{told}."
