"""Sentences that are said again in plainer words where the world fills their slots."""

from __future__ import annotations

from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.edits.paraphrases import said_again
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Meant


@pytest.fixture(scope="module")
def village() -> dict[str, Any]:
    return worlds.generate("A baker's daughter has to find the lost bell of the village before the fair begins", seed=0)


def person_of(world: dict[str, Any]) -> str:
    """Somebody of a world who can be asked something."""
    event = next(one for one in world["scene"]["events"] if one["kind"] == "terminal")
    return str(event["terminal"]["persona"].split(",")[0])


def a_place(world: dict[str, Any]) -> str:
    """A place on the way that has a name of its own."""
    return shown_name(world, list(world["scene"]["states"])[1])


def texts(world: dict[str, Any]) -> str:
    return " ".join(str(one) for one in (world["scene"], world["missions"], world["description"]))


def test_words_around_a_wish_are_left_out(village: dict[str, Any]) -> None:
    assert said_again(village, "Please make it snow, right now it is so dull") == "make it snow"


def test_a_remark_and_a_pronoun_are_one_wish(village: dict[str, Any]) -> None:
    who = person_of(village)
    assert said_again(village, f"{who} seems scary. Could he be a young baker instead?") == f"{who} should be a young baker"
    assert said_again(village, f"{who}: a bit friendlier please") == f"{who} should be a bit friendlier"
    edited = worlds.edit(village, f"{who} seems scary. Could he be a young baker instead?")
    assert edited.applied
    assert "Could he" not in texts(edited.world)


def test_somebody_new_who_deals_with_the_player_is_put_in_and_asked_for_that(village: dict[str, Any]) -> None:
    place = a_place(village)
    said = said_again(village, f"I want a goat called Hetty in {place} who wants a cabbage before she helps you")
    assert said == f"put a goat called Hetty in {place}. Hetty should want a cabbage before she helps you"
    edited = worlds.edit(village, f"add a puppet in {place} that can talk and gives you a red button")
    assert edited.applied
    labels = [one["label"] for one in edited.world["scene"]["events"]]
    assert "Ask the talking puppet a question" in labels
    assert any("has_red_button" in one.get("grants", []) for one in edited.world["scene"]["events"])
    assert not any("gives" in one for one in labels)


def test_one_thing_for_another_with_a_word_on_it_between(village: dict[str, Any]) -> None:
    place = a_place(village)
    assert said_again(village, f"Turn {place}, nobody knows such places, into a bakery") == f"replace {place} with a bakery"


def test_a_choice_that_ends_badly_already_tells_how(village: dict[str, Any]) -> None:
    losing = next(
        one
        for one in village["scene"]["events"]
        if village["scene"]["states"].get(one.get("to", ""), {}).get("ending", {}).get("kind") == "lose"
    )
    edited = worlds.edit(village, f"If you {losing['label'].lower()}, the roof should fall in and you lose")
    assert edited.applied, edited.reply
    assert edited.world["scene"]["states"][losing["to"]]["ending"]["subtitle"] == "The roof falls in."


def test_whose_something_is_is_not_the_thing() -> None:
    world = worlds.generate("A young baker must bake the queen's birthday cake", seed=0)
    edited = worlds.edit(world, "turn the queen into a duke")
    assert edited.applied
    assert "duke's birthday cake" in edited.world["description"]
    assert "birthday duke" not in texts(edited.world)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("make a locked gate that only opens with a brass token", "Which place shall open only with a brass token"),
        ("bring the parrot back please", "here again"),
        ("make it possible to lose", "One can lose already"),
    ],
)
def test_what_lacks_a_place_or_a_way_is_asked_for(village: dict[str, Any], said: str, asked: str) -> None:
    with pytest.raises(Meant, match=asked):
        said_again(village, said)
    edited = worlds.edit(village, said)
    assert not edited.applied
    assert asked in edited.reply
    assert "?" in edited.reply or "say for example" in edited.reply


def test_movements_agree_with_one_person() -> None:
    world = worlds.generate("A detective in a rainy harbour town looks for a stolen violin", seed=0)
    edited = worlds.edit(world, "make the detective a woman named Ilse Brandt")
    moves = " ".join(" ".join(one["movement"].values()) for one in edited.world["scene"]["states"].values())
    assert "They" not in moves
    assert " let her hang" not in moves
    assert " and look around" not in moves


def test_what_is_asked_for_besides_stays_in_the_hint(village: dict[str, Any]) -> None:
    edited = worlds.edit(village, f"you can only enter {a_place(village)} if you have a compass")
    door = next(one for one in edited.world["scene"]["events"] if "has_compass" in one.get("requires", []))
    assert all(flag.removeprefix("has_").replace("_", " ") in door["lockedHint"] for flag in door["requires"])


def test_somebody_new_comes_along_or_brings_something(village: dict[str, Any]) -> None:
    assert said_again(village, "add a dog that walks with the daughter") == "add a dog that follows the player"
    assert (
        said_again(village, "Uncle should be there too and lend me a spade")
        == "put Uncle in the first place. Uncle should lend you a spade"
    )
    assert not any(one.lint == "negation" for one in worlds.check(worlds.edit(village, "add a dog that walks with the daughter").world))


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("some different endings", "What shall happen in a further ending"),
        ("set the story in the middle ages", "Moving the whole world to the middle ages"),
        ("let somebody sing a song", "Who shall sing a song"),
        ("add a nun in the crypt who sells you a candle", "There is no crypt here"),
    ],
)
def test_what_is_left_open_is_asked_for(village: dict[str, Any], said: str, asked: str) -> None:
    edited = worlds.edit(village, said)
    assert not edited.applied
    assert asked in edited.reply
