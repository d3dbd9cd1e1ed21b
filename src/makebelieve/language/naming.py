"""A title of our own: never the name of a known game, always the same for the same prompt."""

from __future__ import annotations

import zlib
from functools import cache
from typing import Final

from makebelieve.language import lexicon
from makebelieve.language.draft import Thing
from makebelieve.language.kinds import Biome, Kind

_SMALL: Final = frozenset(("of", "the", "a", "an", "and", "in", "on", "at", "to", "for", "from", "by", "with"))


@cache
def _known_titles() -> frozenset[str]:
    return frozenset(name.lstrip("?").replace("_", " ") for names in lexicon.read("titles").values() for name in names)


def is_known_title(text: str) -> bool:
    """Whether `text` is, or holds, the title of a game in `data/titles.txt` (titles of one common word count only alone)."""
    words = "".join(char if char.isalnum() else " " for char in text.lower()).split()
    plain = " ".join(words)
    return plain in _known_titles() or any(" " in name and f" {name} " in f" {plain} " for name in _known_titles())


def _capital(text: str) -> str:
    words = text.split()
    return " ".join(word if i and word in _SMALL else word[:1].upper() + word[1:] for i, word in enumerate(words))


def title(prompt: str, kind: Kind, hero: Thing | None, enemy: Thing | None, biome: Biome, place: str | None, treasure: Thing | None) -> str:
    """At most 60 characters, built from what the prompt names and a stock of patterns per kind."""
    names = lexicon.read("naming")
    mark = zlib.crc32(" ".join(prompt.lower().split()).encode())
    where = [word.replace("_", " ") for word in names[f"place.{biome}"]]
    somewhere = where[mark % len(where)]
    if place and len(place) <= 22 and len(place.split()) > 1:
        somewhere = place
    subject = hero.noun if hero else enemy.noun if enemy else None
    adjective = next((word for word in (hero.adjectives if hero else []) if 3 <= len(word) <= 10), None)
    named = f"{adjective} {subject}" if adjective and subject and mark % 3 else subject
    patterns = [*names.get(f"kind.{kind}", ()), *(names["hero"] if hero else names["plain"])]
    for turn in range(len(patterns)):
        pattern = patterns[(mark // 7 + turn) % len(patterns)].replace("_", " ")
        if "{hero}" in pattern and not named:
            continue
        if "{foe}" in pattern and (enemy is None or enemy.noun == subject):
            continue
        if "{prize}" in pattern and treasure is None:
            continue
        text = pattern.format(
            hero=named or "",
            foe=_plural(enemy.noun) if enemy else "",
            prize=_plural(treasure.noun) if treasure else "",
            place=somewhere,
        )
        made = _capital(text)
        if len(made) <= 60 and not is_known_title(made):
            return made
    return _capital(somewhere)[:60]


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return {"mouse": "mice", "wolf": "wolves", "fish": "fish", "sheep": "sheep", "goose": "geese", "leaf": "leaves", "elf": "elves"}.get(
        noun, noun + "s"
    )
