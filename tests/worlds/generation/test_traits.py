"""What is said of the player besides the noun."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.reminders import traits_of
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "traits"),
    [
        ("A deaf clockmaker must tune an organ", ["deaf"]),
        ("A girl made of paper crosses a city", ["made of paper"]),
        ("A cowboy who can't ride needs a horse", ["cannot ride"]),
        ("A doctor who is afraid of blood must save the king", ["afraid of blood"]),
        ("Hana is nine years old and has to find her mother", ["nine years old"]),
        ("A keeper with one glove has to save the match", ["with one glove"]),
        ("The last librarian must hide a book", []),
    ],
)
def test_traits(premise: str, traits: list[str]) -> None:
    assert understand_world(premise).traits == traits


@pytest.mark.parametrize(
    ("premise", "title", "shows"),
    [
        ("Hana is nine years old and has to find her mother", "young", True),
        ("A little girl must find her mother", "young", True),
        ("A tailor with seven little mice must sew a coat", "young", False),
        ("A teacher with a new piano must play a concert", "new", False),
        ("A girl made of paper crosses a city", "paper", True),
    ],
)
def test_traits_are_told_of_the_player_only(premise: str, title: str, shows: bool) -> None:
    assert (title in [entry.title for entry in traits_of(understand_world(premise))]) is shows
