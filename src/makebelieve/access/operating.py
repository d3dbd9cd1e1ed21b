"""What an operator does with accounts and with the keys that sign tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from makebelieve.access import accounts, signing
from makebelieve.access.audit import by_account
from makebelieve.access.callers import User
from makebelieve.access.repository import AccessUnit
from makebelieve.access.sealing import SealingKeys
from makebelieve.kit.clock import Clock, iso
from makebelieve.kit.errors import Problem
from makebelieve.kit.transactions import Ledger

OWNER: Final = "owner"
PAGE: Final = 500
TERMINAL: Final = "terminal"
"""What the audit log gives as the address of what an operator did."""


def fields(user: User) -> dict[str, Any]:
    """An account as operators see it."""
    return {
        "account": user.id,
        "email": user.email,
        "display_name": user.display_name,
        "tier": user.tier,
        "is_owner": user.is_owner,
        "approved": user.approved,
        "nda_accepted": user.nda_accepted_at is not None,
        "disabled_at": iso(user.disabled_at) if user.disabled_at is not None else None,
        "created_at": iso(user.created_at),
    }


def find(unit: AccessUnit, name: str) -> User:
    """The account of an email address, of an id, or "owner". Raises a 404 Problem."""
    if name == OWNER:
        user = unit.accounts.owner()
    elif "@" in name:
        found = unit.accounts.user_by_email(name.strip().lower())
        user = found[0] if found is not None else None
    else:
        user = unit.accounts.user(name.removeprefix("user:"))
    if user is None:
        raise Problem(404, "not_found", f"no account '{name}'; name one by its email address or id, or say 'owner'")
    return user


@dataclass(frozen=True, slots=True)
class Accounts:
    """Each method but `all` is one transaction, and a line in the audit log where it changes something."""

    ledger: Ledger[AccessUnit]
    clock: Clock
    sealing: Callable[[], SealingKeys]

    def all(self) -> Iterator[dict[str, Any]]:
        """Every account, oldest first."""
        after = ""
        while page := self.ledger.read(lambda unit, after=after: unit.accounts.users(PAGE, after)):  # type: ignore[misc]  # a default, to bind it now
            yield from map(fields, page)
            after = page[-1].id

    def approve(self, name: str, approved: bool) -> dict[str, Any]:
        return self._change(
            name, "user.approved" if approved else "user.unapproved", lambda unit, user, _: unit.accounts.set_approved(user.id, approved)
        )

    def disable(self, name: str) -> dict[str, Any]:
        """End every login; keys of the apps that the account pays for count for nothing until it is enabled."""
        return self._change(name, "user.disabled", accounts.disable)

    def enable(self, name: str) -> dict[str, Any]:
        return self._change(name, "user.enabled", lambda unit, user, _: unit.accounts.set_disabled(user.id, None))

    def end_logins(self, name: str) -> dict[str, Any]:
        return self._change(name, "logout.all", accounts.end_logins)

    def _change(self, name: str, action: str, change: Callable[[AccessUnit, User, float], object]) -> dict[str, Any]:
        def work(unit: AccessUnit) -> dict[str, Any]:
            now = self.clock()
            user = find(unit, name)
            change(unit, user, now)
            unit.audit.add([by_account(user, now, action, TERMINAL)])
            return fields(find(unit, user.id))

        return self.ledger.write(work)

    def rotate_signing_key(self, *, at_once: bool) -> str:
        """A new key for signing tokens; its kid. The old ones verify for another 25 hours, or not at all with `at_once`."""
        sealing = self.sealing()
        return self.ledger.write(lambda unit: signing.rotate(unit, sealing, self.clock(), at_once=at_once))
