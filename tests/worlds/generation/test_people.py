"""Who is about where a story plays."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from makebelieve import worlds
from makebelieve.worlds.doctrine import LETHAL, NEGATION, WHITEOUT
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Pronoun
from makebelieve.worlds.generation.occasions import table
from makebelieve.worlds.generation.people import locals_of
from makebelieve.worlds.generation.places import made_place
from makebelieve.worlds.generation.solitude import LATE, Solitude, is_alone

TABLE = tables.read("people")


@pytest.mark.parametrize("title", sorted(one for one in TABLE if not one.startswith("nobody")))
def test_a_group_of_people_is_whole(title: str) -> None:
    entry = TABLE[title]
    assert set(entry.rows) <= {"places", "occasions", "ages", "but", "ally"}
    assert entry.words("places") | entry.words("occasions")
    assert entry.words("places") <= set(tables.read_all("places")), entry.words("places") - set(tables.read_all("places"))
    assert entry.words("occasions") <= set(table())
    assert len(entry.items("ally")) >= 3
    for row in entry.items("ally"):
        who, role, look = row.split(" :: ")
        assert who.rpartition("/")[2] in get_args(Pronoun)
        assert re.fullmatch(r"[a-z].*", role), row
        for barred in (NEGATION, WHITEOUT, LETHAL):
            assert barred.search(f"{role} {look}") is None, row


def test_nobody_is_met_by_chance_in_a_bedroom() -> None:
    private = TABLE["nobody"].words("places")
    assert private <= set(tables.read_all("places"))
    for seed in range(4):
        world = worlds.generate("A widow looks for her wedding ring in her house", seed=seed)
        for event in world["scene"]["events"]:
            if event["kind"] == "override" and "person" in event.get("anchor", {}).get("aliases", ()):
                assert not any(word in key for key in event["from"] for word in ("bedroom", "bathroom", "attic", "cellar"))


def test_who_is_met_is_at_home_where_they_stand() -> None:
    world = worlds.generate("A widower writes a letter to his daughter in his house by the sea", seed=0)
    states = world["scene"]["states"]
    swimmers = [row.partition("/")[0] for row in TABLE["beach"].items("ally")]
    house = [state["base"] for key, state in states.items() if key.startswith(("house", "family_kitchen"))]
    assert house
    assert not any(f"{name}," in base for base in house for name in swimmers)


def test_names_are_given_once() -> None:
    names = [row.partition("/")[0] for entry in TABLE.values() for row in entry.items("ally")]
    assert len(names) == len(set(names)), sorted(name for name in set(names) if names.count(name) > 1)


@pytest.mark.parametrize(
    "premise", ["In an air raid a girl looks for her cat in the streets of the city", "A firefighter looks for a dog in the wildfire"]
)
def test_people_of_what_goes_on_are_met_first(premise: str) -> None:
    groups = [entry for entry in TABLE.values() if entry.words("occasions") & {"air_raid", "wildfire"}]
    names = {row.partition("/")[0] for entry in groups for row in entry.items("ally")}
    for seed in range(3):
        told = str(worlds.generate(premise, seed=seed)["scene"])
        assert any(name in told for name in names)


def test_everybody_knows_where_they_are_met() -> None:
    places = [made_place("hospital", "hospital", set()), made_place("park", "park", set())]
    about = locals_of("slice", "now", places, [])
    assert about
    assert all(kinds & {"hospital", "park"} for kinds in about.values())
    assert any("ward sister" in row and "park" not in kinds for row, kinds in about.items())
    raided = locals_of("slice", "now", places, ["air_raid"])
    assert [row for row in raided if row not in about] == list(TABLE["raid"].items("ally"))
    assert all(raided[row] <= {"hospital", LATE} for row in TABLE["raid"].items("ally"))
    assert locals_of("nature", "now", places, []) == {}


def test_beasts_meet_beasts() -> None:
    told = str(worlds.generate("A hedgehog and a badger cross the deep forest before winter", seed=2)["scene"])
    assert not any(row.partition("/")[0] in told for row in TABLE["wood"].items("ally"))


@pytest.mark.parametrize(
    ("premise", "alone"),
    [
        ("The last astronaut on Mars waits for a signal", True),
        ("A sailor is stranded on a small island and builds a raft", True),
        ("Ada wakes up alone on a ship between the stars", True),
        ("Two sisters explore the abandoned hospital on the hill", True),
        ("Everybody else has gone, and a boy has to feed the animals", True),
        ("The passengers of a train are stranded at a station in the snow", False),
        ("The last librarian on earth guards the last book", True),
        ("A robot tends the last greenhouse on an empty planet", True),
        ("A boy guards the last book on earth in a busy library", False),
        ("You are not alone in the old theatre", False),
        ("My neighbours never leave me alone and I want to sleep", False),
        ("A baker looks for her cat in the town", False),
    ],
)
def test_a_premise_says_whether_others_are_about(premise: str, alone: bool) -> None:
    assert is_alone(premise) is alone


def test_nobody_is_met_where_nobody_can_be() -> None:
    house, street = made_place("house", "house", set()), made_place("street", "city_street", set())
    cave, reef = made_place("cave", "cavern", set()), made_place("reef", "reef", set())
    none, about = frozenset[str](), Solitude()
    assert about.bars(none, house, "night")
    assert not about.bars(none, house, "noon")
    assert not about.bars(none, street, "night")
    assert about.bars(none, cave, "noon")
    assert about.bars(none, reef, "noon")
    assert not Solitude(own=True).bars(none, cave, "noon")
    assert Solitude(everywhere=True).bars(none, street, "noon")
    assert not about.bars(frozenset((LATE,)), street, "night")


@pytest.mark.parametrize("premise", ["The last man on a station on the moon repairs the radio", "A girl alone on an island builds a raft"])
def test_who_is_alone_thinks_for_themselves(premise: str) -> None:
    for seed in range(2):
        events = worlds.generate(premise, seed=seed)["scene"]["events"]
        assert [event["terminal"]["persona"].split(".")[0] for event in events if event["kind"] == "terminal"] == ["Your own thoughts"]
        assert not any("person" in event.get("anchor", {}).get("aliases", ()) for event in events)


def test_nobody_stands_beside_who_is_locked_in() -> None:
    world = worlds.generate("Princess Odile is locked in a tower with a mirror that answers back", seed=0)
    talk = next(event for event in world["scene"]["events"] if event["kind"] == "terminal")
    assert talk["terminal"]["persona"].startswith("Your own thoughts")


@pytest.mark.parametrize("premise", ["A scout group looks after a young owl", "Save the puppy from the roof of the school"])
def test_people_ask_people_about_beasts(premise: str) -> None:
    for seed in range(3):
        talks = [event["terminal"]["persona"] for event in worlds.generate(premise, seed=seed)["scene"]["events"] if "terminal" in event]
        assert not any(re.search(r"\b(?:badger|hare|crow|beaver|mouse)\b", talk) for talk in talks), talks


def test_nobody_stands_a_few_steps_away_inside_a_taxi() -> None:
    for seed in range(4):
        world = worlds.generate("A taxi driver must find the owner of a forgotten cello", seed=seed)
        for key, kind in world["metadata"]["sites"].items():
            if kind == "taxi_inside":
                assert not re.search(r"(?:a few steps away|to one side) stands?", world["scene"]["states"][key]["base"], re.IGNORECASE)


@pytest.mark.parametrize(
    "premise",
    [
        "Two clumsy burglars break into a house to steal a clock.",
        "A burglar has to put a stolen necklace back in the house before midnight.",
        "A girl sneaks into the mansion to get her letters back.",
    ],
)
def test_no_stranger_stands_about_in_a_house_that_is_broken_into(premise: str) -> None:
    for seed in range(3):
        world = worlds.generate(premise, seed)
        for key, state in world["scene"]["states"].items():
            rows = [row for one in TABLE.values() for row in one.items("ally")] if world["metadata"]["sites"].get(key) else []
            indoors = tables.read_all("places")[world["metadata"]["sites"][key]].one("air") in ("inside", "under")
            met = [row for row in rows if indoors and f"{row.partition('/')[0]}, " in state["base"]]
            assert not met, (key, state["base"])


def test_in_a_room_a_trade_is_told_of_those_who_have_it_there() -> None:
    trades = {row.split(" :: ")[1] for entry in tables.read_all("genres").values() for row in entry.items("ally")}
    at_home = {row.split(" :: ")[1] for one in TABLE.values() for row in one.items("ally")}
    for premise in (
        "An apprentice has to repair the clock in the workshop.",
        "A boy must find his kite in the attic.",
        "A girl wants to bake a pie.",
    ):
        for seed in range(4):
            world = worlds.generate(premise, seed)
            for key, state in world["scene"]["states"].items():
                if tables.read_all("places")[world["metadata"]["sites"][key]].one("air") == "inside":
                    told = re.findall(r"[A-Z][a-z]+, an? ([a-z' ]+?) (?:with|in) ", state["base"])
                    assert not set(told) & (trades - at_home), state["base"]
