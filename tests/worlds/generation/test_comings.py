"""What is on its way shows as on its way, and is there where all is lost."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest

from makebelieve import worlds
from makebelieve.worlds.doctrine import LETHAL, NEGATION, WHITEOUT
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.comings import coming_of
from makebelieve.worlds.generation.draft import Hour, Weather
from makebelieve.worlds.generation.understand import understand_world

ROWS = ("open", "inside", "late_open", "late_inside", "came_open", "came_inside")


@pytest.mark.parametrize("title", sorted(tables.read("comings")))
def test_a_coming_is_whole(title: str) -> None:
    entry = tables.read("comings")[title]
    told = {"onward", "came", "kept"}
    assert set(entry.rows) <= {
        "words",
        "unless",
        "hours",
        "weather",
        "season",
        "then_hour",
        "then_weather",
        "then_season",
        "where",
        *ROWS,
        *told,
    }
    assert told <= set(entry.rows)
    assert entry.words("hours") | entry.words("then_hour") <= set(get_args(Hour))
    assert entry.words("weather") | entry.words("then_weather") <= set(get_args(Weather))
    for row in ROWS:
        for frame in entry.items(row):
            assert "{part}" in frame
            assert not any(barred.search(frame) for barred in (NEGATION, WHITEOUT, LETHAL)), frame


@pytest.mark.parametrize(
    ("deadline", "title"),
    [
        ("before it rains", "rain"),
        ("before the storm hits tonight", "storm"),
        ("before the first snow falls", "snow"),
        ("before the dust storm comes", "dust_storm"),
        ("until dawn", "dawn"),
        ("in one night", "dawn"),
        ("before the night is over", "dawn"),
        ("until the rain stops", None),
        ("before the tide turns", None),
        ("before the solar storm", None),
        ("before the bishop arrives", None),
    ],
)
def test_what_comes_is_read_from_a_deadline(deadline: str, title: str | None) -> None:
    assert coming_of(deadline, None) == title


@pytest.mark.parametrize(
    ("premise", "hour", "weather", "season"),
    [
        ("Two friends must mend the roof before the storm hits tonight", "dusk", "cloud", None),
        ("A girl must find her kite before it rains", None, "cloud", None),
        ("A thief must leave the castle before dawn", "night", None, None),
        ("A farmer must cut the hay before winter", None, None, "autumn"),
        ("A hot air balloon must cross the lake before sunset", "afternoon", None, None),
        ("At noon a robber waits in the rain", "noon", "rain", None),
    ],
)
def test_until_it_comes_it_is_another_hour_and_weather(premise: str, hour: str | None, weather: str | None, season: str | None) -> None:
    draft = understand_world(premise)
    assert (draft.hour, draft.weather, draft.season) == (hour, weather, season)


def endings(world: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [state for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == kind]


@pytest.mark.parametrize(
    ("premise", "before", "after"),
    [
        ("A boy must find his kite in the park before it rains", r"\bclear sky\b|\brain (?:falls|lies)\b|\braindrops hop\b", r"\brain"),
        ("Two friends have to repair the sea wall before the storm hits", r"\bstorm rain\b|\bclear sky\b", r"\bstorm"),
    ],
)
def test_rain_that_is_to_come_falls_where_all_is_lost(premise: str, before: str, after: str) -> None:
    for seed in range(4):
        world = worlds.generate(premise, seed)
        for state in world["scene"]["states"].values():
            if state.get("ending", {}).get("kind") != "lose":
                assert not re.search(before, state["base"], re.IGNORECASE), state["base"]
        for state in endings(world, "lose"):
            assert re.search(after, f"{state['base']} {state['narration']}", re.IGNORECASE), state["base"]
            assert state["ending"]["subtitle"] == state["narration"]


def test_a_deadline_is_kept_or_missed_in_every_ending() -> None:
    world = worlds.generate("A clerk must find the lost ledger before the auditor arrives", 3)
    for kind in ("win", "lose"):
        for state in endings(world, kind):
            # Where all is lost it has come about.
            told = r"before the auditor arrives|in time|time left|time to spare" if kind == "win" else "the auditor has arrived"
            assert re.search(told, state["narration"].lower()), state["narration"]


def test_a_danger_is_told_on_the_way_and_where_all_is_lost() -> None:
    premise = "The dam is cracking and a ranger must fetch the children from the valley"
    assert understand_world(premise).danger == "the dam is cracking"
    told = [event["narration"] for seed in range(4) for event in worlds.generate(premise, seed)["scene"]["events"]]
    assert any("the dam is cracking" in text.lower() for text in told)
    assert all("the dam is cracking" in state["narration"].lower() for state in endings(worlds.generate(premise, 1), "lose"))


def test_a_dust_storm_shows_on_mars_and_rain_does_not() -> None:
    world = worlds.generate("A gardener robot on Mars must protect the first flower before the dust storm comes.", 1)
    text = " ".join(state["base"] for state in world["scene"]["states"].values())
    assert re.search(r"wall of dust|turned brown", text)
    assert not re.search(r"\brain|\bcloud", text)
    assert not any("earth" in event["label"] for event in world["scene"]["events"])
