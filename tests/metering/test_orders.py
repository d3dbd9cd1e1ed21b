"""What an order of each family holds, and that five at once are five whatever comes at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from makebelieve.access import accounts
from makebelieve.access.callers import Caller, anonymous, expand
from makebelieve.kit.errors import Problem
from makebelieve.metering import ledger, orders
from makebelieve.metering.repository import Balance
from makebelieve.storage.database import Database

NOW = 1_769_860_800.0


def caller(database: Database, key: str = "key_1") -> Caller:
    user = database.write(lambda unit: accounts.register(unit, f"{key}@x", "A", "x", "pro", NOW, approved=True))
    app = database.read(lambda unit: unit.apps.app(user.default_app))
    return Caller("key", user.tier, expand(("generate",)), "local", user, key_id=key, app=app)


def held(database: Database, account: str) -> Balance:
    return database.read(lambda unit: unit.meters.balance((account, ledger.AT_ONCE, ledger.NOW)))


def test_a_game_takes_of_the_tier(database: Database) -> None:
    who = caller(database)
    found = [(charge.account, charge.meter, charge.amount, charge.limit) for charge in orders.of_game(who, "iterations", NOW)]
    assert found == [(who.meter, "iterations", 1, 500), (who.meter, "at_once", 1, 3)]


def test_a_world_takes_of_the_apps_caps_and_the_keys_five(database: Database) -> None:
    who = caller(database)
    charges = database.read(lambda unit: orders.of_world(unit, who, "session_seconds", NOW, 300))
    found = [(charge.account, charge.meter, charge.amount, charge.limit) for charge in charges]
    assert found == [(f"app:{who.app_id}", "session_seconds", 300, 7200), ("key:key_1", "at_once", 1, 5)]


def test_nobody_makes_a_world_without_an_app(database: Database) -> None:
    with pytest.raises(Problem) as caught:
        database.read(lambda unit: orders.of_world(unit, anonymous("192.0.2.1"), "generation", NOW))
    assert caught.value.status == 401


@pytest.mark.parametrize("isolated", [True, False])
def test_of_many_orders_of_one_key_five_are_under_way(database: Database, isolated: bool) -> None:
    who = caller(database)
    database.write(lambda unit: ledger.grant(unit, who.meter, 100, NOW))

    def order(_: int) -> str | Problem:
        def work(unit: Any) -> str:
            return ledger.reserve(unit, orders.of_studio(unit, who, {"sprite": 3}), NOW)

        try:
            return database.write(work, isolated=isolated)
        except Problem as problem:
            return problem

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(order, range(24)))
    got = [answer for answer in answers if isinstance(answer, str)]
    assert len(got) == 5
    refused = [answer for answer in answers if isinstance(answer, Problem)]
    assert {(problem.status, problem.code, problem.headers["Retry-After"]) for problem in refused} == {(429, "too_many_at_once", "2")}
    assert held(database, "key:key_1") == Balance(0, 0, 5)
    assert database.read(lambda unit: ledger.balance(unit, who.meter, ledger.CREDITS)) == 85
    # Done or failed, the place is free again; only what was done is paid for.
    assert database.write(lambda unit: ledger.commit(unit, got[0], NOW))
    assert database.write(lambda unit: ledger.release(unit, got[1], NOW))
    assert [isinstance(order(0), str) for _ in range(3)] == [True, True, False]
    assert database.read(ledger.audit) == []


def test_another_key_has_five_of_its_own(database: Database) -> None:
    one, other = caller(database), caller(database, "key_2")

    def work(unit: Any) -> None:
        for who in (one, other):
            for _ in range(5):
                ledger.reserve(unit, orders.of_world(unit, who, "generation", NOW), NOW)

    database.write(work)
    assert held(database, "key:key_1") == held(database, "key:key_2") == Balance(0, 0, 5)


def test_without_credits_no_place_is_taken(database: Database) -> None:
    who = caller(database)
    with pytest.raises(Problem, match="You have 0 credits"):
        database.write(lambda unit: ledger.reserve(unit, orders.of_studio(unit, who, {"music": 1}), NOW))
    assert held(database, "key:key_1") == Balance()
