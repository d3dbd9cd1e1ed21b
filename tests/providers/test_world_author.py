"""A language model as the author of worlds, against a fake server: its reading, repairs, and every way back to the embedded reading."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from fake_model_server import FakeServer, chat

from makebelieve import worlds
from makebelieve.kit.tokens import TokenMeter
from makebelieve.library.worlds import making
from makebelieve.library.worlds.room import open_world_room
from makebelieve.providers.language_model import LanguageModel
from makebelieve.worlds import WorldDraft
from makebelieve.worlds.generation.understand import understand_with, understand_world

PREMISE = "Somebody called Ilse mends clocks and wants her apprentice back from the city under the lake"
GOOD: dict[str, Any] = {
    "goal": {"purpose": "rescue", "object": "her apprentice", "person": True},
    "genre": "fantasy",
    "player": {"phrase": "clock mender", "name": "Ilse", "pronoun": "she"},
    "foes": [{"phrase": "lake warden", "pronoun": "he"}],
    "places": ["clock shop", "drowned city"],
    "hour": "dusk",
    "weather": "fog",
    "title": "The Clock Under the Lake",
    "secrets": ["The warden is the apprentice, grown old."],
}


def model(server: FakeServer, **options: Any) -> LanguageModel:
    return LanguageModel("storyteller", base_url=server.url, api_key="sesame", **{"timeout": 20.0, **options})


def test_the_models_reading_fills_the_draft(serve: Callable[..., FakeServer]) -> None:
    server = serve(chat(json.dumps(GOOD)))
    meter = TokenMeter()
    draft = understand_with(model(server, meter=meter), PREMISE)
    assert isinstance(draft, WorldDraft)
    assert (draft.provider, draft.note, draft.premise) == ("storyteller", None, PREMISE)
    assert draft.player is not None
    assert (draft.player.noun, draft.player.name, draft.player.pronoun) == ("mender", "Ilse", "she")
    assert [site.phrase for site in draft.places] == ["clock shop", "drowned city"]
    assert (draft.goal.purpose, draft.goal.object, draft.hour, draft.weather) == ("rescue", "her apprentice", "dusk", "fog")
    assert not {"player", "places", "goal", "hour", "weather", "foe"} & set(draft.assumed)
    assert PREMISE in json.dumps(server.requests[0]["messages"], ensure_ascii=False)
    assert meter.take()


def test_what_the_model_leaves_out_stays(serve: Callable[..., FakeServer]) -> None:
    offline = understand_world(PREMISE)
    draft = understand_with(model(serve(chat(json.dumps({"goal": GOOD["goal"]})))), PREMISE)
    assert (draft.player, draft.places, draft.genre, draft.hour) == (offline.player, offline.places, offline.genre, offline.hour)


@pytest.mark.parametrize(
    "bad",
    [
        {**GOOD, "genre": "cyberoperetta"},
        {**GOOD, "goal": {"purpose": "sing"}},
        {**GOOD, "hour": "teatime"},
        {**GOOD, "secrets": ["a", "b", "c", "d"]},
        {"genre": "fantasy"},
    ],
    ids=["genre", "purpose", "hour", "secrets", "no goal"],
)
def test_an_invalid_answer_is_sent_back_and_repaired(serve: Callable[..., FakeServer], bad: dict[str, Any]) -> None:
    server = serve(chat(json.dumps(bad)), chat(json.dumps(GOOD)))
    assert understand_with(model(server), PREMISE).provider == "storyteller"
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("answers", "why"),
    [([chat("no json")] * 4, "not valid"), ([(401, {"error": {"message": "sesame is wrong"}})], "answered 401")],
)
def test_without_a_valid_answer_the_embedded_reading_stands_and_says_so(serve: Callable[..., FakeServer], answers: Any, why: str) -> None:
    draft = understand_with(model(serve(*answers)), PREMISE)
    offline = understand_world(PREMISE)
    assert draft.model_copy(update={"note": None}) == offline
    assert draft.note is not None
    assert why in draft.note
    assert "sesame" not in draft.note


def made(author: worlds.WorldAuthor | None, **more: Any) -> dict[str, Any]:
    given = {"premise": PREMISE, "seed": 7, "pov": "side", "frame": None, "name": None, **more}
    return dict(open_world_room(author)(making.GENERATE, given, lambda _name, _data: None)["world"])


def test_the_room_makes_a_world_of_it_that_passes_every_check(serve: Callable[..., FakeServer]) -> None:
    world = made(model(serve(chat(json.dumps(GOOD)))))
    assert world["metadata"]["provider"] == "storyteller"
    assert worlds.check(world) == []
    assert world["name"] == "The Clock Under the Lake"
    shop, city = world["metadata"]["understood"]["places"]
    assert shop == "the clock shop"
    assert city.endswith("the drowned city")
    assert "Ilse" in json.dumps(world["scene"])


def test_an_author_that_is_away_costs_nothing_but_a_note() -> None:
    world = made(LanguageModel("storyteller", base_url="http://127.0.0.1:1/v1", timeout=5.0))
    alone = made(None)
    assert world["scene"] == alone["scene"]
    assert world["metadata"]["provider"] == "embedded"
    assert "was not used" in world["metadata"]["note"]


class Ruinous:
    """Reads what no world can be made of that passes."""

    name = "ruinous"

    def draft_world(self, premise: str, hint: WorldDraft) -> WorldDraft:
        return hint.model_copy(update={"provider": self.name})


def test_a_reading_that_leads_to_a_broken_world_is_given_up_for_the_embedded_one(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = worlds.generate

    def broken(*wanted: Any, author: Any = None, **named: Any) -> dict[str, Any]:
        world = whole(*wanted, author=author, **named)
        if author is not None:
            world["entrance"] = {"state": "nowhere"}
        return world

    monkeypatch.setattr(worlds, "generate", broken)
    world = made(Ruinous())
    assert worlds.check(world) == []
    assert world["metadata"]["provider"] == "embedded"
    assert "fails the checks" in world["metadata"]["note"]
