"""Instructions in plain words: what changed, that nothing else did, what is asked back, what is refused."""

from __future__ import annotations

import copy
import json
import re
from fnmatch import fnmatchcase
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.kit.errors import Problem

BASES = ["state[*].base", "state[*].variants"]
CAMERAS = ["state[*].camera.static", "state[*].camera.dynamic"]
MOOD = ["state[*].base", "state[*].ambient", "state[*].ending.subtitle", "state[*].narration"]


def fits(path: str, pattern: str) -> bool:
    return fnmatchcase(path, pattern.replace("[", "[[]") if "[" in pattern else pattern)


# What is asked, and the account of it: each change fits a pattern, each pattern is met.
DONE: list[tuple[str, list[str]]] = [
    ("Rename the world to The Last Lamp", ["name"]),
    ("rename the lens to a mirror", ["state[lantern_room].*", "state[lit].base"]),
    ("make it snow", BASES),
    ("MAKE IT NIGHT", BASES),
    ("Make it rainy in the study", ["state[study].base"]),
    ("change the weather to fog", BASES),
    ("set it at midnight", BASES),
    ("make it darker", MOOD),
    ("make the cellar scarier", ["state[cellar].ambient", "state[cellar].base"]),
    ("make the mood cheerful", MOOD),
    ("change the point of view to first person", CAMERAS),
    ("switch the camera to top down", CAMERAS),
    ('add a win ending called "Safe Harbour" from the jetty', ["added state safe_harbour", "added event to_safe_harbour"]),
    ("add a bad ending from the cellar", ["added state *", "added event to_*"]),
    ("remove go back out", ["removed event go_back_out"]),
    ("remove the lit ending", ["removed state lit", "removed event light_lamp", "removed cutscenes"]),
    ("connect the cellar with the study", ["added event go_from_cellar_to_study", "added event go_from_study_to_cellar"]),
    (
        "add a way from the cellar to the lantern room",
        ["added event go_from_cellar_to_lantern_room", "added event go_from_lantern_room_to_cellar"],
    ),
    (
        "add a room called Boat House next to the jetty",
        ["added state boat_house", "added event go_to_boat_house", "added event back_to_jetty_*"],
    ),
    ("add a small chapel behind the hall", ["added state small_chapel", "added event go_to_small_chapel", "added event back_to_hall_*"]),
    ("lock the study with a silver key", ["added event take_silver_key", "event[unlock_study].requires", "event[unlock_study].lockedHint"]),
    (
        "add a locked door to the study that needs a rope",
        ["added event take_rope", "event[unlock_study].requires", "event[unlock_study].lockedHint"],
    ),
    (
        "make the lantern room need a lamp wick",
        ["added event take_lamp_wick", "event[climb_stair].requires", "event[climb_stair].lockedHint"],
    ),
    ("unlock the study", ["event[unlock_study].requires", "event[unlock_study].lockedHint"]),
    ("hide take key", ["event[take_key].hidden"]),
    ("make take key repeatable", ["event[take_key].oneShot"]),
    ("make climb down hidden", ["event[climb_down].hidden"]),
    ("bind climb down to key 7", ["event[climb_down].hotkey"]),
    ("set the hotkey of climb down to 5", ["event[climb_down].hotkey"]),
    ("add a character called Old Tom in the hall", ["added event talk_to_old_tom", "state[hall].base"]),
    ("add a cat in the study", ["added event talk_to_cat", "state[study].base"]),
    ("put a drunken sailor on the jetty", ["added event talk_to_drunken_sailor", "state[jetty].base"]),
    ("change the goal to Save the fleet", ["missions", "story.logline"]),
    ("change the description to A lamp, a storm, a choice.", ["description"]),
    ("change the narration of the jetty to The clouds hang low.", ["state[jetty].narration"]),
    ("change the title of lit to The light returns", ["state[lit].ending.title"]),
    ("start in the hall", ["entrance.state"]),
    ("call the lighthouse the watchtower", ["state[jetty].base", "state[hall].base"]),
    ("plese make it snow", BASES),
    ("mkae it snowy", BASES),
    ("change teh wether to rain", BASES),
    ("make the studdy darker", ["state[study].ambient", "state[study].base"]),
    ("HIDE TAKE KEY!", ["event[take_key].hidden"]),
    ("make it snow and hide take key", [*BASES, "event[take_key].hidden"]),
    ("could you please hide take key", ["event[take_key].hidden"]),
    ("add a room called Attic. Connect it to the study", ["added state attic", "added event *attic*"]),
    (
        "add a room called Attic next to the hall and lock it with a silver key",
        ["added state attic", "added event *attic*", "added event take_silver_key"],
    ),
    ("make it longer", ["added state *", "added event go_to_*", "added event back_to_*", "added event *"]),
    ("in the study it should be snowing", ["state[study].base"]),
    ("I'd like it to be dawn in the cellar", ["state[cellar].base"]),
    ("make it all happen at noon", BASES),
    ("the mood should be sadder", MOOD),
    ("make it less scary", MOOD),
    ("switch to first person", CAMERAS),
    ("show the world from above", CAMERAS),
    ("the bad ending should be called The Long Wave", ["state[swept].ending.title"]),
    (
        "add a pantry between the hall and the cellar",
        ["added state pantry", "added event go_to_pantry_*", "added event back_to_*_from_pantry"],
    ),
    ("let me go back from the cellar to the study", ["added event go_from_cellar_to_study"]),
    ("the hall gets three wet coats", ["state[hall].base"]),
    ('add a choice in the hall: "Ring the bell"', ["added event ring_the_bell"]),
    ("give the first choice the key z", ["event[enter_lighthouse].hotkey"]),
    (
        "nobody should enter the study without a red ribbon",
        ["added event take_red_ribbon", "event[unlock_study].requires", "event[unlock_study].lockedHint"],
    ),
    ("the title of the main mission is Three Boats Home", ["missions"]),
    ('when the player arrives in the hall, say "It smells of paraffin."', ["state[hall].narration"]),
    ("the cellar can only be entered once", ["event[climb_down].oneShot"]),
    ("it is too bright, make it night", BASES),
]

ASKED = {
    "add an ending": "From which place",
    "remove the jetty": "where the player starts",
    "link the cellar and the moon": "no place 'the moon'",
    "lock the study": "What shall open",
    "add a locked door": "what opens it",
    "unlock the attic": "no place or event 'attic'",
    "set the key of fly away to 9": "I do not know what to change",
    "rename the purple moon to the sun": "I do not know what to change",
    "remove the jettty": "where the player starts",
    "swap the cellar and the study": "only swap names",
    "make it snow and fold the moon": "I do not know what to change",
    "make it multiplayer": "played by one person",
    "do something nice": "I do not know what to change",
    "make the purple dragon fly": "I do not know what to change",
    "change the objective find_key to Find the brass key": "find oil, call",
}
REFUSED = {
    "delete take key": "asks for the brass key that could not be had any more",
    "delete walk to the end": "the ending 'Swept away' could not be reached any more",
    "make it snow and delete take key": "asks for the brass key that could not be had any more",
}


def told(world: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one.lint, one.path) for one in worlds.check(world) if one.severity == "error"}


@pytest.mark.parametrize(("instruction", "expected"), DONE, ids=[one[0] for one in DONE])
def test_an_instruction_changes_what_it_names_and_nothing_else(lighthouse: dict[str, Any], instruction: str, expected: list[str]) -> None:
    before = copy.deepcopy(lighthouse)
    edited = worlds.edit(lighthouse, instruction)
    assert edited.applied, edited.reply
    assert lighthouse == before
    for path in edited.changed:
        assert any(fits(path, pattern) for pattern in expected), path
    for pattern in expected:
        if pattern.endswith((".variants", "subtitle", ".narration")) and "*" in pattern:
            continue  # only where the state has them
        assert any(fits(path, pattern) for path in edited.changed), (pattern, edited.changed)
    assert edited.diagnostics == worlds.check(edited.world)
    assert told(edited.world) <= told(before)
    for kept in edited.kept:
        kind, _, name = kept.partition(" ")
        if kind == "state":
            assert edited.world["scene"]["states"][name] == before["scene"]["states"][name]


@pytest.mark.parametrize(("instruction", "answer"), [*ASKED.items(), *REFUSED.items()], ids=[*ASKED, *REFUSED])
def test_what_is_unclear_or_breaks_the_world_changes_nothing_and_says_why(
    lighthouse: dict[str, Any], instruction: str, answer: str
) -> None:
    before = copy.deepcopy(lighthouse)
    edited = worlds.edit(lighthouse, instruction)
    assert not edited.applied
    assert edited.world == before
    assert answer in edited.reply
    assert edited.diagnostics == worlds.check(lighthouse)
    assert edited.changed == []


def test_an_instruction_that_is_empty_or_too_long_is_refused(lighthouse: dict[str, Any]) -> None:
    for text in ("", "   ", "x" * 2001):
        with pytest.raises(Problem, match="instruction"):
            worlds.edit(lighthouse, text)


def test_a_renamed_place_is_called_so_everywhere(lighthouse: dict[str, Any]) -> None:
    world = worlds.edit(lighthouse, "rename the cellar to the crypt").world
    assert "crypt" in world["scene"]["states"]
    assert "crypt" in world["scene"]["states"]["crypt"]["base"]
    assert not re.search(r"\bcellar\b", json.dumps(world))


PREMISES = ("a cat burglar in a museum at night", "two robots look for water on Mars", "a baker must win the village fair")


@pytest.mark.parametrize("premise", PREMISES)
def test_generated_worlds_can_be_edited(premise: str) -> None:
    world = worlds.generate(premise, 3)
    start = world["entrance"]["state"].replace("_", " ")
    for instruction, expected in (
        ("make it snow", [*BASES, "metadata*"]),
        ("make it dawn", [*BASES, "metadata*"]),
        ("make it scarier", MOOD),
        ("change the point of view to top down", [*CAMERAS, "pov", "metadata*"]),
        (f"add a small chapel next to the {start}", ["added state small_chapel", "added event *small_chapel*"]),
        (f"add a dog to the {start}", ["added event talk_to_dog", "state[*].base"]),
        (f'add a losing ending called "The End of Days" from the {start}', ["added state end_of_days", "added event to_end_of_days"]),
        ("rename the world to Nine Lives", ["name"]),
    ):
        edited = worlds.edit(world, instruction)
        assert edited.applied, (instruction, edited.reply)
        assert all(any(fits(path, pattern) for pattern in expected) for path in edited.changed), (instruction, edited.changed)
        assert told(edited.world) == set()


def test_a_place_keeps_its_apostrophe_however_it_comes_by_its_name() -> None:
    from makebelieve.worlds.spelling import place_name

    world = worlds.generate("a clockmaker repairs the clock in a mill beside an orchard", 3)
    for wish, name in (
        ("rename the mill to the widow's mill", "Widow's mill"),
        ("rename the orchard to Nan's Kitchen", "Nan's Kitchen"),
        ("turn the widow's mill into a baker's attic", "Baker's attic"),
        ("add an old miller's house behind Nan's Kitchen", "Old miller's house"),
        ("rename Nan's Kitchen to the O'Brien farm", "O'Brien farm"),
    ):
        edited = worlds.edit(world, wish)
        assert edited.applied, edited.reply
        world = edited.world
        assert name in [place_name(world, state) for state in world["scene"]["states"]]
    assert not [state for state in world["scene"]["states"] if "_s_" in state]
