"""Stories that play aboard: of what is sailed, flown or driven, and of nothing that is only built, sought or looked at."""

from __future__ import annotations

import re

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.aboard import boarded
from makebelieve.worlds.generation.understand import understand_world

_FEW = frozenset(("bus_inside",))
"""What has only room for a story that ends where it began."""
ABOARD = {
    "A cabin boy on a pirate ship has to steal the map from the captain's cabin before they reach port.": "ship_deck",
    "The cook of a whaling ship must calm a mutiny.": "ship_deck",
    "You are the captain of a zeppelin and sky pirates are attacking. Save your passengers!": "airship",
    "A co-pilot has to land the plane after the captain falls ill.": "plane_cabin",
    "Pirates board our ship and I have to hide the queen's necklace.": "ship_deck",
    "A train driver must stop the runaway express before it reaches the broken bridge.": "train",
    "Steal the ledger from a floating casino.": "riverboat_deck",
    "A Viking girl sails west with her father to find new land.": "boat_deck",
    "A pilot flies a mail plane across the mountains in a blizzard.": "small_plane",
}
ASHORE = (
    "A boy builds a ship in a bottle for his grandfather.",
    "A retired ship captain opens a bakery in a small village.",
    "A blacksmith must forge a sword before the dragon comes.",
    "Smugglers hide brandy in the church crypt and the customs man is coming.",
)


@pytest.mark.parametrize(("premise", "kind"), ABOARD.items())
def test_a_story_that_is_told_of_a_vessel_begins_aboard_of_it(premise: str, kind: str) -> None:
    site = boarded(understand_world(premise))
    assert site is not None
    assert site.kind == kind


@pytest.mark.parametrize("premise", ASHORE)
def test_a_vessel_that_nobody_is_on_is_no_place(premise: str) -> None:
    assert boarded(understand_world(premise)) is None


@pytest.mark.parametrize("seed", range(3))
def test_nobody_leaves_a_ship_before_the_end(seed: int) -> None:
    world = worlds.generate("A cabin boy on a pirate ship has to steal the map from the captain's cabin.", seed=seed)
    told = " ".join(world["scene"]["states"]).replace("_", " ")
    assert not any(word in told for word in ("quay", "village", "tavern", "market", "warehouse", "beach"))


def test_whoever_escapes_from_a_ship_ends_in_a_boat() -> None:
    world = worlds.generate("A princess is kidnapped by pirates and must escape from their ship.", seed=0)
    states = world["scene"]["states"]
    won = [state["base"] for state in states.values() if state.get("ending", {}).get("kind") == "win"]
    assert all(re.search("middle bench|oars|coil of rope|bow|bailing tin|tiller", base) for base in won), won
    last = next(event for event in world["scene"]["events"] if event.get("phases"))
    assert "deck" in last["from"][0]


@pytest.mark.parametrize("seed", range(3))
def test_an_engine_that_is_the_hero_stays_where_rails_may_lie(seed: int) -> None:
    world = worlds.generate("A little engine must pull the circus train over the mountain.", seed=seed)
    words = set(" ".join(world["scene"]["states"]).replace("_", " ").split())
    assert not words & {"cabin", "cave", "forest", "waterfall", "house"}


def test_whoever_robs_a_train_is_at_the_train_and_a_creek_of_the_west_is_a_town() -> None:
    draft = understand_world("Three outlaws want to rob the noon train to Silver Creek.")
    assert draft.venue is not None
    assert draft.venue.kind == "train"
    world = worlds.generate("A sheriff must defend Dry Gulch against the bandits.", seed=0)
    assert "main_street_of_dry_gulch" in world["scene"]["states"]


def test_every_vessel_names_kinds_of_places() -> None:
    kinds = set(tables.read_all("places"))
    for title, entry in tables.read("vessels").items():
        assert title in kinds
        assert {*entry.words("landings"), *entry.words("inland"), *entry.words("away")} <= kinds
        assert entry.items("ashore"), title


def test_every_vessel_with_rooms_has_enough_of_them() -> None:
    for title, entry in tables.read("vessels").items():
        row = next((one for one in tables.read("settings").values() if title in one.words("of")), None)
        assert entry.words("landings") or (row is not None and len(row.words("near")) >= (4 if title in _FEW else 8)), title
