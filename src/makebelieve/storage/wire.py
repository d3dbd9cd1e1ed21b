"""Word between the processes of an install on PostgreSQL that has no Redis: LISTEN and NOTIFY, on any number of machines."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
import time
from collections.abc import Callable
from typing import Any, Final

import sqlalchemy as sa

log = logging.getLogger("makebelieve.wire")

CHANNEL: Final = "makebelieve_wire"
LOOK_UP: Final = 1.0
"""Seconds after which a thread that hears nothing looks whether it is to end."""
RECONNECT_AFTER: Final = 1.0
MOST_WAITING: Final = 1_000
LOOK_FOR_OTHERS: Final = 5.0
"""Seconds after which a process that is alone looks again whether it still is; whoever comes says so at once."""
HERE: Final = "here"
"""What a process says when it begins to hear; nobody is told of it."""
_NAME: Final = "makebelieve wire"
_OTHERS: Final = (
    "SELECT count(*) FROM pg_stat_activity "
    "WHERE datname = current_database() AND application_name = %s AND pid NOT IN (%s, pg_backend_pid())"
)


class PostgresqlWire:
    """A jobs.Wire over the database at `url`, on two connections of its own. Not through a pooler that shares connections by transaction:
    that loses messages, which are then found by the next look.

    While the database is away messages are dropped; `send` never waits for it. A process that hears and is the only one there sends
    nothing: each NOTIFY is a commit, and the cluster makes those one at a time.
    """

    def __init__(self, url: sa.URL) -> None:
        self._address = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._own = secrets.token_hex(8)
        self._waiting: queue.Queue[str] = queue.Queue(MOST_WAITING)
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._sender: threading.Thread | None = None
        self._hearer: threading.Thread | None = None
        self._ear: int | None = None
        """The server's process of the connection that hears, while it does."""
        self._alone = False
        self._look_at = 0.0

    def send(self, message: str) -> None:
        try:
            self._waiting.put_nowait(message)
        except queue.Full:
            log.debug("a hint was dropped: the database does not take them")
        with self._lock:
            if self._sender is None and not self._stopping.is_set():
                self._sender = threading.Thread(target=self._send_on, name="wire-send", daemon=True)
                self._sender.start()

    def listen(self, on_message: Callable[[str], None]) -> None:
        """Call back, from a thread of its own, for every message of the others until closed; with "" after a gap in hearing."""
        ready = threading.Event()
        self._hearer = threading.Thread(target=self._keep_hearing, args=(on_message, ready), name="wire-hear", daemon=True)
        self._hearer.start()
        ready.wait(5.0)

    def close(self) -> None:
        self._stopping.set()
        for thread in (self._sender, self._hearer):
            if thread is not None:
                thread.join(5.0)

    def _connect(self) -> Any:
        import psycopg

        # A hint need not survive anything: its commit does not wait for the disk.
        return psycopg.connect(
            self._address, autocommit=True, connect_timeout=5, application_name=_NAME, options="-c synchronous_commit=off"
        )

    def _send_on(self) -> None:
        """Send until closed or until the database is away; then the next message starts another."""
        import psycopg

        try:
            with self._connect() as connection:
                while not self._stopping.is_set():
                    self._send_some(connection)
        except psycopg.Error as error:
            _note_away(error)
        finally:
            with self._lock:
                self._sender = None

    def _send_some(self, connection: Any) -> None:
        try:
            messages = [self._waiting.get(timeout=LOOK_UP)]
        except queue.Empty:
            return
        while not self._waiting.empty():
            messages.append(self._waiting.get_nowait())
        if self._unheard(connection):
            return
        # The same hint twice is one.
        told = [f"{self._own} {message}" for message in dict.fromkeys(messages)]
        connection.execute("SELECT pg_notify(%s, told) FROM unnest(%s::text[]) AS told", (CHANNEL, told))

    def _unheard(self, connection: Any) -> bool:
        """Whether nobody else is there. Only who hears would learn at once of somebody who comes: all others send in any case."""
        ear = self._ear
        if ear is None:
            return False
        if time.monotonic() >= self._look_at:
            # Before the look: who comes during it has it looked again.
            self._look_at = time.monotonic() + LOOK_FOR_OTHERS
            found = connection.execute(_OTHERS, (_NAME, ear)).fetchone()
            self._alone = found is not None and found[0] == 0
        return self._alone

    def _keep_hearing(self, on_message: Callable[[str], None], ready: threading.Event) -> None:
        import psycopg

        while not self._stopping.is_set():
            try:
                self._hear(on_message, ready)
            except psycopg.Error as error:
                _note_away(error)
                self._stopping.wait(RECONNECT_AFTER)

    def _hear(self, on_message: Callable[[str], None], ready: threading.Event) -> None:
        with self._connect() as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, f"{self._own} {HERE}"))
            if ready.is_set():
                self._deliver(on_message, "")
            self._look_at = 0.0
            self._ear = connection.info.backend_pid
            ready.set()
            try:
                self._take_in(connection, on_message)
            finally:
                self._ear = None

    def _take_in(self, connection: Any, on_message: Callable[[str], None]) -> None:
        while not self._stopping.is_set():
            for notice in connection.notifies(timeout=LOOK_UP):
                sender, _, message = notice.payload.partition(" ")
                if sender == self._own:
                    continue
                self._look_at = 0.0
                if message != HERE:
                    self._deliver(on_message, message)

    @staticmethod
    def _deliver(on_message: Callable[[str], None], message: str) -> None:
        try:
            on_message(message)
        except Exception:
            log.exception("a message of another process was not understood", extra={"heard": message[:80]})


def _note_away(error: Exception) -> None:
    log.warning("processes hear each other late until the database answers", extra={"reason": str(error).strip()})
