"""The keys that sign tokens: Ed25519 pairs in the database, the private half sealed, so that every process of an install has them.

One signs at a time. A rotation adds a new one; the old ones go on verifying until the last token they signed has expired.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from makebelieve.access.repository import AccessUnit
from makebelieve.access.sealing import SealingKeys, seal, unseal
from makebelieve.kit.ids import new_id

ALGORITHM: Final = "EdDSA"
# A rotated key verifies this much longer: the longest life of a token, and an hour for processes that have not heard of the rotation.
OVERLAP: Final = 25 * 3600.0


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One pair as stored: 32 bytes of public key, and the private key sealed. It verifies until `expires_at` (None: it may still sign)."""

    kid: str
    public: bytes
    sealed: bytes
    created_at: float
    expires_at: float | None = None


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys in force at one moment: `signer` is the one that signs, `verifiers` those whose signatures count, by kid."""

    signer: tuple[str, Ed25519PrivateKey]
    verifiers: dict[str, Ed25519PublicKey]

    def jwks(self) -> dict[str, Any]:
        """The public keys as a JSON Web Key Set (RFC 7517, RFC 8037)."""
        return {
            "keys": [
                {"kty": "OKP", "crv": "Ed25519", "alg": ALGORITHM, "use": "sig", "kid": kid, "x": _base64url(key.public_bytes_raw())}
                for kid, key in self.verifiers.items()
            ]
        }


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def load(unit: AccessUnit, sealing: SealingKeys, now: float) -> Keyring | None:
    """The keyring; None when there is no key to sign with that our secrets open: `ensure` makes one."""
    valid = [key for key in unit.signing.all() if key.expires_at is None or now < key.expires_at]
    for key in valid:
        private = unseal(sealing, key.sealed) if key.expires_at is None else None
        if private is not None:
            verifiers = {each.kid: Ed25519PublicKey.from_public_bytes(each.public) for each in valid}
            return Keyring((key.kid, Ed25519PrivateKey.from_private_bytes(private)), verifiers)
    return None


def ensure(unit: AccessUnit, sealing: SealingKeys, now: float) -> Keyring:
    """The keyring, with a key made if there is none that can sign."""
    ring = load(unit, sealing, now)
    if ring is None:
        _add(unit, sealing, now)
        ring = load(unit, sealing, now)
        assert ring is not None
    return ring


def rotate(unit: AccessUnit, sealing: SealingKeys, now: float, *, at_once: bool) -> str:
    """A new signing key; its kid. The old ones verify for another 25 hours, or not at all with `at_once` (they may be stolen)."""
    unit.signing.expire(now if at_once else now + OVERLAP)
    unit.signing.remove_expired(now)
    return _add(unit, sealing, now)


def _add(unit: AccessUnit, sealing: SealingKeys, now: float) -> str:
    private = Ed25519PrivateKey.generate()
    key = SigningKey(new_id("sig", now), private.public_key().public_bytes_raw(), seal(sealing, private.private_bytes_raw()), now)
    unit.signing.add(key)
    return key.kid
