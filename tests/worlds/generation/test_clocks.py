"""What a premise names only to say until when is no place of its story."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.clocks import untimed
from makebelieve.worlds.generation.understand import understand_world

ONLY_WHEN = {
    "My gerbil got out on the ferry and I must catch her before we get to the island.": "island",
    "A nurse on the night train has to calm a baby before the train reaches the border.": "border",
    "The wig has blown onto the school roof and we have to get it down before assembly.": "assembly",
    "A steward must find the lost violin before the ship sails into the harbour.": "harbour",
    "Two brothers have to make peace in the kitchen by the time Dad comes back to the house.": "house",
}
DONE_THERE = {
    "A monk must reach the monastery before the snow comes.": "monastery",
    "A girl has to get her goat to the market before her aunt wakes up.": "market",
    "A thief wants to be out of the museum before the guard returns.": "museum",
}


@pytest.mark.parametrize(("premise", "noun"), ONLY_WHEN.items())
def test_where_one_gets_to_by_then_is_no_place_of_the_story(premise: str, noun: str) -> None:
    draft = understand_world(premise)
    assert noun not in [site.noun for site in draft.places]
    assert draft.venue is None or draft.venue.noun != noun


@pytest.mark.parametrize(("premise", "noun"), DONE_THERE.items())
def test_where_the_deed_leads_is_one(premise: str, noun: str) -> None:
    assert noun in [site.noun for site in understand_world(premise).places]


def test_a_chase_on_a_bus_ends_on_the_bus() -> None:
    world = worlds.generate("My budgie is loose on the school bus and I have to catch him before we get to school.")
    assert {*world["metadata"]["sites"].values()} <= {"bus_inside", "bus_front", "bus_back", "bus_steps"}


def test_a_text_without_its_clock() -> None:
    assert "school" not in untimed("he must finish it before school, or")
    assert "castle" not in untimed("she must mend it before the king arrives at the castle")
    assert "church" in untimed("she must get to the church before noon")


def test_a_show_that_is_still_to_come_is_no_place() -> None:
    draft = understand_world(
        "Someone steals marrows from the allotments, and Mrs Pryce wants to find out who before the village show on Saturday."
    )
    assert [site.noun for site in draft.places] == ["allotment"]
