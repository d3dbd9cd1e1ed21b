"""Whoever finds a door that leads somewhere goes through it."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A girl finds a door in the library that leads to a forest where it is always autumn.", "explore a forest"),
        ("Two plumbers discover a hatch under the bath that opens into a sunken city.", "explore a sunken city"),
        ("My brother found a wardrobe in the attic that leads to a frozen kingdom!", "explore a frozen kingdom"),
        ("A tailor opens a mirror which leads to a jungle.", "explore a jungle"),
    ],
)
def test_what_lies_beyond_is_explored(premise: str, deed: str) -> None:
    assert (understand_world(premise).goal.deed or "").startswith(deed)


def test_the_place_beyond_is_where_the_story_ends() -> None:
    world = worlds.generate("A baker finds a tunnel behind the oven that leads to a desert of flour.")
    last = next(one for one in world["scene"]["events"] if "done" in one.get("grants", ()))["from"][0]
    assert "desert" in last


@pytest.mark.parametrize(
    "premise",
    ["A girl finds a door in the library that nobody can open.", "A monk finds a gate that leads to a garden but the abbot wants it shut."],
)
def test_any_other_door_is_none(premise: str) -> None:
    assert not (understand_world(premise).goal.deed or "").startswith("explore a garden behind")
