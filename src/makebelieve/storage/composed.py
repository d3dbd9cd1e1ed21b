"""What PostgreSQL does in one statement and SQLite in several: there every statement is a journey to the server, and what it locks stays
locked until the commit. Rows of one table are locked in the order of their keys, byte by byte as Python sorts them, so that two
transactions cannot wait for each other. Parts are joined, never asked for in sub-selects, where rows are updated: what PostgreSQL looks at
again when another transaction was faster is the joined row, while a sub-select would be run anew."""

from __future__ import annotations

import functools
from typing import Any, Final

import sqlalchemy as sa

from makebelieve.jobs.queue import MAX_EVENTS
from makebelieve.storage.dialect import insert_into
from makebelieve.storage.tables import batches, jobs, slots

_NOW: Final = {True: "CAST(EXTRACT(epoch FROM clock_timestamp()) AS DOUBLE PRECISION)", False: "CAST(:moment AS DOUBLE PRECISION)"}
_KEYS_OF_JOB: Final = "SELECT key FROM {0} UNION ALL SELECT 'kind:' || kind FROM {0}"


def _text(statement: str, **types: Any) -> sa.TextClause:
    return sa.text(statement).bindparams(*(sa.bindparam(name, type_=type_) for name, type_ in types.items()))


@functools.cache
def claim(clocked: bool, some_kinds: bool) -> Any:
    """Binds: span, claimer, started, moment (where the database's clock is not asked), kinds. No row: nothing may run. A row without an
    id: there was a job, but another has just taken the last place of its key or kind."""
    statement = f"""
        WITH found AS (
            SELECT id, key, kind FROM jobs
            WHERE state = 'queued' AND run_at <= {_NOW[clocked]} {"AND kind = ANY(CAST(:kinds AS text[]))" if some_kinds else ""}
            AND NOT EXISTS (SELECT 1 FROM slots WHERE slots.key IN (jobs.key, 'kind:' || jobs.kind) AND slots.running >= slots.cap)
            ORDER BY priority, run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
        ), places AS (
            SELECT slots.key, slots.running < slots.cap AS free FROM slots
            WHERE slots.key IN ({_KEYS_OF_JOB.format("found")}) ORDER BY slots.key COLLATE "C" FOR UPDATE OF slots
        ), room AS (
            SELECT bool_and(free) AS free FROM places
        ), taken AS (
            UPDATE slots SET running = running + 1 FROM places, room WHERE slots.key = places.key AND room.free
        ), mine AS (
            UPDATE jobs SET state = 'running', lease_until = {_NOW[clocked]} + :span, token = token + 1, attempts = attempts + 1,
                worker = :claimer, started_at = coalesce(started_at, :started)
            FROM found, room WHERE jobs.id = found.id AND room.free
            RETURNING jobs.*
        )
        SELECT {", ".join(f"mine.{column.name}" for column in jobs.c)} FROM found LEFT JOIN mine ON mine.id = found.id
    """
    return _text(statement, span=sa.Double, started=sa.Double).columns(*jobs.c)


def released(statement: sa.Update) -> sa.Select[Any]:
    """`statement`, which ends or puts back running jobs, together with freeing their slots; a row for each job."""
    ended = statement.returning(jobs.c.key, jobs.c.kind).cte("ended")
    keys = sa.select(ended.c.key).union_all(sa.select("kind:" + ended.c.kind))
    places = sa.select(slots.c.key).where(slots.c.key.in_(keys)).order_by(slots.c.key.collate("C")).with_for_update(of=slots).cte("places")
    given = sa.update(slots).where(slots.c.key == places.c.key).values(running=slots.c.running - 1).cte("given")
    return sa.select(ended.c.key).add_cte(given)


NOTE: Final = _text(
    f"""
    WITH mine AS (
        UPDATE jobs SET stage = :name, progress = greatest(progress, :share)
        WHERE id = :which AND token = :fence AND state = 'running'
        AND (SELECT count(*) FROM job_events WHERE job_id = :which) < {MAX_EVENTS}
        RETURNING id
    )
    INSERT INTO job_events (job_id, seq, name, data, at)
    SELECT id, (SELECT coalesce(max(seq), 0) + 1 FROM job_events WHERE job_id = :which), :name, :data, :at FROM mine
    """,
    share=sa.Double,
    data=jobs.c.payload.type,
    at=sa.Double,
    name=sa.String,
    which=sa.String,
)
"""Binds: which, fence, name, share (None: says nothing), data, at. Counts one row if it was done."""


@functools.cache
def add_job(names: tuple[str, ...]) -> sa.Insert:
    """Binds: most, and the columns of the job that are named as job_<name>."""
    row = {name: sa.bindparam(f"job_{name}", type_=jobs.c[name].type) for name in names}
    key, most = row["key"], sa.bindparam("most", type_=sa.Integer)
    # Looked at first: the row that says how many run is everybody's, and to write it would be to wait for all who claim.
    known = sa.exists().where(slots.c.key == key, slots.c.cap == most)
    put = insert_into(False, slots).from_select(["key", "running", "cap"], sa.select(key, sa.literal(0), most).where(~known))
    capped = put.on_conflict_do_update(index_elements=["key"], set_={"cap": put.excluded.cap}).cte("capped")
    return sa.insert(jobs).values(row).add_cte(capped)


@functools.cache
def count_ended(column: str) -> sa.Select[Any]:
    """Binds: which (the batch). One more of its jobs ended in the state `column`, and its progress moves; the batch's new counts."""
    counted = sa.update(batches).where(batches.c.job_id == sa.bindparam("which")).values({column: batches.c[column] + 1})
    now = counted.returning(batches).cte("counted")
    share = sa.cast(now.c.done + now.c.failed + now.c.cancelled, sa.Double) / now.c.total
    moved = sa.update(jobs).where(jobs.c.id == now.c.job_id).values(progress=share).cte("moved")
    return sa.select(now).add_cte(moved)


RESERVE: Final = _text(
    """
    WITH wanted AS (
        SELECT * FROM unnest(
            CAST(:accounts AS text[]), CAST(:meters AS text[]), CAST(:periods AS text[]), CAST(:amounts AS bigint[]),
            CAST(:limits AS bigint[]), CAST(:prepaid AS boolean[]), CAST(:ids AS text[])
        ) AS wanted (account, meter, period, amount, most, prepaid, id)
    ), taken AS (
        INSERT INTO balances AS kept (account, meter, period, granted, used, held)
        SELECT account, meter, period, 0, 0, amount FROM wanted
        WHERE CASE WHEN prepaid THEN EXISTS (
            SELECT 1 FROM balances WHERE (balances.account, balances.meter, balances.period) = (wanted.account, wanted.meter, wanted.period)
        ) ELSE most IS NULL OR amount <= most END
        ORDER BY account COLLATE "C", meter COLLATE "C", period COLLATE "C"
        ON CONFLICT (account, meter, period) DO UPDATE SET held = kept.held + excluded.held
        WHERE (
            SELECT kept.used + kept.held + excluded.held <= CASE WHEN prepaid THEN kept.granted ELSE coalesce(most, 9223372036854775807) END
            FROM wanted WHERE (wanted.account, wanted.meter, wanted.period) = (excluded.account, excluded.meter, excluded.period)
        )
        RETURNING account, meter, period
    ), opened AS (
        INSERT INTO reservations (id, state, job, on_expiry, created_at, expires_at)
        SELECT :reservation, 'held', :job, :on_expiry, :now, :expires_at
        WHERE (SELECT count(*) FROM taken) = (SELECT count(*) FROM wanted)
        RETURNING id
    ), entered AS (
        INSERT INTO entries (id, kind, account, meter, period, amount, reservation, job, at, reason)
        SELECT wanted.id, 'reserve', account, meter, period, amount, :reservation, :job, :now, :reason FROM wanted
        WHERE EXISTS (SELECT 1 FROM opened)
    )
    SELECT account, meter, period FROM taken
    """,
    reservation=sa.String,
    job=sa.String,
    reason=sa.String,
    now=sa.Double,
    expires_at=sa.Double,
)
"""Binds: reservation, job, on_expiry, now, expires_at, reason; and as arrays, one item a balance: accounts, meters, periods, amounts,
limits, prepaid, ids (of the entries). The balances that had room; unless all had, those are left with too much held."""

SETTLE: Final = _text(
    """
    WITH closed AS (
        UPDATE reservations SET state = :ended, settled_at = :now WHERE id = :which AND state = 'held' RETURNING id
    ), holds AS (
        SELECT account, meter, period, amount, job, CASE WHEN :spend AND meter <> :permit THEN amount ELSE 0 END AS spent,
            row_number() OVER (ORDER BY id) AS place
        FROM entries WHERE reservation IN (SELECT id FROM closed) AND kind = 'reserve'
    ), kept AS (
        SELECT account, meter, period FROM balances WHERE (account, meter, period) IN (SELECT account, meter, period FROM holds)
        ORDER BY account COLLATE "C", meter COLLATE "C", period COLLATE "C" FOR UPDATE
    ), moved AS (
        UPDATE balances SET used = used + spent, held = held - amount FROM holds, kept
        WHERE (balances.account, balances.meter, balances.period) = (holds.account, holds.meter, holds.period)
        AND (balances.account, balances.meter, balances.period) = (kept.account, kept.meter, kept.period)
    ), entered AS (
        INSERT INTO entries (id, kind, account, meter, period, amount, reservation, job, at, reason)
        SELECT (CAST(:ids AS text[]))[place], CASE WHEN spent > 0 THEN 'commit' ELSE :back END, account, meter, period, amount, :which, job,
            :now, :reason
        FROM holds
    )
    SELECT count(*) FROM closed
    """,
    ended=sa.String,
    which=sa.String,
    now=sa.Double,
    spend=sa.Boolean,
    permit=sa.String,
    back=sa.String,
    reason=sa.String,
)
"""Binds: which, ended, now, spend, permit (the meter that is never spent), back (the kind of entries that give back), reason, ids (as many
as a reservation may hold balances). One if it was held until now, else zero."""
