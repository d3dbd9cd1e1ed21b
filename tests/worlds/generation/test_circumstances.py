"""Deadlines and conditions, in the words of the premise."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.circumstances import condition_of, deadline_of
from makebelieve.worlds.generation.reading import read


@pytest.mark.parametrize(
    ("premise", "deadline"),
    [
        ("A tuner must mend the organ before the bishop arrives at noon.", "before the bishop arrives at noon"),
        ("Defend the tower until the tide turns", "until the tide turns"),
        ("Find a wife for the count by harvest.", "by harvest"),
        ("Put on a play in three days", "in three days"),
        ("She has until the vows to leave him", "until the vows"),
        ("Solve the murder by touch", None),
        ("Repair the clock", None),
    ],
)
def test_deadlines(premise: str, deadline: str | None) -> None:
    assert deadline_of(read(premise)) == deadline


@pytest.mark.parametrize(
    ("premise", "condition"),
    [
        ("Win the fair without anyone finding out that I can't bake.", "without anyone finding out that I can't bake"),
        ("Rescue the groom, but only if he asks", "only if he asks"),
        ("Move the piano so nobody notices", "so that nobody notices"),
        ("Hide the prince, and nobody must know", "so that nobody can know"),
        ("Paint a house without windows", None),
    ],
)
def test_conditions(premise: str, condition: str | None) -> None:
    assert condition_of(read(premise)) == condition
