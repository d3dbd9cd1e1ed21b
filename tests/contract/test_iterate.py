"""G-02 POST /api/v1/iterate."""

from __future__ import annotations

import time
from typing import Any

import pytest
from small_service import Service


def iterate(service: Service, headers: dict[str, str], game: dict[str, Any], message: str, **more: Any) -> Any:
    body = {"game_id": game["game_id"], "message": message, "current_config": game["raku_config"], **more}
    return service.client.post("/api/v1/iterate", json=body, headers=headers)


def test_anonymous_is_401(service: Service) -> None:
    game = service.game(service.owner)
    assert iterate(service, {}, game, "harder").status_code == 401


def test_another_tenants_and_an_unknown_game_are_404(service: Service) -> None:
    game = service.game(service.owner)
    assert iterate(service, service.user(), game, "harder").status_code == 404
    assert iterate(service, service.owner, {**game, "game_id": "game_unknown"}, "harder").status_code == 404


def test_a_refused_order_is_not_counted(service: Service) -> None:
    user = service.user()
    iterate(service, user, service.game(service.owner), "harder")
    assert service.client.get("/api/v1/usage", headers=user).json()["iterations_used"] == 0


def test_missing_scope_is_403(service: Service) -> None:
    user = service.user()
    assert iterate(service, service.key(user, "read"), service.game(user), "harder").status_code == 403


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"message": ""}, "message"),
        ({"message": "x" * 1001}, "message"),
        ({"current_config": None}, "current_config"),
        ({"current_config": "text"}, "current_config"),
        ({"game_id": ""}, "game_id"),
    ],
)
def test_bad_input_is_422(service: Service, change: dict[str, Any], field: str) -> None:
    body = {"game_id": "game_x", "message": "harder", "current_config": {}, **change}
    answer = service.client.post("/api/v1/iterate", json=body, headers=service.owner)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["path"] == field


def test_a_change_is_a_new_version_with_a_receipt(service: Service) -> None:
    game = service.game(service.owner)
    changed = iterate(service, service.owner, game, "harder")
    assert changed.status_code == 200
    answer = changed.json()
    assert answer["version"] == 2
    assert answer["applied"] is True
    assert answer["receipt"]["changed"] == ["harder"]
    assert set(answer["receipt"]) >= {"changed", "kept", "not_understood", "checks"}
    assert answer["title"] == "harder"
    # What was understood of the prompt, and its seed, stay with the game.
    assert answer["understood"] == game["understood"]
    assert answer["metadata"]["seed"] == 7
    assert service.client.get("/api/v1/usage", headers=service.owner).json()["iterations_used"] == 1


def test_the_callers_config_wins_over_the_stored_one(service: Service) -> None:
    game = service.game(service.owner)
    mine = {**game["raku_config"], "entities": [{"type": "mine", "properties": {"role": "hero"}}]}
    answer = iterate(service, service.owner, {**game, "raku_config": mine}, "harder").json()
    assert answer["raku_config"]["entities"] == mine["entities"]


def test_an_impossible_wish_changes_and_costs_nothing(service: Service) -> None:
    game = service.game(service.owner)
    answer = iterate(service, service.owner, game, "impossible")
    assert answer.status_code == 200
    assert answer.json()["applied"] is False
    assert "not possible" in answer.json()["refusal"]
    assert answer.json()["version"] == 1
    assert service.client.get("/api/v1/usage", headers=service.owner).json()["iterations_used"] == 0
    assert service.client.get(f"/api/v1/games/{game['game_id']}/versions", headers=service.owner).json()["total"] == 1


def test_undo_and_redo_walk_the_history(service: Service) -> None:
    game = service.game(service.owner)
    for message in ("one", "two"):
        game = iterate(service, service.owner, game, message).json()
    titles = []
    for message in ("undo", "undo", "redo", "redo", "undo"):
        game = iterate(service, service.owner, game, message).json()
        assert game["applied"] is True
        titles.append(game["title"])
    assert titles == ["one", "a fox", "one", "two", "one"]
    assert game["version"] == 8
    versions = service.client.get(f"/api/v1/games/{game['game_id']}/versions", headers=service.owner).json()["items"]
    assert [item["origin"] for item in versions] == ["restored"] * 5 + ["edited", "edited", "generated"]


def test_there_is_an_end_to_undo_and_redo(service: Service) -> None:
    game = service.game(service.owner)
    for message in ("undo", "redo"):
        answer = iterate(service, service.owner, game, message).json()
        assert answer["applied"] is False
        assert answer["refusal"]
        assert answer["version"] == 1


def test_a_new_change_ends_what_could_be_redone(service: Service) -> None:
    game = service.game(service.owner)
    for message in ("one", "undo", "other"):
        game = iterate(service, service.owner, game, message).json()
    assert iterate(service, service.owner, game, "redo").json()["applied"] is False


def test_anonymous_sessions_have_no_iterations(service: Service) -> None:
    game = service.client.post("/api/v1/generate", json={"prompt": "a fox"}).json()
    answer = iterate(service, {"Origin": "http://testserver"}, game, "harder")
    assert answer.status_code == 429
    assert answer.json()["code"] == "quota_exceeded"


def test_free_has_thirty_a_day(service: Service) -> None:
    user = service.user()
    game = service.game(user)
    codes = [iterate(service, user, game, "harder").status_code for _ in range(31)]
    assert codes == [200] * 30 + [429]


def test_asynchronous_on_wish(service: Service) -> None:
    game = service.game(service.owner)
    accepted = iterate(service, service.owner, game, "sleep:0.2", **{"async": True})
    assert accepted.status_code == 202
    assert accepted.json()["game_id"] == game["game_id"]


def test_a_game_deleted_meanwhile_is_404_and_free(service: Service) -> None:
    game = service.game(service.owner)
    accepted = iterate(service, service.owner, game, "sleep:0.5", **{"async": True})
    assert service.client.delete(f"/api/v1/games/{game['game_id']}", headers=service.owner).status_code == 204
    path = accepted.json()["status_url"].partition("127.0.0.1:8000")[2]
    for _ in range(100):
        time.sleep(0.02)
        status = service.client.get(path, headers=service.owner).json()
        if status["status"] == "failed":
            break
    assert status["error"]["status"] == 404
    assert service.client.get("/api/v1/usage", headers=service.owner).json()["iterations_used"] == 0
