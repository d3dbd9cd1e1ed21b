"""A premise of another nation plays in no village of old Europe."""

from __future__ import annotations

import json
import re
from typing import get_args

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Pronoun
from makebelieve.worlds.generation.nations import nation_of, people_of, strange_to

TABLE = tables.read("nations")
EUROPEAN = strange_to("a samurai") or re.compile("$^")


@pytest.mark.parametrize("title", sorted(set(TABLE) - {"europe"}))
def test_a_nation_is_whole(title: str) -> None:
    entry = TABLE[title]
    assert set(entry.rows) <= {"words", "named", "ally", "ages"}
    assert entry.words("words")
    assert len(entry.items("ally")) in (0, 6)
    for row in entry.items("ally"):
        who, role, look = row.split(" :: ")
        assert who.rpartition("/")[2] in get_args(Pronoun)
        assert not EUROPEAN.search(f"{role} {look}"), row


def test_what_is_of_europe_alone_names_kinds_of_places() -> None:
    assert TABLE["europe"].words("kinds") <= set(tables.read_all("places"))


@pytest.mark.parametrize(
    ("premise", "title"),
    [
        ("A ronin guards a rice merchant", "japan"),
        ("A boy in ancient China flies a kite over the wall", "china"),
        ("A girl breaks her aunt's best china", None),
        ("A clerk in India misses the last train", "india"),
        ("A miller looks for his cat", None),
    ],
)
def test_a_nation_is_told_by_its_words(premise: str, title: str | None) -> None:
    nation = nation_of(premise)
    assert (nation.title if nation is not None else None) == title


@pytest.mark.parametrize(
    "premise",
    [
        "A samurai's widow must bring the stolen seed rice back to her village",
        "A water carrier in ancient Egypt looks for her brother in the market",
        "Two Viking sisters must feed their village through the winter",
        "An Aztec messenger carries a warning to the village of his mother",
    ],
)
def test_nothing_of_an_english_village_stands_among_other_nations(premise: str) -> None:
    for seed in range(3):
        told = json.dumps(worlds.generate(premise, seed=seed))
        assert re.search(r"maypole|church|Three Geese|\b(?:Dame|Gaffer|vicar|Reverend)\b", told) is None, (premise, seed)


def test_what_the_premise_itself_says_is_no_stranger() -> None:
    pattern = strange_to("A friar builds a church in Japan")
    assert pattern is not None
    assert not pattern.search("the church wall")
    assert pattern.search("a maypole")


def test_a_nation_of_today_is_peopled_by_whoever_lives_there_today() -> None:
    assert people_of("A geisha learns to dance", "old")
    assert people_of("A clerk in India misses the last train", "now") == ()
