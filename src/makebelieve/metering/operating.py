"""What an operator does with the books: grant credits, set tiers and caps, check that everything adds up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from makebelieve.access import audit
from makebelieve.access.callers import TIERS, Tier, User
from makebelieve.access.operating import TERMINAL, find
from makebelieve.kit.clock import Clock, iso
from makebelieve.kit.errors import invalid
from makebelieve.kit.transactions import Ledger
from makebelieve.metering import caps, credits, ledger
from makebelieve.metering.caps import EVERY_APP
from makebelieve.metering.repository import Difference, Entry, MeteringUnit

NEWEST = 20


@dataclass(frozen=True, slots=True)
class Books:
    """Each method is one transaction. Accounts are named by email address, by id, or as "owner"; apps by id, or as "default"."""

    ledger: Ledger[MeteringUnit]
    clock: Clock

    def grant(self, account: str, amount: int, reason: str = "") -> dict[str, Any]:
        """Add credits (below 0: take some away); the account as it stands then. Raises 404, 409, 422 Problems."""

        def work(unit: MeteringUnit) -> dict[str, Any]:
            user = find(unit, account)
            ledger.grant(unit, credits.account_of(user), amount, self.clock(), reason or "granted by the operator")
            self._note(unit, user, "credits.granted" if amount > 0 else "credits.taken", f"{abs(amount)} credits")
            return self._standing(unit, user)

        return self.ledger.write(work)

    def credits(self, account: str) -> dict[str, Any]:
        """`account`, `email`, `tier`, `credits`, `unlimited`, and the account's newest `entries`. Raises a 404 Problem."""
        return self.ledger.read(lambda unit: self._standing(unit, find(unit, account)))

    def set_tier(self, account: str, tier: str) -> dict[str, Any]:
        """Raises a 404 Problem, and 422 for a tier that no account may have."""
        allowed = tuple(known for known in TIERS if known != "anonymous")
        if tier not in allowed:
            raise invalid("tier", f"'{tier}' is not a tier of accounts", allowed)
        chosen: Tier = tier

        def work(unit: MeteringUnit) -> dict[str, Any]:
            user = find(unit, account)
            unit.accounts.set_tier(user.id, chosen)
            self._note(unit, user, "tier.set", f"{user.tier} to {chosen}")
            return self._standing(unit, replace(user, tier=chosen))

        return self.ledger.write(work)

    def caps(self, app: str) -> dict[str, Any]:
        """`app`, its `caps` (None = unlimited), and what it has `usage`d this `day`. Raises a 404 Problem."""
        return self.ledger.read(lambda unit: self._caps(unit, app))

    def set_cap(self, app: str, meter: str, cap: int | None) -> dict[str, Any]:
        """Raises a 404 Problem for an app that does not exist, 422 for an unknown meter."""

        def work(unit: MeteringUnit) -> dict[str, Any]:
            caps.set_cap(unit, app, meter, cap)
            found = unit.apps.app(app)
            if found is not None:
                told = f"{meter}: {'unlimited' if cap is None else cap} a day"
                line = audit.Entry(self.clock(), found.id, None, None, "none", TERMINAL, "cap.set", f"app {found.id}", "allowed", told)
                unit.audit.add([line])
            return self._caps(unit, app)

        return self.ledger.write(work)

    def check(self) -> list[Difference]:
        """Everything in which the balances and reservations differ from the entries."""
        return self.ledger.read(ledger.audit)

    def _note(self, unit: MeteringUnit, user: User, action: str, what: str) -> None:
        unit.audit.add([audit.by_account(user, self.clock(), action, TERMINAL, reason=what)])

    def _standing(self, unit: MeteringUnit, user: User) -> dict[str, Any]:
        account = credits.account_of(user)
        stands = credits.status(unit, account, user.tier, self.clock())
        return {
            "account": user.id,
            "email": user.email,
            "tier": user.tier,
            "credits": stands["credits"],
            "unlimited": stands["unlimited"],
            "entries": [_fields(entry) for entry in unit.meters.entries(account, NEWEST)],
        }

    def _caps(self, unit: MeteringUnit, app: str) -> dict[str, Any]:
        caps.check_app(unit, app)
        if app == EVERY_APP:
            return {"app": app, "caps": {**caps.DEFAULTS, **unit.meters.caps(EVERY_APP)}}
        return {"app": app, **caps.usage(unit, app, self.clock())}


def _fields(entry: Entry) -> dict[str, Any]:
    _, meter, _ = entry.key
    return {"at": iso(entry.at), "kind": entry.kind, "meter": meter, "amount": entry.amount, "job": entry.job, "reason": entry.reason}
