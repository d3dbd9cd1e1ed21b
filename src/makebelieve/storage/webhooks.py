"""Webhook endpoints and the outbox in SQL."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import Any, Final

import sqlalchemy as sa

from makebelieve.storage.dialect import DATABASE_NOW, clock, has_clock, insert, rows_by
from makebelieve.storage.tables import webhook_attempts as attempts
from makebelieve.storage.tables import webhook_deliveries as deliveries
from makebelieve.storage.tables import webhook_endpoints as endpoints
from makebelieve.storage.tables import webhook_secrets as app_secrets
from makebelieve.webhooks.repository import Attempt, Delivery, DeliveryState, Endpoint, Secrets


def _endpoint(row: Any) -> Endpoint:
    secrets = Secrets(row.secret, row.old_secret, row.old_until)
    return Endpoint(row.id, row.owner, row.url, tuple(row.events), row.enabled, row.disabled_reason, secrets, row.created_at)


def _delivery(row: Any) -> Delivery:
    return Delivery(
        id=row.id,
        owner=row.owner,
        endpoint_id=row.endpoint_id,
        url=row.url,
        event=row.event,
        body=row.body,
        job_id=row.job_id,
        state=row.state,
        attempts=row.attempts,
        left=row.left,
        next_at=row.next_at,
        token=row.token,
        created_at=row.created_at,
        finished_at=row.finished_at,
    )


def _secrets(secrets: Secrets) -> dict[str, Any]:
    return {"secret": secrets.current, "old_secret": secrets.old, "old_until": secrets.old_until}


# Every end of a job asks for these, so they are put together once.
_OF_OWNER: Final = sa.select(endpoints).where(endpoints.c.owner == sa.bindparam("who")).order_by(endpoints.c.id)


@functools.cache
def _due(clocked: bool) -> sa.Select[Any]:
    """The one that has waited longest of those whose address nobody is delivering to: a slow receiver holds up nobody else."""
    now = DATABASE_NOW if clocked else sa.bindparam("moment", type_=sa.Float)
    other = deliveries.alias("other")
    busy = sa.exists().where(other.c.url == deliveries.c.url, other.c.state == "pending", other.c.lease_until > now)
    return (
        sa.select(deliveries.c.id)
        .where(deliveries.c.state == "pending", deliveries.c.next_at <= now, ~busy)
        .order_by(deliveries.c.next_at)
        .limit(1)
    )


def _held(delivery: Delivery) -> sa.Update:
    return sa.update(deliveries).where(
        deliveries.c.id == delivery.id, deliveries.c.token == delivery.token, deliveries.c.state == "pending"
    )


class SqlWebhooks:
    """webhooks.WebhookRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._run = connection.execute
        self.added = 0

    def _clock(self, now: float) -> Any:
        return clock(self._connection, now)

    def add_endpoint(self, endpoint: Endpoint) -> None:
        self._run(sa.insert(endpoints).values(id=endpoint.id, owner=endpoint.owner, created_at=endpoint.created_at, **_changing(endpoint)))

    def endpoint(self, endpoint_id: str) -> Endpoint | None:
        row = rows_by(self._connection, (endpoints.c.id, endpoint_id)).first()
        return _endpoint(row) if row is not None else None

    def endpoints_of(self, owner: str) -> list[Endpoint]:
        return [_endpoint(row) for row in self._run(_OF_OWNER, {"who": owner})]

    def change_endpoint(self, endpoint: Endpoint) -> None:
        self._run(sa.update(endpoints).where(endpoints.c.id == endpoint.id).values(**_changing(endpoint)))

    def remove_endpoint(self, endpoint_id: str, now: float) -> None:
        self._run(sa.delete(endpoints).where(endpoints.c.id == endpoint_id))
        self._run(
            sa.update(deliveries)
            .where(deliveries.c.endpoint_id == endpoint_id, deliveries.c.state == "pending")
            .values(state="failed", lease_until=None, finished_at=now)
        )

    def app_secrets(self, owner: str) -> Secrets | None:
        row = rows_by(self._connection, (app_secrets.c.owner, owner)).first()
        return Secrets(row.secret, row.old_secret, row.old_until) if row is not None else None

    def set_app_secrets(self, owner: str, secrets: Secrets) -> None:
        values = _secrets(secrets)
        self._run(
            insert(self._connection, app_secrets).values(owner=owner, **values).on_conflict_do_update(index_elements=["owner"], set_=values)
        )

    def add_delivery(self, delivery: Delivery) -> None:
        self.added += 1
        self._run(
            sa.insert(deliveries).values(
                id=delivery.id,
                owner=delivery.owner,
                endpoint_id=delivery.endpoint_id,
                url=delivery.url,
                event=delivery.event,
                body=delivery.body,
                job_id=delivery.job_id,
                state=delivery.state,
                attempts=delivery.attempts,
                left=delivery.left,
                next_at=self._clock(delivery.next_at),
                token=delivery.token,
                created_at=delivery.created_at,
            )
        )

    def delivery(self, delivery_id: str) -> Delivery | None:
        row = rows_by(self._connection, (deliveries.c.id, delivery_id)).first()
        return _delivery(row) if row is not None else None

    def deliveries_of(
        self, owner: str, *, endpoint_id: str | None, state: DeliveryState | None, before: str | None, limit: int
    ) -> list[Delivery]:
        statement = sa.select(deliveries).where(deliveries.c.owner == owner).order_by(deliveries.c.id.desc()).limit(limit)
        if endpoint_id is not None:
            statement = statement.where(deliveries.c.endpoint_id == endpoint_id)
        if state is not None:
            statement = statement.where(deliveries.c.state == state)
        if before is not None:
            statement = statement.where(deliveries.c.id < before)
        return [_delivery(row) for row in self._run(statement)]

    def attempts_of(self, delivery_ids: list[str]) -> dict[str, list[Attempt]]:
        found: dict[str, list[Attempt]] = defaultdict(list)
        statement = sa.select(attempts).where(attempts.c.delivery_id.in_(delivery_ids)).order_by(attempts.c.number)
        for row in self._run(statement):
            found[row.delivery_id].append(Attempt(row.number, row.at, row.ms, row.status, row.error, row.answer))
        return found

    def due(self, now: float) -> bool:
        return self._find_due(now).first() is not None

    def _find_due(self, now: float, *, locking: bool = False) -> sa.CursorResult[Any]:
        clocked = has_clock(self._connection)
        found = _due(clocked).with_for_update(skip_locked=True, of=deliveries) if locking else _due(clocked)
        return self._run(found, {} if clocked else {"moment": now})

    def claim(self, now: float, lease: float) -> Delivery | None:
        row = self._find_due(now, locking=self._connection.dialect.name != "sqlite").first()
        if row is None:
            return None
        until = self._clock(now) + lease
        # Postponed to the end of the lease, so that a courier who dies leaves it to be found then.
        taken = sa.update(deliveries).where(deliveries.c.id == row.id)
        claimed = self._run(taken.values(token=deliveries.c.token + 1, lease_until=until, next_at=until).returning(deliveries)).one()
        return _delivery(claimed)

    def beat(self, held: list[Delivery], now: float, lease: float) -> set[str]:
        until = self._clock(now) + lease
        return {one.id for one in held if self._run(_held(one).values(lease_until=until, next_at=until)).rowcount == 1}

    def note(self, delivery: Delivery, attempt: Attempt) -> bool:
        counted = _held(delivery).values(attempts=attempt.number, left=deliveries.c.left - 1)
        if self._run(counted).rowcount != 1:
            return False
        self._run(
            sa.insert(attempts).values(
                delivery_id=delivery.id,
                number=attempt.number,
                at=attempt.at,
                ms=attempt.ms,
                status=attempt.status,
                error=attempt.error,
                answer=attempt.answer,
            )
        )
        return True

    def postpone(self, delivery: Delivery, now: float, pause: float) -> None:
        self._run(_held(delivery).values(next_at=self._clock(now) + pause, lease_until=None))

    def finish(self, delivery: Delivery, state: DeliveryState, now: float) -> None:
        self._run(_held(delivery).values(state=state, finished_at=now, lease_until=None))

    def revive(self, delivery_id: str, left: int, now: float) -> bool:
        settled = sa.update(deliveries).where(deliveries.c.id == delivery_id, deliveries.c.state != "pending")
        values = {"state": "pending", "left": left, "next_at": self._clock(now), "finished_at": None}
        return self._run(settled.values(**values)).rowcount == 1

    def sweep(self, before: float) -> None:
        self._run(sa.delete(deliveries).where(deliveries.c.state.in_(("delivered", "failed")), deliveries.c.finished_at < before))


def _changing(endpoint: Endpoint) -> dict[str, Any]:
    return {
        "url": endpoint.url,
        "events": list(endpoint.events),
        "enabled": endpoint.enabled,
        "disabled_reason": endpoint.disabled_reason,
        **_secrets(endpoint.secrets),
    }
