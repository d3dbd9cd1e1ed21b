"""What lies around a place: what belongs to the same building or ground goes first."""

from __future__ import annotations

import re

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables

HOME = frozenset(["house", "landing", "home_kitchen", "bedroom", "bathroom", "garden_house", "attic", "cellar", "home_garage", "nursery"])


@pytest.mark.parametrize(
    ("premise", "kinds"),
    [
        ("My little brother lost his tooth in the house and we must find it.", HOME),
        ("A dad tries to put three kids to bed on his own.", HOME),
        ("A pupil has to find out who hid the bell of the school.", tables.read("settings")["school"].words("near")),
        ("The cook of a castle has lost the queen's spoon in the castle.", tables.read("settings")["castle"].words("near")),
    ],
)
def test_a_story_stays_in_its_own_building(premise: str, kinds: frozenset[str]) -> None:
    for seed in range(2):
        sites = set(worlds.generate(premise, seed=seed)["metadata"]["sites"].values())
        assert sites <= kinds, sites - kinds


def test_what_lies_around_has_one_boundary() -> None:
    for title, entry in tables.read("settings").items():
        assert len(entry.items("near")) <= 2, title


def sites(premise: str, seed: int = 0) -> list[str]:
    return list(dict.fromkeys(worlds.generate(premise, seed=seed)["metadata"]["sites"].values()))


@pytest.mark.parametrize(
    ("premise", "first"),
    [
        ("I want to bake a birthday cake for my mum before she gets home.", "home_kitchen"),
        ("A dwarf bookkeeper is doing accounts for a dragon.", "cavern"),
        ("A family of ants has to leave its nest before the flood.", "anthill"),
        ("A tourist in Kyoto has lost her passport.", "city_street"),
        ("A giant who lives in the clouds lost his boots.", "cloud_isle"),
        ("A mechanic must repair the carousel before the fair opens.", "fairground_ride"),
        ("My sister and I want to build a pillow fort.", "bedroom"),
        ("A bookshop owner has to save her shop from closing.", "bookshop"),
    ],
)
def test_a_story_begins_where_its_hero_belongs(premise: str, first: str) -> None:
    assert sites(premise)[0] == first


@pytest.mark.parametrize(
    ("premise", "kinds"),
    [
        ("A boy must find his rabbit in the house before his sister comes home from the hospital.", "hospital waiting_room"),
        ("Two girls want to win the science fair with a volcano.", "volcano cavern"),
        ("A firefighter wants to get a kitten down from the church tower.", "locker_room clock_tower"),
        ("A spy has to steal the plans from the embassy.", "castle_gate old_town"),
        ("A mermaid wants to find her lost comb in the shipwreck.", "quay boat_deck island_beach"),
        ("A pirate captain lost her ship in a card game and wants it back.", "captain_cabin ship_hold"),
        ("A gardener wants to grow a giant marrow for the village fair.", "carnival country_village"),
    ],
)
def test_what_is_only_spoken_of_is_no_place_of_the_story(premise: str, kinds: str) -> None:
    assert not {*kinds.split()} & {*sites(premise)}, sites(premise)


def test_a_burglar_comes_to_the_building_and_then_to_its_rooms() -> None:
    kinds = sites("A spy has to steal the plans from the embassy.")
    assert set(kinds[:4]).isdisjoint({"meeting_room", "archive", "copy_room"})
    assert kinds.index("office") < kinds.index("archive")


def test_nobody_walks_to_what_is_only_looked_at() -> None:
    assert "moon_plain" not in sites("A penguin wants to see the moon.")


def test_no_letters_are_read_under_the_sea() -> None:
    for seed in range(3):
        world = worlds.generate("A mermaid wants to find her lost comb in the shipwreck.", seed)
        labels = " ".join(event["label"] for event in world["scene"]["events"])
        assert not re.search(r"\b(?:chalk|list|map|photograph|pencil)\b", labels), labels


@pytest.mark.parametrize(
    ("premise", "room"),
    [
        ("Two astronauts are stuck on a damaged spaceship and must repair the engine.", "engine_room"),
        ("A robot must repair the reactor of the moon base.", "engine_room"),
        ("A pilot must fix the engine of his airship.", "airship_engine"),
    ],
)
def test_what_is_worked_on_stands_in_its_own_room(premise: str, room: str) -> None:
    world = worlds.generate(premise)
    last = next(event["from"][0] for event in world["scene"]["events"] if "done" in event.get("grants", ()))
    assert world["metadata"]["sites"][last] == room


@pytest.mark.parametrize(
    ("premise", "first"),
    [
        ("A boy must find his hamster in the house.", "house"),
        ("The class goes on a trip to the museum and one boy is missing.", "museum"),
        ("A blacksmith in a village has to make a sword for a knight.", "forge"),
        ("An orangutan looks for her baby after the fire.", "jungle_temple"),
        ("A tiny dragon lives in a kettle.", "old_kitchen"),
    ],
)
def test_a_search_goes_through_a_building_from_its_front(premise: str, first: str) -> None:
    assert sites(premise)[0] == first


def test_a_shop_in_a_village_has_rooms_of_its_own() -> None:
    kinds = sites("I inherited my grandmother's bakery and a cookbook that whispers gossip about everyone in the village.")
    assert {"home_kitchen", "cellar", "courtyard"} & {*kinds}
    assert not {"public_hall", "chapel", "house"} & {*kinds}


def test_what_one_stands_in_is_not_seen_from_afar() -> None:
    world = worlds.generate("I inherited my grandmother's bakery and a cookbook that whispers gossip.")
    told = " ".join(state["base"] for state in world["scene"]["states"].values())
    assert not re.search(r"\bstands (?:her|his|their|the) grandmother's bakery|a good deal of", told), told


@pytest.mark.parametrize(
    ("premise", "first"),
    [
        ("A beekeeper in Tuscany has lost all her bees.", "orchard"),
        ("A night train to Prague, a missing flute, and nine passengers who all lie.", "train"),
        ("A seal wants to leave the circus.", "circus"),
        ("A caterpillar wants to become a butterfly.", "flower_bed"),
    ],
)
def test_who_tells_no_place_has_one(premise: str, first: str) -> None:
    assert sites(premise)[0] == first


@pytest.mark.parametrize(
    ("premise", "kind"),
    [
        ("Outwit the trolls before dawn.", "river_crossing"),
        ("Ask Athena for a favour.", "olympus"),
        ("Catch the oldest carp.", "lake_shore"),
        ("Photograph the sasquatch.", "deep_forest"),
        ("A prisoner wants to break out of Alcatraz.", "prison_wing"),
        ("Somebody has to search the captain's quarters.", "captain_cabin"),
        ("Win the last game of roulette.", "casino"),
        ("Look for a bell in a graveyard of boats.", "shipwreck"),
        ("Take the engine out of a cemetery of trucks.", "scrapyard"),
        ("Fix the van before grandma wakes up.", "home_garage"),
        ("Vanquish the ogre.", "cavern"),
        ("A teddy bear wants to learn to whistle.", "nursery"),
    ],
)
def test_what_the_deed_is_done_to_tells_the_place(premise: str, kind: str) -> None:
    assert kind in sites(premise)


@pytest.mark.parametrize("seed", range(4))
def test_no_far_fetched_place_is_drawn_by_chance(seed: int) -> None:
    assert not {"boat_deck", "warehouse", "desert_dunes", "office", "factory"} & {*sites("Deliver the noodles while they are hot.", seed)}


def test_a_way_begins_near_its_end() -> None:
    assert sites("A countess wants to go to the ball.")[0] == "manor"


def test_words_that_count_together_hide_their_parts() -> None:
    assert "chapel" not in sites("Find the wedding ring that she lost while swimming.")


def test_the_best_in_a_realm_is_not_in_the_middle_of_it() -> None:
    assert "plain_room" not in sites("Grow the longest leek in the county.")
