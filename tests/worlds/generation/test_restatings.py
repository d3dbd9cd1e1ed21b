"""Clauses that hide what is wanted, and whose goal is what they mean."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.restatings import restated
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A badger looks into who sank the royal barge", "find out who sank the royal barge"),
        ("Stand up to the headmaster", "stand up to the headmaster"),
        ("A walrus is stuck in our swimming pool", "get the walrus out of our swimming pool"),
        ("Everybody has moved away; one baker still bakes the bread", "bake the bread"),
        ("A sailor sees a masked woman dance and finds out who she is", "find out who the masked woman is"),
        ("The giants took our cook", "get our cook back from the giants"),
        ("It is the eve of the fair and nobody has fed the ponies", "feed the ponies"),
        ("A farmer wants her pumpkins to grow", "get her pumpkins to grow"),
        ("A nun discovers bats in the belfry", "get the bats out of the belfry"),
        ("My pie burned two hours before the picnic", "bake a new pie"),
        ("A squirrel has forgotten where she buried the acorns", "find the acorns"),
        ("A page must find the sword half an hour before the duel", "find the sword"),
        ("A ranger brings in the rustlers", "catch the rustlers"),
        ("A cow has stopped giving milk", "get the cow to give milk"),
        ("Our tower fell down", "rebuild our tower"),
        ("A hen has to lay an egg", "lay an egg"),
        ("A princess must find their ring", "find her ring"),
        ("The two brothers must find their ring", "find their ring"),
    ],
)
def test_a_clause_is_read_as_what_is_wanted(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize(
    "premise",
    [
        "A cook wants the key to open the pantry",
        "Three clerks lose their jobs",
        "A door is stuck in my house",
        "A knight must catch the last train",
        "Nobody has seen the cat",
    ],
)
def test_what_only_looks_so_stays(premise: str) -> None:
    assert restated(premise) == premise


def test_kin_by_marriage_are_called_so() -> None:
    player = understand_world("My brother-in-law has to sell a boat").player
    assert player is not None
    assert (player.phrase, player.pronoun) == ("brother-in-law", "he")


def test_one_whose_sex_is_told_is_not_told_of_as_several() -> None:
    world = worlds.generate("A duke wants to win back their castle", seed=0)
    first = next(iter(world["scene"]["states"].values()))
    assert "win back your castle" in first["narration"]
