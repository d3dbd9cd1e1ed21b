"""What SQLite and PostgreSQL both speak but SQLAlchemy keeps in two places."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert(connection: sa.Connection, table: sa.Table) -> Any:
    """An INSERT with `on_conflict_do_nothing` and `on_conflict_do_update` of the connection's database."""
    return (sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert)(table)
