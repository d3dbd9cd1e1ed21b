"""Wishes about a sort of thing as a whole."""

from __future__ import annotations

import json
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.edits import naming, referents


@pytest.fixture(scope="module")
def world() -> dict[str, Any]:
    return worlds.generate("A postman looks for a lost letter in a village", seed=1)


def people(world: dict[str, Any]) -> list[str]:
    return [one.name for one in naming.things(world) if one.kind == "person"]


@pytest.mark.parametrize("said", ["I want more people to talk to", "add some more characters", "please give me a few more people"])
def test_more_people_are_new_and_can_be_asked(world: dict[str, Any], said: str) -> None:
    after = worlds.edit(world, said)
    assert after.applied, after.reply
    assert worlds.check(after.world) == []
    new = set(people(after.world)) - set(people(world))
    assert len(new) == 2
    asked = [one["label"] for one in after.world["scene"]["events"] if one["kind"] == "terminal"]
    assert all(any(name in label for label in asked) for name in new)


def test_everybody_leaves_and_what_they_gave_is_found(world: dict[str, Any]) -> None:
    after = worlds.edit(world, "remove all the people")
    assert after.applied, after.reply
    assert worlds.check(after.world) == []
    assert people(world)
    assert people(after.world) == []


@pytest.mark.parametrize("said", ["remove the secret", "take out the hidden thing", "no secrets please"])
def test_the_secret_goes_with_the_ending_that_asks_for_it(world: dict[str, Any], said: str) -> None:
    assert referents.secrets(world)
    after = worlds.edit(world, said)
    assert after.applied, after.reply
    assert worlds.check(after.world) == []
    assert referents.secrets(after.world) == []
    assert "truth" not in {flag for one in after.world["scene"]["events"] for flag in one.get("requires", ())}
    assert len([one for one in after.world["scene"]["states"].values() if "ending" in one]) >= 2


@pytest.mark.parametrize(
    ("happens", "kind"),
    [
        ("the letter burns", "lose"),
        ("everything goes wrong again", "lose"),
        ("the letter is read aloud to all", "win"),
        ("the lamp burns brightly", "win"),
    ],
)
def test_an_ending_is_lost_where_something_bad_happens(world: dict[str, Any], happens: str, kind: str) -> None:
    after = worlds.edit(world, f"add an ending where {happens}")
    assert after.applied, after.reply
    (new,) = [key for key in after.world["scene"]["states"] if key not in world["scene"]["states"]]
    assert after.world["scene"]["states"][new]["ending"]["kind"] == kind


@pytest.mark.parametrize("said", ["He should look for a ring instead of a letter", "the postman should steal a ring, not a letter"])
def test_what_one_is_after_is_another_thing_everywhere(world: dict[str, Any], said: str) -> None:
    after = worlds.edit(world, said)
    assert after.applied, after.reply
    assert worlds.check(after.world) == []
    assert "ring" in after.world["missions"][0]["title"].lower()
    assert "lost letter" not in json.dumps(after.world).lower()


@pytest.mark.parametrize("said", ["set it in space", "play it on the moon instead", "the story should take place in a submarine"])
def test_another_setting_is_no_edit_and_the_answer_says_what_is(world: dict[str, Any], said: str) -> None:
    after = worlds.edit(world, said)
    assert not after.applied
    example = after.reply.partition("Say for example: ")[2].rstrip(".")
    assert worlds.edit(world, example).applied


def test_what_is_to_be_hidden_is_no_sight(world: dict[str, Any]) -> None:
    after = worlds.edit(world, "the old map should be hidden in the bakery")
    assert "should be hides" not in after.reply
