"""The premise as an opening line."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.openings import cast_as, names_somebody, told_of_you, told_to_you
from makebelieve.worlds.generation.quoting import clean


@pytest.mark.parametrize(
    "text",
    [
        "A young dragon who is afraid of fire.",
        "A lost penguin who wants to find its way home from the city zoo.",
        "A Roman slave girl in Pompeii who notices the wells have run dry and tries to warn her master's family.",
        "A village tailor who sews a coat that can grant one wish and must choose who will wear it.",
        "Two bears in a boat",
        "A boy whose shadow runs away",
        "A knight with no horse",
        "an old pirate who has lost her map",
    ],
)
def test_a_being_and_what_is_said_of_it_is_no_sentence(text: str) -> None:
    assert names_somebody(text)


@pytest.mark.parametrize("text", ["A little hedgehog named Pip lost her balloon at the fair", "A boy lost in the woods finds a door"])
def test_a_past_verb_with_an_object_makes_a_sentence(text: str) -> None:
    assert not names_somebody(text)


def test_a_mine_is_not_yours() -> None:
    assert told_to_you("The map is mine, and a friend of mine works in the gold mine.") == (
        "The map is yours, and a friend of yours works in the gold mine."
    )


@pytest.mark.parametrize(
    "text",
    [
        "A baker must warn the town that the dam is about to burst",
        "A woman who talks to bees must save the village.",
        "A dog that can smell lies solves crimes in Rome",
        "A detective investigates who poisoned the rose",
        "The last train out of Saigon",
        "Find the lost key",
        "My brother lost his tooth",
        "Two children row to an island",
        "Three firefighters have to fight a fire on a ship",
        "Two sisters are lost in a maze",
        "Three sisters race their grandmother home",
        "Two rival bakers are snowed in at an inn and must cook breakfast",
        "A submarine made of glass",
        "Lonely astronaut, broken radio, one potato plant",
        "A king who never sleeps has lost his crown",
        "Two rival florists on the same street fall in love through the notes in their bouquets.",
    ],
)
def test_sentences_orders_and_things_are_left_as_they_are(text: str) -> None:
    assert not names_somebody(text)


def test_whom_a_premise_only_names_is_told_so() -> None:
    world = worlds.generate("A young dragon who is afraid of fire.", seed=3)
    first = world["scene"]["states"][world["entrance"]["state"]]
    assert first["narration"].startswith("You are a young dragon who is afraid of fire.")


def test_a_small_i_is_said_to_the_player_as_well() -> None:
    assert told_to_you("i want to find my mum") == "You want to find your mum"
    assert told_to_you("My teacher is a vampire and i can prove it") == "Your teacher is a vampire and you can prove it"


@pytest.mark.parametrize("text", ["Four students rent a house", "A team of scientists at Base Camp 4 lose contact with the world"])
def test_many_who_do_something_are_no_mere_name(text: str) -> None:
    assert not names_somebody(text)


@pytest.mark.parametrize(
    ("line", "player", "said"),
    [
        ("A little dragon who is afraid of the dark loses his nightlight.", "the dragon", "You are the dragon."),
        ("Two brothers sail a raft down the river.", "the brothers", "You are the brothers."),
        ("Your daughter's hamster has escaped.", "the mother", ""),
        ("You are a young dragon who is afraid of fire.", "the dragon", ""),
        ("Find the lost key.", "the clerk", ""),
    ],
)
def test_who_is_played_is_said_where_the_line_tells_of_somebody(line: str, player: str, said: str) -> None:
    assert cast_as(line, player) == said


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("im a vet and the parrot is gone i need to find it", "I'm a vet and the parrot is gone. I need to find it"),
        ("i am a cook i have to feed a giant", "I am a cook. I have to feed a giant"),
        ("this is the song i have to sing", "this is the song I have to sing"),
        ("the day i was born the sun went out", "the day I was born the sun went out"),
        ("dont wake mr frost!!! he is asleep", "don't wake Mr Frost! He is asleep"),
        ("I've lost my map ,and its a long way", "I have lost my map, and it's a long way"),
        ("My sister St. John is late. Mrs. Hill waits.", "My sister St. John is late. Mrs. Hill waits."),
        ("MY HAT IS GONE", "my hat is gone"),
    ],
)
def test_a_premise_is_quoted_clean(typed: str, told: str) -> None:
    assert clean(typed) == told


@pytest.mark.parametrize(
    ("line", "player", "pronoun", "said"),
    [
        ("A shy robot has to learn to dance.", "the robot", "it", "You are a shy robot, and you have to learn to dance."),
        ("Marta needs to get her little brother out.", "Marta", "she", "You are Marta, and you need to get your little brother out."),
        ("A boy must help the old king find his crown.", "the boy", "he", "A boy must help the old king find his crown."),
        ("A girl in a town finds a map and must warn everyone.", "the girl", "she", "A girl in a town finds a map and must warn everyone."),
        ("A girl has to tell her father that she failed.", "the girl", "she", "A girl has to tell her father that she failed."),
    ],
)
def test_who_is_played_is_spoken_to_where_all_of_the_line_can_be(line: str, player: str, pronoun: str, said: str) -> None:
    assert told_of_you(line, player, pronoun) == said
