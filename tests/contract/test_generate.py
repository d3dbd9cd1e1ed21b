"""G-01 POST /api/v1/generate."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service, bearer


def test_anonymous_without_welcome_is_401(open_service: Any) -> None:
    service = open_service(allow_anonymous=False)
    answer = service.client.post("/api/v1/generate", json={"prompt": "a fox"})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_unknown_credential_is_401_even_where_anonymous_is_welcome(service: Service) -> None:
    for credential in ("sk_live_nothing", "pk_live_nothing", "not.a.jwt", ""):
        answer = service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers={"Authorization": f"Bearer {credential}"})
        assert answer.status_code == 401, credential


def test_missing_scope_is_403(service: Service) -> None:
    reader = service.key(service.user(), "read")
    answer = service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=reader)
    assert answer.status_code == 403
    assert "generate" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "prompt"),
        ({"prompt": ""}, "prompt"),
        ({"prompt": "   "}, "prompt"),
        ({"prompt": "x" * 501}, "prompt"),
        ({"prompt": 7}, "prompt"),
        ({"prompt": "a fox", "seed": -1}, "seed"),
        ({"prompt": "a fox", "seed": 2**31}, "seed"),
        ({"prompt": "a fox", "preferences": []}, "preferences"),
    ],
)
def test_bad_input_is_422_and_names_the_field(service: Service, body: dict[str, Any], field: str) -> None:
    answer = service.client.post("/api/v1/generate", json=body, headers=service.owner)
    assert answer.status_code == 422
    problem = answer.json()
    assert problem["errors"][0]["path"] == field
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_500_characters_are_fine(service: Service) -> None:
    assert service.game(service.owner, "x" * 500)["title"]


def test_answer_has_the_agreed_fields(service: Service) -> None:
    answer = service.client.post("/api/v1/generate", json={"prompt": "a fox", "seed": 7}, headers=service.owner)
    assert answer.status_code == 200
    game = answer.json()
    assert {"game_id", "raku_config", "genre", "title", "version", "play_url", "proof", "understood", "alternatives", "metadata"} <= set(
        game
    )
    assert game["raku_config"]["game"]["title"] == game["title"]
    assert game["version"] == 1
    assert game["play_url"].endswith(f"/play/{game['game_id']}")
    assert {"status", "certificate", "bot_success_rate"} <= set(game["proof"])
    assert len(game["alternatives"]) == 3
    assert {"seed", "kind", "engine_version", "duration_ms", "provider"} <= set(game["metadata"])
    assert game["metadata"]["seed"] == 7
    assert answer.headers["Location"] == f"/api/v1/games/{game['game_id']}"


def test_a_seed_is_drawn_when_none_is_given(service: Service) -> None:
    seeds = {
        service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=service.owner).json()["metadata"]["seed"]
        for _ in range(3)
    }
    assert len(seeds) == 3


def test_preferences_reach_the_maker(service: Service) -> None:
    body = {"prompt": "a fox", "preferences": {"kind": "space-shooter"}}
    game = service.client.post("/api/v1/generate", json=body, headers=service.owner).json()
    assert game["metadata"]["kind"] == "space-shooter"


def test_the_game_is_saved(service: Service) -> None:
    game = service.game(service.owner)
    kept = service.client.get(f"/api/v1/games/{game['game_id']}", headers=service.owner).json()
    assert kept["raku_config"] == game["raku_config"]


def test_a_refusal_of_the_maker_is_passed_on_and_not_charged(service: Service) -> None:
    headers = service.user()
    answer = service.client.post("/api/v1/generate", json={"prompt": "refuse"}, headers=headers)
    assert answer.status_code == 422
    assert answer.json()["code"] == "not_proven"
    assert service.client.get("/api/v1/usage", headers=headers).json()["generations_used"] == 0


def test_a_crash_leaks_nothing_and_is_not_charged(service: Service) -> None:
    headers = service.user()
    answer = service.client.post("/api/v1/generate", json={"prompt": "crash"}, headers=headers)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert service.client.get("/api/v1/usage", headers=headers).json()["generations_used"] == 0


@pytest.mark.parametrize(
    ("body", "headers"), [({"async": True}, {}), ({}, {"Prefer": "respond-async"}), ({}, {"Prefer": "wait=1, respond-async"})]
)
def test_asynchronous_on_wish(service: Service, body: dict[str, Any], headers: dict[str, str]) -> None:
    answer = service.client.post("/api/v1/generate", json={"prompt": "sleep:0.2", **body}, headers={**service.owner, **headers})
    assert answer.status_code == 202
    accepted = answer.json()
    assert {"game_id", "status", "progress_url", "status_url"} <= set(accepted)
    path = accepted["status_url"].partition("//")[2].partition("/")[2]
    assert service.client.get("/" + path, headers=service.owner).json()["status"] in ("queued", "running", "complete")


def test_a_long_job_is_202_after_the_wait(open_service: Any) -> None:
    service = open_service(sync_wait=0.1)
    answer = service.client.post("/api/v1/generate", json={"prompt": "sleep:1"}, headers=service.owner)
    assert answer.status_code == 202


def test_anonymous_has_three_a_day_by_address(service: Service) -> None:
    for _ in range(3):
        service.client.cookies.clear()
        assert service.client.post("/api/v1/generate", json={"prompt": "a fox"}).status_code == 200
    service.client.cookies.clear()
    answer = service.client.post("/api/v1/generate", json={"prompt": "a fox"})
    assert answer.status_code == 429
    assert answer.json()["code"] == "quota_exceeded"
    # The set clock stands at noon UTC.
    assert answer.headers["Retry-After"] == str(12 * 3600)
    service.clock.pass_(12 * 3600)
    assert service.client.post("/api/v1/generate", json={"prompt": "a fox"}).status_code == 200


def test_an_anonymous_game_lives_in_its_browser_session(service: Service) -> None:
    made = service.client.post("/api/v1/generate", json={"prompt": "a fox"})
    cookie = made.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()
    game_id = made.json()["game_id"]
    assert service.client.get(f"/api/v1/games/{game_id}").status_code == 200
    assert service.client.get("/api/v1/games").json()["total"] == 1
    service.client.cookies.clear()
    assert service.client.get(f"/api/v1/games/{game_id}").status_code == 401
    assert service.client.get(f"/api/v1/games/{game_id}", headers=service.owner).status_code == 404


def test_free_has_ten_a_day(service: Service) -> None:
    headers = service.user()
    for _ in range(10):
        service.game(headers)
    answer = service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=headers)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) == 12 * 3600


def test_jobs_at_once_are_capped_by_tier(service: Service) -> None:
    headers = service.user()
    first = service.client.post("/api/v1/generate", json={"prompt": "sleep:0.5", "async": True}, headers=headers)
    assert first.status_code == 202
    second = service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=headers)
    assert second.status_code == 429
    assert second.json()["code"] == "too_many_at_once"
    assert int(second.headers["Retry-After"]) >= 1
    # What was refused is not held against the day.
    assert service.client.get("/api/v1/usage", headers=headers).json()["generations_used"] == 1


def test_keys_and_tokens_both_work(service: Service) -> None:
    login = service.register("bea@example.org")
    key = service.key(bearer(login["access_token"]), "generate")
    token = service.client.post("/api/v1/auth/token", json={"api_key": key["Authorization"].split()[1]}).json()["access_token"]
    for headers in (bearer(login["access_token"]), key, bearer(token)):
        assert service.game(headers)["version"] == 1
