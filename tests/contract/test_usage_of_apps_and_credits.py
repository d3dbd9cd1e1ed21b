"""W-37 `GET /v1/usage` and S-72 `GET /v1/billing/status`."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service

from makebelieve.kit.errors import Problem
from makebelieve.metering import caps, credits, ledger

BOTH = ("/v1/usage", "/v1/billing/status")


def me(service: Service, headers: dict[str, str]) -> str:
    return str(service.client.get("/api/v1/auth/me", headers=headers).json()["id"])


def app_of(user_id: str) -> str:
    return f"app_{user_id.partition('_')[2]}"


def write(service: Service, work: Any) -> Any:
    return service.house.database.write(work)


@pytest.mark.parametrize("path", BOTH)
def test_an_anonymous_browser_has_neither(service: Service, path: str) -> None:
    assert service.client.get(path).status_code == 401
    service.client.post("/api/v1/generate", json={"prompt": "a fox"})
    assert service.client.cookies
    assert service.client.get(path).status_code == 401


def test_the_day_its_usage_and_the_caps(service: Service) -> None:
    user = service.user()
    app_id = app_of(me(service, user))
    now = service.clock()

    def work(unit: Any) -> None:
        ledger.commit(unit, ledger.reserve(unit, [caps.charge(unit, app_id, "generation", now)], now), now)
        ledger.reserve(unit, [caps.charge(unit, app_id, "session_seconds", now, 300)], now)

    write(service, work)
    key = service.key(user, "read")
    assert service.client.get("/v1/usage", headers=key).json() == {
        "day": "2026-01-31",
        "usage": {"generation": 1, "session": 0, "session_seconds": 300, "edit": 0},
        "caps": {"generation": 50, "session": 200, "session_seconds": 7200, "edit": 200},
    }
    assert service.client.get("/v1/usage", headers=service.owner).json()["usage"]["generation"] == 0
    service.clock.pass_(12 * 3600)
    assert service.client.get("/v1/usage", headers=key).json()["usage"]["generation"] == 0


def test_over_a_cap_is_402_with_the_familys_text(service: Service) -> None:
    app_id = app_of(me(service, service.user()))
    write(service, lambda unit: caps.set_cap(unit, app_id, "generation", 0))
    with pytest.raises(Problem) as caught:
        write(service, lambda unit: ledger.reserve(unit, [caps.charge(unit, app_id, "generation", 0.0)], 0.0))
    problem = caught.value
    assert (problem.status, problem.detail) == (402, "daily generation quota exceeded")
    assert problem.members == {"schemaVersion": "1.0"}
    assert problem.headers == {"Retry-After": "86400"}


def test_caps_of_an_app_win_over_those_of_every_app(service: Service) -> None:
    user = service.user()
    app_id = app_of(me(service, user))
    write(service, lambda unit: caps.set_cap(unit, "default", "edit", 9))
    write(service, lambda unit: caps.set_cap(unit, "default", "session", 9))
    write(service, lambda unit: caps.set_cap(unit, app_id, "edit", None))
    assert service.client.get("/v1/usage", headers=user).json()["caps"] == {
        "generation": 50,
        "session": 9,
        "session_seconds": 7200,
        "edit": None,
    }


@pytest.mark.parametrize(
    ("app_id", "meter", "cap", "status"), [("app_x", "edit", 1, 404), ("default", "zebras", 1, 422), ("default", "edit", -1, 422)]
)
def test_caps_without_sense_are_refused(service: Service, app_id: str, meter: str, cap: int, status: int) -> None:
    with pytest.raises(Problem) as caught:
        write(service, lambda unit: caps.set_cap(unit, app_id, meter, cap))
    assert caught.value.status == status


def test_credits_and_plan(service: Service) -> None:
    user = service.user()
    assert service.client.get("/v1/billing/status", headers=user).json() == {"credits": 0, "unlimited": False, "subscription": None}
    account = f"user:{me(service, user)}"
    now = service.clock()
    write(service, lambda unit: ledger.grant(unit, account, 10, now))
    write(service, lambda unit: ledger.reserve(unit, [credits.charge(unit, account, 3)], now))
    service.set_tier(user, "pro")
    assert service.client.get("/v1/billing/status", headers=service.key(user, "read")).json() == {
        "credits": 7,
        "unlimited": False,
        "subscription": {"status": "active", "plan": "pro", "currentPeriodEnd": "2026-02-01T00:00:00.000Z"},
    }


def test_new_accounts_may_start_with_some(open_service: Any) -> None:
    service = open_service(starting_credits=25)
    assert service.client.get("/v1/billing/status", headers=service.user()).json()["credits"] == 25
    assert service.house.database.read(ledger.audit) == []


def test_without_credits_it_is_402_with_the_familys_text(service: Service) -> None:
    account = f"user:{me(service, service.user())}"
    write(service, lambda unit: ledger.grant(unit, account, 2, 0.0))
    with pytest.raises(Problem) as caught:
        write(service, lambda unit: ledger.reserve(unit, [credits.charge(unit, account, credits.price({"music": 1}))], 0.0))
    assert (caught.value.status, caught.value.detail) == (402, "Insufficient credits. You have 2 credits remaining.")


def test_the_owner_of_a_single_user_install_has_no_end_of_credits(service: Service) -> None:
    account = f"user:{me(service, service.owner)}"
    write(service, lambda unit: ledger.commit(unit, ledger.reserve(unit, [credits.charge(unit, account, 10**9)], 0.0), 0.0))
    answer = service.client.get("/v1/billing/status", headers=service.owner).json()
    assert (answer["credits"], answer["unlimited"], answer["subscription"]["plan"]) == (2_147_483_647, True, "enterprise")
    assert service.house.database.read(ledger.audit) == []


def test_the_prices_of_the_contract() -> None:
    assert credits.price({"sprite": 3}) == 3
    assert credits.price({"animation": 1, "tile": 1, "music": 1, "pack_item": 8, "map_edit": 1}) == 14


@pytest.mark.parametrize(
    ("now", "end"), [(1_769_860_800.0, 1_769_904_000.0), (1_767_225_599.0, 1_767_225_600.0), (1_767_225_600.0, 1_769_904_000.0)]
)
def test_a_plans_period_is_a_month(now: float, end: float) -> None:
    assert credits.end_of_month(now) == end
