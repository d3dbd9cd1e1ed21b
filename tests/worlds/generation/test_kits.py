"""What players are asked to look for: what the deed takes, or nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds

COMFORT = re.compile(
    r"\b(?:smooth (?:grey )?stone|lucky (?:coin|pebble)|quiet hour|slice of warm pie|loaf of fresh bread|old picture|book of manners)\b"
)
FURTHER = re.compile(r"\b(?:have to go further|a trail leads on|they lead on\.)")


def steps(world: dict[str, Any]) -> list[str]:
    return [one["text"] for one in world["missions"][0]["objectives"]]


@pytest.mark.parametrize(
    "premise",
    [
        "A mountain goat wants to ride the subway.",
        "A weaver wants to win her freedom from the duke.",
        "Two sisters must take their blind grandfather to the sea.",
        "A boy wants to see the northern lights with his uncle.",
    ],
)
def test_nobody_is_asked_to_bring_a_comfort(premise: str) -> None:
    for seed in range(3):
        world = worlds.generate(premise, seed=seed)
        assert not any(COMFORT.search(text) for text in steps(world)), steps(world)
        assert worlds.check(world) == []


def test_what_is_asked_for_at_a_way_is_put_to_use_there() -> None:
    """Whatever a way asks for opens it or is used: nobody gathers an iron bar for a gate with a number lock."""
    for seed in range(4):
        world = worlds.generate("A girl wants to see the ocean", seed=seed)
        for event in world["scene"]["events"]:
            found = [flag for flag in event.get("requires", ()) if flag.startswith("has_")]
            assert len(found) < 2 or any(flag.startswith("used_") for flag in event["requires"]), event["label"]


@pytest.mark.parametrize("premise", ["A boy looks for his lost kite in the hills.", "A mother searches for her missing son."])
def test_the_last_place_of_a_search_sends_nobody_further(premise: str) -> None:
    for seed in range(3):
        world = worlds.generate(premise, seed=seed)
        last = next(event["from"][0] for event in world["scene"]["events"] if "done" in event.get("grants", ()))
        told = [event["narration"] for event in world["scene"]["events"] if last in event["from"] and event["narration"]]
        assert not any(FURTHER.search(text) for text in told), told


def test_who_hunts_a_thief_is_not_given_what_the_thief_has() -> None:
    for seed in range(3):
        world = worlds.generate("My dad's wallet was stolen on the tram and I want to find the thief.", seed=seed)
        assert not any("wallet" in text for text in steps(world)), steps(world)


def test_a_rival_who_runs_no_race_wins_none() -> None:
    world = worlds.generate("A baker tries to keep her street fed through the siege while a rival sells mouldy flour.", seed=0)
    assert "wreath" not in str(world["scene"])
    assert "wants to win it too" not in str(world["scene"])


def test_no_ship_is_looked_for_in_dark_corners() -> None:
    for seed in range(4):
        world = worlds.generate("A captain searches for her stolen aeroplane", seed=seed)
        assert not any("dark corners" in text or "close to the ground" in text for text in steps(world))
        assert not any("close to the ground" in event["narration"] for event in world["scene"]["events"])
