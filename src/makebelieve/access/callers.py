"""Who calls: accounts, apps, keys, sessions, and the caller that the gate decides about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from makebelieve.kit.clock import iso

Scope = Literal["read", "generate", "full", "worlds:read", "worlds:write", "sessions:mint"]
SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)

# What a granted scope lets its holder do: full includes everything, generate includes read, writing worlds includes reading them.
IMPLIED: Final[dict[str, frozenset[str]]] = {
    "read": frozenset({"read"}),
    "generate": frozenset({"read", "generate"}),
    "full": frozenset(SCOPES),
    "worlds:read": frozenset({"worlds:read"}),
    "worlds:write": frozenset({"worlds:read", "worlds:write"}),
    "sessions:mint": frozenset({"sessions:mint"}),
}

Tier = Literal["anonymous", "free", "pro", "enterprise"]
TIERS: Final[tuple[Tier, ...]] = get_args(Tier)

Credential = Literal["none", "jwt", "key", "session"]

Mode = Literal["live", "test"]
MODES: Final[tuple[Mode, ...]] = get_args(Mode)

Role = Literal["owner", "member"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)

KeyKind = Literal["secret", "publishable"]


def expand(scopes: tuple[str, ...] | list[str]) -> frozenset[str]:
    """Everything that holders of `scopes` may do; unknown names grant nothing."""
    return frozenset().union(*(IMPLIED.get(scope, frozenset()) for scope in scopes))


def app_subject(app_id: str, mode: Mode) -> str:
    """The owner string of what an app makes: "app:<id>", in test mode "app:<id>:test". The two never meet in a query."""
    return f"app:{app_id}" if mode == "live" else f"app:{app_id}:test"


def default_app_id(user_id: str) -> str:
    """The app that every account has from the start: "app_x" for "user_x"."""
    return f"app_{user_id.partition('_')[2]}"


@dataclass(frozen=True, slots=True)
class User:
    """An account. `tier` sets its daily quotas; the owner is the one a single-user install makes for itself.

    `epoch` is raised to end every access token at once; a disabled account's credentials count for nothing.
    """

    id: str
    email: str
    display_name: str
    tier: Tier
    is_owner: bool
    approved: bool
    nda_accepted_at: float | None
    created_at: float
    epoch: int = 0
    disabled_at: float | None = None

    @property
    def default_app(self) -> str:
        return default_app_id(self.id)

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
class App:
    """A tenant: it owns what its members and keys make.

    `owner_id` is the account that pays for it; `key_mode` the mode of a new key when nobody says.
    """

    id: str
    name: str
    owner_id: str
    created_at: float
    key_mode: Mode = "test"


@dataclass(frozen=True, slots=True)
class Member:
    """An account's place in an app."""

    app_id: str
    user_id: str
    role: Role
    created_at: float


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A long-lived key of one app and one mode, without its secret: only the digest of that is kept. `made_by` is an account's id."""

    id: str
    app_id: str
    mode: Mode
    kind: KeyKind
    made_by: str
    prefix: str
    last4: str | None
    label: str
    scopes: tuple[Scope, ...]
    created_at: float
    revoked_at: float | None = None
    expires_at: float | None = None
    last_used_at: float | None = None

    def is_active(self, now: float) -> bool:
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, slots=True)
class BrowserSession:
    """A browser known by its cookie; `user_id` is None until somebody logs in."""

    id: str
    user_id: str | None
    expires_at: float


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sends a request, after authentication.

    `user` is the account that acts: the one logged in, or for a key the one that pays for its app. It acts in `app` (by default the
    account's own) and `mode`; `tier` is the paying account's. `subject` owns what the caller makes: "app:<id>", "app:<id>:test" or
    "session:<id>" (an anonymous browser). `meter` is whom quotas are counted for: "user:<id>" of the account that pays, or
    "addr:<client address>". `bucket` is what the per-minute limit is counted for: the key, else the account, session or address.
    """

    credential: Credential
    tier: Tier
    scopes: frozenset[str]
    address: str
    user: User | None = None
    session: BrowserSession | None = None
    key_id: str | None = None
    app: App | None = None
    mode: Mode = "live"
    role: Role = "owner"
    key_kind: KeyKind | None = None

    @property
    def app_id(self) -> str | None:
        if self.app is not None:
            return self.app.id
        return self.user.default_app if self.user is not None else None

    @property
    def subject(self) -> str | None:
        if self.app_id is not None:
            return app_subject(self.app_id, self.mode)
        return f"session:{self.session.id}" if self.session is not None else None

    @property
    def meter(self) -> str:
        if self.app is not None:
            return f"user:{self.app.owner_id}"
        return f"user:{self.user.id}" if self.user is not None else f"addr:{self.address}"

    @property
    def bucket(self) -> str:
        if self.key_id is not None:
            return f"key:{self.key_id}"
        if self.user is not None:
            return f"user:{self.user.id}"
        return f"session:{self.session.id}" if self.session is not None else f"addr:{self.address}"

    @property
    def is_anonymous(self) -> bool:
        return self.user is None


def anonymous(address: str, session: BrowserSession | None = None) -> Caller:
    """A caller without an account: may generate (the Anonymous tier) and, with a session, see what that session made."""
    scopes = frozenset({"read", "generate"}) if session is not None else frozenset[str]()
    return Caller("session" if session is not None else "none", "anonymous", scopes, address, session=session)
