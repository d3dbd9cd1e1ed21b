"""`Idempotency-Key`: the same request sent again gets the first one's answer, and does nothing a second time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from makebelieve.kit.clock import DAY
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.ids import new_id
from makebelieve.metering.repository import MeteringUnit, StoredAnswer

KEPT: Final = float(DAY)
# A request whose server died never answers; after this long its key may be used anew.
ABANDONED: Final = 120.0
MAX_LENGTH: Final = 255


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to answer for a key."""

    subject: str
    route: str
    key: str
    token: str


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

    Raises a 422 Problem for a key used with another body, 409 while the first request still runs.
    """
    fingerprint = hashlib.sha256(body).hexdigest()
    kept = unit.meters.answer(subject, route, key, now)
    if kept is not None and not (kept.status is None and kept.created_at + ABANDONED < now):
        if kept.fingerprint != fingerprint:
            raise Problem(422, "idempotency_mismatch", "this Idempotency-Key was used with another body; use a new key")
        if kept.status is None:
            raise Problem(
                409, "idempotency_in_flight", "the first request with this Idempotency-Key still runs", headers={"Retry-After": "1"}
            )
        return kept
    claim = Claim(subject, route, key, new_id("idem", now))
    unit.meters.begin_answer(subject, route, key, fingerprint, claim.token, now, now + KEPT)
    return claim


def keep(unit: MeteringUnit, claim: Claim, status: int, headers: dict[str, str], body: bytes) -> None:
    unit.meters.keep_answer(claim.subject, claim.route, claim.key, claim.token, status, headers, body)


def forget(unit: MeteringUnit, claim: Claim) -> None:
    """The request failed in a way that a retry may mend: leave the key free."""
    unit.meters.forget_answer(claim.subject, claim.route, claim.key, claim.token)
