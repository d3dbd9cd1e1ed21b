"""Names of places as the world itself writes them."""

from __future__ import annotations

import pytest

from makebelieve.worlds.spelling import place_name

STATES = {
    "flooded_metro_of_paris": {"base": "The diver halts in the flooded metro of Paris."},
    "captains_cabin": {"base": "Beside the chair in the captain's cabin."},
    "whale_bone_shore": {"base": "A shore.", "narration": "You walk the whale-bone shore."},
    "greenhouse_later": {"base": "The greenhouse again."},
    "mars": {"base": "Red dust."},
    "win_out": {"base": "Day.", "ending": {"kind": "win", "title": "Out at last"}},
    "nan_s_kitchen": {"base": "Steam in Nan's kitchen."},
    "seven_s_bends": {"base": "The road through the seven S bends."},
    "x-1": {"base": "."},
}
WORLD = {"scene": {"states": STATES, "events": [{"name": "go", "to": "mars", "label": "Leave for Mars"}]}}


@pytest.mark.parametrize(
    ("state", "name"),
    [
        ("flooded_metro_of_paris", "Flooded metro of Paris"),
        ("captains_cabin", "Captain's cabin"),
        ("whale_bone_shore", "Whale-bone shore"),
        ("greenhouse_later", "Greenhouse"),
        ("mars", "Mars"),
        ("win_out", "Out at last"),
        ("nan_s_kitchen", "Nan's kitchen"),
        ("seven_s_bends", "Seven S bends"),
        ("x-1", "X 1"),
    ],
)
def test_a_place_is_named_as_its_world_names_it(state: str, name: str) -> None:
    assert place_name(WORLD, state) == name
