"""The commands: what they print, what they ask for, and their exit status."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from makebelieve.edge.cli.installation import Finding

if TYPE_CHECKING:
    from click.testing import Result

Run = Callable[..., "Result"]
REST_FIELDS = {
    "game_id", "raku_config", "genre", "title", "version", "play_url", "proof", "understood", "alternatives", "metadata",
}  # fmt: skip


def test_version_is_the_projects(run: Run) -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    assert run("version").stdout == f"makebelieve {project['version']}\n"


def test_help_lists_every_command(run: Run) -> None:
    text = run("--help").stdout
    for command in ("play", "serve", "generate", "understand", "prove", "replay", "worker", "doctor", "version"):
        assert command in text


@pytest.mark.parametrize(
    "arguments",
    [
        ("generate",),
        ("generate", "x", "--seed", "-1"),
        ("generate", "x", "--seed", str(1 << 31)),
        ("generate", "x", "--seed", "soon"),
        ("generate", "x", "--json", "-o", "-"),
        ("play", "x", "--port", "70000"),
        ("prove",),
        ("prove", "x.raku", "--engine", "deno"),
        ("nonsense",),
    ],
)
def test_wrong_usage_is_status_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


# --- understand


def test_understand_gives_one_object_a_line(run: Run) -> None:
    result = run("understand", "a fox", "a bat", "--json")
    assert result.exit_code == 0
    drafts = [json.loads(line) for line in result.stdout.splitlines()]
    assert [draft["prompt"] for draft in drafts] == ["a fox", "a bat"]
    for draft in drafts:
        assert {"kind", "kinds", "hero", "enemies", "setting"} <= draft.keys()
        assert len(draft["kinds"]) == 3
        assert {"value", "source", "confidence"} <= draft["hero"].keys()


def test_understand_reads_sentences_from_standard_input(run: Run) -> None:
    result = run("understand", "--json", text="a fox\n\n  \nзайка прыгает\r\nlast without newline")
    assert [json.loads(line)["prompt"] for line in result.stdout.splitlines()] == ["a fox", "зайка прыгает", "last without newline"]


def test_understand_goes_on_after_a_bad_sentence(run: Run) -> None:
    result = run("understand", "a fox", " ", "a bat", "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 2
    assert [("error" in line) for line in lines] == [False, True, False]
    assert lines[1]["error"]["code"] == "invalid"


def test_understand_shows_everything_that_was_found(run: Run) -> None:
    text = run("understand", "a fox").stdout
    for part in ("platformer", "metroidvania 6%", "tiny red fox", "3 × ghost (chase)", "giant owl", "sky (clouds)", "double-jump",
                 "rescue the moon", "spikes", "zorgly", "stated 100%", "[a note]"):  # fmt: skip
        assert part in text


# --- generate


def test_generate_prints_the_rest_answer_on_one_line(run: Run) -> None:
    result = run("generate", "a fox", "--json")
    assert result.exit_code == 0
    assert result.stdout.count("\n") == 1
    assert json.loads(result.stdout).keys() == REST_FIELDS


def test_generate_writes_the_file(run: Run, bench: Any, tmp_path: Path) -> None:
    file = tmp_path / "game.raku"
    result = run("generate", "a fox", "-o", str(file), "--seed", "7")
    assert result.exit_code == 0
    assert bench.calls == [("generate", ("a fox", 7, False))]
    assert json.loads(file.read_text("utf-8"))["game"]["title"] == "Föx"
    assert "proven winnable" in result.stdout
    assert "racing is not built yet" in result.stdout
    assert "zorgly" in result.stdout


def test_generate_can_write_to_standard_output(run: Run) -> None:
    result = run("generate", "a fox", "-o", "-")
    assert json.loads(result.stdout)["schema_version"] == "1.0"


def test_progress_is_told_on_standard_error(run: Run) -> None:
    result = run("generate", "a fox")
    for stage in ("Understanding", "Composing", "Checking the certificate"):
        assert stage in result.stderr
        assert stage not in result.stdout
    assert run("generate", "a fox", "--json").stderr == ""


def test_an_unproven_game_is_status_1(run: Run, bench: Any, tmp_path: Path) -> None:
    bench.status = "not_proven"
    refused = run("generate", "a fox")
    assert refused.exit_code == 1
    assert "No bot could win" in refused.stderr
    file = tmp_path / "hard.raku"
    allowed = run("generate", "a fox", "--allow-unproven", "-o", str(file))
    assert allowed.exit_code == 1
    assert "not proven" in allowed.stdout
    assert file.exists()


def test_a_bad_prompt_is_status_2(run: Run) -> None:
    result = run("generate", "  ")
    assert result.exit_code == 2
    assert "prompt: is empty" in result.stderr


def test_a_file_that_cannot_be_written_is_status_2(run: Run, tmp_path: Path) -> None:
    result = run("generate", "a fox", "-o", str(tmp_path / "no" / "such" / "folder.raku"))
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


# --- play, serve, worker


def test_play_makes_the_game_then_serves_it(run: Run, bench: Any) -> None:
    result = run("play", "a fox", "--seed", "3", "--port", "9411", "--no-open")
    assert result.exit_code == 0
    assert bench.calls == [("generate", ("a fox", 3, False)), ("serve", (None, 9411, "/play/game_0"))]
    assert "http://localhost:9411/login?next=/play/game_0" in result.stdout


def test_play_opens_the_browser_unless_told_not_to(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    run("play", "a fox", "--no-open")
    assert opened == []
    run("play", "a fox")
    assert opened == ["http://localhost:8800/login?next=/play/game_0"]


def test_a_failed_game_is_not_served(run: Run, bench: Any) -> None:
    bench.status = "not_proven"
    assert run("play", "a fox", "--no-open").exit_code == 1
    assert [name for name, _ in bench.calls] == ["generate"]


def test_serve_and_worker(run: Run, bench: Any) -> None:
    assert run("serve", "--host", "0.0.0.0", "--port", "9412").exit_code == 0
    assert run("worker").exit_code == 0
    assert bench.calls == [("serve", ("0.0.0.0", 9412, "/")), ("work", (None, None))]


def test_serve_takes_processes_and_workers(run: Run, bench: Any) -> None:
    assert run("serve", "--workers", "3", "--processes", "2").exit_code == 0
    assert bench.calls == [("serve", (None, None, "/", 2, 3))]
    assert run("serve", "--processes", "0").exit_code == 2


def test_worker_takes_kinds_and_concurrency(run: Run, bench: Any) -> None:
    assert run("worker", "--kinds", "generate, iterate,generate", "--concurrency", "4").exit_code == 0
    assert bench.calls == [("work", (("generate", "iterate"), 4))]
    assert run("worker", "--kinds", ",").exit_code == 2
    assert run("worker", "--concurrency", "0").exit_code == 2


# --- migrate-storage


def test_migrate_storage_says_what_was_copied(run: Run, bench: Any) -> None:
    result = run("migrate-storage", "--to", "postgresql://db/x", "--blobs", "s3://b/p", "--blobs-endpoint", "http://s3")
    assert result.exit_code == 0
    assert bench.calls == [("move", ("postgresql://db/x", "s3://b/p", "http://s3"))]
    assert "users: 3" in result.stdout
    assert "games" not in result.stdout
    assert "MAKEBELIEVE_DATABASE_URL and MAKEBELIEVE_BLOBS" in result.stdout
    assert json.loads(run("migrate-storage", "--to", "x", "--json").stdout) == {"users": 3, "games": 0, "blobs": 7}


def test_migrate_storage_needs_an_address(run: Run) -> None:
    assert run("migrate-storage").exit_code == 2
    assert run("migrate-storage", "--to", "nonsense").exit_code == 2


# --- doctor


def test_doctor_passes_on_a_whole_installation(run: Run, bench: Any) -> None:
    bench.extra = [Finding("database", True, "fine"), Finding("redis", False, "not set", required=False)]
    result = run("doctor", "--json")
    findings = {finding["check"]: finding for finding in map(json.loads, result.stdout.splitlines())}
    assert {
        "python",
        "engine bundle",
        "engine",
        "engine host mini-racer",
        "engine host quickjs",
        "web pages",
        "interpreter",
        "database",
    } <= findings.keys()
    assert findings["engine"]["ok"]
    assert result.exit_code == (0 if all(f["ok"] or not f["required"] for f in findings.values()) else 1)


def test_doctor_says_how_to_mend(run: Run, bench: Any) -> None:
    bench.extra = [Finding("database", False, "cannot be opened", "make the folder writable")]
    result = run("doctor")
    assert result.exit_code == 1
    assert "cannot be opened" in result.stdout
    assert "make the folder writable" in result.stdout


def test_doctor_names_an_unbuilt_bundle(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("makebelieve.engine.bundle.resources.files", lambda package: tmp_path)
    result = run("doctor", "--json")
    finding = next(f for f in map(json.loads, result.stdout.splitlines()) if f["check"] == "engine bundle")
    assert not finding["ok"]
    assert "make setup" in finding["mend"]
    assert result.exit_code == 1
