"""The workshop: which room does a job, and when a room is opened."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest

from makebelieve.jobs.child import Body, Stage
from makebelieve.jobs.queue import TOKENS
from makebelieve.kit.tokens import TokenMeter, Tokens
from makebelieve.library.workshop import Room, Workshop


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def workshop(opened: list[str]) -> Workshop:
    def room(name: str, *kinds: str) -> Room:
        def open_room() -> Body:
            opened.append(name)
            return lambda kind, payload, _stage: {"room": name, "kind": kind, **payload}

        return Room(kinds, open_room)

    return Workshop([room("games", "generate", "prove"), room("art", "sprite"), room("music", "track")])


def silent(_name: str, _data: dict[str, Any]) -> None:
    pass


def test_the_first_room_is_open_from_the_start(workshop: Workshop, opened: list[str]) -> None:
    assert opened == ["games"]
    assert workshop("prove", {"x": 1}, silent) == {"room": "games", "kind": "prove", "x": 1}
    assert opened == ["games"]


def test_a_job_opens_its_room_once(workshop: Workshop, opened: list[str]) -> None:
    assert workshop("track", {}, silent)["room"] == "music"
    assert workshop("track", {}, silent)["room"] == "music"
    assert opened == ["games", "music"]


def test_idle_time_opens_what_is_left(workshop: Workshop, opened: list[str]) -> None:
    assert workshop.warm_next()
    assert opened == ["games", "art"]
    assert not workshop.warm_next()
    assert opened == ["games", "art", "music"]
    assert not workshop.warm_next()


def test_an_unknown_kind_is_refused(workshop: Workshop) -> None:
    with pytest.raises(ValueError, match="no job of kind 'dance'"):
        workshop("dance", {}, silent)


@pytest.mark.parametrize("fails", [False, True])
def test_tokens_of_a_job_are_told_however_it_ends(fails: bool) -> None:
    meter = TokenMeter()

    def open_room() -> Body:
        def body(_kind: str, _payload: dict[str, Any], _stage: Stage) -> dict[str, Any]:
            meter.note(Tokens(7, 3))
            if fails:
                raise ValueError("in the middle")
            return {}

        return body

    told: list[tuple[str, dict[str, Any]]] = []
    shop = Workshop([Room(("ask",), open_room)], meter)
    meter.note(Tokens(1_000, 0))  # before the job: not this one's
    with pytest.raises(ValueError, match="in the middle") if fails else contextlib.nullcontext():
        shop("ask", {}, lambda name, data: told.append((name, data)))
    assert told == [(TOKENS, {"read": 7, "written": 3})]
