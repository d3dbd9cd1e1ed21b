"""The language-model path over real HTTP, against a local server that speaks the OpenAI chat protocol."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
from fake_model_server import FakeServer, chat

from makebelieve.kit.errors import Problem
from makebelieve.kit.tokens import TokenMeter, Tokens
from makebelieve.language import GameDraft, ModelUnavailable, understand_game, understand_with
from makebelieve.providers.language_model import LanguageModel

pytest.importorskip("pydantic_ai")

PROMPT = "the clockmaker's apprentice and her brass sparrow against the rust"
GOOD = {
    "kind": "metroidvania",
    "kinds": ["metroidvania", "platformer"],
    "hero": {"phrase": "clockmaker's apprentice", "body": "biped"},
    "enemies": [{"phrase": "rust beetle", "count": 4, "colors": ["#A8502F"]}],
    "title": "The Brass Sparrow",
    "setting": "factory",
    "mechanics": ["double-jump"],
    "some_new_field": 1,
}


def model(server: FakeServer, **options: Any) -> LanguageModel:
    return LanguageModel("storyteller", base_url=server.url, api_key="sesame", **{"timeout": 20.0, **options})


def test_success_fills_the_same_draft(serve: Callable[..., FakeServer]) -> None:
    server = serve(chat(json.dumps(GOOD)))
    draft = understand_with(model(server), PROMPT)
    assert isinstance(draft, GameDraft)
    assert draft.provider == "storyteller"
    assert draft.note is None
    assert draft.kind.value == "metroidvania"
    assert [guess.kind for guess in draft.kinds[:2]] == ["metroidvania", "platformer"]
    assert len({guess.kind for guess in draft.kinds}) == 3
    assert draft.hero.value is not None
    assert draft.hero.value.noun == "apprentice"
    enemy = draft.enemies[0].value
    assert (enemy.noun, enemy.count, enemy.colors[0], enemy.body) == ("beetle", 4, "#a8502f", "insect")
    assert draft.title.value == "The Brass Sparrow"
    assert draft.setting.value == "factory"
    # what the model left out stays as the offline reading had it
    assert draft.palette == understand_game(PROMPT).palette
    assert draft.prompt == PROMPT
    assert server.keys == ["Bearer sesame"]
    sent = server.requests[0]["messages"]
    assert PROMPT in json.dumps(sent, ensure_ascii=False)


@pytest.mark.parametrize(
    "bad",
    [
        {**GOOD, "kind": "first-person-shooter"},
        {**GOOD, "mechanics": ["teleport"]},
        {**GOOD, "title": "Super Mario Bros"},
        {**GOOD, "palette": ["red", "blue", "green"]},
    ],
    ids=["kind", "mechanics", "known title", "palette"],
)
def test_invalid_answer_is_sent_back_and_repaired(serve: Callable[..., FakeServer], bad: dict[str, Any]) -> None:
    server = serve(chat(json.dumps(bad)), chat(json.dumps(GOOD)))
    draft = understand_with(model(server), PROMPT)
    assert draft.provider == "storyteller"
    assert draft.kind.value == "metroidvania"
    assert len(server.requests) == 2
    assert len(server.requests[1]["messages"]) > len(server.requests[0]["messages"])


def test_busy_server_is_asked_again(serve: Callable[..., FakeServer]) -> None:
    server = serve((503, {"error": {"message": "busy"}}), chat(json.dumps(GOOD)))
    assert understand_with(model(server), PROMPT).provider == "storyteller"
    assert len(server.requests) == 2


def test_timeout_falls_back_to_the_offline_draft(serve: Callable[..., FakeServer]) -> None:
    def slow() -> tuple[int, dict[str, Any]]:
        server.release.wait(30)
        return chat(json.dumps(GOOD))

    server = serve(slow)
    draft = understand_with(model(server, timeout=0.4), PROMPT)
    assert draft.provider == "embedded"
    assert draft.note is not None
    assert "no answer within 0.4 s" in draft.note
    assert draft.model_copy(update={"note": None}) == understand_game(PROMPT)


@pytest.mark.parametrize(
    "content", ["I would love to help you with that game!", "{}", "[1, 2]", '{"kind": '], ids=["prose", "empty", "list", "cut off"]
)
def test_garbage_falls_back_after_the_repairs(serve: Callable[..., FakeServer], content: str) -> None:
    server = serve(chat(content))
    draft = understand_with(model(server), PROMPT)
    assert draft.provider == "embedded"
    assert "not valid" in (draft.note or "")
    assert len(server.requests) == 3


@pytest.mark.parametrize("status", [401, 404])
def test_refusal_falls_back_and_says_so_without_secrets(serve: Callable[..., FakeServer], status: int) -> None:
    server = serve((status, {"error": {"message": "no such thing, sesame"}}))
    draft = understand_with(model(server), PROMPT)
    assert draft.provider == "embedded"
    assert str(status) in (draft.note or "")
    assert "sesame" not in (draft.note or "")
    assert server.url not in (draft.note or "")
    assert len(server.requests) == 1


@pytest.mark.parametrize(("good", "asked"), [(True, 2), (False, 3)], ids=["repaired", "in vain"])
def test_tokens_of_every_question_are_told(serve: Callable[..., FakeServer], good: bool, asked: int) -> None:
    server = serve(chat("{}"), chat(json.dumps(GOOD) if good else "[]"))
    meter = TokenMeter()
    understand_with(model(server, meter=meter), PROMPT)
    assert len(server.requests) == asked
    assert meter.take() == Tokens(100 * asked, 50 * asked)
    assert not meter.take()


def test_runaway_token_use_is_stopped(serve: Callable[..., FakeServer]) -> None:
    status, reply = chat("not json")
    reply["usage"] = {"prompt_tokens": 90_000, "completion_tokens": 5, "total_tokens": 90_005}
    server = serve((status, reply))
    assert "limit" in (understand_with(model(server), PROMPT).note or "")
    assert len(server.requests) == 1


def test_unreachable_server_is_unavailable() -> None:
    with pytest.raises(ModelUnavailable, match=r"reached|no answer"):
        LanguageModel("storyteller", base_url="http://127.0.0.1:9/v1", timeout=5).draft_game(PROMPT, understand_game(PROMPT))


def test_works_inside_a_running_event_loop(serve: Callable[..., FakeServer]) -> None:
    server = serve(chat(json.dumps(GOOD)))

    async def inside() -> GameDraft:
        return understand_with(model(server), PROMPT)

    assert asyncio.run(inside()).provider == "storyteller"


def test_without_a_model_the_offline_draft_stands() -> None:
    assert understand_with(None, PROMPT) == understand_game(PROMPT)


def test_model_without_vendor_or_address_is_refused() -> None:
    with pytest.raises(Problem) as refusal:
        LanguageModel("storyteller")
    assert refusal.value.errors[0].path == "model"
