"""What of a secret goes along, and how it comes to mind again."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.keepsakes import kept, recalled


@pytest.mark.parametrize(
    ("truth", "said"),
    [
        ("There is one safe way over. It was known once.", "there is one safe way over."),
        ("Mrs. Castellane won here once, by looking at one face. You can too.", "Mrs. Castellane won here once, by looking at one face."),
        ("So that is where they will come in. You will be there first.", ""),
        ("The old man knows how it is done. You will ask.", ""),
        ("There is a shorter way, and hardly anybody knows it. You will take it.", "there is a shorter way, and hardly anybody knows it."),
        ("So it can be done. Many have done it.", "it can be done."),
        ("It says that the oldest goes first. Nobody had read so far.", "the oldest goes first."),
        ("They had all promised. They only have to be reminded.", "they had all promised."),
        ("You had not thought of that. It is easily done.", ""),
    ],
)
def test_what_was_found_out_comes_to_mind_where_it_says_something(truth: str, said: str) -> None:
    assert recalled(truth) == said


@pytest.mark.parametrize(
    ("sight", "air", "marks", "boxed"),
    [
        ("there lies a page of a diary", "open", frozenset(), True),
        ("there is a slip of paper with one line on it", "sea", frozenset(), True),
        ("there lies a page of a diary", "inside", frozenset(), False),
        ("there is a small brass bell", "open", frozenset(), False),
        ("there is a scrap of a map", "open", frozenset(("beast",)), False),
    ],
)
def test_no_paper_lies_bare_under_the_open_sky(sight: str, air: str, marks: frozenset[str], boxed: bool) -> None:
    told = kept(sight, air, marks, Chance(1))
    assert told.endswith(sight)
    assert (told != sight) is boxed


@pytest.mark.parametrize(
    ("truth", "said"),
    [
        ("It is the roof. All the rest is dry.", ""),
        ("They have only slept. Wake them.", ""),
        ("In it is a key for every door of the house.", ""),
        ("There is one weak spot. You will begin there.", "there is one weak spot."),
        ("It goes far better by night than by day.", "it goes far better by night than by day."),
    ],
)
def test_what_points_at_something_said_before_is_not_recalled(truth: str, said: str) -> None:
    assert recalled(truth) == said
