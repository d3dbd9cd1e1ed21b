"""One of several processes that send requests with the same key until no more are let in."""

from __future__ import annotations

import asyncio

from makebelieve.storage.shared_rates import RedisWindow


def hammer(redis_url: str, count: int, limit: int) -> int:
    """Send `count` requests of one key at once; how many were let in."""

    async def work() -> int:
        window = RedisWindow(redis_url)
        verdicts = await asyncio.gather(*(window.hit("key:a", limit) for _ in range(count)))
        await window.close()
        return sum(verdict.allowed for verdict in verdicts)

    return asyncio.run(work())
