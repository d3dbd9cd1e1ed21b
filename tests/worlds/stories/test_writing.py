"""Worlds written by somebody else: judged before they are taken, and the embedded makers where there is no story."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.kit.errors import Problem
from makebelieve.language import ModelUnavailable
from makebelieve.worlds import Story, WorldDraft
from makebelieve.worlds.generation.understand import understand_world
from makebelieve.worlds.stories.writing import Judge, faults

PREMISE = "A student has to hand in her thesis by noon, but her flatmate's goat has eaten the only copy."
STORY = Story.model_validate_json(Path(__file__).with_name("thesis.json").read_text("utf-8"))


class Writer:
    """Writes what it was given, if the judge lets it."""

    name = "storyteller"

    def __init__(self, story: Story) -> None:
        self.story, self.found = story, ["not asked"]

    def write_story(self, premise: str, hint: WorldDraft, judge: Judge) -> Story:
        self.found = judge(self.story)
        if self.found:
            raise ModelUnavailable("its answers were not valid")
        return self.story


def test_a_world_is_the_writers() -> None:
    writer = Writer(STORY)
    world = worlds.generate_with(writer, PREMISE, 7)
    assert writer.found == []
    assert (world["name"], world["metadata"]["provider"]) == (STORY.title, "storyteller")
    assert "note" not in world["metadata"]


def spoilt(**changes: Any) -> Story:
    return STORY.model_copy(update=changes)


@pytest.mark.parametrize(
    ("story", "why"),
    [
        (spoilt(deed=STORY.deed.model_copy(update={"seen": "There is no thesis."})), "'no'"),
        (spoilt(finds=[STORY.finds[0].model_copy(update={"needs": ["bind"], "lacking": "Bind it first."}), *STORY.finds[1:]]), "stick"),
        (spoilt(ways=STORY.ways[:1]), "no path of events leads here"),
        (spoilt(looks=STORY.looks * 30), "choices, ways back and forth counted"),
    ],
    ids=["negation", "circle", "unreachable", "too many"],
)
def test_what_is_wrong_is_said_in_words_to_mend_it_by(story: Story, why: str) -> None:
    found = faults(understand_world(PREMISE), 7, "side", story)
    assert any(why in one for one in found), found


def test_without_a_story_the_tables_tell_and_the_world_says_so() -> None:
    world = worlds.generate_with(Writer(spoilt(ways=STORY.ways[:1])), PREMISE, 7)
    plain = worlds.generate(PREMISE, 7)
    assert world["scene"] == plain["scene"]
    assert world["metadata"]["provider"] == "embedded"
    assert (
        world["metadata"]["note"]
        == "The language model storyteller wrote no story: its answers were not valid. Told by the embedded tables."
    )


def test_bad_input_is_refused_before_anybody_is_asked() -> None:
    writer = Writer(STORY)
    with pytest.raises(Problem, match="premise"):
        worlds.generate_with(writer, "x")
    with pytest.raises(Problem, match="pov"):
        worlds.generate_with(writer, PREMISE, pov="sideways")
    assert writer.found == ["not asked"]
