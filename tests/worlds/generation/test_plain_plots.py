"""The plain plots tell what is true of any deed: in its own words, with things that anybody would need, and none of the old filler."""

from __future__ import annotations

import json
import re

import pytest

from makebelieve import worlds

FILLER = re.compile(
    r"Wait until (?:it is|it grows) quiet|Go slowly on purpose|smallest part of it|starts small|Gather your strength", re.IGNORECASE
)


@pytest.mark.parametrize(
    "premise",
    [
        "A moth wants to touch the moon.",
        "A bookkeeper wants to turn down a bribe politely.",
        "A gardener must cut the hedge into the shape of the duchess's dog.",
        "A mason has to carve the face of a saint that nobody remembers.",
        "A judge has to sentence her own brother.",
        "A sheriff has to turn the stampede before it reaches the schoolhouse.",
    ],
)
def test_a_plain_deed_is_told_without_filler(premise: str) -> None:
    for seed in range(3):
        world = worlds.generate(premise, seed=seed)
        assert FILLER.search(json.dumps(world)) is None
        assert [one for one in worlds.check(world) if one.severity == "error"] == []


def test_a_particle_is_kept_with_its_verb() -> None:
    world = worlds.generate("A stable girl must break in the horse that killed her father.", seed=1)
    assert "Break in." not in [one["text"] for mission in world["missions"] for one in mission["objectives"]]


def test_who_wants_to_desert_is_in_no_desert() -> None:
    world = worlds.generate("A soldier wants to desert his post to see his newborn daughter.", seed=1)
    assert not re.search(r"\bdesert\b(?! (?:your|his) post)", json.dumps(world["scene"]))


@pytest.mark.parametrize(
    "premise",
    [
        "Two janitors have to whistle in the gym.",
        "An old actor wants to stand on the stage once more.",
        "A ghost who is afraid of the dark haunts an abandoned hotel.",
        "A postman must sneeze before breakfast.",
    ],
)
def test_a_plain_deed_takes_two_things_and_no_warning_of_what_lies_behind_one(premise: str) -> None:
    for seed in range(2):
        world = worlds.generate(premise, seed=seed)
        used = [one for one in world["missions"][0]["objectives"] if one["grants"].startswith("used_")]
        assert len(used) == 2, [one["text"] for one in world["missions"][0]["objectives"]]
        assert not re.search(r"right round|look on|good word", " ".join(one["text"] for one in world["missions"][0]["objectives"]))
        endings = [state["ending"]["kind"] for state in world["scene"]["states"].values() if "ending" in state]
        assert len(endings) >= 4
        assert len(world["scene"]["states"]) >= 8
