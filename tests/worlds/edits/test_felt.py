"""How one ending feels: by its title, by what leads there, by a complaint."""

from __future__ import annotations

from typing import Any

import pytest

from makebelieve import worlds

World = dict[str, Any]


@pytest.fixture(scope="module")
def glacier() -> World:
    return worlds.generate("A retired mountaineer wants to plant a flag on the glacier before the thaw", seed=5)


def _ends(world: World, kind: str) -> list[str]:
    return [key for key, one in world["scene"]["states"].items() if one.get("ending", {}).get("kind") == kind]


def _touched(before: World, after: World) -> set[str]:
    return {key for key, one in after["scene"]["states"].items() if one != before["scene"]["states"][key]}


def test_the_ending_of_a_title_alone_feels_otherwise(glacier: World) -> None:
    key = _ends(glacier, "lose")[0]
    title = glacier["scene"]["states"][key]["ending"]["title"]
    made = worlds.edit(glacier, f"make the ending '{title}' happier")
    assert made.applied
    assert _touched(glacier, made.world) == {key}


@pytest.mark.parametrize("said", ["the ending where you fail is too sad", "the losing ending is a bit too dark, can you make it kinder?"])
def test_a_complaint_about_an_ending_is_a_wish(glacier: World, said: str) -> None:
    made = worlds.edit(glacier, said)
    assert made.applied
    assert _touched(glacier, made.world) <= set(_ends(glacier, "lose"))


def test_a_question_about_a_choice_is_answered(glacier: World) -> None:
    made = worlds.edit(glacier, "what happens if I give up?")
    assert not made.applied
    assert "ending" in made.reply or "ends with" in made.reply


def test_a_quality_is_no_name(glacier: World) -> None:
    made = worlds.edit(glacier, "the flag should be more colourful")
    assert "more colourful" not in str(made.world["scene"]) or "called" not in made.reply
