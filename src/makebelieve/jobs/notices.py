"""Word inside one process that a job has moved on, and that there is work: a hint to look, never the truth itself."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import defaultdict
from collections.abc import Iterator


class Bell:
    """Wakes idle workers of this process when a job was queued."""

    def __init__(self) -> None:
        self._rung = threading.Condition()
        self._count = 0

    def ring(self) -> None:
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
    """Wakes the coroutines that watch a job. Published from any thread; whoever is woken reads the database."""

    def __init__(self) -> None:
        self._watchers: dict[str, set[tuple[asyncio.AbstractEventLoop, asyncio.Event]]] = defaultdict(set)
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

    def publish(self, job_id: str) -> None:
        with self._lock:
            watchers = list(self._watchers.get(job_id, ()))
        for loop, event in watchers:
            # The loop may have closed meanwhile; then nobody waits any more.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(event.set)
