"""Sentences of one picture, put together: the last ones dropped that are too long, and nothing stood beside the same thing three times."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+")
_BESIDE: Final = re.compile(r"(?<=[a-z]) (?:by|beside) (the [a-z-]+(?: [a-z-]+)?)(?=[.,;]| and )")

_UNPLACED: Final = re.compile(
    r"\b(?:is|are|lies?|stands?|hangs?|leans?|waits?|stays?|rests?|sits?|pass|passes|[Ss]omething(?: small)?|[Ss]omebody|there|There)$"
)
"""What says too little without the words for where."""


def _bare_words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _thinned(said: str, text: str) -> str:
    """The sentence without what the prose has stood things beside twice already, or with "close by" where it would be none."""
    for found in _BESIDE.finditer(text):
        if f" {_bare_words(said)} ".count(f" {_bare_words(found[1])} ") >= 2:
            before = text[: found.start()]
            where = " close by" if _UNPLACED.search(before) else ""
            return f"{before}{where}{text[found.end() :]}"
    return text


def within(parts: list[str], limit: int) -> str:
    """Sentences joined, the last ones dropped that would pass the limit."""
    text = ""
    for part in parts:
        part = _thinned(text, part)
        if len(text) + len(part) + 1 > limit:
            break
        text = f"{text} {part}".strip()
    return text
