"""What a premise asks where somebody only comes somewhere, makes something for a purpose, or is made to do something."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.limits import spoken
from makebelieve.worlds.generation.names import names_in
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        (
            "A retired judge moves to a small village and notices that the church bell rings thirteen every night.",
            "find out why the church bell rings thirteen every night",
        ),
        ("A family moves into an old house and hears noises in the walls.", "find out where the noises come from"),
        ("Two kids build a raft to reach the island before summer ends.", "build a raft to reach the island"),
        ("A smith's daughter forges a sword to stop a giant.", "stop a giant"),
    ],
)
def test_a_premise_asks_for_what_matters(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_nobody_is_called_by_what_leads_a_title() -> None:
    assert names_in("Post-apoc scavenger run")[0] == {}


def test_the_verb_that_stands_for_the_deed_is_left_out_of_a_deadline() -> None:
    world = worlds.generate("A diver must get the chest out of the wreck before the pirates do")
    said = " ".join(state.get("narration", "") for state in world["scene"]["states"].values())
    assert "done before the pirates do" not in said


def test_what_somebody_does_until_then_is_kept() -> None:
    draft = understand_world("A cook must hold the inn until her sisters do")
    told = spoken(draft, "until the sisters do", "she")
    assert told is not None
    assert told[1]["clause"].endswith(" do")
