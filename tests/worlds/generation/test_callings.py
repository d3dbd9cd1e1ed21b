"""Who plays where nobody is named: whoever the deed befits."""

from __future__ import annotations

import re

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "calling"),
    [
        ("Bake a cake for the giant", "baker"),
        ("Deliver a piano to the lighthouse", "courier"),
        ("Translate the last words of a parrot", "translator"),
        ("Build a raft before my parents come home", "girl"),
        ("Marry off the duke's three daughters", "matchmaker"),
    ],
)
def test_callings(premise: str, calling: str) -> None:
    assert calling in understand_world(premise).callings


def test_a_named_player_needs_no_calling() -> None:
    assert understand_world("A knight bakes a cake for the giant").callings == []


def test_one_of_the_callings_plays() -> None:
    callings = understand_world("Bake a cake for the giant").callings
    for seed in range(4):
        player = worlds.generate("Bake a cake for the giant", seed)["metadata"]["understood"]["player"]
        assert any(calling in player for calling in callings)


@pytest.mark.parametrize(
    ("premise", "relation"),
    [
        ("At my boss's wedding I have to play the harp", ("woman", "man")),
        ("My baby brother lost a tooth and we have to find it", ("big sister", "big brother")),
        ("Teach my dog to count", ("dog owner",)),
        ("My grandmother has forgotten my name. I go into her house of memories to bring it back.", ("grandchild",)),
        ("Our village forgot how to sing", ("villager",)),
        ("My bakery opens tomorrow and the oven is broken", ("baker",)),
        ("My sister is getting married and I have lost the rings", ("brother",)),
        ("A knight carries my letter", (None,)),
    ],
)
def test_who_says_my(premise: str, relation: tuple[str | None, ...]) -> None:
    assert understand_world(premise).relation in relation


def test_who_says_my_plays() -> None:
    world = worlds.generate("At my boss's wedding I have to play the harp", 2)
    assert world["metadata"]["understood"]["player"] in ("the woman", "the man")


@pytest.mark.parametrize(
    "premise", ["Marsquake!", "Marsquake", "Moonquake! A geologist must warn the base", "Snowpocalypse in Oslo", "Firestorm"]
)
def test_what_befalls_a_place_plays_nobody(premise: str) -> None:
    player = understand_world(premise).player
    assert player is None or player.noun == "geologist"
    subject = worlds.generate(premise, 2)["subject"].lower()
    assert not any(word in subject for word in ("quake", "snowpocalypse", "storm"))


@pytest.mark.parametrize(("premise", "player"), [("Stormborn sails home", "stormborn"), ("Odalys seeks a well", "odalys")])
def test_a_strange_name_is_somebody(premise: str, player: str) -> None:
    found = understand_world(premise).player
    assert found is not None
    assert found.noun == player


@pytest.mark.parametrize(("premise", "genre"), [("Marsquake!", "scifi"), ("Earthquake!", "survival"), ("Tsunami", "survival")])
def test_a_disaster_alone_is_no_slice_of_life(premise: str, genre: str) -> None:
    assert understand_world(premise).genre == genre


def test_a_guard_of_today_weighs_no_sword() -> None:
    for seed in range(3):
        world = worlds.generate("A night guard at the toy museum has to get through her first night shift", seed=seed)
        assert not any("sword" in event["label"].lower() for event in world["scene"]["events"])


@pytest.mark.parametrize(
    ("premise", "player"),
    [
        ("You run a ghost market by the river and the rent is due.", "the owner"),
        ("I run a school for young witches and the inspector is coming.", "the head teacher"),
        ("You inherit an old hotel and nobody has paid the bills.", "the innkeeper"),
        ("i got dumped before prom and now my best friend and i are going to win the dance", "the teenage"),
        ("I have been accused of stealing a crown and must prove my innocence.", "the man|the woman"),
        ("You wake up in a cellar and do not know your name.", "the man|the woman"),
        ("My neighbour is building something strange in his garage.", "the man|the woman"),
    ],
)
def test_who_tells_it_is_no_more_than_is_told(premise: str, player: str) -> None:
    assert re.match(player, worlds.generate(premise)["metadata"]["understood"]["player"])
