"""The words of `data/frames.txt`, and a sentence cut into them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from makebelieve.worlds.edits.frames.mentions import Mention

_WORD: Final = re.compile(r"\x01\d+\x02|[A-Za-z0-9][A-Za-z0-9'’-]*|[,;:.!?]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence and what they are: `kind` of the table ("" for words that are in none), `value`."""

    text: str
    kind: str
    value: str = ""


@cache
def table() -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Words in a row -> the kinds and values they may have."""
    made: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}
    for line in resources.files("makebelieve.worlds.edits").joinpath("data/frames.txt").read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        head, _, rest = line.partition(" => ")
        kind, _, value = head.strip().partition(" ")
        for phrase in rest.split(" | "):
            key = tuple(phrase.strip().lower().split())
            made[key] = (*made.get(key, ()), (kind, value))
    return made


@cache
def longest() -> int:
    return max(len(one) for one in table())


@cache
def words_for(kind: str) -> frozenset[str]:
    """The phrases of a kind of `data/actions.txt`."""
    made: set[str] = set()
    for line in resources.files("makebelieve.worlds.edits").joinpath("data/actions.txt").read_text("utf-8").splitlines():
        head, _, rest = line.partition(" => ")
        if head == kind:
            made |= {one.strip().lower() for one in rest.split(" | ")}
    return frozenset(made)


@cache
def _filler() -> frozenset[str]:
    return frozenset(" ".join(words) for words, kinds in table().items() if any(kind == "filler" for kind, _ in kinds))


def covered(words: list[str], *kinds: str, besides: frozenset[str] = frozenset()) -> set[str] | None:
    """The phrases of these kinds that some words are made of, where each is one or belongs to the frame of a wish; None where one is not."""
    known = frozenset[str]().union(*(words_for(kind) for kind in kinds))
    made: set[str] = set()
    at = 0
    while at < len(words):
        for size in range(min(5, len(words) - at), 0, -1):
            spoken = " ".join(words[at : at + size]).lower()
            if spoken in known or spoken in besides or spoken in _filler() or (size == 1 and (spoken in ",;:.!?" or spoken[0] == "\x01")):
                made |= {spoken} if spoken in known else set()
                at += size
                break
        else:
            return None
    return made


def masked(text: str, some: list[Mention]) -> str:
    """The text with a mark in place of each thing that it names."""
    for number in range(len(some) - 1, -1, -1):
        text = f"{text[: some[number].start]}\x01{number}\x02{text[some[number].end :]}"
    return text


def words_of(text: str) -> list[str]:
    return [one.replace("’", "'") for one in _WORD.findall(text)]
