"""The lease queue: its rules, over what storage keeps (jobs/repository.py).

A worker that claims a job gets a lease and a fencing token. It renews the lease while it works; whoever sees a lease run out puts
the job back, and the next claim raises the token. The result is committed only under the current token, in the same transaction as
the charge and whatever the job makes, so it counts once even if its body ran twice. The pattern is that of Oban, River and
Solid Queue; fencing tokens are Kleppmann's ("How to do distributed locking", 2016).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from makebelieve.access.activity import Calls
from makebelieve.jobs.announcing import announce
from makebelieve.jobs.repository import BATCH, BatchCounts, Job, JobState, JobsUnit
from makebelieve.kit.clock import day_of
from makebelieve.kit.errors import Problem
from makebelieve.kit.origin import origin
from makebelieve.kit.tokens import Tokens
from makebelieve.metering import ledger

LEASE: Final = 15.0
MAX_ATTEMPTS: Final = 3
# Events of one job: a bound against a runaway body, far above the six stages.
MAX_EVENTS: Final = 200
KEPT: Final = 7 * 24 * 3600.0
TOKENS: Final = "tokens"
"""A stage that is none: its data are what language models read and wrote for the job, counted for its owner."""
BASE_URL: Final = "base_url"
"""Where in a job's payload the server's address is kept, for kinds whose results name files of it."""
LONGEST_PAUSE: Final = 300.0
"""Seconds: the most that a job waits between two attempts."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a finished job is booked: `result` is stored with it; `charge` False gives the reservation back (nothing came of it)."""

    result: dict[str, Any]
    charge: bool = True


class JobKind(Protocol):
    """What a kind of job does besides its body."""

    @property
    def isolated(self) -> bool:
        """Whether `complete` must be as if it ran alone: False where each of its statements checks and changes in one."""
        ...

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        """Store the bulky parts (blobs) before the transaction; what `complete` is to be given."""
        ...

    def complete(self, unit: Any, job: Job, result: dict[str, Any], now: float) -> Outcome:
        """Keep what the body made. A Problem raised here fails the job instead."""
        ...

    def progress(self, stage: str) -> float | None:
        """How much of the work is done when `stage` begins, 0 to 1; None when the stage says nothing about it."""
        ...


@dataclass(frozen=True, slots=True)
class KindLimits:
    """What one kind of job may use. `timeout`: seconds. `memory_mb`: resident MiB of its process and that one's children, None = unwatched.

    `attempts`: how often it is tried when its worker dies or it asks to be tried again. `at_once`: over all workers, None = uncapped.
    """

    timeout: float = 60.0
    memory_mb: int | None = 2048
    attempts: int = MAX_ATTEMPTS
    at_once: int | None = None


def enqueue(unit: JobsUnit, job: Job, cap: int, *, queue_beyond_cap: bool = False) -> None:
    """Queue `job`. Raises a 429 Problem when `cap` jobs of its key are under way and the caller would not queue."""
    if not queue_beyond_cap and unit.jobs.active(job.key) >= cap:
        raise Problem(
            429,
            "too_many_at_once",
            f"{cap} {'job is' if cap == 1 else 'jobs are'} under way, which is what the tier allows at once; wait for one to end",
            headers={"Retry-After": "2"},
        )
    unit.jobs.add(job if job.origin is not None else replace(job, origin=origin()), cap=cap)


def complete(unit: JobsUnit, kind: JobKind, job: Job, result: dict[str, Any], now: float) -> bool:
    """Commit a result with its charge. False, and nothing changed, when another worker has the job by now or it was cancelled.

    The kind is given the job with the owner it has now: the anonymous browser that ordered it may have logged in meanwhile.
    """
    # The fence: takes the row and proves that the token is still the current one.
    owner = unit.jobs.hold(job.id, job.token)
    if owner is None:
        return False
    job = replace(job, owner=owner)
    outcome = kind.complete(unit, job, result, now)
    announce(unit, job, "completed", now, {"result": outcome.result}, owner)
    # What many jobs write comes last, and in the order of those who order: it stays locked until the commit.
    _settle(unit, job, now, charge=outcome.charge)
    unit.jobs.finish(job.id, job.token, "done", now, outcome.result, None)
    _count(unit, job, "done", now)
    return True


def count_tokens(unit: JobsUnit, job: Job, tokens: Tokens, now: float) -> None:
    """Count what language models read and wrote for a job, whatever becomes of it; an attempt made again counts again."""
    unit.activity.add_calls({(job.owner, day_of(now), f"job:{job.kind}"): Calls(tokens_in=tokens.read, tokens_out=tokens.written)})


def fail(unit: JobsUnit, job: Job, error: dict[str, Any], now: float) -> bool:
    """Close a job that will not succeed and return its reservation. False when the token is stale."""
    if not unit.jobs.finish(job.id, job.token, "failed", now, None, error):
        return False
    _settle(unit, job, now, charge=False, reason=str(error.get("code", "")))
    announce(unit, job, "failed", now, {"error": error.get("detail"), "code": error.get("code")})
    _count(unit, job, "failed", now)
    return True


def cancel(unit: JobsUnit, job: Job, now: float) -> list[str]:
    """Close a job that has not ended and return its reservation, at once: a worker that has it is fenced and kills the body.

    With a batch goes what is left of it. The ids of all that were closed; none when the job had ended.
    """
    error = {"status": 409, "code": "cancelled", "detail": "the job was cancelled; nothing was charged"}
    if not unit.jobs.cancel(job.id, now, error):
        return []
    closed = [job.id]
    for child in unit.jobs.live_children(job.id) if job.kind == BATCH else ():
        closed += cancel(unit, child, now)
    _settle(unit, job, now, charge=False, reason="cancelled")
    announce(unit, job, "cancelled", now, {"error": error["detail"], "code": "cancelled"})
    _count(unit, job, "cancelled", now)
    return closed


def retry(unit: JobsUnit, job: Job, now: float) -> bool:
    """Queue a failed or cancelled job again, as an operator does; it was refunded then and costs nothing now. False when it is neither.

    A batch and its items have been counted and told of; they are ordered anew instead.
    """
    return job.kind != BATCH and job.parent is None and unit.jobs.requeue(job.id, now)


def lose(
    unit: JobsUnit, job: Job, reason: str, now: float, *, attempts: int = MAX_ATTEMPTS, pause: float | None = None, status: int = 500
) -> bool:
    """The attempt came to nothing for a passing reason: queue the job again, or after `attempts` of them fail it (dead letter) and refund.

    `pause`: seconds until the next attempt, `backoff` by default. `status`: what a failed job answers, 503 when the install's own disk or
    database was the reason.
    """
    if job.attempts >= attempts:
        detail = f"gave up after {job.attempts} attempts ({reason}); nothing was charged"
        return fail(unit, job, {"status": status, "code": "gave_up", "detail": detail, "reason": reason}, now)
    wait = backoff(job.attempts) if pause is None else min(max(pause, 0.0), LONGEST_PAUSE)
    return unit.jobs.put_back(job.id, job.token, uncount=False, now=now, pause=wait)


def backoff(attempts: int) -> float:
    """Seconds to wait after the given number of attempts: 0.5, 2, 8, 32, …, at most LONGEST_PAUSE."""
    return min(LONGEST_PAUSE, 0.5 * 4.0 ** max(0, attempts - 1))


def reap(unit: JobsUnit, now: float, attempts: dict[str, int] | None = None) -> int:
    """Deal with every job whose lease has run out; how many there were. `attempts`: per kind, where not MAX_ATTEMPTS."""
    allowed = attempts or {}
    return sum(
        # The lease was wait enough.
        lose(unit, job, "the worker stopped answering", now, attempts=allowed.get(job.kind, MAX_ATTEMPTS), pause=0.0)
        for job in unit.jobs.overdue(now)
    )


def _settle(unit: JobsUnit, job: Job, now: float, *, charge: bool, reason: str = "") -> None:
    if job.reservation is None:
        return
    if charge:
        ledger.commit(unit, job.reservation, now)
    else:
        ledger.release(unit, job.reservation, now, reason)


def _count(unit: JobsUnit, job: Job, state: JobState, now: float) -> None:
    """An item has ended: the batch moves on, and with its last item it ends too, in the same transaction."""
    if job.parent is None:
        return
    counts = unit.jobs.count_ended(job.parent, state)
    batch = unit.jobs.job(job.parent) if counts is not None and counts.ended == counts.total else None
    if batch is not None and counts is not None:
        end_batch(unit, batch, counts, now)


def end_batch(unit: JobsUnit, batch: Job, counts: BatchCounts, now: float) -> None:
    """Close a batch all of whose items have ended. It has failed only when every one of them has."""
    result = {"total": counts.total, "succeeded": counts.done, "failed": counts.failed, "cancelled": counts.cancelled}
    error = None
    if counts.done == 0:
        error = {"status": 500, "code": "all_failed", "detail": "every item failed; nothing was charged"}
    if unit.jobs.finish(batch.id, batch.token, "failed" if error else "done", now, result, error):
        said = {"result": result} if error is None else {"result": result, "error": error["detail"], "code": error["code"]}
        announce(unit, batch, "failed" if error else "completed", now, said)
