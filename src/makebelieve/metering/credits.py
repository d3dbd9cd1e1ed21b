"""Credits of the studio family: what each piece of work costs, and how an account stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, Literal

from makebelieve.access.callers import User
from makebelieve.kit.clock import iso
from makebelieve.kit.errors import Problem
from makebelieve.metering import ledger
from makebelieve.metering.ledger import CREDITS, FOREVER, Charge
from makebelieve.metering.repository import MeteringUnit

Work = Literal["sprite", "pack_item", "animation", "tile", "map_edit", "music", "sound"]
PRICES: Final[dict[Work, int]] = {"sprite": 1, "pack_item": 1, "animation": 1, "tile": 1, "map_edit": 1, "music": 3, "sound": 1}
"""Credits for one sprite variant, item of a pack, animation (chained ones too), tile, edit of a map in prose, track, sound effect (with all
its variations). All else is free."""
BOUNDLESS: Final = 2_147_483_647
"""Told as the credits of an account that has no end of them, to clients that expect a number."""


def price(counts: Mapping[Work, int]) -> int:
    """The credits for so many of each kind of work: three sprites and an animation are 4."""
    return sum(PRICES[work] * count for work, count in counts.items())


def account_of(user: User) -> str:
    """Whose credits they are: the account's, as its callers' `meter` says."""
    return f"user:{user.id}"


def charge(unit: MeteringUnit, account: str, amount: int) -> Charge:
    """`amount` credits of an account ("user:<id>", the caller's `meter`); refused with 402 when fewer are left.

    What the owner of a single-user install spends is counted, but there is no end to it.
    """
    return Charge(account, CREDITS, amount, FOREVER, None, _insufficient, prepaid=not has_no_end(unit, account))


def has_no_end(unit: MeteringUnit, account: str) -> bool:
    """Whether the account is the owner's of a single-user install."""
    kind, _, user_id = account.partition(":")
    user = unit.accounts.user(user_id) if kind == "user" else None
    return user is not None and user.is_owner


def status(unit: MeteringUnit, account: str, tier: str, now: float) -> dict[str, Any]:
    """`credits`, `unlimited`, and `subscription` (`status`, `plan`, `currentPeriodEnd`), None for accounts of a free tier.

    Plans are tiers, set by the operator; their periods are months of UTC.
    """
    no_end = has_no_end(unit, account)
    ends = period_end(tier, now)
    plan = {"status": "active", "plan": tier, "currentPeriodEnd": ends} if ends is not None else None
    return {
        "credits": BOUNDLESS if no_end else max(0, ledger.balance(unit, account, CREDITS)),
        "unlimited": no_end,
        "subscription": plan,
    }


def period_end(tier: str, now: float) -> str | None:
    """When the plan's period ends (RFC 3339) and the next begins; None for accounts of a free tier, which have no plan."""
    return None if tier in ("anonymous", "free") else iso(end_of_month(now))


def end_of_month(now: float) -> float:
    """The first moment of the next month of UTC."""
    day = datetime.fromtimestamp(now, UTC)
    return datetime(day.year + day.month // 12, day.month % 12 + 1, 1, tzinfo=UTC).timestamp()


def _insufficient(left: int) -> Problem:
    return Problem(402, "insufficient_credits", f"Insufficient credits. You have {left} credits remaining.")
