"""Deeds whose build says what they are."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "verb", "object_"),
    [
        ("I have to get my baby brother to sleep before the film starts.", "put_to_sleep", "brother"),
        ("A caretaker has to get a goat out of the chapel.", "oust_from", "goat"),
        ("A fireman has to get a goat out of the burning barn.", "", "goat"),
        ("A page must turn the marble lion back into the prince.", "undo_spell", "lion"),
        ("A witch has turned the groom into a frog and the bride has to turn him back.", "lift_spell", "groom"),
        ("I have to turn the clock back an hour.", "", "clock"),
        ("We want to surprise our coach with a farewell dinner.", "organise", "the farewell dinner"),
        ("Lena has to get the grumpy caretaker to sing in the choir.", "persuade", "caretaker"),
        ("Tom wants to get the twins to stop crying.", "comfort", "twins"),
        ("Clara wants to keep the stray dog.", "keep_for_good", "dog"),
        ("Clara wants to keep the stray dog away from the hens.", "", "dog"),
        ("Emil has to tell his aunt that he broke the teapot.", "own_up", "aunt"),
        ("A boy helps a lost reindeer get back to the herd.", "take_to", "reindeer"),
        ("A girl finds an injured owl and nurses it back to health.", "nurse", "owl"),
        ("A donkey refuses to go on and the hay has to be at the farm by noon.", "take_to", "hay"),
    ],
)
def test_the_build_of_a_deed_says_what_it_is(premise: str, verb: str, object_: str) -> None:
    goal = understand_world(premise).goal
    assert object_ in (goal.object or "")
    assert goal.verb == verb if verb else goal.verb not in ("oust_from", "keep_for_good")
