"""A language model as the writer of whole worlds, against a fake server: its story, repairs, and every way back to the embedded makers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fake_model_server import FakeServer, chat

from makebelieve import worlds
from makebelieve.library.worlds import making
from makebelieve.library.worlds.room import open_world_room
from makebelieve.providers.language_model import LanguageModel

PREMISE = "A student has to hand in her thesis by noon, but her flatmate's goat has eaten the only copy."
GOOD: dict[str, Any] = json.loads((Path(__file__).parents[1] / "worlds" / "stories" / "thesis.json").read_text("utf-8"))


def model(server: FakeServer, **options: Any) -> LanguageModel:
    return LanguageModel("storyteller", base_url=server.url, api_key="sesame", **{"timeout": 20.0, **options})


def made(writer: LanguageModel, **more: Any) -> dict[str, Any]:
    given = {"premise": PREMISE, "seed": 7, "pov": "side", "frame": None, "name": None, **more}
    return dict(open_world_room(writer, writer, writer)(making.GENERATE, given, lambda _name, _data: None))


def test_the_room_makes_the_world_that_was_written_with_all_its_pictures(serve: Callable[..., FakeServer]) -> None:
    server = serve(chat(json.dumps(GOOD)))
    found = made(model(server))
    world = found["world"]
    assert (world["name"], world["metadata"]["provider"]) == (GOOD["title"], "storyteller")
    assert worlds.check(world) == []
    assert set(found["scenery"]) == set(world["scene"]["states"])
    assert found["figure"] is not None
    assert {one["name"] for people in found["cast"].values() for one in people}
    asked = json.dumps(server.requests[0]["messages"], ensure_ascii=False)
    assert PREMISE in asked
    assert "what a camera sees" in asked


def test_a_story_with_a_fault_is_sent_back_and_repaired(serve: Callable[..., FakeServer]) -> None:
    bad = {**GOOD, "deed": {**GOOD["deed"], "seen": "There is no thesis."}}
    broken = {**GOOD, "last_place": "moon"}
    server = serve(chat(json.dumps(bad)), chat(json.dumps(broken)), chat(json.dumps(GOOD)))
    assert made(model(server))["world"]["name"] == GOOD["title"]
    sent = json.dumps(server.requests[2]["messages"], ensure_ascii=False)
    assert "'no' may not stand there (negation)" in sent
    assert "'moon' is no spot" in sent


def test_a_writer_that_cannot_is_asked_to_read_and_then_done_without(serve: Callable[..., FakeServer]) -> None:
    reading = {"goal": {"purpose": "deliver", "object": "her thesis", "deed": "hand in her thesis"}, "title": "The Hungry Goat"}
    server = serve(*[chat("no json")] * 3, chat(json.dumps(reading)))
    world = made(model(server))["world"]
    assert (world["name"], world["metadata"]["provider"]) == ("The Hungry Goat", "storyteller")
    assert "wrote no story" in world["metadata"]["note"]
    assert worlds.check(world) == []


def test_a_writer_that_is_away_costs_nothing_but_a_note() -> None:
    world = made(LanguageModel("storyteller", base_url="http://127.0.0.1:1/v1", timeout=5.0, story_timeout=5.0))["world"]
    assert world["scene"] == worlds.generate(PREMISE, 7, "side")["scene"]
    assert world["metadata"]["provider"] == "embedded"
    assert "wrote no story" in world["metadata"]["note"]


def test_a_reading_is_asked_for_without_a_story(serve: Callable[..., FakeServer]) -> None:
    reading = {"goal": {"purpose": "deliver", "object": "her thesis", "deed": "hand in her thesis"}}
    server = serve(chat(json.dumps(reading)))
    writer = model(server)
    read = open_world_room(writer, writer, writer)(making.READ, {"premise": PREMISE, "seed": 7, "pov": "side"}, lambda _name, _data: None)
    assert read["provider"] == "storyteller"
    assert "hand in her thesis" in read["understood"]["sentence"]
    assert len(server.requests) == 1
