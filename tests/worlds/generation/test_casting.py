"""Everybody whom a premise names has one part; who has none is only spoken of, and suspects are of the group that is suspected."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.casting import cast_parts
from makebelieve.worlds.generation.understand import understand_world

Json = dict[str, Any]


def pictures(world: Json) -> str:
    events = world["scene"]["events"]
    shown = [state["base"] for state in world["scene"]["states"].values()] + [event["base"] for event in events]
    return " ".join([*shown, *(phase["base"] for event in events for phase in event.get("phases", ()))]).lower()


def told_on_the_way(world: Json) -> str:
    states = world["scene"]["states"]
    return " ".join(state["narration"] for key, state in states.items() if key != world["entrance"]["state"]).lower()


@pytest.mark.parametrize(
    ("premise", "noun"),
    [
        ("The cook has quit, so I have to make the soup for the whole school", "cook"),
        ("My little brother has a fever and I have to find the night pharmacy in the snow", "brother"),
        ("After the old clockmaker dies, his granddaughter wants to finish the clock he began", "clockmaker"),
        ("A gardener paints a fence in a street where a widow lives", "widow"),
        ("A nurse comes back to the hospital to find out who her mother was", "mother"),
    ],
)
@pytest.mark.parametrize("seed", [0, 4])
def test_who_has_no_part_stands_in_no_picture(premise: str, noun: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    assert worlds.check(world) == []
    assert not re.search(rf"\b{noun}\b", pictures(world))


def test_who_has_no_part_is_thought_of_on_the_way() -> None:
    world = worlds.generate("After the old clockmaker dies, his granddaughter wants to finish the clock he began", seed=0)
    assert "clockmaker" in told_on_the_way(world)


@pytest.mark.parametrize("seed", [0, 3])
def test_suspects_are_of_the_group_that_is_suspected(seed: int) -> None:
    premise = "A duchess is robbed at her party and a young maid must find out which of the four violinists did it"
    world = worlds.generate(premise, seed=seed)
    asked = [event["terminal"]["persona"] for event in world["scene"]["events"] if event["kind"] == "terminal"]
    assert sum("a violinist" in one for one in asked) == 3
    accused = [event for event in world["scene"]["events"] if "done" in event.get("grants", ())]
    names = [one.partition(",")[0] for one in asked if "a violinist" in one]
    assert all(any(name in event["label"] for name in names) for event in accused)


@pytest.mark.parametrize(
    ("told", "part"),
    [("has time on Saturdays", "giver"), ("is ill", "absent"), ("has sold her bike", "absent")],
)
def test_who_is_close_and_at_hand_can_be_asked(told: str, part: str) -> None:
    draft = cast_parts(understand_world(f"Mia wants to learn to ride a bike. Her grandpa {told}."), "work")
    assert [one.part for one in draft.people] == [part]


def test_who_is_sought_is_seen_once_they_are_found() -> None:
    world = worlds.generate("My sister Lena has not come home from the woods and I go out to look for her with our dog", seed=0)
    states = world["scene"]["states"]
    last = next(str(event["from"][0]) for event in world["scene"]["events"] if "done" in event.get("grants", ()))
    assert "Lena" not in states[last]["base"]
    assert not any("Lena" in state["base"] for state in states.values() if state.get("ending", {}).get("kind") == "lose")


@pytest.mark.parametrize(
    ("premise", "noun"),
    [
        ("Finish the raft before the pirates come", "pirate"),
        ("A smith has to close the gates before the swarm climbs up from the mines", "swarm"),
        ("A food critic is coming to my noodle shop tonight, so I have to make the soup", "critic"),
    ],
)
def test_who_is_still_to_come_is_only_spoken_of(premise: str, noun: str) -> None:
    draft = understand_world(premise)
    assert noun in [one.noun for one in draft.absent]
    assert noun not in [one.noun for one in (*draft.foes, *draft.people, *draft.companions)]
