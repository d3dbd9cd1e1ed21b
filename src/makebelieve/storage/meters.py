"""Counters, reservations and kept answers in SQL."""

from __future__ import annotations

from typing import Literal, cast

import sqlalchemy as sa

from makebelieve.kit.clock import DAY, day_of
from makebelieve.metering.repository import StoredAnswer
from makebelieve.metering.tiers import Counter
from makebelieve.storage.dialect import insert
from makebelieve.storage.tables import counters, idempotency, reservations

COUNTERS_KEPT = 90 * DAY
SETTLED_KEPT = 8 * DAY


class SqlMeters:
    """metering.MeterRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def hold(self, reservation: str, subject: str, counter: Counter, day: str, limit: int | None, now: float) -> bool:
        run = self._connection.execute
        run(insert(self._connection, counters).values(subject=subject, counter=counter, day=day, used=0, held=0).on_conflict_do_nothing())
        row = (counters.c.subject == subject, counters.c.counter == counter, counters.c.day == day)
        # One statement checks and takes, so that two callers cannot both get the last one.
        take = sa.update(counters).where(*row).values(held=counters.c.held + 1)
        if limit is not None:
            take = take.where(counters.c.used + counters.c.held < limit)
        if run(take).rowcount != 1:
            return False
        run(sa.insert(reservations).values(id=reservation, subject=subject, counter=counter, day=day, state="held", created_at=now))
        return True

    def settle(self, reservation: str, outcome: Literal["used", "returned"]) -> bool:
        row = self._connection.execute(
            sa.update(reservations)
            .where(reservations.c.id == reservation, reservations.c.state == "held")
            .values(state=outcome)
            .returning(reservations.c.subject, reservations.c.counter, reservations.c.day)
        ).first()
        if row is None:
            return False
        self._connection.execute(
            sa.update(counters)
            .where(counters.c.subject == row.subject, counters.c.counter == row.counter, counters.c.day == row.day)
            .values(held=counters.c.held - 1, used=counters.c.used + (1 if outcome == "used" else 0))
        )
        return True

    def usage(self, subject: str, day: str) -> dict[Counter, tuple[int, int]]:
        rows = self._connection.execute(
            sa.select(counters.c.counter, counters.c.used, counters.c.held).where(counters.c.subject == subject, counters.c.day == day)
        )
        return {cast(Counter, row.counter): (row.used, row.held) for row in rows}

    def answer(self, subject: str, route: str, key: str, now: float) -> StoredAnswer | None:
        row = self._connection.execute(sa.select(idempotency).where(*_at(subject, route, key), idempotency.c.expires_at > now)).first()
        if row is None:
            return None
        return StoredAnswer(row.fingerprint, row.token, row.status, row.headers or {}, row.body or b"", row.created_at)

    def begin_answer(self, subject: str, route: str, key: str, fingerprint: str, token: str, now: float, expires_at: float) -> None:
        values = {
            "fingerprint": fingerprint,
            "token": token,
            "status": None,
            "headers": None,
            "body": None,
            "created_at": now,
            "expires_at": expires_at,
        }
        self._connection.execute(
            insert(self._connection, idempotency)
            .values(subject=subject, route=route, key=key, **values)
            .on_conflict_do_update(index_elements=["subject", "route", "key"], set_=values)
        )

    def keep_answer(self, subject: str, route: str, key: str, token: str, status: int, headers: dict[str, str], body: bytes) -> None:
        self._connection.execute(
            sa.update(idempotency)
            .where(*_at(subject, route, key), idempotency.c.token == token)
            .values(status=status, headers=headers, body=body)
        )

    def forget_answer(self, subject: str, route: str, key: str, token: str) -> None:
        self._connection.execute(sa.delete(idempotency).where(*_at(subject, route, key), idempotency.c.token == token))

    def sweep(self, now: float) -> None:
        run = self._connection.execute
        run(sa.delete(idempotency).where(idempotency.c.expires_at < now))
        run(sa.delete(counters).where(counters.c.day < day_of(now - COUNTERS_KEPT)))
        run(sa.delete(reservations).where(reservations.c.state != "held", reservations.c.created_at < now - SETTLED_KEPT))


def _at(subject: str, route: str, key: str) -> tuple[sa.ColumnElement[bool], ...]:
    return idempotency.c.subject == subject, idempotency.c.route == route, idempotency.c.key == key
