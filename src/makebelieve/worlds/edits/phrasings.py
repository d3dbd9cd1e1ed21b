"""Ways of saying a wish, as the plain words that the readers know: "the story should start in the mill" -> "start in the mill"."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources


@cache
def _phrasings() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rows of `data/phrasings.txt`: a regular expression of a whole clause, and what it says plainly."""
    text = resources.files("makebelieve.worlds.edits").joinpath("data/phrasings.txt").read_text("utf-8")
    rows = [line.split(" => ") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in rows)


def plainly(text: str) -> list[str]:
    """The text in plainer words, each way that fits, first the likeliest."""
    made: list[str] = []
    for pattern, plain in _phrasings():
        match = pattern.fullmatch(text)
        if match is not None:
            made.append(" ".join(match.expand(plain).split()))
    return made
