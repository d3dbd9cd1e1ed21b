"""Passwords: argon2id with the parameters of RFC 9106's second recommendation (64 MiB, 3 passes, 4 lanes)."""

from __future__ import annotations

import functools
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from makebelieve.kit.errors import invalid

MIN_LENGTH: Final = 8
MAX_LENGTH: Final = 256

_hasher = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4)


@functools.cache
def _nobody() -> str:
    # Checked when the account does not exist, so that the answer takes as long as for one that does.
    return _hasher.hash("the password of nobody")


def check_password(password: str) -> None:
    """Raises a 422 Problem when the password is too short, too long or a single repeated character."""
    if len(password) < MIN_LENGTH:
        raise invalid("password", f"must have at least {MIN_LENGTH} characters")
    if len(password) > MAX_LENGTH:
        raise invalid("password", f"must have at most {MAX_LENGTH} characters")
    if len(set(password)) == 1:
        raise invalid("password", "must not be one character repeated")


def hash_password(password: str) -> str:
    """The encoded argon2id hash. Takes some 50 ms of CPU: never inside a transaction."""
    return _hasher.hash(password)


def verify_password(password: str, encoded: str | None) -> bool:
    """Whether `password` is the one behind `encoded`; equally slow for None (no such account)."""
    try:
        return _hasher.verify(encoded or _nobody(), password) and encoded is not None
    except (VerificationError, InvalidHashError):
        return False


def outdated(encoded: str) -> bool:
    """Whether the hash was made with other parameters than today's and should be made anew at the next login."""
    return _hasher.check_needs_rehash(encoded)
