"""Seeded choices in sequence: cheap draws from one named stream, the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from makebelieve.kit.seeds import derive_seed

T = TypeVar("T")

_MASK: Final = (1 << 64) - 1


class Dice:
    """A SplitMix64 generator (Steele, Lea and Flood 2014) for the concern `name` of a seed."""

    __slots__ = ("_state",)

    def __init__(self, seed: int, name: str) -> None:
        self._state = derive_seed(seed, name) << 32 | derive_seed(seed, name + "'")

    def bits(self) -> int:
        """64 random bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return z ^ (z >> 31)

    def below(self, n: int) -> int:
        """0 <= integer < n."""
        return (self.bits() >> 32) * n >> 32

    def between(self, low: int, high: int) -> int:
        """low <= integer <= high."""
        return low + self.below(high - low + 1)

    def pick(self, items: Sequence[T]) -> T:
        """One of `items` (not empty)."""
        return items[self.below(len(items))]

    def weighted(self, items: Sequence[T], weights: Sequence[int]) -> T:
        """One of `items`, by integer weights."""
        at = self.below(sum(weights))
        for item, weight in zip(items, weights, strict=True):
            at -= weight
            if at < 0:
                return item
        raise AssertionError("unreachable")

    def chance(self, percent: int) -> bool:
        """True in `percent` of 100 draws."""
        return self.below(100) < percent

    def unit(self) -> float:
        """0 <= x < 1."""
        return (self.bits() >> 11) / (1 << 53)
