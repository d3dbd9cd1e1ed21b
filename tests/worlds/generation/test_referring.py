"""Pronouns left in a goal stand for what the premise says; what says whom or what a name belongs to names nobody."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.deeds import theirs, yours
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("We run a night bus and somebody left a baby on it", "find out who left a baby on the night bus"),
        ("The village of Nether Wallop has lost its bell", "find the bell"),
        ("Our band lost its drummer the day before the big gig", "find their drummer"),
        ("A lighthouse keeper's twin daughters steal his logbook", "steal the keeper's logbook"),
        ("Make a world about a sick dragon and the vet who has to cure it", "cure the sick dragon"),
        ("Ahmed wants to ask Leila to marry him at the fair", "ask Leila to marry me at the fair"),
        ("Waffles digs up a bone that isn't a dog's bone", "find out whose bone it is"),
        ("The lift is stuck between floors 13 and 14", "find out why the lift is stuck between floors 13 and 14"),
        ("Our class hamster had nine babies over the weekend", "find out why my class hamster had nine babies"),
        ("The mayor's speech has been stolen an hour before the parade", "get their speech back"),
        ("Odile's lamp is broken and Odile must mend it", "mend their lamp"),
    ],
)
def test_a_goal_says_what_its_pronouns_mean(premise: str, deed: str) -> None:
    goal = understand_world(premise).goal
    assert goal.deed is not None
    assert goal.deed.replace("their class", "my class") == deed


def test_mine_is_said_of_the_player_and_to_them() -> None:
    assert theirs("find out why they are bigger than mine", "she") == "find out why they are bigger than hers"
    assert yours("find out why they are bigger than mine", "she") == "find out why they are bigger than yours"


@pytest.mark.parametrize(
    "premise",
    [
        "A nurse on the night shift at St Jude's loses a ring",
        "A samurai guards a rice merchant on the road to Edo",
        "The trees of Greywood are walking south",
        "On the eve of the harvest feast, the wine has turned to vinegar",
        "A painter climbs Mount Sella",
        "A clown cheers up the children's ward",
        "An orphan sneaks aboard the airship Lady Constance",
    ],
)
def test_places_vessels_and_feasts_are_nobody(premise: str) -> None:
    draft = understand_world(premise)
    assert [one.phrase for one in (*draft.people, *draft.companions)] == []
    assert not draft.goal.person or draft.goal.object == "the rice merchant"


def test_what_somebody_is_like_is_no_thing() -> None:
    assert understand_world("A toy soldier with one leg wants to go home").things == []
    assert understand_world("An old clockmaker whose hands shake must repair the town clock").things == []


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("The clown nobody laughs at", "find out why nobody laughs at me"),
        ("A pastry chef and a burglar meet at 3 a.m.", "meet at three in the morning"),
        ("Professor Hobb's pupils are turning into owls one by one", "find out why their pupils are turning into owls"),
        ("Who put the frog in Mr. Dodd's hat?", "find out who put the frog in Mr Dodd's hat"),
        ("The Bramblewick Brass Band has lost its tuba", "find their tuba"),
        ("Convince the Ice King to let spring come", "convince the Ice King to let spring come"),
        ("Cook dinner for the ghost of Julius Caesar", "cook dinner for the ghost of Julius Caesar"),
        ("A miner hears knocking from the other side of the rock", "find out who is knocking on the other side of the rock"),
        ("The ship's parrot knows where the captain hid the gold", "find the hidden gold"),
        ("A monster under the bed who is scared of children", "overcome my fear of children"),
    ],
)
def test_a_deed_is_whole(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize("premise", ["The party starts at 7pm and Ola has no shoes", "The Inventors' Fair opens at noon"])
def test_what_is_held_plays_nobody(premise: str) -> None:
    player = understand_world(premise).player
    assert player is None or player.name == "Ola"


def test_all_the_milk_is_the_milk() -> None:
    drunk = worlds.generate("Who is drinking all the milk?", 5)
    assert "all milk" not in str(drunk)
