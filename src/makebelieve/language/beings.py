"""Common subjects of games and how they are drawn: noun -> category and body plan, where the word table is silent or wrong."""

from __future__ import annotations

from typing import Final, cast

from makebelieve.language import lexicon
from makebelieve.language.kinds import Body

_CATEGORY_OF_BODY: Final[dict[str, str]] = {
    "ship": "vehicle",
    "vehicle": "vehicle",
    "plant": "plant",
    "food": "food",
    "weapon": "weapon",
    "gem": "treasure",
    "coin": "treasure",
    "key": "treasure",
    "rock": "rock",
    "flame": "hazard",
}


def _bodies() -> dict[str, tuple[str, Body]]:
    table: dict[str, tuple[str, Body]] = {}
    for body, words in lexicon.branches("beings", "object").items():
        table.update((word, (_CATEGORY_OF_BODY.get(body, "object"), cast("Body", body))) for word in words)
    table.update((word, ("person", "biped")) for word in lexicon.read("beings")["person.biped"])
    for body, words in lexicon.branches("beings", "creature").items():
        category = "robot" if body == "robot" else "creature"
        table.update((word, (category, cast("Body", body))) for word in words)
    return table


BODIES_OF: Final[dict[str, tuple[str, Body]]] = _bodies()
# Animals that rather threaten than help, when nothing else is said of them.
MENACES: Final = frozenset(lexicon.read("beings")["menaces"])
ENEMY_NOUNS: Final = frozenset(lexicon.read("beings")["enemies"])
TREASURE_NOUNS: Final = frozenset(lexicon.read("beings")["treasures"])
HAZARD_NOUNS: Final = frozenset(lexicon.read("beings")["hazards"])
