"""Last acts and endings: what is sought is won by the last choice and not shown before it, and no ending tells what is not so."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from makebelieve import worlds

PREMISES = {
    "place": (
        "A new girl wants to find the public library before it closes.",
        "I have to find the cafeteria of my new school.",
        "A knight searches for the cave of the sleeping giant.",
        "A mermaid looks for the sunken city of her ancestors.",
        "Two sisters look for the lost lighthouse of Saint Brannoc.",
        "A hiker wants to reach the summit of Mount Karo before the storm.",
        "A duckling tries to find the pond.",
        "We are looking for the old chapel in the forest.",
        "An astronaut is stranded on Mars and wants to go home.",
        "A delivery boy cannot find the hotel.",
    ),
    "out": (
        "Two cousins got lost in a corn maze and want to find the way out.",
        "You wake up in a locked hospital ward and must escape before the doctors come back.",
        "The kids have to get out of the haunted house.",
        "I am trapped in an elevator and need to get out.",
        "A prisoner wants to break out of the castle.",
        "A hamster escapes from the science lab.",
        "A clown escapes from the circus.",
    ),
    "somebody": (
        "A mother looks for her lost son at the fair.",
        "My dog ran off in the park and I have to find him.",
        "A detective searches for a missing violinist.",
        "A penguin looks for its egg on the ice.",
        "A robot has to find the girl who built it.",
        "Find my grandfather's pocket watch.",
        "A boy looks for his lost kite at the beach.",
        "A chef has to find the stolen recipe book.",
    ),
    "driven": (
        "A fox wants to drive the hunters out of her forest.",
        "A ghost cat tries to scare the new family out of the farmhouse.",
        "A dragon has moved into the mill and the miller wants it to leave.",
        "The villagers want to chase the bandits away.",
    ),
}
ALL = [(kind, premise) for kind, some in PREMISES.items() for premise in some]
SEEKING = re.compile(
    r"^(?:find|look for|search for|seek|reach|get to|go to|make it to|return to|escape from|get out of) (?P<what>.+)$", re.IGNORECASE
)
LAST_CHANCE = re.compile(r"no second chance|chance to .+ (?:is|will be) gone|[Nn]ow it is too late to ")
Json = dict[str, Any]


@cache
def made(premise: str) -> Json:
    return worlds.generate(premise, seed=0)


def last_act(world: Json) -> Json:
    done = [event for event in world["scene"]["events"] if "done" in event.get("grants", ())]
    return next((event for event in done if event.get("phases")), done[0])


def endings(world: Json, kind: str) -> list[str]:
    return [state["base"].lower() for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == kind]


def place_named(key: str) -> str:
    return key.removesuffix("_later").replace("_", " ")


def goal_of(world: Json) -> str:
    return re.sub(r"^(?:the|an?|his|her|its|their|my|your|our) ", "", str(world["metadata"]["understood"]["goal"]["object"]).lower())


@pytest.mark.parametrize(("kind", "premise"), ALL)
def test_a_place_is_not_sought_in_itself(kind: str, premise: str) -> None:
    world = made(premise)
    act = last_act(world)
    found = SEEKING.match(act["label"])
    here = place_named(act["from"][0])
    assert found is None or not re.search(rf"\b{re.escape(here)}\b", found["what"].lower()), (act["label"], here)


@pytest.mark.parametrize("premise", PREMISES["place"])
def test_the_last_choice_leads_into_the_place_that_is_sought(premise: str) -> None:
    world = made(premise)
    states = world["scene"]["states"]
    act = last_act(world)
    wins = [key for key, state in states.items() if state.get("ending", {}).get("kind") == "win"]
    sites = world["metadata"]["sites"]
    assert all(sites[key] != sites[act["from"][0]] for key in wins)
    assert all(key.startswith(("win", "best")) or goal_of(world) != place_named(key) for key in states)


@pytest.mark.parametrize("premise", PREMISES["out"])
def test_who_gets_out_stands_outside(premise: str) -> None:
    world = made(premise)
    sites = world["metadata"]["sites"]
    act = last_act(world)
    rooms = {sites[key] for key, state in world["scene"]["states"].items() if "ending" not in state}
    for key, state in world["scene"]["states"].items():
        if state.get("ending", {}).get("kind") == "win":
            assert sites[key] not in rooms, (act["label"], key)


@pytest.mark.parametrize("premise", PREMISES["somebody"])
def test_what_is_sought_is_not_there_before_it_is_found(premise: str) -> None:
    world = made(premise)
    shown = world["scene"]["states"][last_act(world)["from"][0]]["base"].lower()
    assert not re.search(rf"\b{re.escape(goal_of(world))}\b", shown), shown


@pytest.mark.parametrize(("kind", "premise"), ALL)
def test_no_ending_tells_of_a_last_chance_that_the_premise_has_not(kind: str, premise: str) -> None:
    for state in made(premise)["scene"]["states"].values():
        if state.get("ending", {}).get("kind") == "lose":
            assert LAST_CHANCE.search(state["narration"]) is None, state["narration"]


@pytest.mark.parametrize(
    "premise",
    ["I lost my wedding ring at the beach and want to find it.", "My little sister got lost in the supermarket and I must find her."],
)
def test_what_was_lost_is_found_where_it_was_lost(premise: str) -> None:
    world = made(premise)
    assert world["metadata"]["sites"][last_act(world)["from"][0]] == world["metadata"]["sites"][world["entrance"]["state"]]


def test_who_sails_comes_to_land() -> None:
    world = made("A sailor wants to sail around the world.")
    wins = [key for key, state in world["scene"]["states"].items() if state.get("ending", {}).get("kind") == "win"]
    assert {world["metadata"]["sites"][key] for key in wins} == {"quay"}


def test_who_comes_home_to_somebody_is_met() -> None:
    world = made("A soldier wants to get home to his wife before Christmas.")
    assert all("his wife" in base for base in endings(world, "win"))


@pytest.mark.parametrize(
    ("premise", "place"),
    [
        ("Zoe wants to get the ball back from the grumpy neighbour's garden.", "grumpy neighbours garden"),
        ("A janitor has to find the leak in the school basement.", "school basement"),
        ("A miner looks for the diamond in the old mine.", "old mine"),
    ],
)
def test_what_lies_in_a_place_is_had_there(premise: str, place: str) -> None:
    assert place_named(last_act(made(premise))["from"][0]) == place


def test_the_road_beyond_is_where_one_gets_away_to() -> None:
    assert last_act(made("A clown escapes from the circus."))["from"][0] != "road_beyond_the_circus"


@pytest.mark.parametrize(
    "premise",
    [
        "A shy cook wants to tell the gardener that she likes him.",
        "A locksmith must open the vault before noon.",
        "I want to find my grandfather's watch.",
        "A smuggler has to hide a barrel of brandy from the guards.",
        "What if the river ran backwards?",
    ],
)
def test_the_last_choice_and_the_title_say_the_deed_and_no_more(premise: str) -> None:
    for seed in range(3):
        world = worlds.generate(premise, seed)
        labels = [event["label"] for event in world["scene"]["events"] if "done" in event.get("grants", ())]
        assert not any(re.search(r", (?:here and now|at last)$|^Take a breath", label) for label in labels), labels
        assert not re.search(r"^How to |Asks? Questions$|Wants? to Know$", world["name"]), world["name"]
