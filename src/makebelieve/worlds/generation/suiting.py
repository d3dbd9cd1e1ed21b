"""Who suits a premise: nobody out of the ordinary unasked, nobody of the hero's own calling, and beasts among beasts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.places import Place

_PLAIN: Final = {"stone": "prehistoric", "old": "historical", "steam": "victorian", "now": "slice", "late": "postapoc", "far": "scifi"}
"""Age -> the genre whose people are met anywhere in it."""
_TIMELESS: Final = frozenset(("fairy", "fantasy", "mythology", "nature", "sea", "comedy"))
"""Genres whose people go with any age."""
_SAID_OF_ANYBODY: Final = frozenset(
    (
        "man",
        "woman",
        "boy",
        "girl",
        "child",
        "person",
        "lady",
        "kid",
        "old",
        "young",
        "keeper",
        "master",
        "seller",
        "maker",
        "worker",
        "hand",
    )
)
"""Words that tell no calling."""


def suited(rows: Iterable[str], draft: WorldDraft, places: list[Place], hero: str) -> tuple[str, ...]:
    """Those of the rows of people who suit: ordinary people, and others as far as the premise asks for them; none of the calling of `hero`."""
    kinds = frozenset(place.entry.title for place in places)
    return tuple(row for row in rows if not _odd(role_of(row), draft.premise, kinds) and not same_calling(role_of(row), hero))


def plain(draft: WorldDraft, era: str) -> tuple[str, ...]:
    """The people who are met anywhere in an age."""
    return tables.read_all("genres")[_PLAIN[era]].items("ally") if era in _PLAIN else ()


def of_another_age(draft: WorldDraft, genre: tables.Entry) -> bool:
    """Whether the premise plays in another age than the stories of its genre do."""
    return draft.age is not None and draft.age in _PLAIN and draft.age != genre.one("era", "now") and draft.genre not in _TIMELESS


def role_of(row: str) -> str:
    return row.split(" :: ")[1].strip()


def same_calling(role: str, hero: str) -> bool:
    """Whether somebody's role doubles that of the hero: a telegraph girl beside the telegraph operator, a pastry cook beside the baker."""
    words = hero.lower().split()
    if not words:
        return False
    own = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    if own not in _SAID_OF_ANYBODY and re.search(rf"\b{re.escape(own)}s?\b", role.lower()):
        return True
    return bool(_callings(role) & _callings(hero))


@lru_cache(maxsize=1 << 10)
def _callings(text: str) -> frozenset[str]:
    """The titles of the callings that a phrase names."""
    return frozenset(title for title, pattern in _families().items() if pattern.search(text))


@cache
def _families() -> dict[str, re.Pattern[str]]:
    return {
        title: re.compile(rf"\b(?:{'|'.join(re.escape(one) for one in entry.items('callings'))})(?![\w'’])", re.IGNORECASE)
        for title, entry in tables.read("suiting").items()
        if title.startswith("same_")
    }


@lru_cache(maxsize=1 << 10)
def _odd(role: str, premise: str, kinds: frozenset[str]) -> bool:
    for title, entry in tables.read("suiting").items():
        if (
            title.startswith("odd_")
            and role in entry.items("roles")
            and not entry.words("places") & kinds
            and not _said(title).search(premise)
        ):
            return True
    return False


@cache
def _said(title: str) -> re.Pattern[str]:
    words = (re.escape(one).replace(r"\*", r"\w*").replace("_", " ") for one in tables.read("suiting")[title].words("said"))
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b", re.IGNORECASE)


_OF_BEASTS: Final = frozenset(
    (
        "burglar",
        "sitter",
        "walker",
        "trainer",
        "owner",
        "lover",
        "keeper",
        "hunter",
        "catcher",
        "lady",
        "thief",
        "breeder",
        "groomer",
        "whisperer",
    )
)
"""People who have to do with beasts, or are called after one."""


def fellow_beasts(draft: WorldDraft) -> tuple[str, ...]:
    """The beasts among whom a story of a beast plays; nobody where the hero is a person, or a beast of no known kind."""
    if draft.player is None or draft.player.category != "creature" or draft.player.noun in _OF_BEASTS:
        return ()
    named = [draft.player.noun.replace(" ", "_"), *reversed(draft.player.phrase.lower().split()[:-1])]  # "a hedgehog detective"
    for noun in named:
        for title, entry in tables.read("suiting").items():
            if title.startswith("beasts_") and noun in entry.words("nouns"):
                return tuple(row for row in entry.items("ally") if not re.search(rf"\b{re.escape(noun)}\b", role_of(row)))
    return ()
