"""Rule P9 (spec/world-play.md): what somebody asked at a terminal says, and what never."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.worlds import console, generate, playing
from makebelieve.worlds.console.questions import read
from makebelieve.worlds.playing import Situation

FACTS: list[dict[str, Any]] = [
    {"text": "The ferry sails at noon from the north quay."},
    {"text": "It must be done before the tide turns."},
    {"text": "If it goes wrong, nobody will leave the island again."},
    {"text": "The vault code is 4417.", "requires": ["trusted"]},
]
MASTER = {
    "name": "ask",
    "kind": "terminal",
    "from": ["quay"],
    "terminal": {"persona": "The harbour master, tired. Says little.", "facts": FACTS},
}
OUT = "From here: “Walk out on the mole”."
MARA = {"label": "Mara", "aliases": ["person", "figure"]}
WORLD: dict[str, Any] = {
    "entrance": {"state": "quay"},
    "subject": "pilot",
    "story": {"logline": "The pilot means to bring the boat across."},
    "scene": {
        "states": {"quay": {}, "mole": {}, "beacon": {}, "cave": {}, "out": {"ending": {"kind": "win", "title": "Out"}}},
        "events": [
            MASTER,
            {"name": "walk", "kind": "transition", "label": "Walk out on the mole", "from": ["quay"], "to": "mole"},
            {"name": "back", "kind": "transition", "label": "Go back to the quay", "from": ["mole"], "to": "quay"},
            {"name": "climb", "kind": "transition", "label": "Climb to the beacon", "from": ["mole"], "to": "beacon", "requires": ["key"]},
            {"name": "slip", "kind": "transition", "label": "Slip into the cave", "from": ["quay"], "to": "cave", "hidden": True},
            {"name": "help", "kind": "override", "label": "Help Mara", "from": ["mole"], "grants": ["key"], "anchor": MARA},
            {"name": "peek", "kind": "override", "label": "Peek", "from": ["quay"], "hidden": True, "grants": ["truth"]},
            {"name": "light", "kind": "transition", "label": "Light it", "from": ["beacon"], "to": "out", "grants": ["done"]},
        ],
    },
    "missions": [
        {
            "id": "main",
            "title": "Bring the boat across",
            "objectives": [
                {"id": "key", "text": "Get the brass key from Mara on the mole.", "requires": []},
                {"id": "done", "text": "Light the beacon.", "requires": ["key"]},
            ],
        },
        {"id": "truth", "title": "What is not said", "objectives": [{"id": "truth", "text": "Look twice.", "requires": []}]},
    ],
}
START = Situation("quay", visited=("quay",))


def ask(text: str, *flags: str, world: dict[str, Any] = WORLD, seq: int = 0) -> str:
    return console.reply(world, replace(START, flags=frozenset(flags), seq=seq), MASTER, text)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When does the ferry sail?", "The ferry sails at noon from the north quay."),
        ("What happens if I fail?", "If it goes wrong, nobody will leave the island again."),
        ("what's at stake", "If it goes wrong, nobody will leave the island again."),
        ("How long do I have?", "It must be done before the tide turns."),
        ("Who are you?", "I am the harbour master, tired."),
        ("Who am I?", "You are the pilot."),
        ("What should I do?", "Get the brass key from Mara on the mole. From here: “Walk out on the mole”."),
        ("Can you help me?", "Get the brass key from Mara on the mole. From here: “Walk out on the mole”."),
        ("How do I bring the boat across?", "That is what you have set out to do. Get the brass key from Mara on the mole. " + OUT),
        ("Where am I?", "This is the quay."),
        ("Where is the mole?", "From here: “Walk out on the mole”."),
        ("How do I get to the beacon?", "The way there is not open yet. First: Get the brass key from Mara on the mole."),
        ("Where's Mara?", "You find Mara this way. From here: “Walk out on the mole”."),
        ("Where is the brass key?", "Get the brass key from Mara on the mole."),
        ("Where can I go?", "From here: “Walk out on the mole”."),
        ("Who else is here?", "Elsewhere there is Mara."),
        ("Where do I find it?", "Get the brass key from Mara on the mole. From here: “Walk out on the mole”."),
        ("Is it dangerous?", "If it goes wrong, nobody will leave the island again."),
        ("What do I need to get to the beacon?", "The way there is not open yet. First: Get the brass key from Mara on the mole."),
        ("Will you come with me?", "I stay here. You go on."),
        ("Is there a secret?", "Look twice."),
    ],
)  # fmt: skip
def test_a_free_question_is_answered_from_the_world(question: str, answer: str) -> None:
    assert ask(question) == answer


@pytest.mark.parametrize(
    "question",
    [
        "How do I get home?",
        "Where is my brother?",
        "Who stole the boat?",
        "How do I get to the key?",
        "What is behind the door?",
        "How old are you?",
        "Where is Mara's brother?",
        "Where is the cave key?",
        "",
    ],
)
def test_what_the_world_does_not_hold_is_not_known(question: str) -> None:
    told = ask(question)
    assert told.endswith("Ask me what to do next, where Mara is or what happens if you fail.")
    assert told.startswith(("I cannot tell you that.", "That I do not know.", "I have no answer to that."))


def test_a_locked_fact_does_not_exist() -> None:
    assert "4417" not in ask("What is the vault code?")
    assert ask("What is the vault code?", "trusted") == "The vault code is 4417."


def test_answers_follow_the_run() -> None:
    assert ask("What should I do?", "key").startswith("Light the beacon. From here: “Walk out on the mole”, then “Climb to the beacon”.")
    assert ask("Where is the brass key?", "key") == "You have seen to that already."
    assert ask("How do I get to the beacon?", "key") == "From here: “Walk out on the mole”, then “Climb to the beacon”."


def test_hidden_ways_are_not_told() -> None:
    assert "Slip" not in " ".join(ask(question) for question in ("Where is the cave?", "Where can I go?", "How do I get out?"))
    assert "Peek" not in ask("Is there a secret?")


def test_asked_for_more_the_facts_come_in_turn() -> None:
    assert [ask("What else?", seq=turn) for turn in range(3)] == [fact["text"] for fact in FACTS[:3]]


def test_a_world_without_missions_tells_its_facts() -> None:
    bare = {**WORLD, "missions": None, "story": None}
    assert ask("What should I do?", world=bare) == FACTS[0]["text"]
    assert ask("Who am I?", world=bare).endswith("what happens if you fail.")


@given(st.text(max_size=200), st.integers(0, 1000))
def test_whatever_is_typed_is_answered(text: str, seed: int) -> None:
    assert console.reply(WORLD, START, MASTER, text, seed)
    assert read(text).kind


@pytest.mark.parametrize("premise", ["a keeper must relight the lamp before dawn", "a detective finds out who poisoned the conductor"])
def test_of_a_made_world_what_to_do_next_can_be_done(premise: str) -> None:
    """Every choice that an answer names stands in the world, and the next task is always told."""
    world = generate(premise, seed=3)
    labels = {playing.label_of(event) for event in world["scene"]["events"]}
    chance = random.Random(3)
    situation = playing.begin(world)
    for _ in range(60):
        for event in world["scene"]["events"]:
            if event["kind"] == "terminal" and situation.state in event["from"]:
                for question in ("What should I do?", "Where can I go?", "Where is the park?", "Who are you?"):
                    told = console.reply(world, situation, event, question)
                    assert {part.split("”")[0] for part in told.split("“")[1:]} <= labels, told
        choices = [one for one in playing.choices(world, situation) if not one.locked]
        situation = playing.choose(world, situation, chance.choice(choices).name).situation
        if situation.ending is not None:
            situation = playing.begin(world)


HALL = (
    "Beside the lockers, a trophy case holds forty cups. A kettle steams on the ticket counter. Two old barrels lie by the sea. "
    "A photograph of the mill hangs there. The pilot thinks of the boat. The bell's rope is wound up; the lamp was taken. "
    "It is a cold morning."
)
SEEN = {
    **WORLD,
    "metadata": {"understood": {"hour": "morning"}},
    "scene": {**WORLD["scene"], "states": {**WORLD["scene"]["states"], "quay": {"base": HALL}}},
}


@pytest.mark.parametrize("thing", ["the lockers", "the ticket counter", "the two old barrels"])
def test_what_the_scene_shows_is_here(thing: str) -> None:
    assert ask(f"Where is {thing}?", world=SEEN) == "Right here. Look around."
    assert ask(f"Where can I find {thing}?", world=SEEN) == "Right here. Look around."


@pytest.mark.parametrize("thing", ["ticket", "mill", "boat", "bell", "lamp", "trophy", "photograph of the sea"])
def test_what_the_scene_only_speaks_of_is_not_here(thing: str) -> None:
    assert "Right here" not in ask(f"Where is the {thing}?", world=SEEN)


def test_what_somebody_has_is_told_with_how_to_come_by_it() -> None:
    events = [{**one, "grants": ["has_pouch_of_food"]} if one["name"] == "help" else one for one in WORLD["scene"]["events"]]
    objective = {"id": "pouch", "text": "Win the help of Mara on the mole.", "grants": "has_pouch_of_food"}
    missions = [{"id": "main", "title": "Bring the boat across", "objectives": [objective]}]
    world = {**WORLD, "scene": {**WORLD["scene"], "events": events}, "missions": missions}
    for question in ("Where can I find a pouch of food?", "Who has the pouch?"):
        assert ask(question, world=world) == "Win the help of Mara on the mole. From here: “Walk out on the mole”."


@pytest.mark.parametrize("question", ["How late is it?", "What time is it?", "What's the time?"])
def test_the_hour_is_told_where_the_scene_tells_no_other(question: str) -> None:
    assert ask(question, world=SEEN) == "It is morning."
    night = {**SEEN, "metadata": {"understood": {"hour": "night"}}}
    assert "night" not in ask(question, world=night)
    assert read("What time does the ferry sail?").kind == "when"
