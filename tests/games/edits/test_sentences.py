"""The sentences with expected outcomes: the whole development half, nine of ten of the half never looked at."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from makebelieve.games.hosting import EngineFacts

BENCH = Path(__file__).resolve().parents[3] / "bench" / "edits.py"


def _bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_edits", BENCH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


bench = _bench()


@pytest.mark.parametrize("case", bench.load("development"), ids=lambda case: f"{case['base']}: {case['say']}")
def test_development_sentence(case: dict[str, Any], skeletons: dict[str, Any], facts: EngineFacts) -> None:
    ok, detail = bench.attempt(case, skeletons, facts.kinds)
    assert ok, detail


def test_nine_of_ten_held_out_sentences(skeletons: dict[str, Any], facts: EngineFacts) -> None:
    cases = bench.load("held_out")
    right = sum(bench.attempt(case, skeletons, facts.kinds)[0] for case in cases)
    assert right / len(cases) >= 0.9


def test_the_yardstick_is_no_rubber_band(skeletons: dict[str, Any], facts: EngineFacts) -> None:
    """An expectation is not met by another edit, nor by one that does more than was said."""
    for say, expect in (
        ("make it harder", ["difficulty=easy"]),
        ("make it harder and make it night", ["difficulty=hard"]),
        ("no more bats", ["-slime"]),
        ("make it night", ["refuse"]),
        ("hello", ["time=night"]),
        ("more coins", ["collectible_density+@2"]),
    ):
        assert not bench.attempt({"base": "fox", "say": say, "expect": expect}, skeletons, facts.kinds)[0], say
