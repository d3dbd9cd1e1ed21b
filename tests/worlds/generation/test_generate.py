"""Generated worlds: whole, checked, deterministic, and about their premise."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from makebelieve import worlds
from makebelieve.kit.errors import Problem
from makebelieve.language import ModelUnavailable
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.understand import understand_with, understand_world

HERE = Path(__file__).parent
PREMISES = [line for line in (HERE / "premises.txt").read_text("utf-8").splitlines() if line.strip()]
GOLDEN = HERE / "golden.json"
KEEPER = PREMISES[0]


def sound(world: dict[str, Any]) -> None:
    assert worlds.check(world) == []
    states, events = world["scene"]["states"], world["scene"]["events"]
    assert 8 <= len(states) <= 24
    assert 15 <= len(events) <= 60
    endings = [state["ending"]["kind"] for state in states.values() if "ending" in state]
    assert endings.count("win") >= 2
    assert endings.count("lose") >= 1
    assert {"transition", "override", "terminal"} <= {event["kind"] for event in events}
    for name in ("hidden", "oneShot", "requires", "grants"):
        assert any(event.get(name) for event in events), name
    for key in states:
        keys = [event["hotkey"] for event in events if key in event["from"] and "hotkey" in event]
        assert len(keys) == len(set(keys))
    written = "".join(state["base"] for state in states.values())
    written += "".join(event["base"] + event["narration"] + event["label"] for event in events)
    assert not set("{}<>|") & set(written)
    assert re.search(r"\([A-Za-z]+_[a-z_/ ]+\)", written) is None  # marks of a text


@pytest.mark.parametrize("premise", PREMISES[::7])
def test_a_premise_becomes_a_sound_world(premise: str) -> None:
    sound(worlds.generate(premise))


@pytest.mark.slow
def test_a_thousand_worlds_have_no_error() -> None:
    for premise in PREMISES:
        for seed in range(5):
            sound(worlds.generate(premise, seed, pov=worlds.POVS[seed]))


@settings(max_examples=25, deadline=None)
@given(
    st.text(min_size=3, max_size=200).filter(lambda text: len(text.strip()) >= 3), st.integers(0, 2**31 - 1), st.sampled_from(worlds.POVS)
)
def test_any_text_makes_a_sound_world(premise: str, seed: int, pov: str) -> None:
    sound(worlds.generate(premise, seed, pov))


def test_same_premise_and_seed_same_world_and_another_seed_another() -> None:
    assert worlds.generate(KEEPER, 3) == worlds.generate(KEEPER, 3)
    made = {json.dumps(worlds.generate(KEEPER, seed)["scene"]) for seed in range(5)}
    assert len(made) == 5


def test_the_premise_is_what_the_world_is_about() -> None:
    draft = understand_world(KEEPER)
    assert draft.player is not None
    assert (draft.player.phrase, draft.player.pronoun) == ("lighthouse keeper", "she")
    assert (draft.goal.purpose, draft.goal.object, draft.goal.person) == ("find", "her lost brother", True)
    assert [(site.phrase, site.kind) for site in draft.places] == [("frozen sea", "under_ice")]
    world = worlds.generate(KEEPER)
    assert "frozen_sea" in world["scene"]["states"]
    assert world["metadata"]["understood"]["goal"]["object"] == "her lost brother"
    assert any("brother" in objective["text"] for objective in world["missions"][0]["objectives"])


@pytest.mark.parametrize(
    ("premise", "genre", "purpose", "name"),
    [
        (PREMISES[1], "noir", "solve", "detective"),
        (PREMISES[3], "sports", "win", "Zara Okonkwo"),
        (PREMISES[5], "fantasy", "escape", "wizard"),
        (PREMISES[7], "heist", "steal", "pirates"),
        (PREMISES[8], "cyberpunk", "rescue", "hacker"),
        (PREMISES[10], "postapoc", "reach", "Maya"),
        (PREMISES[11], "historical", "defeat", "samurai"),
    ],
)
def test_who_plays_what_for_and_in_which_genre(premise: str, genre: str, purpose: str, name: str) -> None:
    draft = understand_world(premise)
    assert draft.player is not None
    assert (draft.genre, draft.goal.purpose) == (genre, purpose)
    assert name in (draft.player.name or draft.player.phrase)


def test_what_meant_nothing_is_said() -> None:
    assert worlds.generate("xyzzy plugh frobnicates")["metadata"]["understood"]["not_understood"]
    assert "人間と狐の物語" in worlds.generate("人間と狐の物語")["metadata"]["understood"]["not_understood"]


def test_a_frame_lends_its_look() -> None:
    frame = Image.new("RGB", (160, 90), (20, 24, 60))
    frame.paste((230, 140, 60), (0, 0, 160, 40))
    world = worlds.generate(KEEPER, frame=frame)
    look = world["metadata"]["look"]
    assert look["light"] == "above"
    assert look["horizon"] == pytest.approx(40 / 90, abs=0.06)
    assert "orange" in world["styleTail"]
    assert "over orange" in world["scene"]["states"][world["entrance"]["state"]]["base"] or "navy" in world["styleTail"]
    sound(worlds.generate(None, frame=frame))


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"premise": "ab"}, "premise"),
        ({"premise": "a" * 2001}, "premise"),
        ({"premise": None}, "premise"),
        ({"premise": KEEPER, "pov": "behind"}, "pov"),
    ],
)
def test_what_is_out_of_range_is_named(arguments: dict[str, Any], path: str) -> None:
    with pytest.raises(Problem) as caught:
        worlds.generate(**arguments)
    assert caught.value.status == 422
    assert caught.value.errors[0].path == path


class Author:
    name = "test-model"

    def __init__(self, fails: bool) -> None:
        self.fails = fails

    def draft_world(self, premise: str, hint: WorldDraft) -> WorldDraft:
        if self.fails:
            raise ModelUnavailable("too slow")
        return hint.model_copy(update={"genre": "pirate", "title": "Cold Salt", "provider": self.name})


def test_a_language_model_may_read_the_premise_and_its_failure_costs_nothing() -> None:
    world = worlds.generate(KEEPER, author=Author(False))
    assert (world["name"], world["metadata"]["provider"]) == ("Cold Salt", "test-model")
    draft = understand_with(Author(True), KEEPER)
    assert draft.genre == "sea"
    assert "too slow" in (draft.note or "")


def test_golden_worlds() -> None:
    """Regenerate with `python tests/worlds/generation/test_generate.py`."""
    assert digests() == json.loads(GOLDEN.read_text())


def digests() -> dict[str, str]:
    return {
        premise: hashlib.sha256(json.dumps(worlds.generate(premise, 7), sort_keys=True).encode()).hexdigest()[:16]
        for premise in (KEEPER, PREMISES[1], PREMISES[4], PREMISES[6], PREMISES[9], PREMISES[13])
    }


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(digests(), indent=1, ensure_ascii=False) + "\n")


@pytest.mark.parametrize(
    ("premise", "weather"),
    [
        ("Two goats open a ferry on the lake while it snows", "snow"),
        ("It rained the whole week that Ada searched the fair", "rain"),
        ("A knight rides home", None),
    ],
)
def test_the_weather_is_read_from_verbs_too(premise: str, weather: str | None) -> None:
    assert understand_world(premise).weather == weather


@pytest.mark.parametrize(
    ("premise", "aboard"),
    [
        ("A raccoon family opens a bakery under the railway bridge", False),
        ("A smuggler hides in the bay below the old bridge", False),
        ("The astronaut must reach the bridge before the airlock opens", True),
    ],
)
def test_a_bridge_is_of_a_starship_only_among_stars(premise: str, aboard: bool) -> None:
    kinds = {site.kind for site in understand_world(premise).places}
    assert ("starship_bridge" in kinds) == aboard


@pytest.mark.parametrize(
    ("premise", "place"),
    [
        ("A deaf clockmaker must tune the cathedral organ before noon.", "cathedral"),
        ("Hana wants to interpret for her mother at the hospital.", "hospital"),
    ],
)
def test_a_deed_is_done_where_the_premise_places_it(premise: str, place: str) -> None:
    """The way leads out and back: the scenes before the endings that win are the place that was named."""
    for seed in range(4):
        scene = worlds.generate(premise, seed=seed)["scene"]
        won = {name for name, state in scene["states"].items() if state.get("ending", {}).get("kind") == "win"}
        before = {name for event in scene["events"] if event.get("to") in won for name in event["from"]}
        assert any(place in name for name in before - won), (seed, before)
