"""Browsers: sessions kept in a cookie, and one-time links that log one in."""

from __future__ import annotations

from typing import Final

from makebelieve.access.callers import BrowserSession, User
from makebelieve.access.repository import AccessUnit
from makebelieve.access.secrets import digest_of, new_token
from makebelieve.kit.ids import new_id

SESSION_LIFETIME: Final = 30 * 24 * 3600
LINK_LIFETIME: Final = 15 * 60


def open_session(unit: AccessUnit, user: User | None, now: float) -> tuple[BrowserSession, str]:
    """A new session (anonymous without `user`) and the secret for its cookie."""
    secret = new_token()
    session = BrowserSession(new_id("ses", now), user.id if user is not None else None, now + SESSION_LIFETIME)
    unit.accounts.add_session(session, digest_of(secret), now)
    return session, secret


def make_login_link(unit: AccessUnit, user: User, now: float) -> str:
    """A token that logs a browser in as `user`, once, within 15 minutes."""
    token = new_token()
    unit.accounts.add_login_link(digest_of(token), user.id, now + LINK_LIFETIME)
    return token


def follow_login_link(unit: AccessUnit, token: str, now: float) -> User | None:
    """The account behind the link, the first time and in time."""
    user_id = unit.accounts.use_login_link(digest_of(token), now)
    return unit.accounts.user(user_id) if user_id is not None else None


def safe_next(target: str | None) -> str:
    """`target` if it is a path on this server, else "/": a login link must not lead elsewhere."""
    if target is None or not target.startswith("/") or target.startswith(("//", "/\\")):
        return "/"
    return target if all(" " <= character != "\\" for character in target) else "/"
