"""How a deed is lost where nobody stands in the way, and what its last choices say."""

from __future__ import annotations

import re

import pytest

from makebelieve import worlds
from makebelieve.worlds.doctrine import LETHAL, NEGATION
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.english import fill
from makebelieve.worlds.generation.places import bare

ALONE = (
    "A girl wants to see the ocean",
    "A boy wants to persuade his grandmother to dance again",
    "A knight must carry the crown to the mountain chapel",
    "A captain searches for her lost parrot",
)


@pytest.mark.parametrize("premise", ALONE)
@pytest.mark.parametrize("seed", range(3))
def test_nobody_stands_in_the_way_where_neither_premise_nor_deed_brings_anybody_in(premise: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    assert "foe" not in world["metadata"]["understood"]
    assert "foe" not in world["metadata"]["understood"]["assumed"]
    losses = [state for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == "lose"]
    assert len(losses) >= 2
    assert "what is in the way" not in str(world["scene"])
    assert worlds.check(world) == []


@pytest.mark.parametrize(
    ("premise", "foe"),
    [
        ("A convict escapes from the prison", ("the warder", "the head keeper")),
        ("A boy has to carry the letter past the angry troll", ("the angry troll",)),
        ("A girl wants to win the swimming race", ("the favourite", "last year's winner")),
    ],
)
def test_who_is_named_or_goes_with_the_deed_stands_in_the_way(premise: str, foe: tuple[str, ...]) -> None:
    assert worlds.generate(premise, seed=1)["metadata"]["understood"]["foe"] in foe


@pytest.mark.parametrize("premise", ALONE[:3])
def test_the_last_choice_says_the_deed(premise: str) -> None:
    for seed in range(4):
        world = worlds.generate(premise, seed=seed)
        deed = world["metadata"]["understood"]["goal"]["deed"].split()[0]
        last = next(event for event in world["scene"]["events"] if "done" in event.get("grants", []) and event.get("phases"))
        place = bare(world["metadata"]["understood"]["goal"]["object"])  # a place that is wanted is gone into
        assert deed in last["label"].lower() or "look" in last["label"].lower() or place in last["label"]


def test_learning_to_do_something_asks_no_question() -> None:
    world = worlds.generate("A dragon wants to learn how to sing", seed=1)
    assert world["metadata"]["understood"]["goal"]["purpose"] == "do"


def test_losses_are_told_of_anybody_and_any_place() -> None:
    slots = dict.fromkeys(("P", "they", "part", "deed", "deeding", "at"), "the thing")
    for block, entry in tables.read("losses").items():
        for item in entry.items("lose"):
            pieces = [piece.strip() for piece in item.split("::")]
            assert len(pieces) == (3 if block == "rash" else 6), (block, item)
            for at, piece in enumerate(pieces):
                shown = fill(piece, slots)
                assert not re.search(r"[{}<>]", shown), (block, piece)
                if at in ((2,) if block == "rash" else (1, 5)):
                    assert not re.search(r"\b(?:you|your)\b", shown)
                    assert NEGATION.search(shown) is None
                    assert LETHAL.search(shown) is None


def test_what_is_done_to_a_tree_is_no_place() -> None:
    places = worlds.generate("A retired pirate wants to plant a lemon tree on his island", seed=1)["metadata"]["understood"]["places"]
    assert "the landing beach of the island" in places
    assert "the plant" not in places


def test_a_stagecoach_is_no_car() -> None:
    coach = worlds.generate("A stagecoach driver has to repair a broken wheel before sunset", seed=0)
    assert not re.search(r"\bthe car\b", str(coach["scene"]))


@pytest.mark.parametrize(
    ("premise", "stake"),
    [
        ("A doctor must make a vaccine", "vaccine"),
        ("A groom wants to forge a new horseshoe", "Now the new horseshoe will never be"),
    ],
)
def test_what_was_at_stake_is_lost_with_the_deed(premise: str, stake: str) -> None:
    lost = [
        state["narration"]
        for key, state in worlds.generate(premise, seed=0)["scene"]["states"].items()
        if state.get("ending", {}).get("kind") == "lose"
    ]
    assert any(stake in text for text in lost), lost


def test_what_is_given_up_is_told_lost_only_once() -> None:
    world = worlds.generate("Two gardeners have to grow a rose for the queen.", seed=0)
    for state in world["scene"]["states"].values():
        told = state["narration"]
        assert "You could not" not in told or "will never" not in told


@pytest.mark.parametrize(
    "premise",
    [
        "A cooper has to mend the great vat before the grapes are picked.",  # the hour is the stake
        "Two brothers must persuade their uncle to keep the mill running.",
        "A porter wants to win the boot race.",
        "A clerk has to cancel the order because the boss is coming.",
    ],
)
def test_a_premise_opens_its_world_alone(premise: str) -> None:
    world = worlds.generate(premise, seed=1)
    assert not re.search(r"\b[Ff]ail\b", world["scene"]["states"][world["entrance"]["state"]]["narration"])
