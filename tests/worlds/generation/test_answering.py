"""What a premise says the deed is for is answered by its endings, to the good and to the bad, in its own words."""

from __future__ import annotations

from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.answering import outcomes
from makebelieve.worlds.generation.understand import understand_world


def _endings(premise: str, kind: str, seed: int = 2) -> list[str]:
    states: dict[str, dict[str, Any]] = worlds.generate(premise, seed=seed)["scene"]["states"]
    return [state["narration"] for state in states.values() if state.get("ending", {}).get("kind") == kind]


@pytest.mark.parametrize(
    ("premise", "won", "lost"),
    [
        (
            "A miller has to repair the wheel to keep the mill running.",
            "The mill stays running.",
            "The mill will not stay running.",
        ),
        (
            "My aunt needs me to convince the mayor to keep the old lido open.",
            "The old lido stays open.",
            "The old lido will not stay open.",
        ),
        (
            "A smith wants to forge a key that will open the drowned gate.",
            "The key opens the drowned gate.",
            "nothing will open the drowned gate.",
        ),
        (
            "A piper has to lift the spell that keeps the harbour frozen.",
            "The harbour is frozen no longer.",
            "The harbour is still frozen.",
        ),
        (
            "A nurse has to win the regatta to save her grandfather's boatyard.",
            "Your grandfather's boatyard is saved.",
            "cannot save your grandfather's boatyard.",
        ),
        (
            "A weaver has to weave a sail so that the islanders can find their way home.",
            "Now the islanders can find their way home.",
            "the islanders cannot find their way home.",
        ),
        (
            "A groom must prepare a stubborn mule for its first parade.",
            "The stubborn mule is ready for its first parade.",
            "The stubborn mule is not ready for its first parade.",
        ),
        (
            "A girl must light the beacon because the lantern is broken and a ferry is coming.",
            "The ferry is safe.",
            "The ferry is still in danger.",
        ),
        (
            "I want to teach my grandmother to swim so that she can visit the island.",
            "Now your grandmother can visit the island.",
            "your grandmother cannot visit the island.",
        ),
    ],
)
def test_the_purpose_is_answered_in_every_ending(premise: str, won: str, lost: str) -> None:
    assert (good := _endings(premise, "win"))
    assert (bad := _endings(premise, "lose"))
    assert all(won in text for text in good), good
    assert all(lost.lower() in text.lower() for text in bad), bad


@pytest.mark.parametrize(
    "premise",
    [
        "A watchman lights the beacon because the lamp is broken and an enemy ship is coming.",
        "A cook must bake bread to keep her from leaving.",
        "A boy has to keep the lamp alight.",
        "A nurse must ask the captain to marry her.",
    ],
)
def test_what_may_mean_something_else_is_not_answered(premise: str) -> None:
    assert list(outcomes(understand_world(premise), "they")) == []


@pytest.mark.parametrize(
    ("premise", "won"),
    [
        ("A clerk must hide the coins before the tax inspector arrives.", "The tax inspector has not arrived yet."),
        ("A midwife has to reach the farm before the dam bursts.", "The dam has not burst."),
        ("A glazier has to mend the window before Easter.", "It is not Easter yet."),
        ("A girl must get the cart home before it gets dark.", "It is not dark yet."),
        ("A painter wants to finish the wall before the old pier is torn down.", "The old pier still stands."),
        ("A warden must stop the thieves before they reach the statues.", "The thieves have not reached the statues."),
    ],
)
def test_what_was_not_to_come_first_has_not_come(premise: str, won: str) -> None:
    assert (endings := _endings(premise, "win"))
    assert all(won in text for text in endings), endings


def test_a_reason_is_no_end() -> None:
    assert not any("good reason" in text for text in _endings("A boy must wake the miller because the river is rising.", "win"))
