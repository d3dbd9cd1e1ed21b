"""Texts without what a world does without. Worlds share their texts, so what was found in one is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def _found(pattern: str, flags: int, text: str) -> bool:
    return re.search(pattern, text, flags) is not None


def speaks_of(text: str, words: re.Pattern[str] | None) -> bool:
    """Whether a text has one of the words."""
    return words is not None and _found(words.pattern, words.flags, text)


def without(texts: Iterable[str], words: re.Pattern[str] | None) -> tuple[str, ...]:
    """Those of `texts` that have none of the words."""
    return tuple(texts) if words is None else tuple(text for text in texts if not _found(words.pattern, words.flags, text))
