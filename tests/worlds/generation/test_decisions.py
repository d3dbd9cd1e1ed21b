"""A decision is the player's: both ways stand in the last scene, and each ends as decided."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.decisions import ways_of


@pytest.mark.parametrize(
    ("deed", "labels"),
    [
        ("decide whether to open the gate", ("Open the gate", "Do not open the gate")),
        ("choose between your brother and the village", ("Choose your brother", "Choose the village")),
        ("choose between peace with your enemy and saving your brother", ("Choose peace with your enemy", "Save your brother")),
        ("decide whether or not to marry the duke", ("Marry the duke", "Do not marry the duke")),
        ("decide whether to give the last of the medicine to the old man who lied to everybody", ("Say yes", "Say no")),
        ("decide whether to tell anyone", ("Tell someone", "Do not tell anyone")),
        ("decide who gets the medicine", None),
        ("find out whether to trust him", None),
    ],
)
def test_both_ways_of_a_deed(deed: str, labels: tuple[str, str] | None) -> None:
    ways = ways_of(deed)
    assert (ways and tuple(way.label for way in ways)) == labels


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("premise", "labels", "said"),
    [
        (
            "Agnes must decide whether to open the gate to the travellers.",
            ("Open the gate to the travellers", "Do not open the gate to the travellers"),
            ("You decided to open the gate", "You decided not to open the gate"),
        ),
        (
            "A prince has to choose between his brother and the throne.",
            ("Choose your brother", "Choose the throne"),
            ("You chose your brother", "You chose the throne"),
        ),
    ],
)
def test_each_way_has_an_ending_that_says_it(premise: str, labels: tuple[str, str], said: tuple[str, str], seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    assert worlds.check(world) == []
    last = [event for event in world["scene"]["events"] if event["label"] in labels]
    assert {event["label"] for event in last} == set(labels)
    assert len({tuple(event["from"]) for event in last}) == 1
    won = [state["narration"] for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == "win"]
    assert all(any(text.startswith(one) for text in won) for one in said)
