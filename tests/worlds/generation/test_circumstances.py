"""Deadlines and conditions, in the words of the premise."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.circumstances import condition_of, danger_of, deadline_of
from makebelieve.worlds.generation.reading import read


@pytest.mark.parametrize(
    ("premise", "deadline"),
    [
        ("A tuner must mend the organ before the bishop arrives at noon.", "before the bishop arrives at noon"),
        ("Defend the tower until the tide turns", "until the tide turns"),
        ("Find a wife for the count by harvest.", "by harvest"),
        ("Put on a play in three days", "in three days"),
        ("She has until the vows to leave him", "until the vows"),
        ("A baker with one hour to finish forty loaves", "in one hour"),
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


@pytest.mark.parametrize(
    ("premise", "danger"),
    [
        ("The dam is cracking and an engineer has three hours to warn the valley.", "the dam is cracking"),
        ("The race is on Sunday and a boy has lost his bicycle.", "the race is on Sunday"),
        ("A lamp is broken and a ship is due at midnight.", "the ship is due at midnight"),
        ("Two hikers are lost in the forest and night is falling.", "night is falling"),
        ("The volcano is about to erupt and a girl must find her goat.", "the volcano is about to erupt"),
        ("We skate across the lake to fetch the doctor, with the ice cracking behind us.", "the ice is cracking behind us"),
        ("A crew must mend the pump, and the air runs out in six hours.", "the air runs out in six hours"),
        ("A chef must cook the feast while the ice is getting thin.", "the ice is getting thin"),
        ("A girl with a running nose must find her goat.", None),
        ("A girl must find her goat.", None),
        ("Our play about the planets opens tonight and the sun is ill.", None),
        ("A cook opens a restaurant.", None),
    ],
)
def test_dangers(premise: str, danger: str | None) -> None:
    assert danger_of(read(premise), None, "") == danger
