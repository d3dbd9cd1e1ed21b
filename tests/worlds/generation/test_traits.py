"""What is said of the player besides the noun."""

from __future__ import annotations

import pytest

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
