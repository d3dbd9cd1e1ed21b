"""Connections to SQLite and PostgreSQL, set up so that the same statements mean the same on both."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

import orjson
import sqlalchemy as sa

# What a statement that ran into another transaction says; the whole transaction may simply be run again.
_COLLISIONS: Final = frozenset({"40001", "40P01"})
_UNIQUE: Final = "23505"
# SQLite's primary result codes that speak of the machine, not of the statement: busy, locked, read-only, input/output, full, cannot open.
_READ_ONLY: Final = 8
_CANNOT_OPEN: Final = 14
_SQLITE_OUTAGES: Final = frozenset({5, 6, _READ_ONLY, 10, 13, _CANNOT_OPEN})


def engine_url(url: str) -> sa.URL:
    """`url` with the driver that is used here; `postgres://` and `postgresql://` mean psycopg. Raises ValueError for other databases."""
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError as error:
        raise ValueError("database_url: not a database URL; allowed: sqlite:///FILE, postgresql://USER:PASSWORD@HOST/DATABASE") from error
    name = parsed.drivername
    if name in ("postgres", "postgresql", "postgresql+psycopg"):
        return parsed.set(drivername="postgresql+psycopg")
    if name in ("sqlite", "sqlite+pysqlite"):
        if not parsed.database or parsed.database == ":memory:":
            raise ValueError("database_url: SQLite needs a file; an in-memory database cannot be shared between threads")
        return parsed
    raise ValueError(f"database_url: {name} is not supported; allowed: sqlite:///FILE, postgresql://USER:PASSWORD@HOST/DATABASE")


def _dump(value: Any) -> str:
    return orjson.dumps(value).decode()


def open_sqlite(url: sa.URL, *, begin: str, synchronous: str, pool_size: int) -> sa.Engine:
    """An engine whose transactions start with `begin`. WAL: readers never wait for the writer."""
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=30,
        connect_args={"check_same_thread": False},
        json_serializer=_dump,
        json_deserializer=orjson.loads,
    )

    @sa.event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: Any) -> None:
        # The driver's own guesses about when a transaction starts are switched off; `begin` below says it.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", f"synchronous={synchronous}", "busy_timeout=10000", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def open_postgresql(url: sa.URL, *, pool_size: int, statement_timeout: float, durable: bool = True) -> sa.Engine:
    """An engine whose statements are ended after `statement_timeout` seconds and whose lock waits after a third of that.

    `durable`: commits wait for the disk, if the server is set so.
    """
    limits: dict[str, int | str] = {
        "statement_timeout": round(statement_timeout * 1000),
        "lock_timeout": round(statement_timeout * 1000 / 3),
        # A process that hangs in the middle of a transaction must not hold its locks for ever.
        "idle_in_transaction_session_timeout": round(statement_timeout * 2000),
    }
    if not durable:
        limits["synchronous_commit"] = "off"
    return sa.create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=10,
        pool_use_lifo=True,
        connect_args={
            "connect_timeout": 5,
            "application_name": "makebelieve",
            "options": " ".join(f"-c {name}={value}" for name, value in limits.items()),
        },
        # An INSERT's row count too: it tells whether ON CONFLICT DO NOTHING did something.
        execution_options={"preserve_rowcount": True},
        json_serializer=_dump,
        json_deserializer=orjson.loads,
    )


def is_collision(error: sa.exc.DBAPIError, tried: int) -> bool:
    """Whether PostgreSQL gave this transaction up for another one's sake (serialisation failure, deadlock).

    A key that exists already may be another transaction's too, written since this one looked; the second time it is an error.
    """
    state = getattr(error.orig, "sqlstate", None)
    return state in _COLLISIONS or (state == _UNIQUE and tried == 1)


def is_outage(error: sa.exc.SQLAlchemyError) -> bool:
    """Whether the database could not be reached or could not work, as opposed to a wrong statement."""
    if isinstance(error, sa.exc.TimeoutError):
        return True
    if not isinstance(error, sa.exc.DBAPIError):
        return False
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in _SQLITE_OUTAGES
    return error.connection_invalidated or isinstance(error, (sa.exc.OperationalError, sa.exc.InterfaceError))


def reason_of(error: sa.exc.DBAPIError, url: sa.URL) -> str:
    """What an outage was, for the log and the operator; SQLite itself does not say which file it means, nor what is in the way."""
    reason = str(error.orig)
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    if code not in (_READ_ONLY, _CANNOT_OPEN):
        return reason
    folder = Path(str(url.database)).absolute().parent
    return f"{reason}: {url.database}" + ("" if os.access(folder, os.W_OK) else f" ({folder} cannot be written)")
