"""The sliding window in Redis: one script counts and decides, by Redis's own clock, so it is exact for all processes and machines."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, Final

from makebelieve.kit.errors import Unavailable
from makebelieve.metering.rates import WINDOW, MemoryRateLimiter, RateLimiter, SharedRateLimiter, Verdict
from makebelieve.storage.redis import PREFIX

if TYPE_CHECKING:
    import redis.asyncio

ANSWER_WITHIN: Final = 2.0
"""Seconds: longer than that nobody is kept waiting for a count."""
CONNECTIONS: Final = 8
LEAVE_ALONE: Final = 1.0
"""Seconds after a failure in which Redis is not asked again: a request must not wait for it each time."""

# A list of the times of the requests that count, oldest first, in microseconds of Redis's clock.
SCRIPT: Final = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local window, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
local oldest = tonumber(redis.call('LINDEX', KEYS[1], 0))
while oldest and oldest <= now - window do
  redis.call('LPOP', KEYS[1])
  oldest = tonumber(redis.call('LINDEX', KEYS[1], 0))
end
if oldest and oldest > now + window then
  redis.call('DEL', KEYS[1])
  oldest = nil
end
local taken = redis.call('LLEN', KEYS[1])
local allowed = 0
if taken < limit then
  allowed = 1
  taken = taken + 1
  redis.call('RPUSH', KEYS[1], string.format('%.0f', now))
  redis.call('PEXPIRE', KEYS[1], math.ceil(window / 1000))
end
local wait = 0
if taken > 0 then
  wait = math.ceil(((oldest or now) + window - now) / 1000000)
end
return {allowed, taken, wait}
"""


def open_limiter(url: str | None) -> RateLimiter:
    """What counts requests: the Redis at `url` for all processes, without one this process's memory."""
    return MemoryRateLimiter() if url is None else SharedRateLimiter(RedisWindow(url))


class RedisWindow:
    """metering.SharedWindow in Redis or Valkey. `window` in seconds. Belongs to the event loop that first uses it."""

    def __init__(self, url: str, window: float = WINDOW) -> None:
        self._url = url
        self._window = round(window * 1_000_000)
        self._client: redis.asyncio.Redis | None = None
        self._script: Any = None
        self._ask_again_at = 0.0

    async def hit(self, bucket: str, limit: int) -> Verdict:
        import redis

        if time.monotonic() < self._ask_again_at:
            raise Unavailable("redis", "it did not answer a moment ago")
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                allowed, taken, wait = await self._run(bucket, limit)
        except (redis.RedisError, OSError, TimeoutError) as error:
            self._ask_again_at = time.monotonic() + LEAVE_ALONE
            raise Unavailable("redis", str(error) or type(error).__name__) from error
        return Verdict(bool(allowed), limit, max(0, limit - taken), max(0, wait))

    async def _run(self, bucket: str, limit: int) -> tuple[int, int, int]:
        if self._script is None:
            import redis.asyncio
            from redis.asyncio.retry import Retry
            from redis.backoff import NoBackoff

            # Once more at once, for a connection that was closed while it was idle.
            again = Retry(NoBackoff(), 1)
            pool = redis.asyncio.BlockingConnectionPool.from_url(
                self._url, max_connections=CONNECTIONS, timeout=ANSWER_WITHIN, client_name="makebelieve", retry=again
            )
            self._client = redis.asyncio.Redis.from_pool(pool)
            self._script = self._client.register_script(SCRIPT)
        allowed, taken, wait = await self._script(keys=[f"{PREFIX}rate:{bucket}"], args=[self._window, limit])
        return int(allowed), int(taken), int(wait)

    async def close(self) -> None:
        if self._client is not None:
            await self._client.aclose()
