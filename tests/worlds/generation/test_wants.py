"""What ordinary sentences of few words want: friends, a holiday, what was lost, to be somebody else for once."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A lonely scarecrow wants to make a friend", "make a friend"),
        ("A new pupil wants to find new friends before the trip", "find new friends"),
        ("A drummer lost his sticks on the bus and the parade is today", "find his sticks"),
        ("A fisherman's boat has vanished", "find his boat"),
        ("A cellist's bow is broken and she has a concert", "mend her bow"),
        ("The rain has stopped and a frog wants to know why", "find out why the rain has stopped"),
        ("A sailor who gets homesick", "get over being homesick"),
        ("A mouse who thinks he is an elephant", "prove that he is an elephant"),
        ("A girl who never speaks", "speak for once"),
        ("A clown who can't amuse anybody", "amuse somebody"),
        ("A wolf who hates winter", "get used to winter"),
        ("A duchess who would love to have a motorbike", "get a motorbike"),
        ("A prisoner wants to go on a picnic", "go on a picnic"),
        ("A butler who needs a rest", "get a rest"),
        ("A frog dreams of the sea", "reach the sea"),
        ("A boy dreams of a trumpet", "get the trumpet"),
        ("A maid finds out that she is the daughter of the duke", "prove that she is the daughter of the duke"),
        ("A kitten is forgotten at the station", "find the way home"),
        ("A librarian hears footsteps", "find out where the footsteps come from"),
        ("A school for dragons opens tomorrow and nothing is ready", "get everything ready in time"),
        ("A family of otters plans an escape from the circus", "escape from the circus"),
        ("A town without laughter", "bring laughter back"),
        ("A young teacher on her first day at a new school", "get through the first day"),
        ("A dentist for giants", "treat the giants"),
        ("A clerk who has never been late oversleeps", "arrive on time all the same"),
        ("The old orchard needs rain", "get rain for the old orchard"),
        ("Two divers discover something in the wreck", "find out what is in the wreck"),
        ("A burglar who is too clumsy", "make the best of being too clumsy"),
        ("A prince is bored and sneaks out of the castle", "sneak out of the castle"),
        ("A bat in love with an umbrella", "win the heart of the umbrella"),
        ("A pilot and her cat are stranded on the moon and must call for help", "call for help"),
        ("Two bakers quarrel about a recipe", "settle the quarrel about the recipe"),
        ("Four cousins spend a night in an old castle", "get through a night in an old castle"),
        ("A diver finds a town under the lake", "explore the town"),
        ("Two brothers run a little hotel that nobody knows", "keep the little hotel going"),
        ("A farmer whose goat sings too much", "teach the goat to be quiet"),
        ("A miner is too proud to ask for help and has to find his lamp", "find his lamp"),
    ],
)
def test_deeds_of_plain_premises(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize(
    ("premise", "player"),
    [
        ("Sam wants to ask Robin to the ball", "Sam"),
        ("Nora trains for the long jump", "Nora"),
        ("A shepherd's flock has run away before the fair", "shepherd"),
        ("The duke wants to sell the forest and three children try to stop him", "children"),
        ("A knight whose horse sings too loudly", "knight"),
        ("Two ice cream vendors share one corner", "ice cream vendors"),
        ("Lily's bike was stolen and she wants it back before the race", "Lily"),
        ("Tom's hamster has escaped", "Tom"),
        ("A red sock looks for its twin", "red sock"),
        ("A lonely candle looks for a friend", "lonely candle"),
        ("An old couple wants to waltz once more", "old couple"),
    ],
)
def test_who_plays(premise: str, player: str) -> None:
    read = understand_world(premise).player
    assert read is not None
    assert (read.name or read.phrase) == player


@pytest.mark.parametrize(
    "premise",
    [
        "A girl has to sing in the choir on Sunday",
        "Two ice cream vendors share one corner",
        "An angler wants to catch the old pike",
        "A baker has to finish a cake by Christmas",
    ],
)
def test_days_and_wares_are_no_places(premise: str) -> None:
    draft = understand_world(premise)
    assert not {"sunday", "christmas", "ice", "pike"} & {site.noun for site in [*draft.places, *([draft.venue] if draft.venue else [])]}


def test_what_says_when_is_nothing_to_be_done_to() -> None:
    assert understand_world("A bank robber wants to retire after one last job").goal.object is None
    assert understand_world("A tram driver stops for a goat").goal.purpose == "do"


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A grumpy wizard has lost his hat and his students must find it before the ceremony", "find his hat"),
        ("The king has lost his crown and his jester must find it", "find his crown"),
        ("My little brother is afraid of the monster under his bed and I have to chase it away", "chase the monster away"),
        (
            "Someone is poisoning the plants in the botanical garden. Find out who.",
            "find out who is poisoning the plants in the botanical garden",
        ),
    ],
)
def test_it_is_what_was_spoken_of(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed
