"""Accounts: register, log in, refresh. Functions of one unit of work; passwords are hashed before they come here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from makebelieve.access import apps, keys
from makebelieve.access.audit import by_account
from makebelieve.access.callers import ApiKey, Tier, User
from makebelieve.access.repository import AccessUnit
from makebelieve.access.secrets import digest_of, new_token
from makebelieve.access.signing import Keyring
from makebelieve.access.tokens import ACCESS_LIFETIME, REFRESH_LIFETIME, SWAPPED_LIFETIME, Access, Minted, mint
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.ids import new_id

OWNER_EMAIL: Final = "owner@localhost"
# One @, no blanks, a host: whether a mailbox exists only a mail can tell.
_EMAIL: Final = re.compile(r"[^\s@\x00-\x1f]+@[^\s@\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class SignIn:
    """What a login hands out."""

    access_token: str
    refresh_token: str
    expires_in: int
    user: User


def normal_email(email: str) -> str:
    """Trimmed and in lower case. Raises a 422 Problem when it is not an address."""
    email = email.strip().lower()
    if len(email) > 320 or _EMAIL.fullmatch(email) is None:
        raise invalid("email", "must be an email address such as ada@example.org")
    return email


def register(unit: AccessUnit, email: str, display_name: str, password_hash: str, tier: Tier, now: float, *, approved: bool) -> User:
    """Make an account with its default app. Raises a 409 Problem when the address has one already."""
    user = User(new_id("user", now), email, display_name, tier, False, approved, None, now)
    if not unit.accounts.add_user(user, password_hash):
        raise Problem(409, "email_taken", "an account with this email address exists; log in instead")
    apps.make_default(unit, user, now)
    return user


def ensure_owner(unit: AccessUnit, now: float) -> tuple[User, str | None]:
    """The owner of a single-user install, and a key with scope `full` if the account was made just now."""
    owner = unit.accounts.owner()
    if owner is not None:
        return owner, None
    owner = User(new_id("user", now), OWNER_EMAIL, "Owner", "enterprise", True, True, now, now)
    if not unit.accounts.add_user(owner, None):
        raise Problem(409, "email_taken", f"the address {OWNER_EMAIL} is taken by an account that is not the owner's")
    app = apps.make_default(unit, owner, now)
    _, raw = keys.create(unit, app, owner, "first key", now, scopes=("full",))
    return owner, raw


def sign_in(unit: AccessUnit, ring: Keyring, user: User, now: float, family: str | None = None) -> SignIn:
    """An access token (1 h) and a refresh token (30 days), the latter in `family` or in a new one."""
    refresh = new_token()
    unit.accounts.add_refresh_token(digest_of(refresh), family or new_id("fam", now), user.id, now + REFRESH_LIFETIME)
    return SignIn(mint(ring, Access(user.id, ("full",), user.epoch), now, ACCESS_LIFETIME).text, refresh, ACCESS_LIFETIME, user)


def refresh(unit: AccessUnit, ring: Keyring, refresh_token: str, now: float, address: str) -> SignIn | Problem:
    """Swap a refresh token for a new pair. A token used twice revokes every token of its family: one of the two was stolen.

    The refusal is returned, not raised, because the revocation must be committed with it (and the line about it in the audit log).
    """
    used = unit.accounts.use_refresh_token(digest_of(refresh_token), now)
    if used is None:
        return Problem(401, "bad_refresh_token", "the refresh token is unknown or has expired; log in again")
    family, user_id, first = used
    user = unit.accounts.user(user_id)
    if not first or user is None or user.disabled_at is not None:
        unit.accounts.revoke_refresh_family(family, now)
        if user is not None:
            unit.audit.add([by_account(user, now, "refresh", address, outcome="refused", reason="used_before")])
        return Problem(401, "bad_refresh_token", "the refresh token was used before or has ended; log in again")
    return sign_in(unit, ring, user, now, family)


def swap_key(unit: AccessUnit, ring: Keyring, raw_key: str, now: float) -> tuple[Minted, ApiKey, User]:
    """A 24 h access token with the scopes of the key; the key, and the account that pays. Raises a 401 Problem unless the key is active."""
    key = unit.keys.by_digest(digest_of(raw_key))
    app = unit.apps.app(key.app_id) if key is not None and key.is_active(now) else None
    user = unit.accounts.user(app.owner_id) if app is not None else None
    if key is None or user is None or user.disabled_at is not None:
        raise Problem(401, "bad_key", "the API key is unknown, expired or revoked")
    return mint(ring, Access(user.id, key.scopes, key_id=key.id), now, SWAPPED_LIFETIME), key, user


def set_password(unit: AccessUnit, user: User, password_hash: str, now: float) -> User:
    """A new password, which ends everything that the old one opened; the account as it is then."""
    unit.accounts.set_password_hash(user.id, password_hash)
    return end_logins(unit, user, now)


def end_logins(unit: AccessUnit, user: User, now: float) -> User:
    """Log out everywhere: access tokens, refresh tokens, browsers, login links. API keys go on. The account as it is then."""
    unit.accounts.end_logins(user.id, now)
    return unit.accounts.user(user.id) or user


def disable(unit: AccessUnit, user: User, now: float) -> None:
    """Shut an account: its logins end, and the keys of the apps that it pays for count for nothing until it is enabled again."""
    unit.accounts.set_disabled(user.id, now)
    unit.accounts.end_logins(user.id, now)
