"""A language model as the editor of worlds, against a fake server: its operations, repairs, and every way back to the embedded reader."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from fake_model_server import FakeServer, chat

from makebelieve import worlds
from makebelieve.library.worlds import making
from makebelieve.library.worlds.room import open_world_room
from makebelieve.providers.language_model import LanguageModel

pytest.importorskip("pydantic_ai")

WORLD = worlds.generate("a keeper lights the lamp before the fleet comes home", seed=3)
START = WORLD["entrance"]["state"]
FIRST = WORLD["scene"]["states"][START]["base"]
WISH = "let there be a brass band by the door, playing badly"
GOOD: dict[str, Any] = {
    "reply": "A brass band now plays by the door where it begins.",
    "ops": [{"op": "update_state", "id": START, "patch": {"base": f"{FIRST} By the door a brass band blows with red cheeks."}}],
}
SOME_EVENT = WORLD["scene"]["events"][0]["name"]
BREAKS = [
    ("cannot be done", {"reply": "Done.", "ops": [{"op": "delete_state", "id": "nowhere"}]}),
    ("unknown", {"reply": "Done.", "ops": [{"op": "improve"}]}),
    ("cut off", {"reply": "Done.", "ops": [{"op": "update_event", "name": SOME_EVENT, "patch": {"requires": ["wings"]}}]}),
    ("no reply", {"ops": GOOD["ops"]}),
]  # fmt: skip


def model(server: FakeServer, **options: Any) -> LanguageModel:
    return LanguageModel("storyteller", base_url=server.url, api_key="sesame", **{"timeout": 20.0, **options})


def test_the_models_operations_are_done(serve: Callable[..., FakeServer]) -> None:
    server = serve(chat(json.dumps(GOOD)))
    edited = worlds.edit_with(model(server), WORLD, WISH)
    assert edited.applied
    assert edited.reply == GOOD["reply"]
    assert "brass band" in edited.world["scene"]["states"][START]["base"]
    assert edited.changed == [f"states.{START}.base"] or START in edited.changed[0]
    assert "brass band" not in json.dumps(WORLD)
    sent = json.dumps(server.requests[0]["messages"], ensure_ascii=False)
    assert WISH in sent
    assert all(key in sent for key in WORLD["scene"]["states"])


@pytest.mark.parametrize("bad", [answer for _, answer in BREAKS], ids=[name for name, _ in BREAKS])
def test_operations_that_break_the_world_are_sent_back(serve: Callable[..., FakeServer], bad: dict[str, Any]) -> None:
    server = serve(chat(json.dumps(bad)), chat(json.dumps(GOOD)))
    edited = worlds.edit_with(model(server), WORLD, WISH)
    assert edited.applied
    assert edited.reply == GOOD["reply"]
    assert len(server.requests) == 2
    assert worlds.check(edited.world) == worlds.check(WORLD)


def test_a_question_changes_nothing(serve: Callable[..., FakeServer]) -> None:
    server = serve(chat(json.dumps({"reply": "Which door do you mean?", "ops": []})))
    edited = worlds.edit_with(model(server), WORLD, WISH)
    assert not edited.applied
    assert edited.reply == "Which door do you mean?"
    assert edited.world == WORLD


@pytest.mark.parametrize(
    "answers",
    [[chat("no json")], [chat(json.dumps(BREAKS[0][1]))], [(401, {"error": {"message": "sesame is wrong"}})]],
    ids=["garbage", "always broken", "refused"],
)
def test_without_a_usable_answer_the_embedded_reader_does_it(serve: Callable[..., FakeServer], answers: list[Any]) -> None:
    edited = worlds.edit_with(model(serve(*answers)), WORLD, "make it snow")
    assert edited == worlds.edit(WORLD, "make it snow")
    assert edited.applied


def test_the_room_edits_with_it(serve: Callable[..., FakeServer]) -> None:
    given = {"world": WORLD, "instruction": WISH}
    done = open_world_room(None, model(serve(chat(json.dumps(GOOD)))))(making.EDIT, given, lambda _name, _data: None)
    assert done["applied"]
    assert done["reply"] == GOOD["reply"]


def test_a_length_that_is_not_allowed_is_refused_before_the_model_is_asked(serve: Callable[..., FakeServer]) -> None:
    server = serve(chat(json.dumps(GOOD)))
    with pytest.raises(Exception, match="instruction"):
        worlds.edit_with(model(server), WORLD, "x" * 2001)
    assert not server.requests
