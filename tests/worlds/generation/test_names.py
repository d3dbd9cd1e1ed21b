"""Given names: who bears them, and where a word that is also a noun or a verb is one."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "name", "pronoun"),
    [
        ("Marcus is the goalkeeper of the worst team in town and tomorrow they play the final", "Marcus", "he"),
        ("Grace and her robot sail to the moon", "Grace", "she"),
        ("Rose must water the garden", "Rose", "she"),
        ("Will wins the race", "Will", "he"),
        ("Frank the plumber fixes a leak on a submarine", "Frank", "he"),
        ("Hiroshi looks for the last cherry tree", "Hiroshi", "he"),
        ("Charlie loses her dog", "Charlie", "she"),
        ("Alex has to find the last train", "Alex", "they"),
        ("Daisy, a small cow, wants to fly", "Daisy", "she"),
    ],
)
def test_a_given_name(premise: str, name: str, pronoun: str) -> None:
    player = understand_world(premise).player
    assert player is not None
    assert (player.name, player.pronoun) == (name, pronoun)


@pytest.mark.parametrize(
    "premise",
    [
        "Mark the graves of the kings",
        "Bill the customers before noon",
        "Dawn breaks over the castle",
        "Ginger cats rule the city",
        "Rose thorns cover a castle",
    ],
)
def test_words_that_name_nobody(premise: str) -> None:
    player = understand_world(premise).player
    assert player is None or player.name is None
