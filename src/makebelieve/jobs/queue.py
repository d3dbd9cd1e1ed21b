"""The lease queue: states, rules and the protocol that storage implements.

A worker that claims a job gets a lease and a fencing token. It renews the lease while it works; whoever sees a lease run out puts
the job back, and the next claim raises the token. The result is committed only under the current token, in the same transaction as
the charge and whatever the job makes, so it counts once even if its body ran twice. The pattern is that of Oban, River and
Solid Queue; fencing tokens are Kleppmann's ("How to do distributed locking", 2016).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, Literal, Protocol, get_args

from makebelieve.access.activity import Calls
from makebelieve.kit.clock import day_of, iso
from makebelieve.kit.errors import Problem
from makebelieve.kit.origin import Origin, origin
from makebelieve.kit.tokens import Tokens
from makebelieve.metering import ledger
from makebelieve.webhooks import outbox
from makebelieve.webhooks.repository import WebhooksUnit

JobState = Literal["queued", "running", "done", "failed", "cancelled"]
STATES: Final[tuple[JobState, ...]] = get_args(JobState)
ENDED: Final[tuple[JobState, ...]] = ("done", "failed", "cancelled")
LEASE: Final = 15.0
MAX_ATTEMPTS: Final = 3
# Events of one job: a bound against a runaway body, far above the six stages.
MAX_EVENTS: Final = 200
KEPT: Final = 7 * 24 * 3600.0
WEBHOOK_URL: Final = "webhook_url"
"""Where in a job's payload the address is kept that its request asked to be told at."""
BATCH: Final = "batch"
"""The kind of a job that only holds others together."""
EVENTS: Final[dict[str, tuple[str, str]]] = {
    **dict.fromkeys(("generate", "iterate", "import"), ("game.completed", "game.failed")),
    "track": ("music.completed", "music.failed"),
    "effect": ("sound.completed", "sound.failed"),
    "generation": ("generation.completed", "generation.failed"),
    "animation": ("animation.completed", "animation.failed"),
    "tile": ("tile.completed", "tile.failed"),
    "world": ("world.generation.succeeded", "world.generation.failed"),
    BATCH: ("batch.completed", "batch.failed"),
}
"""Per kind the events that tell of its success and of its failure; kinds that are not named tell nobody."""
OF_THINGS: Final[frozenset[str]] = frozenset({"track", "effect", "generation", "animation", "tile", "world"})
"""Kinds whose events tell of the thing that was made, not of the job: `id` is the thing's, and the result's fields stand beside it."""
TOKENS: Final = "tokens"
"""A stage that is none: its data are what language models read and wrote for the job, counted for its owner."""
TELL: Final = "tell"
"""In a job's payload: False when nobody is to be told of its end, because whoever ordered it waits for the answer."""
BASE_URL: Final = "base_url"
"""Where in a job's payload the server's address is kept, for kinds whose results name files of it."""
LONGEST_PAUSE: Final = 300.0
"""Seconds: the most that a job waits between two attempts."""


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
    _announce(unit, job, "completed", now, {"result": outcome.result}, owner)
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
    _announce(unit, job, "failed", now, {"error": error.get("detail"), "code": error.get("code")})
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
    _announce(unit, job, "cancelled", now, {"error": error["detail"], "code": "cancelled"})
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


def _announce(unit: JobsUnit, job: Job, status: str, now: float, said: dict[str, Any], owner: str | None = None) -> None:
    """Tell whoever wants to know, in the same transaction. A cancelled job counts as failed. `owner`: who owns it now, if that is known."""
    names = EVENTS.get(job.kind)
    if names is None or not job.payload.get(TELL, True):
        return
    # The anonymous browser that ordered it may have logged in meanwhile; an app's jobs stay the app's.
    if owner is None:
        owner = (unit.jobs.job(job.id) or job).owner if job.owner.startswith("session:") else job.owner
    data = _of_thing(job, status, now, said) if job.kind in OF_THINGS else _of_job(job, status, now, said)
    url = job.payload.get(WEBHOOK_URL)
    outbox.announce(unit, owner, names[0] if status == "completed" else names[1], data, now, job_id=job.id, url=url)


def _of_job(job: Job, status: str, now: float, said: dict[str, Any]) -> dict[str, Any]:
    about = "gameId" if job.target.startswith("game_") else "target"
    return {"id": job.id, "jobId": job.id, "kind": job.kind, "status": status, about: job.target, "completedAt": iso(now), **said}


def _of_thing(job: Job, status: str, now: float, said: dict[str, Any]) -> dict[str, Any]:
    ended = "completed" if status == "completed" else "failed"
    # The worlds family tells of a failed job by its id: there is no world then.
    about = {"jobId": job.id} if job.kind == "world" else {}
    return {**about, **said.get("result", said), "id": job.target, "status": ended, "completedAt": iso(now)}


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
        _announce(unit, batch, "failed" if error else "completed", now, said)
