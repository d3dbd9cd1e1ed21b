"""Roundabout wants are read as the plain ones."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.plainly import said_plainly
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A butler must not let the guests see the broken vase.", "keep the guests from seeing the broken vase"),
        ("The twins can't let their teacher find the ferret.", "keep their teacher from finding the ferret"),
        ("What if a librarian had to guard a book that eats other books?", "guard a book that eats other books"),
        ("Three heirs must agree on who gets the parrot.", "decide who gets the parrot"),
        ("The cousins have to agree which of them tells Grandma.", "decide which of them tells Grandma"),
    ],
)
def test_what_is_wanted(premise: str, deed: str) -> None:
    assert (understand_world(premise).goal.deed or "").lower() == deed.lower()


@pytest.mark.parametrize(
    "text", ["They agree to meet at the mill.", "What if the moon was bread?", "Let the dog out before it barks.", "She must not be late."]
)
def test_other_sentences_stay_as_they_are(text: str) -> None:
    assert said_plainly(text) == text
