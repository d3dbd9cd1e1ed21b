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
