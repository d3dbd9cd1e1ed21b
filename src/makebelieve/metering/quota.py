"""Daily quotas: reserved before the work, charged on success, returned on failure. Days are UTC."""

from __future__ import annotations

import math
from typing import Any

from makebelieve.access.callers import Tier
from makebelieve.kit.clock import day_of, end_of_day, iso
from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_id
from makebelieve.metering.repository import MeteringUnit
from makebelieve.metering.tiers import COUNTERS, LIMITS, Counter


def reserve(unit: MeteringUnit, subject: str, tier: Tier, counter: Counter, now: float) -> str:
    """Hold one of today's `counter` for `subject`; the reservation's id. Raises a 429 Problem when none is left."""
    limit = LIMITS[tier].daily(counter)
    reservation = new_id("res", now)
    if not unit.meters.hold(reservation, subject, counter, day_of(now), limit, now):
        wait = max(1, math.ceil(end_of_day(now) - now))
        what = f"{limit} {counter} a day" if limit else f"no {counter}"
        raise Problem(
            429,
            "quota_exceeded",
            f"the {tier} tier has {what}; the count starts anew at midnight UTC",
            headers={"Retry-After": str(wait)},
        )
    return reservation


def charge(unit: MeteringUnit, reservation: str) -> bool:
    """Make it a use. False when it was settled before, so nothing is ever charged twice."""
    return unit.meters.settle(reservation, "used")


def give_back(unit: MeteringUnit, reservation: str) -> bool:
    return unit.meters.settle(reservation, "returned")


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
