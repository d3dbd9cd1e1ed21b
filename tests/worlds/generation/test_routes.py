"""Where a story begins and where it ends, by the words of its premise."""

from __future__ import annotations

from typing import Any

import pytest

from makebelieve import worlds


def _way(premise: str) -> tuple[list[str], str]:
    """The kinds of its scenes in their order, and that of the scene in which the deed is done."""
    world: dict[str, Any] = worlds.generate(premise)
    sites, events = world["metadata"]["sites"], world["scene"]["events"]
    last = next(event["from"][0] for event in events if "done" in event.get("grants", ()))
    entrance = world["entrance"]["state"]
    states = world["scene"]["states"]
    return [sites[entrance], *(sites[key] for key in states if key in sites and key != entrance and "ending" not in states[key])], sites[
        last
    ]


@pytest.mark.parametrize(
    ("premise", "kind"),
    [
        ("A pastry chef must get a five-tier cake to the palace without it falling over.", "throne_room"),
        ("Grandad and I are pushing a grandfather clock up the hill to the village hall.", "public_hall"),
        ("A family of swallows moves from the barn to the church before the harvest.", "chapel"),
    ],
)
def test_where_something_is_brought_is_the_last_place_and_none_before(premise: str, kind: str) -> None:
    way, last = _way(premise)
    assert last == kind
    assert kind not in way[:-1]


@pytest.mark.parametrize(
    ("premise", "kind"),
    [
        ("A girl sneaks out of the boarding school at midnight to meet her horse.", "school"),
        ("A prince leaves the palace to find out how bread is made.", "throne_room"),
        ("A mole digs his way out of the zoo to find his mother.", "zoo"),
        ("A cook wants to get off the island before the volcano erupts.", "island_beach"),
        ("A kitten wants to get down from the church tower.", "tower_room"),
    ],
)
def test_who_gets_out_of_a_place_begins_in_it_and_ends_elsewhere(premise: str, kind: str) -> None:
    way, last = _way(premise)
    assert way[0] == kind
    assert last != kind


@pytest.mark.parametrize(
    "premise",
    [
        "Somebody has been stealing lunches from the office fridge and I want to catch them.",
        "The office printer has printed everyone's diaries and the intern must find out why.",
    ],
)
def test_what_happens_in_one_room_ends_in_it(premise: str) -> None:
    way, last = _way(premise)
    assert way[0] == last == "office"


def test_what_is_kept_from_the_guests_of_a_hotel_is_kept_from_them_in_it() -> None:
    way, _ = _way("A caretaker has to keep a wedding party from noticing that the hotel cellar is flooding.")
    assert "school" not in way


@pytest.mark.parametrize("seed", range(6))
def test_nothing_ends_where_one_only_comes_through(seed: int) -> None:
    world = worlds.generate("Two hopeless burglars look for the birthday cake in a house.", seed=seed)
    last = next(event["from"][0] for event in world["scene"]["events"] if "done" in event.get("grants", ()))
    assert world["metadata"]["sites"][last] not in ("bathroom", "lift_cage")


@pytest.mark.parametrize(
    ("premise", "kind"),
    [
        ("A burglar breaks into a museum to give back a clock.", "museum"),
        ("Three thieves break into a bakery to steal a single bun.", "bakery"),
        ("My cousin and I have to break into our own school to get my phone back before Monday.", "school"),
    ],
)
def test_who_breaks_in_begins_outside(premise: str, kind: str) -> None:
    way, _ = _way(premise)
    assert way[0] != kind
    assert kind in way[1:]


@pytest.mark.parametrize(
    "premise",
    [
        "A zoo vet has to get the parrot back into its cage before opening time.",
        "I must put the hamster in its cage before Mum sees.",
        "My rabbit will not go back into his hutch and it is nearly bedtime.",
    ],
)
def test_nobody_stands_in_a_cage(premise: str) -> None:
    way, _ = _way(premise)
    assert not {"plain_room", "plain_open"} & {*way}


@pytest.mark.parametrize(
    "premise",
    ["I must put the hamster in its cage before Mum sees.", "We broke Mum's favourite vase and have to glue it before she notices."],
)
def test_who_speaks_of_their_family_is_at_home(premise: str) -> None:
    assert _way(premise)[0][0] == "house"


@pytest.mark.parametrize(
    ("premise", "kind"),
    [
        ("A dentist has a patient who will not open his mouth.", "surgery"),
        ("A boxer trains in an old gym for one last fight with her sister.", "boxing_gym"),
        ("A legionary on Hadrian's Wall must keep watch alone.", "great_wall"),
        ("A goatherd in the Andes must bring her goats down before the storm.", "mountain_pass"),
        ("At the launderette somebody has swapped my habit for a clown costume.", "laundry"),
    ],
)
def test_a_place_is_of_its_own_sort(premise: str, kind: str) -> None:
    assert _way(premise)[0][0] == kind


def test_a_van_is_driven_and_stands_in_no_room_nor_on_the_rocks() -> None:
    world = worlds.generate("Two brothers drive their mother's camper van across France to throw her ring into the sea.")
    sites = world["metadata"]["sites"]
    shown = [sites[key] for key, state in world["scene"]["states"].items() if "camper van" in state["base"]]
    assert len(shown) <= 1
    assert not {"house", "island_beach", "rocky_shore"} & {*shown}


def test_what_is_put_back_is_put_back_where_the_story_begins() -> None:
    way, last = _way("A zoo vet has to get the parrot back into its cage before opening time.")
    assert way[0] == last == "zoo"


@pytest.mark.parametrize(
    ("premise", "last"),
    [
        ("Two cousins ride their scooters across Italy to bring their grandfather his medals.", "house"),
        ("Two brothers drive their mother's camper van across France to throw her ring into the sea.", "island_beach"),
        ("A man drives a hearse to the wrong funeral.", "graveyard"),
        ("A pensioner drives her mobility scooter to the palace to complain.", "throne_room"),
    ],
)
def test_who_drives_comes_by_road_and_ends_where_it_leads(premise: str, last: str) -> None:
    way, end = _way(premise)
    assert end == last
    assert last not in way[:-1]
    assert {"road", "petrol_station", "country_village", "shore_bridge", "farm", "car_park"} & {*way}
    assert not {"station", "deep_forest", "rocky_shore", "tidal_flat"} & {*way}


@pytest.mark.parametrize(
    ("premise", "beside"),
    [
        ("The headmaster's wig has blown onto the school roof and we have to get it down before assembly.", "playground"),
        ("A girl wants to read the stars from the church roof.", "organ_loft"),
    ],
)
def test_a_roof_is_that_of_its_building(premise: str, beside: str) -> None:
    way, _ = _way(premise)
    assert "rooftop" in way
    assert beside in way
