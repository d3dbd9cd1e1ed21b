"""What SQLite and PostgreSQL both speak but SQLAlchemy keeps in two places."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert(connection: sa.Connection, table: sa.Table) -> Any:
    """An INSERT with `on_conflict_do_nothing` and `on_conflict_do_update` of the connection's database."""
    return (sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert)(table)


DATABASE_NOW: Final = sa.cast(sa.extract("epoch", sa.func.clock_timestamp()), sa.Double)
"""PostgreSQL's clock, in seconds since 1970."""


def has_clock(connection: sa.Connection) -> bool:
    """Whether leases and waits are judged by the database's clock, so that those of many machines need not agree: on PostgreSQL,
    unless the execution option `database_clock` is False."""
    return connection.dialect.name != "sqlite" and bool(connection.get_execution_options().get("database_clock", True))


def clock(connection: sa.Connection, now: float) -> Any:
    """The time that leases and waits are judged by: the database's, or the caller's where it has none."""
    return DATABASE_NOW if has_clock(connection) else now
