"""What a noun phrase of an edit points at in the game as it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from makebelieve.games.edits.things import singular, strip_determiners

_GROUPS: Final[dict[str, str]] = {
    **dict.fromkeys(("enemy", "enemies", "monster", "foe"), "enemy"),
    **dict.fromkeys(("hero", "player", "character", "me", "myself", "i", "guy", "avatar"), "hero"),
    **dict.fromkeys(("boss", "bosses"), "boss"),
    **dict.fromkeys(("collectible", "item", "pickup", "loot", "treasure", "goody", "goodies", "coin", "reward", "bonus"), "collectible"),
    **dict.fromkeys(("hazard", "trap", "spike", "spikes", "obstacle", "danger", "pit"), "hazard"),
}
GROUP_NAMES: Final = (
    "enemies",
    "hero",
    "player",
    "character",
    "boss",
    "coins",
    "items",
    "collectibles",
    "spikes",
    "traps",
    "hazards",
    "obstacles",
)
AUTHORED: Final = ("hero", "enemy", "boss", "collectible", "hazard")


@dataclass(frozen=True, slots=True)
class Target:
    """One entity type, or all of a role. `types` are the entity types meant (a group may have none)."""

    role: str
    types: tuple[str, ...]
    group: bool


@dataclass(frozen=True)
class Cast:
    """The game as an edit message sees it."""

    config: dict[str, Any]

    @cached_property
    def entities(self) -> dict[str, dict[str, Any]]:
        return {str(e["type"]): e for e in self.config["entities"]}

    @cached_property
    def levels(self) -> int:
        return sum(1 for s in self.config["scenes"] if s.get("type", "gameplay") == "gameplay")

    def role(self, type_: str) -> str:
        return str(self.entities[type_].get("properties", {}).get("role", "prop"))

    def of_role(self, role: str) -> tuple[str, ...]:
        return tuple(t for t in self.entities if self.role(t) == role)

    def name(self, type_: str) -> str:
        return str(self.entities[type_].get("properties", {}).get("name", type_))

    def body(self, type_: str) -> str:
        return str(self.entities[type_].get("properties", {}).get("sprite", {}).get("body", ""))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word by which somebody of the cast may be called, singular and plural."""
        words: set[str] = set()
        for type_, entity in self.entities.items():
            if entity.get("properties", {}).get("role") in AUTHORED:
                for word in [*type_.split("-"), *self.name(type_).lower().split()]:
                    words |= {word, word + "s"}
        return frozenset(words)

    def find(self, phrase: str) -> Target | None:
        """The target of a noun phrase: an entity by its noun or name first, then a group word."""
        words = strip_determiners(phrase)
        if not words or len(words) > 5:
            return None
        head = singular(words[-1])
        matches = [t for t in self.entities if self.role(t) in AUTHORED and self._called(t, head, words)]
        for role in AUTHORED:
            found = tuple(t for t in matches if self.role(t) == role)
            if found:
                return self._narrow(role, found, words, head)
        if len(words) <= 2 and head in _GROUPS:
            return self.group(_GROUPS[head])
        if words[-1] in _GROUPS and len(words) <= 2:
            return self.group(_GROUPS[words[-1]])
        return None

    def group(self, role: str) -> Target:
        return Target(role, self.of_role(role), group=True)

    def _called(self, type_: str, head: str, words: list[str]) -> bool:
        name = [singular(w) for w in self.name(type_).lower().split()]
        # Every word of the phrase must be one of the name's: "red bats" is not the bat, "tiny fox" is the tiny red fox.
        own = {*name, *type_.split("-"), *self.name(type_).lower().split()}
        if self.role(type_) == "hero" and words[-1] == self.body(type_):
            own.add(words[-1])
        return head in own and all(word in own or singular(word) in own for word in words[:-1])

    def _narrow(self, role: str, found: tuple[str, ...], words: list[str], head: str) -> Target:
        if len(found) == 1 and len(self.of_role(role)) == 1 and head in _GROUPS and _GROUPS[head] == role:
            # "coins" in a game whose only treasure is the coin: the group, so that its density is meant.
            return Target(role, found, group=True)
        last = tuple(t for t in found if singular(self.name(t).lower().split()[-1]) == head)
        return Target(role, last or found, group=False)
