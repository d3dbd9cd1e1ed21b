"""The lease queue in SQL: on SQLite (writers take turns) and on PostgreSQL, which does in one statement what is done most (composed.py)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from makebelieve.jobs.queue import MAX_EVENTS
from makebelieve.jobs.repository import ENDED, BatchCounts, BatchItem, Job, JobEvent, JobState
from makebelieve.kit.origin import Origin
from makebelieve.storage import composed
from makebelieve.storage import job_statements as statements
from makebelieve.storage.dialect import clock, has_clock, insert
from makebelieve.storage.tables import batch_items, batches, job_events, jobs, slots

# A claim that lost a race for the last slot of a key or kind looks again this often.
CLAIM_TRIES = 8


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
        priority=row.priority,
        run_at=row.run_at,
        progress=row.progress,
        stage=row.stage,
        parent=row.parent,
        origin=Origin.from_json(row.origin),
    )


def _row(job: Job, state: JobState) -> dict[str, Any]:
    return {
        "id": job.id,
        "kind": job.kind,
        "owner": job.owner,
        "key": job.key,
        "target": job.target,
        "payload": job.payload,
        "reservation": job.reservation,
        "state": state,
        "priority": job.priority,
        "run_at": job.run_at,
        "token": 0,
        "attempts": 0,
        "progress": job.progress,
        "parent": job.parent,
        "origin": job.origin.as_json() if job.origin is not None else None,
        "created_at": job.created_at,
    }


class SqlJobs:
    """jobs.JobRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._lite = connection.dialect.name == "sqlite"
        self._clocked = has_clock(connection)

    def _clock(self, now: float) -> Any:
        return clock(self._connection, now)

    def _moment(self, now: float) -> dict[str, float]:
        return {} if self._clocked else {"moment": now}

    def add(self, job: Job, *, cap: int) -> None:
        if self._lite:
            self._set_cap(job.key, cap)
            self._connection.execute(statements.ADD, _row(job, "queued"))
            return
        row = _row(job, "queued")
        self._connection.execute(composed.add_job(tuple(row)), {"most": cap, **{f"job_{name}": value for name, value in row.items()}})

    def _set_cap(self, key: str, cap: int) -> None:
        self._connection.execute(statements.capped(self._lite), {"which": key, "most": cap})

    def add_batch(self, batch: Job, items: list[BatchItem], children: list[Job], *, cap: int) -> None:
        run = self._connection.execute
        for key in dict.fromkeys(child.key for child in children):
            self._set_cap(key, cap)
        # It runs without a lease or a worker: its end is that of its last item.
        run(sa.insert(jobs).values(**_row(batch, "running"), started_at=batch.created_at))
        refused = sum(item.job_id is None for item in items)
        run(sa.insert(batches).values(job_id=batch.id, total=len(items), done=0, failed=refused, cancelled=0))
        run(sa.insert(jobs), [_row(child, "queued") for child in children])
        rows = [{"batch_id": batch.id, "position": i.position, "path": i.path, "job_id": i.job_id, "error": i.error} for i in items]
        run(sa.insert(batch_items), rows)

    def batch_counts(self, batch_id: str) -> BatchCounts | None:
        row = self._connection.execute(sa.select(batches).where(batches.c.job_id == batch_id)).first()
        return BatchCounts(row.total, row.done, row.failed, row.cancelled) if row is not None else None

    def batch_items(self, batch_id: str, offset: int, limit: int) -> list[tuple[BatchItem, Job | None]]:
        wanted = (batch_items.c.batch_id == batch_id, batch_items.c.position >= offset, batch_items.c.position < offset + limit)
        rows = self._connection.execute(sa.select(batch_items).where(*wanted).order_by(batch_items.c.position)).all()
        made = {row.id: _job(row) for row in self._connection.execute(sa.select(jobs).where(jobs.c.id.in_([r.job_id for r in rows])))}
        return [(BatchItem(row.position, row.path, row.job_id, row.error), made.get(row.job_id)) for row in rows]

    def count_ended(self, batch_id: str, state: JobState) -> BatchCounts | None:
        counted = statements.counted(state) if self._lite else composed.count_ended(state)
        row = self._connection.execute(counted, {"which": batch_id}).first()
        if row is None:
            return None
        counts = BatchCounts(row.total, row.done, row.failed, row.cancelled)
        if self._lite:
            moved = sa.update(jobs).where(jobs.c.id == batch_id).values(progress=counts.ended / counts.total)
            self._connection.execute(moved)
        return counts

    def live_children(self, batch_id: str) -> list[Job]:
        live = sa.select(jobs).where(jobs.c.parent == batch_id, jobs.c.state.in_(("queued", "running")))
        return [_job(row) for row in self._connection.execute(live)]

    def active(self, key: str) -> int:
        return int(self._connection.execute(statements.ACTIVE, {"which": key}).scalar_one())

    def waiting(self, now: float, kinds: tuple[str, ...] | None = None) -> bool:
        return self._connection.execute(statements.claimable(self._clocked, kinds), self._moment(now)).first() is not None

    def claim(self, worker: str, now: float, lease: float, kinds: tuple[str, ...] | None = None) -> Job | None:
        if not self._lite:
            return self._claim_at_once({"span": lease, "claimer": worker, "started": now, **self._moment(now)}, kinds)
        found = statements.claimable(self._clocked, kinds)
        for _ in range(CLAIM_TRIES):
            row = self._connection.execute(found, self._moment(now)).first()
            if row is None:
                return None
            if not self._take(row.key):
                found = found.where(jobs.c.key != row.key)
                continue
            if row.capped and not self._take(statements.kind_key(row.kind)):
                self._give(row.key)
                found = found.where(jobs.c.kind != row.kind)
                continue
            mine = {"which": row.id, "span": lease, "claimer": worker, "started": now, **self._moment(now)}
            return _job(self._connection.execute(statements.claimed(self._clocked), mine).one())
        return None

    def _claim_at_once(self, mine: dict[str, Any], kinds: tuple[str, ...] | None) -> Job | None:
        statement = composed.claim(self._clocked, kinds is not None)
        for _ in range(CLAIM_TRIES):
            row = self._connection.execute(statement, mine if kinds is None else {**mine, "kinds": list(kinds)}).first()
            if row is None:
                return None
            if row.id is not None:
                return _job(row)
        return None

    def _take(self, key: str) -> bool:
        """One more of `key` runs; False when its cap is reached."""
        return self._connection.execute(statements.TAKE, {"which": key}).rowcount == 1

    def _give(self, *keys: str) -> None:
        self._connection.execute(statements.GIVE, {"which": list(keys)})

    def cap_kinds(self, caps: dict[str, int | None]) -> None:
        for kind, cap in caps.items():
            if cap is None:
                self._connection.execute(sa.delete(slots).where(slots.c.key == statements.kind_key(kind)))
                continue
            running = sa.select(sa.func.count()).select_from(jobs).where(jobs.c.kind == kind, jobs.c.state == "running").scalar_subquery()
            self._connection.execute(
                insert(self._connection, slots)
                .values(key=statements.kind_key(kind), running=running, cap=cap)
                .on_conflict_do_update(index_elements=["key"], set_={"cap": cap})
            )

    def beat(self, job_id: str, token: int, now: float, lease: float) -> bool:
        mine = {"which": job_id, "fence": token, "span": lease, **self._moment(now)}
        return self._connection.execute(statements.beaten(self._clocked), mine).rowcount == 1

    def hold(self, job_id: str, token: int) -> str | None:
        return self._connection.execute(statements.owner_of_held(self._lite), {"which": job_id, "fence": token}).scalar()

    def finish(self, job_id: str, token: int, state: JobState, now: float, result: Any, error: Any) -> bool:
        said = {"which": job_id, "fence": token, "ended": state, "at": now, "made": result, "why": error}
        return self._released(statements.finished(self._lite, state == "done"), said)

    def cancel(self, job_id: str, now: float, error: dict[str, Any]) -> bool:
        values = {"state": "cancelled", "finished_at": now, "lease_until": None, "error": error}
        mine = sa.update(jobs).where(jobs.c.id == job_id).values(**values)
        # Apart, because only a running one has a slot to free; twice, because it may go from one state to the other in between.
        for _ in range(2):
            if self._connection.execute(mine.where(jobs.c.state == "queued")).rowcount == 1:
                return True
            if self._release(mine.where(jobs.c.state == "running")):
                return True
        return False

    def put_back(self, job_id: str, token: int, *, uncount: bool, now: float = 0.0, pause: float = 0.0) -> bool:
        values: dict[str, Any] = {"state": "queued", "lease_until": None}
        if uncount:
            values["attempts"] = jobs.c.attempts - 1
        if pause > 0:
            values["run_at"] = self._clock(now) + pause
        return self._release(_held(job_id, token).values(**values))

    def requeue(self, job_id: str, now: float) -> bool:
        fresh = {
            "state": "queued",
            "attempts": 0,
            "run_at": 0.0,
            "reservation": None,
            "error": None,
            "finished_at": None,
            "started_at": None,
            "progress": 0.0,
            "stage": None,
        }
        statement = sa.update(jobs).where(jobs.c.id == job_id, jobs.c.state.in_(("failed", "cancelled"))).values(**fresh)
        return self._connection.execute(statement).rowcount == 1

    def _release(self, statement: sa.Update) -> bool:
        return self._released(statement.returning(jobs.c.key, jobs.c.kind) if self._lite else composed.released(statement))

    def _released(self, statement: sa.Update | sa.Select[Any], bound: dict[str, Any] | None = None) -> bool:
        row = self._connection.execute(statement, bound).first()
        if row is None:
            return False
        if self._lite:
            self._give(row.key, statements.kind_key(row.kind))
        return True

    def overdue(self, now: float) -> list[Job]:
        late = sa.select(jobs).where(jobs.c.state == "running", jobs.c.lease_until < self._clock(now)).limit(100)
        rows = self._connection.execute(late)
        return [_job(row) for row in rows]

    def job(self, job_id: str) -> Job | None:
        row = self._connection.execute(statements.JOB, {"which": job_id}).first()
        return _job(row) if row is not None else None

    def jobs_of(self, job_ids: list[str]) -> dict[str, Job]:
        rows = self._connection.execute(sa.select(jobs).where(jobs.c.id.in_(job_ids)))
        return {row.id: _job(row) for row in rows}

    def list_jobs(self, *, owner: str | None, state: JobState | None, kind: str | None, before: str | None, limit: int) -> list[Job]:
        statement = sa.select(jobs).order_by(jobs.c.id.desc()).limit(limit)
        for column, wanted in ((jobs.c.owner, owner), (jobs.c.state, state), (jobs.c.kind, kind)):
            if wanted is not None:
                statement = statement.where(column == wanted)
        if before is not None:
            statement = statement.where(jobs.c.id < before)
        return [_job(row) for row in self._connection.execute(statement)]

    def depths(self, now: float) -> list[tuple[str, str, int, float]]:
        rows = self._connection.execute(
            sa.select(jobs.c.kind, jobs.c.state, sa.func.count(), sa.func.min(jobs.c.created_at))
            .where(jobs.c.state.in_(("queued", "running")))
            .group_by(jobs.c.kind, jobs.c.state)
        )
        return [(kind, state, count, max(0.0, now - oldest)) for kind, state, count, oldest in rows]

    def latest_for(self, target: str) -> Job | None:
        row = self._connection.execute(
            sa.select(jobs).where(jobs.c.target == target).order_by(jobs.c.created_at.desc(), jobs.c.id.desc()).limit(1)
        ).first()
        return _job(row) if row is not None else None

    def note(self, job_id: str, token: int, name: str, data: dict[str, Any], now: float, progress: float | None = None) -> bool:
        run = self._connection.execute
        if not self._lite:
            said = {"which": job_id, "fence": token, "name": name, "share": progress, "data": data, "at": now}
            return run(composed.NOTE, said).rowcount == 1
        last = run(statements.LAST_EVENT, {"which": job_id}).scalar() or 0
        if last >= MAX_EVENTS:
            return False
        mine: dict[str, Any] = {"which": job_id, "fence": token, "doing": name}
        if progress is not None:
            mine["share"] = progress
        if run(statements.noted(progress is not None), mine).rowcount != 1:
            return False
        run(statements.ADD_EVENT, {"job_id": job_id, "seq": last + 1, "name": name, "data": data, "at": now})
        return True

    def events(self, job_id: str, after: int) -> list[JobEvent]:
        rows = self._connection.execute(
            sa.select(job_events).where(job_events.c.job_id == job_id, job_events.c.seq > after).order_by(job_events.c.seq)
        )
        return [JobEvent(row.seq, row.name, row.data, row.at) for row in rows]

    def hand_over(self, old_owner: str, new_owner: str) -> None:
        self._connection.execute(sa.update(jobs).where(jobs.c.owner == old_owner).values(owner=new_owner))

    def drop_for(self, target: str) -> None:
        self._connection.execute(sa.delete(jobs).where(jobs.c.target == target, jobs.c.state.in_(ENDED)))

    def sweep(self, before: float) -> None:
        self._connection.execute(sa.delete(jobs).where(jobs.c.state.in_(ENDED), jobs.c.finished_at < before, jobs.c.parent.is_(None)))
        # Items stay as long as their batch, which ends last.
        batch = jobs.alias("batch")
        orphaned = jobs.c.parent.is_not(None) & ~sa.exists().where(batch.c.id == jobs.c.parent)
        self._connection.execute(sa.delete(jobs).where(jobs.c.state.in_(ENDED), jobs.c.finished_at < before, orphaned))


def _held(job_id: str, token: int) -> sa.Update:
    return sa.update(jobs).where(jobs.c.id == job_id, jobs.c.token == token, jobs.c.state == "running")
