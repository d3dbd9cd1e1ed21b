"""Wishes told by what is wrong, by a rule or by a turn of speech: said again plainly, and done as the plain wish is."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.edits.rewording import reworded
from makebelieve.worlds.edits.wishes.endings import third

World = dict[str, Any]


@pytest.fixture(scope="module")
def twins() -> World:
    return worlds.generate("The twin otters carry their lost kite back to the lighthouse", seed=3)


@pytest.fixture(scope="module")
def diver() -> World:
    return worlds.generate("A pearl diver must mend the cracked bell of her harbour town", seed=3)


def _places(world: World) -> list[str]:
    said = worlds.edit(world, "which places are there?").reply
    return [one.strip() for one in re.split(r",| and ", said.split(": ", 1)[1].split(". (")[0])]


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("if the sea lion wakes up you should lose", "add a losing ending where the sea lion wakes up"),
        ("the diver should wear a red cap and have webbed feet", "the diver should wear a red cap. the diver should have webbed feet"),
        ("she could be a queen instead of just some fisherwoman", "she could be a queen"),
        ("Lena shouldn't have the same name as the cat, call her Mo", "rename Lena to Mo"),
        ("I want to be able to sail away instead of mending the bell", "add a winning ending where you sail away"),
        ("make the title Bells Under Water", "rename the world to Bells Under Water"),
        ("let there be a way to dive off the pier and end the game early", "there should be a way to lose: dive off the pier"),
        ("the ending should have the bell ringing", "at the end the bell should ring"),
        ("add my parrot Kiwi", "add a parrot called Kiwi"),
    ],
)
def test_a_roundabout_wish_is_said_plainly(diver: World, said: str, plain: str) -> None:
    assert reworded(diver, said) == plain


@pytest.mark.parametrize(
    "said",
    [
        "if you give up you should lose",
        "I want to be able to swim instead of walking",
        "the diver should carry on",
        "make the title longer",
    ],
)
def test_what_only_looks_like_it_stays(diver: World, said: str) -> None:
    assert reworded(diver, said) == said


def test_the_two_who_are_played_get_two_names(twins: World) -> None:
    made = worlds.edit(twins, "can one of the otters be called Nib and the other Tuck")
    assert made.applied
    assert "Nib and Tuck" in made.world["scene"]["states"][made.world["entrance"]["state"]]["base"]


def test_who_is_busy_is_there_and_does_it(diver: World) -> None:
    place = _places(diver)[1]
    made = worlds.edit(diver, f"add a man called Ivo mending nets in {place}")
    assert made.applied
    assert "Ivo mends nets." in str(made.world["scene"]["states"])
    assert any(one["label"] == "Ask Ivo a question" for one in made.world["scene"]["events"])


def test_who_bars_the_way_stands_before_it(twins: World) -> None:
    made = worlds.edit(twins, "add a goat who blocks the way until you give it a turnip")
    assert made.applied
    assert any("has_turnip" in one.get("requires", ()) for one in made.world["scene"]["events"])


@pytest.mark.parametrize(
    ("deed", "done"),
    [
        ("wear a hat and have green eyes", "wears a hat and has green eyes"),
        ("bark and lick their faces", "barks and licks their faces"),
        ("hold a cup and a spoon", "holds a cup and a spoon"),
    ],
)
def test_each_verb_of_a_deed_agrees(deed: str, done: str) -> None:
    assert third(deed) == done
