"""Wishes whose words could be taken apart in more than one way."""

from __future__ import annotations

import copy

from makebelieve import worlds

WORLD = worlds.generate("A teenage girl wants to win back her best friend at summer camp.", seed=0)


def test_a_title_with_a_to_in_it_is_renamed_whole() -> None:
    world = copy.deepcopy(WORLD)
    key = next(key for key, state in world["scene"]["states"].items() if "ending" in state)
    world["scene"]["states"][key]["ending"]["title"] = "Left to others"
    edited = worlds.edit(world, "Rename the ending Left to others to The Line Goes Dead")
    assert edited.applied
    assert edited.world["scene"]["states"][key]["ending"]["title"] == "The Line Goes Dead"


def test_somebody_with_a_name_behind_a_noun_is_no_place() -> None:
    place = next(iter(WORLD["scene"]["states"]))
    edited = worlds.edit(WORLD, f"Put her best friend Maya into the {place.replace('_', ' ')} so one can talk to her")
    assert edited.applied
    assert set(edited.world["scene"]["states"]) == set(WORLD["scene"]["states"])
    assert any("Maya" in event["label"] and event["kind"] == "terminal" for event in edited.world["scene"]["events"])
