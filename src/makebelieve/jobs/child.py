"""The worker process: opens its tools once, then does one job at a time for the process that started it.

Run as `python -m makebelieve.jobs.child FD MODULE:FACTORY`. Messages are JSON over the inherited socket. First comes the factory's
argument; the factory returns the body, a function of (kind, payload, stage). Then, per job, {"kind", "payload"} in, and out any
number of {"stage", "data"} and at last one of {"result"}, {"problem"}, {"again", "after"} or {"crash"}.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Final, Protocol, runtime_checkable

import orjson

from makebelieve.jobs.executor import problem_dict
from makebelieve.kit.errors import Problem, TryAgain

Stage = Callable[[str, dict[str, Any]], None]
Body = Callable[[str, dict[str, Any], Stage], dict[str, Any]]
NICENESS: Final = 5
IDLE: Final = 0.5
"""Seconds without a job after which a body opens more of its tools."""


@runtime_checkable
class Warms(Protocol):
    """A body that has tools left to open while there is no job."""

    def warm_next(self) -> bool:
        """Open one more of them; whether there are others left."""
        ...


def serve(connection: Any, factory: str) -> None:
    """Answer jobs until the other side hangs up."""

    def send(message: dict[str, Any]) -> None:
        connection.send_bytes(orjson.dumps(message, option=orjson.OPT_SERIALIZE_NUMPY))

    module, _, name = factory.partition(":")
    argument = orjson.loads(connection.recv_bytes())
    try:
        body: Body = getattr(importlib.import_module(module), name)(argument)
    except Exception as error:
        send({"unready": f"{type(error).__name__}: {error}"})
        raise
    send({"ready": True})
    warms: Warms | None = body if isinstance(body, Warms) else None
    while True:
        try:
            while warms is not None and not connection.poll(IDLE):
                warms = _warmed(warms)
            job = orjson.loads(connection.recv_bytes())
        except EOFError:
            return
        try:
            answer: dict[str, Any] = {"result": body(job["kind"], job["payload"], lambda name, data: send({"stage": name, "data": data}))}
        except Problem as problem:
            answer = {"problem": problem_dict(problem)}
        except TryAgain as again:
            answer = {"again": again.reason, "after": again.after}
        except Exception:
            answer = {"crash": traceback.format_exc()}
        send(answer)


def _warmed(body: Warms) -> Warms | None:
    """What is still to be warmed. A tool that does not open fails the jobs that need it, not the others."""
    try:
        return body if body.warm_next() else None
    except Exception:
        traceback.print_exc()
        return None


def main() -> None:
    # Where makers and the API share a machine, whoever waits for a page goes first; what nobody else wants is the makers' all the same.
    os.nice(NICENESS)
    # Ctrl-C goes to the whole foreground group; the parent decides when its workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = Connection(int(sys.argv[1]))
    try:
        serve(connection, sys.argv[2])
    except (BrokenPipeError, ConnectionResetError, EOFError):
        sys.exit(0)


if __name__ == "__main__":
    main()
