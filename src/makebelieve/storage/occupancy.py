"""Who uses an install now: locks that the kernel or the database gives back when their holder dies.

`server`: held alone by an API process without Redis, shared by those that have it. `install`: shared by every process at work, held
alone while the storage moves.
"""

from __future__ import annotations

import contextlib
import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import sqlalchemy as sa

from makebelieve.kit.errors import Problem
from makebelieve.storage.database import Database

log = logging.getLogger("makebelieve.storage")

Lock = Literal["server", "install"]
_NUMBERS: Final[dict[Lock, int]] = {"server": 0x6D62_0002, "install": 0x6D62_0003}
LOOK_AFTER: Final = 10.0


@contextlib.contextmanager
def hold(database: Database, folder: Path, lock: Lock, *, shared: bool) -> Iterator[None]:
    """Hold `lock` of the install. Raises a 409 Problem when others hold it in a way that excludes this one.

    On SQLite it is a file in the data `folder`, on PostgreSQL an advisory lock, so that machines see each other.
    """
    with _hold_file(folder, lock, shared=shared) if database.is_sqlite else _hold_advisory(database, lock, shared=shared):
        yield


def _refusal(lock: Lock, where: str, *, shared: bool) -> Problem:
    if lock == "install":
        if shared:
            return Problem(409, "storage_moves", f"the storage of {where} is being moved; wait until that is done")
        return Problem(409, "in_use", f"servers or workers run on {where}; stop them first")
    if shared:
        return Problem(
            409, "already_running", f"a server without Redis runs on {where} already; stop it or set MAKEBELIEVE_REDIS_URL for it too"
        )
    return Problem(
        409,
        "already_running",
        f"a server runs on {where} already; stop it, or set MAKEBELIEVE_REDIS_URL for all, who share limits and hear each other through it",
    )


@contextlib.contextmanager
def _hold_file(folder: Path, lock: Lock, *, shared: bool) -> Iterator[None]:
    import fcntl

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(folder / f"{lock}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError as error:
            raise _refusal(lock, str(folder), shared=shared) from error
        yield
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _hold_advisory(database: Database, lock: Lock, *, shared: bool) -> Iterator[None]:
    # A connection of its own, outside the pool: the lock lives as long as the session does.
    engine = sa.create_engine(
        database.url,
        poolclass=sa.NullPool,
        isolation_level="AUTOCOMMIT",
        connect_args={"connect_timeout": 5, "application_name": f"makebelieve {lock}"},
    )
    ask = sa.select((sa.func.pg_try_advisory_lock_shared if shared else sa.func.pg_try_advisory_lock)(_NUMBERS[lock]))
    connection = engine.connect()
    if not connection.execute(ask).scalar():
        connection.close()
        raise _refusal(lock, database.label, shared=shared)
    done = threading.Event()

    def keep() -> None:
        nonlocal connection
        while not done.wait(LOOK_AFTER):
            try:
                connection.execute(sa.text("SELECT 1"))
            except sa.exc.SQLAlchemyError:
                # The database was away, and the lock with it.
                with contextlib.suppress(sa.exc.SQLAlchemyError):
                    connection.close()
                    connection = engine.connect()
                    if not connection.execute(ask).scalar():
                        log.error("another process has taken this install meanwhile; stop one of them", extra={"lock": lock})

    keeper = threading.Thread(target=keep, name=f"hold-{lock}", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        done.set()
        keeper.join(10.0)
        with contextlib.suppress(sa.exc.SQLAlchemyError):
            connection.close()
        engine.dispose()
