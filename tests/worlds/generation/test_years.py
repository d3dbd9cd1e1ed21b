"""The year of a premise, and what is not about in it yet."""

from __future__ import annotations

import json

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.years import kinds_not_yet, not_yet, year_of


@pytest.mark.parametrize(
    ("premise", "year"),
    [
        ("In 1665 a baker nurses her neighbours", 1665),
        ("London, 1889. A flower seller is hunted", 1889),
        ("In the summer of 1954 two boys build a raft", 1954),
        ("A lens grinder of seventeenth-century Amsterdam sees a star", 1699),
        ("In the 1920s a flapper dances", 1920),
        ("A Victorian detective looks for a ring", 1870),
        ("A girl gets lost in the museum of the year 1800", None),
        ("A woman in her thirties opens a bakery", None),
        ("A baker loses 1500 loaves", None),
        ("A boy looks for his dog", None),
    ],
)
def test_the_year_of_a_premise(premise: str, year: int | None) -> None:
    assert year_of(premise) == year


def test_things_of_later_years_are_not_about() -> None:
    later = not_yet("In 1665 a baker nurses her neighbours")
    assert later is not None
    assert later.search("a stethoscope lies there")
    assert later.search("gas lamps stand in a row")
    assert later.search("a pillar-box")
    assert not later.search("a loaf of bread and a candle")
    said = not_yet("In 1665 a baker finds a telephone")
    assert said is not None
    assert not said.search("the telephone")
    assert "supermarket" in kinds_not_yet("In 1927 a trumpeter must pay back a gangster")
    assert "bakery" not in kinds_not_yet("In 1665 a baker nurses her neighbours")


def test_the_kinds_of_the_table_are_places() -> None:
    kinds = tables.read_all("places")
    assert not [kind for entry in tables.read("years").values() for kind in entry.words("kinds") if kind not in kinds]


@pytest.mark.parametrize("seed", range(3))
def test_no_gas_lamp_burns_in_a_street_of_1665(seed: int) -> None:
    told = json.dumps(
        worlds.generate("In 1665 a London baker's daughter nurses her neighbours through the plague.", seed=seed)["scene"]
    ).lower()
    assert not [word for word in ("gas lamp", "hansom", "stethoscope", "pillar box", "telephone", "school corridor") if word in told]
