"""How often single creatures occur: composers spread them evenly, this makes some rarer and others more common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from makebelieve.games.edits.plan import level_of
from makebelieve.games.game import Config

_AIRBORNE = {"fly", "swarm"}


def thin(config: Config, scenes: Iterable[int]) -> set[int]:
    """Apply `properties.frequency` of entities and scenes to freshly composed levels, in place; returns the scenes that changed."""
    entities = {e["type"]: e for e in config["entities"]}
    touched: set[int] = set()
    for scene in scenes:
        properties = config["scenes"][scene]["properties"]
        wishes = {t: float(e["properties"]["frequency"]) for t, e in entities.items() if "frequency" in e["properties"]}
        for type_, factor in properties.get("frequency", {}).items():
            wishes[type_] = wishes.get(type_, 1.0) * float(factor)
        for type_, factor in wishes.items():
            if factor != 1 and type_ in entities and _apply(level_of(config, scene), type_, factor, entities):
                touched.add(scene)
    return touched


def _apply(level: dict[str, Any], type_: str, factor: float, entities: dict[str, dict[str, Any]]) -> bool:
    spawns = level.get("spawns", [])
    mine = [spawn for spawn in spawns if spawn["type"] == type_]
    waves = [wave for wave in level.get("waves", []) if wave["type"] == type_]
    if factor < 1:
        keep = round(len(mine) * factor)
        gone = [id(spawn) for i, spawn in enumerate(mine) if (i * keep) // max(1, len(mine)) == ((i - 1) * keep) // max(1, len(mine))][
            : len(mine) - keep
        ]
        level["spawns"] = [spawn for spawn in spawns if id(spawn) not in gone]
        _scale_waves(level, waves, factor)
        return bool(gone or waves)
    # More of one: some places of others that move alike become its own.
    wanted = max(len(mine) + 1, round(len(mine) * factor)) - len(mine)
    alike = [
        s
        for s in spawns
        if s["type"] != type_
        and _role(entities, s["type"]) == _role(entities, type_)
        and _gait(entities, s["type"]) == _gait(entities, type_)
    ]
    # Where nobody moves alike, whoever is there gives way.
    others = alike or [s for s in spawns if s["type"] != type_ and _role(entities, s["type"]) == _role(entities, type_)]
    step = max(1, len(others) // max(1, wanted))
    turned = others[::step][:wanted]
    for spawn in turned:
        spawn["type"] = type_
    _scale_waves(level, waves, factor)
    return bool(turned or waves)


def _scale_waves(level: dict[str, Any], waves: list[dict[str, Any]], factor: float) -> None:
    for wave in waves:
        count = int(wave.get("count", 1))
        wave["count"] = max(count + 1, round(count * factor)) if factor > 1 else round(count * factor)
    if "waves" in level:
        level["waves"] = [wave for wave in level["waves"] if int(wave.get("count", 1)) > 0]


def _role(entities: dict[str, dict[str, Any]], type_: str) -> str:
    return str(entities.get(type_, {}).get("properties", {}).get("role", ""))


def _gait(entities: dict[str, dict[str, Any]], type_: str) -> bool:
    return entities.get(type_, {}).get("ai_behavior") in _AIRBORNE
