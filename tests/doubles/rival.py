"""One of several processes that draw on the same balances until nothing is left."""

from __future__ import annotations

from makebelieve.kit.errors import Problem
from makebelieve.metering import ledger
from makebelieve.metering.ledger import CREDITS, FOREVER, Charge
from makebelieve.storage.database import Database

NOW = 1_769_860_800.0


def refuse(left: int) -> Problem:
    return Problem(402, "refused", f"{left} left")


def charges(limit: int) -> list[Charge]:
    """One of a day's `limit` and one credit."""
    day = Charge("user:a", "generations", 1, "2026-01-31", limit, refuse)
    return [day, Charge("user:a", CREDITS, 1, FOREVER, None, refuse, prepaid=True)]


def compete(url: str, rounds: int, limit: int) -> int:
    """How many it got: every third reservation is given back, every other one committed.

    Not isolated: each of the ledger's statements checks and changes in one, and that has to be enough.
    """
    database = Database(url)
    got = 0
    for number in range(rounds):
        try:
            held = database.write(lambda unit: ledger.reserve(unit, charges(limit), NOW), isolated=False)
        except Problem:
            continue
        settle = ledger.release if number % 3 == 0 else ledger.commit
        settled = database.write(lambda unit, held=held, settle=settle: settle(unit, held, NOW), isolated=False)  # type: ignore[misc]
        got += settled and settle is ledger.commit
    database.close()
    return got
