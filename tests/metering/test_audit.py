"""The checker finds what does not agree, and the sweep never makes it so."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from makebelieve.metering import ledger, quota
from makebelieve.metering.repository import Difference
from makebelieve.storage.database import Database

NOW = 1_769_860_800.0


@pytest.fixture
def books(database: Database) -> Database:
    """One committed, one held, one released reservation, and credits."""

    def work(unit: Any) -> None:
        ledger.grant(unit, "user:a", 7, NOW)
        for settle in (ledger.commit, ledger.release, None):
            held = ledger.reserve(unit, [quota.daily("user:a", "free", "generations", NOW), quota.at_once("user:a", 3, "the tier")], NOW)
            if settle is not None:
                settle(unit, held, NOW)

    database.write(work)
    assert database.read(ledger.audit) == []
    return database


def tamper(database: Database, statement: str) -> list[Difference]:
    database.write(lambda unit: unit.connection.execute(sa.text(statement)))
    return database.read(ledger.audit)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE balances SET used=used+1 WHERE meter='generations'", [("used", 1, 2)]),
        ("UPDATE balances SET held=0 WHERE meter='at_once'", [("held", 1, 0)]),
        ("UPDATE balances SET granted=700 WHERE meter='credits'", [("granted", 7, 700)]),
        ("DELETE FROM balances WHERE meter='generations'", [("used", 1, 0), ("held", 1, 0)]),
        ("DELETE FROM entries WHERE kind='grant'", [("granted", 0, 7)]),
        ("UPDATE entries SET amount=2 WHERE kind='commit'", [("used", 2, 1), ("held", 0, 1), ("reservation", 0, -1)]),
        ("UPDATE reservations SET state='committed' WHERE state='held'", [("reservation", 0, 1)] * 2),
        ("UPDATE reservations SET state='held' WHERE state='released'", [("reservation", 1, 0)] * 2),
    ],
)
def test_what_was_tampered_with_is_found(books: Database, statement: str, expected: list[tuple[str, int, int]]) -> None:
    found = tamper(books, statement)
    assert [(difference.what, difference.expected, difference.found) for difference in found] == expected
    assert all(difference.subject for difference in found)


def test_a_difference_names_its_balance(books: Database) -> None:
    (found,) = tamper(books, "UPDATE balances SET used=5 WHERE meter='generations'")
    assert found.subject == "user:a generations 2026-01-31"


def test_sweeping_forgets_old_days_and_keeps_credits_and_what_is_held(books: Database) -> None:
    later = NOW + 100 * 86_400
    books.write(lambda unit: unit.meters.sweep(later))
    assert books.read(ledger.audit) == []
    # The held one keeps its day.
    assert books.read(lambda unit: unit.meters.usage("user:a", "2026-01-31")) == {"generations": (1, 1)}
    books.write(lambda unit: ledger.expire(unit, later))
    books.write(lambda unit: unit.meters.sweep(later + 100 * 86_400))
    assert books.read(ledger.audit) == []
    assert books.read(lambda unit: unit.meters.usage("user:a", "2026-01-31")) == {}
    assert [entry.kind for entry in books.read(lambda unit: unit.meters.entries("user:a", 99))] == ["grant"]
    assert books.read(lambda unit: ledger.balance(unit, "user:a", ledger.CREDITS)) == 7


def test_an_overdrawn_balance_cannot_even_be_written(books: Database) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        tamper(books, "UPDATE balances SET held=-1")
