"""Time as a number that is passed in: UTC seconds since 1970. Whoever needs the time of day is given a `Clock`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

Clock = Callable[[], float]

DAY: Final = 86_400


def day_of(now: float) -> str:
    """The UTC day as YYYY-MM-DD: the key of every daily counter."""
    return _day(int(now // DAY))


@lru_cache(maxsize=512)
def _day(number: int) -> str:
    return datetime.fromtimestamp(number * DAY, UTC).strftime("%Y-%m-%d")


def end_of_day(now: float) -> float:
    """The next UTC midnight, in seconds since 1970."""
    return (int(now) // DAY + 1) * float(DAY)


def iso(now: float) -> str:
    """RFC 3339 with milliseconds: 2026-01-31T12:00:00.000Z."""
    return datetime.fromtimestamp(now, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
