"""Signing keys, the audit log and the counts of calls in SQL."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from makebelieve.access.activity import COUNTED, CallKey, Calls
from makebelieve.access.audit import Entry
from makebelieve.access.signing import SigningKey
from makebelieve.storage.dialect import insert
from makebelieve.storage.tables import api_keys, audit, call_counts, signing_keys


class SqlSigning:
    """access.SigningRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self) -> list[SigningKey]:
        rows = self._connection.execute(sa.select(signing_keys).order_by(signing_keys.c.created_at.desc(), signing_keys.c.kid.desc()))
        return [SigningKey(row.kid, bytes(row.public), bytes(row.sealed), row.created_at, row.expires_at) for row in rows]

    def add(self, key: SigningKey) -> None:
        self._connection.execute(sa.insert(signing_keys).values(**asdict(key)))

    def expire(self, expires_at: float) -> None:
        later = sa.or_(signing_keys.c.expires_at.is_(None), signing_keys.c.expires_at > expires_at)
        self._connection.execute(sa.update(signing_keys).where(later).values(expires_at=expires_at))

    def remove_expired(self, now: float) -> None:
        self._connection.execute(sa.delete(signing_keys).where(signing_keys.c.expires_at <= now))


def _entry(row: Any) -> tuple[int, Entry]:
    values = row._asdict()
    return values.pop("seq"), Entry(**values)


class SqlAudit:
    """access.AuditRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, entries: list[Entry]) -> None:
        if entries:
            self._connection.execute(sa.insert(audit), [_fitting(entry) for entry in entries])

    def of_app(self, app_id: str, limit: int, before: int | None) -> list[tuple[int, Entry]]:
        statement = sa.select(audit).where(audit.c.app_id == app_id)
        if before is not None:
            statement = statement.where(audit.c.seq < before)
        return [_entry(row) for row in self._connection.execute(statement.order_by(audit.c.seq.desc()).limit(limit))]


def _fitting(entry: Entry) -> dict[str, Any]:
    # What comes from outside (a path, an address) is cut to the column: PostgreSQL would refuse the whole row, and NUL is no text there.
    values = asdict(entry)
    for name in ("address", "action", "resource", "reason", "request_id"):
        text = values[name]
        if text is not None:
            values[name] = text.replace("\x00", "")[: audit.c[name].type.length]  # type: ignore[attr-defined]  # a String
    return values


class SqlActivity:
    """access.ActivityRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add_calls(self, calls: dict[CallKey, Calls]) -> None:
        rows = [
            {"subject": subject, "day": day, "action": action, **asdict(counted)}
            for (subject, day, action), counted in sorted(calls.items())
        ]
        statement = insert(self._connection, call_counts)
        added = {name: call_counts.c[name] + statement.excluded[name] for name in COUNTED}
        self._connection.execute(statement.on_conflict_do_update(index_elements=["subject", "day", "action"], set_=added), rows)

    def calls(self, subject: str, since: str) -> dict[tuple[str, str], Calls]:
        rows = self._connection.execute(sa.select(call_counts).where(call_counts.c.subject == subject, call_counts.c.day >= since))
        return {(row.day, row.action): Calls(**{name: getattr(row, name) for name in COUNTED}) for row in rows}

    def touch_keys(self, used: dict[str, float]) -> None:
        key: sa.BindParameter[str] = sa.bindparam("used_key")
        at: sa.BindParameter[float] = sa.bindparam("used_at")
        earlier = sa.or_(api_keys.c.last_used_at.is_(None), api_keys.c.last_used_at < at)
        statement = sa.update(api_keys).where(api_keys.c.id == key, earlier).values(last_used_at=at)
        self._connection.execute(statement, [{"used_key": key_id, "used_at": time} for key_id, time in sorted(used.items())])

    def sweep(self, before: str) -> None:
        self._connection.execute(sa.delete(call_counts).where(call_counts.c.day < before))
