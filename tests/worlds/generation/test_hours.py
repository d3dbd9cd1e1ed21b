"""Stories play at the hour at which such things happen."""

from __future__ import annotations

import re

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.hours import contradicts, contrary_to, usual_hour
from makebelieve.worlds.generation.skies import joined
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "hour"),
    [
        ("The captain of the school team must win the cup final without a goalkeeper", "afternoon"),
        ("A maid must get a prince to dance at the ball", "dusk"),
        ("A girl is late for school and has lost her homework", "morning"),
        ("A baker must bake three hundred rolls before the shop opens", "dawn"),
        ("A burglar wants to put back a painting", "night"),
        ("A boy dreams of becoming a chef", None),
        ("A dog has lost his ball", None),
        ("Two sisters play the final of their lives", "afternoon"),
        ("The final exam has been lost", "morning"),
        ("A final wish is left", None),
    ],
)
def test_what_happens_tells_the_hour(premise: str, hour: str | None) -> None:
    assert usual_hour(premise, ()) == hour


def test_a_stated_hour_goes_before_the_usual_one() -> None:
    for seed in range(3):
        world = worlds.generate("At noon a burglar wants to put back a stolen painting", seed)
        assert world["metadata"]["understood"]["hour"] == "noon"


def test_a_place_tells_the_hour_where_nothing_else_does() -> None:
    assert usual_hour("A man waits", ("nightclub",)) == "night"
    assert usual_hour("A man waits", ("quarry",)) is None


def test_no_title_contradicts_the_hour() -> None:
    assert contradicts("One Night, the Diamond", "noon")
    assert not contradicts("One Night, the Diamond", "dusk")
    assert not contradicts("The Last Day of the Inn", "night")
    for seed in range(12):
        world = worlds.generate("A thief must steal a diamond at noon", seed)
        assert "Night" not in world["name"], world["name"]


def test_texts_speak_of_what_is_there_at_the_hour_and_in_the_weather() -> None:
    by_night = contrary_to("night", "clear", "A girl looks for her ring", None)
    assert by_night is not None
    assert by_night.search("two gulls cross the sky")
    assert by_night.search("fog rolls in")
    about = contrary_to("night", "clear", "A girl looks for her gull", None)
    assert about is not None
    assert not about.search("two gulls cross the sky")


def test_there_is_no_noon_between_the_stars() -> None:
    for seed in range(2):
        world = worlds.generate("A botanist on a space station must find out why all plants are dying.", seed)
        told = " ".join(state["base"] for state in world["scene"]["states"].values())
        assert re.search(r"\b(?:noon|midday|morning|afternoon|sunset|dusk|dawn)\b", told) is None


def test_a_dead_station_is_dark() -> None:
    world = worlds.generate("Three divers wake up on a derelict space station and must find more air.", 0)
    told = " ".join(state["base"] for state in world["scene"]["states"].values())
    assert re.search(r"\b(?:coffee|amber|chirps?|white light)\b", told) is None


def test_not_every_scene_names_the_hour() -> None:
    world = worlds.generate("A gardener wants to grow a giant marrow.", 0)
    named = [bool(re.search(r"\b(?:noon|midday|morning|afternoon)\b", state["base"])) for state in world["scene"]["states"].values()]
    assert not all(named)


def test_light_that_tells_of_the_weather_is_enough() -> None:
    assert joined("The morning is grey over the pier.", ["Grey cloud lies over the pier."]) == ["The morning is grey over the pier."]
    assert len(joined("The morning sun lies on the pier.", ["The wind is strong near the pier."])) == 2


@pytest.mark.parametrize(
    ("premise", "hour"),
    [
        ("Two burglars look for the birthday cake in the dark.", "night"),
        ("A bat with a cold cannot find his way home in the dark.", "night"),
        ("A boxer who is afraid of the dark has to win one last fight.", "night"),
    ],
)
def test_in_the_dark_it_is_dark(premise: str, hour: str) -> None:
    assert worlds.generate(premise)["metadata"]["understood"]["hour"] == hour


def test_who_is_kept_in_the_dark_may_have_the_sun() -> None:
    assert understand_world("A mayor keeps the village in the dark about the well.").hour is None


def test_a_later_visit_has_the_hour_of_the_first() -> None:
    world = worlds.generate("A tired waitress has to serve forty hikers.")
    entrance = world["scene"]["states"][world["entrance"]["state"]]
    assert [one["label"] for one in entrance["variants"]] == ["another look"]
