"""One database: SQLite with one writer at a time, or any other that SQLAlchemy speaks to (PostgreSQL)."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import orjson
import sqlalchemy as sa

from makebelieve.storage.accounts import SqlAccounts
from makebelieve.storage.games import SqlGames
from makebelieve.storage.jobs import SqlJobs
from makebelieve.storage.meters import SqlMeters

T = TypeVar("T")
HEAD = "0001"
"""The newest migration (a test compares)."""


class SqlUnit:
    """The repositories of one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    @cached_property
    def accounts(self) -> SqlAccounts:
        return SqlAccounts(self.connection)

    @cached_property
    def meters(self) -> SqlMeters:
        return SqlMeters(self.connection)

    @cached_property
    def jobs(self) -> SqlJobs:
        return SqlJobs(self.connection)

    @cached_property
    def games(self) -> SqlGames:
        return SqlGames(self.connection)


class Database:
    """Transactions on `url`. Usable from any thread.

    SQLite: writes take turns on one connection that syncs fully (it carries the charges), reads run beside them on their own
    connections and see the last commit (WAL).
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._turn: contextlib.AbstractContextManager[Any]
        if sa.make_url(url).get_backend_name() == "sqlite":
            path = sa.make_url(url).database
            if not path or path == ":memory:":
                raise ValueError("database_url: SQLite needs a file; an in-memory database cannot be shared between threads")
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            self._writer = _sqlite(url, begin="BEGIN IMMEDIATE", synchronous="FULL", pool_size=1)
            self._reader = _sqlite(url, begin="BEGIN", synchronous="NORMAL", pool_size=16)
            self._turn = threading.Lock()
        else:
            self._writer = self._reader = sa.create_engine(url, pool_size=16, json_serializer=_dump, json_deserializer=orjson.loads)
            self._turn = contextlib.nullcontext()

    def read(self, work: Callable[[SqlUnit], T]) -> T:
        with self._reader.connect() as connection, connection.begin():
            return work(SqlUnit(connection))

    def write(self, work: Callable[[SqlUnit], T]) -> T:
        with self._turn, self._writer.begin() as connection:
            return work(SqlUnit(connection))

    def migrate(self) -> None:
        """Bring the schema to this version. Raises RuntimeError when the database was made by a newer one."""
        if self._revision() == HEAD:
            return
        # Only a first start or an update needs it, and it takes long to import.
        from alembic import command
        from alembic.config import Config

        with self._turn, self._writer.connect() as connection:
            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except Exception as error:
                if "Can't locate revision" in str(error):
                    raise RuntimeError("the database was made by a newer version of makebelieve; update this one") from error
                raise

    def _revision(self) -> str | None:
        with self._reader.connect() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return None
            revision = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
            return str(revision) if revision is not None else None

    def ping(self) -> None:
        """Raises what the driver raises when the database does not answer."""
        self.read(lambda unit: unit.connection.execute(sa.text("SELECT 1")).scalar())

    def close(self) -> None:
        self._writer.dispose()
        self._reader.dispose()


def _dump(value: Any) -> str:
    return orjson.dumps(value).decode()


def _sqlite(url: str, *, begin: str, synchronous: str, pool_size: int) -> sa.Engine:
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
