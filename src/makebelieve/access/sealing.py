"""Secrets that have to be kept readable for a while: sealed with a key that is not in the database (AES-256-GCM)."""

from __future__ import annotations

import hashlib
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from makebelieve.access.tokens import SigningKeys

_NONCE = 12


def _cipher(secret: str) -> AESGCM:
    # Derived, so that sealing and token signing never share a key.
    return AESGCM(hashlib.sha256(b"makebelieve sealing\x00" + secret.encode()).digest())


def seal(keys: SigningKeys, data: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + _cipher(keys.secrets[keys.current]).encrypt(nonce, data, None)


def unseal(keys: SigningKeys, sealed: bytes) -> bytes | None:
    """The data, None when no key of ours opens it."""
    for secret in keys.secrets.values():
        try:
            return _cipher(secret).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
        except InvalidTag:
            continue
    return None
