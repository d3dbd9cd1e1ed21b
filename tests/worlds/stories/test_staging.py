"""The world of a story: its words as they are, a sound graph, the same each time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds import Story
from makebelieve.worlds.generation.look import Look
from makebelieve.worlds.generation.understand import understand_world
from makebelieve.worlds.stories.staging import staged

PREMISE = "A student has to hand in her thesis by noon, but her flatmate's goat has eaten the only copy."
STORY = Story.model_validate_json(Path(__file__).with_name("thesis.json").read_text("utf-8"))


def world(seed: int = 7, pov: str = "third_person_shoulder", **more: Any) -> dict[str, Any]:
    return staged(STORY, understand_world(PREMISE), seed, pov, provider="storyteller", **more)


def event(made: dict[str, Any], label: str) -> dict[str, Any]:
    return dict(next(one for one in made["scene"]["events"] if one["label"] == label))


@pytest.mark.parametrize("pov", worlds.POVS)
def test_it_passes_every_check(pov: str) -> None:
    assert worlds.check(world(pov=pov)) == []


def test_the_same_story_and_seed_make_the_same_world() -> None:
    assert json.dumps(world()) == json.dumps(world())
    assert world(1)["scene"] != world(2)["scene"]  # the camera


def test_every_line_of_the_story_is_told() -> None:
    told = json.dumps(world(), ensure_ascii=False)
    story = STORY
    for one in (*story.finds, *story.steps, *story.looks, story.secret, story.deed, story.best, *story.rash):
        for text in (one.label, one.seen, one.told):
            assert json.dumps(text, ensure_ascii=False)[1:-1] in told
    for spot in story.spots:
        assert spot.seen in told
        assert spot.again in told
    for person in story.people:
        assert all(fact.rstrip(".") in told for fact in person.facts)
    assert world()["scene"]["states"]["flat"]["narration"] == story.opening


def test_needs_bar_and_grants_open() -> None:
    made = world()
    steps = {step.id: step for step in STORY.steps}
    bind = event(made, steps["bind"].label)
    assert (bind["requires"], bind["grants"], bind["lockedHint"], bind["oneShot"]) == (
        ["print", "pages"], ["bind"], steps["bind"].lacking, True,
    )  # fmt: skip
    assert event(made, STORY.last_go)["requires"] == STORY.last_needs
    best = event(made, STORY.best.label)
    assert best["requires"] == ["truth"]
    hidden = event(made, STORY.secret.label)
    assert (hidden["hidden"], hidden["grants"]) == (True, ["truth"])


def test_it_is_of_the_shape_that_every_world_has() -> None:
    made = world()
    states = made["scene"]["states"]
    kinds = [state["ending"]["kind"] for state in states.values() if "ending" in state]
    assert (kinds.count("win"), kinds.count("lose")) == (2, len(STORY.rash))
    for key in states:
        keys = [one["hotkey"] for one in made["scene"]["events"] if key in one["from"] and "hotkey" in one]
        assert len(keys) == len(set(keys))
    assert made["metadata"]["provider"] == "storyteller"
    understood = made["metadata"]["understood"]
    assert understood["sentence"].startswith("Priya")
    assert understood["assumed"] == []
    assert {"genre", "player", "goal", "places", "hour", "weather"} <= set(understood)


def test_a_picture_sets_the_look() -> None:
    look = Look(("#102040",), 0.2, 0.0, "left", 0.5)
    made = world(look=look)
    assert made["metadata"]["look"] == look.as_dict()
    assert "palette" in made["styleTail"]
    assert "palette" not in world()["styleTail"]


def test_places_have_the_pictures_of_their_kind_and_endings_that_of_theirs() -> None:
    made = world()
    sites, marks = made["metadata"]["sites"], made["metadata"]["landmarks"]
    assert (sites["flat"], sites["library"], sites["ready"]) == ("home_kitchen", "library_old", "office")
    assert all(word in made["scene"]["states"][state]["base"].lower() for state, words in marks.items() for word in words)
    assert set(marks) == set(sites) == set(made["scene"]["states"])
    elsewhere = STORY.model_copy(
        update={"deed": STORY.deed.model_copy(update={"ending": STORY.deed.ending.model_copy(update={"place": "yard"})})}
    )
    ended = staged(elsewhere, understand_world(PREMISE), 7, "side", provider="storyteller")
    assert ended["metadata"]["sites"]["win_in_by_noon"] == "courtyard"


def test_a_kind_that_is_none_is_left_to_the_prose() -> None:
    spots = [STORY.spots[0].model_copy(update={"kind": "spaceship of glass"}), *STORY.spots[1:]]
    made = staged(STORY.model_copy(update={"spots": spots}), understand_world(PREMISE), 7, "side", provider="storyteller")
    assert "flat" not in made["metadata"]["sites"]
    assert "library" in made["metadata"]["sites"]


def test_who_is_told_of_in_a_scene_is_not_told_of_twice() -> None:
    spot = STORY.spots[0].model_copy(update={"again": "Crumbs lie on the table. Tom waters the fern by the window."})
    told = staged(STORY.model_copy(update={"spots": [spot, *STORY.spots[1:]]}), understand_world(PREMISE), 7, "side", provider="s")
    flat = told["scene"]["states"]["flat"]
    shown = STORY.people[0].shown
    assert flat["base"].endswith(shown)
    assert flat["variants"][0]["base"] == spot.again


def test_a_way_back_from_the_last_choice_is_there_where_the_story_has_one() -> None:
    made = world()
    assert event(made, "Go back once more")["to"] == STORY.last_place
    ahead = staged(STORY.model_copy(update={"last_back": None}), understand_world(PREMISE), 7, "side", provider="s")
    assert {one["to"] for one in ahead["scene"]["events"] if one["from"] == ["ready"]} == {"card_1", "best_passed_with_bites"}
    assert worlds.check(ahead) == []
