"""The window in Redis: exact over event loops and processes; without Redis each process goes on alone, and says so."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from rival_requests import hammer

from makebelieve.metering.rates import SharedRateLimiter, Verdict
from makebelieve.storage.shared_rates import LEAVE_ALONE, RedisWindow


async def hits(url: str, bucket: str, limit: int, count: int, window: float = 60.0) -> list[Verdict]:
    shared = RedisWindow(url, window)
    try:
        return list(await asyncio.gather(*(shared.hit(bucket, limit) for _ in range(count))))
    finally:
        await shared.close()


def test_of_many_at_once_exactly_the_limit_get_in(redis_url: str) -> None:
    verdicts = asyncio.run(hits(redis_url, "key:a", 20, 90))
    assert sum(verdict.allowed for verdict in verdicts) == 20
    assert sorted(verdict.remaining for verdict in verdicts if verdict.allowed) == list(range(20))
    assert all(verdict.remaining == 0 and 1 <= verdict.reset <= 60 for verdict in verdicts if not verdict.allowed)
    assert all(verdict.exact for verdict in verdicts)


def test_of_many_processes_exactly_the_limit_get_in(redis_url: str) -> None:
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        assert sum(pool.map(hammer, [redis_url] * 3, [40] * 3, [60] * 3)) == 60


def test_buckets_are_apart(redis_url: str) -> None:
    assert sum(verdict.allowed for verdict in asyncio.run(hits(redis_url, "key:a", 1, 2))) == 1
    assert asyncio.run(hits(redis_url, "key:b", 1, 1))[0].allowed is True


def test_what_is_refused_is_not_counted_and_the_window_moves_on(redis_url: str) -> None:
    first = asyncio.run(hits(redis_url, "key:a", 2, 5, window=0.3))
    assert sum(verdict.allowed for verdict in first) == 2
    time.sleep(0.31)
    assert sum(verdict.allowed for verdict in asyncio.run(hits(redis_url, "key:a", 2, 5, window=0.3))) == 2


def test_nothing_stays_behind(redis_url: str) -> None:
    import redis

    asyncio.run(hits(redis_url, "key:a", 2, 2, window=0.05))
    time.sleep(0.1)
    with redis.Redis.from_url(redis_url) as client:
        # What has expired is gone, whether or not Redis has cleared it away yet.
        assert client.keys() == []


def test_without_redis_each_process_counts_alone_and_says_so(redis_url: str) -> None:
    async def work() -> None:
        shared = RedisWindow(redis_url)
        limiter = SharedRateLimiter(shared)
        assert (await limiter.hit("key:a", 3, 0.0)).exact
        shared._url, shared._script = "redis://127.0.0.1:1/0", None
        # What was let in before counts here too: an outage is no fresh minute.
        alone = [await limiter.hit("key:a", 3, 1.0) for _ in range(3)]
        assert [(verdict.allowed, verdict.exact) for verdict in alone] == [(True, False), (True, False), (False, False)]
        # Redis is back: it is asked again a moment later.
        shared._url, shared._script = redis_url, None
        await asyncio.sleep(LEAVE_ALONE)
        assert (await limiter.hit("key:a", 3, 2.0)).exact
        await limiter.close()

    asyncio.run(work())


@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0", "redis://192.0.2.1:6379/0"])
def test_an_address_where_nobody_answers_is_not_waited_for_twice(url: str) -> None:
    async def work() -> None:
        limiter = SharedRateLimiter(RedisWindow(url))
        verdicts = [await limiter.hit("key:a", 9, 0.0) for _ in range(50)]
        assert [verdict.allowed for verdict in verdicts] == [True] * 9 + [False] * 41
        await limiter.close()

    asyncio.run(asyncio.wait_for(work(), 30))
