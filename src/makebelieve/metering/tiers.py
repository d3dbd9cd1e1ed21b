"""What each tier may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from makebelieve.access.callers import Tier

Counter = Literal["generations", "iterations"]
COUNTERS: Final[tuple[Counter, ...]] = get_args(Counter)


@dataclass(frozen=True, slots=True)
class TierLimits:
    """Per UTC day; None = unlimited. `concurrent`: jobs at once. `scenes`: per game, on multi-user installs only."""

    generations: int | None
    iterations: int | None
    concurrent: int
    scenes: int | None

    def daily(self, counter: Counter) -> int | None:
        return self.generations if counter == "generations" else self.iterations


LIMITS: Final[dict[Tier, TierLimits]] = {
    "anonymous": TierLimits(3, 0, 1, 3),
    "free": TierLimits(10, 30, 1, 3),
    "pro": TierLimits(100, 500, 3, 10),
    "enterprise": TierLimits(None, None, 10, None),
}
