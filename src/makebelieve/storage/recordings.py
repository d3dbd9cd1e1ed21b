"""Tracks and sound effects in SQL."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from makebelieve.library.music.repository import Medium, Recording
from makebelieve.storage.dialect import insert
from makebelieve.storage.tables import recordings, tallies


def _recording(row: Any) -> Recording:
    return Recording(row.id, row.medium, row.owner, row.job_id, row.asked, row.created_at, row.made, row.completed_at)


class SqlRecordings:
    """library.music.RecordingRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, recording: Recording) -> None:
        self._connection.execute(
            sa.insert(recordings).values(
                id=recording.id,
                medium=recording.medium,
                owner=recording.owner,
                job_id=recording.job,
                asked=recording.asked,
                made=recording.made,
                created_at=recording.created_at,
                completed_at=recording.completed_at,
            )
        )
        self._tally(recording, 1)

    def complete(self, recording_id: str, made: dict[str, Any], now: float) -> bool:
        wanted = sa.update(recordings).where(recordings.c.id == recording_id).values(made=made, completed_at=now)
        return self._connection.execute(wanted).rowcount == 1

    def add_file(self, recording_id: str, part: str, name: str) -> bool:
        made = self._connection.execute(sa.select(recordings.c.made).where(recordings.c.id == recording_id).with_for_update()).scalar()
        if made is None:
            return False
        self._connection.execute(
            sa.update(recordings)
            .where(recordings.c.id == recording_id)
            .values(made={**made, "files": {**made.get("files", {}), part: name}})
        )
        return True

    def recording(self, recording_id: str) -> Recording | None:
        row = self._connection.execute(sa.select(recordings).where(recordings.c.id == recording_id)).first()
        return _recording(row) if row is not None else None

    def list_of(self, owner: str, medium: Medium, limit: int, offset: int) -> list[Recording]:
        rows = self._connection.execute(
            sa.select(recordings)
            .where(recordings.c.owner == owner, recordings.c.medium == medium)
            .order_by(recordings.c.created_at.desc(), recordings.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return [_recording(row) for row in rows]

    def count_of(self, owner: str, medium: Medium) -> int:
        statement = sa.select(tallies.c.total).where(tallies.c.subject == owner, tallies.c.name == medium)
        return int(self._connection.execute(statement).scalar() or 0)

    def remove(self, recording: Recording) -> None:
        if self._connection.execute(sa.delete(recordings).where(recordings.c.id == recording.id)).rowcount == 1:
            self._tally(recording, -1)

    def _tally(self, recording: Recording, change: int) -> None:
        self._connection.execute(
            insert(self._connection, tallies)
            .values(subject=recording.owner, name=recording.medium, total=change)
            .on_conflict_do_update(index_elements=["subject", "name"], set_={"total": tallies.c.total + change})
        )
