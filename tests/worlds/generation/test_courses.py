"""A race goes over open country and ends where such a race ends."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables

RACES = [
    "The slowest rowing crew at the university must win one race or lose their boathouse.",
    "A boy wants to win the sack race at the village sports day, but his sack has a hole.",
    "A stable boy must win the great horse race on a mare that is afraid of crowds.",
    "A team of firefighters must win the annual boat race against the bakers.",
]


@pytest.mark.parametrize("premise", RACES)
def test_the_course_of_a_race_lies_in_the_open(premise: str) -> None:
    world = worlds.generate(premise, 7)
    sites = world["metadata"]["sites"]
    ways = {(event["from"][0], event["to"]) for event in world["scene"]["events"] if event.get("to") in sites}
    legs = {to for start, to in ways if (to, start) not in ways}  # nobody runs back
    assert len(legs) >= 4
    for leg in legs:
        assert tables.read_all("places")[sites[leg]].one("air", "open") == "open", (leg, sites[leg])


def test_a_sack_race_ends_on_no_race_track() -> None:
    assert "racetrack" not in worlds.generate(RACES[2], 7)["metadata"]["sites"].values()
    assert "racetrack" not in worlds.generate(RACES[1], 7)["metadata"]["sites"].values()


def test_a_race_of_the_school_starts_at_the_school_and_ends_in_the_open() -> None:
    world = worlds.generate("A teacher wants to win the school's egg and spoon race against the headmaster.", 7)
    sites = world["metadata"]["sites"]
    last = next(event["from"][0] for event in world["scene"]["events"] if "done" in event.get("grants", ()))
    assert sites[world["entrance"]["state"]] == "school"
    assert sites[last] == "village_green"
