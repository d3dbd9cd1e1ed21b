"""`prove` and `replay` on real files: good ones, tampered ones, and files that are no games at all."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from makebelieve.engine import open_engine
from makebelieve.games import generate

if TYPE_CHECKING:
    from click.testing import Result

Run = Callable[..., "Result"]


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    with open_engine() as engine:
        return generate("a tiny red fox jumps across the clouds", seed=11, preferences={"levels": 2, "length": 0.5}, engine=engine).config


@pytest.fixture
def config(made: dict[str, Any]) -> dict[str, Any]:
    return copy.deepcopy(made)


@pytest.fixture
def file_of(tmp_path: Path) -> Callable[[Any], str]:
    def write(data: Any) -> str:
        path = tmp_path / "game.raku"
        path.write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
        return str(path)

    return write


@pytest.mark.parametrize("host", ["auto", "mini-racer", "quickjs"])
def test_a_certificate_holds_from_the_file_alone(run: Run, config: dict[str, Any], file_of: Callable[[Any], str], host: str) -> None:
    result = run("replay", file_of(config), "--engine", host)
    assert result.exit_code == 0, result.output
    assert result.stdout.count("won as certified") == len(config["scenes"])


def test_replay_reads_standard_input(run: Run, config: dict[str, Any]) -> None:
    result = run("replay", "-", "--json", text=json.dumps(config))
    assert result.exit_code == 0
    verification = json.loads(result.stdout)
    assert verification["ok"]
    assert verification["same_core"]


def test_proving_again_finds_a_proof(run: Run, config: dict[str, Any], file_of: Callable[[Any], str]) -> None:
    result = run("prove", file_of(config), "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["status"] == "proven"


def test_prove_can_write_the_proof_into_the_file(run: Run, config: dict[str, Any], file_of: Callable[[Any], str]) -> None:
    del config["game"]["proof"]
    file = file_of(config)
    assert run("replay", file).exit_code == 1
    assert run("prove", file, "--write").exit_code == 0
    assert run("replay", file).exit_code == 0


def _other_hash(config: dict[str, Any]) -> None:
    config["game"]["proof"]["certificate"]["levels"][0]["final_hash"] = "0" * 16


def _no_inputs(config: dict[str, Any]) -> None:
    config["game"]["proof"]["certificate"]["levels"][0]["inputs"] = ""


def _other_level(config: dict[str, Any]) -> None:
    config["scenes"][0]["properties"]["level"]["seed"] += 1


def _other_rules(config: dict[str, Any]) -> None:
    name, value = next(
        (n, v) for n, v in config["game"]["rules"].items() if isinstance(v, int | float) and not isinstance(v, bool) and v > 0
    )
    config["game"]["rules"][name] = value * 2


def _level_left_out(config: dict[str, Any]) -> None:
    config["game"]["proof"]["certificate"]["levels"].pop()


@pytest.mark.parametrize("tamper", [_other_hash, _no_inputs, _other_level, _other_rules, _level_left_out])
def test_a_tampered_file_does_not_verify(
    run: Run, config: dict[str, Any], file_of: Callable[[Any], str], tamper: Callable[[dict[str, Any]], None]
) -> None:
    tamper(config)
    result = run("replay", file_of(config))
    assert result.exit_code == 1, result.output


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not JSON"),
        ("{", "is not JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
        ("[1, 2]", "holds list"),
        ("null", "holds NoneType"),
        ('{"schema_version": "1.0"}', "entities and scenes must be arrays"),
        ('{"entities": [], "scenes": [], "game": {"kind": "racing"}}', "'racing' is not built"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
@pytest.mark.parametrize("command", ["prove", "replay"])
def test_what_is_no_game_file_is_status_2(run: Run, file_of: Callable[[Any], str], command: str, text: str, reason: str) -> None:
    result = run(command, file_of(text))
    assert result.exit_code == 2, result.output
    assert reason in result.stderr


def test_a_file_of_bytes_is_status_2(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "picture.raku"
    path.write_bytes(b'{"a": "\xff\xfe"}')
    result = run("replay", str(path))
    assert result.exit_code == 2
    assert "not UTF-8" in result.stderr


def test_a_missing_file_is_status_2(run: Run, tmp_path: Path) -> None:
    result = run("prove", str(tmp_path / "none.raku"))
    assert result.exit_code == 2
    assert "No such file" in result.stderr
