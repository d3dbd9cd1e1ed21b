"""Reads the word lists under `data/`: `key: word word …`, a line that starts with a space goes on with the last key."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def read(name: str) -> dict[str, tuple[str, ...]]:
    """Key -> words of `data/<name>.txt`, in the order of the file."""
    text = resources.files("makebelieve.language").joinpath(f"data/{name}.txt").read_text("utf-8")
    lists: dict[str, list[str]] = {}
    words: list[str] = []
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line[0].isspace():
            key, _, line = line.partition(":")
            words = lists.setdefault(key, [])
        words.extend(line.split())
    return {key: tuple(some) for key, some in lists.items()}


def pairs(name: str, key: str) -> dict[str, str]:
    """A list of `left=right` words as a dictionary."""
    return {left: right for left, _, right in (word.partition("=") for word in read(name)[key])}


def branches(name: str, stem: str) -> dict[str, tuple[str, ...]]:
    """The lists whose keys start with `stem.`, by the rest of the key."""
    return {key[len(stem) + 1 :]: words for key, words in read(name).items() if key.startswith(stem + ".")}
