"""Reserve, settle, expire, grant: all or nothing, once, within the limit, and the books agree."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rival import compete

from makebelieve.jobs import queue
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem
from makebelieve.metering import ledger, quota
from makebelieve.metering.ledger import CREDITS, FOREVER, Charge
from makebelieve.metering.repository import Balance
from makebelieve.storage.database import Database

NOW = 1_769_860_800.0
DAY = "2026-01-31"


def refuse(left: int) -> Problem:
    return Problem(402, "refused", f"{left} left")


def daily(amount: int = 1, limit: int | None = 10, account: str = "user:a", meter: str = "generations") -> Charge:
    return Charge(account, meter, amount, DAY, limit, refuse)


def paid(amount: int = 1, account: str = "user:a") -> Charge:
    return Charge(account, CREDITS, amount, FOREVER, None, refuse, prepaid=True)


def reserve(database: Database, *charges: Charge, **options: Any) -> str:
    return database.write(lambda unit: ledger.reserve(unit, charges, options.pop("now", NOW), **options))


def balance(database: Database, charge: Charge) -> Balance:
    return database.read(lambda unit: unit.meters.balance(charge.key))


def agree(database: Database) -> None:
    assert database.read(ledger.audit) == []


def test_a_commit_uses_and_a_release_gives_back(database: Database) -> None:
    used, back = reserve(database, daily(3)), reserve(database, daily(2))
    assert balance(database, daily()) == Balance(0, 0, 5)
    assert database.write(lambda unit: ledger.commit(unit, used, NOW + 1))
    assert database.write(lambda unit: ledger.release(unit, back, NOW + 1))
    assert balance(database, daily()) == Balance(0, 3, 0)
    written = database.read(lambda unit: unit.meters.entries("user:a", 10))
    assert sorted((entry.kind, entry.amount) for entry in written) == [("commit", 3), ("release", 2), ("reserve", 2), ("reserve", 3)]
    agree(database)


@pytest.mark.parametrize("first", [ledger.commit, ledger.release])
@pytest.mark.parametrize("second", [ledger.commit, ledger.release])
def test_a_reservation_is_settled_once(database: Database, first: Callable[..., bool], second: Callable[..., bool]) -> None:
    held = reserve(database, daily())
    assert database.write(lambda unit: first(unit, held, NOW))
    assert not database.write(lambda unit: second(unit, held, NOW))
    assert balance(database, daily()).used == (first is ledger.commit)
    agree(database)


def test_of_several_charges_all_are_held_or_none(database: Database) -> None:
    database.write(lambda unit: ledger.grant(unit, "user:a", 2, NOW))
    both = reserve(database, daily(1), paid(2))
    with pytest.raises(Problem, match="0 left"):
        reserve(database, daily(1), paid(1))
    assert balance(database, daily()) == Balance(0, 0, 1)
    assert database.write(lambda unit: ledger.commit(unit, both, NOW))
    assert balance(database, paid()) == Balance(2, 2, 0)
    agree(database)


def test_a_caught_refusal_leaves_nothing_held_in_the_same_transaction(database: Database) -> None:
    def work(unit: Any) -> None:
        with pytest.raises(Problem):
            ledger.reserve(unit, [daily(1), daily(1, meter="zebras", limit=0)], NOW)

    database.write(work)
    assert balance(database, daily()) == Balance()
    agree(database)


def test_two_charges_of_one_meter_count_together(database: Database) -> None:
    with pytest.raises(Problem):
        reserve(database, daily(6), daily(5))
    held = reserve(database, daily(6), daily(4))
    assert database.write(lambda unit: ledger.commit(unit, held, NOW))
    assert balance(database, daily()).used == 10


def test_less_may_be_spent_than_was_held_but_never_more(database: Database) -> None:
    held = reserve(database, daily(7200, 7200, meter="session_seconds"), daily(1, meter="session"))
    with pytest.raises(ValueError, match="7201"):
        database.write(lambda unit: ledger.commit(unit, held, NOW, {"session_seconds": 7201}))
    assert database.write(lambda unit: ledger.commit(unit, held, NOW, {"session_seconds": 90}))
    assert balance(database, daily(meter="session_seconds")) == Balance(0, 90, 0)
    assert balance(database, daily(meter="session")) == Balance(0, 1, 0)
    agree(database)


def test_permits_are_never_used_up(database: Database) -> None:
    for _ in range(3):
        held = reserve(database, quota.at_once("key:a", 1, "a key"))
        with pytest.raises(Problem) as caught:
            reserve(database, quota.at_once("key:a", 1, "a key"))
        assert (caught.value.status, caught.value.code) == (429, "too_many_at_once")
        assert database.write(lambda unit, held=held: ledger.commit(unit, held, NOW))
    agree(database)


def test_free_work_holds_nothing_and_settles_all_the_same(database: Database) -> None:
    held = reserve(database, paid(0))
    assert database.write(lambda unit: ledger.commit(unit, held, NOW))
    assert balance(database, paid()) == Balance()


@pytest.mark.parametrize("amount", [-1, ledger.MOST + 1])
def test_amounts_without_sense_are_errors_of_the_program(database: Database, amount: int) -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        reserve(database, daily(amount))


def test_no_limit_is_no_limit(database: Database) -> None:
    for _ in range(3):
        reserve(database, daily(ledger.MOST // 2, None))


def test_credits_are_granted_and_taken_away_but_not_below_what_is_spent(database: Database) -> None:
    assert database.write(lambda unit: ledger.grant(unit, "user:a", 5, NOW)) == 5
    held = reserve(database, paid(3))
    assert database.read(lambda unit: ledger.balance(unit, "user:a", CREDITS)) == 2
    with pytest.raises(Problem, match="2 credits left"):
        database.write(lambda unit: ledger.grant(unit, "user:a", -3, NOW))
    assert database.write(lambda unit: ledger.grant(unit, "user:a", -2, NOW)) == 0
    assert database.write(lambda unit: ledger.commit(unit, held, NOW))
    assert balance(database, paid()) == Balance(3, 3, 0)
    agree(database)


@pytest.mark.parametrize("amount", [0, ledger.MOST + 1, -ledger.MOST - 1])
def test_a_grant_has_bounds(database: Database, amount: int) -> None:
    with pytest.raises(Problem) as caught:
        database.write(lambda unit: ledger.grant(unit, "user:a", amount, NOW))
    assert caught.value.status == 422


# --- leases ---


def test_a_hold_without_a_job_goes_back_after_its_lease(database: Database) -> None:
    held = reserve(database, daily(2), lease=60)
    assert database.write(lambda unit: ledger.expire(unit, NOW + 60)) == 0
    assert database.write(lambda unit: ledger.expire(unit, NOW + 61)) == 1
    assert database.write(lambda unit: ledger.expire(unit, NOW + 61)) == 0
    assert not database.write(lambda unit: ledger.commit(unit, held, NOW + 62))
    assert balance(database, daily()) == Balance()
    assert database.read(lambda unit: unit.meters.entries("user:a", 1))[0].kind == "expire"
    agree(database)


def test_a_hold_may_be_charged_when_its_lease_runs_out(database: Database) -> None:
    reserve(database, daily(300, 7200, meter="session_seconds"), lease=300, on_expiry="commit")
    assert database.write(lambda unit: ledger.expire(unit, NOW + 301)) == 1
    assert balance(database, daily(meter="session_seconds")) == Balance(0, 300, 0)
    agree(database)


def test_the_hold_of_a_living_job_outlasts_any_lease(database: Database) -> None:
    def order(unit: Any) -> str:
        held = ledger.reserve(unit, [daily()], NOW, lease=1, job="job_a")
        queue.enqueue(unit, Job("job_a", "generate", "user:a", "user:a", "game_a", {}, held, "queued", 0, 0, NOW), 1)
        return held

    held = database.write(order)
    later = NOW + 1e6
    assert database.write(lambda unit: ledger.expire(unit, later)) == 0
    database.write(lambda unit: unit.jobs.claim("w", later, 10.0))
    assert database.write(lambda unit: ledger.expire(unit, later)) == 0
    # The job's row is gone without having settled: only then is the hold an orphan.
    database.write(lambda unit: unit.connection.execute(sa.text("DELETE FROM jobs")))
    assert database.write(lambda unit: ledger.expire(unit, later)) == 1
    assert not database.write(lambda unit: ledger.commit(unit, held, later))
    agree(database)


# --- many at once ---


def test_of_many_threads_exactly_the_limit_get_in(database: Database) -> None:
    def attempt(_: int) -> bool:
        try:
            database.write(lambda unit: quota.reserve(unit, "user:a", "free", "generations", NOW))
        except Problem:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(30))) == 10
    assert database.read(lambda unit: unit.meters.usage("user:a", DAY)) == {"generations": (0, 10)}


def test_of_many_processes_exactly_the_limit_get_in(database: Database, database_url: str) -> None:
    database.write(lambda unit: ledger.grant(unit, "user:a", 20, NOW))
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        got = sum(pool.map(compete, [database_url] * 3, [14] * 3, [40] * 3))
    assert got == 20
    assert balance(database, daily()).used == 20
    assert balance(database, paid()) == Balance(20, 20, 0)
    agree(database)


def test_of_many_settlers_one_settles(database: Database) -> None:
    held = reserve(database, daily(3))

    def settle(number: int) -> bool:
        act = (ledger.commit, ledger.release)[number % 2]
        return database.write(lambda unit: act(unit, held, NOW))

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(settle, range(24))) == 1
    assert balance(database, daily()) in (Balance(0, 3, 0), Balance(0, 0, 0))
    agree(database)


# --- any order of events, against a model that adds up in plain Python ---

EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("grant"), st.integers(-5, 9)),
        st.tuples(st.just("reserve"), st.integers(0, 4), st.integers(0, 3), st.booleans()),
        st.tuples(st.just("commit"), st.integers(0, 9), st.integers(0, 4)),
        st.tuples(st.just("release"), st.integers(0, 9)),
        st.tuples(st.just("expire"), st.integers(0, 40)),
    ),
    max_size=25,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EVENTS)
def test_any_order_of_events_adds_up(tmp_path_factory: pytest.TempPathFactory, migrated: Path, events: list[Any]) -> None:
    path = tmp_path_factory.mktemp("books") / "m.db"
    shutil.copy(migrated, path)
    database = Database(f"sqlite:///{path}")
    limit, granted, used = 8, 0, {"day": 0, "credits": 0}
    # reservation -> (per day, credits, runs out at, charged then)
    held: dict[str, tuple[int, int, float, bool]] = {}
    known: list[str] = []
    now = NOW

    def holding(place: int) -> int:
        return sum(hold[place] for hold in held.values())

    def use(reservation: str, most: int) -> None:
        day, credits, _, _ = held.pop(reservation)
        used["day"] += min(day, most)
        used["credits"] += min(credits, most)

    try:
        for event in events:
            match event:
                case ("grant", amount):
                    fine = amount != 0 and granted + amount >= used["credits"] + holding(1)
                    if amount > 0 or fine:
                        database.write(lambda unit, amount=amount, now=now: ledger.grant(unit, "user:a", amount, now))
                        granted += amount
                    else:
                        with pytest.raises(Problem):
                            database.write(lambda unit, amount=amount, now=now: ledger.grant(unit, "user:a", amount, now))
                case ("reserve", day, credits, charged):
                    fits = used["day"] + holding(0) + day <= limit or day == 0
                    fits = fits and (used["credits"] + holding(1) + credits <= granted or credits == 0)
                    options = {"lease": 20.0, "on_expiry": "commit" if charged else "release", "now": now}
                    if fits:
                        known.append(reserve(database, daily(day, limit), paid(credits), **options))
                        held[known[-1]] = (day, credits, now + 20, charged)
                    else:
                        with pytest.raises(Problem):
                            reserve(database, daily(day, limit), paid(credits), **options)
                case ("commit", which, most) if known:
                    target = known[which % len(known)]
                    day, credits = held.get(target, (0, 0))[:2]
                    actual = {"generations": min(day, most), CREDITS: min(credits, most)}
                    done = database.write(lambda unit, now=now, t=target, a=actual: ledger.commit(unit, t, now, a))
                    assert done == (target in held)
                    if done:
                        use(target, most)
                case ("release", which) if known:
                    target = known[which % len(known)]
                    assert database.write(lambda unit, now=now, t=target: ledger.release(unit, t, now)) == (target in held)
                    held.pop(target, None)
                case ("expire", seconds):
                    now += seconds
                    gone = [name for name, hold in held.items() if hold[2] < now]
                    assert database.write(lambda unit, now=now: ledger.expire(unit, now)) == len(gone)
                    for name in gone:
                        if held[name][3]:
                            use(name, 99)
                        else:
                            held.pop(name)
            assert balance(database, daily()) == Balance(0, used["day"], holding(0))
            assert balance(database, paid()) == Balance(granted, used["credits"], holding(1))
            agree(database)
    finally:
        database.close()
