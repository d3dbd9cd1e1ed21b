"""Who calls: accounts, keys, sessions, and the caller that the gate decides about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from makebelieve.kit.clock import iso

Scope = Literal["read", "generate", "full"]
SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)

# What a granted scope lets its holder do: full includes generate, generate includes read.
IMPLIED: Final[dict[str, frozenset[str]]] = {
    "read": frozenset({"read"}),
    "generate": frozenset({"read", "generate"}),
    "full": frozenset({"read", "generate", "full"}),
}

Tier = Literal["anonymous", "free", "pro", "enterprise"]
TIERS: Final[tuple[Tier, ...]] = get_args(Tier)

Credential = Literal["none", "jwt", "key", "session"]


def expand(scopes: tuple[str, ...] | list[str]) -> frozenset[str]:
    """Everything that holders of `scopes` may do; unknown names grant nothing."""
    return frozenset().union(*(IMPLIED.get(scope, frozenset()) for scope in scopes))


@dataclass(frozen=True, slots=True)
class User:
    """An account. `tier` sets its daily quotas; the owner is the one a single-user install makes for itself."""

    id: str
    email: str
    display_name: str
    tier: Tier
    is_owner: bool
    approved: bool
    nda_accepted_at: float | None
    created_at: float

    @property
    def subject(self) -> str:
        return f"user:{self.id}"

    def public(self) -> dict[str, object]:
        """What the account's own holder may read."""
        return {
            "id": self.id,
            "email": self.email,
            "display_name": self.display_name,
            "tier": self.tier,
            "is_owner": self.is_owner,
            "approved": self.approved,
            "nda_accepted": self.nda_accepted_at is not None,
            "created_at": iso(self.created_at),
        }


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A long-lived key, without its secret: only the digest of that is kept."""

    id: str
    user_id: str
    prefix: str
    label: str
    scopes: tuple[Scope, ...]
    created_at: float
    revoked_at: float | None

    @property
    def is_active(self) -> bool:
        return self.revoked_at is None


@dataclass(frozen=True, slots=True)
class BrowserSession:
    """A browser known by its cookie; `user_id` is None until somebody logs in."""

    id: str
    user_id: str | None
    expires_at: float


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sends a request, after authentication.

    `subject` owns what the caller makes: "user:<id>" or "session:<id>" (an anonymous browser). `meter` is who its daily
    quotas are counted for: the user, or "addr:<client address>". `bucket` is what the per-minute limit is counted for: the key,
    else the user, session or address.
    """

    credential: Credential
    tier: Tier
    scopes: frozenset[str]
    address: str
    user: User | None = None
    session: BrowserSession | None = None
    key_id: str | None = None

    @property
    def subject(self) -> str | None:
        if self.user is not None:
            return self.user.subject
        return f"session:{self.session.id}" if self.session is not None else None

    @property
    def meter(self) -> str:
        return self.user.subject if self.user is not None else f"addr:{self.address}"

    @property
    def bucket(self) -> str:
        if self.key_id is not None:
            return f"key:{self.key_id}"
        return self.subject or f"addr:{self.address}"

    @property
    def is_anonymous(self) -> bool:
        return self.user is None


def anonymous(address: str, session: BrowserSession | None = None) -> Caller:
    """A caller without an account: may generate (the Anonymous tier) and, with a session, see what that session made."""
    scopes = frozenset({"read", "generate"}) if session is not None else frozenset[str]()
    return Caller("session" if session is not None else "none", "anonymous", scopes, address, session=session)
