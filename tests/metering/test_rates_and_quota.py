"""The sliding window, and quotas under contention."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.kit.errors import Problem
from makebelieve.metering import quota
from makebelieve.metering.idempotency import normal_key
from makebelieve.metering.rates import WINDOW, MemoryRateLimiter, fields
from makebelieve.storage.database import Database

NOW = 1_769_860_800.0


@given(st.lists(st.integers(0, 30 * 1024), max_size=60), st.integers(1, 5))
def test_no_window_ever_holds_more_than_the_limit(gaps: list[int], limit: int) -> None:
    limiter = MemoryRateLimiter()
    now, allowed = NOW, []
    for gap in gaps:
        # In 1/1024 s, which floats hold exactly.
        now += gap / 1024
        verdict = limiter.hit("a", limit, now)
        assert 0 <= verdict.remaining <= limit
        if verdict.allowed:
            allowed.append(now)
        else:
            # What it says is true: after `reset` seconds there is room.
            assert limiter.hit("a", limit, now + verdict.reset).allowed
            return
    for start in allowed:
        assert sum(start <= time < start + WINDOW for time in allowed) <= limit


def test_buckets_are_apart() -> None:
    limiter = MemoryRateLimiter()
    assert limiter.hit("a", 1, NOW).allowed
    assert not limiter.hit("a", 1, NOW).allowed
    assert limiter.hit("b", 1, NOW).allowed


def test_the_fields_agree_with_one_another() -> None:
    limiter = MemoryRateLimiter()
    for _ in range(3):
        verdict = limiter.hit("a", 2, NOW)
    headers = fields(verdict, NOW)
    assert headers["Retry-After"] == "60"
    assert headers["RateLimit"] == '"minute";r=0;t=60'
    assert headers["X-RateLimit-Reset"] == str(int(NOW) + 60)


@pytest.fixture
def database(tmp_path: Path, migrated: Path) -> Database:
    shutil.copy(migrated, tmp_path / "m.db")
    return Database(f"sqlite:///{tmp_path / 'm.db'}")


def test_of_many_at_once_exactly_the_limit_get_in(database: Database) -> None:
    def attempt(_: int) -> bool:
        try:
            database.write(lambda unit: quota.reserve(unit, "user:a", "free", "generations", NOW))
        except Problem:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(30))) == 10
    assert database.read(lambda unit: unit.meters.usage("user:a", "2026-01-31")) == {"generations": (0, 10)}


def test_a_reservation_is_settled_once(database: Database) -> None:
    held = database.write(lambda unit: quota.reserve(unit, "user:a", "free", "generations", NOW))
    assert database.write(lambda unit: quota.charge(unit, held))
    assert not database.write(lambda unit: quota.charge(unit, held))
    assert not database.write(lambda unit: quota.give_back(unit, held))
    assert database.read(lambda unit: unit.meters.usage("user:a", "2026-01-31")) == {"generations": (1, 0)}


def test_what_is_given_back_can_be_had_again(database: Database) -> None:
    for _ in range(20):
        held = database.write(lambda unit: quota.reserve(unit, "user:a", "free", "generations", NOW))
        assert database.write(lambda unit, held=held: quota.give_back(unit, held))


def test_a_tier_without_any_is_refused_in_plain_words(database: Database) -> None:
    with pytest.raises(Problem, match="no iterations"):
        database.write(lambda unit: quota.reserve(unit, "addr:x", "anonymous", "iterations", NOW))


@pytest.mark.parametrize(("raw", "key"), [("abc", "abc"), ('"abc"', "abc"), (" abc ", "abc"), ('"', '"')])
def test_idempotency_keys_may_be_quoted(raw: str, key: str) -> None:
    assert normal_key(raw) == key
