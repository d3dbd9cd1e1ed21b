"""Ids sort by time and cannot be guessed; days are UTC."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.kit.clock import day_of, end_of_day, iso
from makebelieve.kit.ids import encode_id, is_id, new_id


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**48 - 1), st.integers(0, 2**80 - 1), st.integers(0, 2**80 - 1))
def test_ids_sort_by_time(first: int, second: int, one: int, other: int) -> None:
    if first < second:
        assert encode_id("game", first, one) < encode_id("game", second, other)
    assert is_id(encode_id("game", first, one))


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id("game", 1.0) for _ in range(1000)}) == 1000


@pytest.mark.parametrize("text", ["", "game", "game_", "game_" + "0" * 25, "game_" + "u" * 26, "GAME_" + "0" * 26, "game_" + "0" * 27])
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("now", "day", "end", "text"),
    [
        (0.0, "1970-01-01", 86_400.0, "1970-01-01T00:00:00.000Z"),
        (86_399.999, "1970-01-01", 86_400.0, "1970-01-01T23:59:59.999Z"),
        (86_400.0, "1970-01-02", 172_800.0, "1970-01-02T00:00:00.000Z"),
        (1_769_860_800.5, "2026-01-31", 1_769_904_000.0, "2026-01-31T12:00:00.500Z"),
    ],
)
def test_days_are_utc(now: float, day: str, end: float, text: str) -> None:
    assert (day_of(now), end_of_day(now), iso(now)) == (day, end, text)
