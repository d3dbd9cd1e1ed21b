"""What has been named often enough is left out, where the rest is a whole sentence."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.joining import within
from makebelieve.worlds.generation.thinning import only_passed, thinned


@pytest.mark.parametrize(
    ("frame", "bare"),
    [
        ("{P} <P:stops|stop> by {part}, eyes half shut", "{P} <P:stops|stop>, eyes half shut"),
        ("by {part} all faces look up", "all faces look up"),
        ("a spark falls by {part}, and is beaten out", "a spark falls, and is beaten out"),
        ("Wait :: {P} <P:waits|wait> by {part} :: It is quiet.", "Wait :: {P} <P:waits|wait> :: It is quiet."),
        ("{P} <P:stands|stand> by {part}, chin up", "{P} <P:stands|stand> by {part}, chin up"),
        ("by {part} hang three coats", "by {part} hang three coats"),
        ("a jar for the money stands by {part}", "a jar for the money stands by {part}"),
        ("{P} and {goal} are by {part}", "{P} and {goal} are by {part}"),
    ],
)
def test_what_is_left_is_a_sentence(frame: str, bare: str) -> None:
    assert thinned(frame) == bare


def test_what_is_only_passed_may_be_another_thing() -> None:
    assert only_passed("{P} <P:goes|go> away past {part}")
    assert not only_passed("{P} <P:stops|stop> by {part}, and <P:goes|go> on past {part}")


def test_a_third_mention_in_one_picture_is_left_out() -> None:
    said = "Mara stops by the old desk. A lamp burns by the old desk."
    assert within([said, "A note lies by the old desk."], 400).endswith("A note lies close by.")
    assert within([said, "Mara looks round by the old desk, and nods."], 400).endswith("Mara looks round, and nods.")
    assert within([said, "There is something by the old desk, easy to miss."], 400).endswith("There is something close by, easy to miss.")


@pytest.mark.parametrize(
    "premise", ["A poet has to write a song for a funeral by tomorrow", "My aunt must tune the piano before the concert"]
)
def test_no_landmark_is_named_over_and_over(premise: str) -> None:
    world = worlds.generate(premise, seed=2)
    shown = [state["base"] for state in world["scene"]["states"].values()] + [event["base"] for event in world["scene"]["events"]]
    named = Counter(re.findall(r"\b(?:by|beside|near|close to) (the [a-z-]+(?: [a-z-]+)?)(?=[.,;])", " ".join(shown)))
    # What the deed is done to stays where its scene has it, and is named with that.
    assert max(named.values()) <= 8, named.most_common(3)
