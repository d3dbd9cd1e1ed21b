"""The rooms of a house lie where they lie in houses."""

from __future__ import annotations

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.layout import laid_out
from makebelieve.worlds.generation.places import Place


def rooms(*kinds: str) -> list[Place]:
    return [Place(kind, f"the {kind}", f"in the {kind}", tables.read_all("places")[kind]) for kind in kinds]


def test_the_garden_does_not_open_off_the_attic() -> None:
    told = [one.id for one in laid_out(rooms("house", "attic", "garden_house", "bedroom", "garden_house", "home_kitchen"), "hub")]
    assert told[0] == "house"
    assert {told[2], told[4]} not in ({"attic", "garden_house"}, {"bedroom", "garden_house"})


def test_what_lies_elsewhere_keeps_its_order() -> None:
    places = rooms("meadow", "hillside", "deep_forest", "lake_shore", "river_crossing")
    assert laid_out(places, "loop") == places
    assert laid_out(rooms("house", "attic", "cellar"), "siege") == rooms("house", "attic", "cellar")
