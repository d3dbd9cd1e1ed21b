"""What SQLite and PostgreSQL both speak but SQLAlchemy keeps in two places."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert(connection: sa.Connection, table: sa.Table) -> Any:
    """An INSERT with `on_conflict_do_nothing` and `on_conflict_do_update` of the connection's database."""
    return (sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert)(table)


def clock(connection: sa.Connection, now: float) -> Any:
    """The time that leases and waits are judged by: PostgreSQL's own, so that the clocks of many machines need not agree; on SQLite,
    and where the execution option `database_clock` is False, the caller's."""
    if connection.dialect.name == "sqlite" or not connection.get_execution_options().get("database_clock", True):
        return now
    return sa.cast(sa.extract("epoch", sa.func.clock_timestamp()), sa.Double)
