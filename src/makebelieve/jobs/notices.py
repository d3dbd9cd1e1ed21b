"""Word that a job has moved on, and that there is work: a hint to look, never the truth itself."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from typing import Final

from makebelieve.jobs.wake import NoWire, Wire

QUEUED: Final = "queued"
REMEMBERED: Final = 1024
"""Jobs that ended last: whoever begins to watch one of them is told at once."""


class Bell:
    """Wakes idle workers when jobs were queued: those of this process, and through the wire those of others.

    A ring wakes as many of a crew (the threads that wait as one `crew`) as there are jobs: more would only look in vain, and in the
    way of those that work.
    """

    def __init__(self, wire: Wire | None = None) -> None:
        self._wire = wire or NoWire()
        self._lock = threading.Lock()
        self._crews: dict[Hashable, threading.Condition] = {}
        self._count = 0

    def ring(self, jobs: int = 1) -> None:
        self.ring_here(jobs)
        self._wire.send(QUEUED if jobs == 1 else f"{QUEUED} {jobs}")

    def ring_here(self, jobs: int | None = 1) -> None:
        """None: nobody knows how many."""
        with self._lock:
            self._count += 1
            for crew in self._crews.values():
                if jobs is None:
                    crew.notify_all()
                else:
                    crew.notify(jobs)

    def hear(self, message: str) -> bool:
        """Take in what another process has sent; whether it was a ring."""
        word, _, jobs = message.partition(" ")
        if word == QUEUED:
            self.ring_here(int(jobs) if jobs.isdecimal() else 1)
        return word == QUEUED

    @property
    def count(self) -> int:
        """Read before looking for work, given to `wait` after: a ring in between is not missed."""
        return self._count

    def wait(self, seen: int, timeout: float, crew: Hashable = None) -> bool:
        """Whether it has rung since it was `seen`."""
        with self._lock:
            return self._crews.setdefault(crew, threading.Condition(self._lock)).wait_for(lambda: self._count != seen, timeout)


class Notices:
    """Wakes whoever watches a job. Published from any thread; whoever is woken reads the database."""

    def __init__(self, wire: Wire | None = None) -> None:
        self._wire = wire or NoWire()
        self._watchers: dict[str, set[tuple[asyncio.AbstractEventLoop, asyncio.Event, bool]]] = defaultdict(set)
        self._ended: dict[str, None] = {}
        self._listeners: list[Callable[[str], None]] = []
        self._on_announced: list[Callable[[], None]] = []
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def watch(self, job_id: str, *, ends_only: bool = False) -> Iterator[asyncio.Event]:
        """An event that is set whenever the job moves on (`ends_only`: when an attempt at it ends); clear it before reading.

        It is set already if an attempt has ended just now.
        """
        watcher = (asyncio.get_running_loop(), asyncio.Event(), ends_only)
        with self._lock:
            self._watchers[job_id].add(watcher)
            if job_id in self._ended:
                watcher[1].set()
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

    def on_announced(self, listener: Callable[[], None]) -> None:
        """Call `listener` whenever this process has left messages in the outbox."""
        self._on_announced.append(listener)

    def publish(self, job_id: str, *, ended: bool = False) -> None:
        """The job has moved on, perhaps to its end."""
        self._tell(job_id, ended=ended)
        self._wire.send(f"{'ended' if ended else 'moved'} {job_id}")

    def publish_announced(self) -> None:
        """There are messages in the outbox."""
        for listener in self._on_announced:
            listener()

    def publish_cancelled(self, *job_ids: str) -> None:
        """The jobs were cancelled: whoever runs their bodies may stop."""
        for job_id in job_ids:
            self._cancelled(job_id)
            self._wire.send(f"cancelled {job_id}")
        if job_ids:
            self.publish_announced()

    def hear(self, message: str) -> None:
        """Take in what another process has published."""
        word, _, job_id = message.partition(" ")
        if word in ("moved", "ended"):
            self._tell(job_id, ended=word == "ended")
        elif word == "cancelled":
            self._cancelled(job_id)

    def _tell(self, job_id: str, *, ended: bool) -> None:
        with self._lock:
            if ended:
                self._ended[job_id] = None
                if len(self._ended) > REMEMBERED:
                    del self._ended[next(iter(self._ended))]
            watchers = [watcher for watcher in self._watchers.get(job_id, ()) if ended or not watcher[2]]
        for loop, event, _ in watchers:
            # The loop may have closed meanwhile; then nobody waits any more.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(event.set)

    def _cancelled(self, job_id: str) -> None:
        for listener in self._listeners:
            listener(job_id)
        self._tell(job_id, ended=True)
