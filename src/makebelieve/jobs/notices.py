"""Word that a job has moved on, and that there is work: a hint to look, never the truth itself."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator

from makebelieve.jobs.wake import NoWire, Wire


class Bell:
    """Wakes idle workers when a job was queued: those of this process, and through the wire those of others."""

    def __init__(self, wire: Wire | None = None, word: str = "queued") -> None:
        self._wire = wire or NoWire()
        self._word = word
        self._rung = threading.Condition()
        self._count = 0

    def ring(self) -> None:
        self.ring_here()
        self._wire.send(self._word)

    def ring_here(self) -> None:
        with self._rung:
            self._count += 1
            self._rung.notify_all()

    @property
    def count(self) -> int:
        """Read before looking for work, given to `wait` after: a ring in between is not missed."""
        return self._count

    def wait(self, seen: int, timeout: float) -> None:
        with self._rung:
            self._rung.wait_for(lambda: self._count != seen, timeout)


class Notices:
    """Wakes whoever watches a job. Published from any thread; whoever is woken reads the database."""

    def __init__(self, wire: Wire | None = None) -> None:
        self._wire = wire or NoWire()
        self._watchers: dict[str, set[tuple[asyncio.AbstractEventLoop, asyncio.Event]]] = defaultdict(set)
        self._listeners: list[Callable[[str], None]] = []
        self._on_ended: list[Callable[[], None]] = []
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def watch(self, job_id: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever the job moves on; clear it before reading."""
        watcher = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            self._watchers[job_id].add(watcher)
        try:
            yield watcher[1]
        finally:
            with self._lock:
                self._watchers[job_id].discard(watcher)
                if not self._watchers[job_id]:
                    del self._watchers[job_id]

    def on_cancel(self, listener: Callable[[str], None]) -> None:
        """Call `listener` with the id of every job that was cancelled."""
        self._listeners.append(listener)

    def on_ended(self, listener: Callable[[], None]) -> None:
        """Call `listener` whenever some job of this process has ended."""
        self._on_ended.append(listener)

    def publish(self, job_id: str, *, ended: bool = False) -> None:
        """The job has moved on, perhaps to its end."""
        self._tell(job_id)
        if ended:
            self._end()
        self._wire.send(f"moved {job_id}")

    def publish_cancelled(self, *job_ids: str) -> None:
        """The jobs were cancelled: whoever runs their bodies may stop."""
        for job_id in job_ids:
            self._cancelled(job_id)
            self._wire.send(f"cancelled {job_id}")
        if job_ids:
            self._end()

    def hear(self, message: str) -> None:
        """Take in what another process has published."""
        word, _, job_id = message.partition(" ")
        if word == "moved":
            self._tell(job_id)
        elif word == "cancelled":
            self._cancelled(job_id)

    def _end(self) -> None:
        for listener in self._on_ended:
            listener()

    def _tell(self, job_id: str) -> None:
        with self._lock:
            watchers = list(self._watchers.get(job_id, ()))
        for loop, event in watchers:
            # The loop may have closed meanwhile; then nobody waits any more.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(event.set)

    def _cancelled(self, job_id: str) -> None:
        for listener in self._listeners:
            listener(job_id)
        self._tell(job_id)
