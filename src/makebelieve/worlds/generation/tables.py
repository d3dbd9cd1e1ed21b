"""Reads the word tables under `data/`: blocks of `@ title` and `key: one | two | three`, the bars set off by spaces (a line that starts with a space goes on)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Entry:
    """One block of a table: its title and, per key, its items in the order of the file."""

    title: str
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _words: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def items(self, key: str) -> tuple[str, ...]:
        return self.rows.get(key, ())

    def words(self, key: str) -> frozenset[str]:
        if (found := self._words.get(key)) is None:
            found = self._words[key] = frozenset(word for item in self.items(key) for word in item.split())
        return found

    def one(self, key: str, default: str = "") -> str:
        some = self.items(key)
        return some[0] if some else default


@cache
def read(name: str) -> dict[str, Entry]:
    """Title -> entry of `data/<name>.txt`. A title that returns in one file continues its entry."""
    text = resources.files("makebelieve.worlds.generation").joinpath(f"data/{name}.txt").read_text("utf-8")
    raw: dict[str, dict[str, list[str]]] = {}
    block: dict[str, list[str]] = {}
    items: list[str] = []
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("@"):
            block = raw.setdefault(line[1:].strip(), {})
            continue
        if not line[0].isspace():
            key, _, line = line.partition(":")
            items = block.setdefault(key.strip(), [])
        items.extend(item.strip() for item in line.split(" | ") if item.strip())
    return {title: Entry(title, {key: tuple(some) for key, some in rows.items()}) for title, rows in raw.items()}


@cache
def read_all(stem: str) -> dict[str, Entry]:
    """The entries of every `data/<stem>_*.txt`, by title."""
    folder = resources.files("makebelieve.worlds.generation").joinpath("data")
    names = sorted(file.name[:-4] for file in folder.iterdir() if file.name.startswith(f"{stem}_") and file.name.endswith(".txt"))
    merged: dict[str, Entry] = {}
    for name in names:
        merged.update(read(name))
    return merged
