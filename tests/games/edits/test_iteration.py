"""Whole edits: message to proven game with a receipt, or the old game and a reason."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from makebelieve.engine import Engine
from makebelieve.games import Game, generate, iterate
from makebelieve.games.standard import violations
from makebelieve.kit.errors import Problem


def rows(config: dict[str, Any]) -> list[Any]:
    return [s["properties"]["level"]["rows"] for s in config["scenes"]]


def claims(result: Any) -> dict[str, bool]:
    return {c["claim"]: c["ok"] for c in result.receipt.checks}


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        ("make the bats green", "green bat is green"),
        ("make it night", "time of day is set"),
        ("rename the game to Acorn Rush", "the title is 'Acorn Rush'"),
        ("let me play as a robot", "the hero is robot"),
        ("make it snow", "place is set"),
        ("give me 5 lives", "lives is 5"),
    ],
)
def test_what_only_looks_different_leaves_every_tile_and_thing(message: str, claim: str, fox: Game, engine: Engine) -> None:
    before = json.dumps(fox.config)
    result = iterate(fox, message, engine=engine)
    assert result.applied
    assert result.refusal is None
    assert claims(result)[claim]
    assert claims(result)["layout of level 1 unchanged"]
    assert rows(result.game.config) == rows(fox.config)
    assert result.game.proven
    assert violations(result.game.config) == []
    assert json.dumps(fox.config) == before


def test_looks_keep_even_the_certificate(fox: Game, engine: Engine) -> None:
    result = iterate(fox, "make the bats green and make it night", engine=engine)
    assert result.game.proof["certificate"] == fox.proof["certificate"]


def test_a_removed_enemy_leaves_the_place_as_it_was(fox: Game, engine: Engine) -> None:
    result = iterate(fox, "no more bats", engine=engine)
    assert result.applied
    assert claims(result)["bat no longer occurs"]
    assert "bat" not in json.dumps([s["properties"]["level"]["spawns"] for s in result.game.config["scenes"]])
    assert result.game.proven
    assert all(c["ok"] for c in result.receipt.checks), result.receipt.checks


def test_one_level_is_changed_and_the_other_stays(fox: Game, engine: Engine) -> None:
    result = iterate(fox, "more coins in level 2", engine=engine)
    assert result.applied
    one, two = result.game.config["scenes"]
    assert one["properties"] == fox.config["scenes"][0]["properties"]
    assert two["properties"]["design"] == {"collectible_density": 1.5}
    assert claims(result)["more of them in level 2"]
    assert claims(result)["layout of level 1 unchanged"]
    assert "layout of level 1" in result.receipt.kept


def test_undo_and_redo_give_the_bytes_back(fox: Game, engine: Engine) -> None:
    first = iterate(fox, "make it night", engine=engine).game
    second = iterate(first, "call it Second", engine=engine).game
    undone = iterate(second, "undo that", engine=engine)
    assert undone.applied
    assert json.dumps(undone.game.config) == json.dumps(first.config)
    redone = iterate(undone.game, "redo", engine=engine)
    assert json.dumps(redone.game.config) == json.dumps(second.config)
    start = iterate(redone.game, "go back to version 1", engine=engine)
    assert json.dumps(start.game.config) == json.dumps(fox.config)
    beyond = iterate(start.game, "undo", engine=engine)
    assert not beyond.applied
    assert "versions 1 to 3" in (beyond.refusal or "")
    # A new edit ends the future.
    branched = iterate(undone.game, "make it dusk", engine=engine).game
    assert not iterate(branched, "redo", engine=engine).applied


def test_a_config_alone_hands_history_on(fox: Game, engine: Engine) -> None:
    result = iterate(fox.config, "undo the last two changes", engine=engine)
    assert not result.applied
    assert result.history is not None
    assert (result.history.move, result.history.steps) == ("undo", 2)


@pytest.mark.parametrize(
    "message",
    [
        "make it multiplayer online",
        "asdf qwer",
        "make it better",
        "what can you do?",
        "make it a racing game for ps5",
        "add Mario as an enemy",
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(message: str, fox: Game, engine: Engine) -> None:
    result = iterate(fox, message, engine=engine)
    assert not result.applied
    assert result.game.config == fox.config
    assert result.refusal
    assert result.refusal.startswith("Nothing was changed")
    assert result.receipt.changed == []
    assert result.receipt.not_understood[0]["reason"]


def test_the_understood_part_of_a_message_is_done(fox: Game, engine: Engine) -> None:
    result = iterate(fox, "make it night and add voice acting", engine=engine)
    assert result.applied
    assert result.game.config["game"]["theme"]["time_of_day"] == "night"
    assert [m["words"] for m in result.receipt.not_understood] == ["add voice acting"]


def test_a_mechanic_of_another_kind_is_refused_by_name(fox: Game, engine: Engine) -> None:
    result = iterate(fox, "add stealth", engine=engine)
    assert not result.applied
    assert "double jump" in (result.refusal or "")


class Losing:
    """An engine whose searches never find a way."""

    def __init__(self, real: Engine) -> None:
        self.real = real

    @property
    def host(self) -> Any:
        return self.real.host

    def call(self, op: str, /, *, timeout: float | None = None, **arguments: Any) -> dict[str, Any]:
        if op == "compose":
            arguments["effort"] = {"budget": {"nodes": 0, "ticks": 0}, "attempts": 1, "repairs": 0, "botRuns": 1, "randomRuns": 1}
        return self.real.call(op, timeout=timeout, **arguments)

    def close(self) -> None:
        pass


def test_what_cannot_be_proven_is_not_done(fox: Game, engine: Engine) -> None:
    before = json.dumps(fox.config)
    result = iterate(fox, "make it harder and make it night", engine=Losing(engine))
    assert not result.applied
    assert "no bot could win level 1" in (result.refusal or "")
    assert json.dumps(result.game.config) == before
    assert result.receipt.changed == []
    assert [m["words"] for m in result.receipt.not_understood] == ["difficulty: normal -> hard", "time of day: day -> night"]
    forced = iterate(fox, "make it harder", engine=Losing(engine), allow_unproven=True)
    assert forced.applied
    assert not forced.game.proven


def test_less_time_than_the_bot_needs_is_refused_with_a_number(fox: Game, engine: Engine) -> None:
    result = iterate(fox, "give me 1 second", engine=engine)
    assert not result.applied
    slowest = max(level["ticks"] for level in fox.proof["certificate"]["levels"]) / 60
    assert f"needs {slowest:.0f} s" in (result.refusal or "")


def test_levels_come_and_go_before_the_finale(fox: Game, engine: Engine) -> None:
    more = iterate(fox, "add a level", engine=engine)
    assert [s["name"] for s in more.game.config["scenes"]][::2] == [s["name"] for s in fox.config["scenes"]]
    kept = more.game.config["scenes"]
    assert kept[0]["properties"]["level"] == fox.config["scenes"][0]["properties"]["level"]
    assert kept[2]["properties"]["level"] == fox.config["scenes"][1]["properties"]["level"]
    assert engine.call("verify", config=more.game.config)["ok"]
    less = iterate(more.game, "remove level 2", engine=engine)
    assert rows(less.game.config) == rows(fox.config)
    assert engine.call("verify", config=less.game.config)["ok"]


def test_same_game_and_message_same_bytes(fox: Game, engine: Engine) -> None:
    message = "replace the slimes with hedgehogs, and make them faster"
    first = iterate(fox, message, engine=engine)
    assert first.applied
    assert claims(first)["slime no longer occurs"]
    again = iterate(copy.deepcopy(fox), message, engine=engine)
    assert json.dumps(first.game.config) == json.dumps(again.game.config)
    assert first.receipt == again.receipt


@pytest.mark.parametrize(("message", "words"), [("", "message"), ("  ", "message"), ("x" * 1001, "1001")])
def test_a_message_has_a_length(message: str, words: str, fox: Game, engine: Engine) -> None:
    with pytest.raises(Problem) as caught:
        iterate(fox, message, engine=engine)
    assert caught.value.status == 422
    assert words in caught.value.detail


def test_a_wish_that_the_kind_undoes_is_refused(engine: Engine) -> None:
    """A jumper has one life, whatever the design says."""
    jumper = generate(
        "a frog bounces up to the moon", 3, preferences={"kind": "infinite-jumper", "levels": 1, "length": 0.5}, engine=engine
    )
    result = iterate(jumper, "give me 5 lives", engine=engine)
    assert not result.applied
    assert "this kind of game plays 1" in (result.refusal or "")
    assert result.game.config == jumper.config


def test_a_boss_by_custom_goes_when_asked(engine: Engine) -> None:
    shooter = generate("shoot aliens in space", 3, preferences={"levels": 1, "length": 0.5}, engine=engine)
    assert shooter.config["scenes"][0]["properties"]["level"]["mark"]["kind"] == "boss"
    result = iterate(shooter, "no boss", engine=engine)
    assert result.applied, result.refusal
    assert result.game.config["scenes"][0]["properties"]["level"]["mark"]["kind"] == "waves"


def test_a_horde_is_survived_as_long_as_is_said(engine: Engine) -> None:
    horde = generate("survive the crows", 3, preferences={"kind": "horde-survivors", "levels": 1, "length": 0.5}, engine=engine)
    result = iterate(horde, "a time limit of 40 seconds", engine=engine)
    assert result.applied, result.refusal
    assert result.game.config["scenes"][0]["properties"]["level"]["mark"] == {"kind": "seconds", "value": 40}


@pytest.mark.slow
def test_another_kind_keeps_the_cast(fox: Game, engine: Engine) -> None:
    result = iterate(fox, "turn it into a dungeon crawler", engine=engine)
    assert result.applied
    assert result.game.kind == "dungeon-crawler"
    assert result.game.proven
    assert {e["type"] for e in result.game.config["entities"]} >= {"hero", "bat", "slime", "coin"}
    assert violations(result.game.config) == []
