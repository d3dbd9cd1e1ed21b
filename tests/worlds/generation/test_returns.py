"""Nobody is told to go back to where they have not been."""

from __future__ import annotations

from typing import Any

import pytest

from makebelieve import worlds


def reached(world: dict[str, Any], without: str, start: str | None = None) -> set[str]:
    """The states that can be come to from one of them, or from the entrance, without passing another."""
    found = {start or world["entrance"]["state"]} - {without}
    waiting = list(found)
    while waiting:
        key = waiting.pop()
        for event in world["scene"]["events"]:
            to = event.get("to")
            if key in event["from"] and to in world["scene"]["states"] and to != without and to not in found:
                found.add(to)
                waiting.append(to)
    return found


@pytest.mark.parametrize(
    "premise",
    [
        "A thief plans to steal the painting from the museum",
        "A prisoner wants to escape from the castle",
        "Two sisters look for their dog in the park",
        "A shy boy wants to win over his new neighbour",
        "A knight must defend the village from wolves",
    ],
)
@pytest.mark.parametrize("seed", range(4))
def test_one_goes_back_only_to_where_one_has_been(premise: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    states = world["scene"]["states"]
    for event in world["scene"]["events"]:
        if event["label"].startswith(("Go back to ", "Return to ", "Back to ")) and "ending" not in states[event["to"]]:
            assert event["from"][0] not in reached(world, event["to"]), event["label"]


@pytest.mark.parametrize(
    "premise",
    [
        "A retired boxer trains a shy girl for the city championship",
        "Two sisters look for their dog in the park",
        "Somebody poisoned the duke at the opera, and the inspector must find out who",
        "A boy wants to find out where the night train is going",
        "A knight travels to the tower of the north",
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_what_was_missed_can_be_gone_back_for_from_the_last_scene(premise: str, seed: int) -> None:
    """Ways only: whoever stands at the last act can still go to where the secret is."""
    world = worlds.generate(premise, seed=seed)
    events = world["scene"]["events"]
    last = next(event for event in events if "truth" in event.get("requires", ()))["from"][0]
    secret = next(event for event in events if "truth" in event.get("grants", ()) and event.get("hidden"))["from"][0]
    assert secret in reached(world, "", last)
