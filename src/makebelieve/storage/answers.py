"""Answers kept for replay, in SQL."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from makebelieve.metering.repository import StoredAnswer
from makebelieve.storage.dialect import insert, rows_by
from makebelieve.storage.tables import idempotency, jobs


class SqlAnswers:
    """metering.AnswerRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def begin(self, subject: str, route: str, key: str, answer: StoredAnswer) -> bool:
        put = insert(self._connection, idempotency).values(subject=subject, route=route, key=key, **_values(answer))
        return self._connection.execute(put.on_conflict_do_nothing().returning(idempotency.c.token)).first() is not None

    def get(self, subject: str, route: str, key: str) -> StoredAnswer | None:
        row = rows_by(self._connection, (idempotency.c.subject, subject), (idempotency.c.route, route), (idempotency.c.key, key)).first()
        if row is None:
            return None
        return StoredAnswer(
            row.fingerprint, row.token, row.status, row.headers or {}, row.body or b"", row.created_at, row.expires_at, row.job, row.acted
        )

    def take_over(self, subject: str, route: str, key: str, token: str, answer: StoredAnswer) -> bool:
        return self._change(subject, route, key, token, **_values(answer))

    def beat(self, subject: str, route: str, key: str, token: str, now: float) -> None:
        at = (*_at(subject, route, key), idempotency.c.token == token, idempotency.c.status.is_(None))
        # A key that was given up (`forget`) stays so.
        self._connection.execute(sa.update(idempotency).where(*at, idempotency.c.created_at > 0.0).values(created_at=now))

    def act(self, subject: str, route: str, key: str, token: str, job: str | None) -> bool:
        return self._change(subject, route, key, token, acted=True, **({"job": job} if job is not None else {}))

    def keep(self, subject: str, route: str, key: str, token: str, status: int, headers: dict[str, str], body: bytes) -> None:
        self._change(subject, route, key, token, status=status, headers=headers, body=body)

    def forget(self, subject: str, route: str, key: str, token: str, *, refused: bool) -> None:
        at = (*_at(subject, route, key), idempotency.c.token == token)
        good = sa.exists().where(jobs.c.id == idempotency.c.job, jobs.c.state.in_(("queued", "running", "done")))
        nothing = ~good if refused else ~good & (~idempotency.c.acted | idempotency.c.job.is_not(None))
        if self._connection.execute(sa.delete(idempotency).where(*at, nothing)).rowcount == 0:
            # As if its server had died long ago: the next request with the key follows the same job.
            self._connection.execute(sa.update(idempotency).where(*at).values(created_at=0.0))

    def sweep(self, now: float) -> None:
        self._connection.execute(sa.delete(idempotency).where(idempotency.c.expires_at < now))

    def _change(self, subject: str, route: str, key: str, old: str, **values: Any) -> bool:
        at = (*_at(subject, route, key), idempotency.c.token == old)
        return self._connection.execute(sa.update(idempotency).where(*at).values(**values)).rowcount == 1


def _values(answer: StoredAnswer) -> dict[str, Any]:
    return {
        "fingerprint": answer.fingerprint,
        "token": answer.token,
        "status": answer.status,
        "headers": answer.headers or None,
        "body": answer.body or None,
        "job": answer.job,
        "acted": answer.acted,
        "created_at": answer.created_at,
        "expires_at": answer.expires_at,
    }


def _at(subject: str, route: str, key: str) -> tuple[sa.ColumnElement[bool], ...]:
    return idempotency.c.subject == subject, idempotency.c.route == route, idempotency.c.key == key
