"""Result files in SQL."""

from __future__ import annotations

import sqlalchemy as sa

from makebelieve.storage.dialect import insert
from makebelieve.storage.tables import uploads


class SqlUploads:
    """library.UploadRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, thing: str, names: list[str], now: float) -> None:
        if names:
            rows = [{"name": name, "thing": thing, "created_at": now} for name in names]
            self._connection.execute(insert(self._connection, uploads).on_conflict_do_nothing(), rows)

    def remove(self, things: list[str]) -> list[str]:
        named = uploads.c.thing.in_(things)
        names = [str(row.name) for row in self._connection.execute(sa.select(uploads.c.name).where(named))]
        self._connection.execute(sa.delete(uploads).where(named))
        return sorted(names)
