"""What access needs kept, as protocols that storage implements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from makebelieve.access.callers import ApiKey, App, BrowserSession, Member, Mode, Role, Tier, User

if TYPE_CHECKING:
    from makebelieve.access.activity import ActivityRepository
    from makebelieve.access.audit import AuditRepository
    from makebelieve.access.signing import SigningKey


class AccountRepository(Protocol):
    """Accounts and their logins. Secrets come and go as SHA-256 digests only."""

    def add_user(self, user: User, password_hash: str | None) -> bool:
        """False when the email address is taken."""
        ...

    def user(self, user_id: str) -> User | None: ...

    def user_by_email(self, email: str) -> tuple[User, str | None] | None:
        """The account and its password hash."""
        ...

    def owner(self) -> User | None: ...

    def has_owner(self) -> bool:
        """Whether there is one; asked once a transaction."""
        ...

    def set_tier(self, user_id: str, tier: Tier) -> None: ...

    def set_password_hash(self, user_id: str, password_hash: str) -> None: ...

    def accept_nda(self, user_id: str, now: float) -> None: ...

    def users(self, limit: int, after: str) -> list[User]:
        """Sorted by id (which is by age), from the one after `after` on."""
        ...

    def set_approved(self, user_id: str, approved: bool) -> None: ...

    def set_disabled(self, user_id: str, disabled_at: float | None) -> None: ...

    def end_logins(self, user_id: str, now: float) -> None:
        """Raise the account's epoch, revoke its refresh tokens, end its browser sessions, void its login links."""
        ...

    def add_refresh_token(self, digest: str, family: str, user_id: str, expires_at: float) -> None: ...

    def use_refresh_token(self, digest: str, now: float) -> tuple[str, str, bool] | None:
        """Mark it used: (family, user id, whether this was its first valid use); None when unknown."""
        ...

    def revoke_refresh_family(self, family: str, now: float) -> None: ...

    def add_session(self, session: BrowserSession, digest: str, created_at: float) -> None: ...

    def session_by_digest(self, digest: str) -> BrowserSession | None: ...

    def end_session(self, session_id: str) -> None: ...

    def add_login_link(self, digest: str, user_id: str, expires_at: float) -> None: ...

    def use_login_link(self, digest: str, now: float) -> str | None:
        """The user id, the first time and in time; None ever after."""
        ...

    def sweep(self, now: float) -> None:
        """Forget refresh tokens, sessions and links that have expired."""
        ...


class AppRepository(Protocol):
    """Apps and who belongs to them."""

    def add(self, app: App) -> None: ...

    def app(self, app_id: str) -> App | None: ...

    def of_user(self, user_id: str) -> list[tuple[App, Role]]:
        """The apps that an account belongs to, oldest first, with its role in each."""
        ...

    def add_member(self, member: Member) -> bool:
        """False when the account is a member already."""
        ...

    def role(self, app_id: str, user_id: str) -> Role | None: ...

    def members(self, app_id: str) -> list[tuple[Member, User]]:
        """Oldest first."""
        ...

    def set_role(self, app_id: str, user_id: str, role: Role) -> None: ...

    def remove_member(self, app_id: str, user_id: str) -> None: ...

    def change(self, app_id: str, name: str, key_mode: Mode) -> None: ...


class KeyRepository(Protocol):
    """API keys."""

    def add(self, key: ApiKey, digest: str) -> None: ...

    def by_digest(self, digest: str) -> ApiKey | None: ...

    def key(self, key_id: str) -> ApiKey | None: ...

    def of_app(self, app_id: str, mode: Mode | None) -> list[ApiKey]:
        """Newest first, revoked ones included; of both modes without `mode`."""
        ...

    def revoke(self, key_id: str, now: float) -> bool:
        """False when it was revoked before."""
        ...

    def expire(self, key_id: str, expires_at: float) -> None:
        """Let it end then, or earlier if it would."""
        ...


class SigningRepository(Protocol):
    """The pairs that sign tokens."""

    def all(self) -> list[SigningKey]:
        """Newest first."""
        ...

    def add(self, key: SigningKey) -> None: ...

    def expire(self, expires_at: float) -> None:
        """Let every key end then that would go on longer."""
        ...

    def remove_expired(self, now: float) -> None: ...


class AccessUnit(Protocol):
    """One transaction, seen from access."""

    @property
    def accounts(self) -> AccountRepository: ...

    @property
    def apps(self) -> AppRepository: ...

    @property
    def keys(self) -> KeyRepository: ...

    @property
    def signing(self) -> SigningRepository: ...

    @property
    def audit(self) -> AuditRepository: ...

    @property
    def activity(self) -> ActivityRepository: ...
