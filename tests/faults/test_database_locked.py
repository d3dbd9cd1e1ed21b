"""Another process writes into SQLite's file for longer than anybody waits: orders are refused, work under way is done once all the same."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator

import pytest
from aftermath import assert_books_balance, assert_refused, settle, states
from installs import until
from small_service import Service


@contextlib.contextmanager
def locked(service: Service) -> Iterator[None]:
    service.house.database.write(lambda unit: unit.connection.exec_driver_sql("PRAGMA busy_timeout=50"))
    other = sqlite3.connect(service.house.settings.data / "makebelieve.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.mark.slow
def test_a_job_that_ends_while_the_database_is_locked_is_kept_once(open_service: Callable[..., Service]) -> None:
    service = open_service(job_lease=1, job_attempts=20)
    order = service.client.post("/api/v1/generate", json={"prompt": "sleep:0.6", "seed": 1, "async": True}, headers=service.owner)
    assert order.status_code == 202
    until(lambda: states(service) == ["running"])
    with locked(service):
        # The body ends meanwhile, and cannot be kept.
        for _ in range(3):
            assert_refused(service.client.post("/api/v1/generate", json={"prompt": "a bat", "seed": 2}, headers=service.owner))
            service.clock.pass_(1.0)
        until(lambda: service.client.get("/api/v1/games", headers=service.owner).status_code == 200)
        assert_refused(service.client.delete(f"/api/v1/games/{order.json()['game_id']}", headers=service.owner))
    settle(service, body=0.6)
    assert states(service) == ["done"]
    assert_books_balance(service, service.owner)


def test_who_waits_for_a_job_is_told_where_to_follow_it(open_service: Callable[..., Service]) -> None:
    """It was ordered before the lock: a refusal would have the caller order, and pay, again."""
    from concurrent.futures import ThreadPoolExecutor

    service = open_service(job_lease=1, job_attempts=20, sync_wait=1.5)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(service.client.post, "/api/v1/generate", json={"prompt": "sleep:0.6", "seed": 1}, headers=service.owner)
        until(lambda: states(service) == ["running"])
        with locked(service):
            answer = waiting.result()
    assert answer.status_code == 202
    settle(service, body=0.6)
    assert states(service) == ["done"]
    assert_books_balance(service, service.owner)
