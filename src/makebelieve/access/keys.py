"""API keys: made, listed, revoked. Functions of one unit of work."""

from __future__ import annotations

from typing import Final

from makebelieve.access.callers import SCOPES, ApiKey, App, KeyKind, Mode, Scope, User
from makebelieve.access.repository import AccessUnit
from makebelieve.access.secrets import SHOWN, digest_of, new_api_key
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.ids import new_uuid

MAX_KEYS: Final = 50
# What a key may do when nobody says: a secret one everything but managing keys, a publishable one (it is in web pages) only read worlds.
DEFAULT_SCOPES: Final[dict[KeyKind, tuple[Scope, ...]]] = {
    "secret": tuple(scope for scope in SCOPES if scope != "full"),
    "publishable": ("worlds:read",),
}


def create(
    unit: AccessUnit,
    app: App,
    maker: User,
    label: str,
    now: float,
    *,
    kind: KeyKind = "secret",
    mode: Mode = "live",
    scopes: tuple[Scope, ...] | None = None,
) -> tuple[ApiKey, str]:
    """A new key and its secret, which is never to be had again.

    Raises a 422 Problem for scopes that there are not or that a publishable key cannot have, 409 when the app holds 50 keys.
    """
    scopes = DEFAULT_SCOPES[kind] if scopes is None else scopes
    allowed = SCOPES if kind == "secret" else DEFAULT_SCOPES["publishable"]
    unknown = [scope for scope in scopes if scope not in allowed]
    if unknown or not scopes:
        raise invalid("scopes", f"'{unknown[0]}' is not possible" if unknown else "at least one is needed", allowed)
    if sum(key.is_active(now) for key in unit.keys.of_app(app.id, None)) >= MAX_KEYS:
        raise Problem(409, "too_many_keys", f"an app holds at most {MAX_KEYS} active keys; revoke one first")
    raw = new_api_key(kind, mode)
    key = ApiKey(
        id=new_uuid(now),
        app_id=app.id,
        mode=mode,
        kind=kind,
        made_by=maker.id,
        prefix=raw[:SHOWN],
        last4=raw[-4:],
        label=label,
        # Sorted as SCOPES is, each once.
        scopes=tuple(scope for scope in SCOPES if scope in scopes),
        created_at=now,
    )
    unit.keys.add(key, digest_of(raw))
    return key, raw


def find(unit: AccessUnit, app_id: str, mode: Mode | None, key_id: str) -> ApiKey:
    """Raises a 404 Problem when the app has no such key (in that mode, if one is given)."""
    key = unit.keys.key(key_id)
    if key is None or key.app_id != app_id or (mode is not None and key.mode != mode):
        raise Problem(404, "not_found", "no such key")
    return key


def rotate(unit: AccessUnit, app: App, maker: User, key: ApiKey, overlap: float, now: float) -> tuple[ApiKey, str]:
    """A new key like `key`, which itself ends after `overlap` seconds. Raises a 409 Problem when it has ended already."""
    if not key.is_active(now):
        raise Problem(409, "key_ended", "the key was revoked or has expired; make a new one")
    unit.keys.expire(key.id, now + overlap)
    return create(unit, app, maker, key.label, now, kind=key.kind, mode=key.mode, scopes=key.scopes)
