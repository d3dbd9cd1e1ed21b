"""Apps, members and API keys in SQL."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, cast

import sqlalchemy as sa

from makebelieve.access.callers import ApiKey, App, Member, Mode, Role, User
from makebelieve.storage.accounts import user_of
from makebelieve.storage.dialect import insert, rows_by
from makebelieve.storage.tables import api_keys, app_members, apps, users


def _app(row: Any) -> App:
    return App(row.id, row.name, row.owner_id, row.created_at, row.key_mode)


def _key(row: Any) -> ApiKey:
    return ApiKey(
        id=row.id,
        app_id=row.app_id,
        mode=row.mode,
        kind=row.kind,
        made_by=row.made_by,
        prefix=row.prefix,
        last4=row.last4,
        label=row.label,
        scopes=tuple(row.scopes),
        created_at=row.created_at,
        revoked_at=row.revoked_at,
        expires_at=row.expires_at,
        last_used_at=row.last_used_at,
    )


class SqlApps:
    """access.AppRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, app: App) -> None:
        self._connection.execute(sa.insert(apps).values(**asdict(app)))

    def app(self, app_id: str) -> App | None:
        row = rows_by(self._connection, (apps.c.id, app_id)).first()
        return _app(row) if row is not None else None

    def of_user(self, user_id: str) -> list[tuple[App, Role]]:
        rows = self._connection.execute(
            sa.select(apps, app_members.c.role)
            .join(app_members, app_members.c.app_id == apps.c.id)
            .where(app_members.c.user_id == user_id)
            .order_by(apps.c.created_at, apps.c.id)
        )
        return [(_app(row), cast(Role, row.role)) for row in rows]

    def add_member(self, member: Member) -> bool:
        statement = insert(self._connection, app_members).values(**asdict(member)).on_conflict_do_nothing()
        return bool(self._connection.execute(statement).rowcount == 1)

    def role(self, app_id: str, user_id: str) -> Role | None:
        statement = sa.select(app_members.c.role).where(*_place(app_id, user_id))
        return cast("Role | None", self._connection.execute(statement).scalar())

    def members(self, app_id: str) -> list[tuple[Member, User]]:
        rows = self._connection.execute(
            sa.select(users, app_members.c.role, app_members.c.created_at.label("joined_at"))
            .join(app_members, app_members.c.user_id == users.c.id)
            .where(app_members.c.app_id == app_id)
            .order_by(app_members.c.created_at, app_members.c.user_id)
        )
        return [(Member(app_id, row.id, row.role, row.joined_at), user_of(row)) for row in rows]

    def set_role(self, app_id: str, user_id: str, role: Role) -> None:
        self._connection.execute(sa.update(app_members).where(*_place(app_id, user_id)).values(role=role))

    def remove_member(self, app_id: str, user_id: str) -> None:
        self._connection.execute(sa.delete(app_members).where(*_place(app_id, user_id)))

    def change(self, app_id: str, name: str, key_mode: Mode) -> None:
        self._connection.execute(sa.update(apps).where(apps.c.id == app_id).values(name=name, key_mode=key_mode))


def _place(app_id: str, user_id: str) -> tuple[sa.ColumnElement[bool], ...]:
    return app_members.c.app_id == app_id, app_members.c.user_id == user_id


class SqlKeys:
    """access.KeyRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, key: ApiKey, digest: str) -> None:
        self._connection.execute(sa.insert(api_keys).values(**{**asdict(key), "scopes": list(key.scopes)}, digest=digest))

    def by_digest(self, digest: str) -> ApiKey | None:
        row = rows_by(self._connection, (api_keys.c.digest, digest)).first()
        return _key(row) if row is not None else None

    def key(self, key_id: str) -> ApiKey | None:
        row = rows_by(self._connection, (api_keys.c.id, key_id)).first()
        return _key(row) if row is not None else None

    def of_app(self, app_id: str, mode: Mode | None) -> list[ApiKey]:
        statement = sa.select(api_keys).where(api_keys.c.app_id == app_id)
        if mode is not None:
            statement = statement.where(api_keys.c.mode == mode)
        return [_key(row) for row in self._connection.execute(statement.order_by(api_keys.c.created_at.desc(), api_keys.c.id.desc()))]

    def revoke(self, key_id: str, now: float) -> bool:
        statement = sa.update(api_keys).where(api_keys.c.id == key_id, api_keys.c.revoked_at.is_(None)).values(revoked_at=now)
        return self._connection.execute(statement).rowcount == 1

    def expire(self, key_id: str, expires_at: float) -> None:
        later = sa.or_(api_keys.c.expires_at.is_(None), api_keys.c.expires_at > expires_at)
        self._connection.execute(sa.update(api_keys).where(api_keys.c.id == key_id, later).values(expires_at=expires_at))
