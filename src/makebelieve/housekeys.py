"""Files of an installation that only one process may make or hold: sealing keys, and the mark of the running server."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from types import TracebackType

import orjson

from makebelieve.access.sealing import SealingKeys
from makebelieve.kit.errors import Problem
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


class OneServer:
    """Held while a server runs on a data folder. Rate limits and the order of writes are kept by one process; a second would break both."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "server.lock"
        self._file: int | None = None

    def __enter__(self) -> OneServer:
        import fcntl

        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._file)
            self._file = None
            folder = self._path.parent
            raise Problem(
                409, "already_running", f"a server runs on {folder} already; stop it or set MAKEBELIEVE_DATA to another folder"
            ) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None
