"""Worlds of heroes no bigger than a fist are of their own size."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables


def _kinds(premise: str) -> set[str]:
    world = worlds.generate(premise)
    states = world["scene"]["states"]
    return {kind for key, kind in world["metadata"]["sites"].items() if "ending" not in states[key]}


@pytest.mark.parametrize(
    ("premise", "own"),
    [
        ("A snail named Otto wants to win the race across the cabbage field.", "vegetable_bed"),
        ("A little ant must carry a seed home to the nest.", "anthill"),
        ("A toad lives in a garden pond that is drying up and must find new water.", "garden_pond"),
        ("A tiny mouse must cross the kitchen to fetch a button for her sister.", "kitchen_floor"),
    ],
)
def test_a_tiny_hero_is_in_places_of_that_size(premise: str, own: str) -> None:
    settings = tables.read("settings")
    small = {kind for row in ("among_the_stems", "behind_the_wall", "burrow") for kind in settings[row].words("of")}
    kinds = _kinds(premise)
    assert own in kinds
    assert kinds <= small


def test_people_come_into_no_place_of_that_size() -> None:
    small = tables.read("settings")["among_the_stems"].words("of")
    assert not small & _kinds("A girl must bring a crown to the frog.")
    assert not small & _kinds("An old woman finds a ring on the lawn of her garden.")


def test_a_beekeeper_goes_into_no_hive() -> None:
    assert "orchard" in _kinds("A beekeeper hears a voice from the third hive.")
