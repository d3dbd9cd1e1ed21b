"""Toys that somebody wants are things, and whoever wants them lives where they always did."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.natures import is_toy, mark_of_goal
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize("phrase", ["a missing teddy bear", "her stuffed rabbit", "the wooden horse", "two rubber ducks", "the old doll"])
def test_what_is_made_is_a_toy(phrase: str) -> None:
    assert is_toy(phrase)


@pytest.mark.parametrize("phrase", ["a brown bear", "the missing rabbit", "a wooden bridge", "the duck"])
def test_what_lives_is_none(phrase: str) -> None:
    assert not is_toy(phrase)


def test_a_nurse_looks_for_a_bear_in_her_hospital() -> None:
    draft = understand_world("A nurse on a night shift has to find a missing teddy bear for a little girl")
    assert not draft.goal.person
    assert mark_of_goal(draft.goal, draft.goal.object or "") == "goal_small"
    assert draft.genre != "fairy"


def test_parents_called_by_name_are_ones_own() -> None:
    assert understand_world("Dad forgot my birthday and I want to bake my own cake").relation == "child"
