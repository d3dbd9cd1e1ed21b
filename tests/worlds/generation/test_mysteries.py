"""Who did it: whom the premise suspects may have done it, traces tell on one without a name, and endings say it in the words asked."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.mysteries import letter_of

Json = dict[str, Any]
_CASES = (
    "Somebody is stealing the spoons of the officers' mess and the corporal suspects the cook.",
    "Who drank the communion wine? The sexton has to find out.",
    "A night watchman must find out which acrobat cut the trapeze.",
    "Someone has poisoned the champion marrows and the vicar's wife wants to know who.",
)


def asked(world: Json) -> list[Json]:
    return [event for event in world["scene"]["events"] if event["kind"] == "terminal"]


def traces(world: Json) -> list[str]:
    events = world["scene"]["events"]
    return [event["narration"] for event in events if set(event.get("grants", ())) & {"clue_1", "clue_2"}]


def guilty(world: Json) -> str:
    label = next(event["label"] for event in world["scene"]["events"] if event["label"].endswith(", and say why"))
    return re.sub(r"^Name |, and say why$", "", label)


@pytest.mark.parametrize(
    ("premise", "named"),
    [
        ("Somebody is stealing the spoons of the officers' mess and the corporal suspects the cook.", "the cook"),
        (
            "The pearls of the countess are gone, the maid is accused of stealing them, and the governess must find out who stole them.",
            "the maid",
        ),
        (
            "Someone is poisoning the carp in the abbey pond and Brother Odo suspects the miller.",
            "the miller",
        ),
    ],
)
@pytest.mark.parametrize("seed", [0, 2])
def test_whom_the_premise_suspects_is_one_of_the_suspects(premise: str, named: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    assert worlds.check(world) == []
    labels = [event["label"] for event in world["scene"]["events"]]
    assert f"Ask {named} a question" in labels
    assert any(re.match(rf"(?:Accuse|Name|Point at|Say that it was) {named}$", label) for label in labels), labels


@pytest.mark.parametrize("premise", _CASES)
@pytest.mark.parametrize("seed", [0, 1, 3])
def test_traces_tell_on_somebody_without_a_name(premise: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    name = guilty(world)
    found = traces(world)
    assert len(found) == 2
    assert len(set(found)) == 2
    assert not any(re.search(rf"\b{re.escape(name)}\b", trace, re.IGNORECASE) for trace in found), (name, found)


@pytest.mark.parametrize("premise", _CASES)
@pytest.mark.parametrize("seed", [0, 1])
def test_why_it_was_done_is_told_by_what_is_hidden_alone(premise: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    letter = next(event["narration"] for event in world["scene"]["events"] if event.get("grants") == ["truth"])
    why = re.search(r'"I (.+?)\.', letter)
    assert why
    said = [fact["text"] for event in asked(world) for fact in event["terminal"]["facts"]]
    assert not any(text == f"{guilty(world)} {why[1]}." for text in said), said


@pytest.mark.parametrize(
    ("premise", "told"),
    [
        (_CASES[0], " who is stealing the spoons of the officers' mess."),
        (_CASES[1], " who drank the communion wine."),
        (_CASES[2], " who cut the trapeze."),
    ],
)
def test_both_ways_of_winning_say_it_in_the_words_of_the_question(premise: str, told: str) -> None:
    world = worlds.generate(premise, seed=1)
    won = [state["narration"] for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == "win"]
    assert len(won) == 2
    for text in won:
        assert re.match(rf"It (?:is|was) {re.escape(guilty(world))}{re.escape(told)}", text), text


def test_what_goes_on_has_no_one_hour() -> None:
    said = [fact["text"] for event in asked(worlds.generate(_CASES[0], seed=1)) for fact in event["terminal"]["facts"]]
    assert any(text.endswith("the last time it happened.") for text in said)
    assert not any(text.endswith("when it happened.") for text in said)


@pytest.mark.parametrize(
    ("premise", "group"),
    [
        ("A night watchman must find out which acrobat cut the trapeze.", "an acrobat"),
        ("Find out which waiter stole the tips.", "a waiter"),
    ],
)
def test_which_one_asks_for_suspects_of_that_sort(premise: str, group: str) -> None:
    assert sum(group in event["terminal"]["persona"] for event in asked(worlds.generate(premise, seed=0))) == 3


@pytest.mark.parametrize(
    ("premise", "seen"),
    [
        ("A waiter must find out who poisoned the opera singer.", r"\b(?:glass|cup)\b"),
        ("Someone has poisoned the roses of the convent and Sister Agnes must find out who.", r"\b(?:stalks|leaves)\b"),
        ("An insurance man must find out who set fire to the cannery.", r"\b(?:soot|charred)\b"),
    ],
)
def test_what_it_was_done_with_is_seen_where_it_happened(premise: str, seen: str) -> None:
    world = worlds.generate(premise, seed=0)
    assert re.search(seen, world["scene"]["states"][world["entrance"]["state"]]["base"], re.IGNORECASE)


def test_a_letter_tells_one_apart_or_is_left_out() -> None:
    assert letter_of(["Chico", "Rosalie", "Monsieur Henri"], 2) == "H"
    assert letter_of(["Chico", "Rosalie", "Monsieur Albert"], 2) == ""  # "the letter A on the lid" reads as an article
    assert letter_of(["Chico", "Rosalie", "the chef"], 2) == ""


def test_no_trace_of_people_names_anybody() -> None:
    for entry in (tables.read("stages")["suspect"], *(one for one in tables.read_all("subjects").values() if one.items("clue"))):
        assert not any("{who}" in row for row in entry.items("clue")), entry.title


@pytest.mark.parametrize(
    "premise",
    [
        "Which of my sisters wore my dancing shoes? I mean to find out who did it.",
        "Who took the last mince pie from our larder? I must know.",
    ],
)
def test_what_was_done_among_the_family_is_asked_at_home(premise: str) -> None:
    world = worlds.generate(premise, seed=0)
    assert worlds.check(world) == []
    assert world["metadata"]["sites"][world["entrance"]["state"]] in ("house", "home_kitchen", "bedroom")
