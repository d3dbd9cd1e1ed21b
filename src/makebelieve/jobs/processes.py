"""The executor on this machine: warm worker processes, one job each at a time, killed when they overrun."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Final

import orjson

from makebelieve.jobs.executor import BodyCrashed, BodyDied, BodyOutgrew, BodyTimeout, WorkerUnready, problem_of
from makebelieve.jobs.memory import resident_mb
from makebelieve.jobs.queue import KindLimits
from makebelieve.kit.errors import Problem, TryAgain

MEMORY_EVERY: Final = 0.25
"""Seconds between two looks at the memory of a running body."""


START_WITHIN: Final = 240.0
"""Seconds in which a process has to be ready: some ten of a core to itself, and many times that on a machine that is busy otherwise."""


class WorkProcess:
    """One worker process (jobs/child.py), started when first needed and started anew after it died or was killed.

    `factory` is "module:function"; `argument` is what it is called with, as JSON. Not for use by several threads at once, but
    `kill` may come from any.
    """

    def __init__(self, factory: str, argument: dict[str, Any], start_timeout: float = START_WITHIN) -> None:
        self._factory = factory
        self._argument = argument
        self._start_timeout = start_timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Any = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def start(self) -> None:
        """Start the process unless it runs, and wait until its tools are open. Raises WorkerUnready."""
        if self.pid is not None:
            return
        self.close()
        ours, theirs = socket.socketpair()
        with theirs:
            # Its own session: a kill takes the engine hosts it started along.
            self._process = subprocess.Popen(
                [sys.executable, "-m", "makebelieve.jobs.child", str(theirs.fileno()), self._factory],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._connection = Connection(ours.detach())
        try:
            self._connection.send_bytes(orjson.dumps(self._argument))
            if not self._connection.poll(self._start_timeout):
                raise WorkerUnready(f"the worker was not ready within {self._start_timeout:g} s")
            first = orjson.loads(self._connection.recv_bytes())
        except (EOFError, OSError) as error:
            self.close()
            raise WorkerUnready("the worker ended while it started") from error
        except WorkerUnready:
            self.close()
            raise
        if "ready" not in first:
            self.close()
            raise WorkerUnready(str(first.get("unready", "the worker could not start")))

    def run(
        self,
        kind: str,
        payload: dict[str, Any],
        *,
        limits: KindLimits,
        interval: float,
        on_stage: Callable[[str, dict[str, Any]], None],
        tick: Callable[[], bool],
    ) -> dict[str, Any]:
        """jobs.Executor.run."""
        self.start()
        now = time.monotonic()
        deadline = now + limits.timeout
        next_tick = now + interval
        next_look = now + MEMORY_EVERY
        connection = self._connection
        try:
            connection.send_bytes(orjson.dumps({"kind": kind, "payload": payload}))
            while True:
                now = time.monotonic()
                if now >= deadline:
                    raise BodyTimeout(f"took longer than {limits.timeout:g} s")
                if now >= next_tick:
                    next_tick = now + interval
                    if not tick():
                        raise BodyDied("ended: the job is not this worker's any more")
                if now >= next_look:
                    next_look = now + MEMORY_EVERY
                    self._check_memory(limits.memory_mb)
                if not connection.poll(max(0.0, min(deadline, next_tick, next_look) - time.monotonic())):
                    continue
                message = orjson.loads(connection.recv_bytes())
                if "stage" in message:
                    on_stage(message["stage"], message["data"])
                elif "result" in message:
                    result: dict[str, Any] = message["result"]
                    return result
                elif "problem" in message:
                    raise problem_of(message["problem"])
                elif "again" in message:
                    raise TryAgain(str(message["again"]), message["after"])
                else:
                    raise BodyCrashed(str(message.get("crash")))
        except (EOFError, OSError) as error:
            self.kill()
            raise BodyDied("the worker process ended") from error
        except (Problem, TryAgain, BodyCrashed):
            raise
        except BaseException:
            # Whatever was going on in there, the next job starts with a fresh process.
            self.kill()
            raise

    def _check_memory(self, limit: int | None) -> None:
        pid = self.pid
        if limit is None or pid is None:
            return
        used = resident_mb(pid)
        if used is not None and used > limit:
            raise BodyOutgrew(f"took {used:.0f} MiB of memory, {limit} are allowed")

    def kill(self) -> None:
        """End the process at once, with everything it started."""
        process = self._process
        if process is not None and process.poll() is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End the process; a later `run` starts another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            self.kill()
            self._process.wait()
            self._process = None
