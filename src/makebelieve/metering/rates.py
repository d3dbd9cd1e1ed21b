"""Requests per minute: a sliding window, exact, kept in the memory of the one API process."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict, deque
from dataclasses import dataclass
from typing import Final, Protocol

WINDOW: Final = 60.0
MOST_BUCKETS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """`remaining` requests may follow at once; `reset` is the seconds until the window has one more."""

    allowed: bool
    limit: int
    remaining: int
    reset: int


class RateLimiter(Protocol):
    def hit(self, bucket: str, limit: int, now: float) -> Verdict:
        """Count one request of `bucket`, of which `limit` are allowed in any 60 s; a refused one is not counted."""
        ...


class MemoryRateLimiter:
    """The log of the last minute's requests per bucket: at most `limit` floats each, oldest buckets dropped beyond 100,000."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def hit(self, bucket: str, limit: int, now: float) -> Verdict:
        with self._lock:
            times = self._buckets.setdefault(bucket, deque())
            self._buckets.move_to_end(bucket)
            while times and times[0] <= now - WINDOW:
                times.popleft()
            allowed = len(times) < limit
            if allowed:
                times.append(now)
            reset = math.ceil(times[0] + WINDOW - now) if times else 0
            if len(self._buckets) > MOST_BUCKETS:
                self._buckets.popitem(last=False)
            return Verdict(allowed, limit, limit - len(times), max(0, reset))


def fields(verdict: Verdict, now: float) -> dict[str, str]:
    """The answer's fields: `X-RateLimit-*` (reset as seconds since 1970) and the IETF draft's `RateLimit` and `RateLimit-Policy`."""
    headers = {
        "X-RateLimit-Limit": str(verdict.limit),
        "X-RateLimit-Remaining": str(verdict.remaining),
        "X-RateLimit-Reset": str(math.ceil(now) + verdict.reset),
        "RateLimit-Policy": f'"minute";q={verdict.limit};w={int(WINDOW)}',
        "RateLimit": f'"minute";r={verdict.remaining};t={verdict.reset}',
    }
    if not verdict.allowed:
        headers["Retry-After"] = str(max(1, verdict.reset))
    return headers
