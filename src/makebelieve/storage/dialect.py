"""What SQLite and PostgreSQL both speak but SQLAlchemy keeps in two places."""

from __future__ import annotations

import functools
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert(connection: sa.Connection, table: sa.Table) -> Any:
    """An INSERT with `on_conflict_do_nothing` and `on_conflict_do_update` of the connection's database."""
    return insert_into(connection.dialect.name == "sqlite", table)


def insert_into(lite: bool, table: sa.Table) -> Any:
    """The same for statements that are kept: of SQLite (`lite`) or PostgreSQL."""
    return (sqlite.insert if lite else postgresql.insert)(table)


@functools.cache
def _by(columns: tuple[sa.Column[Any], ...]) -> sa.Select[Any]:
    return sa.select(columns[0].table).where(*(column == sa.bindparam(f"value_{place}") for place, column in enumerate(columns)))


def rows_by(connection: sa.Connection, *wanted: tuple[sa.Column[Any], Any]) -> sa.CursorResult[Any]:
    """The rows of a table in which each of those columns has that value.

    The statement is put together once for all: for a wide table that takes longer than to look a row up.
    """
    values = {f"value_{place}": value for place, (_, value) in enumerate(wanted)}
    return connection.execute(_by(tuple(column for column, _ in wanted)), values)


DATABASE_NOW: Final = sa.cast(sa.extract("epoch", sa.func.clock_timestamp()), sa.Double)
"""PostgreSQL's clock, in seconds since 1970."""


def has_clock(connection: sa.Connection) -> bool:
    """Whether leases and waits are judged by the database's clock, so that those of many machines need not agree: on PostgreSQL,
    unless the execution option `database_clock` is False."""
    return connection.dialect.name != "sqlite" and bool(connection.get_execution_options().get("database_clock", True))


def clock(connection: sa.Connection, now: float) -> Any:
    """The time that leases and waits are judged by: the database's, or the caller's where it has none."""
    return DATABASE_NOW if has_clock(connection) else now
