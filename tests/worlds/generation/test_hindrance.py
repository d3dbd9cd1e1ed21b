"""Who stands in the way, and who cannot be met."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "foe"),
    [
        ("Nuns smuggle a press past the border guards", "guard"),
        ("A clerk must hide the book from the firemen", "fireman"),
        ("Walk the mayor's dog without being seen by the mayor", "mayor"),
        ("Bake a souffle while the critic is at the table", "critic"),
        ("An exile plays chess with the judge who banished her", "judge"),
        ("A mason carves his own face and the master notices", "master"),
    ],
)
def test_who_is_in_the_way(premise: str, foe: str) -> None:
    draft = understand_world(premise)
    assert foe in [one.noun for one in draft.foes]
    assert foe not in [one.noun for one in draft.companions]


@pytest.mark.parametrize(
    "premise",
    [
        "A midwife has to reach the farm before the baby is born",
        "Grow a pumpkin before my parents sell the house",
        "Lily must find the song before the doctors give up",
        "A cook must finish the soup before the king arrives",
    ],
)
def test_who_only_comes_or_is_family_is_not_in_the_way(premise: str) -> None:
    assert understand_world(premise).foes == []


def test_whoever_is_only_shown_is_not_met() -> None:
    draft = understand_world("The statue of a knight guards the museum, and a thief wants to steal the emerald")
    assert "knight" not in [one.noun for one in (*draft.foes, *draft.companions, *draft.people)]


@pytest.mark.parametrize(
    ("premise", "gone"),
    [
        ("Bake one last cake for a bride who never came", "bride"),
        ("A lawyer must defend a wolf accused of eating a grandmother", "grandmother"),
        ("A novice copies a book that kills its readers", "reader"),
        ("A girl must wake the village because the rooster is dead", "rooster"),
    ],
)
def test_who_cannot_be_met(premise: str, gone: str) -> None:
    draft = understand_world(premise)
    assert gone in [one.noun for one in draft.absent]
    assert gone not in [one.noun for one in (*draft.companions, *draft.foes)]
    assert draft.recipient is None


def test_to_whom_it_goes() -> None:
    draft = understand_world("Sell ice to the snow queen")
    assert draft.recipient is not None
    assert draft.recipient.phrase == "snow queen"
    assert "snow queen" not in [site.phrase for site in draft.places]


def test_the_dead_are_known_behind_what_they_were() -> None:
    draft = understand_world("My uncle, a baker in Lyon, was found dead in his oven, and I want to know who did it.")
    assert not {"uncle", "baker"} & {one.noun for one in draft.people}
    assert draft.goal.deed is not None
    assert "killed" in draft.goal.deed


def test_a_ship_that_bears_a_name_is_nobody() -> None:
    draft = understand_world("A diver searches the wreck of the Amalia for the captain's logbook before the storm")
    assert draft.people == []
