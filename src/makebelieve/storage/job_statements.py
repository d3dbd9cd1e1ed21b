"""The queue's statements, each put together once: every job runs them several times, and putting one together takes longer than running it.

`clocked`: the database has a clock of its own; elsewhere the caller's time is bound as `moment`. Bound names must not be those of columns.
"""

from __future__ import annotations

import functools
from typing import Any, Final

import sqlalchemy as sa

from makebelieve.storage import composed
from makebelieve.storage.dialect import DATABASE_NOW, insert_into
from makebelieve.storage.tables import batches, job_events, jobs, slots

_WHICH: Final[sa.BindParameter[Any]] = sa.bindparam("which")
_MOMENT: Final[sa.BindParameter[Any]] = sa.bindparam("moment", type_=sa.Float)
_HELD: Final = (jobs.c.id == _WHICH, jobs.c.token == sa.bindparam("fence"), jobs.c.state == "running")
JOB: Final = sa.select(jobs).where(jobs.c.id == _WHICH)
ACTIVE: Final = sa.select(sa.func.count()).select_from(jobs).where(jobs.c.key == _WHICH, jobs.c.state.in_(("queued", "running")))
TAKE: Final = sa.update(slots).where(slots.c.key == _WHICH, slots.c.running < slots.c.cap).values(running=slots.c.running + 1)
GIVE: Final = sa.update(slots).where(slots.c.key.in_(sa.bindparam("which", expanding=True))).values(running=slots.c.running - 1)
LAST_EVENT: Final = sa.select(sa.func.max(job_events.c.seq)).where(job_events.c.job_id == _WHICH)
ADD_EVENT: Final = sa.insert(job_events)
ADD: Final = sa.insert(jobs)


def kind_key(kind: Any) -> Any:
    """The slot that counts the running jobs of a kind; there is one only where the kind is capped."""
    return "kind:" + kind


def _now(clocked: bool) -> Any:
    return DATABASE_NOW if clocked else _MOMENT


@functools.cache
def claimable(clocked: bool, kinds: tuple[str, ...] | None) -> sa.Select[Any]:
    """The next job that is due and whose key and kind have a free slot."""
    full = sa.exists().where(slots.c.key.in_((jobs.c.key, kind_key(jobs.c.kind))), slots.c.running >= slots.c.cap)
    has_cap = sa.exists().where(slots.c.key == kind_key(jobs.c.kind)).label("capped")
    due = jobs.c.run_at <= _now(clocked)
    statement = sa.select(jobs.c.id, jobs.c.key, jobs.c.kind, has_cap).where(jobs.c.state == "queued", due, ~full)
    if kinds is not None:
        statement = statement.where(jobs.c.kind.in_(kinds))
    return statement.order_by(jobs.c.priority, jobs.c.run_at, jobs.c.id).limit(1)


@functools.cache
def capped(lite: bool) -> Any:
    """Sets the cap of a slot, and makes the slot where there is none."""
    most = sa.bindparam("most", type_=slots.c.cap.type)
    put = insert_into(lite, slots).values(key=_WHICH, running=0, cap=most)
    return put.on_conflict_do_update(index_elements=["key"], set_={"cap": most})


@functools.cache
def claimed(clocked: bool) -> Any:
    """Makes a job the running one of a worker."""
    return (
        sa.update(jobs)
        .where(jobs.c.id == _WHICH)
        .values(
            state="running",
            lease_until=_now(clocked) + sa.bindparam("span", type_=sa.Float),
            token=jobs.c.token + 1,
            attempts=jobs.c.attempts + 1,
            worker=sa.bindparam("claimer"),
            started_at=sa.func.coalesce(jobs.c.started_at, sa.bindparam("started", type_=sa.Float)),
        )
        .returning(jobs)
    )


@functools.cache
def beaten(clocked: bool) -> sa.Update:
    """Lengthens the lease of a held job."""
    return sa.update(jobs).where(*_HELD).values(lease_until=_now(clocked) + sa.bindparam("span", type_=sa.Float))


@functools.cache
def finished(lite: bool, done: bool) -> sa.Update | sa.Select[Any]:
    """Ends a held job; answers with whose slots it had."""
    statement = sa.update(jobs).where(*_HELD)
    statement = statement.values(
        state=sa.bindparam("ended"),
        finished_at=sa.bindparam("at", type_=sa.Float),
        lease_until=None,
        result=sa.bindparam("made", type_=jobs.c.result.type),
        error=sa.bindparam("why", type_=jobs.c.error.type),
    )
    if done:
        statement = statement.values(progress=1.0)
    return statement.returning(jobs.c.key, jobs.c.kind) if lite else composed.released(statement)


@functools.cache
def owner_of_held(lite: bool) -> sa.Select[Any]:
    """Whose a held job is."""
    statement = sa.select(jobs.c.owner).where(*_HELD)
    return statement if lite else statement.with_for_update()


@functools.cache
def counted(column: str) -> sa.Update:
    """Counts one more item of a batch as ended."""
    return sa.update(batches).where(batches.c.job_id == _WHICH).values({column: batches.c[column] + 1}).returning(batches)


@functools.cache
def noted(further: bool) -> sa.Update:
    """Notes the stage of a held job, and how far it is."""
    statement = sa.update(jobs).where(*_HELD).values(stage=sa.bindparam("doing"))
    if not further:
        return statement
    share = sa.bindparam("share", type_=sa.Float)
    return statement.values(progress=sa.case((jobs.c.progress < share, share), else_=jobs.c.progress))
