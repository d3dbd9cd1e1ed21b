"""What the ledger costs: reserve and commit, against a bare pair of SQLite transactions in the same run.

    python bench/metering.py [--orders N] [--database URL]

The baseline is the least that metering can do: in one durable transaction a row goes up by one if it stays within its limit, in a
second one it is marked as used. The ledger does that for one charge, for the two of a game (a day's counter and a permit) and for
three, with its entries, its reservation and its state. CPU time per pair says what the code costs; with the disk's sync, the wall
time says what a caller waits. Requests a minute are measured beside it, in memory.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from makebelieve.kit.errors import Problem
from makebelieve.metering import ledger, quota
from makebelieve.metering.ledger import CREDITS, FOREVER, Charge
from makebelieve.metering.rates import MemoryRateLimiter
from makebelieve.storage.database import Database

NOW = 1_769_860_800.0


def refuse(left: int) -> Problem:
    return Problem(402, "refused", f"{left} left")


def bare(folder: Path) -> Callable[[int], None]:
    """Two durable transactions by hand."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE balances (account TEXT PRIMARY KEY, used INTEGER, held INTEGER) WITHOUT ROWID")
    connection.execute("INSERT INTO balances VALUES ('user:a', 0, 0)")

    def pair(_: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE balances SET held=held+1 WHERE account=? AND used+held<?", ("user:a", 10**9))
        connection.execute("COMMIT")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE balances SET held=held-1, used=used+1 WHERE account=?", ("user:a",))
        connection.execute("COMMIT")

    return pair


def ledger_of(database: Database, charges: list[Charge]) -> Callable[[int], None]:
    def pair(_: int) -> None:
        held = database.write(lambda unit: ledger.reserve(unit, charges, NOW))
        database.write(lambda unit: ledger.commit(unit, held, NOW))

    return pair


def measure(one: Callable[[int], None], count: int) -> tuple[float, float]:
    """Microseconds per pair: median wall time, mean CPU time."""
    for number in range(20):
        one(number)
    walls = []
    cpu = time.process_time()
    for number in range(count):
        started = time.perf_counter()
        one(number)
        walls.append((time.perf_counter() - started) * 1e6)
    return statistics.median(walls), (time.process_time() - cpu) / count * 1e6


def requests_a_second() -> float:
    limiter = MemoryRateLimiter()
    count = 100_000

    async def work() -> None:
        for number in range(count):
            await limiter.hit(f"key:{number % 1000}", 60, NOW + number / 1000)

    started = time.perf_counter()
    asyncio.run(work())
    return count / (time.perf_counter() - started)


def main(count: int, url: str | None) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = Database(url or f"sqlite:///{folder / 'ledger.db'}")
        database.migrate()
        database.write(lambda unit: ledger.grant(unit, "user:a", 10**9, NOW))
        day = Charge("user:a", "generations", 1, "2026-01-31", 10**9, refuse)
        permit = quota.at_once("user:a", 10**9, "the tier")
        credit = Charge("user:a", CREDITS, 1, FOREVER, None, refuse, prepaid=True)
        cases = {
            "bare pair of transactions": bare(folder),
            "reserve + commit, one charge": ledger_of(database, [day]),
            "… a counter and a permit": ledger_of(database, [day, permit]),
            "… a counter, a permit, a credit": ledger_of(database, [day, permit, credit]),
        }
        print(f"{'':34}{'pairs/s':>10}{'wall us':>10}{'CPU us':>9}{'x wall':>9}{'x CPU':>9}")
        base = (0.0, 0.0)
        for label, one in cases.items():
            wall, cpu = measure(one, count)
            base = base if base[0] else (wall, cpu)
            print(f"{label:34}{1e6 / wall:10.0f}{wall:10.0f}{cpu:9.0f}{wall / base[0]:9.2f}{cpu / base[1]:9.1f}")
        started = time.perf_counter()
        differences = database.read(ledger.audit)
        entries = count * 3 * 2
        print(f"audit of some {entries} entries: {(time.perf_counter() - started) * 1000:.0f} ms, {len(differences)} differences")
        print(f"requests a minute, in memory: {requests_a_second():,.0f} a second")
        database.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--orders", type=int, default=500, help="pairs per case")
    parser.add_argument("--database", help="URL of a PostgreSQL database to use instead of a SQLite file")
    given = parser.parse_args()
    main(given.orders, given.database)
