"""Accounts in SQL."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa

from makebelieve.access.callers import BrowserSession, Tier, User
from makebelieve.storage.dialect import insert, rows_by
from makebelieve.storage.tables import browser_sessions, login_links, refresh_tokens, users

# Every order asks for it, so it is put together once.
_OWNER: Final = sa.select(users).where(users.c.is_owner).order_by(users.c.created_at).limit(1)


def user_of(row: Any) -> User:
    return User(
        id=row.id,
        email=row.email,
        display_name=row.display_name,
        tier=row.tier,
        is_owner=row.is_owner,
        approved=row.approved,
        nda_accepted_at=row.nda_accepted_at,
        created_at=row.created_at,
        epoch=row.epoch,
        disabled_at=row.disabled_at,
    )


class SqlAccounts:
    """access.AccountRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._has_owner: bool | None = None

    def add_user(self, user: User, password_hash: str | None) -> bool:
        values = {
            "id": user.id,
            "email": user.email,
            "display_name": user.display_name,
            "password_hash": password_hash,
            "tier": user.tier,
            "is_owner": user.is_owner,
            "approved": user.approved,
            "nda_accepted_at": user.nda_accepted_at,
            "created_at": user.created_at,
            "epoch": user.epoch,
            "disabled_at": user.disabled_at,
        }
        statement = insert(self._connection, users).values(**values).on_conflict_do_nothing(index_elements=["email"])
        return bool(self._connection.execute(statement).rowcount == 1)

    def user(self, user_id: str) -> User | None:
        row = rows_by(self._connection, (users.c.id, user_id)).first()
        return user_of(row) if row is not None else None

    def user_by_email(self, email: str) -> tuple[User, str | None] | None:
        row = rows_by(self._connection, (users.c.email, email)).first()
        return (user_of(row), row.password_hash) if row is not None else None

    def owner(self) -> User | None:
        row = self._connection.execute(_OWNER).first()
        return user_of(row) if row is not None else None

    def has_owner(self) -> bool:
        # Every item of a batch asks.
        if self._has_owner is None:
            self._has_owner = self.owner() is not None
        return self._has_owner

    def set_tier(self, user_id: str, tier: Tier) -> None:
        self._connection.execute(sa.update(users).where(users.c.id == user_id).values(tier=tier))

    def set_password_hash(self, user_id: str, password_hash: str) -> None:
        self._connection.execute(sa.update(users).where(users.c.id == user_id).values(password_hash=password_hash))

    def accept_nda(self, user_id: str, now: float) -> None:
        self._connection.execute(
            sa.update(users).where(users.c.id == user_id, users.c.nda_accepted_at.is_(None)).values(nda_accepted_at=now)
        )

    def users(self, limit: int, after: str) -> list[User]:
        return [
            user_of(row) for row in self._connection.execute(sa.select(users).where(users.c.id > after).order_by(users.c.id).limit(limit))
        ]

    def set_approved(self, user_id: str, approved: bool) -> None:
        self._connection.execute(sa.update(users).where(users.c.id == user_id).values(approved=approved))

    def set_disabled(self, user_id: str, disabled_at: float | None) -> None:
        self._connection.execute(sa.update(users).where(users.c.id == user_id).values(disabled_at=disabled_at))

    def end_logins(self, user_id: str, now: float) -> None:
        run = self._connection.execute
        run(sa.update(users).where(users.c.id == user_id).values(epoch=users.c.epoch + 1))
        run(
            sa.update(refresh_tokens)
            .where(refresh_tokens.c.user_id == user_id, refresh_tokens.c.revoked_at.is_(None))
            .values(revoked_at=now)
        )
        run(sa.delete(browser_sessions).where(browser_sessions.c.user_id == user_id))
        run(sa.delete(login_links).where(login_links.c.user_id == user_id))

    def add_refresh_token(self, digest: str, family: str, user_id: str, expires_at: float) -> None:
        self._connection.execute(sa.insert(refresh_tokens).values(digest=digest, family=family, user_id=user_id, expires_at=expires_at))

    def use_refresh_token(self, digest: str, now: float) -> tuple[str, str, bool] | None:
        first = self._connection.execute(
            sa.update(refresh_tokens)
            .where(
                refresh_tokens.c.digest == digest,
                refresh_tokens.c.used_at.is_(None),
                refresh_tokens.c.revoked_at.is_(None),
                refresh_tokens.c.expires_at > now,
            )
            .values(used_at=now)
        ).rowcount
        row = self._connection.execute(sa.select(refresh_tokens).where(refresh_tokens.c.digest == digest)).first()
        return (row.family, row.user_id, first == 1) if row is not None else None

    def revoke_refresh_family(self, family: str, now: float) -> None:
        self._connection.execute(
            sa.update(refresh_tokens).where(refresh_tokens.c.family == family, refresh_tokens.c.revoked_at.is_(None)).values(revoked_at=now)
        )

    def add_session(self, session: BrowserSession, digest: str, created_at: float) -> None:
        self._connection.execute(
            sa.insert(browser_sessions).values(
                id=session.id, digest=digest, user_id=session.user_id, created_at=created_at, expires_at=session.expires_at
            )
        )

    def session_by_digest(self, digest: str) -> BrowserSession | None:
        row = rows_by(self._connection, (browser_sessions.c.digest, digest)).first()
        return BrowserSession(row.id, row.user_id, row.expires_at) if row is not None else None

    def end_session(self, session_id: str) -> None:
        self._connection.execute(sa.delete(browser_sessions).where(browser_sessions.c.id == session_id))

    def add_login_link(self, digest: str, user_id: str, expires_at: float) -> None:
        self._connection.execute(sa.insert(login_links).values(digest=digest, user_id=user_id, expires_at=expires_at))

    def use_login_link(self, digest: str, now: float) -> str | None:
        row = self._connection.execute(
            sa.update(login_links)
            .where(login_links.c.digest == digest, login_links.c.used_at.is_(None), login_links.c.expires_at > now)
            .values(used_at=now)
            .returning(login_links.c.user_id)
        ).first()
        return str(row.user_id) if row is not None else None

    def sweep(self, now: float) -> None:
        for table in (refresh_tokens, browser_sessions, login_links):
            self._connection.execute(sa.delete(table).where(table.c.expires_at < now))
