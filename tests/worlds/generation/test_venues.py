"""Where the deed is done: the story ends there and begins elsewhere."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "venue"),
    [
        ("A baker must warn the town that the dam is about to burst", "town"),
        ("Two brothers must deliver their grandmother's piano to the church on the hill", "church on the hill"),
        ("A vet must cure the zoo's oldest lion", "zoo"),
        ("A knight is sent to fetch the healing water from the well", "well"),
        ("A diver wants to bring up the bell of the sunken church", "sunken church"),
        ("A butler has to hide a dead burglar during the duchess's tea party", "tea party"),
        ("An apprentice must win the king's cake contest at the castle", "castle"),
        ("Rebels want to storm the castle and free the prisoners", "castle"),
        ("A spy must swap the suitcases on the night train to Vienna", "night train"),
        ("A jester must make the sad king laugh", "throne room"),
        ("Three children sneak into the school library at night to return a magic book", "school library"),
        ("An old sailor returns to the island to bury his captain's ring", "island"),
        ("A tired knight wants to hand back his sword to the lady of the lake", "lake"),
        ("A penguin wants to find its way home from the city zoo", "white plain"),
    ],
)
def test_the_words_of_a_deed_say_where_it_is_done(premise: str, venue: str) -> None:
    site = understand_world(premise).venue
    assert site is not None
    assert site.phrase == venue


@pytest.mark.parametrize(
    "premise",
    [
        "A parrot has to escape from the governor's mansion",
        "A robot wants to learn how to paint",
        "A tailor must finish the bride's dress before the wedding",
        "A sailor has to repair his ship",
        "A girl must persuade her father to let her sail",
    ],
)
def test_what_is_left_behind_or_only_spoken_of_is_no_venue(premise: str) -> None:
    assert understand_world(premise).venue is None


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("premise", "begins", "ends"),
    [
        ("A baker must warn the town that the dam is about to burst", "bakery", "town"),
        ("A baker's apprentice must win the cake contest at the castle", "bakery", "castle"),
        ("A fisherman has to bring the bell to the monastery", "harbour_quay", "monastery"),
        ("A librarian wants to play the drums at the wedding", "library", "wedding"),
        ("A gardener must prove to the king that he can grow a blue rose", "walled_garden", "throne_room"),
    ],
)
def test_a_story_begins_where_its_hero_belongs_and_ends_where_the_deed_is_done(premise: str, begins: str, ends: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    last = next(event["from"][0] for event in world["scene"]["events"] if "done" in event.get("grants", ()))
    assert last.removesuffix("_later").endswith(ends)
    assert begins in world["entrance"]["state"]
    assert worlds.check(world) == []


def test_every_home_is_a_place_of_the_tables() -> None:
    kinds = tables.read_all("places")
    homes = tables.read("homes")
    assert all(entry.one("kind", title) in kinds for title, entry in homes.items())
    people = [word for entry in homes.values() for item in entry.items("people") for word in item.split()]
    assert [word for word in people if people.count(word) > 1] == []


def test_what_things_are_made_of_is_no_place() -> None:
    assert not understand_world("A lute maker looks for one last block of wood.").places
    assert [site.noun for site in understand_world("A lute maker walks into the wood.").places] == ["wood"]


def test_a_bar_of_chocolate_serves_no_drinks() -> None:
    assert not understand_world("Two sailors share the last chocolate bar.").places
    assert [site.noun for site in understand_world("Two sailors meet in a bar.").places] == ["bar"]


@pytest.mark.parametrize(
    ("premise", "beyond"),
    [
        ("Two spies have to smuggle a scientist out of East Berlin", "the road beyond East Berlin"),
        ("Smuggle the princess out of the palace", "the road beyond the palace"),
    ],
)
def test_who_is_smuggled_out_of_a_place_ends_beyond_it(premise: str, beyond: str) -> None:
    world = worlds.generate(premise, seed=0)
    last = next(event["from"][0] for event in world["scene"]["events"] if "done" in event.get("grants", ()))
    assert beyond.lower() in world["scene"]["states"][last]["base"].lower()


def test_whoever_serves_on_a_sinking_ferry_is_on_it() -> None:
    world = worlds.generate("A ferry is sinking and a steward must get the passengers into the boats", seed=6)
    assert world["entrance"]["state"] == "ferry"
