"""From a sentence to a proven game."""

from __future__ import annotations

import json
from typing import Any

import pytest

from makebelieve.engine import Engine
from makebelieve.games import Game, generate
from makebelieve.games.bestiary import habitats
from makebelieve.games.generation import verify_proof
from makebelieve.games.hosting import EngineFacts
from makebelieve.games.preferences import parse_preferences
from makebelieve.games.skeleton import make_skeleton
from makebelieve.games.standard import violations
from makebelieve.kit.errors import Problem
from makebelieve.language import understand_game

SMALL = {"levels": 1, "length": 0.5}


def skeleton(prompt: str, facts: EngineFacts, seed: int = 0, **wishes: Any) -> dict[str, Any]:
    return make_skeleton(understand_game(prompt), parse_preferences(wishes), facts.kinds, seed).config


def names(config: dict[str, Any], role: str) -> list[str]:
    return [e["properties"]["name"] for e in config["entities"] if e["properties"]["role"] == role]


def test_a_generated_game_is_valid_proven_and_complete(fox: Game, engine: Engine) -> None:
    assert violations(fox.config) == []
    assert fox.proven
    assert fox.kind == "platformer"
    assert engine.call("verify", config=fox.config)["ok"]
    assert names(fox.config, "hero") == ["tiny red fox"]
    assert {"bat", "slime"} <= set(names(fox.config, "enemy"))
    for entity in fox.config["entities"]:
        sprite = entity["properties"]["sprite"]
        assert sprite["prompt"]
        assert sprite["body"]
        assert sprite["colors"]
        assert len(sprite["size"]) == 2
    types = {e["type"] for e in fox.config["entities"]}
    for scene in fox.config["scenes"]:
        assert "hero" in scene["entities"]
        assert set(scene["entities"]) <= types


def test_same_prompt_and_seed_same_bytes(fox: Game, engine: Engine) -> None:
    again = generate(fox.config["game"]["prompt"], 7, preferences={"levels": 2, "length": 0.5}, engine=engine)
    assert json.dumps(again.config) == json.dumps(fox.config)


def test_stages_are_told_in_order(engine: Engine) -> None:
    told: list[str] = []
    game = generate("shoot aliens in space", 3, preferences=SMALL, engine=engine, on_stage=told.append)
    assert told == ["understand", "compose", "prove"]
    assert game.metadata["seed"] == 3
    assert game.metadata["provider"] == "embedded"
    assert [a["kind"] for a in game.alternatives] == [k.kind for k in understand_game("shoot aliens in space").kinds]


def test_seeds_change_what_was_not_said_and_nothing_that_was(facts: EngineFacts) -> None:
    prompt = "a brave penguin jumps over crabs in the snow at night, a platformer with two levels"
    made = [skeleton(prompt, facts, seed) for seed in range(8)]
    for config in made:
        assert names(config, "hero") == names(made[0], "hero")
        assert "crab" in names(config, "enemy")
        assert config["game"]["theme"]["biome"] == "snow"
        assert config["game"]["theme"]["time_of_day"] == "night"
        assert len(config["scenes"]) == 2
    assert len({tuple(names(c, "enemy")) for c in made}) > 2
    assert len({tuple(c["game"]["theme"]["palette"]) for c in made}) > 4
    assert len({c["scenes"][0]["properties"]["seed"] for c in made}) == 8


def test_two_prompts_with_one_seed_are_two_games(facts: EngineFacts) -> None:
    a, b = skeleton("a fox in a forest", facts), skeleton("a rabbit in a forest", facts)
    assert a["scenes"][0]["properties"]["seed"] != b["scenes"][0]["properties"]["seed"]


@pytest.mark.parametrize(
    ("prompt", "role", "density"),
    [
        ("a platformer with a cat, no enemies", "enemy", "enemy_density"),
        ("a platformer with a cat, no coins", "collectible", "collectible_density"),
        ("a platformer with a cat and no spikes", "hazard", "hazard_density"),
    ],
)
def test_what_the_prompt_rules_out_is_not_there(prompt: str, role: str, density: str, facts: EngineFacts) -> None:
    config = skeleton(prompt, facts)
    assert config["game"]["design"][density] == 0
    assert names(config, role) == []


@pytest.mark.parametrize("kind", ["dungeon-crawler", "horde-survivors", "space-shooter"])
def test_a_boss_by_custom_is_left_out_on_request(kind: str, facts: EngineFacts) -> None:
    def made(prompt: str) -> dict[str, Any]:
        return make_skeleton(understand_game(prompt), parse_preferences({"kind": kind}), facts.kinds, 1).config

    assert made("a cat against rats")["game"]["design"]["boss"] is True
    assert len(names(made("a cat against rats"), "boss")) == 1
    assert made("a cat against rats, no boss")["game"]["design"]["boss"] is False
    assert names(made("a cat against rats, no boss"), "boss") == []


@pytest.mark.parametrize("seed", range(4))
def test_games_in_the_air_are_peopled_by_fliers(seed: int, facts: EngineFacts) -> None:
    config = skeleton("a paper plane over the city", facts, seed, kind="flappy-clone")
    city = {creature.name.split()[-1]: creature for creature in habitats()["city"].enemies}
    first = names(config, "enemy")[0]
    assert city[first].body in ("bird", "insect", "ghost") or city[first].behavior in ("fly", "swarm")


def test_a_boss_that_a_kind_cannot_play_is_reported(facts: EngineFacts) -> None:
    made = make_skeleton(understand_game("a boss at the end"), parse_preferences({"kind": "infinite-jumper"}), facts.kinds, 0)
    assert made.config["game"]["design"]["boss"] is False
    assert made.understood["unsupported_mechanics"] == ["boss"]
    assert names(made.config, "boss") == []


def test_a_horde_lasts_no_longer_than_it_can_and_says_so(facts: EngineFacts) -> None:
    made = make_skeleton(
        understand_game("survive 10 minutes against crows"), parse_preferences({"kind": "horde-survivors"}), facts.kinds, 0
    )
    assert made.config["game"]["design"]["time_limit"] == 240
    assert "15 to 240 seconds" in made.understood["time_limit"]["note"]
    short = make_skeleton(understand_game("survive 1 minute against crows"), parse_preferences({"kind": "horde-survivors"}), facts.kinds, 0)
    assert short.config["game"]["design"]["time_limit"] == 60
    assert not short.understood["time_limit"]["note"]


def test_an_unbuilt_kind_is_said_plainly(facts: EngineFacts) -> None:
    built = {"platformer": facts.kinds["platformer"]}
    made = make_skeleton(understand_game("a racing game with turtles in karts"), parse_preferences(None), built, 0)
    assert made.config["game"]["kind"] == "platformer"
    assert made.understood["kind"]["value"] == "racing"
    assert "racing" in made.understood["kind"]["note"]
    assert "platformer" in made.understood["kind"]["note"]
    assert any(a["kind"] == "racing" and not a["built"] for a in made.alternatives)


def test_the_note_reads_well(facts: EngineFacts) -> None:
    built = {"infinite-jumper": facts.kinds["infinite-jumper"]}
    made = make_skeleton(understand_game("a racing game with turtles in karts"), parse_preferences(None), built, 0)
    assert "this is an endless jumper game" in made.understood["kind"]["note"]


def test_mechanics_the_kind_does_not_play_are_reported(facts: EngineFacts) -> None:
    made = make_skeleton(
        understand_game("a platformer with double jump and stealth"), parse_preferences({"kind": "platformer"}), facts.kinds, 0
    )
    assert "double-jump" in made.config["game"]["design"]["mechanics"]
    assert made.understood["unsupported_mechanics"] == ["stealth"]


def test_preferences_win(facts: EngineFacts) -> None:
    config = skeleton(
        "a fox in a forest", facts, kind="dungeon-crawler", difficulty="hard", levels=4, title="Vixen", lives=7, biome="castle"
    )
    assert config["game"]["kind"] == "dungeon-crawler"
    assert config["game"]["title"] == "Vixen"
    assert config["game"]["design"]["difficulty"] == "hard"
    assert config["game"]["design"]["lives"] == 7
    assert config["game"]["theme"]["biome"] == "castle"
    assert len({s["name"] for s in config["scenes"]}) == 4


@pytest.mark.parametrize(
    ("wish", "path"),
    [
        ({"kind": "mmo"}, "preferences.kind"),
        ({"genre": "novel"}, "preferences.genre"),
        ({"levels": 11}, "preferences.levels"),
        ({"levels": "three"}, "preferences.levels"),
        ({"seed": -1}, "preferences.seed"),
        ({"difficulty": "brutal"}, "preferences.difficulty"),
        ({"mechanics": ["teleport"]}, "preferences.mechanics"),
        ({"palette": ["red", "green", "blue"]}, "preferences.palette.0"),
        ({"colour": "red"}, "preferences.colour"),
    ],
)
def test_a_wrong_preference_is_named(wish: dict[str, Any], path: str) -> None:
    with pytest.raises(Problem) as caught:
        parse_preferences(wish)
    assert caught.value.status == 422
    assert path in [e.path for e in caught.value.errors]


@pytest.mark.parametrize(("prompt", "seed"), [("", 0), ("   ", 0), ("x" * 501, 0), ("a cat", -1), ("a cat", 2**31)])
def test_bad_input_is_refused(prompt: str, seed: int, engine: Engine) -> None:
    with pytest.raises(Problem) as caught:
        generate(prompt, seed, engine=engine)
    assert caught.value.status == 422


@pytest.mark.parametrize(
    "prompt", ["survive 30 seconds of zombie chickens with a scarecrow", "a fox must reach the goal in 20 seconds, platformer"]
)
def test_a_stated_time_is_time_enough(prompt: str, engine: Engine) -> None:
    game = generate(prompt, 6, preferences={"levels": 1}, engine=engine)
    assert game.config["game"]["design"]["time_limit"] in (20, 30)
    assert game.proven


class Losing:
    """An engine whose searches never find a way."""

    def __init__(self, real: Engine) -> None:
        self.real, self.composed = real, 0

    @property
    def host(self) -> Any:
        return self.real.host

    def call(self, op: str, /, *, timeout: float | None = None, **arguments: Any) -> dict[str, Any]:
        if op == "compose":
            self.composed += 1
            arguments["effort"] = {"budget": {"nodes": 0, "ticks": 0}, "attempts": 1, "repairs": 0, "botRuns": 1, "randomRuns": 1}
        return self.real.call(op, timeout=timeout, **arguments)

    def close(self) -> None:
        pass


def test_an_unproven_game_is_delivered_only_on_request(engine: Engine) -> None:
    losing = Losing(engine)
    with pytest.raises(Problem) as caught:
        generate("a fox jumps across the clouds", 0, preferences={**SMALL, "kind": "platformer"}, engine=losing)
    assert caught.value.code == "not_proven"
    assert losing.composed == 3
    game = generate("a fox jumps across the clouds", 0, preferences={**SMALL, "kind": "platformer"}, engine=losing, allow_unproven=True)
    assert game.proof["status"] == "not_proven"
    assert not game.proven


def test_a_broken_certificate_is_an_internal_error(fox: Game, engine: Engine) -> None:
    broken = json.loads(json.dumps(fox.config))
    broken["game"]["proof"]["certificate"]["levels"][0]["final_hash"] = "0" * 16
    with pytest.raises(RuntimeError, match="level 1"):
        verify_proof(engine, broken)
