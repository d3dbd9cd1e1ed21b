"""What runs the bodies of jobs. The queue, the leases and the commits are the runner's; an executor only computes.

Two keep the protocol: worker processes of this machine (jobs/processes.py) and tasks on a Ray cluster (providers/ray_cluster.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from makebelieve.jobs.queue import KindLimits
from makebelieve.kit.errors import FieldError, Problem


class BodyTimeout(Exception):
    """The body ran past its limit and was killed."""


class BodyOutgrew(Exception):
    """The body took more memory than its kind may and was killed."""


class BodyDied(Exception):
    """The process ended in the middle of a job."""


class BodyCrashed(Exception):
    """The body raised something that is not a Problem; the text is its traceback, for the log only."""


class WorkerUnready(Exception):
    """The worker could not open its tools; the text says why."""


class Executor(Protocol):
    """Runs bodies, one at a time. Not for use by several threads at once, but `kill` may come from any."""

    @property
    def pid(self) -> int | None:
        """The process on this machine that does the work, if there is one now."""
        ...

    def start(self) -> None:
        """Get ready, unless it is already. Raises WorkerUnready."""
        ...

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
        """The body's result. `tick` is called every `interval` seconds meanwhile; when it returns False the body is ended.

        Raises Problem, TryAgain, BodyTimeout, BodyOutgrew, BodyDied, BodyCrashed or WorkerUnready.
        """
        ...

    def kill(self) -> None:
        """End the body that runs now, at once, with everything it started; `run` then raises BodyDied."""
        ...

    def close(self) -> None:
        """End for good."""
        ...


def problem_dict(problem: Problem) -> dict[str, Any]:
    """A Problem as JSON: what a worker sends, and what a failed job keeps."""
    errors = [{"path": e.path, "message": e.message, "allowed": list(e.allowed)} for e in problem.errors]
    return {"status": problem.status, "code": problem.code, "detail": problem.detail, "errors": errors}


def problem_of(message: dict[str, Any]) -> Problem:
    """The Problem that `problem_dict` made the JSON of."""
    errors = tuple(FieldError(e["path"], e["message"], tuple(e.get("allowed", ()))) for e in message.get("errors", ()))
    status = int(message["status"])
    headers = {"Retry-After": "10"} if status == 503 else {}
    return Problem(status, str(message["code"]), str(message["detail"]), errors, headers)
