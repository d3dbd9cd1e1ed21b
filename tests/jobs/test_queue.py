"""The lease queue's rules, on SQLite and PostgreSQL: claims, fences, caps, reaping."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from makebelieve.access.callers import Caller, User, expand
from makebelieve.jobs import batch, queue
from makebelieve.jobs.queue import Outcome
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_id
from makebelieve.metering import quota
from makebelieve.storage.database import Database

NOW = 1_769_860_800.0
DAY = "2026-01-31"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """By the clock of the tests, on both."""
    database = Database(database_url, database_clock=False)
    yield database
    database.close()


class Keep:
    """A kind that only counts how often it was completed."""

    isolated = True

    def __init__(self, *, charge: bool = True, problem: Problem | None = None) -> None:
        self.completed = 0
        self.charge = charge
        self.problem = problem

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        return result

    def complete(self, unit: Any, job: Job, result: dict[str, Any], now: float) -> Outcome:
        if self.problem is not None:
            raise self.problem
        self.completed += 1
        return Outcome(result, charge=self.charge)

    def progress(self, stage: str) -> float | None:
        return None


def enqueue(database: Database, name: str, key: str = "user:a", cap: int = 10, **options: Any) -> Job:
    def work(unit: Any) -> Job:
        reservation = quota.reserve(unit, key, "enterprise", "generations", NOW)
        job = Job(name, "generate", key, key, f"game_{name}", {"p": 1}, reservation, "queued", 0, 0, NOW)
        queue.enqueue(unit, job, cap, **options)
        return job

    return database.write(work)


def claim(database: Database, now: float = NOW, worker: str = "w") -> Job | None:
    return database.write(lambda unit: unit.jobs.claim(worker, now, 10.0), isolated=False)


def usage(database: Database, subject: str = "user:a") -> tuple[int, int]:
    return database.read(lambda unit: unit.meters.usage(subject, DAY)).get("generations", (0, 0))


def test_first_in_first_out(database: Database) -> None:
    for name in ("a", "b", "c"):
        enqueue(database, name)
    claimed = [claim(database) for _ in range(4)]
    assert [job.id if job else None for job in claimed] == ["a", "b", "c", None]


def test_a_claim_raises_token_and_attempts(database: Database) -> None:
    enqueue(database, "a")
    job = claim(database)
    assert job is not None
    assert (job.token, job.attempts, job.state) == (1, 1, "running")


def test_completion_charges_once_and_a_stale_token_does_nothing(database: Database) -> None:
    enqueue(database, "a")
    first = claim(database)
    assert first is not None
    # The lease runs out, a peer takes over.
    assert database.write(lambda unit: queue.reap(unit, NOW + 11)) == 1
    second = claim(database, NOW + 11)
    assert second is not None
    assert second.token == 2
    keep = Keep()
    assert not database.write(lambda unit: queue.complete(unit, keep, first, {}, NOW + 12))
    assert database.write(lambda unit: queue.complete(unit, keep, second, {"x": 1}, NOW + 12))
    assert not database.write(lambda unit: queue.complete(unit, keep, second, {}, NOW + 13))
    assert not database.write(lambda unit: queue.complete(unit, keep, first, {}, NOW + 13))
    assert keep.completed == 1
    assert usage(database) == (1, 0)
    stored = database.read(lambda unit: unit.jobs.job("a"))
    assert stored is not None
    assert (stored.state, stored.result) == ("done", {"x": 1})


@pytest.mark.parametrize("act", ["beat", "fail", "note", "lose"])
def test_a_fenced_worker_can_do_nothing(database: Database, act: str) -> None:
    enqueue(database, "a")
    old = claim(database)
    assert old is not None
    database.write(lambda unit: queue.reap(unit, NOW + 11))
    claim(database, NOW + 11)
    acts = {
        "beat": lambda unit: unit.jobs.beat("a", old.token, NOW, 99.0),
        "fail": lambda unit: queue.fail(unit, old, {}, NOW),
        "note": lambda unit: unit.jobs.note("a", old.token, "x", {}, NOW),
        "lose": lambda unit: queue.lose(unit, old, "x", NOW),
    }
    assert database.write(acts[act]) is False
    assert usage(database) == (0, 1)


def test_a_heartbeat_keeps_the_reaper_away(database: Database) -> None:
    enqueue(database, "a")
    job = claim(database)
    assert job is not None
    assert database.write(lambda unit: unit.jobs.beat("a", job.token, NOW, 20.0))
    assert database.write(lambda unit: queue.reap(unit, NOW + 11)) == 0
    assert database.write(lambda unit: queue.reap(unit, NOW + 21)) == 1


def test_two_reapers_reap_once(database: Database) -> None:
    enqueue(database, "a", cap=1)
    claim(database)
    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(lambda _: database.write(lambda unit: queue.reap(unit, NOW + 11)), range(2)))
    assert sorted(counts) == [0, 1]
    # The slot was freed once: exactly one job of the key can run again.
    enqueue(database, "b", cap=1, queue_beyond_cap=True)
    assert claim(database, NOW + 12) is not None
    assert claim(database, NOW + 12) is None


def test_too_many_attempts_are_a_dead_letter_with_a_refund(database: Database) -> None:
    enqueue(database, "a")
    for attempt in range(queue.MAX_ATTEMPTS):
        assert claim(database, NOW + attempt * 20) is not None
        database.write(lambda unit, at=NOW + attempt * 20 + 11: queue.reap(unit, at))
    assert claim(database, NOW + 100) is None
    dead = database.read(lambda unit: unit.jobs.job("a"))
    assert dead is not None
    assert dead.state == "failed"
    assert (dead.error or {})["code"] == "gave_up"
    assert usage(database) == (0, 0)


def test_a_failure_returns_the_reservation(database: Database) -> None:
    enqueue(database, "a")
    job = claim(database)
    assert job is not None
    assert database.write(lambda unit: queue.fail(unit, job, {"status": 422}, NOW))
    assert not database.write(lambda unit: queue.fail(unit, job, {"status": 422}, NOW))
    assert usage(database) == (0, 0)


def test_an_outcome_may_be_free(database: Database) -> None:
    enqueue(database, "a")
    job = claim(database)
    assert job is not None
    assert database.write(lambda unit: queue.complete(unit, Keep(charge=False), job, {}, NOW))
    assert usage(database) == (0, 0)


def test_a_problem_while_keeping_rolls_everything_back(database: Database) -> None:
    enqueue(database, "a")
    job = claim(database)
    assert job is not None
    with pytest.raises(Problem):
        database.write(lambda unit: queue.complete(unit, Keep(problem=Problem(404, "x", "y")), job, {}, NOW))
    stored = database.read(lambda unit: unit.jobs.job("a"))
    assert stored is not None
    assert stored.state == "running"
    assert usage(database) == (0, 1)


def test_a_clock_that_jumps_back_leaves_the_lease_and_one_that_jumps_ahead_gives_the_job_away(database: Database) -> None:
    enqueue(database, "a")
    job = claim(database)
    assert job is not None
    assert database.write(lambda unit: queue.reap(unit, NOW - 3600)) == 0
    assert database.write(lambda unit: queue.reap(unit, NOW + 3600)) == 1
    # Given away too early, the first worker is fenced, not doubled.
    assert claim(database, NOW + 3600) is not None
    assert not database.write(lambda unit: queue.complete(unit, Keep(), job, {}, NOW))


def test_a_cap_of_five_holds_under_contention(database: Database) -> None:
    for number in range(40):
        enqueue(database, f"j{number:02}", cap=5, queue_beyond_cap=True)
    with ThreadPoolExecutor(8) as pool:
        claimed = [job for job in pool.map(lambda _: claim(database), range(16)) if job is not None]
    assert len(claimed) == 5
    assert len({job.id for job in claimed}) == 5
    database.write(lambda unit: queue.complete(unit, Keep(), claimed[0], {}, NOW))
    assert claim(database) is not None
    assert claim(database) is None


def test_one_key_at_its_cap_does_not_block_another(database: Database) -> None:
    for name in ("a", "b"):
        enqueue(database, name, key="user:a", cap=1, queue_beyond_cap=True)
    enqueue(database, "c", key="user:b", cap=1)
    assert [job.id for job in (claim(database), claim(database)) if job] == ["a", "c"]
    assert database.read(lambda unit: unit.jobs.waiting(NOW)) is False


def test_beyond_the_cap_is_refused_and_nothing_held(database: Database) -> None:
    enqueue(database, "a", cap=1)
    with pytest.raises(Problem) as caught:
        enqueue(database, "b", cap=1)
    assert (caught.value.status, caught.value.code) == (429, "too_many_at_once")
    assert usage(database) == (0, 1)


def test_put_back_may_uncount_the_attempt(database: Database) -> None:
    enqueue(database, "a", cap=1)
    job = claim(database)
    assert job is not None
    assert database.write(lambda unit: unit.jobs.put_back("a", job.token, uncount=True))
    again = claim(database)
    assert again is not None
    assert (again.attempts, again.token) == (1, 2)


def test_events_are_numbered_and_bounded(database: Database) -> None:
    enqueue(database, "a")
    job = claim(database)
    assert job is not None
    kept = [database.write(lambda unit: unit.jobs.note("a", job.token, "x", {"n": 1}, NOW)) for _ in range(queue.MAX_EVENTS + 2)]
    assert kept == [True] * queue.MAX_EVENTS + [False] * 2
    assert [event.seq for event in database.read(lambda unit: unit.jobs.events("a", queue.MAX_EVENTS - 2))] == [199, 200]


def test_sweeping_forgets_old_finished_jobs_with_their_events(database: Database) -> None:
    enqueue(database, "a")
    job = claim(database)
    assert job is not None
    database.write(lambda unit: unit.jobs.note("a", job.token, "x", {}, NOW))
    database.write(lambda unit: queue.complete(unit, Keep(), job, {}, NOW))
    enqueue(database, "b")
    database.write(lambda unit: unit.jobs.sweep(NOW))
    assert database.read(lambda unit: unit.jobs.job("a")) is not None
    database.write(lambda unit: unit.jobs.sweep(NOW + 1))
    assert database.read(lambda unit: unit.jobs.job("a")) is None
    assert database.read(lambda unit: unit.jobs.events("a", 0)) == []
    assert database.read(lambda unit: unit.jobs.job("b")) is not None


def test_a_queued_job_is_cancelled_at_once_and_refunded(database: Database) -> None:
    job = enqueue(database, "a", cap=1)
    assert database.write(lambda unit: queue.cancel(unit, job, NOW + 1))
    assert not database.write(lambda unit: queue.cancel(unit, job, NOW + 2))
    stored = database.read(lambda unit: unit.jobs.job("a"))
    assert stored is not None
    assert (stored.state, stored.finished_at, (stored.error or {})["code"]) == ("cancelled", NOW + 1, "cancelled")
    assert claim(database) is None
    assert usage(database) == (0, 0)


def test_a_running_job_is_cancelled_its_worker_fenced_and_its_slot_freed(database: Database) -> None:
    enqueue(database, "a", cap=1)
    job = claim(database)
    assert job is not None
    assert database.write(lambda unit: queue.cancel(unit, job, NOW + 1))
    keep = Keep()
    assert not database.write(lambda unit: unit.jobs.beat("a", job.token, NOW, 9.0))
    assert not database.write(lambda unit: queue.complete(unit, keep, job, {}, NOW + 2))
    assert not database.write(lambda unit: queue.lose(unit, job, "x", NOW + 2))
    assert keep.completed == 0
    assert usage(database) == (0, 0)
    enqueue(database, "b", cap=1)
    assert claim(database) is not None


def test_a_finished_job_cannot_be_cancelled(database: Database) -> None:
    enqueue(database, "a")
    job = claim(database)
    assert job is not None
    database.write(lambda unit: queue.complete(unit, Keep(), job, {}, NOW))
    assert not database.write(lambda unit: queue.cancel(unit, job, NOW))
    assert usage(database) == (1, 0)


def test_the_urgent_go_first(database: Database) -> None:
    for name, priority in (("low", 5), ("usual", 0), ("urgent", -5)):
        job = Job(name, "generate", "o", "k", name, {}, None, "queued", 0, 0, NOW, priority=priority)
        database.write(lambda unit, it=job: unit.jobs.add(it, cap=9))
    assert [job.id for job in (claim(database), claim(database), claim(database)) if job] == ["urgent", "usual", "low"]


def test_a_kind_is_capped_over_all_keys_and_its_neighbours_are_not(database: Database) -> None:
    for number in range(6):
        enqueue(database, f"g{number}", key=f"user:{number}")
    database.write(lambda unit: unit.jobs.add(Job("other", "import", "o", "k", "t", {}, None, "queued", 0, 0, NOW), cap=9))
    running = claim(database)
    database.write(lambda unit: unit.jobs.cap_kinds({"generate": 2, "import": None}))
    with ThreadPoolExecutor(4) as pool:
        claimed = [job.id for job in pool.map(lambda _: claim(database), range(8)) if job is not None]
    # One ran before the cap was set; it counts.
    assert [name[0] for name in sorted(claimed)] == ["g", "o"]
    assert running is not None
    database.write(lambda unit: queue.complete(unit, Keep(), running, {}, NOW))
    assert len([job for job in (claim(database), claim(database)) if job]) == 1
    database.write(lambda unit: unit.jobs.cap_kinds({"generate": None}))
    assert len([job for job in (claim(database) for _ in range(5)) if job]) == 3


def test_a_worker_may_take_some_kinds_only(database: Database) -> None:
    enqueue(database, "a")
    assert database.write(lambda unit: unit.jobs.claim("w", NOW, 10.0, ("prove", "import"))) is None
    assert database.read(lambda unit: unit.jobs.waiting(NOW, ("prove",))) is False
    assert database.write(lambda unit: unit.jobs.claim("w", NOW, 10.0, ("prove", "generate"))) is not None


def test_a_lost_attempt_waits_longer_each_time(database: Database) -> None:
    enqueue(database, "a")
    now, waits = NOW, []
    for _ in range(3):
        job = claim(database, now)
        assert job is not None
        database.write(lambda unit, j=job, at=now: queue.lose(unit, j, "away", at, attempts=5))
        stored = database.read(lambda unit: unit.jobs.job("a"))
        assert stored is not None
        waits.append(stored.run_at - now)
        assert claim(database, stored.run_at - 0.01) is None
        now = stored.run_at
    assert waits == [0.5, 2.0, 8.0]
    assert queue.backoff(99) == queue.LONGEST_PAUSE


def test_a_dead_letter_says_why_and_can_be_tried_again_free_of_charge(database: Database) -> None:
    enqueue(database, "a")
    job = claim(database)
    assert job is not None
    database.write(lambda unit: queue.lose(unit, job, "the model is away", NOW, attempts=1))
    dead = database.read(lambda unit: unit.jobs.job("a"))
    assert dead is not None
    assert (dead.state, (dead.error or {})["reason"]) == ("failed", "the model is away")
    assert database.write(lambda unit: queue.retry(unit, dead, NOW))
    assert not database.write(lambda unit: queue.retry(unit, dead, NOW))
    again = claim(database)
    assert again is not None
    assert (again.attempts, again.reservation, again.error, again.token) == (1, None, None, 2)
    assert database.write(lambda unit: queue.complete(unit, Keep(), again, {}, NOW))
    assert usage(database) == (0, 0)


def test_progress_is_kept_and_never_falls(database: Database) -> None:
    enqueue(database, "a")
    job = claim(database)
    assert job is not None
    for name, done in (("compose", 0.1), ("prove", 0.6), ("compose", 0.1), ("talk", None)):
        database.write(lambda unit, n=name, d=done: unit.jobs.note("a", job.token, n, {}, NOW, d))
    stored = database.read(lambda unit: unit.jobs.job("a"))
    assert stored is not None
    assert (stored.stage, stored.progress) == ("talk", 0.6)
    database.write(lambda unit: queue.complete(unit, Keep(), job, {}, NOW))
    done = database.read(lambda unit: unit.jobs.job("a"))
    assert done is not None
    assert done.progress == 1.0


def test_lists_are_newest_first_by_owner_state_and_kind(database: Database) -> None:
    for name, owner in (("job_1", "user:a"), ("job_2", "user:b"), ("job_3", "user:a"), ("job_4", "user:a")):
        enqueue(database, name, key=owner)

    def names(**wanted: Any) -> list[str]:
        asked: dict[str, Any] = {"owner": None, "state": None, "kind": None, "before": None, "limit": 9, **wanted}
        return [job.id for job in database.read(lambda unit: unit.jobs.list_jobs(**asked))]

    assert names() == ["job_4", "job_3", "job_2", "job_1"]
    assert names(owner="user:a", limit=2) == ["job_4", "job_3"]
    assert names(owner="user:a", before="job_3") == ["job_1"]
    claim(database)
    assert names(state="running") == ["job_1"]
    assert names(kind="prove") == []


def test_postgresql_judges_leases_and_waits_by_its_own_clock(make_postgresql: Callable[..., str]) -> None:
    database = Database(make_postgresql())
    try:
        enqueue(database, "a")
        # Two machines whose clocks are years apart.
        job = claim(database, now=5.0)
        assert job is not None
        assert database.write(lambda unit: queue.reap(unit, 9e9)) == 0
        assert database.write(lambda unit: unit.jobs.beat("a", job.token, 5.0, -1.0))
        assert database.write(lambda unit: queue.reap(unit, 5.0)) == 1
        again = claim(database, now=5.0)
        assert again is not None
        assert database.write(lambda unit: queue.lose(unit, again, "away", 5.0, pause=3600.0, attempts=9))
        assert claim(database, now=9e9) is None
    finally:
        database.close()


PAYER = "user:user_a"


def batch_of(database: Database, count: int, *, refused: int = 0, at_once: int = 2, tier: str = "enterprise") -> Job:
    caller = Caller("jwt", tier, expand(("full",)), "x", User("user_a", "a@x", "A", tier, False, True, None, 0.0))  # type: ignore[arg-type]

    def draft(unit: Any, caller: Caller, now: float) -> Job:
        name = new_id("job", now)
        reservation = quota.reserve(unit, caller.meter, caller.tier, "generations", now, job=name)
        return Job(name, "generate", str(caller.subject), "x", f"game_{name}", {}, reservation, "queued", 0, 0, now)

    requests = [batch.Request("/a", draft)] * count + [batch.Request("/b", None, Problem(400, "not_available", "no"))] * refused
    return database.write(lambda unit: batch.order(unit, caller, requests, NOW, at_once=at_once, webhook_url=None))


def counts_of(database: Database, job: Job) -> tuple[int, int, int, int]:
    found = database.read(lambda unit: unit.jobs.batch_counts(job.id))
    assert found is not None
    return found.total, found.done, found.failed, found.cancelled


def test_a_batch_runs_so_many_items_at_once_and_ends_with_the_last(database: Database) -> None:
    made = batch_of(database, 3, refused=1)
    # Behind a single request.
    enqueue(database, "single")
    claimed = [claim(database) for _ in range(4)]
    assert [job.id == "single" for job in claimed if job] == [True, False, False]
    first, second = (job for job in claimed[1:] if job)
    database.write(lambda unit: queue.complete(unit, Keep(), first, {}, NOW + 1))
    database.write(lambda unit: queue.fail(unit, second, {"code": "x", "detail": "y"}, NOW + 2))
    stored = database.read(lambda unit: unit.jobs.job(made.id))
    assert stored is not None
    assert (stored.state, stored.progress, counts_of(database, made)) == ("running", 0.75, (4, 1, 2, 0))
    third = claim(database)
    assert third is not None
    database.write(lambda unit: queue.complete(unit, Keep(), third, {}, NOW + 3))
    done = database.read(lambda unit: unit.jobs.job(made.id))
    assert done is not None
    assert (done.state, done.progress, done.finished_at) == ("done", 1.0, NOW + 3)
    assert done.result == {"total": 4, "succeeded": 2, "failed": 2, "cancelled": 0}
    # Each item was charged or refunded by itself.
    assert usage(database, PAYER) == (2, 0)


def test_a_batch_all_of_whose_items_fail_has_failed(database: Database) -> None:
    made = batch_of(database, 1)
    job = claim(database)
    assert job is not None
    database.write(lambda unit: queue.lose(unit, job, "died", NOW, attempts=1))
    done = database.read(lambda unit: unit.jobs.job(made.id))
    assert done is not None
    assert (done.state, (done.error or {})["code"]) == ("failed", "all_failed")
    assert usage(database, PAYER) == (0, 0)


def test_cancelling_a_batch_ends_what_is_left_of_it_and_refunds_that(database: Database) -> None:
    made = batch_of(database, 4)
    first, second = claim(database), claim(database)
    assert first is not None
    assert second is not None
    database.write(lambda unit: queue.complete(unit, Keep(), first, {}, NOW))
    closed = database.write(lambda unit: queue.cancel(unit, made, NOW))
    assert len(closed) == 4
    assert closed[0] == made.id
    assert second.id in closed
    assert not database.write(lambda unit: queue.complete(unit, Keep(), second, {}, NOW))
    assert claim(database) is None
    assert counts_of(database, made) == (4, 1, 0, 3)
    ended = database.read(lambda unit: unit.jobs.job(made.id))
    assert ended is not None
    assert ended.state == "cancelled"
    assert usage(database, PAYER) == (1, 0)


def test_items_beyond_the_quota_fail_by_themselves(database: Database) -> None:
    made = batch_of(database, 12, tier="free")
    assert counts_of(database, made) == (12, 0, 2, 0)
    items = database.read(lambda unit: unit.jobs.batch_items(made.id, 9, 3))
    assert [(item.position, item.job_id is None, (item.error or {}).get("code")) for item, _ in items] == [
        (9, False, None),
        (10, True, "quota_exceeded"),
        (11, True, "quota_exceeded"),
    ]
    with pytest.raises(Problem) as caught:
        batch_of(database, 2, tier="free")
    assert (caught.value.status, caught.value.code) == (429, "quota_exceeded")


def test_a_batch_keeps_its_items_until_it_is_swept_itself(database: Database) -> None:
    made = batch_of(database, 2)
    first = claim(database)
    assert first is not None
    database.write(lambda unit: queue.complete(unit, Keep(), first, {}, NOW))
    database.write(lambda unit: unit.jobs.sweep(NOW + 100))
    assert database.read(lambda unit: unit.jobs.job(first.id)) is not None
    second = claim(database)
    assert second is not None
    database.write(lambda unit: queue.complete(unit, Keep(), second, {}, NOW + 5))
    database.write(lambda unit: unit.jobs.sweep(NOW + 100))
    for gone in (made.id, first.id, second.id):
        assert database.read(lambda unit, name=gone: unit.jobs.job(name)) is None
    assert database.read(lambda unit: unit.jobs.batch_counts(made.id)) is None


def test_neither_a_batch_nor_its_items_are_tried_again(database: Database) -> None:
    made = batch_of(database, 1)
    database.write(lambda unit: queue.cancel(unit, made, NOW))
    for job in database.read(lambda unit: unit.jobs.list_jobs(owner=None, state=None, kind=None, before=None, limit=9)):
        assert not database.write(lambda unit, it=job: queue.retry(unit, it, NOW))
