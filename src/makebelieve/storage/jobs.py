"""The lease queue in SQL: the same statements on SQLite (writers take turns) and PostgreSQL (SKIP LOCKED)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from makebelieve.jobs.queue import MAX_EVENTS, Job, JobEvent, JobState
from makebelieve.storage.dialect import insert
from makebelieve.storage.tables import job_events, jobs, slots


def _job(row: Any) -> Job:
    return Job(
        id=row.id,
        kind=row.kind,
        owner=row.owner,
        key=row.key,
        target=row.target,
        payload=row.payload,
        reservation=row.reservation,
        state=row.state,
        token=row.token,
        attempts=row.attempts,
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        result=row.result,
        error=row.error,
    )


def _claimable(now: float) -> sa.Select[Any]:
    full = sa.exists().where(slots.c.key == jobs.c.key, slots.c.running >= slots.c.cap)
    return (
        sa.select(jobs.c.id, jobs.c.key)
        .where(jobs.c.state == "queued", jobs.c.run_at <= now, ~full)
        .order_by(jobs.c.priority, jobs.c.run_at, jobs.c.id)
        .limit(1)
    )


class SqlJobs:
    """jobs.JobRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, job: Job, *, cap: int, priority: int = 0, run_at: float = 0.0) -> None:
        run = self._connection.execute
        run(
            insert(self._connection, slots)
            .values(key=job.key, running=0, cap=cap)
            .on_conflict_do_update(index_elements=["key"], set_={"cap": cap})
        )
        run(
            sa.insert(jobs).values(
                id=job.id,
                kind=job.kind,
                owner=job.owner,
                key=job.key,
                target=job.target,
                payload=job.payload,
                reservation=job.reservation,
                state="queued",
                priority=priority,
                run_at=run_at,
                token=0,
                attempts=0,
                created_at=job.created_at,
            )
        )

    def active(self, key: str) -> int:
        statement = sa.select(sa.func.count()).select_from(jobs).where(jobs.c.key == key, jobs.c.state.in_(("queued", "running")))
        return int(self._connection.execute(statement).scalar_one())

    def waiting(self, now: float) -> bool:
        return self._connection.execute(_claimable(now)).first() is not None

    def claim(self, worker: str, now: float, lease: float) -> Job | None:
        found = _claimable(now)
        if self._connection.dialect.name != "sqlite":
            found = found.with_for_update(skip_locked=True, of=jobs)
        row = self._connection.execute(found).first()
        if row is None:
            return None
        taken = sa.update(slots).where(slots.c.key == row.key, slots.c.running < slots.c.cap).values(running=slots.c.running + 1)
        if self._connection.execute(taken).rowcount != 1:
            return None
        claimed = self._connection.execute(
            sa.update(jobs)
            .where(jobs.c.id == row.id)
            .values(
                state="running",
                lease_until=now + lease,
                token=jobs.c.token + 1,
                attempts=jobs.c.attempts + 1,
                worker=worker,
                started_at=sa.func.coalesce(jobs.c.started_at, now),
            )
            .returning(jobs)
        ).one()
        return _job(claimed)

    def beat(self, job_id: str, token: int, lease_until: float) -> bool:
        return self._connection.execute(_held(job_id, token).values(lease_until=lease_until)).rowcount == 1

    def finish(self, job_id: str, token: int, state: JobState, now: float, result: Any, error: Any) -> bool:
        values = {"state": state, "finished_at": now, "lease_until": None, "result": result, "error": error}
        return self._release(_held(job_id, token).values(**values))

    def put_back(self, job_id: str, token: int, *, uncount: bool) -> bool:
        attempts = jobs.c.attempts - 1 if uncount else jobs.c.attempts
        return self._release(_held(job_id, token).values(state="queued", lease_until=None, attempts=attempts))

    def _release(self, statement: sa.Update) -> bool:
        row = self._connection.execute(statement.returning(jobs.c.key)).first()
        if row is None:
            return False
        self._connection.execute(sa.update(slots).where(slots.c.key == row.key).values(running=slots.c.running - 1))
        return True

    def overdue(self, now: float) -> list[Job]:
        rows = self._connection.execute(sa.select(jobs).where(jobs.c.state == "running", jobs.c.lease_until < now).limit(100))
        return [_job(row) for row in rows]

    def job(self, job_id: str) -> Job | None:
        row = self._connection.execute(sa.select(jobs).where(jobs.c.id == job_id)).first()
        return _job(row) if row is not None else None

    def latest_for(self, target: str) -> Job | None:
        row = self._connection.execute(
            sa.select(jobs).where(jobs.c.target == target).order_by(jobs.c.created_at.desc(), jobs.c.id.desc()).limit(1)
        ).first()
        return _job(row) if row is not None else None

    def note(self, job_id: str, token: int, name: str, data: dict[str, Any], now: float) -> bool:
        run = self._connection.execute
        if run(sa.select(jobs.c.id).where(jobs.c.id == job_id, jobs.c.token == token, jobs.c.state == "running")).first() is None:
            return False
        last = run(sa.select(sa.func.max(job_events.c.seq)).where(job_events.c.job_id == job_id)).scalar() or 0
        if last >= MAX_EVENTS:
            return False
        run(sa.insert(job_events).values(job_id=job_id, seq=last + 1, name=name, data=data, at=now))
        return True

    def events(self, job_id: str, after: int) -> list[JobEvent]:
        rows = self._connection.execute(
            sa.select(job_events).where(job_events.c.job_id == job_id, job_events.c.seq > after).order_by(job_events.c.seq)
        )
        return [JobEvent(row.seq, row.name, row.data, row.at) for row in rows]

    def hand_over(self, old_owner: str, new_owner: str) -> None:
        self._connection.execute(sa.update(jobs).where(jobs.c.owner == old_owner).values(owner=new_owner))

    def drop_for(self, target: str) -> None:
        self._connection.execute(sa.delete(jobs).where(jobs.c.target == target, jobs.c.state.in_(("done", "failed"))))

    def sweep(self, before: float) -> None:
        self._connection.execute(sa.delete(jobs).where(jobs.c.state.in_(("done", "failed")), jobs.c.finished_at < before))


def _held(job_id: str, token: int) -> sa.Update:
    return sa.update(jobs).where(jobs.c.id == job_id, jobs.c.token == token, jobs.c.state == "running")
