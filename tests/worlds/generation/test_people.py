"""Who is about where a story plays."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from makebelieve import worlds
from makebelieve.worlds.doctrine import LETHAL, NEGATION, WHITEOUT
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Pronoun

TABLE = tables.read("people")


@pytest.mark.parametrize("title", sorted(TABLE))
def test_a_group_of_people_is_whole(title: str) -> None:
    entry = TABLE[title]
    assert set(entry.rows) <= {"places", "occasions", "ages", "ally"}
    assert entry.words("places") | entry.words("occasions")
    assert entry.words("places") <= set(tables.read_all("places")), entry.words("places") - set(tables.read_all("places"))
    assert entry.words("occasions") <= set(tables.read("occasions"))
    assert len(entry.items("ally")) >= 3
    for row in entry.items("ally"):
        who, role, look = row.split(" :: ")
        assert who.rpartition("/")[2] in get_args(Pronoun)
        assert re.fullmatch(r"[a-z].*", role), row
        for barred in (NEGATION, WHITEOUT, LETHAL):
            assert barred.search(f"{role} {look}") is None, row


def test_names_are_given_once() -> None:
    names = [row.partition("/")[0] for entry in TABLE.values() for row in entry.items("ally")]
    assert len(names) == len(set(names)), sorted(name for name in set(names) if names.count(name) > 1)


@pytest.mark.parametrize(
    ("premise", "group"),
    [
        ("A nurse has one night to find the right medicine in the hospital", "hospital"),
        ("A detective investigates who stole the giant marrow at the village flower show", "village_now"),
        ("During the Blitz a girl looks for her cat in London", "raid"),
        ("A cook must save the restaurant before the critic comes", "kitchen"),
    ],
)
def test_people_of_the_place_are_met_before_those_of_the_genre(premise: str, group: str) -> None:
    names = {row.partition("/")[0] for row in TABLE[group].items("ally")}
    for seed in range(3):
        told = str(worlds.generate(premise, seed=seed)["scene"])
        assert sum(name in told for name in names) >= 2


def test_beasts_meet_beasts() -> None:
    told = str(worlds.generate("A hedgehog and a badger cross the deep forest before winter", seed=2)["scene"])
    assert not any(row.partition("/")[0] in told for row in TABLE["wood"].items("ally"))
