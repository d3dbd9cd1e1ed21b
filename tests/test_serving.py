"""Several processes that are one server: started by the command, with their settings in the environment."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from installs import Install, Running, children_of, install, until

from makebelieve.kit.errors import Problem, Unavailable
from makebelieve.main import House
from makebelieve.serving import plain
from makebelieve.settings import Settings

TOKEN = "a-token-for-prometheus"


@pytest.fixture
def scaled(tmp_path: Path, make_postgresql: Callable[..., str], redis_url: str, s3: dict[str, Any]) -> Iterator[Install]:
    """PostgreSQL, Redis and S3: three settings, and the endpoint because the S3 server is not Amazon's."""
    settings = {"database_url": make_postgresql(), "redis_url": redis_url, **s3, "metrics_token": TOKEN, "job_lease": 2, "drain": 5}
    with install(tmp_path / "data", requests_per_minute=100_000, **settings) as opened:
        yield opened


def generate(server: Running, key: str, prompt: str = "a fox") -> dict[str, Any]:
    with server.client(key) as http:
        answer = http.post("/api/v1/generate", json={"prompt": prompt, "seed": 1})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


def api_processes(server: Running) -> list[int]:
    def is_api(pid: int) -> bool:
        return "makebelieve.serving" in Path(f"/proc/{pid}/cmdline").read_text()

    return [pid for pid in children_of(server.process.pid) if is_api(pid)]


@pytest.mark.slow
def test_two_api_processes_are_one_server(scaled: Install) -> None:
    server = scaled.start("serve", "--port", "0", "--processes", "2", "--workers", "1")
    key = scaled.owner_key()
    assert len(api_processes(server)) == 2
    game = generate(server, key)
    with server.client(key) as http:
        # Both processes know the game, its picture and its progress, whichever is asked.
        for _ in range(8):
            assert http.get(f"/api/v1/games/{game['game_id']}").status_code == 200
            assert "event: complete" in http.get(f"/api/v1/generate/{game['game_id']}/progress").text
        made = http.post("/api/v1/developer/keys", json={"label": "k", "scopes": ["read"]}).json()
        with server.client(made["raw_key"]) as other:
            assert {other.get("/api/v1/games").status_code for _ in range(8)} == {200}
            assert http.delete(f"/api/v1/developer/keys/{made['id']}").status_code in (200, 204)
            # Within a second in every process, and then for good.
            until(lambda: all(other.get("/api/v1/games").status_code == 401 for _ in range(12)), 5)
        ready = http.get("/ready")
        assert (ready.status_code, ready.json()["redis"], ready.json()["database"]) == (200, True, True)
    # What one process counts, each of them tells.
    with server.client() as http:
        assert http.get("/metrics").status_code == 401
        for _ in range(6):
            text = http.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).text
            assert 'makebelieve_jobs_total{kind="generate",outcome="done"} 1.0' in text
            assert 'route="/api/v1/games/{game_id}",status="200"} 8.0' in text
    assert server.stop() == 0
    assert '"message":"job"' in server.log()


@pytest.mark.slow
def test_an_api_process_that_dies_is_replaced_and_the_others_end_with_their_parent(scaled: Install) -> None:
    server = scaled.start("serve", "--port", "0", "--processes", "2", "--workers", "0")
    first = api_processes(server)
    os.kill(first[0], signal.SIGKILL)
    until(lambda: len(set(api_processes(server)) - set(first)) == 1)
    with server.client() as http:
        until(lambda: all(http.get("/health").status_code == 200 for _ in range(6)))
    orphans = api_processes(server)
    server.stop(signal.SIGKILL)
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in orphans))


@pytest.mark.slow
def test_servers_and_workers_join_and_each_worker_does_the_jobs_of_its_kinds(scaled: Install) -> None:
    scaled.start("serve", "--port", "0", "--workers", "0")
    server = scaled.start("serve", "--port", "0", "--workers", "0")
    key = scaled.owner_key()
    elsewhere = scaled.start("worker", "--kinds", "generate", "--concurrency", "2")
    game = generate(server, key)
    with server.client(key) as http:
        body = {"game_id": game["game_id"], "message": "harder", "current_config": game["raku_config"], "async": True}
        assert http.post("/api/v1/iterate", json=body).status_code == 202
        # Nobody takes this kind yet.
        generate(server, key, "another fox")
        assert http.get(f"/api/v1/generate/{game['game_id']}/status").json()["status"] == "queued"
        scaled.start("worker", "--kinds", "iterate,import")
        until(lambda: http.get(f"/api/v1/generate/{game['game_id']}/status").json()["status"] == "complete")
    assert elsewhere.stop() == 0


@pytest.mark.slow
def test_without_redis_a_second_server_is_refused_on_postgresql_too(tmp_path: Path, make_postgresql: Callable[..., str]) -> None:
    url = make_postgresql()
    with install(tmp_path / "one", database_url=url) as one, install(tmp_path / "two", database_url=url) as two:
        one.start("serve", "--port", "0")
        refused = two.run("serve", "--port", "0")
        assert refused.returncode == 1
        assert "a server runs on postgresql" in refused.stderr
        assert "MAKEBELIEVE_REDIS_URL" in refused.stderr


def test_what_does_not_go_together_is_refused_at_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = House(Settings(data=tmp_path))
    with pytest.raises(Problem, match="MAKEBELIEVE_REDIS_URL"):
        house.serve(None, 0, path="/", on_ready=print, processes=2)
    with pytest.raises(Problem, match="no kind of job named juggling"):
        house.work(("generate", "juggling"))
    monkeypatch.setattr("makebelieve.main.REDIS_WITHIN", 0.1)
    with pytest.raises(Unavailable, match="redis"):
        House(Settings(data=tmp_path, redis_url="redis://127.0.0.1:1")).serve(None, 0, path="/", on_ready=print)


def test_settings_reach_a_child_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Settings(secret="s" * 40, job_limits={"generate": {"timeout": 5}}, metrics_token=TOKEN)  # type: ignore[arg-type]
    # The command line wins over the environment in the child too.
    monkeypatch.setenv("MAKEBELIEVE_PORT", "9999")
    assert Settings(**json.loads(plain(given))) == given


@pytest.mark.slow
def test_an_install_moves_and_every_game_is_there(tmp_path: Path, make_postgresql: Callable[..., str], s3: dict[str, Any]) -> None:
    url = make_postgresql(empty=True)
    with install(tmp_path / "laptop") as laptop:
        server = laptop.start("serve", "--port", "0")
        key = laptop.owner_key()
        game = generate(server, key)
        move = ("migrate-storage", "--to", url, "--blobs", s3["blobs"], "--blobs-endpoint", s3["blobs_endpoint"])
        refused = laptop.run(*move)
        assert refused.returncode == 1
        assert "stop them first" in refused.stderr
        server.stop()
        moved = laptop.run(*move)
        assert moved.returncode == 0, moved.stderr
        assert laptop.run(*move).returncode == 1
    # The same folder (it holds the signing keys), the new database and blobs; nothing of the old ones.
    (tmp_path / "laptop" / "makebelieve.db").unlink()
    with install(tmp_path / "laptop", database_url=url, **s3) as scaled:
        there = scaled.start("serve", "--port", "0")
        with there.client(key) as http:
            assert http.get(f"/api/v1/games/{game['game_id']}").json()["raku_config"] == game["raku_config"]
            assert http.get("/api/v1/usage").json()["generations_used"] == 1


@pytest.mark.slow
def test_a_worker_tells_its_probe(tmp_path: Path) -> None:
    import httpx
    from local_servers import spare_port

    port = spare_port()
    with install(tmp_path / "data", probe_port=port, metrics_token=TOKEN) as alone:
        worker = alone.start("worker")

        def ask(path: str, **headers: str) -> int:
            try:
                return httpx.get(f"http://127.0.0.1:{port}{path}", headers=headers).status_code
            except httpx.TransportError:
                return 0

        until(lambda: ask("/ready") == 200)
        assert ask("/health") == 200
        assert ask("/metrics") == 401
        assert ask("/metrics", Authorization=f"Bearer {TOKEN}") == 200
        assert ask("/elsewhere") == 404
        assert worker.stop() == 0
