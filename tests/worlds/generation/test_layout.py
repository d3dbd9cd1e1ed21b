"""The rooms of a house lie where they lie in houses."""

from __future__ import annotations

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.layout import laid_out, oddness
from makebelieve.worlds.generation.places import Place


def rooms(*kinds: str) -> list[Place]:
    return [Place(kind, f"the {kind}", f"in the {kind}", tables.read_all("places")[kind]) for kind in kinds]


def test_the_garden_does_not_open_off_the_attic() -> None:
    told = [one.id for one in laid_out(rooms("house", "attic", "garden_house", "home_kitchen", "bedroom"), "hub")]
    assert told[0] == "house"
    assert {told[2], told[4]} not in ({"attic", "garden_house"}, {"bedroom", "garden_house"})


def test_the_street_lies_between_the_shop_and_the_cafe() -> None:
    told = [one.id for one in laid_out(rooms("bus_stop", "shop", "cafe", "small_town", "park"), "work")]
    assert told == ["bus_stop", "shop", "small_town", "cafe", "park"] or oddness(*rooms(told[2], told[3])) == 0


def test_where_the_story_has_them_places_stay() -> None:
    places = rooms("meadow", "hillside", "attic", "lake_shore", "river_crossing")
    assert laid_out(places, "loop", frozenset(one.id for one in places)) == places
    assert laid_out(rooms("house", "attic", "cellar"), "race") == rooms("house", "attic", "cellar")


def test_rooms_of_two_buildings_do_not_open_onto_each_other() -> None:
    assert oddness(*rooms("cafe", "greenhouse")) > 0
    assert oddness(*rooms("bedroom", "supermarket")) > 0
    assert oddness(*rooms("office", "copy_room")) == 0
    assert oddness(*rooms("park", "small_town")) == 0
    assert oddness(*rooms("space_base", "city_street")) > 0
