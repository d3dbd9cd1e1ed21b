"""Sentences as strangers type them, on worlds kept beside them: `said`, and in `meant` what a reader took it to ask for.

`development` and `held_out` were written before the readers were looked at; the four `fresh` sets afterwards, each run
once before what it showed was mended; `fifth` by another author again, who also judged what was done. What a
sentence should do is judged by reading; here stands what can be counted.
"""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from makebelieve import worlds

HERE = Path(__file__).parent / "strangers"
# Set, worlds it plays on, sentences that are done at the least.
SETS = (
    ("development", "strangers", 43),
    ("held_out", "strangers", 41),
    ("fresh", "fresh", 24),
    ("fresh_second", "fresh", 25),
    ("fresh_third", "fresh", 20),
    ("fresh_fourth", "fresh", 24),
    ("fifth", "fifth", 97),
)


@cache
def kept(worlds_: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(gzip.decompress((HERE / "worlds.json.gz").read_bytes()))[worlds_]
    return made


def errors(world: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one.lint, one.path) for one in worlds.check(world) if one.severity == "error"}


@pytest.mark.parametrize(("name", "on", "least"), SETS, ids=[one[0] for one in SETS])
@pytest.mark.slow
def test_sentences_of_strangers_are_done_soundly_and_told_to_people(name: str, on: str, least: int) -> None:
    done = 0
    for case in json.loads((HERE / f"{name}.json").read_text("utf-8")):
        world = kept(on)[case["world"]]
        edited = worlds.edit(world, case["said"])
        assert not re.search(r"(?:state|event)\[", edited.reply), (case["said"], edited.reply)
        if edited.applied:
            done += 1
            assert errors(edited.world) <= errors(world), case["said"]
            assert edited.changed, case["said"]
            assert edited.ops, case["said"]
            assert edited.reply[:1].isupper() or edited.reply.startswith("'"), edited.reply
        else:
            assert edited.world == world
            assert re.search(r"\?|nothing was changed|nothing had to change", edited.reply), (case["said"], edited.reply)
    assert done >= least


def test_another_hour_leaves_no_light_of_the_old_one() -> None:
    world = kept("strangers")[3]
    edited = worlds.edit(world, "make it dawn")
    assert edited.reply == "It is now dawn everywhere."
    for state in edited.world["scene"]["states"].values():
        assert not re.search(r"\b(?:noon|afternoon|dusk|sunset|midday|moonlight)\b", state["base"])
    lines = [state["base"] for state in edited.world["scene"]["states"].values()]
    assert all(re.search(r"dawn|sunrise|daybreak|first (?:[a-z]+ )?light|early light", line, re.IGNORECASE) for line in lines)


def test_a_mood_says_something_else_in_every_scene() -> None:
    world = kept("strangers")[1]
    edited = worlds.edit(world, "make it funnier")
    added = [
        line
        for key, state in edited.world["scene"]["states"].items()
        for line in state["base"].split(". ")
        if line not in world["scene"]["states"][key]["base"]
    ]
    assert len(added) >= len(world["scene"]["states"])
    assert len(set(added)) == len(added)


def test_a_new_place_is_told_like_the_others_and_can_be_left_again() -> None:
    world = kept("strangers")[11]
    edited = worlds.edit(world, "Add a rover garage next to the airlock with a dusty rover in it")
    state = edited.world["scene"]["states"]["rover_garage"]
    assert state["base"].count(". ") >= 3
    assert "dusty rover" in state["base"]
    assert state["camera"]
    assert state["movement"]
    assert len(state["ambient"]) == 2
    ways = {(tuple(one["from"]), one.get("to")) for one in edited.world["scene"]["events"]}
    assert (("airlock",), "rover_garage") in ways
    assert (("rover_garage",), "airlock") in ways


@pytest.mark.parametrize(
    ("world", "said", "answer"),
    [
        (2, "lock the forge", "What shall open the forge?"),
        (8, "add a statue", "In which place shall there be a statue: the team bus"),
        (3, "what would a dragon do here?", "reads as a question"),
        (10, "undo", "earlier version"),
        (0, "delete everything", "Which place, person or ending shall go"),
    ],
)
def test_what_is_unsure_is_asked_back_with_what_the_world_has(world: int, said: str, answer: str) -> None:
    edited = worlds.edit(kept("strangers")[world], said)
    assert not edited.applied
    assert answer in edited.reply
