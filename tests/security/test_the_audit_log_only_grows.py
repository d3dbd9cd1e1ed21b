"""The database itself refuses to change or remove a line, on SQLite and on PostgreSQL."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from makebelieve.access.audit import Entry
from makebelieve.storage.database import Database

LINE = Entry(1.0, "app_a", "user_a", None, "jwt", "192.0.2.7", "key.made", "key key_1", "allowed", "allowed")


@pytest.mark.parametrize("change", ["UPDATE audit SET reason = 'x'", "DELETE FROM audit", "DELETE FROM audit WHERE seq = 1"])
def test_a_line_stays_as_it_was_written(database: Database, change: str) -> None:
    database.write(lambda unit: unit.audit.add([LINE, LINE]))
    with pytest.raises(sa.exc.SQLAlchemyError, match="only grows"):
        database.write(lambda unit: unit.connection.execute(sa.text(change)))
    assert [entry for _, entry in database.read(lambda unit: unit.audit.of_app("app_a", 10, None))] == [LINE, LINE]


def test_what_comes_from_outside_is_cut_to_fit(database: Database) -> None:
    long: Any = Entry(1.0, "app_a", None, None, "key", "x" * 500, "a" * 500, "/p\x00" + "q" * 500, "refused", "r" * 500, "i" * 500)
    database.write(lambda unit: unit.audit.add([long]))
    _, entry = database.read(lambda unit: unit.audit.of_app("app_a", 10, None))[0]
    assert (len(entry.address), len(entry.action), len(entry.resource or "")) == (64, 40, 200)
    assert "\x00" not in (entry.resource or "")
