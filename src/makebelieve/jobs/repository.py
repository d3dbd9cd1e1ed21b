"""Jobs as stored, and the protocol that storage implements; the rules are the queue's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, Protocol, get_args

from makebelieve.kit.origin import Origin
from makebelieve.webhooks.repository import WebhooksUnit

JobState = Literal["queued", "running", "done", "failed", "cancelled"]
STATES: Final[tuple[JobState, ...]] = get_args(JobState)
ENDED: Final[tuple[JobState, ...]] = ("done", "failed", "cancelled")
BATCH: Final = "batch"
"""The kind of a job that only holds others together."""


@dataclass(frozen=True, slots=True)
class Job:
    """One job as stored. `key` is what concurrency is capped by, `target` the thing it makes or changes.

    `origin`: the request that ordered it, if one did. `priority`: lower goes first. `progress`: 0 to 1; `stage`: what it is doing.
    `token` rises with every claim. `parent`: the batch it is an item of.
    """

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
    priority: int = 0
    run_at: float = 0.0
    progress: float = 0.0
    stage: str | None = None
    parent: str | None = None
    origin: Origin | None = None

    @property
    def finished(self) -> bool:
        return self.state in ENDED


@dataclass(frozen=True, slots=True)
class JobEvent:
    """One step of a job's progress, numbered from 1."""

    seq: int
    name: str
    data: dict[str, Any]
    at: float


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One request of a batch: `error` says why it was refused, else `job_id` is what was made of it."""

    position: int
    path: str
    job_id: str | None
    error: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class BatchCounts:
    """How many items a batch has, and how they ended; those refused at once count as failed."""

    total: int
    done: int
    failed: int
    cancelled: int

    @property
    def ended(self) -> int:
        return self.done + self.failed + self.cancelled


class JobRepository(Protocol):
    """`now` is the caller's clock. A database with a clock of its own judges leases and waits by that instead."""

    def add(self, job: Job, *, cap: int) -> None:
        """Enqueue; `cap` becomes the number of jobs of the same key that may run at once."""
        ...

    def add_batch(self, batch: Job, items: list[BatchItem], children: list[Job], *, cap: int) -> None:
        """Store a batch, which runs by itself, with its items, and enqueue the jobs of those that were accepted."""
        ...

    def batch_counts(self, batch_id: str) -> BatchCounts | None: ...

    def batch_items(self, batch_id: str, offset: int, limit: int) -> list[tuple[BatchItem, Job | None]]:
        """In their order, with the jobs that were made of them."""
        ...

    def count_ended(self, batch_id: str, state: JobState) -> BatchCounts | None:
        """One item more has ended so; the counts then. None when the batch is gone."""
        ...

    def live_children(self, batch_id: str) -> list[Job]:
        """Those that are queued or running."""
        ...

    def active(self, key: str) -> int:
        """Jobs of `key` that are queued or running."""
        ...

    def waiting(self, now: float, kinds: tuple[str, ...] | None = None) -> bool:
        """Whether `claim` would find a job: a read, so that idle workers write nothing."""
        ...

    def claim(self, worker: str, now: float, lease: float, kinds: tuple[str, ...] | None = None) -> Job | None:
        """Take the first job that may run now, of `kinds` only if given, raising its token and attempts."""
        ...

    def cap_kinds(self, caps: dict[str, int | None]) -> None:
        """How many jobs of each kind may run at once over all workers; None lifts the cap."""
        ...

    def beat(self, job_id: str, token: int, now: float, lease: float) -> bool:
        """Renew the lease for `lease` seconds; False when the job is not ours any more."""
        ...

    def hold(self, job_id: str, token: int) -> str | None:
        """Keep everybody else from the job until the transaction ends; who owns it now, None when it is not ours any more."""
        ...

    def finish(self, job_id: str, token: int, state: JobState, now: float, result: Any, error: Any) -> bool:
        """Close the job and free its slot; False when the token is stale."""
        ...

    def cancel(self, job_id: str, now: float, error: dict[str, Any]) -> bool:
        """Close a job that is queued or running, whoever holds it, and free its slot; False when it has ended."""
        ...

    def put_back(self, job_id: str, token: int, *, uncount: bool, now: float = 0.0, pause: float = 0.0) -> bool:
        """Queue it again after `pause` seconds and free its slot; `uncount` takes the attempt off (a stopping server, not a crash)."""
        ...

    def requeue(self, job_id: str, now: float) -> bool:
        """Queue a failed or cancelled job as if it were new, without a reservation; False when it is neither."""
        ...

    def overdue(self, now: float) -> list[Job]:
        """Running jobs whose lease has run out."""
        ...

    def job(self, job_id: str) -> Job | None: ...

    def jobs_of(self, job_ids: list[str]) -> dict[str, Job]:
        """Those that are still kept, by id."""
        ...

    def list_jobs(self, *, owner: str | None, state: JobState | None, kind: str | None, before: str | None, limit: int) -> list[Job]:
        """Newest first, from the one after `before` (a job's id) on."""
        ...

    def depths(self, now: float) -> list[tuple[str, str, int, float]]:
        """What has not ended: kind, state, how many, and the seconds that the oldest of them has been there."""
        ...

    def latest_for(self, target: str) -> Job | None:
        """The newest job of one target."""
        ...

    def note(self, job_id: str, token: int, name: str, data: dict[str, Any], now: float, progress: float | None = None) -> bool:
        """Append an event and keep it as the stage; False when the token is stale or the job has too many. Progress never falls."""
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


class JobsUnit(WebhooksUnit, Protocol):
    """One transaction, seen from jobs."""

    @property
    def jobs(self) -> JobRepository: ...
