"""What access needs kept, as protocols that storage implements."""

from __future__ import annotations

from typing import Protocol

from makebelieve.access.callers import ApiKey, App, BrowserSession, Member, Mode, Role, Tier, User


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

    def set_tier(self, user_id: str, tier: Tier) -> None: ...

    def set_password_hash(self, user_id: str, password_hash: str) -> None: ...

    def accept_nda(self, user_id: str, now: float) -> None: ...

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


class AccessUnit(Protocol):
    """One transaction, seen from access."""

    @property
    def accounts(self) -> AccountRepository: ...

    @property
    def apps(self) -> AppRepository: ...

    @property
    def keys(self) -> KeyRepository: ...
