"""Letters with marks: a world and a wish are read without them, as most people type, and what comes of it is written with them again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, Final

from makebelieve.worlds.edits.targets import World

_WORD: Final = re.compile(r"[^\W\d_]+")


def marked(world: World, instruction: str) -> dict[str, str]:
    """The words that have letters with marks, by what they are without: "cafe": "café"."""
    some = {word for text in (instruction, *_texts(world)) if not text.isascii() for word in _WORD.findall(text) if not word.isascii()}
    if not some:
        return {}
    bare = {_bare(word): word for word in some if _bare(word).isascii()}
    bare |= {plain.capitalize(): word.capitalize() for plain, word in bare.items() if plain.islower()}
    return bare


def without(value: Any, words: dict[str, str]) -> Any:
    """A value, and all in it, without the marks."""
    back = {word: plain for plain, word in words.items()}
    return _mapped(value, lambda text: text if text.isascii() else _WORD.sub(lambda one: back.get(one[0], one[0]), text))


def restored(value: Any, words: dict[str, str], before: World, after: World) -> Any:
    """A value with the marks of the words that had them; what was spelt without before stays, and the names by which the parts of a
    world know each other."""
    stays = {*_texts(before), *_ids(after)}
    return _mapped(value, lambda text: text if text in stays else _WORD.sub(lambda one: words.get(one[0], one[0]), text))


def _bare(word: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))


def _ids(world: World) -> set[str]:
    events = world["scene"]["events"]
    return {*world["scene"]["states"], *(one["name"] for one in events), *(flag for one in events for flag in one.get("grants", ()))}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _mapped(one, change) for key, one in value.items()}
    if isinstance(value, list):
        return [_mapped(one, change) for one in value]
    return value
