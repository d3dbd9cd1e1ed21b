"""Nothing is done by halves: what no change carries is asked back, with requests that work as they stand."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.coverage import content, missed

World = dict[str, Any]


@pytest.fixture(scope="module")
def bakery() -> World:
    return worlds.generate("A girl looks for her grandmother's lost recipe book in an old bakery", seed=11)


def offers(reply: str) -> list[str]:
    said = re.search(r"Say for example: (?P<all>.+)\. What shall it be\?$", reply)
    return [one.strip("'") if '"' in one else one.strip("'\"") for one in re.split(r", or: | or (?=['\"])", said["all"])] if said else []


@pytest.mark.parametrize(
    "said",
    [
        "nobody should give hints away for free, one has to bring a bun first to get to the old bakery",
        "add a troll in the cellar who only lets you pass if you answer a question",
        "add a chest to the mill that you can only open with a golden key",
        "when you lose, the girl should get a second chance",
        "make the mill more cheerful, with flowers in the cellar",
        "put a big sleeping dog in front of the bakery oven",
        "the girl is called Lotta and turns ten",
    ],
)
def test_half_a_deed_is_asked_back_and_what_is_offered_is_done(bakery: World, said: str) -> None:
    asked = worlds.edit(bakery, said)
    if asked.applied:
        assert not missed(bakery, asked.world, said, asked.reply)
        return
    assert asked.world == bakery
    for one in offers(asked.reply):
        edited = worlds.edit(bakery, one)
        assert edited.applied, (said, one, edited.reply)
        assert not missed(bakery, edited.world, one, edited.reply)


def test_words_of_courtesy_and_order_are_no_content() -> None:
    assert content("Could you please add a piano to the mill?") == {"piano", "mill"}


def test_what_stays_as_it_is_carries_nothing(bakery: World) -> None:
    here, there = [one.name for one in naming.things(bakery) if one.kind == "place"][1:3]
    edited = worlds.edit(bakery, f"put a red lamp in {here}")
    assert edited.applied
    assert missed(bakery, edited.world, f"put a red lamp in {here}") == []
    assert "trumpet" in missed(bakery, edited.world, f"put a red lamp and a trumpet in {here}")
    assert there in missed(bakery, edited.world, f"put a red lamp in {here} and in {there}")


@pytest.mark.parametrize("said", ["take out the wind", "no rain please"])
def test_weather_that_shall_go_is_gone(said: str) -> None:
    word = "wind" if "wind" in said else "rain"
    windy = worlds.edit(worlds.generate("A girl looks for her lost kite on a hill", seed=2), f"add {word} everywhere").world
    edited = worlds.edit(windy, said)
    if edited.applied:
        assert not [one for one in edited.world["scene"]["states"].values() if re.search(rf"\b{word}", one["base"])]


def test_a_choice_whose_thing_would_be_gone_is_no_whole_change(bakery: World) -> None:
    edited = worlds.edit(bakery, "remove the drain cover")
    if edited.applied:
        assert "drain cover" not in str(edited.world["scene"]["states"]["courtyard"])
        assert not [one for one in edited.world["scene"]["events"] if "drain cover" in str(one.get("label"))]
