"""POST /v1/worlds/{world_id}/games: a world's game is kept, counted and refused like others."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service, bearer

CAMERA = {"static": "Eye level.", "dynamic": "Following."}


@pytest.fixture
def world(service: Service) -> str:
    """With three places on the way to win."""
    made = service.client.post("/v1/worlds", json={"premise": "a keeper lights a lamp", "seed": 7}, headers=service.owner).json()
    ops = [
        {"op": "add_state", "id": "gate", "base": "A gate.", "camera": CAMERA},
        {"op": "add_event", "name": "gate-out", "kind": "transition", "from": ["hall"], "to": "gate"},
        {"op": "add_event", "name": "gate-back", "kind": "transition", "from": ["gate"], "to": "hall"},
    ]
    answer = service.client.post(f"/v1/worlds/{made['worldId']}/ops", json={"ops": ops}, headers=service.owner)
    assert answer.status_code == 200, answer.text
    return str(made["worldId"])


def play(service: Service, world: str, headers: dict[str, str] | None = None, **body: Any) -> Any:
    return service.client.post(f"/v1/worlds/{world}/games", json=body, headers=headers or service.owner)


def games_used(service: Service) -> int:
    return int(service.client.get("/api/v1/usage", headers=service.owner).json()["generations_used"])


def test_a_world_becomes_a_kept_game_with_notes(service: Service, world: str) -> None:
    answer = play(service, world, seed=7)
    assert answer.status_code == 201, answer.text
    game = answer.json()
    assert answer.headers["Location"] == f"/api/v1/games/{game['game_id']}"
    assert (game["proof"]["status"], game["notes"]) == ("proven", ["questions that one types are left out"])
    assert service.client.get(answer.headers["Location"], headers=service.owner).status_code == 200
    assert games_used(service) == 1


def test_what_does_not_fit_is_422_and_costs_nothing(service: Service) -> None:
    made = service.client.post("/v1/worlds", json={"premise": "a keeper lights a lamp"}, headers=service.owner).json()
    answer = play(service, made["worldId"])
    assert (answer.status_code, answer.json()["code"]) == (422, "does_not_fit")
    assert "only 2 places" in answer.json()["detail"]
    assert games_used(service) == 0


@pytest.mark.parametrize(("body", "field"), [({"kind": "zebra"}, "kind"), ({"seed": -1}, "seed")])
def test_bad_input_names_the_field(service: Service, world: str, body: dict[str, Any], field: str) -> None:
    answer = play(service, world, **body)
    assert (answer.status_code, field in answer.text) == (422, True)


def test_anothers_private_world_is_404_and_a_public_one_may_be_played(service: Service, world: str) -> None:
    eve = service.user("eve@example.org")
    assert play(service, world, eve).status_code == 404
    service.client.patch(f"/v1/worlds/{world}", json={"visibility": "public"}, headers=service.owner)
    assert play(service, world, eve).status_code == 201


def test_a_key_that_makes_no_games_is_403(service: Service, world: str) -> None:
    app = service.client.get("/v1/apps", headers=service.owner).json()["apps"][0]["id"]
    wanted = {"kind": "secret", "mode": "live", "scopes": ["worlds:read", "worlds:write"]}
    key = service.client.post(f"/v1/apps/{app}/keys", json=wanted, headers=service.owner).json()["key"]
    assert play(service, world, bearer(key)).status_code == 403


def test_prefer_respond_async_is_202(service: Service, world: str) -> None:
    answer = play(service, world, {**service.owner, "Prefer": "respond-async"})
    assert (answer.status_code, "status_url" in answer.json()) == (202, True)


def test_an_idempotency_key_makes_one_game(service: Service, world: str) -> None:
    headers = {**service.owner, "Idempotency-Key": "once"}
    assert play(service, world, headers).json() == play(service, world, headers).json()
    assert games_used(service) == 1
