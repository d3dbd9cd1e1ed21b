"""One wish in many wordings: whatever its frame, it is done alike, and what was meant can be seen in the world."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.edits.meaning.forms import Add, Remove, Should, Swap
from makebelieve.worlds.edits.meaning.frames import wishes
from makebelieve.worlds.edits.meaning.known import Known
from makebelieve.worlds.edits.meaning.slots import attribute, located, somebody

World = dict[str, Any]


@cache
def sea() -> World:
    """Old Jonas, Morwenna, Ludo, Sefa and Brother Kelp; a lighthouse, a landing beach, a harbour quay; a landlord in the way."""
    kept: dict[str, list[World]] = json.loads(gzip.decompress((Path(__file__).parent / "strangers" / "worlds.json.gz").read_bytes()))
    return kept["meaning"][0]


def text(world: World) -> str:
    """All that is read in a world, as one text."""
    return json.dumps({key: one for key, one in world.items() if key != "description"}, ensure_ascii=False)


def talk(world: World, name: str) -> str:
    return json.dumps(
        [one["terminal"] for one in world["scene"]["events"] if one["kind"] == "terminal" and name in one["terminal"]["persona"]]
    )


def gives(world: World, name: str, what: str) -> bool:
    return any(what in str(one.get("grants")) and name in str(one.get("anchor", {}).get("label")) for one in world["scene"]["events"])


def asks(world: World, what: str, to: str = "", of: str = "") -> bool:
    return any(
        what in str(one.get("requires")) and to in str(one.get("to")) and of in f"{one.get('anchor')} {one.get('label')}"
        for one in world["scene"]["events"]
    )


def ends(world: World, kind: str) -> str:
    states = world["scene"]["states"].values()
    return json.dumps([one for one in states if one.get("ending", {}).get("kind") == kind], ensure_ascii=False)


def seen(world: World, place: str) -> str:
    return str(world["scene"]["states"][place]["base"])


def found(world: World, what: str, place: str) -> bool:
    return any(what in str(one.get("grants")) and one["from"] == [place] for one in world["scene"]["events"])


def named(world: World) -> bool:
    return "Ottilie" in text(world) and "Morwenna" not in text(world)


def loses(world: World) -> bool:
    states = world["scene"]["states"]
    return any(
        "lever" in str(one.get("label")) and states.get(one.get("to"), {}).get("ending", {}).get("kind") == "lose"
        for one in world["scene"]["events"]
    )


WISHES: tuple[tuple[Callable[[World], bool], tuple[str, ...]], ...] = (
    (
        named,
        (
            "How about Ottilie as a name for Morwenna?",
            "Everyone should call Morwenna Ottilie.",
            "Morwenna: new name Ottilie",
            "What if Morwenna's name was Ottilie?",
            "Wherever it says Morwenna I want it to say Ottilie.",
            "Morwenna should go by Ottilie from now on.",
        ),
    ),
    (
        lambda one: "the Crooked Heron" in text(one) and "harbour_quay" not in one["scene"]["states"],
        (
            "No more harbour quay, call it the Crooked Heron.",
            "The Crooked Heron would be a better name for the harbour quay.",
            "What if the harbour quay was named the Crooked Heron?",
            "The harbour quay should get another name, say the Crooked Heron.",
        ),
    ),
    (
        lambda one: "beekeeper" in talk(one, "Old Jonas"),
        (
            "Old Jonas's job should be a beekeeper.",
            "Let Old Jonas work as a beekeeper.",
            "How about making Old Jonas a beekeeper?",
            "Old Jonas ought to earn a living as a beekeeper.",
        ),
    ),
    (
        lambda one: "Otto" in text(one) and "Ludo" not in text(one),
        (
            "Let a nervous postman called Otto take Ludo's place.",
            "No more Ludo, I want a nervous postman named Otto instead.",
            "I'd prefer a nervous postman named Otto over Ludo.",
        ),
    ),
    (
        lambda one: "Sefa" in seen(one, "landing_beach") and "Sefa" not in seen(one, "fishing_village"),
        (
            "You should run into Sefa on the landing beach.",
            "The place to meet Sefa should be the landing beach.",
            "How about having Sefa at the landing beach?",
            "Sefa shouldn't be where they are, send them to the landing beach.",
        ),
    ),
    (
        lambda one: "Ludo" not in text(one),
        (
            "The story works better without Ludo.",
            "I could do without Ludo.",
            "How about leaving Ludo out?",
            "Ludo should not be in the game.",
            "Let's lose Ludo.",
        ),
    ),
    (
        lambda one: "landlord" not in text(one["scene"]),
        ("no landlord", "get rid of the landlord with the keys", "we don't need the landlord with the keys"),
    ),
    (
        lambda one: "Wipe your feet" in talk(one, "Old Jonas"),
        (
            'The first thing Old Jonas says should be "Wipe your feet!"',
            'If you speak to Old Jonas you should hear "Wipe your feet!"',
            'Old Jonas: "Wipe your feet!"',
            '"Wipe your feet!" is what Old Jonas should say.',
            'Make Old Jonas open with "Wipe your feet!"',
        ),
    ),
    (
        lambda one: "only rings for liars" in talk(one, "Old Jonas"),
        (
            "You should learn from Old Jonas that the bell only rings for liars.",
            "What if Old Jonas told you that the bell only rings for liars?",
            "Asking Old Jonas should reveal that the bell only rings for liars.",
            "It should be Old Jonas who tells you that the bell only rings for liars.",
        ),
    ),
    (
        lambda one: "rumpy" in talk(one, "Old Jonas"),
        (
            "Old Jonas should behave in a grumpy way towards the player.",
            "Give Old Jonas a grumpy personality.",
            "Old Jonas is not grumpy enough.",
            "A grumpy Old Jonas please.",
            "Could Old Jonas be a bit more grumpy?",
        ),
    ),
    (
        lambda one: gives(one, "Sefa", "compass"),
        (
            "I want to get a rusty compass from Sefa.",
            "Talking to Sefa should get you a rusty compass.",
            "Have Sefa give a rusty compass to you.",
            "When you talk to Sefa you should receive a rusty compass.",
        ),
    ),
    (
        lambda one: asks(one, "blue_ribbon", of="Sefa"),
        (
            "Only when you bring Sefa a blue ribbon should they help.",
            "Sefa should not talk before you bring a blue ribbon.",
            "Make Sefa want a blue ribbon for it.",
            "Sefa should refuse to help unless you bring her a blue ribbon",
        ),
    ),
    (
        lambda one: sum("Ludo" in state["base"] for state in one["scene"]["states"].values()) > 5,
        (
            "What if Ludo travelled with you?",
            "Take Ludo along everywhere.",
            "The player should not be alone, Ludo should come too.",
            "I want Ludo to come along.",
        ),
    ),
    (
        lambda one: asks(one, "blue_ribbon", to="landing_beach"),
        (
            "Nobody should get to the landing beach without a blue ribbon.",
            "Only someone with a blue ribbon should get to the landing beach.",
            "It should take a blue ribbon to get into the landing beach.",
            "Make a blue ribbon necessary for getting into the landing beach.",
        ),
    ),
    (
        lambda one: found(one, "telescope", "lighthouse"),
        (
            "A brass telescope should be hidden in the lighthouse.",
            "Let me find a brass telescope in the lighthouse.",
            "In the lighthouse the player should find a brass telescope.",
        ),
    ),
    (
        lambda one: "violin case" in seen(one, "lighthouse"),
        ("What if the player would carry a violin case?", "Could the keeper carry a violin case?", "Have the player carry a violin case."),
    ),
    (lambda one: "deaf" in seen(one, "lighthouse"), ("the keeper is deaf", "The player should be deaf.", "what if the keeper was deaf")),
    (
        lambda one: "Bread and Salt" in ends(one, "win"),
        (
            "Title of the good ending: Bread and Salt",
            'The good ending needs another title: "Bread and Salt"',
            'Instead of "Found" the ending should be titled "Bread and Salt".',
            'What if the good ending was called "Bread and Salt"?',
        ),
    ),
    (
        lambda one: "Only the dog knows" in ends(one, "lose"),
        (
            'When you lose, it should say "Only the dog knows."',
            '"Only the dog knows." should be the last line of the bad ending.',
            'At the bad ending it should read "Only the dog knows."',
        ),
    ),
    (
        lambda one: "two swans" in ends(one, "win").lower(),
        (
            "After you win, two swans fly over the water.",
            "The good ending: two swans fly over the water.",
            "Let it end so that two swans fly over the water.",
            "What if in the good ending two swans fly over the water?",
        ),
    ),
    (
        lambda one: "Old Jonas" in ends(one, "win"),
        (
            "Let Old Jonas show up at the end.",
            "The good ending should mention Old Jonas.",
            "I want to see Old Jonas again in the good ending.",
        ),
    ),
    (
        loses,
        (
            "Whoever tries to pull the red lever in the lighthouse should lose.",
            "Pulling the red lever in the lighthouse should be the end.",
            "What if you could pull the red lever in the lighthouse and lose?",
            "Make it deadly to pull the red lever in the lighthouse.",
            "if you pull the red lever in the lighthouse you turn to stone and lose",
        ),
    ),
    (
        lambda one: "free the captured owl" in json.dumps(one["missions"]).lower(),
        (
            "What you have to do is free the captured owl.",
            "It should be the player's job to free the captured owl.",
            "I want the player to have to free the captured owl.",
            "The point of the game should be to free the captured owl.",
        ),
    ),
    (lambda one: "married" in talk(one, "Old Jonas"), ("Old Jonas and Sefa should be married", "what if Old Jonas and Sefa were married")),
)


@pytest.mark.parametrize(
    ("holds", "said"), [(holds, said) for holds, some in WISHES for said in some], ids=lambda one: one if isinstance(one, str) else ""
)
@pytest.mark.slow
def test_a_wish_is_done_in_whatever_words(holds: Callable[[World], bool], said: str) -> None:
    world = sea()
    assert not holds(world)
    edited = worlds.edit(world, said)
    assert edited.applied, edited.reply
    assert holds(edited.world), edited.reply
    known = {(one.lint, one.path) for one in worlds.check(world)}
    assert {(one.lint, one.path) for one in edited.diagnostics if one.severity == "error"} <= known
    assert not re.search(r"\b(?:is|are) (?:is|are)\b|\.\.(?!\.)|\b(?:a|the) (?:a|the)\b", edited.reply), edited.reply


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("let Old Jonas know", "What exactly shall Old Jonas know?"),
        ("make the good ending longer", "What else shall happen there?"),
        ("what does Old Jonas know?", "reads as a question"),
        ("the watchman should fall asleep", "?"),
    ],
)
def test_what_lacks_a_part_is_asked(said: str, asked: str) -> None:
    edited = worlds.edit(sea(), said)
    assert not edited.applied
    assert asked in edited.reply


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("could we please have a cat in the lighthouse?", Add("a cat in the lighthouse")),
        ("what if there was no landlord", Remove("landlord")),
        ("I'd rather have a goose than the landlord with the keys", Swap("the landlord with the keys", "a goose")),
        ("Instead of Ludo there should be a nun", Swap("Ludo", "a nun")),
        ("Let's have Sefa whistle", Should("Sefa", "whistle")),
        ("It should be possible to ring the bell", Should("you", "ring the bell")),
        ("I don't want to need the whistle", Should("you", "need the whistle", True)),
        ("Old Jonas works as a plumber", Should("Old Jonas", "work as a plumber")),
        ("when you talk to Sefa, she should cry", Should("she", "cry", False, "when you talk to Sefa")),
    ],
)
def test_frames_come_off_a_wish(said: str, wish: object) -> None:
    assert wish in wishes(said, Known(sea()))


def test_phrases_are_found_by_what_they_are_said_of() -> None:
    world = sea()
    assert attribute("the first thing Old Jonas says") == ("Old Jonas", "words")
    assert attribute("the title of the bad ending") == ("the bad ending", "name")
    assert attribute("the old lighthouse") is None
    cut = located(world, "a cat with a hat in the lighthouse")
    assert (cut.what, cut.place and cut.place.id) == ("a cat with a hat", "lighthouse")
    assert located(world, "a ring of stones").place is None
    ferry = somebody(world, "the ferrywoman")
    assert ferry is not None
    assert ferry.name == "Morwenna"
    assert somebody(world, "a ferrywoman") is None
    assert somebody(world, "the lighthouse") is None


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        (
            "nobody should be able to lose",
            lambda one: "lose" not in [x.get("ending", {}).get("kind") for x in one["scene"]["states"].values()],
        ),
        ("Add a shopping cart you can hide in.", lambda one: "Hide in the shopping cart" in text(one)),
        ('a computer voice that says "oxygen at ten percent"', lambda one: "Oxygen at ten percent" in talk(one, "omputer voice")),
        ("add a cook, a pilot and a stowaway", lambda one: "cook" in text(one) and "stowaway" in text(one)),
        ("when she finds her brother he should bark and lick her face", lambda one: "barks and licks her face" in ends(one, "win")),
        (
            "the lighthouse keeper should be a young diver",
            lambda one: "keeper" not in seen(one, "frozen_sea") and "diver" in seen(one, "frozen_sea"),
        ),
        ("the Professor gives you a torch if you answer his riddle", None),
    ],
)
def test_wishes_that_add_or_take_more_than_one_thing(said: str, holds: Callable[[World], bool] | None) -> None:
    edited = worlds.edit(sea(), said)
    assert edited.applied == (holds is not None), edited.reply
    assert holds is None or holds(edited.world), edited.reply


def test_a_name_is_given_to_the_one_who_is_meant_only() -> None:
    """ "a keeper in the window" is another one than the keeper who is called Maren now; "clerk from the office" is the clerk."""
    edited = worlds.edit(sea(), "the keeper's name should be Maren")
    assert edited.world["subject"] == "Maren"
    assert "A lighthouse keeper searches" in edited.world["scene"]["states"]["lighthouse"]["narration"]
    assert "the keeper" not in text(edited.world["scene"]["states"])
