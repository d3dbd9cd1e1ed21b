"""Seeded choices by name: each concern draws from its own stream, so that one changed choice moves no other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from makebelieve.kit.seeds import derive_seed

T = TypeVar("T")


def pick(items: Sequence[T], seed: int, name: str) -> T:
    """One of `items` (not empty), the same for equal (seed, name)."""
    return items[derive_seed(seed, name) % len(items)]


def shuffled(items: Sequence[T], seed: int, name: str) -> list[T]:
    """`items` in an order of the seed's; equal items keep their places among themselves."""
    return [item for _, _, item in sorted((derive_seed(seed, f"{name}:{i}"), i, item) for i, item in enumerate(items))]


def unit(seed: int, name: str) -> float:
    """0 <= x < 1."""
    return derive_seed(seed, name) / 2**31
