"""The command as a person runs it: its own process, a new folder for its data, a real server, Ctrl-C at the end."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

PROMPT = "a silver ship shoots waves of drones, one level"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKEBELIEVE_")}
    return {**kept, "MAKEBELIEVE_DATA": str(tmp_path / "data"), "MAKEBELIEVE_WORKERS": "1"}


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "makebelieve.main", "play", PROMPT, "--no-open", "--port", "0", "--seed", "3"],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


@pytest.mark.slow
def test_one_command_from_a_sentence_to_a_page(server: subprocess.Popen[str], environment: dict[str, str]) -> None:
    assert server.stdout is not None
    said = []
    for line in server.stdout:
        said.append(line)
        if "http://" in line:
            break
    assert said, server.communicate()[1]
    link = re.search(r"http://127\.0\.0\.1:\d+/\S+", said[-1])
    assert link, (said, server.communicate()[1])
    with httpx.Client(follow_redirects=True, timeout=30) as client:
        page = client.get(link.group())
        assert page.status_code == 200, page.text
        assert "/play/game_" in str(page.url)
        assert page.headers["content-type"].startswith("text/html")
        games = client.get(page.url.join("/api/v1/games"))
        assert games.status_code == 200, games.text
        assert games.json()["total"] == 1
        # The link logs in once: a second visitor with the same link stays outside.
        with httpx.Client(follow_redirects=True, timeout=30) as stranger:
            stranger.get(link.group())
            assert stranger.get(page.url.join("/api/v1/games")).status_code == 401
    server.send_signal(signal.SIGINT)
    _, errors = server.communicate(timeout=60)
    assert server.returncode == 0, errors
    assert "Traceback" not in errors


@pytest.mark.slow
def test_the_rest_answer_is_printed_and_the_game_kept(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "makebelieve.main", "generate", PROMPT, "--seed", "3", "--json"],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["game_id"].startswith("game_")
    assert answer["game_id"] in answer["play_url"]
    assert len(answer["alternatives"]) == 3
    assert answer["metadata"]["seed"] == 3
    assert answer["raku_config"]["game"]["proof"]["status"] == answer["proof"]["status"] == "proven"


def test_a_setting_out_of_range_is_named(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "makebelieve.main", "version"],
        env={**environment, "MAKEBELIEVE_PORT": "99999"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "MAKEBELIEVE_PORT" in done.stderr
