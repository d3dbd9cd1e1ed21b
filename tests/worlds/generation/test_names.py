"""Given names: who bears them, and where a word that is also a noun or a verb is one."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.cast import _briefly
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
        ("A shy superhero called the Moth has to stop a giant snail", "shy superhero", "the Moth"),
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


@pytest.mark.parametrize(
    ("premise", "name"),
    [
        ("The Great Zucchini, magician, has lost his rabbit", "the Great Zucchini"),
        ("The Black Knight wants his horse back", "the Black Knight"),
        ("The Baker's Dozen, a gang of thieves, plan one last heist", "the Baker's Dozen"),
        ("The robot R0-B3 wants to learn how to cry", "R0-B3"),
        ("Agent 47B has to get out of Room 9", "Agent 47B"),
        ("Help Nana Abiola bring her sewing machine up to the fifth floor", "Nana Abiola"),
        ("The Ghost of Room 14 wants to check out", "the Ghost of Room 14"),
        ("Rocket Girl wants to fly home", "Rocket Girl"),
        ("The Kowalski brothers have not spoken for ten years", None),
        ("The Emperor must find his crown", None),
        ("The last Beekeeper of Ashdown must move her hives", None),
        ("The United States ambassador has to find the interpreter", None),
        ("The Hendersons move into a house", "the Hendersons"),
        ("Two penguins named Salt and Pepper cross Antarctica", None),
        ("Mrs. O'Leary must find her cow", "Mrs O'Leary"),
    ],
)
def test_a_name_keeps_its_article_and_its_numbers(premise: str, name: str | None) -> None:
    player = understand_world(premise).player
    assert player is not None
    assert player.name == name


@pytest.mark.parametrize(
    ("premise", "target"),
    [("Find Bigfoot!", "Bigfoot"), ("Stop Baron Grimm", "Baron Grimm"), ("Save Timmy", "Timmy"), ("Feed Rex before the show", "Rex")],
)
def test_an_order_is_no_part_of_the_name_behind_it(premise: str, target: str) -> None:
    draft = understand_world(premise)
    assert draft.player is None
    assert draft.goal.object == target


def test_a_long_name_is_shortened_to_what_somebody_is_called() -> None:
    assert _briefly("Detective Inspector Nakamura") == "Inspector Nakamura"
    assert _briefly("Rosa Maria Delgado-Smith") == "Rosa"


@pytest.mark.parametrize(
    ("premise", "place"),
    [
        ("The frog chorus of Lily Pond needs a new bass", "Lily Pond"),
        ("Nurse Joy, the triage nurse of Camp Delta, has run out of bandages", "Camp Delta"),
        ("The cook of the Mary Celeste has burnt the soup", "the Mary Celeste"),
    ],
)
def test_a_place_keeps_its_whole_name(premise: str, place: str) -> None:
    assert [site.phrase for site in understand_world(premise).places] == [place]


@pytest.mark.parametrize(
    ("premise", "name"),
    [("The boy from flat 3B can see ghosts", "Flat 3B"), ("The Lighthouse at Gull Point has gone dark", "the Lighthouse")],
)
def test_places_are_called_as_they_are_written(premise: str, name: str) -> None:
    assert f"{name} " in str(worlds.generate(premise, 3)["scene"])
