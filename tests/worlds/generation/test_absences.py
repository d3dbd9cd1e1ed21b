"""What is not there when a story begins."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.absences import absent, goes_missing, is_missing
from makebelieve.worlds.generation.reading import read


@pytest.mark.parametrize(
    ("premise", "noun", "missing"),
    [
        ("Someone has stolen the bell of the school.", "bell", True),
        ("The bell of the school is gone.", "school", True),
        ("The ring vanishes every night.", "ring", True),
        ("The missing key opens the gate.", "key", True),
        ("The stove has gone out.", "stove", False),
        ("The milk has gone sour.", "milk", False),
        ("A thief wants to steal the bell.", "bell", False),
    ],
)
def test_what_is_said_to_be_missing(premise: str, noun: str, missing: bool) -> None:
    reading = read(premise)
    assert any(is_missing(reading, one) for one in reading.found if one.noun == noun) is missing


def test_who_goes_missing_is_absent_only_where_it_is_said_of_the_present() -> None:
    reading = read("Every night a child goes missing and the teacher has to find out why.")
    child = next(one for one in reading.found if one.noun == "child")
    assert goes_missing(reading, child)
    assert not goes_missing(reading, next(one for one in reading.found if one.noun == "teacher"))
    assert absent(read("The dead king speaks."), read("The dead king speaks.").found[0])
