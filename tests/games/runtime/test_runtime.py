"""Expansion to the runtime format, and each of its twelve checks failing."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from makebelieve.engine import Engine
from makebelieve.games import Game, generate
from makebelieve.games.runtime import RULES, check, expand, vocabulary
from makebelieve.games.standard import AI_SYSTEMS, GENRES


@pytest.fixture(scope="module")
def runtime(fox: Game) -> dict[str, Any]:
    return expand(fox.config, created="2026-01-02T03:04:05Z")


def test_an_expanded_game_passes_all_twelve_checks(runtime: dict[str, Any], fox: Game) -> None:
    assert check(runtime) == []
    assert check(json.dumps(runtime)) == []
    assert runtime["metadata"]["name"] == fox.title
    assert runtime["metadata"]["created"] == runtime["metadata"]["modified"] == "2026-01-02T03:04:05Z"
    maps = [t for t in runtime["assets"]["textures"] if t["id"].startswith("map_")]
    assert [m["params"]["rows"] for m in maps] == [s["properties"]["level"]["rows"] for s in fox.config["scenes"]]
    spawned = sum(len(s["properties"]["level"]["spawns"]) for s in fox.config["scenes"])
    made = [c for c in runtime["setup"] if c.get("store_as", "").startswith(("$NPC_", "$THING_"))]
    assert len(made) == spawned


def test_expansion_is_deterministic_and_leaves_the_config_alone(fox: Game) -> None:
    before = json.dumps(fox.config)
    assert json.dumps(expand(fox.config)) == json.dumps(expand(fox.config))
    assert json.dumps(fox.config) == before


def test_games_with_waves_expand_too(engine: Engine) -> None:
    game = generate("shoot aliens in space", 5, preferences={"levels": 1, "length": 0.5}, engine=engine)
    config = copy.deepcopy(game.config)
    config["ai"]["dda_enabled"] = True
    config["game"]["design"]["time_limit"] = 60
    made = expand(config)
    assert check(made) == []
    functions = {c["function"] for c in made["setup"]}
    assert {"raku_timer_create", "raku_dda_enable", "raku_profiler_create"} <= functions


def test_every_genre_and_system_has_a_translation() -> None:
    assert set(vocabulary.GENRES) == set(GENRES)
    assert set(vocabulary.AI_SYSTEMS) == set(AI_SYSTEMS)


def _set(*path: Any) -> Callable[[dict[str, Any]], None]:
    *steps, last, value = path

    def change(data: dict[str, Any]) -> None:
        target: Any = data
        for step in steps:
            target = target[step]
        target[last] = value

    return change


def _drop(*path: Any) -> Callable[[dict[str, Any]], None]:
    *steps, last = path

    def change(data: dict[str, Any]) -> None:
        target: Any = data
        for step in steps:
            target = target[step]
        del target[last]

    return change


FAILING: list[tuple[int, Callable[[dict[str, Any]], None]]] = [
    (2, _set("raku_format", "1.0")),
    (3, _drop("metadata", "engine_version")),
    (3, _set("metadata", "text")),
    (4, _drop("metadata", "ai_disclosure", "systems")),
    (4, _set("metadata", "ai_disclosure", "systems", ["dda", 3])),
    (5, lambda d: d["assets"]["fonts"].append({"id": "f2", "path": "engine://x"})),
    (5, lambda d: d["assets"]["fonts"].append({"id": "f2", "source": "ftp://x"})),
    (6, lambda d: d["initialization"].reverse()),
    (6, lambda d: d["initialization"].append({"function": "raku_init", "params": {}})),
    (7, lambda d: d["shutdown"].append({"function": "raku_audio_stop_all", "params": {}})),
    (8, lambda d: d["setup"].insert(0, {"function": "raku_collision_check", "params": {"scene": "$SCENE_1"}})),
    (8, lambda d: d["setup"].append({"function": "raku_ui_render", "params": {}, "condition": "$SCORE > 3"})),
    (9, lambda d: d["setup"].append({"function": "raku_audio_play", "params": {"asset": "nowhere"}})),
    (10, _set("ai_pipeline", {"function": "raku_bt_create"})),
    (10, _set("ai_pipeline", [{"function": "bt_create", "params": {}}])),
    (11, _drop("game_loop", "render")),
    (11, _set("game_loop", "extra", [])),
    (11, _set("game_loop", "update", "often")),
    (12, lambda d: d["setup"].append({"function": "raku_collision_register_handler", "params": {"layer_a": "player", "layer_b": 2}})),
    (12, lambda d: d["setup"].append({"function": "raku_entity_set_component", "params": {"collision_mask": True}})),
]


@pytest.mark.parametrize(("rule", "change"), FAILING)
def test_each_rule_can_fail_alone(rule: int, change: Callable[[dict[str, Any]], None], runtime: dict[str, Any]) -> None:
    broken = copy.deepcopy(runtime)
    change(broken)
    found = {violation.rule for violation in check(broken)}
    assert rule in found
    # A missing shape may break several rules; a wrong value only its own.
    assert found <= {rule, 4} if rule == 3 else found == {rule}


@pytest.mark.parametrize("text", ["{", "[]", "null", b"\xff"])
def test_rule_one_is_about_the_text(text: str | bytes) -> None:
    assert [violation.rule for violation in check(text)] == [1]


def test_twelve_rules_are_named_and_tested() -> None:
    assert list(RULES) == list(range(1, 13))
    assert {rule for rule, _ in FAILING} | {1} == set(RULES)
