"""What may bar a way in any story: something that fits is there for every sort of ground a way begins at."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.occasions import marks_of_way
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.plots import items_of, needs_of
from makebelieve.worlds.generation.prose import fitting

BARRED = tables.read("barred")
PLAYER = frozenset(("hands", "solid", "one"))


def _place(kind: str) -> Place:
    entry = tables.read_all("places")[kind]
    return Place(kind, f"the {kind}", f"in the {kind}", entry)


@pytest.mark.parametrize("title", sorted(BARRED))
@pytest.mark.parametrize("kind", ["deep_forest", "city_street", "home_kitchen", "cellar", "cavern", "reef", "space_station", "lake_shore"])
def test_something_bars_the_way_wherever_it_begins(title: str, kind: str) -> None:
    marks = PLAYER | set(marks_of_way(_place(kind)))
    if title == "turnings" and kind in ("city_street", "home_kitchen", "space_station"):
        assert not fitting(BARRED[title].items("block"), marks)  # nobody needs a map at home
        return
    for row in ("block", "use"):
        assert fitting(BARRED[title].items(row), marks), (title, row, kind)


@pytest.mark.parametrize("era", ["old", "steam", "now", "late", "far", "wild"])
def test_every_age_has_what_opens_some_of_them(era: str) -> None:
    marks = PLAYER | {era}
    assert sum(bool(fitting(entry.items("item"), marks)) for entry in BARRED.values()) >= 8


def test_the_dark_and_the_forest_are_told_of_their_own_ground() -> None:
    forest, kitchen = (PLAYER | set(marks_of_way(_place(kind))) for kind in ("deep_forest", "home_kitchen"))
    assert {"here_nature", "here_lonely"} <= forest
    assert {"here_built", "here_folk"} <= kitchen
    assert not any("door" in text for entry in BARRED.values() for text in fitting(entry.items("block"), forest))
    assert not any("tree" in text for entry in BARRED.values() for text in fitting(entry.items("block"), kitchen))


def test_a_plot_takes_the_plain_ways_it_names() -> None:
    plot = tables.Entry("some_plot", {"ways": ("dark locked",)})
    assert [need.title for need in needs_of(plot)] == ["dark", "locked"]
    assert {item.slot for item in items_of(plot, PLAYER | {"now"}, "block", Chance(1))} == {"dark", "locked"}
