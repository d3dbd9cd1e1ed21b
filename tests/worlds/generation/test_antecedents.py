"""What a deed leaves to be understood is said in it."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        (
            "My grandmother is ill, and I am baking the cake of her childhood so that she smiles",
            "bake the cake of my grandmother's childhood",
        ),
        ("The shy neighbour has fallen in love with the baker and asks you to write her a poem", "write the baker a poem"),
        ("My grandfather turns ninety and I want to knit a scarf for him", "knit a scarf for my grandfather"),
        ("My grandmother's bakery closes, and I have one night to find her secret recipe", "find my grandmother's secret recipe"),
        ("I am a sheepdog and a wolf has scattered my sheep in the mountains", "gather my sheep"),
        ("A boy asks me to find his lost kitten", "find the boy's lost kitten"),
        ("A girl wants to find her lost kitten", "find her lost kitten"),
        ("My goat was crowned queen and I have to polish her throne", "polish my goat's throne"),
        ("Our parrot has won the lottery and I must hide her ticket", "hide our parrot's ticket"),
        ("A taxi driver helps an old man find his lost hat", "find the old man's lost hat"),
        ("A boy must help his aunt save her orchard", "save his aunt's orchard"),
        ("A smith helps two pilgrims to mend their cart", "mend the pilgrims' cart"),
        (
            "Ben is in love with his best friend's sister and must tell her before she moves to Canada",
            "tell his best friend's sister the truth",
        ),
        ("A doctor travels through the snow to a hut where a young mother is about to give birth", "help the young mother"),
        ("A nurse notices that an old man never gets a visit and wants to find out why", "find out why an old man never gets a visit"),
    ],
)
def test_who_is_meant_is_named(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_for_whom_it_is_gets_it() -> None:
    draft = understand_world("My grandmother is losing her memory, and I am baking a cake so that she remembers me")
    assert draft.recipient is not None
    assert draft.recipient.noun == "grandmother"


def test_whoever_asks_you_does_not_play() -> None:
    draft = understand_world("The shy neighbour has fallen in love with the baker and asks you to write a poem")
    assert draft.player is None
    assert [(one.noun, one.part) for one in draft.people] == [("neighbour", "patron"), ("baker", "object")]


def test_a_name_tells_the_pronoun_and_others_do_not() -> None:
    joan = understand_world("Nurse Joan reads the letters of a dead soldier to his blind mother").player
    assert joan is not None
    assert joan.pronoun == "she"
    keeper = understand_world("A keeper carries the letters of a soldier to his mother").player
    assert keeper is not None
    assert keeper.pronoun == "they"


def test_old_friends_are_not_old() -> None:
    assert "old" not in understand_world("Two old friends have to row home together").traits
    assert "old" in understand_world("An old sailor has to row home").traits


def test_it_is_said_to_the_player_as_theirs() -> None:
    world = worlds.generate("My grandmother is ill, and I am baking the cake of her childhood so that she smiles", seed=1)
    assert any("your grandmother's childhood" in mission["title"] for mission in world["missions"])


def test_where_one_arrives_is_where_somebody_is_helped() -> None:
    draft = understand_world("A doctor travels through the snow to a lonely hut where a young mother is about to give birth")
    assert (draft.goal.deed, draft.goal.object) == ("help the young mother", "the young mother")
    assert [site.phrase for site in draft.places] == ["lonely hut"]


def test_whose_tracks_are_followed_is_sought() -> None:
    draft = understand_world("My little brother has run away from home and I follow his tracks to the old railway bridge")
    assert (draft.goal.purpose, draft.goal.object, draft.goal.person, draft.goal.pronoun) == ("find", "their little brother", True, "he")
    assert "gone" in draft.goal.states
    assert [site.phrase for site in draft.places] == ["old railway bridge"]


def test_the_one_who_is_sought_is_somebody() -> None:
    goal = understand_world("A retired teacher writes to her pupils to find the one who saved her life").goal
    assert (goal.object, goal.person) == ("the one who saved her life", True)


def test_where_somebody_moves_to_is_no_scene() -> None:
    draft = understand_world("Ben is in love with Ada and must tell her before she moves to Canada")
    assert draft.places == []


def test_what_was_left_to_them_was_left_to_you() -> None:
    world = worlds.generate("Three cousins have to find the diary their uncle left them at their aunt's house", seed=0)
    assert any("your uncle left you" in mission["title"] for mission in world["missions"])
    assert not any(" in aunt's house" in state["base"].lower() for state in world["scene"]["states"].values())


@pytest.mark.parametrize(
    ("premise", "purpose"),
    [
        ("Grandfather Emil takes the train to visit his brother", "unite"),
        ("A girl wants to visit the zoo", "explore"),
        ("Two sailors drift in a lifeboat and wait for help", "survive"),
        ("My neighbour's cat is stuck on the church roof and the street argues about how to get her down", "rescue"),
        ("Nurse Joan reads the letters of a soldier to his mother", "do"),
    ],
)
def test_what_is_wanted_goes_by_whom_it_is_done_to(premise: str, purpose: str) -> None:
    assert understand_world(premise).goal.purpose == purpose


def test_whoever_is_stuck_does_not_play() -> None:
    draft = understand_world("My neighbour's cat is stuck on the church roof and the street argues about how to get her down")
    assert draft.player is None
    assert draft.goal.deed == "get my neighbour's cat down"


def test_the_he_of_a_reason_is_somebody_else() -> None:
    nurse = understand_world("A nurse smuggles a homesick soldier out of the hospital so he can see his newborn daughter").player
    assert nurse is not None
    assert nurse.pronoun == "they"


def test_what_no_premise_names_is_named_all_the_same() -> None:
    world = worlds.generate("Two brothers who fell out over a farm are snowed in together on Christmas Eve", seed=0)
    for mission in world["missions"]:
        assert not mission["title"].endswith(" ")
        assert all(len(one["text"].split()) > 1 for one in mission["objectives"])


def test_the_neighbour_next_door_is_no_door() -> None:
    world = worlds.generate("Mr. Okafor teaches the old fisherman next door to read", seed=0)
    assert not any(word in str(world["scene"]) for word in ("hinges of the old fisherman", "knocks on the old fisherman"))


def test_one_stands_at_a_grave() -> None:
    world = worlds.generate("A girl wants to find out who has been leaving flowers on her grandmother's grave", seed=0)
    assert "in the grandmother's grave" not in str(world["scene"]).lower()


def test_who_is_taught_to_do_it_does_it() -> None:
    goal = understand_world("A princess kidnapped by a friendly giant teaches him to cook").goal
    assert (goal.deed, goal.object, goal.person) == ("teach the friendly giant to cook", "the friendly giant", True)


def test_who_is_still_to_come_is_not_in_the_way() -> None:
    draft = understand_world("Pete must deliver the parcel before Miss Bellamy comes home")
    assert not draft.foes
    assert not understand_world("The thief must open the safe before the guard returns").foes


def test_what_a_pupil_has_is_not_said_to_be_yours() -> None:
    world = worlds.generate("A clown teaches a girl to ride her unicycle and he is proud")
    said = str([one for state in world["scene"]["states"].values() if (one := state["narration"])])
    assert "teach a girl to ride her unicycle" in said
    assert "your unicycle" not in said
