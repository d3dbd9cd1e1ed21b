"""Premises that ask want to be answered."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        (
            "Who poisoned the chess champion aboard the Orient Express?",
            "find out who poisoned the chess champion aboard the Orient Express",
        ),
        ("Why does the river run backwards?", "find out why the river runs backwards"),
        ("Where is my hat?", "find out where my hat is"),
        ("Who is leaving pies on my doorstep?", "find out who is leaving pies on my doorstep"),
        ("How do the bees know the way home?", "find out how the bees know the way home"),
        ("A lamplighter wonders why one lamp turns blue every winter", "find out why one lamp turns blue every winter"),
        ("A cook wants to know why her oldest guest never ages", "find out why her oldest guest never ages"),
        ("How did the thief get over the moat?", "find out how the thief got over the moat"),
        ("Why did the clown weep in the ring?", "find out why the clown wept in the ring"),
        ("What does the old dragon dream about?", "find out what the old dragon dreams about"),
        ("What is in the trunk that nobody opens?", "find out what is in the trunk that nobody opens"),
        ("Is there a ghost in the bakery?", "find out whether there is a ghost in the bakery"),
        ("Why is there a piano on the beach?", "find out why there is a piano on the beach"),
        ("Why does the ferryman not speak?", "find out why the ferryman does not speak"),
        ("Is the new barber really a wizard?", "find out whether the new barber is really a wizard"),
        ("What if geese drove the taxis?", "find out why geese drive the taxis"),
        ("A harbour where it is always Sunday", "find out why every day is Sunday in the harbour"),
        ("A mole in the secret service", "find out who betrayed the secret service"),
        ("Where are all the cats going? The vicar is worried.", "find out where all the cats are going"),
    ],
)
def test_a_question_is_the_goal(premise: str, deed: str) -> None:
    goal = understand_world(premise).goal
    assert (goal.purpose, goal.deed) == ("solve", deed)


def test_whom_a_question_is_about_does_not_play() -> None:
    assert understand_world("Where are all the cats going?").player is None


@pytest.mark.parametrize("premise", ["Bring back the moon", "What if cats could fly?", "A knight asks who she is"])
def test_other_premises_are_no_questions(premise: str) -> None:
    assert not (understand_world(premise).goal.deed or "").startswith("find out if")


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        (
            "You look after the lighthouses on a coast where all the gulls have gone silent. Find out why before the summer ends.",
            "find out why all the gulls have gone silent",
        ),
        ("The goats won't eat hay anymore. Work out why before the market.", "work out why the goats will not eat hay anymore"),
        ("The fountain has run dry, and a boy wants to know why and fill it again.", "find out why the fountain has run dry"),
    ],
)
def test_a_bare_why_asks_for_what_was_told_before(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed
