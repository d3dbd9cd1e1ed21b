"""The word lists of `vocabulary.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def _lists() -> dict[str, str]:
    text = resources.files(__package__).joinpath("vocabulary.toml").read_text("utf-8")
    found: dict[str, str] = tomllib.loads(text)
    return found


def vocabulary(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_lists()[name].split())
