"""The sliding window, and keys that may be quoted."""

from __future__ import annotations

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


@pytest.mark.parametrize(("raw", "key"), [("abc", "abc"), ('"abc"', "abc"), (" abc ", "abc"), ('"', '"')])
def test_idempotency_keys_may_be_quoted(raw: str, key: str) -> None:
    assert normal_key(raw) == key
