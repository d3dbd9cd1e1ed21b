"""Whatever is killed when: a job is done, or given up and refunded, and charged once or not at all."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from makebelieve.access.callers import Caller, User, expand
from makebelieve.jobs.repository import Job
from makebelieve.library import making
from makebelieve.main import House
from makebelieve.settings import Settings

WORKSHOP = "small_workshop:open_body"
WORKER = """
import sys
from pathlib import Path
from makebelieve.main import House
from makebelieve.settings import Settings
settings = Settings(data=Path(sys.argv[1]), workers=1, job_lease=float(sys.argv[2]), log_level="error")
House(settings, workshop="small_workshop:open_body").work()
"""


def user(house: House) -> Caller:
    found = house.database.read(lambda unit: unit.accounts.user("user_t"))
    if found is None:
        found = User("user_t", "t@t", "T", "enterprise", False, True, None, 0.0)
        house.database.write(lambda unit: unit.accounts.add_user(found, None))
    return Caller("jwt", "enterprise", expand(("full",)), "x", found)


@pytest.fixture
def folder(tmp_path: Path, migrated: Path) -> Path:
    shutil.copy(migrated, tmp_path / "makebelieve.db")
    return tmp_path


def open_house(folder: Path, **changes: Any) -> House:
    return House(Settings(data=folder, workers=1, **changes), workshop=WORKSHOP)


@pytest.fixture
def house(folder: Path) -> Iterator[House]:
    house = open_house(folder, job_lease=2.0)
    yield house
    house.database.close()


def order(house: House, prompt: str) -> Job:
    caller = user(house)
    return house.database.write(
        lambda unit: making.order_game(unit, caller, time.time(), prompt=prompt, seed=1, preferences=None, allow_unproven=False)
    )


def job_of(house: House, job: Job) -> Job:
    found = house.database.read(lambda unit: unit.jobs.job(job.id))
    assert found is not None
    return found


def until(condition: Callable[[], Any], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)


def books(house: House) -> tuple[int, int, int]:
    """Used, held, and games kept."""
    caller = user(house)
    used, held = house.database.read(lambda unit: unit.meters.usage(caller.meter, time.strftime("%Y-%m-%d", time.gmtime()))).get(
        "generations", (0, 0)
    )
    return used, held, house.database.read(lambda unit: unit.games.count_of(caller.subject or ""))


def test_a_worker_process_killed_in_mid_job_is_replaced_and_the_job_done_once(house: House) -> None:
    runner = house.runner(1)
    runner.start()
    try:
        assert runner.wait_ready(60)
        first = runner.pids
        job = order(house, "sleep:0.7")
        # The body is at work: a job that is only claimed would be given to the next process in the same attempt.
        until(lambda: job_of(house, job).stage == "prove")
        os.kill(first[0], signal.SIGKILL)
        until(lambda: job_of(house, job).finished)
        assert job_of(house, job).state == "done"
        assert job_of(house, job).attempts == 2
        assert runner.pids != first
        assert books(house) == (1, 0, 1)
    finally:
        runner.stop(1)


@pytest.mark.slow
def test_a_job_that_kills_its_worker_every_time_is_given_up_and_refunded(house: House) -> None:
    runner = house.runner(1)
    runner.start()
    try:
        job = order(house, "die")
        until(lambda: job_of(house, job).finished)
        assert job_of(house, job).state == "failed"
        assert job_of(house, job).attempts == 3
        assert (job_of(house, job).error or {})["code"] == "gave_up"
        assert books(house) == (0, 0, 0)
        # And the slot is free for the next one.
        after = order(house, "a fox")
        until(lambda: job_of(house, after).state == "done")
    finally:
        runner.stop(1)


def test_a_body_that_never_ends_is_killed_and_refunded(folder: Path) -> None:
    house = open_house(folder, job_timeout=1.0)
    runner = house.runner(1)
    runner.start()
    try:
        assert runner.wait_ready(60)
        first = runner.pids
        job = order(house, "hang")
        until(lambda: job_of(house, job).finished)
        assert (job_of(house, job).error or {})["code"] == "took_too_long"
        assert books(house) == (0, 0, 0)
        after = order(house, "a fox")
        until(lambda: job_of(house, after).state == "done")
        assert runner.pids != first
    finally:
        runner.stop(1)
        house.database.close()


def test_a_running_job_that_is_cancelled_is_killed_and_refunded(house: House) -> None:
    runner = house.runner(1)
    runner.start()
    try:
        assert runner.wait_ready(60)
        first = runner.pids
        job = order(house, "hang")
        until(lambda: job_of(house, job).state == "running")
        until(lambda: job_of(house, job).stage == "prove")
        assert house.cancel_job(job.id).state == "cancelled"
        # The worker's heartbeat is not waited for: the process goes at once, and the next job gets a new one.
        until(lambda: first[0] not in runner.pids)
        assert books(house) == (0, 0, 0)
        after = order(house, "a fox")
        until(lambda: job_of(house, after).state == "done")
        assert job_of(house, job).state == "cancelled"
    finally:
        runner.stop(1)


@pytest.mark.slow
def test_a_cancel_reaches_a_worker_in_another_process_through_the_pipes(folder: Path) -> None:
    house = open_house(folder, job_lease=3600.0)
    worker = start_worker(folder, 3600.0)
    try:
        job = order(house, "hang")
        until(lambda: job_of(house, job).state == "running")
        house.cancel_job(job.id)
        after = order(house, "a fox")
        house.bell.ring()
        # With a lease of an hour nothing but the word of the cancel can have freed that one worker.
        until(lambda: job_of(house, after).state == "done")
        assert books(house) == (1, 0, 1)
    finally:
        worker.terminate()
        assert worker.wait(30) == 0
        house.database.close()
    assert list((folder / "wake").iterdir()) == []


def test_a_body_that_takes_too_much_memory_is_killed_and_refunded(folder: Path) -> None:
    house = open_house(folder, job_limits={"generate": {"memory_mb": 300}})
    runner = house.runner(1)
    runner.start()
    try:
        assert runner.wait_ready(60)
        job = order(house, "grow:600 hang")
        until(lambda: job_of(house, job).finished)
        assert (job_of(house, job).error or {})["code"] == "took_too_much"
        assert books(house) == (0, 0, 0)
        after = order(house, "grow:50")
        until(lambda: job_of(house, after).state == "done")
    finally:
        runner.stop(1)
        house.database.close()


def test_a_passing_trouble_is_tried_again(folder: Path) -> None:
    house = open_house(folder)
    runner = house.runner(1)
    runner.start()
    try:
        job = order(house, f"again-once:{folder / 'mark'}")
        until(lambda: job_of(house, job).finished)
        assert (job_of(house, job).state, job_of(house, job).attempts) == ("done", 2)
        hopeless = order(house, "again")
        until(lambda: job_of(house, hopeless).finished)
        error = job_of(house, hopeless).error or {}
        assert (error["code"], error["reason"]) == ("gave_up", "the model is away")
        assert books(house) == (1, 0, 1)
    finally:
        runner.stop(1)
        house.database.close()


def start_worker(folder: Path, lease: float) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WORKER, str(folder), str(lease)])


def stop_between_transactions(pid: int) -> None:
    """SIGSTOP at a moment when the process does not hold SQLite's write lock: whoever has that holds it, stopped or not."""
    for _ in range(200):
        os.kill(pid, signal.SIGSTOP)
        time.sleep(0.02)
        locks = [line.split() for line in Path("/proc/locks").read_text().splitlines()]
        if not any(fields[3] == "WRITE" and fields[4] == str(pid) for fields in locks if len(fields) > 4):
            return
        os.kill(pid, signal.SIGCONT)
        time.sleep(0.03)
    pytest.fail("it was always writing")


@pytest.mark.slow
def test_a_whole_worker_killed_in_mid_job_is_survived_by_the_job(house: House, folder: Path) -> None:
    doomed = start_worker(folder, 2.0)
    job = order(house, "sleep:3")
    until(lambda: job_of(house, job).state == "running")
    doomed.kill()
    doomed.wait()
    # The peer sees the lease run out.
    peer = house.runner(1)
    peer.start()
    try:
        until(lambda: job_of(house, job).finished)
        assert job_of(house, job).state == "done"
        assert job_of(house, job).attempts == 2
        assert books(house) == (1, 0, 1)
    finally:
        peer.stop(1)


@pytest.mark.slow
def test_a_zombie_that_wakes_after_its_lease_is_fenced(house: House, folder: Path) -> None:
    zombie = start_worker(folder, 2.0)
    try:
        job = order(house, "sleep:3")
        until(lambda: len(house.database.read(lambda unit: unit.jobs.events(job.id, 0))) == 3)
        stop_between_transactions(zombie.pid)
        peer = house.runner(1)
        peer.start()
        try:
            until(lambda: job_of(house, job).finished)
            done = job_of(house, job)
            assert (done.state, done.attempts, done.token) == ("done", 2, 2)
            os.kill(zombie.pid, signal.SIGCONT)
            # The zombie's own body has long finished; it now tries to commit.
            marker = order(house, "a fox")
            until(lambda: job_of(house, marker).finished)
            time.sleep(1.0)
            assert job_of(house, job) == done
            assert books(house) == (2, 0, 2)
        finally:
            peer.stop(1)
    finally:
        os.kill(zombie.pid, signal.SIGCONT)
        zombie.terminate()
        zombie.wait(30)


def test_stopping_puts_the_job_back_without_counting_the_attempt(house: House) -> None:
    runner = house.runner(1)
    runner.start()
    assert runner.wait_ready(60)
    job = order(house, "sleep:30")
    until(lambda: job_of(house, job).state == "running")
    runner.stop(drain=0.1)
    assert (job_of(house, job).state, job_of(house, job).attempts) == ("queued", 0)
    assert books(house) == (0, 1, 0)


def test_stopping_lets_a_short_job_end(house: House) -> None:
    runner = house.runner(1)
    runner.start()
    assert runner.wait_ready(60)
    job = order(house, "sleep:0.5")
    until(lambda: job_of(house, job).state == "running")
    runner.stop(drain=30)
    assert job_of(house, job).state == "done"
    assert runner.pids == []


def test_a_worker_without_tools_says_why(folder: Path) -> None:
    house = House(Settings(data=folder, workers=1), workshop="small_workshop:broken")
    runner = house.runner(1)
    runner.start()
    try:
        assert not runner.wait_ready(60)
        assert runner.trouble is not None
        assert "no engine here" in runner.trouble
    finally:
        runner.stop(1)
        house.database.close()


def test_threads_are_gone_after_stop(house: House) -> None:
    before = threading.active_count()
    runner = house.runner(2)
    runner.start()
    runner.wait_ready(60)
    runner.stop(5)
    assert threading.active_count() == before
