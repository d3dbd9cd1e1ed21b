"""The ledger: what is taken of any meter, held before the work and settled after it, in the transaction that changes the work's state.

One mechanism serves daily counters, app caps, credits and permits to run at once: a meter's balance has `granted`, `used` and `held`
units, and may be drawn on while `used + held` stays within a limit. Every change is an entry that is never altered:

    grant    + granted          reserve  + held
    commit   + used, - held     release  - held          expire   - held

so balances are sums of entries; they are kept as rows, changed in the same transaction, and `audit` compares the two. The pattern is
the two-phase transfer of TigerBeetle (pending, then posted or voided, with a time-out).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_id
from makebelieve.metering.repository import (
    Difference,
    Entry,
    EntryKind,
    Hold,
    MeteringUnit,
    OnExpiry,
    Reservation,
    ReservationState,
    Wanted,
)

FOREVER: Final = ""
"""The period of balances that no midnight ends."""
NOW: Final = "now"
"""The period of permits: what is held at this moment, whenever it was taken."""
AT_ONCE: Final = "at_once"
"""The meter of permits: held while the work goes on, given back whether it succeeds or not."""
CREDITS: Final = "credits"
LEASE: Final = 900.0
"""Seconds until a hold without a living job goes back by itself."""
EXPIRED_AT_ONCE: Final = 200
MOST: Final = 1_000_000_000_000
"""The largest amount of one charge or grant: far from what a 64-bit sum could not hold."""


@dataclass(frozen=True, slots=True)
class Charge:
    """What a piece of work takes of one meter, and how much of it there may be.

    `limit`: units that may be used and held together in `period`, None = any number. `prepaid`: the limit is what was granted.
    `refuse` makes the refusal from the units that are left (0 or more).
    """

    account: str
    meter: str
    amount: int
    period: str
    limit: int | None
    refuse: Callable[[int], Problem] = field(compare=False)
    prepaid: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        return self.account, self.meter, self.period


def reserve(
    unit: MeteringUnit,
    charges: Iterable[Charge],
    now: float,
    *,
    lease: float = LEASE,
    job: str | None = None,
    reason: str = "",
    on_expiry: OnExpiry = "release",
) -> str:
    """Hold every charge or none; the reservation's id. Raises the refusal of the first charge that does not fit.

    After `lease` seconds the hold goes back by itself (or, with `on_expiry` "commit", is charged in full), unless `job` is still
    queued or running. Charges of amount 0 are free and hold nothing.
    """
    merged = _merged(charges)
    reservation = Reservation(new_id("res", now), job, now, now + lease, on_expiry, reason)
    full = unit.meters.reserve(reservation, [Wanted(charge.key, charge.amount, charge.limit, charge.prepaid) for charge in merged])
    for charge in merged:
        if charge.key == full:
            raise charge.refuse(left(unit, charge))
    return reservation.id


def commit(unit: MeteringUnit, reservation: str, now: float, actual: Mapping[str, int] | None = None) -> bool:
    """Make what is held a use. False when it was settled before, so nothing is ever charged twice.

    `actual`: per meter what was really spent, where it is less than was held; the rest goes back.
    """
    return _settle(unit, reservation, "committed", now, actual)


def release(unit: MeteringUnit, reservation: str, now: float, reason: str = "") -> bool:
    """Give back all that is held. False when it was settled before."""
    return _settle(unit, reservation, "released", now, reason=reason)


def expire(unit: MeteringUnit, now: float) -> int:
    """Settle holds whose lease has run out and whose job, if they have one, is over; how many there were (at most 200 a call)."""
    count = 0
    for reservation, on_expiry in unit.meters.lapsed(now, EXPIRED_AT_ONCE):
        state: ReservationState = "committed" if on_expiry == "commit" else "expired"
        count += _settle(unit, reservation, state, now, reason="lease ran out", lapsed=True)
    return count


def grant(unit: MeteringUnit, account: str, amount: int, now: float, reason: str = "") -> int:
    """Add prepaid credits, or with a negative amount take unspent ones away; the credits that are left then.

    Raises a 422 Problem for 0 and for more than one trillion, 409 when fewer are left than are to be taken away.
    """
    if amount == 0 or abs(amount) > MOST:
        raise Problem(422, "invalid", f"amount: must be 1 to {MOST}, or as many below 0 to take credits away")
    key = account, CREDITS, FOREVER
    if not unit.meters.grant(key, amount):
        raise Problem(409, "not_enough", f"{account} has {balance(unit, account, CREDITS)} credits left to take away")
    unit.meters.enter([_entry("grant", key, amount, None, None, now, reason)])
    return balance(unit, account, CREDITS)


def balance(unit: MeteringUnit, account: str, meter: str) -> int:
    """What is left of a prepaid meter: granted, less what is used and held."""
    found = unit.meters.balance((account, meter, FOREVER))
    return found.granted - found.used - found.held


def left(unit: MeteringUnit, charge: Charge) -> int:
    """Units that are free now of what `charge` would draw on; 0 at least. Without a limit, `MOST`."""
    found = unit.meters.balance(charge.key)
    limit = found.granted if charge.prepaid else charge.limit
    return MOST if limit is None else max(0, limit - found.used - found.held)


def audit(unit: MeteringUnit) -> list[Difference]:
    """Recompute every balance from the entries, and every reservation's state from its own; what does not agree."""
    return unit.meters.differences()


def _settle(
    unit: MeteringUnit,
    reservation: str,
    state: ReservationState,
    now: float,
    actual: Mapping[str, int] | None = None,
    *,
    reason: str = "",
    lapsed: bool = False,
) -> bool:
    if actual is None and not lapsed:
        return unit.meters.settle(reservation, state, now, kept=AT_ONCE, reason=reason)
    # The state's change is the lock: whoever makes it settles, everybody else finds it made.
    if not unit.meters.close_reservation(reservation, state, now, lapsed=lapsed):
        return False
    entries: list[Entry] = []
    for hold in unit.meters.holds(reservation):
        spent = _spent(hold, state, actual)
        unit.meters.move(hold.key, used=spent, held=-hold.amount)
        if spent:
            entries.append(_entry("commit", hold.key, spent, reservation, hold.job, now, reason))
        if hold.amount > spent:
            kind: EntryKind = "expire" if state == "expired" else "release"
            entries.append(_entry(kind, hold.key, hold.amount - spent, reservation, hold.job, now, reason))
    unit.meters.enter(entries)
    return True


def _spent(hold: Hold, state: ReservationState, actual: Mapping[str, int] | None) -> int:
    if state != "committed" or hold.key[1] == AT_ONCE:
        return 0
    spent = hold.amount if actual is None else actual.get(hold.key[1], hold.amount)
    if not 0 <= spent <= hold.amount:
        raise ValueError(f"{hold.key[1]}: {spent} is not within the {hold.amount} that are held")
    return spent


def _merged(charges: Iterable[Charge]) -> list[Charge]:
    """One charge a balance, in the order of their keys: transactions that lock rows in one order cannot block each other for good."""
    merged: dict[tuple[str, str, str], Charge] = {}
    for charge in charges:
        if not 0 <= charge.amount <= MOST:
            raise ValueError(f"{charge.meter}: cannot hold {charge.amount}")
        if charge.amount:
            before = merged.get(charge.key)
            merged[charge.key] = charge if before is None else replace(charge, amount=before.amount + charge.amount)
    return [merged[key] for key in sorted(merged)]


def _entry(
    kind: EntryKind, key: tuple[str, str, str], amount: int, reservation: str | None, job: str | None, now: float, reason: str
) -> Entry:
    return Entry(new_id("ent", now), kind, key, amount, reservation, job, now, reason)
