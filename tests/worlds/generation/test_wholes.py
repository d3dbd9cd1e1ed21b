"""A ship, a town or a school is no room: nobody leaves it for one of its own."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables


def _titles(premise: str, seed: int = 0) -> list[str]:
    states = worlds.generate(premise, seed=seed)["scene"]["states"]
    return [key for key, state in states.items() if "ending" not in state]


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(
    ("premise", "whole", "part"),
    [
        ("A robot wakes up on an abandoned spaceship and wants to find its crew", "abandoned_spaceship", "deck_of_the"),
        ("A ghost wants to leave the museum but the doors will not let her", "museum", "hall_of_the"),
        ("A detective follows a stolen painting through Venice", "venice", "street_of"),
        ("A cook opens a restaurant in a small seaside town", "small_seaside_town", "street_of_the"),
        ("An astronaut on the moon must repair her rover", "moon", "plain_of_the"),
    ],
)
def test_a_whole_is_met_in_one_of_its_parts(premise: str, whole: str, part: str, seed: int) -> None:
    titles = [title.removesuffix("_later") for title in _titles(premise, seed)]
    assert whole not in titles
    assert any(title.endswith(whole) and part in title for title in titles)


def test_a_city_that_is_travelled_to_goes_by_its_name_without_its_age() -> None:
    world = worlds.generate("A young apprentice in medieval Florence must finish the cathedral bell before Easter", seed=0)
    assert all("medieval" not in event["label"] for event in world["scene"]["events"])


@pytest.mark.parametrize(
    ("premise", "wrong"),
    [
        ("A robot gardener must protect a flower from a greedy mining company", "company"),
        ("Who stole the trophy from the school chess club?", "club"),
        ("Our swimming club has lost its trainer and I have to find a new one", "club"),
        ("The soldiers of a tired army want to be home for the harvest", "army"),
        ("A shy drummer wants to win back her old band", "band"),
    ],
)
def test_a_circle_of_people_is_no_place(premise: str, wrong: str) -> None:
    for title in _titles(premise):
        assert wrong not in title.split("_"), title


@pytest.mark.parametrize(
    ("premise", "room"),
    [
        ("Our swimming club has lost its trainer and I have to find a new one", "swimming_pool"),
        ("I work for a big insurance company and must find out who is stealing from us", "office"),
        ("The drama club of the town has to put on a play in two weeks", "stage_of_the_theatre"),
        ("A journalist at a big oil company looks for the proof", "office_of_the_big_oil_company"),
    ],
)
def test_a_circle_of_people_meets_somewhere(premise: str, room: str) -> None:
    assert room in {title.removesuffix("_later") for title in _titles(premise)}


def test_wholes_and_circles_name_kinds_of_places() -> None:
    kinds = {*tables.read_all("places"), "*"}
    for title, entry in tables.read("wholes").items():
        assert {title} | entry.words("parts") <= kinds, title
        assert all(front.count("{}") == 1 and front.startswith("the ") for front in entry.items("front")), title
    assert set(tables.read("circles")) <= kinds


@pytest.mark.parametrize(
    ("premise", "first", "odd"),
    [
        (
            "Two brothers row to a small island to find the treasure their grandfather buried",
            "landing_beach_of_the_small_island",
            "village",
        ),
        ("Two sisters sail to a volcanic island to find their missing father", "black_slope_of_the_volcanic_island", "street"),
        ("A cleaning woman in a castle finds a letter and must bring it to the queen", "gate_of_the_castle", "market"),
    ],
)
@pytest.mark.parametrize("seed", range(2))
def test_a_story_begins_in_the_whole_that_its_hero_is_in(premise: str, first: str, odd: str, seed: int) -> None:
    titles = _titles(premise, seed)
    assert titles[0] == first
    assert not any(odd in title for title in titles)


def test_nobody_else_is_awake_beside_the_only_one() -> None:
    world = worlds.generate("A woman wakes alone on a colony ship and must wake the crew", seed=0)
    talks = [event["terminal"]["persona"] for event in world["scene"]["events"] if "terminal" in event]
    assert talks
    assert all(talk.startswith("Your own thoughts") for talk in talks)


def test_who_is_spoken_to_is_met_in_their_room_of_the_whole() -> None:
    assert "throne_room" in _titles("A cleaning woman in a castle finds a letter and must bring it to the queen")


@pytest.mark.parametrize(
    ("premise", "odd"),
    [
        ("A teacher at a village school wants to find out who paints on the walls", "walls"),
        ("A detective is called to a hotel in the Alps where a guest has vanished", "alps"),
        ("A mechanic at the space station above Jupiter hears knocking from outside", "jupiter"),
        ("A young doctor moves to Norway and must win the trust of a village", "norway"),
        ("The crew of a whaling ship wants to go home", "bus"),
    ],
)
def test_where_a_place_lies_is_no_other_room_of_it(premise: str, odd: str) -> None:
    assert not any(odd in title.split("_") for title in _titles(premise))


def test_what_is_crossed_lies_all_around() -> None:
    titles = _titles("The survivors of a plane crash must cross the jungle")
    assert not {"farmyard", "high_meadow", "long_road"} & set(titles)


@pytest.mark.parametrize("premise", ["A lost duckling wants to go home", "Penguins on an ice floe want to find the way home"])
def test_beasts_go_home_by_no_bus(premise: str) -> None:
    titles = _titles(premise)
    assert not {"bus", "supermarket", "post", "cafe", "house"} & {word for title in titles for word in title.split("_")}


def test_a_vet_asks_people() -> None:
    world = worlds.generate("A vet must find out what makes the animals of the zoo ill", seed=0)
    talks = " ".join(event["terminal"]["persona"] for event in world["scene"]["events"] if "terminal" in event)
    assert not any(beast in talk for talk in (talks,) for beast in ("beaver", "badger", "mouse", "crow", "hare"))
