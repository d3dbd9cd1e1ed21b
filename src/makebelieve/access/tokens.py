"""Access tokens: JWTs signed with HS256, each naming its signing key (`kid`) so that keys can be rotated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import jwt

ISSUER: Final = "makebelieve"
ACCESS_LIFETIME: Final = 3600
SWAPPED_LIFETIME: Final = 24 * 3600
REFRESH_LIFETIME: Final = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class SigningKeys:
    """Key id -> secret (at least 32 bytes). The first signs; all verify, so an old one stays until its tokens are gone."""

    secrets: dict[str, str]

    @property
    def current(self) -> str:
        return next(iter(self.secrets))


@dataclass(frozen=True, slots=True)
class Claims:
    """What a valid token says. `key_id` is set when it was swapped for an API key and dies with it."""

    user_id: str
    scopes: tuple[str, ...]
    key_id: str | None
    expires_at: float


def mint(
    keys: SigningKeys, user_id: str, scopes: tuple[str, ...], now: float, lifetime: int = ACCESS_LIFETIME, key_id: str | None = None
) -> str:
    """A signed token for `user_id`, valid from `now` for `lifetime` seconds."""
    payload: dict[str, Any] = {
        "iss": ISSUER,
        "sub": user_id,
        "scopes": list(scopes),
        "iat": int(now),
        "exp": int(now) + lifetime,
    }
    if key_id is not None:
        payload["key"] = key_id
    return jwt.encode(payload, keys.secrets[keys.current], algorithm="HS256", headers={"kid": keys.current})


def read(keys: SigningKeys, token: str, now: float) -> Claims | None:
    """The claims of a token that is signed by one of ours and not expired at `now`; None otherwise."""
    try:
        secret = keys.secrets.get(str(jwt.get_unverified_header(token).get("kid")))
        if secret is None:
            return None
        # The expiry is checked below against the injected clock.
        payload = jwt.decode(token, secret, algorithms=["HS256"], issuer=ISSUER, options={"verify_exp": False, "verify_iat": False})
        claims = Claims(
            user_id=str(payload["sub"]),
            scopes=tuple(str(scope) for scope in payload["scopes"]),
            key_id=str(payload["key"]) if "key" in payload else None,
            expires_at=float(payload["exp"]),
        )
    except (jwt.InvalidTokenError, KeyError, TypeError, ValueError):
        return None
    return claims if now < claims.expires_at else None
