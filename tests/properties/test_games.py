"""What holds for every prompt, seed and edit."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makebelieve.engine import Engine, open_engine
from makebelieve.games import Game, generate, iterate, load
from makebelieve.games.edits.apply_story import apply
from makebelieve.games.edits.operations import History
from makebelieve.games.edits.plan import Plan
from makebelieve.games.edits.reader import read
from makebelieve.games.hosting import EngineFacts, kinds_of
from makebelieve.games.preferences import parse_preferences
from makebelieve.games.skeleton import make_skeleton
from makebelieve.games.standard import violations
from makebelieve.language import understand_game

HEROES = ("tiny red fox", "brave penguin", "robot", "witch", "astronaut", "pink slime", "old sailor", "submarine", "cheese wheel")
ENEMIES = ("ghosts", "angry bees", "three wolves", "pirates", "vegetables", "no enemies", "drones and turrets", "slimes")
PLACES = ("a haunted library", "the snow", "outer space", "a candy kitchen", "the deep sea", "a volcano at night", "my grandmother's attic")
EXTRAS = ("", "with a boss", "two levels", "very hard", "without spikes", "double jump and dash", "60 seconds", "collect gems", "cozy")
prompts = st.builds(
    lambda hero, enemies, place, extra: f"a {hero} against {enemies} in {place}, {extra}".strip(", "),
    st.sampled_from(HEROES),
    st.sampled_from(ENEMIES),
    st.sampled_from(PLACES),
    st.sampled_from(EXTRAS),
)
seeds = st.integers(0, 2**31 - 1)
WISHES = (
    "make it harder",
    "easier please",
    "more enemies",
    "fewer coins in level 1",
    "no spikes",
    "make the hero a frog",
    "make it night",
    "move it to a volcano",
    "add dragons",
    "add a level",
    "remove the last level",
    "add double jump",
    "give me 5 lives",
    "faster enemies",
    "moon gravity",
    "make the hero blue",
    "call it Something Else",
    "add a boss",
    "no boss",
    "pastel palette",
    "turn it into a dungeon crawler",
    "shorter levels",
    "keep the hero",
    "qwertz uiop",
)
wishes = st.lists(st.sampled_from(WISHES), min_size=1, max_size=3).map(" and ".join)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 500) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
GENTLE = settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FEW = settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None, derandomize=True)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with open_engine() as host:
        yield host


@pytest.fixture(scope="module")
def facts(engine: Engine) -> EngineFacts:
    return kinds_of(engine)


def skeleton(prompt: str, seed: int, facts: EngineFacts) -> dict[str, Any]:
    return make_skeleton(understand_game(prompt), parse_preferences(None), facts.kinds, seed).config


@GENTLE
@given(prompt=prompts, seed=seeds)
def test_every_skeleton_is_valid_and_the_same_twice(prompt: str, seed: int, facts: EngineFacts) -> None:
    config = skeleton(prompt, seed, facts)
    assert violations(config) == []
    assert json.dumps(config) == json.dumps(skeleton(prompt, seed, facts))
    types = [e["type"] for e in config["entities"]]
    assert len(types) == len(set(types))
    assert types[0] == "hero"
    assert len({s["name"] for s in config["scenes"]}) == len(config["scenes"]) == config["game"]["design"]["levels"]
    known = set(facts.kinds[config["game"]["kind"]]["behaviors"])
    assert {e["ai_behavior"] for e in config["entities"] if "ai_behavior" in e} <= known


@GENTLE
@given(prompt=st.text(min_size=1, max_size=80).filter(str.strip), seed=seeds)
def test_any_text_at_all_makes_a_valid_skeleton(prompt: str, seed: int, facts: EngineFacts) -> None:
    assert violations(skeleton(prompt, seed, facts)) == []


@GENTLE
@given(prompt=prompts, seed=seeds, message=wishes)
def test_an_edit_changes_what_it_says_and_leaves_its_input_alone(prompt: str, seed: int, message: str, facts: EngineFacts) -> None:
    before = skeleton(prompt, seed, facts)
    bytes_before = json.dumps(before)
    plan = Plan.of(before, facts.kinds)
    for operation in read(message, before).operations:
        assert not isinstance(operation, History)
        apply(plan, operation)
    assert json.dumps(before) == bytes_before
    assert violations(plan.config) == []
    assert plan.changed or plan.config == before
    types = [e["type"] for e in plan.config["entities"]]
    assert len(types) == len(set(types))
    assert plan.scenes <= set(range(len(plan.config["scenes"])))


@GENTLE
@given(message=st.text(max_size=120), seed=seeds)
def test_no_message_breaks_the_reader(message: str, seed: int, facts: EngineFacts) -> None:
    config = skeleton("a fox against bats in a forest", seed, facts)
    reading = read(message, config)
    assert isinstance(reading.operations, tuple)


@GENTLE
@given(
    game=st.dictionaries(
        st.sampled_from(["genre", "template", "kind", "description", "design", "theme", "seed", "max_players"]), json_values
    ),
    rest=st.dictionaries(st.sampled_from(["entities", "scenes", "ai", "audio", "xr", "ai_disclosure", "author", "rendering"]), json_values),
)
def test_any_file_with_a_title_loads(game: dict[str, Any], rest: dict[str, Any], facts: EngineFacts) -> None:
    data = {"schema_version": "1.0", "game": {"title": "Odd", **game}, **rest}
    config = load(copy.deepcopy(data), facts.kinds)
    assert violations(config) == []
    assert json.dumps(load(config, facts.kinds)) == json.dumps(config)


@FEW
@given(prompt=prompts, seed=st.integers(0, 50))
def test_every_generated_level_is_won_by_its_certificate(prompt: str, seed: int, engine: Engine) -> None:
    game = generate(prompt, seed, preferences={"levels": 1, "length": 0.5}, engine=engine)
    assert violations(game.config) == []
    verification = engine.call("verify", config=game.config)
    assert verification["ok"], verification
    for check in engine.call("verify", config=game.config)["levels"]:
        assert check["ticks"] > 0


@FEW
@given(
    message=st.sampled_from(("make the hero blue", "make it night", "give me 5 lives", "no more bats", "more coins")),
    seed=st.integers(0, 5),
)
def test_undo_restores_the_bytes(message: str, seed: int, engine: Engine) -> None:
    game: Game = generate(
        "a fox against bats and slimes in a forest, topdown", seed, preferences={"levels": 1, "length": 0.5}, engine=engine
    )
    changed = iterate(game, message, engine=engine)
    assert changed.applied
    undone = iterate(changed.game, "undo", engine=engine)
    assert json.dumps(undone.game.config) == json.dumps(game.config)
