"""`Idempotency-Key`: the same request sent again gets the first one's answer, and does nothing a second time.

A request that commits anything notes that in the same transaction, and the job it orders with it. So when its server dies before the
answer is kept, the next request with the key does not run it anew: it follows the same job, or is told that the answer is lost.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from makebelieve.kit.clock import DAY
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.ids import new_id
from makebelieve.metering.repository import MeteringUnit, StoredAnswer

KEPT: Final = float(DAY)
ABANDONED: Final = 10.0
"""Seconds after which a request that its server does not vouch for any more (`vouch`) counts as never answered: its key may be taken over.

If it lives all the same it is fenced: whatever it would still write fails."""
BEATS: Final = 5
"""How often a server vouches for a request before it would count as abandoned: all but one may fail."""
MAX_LENGTH: Final = 255


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to answer for a key. `job`: what an earlier request with it ordered before its server died; follow that."""

    subject: str
    route: str
    key: str
    token: str
    job: str | None = None


class InHand:
    """The requests with a key that this process is answering; belongs to one event loop."""

    def __init__(self) -> None:
        self._claims: dict[str, tuple[Claim, float]] = {}

    @contextmanager
    def answering(self, claim: Claim, now: float) -> Iterator[None]:
        self._claims[claim.token] = claim, now
        try:
            yield
        finally:
            self._claims.pop(claim.token, None)

    def lasting(self, now: float) -> list[Claim]:
        """Those that it is time to vouch for: most requests end before that, and cost nothing."""
        return [claim for claim, began in self._claims.values() if now - began >= ABANDONED / BEATS]


def normal_key(raw: str) -> str:
    """The key without the quotes that the draft standard puts around it. Raises a 422 Problem when empty, too long or not ASCII."""
    key = raw.strip()
    if len(key) >= 2 and key[0] == key[-1] == '"':
        key = key[1:-1]
    if not key or len(key) > MAX_LENGTH or not key.isascii() or not key.isprintable():
        raise invalid("Idempotency-Key", f"must be 1 to {MAX_LENGTH} printable ASCII characters")
    return key


def begin(unit: MeteringUnit, subject: str, route: str, key: str, body: bytes, now: float) -> Claim | StoredAnswer:
    """The right to run the request, or the answer it had.

    Raises a 422 Problem for a key used with another body, 409 while the first request still runs and when its answer is lost.
    """
    mine = StoredAnswer(hashlib.sha256(body).hexdigest(), new_id("idem", now), None, {}, b"", now, now + KEPT)
    claim = Claim(subject, route, key, mine.token)
    if unit.answers.begin(subject, route, key, mine):
        return claim
    kept = unit.answers.get(subject, route, key)
    if kept is None:
        # It was freed this very moment.
        raise _in_flight()
    if kept.expires_at <= now:
        if not unit.answers.take_over(subject, route, key, kept.token, mine):
            raise _in_flight()
        return claim
    if kept.fingerprint != mine.fingerprint:
        raise Problem(422, "idempotency_mismatch", "this Idempotency-Key was used with another body; use a new key")
    if kept.status is not None:
        return kept
    if kept.created_at + ABANDONED >= now:
        raise _in_flight()
    if kept.acted and kept.job is None:
        raise Problem(
            409,
            "idempotency_lost",
            "the first request with this Idempotency-Key was carried out, but the server stopped before it could answer; "
            "look for what it made, or use a new key",
        )
    heir = StoredAnswer(kept.fingerprint, mine.token, None, {}, b"", now, kept.expires_at, kept.job, kept.acted)
    if not unit.answers.take_over(subject, route, key, kept.token, heir):
        raise _in_flight()
    return Claim(subject, route, key, mine.token, kept.job)


def vouch(unit: MeteringUnit, claims: list[Claim], now: float) -> None:
    """Note that those are still being answered."""
    for claim in claims:
        unit.answers.beat(claim.subject, claim.route, claim.key, claim.token, now)


def act(unit: MeteringUnit, claim: Claim, job: str | None = None) -> None:
    """Note, in the transaction of what the request does, that it has done it. Raises a 409 Problem when another took the key over."""
    if not unit.answers.act(claim.subject, claim.route, claim.key, claim.token, job):
        raise _in_flight()


def keep(unit: MeteringUnit, claim: Claim, status: int, headers: dict[str, str], body: bytes) -> None:
    unit.answers.keep(claim.subject, claim.route, claim.key, claim.token, status, headers, body)


def forget(unit: MeteringUnit, claim: Claim, *, refused: bool) -> None:
    """The request failed in a way that a retry may mend: leave the key free, unless something was made.

    Nothing was, if the job it ordered has failed; or if it ordered none and was `refused` in good order, or wrote nothing. Else the
    next request with the key follows the job, or is told that the answer is lost.
    """
    unit.answers.forget(claim.subject, claim.route, claim.key, claim.token, refused=refused)


def _in_flight() -> Problem:
    detail = "the first request with this Idempotency-Key still runs"
    return Problem(409, "idempotency_in_flight", detail, headers={"Retry-After": "1"})
