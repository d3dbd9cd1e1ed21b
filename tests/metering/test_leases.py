"""Holds of the dead come back: by the housekeeping of any process with workers, and after a kill at any moment."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from typing import Any

import pytest

from makebelieve.jobs.notices import Bell, Notices
from makebelieve.jobs.runner import Runner
from makebelieve.metering import ledger, quota
from makebelieve.metering.ledger import CREDITS, FOREVER
from makebelieve.metering.repository import Balance
from makebelieve.storage.database import Database

NOW = 1_769_860_800.0
DAY = "2026-01-31"


def test_housekeeping_gives_back_what_a_dead_process_held(database: Database) -> None:
    dead = database.write(lambda unit: quota.reserve(unit, "user:a", "free", "generations", NOW - ledger.LEASE - 1))
    database.write(lambda unit: quota.reserve(unit, "user:a", "free", "generations", NOW))
    # No slots, so nothing but its housekeeping runs, every lease / 3.
    house = Runner(database, {}, lambda: None, size=0, clock=lambda: NOW, bell=Bell(), notices=Notices(), lease=0.1)  # type: ignore[arg-type, return-value]
    house.start()
    try:
        for _ in range(600):
            if database.read(lambda unit: unit.meters.usage("user:a", DAY)) == {"generations": (0, 1)}:
                break
            time.sleep(0.05)
        else:
            pytest.fail("the hold did not come back")
    finally:
        house.stop(1.0)
    assert not database.write(lambda unit: ledger.commit(unit, dead, NOW))
    assert database.read(ledger.audit) == []


def sums(database: Database) -> tuple[Balance, Balance]:
    """Of the day and of the credits."""

    def work(unit: Any) -> tuple[Balance, Balance]:
        return unit.meters.balance(("user:a", "generations", DAY)), unit.meters.balance(("user:a", CREDITS, FOREVER))

    return database.read(work)


def kill_and_audit(database: Database, url: str, kills: int) -> None:
    """A process that draws on the balances without end, each time killed at a moment of chance."""
    program = f"from rival import compete; compete({url!r}, 10**9, 10**9)"
    chance = random.Random(7)
    database.write(lambda unit: ledger.grant(unit, "user:a", 10**6, NOW))
    for _ in range(kills):
        before = sums(database)[0].used
        with subprocess.Popen([sys.executable, "-c", program]) as process:
            while sums(database)[0].used < before + 3 and process.poll() is None:
                time.sleep(0.01)
            time.sleep(chance.uniform(0.0, 0.2))
            process.send_signal(signal.SIGKILL)
    # A server may still be ending what the dead had begun.
    for _ in range(100):
        while database.write(lambda unit: ledger.expire(unit, NOW + ledger.LEASE + 1)):
            pass
        assert database.read(ledger.audit) == []
        if sums(database)[0].held == 0:
            break
        time.sleep(0.05)
    day, credits = sums(database)
    # Each order took one of both, and nothing is held by the dead.
    assert day.used == credits.used >= 3 * kills
    assert (day.held, credits.held) == (0, 0)


@pytest.mark.slow
def test_killed_at_any_moment_the_books_agree(database: Database, database_url: str) -> None:
    kill_and_audit(database, database_url, 1)


@pytest.mark.slow
def test_killed_many_times_the_books_agree(database: Database, database_url: str) -> None:
    kill_and_audit(database, database_url, 25)
