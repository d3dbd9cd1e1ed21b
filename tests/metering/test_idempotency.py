"""Claims on keys: one at a time, taken over when abandoned, never run anew once something was committed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from makebelieve.jobs import queue
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem
from makebelieve.metering import idempotency
from makebelieve.metering.idempotency import ABANDONED, KEPT, Claim
from makebelieve.metering.repository import StoredAnswer
from makebelieve.storage.database import Database

NOW = 1_769_860_800.0
LATER = NOW + ABANDONED + 1


def begin(database: Database, now: float = NOW, body: bytes = b"{}", subject: str = "app:a") -> Claim | StoredAnswer:
    return database.write(lambda unit: idempotency.begin(unit, subject, "POST /x", "k", body, now))


def claim(database: Database, now: float = NOW) -> Claim:
    begun = begin(database, now)
    assert isinstance(begun, Claim)
    return begun


def refusal(database: Database, now: float = NOW, body: bytes = b"{}") -> tuple[int, str]:
    with pytest.raises(Problem) as caught:
        begin(database, now, body)
    return caught.value.status, caught.value.code


def order(database: Database, claim: Claim, name: str = "job_a") -> None:
    def work(unit: Any) -> None:
        queue.enqueue(unit, Job(name, "generate", "app:a", "user:a", "game_a", {}, None, "queued", 0, 0, NOW), 9)
        idempotency.act(unit, claim, name)

    database.write(work)


def forget(database: Database, claim: Claim, *, refused: bool) -> None:
    database.write(lambda unit: idempotency.forget(unit, claim, refused=refused))


def test_of_many_at_once_one_runs(database: Database) -> None:
    def attempt(_: int) -> str:
        try:
            return type(begin(database)).__name__
        except Problem as problem:
            return problem.code

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(attempt, range(16))) == ["Claim"] + ["idempotency_in_flight"] * 15


def test_of_many_that_find_it_abandoned_one_takes_over(database: Database) -> None:
    claim(database)

    def attempt(_: int) -> bool:
        try:
            return isinstance(begin(database, LATER), Claim)
        except Problem:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(16))) == 1


def test_an_answer_is_kept_for_a_day_and_for_its_body(database: Database) -> None:
    held = claim(database)
    database.write(lambda unit: idempotency.keep(unit, held, 201, {"location": "/x/1"}, b"made"))
    kept = begin(database, NOW + KEPT - 1)
    assert isinstance(kept, StoredAnswer)
    assert (kept.status, kept.headers, kept.body) == (201, {"location": "/x/1"}, b"made")
    assert refusal(database, body=b"[]") == (422, "idempotency_mismatch")
    assert isinstance(begin(database, NOW + KEPT), Claim)


def test_subjects_are_apart(database: Database) -> None:
    claim(database)
    assert isinstance(begin(database, subject="app:b"), Claim)


def test_a_request_that_did_nothing_before_its_server_died_runs_anew(database: Database) -> None:
    claim(database)
    assert refusal(database, NOW + ABANDONED) == (409, "idempotency_in_flight")
    assert claim(database, LATER).job is None


def test_a_request_that_its_server_vouches_for_is_not_abandoned(database: Database) -> None:
    held = claim(database)
    in_hand = idempotency.InHand()
    with in_hand.answering(held, NOW):
        assert in_hand.lasting(NOW + 1) == []
        for now in (NOW + ABANDONED - 1, NOW + 2 * ABANDONED - 2):
            database.write(lambda unit, at=now: idempotency.vouch(unit, in_hand.lasting(at), at))
            assert refusal(database, now + ABANDONED - 1) == (409, "idempotency_in_flight")
    assert in_hand.lasting(LATER) == []
    heir = claim(database, NOW + 5 * ABANDONED)
    # The first one was only slow: it is fenced, and vouches for nothing any more.
    database.write(lambda unit: idempotency.vouch(unit, [held], NOW + 9 * ABANDONED))
    with pytest.raises(Problem):
        database.write(lambda unit: idempotency.act(unit, held))
    assert claim(database, NOW + 7 * ABANDONED).token != heir.token


def test_a_request_that_ordered_a_job_is_followed_to_that_job(database: Database) -> None:
    order(database, claim(database))
    assert claim(database, LATER).job == "job_a"


def test_a_request_that_made_something_is_not_run_anew(database: Database) -> None:
    held = claim(database)
    database.write(lambda unit: idempotency.act(unit, held))
    assert refusal(database, LATER) == (409, "idempotency_lost")
    assert isinstance(begin(database, NOW + KEPT), Claim)


def test_who_lost_the_key_can_commit_nothing(database: Database) -> None:
    slow = claim(database)
    claim(database, LATER)
    with pytest.raises(Problem) as caught:
        order(database, slow)
    assert caught.value.code == "idempotency_in_flight"
    assert database.read(lambda unit: unit.jobs.job("job_a")) is None
    # Nor can it free or answer for the key.
    forget(database, slow, refused=True)
    database.write(lambda unit: idempotency.keep(unit, slow, 200, {}, b""))
    assert refusal(database, LATER) == (409, "idempotency_in_flight")


@pytest.mark.parametrize(
    ("acted", "refused", "freed"), [(False, True, True), (False, False, True), (True, True, True), (True, False, False)]
)
def test_a_failed_request_frees_its_key_unless_it_may_have_made_something(
    database: Database, acted: bool, refused: bool, freed: bool
) -> None:
    held = claim(database)
    if acted:
        database.write(lambda unit: idempotency.act(unit, held))
    forget(database, held, refused=refused)
    if freed:
        assert isinstance(begin(database, body=b"[]"), Claim)
    else:
        assert refusal(database) == (409, "idempotency_lost")


@pytest.mark.parametrize("refused", [True, False])
def test_a_job_that_lives_or_succeeded_keeps_the_key_and_one_that_failed_frees_it(database: Database, refused: bool) -> None:
    held = claim(database)
    order(database, held)
    forget(database, held, refused=refused)
    heir = claim(database)
    assert heir.job == "job_a"
    job = database.write(lambda unit: unit.jobs.claim("w", NOW, 10.0))
    assert job is not None
    database.write(lambda unit: queue.fail(unit, job, {"status": 500, "code": "x"}, NOW))
    forget(database, heir, refused=refused)
    assert claim(database).job is None


def test_sweeping_forgets_what_expired(database: Database) -> None:
    claim(database)
    database.write(lambda unit: unit.answers.sweep(NOW + KEPT + 1))
    assert database.read(lambda unit: unit.answers.get("app:a", "POST /x", "k")) is None
