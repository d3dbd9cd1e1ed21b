"""An install from before the ledger: what was counted and held then still is, and the books agree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

import makebelieve.storage
from makebelieve.metering import ledger
from makebelieve.storage.database import Database

OLD = (
    "INSERT INTO counters VALUES ('user:a', 'generations', '2026-01-31', 3, 1), ('addr:x', 'generations', '2026-01-30', 2, 0)",
    "INSERT INTO reservations VALUES ('res_1', 'user:a', 'generations', '2026-01-31', 'held', 5.0)",
    "INSERT INTO reservations VALUES ('res_2', 'user:a', 'generations', '2026-01-31', 'used', 4.0)",
    "INSERT INTO jobs (id, kind, owner, key, target, payload, reservation, state, priority, run_at, token, attempts, created_at) "
    "VALUES ('job_1', 'generate', 'user:a', 'user:a', 'game_1', '{}', 'res_1', 'running', 0, 0, 1, 1, 5.0)",
)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'old.db'}"
    else:
        url = request.getfixturevalue("make_postgresql")(empty=True)
    database = Database(url)
    with database._free_writer.connect() as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(Path(makebelieve.storage.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    for statement in OLD:
        database.write(lambda unit, statement=statement: unit.connection.execute(sa.text(statement)))
    database.migrate()
    yield database
    database.close()


def test_counts_and_holds_are_brought_forward(database: Database) -> None:
    assert database.read(ledger.audit) == []
    assert database.read(lambda unit: unit.meters.usage("user:a", "2026-01-31")) == {"generations": (3, 1)}
    assert database.read(lambda unit: unit.meters.usage("addr:x", "2026-01-30")) == {"generations": (2, 0)}
    # Its job lives, so the hold does.
    assert database.write(lambda unit: ledger.expire(unit, 1e9)) == 0
    assert database.write(lambda unit: ledger.commit(unit, "res_1", 6.0))
    assert not database.write(lambda unit: ledger.commit(unit, "res_2", 6.0))
    assert database.read(lambda unit: unit.meters.usage("user:a", "2026-01-31")) == {"generations": (4, 0)}
    assert database.read(ledger.audit) == []
