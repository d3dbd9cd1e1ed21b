"""Sentences of one picture, put together: the last ones dropped that are too long, and nothing stood beside the same thing three times."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+")
_BESIDE: Final = re.compile(r"(?<=[a-z]) (?:by|beside) (the [a-z-]+(?: [a-z-]+)?)(?=[.,;]| and )")


def _bare_words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _there(said: str, text: str) -> str:
    """The sentence with "there" for what the prose has stood things beside twice already."""
    if " there" in text:
        return text
    for found in _BESIDE.finditer(text):
        if f" {_bare_words(said)} ".count(f" {_bare_words(found[1])} ") >= 2:
            before = text[: found.start()]
            return f"{before}{'' if before.lower().endswith('there') else ' there'}{text[found.end() :]}"
    return text


def within(parts: list[str], limit: int) -> str:
    """Sentences joined, the last ones dropped that would pass the limit."""
    text = ""
    for part in parts:
        part = _there(text, part)
        if len(text) + len(part) + 1 > limit:
            break
        text = f"{text} {part}".strip()
    return text
