"""Identifiers: a readable prefix, then 26 characters that sort by time and cannot be guessed (the ULID layout)."""

from __future__ import annotations

import re
import secrets
import uuid
from typing import Final

# Crockford's base 32: no i, l, o, u, so an id read aloud or copied by hand stays itself.
ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
# Two characters at a time.
_PAIRS: Final = tuple(first + second for first in ALPHABET for second in ALPHABET)
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHAPE: Final = re.compile(r"[a-z]{2,8}_[0-9abcdefghjkmnpqrstvwxyz]{26}")


def encode_id(prefix: str, milliseconds: int, entropy: int) -> str:
    """`prefix`, "_", 10 characters of time (48 bits), 16 characters of `entropy` (80 bits)."""
    value = ((milliseconds & ((1 << 48) - 1)) << 80) | (entropy & ((1 << 80) - 1))
    return prefix + "_" + "".join([_PAIRS[(value >> shift) & 1023] for shift in range(120, -1, -10)])


def new_id(prefix: str, now: float) -> str:
    """A fresh id of the time `now` (seconds): "game_" + 26 characters, 80 of its bits random."""
    return encode_id(prefix, int(now * 1000), secrets.randbits(80))


def new_uuid(now: float) -> str:
    """A fresh UUID of version 7 (RFC 9562) of the time `now` (seconds), for families whose ids are UUIDs; 74 of its bits are random."""
    chance = secrets.randbits(74)
    value = (int(now * 1000) & ((1 << 48) - 1)) << 80 | 7 << 76 | (chance >> 62) << 64 | 2 << 62 | chance & ((1 << 62) - 1)
    return str(uuid.UUID(int=value))


def is_uuid(text: str) -> bool:
    """Whether `text` is a UUID as `new_uuid` writes them."""
    return _UUID.fullmatch(text) is not None


def is_id(text: str) -> bool:
    """Whether `text` has the shape of an id of this server."""
    return _SHAPE.fullmatch(text) is not None
