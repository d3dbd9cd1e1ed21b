"""The noun that says what a few typed words are."""

from __future__ import annotations

import pytest

from makebelieve.worlds.edits.nouns import main_noun


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("goat shed", "shed"),
        ("a goat shed behind the forge with a lantern in it", "shed"),
        ("fish tank", "tank"),
        ("three tiny red foxes", "fox"),
        ("a knight in a castle", "knight"),
        ("talking cat", "cat"),
        ("7", ""),
        ("...", ""),
    ],
)
def test_the_main_noun(phrase: str, noun: str) -> None:
    assert main_noun(phrase) == noun
