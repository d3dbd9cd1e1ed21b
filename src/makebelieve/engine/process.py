"""An engine in a child process that may hang, grow or die without harm to its caller."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from makebelieve.engine.protocol import EngineDied, EngineError, EngineTimeout, EngineUnavailable, HostName

TIME_IS_UP = 3
OUT_OF_MEMORY = 4
START_LIMIT = 30.0
"""Seconds a host may take to start; a loaded machine takes several."""
ORPHAN_GRACE = 2.0
"""Seconds past the time limit after which a child ends a call by itself: only one whose parent is gone lives to see it."""
MEMORY_CHECK = 0.1
"""Seconds between looks at a child's memory during a call."""
RUNTIME_MB = 192
"""What a runtime takes for itself (code, JIT, a young heap) on top of the memory the core may use."""
PAGE = os.sysconf("SC_PAGE_SIZE")


def resident_mb(pid: int) -> float:
    """Resident memory of a process in MB; 0 where /proc does not tell."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE / 1e6
    except (OSError, IndexError, ValueError):
        return 0.0


class _Child:
    """One run of a host: pipes, its pid, and what it said on standard error."""

    def __init__(self, command: Sequence[str]) -> None:
        # A file, not a pipe: a child that says much is not held up by nobody reading.
        self.errors, name = tempfile.mkstemp()
        Path(name).unlink()
        environment = {name: value for name, value in os.environ.items() if name not in {"NODE_OPTIONS", "PYTHONSTARTUP"}}
        try:
            # Its own process group: Ctrl-C in a terminal is the server's to handle, not the engine's.
            self.process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self.errors,
                env=environment,
                bufsize=0,
                process_group=0,
            )
        except OSError:
            os.close(self.errors)
            raise
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.writer = self.process.stdin.fileno()
        self.reader = self.process.stdout.fileno()
        os.set_blocking(self.writer, False)
        os.set_blocking(self.reader, False)
        self.received = bytearray()

    def last_words(self) -> str:
        """The end of what the child said on standard error."""
        size = os.fstat(self.errors).st_size
        return os.pread(self.errors, 2000, max(0, size - 2000)).decode("utf-8", "replace").strip()

    def stop(self) -> None:
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        os.close(self.errors)


class ProcessEngine:
    """`Engine` over a driver process that reads "<limit ms> <request>" lines and writes one line of JSON for each."""

    def __init__(self, host: HostName, command: Sequence[str], *, timeout: float, memory_mb: int) -> None:
        self._host: HostName = host
        self._command = tuple(command)
        self._timeout = timeout
        self._memory_mb = memory_mb
        self._lock = threading.Lock()
        self._child: _Child | None = None
        self._owner = os.getpid()
        self._closed = False
        with self._lock:
            self._started()

    @property
    def host(self) -> HostName:
        return self._host

    @property
    def pid(self) -> int | None:
        """Process id of the child, None while there is none."""
        child = self._child
        return None if child is None else child.process.pid

    def call(self, op: str, /, *, timeout: float | None = None, **arguments: Any) -> dict[str, Any]:
        answer = self.call_many([(op, arguments)], timeout=timeout)[0]
        if isinstance(answer, EngineError):
            raise answer
        return answer

    def call_many(
        self, requests: Sequence[tuple[str, Mapping[str, Any]]], *, timeout: float | None = None
    ) -> list[dict[str, Any] | EngineError]:
        limit = self._timeout if timeout is None else timeout
        guard = int((limit + ORPHAN_GRACE) * 1000)
        try:
            lines = [json.dumps({**arguments, "op": op}, allow_nan=False, separators=(",", ":")) for op, arguments in requests]
        except (ValueError, TypeError) as error:
            raise EngineError("bad_json", f"the arguments are not JSON: {error}") from error
        with self._lock:
            child = self._started()
            data = "".join(f"{guard} {line}\n" for line in lines).encode("ascii")
            answers = self._exchange(child, data, len(lines), limit)
        return [_opened(answer) for answer in answers]

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._drop()

    def __enter__(self) -> ProcessEngine:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __del__(self) -> None:
        # Reached only when nobody closed it; the interpreter may be half gone by then.
        with contextlib.suppress(Exception):
            self._drop()

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None and self._owner == os.getpid():
            child.stop()

    def _started(self) -> _Child:
        if self._closed:
            raise EngineUnavailable("this engine is closed")
        if self._owner != os.getpid():
            # After a fork two processes would share the pipes: this one starts its own child.
            self._child, self._owner = None, os.getpid()
        if self._child is not None and self._child.process.poll() is None:
            return self._child
        self._drop()
        try:
            child = self._child = _Child(self._command)
        except OSError as error:
            raise EngineUnavailable(f"the engine host {self._host} does not start: {error}") from error
        try:
            greeting = self._exchange(child, b"", 1, START_LIMIT)
        except (EngineDied, EngineTimeout) as error:
            raise EngineUnavailable(f"the engine host {self._host} does not start: {error}") from error
        if greeting != [b"ready"]:
            self._drop()
            raise EngineUnavailable(f"the engine host {self._host} does not start: it said {greeting[0][:200]!r}")
        return child

    def _exchange(self, child: _Child, data: bytes, count: int, limit: float) -> list[bytes]:
        """Write `data` and read `count` lines, both at once, within `limit` seconds."""
        deadline = time.monotonic() + limit
        answers: list[bytes] = []
        pending = memoryview(data)
        received = child.received
        with selectors.DefaultSelector() as selector:
            selector.register(child.reader, selectors.EVENT_READ)
            if pending:
                selector.register(child.writer, selectors.EVENT_WRITE)
            next_check = time.monotonic() + MEMORY_CHECK
            while len(answers) < count:
                now = time.monotonic()
                if now >= deadline:
                    self._drop()
                    raise EngineTimeout(f"the engine did not answer within {limit:g} s; it was stopped")
                if now >= next_check:
                    next_check = now + MEMORY_CHECK
                    if resident_mb(child.process.pid) > self._memory_mb + RUNTIME_MB:
                        self._drop()
                        raise EngineDied(f"the engine went past its memory limit of {self._memory_mb} MB; it was stopped")
                for key, _ in selector.select(min(deadline, next_check) - now):
                    if key.fd == child.writer:
                        try:
                            pending = pending[os.write(child.writer, pending[:65536]) :]
                        except BlockingIOError:
                            continue
                        except BrokenPipeError:
                            pending = pending[:0]
                        if not pending:
                            selector.unregister(child.writer)
                        continue
                    try:
                        block = os.read(child.reader, 1 << 18)
                    except BlockingIOError:
                        continue
                    if not block:
                        self._fail(child)
                    scanned = len(received)
                    received += block
                    while (end := received.find(b"\n", scanned)) >= 0:
                        answers.append(bytes(received[:end]))
                        del received[: end + 1]
                        scanned = 0
        return answers

    def _fail(self, child: _Child) -> None:
        """The child closed its output: find out why, clear it away, and say so."""
        code = child.process.wait()
        words = child.last_words()
        self._drop()
        if code == TIME_IS_UP:
            raise EngineTimeout("the engine ended a call past its time limit")
        if code == OUT_OF_MEMORY or "heap out of memory" in words:
            raise EngineDied(f"the engine went past its memory limit of {self._memory_mb} MB")
        how = f"signal {-code}" if code < 0 else f"exit status {code}"
        raise EngineDied(f"the engine host {self._host} ended ({how})" + (f": {words[-500:]}" if words else ""))


def _opened(answer: bytes) -> dict[str, Any] | EngineError:
    """The result in the core's envelope, or its refusal."""
    envelope: dict[str, Any] = json.loads(answer)
    if envelope.get("ok") is True:
        result: dict[str, Any] = envelope["result"]
        return result
    error: dict[str, Any] = envelope["error"]
    return EngineError(str(error["code"]), str(error["message"]), str(error.get("path", "")))
