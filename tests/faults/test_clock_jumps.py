"""The clock of the machine jumps: nobody is let in for longer, shut out for long, charged twice or left holding something."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from aftermath import assert_books_balance, settle, states
from installs import until
from small_service import Service

from makebelieve.metering import ledger, quota

HOUR = 3600.0
YEAR = 365 * 24 * HOUR


@pytest.mark.parametrize("jump", [YEAR, -YEAR, HOUR, -HOUR])
@pytest.mark.slow
def test_a_job_under_way_is_done_and_charged_once(open_service: Callable[..., Service], jump: float) -> None:
    service = open_service(job_attempts=20, job_lease=1)
    order = {"prompt": "sleep:0.4", "seed": 1, "async": True}
    assert service.client.post("/api/v1/generate", json=order, headers=service.owner).status_code == 202
    until(lambda: states(service) == ["running"])
    service.clock.pass_(jump)
    # A day later the counter of the day is another one; the game was ordered, and is charged, on its own day.
    settle(service, body=0.4)
    assert states(service) == ["done"]
    assert service.house.database.read(ledger.audit) == []
    assert service.client.get("/api/v1/games", headers=service.owner).json()["total"] == 1


@pytest.mark.parametrize("jump", [YEAR, -YEAR, 30.0, -30.0])
def test_the_minute_of_requests_never_shuts_anybody_out_for_longer_than_a_minute(open_service: Callable[..., Service], jump: float) -> None:
    service = open_service(requests_per_minute=5)
    ask = "/api/v1/usage"
    assert [service.client.get(ask, headers=service.owner).status_code for _ in range(6)] == [200] * 5 + [429]
    service.clock.pass_(jump)
    answer = service.client.get(ask, headers=service.owner)
    if answer.status_code == 429:
        wait = int(answer.headers["Retry-After"])
        assert 1 <= wait <= 60 + abs(jump) * (abs(jump) <= 60)
        service.clock.pass_(float(wait))
        answer = service.client.get(ask, headers=service.owner)
    assert answer.status_code == 200


def test_a_token_ends_by_the_clock_and_one_from_the_future_is_no_key_for_ever(service: Service) -> None:
    user = service.user()
    me = "/api/v1/auth/me"
    service.clock.pass_(2 * HOUR)
    assert service.client.get(me, headers=user).status_code == 401
    # Back in its hour it is good again: the clock was wrong, not the token.
    service.clock.pass_(-2 * HOUR)
    assert service.client.get(me, headers=user).status_code == 200
    service.clock.pass_(-YEAR)
    assert service.client.get(me, headers=user).status_code in (200, 401)
    # Revocation holds whatever the clock says.
    service.clock.pass_(YEAR)
    assert service.client.post("/api/v1/auth/logout-all", headers=user).status_code in (200, 204)
    for jump in (0.0, -HOUR, HOUR):
        service.clock.pass_(jump)
        assert service.client.get(me, headers=user).status_code == 401


def test_a_key_that_was_looked_up_before_the_jump_is_looked_up_again(service: Service) -> None:
    user = service.user()
    answer = service.client.post("/api/v1/developer/keys", json={"label": "k", "scopes": ["read"]}, headers=user).json()
    key = {"Authorization": f"Bearer {answer['raw_key']}"}
    assert service.client.get("/api/v1/games", headers=key).status_code == 200
    service.clock.pass_(-HOUR)
    # Another process revokes it: nobody tells this one.
    service.house.database.write(lambda unit: unit.connection.exec_driver_sql("UPDATE api_keys SET revoked_at = 1"))
    assert service.client.get("/api/v1/games", headers=key).status_code == 401


@pytest.mark.parametrize("jump", [-YEAR, -HOUR])
def test_a_hold_of_a_dead_request_returns_although_the_clock_was_set_back(service: Service, jump: float) -> None:
    database = service.house.database
    before = service.clock()
    database.write(lambda unit: quota.reserve(unit, "user:x", "free", "generations", before))
    service.clock.pass_(jump)
    # It must not have gone before its lease has passed from where the clock now stands, nor stay for ever once the clock is right.
    service.clock.pass_(-jump + 2 * HOUR)
    database.write(lambda unit: ledger.expire(unit, now=service.clock()))
    assert database.read(ledger.audit) == []
    assert not database.read(lambda unit: unit.meters.lapsed(service.clock() + YEAR, 10))


def test_orders_of_the_same_second_a_year_apart_are_of_other_days(service: Service) -> None:
    service.game(service.owner)
    service.clock.pass_(YEAR)
    assert service.client.get("/api/v1/usage", headers=service.owner).json()["generations_used"] == 0
    service.clock.pass_(-YEAR)
    assert service.client.get("/api/v1/usage", headers=service.owner).json()["generations_used"] == 1
    assert_books_balance(service, service.owner)
