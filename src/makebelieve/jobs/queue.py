"""The lease queue: states, rules and the protocol that storage implements.

A worker that claims a job gets a lease and a fencing token. It renews the lease while it works; whoever sees a lease run out puts
the job back, and the next claim raises the token. The result is committed only under the current token, in the same transaction as
the charge and whatever the job makes, so it counts once even if its body ran twice. The pattern is that of Oban, River and
Solid Queue; fencing tokens are Kleppmann's ("How to do distributed locking", 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, Protocol

from makebelieve.kit.errors import Problem
from makebelieve.metering import ledger
from makebelieve.metering.repository import MeteringUnit

JobState = Literal["queued", "running", "done", "failed"]
LEASE: Final = 15.0
MAX_ATTEMPTS: Final = 3
# Events of one job: a bound against a runaway body, far above the six stages.
MAX_EVENTS: Final = 200
KEPT: Final = 7 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Job:
    """One job as stored. `key` is what concurrency is capped by, `target` the thing it makes or changes."""

    id: str
    kind: str
    owner: str
    key: str
    target: str
    payload: dict[str, Any]
    reservation: str | None
    state: JobState
    token: int
    attempts: int
    created_at: float
    started_at: float | None = None
    finished_at: float | None = None
    result: dict[str, Any] | None = None
    error: dict[str, Any] | None = None

    @property
    def finished(self) -> bool:
        return self.state in ("done", "failed")


@dataclass(frozen=True, slots=True)
class JobEvent:
    """One step of a job's progress, numbered from 1."""

    seq: int
    name: str
    data: dict[str, Any]
    at: float


class JobRepository(Protocol):
    def add(self, job: Job, *, cap: int, priority: int = 0, run_at: float = 0.0) -> None:
        """Enqueue; `cap` becomes the number of jobs of the same key that may run at once."""
        ...

    def active(self, key: str) -> int:
        """Jobs of `key` that are queued or running."""
        ...

    def waiting(self, now: float) -> bool:
        """Whether `claim` would find a job: a read, so that idle workers write nothing."""
        ...

    def claim(self, worker: str, now: float, lease: float) -> Job | None:
        """Take the first job that may run now, raising its token and attempts."""
        ...

    def beat(self, job_id: str, token: int, lease_until: float) -> bool:
        """Renew the lease; False when the job is not ours any more."""
        ...

    def finish(self, job_id: str, token: int, state: JobState, now: float, result: Any, error: Any) -> bool:
        """Close the job and free its slot; False when the token is stale."""
        ...

    def put_back(self, job_id: str, token: int, *, uncount: bool) -> bool:
        """Queue it again and free its slot; `uncount` takes the attempt off (a stopping server, not a crash)."""
        ...

    def overdue(self, now: float) -> list[Job]:
        """Running jobs whose lease has run out."""
        ...

    def job(self, job_id: str) -> Job | None: ...

    def latest_for(self, target: str) -> Job | None:
        """The newest job of one target."""
        ...

    def note(self, job_id: str, token: int, name: str, data: dict[str, Any], now: float) -> bool:
        """Append an event; False when the token is stale or the job has too many."""
        ...

    def events(self, job_id: str, after: int) -> list[JobEvent]: ...

    def hand_over(self, old_owner: str, new_owner: str) -> None:
        """Give all jobs of one owner to another; what they are counted for stays."""
        ...

    def drop_for(self, target: str) -> None:
        """Forget every finished job of a target that was deleted."""
        ...

    def sweep(self, before: float) -> None:
        """Forget jobs that finished before that time."""
        ...


class JobsUnit(MeteringUnit, Protocol):
    """One transaction, seen from jobs."""

    @property
    def jobs(self) -> JobRepository: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a finished job is booked: `result` is stored with it; `charge` False gives the reservation back (nothing came of it)."""

    result: dict[str, Any]
    charge: bool = True


class JobKind(Protocol):
    """What a kind of job does besides its body."""

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        """Store the bulky parts (blobs) before the transaction; what `complete` is to be given."""
        ...

    def complete(self, unit: Any, job: Job, result: dict[str, Any], now: float) -> Outcome:
        """Keep what the body made. A Problem raised here fails the job instead."""
        ...


def enqueue(unit: JobsUnit, job: Job, cap: int, *, queue_beyond_cap: bool = False) -> None:
    """Queue `job`. Raises a 429 Problem when `cap` jobs of its key are under way and the caller would not queue."""
    if not queue_beyond_cap and unit.jobs.active(job.key) >= cap:
        raise Problem(
            429,
            "too_many_at_once",
            f"{cap} {'job is' if cap == 1 else 'jobs are'} under way, which is what the tier allows at once; wait for one to end",
            headers={"Retry-After": "2"},
        )
    unit.jobs.add(job, cap=cap)


def complete(unit: JobsUnit, kind: JobKind, job: Job, result: dict[str, Any], now: float) -> bool:
    """Commit a result with its charge. False, and nothing changed, when another worker has the job by now."""
    # The fence: takes the row and proves that the token is still the current one.
    if not unit.jobs.beat(job.id, job.token, now + LEASE):
        return False
    outcome = kind.complete(unit, job, result, now)
    unit.jobs.finish(job.id, job.token, "done", now, outcome.result, None)
    if job.reservation is not None:
        (ledger.commit if outcome.charge else ledger.release)(unit, job.reservation, now)
    return True


def fail(unit: JobsUnit, job: Job, error: dict[str, Any], now: float) -> bool:
    """Close a job that will not succeed and return its reservation. False when the token is stale."""
    if not unit.jobs.finish(job.id, job.token, "failed", now, None, error):
        return False
    if job.reservation is not None:
        ledger.release(unit, job.reservation, now, str(error.get("code", "")))
    return True


def lose(unit: JobsUnit, job: Job, reason: str, now: float) -> bool:
    """The worker is gone: queue the job again, or after too many attempts fail it (dead letter) and refund."""
    if job.attempts >= MAX_ATTEMPTS:
        detail = f"gave up after {job.attempts} attempts ({reason}); nothing was charged"
        return fail(unit, job, {"status": 500, "code": "gave_up", "detail": detail}, now)
    return unit.jobs.put_back(job.id, job.token, uncount=False)


def reap(unit: JobsUnit, now: float) -> int:
    """Deal with every job whose lease has run out; how many there were."""
    return sum(lose(unit, job, "the worker stopped answering", now) for job in unit.jobs.overdue(now))
