"""Nobody cheers at a funeral, nobody wants more of what is poisoned, and nothing is there to do that tells nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds


def _texts(world: dict[str, Any]) -> str:
    states, events = world["scene"]["states"].values(), world["scene"]["events"]
    shown = [state["base"] for state in states] + [event["base"] for event in events]
    shown += [phase["base"] for event in events for phase in event.get("phases") or []]
    return " ".join([*shown, *(one.get("narration") or "" for one in (*states, *events))])


@pytest.mark.parametrize(
    ("premise", "words"),
    [
        ("A piper has to play at the burial of the old duke.", r"cheer|\bclap"),
        ("A shy nephew must sing at his aunt's funeral.", r"cheer|\bclap"),
        ("Somebody has poisoned the goulash on the night train and the waiter wants to know who.", "second time|stalks"),
        ("I am the steward of a zeppelin, and somebody has poisoned the broth.", "second time|stalks"),
    ],
)
def test_texts_are_seemly(premise: str, words: str) -> None:
    for seed in range(4):
        told = _texts(worlds.generate(premise, seed=seed))
        assert re.search(words, told, re.IGNORECASE) is None, re.search(rf".{{60}}(?:{words}).{{30}}", told, re.IGNORECASE)


@pytest.mark.parametrize(
    "premise",
    [
        "A baker wants to open a shop, but the guild wants it closed.",
        "The lift has begun to sing, and the caretaker wants to find out why.",
        "A night guard must find out which of the guests has stolen the clock.",
        "What if the fog stopped lifting?",
    ],
)
def test_no_choice_is_idle(premise: str) -> None:
    idle = re.compile(r"(?:Nod to|Watch .* for a (?:moment|while)|Look about you|Read the sheet|Weigh the pack|Ask what .* saw)\b")
    for seed in range(3):
        labels = [event["label"] for event in worlds.generate(premise, seed=seed)["scene"]["events"]]
        assert not any(idle.match(label) for label in labels), labels


def test_poems_have_a_kind_motive() -> None:
    for seed in range(4):
        told = _texts(worlds.generate("A young teacher wants to know which pupil is writing love poems on her board.", seed=seed))
        assert not re.search(r"a lie that it|blamed for a fire|stood to lose|not kindly", told)


@pytest.mark.parametrize(
    "premise",
    ["Three cousins have accidentally sold their aunt's boat.", "A potter must put right the mistake that she has made."],
)
def test_what_is_done_is_said_once(premise: str) -> None:
    for seed in range(4):
        for state in worlds.generate(premise, seed=seed)["scene"]["states"].values():
            assert "right. It is put right" not in (state.get("narration") or "")
            assert (state.get("narration") or "").count("n the end") < 2
