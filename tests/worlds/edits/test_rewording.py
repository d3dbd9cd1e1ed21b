"""Sentences around a plain wish, and words with marks: done as the plain wish is."""

from __future__ import annotations

from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.edits.accents import marked
from makebelieve.worlds.edits.prose import view_of
from makebelieve.worlds.edits.rewording import reworded

World = dict[str, Any]


@pytest.fixture(scope="module")
def mall() -> World:
    return worlds.generate("a robot wakes up in an empty shopping mall and wants to know where all the people went", seed=6)


@pytest.fixture(scope="module")
def lost() -> World:
    return worlds.generate("my cat Biscuit got lost in the big supermarket and I have to find her before it closes", seed=11)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("my daughter wants the robot to be pink", "the robot should be pink"),
        ("the kids would like a trampoline in the car park", "add a trampoline in the car park"),
        ("take the warehouse away, it blocks the path", "take the warehouse away"),
        ("remove the office because nobody goes there", "remove the office"),
        ("the robot needs a name, call him Bolt", "rename the robot to Bolt"),
        ("make the robot really rude", "make the robot very rude"),
        ("there's no fountain anywhere!! put one in the car park", "put a fountain in the car park"),
        ("There are no balloons here, so please add some in the office", "add some balloons in the office"),
    ],
)
def test_what_stands_around_a_wish_is_no_part_of_it(mall: World, said: str, plain: str) -> None:
    assert reworded(mall, said) == plain


@pytest.mark.parametrize("said", ["remove the office and add a lamp to the warehouse", "put a dog in the office, it barks", "make it rain"])
def test_a_sentence_of_its_own_stays(mall: World, said: str) -> None:
    assert reworded(mall, said) == said


def test_a_named_animal_keeps_its_name(lost: World) -> None:
    edited = worlds.edit(lost, "Biscuit should be a dog")
    assert edited.applied
    assert "dog Biscuit" in str(edited.world["scene"])
    assert "cat Biscuit" not in str(edited.world["scene"])


def test_words_with_marks_are_read_and_written_with_them(mall: World) -> None:
    assert "cafe" in marked(mall, "") or "café" not in str(mall["scene"]["states"])
    edited = worlds.edit(mall, "add a toy shop with a teddy bear called Zoé next to the café")
    if edited.applied:
        assert " , é" not in str(edited.world)
        assert "cafe " not in str([one["base"] for one in edited.world["scene"]["states"].values()])
    renamed = worlds.edit(mall, "rename the robot to Zoé")
    assert renamed.applied
    assert "Zoé" in renamed.world["scene"]["states"][mall["entrance"]["state"]]["base"]


def test_what_lies_outside_is_no_view_from_the_side(mall: World) -> None:
    assert view_of("snow outside the mall") is None
    assert view_of("from the side") == "side"
    edited = worlds.edit(mall, "make it snow outside the mall")
    assert edited.reply.startswith("It now snows")


def test_animals_in_numbers_are_seen_and_asked_nothing(mall: World) -> None:
    edited = worlds.edit(mall, "put three cats in the car park")
    assert edited.applied
    assert len(edited.world["scene"]["events"]) == len(mall["scene"]["events"])


def test_what_somebody_does_to_the_player_is_not_left_to_prose(mall: World) -> None:
    assert not worlds.edit(mall, "add a guard who chases you out of the warehouse").applied


def test_what_can_be_used_stands_where_it_is_wished(mall: World) -> None:
    edited = worlds.edit(mall, "add a swing to the car park that you can sit on")
    assert edited.applied
    assert "swing" in edited.world["scene"]["states"]["car_park"]["base"]


def test_a_trade_stays_with_somebody_whose_sex_is_changed() -> None:
    world = worlds.generate("you are the new cook in a knight's castle and the soup for the king has been salted twice", seed=23)
    edited = worlds.edit(world, "Hedda should be a man")
    if edited.applied:
        assert "Hedda, an armourer with a hammer in his belt" in str(edited.world["scene"]["states"])


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("give the robot a dog named Flock that comes with him", "A dog named Flock"),
        ("have his little sister Pia help him", "Pia, "),
    ],
)
def test_who_comes_along_is_seen_in_every_place(mall: World, said: str, there: str) -> None:
    edited = worlds.edit(mall, said)
    assert edited.applied
    places = [one["base"] for one in edited.world["scene"]["states"].values() if "ending" not in one]
    assert sum(there in one for one in places) >= len(places) - 1


def test_a_stand_sells_and_is_nobody(mall: World) -> None:
    edited = worlds.edit(mall, "add an ice cream stand where you can buy ice cream")
    assert edited.applied
    assert [one["label"] for one in edited.world["scene"]["events"] if one not in mall["scene"]["events"]] == ["Buy ice cream"]


def test_a_place_that_is_not_there_is_added_where_one_wants_to_go(mall: World) -> None:
    edited = worlds.edit(mall, "I want to visit a library too")
    assert edited.applied
    assert "library" in edited.world["scene"]["states"]


def test_an_adjective_is_no_name(lost: World) -> None:
    edited = worlds.edit(lost, "rename Biscuit to nicer")
    assert not edited.applied


def test_a_place_is_another_place(mall: World) -> None:
    edited = worlds.edit(mall, "replace the office with a library")
    assert edited.applied
    assert "library" in edited.world["scene"]["states"]


def test_two_names_are_given_by_one_verb() -> None:
    world = worlds.generate("my little brother hid my birthday present somewhere in grandma's house and I must find it", seed=43)
    edited = worlds.edit(world, "the sister should be called Emma, and the brother Paul")
    assert edited.applied
    assert "Emma" in str(edited.world["scene"])
    assert "Paul" in str(edited.world["scene"])


def test_what_is_looked_for_is_not_laid_there_twice(lost: World) -> None:
    places = [one["base"] for one in lost["scene"]["states"].values()]
    edited = worlds.edit(lost, "hide Biscuit in the warehouse instead")
    assert not edited.applied or len(edited.world["scene"]["events"]) == len(lost["scene"]["events"])
    assert places == [one["base"] for one in lost["scene"]["states"].values()]
