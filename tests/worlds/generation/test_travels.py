"""Deeds that say how one gets somewhere have the place as their goal."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "verb", "place"),
    [
        ("Help a lost lamb find its way back to the flock.", "return_to", "the flock"),
        ("I need to find my way to the airport", "reach", "the airport"),
        ("The knight must find a way through the swamp", "cross", "the swamp"),
        ("A swan wants to get back to her lake.", "return_to", "her lake"),
        ("A girl rides her bike to her grandmother's house.", "reach", "her grandmother's house"),
    ],
)
def test_a_way_is_told_by_where_it_leads(premise: str, verb: str, place: str) -> None:
    goal = understand_world(premise).goal
    assert (goal.purpose, goal.verb, goal.object) == ("reach", verb, place)


@pytest.mark.parametrize("premise", ["A boy must find the way to wake the king", "A woman wants to go back to her husband"])
def test_other_deeds_lead_nowhere(premise: str) -> None:
    goal = understand_world(premise).goal
    assert goal.verb != "reach"
