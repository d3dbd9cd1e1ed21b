"""Everyday wishes that could be taken for something else: done as meant, or asked back with sentences that work."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.edits import naming, referents, renaming
from makebelieve.worlds.edits.staging import shown_name

World = dict[str, Any]


@pytest.fixture(scope="module")
def brothers() -> World:
    return worlds.generate("Two brothers look for a way across the marsh before the flood comes", seed=2)


@pytest.fixture(scope="module")
def ogre() -> World:
    made = (worlds.generate("A boy has to free the potter from the cellar of an ogre", seed=seed) for seed in range(9))
    return next(one for one in made if sum(thing.kind == "person" for thing in naming.things(one)) > 1)


def done(world: World, said: str) -> World:
    edited = worlds.edit(world, said)
    assert edited.applied, f"{said}: {edited.reply}"
    assert worlds.check(edited.world) == worlds.check(world), said
    return edited.world


def prose(world: World) -> str:
    return " ".join(one["base"] for one in world["scene"]["states"].values())


def labels(world: World) -> list[str]:
    return [str(one.get("label")) for one in world["scene"]["events"]]


def test_two_who_get_names_are_not_counted_any_more(brothers: World) -> None:
    for said in ("rename the brothers to Tom and Ben", "call the brothers Tom and Ben"):
        after = done(brothers, said)
        assert "Two Tom" not in str(after)
        assert after["description"].startswith("Tom and Ben ")


@pytest.mark.parametrize(
    "said",
    ["they should be sisters not brothers", "the brothers should be sisters instead of brothers", "they should be sisters, not brothers"],
)
def test_one_noun_for_the_player_in_place_of_another(brothers: World, said: str) -> None:
    after = done(brothers, said)
    assert "sisters" in after["description"]
    assert "brothers" not in prose(after)


def test_a_choice_that_is_named_whole_is_worded_otherwise_alone(ogre: World) -> None:
    old = next(one["label"] for one in reversed(ogre["scene"]["events"]) if len(one["label"].split()) > 2)
    for said in (f"rename {old} to Wave goodbye", f"rename the choice '{old}' to Wave goodbye", f'change "{old}" to "Wave goodbye"'):
        after = done(ogre, said)
        assert labels(after) == ["Wave goodbye" if one == old else one for one in labels(ogre)]
        assert after["scene"]["states"] == ogre["scene"]["states"]


@pytest.mark.parametrize(
    "said", ["add a horse the boy can ride", "there should be a horse that you can ride", "I'd like a horse that I can ride"]
)
def test_what_can_be_done_with_something_new_is_a_choice(ogre: World, said: str) -> None:
    after = done(ogre, said)
    assert "Ride the horse" in labels(after)
    assert "can ride" not in prose(after)
    assert "Hide in the shopping cart" in labels(done(ogre, "add a shopping cart you can hide in"))


@pytest.mark.parametrize(
    "said",
    ["there's an old piano in the {} nobody plays", "add an old piano that nobody ever plays in the {}", "I'd love an old piano in the {}"],
)
def test_what_nobody_does_is_not_shown(ogre: World, said: str) -> None:
    place = shown_name(ogre, naming.in_order(ogre)[1])
    after = done(ogre, said.format(place.removeprefix("the ")))
    assert "an old piano" in prose(after).lower()
    assert prose(after).lower().count("nobody") == prose(ogre).lower().count("nobody")


def test_a_view_from_a_window_is_no_place(ogre: World) -> None:
    name = shown_name(ogre, naming.in_order(ogre)[1])
    for said in (f"there should be a window in {name} where you can see the hills", f"add a window in {name} that shows the hills"):
        after = done(ogre, said)
        assert set(after["scene"]["states"]) == set(ogre["scene"]["states"])
        assert "A window shows the hills." in prose(after)


@pytest.mark.parametrize("said", ["make the ogre friendly", "the ogre should look tired", "let the ogre be sad"])
def test_a_word_for_somebody_is_not_put_in_their_place(ogre: World, said: str) -> None:
    edited = worlds.edit(ogre, said)
    for word in ("potter", "ogre"):
        assert prose(edited.world).count(word) >= prose(ogre).count(word)
    assert edited.world["description"] == ogre["description"]


@pytest.mark.parametrize(
    "said",
    [
        "after freeing the potter there should be a feast",
        "when you win there should be a feast",
        "after the potter is free there should be a feast",
    ],
)
def test_what_comes_after_stands_in_the_endings_that_win(ogre: World, said: str) -> None:
    after = done(ogre, said)
    told = {key for key, one in after["scene"]["states"].items() if "feast" in str(one.get("ending", {}).get("subtitle"))}
    assert told == set(naming.ending_ids(ogre, ""))


@pytest.mark.parametrize("said", ["lock {place}, you need a code that {who} tells you", "lock {place}, one needs a code from {who}"])
def test_what_opens_a_lock_is_had_from_somebody(ogre: World, said: str) -> None:
    who = next(one for one in naming.things(ogre) if one.kind == "person")
    here = next(one["from"][0] for one in ogre["scene"]["events"] if who.name in str(one.get("label", "")))
    states = ogre["scene"]["states"]
    ways = [
        one
        for one in ogre["scene"]["events"]
        if one["from"] == [here] and one.get("to") in states and one["to"] != ogre["entrance"]["state"]
    ]
    place = next(one["to"] for one in ways if "ending" not in states[one["to"]] and not referents._BACK.match(str(one["label"])))
    after = done(ogre, said.format(place=shown_name(ogre, place), who=who.name))
    assert any("has_code" in one.get("grants", []) and who.name in str(one) for one in after["scene"]["events"])
    assert any("has_code" in one.get("requires", []) and one.get("to") == place for one in after["scene"]["events"])


@pytest.mark.parametrize(
    "said", ["add a clue in {}", "I'd like a hint in {}", "there should be another clue in {} that points to the cellar"]
)
def test_what_a_clue_is_is_asked_with_sentences_that_work(ogre: World, said: str) -> None:
    edited = worlds.edit(ogre, said.format(shown_name(ogre, naming.in_order(ogre)[1])))
    assert not edited.applied
    offered = edited.reply.split("Say for example: ")[1].rstrip(".").split(", or: ")
    assert len(offered) == 2
    assert all(worlds.edit(ogre, one).applied for one in offered), offered


def test_no_reply_speaks_in_ids(ogre: World) -> None:
    for said in (
        "the cellar should be on the moon",
        "remove the front",
        "go to the room",
        "add a losing ending in the moon base",
        "lock",
        "lock it",
        "make the door open to",
        "the key",
    ):
        reply = worlds.edit(ogre, said).reply
        assert not re.search(r"[a-z]_[a-z]", reply), reply
        assert "PLACE" not in reply


def test_who_lost_is_not_made_merry_by_being_spared_what_is_harsh(ogre: World) -> None:
    after = done(ogre, "the losing ending should be less harsh")
    lost = " ".join(str(one) for one in after["scene"]["states"].values() if one.get("ending", {}).get("kind") == "lose")
    assert not re.search(r"\b(?:laugh\w*|cake|danc\w+|merry|streamers)\b", lost)


def test_a_harder_puzzle_is_no_thing_to_be_seen(ogre: World) -> None:
    for said in ("Give me a harder puzzle in the cellar", "I want a harder riddle"):
        assert "puzzle" not in prose(worlds.edit(ogre, said).world)
        assert "riddle" not in prose(worlds.edit(ogre, said).world)


def test_what_somebody_knows_is_offered_for_no_lock(ogre: World) -> None:
    reply = worlds.edit(ogre, "make the puzzles harder").reply
    assert not re.search(r"(?:with|hide) (?:the )?(?:what|where|who|how)\b", reply)


def test_an_uncle_who_is_called_aunt_is_an_aunt() -> None:
    seen = {"base": "A few steps away stands Uncle Ray, an uncle on a visit with a mug in one hand."}
    after = renaming.rename(seen, naming.Thing("person", "ask", "Uncle Ray", ""), "Aunt Gloria")
    assert after["base"] == "A few steps away stands Aunt Gloria, an aunt on a visit with a mug in one hand."
