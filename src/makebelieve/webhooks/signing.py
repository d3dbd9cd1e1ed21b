"""Signatures that a receiver checks: Standard Webhooks (standardwebhooks.com, symmetric scheme v1), and the one-header form beside it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets as chance
from collections.abc import Sequence
from typing import Final

PREFIX: Final = "whsec_"
BYTES: Final = 32


def new_secret() -> str:
    """ "whsec_" and 32 random bytes in base64."""
    return PREFIX + base64.b64encode(chance.token_bytes(BYTES)).decode()


def _mac(secret: str, content: bytes) -> bytes:
    return hmac.new(base64.b64decode(secret.removeprefix(PREFIX)), content, hashlib.sha256).digest()


def headers(secrets: Sequence[str], message_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The headers of one attempt, signed with each of `secrets` (two while one replaces the other; the newest first).

    `webhook-signature` holds base64 HMAC-SHA256 of "id.timestamp.body", `Makebelieve-Signature` hexadecimal HMAC-SHA256 of
    "timestamp.body", both with the secret's decoded bytes as key.
    """
    standard = [base64.b64encode(_mac(secret, f"{message_id}.{timestamp}.".encode() + body)).decode() for secret in secrets]
    short = [_mac(secret, f"{timestamp}.".encode() + body).hex() for secret in secrets]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(f"v1,{signature}" for signature in standard),
        "Makebelieve-Signature": ",".join([f"t={timestamp}", *(f"v1={signature}" for signature in short)]),
    }
