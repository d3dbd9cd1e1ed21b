"""Number words."""

from __future__ import annotations

from typing import Final

from makebelieve.language import lexicon

_NUMBERS: Final = {word: int(value) for word, value in lexicon.pairs("vocabulary", "numbers").items()}


def number(word: str) -> int | None:
    """The value of a number word or of digits, 0-1,000,000; None for anything else: 'three' -> 3, 'dozen' -> 12."""
    if word.isascii() and word.isdigit():
        return min(int(word[:9]), 1_000_000)
    return _NUMBERS.get(word)
