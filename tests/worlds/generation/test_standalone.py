"""Nothing stands in a picture that is part of somebody or a body of people, and no weather is seen that a premise has ended."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.mentions import mentioned
from makebelieve.worlds.generation.tellings import read


def _shown(world: dict[str, Any]) -> str:
    return " ".join(state["base"] for state in world["scene"]["states"].values())


@pytest.mark.parametrize(
    ("premise", "part"),
    [
        ("A thief has to slip a letter into the general's pocket at the opera.", "pocket"),
        ("A nun wants to hide a coin in the bishop's sleeve.", "sleeve"),
        ("A coachman wants to go home, but somebody has left a goose on the back seat.", "seat"),
    ],
)
def test_no_part_is_a_thing_by_itself(premise: str, part: str) -> None:
    assert part not in {one.head for one in mentioned(read(premise))}


@pytest.mark.parametrize(
    ("premise", "body"),
    [
        ("A miner wants to resign from the silver company, but his contract runs for ten years.", "company"),
        ("The town wants to stop the flood that took its bridge.", "town"),
    ],
)
def test_no_body_of_people_stands_by_a_chair(premise: str, body: str) -> None:
    stands = re.compile(
        rf"\b(?:the|The) (?:[a-z]+ ){{0,2}}{body} (?:waits|stands|is|looks|comes|goes)\b|\b(?:is|waits) the (?:[a-z]+ ){{0,2}}{body}\b"
    )
    for seed in range(3):
        shown = _shown(worlds.generate(premise, seed=seed))
        assert stands.search(shown) is None, stands.search(shown)


@pytest.mark.parametrize(
    ("premise", "weather"),
    [
        ("What if the rain stopped falling down and started falling up?", r"\b(?:[Rr]ain (?:falls|draws|hops)|[Pp]uddles fill)"),
        ("What if the wind stopped and nobody noticed?", r"\b[Ww]ind (?:blows|tears|pulls|presses)|gust of wind"),
    ],
)
def test_the_weather_is_not_what_a_premise_has_ended(premise: str, weather: str) -> None:
    for seed in range(3):
        assert re.search(weather, _shown(worlds.generate(premise, seed=seed))) is None
