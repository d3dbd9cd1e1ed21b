"""Migrations and transactions."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from makebelieve.access.callers import User
from makebelieve.storage.database import HEAD, Database
from makebelieve.storage.tables import metadata


def user(name: str) -> User:
    return User(f"user_{name}", f"{name}@x", name, "free", False, True, None, 0.0)


def test_migrations_make_what_the_tables_say(database: Database) -> None:
    def differences(unit: Any) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(unit.connection), metadata))

    assert database.read(differences) == []


def test_migrating_twice_changes_nothing(database: Database) -> None:
    database.write(lambda unit: unit.accounts.add_user(user("a"), None))
    database.migrate()
    assert database.read(lambda unit: unit.accounts.user("user_a")) is not None


def test_the_head_is_the_newest_migration(database: Database) -> None:
    found = sorted((Path(__file__).parents[2] / "src/makebelieve/storage/migrations/versions").glob("[0-9]*.py"))
    assert found[-1].name.startswith(HEAD)
    assert database.read(lambda unit: unit.connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()) == HEAD


def test_a_database_of_a_newer_version_is_refused(database: Database) -> None:
    database.write(lambda unit: unit.connection.execute(sa.text("UPDATE alembic_version SET version_num='9999'")))
    with pytest.raises(RuntimeError, match="newer version"):
        database.migrate()


def test_a_failed_write_leaves_nothing(database: Database) -> None:
    def half(unit: Any) -> None:
        unit.accounts.add_user(user("a"), None)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        database.write(half)
    assert database.read(lambda unit: unit.accounts.user("user_a")) is None


def test_readers_do_not_wait_for_the_writer(database: Database) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow(unit: Any) -> None:
        unit.accounts.add_user(user("a"), None)
        inside.set()
        assert go_on.wait(30)

    writer = threading.Thread(target=database.write, args=(slow,))
    writer.start()
    assert inside.wait(30)
    # Beside an open write transaction: the state before it, at once.
    assert database.read(lambda unit: unit.accounts.user("user_a")) is None
    go_on.set()
    writer.join(30)
    assert database.read(lambda unit: unit.accounts.user("user_a")) is not None


def test_memory_is_no_database() -> None:
    with pytest.raises(ValueError, match="file"):
        Database("sqlite://")


def test_the_schema_is_postgresqls_too() -> None:
    for table in metadata.sorted_tables:
        str(CreateTable(table).compile(dialect=postgresql.dialect()))
        for index in table.indexes:
            # PostgreSQL cuts longer names off, and two of them could then be one.
            assert len(str(index.name)) <= 63
            str(CreateIndex(index).compile(dialect=postgresql.dialect()))


def test_the_claim_skips_what_others_hold_on_postgresql() -> None:
    from makebelieve.storage import composed

    assert "LIMIT 1 FOR UPDATE SKIP LOCKED" in str(composed.claim(True, False))
