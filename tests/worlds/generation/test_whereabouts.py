"""What a premise makes of its places: one building, the country about, and nothing that it only speaks of."""

from __future__ import annotations

import importlib
import re

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.understand import understand_world

builder = importlib.import_module("makebelieve.worlds.generation.builder")


@pytest.fixture
def kinds(monkeypatch: pytest.MonkeyPatch):
    """Premise -> the kinds of places of its world, in their order."""
    seen: list[object] = []
    begin = builder.Builder.__init__

    def note(self: object, *args: object, **more: object) -> None:
        begin(self, *args, **more)
        seen.append(self)

    monkeypatch.setattr(builder.Builder, "__init__", note)

    def of(premise: str, seed: int = 0) -> list[str]:
        worlds.generate(premise, seed=seed)
        return [place.entry.title for place in seen[-1].places]  # type: ignore[attr-defined]

    return of


@pytest.mark.parametrize(
    ("premise", "phrases"),
    [
        ("Somebody keeps eating the sandwiches in the office fridge and Priya must catch them", ["office"]),
        ("At the supermarket checkout an old man finds a ring and must return it to its owner", ["supermarket"]),
        ("A waitress in a small diner has to keep a secret until closing time", ["small diner"]),
        ("The submarine Nautilus is stuck on the sea floor and the engineer has to save the crew", ["submarine"]),
        ("A lens grinder sees something in the sky that nobody believes", []),
        ("A telegraph operator has to warn the town that bandits are coming on the noon train", ["town"]),
        ("A librarian discovers a secret door that leads into the books", []),
        ("The goalkeeper of the village team has to stop the last penalty", []),
    ],
)
def test_which_phrases_are_places(premise: str, phrases: list[str]) -> None:
    assert [site.phrase for site in understand_world(premise).places] == phrases


@pytest.mark.parametrize(
    ("premise", "never"),
    [
        (
            "The school bus breaks down in the middle of the forest and the kids have to get home before dark.",
            "cafe|bakery|city_street|park",
        ),
        ("The night guard in the natural history museum must put all the exhibits back before sunrise.", "castle_gate|chapel"),
        ("The king's messenger must reach the castle before the enemy army does.", "throne_room|dungeon|armoury|battlements"),
        ("The witch of the swamp sends a frog to the royal palace to deliver an invitation.", "dungeon|armoury"),
        ("A burglar breaks into a villa and finds a child who has been left alone.", "roman_house"),
        ("Help the grandmother win the village gardening contest against her snobby neighbour.", "bathroom|bedroom|cellar"),
        ("I work night shifts at a gas station in the desert and last night someone left a baby in the restroom.", "gym_hall|playground"),
        ("A retired spy gets one last order in the waiting room of a railway station.", "chapel|laboratory|canteen"),
        ("The coach driver must get the mail through the bandits' forest before nightfall.", "training_field|locker_room"),
        ("Grandma Rose wants to win the bowling tournament at her retirement home.", "arena"),
        ("The chess club has lost its trophy the day before the open house at school.", "house|home_kitchen"),
        ("In feudal Japan a blind musician is asked to play for a ghost court.", "country_village|bakery|shop|house"),
        ("A toy soldier fell out of the nursery window and needs to get back before morning.", "bunker"),
        ("An ambulance driver is stuck in traffic with a patient and must reach the hospital.", "cellar|hotel_kitchen"),
        ("In 1961 a boy in East Berlin digs a tunnel under the wall with his uncle.", "battlements|dungeon"),
        ("Two plumbers find a hidden room under the bank.", "road|river_crossing"),
        ("The kitchen boy of the royal palace discovers a plot to poison the queen.", "hotel_lobby|hotel_kitchen"),
        ("My cousin and I sneak into the stadium to see the final.", "bedroom|home_garage"),
        ("The penguins want to escape from the ice floe before it melts.", "deep_forest|camp|meadow"),
        ("In ancient Egypt a tomb painter discovers that the pharaoh's tomb is being robbed at night.", "old_town|tavern|chapel"),
        (
            "My little brother locked himself in the bathroom at the airport and our flight leaves in an hour.",
            "attic|bathroom|home_kitchen",
        ),
    ],
)
def test_no_place_of_another_world_lies_there(premise: str, never: str, kinds) -> None:
    assert not [kind for kind in kinds(premise) if re.fullmatch(never, kind)]


def test_a_town_is_called_by_its_name_where_a_sentence_begins() -> None:
    told = worlds.generate("London, 1889. A flower seller is hunted through the fog by a man with a silver cane.")
    states = " ".join(state["base"] for state in told["scene"]["states"].values())
    assert "the london" not in states
    assert "London" in states


def test_whoever_runs_away_to_the_circus_ends_there(kinds) -> None:
    some = kinds("The children of an orphanage in 1930s New York plan to run away to the circus.")
    assert some.index("circus") == 5


@pytest.mark.parametrize(
    ("premise", "first"),
    [
        ("A farmer's daughter sneaks out of the convent to marry the man she loves.", "monastery"),
        ("The dog walker has lost one of her nine dogs in Central Park.", "park"),
        ("A pilot crashes in the Sahara and has to survive until help comes.", "desert_dunes"),
        ("At the edge of the galaxy, a tavern keeper hides a princess from the imperial guards.", "crew_mess"),
        ("The lifeguard of a crowded beach has to find a lost boy before the tide comes in.", "island_beach"),
        ("A cave explorer is trapped after a rockfall and must find another way to the surface.", "cavern"),
        ("My teacher is an alien and I have to prove it before the school trip to the planetarium.", "classroom"),
        ("In a small fishing village in Norway, a boy wants to build a boat like his father's.", "fishing_village"),
    ],
)
def test_where_a_story_begins(premise: str, first: str, kinds) -> None:
    assert kinds(premise)[0] == first


def test_what_shuts_at_the_deadline_is_no_place() -> None:
    draft = understand_world("Lena has to get her sick dog to the vet before the clinic closes at six.")
    assert not [site for site in draft.places if site.noun == "clinic"]


@pytest.mark.parametrize(
    ("premise", "first", "sea"),
    [
        ("A lighthouse keeper must teach a dolphin to dance", "lamp_room", "island_beach"),
        ("A postwoman befriends a whale and has to heal it", "island_beach", "island_beach"),
        ("A mermaid must teach a shark to sing", "reef", "reef"),
        ("A diver has to heal a whale at the bottom of the sea", "reef", "reef"),
    ],
)
def test_who_walks_on_land_meets_what_swims_on_the_shore(kinds, premise: str, first: str, sea: str) -> None:
    assert kinds(premise)[0] == first
    assert sea in kinds(premise)


@pytest.mark.parametrize(
    ("premise", "kind", "beyond"),
    [
        ("Two brothers build a canoe to reach the island where a bell is buried", "island_beach", "bell"),
        ("A cook invents a balloon to fly to the castle where her son is", None, "castle"),
        ("Three friends must fix the old van to get to the lighthouse by the sea", None, "lighthouse"),
    ],
)
def test_what_is_built_for_getting_somewhere_is_built_on_this_side(kinds, premise: str, kind: str | None, beyond: str) -> None:
    assert "lamp_room" not in kinds(premise)
    assert "castle_gate" not in kinds(premise)
    world = worlds.generate(premise)
    shown = " ".join(state["base"] for state in world["scene"]["states"].values())
    assert re.search(rf"\b{beyond}\b", shown) is None
    assert kind is None or kinds(premise)[0] == kind


def test_nobody_walks_about_in_what_somebody_is_made_of(kinds) -> None:
    assert "clock_tower" not in kinds("A toymaker builds a boy out of gears who wants to see the moon")


def test_the_sky_is_seen_from_the_open_and_clear(kinds) -> None:
    premise = "A boy and his aunt want to see the meteor shower"
    assert kinds(premise)[-1] == "hillside"
    assert worlds.generate(premise)["metadata"]["understood"]["weather"] == "clear"
