"""The families of sound effects: what `data/effects.toml` holds."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def book() -> dict[str, dict[str, Any]]:
    """Family -> its recipe."""
    return tomllib.loads(resources.files("makebelieve.music").joinpath("data/effects.toml").read_text("utf-8"))


def families() -> tuple[str, ...]:
    """Names of all families."""
    return tuple(book())


def looping() -> tuple[str, ...]:
    """Names of the families whose effects loop."""
    return tuple(name for name, recipe in book().items() if recipe.get("loop"))


@cache
def words() -> dict[str, str]:
    """Word, or pair of words joined by `_` -> the family it names."""
    found = {word: name for name, entry in reversed(book().items()) for word in entry["words"].split()}
    return found | {name: name for name in book()}
