"""Compile the kernels ahead, so that no request has to wait for it."""

from __future__ import annotations


def warm_up() -> None:
    """Draw two small pictures: every kernel is compiled, or read from its disk cache (half a minute the first time, then 0.3 s)."""
    from makebelieve.art.sprites import sprite

    sprite("knight", size=(16, 16))
    sprite("potion", size=(32, 32))
