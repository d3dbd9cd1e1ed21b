"""The pool: engines leased to one thread at a time, kept warm, replaced when their child dies."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from makebelieve.engine import EngineDied, EnginePool, EngineUnavailable, HostName, ProcessEngine

Opener = Callable[..., ProcessEngine]
HOST: HostName = "quickjs"


@pytest.fixture
def opened() -> list[ProcessEngine]:
    return []


@pytest.fixture
def pool(opener: Opener, opened: list[ProcessEngine]) -> EnginePool:
    def make() -> ProcessEngine:
        opened.append(opener(HOST, timeout=120, memory_mb=64))
        return opened[-1]

    return EnginePool(make, 2)


def test_leases_use_an_engine_again(pool: EnginePool, opened: list[ProcessEngine]) -> None:
    for n in range(5):
        with pool.lease() as engine:
            assert engine.call("echo", value=n) == {"value": n, "calls": n + 1}
    assert len(opened) == 1


def test_many_threads_share_two_engines(pool: EnginePool, opened: list[ProcessEngine]) -> None:
    busy = threading.Lock()
    users: dict[int, int] = {}
    most: list[int] = []

    def work(n: int) -> int:
        with pool.lease() as engine:
            with busy:
                users[id(engine)] = users.get(id(engine), 0) + 1
                most.append(users[id(engine)])
            value: int = engine.call("echo", value=n)["value"]
            with busy:
                users[id(engine)] -= 1
            return value

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(work, range(100))) == list(range(100))
    assert max(most) == 1
    assert len(opened) == 2


def test_warming_opens_all(pool: EnginePool, opened: list[ProcessEngine]) -> None:
    pool.warm()
    assert len(opened) == 2


def test_waiting_has_an_end(pool: EnginePool) -> None:
    with pool.lease(), pool.lease(), pytest.raises(TimeoutError, match="no engine came free"), pool.lease(timeout=0.05):
        pass


def test_a_dead_engine_stays_useful(pool: EnginePool) -> None:
    with pool.lease() as engine, pytest.raises(EngineDied):
        engine.call("throw")
    with pool.lease() as engine:
        assert engine.call("echo", value=1) == {"value": 1, "calls": 1}


def test_closing_closes_idle_and_leased_engines(pool: EnginePool, opened: list[ProcessEngine]) -> None:
    pool.warm()
    with pool.lease() as engine:
        pool.close()
        assert engine.call("echo", value=1)["value"] == 1
    assert [engine.pid for engine in opened] == [None, None]
    with pytest.raises(EngineUnavailable, match="closed"), pool.lease():
        pass


def test_a_failed_opening_frees_its_place() -> None:
    tries: list[int] = []

    def make() -> ProcessEngine:
        tries.append(1)
        raise EngineUnavailable("no host")

    pool = EnginePool(make, 1)
    for _ in range(2):
        with pytest.raises(EngineUnavailable, match="no host"), pool.lease(timeout=1):
            pass
    assert len(tries) == 2


def test_an_empty_pool_is_refused(opener: Opener) -> None:
    with pytest.raises(ValueError, match="size"):
        EnginePool(lambda: opener(HOST), 0)
