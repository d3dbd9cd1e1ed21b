"""Signed tokens: JWTs (RFC 7519) of five kinds, told apart by the header's `typ` and by the audience (RFC 8725): none passes for another.

The algorithm is ours (EdDSA) and never the header's; the key is looked up by `kid` among those in force; whatever else a header says is
ignored. Every token has a beginning, an end and an id of its own.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Final, Generic, TypeVar

import jwt
from pydantic import TypeAdapter, ValidationError

from makebelieve.access.callers import Mode
from makebelieve.access.signing import ALGORITHM, Keyring

ISSUER: Final = "makebelieve"
ACCESS_LIFETIME: Final = 3600
SWAPPED_LIFETIME: Final = 24 * 3600
REFRESH_LIFETIME: Final = 30 * 24 * 3600
LONGEST: Final = 4096
# Seconds that the clocks of two machines may differ by before a fresh token is refused as not yet valid.
SKEW: Final = 5


@dataclass(frozen=True, slots=True)
class Access:
    """An account's login, or a key's (`key_id`: it dies with the key). `epoch` must still be the account's."""

    kind: ClassVar[str] = "access"
    user_id: str
    scopes: tuple[str, ...]
    epoch: int = 0
    key_id: str | None = None

    @property
    def audience(self) -> str:
        return audience_of(self.kind)


@dataclass(frozen=True, slots=True)
class Session:
    """A player's leave to open one world, from pages of `origin` only if that is given (it is then the audience)."""

    kind: ClassVar[str] = "session"
    app_id: str
    mode: Mode
    world_id: str
    slug: str | None = None
    player: str | None = None
    origin: str | None = None

    @property
    def audience(self) -> str:
        return self.origin or audience_of(self.kind)


@dataclass(frozen=True, slots=True)
class Connect:
    """What a session token is swapped for: one connection to the runtime. `session` is the session token's id."""

    kind: ClassVar[str] = "connect"
    app_id: str
    mode: Mode
    world_id: str
    session: str
    player: str | None = None

    @property
    def audience(self) -> str:
        return audience_of(self.kind)


@dataclass(frozen=True, slots=True)
class Live:
    """A player of one published game, who reads and writes what is hers there."""

    kind: ClassVar[str] = "live"
    app_id: str
    mode: Mode
    game_id: str
    player: str

    @property
    def audience(self) -> str:
        return audience_of(self.kind)


@dataclass(frozen=True, slots=True)
class Download:
    """Leave to fetch one blob, under the file name `name`, without any other credential."""

    kind: ClassVar[str] = "download"
    blob: str
    name: str

    @property
    def audience(self) -> str:
        return audience_of(self.kind)


Claims = TypeVar("Claims", Access, Session, Connect, Live, Download)


@dataclass(frozen=True, slots=True)
class Minted:
    """A signed token, its id, and when it ends."""

    text: str
    id: str
    expires_at: int


@dataclass(frozen=True, slots=True)
class Verified(Generic[Claims]):
    """What a token says that is ours, of the wanted kind, and valid now. `signed_by` is the kid."""

    claims: Claims
    id: str
    issued_at: int
    expires_at: int
    signed_by: str


def audience_of(kind: str) -> str:
    return f"{ISSUER}:{kind}"


def mint(
    ring: Keyring, claims: Access | Session | Connect | Live | Download, now: float, lifetime: int, token_id: str | None = None
) -> Minted:
    """A token that says `claims`, valid from `now` for `lifetime` seconds, under `token_id` or an id of chance."""
    kid, private = ring.signer
    registered = {
        "iss": ISSUER,
        "aud": claims.audience,
        "iat": int(now),
        "nbf": int(now),
        "exp": int(now) + lifetime,
        "jti": token_id or secrets.token_urlsafe(16),
    }
    own = {name: value for name, value in asdict(claims).items() if value is not None}
    text = jwt.encode({**own, **registered}, private, algorithm=ALGORITHM, headers={"kid": kid, "typ": _typ(claims.kind)})
    return Minted(text, str(registered["jti"]), int(now) + lifetime)


def kid_of(token: str) -> str | None:
    """The key that a token names, before anything is believed: to know whether to look for new keys."""
    header = _header(token)
    return str(header["kid"]) if header is not None and isinstance(header.get("kid"), str) else None


def read(ring: Keyring, token: str, kind: type[Claims], now: float, *, expired: bool = False) -> Verified[Claims] | None:
    """What the token says, if it is one of ours of that kind and valid at `now` (or, with `expired`, was once); None otherwise."""
    header = _header(token)
    if header is None or header.get("alg") != ALGORITHM or header.get("typ") != _typ(kind.kind) or "crit" in header:
        return None
    kid = header.get("kid")
    public = ring.verifiers.get(kid) if isinstance(kid, str) else None
    if public is None:
        return None
    try:
        # Times and audience are checked below: the clock is ours, and a session's audience is one of its claims.
        options: Any = {
            "require": ["iss", "aud", "iat", "nbf", "exp", "jti"],
            "verify_exp": False,
            "verify_iat": False,
            "verify_nbf": False,
            "verify_aud": False,
        }
        payload = jwt.decode(token, public, algorithms=[ALGORITHM], issuer=ISSUER, options=options)
        claims = _adapter(kind).validate_python({name: value for name, value in payload.items() if name in kind.__dataclass_fields__})
        verified = Verified(claims, str(payload["jti"]), int(payload["iat"]), int(payload["exp"]), str(kid))
        begins = int(payload["nbf"])
    except (jwt.InvalidTokenError, ValidationError, TypeError, ValueError):
        return None
    if payload["aud"] != claims.audience or (now >= verified.expires_at and not expired) or now < begins - SKEW:
        return None
    return verified


def _typ(kind: str) -> str:
    return f"{kind}+jwt"


def _header(token: str) -> dict[str, Any] | None:
    if len(token) > LONGEST:
        return None
    try:
        return jwt.get_unverified_header(token)
    except (jwt.InvalidTokenError, ValueError):
        return None


_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(kind: type[Claims]) -> TypeAdapter[Claims]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]
