"""G-07 to G-09: API keys."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service, bearer


def test_anonymous_is_401(service: Service) -> None:
    assert service.client.get("/api/v1/developer/keys").status_code == 401
    assert service.client.post("/api/v1/developer/keys", json={"label": "k"}).status_code == 401
    assert service.client.delete("/api/v1/developer/keys/key_x").status_code == 401


@pytest.mark.parametrize("scope", ["read", "generate"])
def test_only_a_login_or_a_full_key_manages_keys(service: Service, scope: str) -> None:
    user = service.user()
    limited, full = service.key(user, scope), service.key(user, "full")
    assert service.client.get("/api/v1/developer/keys", headers=limited).status_code == 403
    assert service.client.post("/api/v1/developer/keys", json={"label": "k"}, headers=limited).status_code == 403
    assert service.client.get("/api/v1/developer/keys", headers=full).status_code == 200


def test_the_raw_key_is_shown_once(service: Service) -> None:
    user = service.user()
    made = service.client.post("/api/v1/developer/keys", json={"label": "build", "scopes": ["read", "generate"]}, headers=user)
    assert made.status_code == 201
    key = made.json()
    assert key["raw_key"].startswith("sk_live_")
    assert key["scopes"] == ["read", "generate"]
    listed = service.client.get("/api/v1/developer/keys", headers=user).json()
    assert isinstance(listed, list)
    assert {"id", "key_prefix", "label", "scopes", "is_active", "created_at"} <= set(listed[0])
    assert key["raw_key"] not in str(listed)
    assert key["raw_key"].startswith(listed[0]["key_prefix"])


def test_the_default_scope_is_generate(service: Service) -> None:
    assert service.client.post("/api/v1/developer/keys", json={"label": "k"}, headers=service.user()).json()["scopes"] == ["generate"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "label"),
        ({"label": ""}, "label"),
        ({"label": "x" * 101}, "label"),
        ({"label": "k", "scopes": []}, "scopes"),
        ({"label": "k", "scopes": ["admin"]}, "scopes.0"),
        ({"label": "k", "scopes": "read"}, "scopes"),
    ],
)
def test_bad_input_is_422(service: Service, body: dict[str, Any], field: str) -> None:
    answer = service.client.post("/api/v1/developer/keys", json=body, headers=service.owner)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["path"] == field


def test_a_revoked_key_is_refused_at_once_and_stays_listed(service: Service) -> None:
    user = service.user()
    raw = service.key(user, "generate")
    token = service.client.post("/api/v1/auth/token", json={"api_key": raw["Authorization"].split()[1]}).json()["access_token"]
    assert service.client.get("/api/v1/games", headers=raw).status_code == 200
    assert service.client.get("/api/v1/games", headers=bearer(token)).status_code == 200
    key_id = service.client.get("/api/v1/developer/keys", headers=user).json()[0]["id"]
    assert service.client.delete(f"/api/v1/developer/keys/{key_id}", headers=user).status_code == 204
    assert service.client.get("/api/v1/games", headers=raw).status_code == 401
    # What was swapped for the key dies with it.
    assert service.client.get("/api/v1/games", headers=bearer(token)).status_code == 401
    assert service.client.get("/api/v1/developer/keys", headers=user).json()[0]["is_active"] is False
    assert service.client.delete(f"/api/v1/developer/keys/{key_id}", headers=user).status_code == 204


def test_a_revocation_by_another_process_is_seen_within_a_second(service: Service) -> None:
    user = service.user()
    raw = service.key(user, "read")
    assert service.client.get("/api/v1/games", headers=raw).status_code == 200
    key_id = service.client.get("/api/v1/developer/keys", headers=user).json()[0]["id"]
    service.house.database.write(lambda unit: unit.keys.revoke(key_id, service.clock()))
    service.clock.pass_(1.0)
    assert service.client.get("/api/v1/games", headers=raw).status_code == 401


def test_another_tenants_key_is_404(service: Service) -> None:
    ada, eve = service.user("ada@example.org"), service.user("eve@example.org")
    service.key(ada, "read")
    key_id = service.client.get("/api/v1/developer/keys", headers=ada).json()[0]["id"]
    assert service.client.delete(f"/api/v1/developer/keys/{key_id}", headers=eve).status_code == 404
    assert service.client.get("/api/v1/developer/keys", headers=ada).json()[0]["is_active"] is True


def test_terms_and_approval_are_operator_switches(open_service: Any) -> None:
    service = open_service(require_nda=True, require_approval=True)
    user = service.user()
    refused = service.client.post("/api/v1/developer/keys", json={"label": "k"}, headers=user)
    assert (refused.status_code, refused.json()["code"]) == (403, "nda_needed")
    assert service.client.post("/api/v1/developer/nda", headers=user).json() == {"nda_accepted": True}
    refused = service.client.post("/api/v1/developer/keys", json={"label": "k"}, headers=user)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_approved")
    assert service.client.post("/api/v1/developer/keys", json={"label": "k"}, headers=service.owner).status_code == 201


def test_an_app_holds_at_most_fifty_active_keys(service: Service) -> None:
    user = service.user()
    for _ in range(50):
        service.key(user, "read")
    assert service.client.post("/api/v1/developer/keys", json={"label": "k"}, headers=user).status_code == 409
