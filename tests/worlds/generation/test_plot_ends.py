"""What the ends of stories say, and who is nobody in them."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize("premise", ["Break the curse that turned my brother into a raven", "A baker must break the spell on her oven"])
def test_a_spell_is_nobody(premise: str) -> None:
    assert not understand_world(premise).goal.person


def test_whoever_did_it_is_named_at_the_end() -> None:
    made = [worlds.generate("Solve the murder of the duke", seed=seed) for seed in range(4)]
    cases = [world for world in made if world["metadata"]["understood"]["shape"] == "mystery"]
    assert cases
    for world in cases:
        won = [state["narration"] for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == "win"]
        assert all(told.startswith("It was ") for told in won), won


@pytest.mark.parametrize(
    "title", ["bake", "build", "repair", "repair_house", "repair_boat", "sew", "weave", "paint", "write", "forge", "tune"]
)
def test_what_is_made_or_mended_is_said_to_be_so(title: str) -> None:
    for row in ("win", "best"):
        for item in tables.read_all("plots")[title].items(row):
            assert "{Goalcap}" in item.split("::")[1], (title, row, item)
