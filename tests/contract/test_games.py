"""G-03 to G-05, versions, share, import."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_service import Service


def test_lists_are_newest_first_with_totals(service: Service) -> None:
    user = service.user()
    made = []
    for prompt in ("one", "two", "three"):
        made.append(service.game(user, prompt)["game_id"])
        service.clock.pass_(1)
    whole = service.client.get("/api/v1/games", headers=user).json()
    assert [item["game_id"] for item in whole["items"]] == made[::-1]
    assert (whole["total"], whole["limit"], whole["offset"]) == (3, 20, 0)
    page = service.client.get("/api/v1/games?limit=1&offset=1", headers=user).json()
    assert [item["game_id"] for item in page["items"]] == [made[1]]
    assert page["total"] == 3
    assert {"game_id", "title", "genre", "kind", "version", "play_url", "created_at"} <= set(page["items"][0])


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "offset=-1", "limit=x", "offset=10001", "limit=100&offset=9950"])
def test_pages_out_of_bounds_are_422(service: Service, query: str) -> None:
    assert service.client.get(f"/api/v1/games?{query}", headers=service.owner).status_code == 422


def test_the_list_holds_only_ones_own(service: Service) -> None:
    service.game(service.owner)
    assert service.client.get("/api/v1/games", headers=service.user()).json() == {"items": [], "total": 0, "limit": 20, "offset": 0}


def test_a_deleted_game_is_gone_with_everything(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    blobs = Path(service.house.settings.blobs_at)
    assert len([file for file in blobs.rglob("*.json") if file.parent.name != "art"]) == 1
    assert len([file for file in blobs.rglob("*.png") if file.parent.name != "art"]) == 1
    assert service.client.delete(f"/api/v1/games/{game_id}", headers=service.owner).status_code == 204
    assert service.client.get(f"/api/v1/games/{game_id}", headers=service.owner).status_code == 404
    assert service.client.get(f"/api/v1/generate/{game_id}/status", headers=service.owner).status_code == 404
    assert service.client.delete(f"/api/v1/games/{game_id}", headers=service.owner).status_code == 404
    assert service.client.get("/api/v1/games", headers=service.owner).json()["total"] == 0
    assert [path for path in blobs.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("DELETE", ""),
        ("GET", "/versions"),
        ("GET", "/versions/1"),
        ("POST", "/versions/1/restore"),
        ("POST", "/share"),
    ],
)
def test_another_tenant_and_unknown_are_404_and_anonymous_is_401(service: Service, method: str, path: str) -> None:
    game_id = service.game(service.owner)["game_id"]
    user = service.user()
    other = service.client.request(method, f"/api/v1/games/{game_id}{path}", headers=user)
    unknown = service.client.request(method, f"/api/v1/games/game_unknown{path}", headers=user)
    assert other.status_code == unknown.status_code == 404
    # Nothing tells the two apart.
    assert {**other.json(), "request_id": ""} == {**unknown.json(), "request_id": ""}
    assert service.client.request(method, f"/api/v1/games/{game_id}{path}").status_code == 401


@pytest.mark.parametrize(("method", "path"), [("DELETE", ""), ("POST", "/versions/1/restore"), ("POST", "/share")])
def test_reading_keys_change_nothing(service: Service, method: str, path: str) -> None:
    user = service.user()
    game_id = service.game(user)["game_id"]
    answer = service.client.request(method, f"/api/v1/games/{game_id}{path}", headers=service.key(user, "read"))
    assert answer.status_code == 403


def edited(service: Service, headers: dict[str, str]) -> dict[str, Any]:
    game = service.game(headers)
    body = {"game_id": game["game_id"], "message": "harder", "current_config": game["raku_config"]}
    return dict(service.client.post("/api/v1/iterate", json=body, headers=headers).json())


def test_versions_are_listed_read_and_restored(service: Service) -> None:
    base = f"/api/v1/games/{edited(service, service.owner)['game_id']}"
    listed = service.client.get(f"{base}/versions", headers=service.owner).json()
    assert listed["total"] == 2
    assert [(v["version"], v["origin"], v["current"], v["undo_version"]) for v in listed["items"]] == [
        (2, "edited", True, 1),
        (1, "generated", False, None),
    ]
    old = service.client.get(f"{base}/versions/1", headers=service.owner).json()
    assert (old["version"], old["title"]) == (1, "a fox")
    restored = service.client.post(f"{base}/versions/1/restore", headers=service.owner)
    assert restored.status_code == 201
    assert (restored.json()["version"], restored.json()["title"]) == (3, "a fox")
    assert restored.headers["Location"] == f"{base}/versions/3"
    assert service.client.get(base, headers=service.owner).json()["title"] == "a fox"
    assert service.client.get(f"{base}/versions/4", headers=service.owner).status_code == 404
    assert service.client.post(f"{base}/versions/9/restore", headers=service.owner).status_code == 404
    assert service.client.get(f"{base}/versions/0", headers=service.owner).status_code == 422


def test_if_match_guards_against_acting_on_an_old_state(service: Service) -> None:
    game = edited(service, service.owner)
    base = f"/api/v1/games/{game['game_id']}"
    tag = service.client.get(base, headers=service.owner).headers["ETag"]
    assert tag == '"2"'
    stale = {**service.owner, "If-Match": '"1"'}
    assert service.client.delete(base, headers=stale).status_code == 409
    assert service.client.post(f"{base}/versions/1/restore", headers=stale).status_code == 409
    assert service.client.post(f"{base}/versions/1/restore", headers={**service.owner, "If-Match": tag}).status_code == 201


def test_a_file_is_kept_as_a_game(service: Service) -> None:
    user = service.user()
    answer = service.client.post("/api/v1/games", json={"raku_config": {"game": {"title": "Found", "prompt": "p"}}}, headers=user)
    assert answer.status_code == 201
    game = answer.json()
    assert answer.headers["Location"] == f"/api/v1/games/{game['game_id']}"
    assert game["title"] == "Found"
    assert service.client.get("/api/v1/usage", headers=user).json()["iterations_used"] == 1


def test_a_file_that_is_no_game_is_422(service: Service) -> None:
    assert service.client.post("/api/v1/games", json={"raku_config": {}}, headers=service.owner).status_code == 422
    assert service.client.post("/api/v1/games", json={"raku_config": 3}, headers=service.owner).status_code == 422
    assert service.client.post("/api/v1/games", json={"raku_config": {}}).status_code == 401
    assert service.client.post("/api/v1/games", json={"raku_config": {}}, headers=service.key(service.owner, "read")).status_code == 403


def test_a_body_over_the_limit_is_413(open_service: Any) -> None:
    service = open_service(max_body_bytes=2000)
    answer = service.client.post("/api/v1/games", json={"raku_config": {"x": "y" * 3000}}, headers=service.owner)
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"
