"""What goes on all around: the table, when it is read out of a premise, and that it shows in the scenes."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from makebelieve import worlds
from makebelieve.worlds.doctrine import LETHAL, NEGATION, WHITEOUT
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Hour, Weather
from makebelieve.worlds.generation.english import fill, varied
from makebelieve.worlds.generation.occasions import table
from makebelieve.worlds.generation.understand import understand_world

TABLE = table()
AIRS = ("open", "inside", "under", "sea")


_ROWS = "words unless says already sudden weather hours ages verbs where contrary stir onward look over lost"
ROWS = {*_ROWS.split(), *AIRS}


@pytest.mark.parametrize("title", sorted(TABLE))
def test_an_occasion_is_whole(title: str) -> None:
    entry = TABLE[title]
    assert {re.sub(r"^(?:(?:afar|soon|over|lost)_)+", "", name) for name in entry.rows} <= ROWS
    assert entry.words("words") or entry.items("says")
    venues = {venue for place in tables.read_all("places").values() for venue in place.words("venue")}
    assert entry.words("where") <= set(tables.read_all("places")) | venues | set(tables.read("grounds"))
    assert entry.words("weather") <= set(get_args(Weather))
    assert entry.words("hours") <= set(get_args(Hour))
    assert len(entry.items("stir")) >= 2
    assert entry.items("onward")
    assert entry.items("open")
    assert entry.items("inside")
    for name, items in entry.rows.items():
        row = re.sub(r"^(?:(?:afar|soon|over|lost)_)+", "", name)
        for item in items if row in (*AIRS, "stir") else ():
            assert row == "stir" or "{part}" in item or item.count("(") == 1, item
            shown(item)
    for item in entry.items("look"):
        label, base, told = (piece.strip() for piece in item.split("::"))
        assert len(label) <= 40, label
        shown(base)
        assert "{P}" not in told


def shown(text: str) -> None:
    text = fill(varied(re.sub(r"^\([^)]*\) ", "", text), lambda count: 0), {"part": "the oak", "P": "the cook", "they": "she"})
    assert not re.search(r"[{}<>\[\]]|\byour?\b", text), text
    for barred in (NEGATION, WHITEOUT, LETHAL):
        assert barred.search(text) is None, text


@pytest.mark.parametrize(
    ("premise", "expected"),
    [
        ("During the Blitz in London, a boy looks for his lost dog", ["air_raid"]),
        ("A ranger must get the campers out before the wildfire reaches the lake", ["wildfire"]),
        ("A baker's apprentice must finish the royal wedding cake before sunrise", ["wedding"]),
        ("A detective asks who poisoned the champion rose at the village flower show", ["flower_show"]),
        ("An astronaut has to restart the oxygen on a lunar base", ["leaking_air"]),
        ("Zombies have overrun the mall and two clerks want out", ["undead"]),
        ("A slave girl in Pompeii warns her master", ["volcano"]),
        ("The night before Christmas an elf loses the last parcel", ["christmas"]),
        ("A baker's apprentice must carry a book out of burning London before the fire reaches the river", ["burning_town"]),
        ("A girl rows through the flooded town to find her cat", ["flood"]),
        ("A beaver must mend the dam before the flood comes down the valley", []),
        ("A cook must get dinner ready although the gravity has failed", ["weightless"]),
        ("A gardener must save the lemon tree before the water runs out", ["water_short"]),
        ("An engineer has to restart the plant before the shift runs out of air", ["leaking_air"]),
        ("Four students are locked in the library overnight", ["locked_in"]),
        ("A team must win one race or the club will be closed", ["closing_down"]),
        ("A detective must catch the thief before the village show on Saturday", ["flower_show/soon"]),
        ("A hedgehog can't fall asleep because the moon is too bright", ["bright_moon"]),
        ("A thief steals the crown from under the mirror at the masked ball", ["masked_ball"]),
        ("A pianist must cross the besieged city", ["siege"]),
        ("A cook must keep the children warm, for the heating has broken down", ["cold_house"]),
        ("A girl must find her brother while the town is evacuated", ["evacuation"]),
        ("The plane is losing height and a steward must wake the pilot", ["falling_plane"]),
        ("A boy must free the pony before the old stable is torn down", ["closing_down"]),
        ("A baker has a burning question", []),
        ("A musician dreams of a festival", []),
        ("A boy kicks a ball over the fence", []),
        ("A harvest mouse moves into a grandfather clock", []),
        ("A boy wins his wedding ring back", []),
        ("After the flood a girl rebuilds the mill", []),
        ("A town without Christmas", []),
        ("A cat must wake the captain before the hull breaks", []),
        ("The ship sinks and the band plays on", ["sinking"]),
        ("A knight looks for a lost sword", []),
        ("A chess player learns the volcano opening", []),
    ],
)
def test_a_premise_names_occasions(premise: str, expected: list[str]) -> None:
    assert understand_world(premise).occasions == expected


def seen(title: str, base: str) -> bool:
    """Whether one of the occasion's sentences stands in a scene."""
    frames = [re.sub(r"^\([^)]*\) ", "", item) for air in AIRS for item in TABLE[title].items(air)]
    return any(re.search(re.sub(r"\\\[.*?\\\]|\\\{part\\\}", ".+", re.escape(frame)), base, re.IGNORECASE) for frame in frames)


@pytest.mark.parametrize(
    ("premise", "title"),
    [
        ("During the Blitz in London, a boy looks for his lost dog", "air_raid"),
        ("A rookie firefighter must persuade an old man to leave his cabin before the wildfire comes", "wildfire"),
        ("An elf must find the missing reindeer on Christmas Eve", "christmas"),
        ("Two sisters row through the flood to bring their grandmother home", "flood"),
    ],
)
def test_an_occasion_shows_in_the_scenes(premise: str, title: str) -> None:
    for seed in range(3):
        states = worlds.generate(premise, seed=seed)["scene"]["states"]
        scenes = [state["base"] for state in states.values() if "ending" not in state]
        assert sum(seen(title, base) for base in scenes) >= 0.4 * len(scenes)


def test_a_premise_that_names_none_has_none() -> None:
    for seed in range(3):
        states = worlds.generate("A baker looks for her cat", seed=seed)["scene"]["states"].values()
        assert not any(seen(title, state["base"]) for title in TABLE for state in states)


@pytest.mark.parametrize(
    ("premise", "barred"),
    [
        ("A ranger leads the campers out before the wildfire reaches the lake", "rain"),
        ("A village digs for water in the drought", "rain"),
        ("Two sisters trick-or-treat at every house on the hill on Halloween", "noon"),
    ],
)
def test_weather_and_hour_go_with_what_goes_on(premise: str, barred: str) -> None:
    for seed in range(8):
        understood = worlds.generate(premise, seed=seed)["metadata"]["understood"]
        assert barred not in (understood["weather"], understood["hour"])


@pytest.mark.parametrize(
    "premise",
    [
        "A baker's apprentice must carry a book out of burning London",
        "Two sisters row through the flood to bring their grandmother home",
        "A cook must serve dinner on a space station although the gravity has failed",
        "A journalist must get a letter over the border. Two policemen are following her.",
    ],
)
def test_nothing_that_goes_on_is_said_twice(premise: str) -> None:
    frames = {
        re.sub(r"\{.*", "", re.sub(r"^\([^)]*\) ", "", item)) for air in AIRS for entry in TABLE.values() for item in entry.items(air)
    }
    for seed in range(2):
        bases = [state["base"] for state in worlds.generate(premise, seed)["scene"]["states"].values()]
        for frame in (one for one in frames if len(one) > 25 and "[" not in one and "<" not in one):
            assert sum(base.lower().count(frame) for base in bases) < 2, frame


def test_what_cannot_be_there_is_not() -> None:
    for seed in range(3):
        states = worlds.generate("A baker's apprentice must carry a book out of burning London", seed)["scene"]["states"]
        told = " ".join(f"{state['base']} {state.get('ambient')}" for state in states.values())
        assert not re.search(r"[Ll]oaves cool|[Bb]uns rise|[Aa] crust cracks", told), seed


def test_what_is_held_somewhere_shows_there_alone() -> None:
    held = re.compile(r"\b(?:white ribbons|rose petals|garland|wedding march|seating plan|bucket of white flowers)\b", re.IGNORECASE)
    where = TABLE["wedding"].words("where")
    for seed in range(4):
        world = worlds.generate("A baker must bring the wedding cake through the city to the church before noon", seed)
        for key, kind in world["metadata"]["sites"].items():
            if kind not in where:
                state = world["scene"]["states"][key]
                assert not held.search(f"{state['base']} {state.get('ambient')}"), (seed, key, state)


def test_sorts_of_ground_are_kinds_of_place() -> None:
    for entry in tables.read("grounds").values():
        assert entry.words("kinds") <= set(tables.read_all("places"))
