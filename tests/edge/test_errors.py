"""One error shape for everything, and nothing internal in it."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service

MEMBERS = {"type", "title", "status", "detail", "statusCode", "message", "error", "errors", "code", "request_id"}


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/nothing/here", None, 404),
        ("GET", "/api/v1/nothing", None, 404),
        ("PUT", "/api/v1/games", None, 405),
        ("POST", "/health", None, 405),
        ("GET", "/api/v1/games", None, 401),
        ("POST", "/api/v1/auth/login", "{", 422),
        ("POST", "/api/v1/auth/login", "[]", 422),
        ("POST", "/api/v1/auth/login", '"\\ud800"', 422),
        ("POST", "/api/v1/auth/login", "", 422),
        ("POST", "/api/v1/auth/login", b"\xff\xfe", 422),
    ],
)
def test_every_family_finds_its_members(service: Service, method: str, path: str, body: str | bytes | None, status: int) -> None:
    answer = service.client.request(method, path, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert set(problem) >= MEMBERS
    assert problem["status"] == problem["statusCode"] == status
    assert problem["detail"] == problem["message"]
    assert problem["request_id"] == answer.headers["X-Request-Id"]


def test_json_that_cannot_be_read_is_told_as_the_body_and_where(service: Service) -> None:
    answer = service.client.post("/api/v1/auth/login", content='{"email": ', headers={"Content-Type": "application/json"})
    assert answer.json()["detail"] == "body: is not valid JSON at character 10"


def test_an_unexpected_error_says_nothing_of_its_cause(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(*_: Any) -> Any:
        raise RuntimeError("password=hunter2 at /srv/secret")

    monkeypatch.setattr("makebelieve.metering.quota.usage", explode)
    answer = service.client.get("/api/v1/usage", headers=service.owner)
    assert answer.status_code == 500
    assert set(answer.json()) >= MEMBERS
    assert "hunter2" not in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_callers_request_id_is_kept_if_it_is_plain(service: Service) -> None:
    assert service.client.get("/health", headers={"X-Request-Id": "trace-1"}).headers["X-Request-Id"] == "trace-1"
    for odd in ("a b", "x" * 65, "<x>", ""):
        assert service.client.get("/health", headers={"X-Request-Id": odd}).headers["X-Request-Id"].startswith("req_")


def test_health_and_readiness(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    assert service.client.get("/health").json() == {"status": "ok"}
    ready = service.client.get("/ready")
    assert (ready.status_code, ready.json()["status"]) == (200, "ready")

    def away(*_: Any) -> Any:
        raise OSError("disk gone")

    monkeypatch.setattr("makebelieve.storage.games.SqlGames.count_of", away)
    broken = service.client.get("/ready")
    assert (broken.status_code, broken.json()["database"]) == (503, False)
    assert "disk" not in broken.text
