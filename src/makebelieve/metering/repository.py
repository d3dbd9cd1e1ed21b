"""What metering needs kept, as protocols that storage implements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from makebelieve.access.repository import AccessUnit

BalanceKey = tuple[str, str, str]
"""Account ("user:…", "app:…", "addr:…", "key:…"), meter, period (a UTC day, or "" for ever)."""
EntryKind = Literal["grant", "reserve", "commit", "release", "expire"]
ReservationState = Literal["held", "committed", "released", "expired"]
OnExpiry = Literal["release", "commit"]


@dataclass(frozen=True, slots=True)
class Balance:
    """The units of one meter: granted beforehand (credits), used for good, held for work in progress."""

    granted: int = 0
    used: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the books; never changed once written."""

    id: str
    kind: EntryKind
    key: BalanceKey
    amount: int
    reservation: str | None
    job: str | None
    at: float
    reason: str


@dataclass(frozen=True, slots=True)
class Hold:
    """What a reservation holds of one balance."""

    key: BalanceKey
    amount: int
    job: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """`amount` to hold of one balance, as long as used and held together stay within `limit` (None: any number; `prepaid`: within what
    was granted)."""

    key: BalanceKey
    amount: int
    limit: int | None
    prepaid: bool


@dataclass(frozen=True, slots=True)
class Reservation:
    """What is held together and settled together."""

    id: str
    job: str | None
    created_at: float
    expires_at: float
    on_expiry: OnExpiry
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the books do not agree: `expected` is what the entries sum to, `found` what is kept.

    `subject` names a balance (account, meter, period) or is a reservation's id.
    """

    what: Literal["granted", "used", "held", "reservation"]
    subject: str
    expected: int
    found: int


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer kept for replay. `status` is None while the first request still runs, or when its server died.

    `job`: what the request ordered. `acted`: it has committed something, so it must not be run anew.
    """

    fingerprint: str
    token: str
    status: int | None
    headers: dict[str, str]
    body: bytes
    created_at: float
    expires_at: float
    job: str | None = None
    acted: bool = False


class MeterRepository(Protocol):
    """Balances, reservations and entries. What they mean is the ledger's business; here is only arithmetic that holds under contention."""

    def move(self, key: BalanceKey, *, used: int, held: int) -> None:
        """Add to `used` and `held` of a balance that exists."""
        ...

    def grant(self, key: BalanceKey, amount: int) -> bool:
        """Add to `granted`; False (and nothing changed) when less would be granted than is used and held."""
        ...

    def balance(self, key: BalanceKey) -> Balance: ...

    def usage(self, account: str, day: str) -> dict[str, tuple[int, int]]:
        """Per meter: used and held in that period."""
        ...

    def reserve(self, reservation: Reservation, wanted: list[Wanted]) -> BalanceKey | None:
        """Open a reservation of what is wanted, one of a balance and in the order of their keys, with an entry for each.

        If one does not fit, nothing is changed and its key comes back.
        """
        ...

    def settle(self, reservation: str, state: ReservationState, now: float, *, kept: str, reason: str) -> bool:
        """Settle a held one: "committed" makes what is held a use, except of the meter `kept`; all else gives it back. With the entries.

        False, and nothing changed, when it is settled or unknown.
        """
        ...

    def close_reservation(self, reservation: str, state: ReservationState, now: float, *, lapsed: bool) -> bool:
        """Settle a held one; False when it is settled or unknown. `lapsed`: only if its lease has run out and its job is over."""
        ...

    def holds(self, reservation: str) -> list[Hold]:
        """What was reserved, in the order of the balances' keys."""
        ...

    def lapsed(self, now: float, limit: int) -> list[tuple[str, OnExpiry]]:
        """Held reservations whose lease has run out and whose job, if any, is neither queued nor running."""
        ...

    def enter(self, entries: list[Entry]) -> None: ...

    def entries(self, account: str, limit: int) -> list[Entry]:
        """An account's newest entries, newest first."""
        ...

    def differences(self) -> list[Difference]: ...

    def set_cap(self, account: str, meter: str, cap: int | None) -> None: ...

    def caps(self, account: str) -> dict[str, int | None]:
        """The caps set for exactly this account."""
        ...

    def sweep(self, now: float) -> None:
        """Forget days long gone and reservations settled long ago. Credits are kept for ever."""
        ...


class AnswerRepository(Protocol):
    """Answers kept for `Idempotency-Key`, by subject, route and key."""

    def begin(self, subject: str, route: str, key: str, answer: StoredAnswer) -> bool:
        """Note that a request runs; False when something is kept for the key."""
        ...

    def get(self, subject: str, route: str, key: str) -> StoredAnswer | None: ...

    def take_over(self, subject: str, route: str, key: str, token: str, answer: StoredAnswer) -> bool:
        """Put `answer` in the place of the one with `token`; False when that is not there any more."""
        ...

    def beat(self, subject: str, route: str, key: str, token: str, now: float) -> None:
        """Its request is being answered at that time; nothing is done to one that has its answer or another's token."""
        ...

    def act(self, subject: str, route: str, key: str, token: str, job: str | None) -> bool:
        """Note that the request has committed something, and which job it ordered; False when it lost the key meanwhile."""
        ...

    def keep(self, subject: str, route: str, key: str, token: str, status: int, headers: dict[str, str], body: bytes) -> None: ...

    def forget(self, subject: str, route: str, key: str, token: str, *, refused: bool) -> None:
        """Free the key if nothing was made: its job ended without success, or it has none and was `refused` or has not acted.

        Else let the next request take it over at once.
        """
        ...

    def sweep(self, now: float) -> None:
        """Forget what has expired."""
        ...


class MeteringUnit(AccessUnit, Protocol):
    """One transaction, seen from metering."""

    @property
    def meters(self) -> MeterRepository: ...

    @property
    def answers(self) -> AnswerRepository: ...
