"""What makes or costs something is refused with 503 while it cannot be counted, and nothing of it stays; what reads goes on."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from small_service import Service

from makebelieve.metering import ledger

NOBODY = "redis://127.0.0.1:1/0"


@contextlib.contextmanager
def locked(service: Service) -> Iterator[None]:
    """Another process writes for longer than anybody waits."""
    service.house.database.write(lambda unit: unit.connection.exec_driver_sql("PRAGMA busy_timeout=50"))
    other = sqlite3.connect(service.house.settings.data / "makebelieve.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def refused(answer: Any) -> None:
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert int(answer.headers["Retry-After"]) >= 1


def test_while_the_ledger_is_locked_nothing_is_made(service: Service) -> None:
    user = service.user()
    game = service.game(user)
    key = {"Idempotency-Key": "k"}
    with locked(service):
        refused(service.client.post("/api/v1/generate", json={"prompt": "a bat"}, headers=user))
        refused(service.client.post("/api/v1/generate", json={"prompt": "a bat"}, headers={**user, **key}))
        refused(service.client.post("/api/v1/developer/keys", json={"label": "k"}, headers=user))
        assert service.client.get(f"/api/v1/games/{game['game_id']}", headers=user).status_code == 200
        assert service.client.get("/api/v1/usage", headers=user).json()["generations_used"] == 1
    assert service.client.get("/api/v1/games", headers=user).json()["total"] == 1
    assert service.client.get("/api/v1/developer/keys", headers=user).json() == []
    assert service.house.database.read(ledger.audit) == []
    # And nothing is in the way afterwards.
    assert service.client.post("/api/v1/generate", json={"prompt": "a bat"}, headers={**user, **key}).status_code == 200
    assert service.client.get("/api/v1/usage", headers=user).json()["generations_used"] == 2


def test_while_redis_is_away_creating_calls_are_refused_and_reads_are_limited_here(open_service: Any) -> None:
    service = open_service(redis_url=NOBODY, requests_per_minute=6)
    refused(service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=service.owner))
    refused(service.client.post("/api/v1/developer/keys", json={"label": "k"}, headers=service.owner))
    codes = [service.client.get("/api/v1/games", headers=service.owner).status_code for _ in range(6)]
    assert codes == [200] * 4 + [429] * 2
    assert service.client.get("/api/v1/games", headers=service.user()).json()["total"] == 0
    assert service.house.database.read(ledger.audit) == []


def test_with_redis_requests_are_counted_there(open_service: Any, redis_url: str) -> None:
    service = open_service(redis_url=redis_url, requests_per_minute=3)
    codes = [service.client.get("/api/v1/games", headers=service.owner).status_code for _ in range(4)]
    assert codes == [200] * 3 + [429]
    # In every process: here a second server of the same install.
    other = open_service(redis_url=redis_url, requests_per_minute=3)
    anonymous = [server.client.get("/api/v1/games").status_code for server in (service, other) for _ in range(2)]
    assert anonymous == [401] * 3 + [429]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/health", 200),
        ("GET", "/api/docs", 200),
        ("GET", "/nothing/here", 404),
        ("GET", "/v1/nothing", 404),
        ("PUT", "/api/v1/generate", 405),
        ("GET", "/v1/usage", 401),
        ("POST", "/api/v1/generate", 422),
    ],
)
def test_every_answer_carries_the_limit_fields(service: Service, method: str, path: str, status: int) -> None:
    answer = service.client.request(method, path)
    assert answer.status_code == status
    assert {"x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "ratelimit", "ratelimit-policy"} <= set(answer.headers)
