"""The executor on a real Ray cluster of this machine: every end a body can have, and a batch whose workers die."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from makebelieve.access.callers import Caller, User, expand
from makebelieve.jobs import batch
from makebelieve.jobs.executor import BodyCrashed, BodyDied, BodyOutgrew, BodyTimeout, WorkerUnready
from makebelieve.jobs.queue import KindLimits
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem, TryAgain
from makebelieve.library import making
from makebelieve.main import House
from makebelieve.providers.ray_cluster import RayTasks
from makebelieve.settings import Settings

pytestmark = pytest.mark.slow
WORKSHOP = "small_workshop:open_body"
ITEMS = 1000


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """Started in a few tries: Ray's own processes get 15 s to start in, which on a busy machine they make only once compiled."""
    import ray

    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for _ in range(3):
        try:
            RayTasks(WORKSHOP, {"engine_host": "auto"}).start()
            break
        except WorkerUnready as unready:
            reason = str(unready)
    else:
        pytest.fail(reason)
    yield
    ray.shutdown()


@pytest.fixture
def tasks(cluster: None) -> Iterator[RayTasks]:
    tasks = RayTasks(WORKSHOP, {"engine_host": "auto"}, cpus=0.25)
    tasks.start()
    yield tasks
    tasks.close()


def run(tasks: RayTasks, prompt: str, tick: Callable[[], bool] = lambda: True, **limits: Any) -> tuple[dict[str, Any], list[str]]:
    stages: list[str] = []
    payload = {"prompt": prompt, "seed": 1, "preferences": None}
    result = tasks.run(
        "generate", payload, limits=KindLimits(**limits), interval=0.2, on_stage=lambda name, data: stages.append(name), tick=tick
    )
    return result, stages


def test_a_body_runs_there_and_tells_its_stages(tasks: RayTasks) -> None:
    result, stages = run(tasks, "a fox")
    assert result["config"]["game"]["prompt"] == "a fox"
    assert stages == ["understand", "compose", "prove"]


@pytest.mark.parametrize(
    ("prompt", "limits", "expected"),
    [
        ("refuse", {}, Problem),
        ("crash", {}, BodyCrashed),
        ("again", {}, TryAgain),
        ("die", {}, BodyDied),
        ("hang", {"timeout": 1.0}, BodyTimeout),
        ("grow:900 hang", {"memory_mb": 600}, BodyOutgrew),
    ],
)
def test_every_end_of_a_body_is_told_apart(tasks: RayTasks, prompt: str, limits: dict[str, Any], expected: type[Exception]) -> None:
    with pytest.raises(expected):
        run(tasks, prompt, **limits)
    assert run(tasks, "a fox")[0]["metadata"]["seed"] == 1


def test_a_body_can_be_killed_and_one_that_is_not_ours_ends(tasks: RayTasks) -> None:
    threading.Timer(1.0, tasks.kill).start()
    with pytest.raises(BodyDied):
        run(tasks, "hang")
    with pytest.raises(BodyDied, match="not this worker's"):
        run(tasks, "hang", tick=lambda: False)


def test_a_thousand_items_fan_out_and_outlive_their_workers(cluster: None, tmp_path: Path, migrated: Path) -> None:
    shutil.copy(migrated, tmp_path / "makebelieve.db")
    settings = Settings(data=tmp_path, executor="ray", ray_cpus=0.25, workers=8)
    house = House(settings, workshop=WORKSHOP)
    user = User("user_t", "t@t", "T", "enterprise", False, True, None, 0.0)
    house.database.write(lambda unit: unit.accounts.add_user(user, None))
    caller = Caller("jwt", "enterprise", expand(("full",)), "x", user)

    def request(number: int) -> batch.Request:
        # Five of them kill the Ray worker that runs them, with whatever else it had, once each.
        prompt = f"die-once:{tmp_path / str(number)}" if number % 200 == 100 else "refuse" if number % 250 == 1 else f"fox {number}"

        def draft(unit: Any, caller: Caller, now: float) -> Job:
            return making.draft_game(unit, caller, now, prompt=prompt, seed=number, preferences=None, allow_unproven=False)

        return batch.Request("/api/v1/generate", draft)

    made = house.database.write(
        lambda unit: batch.order(unit, caller, [request(n) for n in range(ITEMS)], time.time(), at_once=64, webhook_url=None)
    )
    runner = house.runner(8)
    runner.start()
    try:
        end = time.monotonic() + 540
        seen = set()
        while not (job := house.job(made.id)[0]).finished:
            seen.add(round(job.progress, 1))
            assert time.monotonic() < end, job
            time.sleep(0.2)
    finally:
        runner.stop(5)
        house.database.close()
    assert job.result == {"total": 1000, "succeeded": 996, "failed": 4, "cancelled": 0}
    assert len(seen) > 3
    assert house.database.read(lambda unit: unit.games.count_of(str(caller.subject))) == 996
    day = time.strftime("%Y-%m-%d", time.gmtime(made.created_at))
    used, held = house.database.read(lambda unit: unit.meters.usage(caller.meter, day))["generations"]
    assert (used, held) == (996, 0)
    died = [number for number in range(ITEMS) if (tmp_path / str(number)).exists()]
    assert died == [100, 300, 500, 700, 900]
