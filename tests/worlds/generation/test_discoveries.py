"""Goals of what is found out or goes on, and who of a premise is nobody to be met."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.mentions import mentions
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A soldier comes home to find that his brother has sold the farm", "settle accounts with his brother"),
        ("A squire returns to find that the man who cheated him has married his sister", "settle accounts with the man who cheated him"),
        ("A knight wakes up to find that his horse has been stolen", "get his horse back"),
        ("A queen discovers that her cook is poisoning her", "stop her cook"),
        ("A gardener returns to find that the roses have learned to speak", "find out why the roses have learned to speak"),
        (
            "A pilot returns to discover that everyone speaks another language",
            "find out why everyone speaks another language",
        ),
        ("The inspector arrives to find the bank empty", "find out what happened to the bank"),
        (
            "I'm a nurse and one of my patients died yesterday but he keeps ringing his bell.",
            "find out why one of my patients keeps ringing his bell",
        ),
        ("A nanny notices that one of the triplets never blinks", "find out why one of the triplets never blinks"),
        ("A steward discovers that one of the guests is a thief", "find out which of the guests is a thief"),
        ("A monk hears a bell at night; someone keeps moving the graves", "find out who keeps moving the graves"),
        ("A dead man keeps calling my phone", "find out why the dead man keeps calling my phone"),
        ("Two sisters run a circus and one of them is secretly selling the animals.", "find out which of them is selling the animals"),
        ("A family owns a bakery and somebody is stealing the bread", "find out who is stealing the bread"),
        ("A couple runs an inn and the cook is secretly working for the pirates", "expose the cook"),
        ("A cook must win the contest while his rival keeps salting his soup", "win the contest"),
    ],
)
def test_what_is_found_out_or_goes_on_gives_the_goal(premise: str, deed: str) -> None:
    draft = understand_world(premise)
    assert draft.goal.deed == deed
    assert draft.condition is None


@pytest.mark.parametrize(
    ("premise", "gone"),
    [
        ("A general who has lost his army must cross the desert alone", "army"),
        ("A widower must bake the cake that his wife who died yesterday had promised", "wife"),
        ("Convince the jury that the ghost did it.", "ghost"),
        ("A puppy looks for its owner and wants to go home", "owner"),
    ],
)
def test_the_lost_the_sought_and_the_accused_are_not_there(premise: str, gone: str) -> None:
    draft = understand_world(premise)
    assert gone in [one.noun for one in draft.absent]
    assert gone not in [one.noun for one in (*draft.companions, *draft.foes)]


@pytest.mark.parametrize(
    "premise",
    [
        "A waiter must serve the soup at the king's birthday party",
        "Students explore the inside of a plant cell to find out why the leaf is turning yellow",
        "A spy hides in a cell under the opera and listens to a conference",
        "Deliver a letter to a soldier who was your enemy at school",
        "A smith must forgive the man who has become a good father",
    ],
)
def test_events_places_and_what_is_said_of_somebody_are_no_persons(premise: str) -> None:
    draft = understand_world(premise)
    assert not {"party", "cell", "conference", "enemy", "father"} & {one.noun for one in (*draft.companions, *draft.foes)}


@pytest.mark.parametrize("premise", ["A scout walks north to find a spring", "A shepherd searches for his brother in the west"])
def test_directions_are_no_places(premise: str) -> None:
    assert understand_world(premise).places == []


def test_a_thing_that_lies_is_in_the_way() -> None:
    draft = understand_world("Land the shuttle on Europa, while the ship's computer keeps lying to you.")
    assert [foe.noun for foe in draft.foes] == ["computer"]
    assert draft.goal.purpose == "do"


def test_who_is_avenged_is_not_fought() -> None:
    draft = understand_world("A Viking widow sails west to avenge her husband.")
    assert draft.player is not None
    assert (draft.player.phrase, draft.goal.purpose, draft.goal.object) == ("Viking widow", "do", None)
    assert [one.noun for one in draft.absent] == ["husband"]


def test_whoever_discovers_it_has_to_prove_it() -> None:
    draft = understand_world("A schoolgirl discovers that her maths teacher is a vampire and has to prove it.")
    assert draft.player is not None
    assert (draft.player.noun, draft.goal.deed) == ("schoolgirl", "prove that her maths teacher is a vampire")


@pytest.mark.parametrize(
    ("premise", "head"),
    [
        ("A general who has lost his army must cross the desert alone", "army"),
        ("A waiter must serve the soup at the king's birthday party", "party"),
        ("A widower must bake the cake that his wife who died yesterday had promised", "wife"),
    ],
)
def test_whoever_is_not_there_is_only_spoken_of(premise: str, head: str) -> None:
    assert {one.way for one in mentions(premise) if one.head == head} <= {"matter"}


@pytest.mark.parametrize(
    ("premise", "object_"),
    [("Persuade the council that the tree is alive", "the council"), ("Convince the jury that the ghost did it", "the jury")],
)
def test_who_has_to_be_convinced_is_somebody(premise: str, object_: str) -> None:
    goal = understand_world(premise).goal
    assert (goal.purpose, goal.object, goal.person) == ("unite", object_, True)


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("The duchess's cupbearer realises the wine is meant for him.", "find out why the wine is meant for him"),
        ("A pupil discovers her neighbour is a vampire.", "find out the truth about her neighbour"),
        ("A boy learns that his uncle used to be a spy.", "find out the truth about his uncle"),
        ("A clerk realises his master is stealing from the poor.", "stop his master"),
        ("The cook learns the boat is sinking.", "stop the boat from sinking"),
        ("A sailor realises she is not alone on the raft.", "find out who else is on the raft"),
        ("A mother discovers her son is still alive.", "find her son"),
        ("An innkeeper finds out that the king is coming to supper.", "get ready for the king"),
        ("A boy finds out that he is a prince.", "find out what it means to be a prince"),
        ("A boy finds out that he is the lost prince.", "prove that he is the lost prince"),
        ("A miller learns that the dam is going to break.", "stop the dam from breaking"),
        ("A girl finds out that she is a witch and has to find the old school before it closes.", "find the old school"),
        ("A painter notices a stranger in every picture.", "find out who the stranger is"),
    ],
)
def test_what_comes_of_what_is_found_out(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_what_is_yet_to_come_is_not_there() -> None:
    draft = understand_world("A keeper's daughter must relight the lamp before her father's ship comes home.")
    assert "father's ship" not in draft.things
