"""Goals that mean something else than their words."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "purpose", "object_", "verb"),
    [
        ("A shy florist tries to win the heart of the fire chief.", "unite", "fire chief", "win_over"),
        ("A Viking widow sails west to avenge her husband.", "do", None, "avenge"),
        ("A failed magician wants to get hired for a birthday party.", "do", None, "get_hired"),
        ("An intern must get the coffee order right.", "do", None, "get_right"),
        ("A widow wants to lay her husband to rest at sea.", "do", "her husband", "lay_to_rest"),
        ("A cabin boy must write home to his sister.", "do", "the letter home", "write"),
        ("A knight must win the tournament.", "win", "tournament", "win"),
    ],
)
def test_what_is_meant(premise: str, purpose: str, object_: str | None, verb: str) -> None:
    goal = understand_world(premise).goal
    assert (goal.purpose, goal.verb) == (purpose, verb)
    assert goal.object is None if object_ is None else object_ in (goal.object or "")
