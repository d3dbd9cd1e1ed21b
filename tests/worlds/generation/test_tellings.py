"""Premises that tell what happens and no want: who plays, and what is done."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation import generate
from makebelieve.worlds.generation.tellings import wanted_of
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "hero", "deed"),
    [
        ("A nun steals a motorcycle and picks up a hitchhiking bank robber.", "nun", "steal a motorcycle"),
        ("Two astronauts land on a silent moon and find a kettle still warm.", "astronaut", "land on a silent moon"),
        (
            "An old keeper lights the lamp for the last time and sees a ship that sank long ago.",
            "keeper",
            "light the lamp for the last time",
        ),
        ("Three children dig a hole in the garden and come up in a Roman bath.", "child", "dig a hole in the garden"),
        ("A shepherd boy follows a lost lamb into a cave and wakes a sleeping army.", "boy", "follow a lost lamb into a cave"),
    ],
)
def test_of_two_beats_the_first_is_played(premise: str, hero: str, deed: str) -> None:
    draft = understand_world(premise)
    assert draft.player is not None
    assert (draft.player.noun, draft.goal.deed) == (hero, deed)


@pytest.mark.parametrize(
    ("premise", "hero", "deed"),
    [
        ("Long ago a miller's daughter outwitted the devil and won back her father's shadow.", "daughter", "outwit the devil"),
        ("There was once a blind beekeeper who stole the honey of the moon.", "beekeeper", "steal the honey of the moon"),
        ("In the winter of 1812 a drummer boy led a lost regiment home.", "boy", "lead a lost regiment home"),
        ("Once upon a time a little hen carried a message across the mountains.", "hen", "carry a message across the mountains"),
        ("Many years ago two brothers divided a kingdom with a rope.", "brother", "divide a kingdom with a rope"),
    ],
)
def test_a_tale_is_played_as_its_verb_says(premise: str, hero: str, deed: str) -> None:
    draft = understand_world(premise)
    assert draft.player is not None
    assert (draft.player.noun, draft.goal.deed) == (hero, deed)


@pytest.mark.parametrize(
    ("premise", "hero", "deed"),
    [
        (
            "A clockmaker is building a heart for his daughter while the soldiers search the street.",
            "clockmaker",
            "build a heart for his daughter",
        ),
        (
            "A girl is teaching a crow to talk in a city where speech is forbidden.",
            "girl",
            "teach a crow to talk in a city where speech is forbidden",
        ),
        ("A clerk is copying the king's only map while the enemy crosses the river.", "clerk", "copy the king's only map"),
    ],
)
def test_what_somebody_is_doing_is_what_they_do(premise: str, hero: str, deed: str) -> None:
    draft = understand_world(premise)
    assert draft.player is not None
    assert (draft.player.noun, draft.goal.deed) == (hero, deed)


@pytest.mark.parametrize(
    ("premise", "hero", "deed"),
    [
        ("What if a dragon worked as a lifeguard but could not swim?", "dragon", "watch over the swimmers all day"),
        ("What if a robot was a notary but could not read?", "robot", "get through the first day as a notary"),
        ("What if an angel got a job in a lost property office?", "angel", "get through the first day at work in a lost property office"),
        ("What if a ghost ran a hotel but was afraid of the guests?", "ghost", "run a hotel"),
        ("What if the tooth fairy lost her licence?", "fairy", "get her licence back"),
    ],
)
def test_what_somebody_might_be_is_played_by_them(premise: str, hero: str, deed: str) -> None:
    draft = understand_world(premise)
    assert draft.player is not None
    assert (draft.player.noun, draft.goal.deed) == (hero, deed)


@pytest.mark.parametrize(
    ("premise", "deed", "deadline", "dreaded"),
    [
        (
            "The wedding cake has just slid off the table and the bride arrives in twenty minutes.",
            "put the wedding cake right",
            "before the bride arrives in twenty minutes",
            "bride",
        ),
        (
            "Somebody has glued the headmaster to his chair and the mayor is due at noon.",
            "pull the headmaster loose",
            "before the mayor arrives at noon",
            "mayor",
        ),
        (
            "My brother has put the car in the swimming pool and our parents land at six.",
            "get the car out of the swimming pool",
            "before my parents land at six",
            "parent",
        ),
        (
            "The school play starts in an hour and the donkey has eaten the script.",
            "replace the script",
            "before the school play starts in an hour",
            "donkey",
        ),
    ],
)
def test_what_has_happened_is_seen_to_before_somebody_comes(premise: str, deed: str, deadline: str, dreaded: str) -> None:
    draft = understand_world(premise)
    assert draft.goal.deed == deed
    assert draft.deadline == deadline
    assert draft.player is None or draft.player.noun != dreaded


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("The copier has just printed everyone's salaries and the boss is back in ten minutes.", "clear away everyone's salaries"),
        ("The dog has buried the passports and the taxi is coming at dawn.", "dig up the passports"),
        ("The orchestra's only harp has been sold and the concert is tonight.", "get the orchestra's only harp back"),
        ("Someone has painted a moustache on the statue and the museum opens at nine.", "get the moustache off the statue"),
        ("The chef has quit on the night the critic comes to dinner.", "replace the chef"),
        ("The turkey is still frozen and fourteen people are coming to lunch.", "thaw the turkey"),
        ("The lift is stuck between two floors with the whole jury inside.", "get the whole jury out of the lift"),
        ("The bridge to the village has been washed away and the doctor is on the wrong side.", "get the doctor across"),
    ],
)
def test_the_plainest_remedy_is_taken(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize(
    "premise",
    [
        "A baker must find the thief before the fair.",
        "A girl hires a detective to find her voice.",
        "Every night the statues in the square change places, and nobody knows why.",
        "What if gravity stopped for one hour every Tuesday?",
        "A surgeon opens a patient and finds a key.",
        "The neighbour's goat is eating the laundry.",
        "A teacher takes her class to the zoo and loses one child.",
        "An intern accidentally orders forty years of rain.",
        "Pirates are attacking the village.",
    ],
)
def test_what_says_its_want_or_tells_no_deed_is_left(premise: str) -> None:
    assert wanted_of(premise) is None


@pytest.mark.parametrize(
    ("premise", "hero", "deed"),
    [
        ("It has not stopped raining for ninety days, and the old pilot is the only one who knows why.", "pilot", "stop the rain"),
        ("It is dark, and only the organist knows where the sun went.", "organist", "bring back the sun"),
    ],
)
def test_who_alone_knows_does_something_about_it(premise: str, hero: str, deed: str) -> None:
    draft = understand_world(premise)
    assert draft.player is not None
    assert (draft.player.noun, draft.goal.deed) == (hero, deed)


def test_what_somebody_might_work_as_is_done_where_that_is_done() -> None:
    draft = understand_world("What if a ghost was a dentist but could not hold a drill?")
    assert draft.goal.deed == "treat the patient with the bad tooth"
    assert draft.venue is not None
    assert draft.venue.kind in ("surgery", "waiting_room")


def test_a_tale_that_says_who_there_was_is_told_as_it_is_written() -> None:
    told = generate("There was once a blind beekeeper who stole the honey of the moon.")
    assert told["scene"]["states"][told["entrance"]["state"]]["narration"].startswith(
        "There was once a blind beekeeper who stole the honey of the moon. You are the beekeeper."
    )
