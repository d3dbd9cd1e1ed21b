"""What an edit will do to a config: the patched config, the levels to compose anew, and the claims to be checked afterwards."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from makebelieve.games.design import DEFAULTS
from makebelieve.games.edits.operations import Missed
from makebelieve.games.game import Config

# (before, after) -> whether the claim holds and the numbers that show it; None when there is nothing to look at.
Check = Callable[[Config, Config], tuple[bool, str] | None]


@dataclass(slots=True)
class Plan:
    """`before` is never touched; `config` is the working copy. `scenes` are indices into `config["scenes"]`."""

    before: Config
    config: Config
    info: Mapping[str, Any]
    built: Mapping[str, Mapping[str, Any]]
    scenes: set[int] = field(default_factory=set)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)
    claims: dict[str, tuple[str, Check]] = field(default_factory=dict)

    @classmethod
    def of(cls, config: Config, built: Mapping[str, Mapping[str, Any]]) -> Plan:
        return cls(before=config, config=copy.deepcopy(config), info=built[config["game"]["kind"]], built=built)

    @property
    def game(self) -> dict[str, Any]:
        return self.config["game"]  # type: ignore[no-any-return]  # a config is plain JSON; `game` is an object in every valid one

    @property
    def design(self) -> dict[str, Any]:
        return self.game.setdefault("design", {})  # type: ignore[no-any-return]  # as above

    @property
    def entities(self) -> list[dict[str, Any]]:
        return self.config["entities"]  # type: ignore[no-any-return]  # as above

    @property
    def family(self) -> str:
        return str(self.info.get("family", ""))

    def entity(self, type_: str) -> dict[str, Any] | None:
        return next((e for e in self.entities if e["type"] == type_), None)

    def name(self, type_: str) -> str:
        entity = self.entity(type_)
        return str(entity["properties"].get("name", type_)) if entity else type_

    def levels(self) -> list[int]:
        """Indices of the gameplay scenes."""
        return levels_of(self.config)

    def scene_of(self, level: int) -> int:
        return self.levels()[level]

    def value(self, name: str, level: int | None = None) -> Any:
        """A design value as it holds in the game, or in one level."""
        own = self.config["scenes"][self.scene_of(level)]["properties"].get("design", {}) if level is not None else {}
        return own.get(name, self.design.get(name, DEFAULTS[name]))

    def put(self, name: str, value: Any, level: int | None = None) -> None:
        """Set a design value; for the whole game, levels of their own mind lose it."""
        if level is not None:
            self.config["scenes"][self.scene_of(level)]["properties"].setdefault("design", {})[name] = value
            return
        self.design[name] = value
        for scene in self.levels():
            properties = self.config["scenes"][scene]["properties"]
            if name in properties.get("design", {}):
                del properties["design"][name]
                if not properties["design"]:
                    del properties["design"]

    def compose(self, level: int | None = None) -> None:
        """Mark one level, or all, to be composed anew."""
        self.scenes |= {self.scene_of(level)} if level is not None else set(self.levels())

    def claim(self, subject: str, text: str, check: Check) -> None:
        """What must hold afterwards; a later claim about the same subject takes the place of an earlier one."""
        self.claims.pop(subject, None)
        self.claims[subject] = (text, check)

    def miss(self, words: str, reason: str) -> None:
        self.missed.append(Missed(words, reason))


def levels_of(config: Config) -> list[int]:
    """Indices of a config's gameplay scenes."""
    return [i for i, scene in enumerate(config["scenes"]) if scene.get("type", "gameplay") == "gameplay"]


def level_of(config: Config, index: int) -> dict[str, Any]:
    """Level data of the scene, empty when it has none."""
    level = config["scenes"][index].get("properties", {}).get("level")
    return level if isinstance(level, dict) else {}


def occurrences(config: Config, scene: int, types: set[str]) -> int:
    """How many things of the types a level holds, those that come in waves included."""
    level = level_of(config, scene)
    placed = sum(1 for spawn in level.get("spawns", []) if spawn["type"] in types)
    return placed + sum(int(wave.get("count", 1)) for wave in level.get("waves", []) if wave["type"] in types)


def types_of(config: Config, *roles: str) -> set[str]:
    """Entity types that play one of the roles."""
    return {e["type"] for e in config["entities"] if e.get("properties", {}).get("role") in roles}


def danger_tiles(config: Config, scene: int) -> int:
    """How many tiles of a level hurt: spikes and deadly liquids."""
    return sum(row.count("^") + row.count("~") for row in level_of(config, scene).get("rows", []))
