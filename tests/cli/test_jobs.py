"""`makebelieve jobs`: the queue for its operator."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from click.testing import Result

Run = Callable[..., "Result"]


def test_the_list_shows_each_job_and_why_it_failed(run: Run, bench: Any) -> None:
    result = run("jobs", "list", "--limit", "7", "--kind", "generate", "--owner", "user:b")
    assert result.exit_code == 0
    assert bench.calls == [("list_jobs", (None, "generate", "user:b", 7))]
    lines = result.stdout.splitlines()
    assert lines[1].split() == ["job_2", "generate", "running", "10%", "1", "1970-01-01T00:00:05.000Z", "user:a", "prove"]
    # What a job was given is its owner's, and what it says is not markup.
    assert "gave up [bold]after[/] 3 attempts" in lines[2]
    assert "private" not in result.stdout


def test_the_dead_letters_as_json(run: Run) -> None:
    result = run("jobs", "list", "--state", "failed", "--json")
    jobs = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(job["id"], job["attempts"], job["error"]["reason"]) for job in jobs] == [("job_1", 3, "died")]
    assert run("jobs", "list", "--state", "cancelled").stdout == "no such jobs\n"


def test_one_job_with_its_steps(run: Run) -> None:
    shown = json.loads(run("jobs", "show", "job_2", "--json").stdout)
    assert shown["events"] == [{"seq": 1, "name": "prove", "data": {"elapsed_ms": 3}, "at": "1970-01-01T00:00:00.000Z"}]
    assert "payload" not in shown
    text = run("jobs", "show", "job_1").stdout
    assert "gave_up: gave up [bold]after[/] 3 attempts" in text


def test_cancel_and_retry_show_the_job_as_it_is_now(run: Run) -> None:
    assert json.loads(run("jobs", "cancel", "job_2", "--json").stdout)["state"] == "cancelled"
    assert json.loads(run("jobs", "retry", "job_1", "--json").stdout)["state"] == "queued"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("show", "job_9"), 1),
        (("cancel", "job_9"), 1),
        (("retry", "job_2"), 1),
        (("list", "--state", "lost"), 2),
        (("list", "--limit", "0"), 2),
        (("show",), 2),
    ],
)
def test_refusals(run: Run, arguments: tuple[str, ...], status: int) -> None:
    result = run("jobs", *arguments)
    assert result.exit_code == status
    assert result.stdout == ""
