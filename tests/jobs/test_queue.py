"""The lease queue's rules, on SQLite and PostgreSQL: claims, fences, caps, reaping."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from makebelieve.jobs import queue
from makebelieve.jobs.queue import Job, Outcome
from makebelieve.kit.errors import Problem
from makebelieve.metering import quota
from makebelieve.storage.database import Database

NOW = 1_769_860_800.0
DAY = "2026-01-31"


class Keep:
    """A kind that only counts how often it was completed."""

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


def enqueue(database: Database, name: str, key: str = "user:a", cap: int = 10, **options: Any) -> Job:
    def work(unit: Any) -> Job:
        reservation = quota.reserve(unit, key, "enterprise", "generations", NOW)
        job = Job(name, "generate", key, key, f"game_{name}", {"p": 1}, reservation, "queued", 0, 0, NOW)
        queue.enqueue(unit, job, cap, **options)
        return job

    return database.write(work)


def claim(database: Database, now: float = NOW, worker: str = "w") -> Job | None:
    return database.write(lambda unit: unit.jobs.claim(worker, now, 10.0))


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
        "beat": lambda unit: unit.jobs.beat("a", old.token, NOW + 99),
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
    assert database.write(lambda unit: unit.jobs.beat("a", job.token, NOW + 20))
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
