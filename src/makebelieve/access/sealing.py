"""Secrets that have to be kept readable for a while: sealed with a key that is not in the database (AES-256-GCM)."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


@dataclass(frozen=True, slots=True)
class SealingKeys:
    """Key id -> secret (at least 32 bytes). The first seals; all open, so an old one stays until nothing is sealed with it."""

    secrets: dict[str, str]

    @property
    def current(self) -> str:
        return next(iter(self.secrets))


def _cipher(secret: str) -> AESGCM:
    return AESGCM(hashlib.sha256(b"makebelieve sealing\x00" + secret.encode()).digest())


def seal(keys: SealingKeys, data: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + _cipher(keys.secrets[keys.current]).encrypt(nonce, data, None)


def unseal(keys: SealingKeys, sealed: bytes) -> bytes | None:
    """The data, None when no key of ours opens it."""
    for secret in keys.secrets.values():
        try:
            return _cipher(secret).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
        except InvalidTag:
            continue
    return None
