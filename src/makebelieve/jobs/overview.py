"""Jobs as their owners and the operator see them: one, all of them, an end to one. Functions of one unit of work."""

from __future__ import annotations

from makebelieve.access.callers import Caller
from makebelieve.access.gate import own
from makebelieve.jobs import queue
from makebelieve.jobs.repository import Job, JobState, JobsUnit
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.ids import is_id


def found(unit: JobsUnit, job_id: str) -> Job:
    """Anybody's job, for the operator. Raises a 404 Problem when there is none."""
    job = unit.jobs.job(job_id)
    if job is None:
        raise Problem(404, "not_found", f"no such job: {job_id}")
    return job


def owned(unit: JobsUnit, caller: Caller, job_id: str) -> Job:
    """The caller's job. Raises a 404 Problem when there is none or it is another's."""
    job = unit.jobs.job(job_id)
    own(caller, job.owner if job is not None else None, "job")
    assert job is not None
    return job


def page(
    unit: JobsUnit, caller: Caller, *, state: JobState | None, kind: str | None, cursor: str | None, limit: int
) -> tuple[list[Job], str | None]:
    """The caller's jobs, newest first, and the cursor of the next page. Raises a 422 Problem for a cursor that is none."""
    if cursor is not None and not is_id(cursor):
        raise invalid("cursor", "must be the nextCursor of an answer of this call")
    found = unit.jobs.list_jobs(owner=caller.subject, state=state, kind=kind, before=cursor, limit=limit + 1)
    return found[:limit], found[limit - 1].id if len(found) > limit else None


def cancel(unit: JobsUnit, job: Job, now: float) -> tuple[Job, list[str]]:
    """End a job and return what it had reserved: the job, and the ids of all that ended with it (the items of a batch).

    Raises a 409 Problem when it has ended otherwise before.
    """
    closed = queue.cancel(unit, job, now)
    if not closed and job.state != "cancelled":
        raise Problem(409, "ended", f"the job has ended ({job.state}); there is nothing to cancel")
    return found(unit, job.id), closed


def retry(unit: JobsUnit, job: Job, now: float) -> Job:
    """Queue a failed or cancelled job again. Raises a 409 Problem when it is neither."""
    if not queue.retry(unit, job, now):
        raise Problem(409, "not_failed", f"the job is {job.state}; only failed and cancelled ones that are in no batch can be tried again")
    return found(unit, job.id)
