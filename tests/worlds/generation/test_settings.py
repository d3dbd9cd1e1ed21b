"""What lies around a place: what belongs to the same building or ground goes first."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables

HOME = frozenset(["house", "home_kitchen", "bedroom", "bathroom", "garden_house", "attic", "cellar", "home_garage", "nursery"])


@pytest.mark.parametrize(
    ("premise", "kinds"),
    [
        ("My little brother lost his tooth in the house and we must find it.", HOME),
        ("A dad tries to put three kids to bed on his own.", HOME),
        ("A pupil has to find out who hid the bell of the school.", tables.read("settings")["school"].words("near")),
        ("The cook of a castle has lost the queen's spoon in the castle.", tables.read("settings")["castle"].words("near")),
    ],
)
def test_a_story_stays_in_its_own_building(premise: str, kinds: frozenset[str]) -> None:
    for seed in range(2):
        sites = set(worlds.generate(premise, seed=seed)["metadata"]["sites"].values())
        assert sites <= kinds, sites - kinds


def test_what_lies_around_has_one_boundary() -> None:
    for title, entry in tables.read("settings").items():
        assert len(entry.items("near")) <= 2, title
