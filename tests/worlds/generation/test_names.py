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
    ("premise", "noun", "name"),
    [
        ("A goat called Bert wants to climb the church tower", "goat", "Bert"),
        ("A shy superhero called the Moth has to stop a giant snail", "shy superhero", "Moth"),
        ("A girl named Ilse must find her dog", "girl", "Ilse"),
    ],
)
def test_whoever_is_called_something_is_one_with_it(premise: str, noun: str, name: str) -> None:
    draft = understand_world(premise)
    assert draft.player is not None
    assert (draft.player.phrase, draft.player.name, draft.companions) == (noun, name, [])


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
