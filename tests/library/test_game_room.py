"""What a worker does with the real makers on a real engine host."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from makebelieve.engine import Engine, EngineUnavailable, open_engine
from makebelieve.jobs.child import Body
from makebelieve.kit.errors import Problem
from makebelieve.language import understand_game
from makebelieve.library.game_room import open_game_room

PROMPT = "a tiny red fox jumps across the clouds"


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    try:
        engine = open_engine()
    except EngineUnavailable as reason:
        pytest.skip(str(reason))
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def body(engine: Engine) -> Body:
    return open_game_room(engine, understand_game)


def order(**changes: Any) -> dict[str, Any]:
    return {"prompt": PROMPT, "seed": 7, "preferences": {"kind": "platformer", "levels": 1}, "allow_unproven": False, **changes}


@pytest.fixture(scope="module")
def made(body: Body) -> tuple[dict[str, Any], list[str]]:
    stages: list[str] = []
    result = body("generate", order(), lambda name, _data: stages.append(name))
    return result, stages


def test_a_game_comes_with_everything_the_library_keeps(made: tuple[dict[str, Any], list[str]]) -> None:
    result, stages = made
    assert result["config"]["game"]["proof"]["status"] == "proven"
    assert len(result["alternatives"]) == 3
    assert {"seed", "kind", "engine_version", "duration_ms", "provider"} <= set(result["metadata"])
    assert stages == ["understand", "compose", "prove", "draw", "save"]
    # Its sound follows by a job of its own.
    assert set(result["art"]) - {"card"} == {"bundle"}


def test_the_same_order_gives_the_same_config(body: Body, made: tuple[dict[str, Any], list[str]]) -> None:
    assert body("generate", order(), lambda *_: None)["config"] == made[0]["config"]


def test_an_edit_has_a_receipt_and_a_move_is_handed_on(body: Body, made: tuple[dict[str, Any], list[str]]) -> None:
    wish = {"config": made[0]["config"], "allow_unproven": True, "base": 1}
    changed = body("iterate", {**wish, "message": "call it Cloud Nine"}, lambda *_: None)
    assert changed["applied"] is True
    assert changed["config"]["game"]["title"] == "Cloud Nine"
    undo = body("iterate", {**wish, "message": "undo that"}, lambda *_: None)
    assert (undo["applied"], undo["history"]["move"]) == (False, "undo")
    odd = body("iterate", {**wish, "message": "do my taxes"}, lambda *_: None)
    assert odd["applied"] is False
    assert odd["refusal"]


def test_an_own_file_is_taken_as_it_is(body: Body, made: tuple[dict[str, Any], list[str]]) -> None:
    assert body("import", {"config": made[0]["config"]}, lambda *_: None)["config"] == made[0]["config"]


def test_a_foreign_file_gets_levels_and_a_proof(body: Body) -> None:
    foreign = {"schema_version": "1.0", "game": {"title": "Rock Hopper", "genre": "platformer", "template": "platformer"}}
    config = body("import", {"config": foreign}, lambda *_: None)["config"]
    assert config["game"]["title"] == "Rock Hopper"
    assert config["game"]["proof"]["status"] in ("proven", "not_proven")


def test_what_is_no_game_is_refused(body: Body) -> None:
    with pytest.raises(Problem) as caught:
        body("import", {"config": {"hello": 1}}, lambda *_: None)
    assert caught.value.status == 422
