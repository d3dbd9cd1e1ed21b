"""Bars on ways: each suits the two places it lies between, and its texts are about one thing."""

from __future__ import annotations

import re

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import crossings, tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.items import Item, is_clause, knowing
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.prose import fitting

KINDS = tables.read_all("places")
_TEXTS = ("block", "hint", "label", "use", "tell")
_OFFICE = re.compile(r"\b(?:counter|clerk|doorkeeper|gatekeeper|permit|toll|turnstile)\b")
PREMISES = (
    "A retired teacher wants to return a borrowed umbrella to her old friend in the next village.",
    "Two brothers must deliver a piano to the top of a hill before the concert.",
    "An astronaut has to find the lost rover on the moon.",
    "A witch's apprentice must find three herbs in the swamp before midnight.",
    "A bus driver finds a wallet full of money and wants to give it back.",
    "My dog Biscuit ran off at the beach and I want to find him before dark.",
    "A diver must get the pearl out of the sunken palace.",
    "A knight has to rescue the miller's son from the mountain troll.",
)


def place(kind: str) -> Place:
    return Place(kind, f"the {kind}", f"in the {kind}", KINDS[kind])


def test_the_sorts_of_ground_name_kinds_of_places() -> None:
    for sort, entry in tables.read("crossings").items():
        assert entry.words("kinds") <= set(KINDS) | {"beach"}, (sort, entry.words("kinds") - set(KINDS))


def test_every_plain_bar_has_texts_that_belong_together() -> None:
    for title, entry in tables.read("gates").items():
        assert entry.items("item"), title
        assert entry.one("when"), title
        for name in _TEXTS:
            assert len(entry.items(name)) >= 2, (title, name)


@pytest.mark.parametrize(
    ("here", "there", "text", "true"),
    [
        ("lake_shore", "meadow", "somebody behind a counter lets nobody on to {to}", False),
        ("bakery", "courtyard", "a clerk at a folding table sits on the way to {to}", False),
        ("house", "cellar", "a door with a heavy lock closes the way to {to}", True),
        ("cavern", "hillside", "a thick hedge closes the way to {to}", False),
        ("river_crossing", "school", "a shut door stands on the way to {to}", False),
        ("tidal_flat", "cliff_top", "a door with a heavy lock closes the way to {to}", False),
        ("road", "cafe", "a deep ditch runs right across the way to {to}", False),
        ("meadow", "deep_forest", "a deep ditch runs right across the way to {to}", True),
        ("house", "cellar", "the way to {to} forks, and then forks again", False),
        ("road", "bus_stop", "the way to {to} forks, and then forks again", True),
        ("house", "cellar", "thick darkness fills the way to {to}", True),
        ("park", "cafe", "thick darkness fills the way to {to}", False),
    ],
)
def test_a_bar_is_true_of_some_ground(here: str, there: str, text: str, true: bool) -> None:
    assert crossings.suits(text, crossings.marks_of(place(here), place(there), night=False)) is true


def test_a_bar_of_a_thing_takes_texts_of_one_obstacle() -> None:
    row = tables.Entry(
        "key",
        {
            "block": ("a locked door bars the way to {to}", "a chain lies across the gate to {to}"),
            "hint": ("The door is locked.", "The gate is chained."),
            "label": ("Unlock the door", "Open the gate"),
            "use": ("the door opens", "the gate opens"),
            "tell": ("You go in.", "You go through."),
        },
    )
    bar = crossings.bar_of(Item("key", "a key", "has_key", row), crossings.marks_of(place("house"), place("cellar"), night=False), None)
    assert bar is not None
    assert (bar.block, bar.label, bar.use) == (
        "a locked door bars the way to {to}",
        "Unlock the door",
        "the door opens",
    )


@pytest.mark.parametrize("premise", PREMISES)
def test_no_office_stands_in_the_open(premise: str) -> None:
    for seed in range(3):
        world = worlds.generate(premise, seed=seed)
        wild = tables.read("crossings")["wild"].words("kinds")
        for key, kind in world["metadata"]["sites"].items():
            if kind in wild and "ending" not in world["scene"]["states"][key]:
                assert not _OFFICE.search(world["scene"]["states"][key]["base"]), (seed, world["scene"]["states"][key]["base"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("You need {item}.", "You need to know {item}."),
        ("It takes {item}, says everybody.", "You need to know {item}, says everybody."),
        ("Not without {item}.", "Not without knowing {item}."),
        ("Find {item}.", "Find out {item}."),
    ],
)
def test_what_is_only_known_is_neither_taken_nor_carried(text: str, said: str) -> None:
    assert is_clause("how the steps are to be counted")
    assert not is_clause("the name of somebody")
    assert knowing(tables.Entry("need", {"hint": (text,), "label": ("Use {Item}", "Go on")})).rows == {"hint": (said,), "label": ("Go on",)}


def test_plain_bars_are_to_be_had_where_doors_are_locked() -> None:
    ways = (
        ("house", "cellar"),
        ("park", "cafe"),
        ("meadow", "deep_forest"),
        ("crew_mess", "cargo_bay"),
        ("reef", "trench"),
    )
    for era in ("old", "now", "far"):
        for here, there in ways:
            marks = crossings.marks_of(place(here), place(there), night=False) | {era, "hands", "limbs", "breath"}
            some = [
                title
                for title, entry in tables.read("gates").items()
                if entry.one("when")
                and all(set(group.split("/")) & marks for group in entry.one("when").split())
                and fitting(entry.items("item"), marks)
            ]
            assert some, (era, here, there)


@pytest.mark.parametrize(
    "premise", ["A snail wants to reach the top of the garden wall.", "A brave hen wants to find out where the fox sleeps."]
)
def test_no_beast_turns_a_key(premise: str) -> None:
    for seed in range(3):
        world = worlds.generate(premise, seed=seed)
        for event in world["scene"]["events"]:
            assert not re.search(r"\b(?:unlock|crowbar|ladder|key)\b", str(event["label"]), re.IGNORECASE), (seed, event["label"])


def _barred(world: dict[str, object]) -> list[str]:
    """Hints of ways barred between two scenes by things of the tables."""
    plain = [
        text.split("{")[0]
        for table in ("barred", "gates")
        for entry in tables.read(table).values()
        for text in entry.items("hint")
        if not text.startswith("{")
    ]
    scene = world["scene"]
    assert isinstance(scene, dict)
    return [
        one["lockedHint"] for one in scene["events"] if one.get("to") and any(str(one.get("lockedHint")).startswith(text) for text in plain)
    ]


@pytest.mark.parametrize(
    "premise",
    [
        "My little sister lost her tooth in the house and we need to find it before bedtime.",
        "A baker has to bake forty loaves in her bakery before the shop opens.",
        "The new boy at school wants to make one friend on his first day.",
        "A girl who lives on Mars wants to grow the first flower.",
        "A cat wants to get into the fishmonger's shop.",
        "Two sisters look for their grandfather's hat in the forest.",
        "A pedlar must bring a mirror over the mountain pass to the inn.",
        "A deckhand wants to see the whale from the top of the mast.",
        "A waiter wants to get away from the wedding before his mother sees him.",
    ],
)
def test_nothing_bars_the_way_in_an_ordinary_story(premise: str) -> None:
    for seed in range(2):
        world = worlds.generate(premise, seed=seed)
        assert not _barred(world), _barred(world)
        assert len(world["missions"][0]["objectives"]) >= 2  # and still something is to be done first


@pytest.mark.parametrize(
    "premise",
    [
        "A prisoner wants to escape from the fortress.",
        "A thief steals the king's ring from the castle.",
        "An explorer looks for the lost tomb of the queen in the desert.",
    ],
)
def test_where_a_story_speaks_of_locks_its_ways_are_barred(premise: str) -> None:
    assert any(_barred(worlds.generate(premise, seed=seed)) for seed in range(3))


def test_what_shuts_the_ways_of_a_story() -> None:
    assert crossings.shuts_doors("spy", "steal", "Steal the map.")
    assert crossings.shuts_doors("war", "find", "A medic looks for her brother.")
    assert crossings.shuts_doors("slice", "find", "A boy has locked himself into the attic.")
    assert crossings.shuts_doors("slice", "deliver", "A girl must get past the guards with a letter.")
    assert crossings.shuts_doors("slice", "escape", "A parrot wants to escape from its cage.")
    assert not crossings.shuts_doors("slice", "escape", "A waiter wants to get away from the wedding.")
    assert not crossings.shuts_doors("slice", "find", "A girl must find her lost cat.")


@pytest.mark.parametrize("genre", ["slice", "fantasy", "war"])
def test_no_way_asks_for_what_does_not_open_it(genre: str) -> None:
    ways = [place(kind) for kind in ("house", "city_street", "park", "cafe", "meadow")]
    marks = frozenset(("now", "hands", "one", *(("shut",) if genre == "war" else ())))
    strange = Item("food", "a rice ball", "has_a_rice_ball")
    for shape in ("hub", "quest", "loop", "escape", "heist"):
        made = crossings.settled(shape, [strange] * 3, [*ways, *ways], marks, [], Chance(1), night=False, shut=genre == "war")
        assert all(made[at] is not strange for at in crossings.WAYS[shape]), (shape, made)
