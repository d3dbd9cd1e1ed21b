"""The audit log: who was refused what, and every act that bears on safety. It only grows; what is written is never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from makebelieve.access.callers import Caller, Credential, User

Outcome = Literal["allowed", "refused"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `app_id` is the app whose owners may read it; `count` how often the same was refused within a moment.

    `action` is one of the gate's, or of what happened: "login", "key.made", "member.added"; `resource` names the thing ("key key_x").
    """

    at: float
    app_id: str | None
    user_id: str | None
    key_id: str | None
    credential: Credential
    address: str
    action: str
    resource: str | None
    outcome: Outcome
    reason: str
    request_id: str | None = None
    count: int = 1


class AuditRepository(Protocol):
    def add(self, entries: list[Entry]) -> None: ...

    def of_app(self, app_id: str, limit: int, before: int | None) -> list[tuple[int, Entry]]:
        """Newest first, each with its number; only numbers below `before` if that is given."""
        ...


def by_caller(
    caller: Caller,
    now: float,
    action: str,
    resource: str | None = None,
    *,
    outcome: Outcome = "allowed",
    reason: str = "allowed",
    request_id: str | None = None,
) -> Entry:
    """A line about what a caller did, or was refused, in its app."""
    user_id = caller.user.id if caller.user is not None else None
    return Entry(
        now, caller.app_id, user_id, caller.key_id, caller.credential, caller.address, action, resource, outcome, reason, request_id
    )


def by_account(
    user: User,
    now: float,
    action: str,
    address: str,
    *,
    credential: Credential = "none",
    outcome: Outcome = "allowed",
    reason: str = "allowed",
    request_id: str | None = None,
) -> Entry:
    """A line about an account itself (a login, a new password), kept with its default app."""
    return Entry(now, user.default_app, user.id, None, credential, address, action, f"user {user.id}", outcome, reason, request_id)
