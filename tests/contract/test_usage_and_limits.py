"""G-06, the tiers and the limits of section 0.4, and the fields every answer carries."""

from __future__ import annotations

import time
from typing import Any

import pytest
from small_service import Service


def test_anonymous_is_401(service: Service) -> None:
    assert service.client.get("/api/v1/usage").status_code == 401


def test_counts_stand_at_the_top_level_and_under_today(service: Service) -> None:
    user = service.user()
    service.game(user)
    usage = service.client.get("/api/v1/usage", headers=user).json()
    expected = {
        "tier": "free",
        "generations_used": 1,
        "generations_limit": 10,
        "generations_remaining": 9,
        "iterations_used": 0,
        "iterations_limit": 30,
        "iterations_remaining": 30,
        "resets_at": "2026-02-01T00:00:00.000Z",
    }
    assert expected.items() <= usage.items()
    assert expected.items() <= usage["today"].items()


@pytest.mark.parametrize(
    ("tier", "generations", "iterations", "at_once"),
    [("free", 10, 30, 1), ("pro", 100, 500, 3), ("enterprise", None, None, 10)],
)
def test_every_tier(service: Service, tier: str, generations: int | None, iterations: int | None, at_once: int) -> None:
    user = service.user()
    service.set_tier(user, tier)
    usage = service.client.get("/api/v1/usage", headers=user).json()
    assert usage["generations_limit"] == usage["generations_remaining"] == generations
    assert usage["iterations_limit"] == iterations
    assert usage["concurrent_limit"] == at_once


def test_the_owner_of_a_single_user_install_is_enterprise(service: Service) -> None:
    assert service.client.get("/api/v1/usage", headers=service.owner).json()["tier"] == "enterprise"


def test_counts_start_anew_at_midnight_utc(service: Service) -> None:
    key = service.key(service.user(), "generate")
    service.game(key)
    service.clock.pass_(12 * 3600 - 1)
    assert service.client.get("/api/v1/usage", headers=key).json()["generations_used"] == 1
    service.clock.pass_(1)
    assert service.client.get("/api/v1/usage", headers=key).json()["generations_used"] == 0


def test_a_job_is_charged_to_the_day_it_was_ordered(service: Service) -> None:
    key = service.key(service.user(), "generate")
    service.clock.pass_(12 * 3600 - 1)
    order = service.client.post("/api/v1/generate", json={"prompt": "sleep:0.5", "async": True}, headers=key).json()
    service.clock.pass_(2)
    path = order["status_url"].partition("127.0.0.1:8000")[2]
    for _ in range(200):
        time.sleep(0.02)
        if service.client.get(path, headers=key).json()["status"] == "complete":
            break
    else:
        pytest.fail("the job did not end")
    assert service.client.get("/api/v1/usage", headers=key).json()["generations_used"] == 0


def test_sixty_requests_a_minute_per_key(open_service: Any) -> None:
    service = open_service(requests_per_minute=60)
    user = service.user()
    key, other = service.key(user, "read"), service.key(user, "read")
    for count in range(60):
        answer = service.client.get("/api/v1/games", headers=key)
        assert answer.status_code == 200
        assert answer.headers["X-RateLimit-Limit"] == "60"
        assert answer.headers["X-RateLimit-Remaining"] == str(59 - count)
    refused = service.client.get("/api/v1/games", headers=key)
    assert refused.status_code == 429
    assert refused.json()["code"] == "rate_limited"
    assert refused.headers["Retry-After"] == "60"
    assert refused.headers["RateLimit"] == '"minute";r=0;t=60'
    assert refused.headers["RateLimit-Policy"] == '"minute";q=60;w=60'
    assert service.client.get("/api/v1/games", headers=other).status_code == 200
    service.clock.pass_(60)
    assert service.client.get("/api/v1/games", headers=key).status_code == 200


def test_guessing_credentials_is_limited_by_address(open_service: Any) -> None:
    service = open_service(requests_per_minute=5)
    codes = [service.client.get("/api/v1/games", headers={"Authorization": f"Bearer sk_live_{n}"}).status_code for n in range(7)]
    assert codes == [401] * 5 + [429] * 2


def test_every_answer_of_the_api_carries_the_limit_fields(service: Service) -> None:
    answers = [
        service.client.get("/api/v1/games", headers=service.owner),
        service.client.get("/api/v1/games"),
        service.client.get("/api/v1/games/none", headers=service.owner),
        service.client.post("/api/v1/generate", json={}, headers=service.owner),
        service.client.post("/api/v1/auth/login", json={"email": "a@b", "password": "c"}),
        service.client.post("/api/v1/auth/google"),
    ]
    assert [answer.status_code for answer in answers] == [200, 401, 404, 422, 401, 501]
    for answer in answers:
        assert {"x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "ratelimit", "ratelimit-policy"} <= set(answer.headers)
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("tier", "most"), [("free", 3), ("pro", 10), ("enterprise", None)])
def test_levels_are_limited_by_tier_where_people_share_an_install(open_service: Any, tier: str, most: int | None) -> None:
    service = open_service(single_user=False)
    user = service.user()
    service.set_tier(user, tier)

    def status(levels: int) -> int:
        body = {"prompt": "a fox", "preferences": {"levels": levels}}
        return int(service.client.post("/api/v1/generate", json=body, headers=user).status_code)

    assert status(most or 30) == 200
    if most is not None:
        assert status(most + 1) == 403
        assert service.client.get("/api/v1/usage", headers=user).json()["generations_used"] == 1


def test_an_owners_install_limits_no_levels(service: Service) -> None:
    body = {"prompt": "a fox", "preferences": {"levels": 8}}
    assert service.client.post("/api/v1/generate", json=body, headers=service.user()).status_code == 200
