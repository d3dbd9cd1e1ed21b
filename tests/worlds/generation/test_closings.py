"""Each ending that wins says the deed as done, in the premise's own words; what is somebody else's stays theirs."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds


def _told(world: dict[str, Any], kind: str) -> list[str]:
    return [state["narration"] for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == kind]


@pytest.mark.parametrize(
    ("premise", "thing"),
    [
        ("A nervous gardener wants to win the county marrow show.", "show"),
        ("An aunt must deliver the blacksmith's baby in the middle of a flood.", "blacksmith's baby"),
        ("A new teacher has to give the rowdiest class its first geography lesson.", "lesson"),
        ("A timid boy must overcome his fear of the cellar.", "fear of the cellar"),
        ("Two cousins have to raise the money for a new church roof.", "money"),
        ("A potter wants to prepare a shy donkey for its first pageant.", "donkey"),
    ],
)
@pytest.mark.parametrize("seed", range(2))
def test_the_deed_is_named_where_it_is_done(premise: str, thing: str, seed: int) -> None:
    endings = _told(worlds.generate(premise, seed=seed), "win")
    assert endings
    assert all(thing in text for text in endings), endings
    assert not any(re.search(r"\b(?:did|done) it\.", text) for text in endings), endings


@pytest.mark.parametrize("seed", range(2))
def test_the_ashes_of_another_stay_his(seed: int) -> None:
    world = worlds.generate("Two nieces carry their late uncle's banjo across the moor to scatter his ashes in the lake.", seed=seed)
    told = [*_told(world, "win"), *_told(world, "lose"), *(one["text"] for one in world["missions"][0]["objectives"])]
    assert not any("your ashes" in text.lower() for text in told)


def test_who_is_trained_keeps_what_is_theirs() -> None:
    world = worlds.generate("A coach has to train her niece for her first dive.", seed=0)
    assert "your first" not in " ".join([*_told(world, "win"), world["missions"][0]["title"]])
