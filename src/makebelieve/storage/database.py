"""One database: SQLite with one writer at a time, or PostgreSQL with serialisable writers side by side."""

from __future__ import annotations

import contextlib
import random
import threading
import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

import sqlalchemy as sa

from makebelieve.kit.errors import Unavailable, invalid
from makebelieve.storage.accounts import SqlAccounts
from makebelieve.storage.answers import SqlAnswers
from makebelieve.storage.apps import SqlApps, SqlKeys
from makebelieve.storage.creations import SqlCreations
from makebelieve.storage.engines import engine_url, is_collision, is_outage, open_postgresql, open_sqlite, reason_of
from makebelieve.storage.games import SqlGames
from makebelieve.storage.jobs import SqlJobs
from makebelieve.storage.meters import SqlMeters
from makebelieve.storage.plays import SqlPlays
from makebelieve.storage.recordings import SqlRecordings
from makebelieve.storage.records import SqlActivity, SqlAudit, SqlSigning
from makebelieve.storage.uploads import SqlUploads
from makebelieve.storage.webhooks import SqlWebhooks
from makebelieve.storage.worlds import SqlWorlds

T = TypeVar("T")
HEAD = "0015"
"""The newest migration (a test compares)."""
MIGRATING: Final = 0x6D62_0001
"""PostgreSQL's advisory lock that is held while the schema changes."""
MOST_TRIES: Final = 20
LONGEST_PAUSE: Final = 0.1


class SqlUnit:
    """The repositories of one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    @cached_property
    def accounts(self) -> SqlAccounts:
        return SqlAccounts(self.connection)

    @cached_property
    def apps(self) -> SqlApps:
        return SqlApps(self.connection)

    @cached_property
    def keys(self) -> SqlKeys:
        return SqlKeys(self.connection)

    @cached_property
    def signing(self) -> SqlSigning:
        return SqlSigning(self.connection)

    @cached_property
    def audit(self) -> SqlAudit:
        return SqlAudit(self.connection)

    @cached_property
    def activity(self) -> SqlActivity:
        return SqlActivity(self.connection)

    @cached_property
    def meters(self) -> SqlMeters:
        return SqlMeters(self.connection)

    @cached_property
    def answers(self) -> SqlAnswers:
        return SqlAnswers(self.connection)

    @cached_property
    def jobs(self) -> SqlJobs:
        return SqlJobs(self.connection)

    @cached_property
    def games(self) -> SqlGames:
        return SqlGames(self.connection)

    @cached_property
    def recordings(self) -> SqlRecordings:
        return SqlRecordings(self.connection)

    @cached_property
    def creations(self) -> SqlCreations:
        return SqlCreations(self.connection)

    @cached_property
    def uploads(self) -> SqlUploads:
        return SqlUploads(self.connection)

    @cached_property
    def worlds(self) -> SqlWorlds:
        return SqlWorlds(self.connection)

    @cached_property
    def plays(self) -> SqlPlays:
        return SqlPlays(self.connection)

    @cached_property
    def webhooks(self) -> SqlWebhooks:
        return SqlWebhooks(self.connection)


class Database:
    """kit.Ledger over SQLite or PostgreSQL.

    SQLite: writes take turns, in this process by a lock and between processes by BEGIN IMMEDIATE; reads run beside them on their own
    connections and see the last commit (WAL). What is written is on the disk when `write` returns (synchronous=FULL), if it must be.

    PostgreSQL: writes run side by side under SERIALIZABLE isolation, and one that collides with another is run again, so that a
    function written for SQLite's single writer is right here too; `isolated=False` is for functions whose every statement checks
    and changes in one, which need no more than READ COMMITTED. Reads see one snapshot. Functions of a `single` statement are spared
    BEGIN and COMMIT. What need not be durable has a quarter of the `pool` of connections to itself.

    `database_clock`: leases and waits of jobs go by PostgreSQL's clock; False leaves them to the caller's.

    Raises Unavailable when the database cannot be reached or cannot work (disk full, read-only, locked for long), and a 422 Problem
    for text that PostgreSQL cannot hold.
    """

    def __init__(self, url: str, *, pool: int = 16, statement_timeout: float = 30.0, database_clock: bool = True) -> None:
        self.url = engine_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._turn: contextlib.AbstractContextManager[Any]
        if self.is_sqlite:
            self._writer = self._free_writer = open_sqlite(self.url, begin="BEGIN IMMEDIATE", synchronous="FULL", pool_size=1)
            self._hasty_writer = open_sqlite(self.url, begin="BEGIN IMMEDIATE", synchronous="NORMAL", pool_size=1)
            self._reader = open_sqlite(self.url, begin="BEGIN", synchronous="NORMAL", pool_size=16)
            self._single_reader, self._single_writer, self._hasty_single = self._reader, self._free_writer, self._hasty_writer
            self._turn = threading.Lock()
        else:
            few = max(1, pool // 4)
            opened = open_postgresql(self.url, pool_size=pool - few, statement_timeout=statement_timeout)
            self._free_writer = opened.execution_options(database_clock=database_clock)
            # The same pool: isolation is told with each BEGIN.
            self._writer = self._free_writer.execution_options(isolation_level="SERIALIZABLE")
            self._reader = self._free_writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            hasty = open_postgresql(self.url, pool_size=few, statement_timeout=statement_timeout, durable=False)
            self._hasty_writer = hasty.execution_options(database_clock=database_clock)
            self._single_reader = self._single_writer = self._free_writer.execution_options(isolation_level="AUTOCOMMIT")
            self._hasty_single = self._hasty_writer.execution_options(isolation_level="AUTOCOMMIT")
            self._turn = contextlib.nullcontext()

    @property
    def label(self) -> str:
        """The address without its password."""
        return self.url.render_as_string(hide_password=True)

    def read(self, work: Callable[[SqlUnit], T], *, single: bool = False) -> T:
        return self._run(self._single_reader if single else self._reader, work)

    def write(self, work: Callable[[SqlUnit], T], *, isolated: bool = True, durable: bool = True, single: bool = False) -> T:
        if single:
            engine = self._single_writer if durable else self._hasty_single
        elif not durable:
            engine = self._hasty_writer
        else:
            engine = self._writer if isolated else self._free_writer
        with self._turn:
            return self._run(engine, work)

    def _run(self, engine: sa.Engine, work: Callable[[SqlUnit], T]) -> T:
        for tried in range(1, MOST_TRIES + 1):
            committing = False
            try:
                with engine.connect() as connection, connection.begin() as transaction:
                    result = work(SqlUnit(connection))
                    committing = True
                    transaction.commit()
                    return result
            except sa.exc.DataError as error:
                raise invalid("body", "holds a text or number that cannot be stored (a NUL character, say)") from error
            except sa.exc.DBAPIError as error:
                # A connection that was cut before the commit has changed nothing; after it, nobody knows, and it is for the caller to ask.
                cut = error.connection_invalidated and not committing and tried == 1
                if not cut and not (is_collision(error, tried) and tried < MOST_TRIES):
                    if is_outage(error):
                        raise Unavailable("database", reason_of(error, self.url)) from error
                    raise
            except sa.exc.TimeoutError as error:
                raise Unavailable("database", "no connection was free for long") from error
            # Chance keeps those that collided from colliding again.
            time.sleep(random.uniform(0, min(LONGEST_PAUSE, 0.001 * 2**tried)))
        raise AssertionError("unreachable: the last try returns or raises")

    def migrate(self) -> None:
        """Bring the schema to this version, one process at a time. Raises RuntimeError when the database was made by a newer one."""
        if self.revision() == HEAD:
            return
        # Only a first start or an update needs it, and it takes long to import.
        from alembic import command
        from alembic.config import Config

        with self._turn, self._free_writer.connect() as connection, connection.begin():
            if not self.is_sqlite:
                # Building an index over many rows may take longer than a statement of a request may.
                connection.execute(sa.text("SET LOCAL statement_timeout = 0"))
                connection.execute(sa.text("SET LOCAL lock_timeout = 0"))
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATING)))
            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except Exception as error:
                if "Can't locate revision" in str(error):
                    raise RuntimeError("the database was made by a newer version of makebelieve; update this one") from error
                raise

    def revision(self) -> str | None:
        """The newest migration that was run on it; None for a database without tables."""
        try:
            with self._reader.connect() as connection:
                if not sa.inspect(connection).has_table("alembic_version"):
                    return None
                revision = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
                return str(revision) if revision is not None else None
        except sa.exc.SQLAlchemyError as error:
            if is_outage(error):
                reason = reason_of(error, self.url) if isinstance(error, sa.exc.DBAPIError) else str(error)
                raise Unavailable("database", reason) from error
            raise

    def ping(self) -> None:
        """Raises Unavailable when the database does not answer."""
        self.read(lambda unit: unit.connection.execute(sa.text("SELECT 1")).scalar())

    def close(self) -> None:
        self._free_writer.dispose()
        self._hasty_writer.dispose()
        self._reader.dispose()
