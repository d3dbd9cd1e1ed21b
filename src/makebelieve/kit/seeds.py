"""Seeded randomness: named, independent streams from one seed, the same on every machine."""

from __future__ import annotations

import hashlib


def derive_seed(seed: int, name: str) -> int:
    """A 31-bit seed for the concern `name`: first four bytes of SHA-256 of "seed:name", sign bit cleared."""
    digest = hashlib.sha256(f"{seed}:{name}".encode()).digest()
    return int.from_bytes(digest[:4], "big") & 0x7FFFFFFF
