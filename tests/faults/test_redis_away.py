"""Redis ends under several API processes and comes back: what costs something waits, reading goes on, and all is as before afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import local_servers
import pytest
from aftermath import assert_refused
from installs import install, until


class Redis:
    """A Redis on one port that comes and goes."""

    def __init__(self) -> None:
        self._port = local_servers.spare_port()
        self._running = ExitStack()
        self.url = ""

    def start(self) -> None:
        self.url = self._running.enter_context(local_servers.running_redis(port=self._port))

    def stop(self) -> None:
        self._running.close()


@pytest.fixture
def redis() -> Iterator[Redis]:
    server = Redis()
    try:
        server.start()
    except local_servers.Missing as missing:
        pytest.skip(str(missing))
    yield server
    server.stop()


@pytest.mark.slow
def test_two_api_processes_outlive_it(tmp_path: Path, redis: Redis) -> None:
    order = {"prompt": "a fox", "seed": 1}
    with install(tmp_path / "data", redis_url=redis.url, requests_per_minute=100_000, workers=1) as opened:
        server = opened.start("serve", "--port", "0", "--processes", "2", "--workers", "1")
        with server.client(opened.owner_key()) as http:
            assert http.post("/api/v1/generate", json=order).status_code == 200
            redis.stop()
            for _ in range(4):
                assert_refused(http.post("/api/v1/generate", json=order))
                assert http.get("/api/v1/games").json()["total"] == 1
            assert http.get("/api/v1/usage").json()["generations_used"] == 1
            assert http.get("/ready").status_code == 503
            redis.start()
            until(lambda: http.get("/ready").status_code == 200)
            until(lambda: http.post("/api/v1/generate", json=order).status_code == 200)
            # Both processes make again, and both hear each other: what one revokes the other refuses within a second.
            # Each asks Redis again in its own time, so the one that answers next may still refuse.
            made = until(lambda: _done(http.post("/api/v1/developer/keys", json={"label": "k", "scopes": ["read"]})))
            with server.client(made.json()["raw_key"]) as other:
                until(lambda: all(other.get("/api/v1/games").status_code == 200 for _ in range(6)), 10)
                until(lambda: _done(http.delete(f"/api/v1/developer/keys/{made.json()['id']}")))
                until(lambda: all(other.get("/api/v1/games").status_code == 401 for _ in range(6)), 10)
        assert server.stop() == 0


def _done(answer: Any) -> Any:
    """The answer of a call that went through; None for one that was refused because Redis was away."""
    if answer.is_success:
        return answer
    assert_refused(answer)
    return None
