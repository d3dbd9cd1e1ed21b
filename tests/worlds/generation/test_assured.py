"""A deed that hangs is shortened, and one that is none is said plainly."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.assured import assured
from makebelieve.worlds.generation.draft import Goal


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
