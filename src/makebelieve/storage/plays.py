"""Sessions of play and what happened in them, in SQL."""

from __future__ import annotations

from dataclasses import asdict

import sqlalchemy as sa

from makebelieve.library.worlds.repository import PlaySession, SessionEvent
from makebelieve.storage.tables import play_events, play_sessions

_FIELDS = [play_sessions.c[name] for name in PlaySession.__dataclass_fields__]
_EVENT = [play_events.c[name] for name in SessionEvent.__dataclass_fields__]


def _values(session: PlaySession) -> dict[str, object]:
    return {**asdict(session), "seq": session.situation["seq"] if session.situation is not None else 0}


class SqlPlays:
    """library.worlds.PlayRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, session: PlaySession) -> None:
        self._connection.execute(sa.insert(play_sessions).values(_values(session)))

    def session(self, session_id: str) -> PlaySession | None:
        row = self._connection.execute(sa.select(*_FIELDS).where(play_sessions.c.id == session_id)).first()
        return PlaySession(*row) if row is not None else None

    def update(self, session: PlaySession, *, seq: int | None = None) -> bool:
        statement = sa.update(play_sessions).where(play_sessions.c.id == session.id).values(_values(session))
        if seq is not None:
            statement = statement.where(play_sessions.c.seq == seq)
        return bool(self._connection.execute(statement).rowcount)

    def live(self, since: float, owner: str | None = None) -> int:
        statement = sa.select(sa.func.count()).where(play_sessions.c.ended_at.is_(None), play_sessions.c.seen_at > since)
        if owner is not None:
            statement = statement.where(play_sessions.c.owner == owner)
        return int(self._connection.execute(statement).scalar() or 0)

    def lost(self, before: float, limit: int) -> list[PlaySession]:
        statement = sa.select(*_FIELDS).where(play_sessions.c.ended_at.is_(None), play_sessions.c.seen_at <= before)
        return [PlaySession(*row) for row in self._connection.execute(statement.limit(limit))]

    def add_event(self, session_id: str, event: SessionEvent) -> None:
        self._connection.execute(sa.insert(play_events).values(session_id=session_id, **asdict(event)))

    def events(self, session_id: str, after: int, limit: int) -> list[SessionEvent]:
        statement = sa.select(*_EVENT).where(play_events.c.session_id == session_id, play_events.c.seq > after)
        return [SessionEvent(*row) for row in self._connection.execute(statement.order_by(play_events.c.seq).limit(limit))]

    def graphs_of(self, world_id: str) -> list[str]:
        statement = sa.select(play_sessions.c.graph).where(play_sessions.c.world_id == world_id, play_sessions.c.graph.is_not(None))
        return sorted({str(key) for key in self._connection.execute(statement.distinct()).scalars()})
