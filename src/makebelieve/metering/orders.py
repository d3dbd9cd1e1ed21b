"""What an order takes, by family: the charges that it holds while it is worked on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from makebelieve.access.callers import Caller
from makebelieve.kit.errors import Problem
from makebelieve.metering import caps, credits, quota
from makebelieve.metering.caps import AppMeter
from makebelieve.metering.credits import Work
from makebelieve.metering.ledger import Charge
from makebelieve.metering.repository import MeteringUnit
from makebelieve.metering.tiers import LIMITS, Counter

PER_KEY: Final = 5
"""Generations of the worlds and studio families that one key has under way at once."""


def of_game(caller: Caller, counter: Counter, now: float) -> list[Charge]:
    """One of the day's generations or iterations of the caller's tier, and one of its jobs at once."""
    return [quota.daily(caller.meter, caller.tier, counter, now), quota.at_once(caller.meter, LIMITS[caller.tier].concurrent, "the tier")]


def of_world(unit: MeteringUnit, caller: Caller, meter: AppMeter, now: float, amount: int = 1) -> list[Charge]:
    """`amount` of one of the day's caps of the caller's app, and one of its key's generations at once. Raises 401 without an app."""
    if caller.app_id is None:
        raise Problem(401, "not_authenticated", "this call needs the key of an app")
    return [caps.charge(unit, caller.app_id, meter, now, amount), quota.at_once(caller.bucket, PER_KEY, "a key")]


def of_studio(unit: MeteringUnit, caller: Caller, work: Mapping[Work, int]) -> list[Charge]:
    """The credits for so many of each kind of work, and one of the key's generations at once."""
    return [credits.charge(unit, caller.meter, credits.price(work)), quota.at_once(caller.bucket, PER_KEY, "a key")]
