"""Secrets handed out once: API keys, refresh tokens, session cookies, login links. Only their SHA-256 digests are kept.

The secrets carry 192 bits or more of randomness, so a plain digest is as good as a slow hash and costs a microsecond.
"""

from __future__ import annotations

import hashlib
import secrets
import string
from typing import Final

from makebelieve.access.callers import KeyKind, Mode

KEY_PREFIXES: Final = ("sk_live_", "sk_test_", "pk_live_", "pk_test_")
SHOWN: Final = len(KEY_PREFIXES[0]) + 6
_ALPHABET: Final = string.ascii_letters + string.digits


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def new_api_key(kind: KeyKind = "secret", mode: Mode = "live") -> str:
    """ "sk_live_" (or what kind and mode ask for) and 40 letters or digits (238 bits)."""
    return f"{kind[0]}k_{mode}_" + "".join(secrets.choice(_ALPHABET) for _ in range(40))


def looks_like_key(credential: str) -> bool:
    return credential.startswith(KEY_PREFIXES)


def new_token() -> str:
    """43 URL-safe characters (256 bits)."""
    return secrets.token_urlsafe(32)
