"""What is found, said among other things."""

from __future__ import annotations

import json
import re

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.english import listed
from makebelieve.worlds.generation.items import Item, brief, brief_item, taught


@pytest.mark.parametrize(
    ("phrase", "short"),
    [
        ("a map with wind arrows on it", "a map"),
        ("a letter of leave with a seal", "a letter of leave"),
        ("a box lined with straw", "a box lined with straw"),
        ("the story that goes with it", "the story that goes with it"),
        ("what is wrong with the pump", "what is wrong with the pump"),
        ("half of a thing broken in two", "half of a thing broken in two"),
        ("the first deed, with a seal", "the first deed, with a seal"),
    ],
)
def test_a_thing_among_others_is_cut_short_only_where_it_is_whole(phrase: str, short: str) -> None:
    assert brief(phrase) == short


@pytest.mark.parametrize(
    ("phrase", "again"),
    [
        ("some soft butter", "the soft butter"),
        ("an old key on a string", "the old key"),
        ("a pair of scissors", "the pair of scissors"),
        ("two oars", "two oars"),
    ],
)
def test_a_thing_is_called_by_its_article_the_second_time(phrase: str, again: str) -> None:
    assert Item("slot", phrase, "has_it").the == again


PROMISED = re.compile(r"\b(?:promise|somebody's word|friend's word|good word|encouragement|an hour of|a seat|a lift|permission)\b")


def test_a_promise_is_called_one() -> None:
    """ "Old Brock can tell you {item}": the name of a helper, not the promise of help."""
    for need in (need for title, need in tables.read_all("plots").items() if "/" in title and need.one("size") == "word"):
        for phrase, _ in map(taught, need.items("item")):
            assert not PROMISED.search(phrase) or Item("slot", phrase, "has_it", size="word").depth == "promise", need.title


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("premise", ["Repair the old tower clock", "Say goodbye to my grandfather", "Open a small bakery by Friday"])
def test_a_promise_is_given_rather_than_known(premise: str, seed: int) -> None:
    said = json.dumps(worlds.generate(premise, seed=seed))
    assert not re.search(r"\b(?:know|hear|tell you|find out) (?:an?|the) (?:friend's )?promise\b", said, re.IGNORECASE)


def test_two_things_in_one_both_take_their_article() -> None:
    assert Item("paper", "a pencil and a clean sheet", "has_pencil").the == "the pencil and the clean sheet"
    assert Item("box", "a box with a lid and a lock", "has_box").the == "the box with a lid and a lock"
    assert listed(["the lamp", "the pencil and the sheet"]) == "the lamp, the pencil and the sheet"


@pytest.mark.parametrize(
    ("phrase", "brief"),
    [
        ("a basket with a red ribbon on it", "a basket"),
        ("a list of all who owe money", "a list"),
        ("a sack big enough for a man", "a sack big enough for a man"),
        ("a strip torn from the last page", "a strip torn from the last page"),
        ("a bag of coarse white salt", "a bag of coarse white salt"),
        ("a hammer and a box with a lid", "a hammer and a box with a lid"),
    ],
)
def test_a_known_thing_goes_by_its_noun(phrase: str, brief: str) -> None:
    assert brief_item(phrase) == brief
