"""Who suits a premise."""

from __future__ import annotations

import re

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.suiting import fellow_beasts, role_of, same_calling
from makebelieve.worlds.generation.understand import understand_world

TABLE = tables.read("suiting")
ROWS = [
    row
    for entry in (*tables.read("people").values(), *tables.read_all("genres").values(), *tables.read("nations").values())
    for row in entry.items("ally")
]


@pytest.mark.parametrize("title", sorted(one for one in TABLE if one.startswith("odd_")))
def test_who_is_odd_is_somebody(title: str) -> None:
    roles = {role_of(row) for row in ROWS}
    assert set(TABLE[title].items("roles")) <= roles, set(TABLE[title].items("roles")) - roles
    assert TABLE[title].words("said")
    assert TABLE[title].words("places") <= set(tables.read_all("places"))


@pytest.mark.parametrize("title", sorted(one for one in TABLE if one.startswith("beasts_")))
def test_a_story_of_a_beast_has_beasts_enough(title: str) -> None:
    rows = TABLE[title].items("ally")
    assert len({row.partition("/")[0] for row in rows}) == len(rows) >= 6
    assert TABLE[title].words("nouns")


@pytest.mark.parametrize(
    ("role", "hero", "doubled"),
    [
        ("telegraph girl", "young telegraph operator", True),
        ("signaller", "telegraph operator", True),
        ("pastry cook", "baker's apprentice", True),
        ("conductor", "conductor", True),
        ("porter", "telegraph operator", False),
        ("kitchen boy", "boy", False),
        ("old fire keeper", "lighthouse keeper", False),
        ("priest", "night guard of a museum", False),
        ("guard", "night guard of a museum", True),
    ],
)
def test_nobody_doubles_the_calling_of_the_hero(role: str, hero: str, doubled: bool) -> None:
    assert same_calling(role, hero) is doubled


@pytest.mark.parametrize(
    ("premise", "odd"),
    [
        ("A watchman of a museum has to put a mask back into its case before dawn", "odd_heroes"),
        ("A telegraph operator in a mining camp must warn the next camp of a flood", "odd_soldiers"),
        ("A beekeeper looks for her queen before the honey fair", "odd_circus"),
        ("A clockmaker in Prague finds a clock that runs too fast", "odd_airships"),
    ],
)
def test_nobody_out_of_the_ordinary_comes_unasked(premise: str, odd: str) -> None:
    names = [row.partition("/")[0] for row in ROWS if role_of(row) in TABLE[odd].items("roles")]
    told = str([state["base"] for state in worlds.generate(premise)["scene"]["states"].values()])
    assert not any(re.search(rf"\b{re.escape(name)},", told) for name in names)


def test_a_mouse_in_a_house_meets_beasts() -> None:
    world = worlds.generate("A little mouse wants to bring a piece of cheese to her aunt in the attic of the house")
    told = str(world["scene"])
    people = [row.partition("/")[0] for title in ("home", "yard", "visitors") for row in tables.read("people")[title].items("ally")]
    assert not any(f"{name}," in told for name in people)


@pytest.mark.parametrize(
    ("premise", "beasts"),
    [
        ("A hedgehog detective wants to find out who ate the cake", True),
        ("A cat burglar wants to steal a ring from the museum", False),
        ("A baker wants to feed a hungry fox", False),
    ],
)
def test_a_beast_may_have_a_calling(premise: str, beasts: bool) -> None:
    assert bool(fellow_beasts(understand_world(premise))) is beasts
