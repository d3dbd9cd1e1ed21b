"""Requests per minute: a sliding window, exact. Kept in this process's memory, or in one place that all API processes share."""

from __future__ import annotations

import logging
import math
import threading
from collections import OrderedDict, deque
from dataclasses import dataclass, replace
from typing import Final, Protocol

from makebelieve.kit.errors import Unavailable

log = logging.getLogger("makebelieve.rates")

WINDOW: Final = 60.0
MOST_BUCKETS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """`remaining` requests may follow at once; `reset` is the seconds until the window has one more.

    `exact`: whether all processes were asked. While they cannot be, each one limits what it sees itself.
    """

    allowed: bool
    limit: int
    remaining: int
    reset: int
    exact: bool = True


class RateLimiter(Protocol):
    async def hit(self, bucket: str, limit: int, now: float) -> Verdict:
        """Count one request of `bucket`, of which `limit` are allowed in any 60 s; a refused one is not counted."""
        ...

    def look(self, bucket: str, limit: int, now: float) -> Verdict:
        """How `bucket` stands as far as this process knows, at once and without counting anything."""
        ...

    async def close(self) -> None: ...


class SharedWindow(Protocol):
    """A window that several processes count in."""

    async def hit(self, bucket: str, limit: int) -> Verdict:
        """As RateLimiter.hit, by a clock that all of them share. Raises Unavailable."""
        ...

    async def close(self) -> None: ...


class MemoryRateLimiter:
    """The log of the last minute's requests per bucket: at most `limit` floats each, oldest buckets dropped beyond 100,000."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    async def hit(self, bucket: str, limit: int, now: float) -> Verdict:
        return self.count(bucket, limit, now)

    def count(self, bucket: str, limit: int, now: float) -> Verdict:
        """`hit`, for callers that cannot wait."""
        with self._lock:
            times = self._buckets.setdefault(bucket, deque())
            self._buckets.move_to_end(bucket)
            self._forget(times, now)
            allowed = len(times) < limit
            if allowed:
                times.append(now)
            if len(self._buckets) > MOST_BUCKETS:
                self._buckets.popitem(last=False)
            return _verdict(allowed, limit, len(times), times[0] + WINDOW - now if times else 0.0)

    def look(self, bucket: str, limit: int, now: float) -> Verdict:
        with self._lock:
            times = self._buckets.get(bucket)
            if times is None:
                return Verdict(True, limit, limit, 0)
            self._forget(times, now)
            return _verdict(len(times) < limit, limit, len(times), times[0] + WINDOW - now if times else 0.0)

    @staticmethod
    def _forget(times: deque[float], now: float) -> None:
        while times and times[0] <= now - WINDOW:
            times.popleft()
        if times and times[-1] > now + WINDOW:
            # The clock was set back: nobody must wait for it to catch up.
            times.clear()

    async def close(self) -> None:
        pass


class SharedRateLimiter:
    """Counts where all processes do. While that cannot be reached it counts in this process alone, and says so (`exact`).

    Beside each shared count it keeps a local one, so that an outage does not give everybody a fresh minute.
    """

    def __init__(self, shared: SharedWindow) -> None:
        self._shared = shared
        self._local = MemoryRateLimiter()
        self._away = False

    async def hit(self, bucket: str, limit: int, now: float) -> Verdict:
        try:
            verdict = await self._shared.hit(bucket, limit)
        except Unavailable as error:
            if not self._away:
                log.warning("requests are counted by each process alone: redis does not answer", extra={"reason": error.reason})
            self._away = True
            return replace(self._local.count(bucket, limit, now), exact=False)
        self._away = False
        if verdict.allowed:
            self._local.count(bucket, limit, now)
        return verdict

    def look(self, bucket: str, limit: int, now: float) -> Verdict:
        return self._local.look(bucket, limit, now)

    async def close(self) -> None:
        await self._shared.close()


def _verdict(allowed: bool, limit: int, taken: int, wait: float) -> Verdict:
    return Verdict(allowed, limit, max(0, limit - taken), max(0, math.ceil(wait)))


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
