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
from typing import Any, Protocol

import orjson

from makebelieve.kit.errors import FieldError, Problem


class BodyTimeout(Exception):
    """The body ran past its limit; its process was killed."""


class BodyDied(Exception):
    """The process ended in the middle of a job."""


class BodyCrashed(Exception):
    """The body raised something that is not a Problem; the text is its traceback, for the log only."""


class WorkerUnready(Exception):
    """The process could not open its tools; the text says why."""


class Executor(Protocol):
    """Runs bodies, one at a time. `tick` is called every `interval` seconds while one runs; when it returns False the body is ended."""

    def run(
        self,
        kind: str,
        payload: dict[str, Any],
        *,
        timeout: float,
        interval: float,
        on_stage: Callable[[str, dict[str, Any]], None],
        tick: Callable[[], bool],
    ) -> dict[str, Any]: ...

    def close(self) -> None: ...


class WorkProcess:
    """One worker process (jobs/child.py), started when first needed and started anew after it died or was killed.

    `factory` is "module:function"; `argument` is what it is called with, as JSON. Not for use by several threads at once, but
    `kill` may come from any.
    """

    def __init__(self, factory: str, argument: dict[str, Any], start_timeout: float = 60.0) -> None:
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
        timeout: float,
        interval: float,
        on_stage: Callable[[str, dict[str, Any]], None],
        tick: Callable[[], bool],
    ) -> dict[str, Any]:
        """The body's result. Raises Problem, BodyTimeout, BodyDied, BodyCrashed or WorkerUnready."""
        self.start()
        deadline = time.monotonic() + timeout
        next_tick = time.monotonic() + interval
        connection = self._connection
        try:
            connection.send_bytes(orjson.dumps({"kind": kind, "payload": payload}))
            while True:
                now = time.monotonic()
                if now >= deadline:
                    raise BodyTimeout(f"took longer than {timeout:g} s")
                if now >= next_tick:
                    next_tick = now + interval
                    if not tick():
                        raise BodyDied("ended: the job is not this worker's any more")
                if not connection.poll(max(0.0, min(deadline, next_tick) - time.monotonic())):
                    continue
                message = orjson.loads(connection.recv_bytes())
                if "stage" in message:
                    on_stage(message["stage"], message["data"])
                elif "result" in message:
                    result: dict[str, Any] = message["result"]
                    return result
                elif "problem" in message:
                    raise _problem(message["problem"])
                else:
                    raise BodyCrashed(str(message.get("crash")))
        except (EOFError, OSError) as error:
            self.kill()
            raise BodyDied("the worker process ended") from error
        except (Problem, BodyCrashed):
            raise
        except BaseException:
            # Whatever was going on in there, the next job starts with a fresh process.
            self.kill()
            raise

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


def _problem(message: dict[str, Any]) -> Problem:
    errors = tuple(FieldError(e["path"], e["message"], tuple(e["allowed"])) for e in message.get("errors", []))
    return Problem(int(message["status"]), str(message["code"]), str(message["detail"]), errors)
