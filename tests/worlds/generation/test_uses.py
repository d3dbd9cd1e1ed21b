"""What the label of a deed says that is done by what was found out."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.uses import credited, used


@pytest.mark.parametrize(
    ("sight", "truth", "twist", "label"),
    [
        ("an old map of the course", "You will go round the outside.", "{P} <P:goes|go> round", "Go round the outside"),
        ("there is a song book", "You know the song.", "{P} <P:hums|hum> one song by {part}", "Hum one song"),
        ("there is an old plan", "It is still there.", "an old cover is lifted beside {part}, and water comes up", "Lift the old cover"),
        ("there is an old picture with {goal} in it", "So.", "it lies between {P} and {goal} by {part}", "Show {goal} the old picture"),
        ("there is a note signed by {ally}", "One word is enough.", "{ally} <ally:stands> beside {P} by {part}", "Let {ally} help"),
        ("there is a note signed by {ally}: left", "Keep left.", "{P} <P:goes|go> on past {part}", "Remember what {ally} wrote"),
        ("there is a page of notes with one line ringed", "So.", "the page lies by {part}", "Remember what the page of notes says"),
        ("there are a few numbered lines on a card", "So.", "the card lies by {part}", "Remember what was written {found_at}"),
        ("there is a sketch with one spot, ringed", "So.", "a sketch lies by {part}", "Remember what the sketch shows"),
        ("there is a tin of wax with a brush in it", "So.", "drops roll off by {part}", "Remember the tin of wax"),
    ],
)
def test_it_says_what_is_done_who_helps_or_what_was_found(sight: str, truth: str, twist: str, label: str) -> None:
    assert used(sight, truth, twist)[0] == label


def test_nearly_every_secret_of_the_plots_has_a_label_of_its_own() -> None:
    rows = [row.removeprefix("(").split(") ")[-1] for entry in tables.read_all("plots").values() for row in entry.items("secret")]
    bare = [row for row in rows if not used(*(piece.strip() for piece in row.split("::")))]
    assert len(bare) < len(rows) // 25


def test_a_choice_that_waits_for_a_find_says_where_to_look() -> None:
    world = worlds.generate("A knight must bring the queen's ring back from the troll's cave.", seed=1)
    choice = next(event for event in world["scene"]["events"] if "truth" in event.get("requires", ()))
    mission = world["missions"][-1]
    at = mission["title"].split("idden ")[-1]
    assert at in choice["lockedHint"]


@pytest.mark.parametrize(
    ("label", "by_somebody", "by_nobody"),
    [
        ("Do as you were advised", "Do as Mr. Lin advised you", "Do as you have read"),
        ("Cook it the way you were told", "Cook it the way Mr. Lin told you", "Cook it the way you have read"),
        ("Change your plan by what you heard", "Change your plan by what Mr. Lin told you", "Change your plan by what you have read"),
        ("Take the lesson you were promised", "Take the lesson Mr. Lin promised you", "Take the lesson you were promised"),
        ("Light the lamp", "Light the lamp", "Light the lamp"),
    ],
)
def test_advice_is_taken_from_whoever_gave_it(label: str, by_somebody: str, by_nobody: str) -> None:
    assert credited(label, "Mr. Lin") == by_somebody
    assert credited(label, "") == by_nobody
