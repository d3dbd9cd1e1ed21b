"""Each ending that wins says the deed as done, in the premise's own words; what is somebody else's stays theirs."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds


def _told(world: dict[str, Any], kind: str) -> list[str]:
    return [state["narration"] for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == kind]


@pytest.mark.parametrize(
    ("premise", "thing"),
    [
        ("A nervous gardener wants to win the county marrow show.", "show"),
        ("An aunt must deliver the blacksmith's baby in the middle of a flood.", "blacksmith's baby"),
        ("A new teacher has to give the rowdiest class its first geography lesson.", "lesson"),
        ("A timid boy must overcome his fear of the cellar.", "fear of the cellar"),
        ("Two cousins have to raise the money for a new church roof.", "money"),
        ("A potter wants to prepare a shy donkey for its first pageant.", "donkey"),
    ],
)
@pytest.mark.parametrize("seed", range(2))
def test_the_deed_is_named_where_it_is_done(premise: str, thing: str, seed: int) -> None:
    endings = _told(worlds.generate(premise, seed=seed), "win")
    assert endings
    assert all(thing in text for text in endings), endings
    assert not any(re.search(r"\b(?:did|done) it\.", text) for text in endings), endings


@pytest.mark.parametrize("seed", range(2))
def test_the_ashes_of_another_stay_his(seed: int) -> None:
    world = worlds.generate("Two nieces carry their late uncle's banjo across the moor to scatter his ashes in the lake.", seed=seed)
    told = [*_told(world, "win"), *_told(world, "lose"), *(one["text"] for one in world["missions"][0]["objectives"])]
    assert not any("your ashes" in text.lower() for text in told)


def test_who_is_trained_keeps_what_is_theirs() -> None:
    world = worlds.generate("A coach has to train her niece for her first dive.", seed=0)
    assert "your first" not in " ".join([*_told(world, "win"), world["missions"][0]["title"]])


def _last(world: dict[str, Any]) -> dict[str, Any]:
    done: dict[str, Any] = next(event for event in world["scene"]["events"] if "done" in event.get("grants", []) and event.get("phases"))
    return done


@pytest.mark.parametrize(
    ("premise", "label"),
    [
        ("A piper has to teach his nephew to whistle.", "Let your nephew whistle"),
        ("A coach has to train her niece for her first dive.", "See whether your niece is ready"),
        ("A widower wants to knit a blanket.", "Finish the blanket"),
        ("A porter has to carry a cello to the concert hall.", "Carry a cello to the concert hall"),
    ],
)
def test_the_last_choice_is_the_last_thing_to_be_done(premise: str, label: str) -> None:
    assert _last(worlds.generate(premise, seed=1))["label"].startswith(label)


@pytest.mark.parametrize(
    ("premise", "shown"),
    [
        ("Two grandsons want to bury their grandfather's ashes under the old pear tree.", "burying their grandfather's ashes"),
        ("I have to clean the garage before my uncle comes back.", "garage"),
        ("A squirrel must hide the nuts from the magpie.", "nuts"),
    ],
)
@pytest.mark.parametrize("seed", range(2))
def test_the_last_act_shows_what_is_done(premise: str, shown: str, seed: int) -> None:
    assert any(shown in phase["base"].lower() for phase in _last(worlds.generate(premise, seed=seed))["phases"])


@pytest.mark.parametrize(
    "premise", ["A nurse must calm a frightened pony.", "A groom has to repair the old wagon.", "A boy must persuade his aunt to stay."]
)
@pytest.mark.parametrize("seed", range(3))
def test_an_ending_shows_whom_or_what_it_was_done_to(premise: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    noun = str(world["metadata"]["understood"]["goal"]["object"]).split()[-1]
    won = [state["base"] for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == "win"]
    assert all(noun in base for base in won), won


@pytest.mark.parametrize(
    ("premise", "theirs"),
    [
        ("Two shepherds must guide a lost lamb to its mother.", "to its mother"),
        ("A piper wants to give his niece her mother's flute.", "her mother's flute"),
        ("A widow has to bring her blind lodger to his brother's wedding.", "his brother's wedding"),
    ],
)
def test_what_is_of_another_stays_theirs(premise: str, theirs: str) -> None:
    assert theirs in worlds.generate(premise, seed=0)["missions"][0]["title"]


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A clerk must copy the bishop's only atlas before dawn.", "Copy the bishop's only atlas"),
        ("A farmer has to sell her only mule.", "Sell your only mule"),
    ],
)
def test_what_is_the_only_one_is_named_whole(premise: str, deed: str) -> None:
    assert worlds.generate(premise, seed=0)["missions"][0]["title"] == deed


@pytest.mark.parametrize(
    ("premise", "said"),
    [
        ("A nun has to bring the lost goose back into the cloister.", "cloister"),
        ("A weaver wants to weave a shawl for her godmother.", "your godmother"),
        ("A ghost has to say goodbye to his horse.", "say goodbye to your horse"),
    ],
)
def test_an_ending_names_what_else_the_deed_names(premise: str, said: str) -> None:
    endings = _told(worlds.generate(premise, seed=4), "win")
    assert all(said in text for text in endings), endings
    assert not any("goodbye to your horse. You have said goodbye." in text for text in endings)


@pytest.mark.parametrize("seed", range(3))
def test_nobody_stands_side_by_side_with_a_soup(seed: int) -> None:
    world = worlds.generate("A cook has to make a soup for the duchess.", seed=seed)
    won = [state["base"] for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == "win"]
    assert not any("soup and the cook are side by side" in base for base in won)


def test_what_somebody_is_asked_for_is_said_in_full() -> None:
    world = worlds.generate("I have to convince my aunt, who has moved to the city, to keep our grandmother's mill open.", seed=0)
    assert world["missions"][0]["title"] == "Convince your aunt to keep your grandmother's mill open"
    assert all("Your grandmother's mill stays open." in text for text in _told(world, "win"))
