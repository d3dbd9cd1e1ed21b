"""What the premise says of its player and of the deed beside it shows in the world."""

from __future__ import annotations

from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.compose import compose
from makebelieve.worlds.generation.draft import Figure
from makebelieve.worlds.generation.reminders import spared_by, traits_of
from makebelieve.worlds.generation.understand import understand_world

POV = "third_person_shoulder"


def last_scene(world: dict[str, Any]) -> dict[str, Any]:
    key = next(event["from"][0] for event in world["scene"]["events"] if "done" in event.get("grants", []))
    state: dict[str, Any] = world["scene"]["states"][key]
    return state


def facts(world: dict[str, Any]) -> list[str]:
    talk = next(event for event in world["scene"]["events"] if event["kind"] == "terminal")
    return [fact["text"] for fact in talk["terminal"]["facts"]]


def test_a_deadline_and_a_manner_are_said_at_the_start_and_at_the_end() -> None:
    draft = understand_world("A baker wants to win the village fair")
    draft = draft.model_copy(update={"deadline": "before the bells ring", "condition": "without anyone noticing"})
    world = compose(draft, 4, POV)
    said = facts(world)
    assert any("before the bells ring" in text for text in said)
    assert any("without anyone noticing" in text for text in said)
    assert "before the bells ring" in last_scene(world)["narration"]
    assert worlds.check(world) == []


def test_whoever_it_is_for_waits_at_the_end() -> None:
    draft = understand_world("A postman must deliver a letter")
    draft = draft.model_copy(update={"recipient": Figure(noun="widow", phrase="old widow")})
    assert "the old widow" in last_scene(compose(draft, 4, POV))["base"]


def test_traits_are_told_and_spare_what_they_rule_out() -> None:
    draft = understand_world("A deaf clockmaker must tune the cathedral organ")
    traits = traits_of(draft)
    assert [entry.title for entry in traits] == ["deaf"]
    spared = spared_by(traits)
    assert spared is not None
    assert spared.search("You hear it")
    onward = set(traits[0].items("onward"))
    told = [{event["narration"] for event in compose(draft, seed, POV)["scene"]["events"]} for seed in range(6)]
    assert sum(bool(onward & some) for some in told) >= 4


@pytest.mark.parametrize("title", sorted(tables.read("traits")))
def test_a_trait_is_whole(title: str) -> None:
    entry = tables.read("traits")[title]
    assert set(entry.rows) <= {"words", "years", "onward", "spared"}
    assert len(entry.items("onward")) >= 2


@pytest.mark.parametrize(
    ("premise", "said"),
    [
        ("An engineer has six hours to restart the air of a mining base", "six hours"),
        ("A farmer must win back his name by harvest", "by harvest"),
        ("A ranger must empty the valley before the dam bursts", "before the dam bursts"),
    ],
)
def test_a_deadline_is_thought_of_on_the_way(premise: str, said: str) -> None:
    told = [event["narration"] for seed in range(4) for event in worlds.generate(premise, seed=seed)["scene"]["events"]]
    assert any(said in text.lower() for text in told)
    assert not any("time: by" in text or "time: in" in text for text in told)


def test_whom_somebody_calls_is_turned_with_whose_they_are() -> None:
    world = worlds.generate("A bear cub called Bruno wants to find his mitten before his mother calls him for supper", seed=0)
    told = [text for text in facts(world) if "mother" in text] + [state["narration"] for state in world["scene"]["states"].values()]
    assert any("your mother calls you for supper" in text for text in told)
    assert not any("your mother calls him" in text or "your mother has called him" in text for text in told)


def test_what_was_due_to_leave_has_left() -> None:
    world = worlds.generate("A teacher must find her lost pupil before the bus is due to leave", seed=0)
    lost = [one["narration"] for one in world["scene"]["states"].values() if one.get("ending", {}).get("kind") == "lose"]
    assert any("the bus has left" in text for text in lost)
    assert not any(": the bus is due" in text or "now the bus is due" in text for text in lost)
