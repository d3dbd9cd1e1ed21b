"""The prose of generated worlds: what the premise states holds in every scene, what it names appears, and little is said twice."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.doctrine import LETHAL, NEGATION, WHITEOUT
from makebelieve.worlds.generation import prose, tables
from makebelieve.worlds.generation.mentions import shows

HERE = Path(__file__).parent
PREMISES = [line for line in (HERE / "premises.txt").read_text("utf-8").splitlines() if line.strip()]
NAMED = [line.split(" :: ") for line in (HERE / "nouns.txt").read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]

HOUR_WORDS = {
    "dawn": r"dawn|daybreak|sunrise|first light|early light|new sun",
    "morning": r"morning",
    "noon": r"noon|midday",
    "afternoon": r"afternoon",
    "dusk": r"dusk|evening|sunset|twilight",
    "night": r"night|moon\w*|star\w*",
}
# What only other hours show.
STRANGE = {
    "night": r"\b(?:noon|midday|afternoon|morning|sunrise|daybreak|sunlight|sunset|twilight)\b",
    "noon": r"\b(?:moonlight|starlight|sunrise|daybreak|sunset|twilight|dusk|morning)\b",
    "morning": r"\b(?:moonlight|starlight|midday|sunset|twilight|dusk|afternoon)\b",
    "dawn": r"\b(?:moonlight|midday|sunset|twilight|dusk|afternoon)\b",
    "dusk": r"\b(?:midday|sunrise|daybreak|morning|afternoon)\b",
    "afternoon": r"\b(?:moonlight|starlight|sunrise|daybreak|twilight|dusk|midday|morning)\b",
}
WEATHER_WORDS = {
    "rain": r"\brain\w*", "fog": r"\bfog\w*|\bmist\b", "snow": r"\bsnow\w*|\bice\b|\bicicle\w*|\bwinter\b|\bfrost\w*",
    "storm": r"\bstorm\w*|\blightning\b|\bthunder\w*",
    "wind": r"\bwind\w*|\bgusts?\b|\bdraughts?\b", "dust": r"\bdust\w*", "heat": r"\bheat\w*",
}  # fmt: skip
SEASON_WORDS = {
    "spring": r"\bspring\b",
    "summer": r"\bsummer\b",
    "autumn": r"\bautumn\b",
    "winter": r"\bwinter\b|\bsnow\w*|\bice\b|\bicicle\w*",
}


def scenes(world: dict[str, Any]) -> dict[str, str]:
    return {key: state["base"] for key, state in world["scene"]["states"].items()}


@pytest.mark.parametrize("hour", HOUR_WORDS)
@pytest.mark.parametrize(
    "frame",
    [
        "at {} a girl looks for her brother in a castle",
        "a robot must repair the engine of a starship at {}",
        "two foxes cross the forest at {}",
    ],
)
def test_a_stated_hour_holds_in_every_scene(hour: str, frame: str) -> None:
    for seed in range(4):
        for key, base in scenes(worlds.generate(frame.format(hour), seed)).items():
            assert re.search(HOUR_WORDS[hour], base, re.IGNORECASE), (key, base)
            found = re.search(STRANGE[hour], base, re.IGNORECASE)
            assert found is None, (found, base)


@pytest.mark.parametrize(
    ("premise", "weather"),
    [
        ("on a rainy day three children search for a lost kitten in the village", "rain"),
        ("a detective hunts a thief through the fog", "fog"),
        ("in the snow an old man brings a letter to the monastery", "snow"),
        ("a captain must save her crew in a storm", "storm"),
        ("a windy day at school: the kite club wants to win the contest", "wind"),
        ("a scorching ranch, and a sheriff hunts the bandits", "heat"),
    ],
)
def test_stated_weather_holds_in_every_scene(premise: str, weather: str) -> None:
    for seed in range(4):
        world = worlds.generate(premise, seed)
        assert world["metadata"]["understood"]["weather"] == weather
        for key, base in scenes(world).items():
            assert re.search(WEATHER_WORDS[weather], base, re.IGNORECASE), (key, base)


@pytest.mark.parametrize("season", SEASON_WORDS)
def test_a_stated_season_holds_in_every_scene(season: str) -> None:
    for seed in range(4):
        for key, base in scenes(worlds.generate(f"one {season} a shepherd looks for the lost bell of the village", seed)).items():
            assert re.search(SEASON_WORDS[season], base, re.IGNORECASE), (key, base)


def told_and_seen(world: dict[str, Any]) -> str:
    """All text of a world but the premise itself, which the first narration quotes."""
    states, events = world["scene"]["states"], world["scene"]["events"]
    texts = [state["base"] for state in states.values()] + [state["ending"]["subtitle"] for state in states.values() if "ending" in state]
    texts += [state["narration"] for key, state in states.items() if key != world["entrance"]["state"]]
    texts += [event[part] for event in events for part in ("label", "base", "narration") if part in event]
    texts += [objective["text"] for mission in world["missions"] for objective in mission["objectives"]]
    return " ".join(texts).lower()


def test_what_a_premise_names_appears_in_its_world() -> None:
    asked = shown = 0
    missing: list[tuple[str, str]] = []
    for premise, nouns in NAMED:
        text = told_and_seen(worlds.generate(premise, 3))
        for noun in nouns.split(", "):
            asked += 1
            if shows(noun.lower(), text):
                shown += 1
            else:
                missing.append((premise, noun))
    assert shown / asked >= 0.9, missing


@pytest.mark.slow
def test_little_is_said_twice() -> None:
    spec = importlib.util.spec_from_file_location("variety", HERE / "variety.py")
    assert spec is not None
    assert spec.loader is not None
    variety = importlib.util.module_from_spec(spec)
    sys.modules["variety"] = variety
    spec.loader.exec_module(variety)
    found = variety.measure(worlds.generate(premise) for premise in PREMISES)
    assert found.distinct >= 0.8, found  # a kind of place is described in the same plain words wherever it stands
    assert found.top_frame <= 0.01, found
    assert found.distinct_frames >= 0.4, found
    assert found.labels >= 0.65, found
    assert found.narration >= 0.5, found


def test_every_kind_of_place_has_parts_and_its_frames_speak_of_known_slots() -> None:
    kinds, parts = tables.read_all("places"), tables.read("parts")
    for title, entry in kinds.items():
        some = entry.items("parts") or parts[title].items("parts")
        assert len(some) >= 5, title
        assert all(re.match(r"(?:the|a|an) ", part) or part[:1].isupper() for part in some), title
    for genre, entry in tables.read_all("genres").items():
        assert entry.one("era"), genre
        assert all(group in tables.read("details") for group in entry.one("props").split()), genre


PIXELS = {
    "details": None, "light": None, "bodies": None, "views": None, "parts": None, "beats": ("base", "move"), "gates": ("block", "use"),
    "foes": ("look", "catch", "gentle", "yield"), "turns": ("base", "wait", "held", "endured", "given"),
    "stages": ("base", "one", "many", "first", "second", "camera"),
}  # fmt: skip


def test_frames_of_pictures_show_what_is_there() -> None:
    """The doctrine's lints, on every frame at once rather than on those that some world happened to use."""
    frames: list[tuple[str, str]] = []
    for name, keys in PIXELS.items():
        for entry in tables.read(name).values():
            frames += [
                (name, item) for key, items in entry.rows.items() if keys is None or key in keys for item in items if key != "matter"
            ]
    for entry in tables.read_all("places").values():
        frames += [("places", item) for key in ("seen", "stir", "hold", "parts", "spot") for item in entry.items(key)]
    for entry in tables.read("goals").values():
        for key, items in entry.rows.items():
            pieces = [item.split("::") for item in items]
            if key.startswith(("win", "best", "lose")):
                frames += [("goals", one[2]) for one in pieces]
            elif key.startswith("secret"):
                frames += [("goals", part) for one in pieces for part in (one[0], one[2])]
            elif key.startswith("hint"):
                frames += [("goals", one[0]) for one in pieces]
    for name, frame in frames:
        for barred in (NEGATION, WHITEOUT, LETHAL):
            assert barred.search(frame) is None, (name, frame)


@pytest.mark.parametrize(
    ("premise", "barred"),
    [
        ("A climber must cross the glacier before the ice breaks up", r"\b(?:rain|raindrops|gutter|foxgloves?|bindweed|bees?)\b"),
        ("A geologist must find her drone on the salt flats", r"\b(?:snow|fog|ferns?|puddles|gutter)\b"),
    ],
)
def test_land_has_its_own_weather(premise: str, barred: str) -> None:
    lands = {kind for entry in tables.read("climates").values() for kind in entry.words("kinds")} & {"glacier", "salt_flat"}
    for seed in range(5):
        world = worlds.generate(premise, seed)
        for key, kind in world["metadata"]["sites"].items():
            if kind in lands and "ending" not in world["scene"]["states"][key]:
                assert not re.search(barred, world["scene"]["states"][key]["base"]), (seed, world["scene"]["states"][key]["base"])


def test_a_stated_weather_holds_on_any_land() -> None:
    world = worlds.generate("A geologist must find her drone on the salt flats in the snow", 2)
    assert any("snow" in state["base"] for state in world["scene"]["states"].values())


def test_no_window_is_in_a_lift() -> None:
    for seed in range(4):
        world = worlds.generate("A clerk must find her ring in the lift", seed)
        for key, kind in world["metadata"]["sites"].items():
            assert kind != "lift_cage" or not re.search(r"\bwindow|\brain\b(?! jacket)", world["scene"]["states"][key]["base"])


@pytest.mark.parametrize(
    ("phrase", "short"),
    [("the cast of the right footprint", "the cast"), ("the row of small lanterns on a line", None), ("the ball of red thread", None)],
)
def test_a_measure_is_no_thing_by_itself(phrase: str, short: str | None) -> None:
    found = prose._SAID_OF.match(phrase)
    assert (found and found[1]) == short


def test_no_crack_lets_the_dawn_into_a_room_with_no_window() -> None:
    kinds = {kind for kind, entry in tables.read_all("places").items() if entry.items("windows")}
    assert {"car_park", "lift_cage", "archive"} <= kinds
    for seed in range(4):
        world = worlds.generate("An accountant must find a lost file in the basement archive of her office", seed)
        for key, kind in world["metadata"]["sites"].items():
            if kind in kinds and "ending" not in world["scene"]["states"][key]:
                base = world["scene"]["states"][key]["base"]
                assert re.search(r"\b(?:bulb|strip lights|lamp)\b", base, re.IGNORECASE), (seed, key, base)
