"""Whoever gets something out of a place begins in it and ends before it; what is got off a train lies on the train."""

from __future__ import annotations

import pytest

from makebelieve import worlds


def _world(premise: str, seed: int = 7) -> tuple[list[str], str, list[str]]:
    """The kinds of the places of a world, where it begins, and where the last act stands."""
    world = worlds.generate(premise, seed)
    sites = world["metadata"]["sites"]
    last = [event["from"][0] for event in world["scene"]["events"] if "done" in event.get("grants", ())]
    return list(sites.values()), sites[world["entrance"]["state"]], [sites[key.removesuffix("_later")] for key in last]


@pytest.mark.parametrize(
    ("premise", "within"),
    [
        ("A clerk has to smuggle a film out of the palace during the coronation.", "throne_room"),
        ("Two friends must smuggle a puppy out of the boarding school.", "school"),
    ],
)
def test_what_is_brought_out_of_a_house_ends_outside_of_it(premise: str, within: str) -> None:
    kinds, first, last = _world(premise)
    assert first == within
    assert within not in last
    assert set(last) <= {"city_street", "small_town", "courtyard", "road", "country_village"}, kinds


def test_who_is_got_out_of_a_house_is_met_in_it() -> None:
    kinds, first, last = _world("A nurse must get a patient out of the burning hospital.")
    assert first == "city_street", kinds
    assert set(last) == {"hospital"}


@pytest.mark.parametrize(
    "premise",
    [
        "In 1666 a baker's apprentice must carry his master's account book out of burning London.",
        "A midwife must get a mother and her baby out of besieged Leningrad.",
        "A shoemaker must carry a pair of golden shoes out of the city before the gates are shut.",
    ],
)
def test_what_is_brought_out_of_a_town_ends_on_the_road_behind_it(premise: str) -> None:
    kinds, first, last = _world(premise)
    assert set(last) == {"road"}, kinds
    assert first != "road"


@pytest.mark.parametrize(
    ("premise", "first", "last"),
    [
        ("Tom has to get his sister's teddy bear off the train at the village station before it leaves.", "station", "train_compartment"),
        ("A girl has to get her brother's inhaler off the ferry before it sails.", "quay", "ship_bunks"),
        ("A boy must get his grandfather's trumpet off the bus before it drives away.", "bus_stop", "bus_back"),
    ],
)
def test_what_is_got_off_a_vehicle_lies_in_it_and_one_comes_from_outside(premise: str, first: str, last: str) -> None:
    kinds, begins, ends = _world(premise)
    assert begins == first
    assert set(ends) == {last}, kinds


def test_nobody_walks_over_a_border_out_of_a_moving_train() -> None:
    kinds, _, last = _world("Three sisters must get their father's violin across the border on a night train.")
    assert all(kind.startswith("train") for kind in (*kinds, *last)), kinds


def test_a_heist_begins_outside_and_what_is_stolen_lies_behind_the_rooms_of_the_house() -> None:
    kinds, first, last = _world("Two sisters want to steal a necklace from a casino vault during the New Year's party.")
    assert first == "city_street"
    assert kinds.index("ballroom") < kinds.index("casino") < kinds.index("casino_vault")
    assert "casino_vault" not in last
