"""The executor on a Ray cluster: each body is a Ray task, on whichever machine has room. An optional extra (`makebelieve[ray]`).

Ray only computes. Jobs stay in the database, leased by the runner that sent the task: when a task's process or machine dies, the lease
queue tries the job again, as it does with processes of its own. The machines of the cluster need makebelieve installed, and its engine.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import queue
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from typing import Any, Final

import orjson

from makebelieve.jobs.child import Body
from makebelieve.jobs.executor import BodyCrashed, BodyDied, BodyOutgrew, BodyTimeout, WorkerUnready, problem_dict, problem_of
from makebelieve.jobs.memory import resident_mb
from makebelieve.jobs.queue import KindLimits
from makebelieve.kit.errors import Problem, TryAgain

LOCAL: Final = "local"
"""The address that starts a cluster of this machine alone, which ends with this process."""
MEMORY_EVERY: Final = 0.25
_connecting: Final = threading.Lock()
_bodies: dict[tuple[str, str], Body] = {}


def _opened(factory: str, argument: str) -> Body:
    """The body, opened once in each of Ray's worker processes, which serve many tasks."""
    key = (factory, argument)
    if key not in _bodies:
        module, _, name = factory.partition(":")
        _bodies[key] = getattr(importlib.import_module(module), name)(orjson.loads(argument))
    return _bodies[key]


def work(factory: str, argument: str, kind: str, payload: str, memory_mb: int | None) -> Iterator[bytes]:
    """What a task does: the messages of jobs/child.py one after the other, and "outgrew" when the body takes too much memory."""
    messages: queue.Queue[dict[str, Any]] = queue.Queue()

    def run() -> None:
        try:
            body = _opened(factory, argument)
            result = body(kind, orjson.loads(payload), lambda name, data: messages.put({"stage": name, "data": data}))
            messages.put({"result": result})
        except Problem as problem:
            messages.put({"problem": problem_dict(problem)})
        except TryAgain as again:
            messages.put({"again": again.reason, "after": again.after})
        except BaseException:
            messages.put({"crash": traceback.format_exc()})

    threading.Thread(target=run, daemon=True).start()
    while True:
        try:
            message = messages.get(timeout=MEMORY_EVERY)
        except queue.Empty:
            used = resident_mb(os.getpid()) if memory_mb is not None else None
            if used is None or memory_mb is None or used <= memory_mb:
                continue
            message = {"outgrew": f"took {used:.0f} MiB of memory, {memory_mb} are allowed"}
        yield orjson.dumps(message, option=orjson.OPT_SERIALIZE_NUMPY)
        if "stage" not in message:
            return


def connect(address: str) -> Any:
    """Ray, connected to the cluster at `address`, once a process. Raises WorkerUnready."""
    try:
        import ray
    except ImportError as error:
        raise WorkerUnready("MAKEBELIEVE_EXECUTOR=ray needs the extra `ray`: pip install 'makebelieve[ray]'") from error
    with _connecting:
        if not ray.is_initialized():
            try:
                ray.init(address=address, namespace="makebelieve", include_dashboard=False, log_to_driver=False, configure_logging=False)
            except (Exception, SystemExit) as error:
                # Ray ends the process over an address where nothing answers, and says "Exception" when its own node starts too late.
                raise WorkerUnready(f"no Ray cluster at {address}: {error}") from error
    return ray


class RayTasks:
    """jobs.Executor: one task at a time, of `cpus` of the cluster's processors. `factory` and `argument` are those of WorkProcess."""

    pid = None

    def __init__(self, factory: str, argument: dict[str, Any], *, address: str = LOCAL, cpus: float = 1.0) -> None:
        self._factory = factory
        self._argument = orjson.dumps(argument, option=orjson.OPT_SORT_KEYS).decode()
        self._address = address
        self._cpus = cpus
        self._task: Any = None
        self._stream: Any = None

    def start(self) -> None:
        if self._task is None:
            ray = connect(self._address)
            # What runs twice is for the lease queue to decide, so Ray itself never tries again.
            self._task = ray.remote(num_returns="streaming", num_cpus=self._cpus, max_retries=0)(work)

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
        """jobs.Executor.run. The time until the cluster has room is not the body's: its own begins with the first word of it."""
        self.start()
        stream = self._stream = self._task.remote(self._factory, self._argument, kind, orjson.dumps(payload).decode(), limits.memory_mb)
        try:
            for message in self._messages(stream, limits, interval, tick):
                if "stage" in message:
                    on_stage(message["stage"], message["data"])
                elif "result" in message:
                    result: dict[str, Any] = message["result"]
                    return result
                elif "problem" in message:
                    raise problem_of(message["problem"])
                elif "again" in message:
                    raise TryAgain(str(message["again"]), message["after"])
                elif "outgrew" in message:
                    raise BodyOutgrew(str(message["outgrew"]))
                else:
                    raise BodyCrashed(str(message.get("crash")))
            raise BodyDied("the task ended without a word")
        except (Problem, TryAgain, BodyCrashed):
            raise
        except BaseException:
            self.kill()
            raise
        finally:
            self._stream = None

    def _messages(self, stream: Any, limits: KindLimits, interval: float, tick: Callable[[], bool]) -> Iterator[dict[str, Any]]:
        import ray

        deadline: float | None = None
        next_tick = time.monotonic() + interval
        while True:
            now = time.monotonic()
            if deadline is not None and now >= deadline:
                raise BodyTimeout(f"took longer than {limits.timeout:g} s")
            if now >= next_tick:
                next_tick = now + interval
                if not tick():
                    raise BodyDied("ended: the job is not this worker's any more")
            wait = min(next_tick, deadline if deadline is not None else next_tick) - time.monotonic()
            try:
                ready, _ = ray.wait([stream], timeout=max(0.0, wait))
                if not ready:
                    continue
                message = orjson.loads(ray.get(next(stream)))
            except StopIteration:
                return
            except ray.exceptions.RayError as error:
                raise BodyDied(f"the task was lost: {type(error).__name__}") from error
            if deadline is None:
                deadline = time.monotonic() + limits.timeout
            yield message

    def kill(self) -> None:
        stream = self._stream
        if stream is None:
            return
        import ray

        with contextlib.suppress(ray.exceptions.RayError, ValueError):
            ray.cancel(stream, force=True)

    def close(self) -> None:
        """End what runs. The cluster stays: others of this process may be using it, and it ends with the process."""
        self.kill()
