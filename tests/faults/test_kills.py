"""SIGKILL to a server, a worker or both at every step of a job's way: each job is done once or failed once, and the books balance."""

from __future__ import annotations

from pathlib import Path

import doomed
import pytest
from mayhem import Mayhem, schedule

QUICK = ["after-reserve", "order-committed", "mid-work", "after-blob", "finished", "webhook-after"]
"""One step of each sort; the slow test goes through all of them."""


@pytest.mark.slow
def test_kills_at_chosen_steps_break_no_promise(tmp_path: Path, migrated: Path) -> None:
    path = tmp_path / "makebelieve.db"
    path.write_bytes(migrated.read_bytes())
    report = Mayhem(tmp_path, f"sqlite:///{path}").run(QUICK)
    assert report.violations == []
    assert sum(report.kills.values()) == len(QUICK)
    assert report.jobs["done"] > 0


@pytest.mark.slow
def test_kills_at_every_step_break_no_promise(tmp_path: Path, database_url: str) -> None:
    points = schedule(2 * len(doomed.POINTS), seed=5)
    report = Mayhem(tmp_path, database_url, seed=5).run(points)
    assert report.violations == []
    assert set(report.kills) == set(doomed.POINTS)
    assert report.jobs["done"] > len(points)
