"""How many users what hardware carries: a queueing simulation from measured costs, checked against the real queue in the same run.

    python bench/capacity.py [--no-check]

People come at random (Poisson), each game takes a worker for a time drawn from a log-normal distribution with the measured median and
95th percentile, and waits in line while all workers are busy. The check runs the real queue with two workers whose jobs sleep 0.2 s, at
seven tenths of what they can do, and compares how long jobs waited with what the simulation says of the same arrivals.
"""

from __future__ import annotations

import argparse
import heapq
import math
import os
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from makebelieve.access import accounts
from makebelieve.access.callers import Caller, expand
from makebelieve.kit.errors import Problem
from makebelieve.library import making
from makebelieve.main import House
from makebelieve.settings import Settings

READ_CPU = 0.0011
"""Seconds of CPU of one read (bench/http_share.py: 0.9-1.1 ms for one row to twenty)."""
GAME_P50, GAME_P95 = 0.9, 1.9
"""Seconds a worker is busy with a game of three levels (bench/games.py, over the kinds)."""
GAME_COMMITS = 9
"""Transactions of one game: order, claim, five stages, the result, notes about calls."""
COMMIT = 0.0015
"""Seconds the one writer of SQLite is busy with a commit: CPU and the disk's sync (1.1 ms where it was measured)."""
ACTIVE, READS, GAMES = 0.1, 60.0, 2.0
"""In the busiest hour: the share of users that is there, and what each of them does in it."""
FULL = 0.7
"""How busy anything may be on average."""


def simulate(arrivals: list[float], services: list[float], workers: int) -> list[float]:
    """Seconds that each arrival waits in line, first come first served."""
    free = [0.0] * workers
    heapq.heapify(free)
    waits = []
    for at, service in zip(arrivals, services, strict=True):
        start = max(at, heapq.heappop(free))
        heapq.heappush(free, start + service)
        waits.append(start - at)
    return waits


def poisson(rate: float, count: int, seed: int) -> list[float]:
    chance, at, found = random.Random(seed), 0.0, []
    for _ in range(count):
        at += chance.expovariate(rate)
        found.append(at)
    return found


def game_times(count: int, seed: int) -> list[float]:
    chance = random.Random(seed)
    spread = math.log(GAME_P95 / GAME_P50) / 1.645
    return [chance.lognormvariate(math.log(GAME_P50), spread) for _ in range(count)]


@dataclass(frozen=True)
class Need:
    users: int
    reads: float
    games: float
    api_cores: float
    workers: int
    wait_p95: float
    writer: float


def need(users: int) -> Need:
    """What so many users need in their busiest hour."""
    reads, games = users * ACTIVE * READS / 3600, users * ACTIVE * GAMES / 3600
    count = 20_000
    services = game_times(count, 2)
    workers = max(1, math.ceil(games * statistics.mean(services) / FULL))
    waits = simulate(poisson(games, count, 1), services, workers)
    return Need(users, reads, games, reads * READ_CPU, workers, sorted(waits)[int(0.95 * count)], games * GAME_COMMITS * COMMIT)


def ordered(house: House, caller: Caller, prompt: str) -> str | None:
    """The id of a job that makes a game of `prompt`; None while the caller has too many under way."""
    now = time.time()
    wanted = {"prompt": prompt, "seed": 1, "preferences": None, "allow_unproven": False}
    try:
        return house.database.write(lambda unit: making.order_game(unit, caller, now, **wanted)).id  # type: ignore[arg-type]
    except Problem as problem:
        if problem.status != 429:
            raise
        return None


def check() -> bool:
    """The real queue against the simulation: mean wait of the same arrivals."""
    # Where the workers' processes find the makers that sleep.
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[1] / "tests" / "doubles")
    workers, service, count = 2, 0.2, 120
    arrivals = poisson(FULL * workers / service, count, 3)
    with tempfile.TemporaryDirectory() as folder:
        house = House(Settings(data=Path(folder), workers=workers, log_level="error"), workshop="small_workshop:open_body")
        owner, _ = house.database.write(lambda unit: accounts.ensure_owner(unit, time.time()))
        runner = house.runner(workers)
        runner.start()
        runner.wait_ready(60)
        caller = Caller("none", owner.tier, expand(("full",)), "local", owner)
        began = time.time()
        kept: list[str] = []
        for _number, at in enumerate(arrivals):
            time.sleep(max(0.0, began + at - time.time()))
            while (job := ordered(house, caller, f"sleep:{service}")) is None:
                # The tier's bound on jobs at once; when it was ordered counts, not when it came.
                time.sleep(0.02)
            kept.append(job)
            house.bell.ring()
        jobs = []
        while len(jobs) < count:
            time.sleep(0.2)
            found = [house.database.read(lambda unit, job=job: unit.jobs.job(job)) for job in kept]  # type: ignore[misc]  # bound per turn
            jobs = [job for job in found if job is not None and job.finished]
        runner.stop(5)
        house.database.close()
    busy = [job.finished_at - job.started_at for job in jobs if job.finished_at and job.started_at]
    waited = statistics.mean(job.started_at - job.created_at for job in jobs if job.started_at)
    expected = statistics.mean(simulate([job.created_at - began for job in jobs], busy, workers))
    print(f"check: {count} jobs, two workers: waited {waited * 1000:.0f} ms on average, simulated {expected * 1000:.0f} ms")
    # What the queue adds of its own (a wake-up, a claim) is some milliseconds on a quiet machine.
    return abs(waited - expected) <= 0.25 * expected + 0.1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--no-check", action="store_true", help="the simulation alone")
    options = parser.parse_args()
    print(f"{'users':>8}{'reads/s':>9}{'games/s':>9}{'API cores':>11}{'workers':>9}{'wait p95, s':>13}{'SQLite writer':>15}")
    for found in map(need, (10, 1_000, 10_000, 100_000)):
        print(
            f"{found.users:8,}{found.reads:9.2f}{found.games:9.3f}{found.api_cores:11.2f}{found.workers:9}{found.wait_p95:13.2f}"
            f"{found.writer:15.1%}"
        )
    return 0 if options.no_check or check() else 1


if __name__ == "__main__":
    sys.exit(main())
