"""The tiers' daily counters as charges: reserved before the work, charged on success, returned on failure. Days are UTC."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

from makebelieve.access.callers import Tier
from makebelieve.kit.clock import day_of, end_of_day, iso
from makebelieve.kit.errors import Problem
from makebelieve.metering import ledger
from makebelieve.metering.ledger import AT_ONCE, NOW, Charge
from makebelieve.metering.repository import MeteringUnit
from makebelieve.metering.tiers import COUNTERS, LIMITS, Counter


def daily(account: str, tier: Tier, counter: Counter, now: float) -> Charge:
    """One of today's `counter`; refused with 429 when none is left."""
    limit = LIMITS[tier].daily(counter)
    return Charge(account, counter, 1, day_of(now), limit, partial(_used_up, tier, counter, limit, now))


def at_once(account: str, cap: int, who: str) -> Charge:
    """A permit for one job of the `cap` that may be under way at once; refused with 429. `who` sets that cap ("the tier", "a key")."""
    return Charge(account, AT_ONCE, 1, NOW, cap, partial(_too_many, cap, who))


def reserve(unit: MeteringUnit, account: str, tier: Tier, counter: Counter, now: float, *, job: str | None = None) -> str:
    """Hold one of today's `counter`; the reservation's id. Raises a 429 Problem when none is left."""
    return ledger.reserve(unit, [daily(account, tier, counter, now)], now, job=job)


def until_midnight(now: float) -> dict[str, str]:
    """The `Retry-After` of whatever a new UTC day brings back."""
    return {"Retry-After": str(max(1, math.ceil(end_of_day(now) - now)))}


def usage(unit: MeteringUnit, subject: str, tier: Tier, now: float) -> dict[str, Any]:
    """Per counter `_used`, `_limit`, `_remaining` (None = unlimited), at the top level and under `today`.

    What is held for work in progress counts as used.
    """
    taken = unit.meters.usage(subject, day_of(now))
    today: dict[str, Any] = {"tier": tier}
    for counter in COUNTERS:
        used = sum(taken.get(counter, (0, 0)))
        limit = LIMITS[tier].daily(counter)
        today[f"{counter}_used"] = used
        today[f"{counter}_limit"] = limit
        today[f"{counter}_remaining"] = None if limit is None else max(0, limit - used)
    today["concurrent_limit"] = LIMITS[tier].concurrent
    today["resets_at"] = iso(end_of_day(now))
    return {**today, "today": {**today, "date": day_of(now)}}


def _used_up(tier: Tier, counter: Counter, limit: int | None, now: float, _left: int) -> Problem:
    what = f"{limit} {counter} a day" if limit else f"no {counter}"
    return Problem(429, "quota_exceeded", f"the {tier} tier has {what}; the count starts anew at midnight UTC", headers=until_midnight(now))


def _too_many(cap: int, who: str, _left: int) -> Problem:
    under_way = f"{cap} {'job is' if cap == 1 else 'jobs are'} under way"
    detail = f"{under_way}, which is what {who} allows at once; wait for one to end"
    return Problem(429, "too_many_at_once", detail, headers={"Retry-After": "2"})
