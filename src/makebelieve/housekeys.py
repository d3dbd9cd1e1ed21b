"""The secrets that seal what the database must not show."""

from __future__ import annotations

import contextlib
import os
import secrets

import orjson

from makebelieve.access.sealing import SealingKeys
from makebelieve.kit.ids import new_id
from makebelieve.settings import Settings


def load_sealing_keys(settings: Settings, now: float) -> SealingKeys:
    """The configured secret, or the ones in `data`/sealing-keys.json (made if need be, readable by the owner alone).

    The file maps key ids to secrets, the sealing one first; to change it, put a new one on top.
    """
    if settings.secret is not None:
        return SealingKeys({"configured": settings.secret.get_secret_value()})
    path = settings.data / "sealing-keys.json"
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = orjson.dumps({new_id("sec", now): secrets.token_urlsafe(48)})
    # Written aside, then linked into place: of two processes that start together one wins, and nobody reads half a file.
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(fresh)
    with contextlib.suppress(FileExistsError):
        os.link(aside, path)
    aside.unlink()
    return SealingKeys(dict(orjson.loads(path.read_bytes())))
