"""Warm engines shared by the threads of one process."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator

from makebelieve.engine.protocol import Engine, EngineUnavailable


class EnginePool:
    """Up to `size` engines, opened when first needed, leased to one thread at a time.

    An engine whose child died stays in the pool: its next call starts a fresh child.
    """

    def __init__(self, make: Callable[[], Engine], size: int) -> None:
        if size < 1:
            raise ValueError(f"size: {size}; must be 1 or more")
        self._make = make
        self._size = size
        self._idle: list[Engine] = []
        self._opened = 0
        self._changed = threading.Condition()
        self._closed = False

    @property
    def size(self) -> int:
        return self._size

    def warm(self) -> None:
        """Open every engine now rather than at its first lease."""
        with contextlib.ExitStack() as stack:
            for _ in range(self._size):
                stack.enter_context(self.lease())

    @contextlib.contextmanager
    def lease(self, timeout: float | None = None) -> Iterator[Engine]:
        """An engine of one's own for the block; waits up to `timeout` seconds (None: as long as it takes).

        Raises TimeoutError when none comes free, EngineUnavailable when the pool is closed or no engine opens.
        """
        engine = self._take(timeout)
        try:
            yield engine
        finally:
            with self._changed:
                if self._closed:
                    engine.close()
                else:
                    self._idle.append(engine)
                    self._changed.notify()

    def close(self) -> None:
        """Close the idle engines; leased ones close on return."""
        with self._changed:
            self._closed = True
            idle, self._idle = self._idle, []
            self._changed.notify_all()
        for engine in idle:
            engine.close()

    def __enter__(self) -> EnginePool:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _take(self, timeout: float | None) -> Engine:
        with self._changed:
            ready = self._changed.wait_for(lambda: self._closed or self._idle or self._opened < self._size, timeout)
            if self._closed:
                raise EngineUnavailable("the engine pool is closed")
            if not ready:
                raise TimeoutError(f"no engine came free within {timeout:g} s")
            if self._idle:
                # Last in, first out: the most recently used one has the warmest code.
                return self._idle.pop()
            self._opened += 1
        try:
            return self._make()
        except BaseException:
            with self._changed:
                self._opened -= 1
                self._changed.notify()
            raise
