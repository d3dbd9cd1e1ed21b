"""Wishes that this world is needed for to say plainly; what is no name and no find."""

from __future__ import annotations

from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.edits.rewording import reworded
from makebelieve.worlds.edits.wishes.endings import third

World = dict[str, Any]


@pytest.fixture(scope="module")
def smith() -> World:
    return worlds.generate("Captain Bo Marlow searches the flooded abbey for a silver whistle", seed=4)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("add owls! no wait, herons", "add herons"),
        ("I'd like a friend for the captain, a fiddler named Tilde", "add a fiddler named Tilde"),
        ("change Bo to a heron", "make the player a heron"),
        ("the captain should have a limp", "the captain should walk with a limp"),
        ("it should be later in the day", "make it evening"),
        ("Bo should be wearing a red coat", "Bo should wear a red coat"),
        ("can we make it colder", "make it colder"),
        ("add a thunderstorm outside", "make it stormy"),
        ("she needs a costume, a long green tail", "she needs a long green tail"),
        ("if you open the black chest it explodes and you lose", "if you open the black chest, the chest should explode, and you lose"),
        ("add a raven on the captain's shoulder", "add a raven that follows the player"),
        ("I want it to end with a big feast", "at the end a big feast should begin"),
        ("make Captain Bo Marlow older and more cheerful", "make Captain Bo Marlow older. Captain Bo Marlow should be cheerful"),
        ("make the whistle shinier", "the silver whistle should be shiny"),
    ],
)
def test_what_is_meant_is_said_plainly(smith: World, said: str, plain: str) -> None:
    assert reworded(smith, said) == plain


def test_who_goes_along_is_no_find_of_one_place(smith: World) -> None:
    place = smith["metadata"]["sites"] and worlds.edit(smith, "where does it start?").reply.split("starts in ")[1].split(";")[0]
    assert (
        reworded(smith, f"put a grey cat called Soot in {place} that follows you") == "add a grey cat called Soot that follows the player"
    )


def test_somebody_with_something_is_short_for_who_they_are(smith: World) -> None:
    made = worlds.edit(worlds.generate("A young farrier must tame a wild pony", seed=2), "make the farrier an old man with a cane")
    assert "the cane" not in str(made.world["scene"]).lower()


@pytest.mark.parametrize("said", ["move the whistle to the abbey", "the captain should have a cough", "everyone should be an animal"])
def test_no_place_is_a_name_and_no_cough_a_find(smith: World, said: str) -> None:
    made = worlds.edit(smith, said)
    assert not any("cough" in str(one.get("grants", "")) for one in made.world["scene"]["events"])
    assert "called the" not in made.reply
    assert ", an animal" not in str(made.world["scene"])


def test_a_name_that_nobody_has_is_not_made_up(smith: World) -> None:
    assert worlds.edit(smith, "what is the ghost's name?").reply.startswith("The story gives no name to the ghost")


@pytest.mark.parametrize("said", ["rename the captain to Bee, with two e", "put a woman hiding in the first room"])
def test_what_is_said_beside_a_name_is_no_part_of_it(smith: World, said: str) -> None:
    made = worlds.edit(smith, said)
    assert ", with" not in str(made.world["scene"]["states"][made.world["entrance"]["state"]]["base"]).split(" in a ")[0]
    assert "hiding a question" not in str(made.world["scene"]["events"])


def test_ways_to_lose_are_told(smith: World) -> None:
    assert worlds.edit(smith, "is there a way to lose?").reply.startswith(("One can lose", "Nobody can lose"))


def test_who_somebody_else_is_cannot_be_played() -> None:
    world = worlds.generate("A sous-chef suspects that the restaurant critic is a vampire", seed=0)
    made = worlds.edit(world, "I'd rather play the critic")
    assert not made.applied
    assert "somebody else in this story" in made.reply


def test_quoted_words_stay_as_they_are(smith: World) -> None:
    made = worlds.edit(smith, 'the captain should mutter "Not the bell!"')
    assert "hardly the bell" not in str(made.world["scene"])


def test_a_customs_officer_is_somebody(smith: World) -> None:
    made = worlds.edit(smith, "add a customs officer")
    assert any(one["label"] == "Ask the customs officer a question" for one in made.world["scene"]["events"])


def test_two_colours_need_two_verbs(smith: World) -> None:
    made = worlds.edit(smith, "make one bell red and the other green")
    assert "and the other green." not in str(made.world["scene"])


def test_what_is_golden_stays_what_it_is() -> None:
    world = worlds.generate("Two kids find a message in a bottle and look for the treasure on Gull Island", seed=0)
    made = worlds.edit(world, "the treasure should be cursed")
    assert "the cursed " not in str(made.world["scene"]).lower().replace("the cursed treasure", "")


def test_who_stands_where_a_word_ends_in_ing() -> None:
    world = worlds.generate("A deaf postman wants to paint the old jetty", seed=0)
    assert reworded(world, "put a heron on the landing stage of the lake") == "put a heron on the landing stage of the lake"


def test_nobody_nots() -> None:
    assert third("not believe a word") == "hardly believes a word"


def test_what_the_story_is_about_is_no_find_beside_itself(smith: World) -> None:
    made = worlds.edit(smith, "the whistle should be found in the last room")
    assert not any("has_whistle" in one.get("grants", ()) for one in made.world["scene"]["events"])


def test_nothing_is_put_beside_a_place_that_is_not_there(smith: World) -> None:
    edited = worlds.edit(smith, "add a windmill behind the observatory with a rusty bell in it")
    assert not edited.applied
    assert "observatory" in edited.reply
    assert "the it" not in edited.reply
