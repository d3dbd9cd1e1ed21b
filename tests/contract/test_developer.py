"""G-17 analytics, G-20 profile, G-22 subscription, and the audit log."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa
from small_service import Service, bearer

ANALYTICS = "/api/v1/developer/analytics"


def test_anonymous_is_401(service: Service) -> None:
    for path in (ANALYTICS, "/developer/profile", "/api/v1/developer/profile", "/api/v1/billing/subscription", "/v1/audit"):
        assert service.client.get(path).status_code == 401


@pytest.mark.parametrize("path", ["/developer/profile", "/api/v1/developer/profile"])
def test_the_profile_says_whether_one_is_approved(open_service: Any, path: str) -> None:
    service = open_service(require_approval=True, require_nda=True)
    user = service.user()
    profile = service.client.get(path, headers=user).json()
    assert (profile["approved"], profile["nda_accepted"], profile["nda_required"]) == (False, False, True)
    service.client.post("/api/v1/developer/nda", headers=user)
    service.house.accounts.approve("ada@example.org", True)
    service.clock.pass_(1)
    profile = service.client.get(path, headers=user).json()
    assert (profile["approved"], profile["nda_accepted"], profile["mode"], profile["role"]) == (True, True, "live", "owner")
    assert profile["app_id"].startswith("app_")
    assert service.client.get(path, headers=service.owner).json()["approved"] is True


@pytest.mark.parametrize(("tier", "status"), [("free", "none"), ("pro", "active"), ("enterprise", "active")])
def test_the_subscription_is_the_tier(service: Service, tier: str, status: str) -> None:
    user = service.user()
    service.set_tier(user, tier)
    answer = service.client.get("/api/v1/billing/subscription", headers=user).json()
    assert (answer["plan"], answer["tier"], answer["status"]) == (tier, tier, status)


@pytest.mark.parametrize("tier", ["free", "pro", "enterprise"])
def test_the_subscription_and_the_billing_status_tell_one_period(service: Service, tier: str) -> None:
    user = service.user()
    service.set_tier(user, tier)
    told = service.client.get("/api/v1/billing/subscription", headers=user).json()
    studio = service.client.get("/v1/billing/status", headers=user).json()["subscription"] or {"currentPeriodEnd": None, "plan": "free"}
    assert (told["current_period_end"], told["plan"]) == (studio["currentPeriodEnd"], studio["plan"])
    assert (told["current_period_end"] is None) == (tier == "free")


def test_calls_are_counted_by_action_and_day(service: Service) -> None:
    key = service.key(service.user(), "generate")
    service.game(key)
    for _ in range(3):
        service.client.get("/api/v1/games", headers=key)
    service.client.get("/api/v1/games/game_none", headers=key)
    service.client.post("/api/v1/generate", json={}, headers=key)
    service.clock.pass_(24 * 3600)
    service.client.get("/api/v1/games", headers=key)
    answer = service.client.get(ANALYTICS, headers=key, params={"days": 2}).json()
    # What made the key is the account's own call, counted for the same app.
    assert answer["calls_by_action"] == {"games:generate": 2, "games:read": 5, "keys:manage": 1}
    assert answer["daily_calls"] == [{"date": "2026-01-31", "count": 7}, {"date": "2026-02-01", "count": 1}]
    assert answer["total_calls"] == 8
    assert answer["error_rate"] == 0.25
    assert answer["avg_latency_ms"] > 0
    assert (answer["total_tokens_in"], answer["total_tokens_out"]) == (0, 0)
    today = service.client.get(ANALYTICS, headers=key, params={"days": 1}).json()
    assert [day["date"] for day in today["daily_calls"]] == ["2026-02-01"]


def test_tokens_of_language_models_are_counted_for_the_app_that_asked(service: Service) -> None:
    """Also of a job that came to nothing: the model was asked all the same."""
    key = service.key(service.user(), "generate")
    for prompt in ("a fox tokens:100,20", "a hen tokens:50,5 refuse", "a cat"):
        service.client.post("/api/v1/generate", json={"prompt": prompt}, headers=key)
    answer = service.client.get(ANALYTICS, headers=key).json()
    assert (answer["total_tokens_in"], answer["total_tokens_out"]) == (150, 25)
    assert answer["calls_by_action"] == {"games:generate": 3, "keys:manage": 1}
    other = service.client.get(ANALYTICS, headers=service.user("eve@example.org")).json()
    assert (other["total_tokens_in"], other["total_tokens_out"]) == (0, 0)


def test_a_days_worth_of_calls_is_one_row_an_action(service: Service) -> None:
    key = service.key(service.user(), "read")
    for _ in range(20):
        service.client.get("/api/v1/games", headers=key)
    service.client.get(ANALYTICS, headers=key)
    query = sa.text("SELECT count(*) FROM call_counts WHERE action = 'games:read'")
    assert service.house.database.read(lambda unit: unit.connection.execute(query).scalar()) == 1


def test_one_sees_ones_own_calls_only(service: Service) -> None:
    service.client.get("/api/v1/games", headers=service.owner)
    answer = service.client.get(ANALYTICS, headers=service.user()).json()
    assert answer["total_calls"] == 0
    assert len(answer["daily_calls"]) == 30
    assert answer["error_rate"] == answer["avg_latency_ms"] == 0


@pytest.mark.parametrize("days", ["0", "91", "-1", "x", "1.5"])
def test_days_out_of_range_are_422(service: Service, days: str) -> None:
    assert service.client.get(ANALYTICS, headers=service.owner, params={"days": days}).status_code == 422


# --- the audit log ---


def lines(service: Service, headers: dict[str, str], **query: Any) -> list[dict[str, Any]]:
    answer = service.client.get("/v1/audit", headers=headers, params={"limit": 100, **query})
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def test_acts_that_bear_on_safety_are_written_down(service: Service) -> None:
    user = service.user("ada@example.org")
    service.register("eve@example.org")
    me = service.client.get("/api/v1/auth/me", headers=user).json()["id"]
    app = service.client.get("/v1/apps", headers=user).json()["apps"][0]["id"]
    key = service.client.post(f"/v1/apps/{app}/keys", json={"kind": "secret", "mode": "live"}, headers=user).json()
    guest = service.client.post(f"/v1/apps/{app}/members", json={"email": "eve@example.org"}, headers=user).json()["user_id"]
    service.client.patch(f"/v1/apps/{app}/members/{guest}", json={"role": "owner"}, headers=user)
    service.client.delete(f"/v1/apps/{app}/members/{guest}", headers=user)
    service.client.post("/api/v1/auth/token", json={"api_key": key["key"]})
    service.client.delete(f"/v1/apps/{app}/keys/{key['id']}", headers=user)
    service.client.post("/api/v1/auth/login", json={"email": "ada@example.org", "password": "correct horse"})
    found = lines(service, user)
    assert [line["action"] for line in found] == [
        "login",
        "key.revoked",
        "token.minted",
        "member.removed",
        "member.changed",
        "member.added",
        "key.made",
        "register",
    ]
    assert {line["outcome"] for line in found} == {"allowed"}
    assert {line["user_id"] for line in found} == {me}
    assert found[1]["resource"] == f"key {key['id']}"
    assert found[1]["request_id"].startswith("req_")
    assert "x-request-id" in service.client.get("/health").headers
    assert key["key"] not in str(found)


def test_refusals_are_written_down_with_their_reason(service: Service) -> None:
    user = service.user()
    reader = service.key(user, "read")
    for _ in range(3):
        service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=reader)
    game = service.game(service.owner)["game_id"]
    service.client.get(f"/api/v1/games/{game}", headers=user)
    service.client.get("/api/v1/games/game_none", headers=user)
    service.client.post("/api/v1/auth/login", json={"email": "ada@example.org", "password": "wrong horse"})
    refused = [line for line in lines(service, user) if line["outcome"] == "refused"]
    # What does not exist is no refusal worth a line.
    assert {(line["action"], line["reason"]) for line in refused} == {
        ("games:generate", "missing_scope"),
        ("games:read", "not_yours"),
        ("login", "wrong_password"),
    }
    # The same thing thrice is one line that counts, or two if notes were written between.
    same = [line for line in refused if line["reason"] == "missing_scope"]
    assert sum(line["count"] for line in same) == 3
    assert {line["resource"] for line in same} == {"/api/v1/generate"}
    assert all(line["key_id"] is not None for line in same)


def test_a_revoked_key_that_is_used_again_is_noticed(service: Service) -> None:
    user = service.user()
    raw = service.key(user, "read")
    key_id = service.client.get("/api/v1/developer/keys", headers=user).json()[0]["id"]
    service.client.delete(f"/api/v1/developer/keys/{key_id}", headers=user)
    assert service.client.get("/api/v1/games", headers=raw).status_code == 401
    line = lines(service, user)[0]
    assert (line["key_id"], line["outcome"], line["reason"]) == (key_id, "refused", "key_revoked")


def test_a_refresh_token_used_twice_is_noticed(service: Service) -> None:
    made = service.register("ada@example.org")
    for _ in range(2):
        service.client.post("/api/v1/auth/refresh", json={"refresh_token": made["refresh_token"]})
    assert ("refresh", "used_before") in [(line["action"], line["reason"]) for line in lines(service, bearer(made["access_token"]))]


def test_strangers_fill_no_log(service: Service) -> None:
    for number in range(20):
        service.client.get("/api/v1/games", headers=bearer(f"sk_live_{number}"))
        service.client.get("/api/v1/games")
        service.client.post("/api/v1/auth/login", json={"email": f"{number}@x", "password": "correct horse"})
    service.client.get("/v1/audit", headers=service.owner)
    assert service.house.database.read(lambda unit: unit.connection.execute(sa.text("SELECT count(*) FROM audit")).scalar()) == 0


def test_the_log_is_read_by_the_page_and_by_owners_of_the_app_alone(service: Service) -> None:
    user = service.user()
    for _ in range(5):
        service.key(user, "read")
    pages, cursor = [], None
    while True:
        query = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        answer = service.client.get("/v1/audit", headers=user, params=query).json()
        pages += answer["items"]
        cursor = answer["nextCursor"]
        if cursor is None:
            break
    assert [line["action"] for line in pages] == ["key.made"] * 5 + ["register"]
    assert len({line["resource"] for line in pages}) == 6
    assert lines(service, service.user("eve@example.org"))[0]["action"] == "register"
    for bad in ("0", "-1", "x", "1" * 19):
        assert service.client.get("/v1/audit", headers=user, params={"cursor": bad}).status_code == 422


def test_test_keys_write_into_their_apps_log(service: Service) -> None:
    user = service.user()
    app = service.client.get("/v1/apps", headers=user).json()["apps"][0]["id"]
    key = service.client.post(f"/v1/apps/{app}/keys", json={"kind": "secret", "mode": "test", "scopes": ["read"]}, headers=user).json()
    service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=bearer(key["key"]))
    assert lines(service, user)[0]["reason"] == "missing_scope"
