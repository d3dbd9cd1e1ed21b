"""Premises of everyday life that tell no want."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A day at the farm", "make the most of the day"),
        ("Christmas at my aunt's house", "make the most of Christmas"),
        ("The life cycle of a frog", "learn all about the life cycle of a frog"),
        ("Ancient Egypt for kids", "learn all about ancient Egypt"),
        ("The water cycle: you are a raindrop", "learn all about the water cycle"),
        ("How earthquakes happen", "find out how earthquakes happen"),
        ("A dragon with a cough", "cure the cough"),
        ("A family reunion", "organise the family reunion"),
        ("The school play", "put on the school play"),
        ("a boy and his dog", "spend a good day with his dog"),
        ("the new kid", "get through the first day"),
    ],
)
def test_a_premise_that_only_names_something_is_played_as_what_it_names(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("Two neighbours end their quarrel over a hedge", "end their quarrel over a hedge"),
        ("A headmaster must end the strike of the cooks", "end the strike of the cooks"),
        ("We want to start a book club", "start a book club"),
        ("My parrot wants to come to school with me", "take my parrot to school"),
        ("The canteen has run out of soup", "find more soup"),
    ],
)
def test_verbs_that_say_little_say_much_of_what_they_are_done_to(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_whoever_doubts_the_teller_does_not_play() -> None:
    assert understand_world("My dog ate my homework and the teacher doesn't believe me").player is None
    assert understand_world("My mum is the lunch lady").player is None


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("My cousin is moving to Canada next week", "visit my cousin once more to say goodbye"),
        ("The school bully picks on my little sister", "get the school bully to leave my little sister alone"),
        ("The café serves awful coffee and the new barista wants to change that", "put things right"),
        ("Two rival bakers compete for the golden spoon", "win the golden spoon"),
        ("Everyone in the office has forgotten grandma's birthday", "organise a birthday party"),
        ("A baker falls in love with the postwoman", "win the heart of the postwoman"),
    ],
)
def test_everyday_troubles_want_what_anybody_would_want(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_what_is_said_to_the_whole_school_is_said_in_its_hall() -> None:
    draft = understand_world("A shy girl has to read a poem in front of the whole school")
    assert draft.venue is not None
    assert draft.venue.kind == "school_hall"


def test_who_beats_somebody_at_a_show_wins_it() -> None:
    goal = understand_world("Two farmers enter the flower show and must beat the vicar").goal
    assert goal.purpose == "win"


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("My parents are selling our house and I want to stop it", "stop my parents from selling our house"),
        ("A mule blocks the only bridge to the village", "persuade the mule to get out of the way"),
        ("Mum burned the Christmas goose and the guests are at the door", "cook something else"),
        ("I am a new teacher and the class is out of control", "get the class under control"),
        ("Teach fractions in a bakery", "teach fractions in a bakery"),
        ("A goose girl counts her geese and one is missing", "find her missing geese"),
        ("A young vet's first night on a farm", "get through the first night on a farm"),
        ("Nobody in the village knows who rings the bell at night", "find out who rings the bell at night"),
        ("My brother took my bike and sold it", "get my bike back"),
    ],
)
def test_what_goes_wrong_at_home_and_at_work_is_set_right(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_whose_brother_it_is_plays() -> None:
    assert understand_world("My brother took my bike and sold it").player is None
    assert understand_world("How plants drink water").player is None
