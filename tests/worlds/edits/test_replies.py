"""What is said back where nothing is changed: questions answered from the world, remarks passed over, requests that would work."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.offers import offers

PREMISES = (
    ("a girl looks for her runaway goat in a foggy mountain village", 3),
    ("two robots repair a broken greenhouse on Mars before the storm", 5),
    ("a detective has to find out who stole the violin at the opera house", 11),
    ("a little dragon wants to bring a birthday cake to its grandmother in the forest castle", 2),
    ("the night guard of a museum must put the mummy back before morning", 8),
)


@cache
def world_of(number: int) -> dict[str, Any]:
    premise, seed = PREMISES[number]
    return worlds.generate(premise, seed=seed)


@pytest.mark.parametrize("number", range(len(PREMISES)))
@pytest.mark.slow
def test_every_request_that_is_offered_works(number: int) -> None:
    world = world_of(number)
    edited = worlds.edit(world, "flibber the glonk")
    assert not edited.applied
    some = re.findall(r"'((?:put|make|add|rename|move)[^']+)'", edited.reply)
    assert len(some) == 2, edited.reply
    for one in some:
        assert worlds.edit(world, one).applied, one


def test_what_a_reply_offers_is_of_the_thing_that_was_named() -> None:
    world = world_of(0)
    for thing in naming.things(world):
        if thing.kind == "place":
            first = offers(world, lambda said: worlds.edit(world, said).applied, thing, 1)
            assert thing.name in first[0]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("how many places are there", "There are"),
        ("which endings does it have?", "endings"),
        ("how do I win", "To win"),
        ("Can I save and continue later?", "goes on there"),
        ("what happens if I lose", "lose"),
        ("where do I start", "starts"),
        ("who has the golden trumpet?", "no golden trumpet"),
        ("why is it so foggy", "does not say why"),
    ],
)
def test_a_question_is_answered_from_the_world(said: str, told: str) -> None:
    for number in range(len(PREMISES)):
        edited = worlds.edit(world_of(number), said)
        assert not edited.applied
        assert "reads as a question" in edited.reply
        if number != 2 or told != "no golden trumpet":
            assert told in edited.reply, edited.reply


def test_the_way_to_a_place_is_told_by_its_choices() -> None:
    for number in range(len(PREMISES)):
        world = world_of(number)
        last = next(one for one in naming.things(world) if one.id == naming.in_order(world)[2])
        edited = worlds.edit(world, f"how do I get to {last.name}?")
        labels = [one["label"] for one in world["scene"]["events"] if one["kind"] == "transition"]
        assert any(f"'{one}'" in edited.reply for one in labels), edited.reply


REMARKS = (
    "ok cool", "haha", "I love it", "my class liked it a lot", "thanks!", "this is for my 1st grade class, they are six", "wow", "hmm",
)  # fmt: skip


@pytest.mark.parametrize("said", REMARKS)
def test_a_remark_is_passed_over(said: str) -> None:
    edited = worlds.edit(world_of(0), said)
    assert not edited.applied
    assert "as a remark, so nothing was changed" in edited.reply


@pytest.mark.parametrize("said", ["the lighthouse should be locked until you have the ledger", "rename the observatory to the Needle"])
def test_what_a_world_has_not_is_said_to_be_missing(said: str) -> None:
    edited = worlds.edit(world_of(1), said)
    assert not edited.applied
    assert re.match(r"There is no (?:lighthouse|observatory) in this world", edited.reply), edited.reply
