"""The sliding window, and keys that may be quoted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.metering.idempotency import normal_key
from makebelieve.metering.rates import WINDOW, MemoryRateLimiter, fields

NOW = 1_769_860_800.0


@given(st.lists(st.integers(0, 30 * 1024), max_size=60), st.integers(1, 5))
def test_no_window_ever_holds_more_than_the_limit(gaps: list[int], limit: int) -> None:
    limiter = MemoryRateLimiter()
    now, allowed = NOW, []
    for gap in gaps:
        # In 1/1024 s, which floats hold exactly.
        now += gap / 1024
        verdict = limiter.count("a", limit, now)
        assert 0 <= verdict.remaining <= limit
        if verdict.allowed:
            allowed.append(now)
        else:
            # What it says is true: after `reset` seconds there is room.
            assert limiter.count("a", limit, now + verdict.reset).allowed
            return
    for start in allowed:
        assert sum(start <= time < start + WINDOW for time in allowed) <= limit


def test_buckets_are_apart() -> None:
    limiter = MemoryRateLimiter()
    assert limiter.count("a", 1, NOW).allowed
    assert not limiter.count("a", 1, NOW).allowed
    assert limiter.count("b", 1, NOW).allowed


def test_the_fields_agree_with_one_another() -> None:
    limiter = MemoryRateLimiter()
    for _ in range(3):
        verdict = limiter.count("a", 2, NOW)
    headers = fields(verdict, NOW)
    assert headers["Retry-After"] == "60"
    assert headers["RateLimit"] == '"minute";r=0;t=60'
    assert headers["X-RateLimit-Reset"] == str(int(NOW) + 60)


def test_looking_counts_nothing_and_tells_what_is_left() -> None:
    limiter = MemoryRateLimiter()
    assert limiter.look("a", 2, NOW).remaining == 2
    limiter.count("a", 2, NOW)
    assert [limiter.look("a", 2, NOW + 1).remaining for _ in range(3)] == [1, 1, 1]
    limiter.count("a", 2, NOW + 1)
    assert limiter.look("a", 2, NOW + 2).allowed is False
    assert limiter.look("a", 2, NOW + 60).remaining == 1


def test_of_many_threads_exactly_the_limit_get_in() -> None:
    limiter = MemoryRateLimiter()
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: limiter.count("a", 50, NOW).allowed, range(400))) == 50


def test_a_clock_set_back_shuts_nobody_out() -> None:
    limiter = MemoryRateLimiter()
    assert limiter.count("a", 1, NOW).allowed
    assert limiter.count("a", 1, NOW - 3600).allowed


@pytest.mark.parametrize(("raw", "key"), [("abc", "abc"), ('"abc"', "abc"), (" abc ", "abc"), ('"', '"')])
def test_idempotency_keys_may_be_quoted(raw: str, key: str) -> None:
    assert normal_key(raw) == key
