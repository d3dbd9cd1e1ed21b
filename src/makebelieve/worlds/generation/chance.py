"""Seeded choices for one world: independent streams by name, and picks that use up their list before anything comes twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from makebelieve.kit.seeds import derive_seed

T = TypeVar("T")


class Chance:
    """Choices of one (seed, premise). Equal histories of calls give equal choices."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._turns: dict[str, int] = {}
        self._used: dict[str, int] = {}

    def _draw(self, name: str) -> int:
        turn = self._turns.get(name, 0)
        self._turns[name] = turn + 1
        return derive_seed(self._seed, f"{name}#{turn}")

    def below(self, limit: int, name: str) -> int:
        """0 <= n < limit."""
        return self._draw(name) % limit

    def happens(self, share: float, name: str) -> bool:
        return self._draw(name) < share * 2**31

    def pick(self, items: Sequence[T], name: str) -> T:
        """One of `items`."""
        return items[self._draw(name) % len(items)]

    def fresh(self, items: Sequence[str], name: str) -> str:
        """One of `items` that this world used least so far, whichever list it stood in."""
        counts = [self._used.get(item, 0) for item in items]
        fewest = min(counts)
        some = [item for item, count in zip(items, counts, strict=True) if count == fewest] if fewest != max(counts) else items
        chosen = some[self._draw(name) % len(some)]
        self._used[chosen] = fewest + 1
        return chosen

    def unused(self, items: Sequence[str]) -> list[str]:
        """Those of `items` that were not given out yet."""
        return [item for item in items if item not in self._used]

    def several(self, items: Sequence[str], count: int, name: str) -> list[str]:
        """Up to `count` different fresh items."""
        chosen: list[str] = []
        for _ in range(min(count, len(items))):
            chosen.append(self.fresh([item for item in items if item not in chosen], name))
        return chosen

    def shuffled(self, items: Sequence[T], name: str) -> list[T]:
        keys = [(self._draw(name), at) for at in range(len(items))]
        return [items[at] for _, at in sorted(keys)]

    def weighted(self, weights: dict[str, float], name: str) -> str:
        total = sum(weights.values())
        point = self._draw(name) / 2**31 * total
        for key, weight in weights.items():
            point -= weight
            if point < 0:
                return key
        return next(reversed(weights))
