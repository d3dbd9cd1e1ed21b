"""Bodies and wants in the prose: nobody uses hands that they have not, and every want has frames that fit it."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.draft import Goal, Purpose
from makebelieve.worlds.generation.natures import kind_named, mark_of_foe, mark_of_goal, out_of_place, overcome
from makebelieve.worlds.generation.prose import fitting

BEASTS = {
    "squirrels": "Three squirrels break into a bank to get back their acorns",
    "octopus": "An octopus must escape from an aquarium",
    "goose": "A goose wants to win the village talent show",
    "kitten": "a lost kitten looks for its mother in the big city during a thunderstorm",
    "dragon": "A tiny dragon delivers letters in the rain",
    "snail": "A snail travels to the moon",
    "whale": "a whale searches for the lost song of the deep",
    "crow": "a crow solves the theft of the mayor's ring",
    "hedgehogs": "two hedgehogs defend their burrow against a fox",
    "toad": "a toad wants to repair the old mill",
}
HUMAN = re.compile(
    r"\b(?:[Yy]our|both|its|their) (?:\w+ )?"
    r"(?:hands?|fingers?|fists?|elbows?|shoulders?|sleeves?|boots?|shoes?|pockets?|collar|wrists?|palms?)\b"
)


def texts_of_player(world: dict[str, Any], noun: str) -> list[str]:
    """What is said to the player, and every sentence of pixels that the player is the subject of."""
    events, states = world["scene"]["events"], world["scene"]["states"]
    told = [event["narration"] for event in events if event["kind"] != "terminal"] + [event["label"] for event in events]
    told += [state["narration"] for key, state in states.items() if key != world["entrance"]["state"]]
    seen = [event["base"] for event in events] + [state["base"] for state in states.values()]
    seen += [line for state in states.values() for line in state["movement"].values()]
    acts = [one for text in seen for one in re.split(r"(?<=[.!?]) ", text) if one.lower().startswith(f"the {noun}")]
    return [text for text in told if re.search(r"\b[Yy]our?\b", text)] + acts


@pytest.mark.parametrize(("noun", "premise"), BEASTS.items())
@pytest.mark.slow
def test_animals_have_no_human_bodies(noun: str, premise: str) -> None:
    for seed in range(6):
        world = worlds.generate(premise, seed)
        for text in texts_of_player(world, noun):
            assert HUMAN.search(text) is None, text


def test_every_goal_has_frames_for_every_want_body_and_foe() -> None:
    bodies = (("hands", "limbs"), ("beast", "limbs", "paws"), ("beast",))
    wants = (
        ("goal_person", "goal_hands"),
        ("goal_person", "goal_beast"),
        ("goal_small",),
        ("goal_heavy",),
        ("goal_place",),
        ("goal_idea",),
    )
    for title, entry in tables.read("goals").items():
        for key, items in entry.rows.items():
            if key in ("quest", "last", "line"):
                continue
            for body, want, foe in itertools.product(bodies, wants, ("foe_person", "foe_beast", "foe_thing")):
                if (key.endswith("_person") and want[0] != "goal_person") or (f"{key}_person" in entry.rows and want[0] == "goal_person"):
                    continue
                for ground in ("wilds", "roofs"):
                    marks = frozenset((*body, *want, foe, ground, "stern", "one", "figure"))
                    assert fitting(items, marks), (title, key, body, want, foe, ground)


def test_every_row_of_events_has_a_frame_for_every_body() -> None:
    for title, entry in tables.read("beats").items():
        for key, items in entry.rows.items():
            for body, ally, air in itertools.product(
                ({"hands", "limbs"}, {"beast", "limbs", "paws"}, {"beast"}), ("ally_hands", "ally_beast"), ("open", "sea")
            ):
                for foe, depth in itertools.product(("foe_person", "foe_thing"), ("flat", "deep", "big", "word", "promise")):
                    marks = frozenset(
                        {*body, ally, air, foe, depth, depth if depth in ("big", "word", "promise") else "small", "gentle", "one", "eye"}
                    )
                    assert fitting(items, marks), (title, key, body, ally, depth)


@pytest.mark.parametrize(
    ("phrase", "mark"),
    [
        ("the stolen crown", "goal_small"),
        ("the old piano", "goal_heavy"),
        ("the lighthouse", "goal_place"),
        ("the truth about the fire", "goal_idea"),
        ("the lost cub", "goal_person"),
        ("grandmother's recipe book", "goal_small"),
    ],
)
def test_what_sort_of_thing_is_wanted(phrase: str, mark: str) -> None:
    assert mark_of_goal(Goal(purpose="find"), phrase) == mark


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Big Lou Ferro", "foe_person"), ("the landlord", "foe_person"), ("the hawk", "foe_beast"), ("the weather", "foe_thing"),
        ("the last train", "foe_thing"), ("Mrs. Crimp of the council", "foe_person"),
    ],
)  # fmt: skip
def test_who_can_be_talked_to(name: str, mark: str) -> None:
    assert mark_of_foe(Part(name, name, "", "object")) == mark


def test_a_foe_shows_among_things_that_are_there() -> None:
    assert out_of_place("hangs in one spot above the hedge", "under")
    assert not out_of_place("hangs in one spot above the hedge", "open")
    assert out_of_place("whistles down the corridor", "open")


@pytest.mark.parametrize("noun", ["potato", "spoon", "pebble", "candle"])
def test_things_that_come_to_life_wear_nothing_and_move_as_objects(noun: str) -> None:
    for seed in range(6):
        world = worlds.generate(f"A brave {noun} wants to reach the sea", seed=seed)
        told = " ".join(
            " ".join((state["base"], state["movement"]["static"], state["movement"]["dynamic"]))
            for state in world["scene"]["states"].values()
        )
        assert not re.search(rf"{noun}, in (?:a|sturdy)|with sleeves|rubs its hands|\bits (?:feet|fingers|head|shoulders)\b", told)


@pytest.mark.parametrize(
    ("purpose", "phrase", "after"),
    [
        ("deliver", "the undelivered letter", "the letter"),
        ("restore", "the broken clock", "the clock"),
        ("find", "a stolen owl", "an owl"),
        ("find", "the broken clock", "the broken clock"),
        ("explore", "the lost city", "the lost city"),
    ],
)
def test_what_was_wrong_with_a_thing_is_over_after_the_deed(purpose: Purpose, phrase: str, after: str) -> None:
    assert overcome(Goal(purpose=purpose, object=phrase), phrase) == after


@pytest.mark.parametrize(
    ("phrase", "kind", "mark"),
    [
        ("the old doll house", "object", "goal_small"),
        ("her peanut butter", "food", "goal_small"),
        ("the flying saucer of the queen", "vehicle", "goal_place"),
        ("the white house", None, "goal_place"),
        ("the garden shed", None, "goal_place"),
    ],
)
def test_a_compound_is_what_its_whole_says(phrase: str, kind: str | None, mark: str) -> None:
    assert kind_named(phrase) == kind
    assert mark_of_goal(Goal(purpose="restore", object=phrase), phrase) == mark
