"""Accounts: register, log in, refresh, keys. Functions of one unit of work; passwords are hashed before they come here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from makebelieve.access.callers import SCOPES, ApiKey, Scope, Tier, User
from makebelieve.access.repository import AccessUnit
from makebelieve.access.secrets import SHOWN, digest_of, new_api_key, new_token
from makebelieve.access.tokens import ACCESS_LIFETIME, REFRESH_LIFETIME, SWAPPED_LIFETIME, SigningKeys, mint
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.ids import new_id

MAX_KEYS: Final = 50
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
    """Make an account. Raises a 409 Problem when the address has one already."""
    user = User(new_id("user", now), email, display_name, tier, False, approved, None, now)
    if not unit.accounts.add_user(user, password_hash):
        raise Problem(409, "email_taken", "an account with this email address exists; log in instead")
    return user


def ensure_owner(unit: AccessUnit, now: float) -> tuple[User, str | None]:
    """The owner of a single-user install, and a key with scope `full` if the account was made just now."""
    owner = unit.accounts.owner()
    if owner is not None:
        return owner, None
    owner = User(new_id("user", now), OWNER_EMAIL, "Owner", "enterprise", True, True, now, now)
    if not unit.accounts.add_user(owner, None):
        raise Problem(409, "email_taken", f"the address {OWNER_EMAIL} is taken by an account that is not the owner's")
    _, raw = create_key(unit, owner, "first key", ("full",), now)
    return owner, raw


def sign_in(unit: AccessUnit, keys: SigningKeys, user: User, now: float, family: str | None = None) -> SignIn:
    """An access token (1 h) and a refresh token (30 days), the latter in `family` or in a new one."""
    refresh = new_token()
    unit.accounts.add_refresh_token(digest_of(refresh), family or new_id("fam", now), user.id, now + REFRESH_LIFETIME)
    return SignIn(mint(keys, user.id, ("full",), now), refresh, ACCESS_LIFETIME, user)


def refresh(unit: AccessUnit, keys: SigningKeys, refresh_token: str, now: float) -> SignIn | Problem:
    """Swap a refresh token for a new pair. A token used twice revokes every token of its family: one of the two was stolen.

    The refusal is returned, not raised, because the revocation must be committed with it.
    """
    used = unit.accounts.use_refresh_token(digest_of(refresh_token), now)
    if used is None:
        return Problem(401, "bad_refresh_token", "the refresh token is unknown or has expired; log in again")
    family, user_id, first = used
    user = unit.accounts.user(user_id)
    if not first or user is None:
        unit.accounts.revoke_refresh_family(family, now)
        return Problem(401, "bad_refresh_token", "the refresh token was used before or has ended; log in again")
    return sign_in(unit, keys, user, now, family)


def swap_key(unit: AccessUnit, keys: SigningKeys, raw_key: str, now: float) -> tuple[str, User]:
    """A 24 h access token with the scopes of the key. Raises a 401 Problem for an unknown or revoked key."""
    key = unit.accounts.key_by_digest(digest_of(raw_key))
    user = unit.accounts.user(key.user_id) if key is not None and key.is_active else None
    if key is None or user is None:
        raise Problem(401, "bad_key", "the API key is unknown or revoked")
    return mint(keys, user.id, key.scopes, now, SWAPPED_LIFETIME, key.id), user


def create_key(unit: AccessUnit, user: User, label: str, scopes: tuple[Scope, ...], now: float) -> tuple[ApiKey, str]:
    """A new key and its secret, which is never to be had again."""
    unknown = [scope for scope in scopes if scope not in SCOPES]
    if unknown or not scopes:
        raise invalid("scopes", f"'{unknown[0]}' is unknown" if unknown else "at least one is needed", SCOPES)
    if sum(key.is_active for key in unit.accounts.keys_of(user.id)) >= MAX_KEYS:
        raise Problem(409, "too_many_keys", f"an account holds at most {MAX_KEYS} active keys; revoke one first")
    raw = new_api_key()
    # Sorted as SCOPES is, each once.
    granted = tuple(scope for scope in SCOPES if scope in scopes)
    key = ApiKey(new_id("key", now), user.id, raw[:SHOWN], label, granted, now, None)
    unit.accounts.add_key(key, digest_of(raw))
    return key, raw


def revoke_key(unit: AccessUnit, user: User, key_id: str, now: float) -> None:
    """Raises a 404 Problem when the key is not the user's; revoking twice is fine."""
    key = unit.accounts.key(key_id)
    if key is None or key.user_id != user.id:
        raise Problem(404, "not_found", "no such key")
    unit.accounts.revoke_key(key_id, now)
