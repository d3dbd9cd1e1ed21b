"""A story as an author writes it: what does not hang together is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from makebelieve.worlds import Story

THESIS = Path(__file__).with_name("thesis.json")


def story() -> dict[str, Any]:
    return dict(json.loads(THESIS.read_text("utf-8")))


def changed(part: str, at: int, **changes: Any) -> dict[str, Any]:
    told = story()
    told[part][at] |= changes
    return told


def test_a_whole_story_is_taken() -> None:
    assert Story.model_validate(story()).title == "The Goat Ate Chapter Four"


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (changed("finds", 0, place="moon"), "'moon' is no spot; spots are flat, yard"),
        (changed("people", 0, place="moon"), "'moon' is no spot"),
        (changed("ways", 0, target="moon"), "'moon' is no spot"),
        ({**story(), "last_place": "moon"}, "'moon' is no spot"),
        (changed("steps", 0, needs=["wings"]), "'wings' is needed and is no find or step"),
        ({**story(), "last_needs": ["wings"]}, "'wings' is needed and is no find or step"),
        (changed("steps", 0, lacking=None), "say in `lacking`"),
        (changed("ways", 0, needs=["oats"], barred=None), "say in `barred`"),
        (changed("finds", 0, giver="Nobody"), "its giver 'Nobody' is nobody who stands in"),
        (changed("finds", 1, id="stick"), "every id may be used once"),
        (changed("spots", 1, id="ready"), "'ready' is an id of the world's own"),
        (changed("finds", 1, id="truth"), "'truth' is an id of the world's own"),
        (changed("spots", 1, id="flat"), "every id may be used once"),
        ({**story(), "secret": {**story()["secret"], "spot": "the glass piano"}}, "'the glass piano' has to be seen"),
        ({**story(), "rash": story()["rash"][:1], "spots": story()["spots"][:4]}, "is no spot"),
    ],
)
def test_what_does_not_hang_together_is_named(told: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why.replace("(", r"\(")):
        Story.model_validate(told)


def test_a_find_that_nothing_needs_is_named() -> None:
    told = story()
    for one in (*told["steps"], *told["finds"], *told["ways"]):
        one["needs"] = [need for need in one.get("needs", []) if need != "oats"]
    with pytest.raises(ValidationError, match="nothing needs oats"):
        Story.model_validate(told)


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ({**story(), "title": ""}, "title"),
        ({**story(), "people": []}, "people"),
        ({**story(), "rash": []}, "rash"),
        (changed("finds", 0, label="x" * 61), "finds"),
        (changed("finds", 0, id="The Key"), "finds"),
        ({**story(), "hour": "teatime"}, "hour"),
    ],
)
def test_fields_have_bounds(told: dict[str, Any], where: str) -> None:
    with pytest.raises(ValidationError) as found:
        Story.model_validate(told)
    assert where in {str(error["loc"][0]) for error in found.value.errors()}
