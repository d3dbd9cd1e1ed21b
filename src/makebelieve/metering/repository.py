"""What metering needs kept, as protocols that storage implements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from makebelieve.access.repository import AccessUnit
from makebelieve.metering.tiers import Counter


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer kept for replay. `status` is None while the first request still runs."""

    fingerprint: str
    token: str
    status: int | None
    headers: dict[str, str]
    body: bytes
    created_at: float


class MeterRepository(Protocol):
    def hold(self, reservation: str, subject: str, counter: Counter, day: str, limit: int | None, now: float) -> bool:
        """Take one of the day's `limit`; False (and nothing taken) when used and held together have reached it."""
        ...

    def settle(self, reservation: str, outcome: Literal["used", "returned"]) -> bool:
        """Turn a held reservation into a charge or give it back; False when it was settled before."""
        ...

    def usage(self, subject: str, day: str) -> dict[Counter, tuple[int, int]]:
        """Per counter: used and held that day."""
        ...

    def answer(self, subject: str, route: str, key: str, now: float) -> StoredAnswer | None: ...

    def begin_answer(self, subject: str, route: str, key: str, fingerprint: str, token: str, now: float, expires_at: float) -> None:
        """Note that a request runs, over whatever was kept for the key before."""
        ...

    def keep_answer(self, subject: str, route: str, key: str, token: str, status: int, headers: dict[str, str], body: bytes) -> None: ...

    def forget_answer(self, subject: str, route: str, key: str, token: str) -> None: ...

    def sweep(self, now: float) -> None:
        """Forget answers that have expired and the counters and settled reservations of days long gone."""
        ...


class MeteringUnit(AccessUnit, Protocol):
    """One transaction, seen from metering."""

    @property
    def meters(self) -> MeterRepository: ...
