"""A deed that hangs is shortened, and one that is none is said plainly."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.assured import assured
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("go to the dance itself", "go to the dance"),
        ("dress himself", "dress himself"),
        ("carry the lamp of the", "carry the lamp"),
        ("post-nuclear", "find out the truth"),
        ("find out why Olga's 's has been sold", "find out the truth"),
        ("mend the kettle", "mend the kettle"),
        ("look after the well", "look after the well"),
    ],
)
def test_a_deed_is_english_in_the_end(deed: str, said: str) -> None:
    assert assured(Goal(purpose="do", verb="do", deed=deed)).deed == said


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("a prison break from a castle in the clouds", "bring off the prison break from a castle in the clouds"),
        ("train heist in the wild west", "bring off the train heist in the wild west"),
        ("The butler suspects a conspiracy.", "find out the truth about the conspiracy"),
        ("A cleaner hears a typewriter behind the wall.", "find out the truth about the typewriter"),
        ("Three hikers stranded on a glacier at night", "get away from the glacier"),
    ],
)
def test_what_no_one_can_do_is_told_as_what_they_can(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed
