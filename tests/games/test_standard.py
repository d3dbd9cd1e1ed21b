"""The published schema, and files of others."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from makebelieve.engine import Engine
from makebelieve.games import Game, export, iterate, load
from makebelieve.games.hosting import EngineFacts
from makebelieve.games.standard import ROOT_KEYS, SCHEMA, violations
from makebelieve.kit.errors import Problem

SPEC = Path(__file__).resolve().parents[2] / "spec" / "raku-1.0.schema.json"
MINIMAL: dict[str, Any] = {"schema_version": "1.0", "game": {"title": "T", "genre": "platformer", "template": "platformer"}}


def test_the_published_file_is_the_schema_in_use() -> None:
    assert json.loads(SPEC.read_text(encoding="utf-8")) == SCHEMA


def test_the_root_is_closed_and_has_nine_keys() -> None:
    assert len(ROOT_KEYS) == 9
    assert violations(MINIMAL) == []
    assert violations({**MINIMAL, "author": "me"})[0].path == "$"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema_version", "1.1"),
        ("game.genre", "sandbox"),
        ("game.template", "sandbox"),
        ("game.title", "x" * 129),
        ("game.max_players", 17),
        ("ai.target_flow_state", 1.5),
        ("ai.profiler_mode", "guess"),
        ("entities[0].count", 0),
        ("scenes[0].type", "boss"),
        ("rendering.fps_target", 50),
        ("rendering.post_processing[0]", "glow"),
        ("ai_disclosure.systems[0]", "oracle"),
    ],
)
def test_a_violation_names_its_path(path: str, value: object) -> None:
    config = copy.deepcopy(MINIMAL) | {
        "ai": {},
        "entities": [{"type": "a"}],
        "scenes": [{"name": "a"}],
        "rendering": {"post_processing": ["bloom"]},
        "ai_disclosure": {"live_generated": False, "pre_generated": True, "description": "d", "systems": ["dda"]},
    }
    assert violations(config) == []
    target: Any = config
    *steps, last = path.replace("[", ".").replace("]", "").split(".")
    for step in steps:
        target = target[int(step)] if step.isdigit() else target[step]
    if last.isdigit():
        target[int(last)] = value
    else:
        target[last] = value
    assert [v.path for v in violations(config)] == [path]


def test_the_disclosure_needs_its_four_fields() -> None:
    found = violations({**MINIMAL, "ai_disclosure": {}})
    assert len(found) == 4


def test_our_own_files_come_back_untouched(fox: Game, facts: EngineFacts) -> None:
    assert load(fox.config, facts.kinds) == fox.config


FOREIGN: dict[str, Any] = {
    "schema_version": "1.0",
    "author": "somebody",
    "game": {"title": "Meteor Run", "genre": "space_shooter", "template": "space_shooter", "description": "Dodge rocks in space"},
    "entities": [
        {"type": "player_ship", "health": 100, "speed": 1.2, "properties": {"weapon": "laser", "lives": 3}},
        {"type": "enemy_wave", "count": 12, "ai_behavior": "swarm", "health": 400, "properties": {"formation": "v"}},
        {"type": "collectible", "properties": {"type": "heal"}},
    ],
    "scenes": [{"name": "Sector 1", "type": "gameplay", "entities": ["player_ship"]}, {"name": "The End", "type": "boss"}],
    "ai_disclosure": {
        "live_generated": False,
        "pre_generated": True,
        "description": "d",
        "systems": ["player_profiling", "oracle"],
        "guardrails": {"profanity_filter": True, "content_rating": "E"},
    },
}


def test_a_foreign_file_becomes_playable_and_loses_nothing(facts: EngineFacts) -> None:
    config = load(FOREIGN, facts.kinds)
    assert violations(config) == []
    assert config["game"]["extras"] == {"author": "somebody"}
    assert config["game"]["kind"] == "space-shooter"
    assert config["game"]["template"] == "space-shooter"
    assert config["game"]["genre"] == "shooter"
    hero, wave, heal = config["entities"][:3]
    assert hero["type"] == "hero"
    assert hero["properties"]["weapon"] == "laser"
    assert wave["properties"]["imported_health"] == 400
    assert wave["properties"]["formation"] == "v"
    assert heal["properties"]["role"] == "collectible"
    assert config["scenes"][1]["properties"]["imported_type"] == "boss"
    assert config["ai_disclosure"]["systems"] == ["player-profiling"]
    assert "content_rating: E" in config["ai_disclosure"]["guardrails"]
    assert FOREIGN["entities"][0]["type"] == "player_ship"


def test_a_foreign_file_can_be_composed_and_edited(engine: Engine) -> None:
    small = copy.deepcopy(FOREIGN)
    small["game"]["design"] = {"length": 0.5}
    del small["scenes"][1]
    made = iterate(small, "make it easier", engine=engine)
    assert made.applied
    assert made.game.proven
    assert made.game.config["game"]["design"]["difficulty"] == "easy"


@pytest.mark.parametrize("rubbish", [[], "game", {"game": 3}, {}, {"schema_version": "1.0"}, None])
def test_what_is_no_game_is_refused(rubbish: object, facts: EngineFacts) -> None:
    with pytest.raises(Problem) as caught:
        load(rubbish, facts.kinds)
    assert caught.value.status == 422


@pytest.mark.parametrize(
    "odd",
    [
        {"game": {"title": "x"}},
        {"game": {"title": None, "genre": 3, "template": []}, "entities": None, "scenes": {}},
        {"game": {"title": "Maze"}, "entities": ["player", "ghost"], "scenes": ["one", "two"]},
        {
            "game": {"title": "Maze"},
            "entities": {"ghost": {"health": "high", "speed": True}},
            "scenes": [{"id": 4, "entities": [{"type": "ghost"}]}],
        },
        {"game": {"title": "x", "design": {"levels": "many", "gravity": -3}, "theme": 4, "seed": "a"}},
    ],
)
def test_missing_and_misshapen_parts_are_filled_in(odd: dict[str, Any], facts: EngineFacts) -> None:
    config = load(odd, facts.kinds)
    assert violations(config) == []
    assert [e["properties"]["role"] for e in config["entities"]].count("hero") == 1
    assert config["scenes"]
    assert config["game"]["kind"] in facts.kinds


def test_export_is_strict(fox: Game) -> None:
    assert export(fox.config) == fox.config
    with pytest.raises(Problem) as caught:
        export({**fox.config, "extra": 1})
    assert caught.value.code == "invalid_config"
