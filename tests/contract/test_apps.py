"""W-01 to W-05: apps, members, keys."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service, bearer

from makebelieve.kit.ids import is_uuid

ME = "/api/v1/auth/me"


def id_of(service: Service, headers: dict[str, str]) -> str:
    return str(service.client.get(ME, headers=headers).json()["id"])


def home_of(service: Service, headers: dict[str, str]) -> str:
    return str(service.client.get("/v1/apps", headers=headers).json()["apps"][0]["id"])


def make(service: Service, headers: dict[str, str], app: str, **body: Any) -> Any:
    return service.client.post(f"/v1/apps/{app}/keys", json=body, headers=headers)


def invite(service: Service, headers: dict[str, str], app: str, email: str, role: str = "member") -> Any:
    return service.client.post(f"/v1/apps/{app}/members", json={"email": email, "role": role}, headers=headers)


def test_anonymous_is_401(service: Service) -> None:
    assert service.client.get("/v1/apps").status_code == 401
    assert service.client.post("/v1/apps", json={"name": "x"}).status_code == 401


def test_every_account_has_an_app_and_may_make_more(service: Service) -> None:
    user = service.user()
    made = service.client.post("/v1/apps", json={"name": " Fox Studio "}, headers=user)
    assert made.status_code == 201
    app = made.json()
    assert set(app) == {"id", "name", "mode_defaults", "created_at"}
    assert (app["name"], app["mode_defaults"]) == ("Fox Studio", {"keys": "test", "login": "live"})
    assert made.headers["Location"] == f"/v1/apps/{app['id']}"
    assert service.client.get(made.headers["Location"], headers=user).json() == app
    assert [each["name"] for each in service.client.get("/v1/apps", headers=user).json()["apps"]] == ["Default", "Fox Studio"]


def test_what_one_app_keeps_the_other_does_not_see(service: Service) -> None:
    user = service.user()
    other = service.client.post("/v1/apps", json={"name": "x"}, headers=user).json()["id"]
    game = service.game({**user, "Makebelieve-App": other})["game_id"]
    assert service.client.get(f"/api/v1/games/{game}", headers=user).status_code == 404
    assert service.client.get(f"/api/v1/games/{game}", headers={**user, "Makebelieve-App": other}).status_code == 200
    secret = bearer(make(service, user, other, kind="secret", mode="live").json()["key"])
    assert service.client.get(f"/api/v1/games/{game}", headers=secret).status_code == 200
    of_key = service.client.get("/v1/apps", headers=service.key(user, "full")).json()["apps"]
    assert [app["id"] for app in of_key] == [home_of(service, user)]


@pytest.mark.parametrize("body", [{"name": ""}, {"name": "x" * 101}, {"name": 5}])
def test_a_bad_name_is_422(service: Service, body: dict[str, Any]) -> None:
    assert service.client.post("/v1/apps", json=body, headers=service.user()).status_code == 422


@pytest.mark.parametrize("body", [b"{}", b"{", b""])
def test_a_missing_name_is_400(service: Service, body: bytes) -> None:
    headers = {**service.user(), "Content-Type": "application/json"}
    answer = service.client.post("/v1/apps", content=body, headers=headers)
    assert (answer.status_code, answer.json()["schemaVersion"]) == (400, "1.0")


def test_a_key_may_be_made_without_a_wish(service: Service) -> None:
    user = service.user()
    made = service.client.post(f"/v1/apps/{home_of(service, user)}/keys", headers=user)
    assert made.status_code == 201
    assert (made.json()["kind"], made.json()["mode"]) == ("publishable", "test")


def test_defaults_are_the_owners_to_change(service: Service) -> None:
    user = service.user()
    app = home_of(service, user)
    changed = service.client.patch(f"/v1/apps/{app}", json={"name": "Owl", "mode_defaults": {"keys": "live"}}, headers=user)
    assert (changed.status_code, changed.json()["name"], changed.json()["mode_defaults"]["keys"]) == (200, "Owl", "live")
    assert make(service, user, app).json()["mode"] == "live"
    assert service.client.patch(f"/v1/apps/{app}", json={"mode_defaults": {"keys": "both"}}, headers=user).status_code == 422


def test_a_key_is_publishable_and_for_tests_unless_told_otherwise(service: Service) -> None:
    user = service.user()
    answer = make(service, user, home_of(service, user))
    assert answer.status_code == 201
    key = answer.json()
    assert {"id", "key", "prefix", "last4", "kind", "mode", "scopes"} <= set(key)
    assert (key["kind"], key["mode"], key["prefix"], key["scopes"]) == ("publishable", "test", "pk_test_", ["worlds:read"])
    assert key["key"].startswith("pk_test_")
    assert key["key"].endswith(key["last4"])
    assert is_uuid(key["id"])


@pytest.mark.parametrize(("kind", "prefix"), [("secret", "sk"), ("publishable", "pk")])
@pytest.mark.parametrize("mode", ["live", "test"])
def test_every_kind_and_mode(service: Service, kind: str, prefix: str, mode: str) -> None:
    user = service.user()
    app = home_of(service, user)
    key = make(service, user, app, kind=kind, mode=mode, name="n").json()
    assert key["key"].startswith(f"{prefix}_{mode}_")
    expected = ["worlds:read"] if kind == "publishable" else ["read", "generate", "worlds:read", "worlds:write", "sessions:mint"]
    assert key["scopes"] == expected
    listed = service.client.get(f"/v1/apps/{app}/keys", headers=user).json()["keys"]
    assert (listed[0]["id"], listed[0]["name"]) == (key["id"], "n")
    assert key["key"] not in str(listed)


def test_a_key_carries_the_scopes_it_was_given(service: Service) -> None:
    user = service.user()
    app = home_of(service, user)
    assert make(service, user, app, kind="secret", scopes=["full", "read"]).json()["scopes"] == ["read", "full"]
    assert make(service, user, app, kind="publishable", scopes=["read"]).status_code == 422
    assert make(service, user, app, kind="secret", scopes=[]).status_code == 422
    assert make(service, user, app, kind="secret", scopes=["admin"]).status_code == 422
    assert make(service, user, app, kind="private").status_code == 422


def test_a_revoked_key_is_401_at_once(service: Service) -> None:
    user = service.user()
    app = home_of(service, user)
    key = make(service, user, app, kind="secret", mode="live").json()
    headers = bearer(key["key"])
    assert service.client.get("/api/v1/games", headers=headers).status_code == 200
    assert service.client.delete(f"/v1/apps/{app}/keys/{key['id']}", headers=user).status_code == 204
    assert service.client.get("/api/v1/games", headers=headers).status_code == 401
    listed = service.client.get(f"/v1/apps/{app}/keys", headers=user).json()["keys"][0]
    assert listed["active"] is False
    assert listed["revoked_at"] is not None
    assert service.client.post(f"/v1/apps/{app}/keys/{key['id']}/rotate", headers=user).status_code == 409


def test_a_rotated_key_overlaps_with_the_new_one(service: Service) -> None:
    user = service.user()
    app = home_of(service, user)
    old = make(service, user, app, kind="secret", mode="live", name="n", scopes=["read"]).json()
    answer = service.client.post(f"/v1/apps/{app}/keys/{old['id']}/rotate", json={"overlap_seconds": 60}, headers=user)
    assert answer.status_code == 201
    new = answer.json()
    assert [new[name] for name in ("name", "kind", "mode", "scopes")] == [old[name] for name in ("name", "kind", "mode", "scopes")]
    for key in (old, new):
        assert service.client.get("/api/v1/games", headers=bearer(key["key"])).status_code == 200
    service.clock.pass_(60)
    assert service.client.get("/api/v1/games", headers=bearer(old["key"])).status_code == 401
    assert service.client.get("/api/v1/games", headers=bearer(new["key"])).status_code == 200
    at_once = service.client.post(f"/v1/apps/{app}/keys/{new['id']}/rotate", json={"overlap_seconds": 0}, headers=user).json()
    assert service.client.get("/api/v1/games", headers=bearer(new["key"])).status_code == 401
    assert service.client.get("/api/v1/games", headers=bearer(at_once["key"])).status_code == 200
    for overlap in (-1, 604_801, "x"):
        bad = service.client.post(f"/v1/apps/{app}/keys/{at_once['id']}/rotate", json={"overlap_seconds": overlap}, headers=user)
        assert bad.status_code == 422


def test_when_a_key_was_last_used_is_told(service: Service) -> None:
    user = service.user()
    app = home_of(service, user)
    key = make(service, user, app, kind="secret", mode="live").json()
    assert key["last_used_at"] is None
    service.clock.pass_(10)
    service.client.get("/api/v1/games", headers=bearer(key["key"]))
    used = service.client.get(f"/v1/apps/{app}/keys", headers=user).json()["keys"][0]["last_used_at"]
    assert used == "2026-01-31T12:00:10.000Z"


def test_a_key_manages_the_keys_of_its_own_app_and_mode(service: Service) -> None:
    user = service.user()
    app, other = home_of(service, user), service.client.post("/v1/apps", json={"name": "x"}, headers=user).json()["id"]
    test_full = bearer(make(service, user, app, kind="secret", mode="test", scopes=["full"]).json()["key"])
    live = make(service, user, app, kind="secret", mode="live").json()
    assert make(service, test_full, app, kind="secret").json()["mode"] == "test"
    assert make(service, test_full, app, kind="secret", mode="live").status_code == 403
    assert {key["mode"] for key in service.client.get(f"/v1/apps/{app}/keys", headers=test_full).json()["keys"]} == {"test"}
    assert service.client.delete(f"/v1/apps/{app}/keys/{live['id']}", headers=test_full).status_code == 404
    assert service.client.delete(f"/api/v1/developer/keys/{live['id']}", headers=test_full).status_code == 404
    assert service.client.get(f"/v1/apps/{other}/keys", headers=test_full).status_code == 404
    assert service.client.get("/api/v1/games", headers=bearer(live["key"])).status_code == 200


def test_anothers_key_in_ones_own_app_is_404(service: Service) -> None:
    ada, eve = service.user("ada@example.org"), service.user("eve@example.org")
    key = make(service, ada, home_of(service, ada), kind="secret").json()["id"]
    mine = home_of(service, eve)
    assert service.client.delete(f"/v1/apps/{mine}/keys/{key}", headers=eve).status_code == 404
    assert service.client.post(f"/v1/apps/{mine}/keys/{key}/rotate", headers=eve).status_code == 404


def test_members_use_an_app_and_owners_manage_it(service: Service) -> None:
    ada, eve = service.user("ada@example.org"), service.user("eve@example.org")
    app, guest = home_of(service, ada), id_of(service, eve)
    for path in ("", "/members", "/keys"):
        assert service.client.get(f"/v1/apps/{app}{path}", headers=eve).status_code == 404
    added = invite(service, ada, app, "EVE@example.org ")
    assert (added.status_code, added.json()["user_id"], added.json()["role"]) == (201, guest, "member")
    assert invite(service, ada, app, "eve@example.org").status_code == 409
    assert invite(service, ada, app, "nobody@example.org").status_code == 422

    assert service.client.get(f"/v1/apps/{app}", headers=eve).status_code == 200
    assert [m["role"] for m in service.client.get(f"/v1/apps/{app}/members", headers=eve).json()["members"]] == ["owner", "member"]
    refused = [
        service.client.get(f"/v1/apps/{app}/keys", headers=eve),
        make(service, eve, app),
        invite(service, eve, app, "ada@example.org"),
        service.client.patch(f"/v1/apps/{app}", json={"name": "Mine"}, headers=eve),
        service.client.patch(f"/v1/apps/{app}/members/{guest}", json={"role": "owner"}, headers=eve),
        service.client.delete(f"/v1/apps/{app}/members/{id_of(service, ada)}", headers=eve),
        service.client.get("/api/v1/developer/keys", headers={**eve, "Makebelieve-App": app}),
        service.client.get("/v1/audit", headers={**eve, "Makebelieve-App": app}),
    ]
    assert [(answer.status_code, answer.json()["code"]) for answer in refused] == [(403, "owner_needed")] * len(refused)

    assert service.client.patch(f"/v1/apps/{app}/members/{guest}", json={"role": "owner"}, headers=ada).json()["role"] == "owner"
    assert make(service, eve, app).status_code == 201
    assert service.client.patch(f"/v1/apps/{app}/members/{guest}", json={"role": "member"}, headers=ada).json()["role"] == "member"
    assert make(service, eve, app).status_code == 403


def test_who_leaves_sees_nothing_at_once(service: Service) -> None:
    ada, eve = service.user("ada@example.org"), service.user("eve@example.org")
    app, guest = home_of(service, ada), id_of(service, eve)
    invite(service, ada, app, "eve@example.org")
    there = {**eve, "Makebelieve-App": app}
    assert service.client.get("/api/v1/games", headers=there).status_code == 200
    assert service.client.delete(f"/v1/apps/{app}/members/{guest}", headers=eve).status_code == 204
    assert service.client.get("/api/v1/games", headers=there).status_code == 404
    assert service.client.delete(f"/v1/apps/{app}/members/{guest}", headers=ada).status_code == 404


def test_the_account_that_pays_stays(service: Service) -> None:
    ada = service.user("ada@example.org")
    app, payer = home_of(service, ada), id_of(service, ada)
    assert service.client.delete(f"/v1/apps/{app}/members/{payer}", headers=ada).status_code == 409
    assert service.client.patch(f"/v1/apps/{app}/members/{payer}", json={"role": "member"}, headers=ada).status_code == 409


def test_terms_and_approval_hold_here_too(open_service: Any) -> None:
    service = open_service(require_nda=True, require_approval=True)
    user = service.user()
    assert make(service, user, home_of(service, user)).json()["code"] == "nda_needed"
    service.client.post("/api/v1/developer/nda", headers=user)
    assert make(service, user, home_of(service, user)).json()["code"] == "not_approved"
    service.house.accounts.approve("ada@example.org", True)
    service.clock.pass_(1)
    assert make(service, user, home_of(service, user)).status_code == 201


def test_a_key_made_twice_with_one_idempotency_key_is_one_key(service: Service) -> None:
    user = service.user()
    app = home_of(service, user)
    answers = [
        service.client.post(f"/v1/apps/{app}/keys", json={"name": "k"}, headers={**user, "Idempotency-Key": "one"}) for _ in range(2)
    ]
    assert answers[0].json()["key"] == answers[1].json()["key"]
    assert len(service.client.get(f"/v1/apps/{app}/keys", headers=user).json()["keys"]) == 1


def test_fifty_active_keys_an_app(service: Service) -> None:
    user = service.user()
    app = home_of(service, user)
    keys = [make(service, user, app).json()["id"] for _ in range(50)]
    assert make(service, user, app).status_code == 409
    service.client.delete(f"/v1/apps/{app}/keys/{keys[0]}", headers=user)
    assert make(service, user, app).status_code == 201
