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
        ("What if a milkman discovered that the cows had learned to count?", "find out why the cows had learned to count"),
        ("The caretaker suspects that somebody is eating the chalk, and he is going to catch them.", "find out who is eating the chalk"),
        ("I know someone has been feeding the ghost and I want to find them.", "find out who has been feeding the ghost"),
        (
            "A thief climbs into the opera and finds the tenor strangled in his room.",
            "find out who killed the tenor in his room",
        ),
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


def test_whoever_finds_somebody_dead_plays() -> None:
    draft = understand_world("A plumber breaks into a house at night and finds the owner dead at the kitchen table.")
    assert draft.player is not None
    assert draft.player.noun == "plumber"
