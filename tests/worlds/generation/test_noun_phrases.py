"""What a premise names stays whole: no clause moves to another noun, and nobody is made of what is only said of somebody."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.understand import understand_world


def _texts(world: dict[str, Any]) -> str:
    states, events = list(world["scene"]["states"].values()), world["scene"]["events"]
    shown = [one["base"] for one in (*states, *events)]
    said = [one.get("narration") or "" for one in (*states, *events)] + [event["label"] for event in events]
    return " ".join([*shown, *said, *(one["text"] for one in world["missions"][0]["objectives"])])


@pytest.mark.parametrize(
    ("premise", "wrong"),
    [
        ("A piper must play at the funeral of the giant who taught him.", r"funeral who"),
        ("A seamstress has to dance at the wedding of the duke who sacked her.", r"wedding who"),
        ("A monk wants to sing at the grave of the bishop who hid him.", r"grave who"),
    ],
)
def test_a_clause_stays_with_its_own_noun(premise: str, wrong: str) -> None:
    for seed in range(3):
        assert re.search(wrong, _texts(worlds.generate(premise, seed=seed))) is None


@pytest.mark.parametrize(
    ("premise", "nobody"),
    [
        ("A clerk suspects that the tall guest in room two is not really the brother of the countess.", "brother"),
        ("A cook doubts that the new waiter is the son of the general.", "son"),
    ],
)
def test_what_is_only_said_of_somebody_is_nobody_else(premise: str, nobody: str) -> None:
    draft = understand_world(premise)
    assert not any(nobody in one.phrase.split() for one in (*draft.people, *draft.foes))
    assert "not really" not in " ".join(one["text"] for one in worlds.generate(premise)["missions"][0]["objectives"])


@pytest.mark.parametrize(
    "premise",
    [
        "My nephew has stopped talking to his mother, and I want them both at my table.",
        "My granddaughter won't talk to her mother any more, and I want them both at my birthday on Friday.",
    ],
)
def test_nobody_is_named_twice_in_a_deed(premise: str) -> None:
    told = _texts(worlds.generate(premise))
    assert not re.search(r"(?:nephew|granddaughter)['’]s mother|talk to \\S+ mother any more", told)


def test_a_beast_is_named_once_in_a_deed() -> None:
    world = worlds.generate("I have to find my runaway ferret in the walls of our house and bring him back to his cage before supper.")
    assert "ferret's cage" not in _texts(world)
    assert "its cage" in world["metadata"]["understood"]["sentence"]


def test_what_leads_on_to_another_name_is_none() -> None:
    for premise in (
        "The monk has to smuggle a forbidden book out of the burning library past the soldiers at the gate.",
        "The maid must carry the stolen painting out of the crowded ballroom past the duke's guards.",
    ):
        assert not re.search(r"\bthe (?:past|through|by) the\b", _texts(worlds.generate(premise)))


def test_one_of_several() -> None:
    for seed in range(3):
        told = _texts(worlds.generate("A librarian wants to find out which pupil is drawing whales in the atlases.", seed=seed))
        assert not re.search(r"one of the pupil\b|(?:is|waits|stands) the pupil\b|\bthe pupil (?:looks|is|waits)", told, re.IGNORECASE)


@pytest.mark.parametrize(
    "premise",
    [
        "A young teacher tries to find out which pupil is leaving feathers on her desk.",
        "A baker wants to know which apprentice is putting salt into the cream.",
    ],
)
def test_what_is_asked_is_no_danger(premise: str) -> None:
    assert understand_world(premise).danger is None
