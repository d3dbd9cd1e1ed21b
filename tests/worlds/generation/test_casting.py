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


@pytest.mark.parametrize(
    "premise",
    [
        "After the old clockmaker dies, his granddaughter wants to finish the clock he began",
        "A cobbler from Nether Stow has to sole forty boots before the parade",
        "A widower must learn to cook, because his late wife did it all",
    ],
)
def test_nobody_is_only_thought_of(premise: str) -> None:
    told = told_on_the_way(worlds.generate(premise, seed=0))
    assert not re.search(r"thoughts go back|not forgotten|keep thinking of|you think of the|thinking of", told)


def test_a_place_that_is_named_is_no_thing_by_a_wall() -> None:
    world = worlds.generate("A cobbler from Nether Stow has to sole forty boots before the parade", seed=0)
    assert not re.search(r"\b(?:is|stands|waits|has) nether stow", pictures(world))


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
    [("has time on Saturdays", "giver"), ("is ill", "absent"), ("has sold her bike", "present")],
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
        ("An army of ants wants to carry a birthday cake home before the children wake up", "child"),
        ("A girl runs a lighthouse. One night the light goes out and a ship with two hundred people is coming closer", "people"),
        ("A food critic is coming to my noodle shop tonight, so I have to make the soup", "critic"),
    ],
)
def test_who_is_still_to_come_is_only_spoken_of(premise: str, noun: str) -> None:
    draft = understand_world(premise)
    assert noun in [one.noun for one in draft.absent]
    assert noun not in [one.noun for one in (*draft.foes, *draft.people, *draft.companions)]


def test_who_plays_with_others_has_them_along() -> None:
    draft = understand_world("two kids and their babysitter get stuck in a lift and the babysitter has to find a way out")
    assert [(one.noun, one.part) for one in draft.companions] == [("kid", "companion")]


def test_those_aboard_of_what_is_brought_in_are_brought_in() -> None:
    draft = understand_world("The lifeboat crew has to bring in a fishing boat with six men before the storm breaks")
    assert not draft.companions
    assert [one.part for one in draft.people] == ["object"]


def test_one_of_them_is_one_of_those_who_were_named() -> None:
    premise = "Six friends meet in a cabin in the mountains and one of them has stolen the money. Jonas wants to find out who."
    world = worlds.generate(premise, seed=0)
    asked = [event["terminal"]["persona"] for event in world["scene"]["events"] if event["kind"] == "terminal"]
    assert sum("a friend" in one for one in asked) == 3


def test_nobody_is_reached_or_helped_where_one_is_alone() -> None:
    draft = cast_parts(understand_world("The astronaut Ines is alone on the moon and has to fix the radio to reach her crew"), "work")
    assert all(one.part in ("absent", "companion") for one in draft.people)


@pytest.mark.parametrize("premise", ["A shy boy has to ask Lea to dance at the ball", "A girl wants to ask Robin to come to the fair"])
def test_who_has_a_given_name_is_somebody(premise: str) -> None:
    draft = understand_world(premise)
    assert draft.goal.person


def test_a_name_before_an_age_is_a_name() -> None:
    player = understand_world("Nina, nine, wants to bake a birthday cake for her father").player
    assert player is not None
    assert (player.name, player.pronoun) == ("Nina", "she")


def test_who_did_something_before_the_story_is_not_about() -> None:
    premise = "A village doctor has to save the miller's son, who was bitten by a snake, but the only medicine is in the swamp"
    assert not re.search(r"\bsnake\b", pictures(worlds.generate(premise, seed=0)))


def test_people_are_several() -> None:
    draft = understand_world("A shy violinist has to play in front of a thousand people")
    assert [(one.noun, one.plural) for one in draft.people] == [("people", True)]


def test_one_of_mine_may_have_done_it() -> None:
    world = worlds.generate("One of my three aunts is a spy and I want to find out which one", seed=0)
    asked = [event["terminal"]["persona"] for event in world["scene"]["events"] if event["kind"] == "terminal"]
    assert sum("an aunt" in one for one in asked) == 3


@pytest.mark.parametrize(
    ("premise", "noun", "part"),
    [
        ("A blacksmith must cross the lake to warn the next village of the wolves", "wolf", "absent"),
        ("A boxer has promised his dying coach to win one last fight", "coach", "absent"),
        ("A poor violinist plays for the sick emperor", "emperor", "recipient"),
    ],
)
def test_parts(premise: str, noun: str, part: str) -> None:
    draft = cast_parts(understand_world(premise), "hub")
    people = [*draft.people, *draft.companions, *draft.foes, *draft.absent, *([draft.recipient] if draft.recipient else [])]
    assert [one.part for one in people if one.noun == noun] == [part]


def test_nobody_stands_where_they_are_not_to_notice() -> None:
    premise = "The whole class knows that Mr. Pohl is retiring on Friday and Leyla wants to organise a surprise party without him noticing"
    world = worlds.generate(premise, seed=0)
    states = world["scene"]["states"]
    last = next(str(event["from"][0]) for event in world["scene"]["events"] if "done" in event.get("grants", ()))
    won = [state["base"] for state in states.values() if state.get("ending", {}).get("kind") == "win"]
    assert not any("Pohl" in shown for shown in (states[last]["base"], states[world["entrance"]["state"]]["base"], *won))
    assert any("Pohl" in state["base"] for state in states.values() if state.get("ending", {}).get("kind") == "lose")


def test_who_is_hidden_is_not_missing() -> None:
    world = worlds.generate("A nun hides three children from the soldiers in the cellar of the convent", seed=0)
    labels = " ".join(event["label"] for event in world["scene"]["events"])
    assert not re.search(r"where the three children may be|the search for the three children", labels)


@pytest.mark.parametrize("seed", [0, 3])
def test_nobody_comes_to_their_own_funeral(seed: int) -> None:
    world = worlds.generate("A priest has to hold a funeral for a widower nobody in the village liked", seed=seed)
    assert "widower" not in pictures(world)
