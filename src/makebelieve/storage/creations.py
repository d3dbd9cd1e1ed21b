"""What the studio keeps, in SQL."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from makebelieve.library.studio.repository import Creation, Kind
from makebelieve.storage.dialect import insert
from makebelieve.storage.tables import creations, tallies


def _creation(row: Any) -> Creation:
    return Creation(row.id, row.kind, row.owner, row.parent, row.job_id, row.name, row.asked, row.made, row.created_at, row.completed_at)


class SqlCreations:
    """library.studio.CreationRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, creation: Creation) -> None:
        self._connection.execute(
            sa.insert(creations).values(
                id=creation.id,
                kind=creation.kind,
                owner=creation.owner,
                parent=creation.parent,
                job_id=creation.job,
                name=creation.name,
                asked=creation.asked,
                made=creation.made,
                created_at=creation.created_at,
                completed_at=creation.completed_at,
            )
        )
        self._tally(creation, 1)

    def complete(self, creation_id: str, made: dict[str, Any], now: float) -> bool:
        wanted = sa.update(creations).where(creations.c.id == creation_id).values(made=made, completed_at=now)
        return self._connection.execute(wanted).rowcount == 1

    def change(self, creation_id: str, name: str, asked: dict[str, Any]) -> None:
        self._connection.execute(sa.update(creations).where(creations.c.id == creation_id).values(name=name, asked=asked))

    def creation(self, creation_id: str) -> Creation | None:
        row = self._connection.execute(sa.select(creations).where(creations.c.id == creation_id)).first()
        return _creation(row) if row is not None else None

    def list_of(self, kind: Kind, limit: int, offset: int, *, owner: str, parent: str | None = None) -> list[Creation]:
        whose = creations.c.owner == owner if parent is None else creations.c.parent == parent
        rows = self._connection.execute(
            sa.select(creations)
            .where(whose, creations.c.kind == kind)
            .order_by(creations.c.created_at.desc(), creations.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return [_creation(row) for row in rows]

    def count_of(self, kind: Kind, *, owner: str, parent: str | None = None) -> int:
        statement = sa.select(tallies.c.total).where(tallies.c.subject == (parent or owner), tallies.c.name == kind)
        return int(self._connection.execute(statement).scalar() or 0)

    def remove(self, creation: Creation) -> None:
        if self._connection.execute(sa.delete(creations).where(creations.c.id == creation.id)).rowcount == 1:
            self._tally(creation, -1)

    def _tally(self, creation: Creation, change: int) -> None:
        for subject in (creation.owner, creation.parent):
            if subject is not None:
                self._connection.execute(
                    insert(self._connection, tallies)
                    .values(subject=subject, name=creation.kind, total=change)
                    .on_conflict_do_update(index_elements=["subject", "name"], set_={"total": tallies.c.total + change})
                )
