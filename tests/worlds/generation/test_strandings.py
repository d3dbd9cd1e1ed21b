"""Where what is wanted is held up, there the story ends."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "venue"),
    [
        ("My grandmother's cat is stuck on the roof of the library and I have to get it down before dark", "roof of the library"),
        ("Our dog fell into the well behind the barn and we need to get him out", "well"),
        ("A farmer must free the lamb that is trapped in the cave", "cave"),
        ("The princess is locked in the tower of the castle. A baker's boy wants to rescue her.", "tower of the castle"),
    ],
)
def test_it_ends_where_what_is_wanted_is_held_up(premise: str, venue: str) -> None:
    draft = understand_world(premise)
    assert draft.venue is not None
    assert venue in draft.venue.phrase
    world = worlds.generate(premise, seed=3)
    last = next(event["from"][0] for event in world["scene"]["events"] if "done" in event.get("grants", ()))
    # where it has rooms the story begins at its front and ends in one of them
    assert venue.split()[0] in last or venue.split()[0] in world["entrance"]["state"]


@pytest.mark.parametrize("premise", ["Today is her last chance to pass the exam", "It is our only chance to save the library"])
def test_a_last_chance_is_what_one_must_do(premise: str) -> None:
    goal = understand_world(f"A young witch is nervous. {premise}.").goal
    assert "chance" not in (goal.object or "")
    assert goal.verb in ("pass", "save")


def test_a_roof_is_no_library() -> None:
    world = worlds.generate("A cat is stuck on the roof of the library and a girl has to get it down")
    assert world["metadata"]["sites"]["roof_of_the_library"] == "rooftop"
