"""Long goals are said in full in few places."""

from __future__ import annotations

from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.brevity import brief_deed, brief_thing, plainly


@pytest.mark.parametrize(
    ("phrase", "plural", "brief"),
    [
        ("the king's birthday bread", False, "the bread"),
        ("your old wooden sailing boat", False, "the boat"),
        ("the ghost of the drowned bride", False, "the ghost"),
        ("the wedding ring", False, "the wedding ring"),
        ("a slice of birthday cake", False, "a slice of birthday cake"),
        ("the middle of the old town", False, "the middle of the old town"),
        ("the way out of the maze", False, "the way out of the maze"),
        ("the Battle of the Bands", False, "the Battle of the Bands"),
    ],
)
def test_a_long_name_is_short_the_second_time(phrase: str, plural: bool, brief: str) -> None:
    assert brief_thing(phrase, plural=plural) == brief


@pytest.mark.parametrize(
    ("deed", "thing", "brief", "said"),
    [
        ("bake the king's birthday bread", "the king's birthday bread", "the bread", "bake the bread"),
        ("find out why the wells of the town are dry", "the wells", "the wells", "find out why"),
        ("talk your granddaughter into coming down", "your granddaughter", "your granddaughter", "do it"),
        ("get your sense of taste back", "your sense of taste", "your sense of taste", "get it back"),
        ("find your cat", "your cat", "your cat", "find your cat"),
        ("make the sad king laugh", "the sad king", "the king", "do it"),
    ],
)
def test_a_long_deed_is_its_verb_and_what_it_is_done_to(deed: str, thing: str, brief: str, said: str) -> None:
    assert brief_deed(deed, thing, brief) == said


def test_what_is_done_is_done_plainly() -> None:
    assert plainly("You have managed to do it.") == "You have done it."
    assert plainly("Nothing was left to do but to do it.") == "One thing was left to do."


def _told(world: dict[str, Any]) -> list[str]:
    won = ("win",)  # what has been done is said in full where the story ends, and a player reads one such ending
    told = [state["narration"] for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") not in won]
    for event in world["scene"]["events"]:
        told += [event["label"], event["narration"], event.get("lockedHint", "")]
        told += [fact["text"] for fact in event.get("terminal", {}).get("facts", ())]
    for mission in world["missions"]:
        told += [mission["title"], *(one["text"] for one in mission["objectives"])]
    return told + [card["subtitle"] for card in world["cutscenes"]]


@pytest.mark.parametrize(
    "premise",
    [
        "A retired firefighter has to talk his granddaughter into coming down from the old water tower.",
        "A group of monks must hide their golden bell from the raiders.",
        "Find out why the swans on the palace lake have turned black.",
        "Two sisters who have not spoken for ten years must scatter their father's ashes on the island where he was born.",
        "A nurse in the war has to get her wounded patients across the river before the bridge is blown up.",
        "Three friends try to find out who has been leaving flowers on the old teacher's grave.",
    ],
)
def test_no_long_phrase_of_the_goal_stands_more_than_four_times(premise: str) -> None:
    world = worlds.generate(premise, seed=0)
    words = world["missions"][0]["title"].lower().split()
    told = [text.lower() for text in _told(world)]
    for at in range(len(words) - 3):
        phrase = " ".join(words[at : at + 4])
        assert sum(text.count(phrase) for text in told) <= 4, phrase


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("That was not the way to go about it. You could not do it.", "That was not the way to go about it."),
        ("There was time. You did not manage it.", "There was time. You did not manage it."),
        ("You kept to the plan. In the end you did it.", "You kept to the plan."),
        ("You could not do it.", "You could not do it."),
        ("In the end you did it. They all clap.", "In the end you did it. They all clap."),
    ],
)
def test_what_a_text_has_told_already_is_said_no_second_time(text: str, said: str) -> None:
    assert plainly(text) == said


def test_who_is_taught_what_is_said_in_full() -> None:
    assert brief_deed("teach the old dog new tricks", "the old dog", "the dog") == "teach the old dog new tricks"
