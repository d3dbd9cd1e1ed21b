"""Services that make music, each against a server on this machine that speaks its wire format."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import receiver

from makebelieve.edge.http import multipart
from makebelieve.kit.errors import Problem, ProviderFailed
from makebelieve.music.provider import Brief, MusicProvider
from makebelieve.providers.music_services import SERVICES, open_provider

BRIEF = Brief("a calm village", 12.5, 7, bpm=90, key="G major")
AUDIO = (200, {"Content-Type": "audio/wav"}, b"RIFF....WAVE")


@pytest.fixture
def server() -> Iterator[receiver.Receiver]:
    with receiver.running() as running:
        yield running


def opened(name: str, server: receiver.Receiver, timeout: float = 20.0, waits: list[float] | None = None) -> MusicProvider:
    kept = waits if waits is not None else []
    return open_provider(name, base_url=server.url, api_key="secret", model=None, timeout=timeout, sleep=kept.append)


def as_json(value: Any, status: int = 200) -> tuple[int, dict[str, str], bytes]:
    return status, {"Content-Type": "application/json"}, json.dumps(value).encode()


def ace(states: list[Any]) -> Callable[[receiver.Received], Any]:
    def answer(request: receiver.Received) -> Any:
        if request.path == "/release_task":
            return as_json({"data": {"task_id": "t1", "status": "queued"}, "code": 200, "error": None})
        if request.path == "/query_result":
            assert json.loads(request.body) == {"task_id_list": ["t1"]}
            return as_json({"data": [states.pop(0)], "code": 200, "error": None})
        assert request.path == "/v1/audio?path=%2Ftmp%2Fa.wav"
        return AUDIO

    return answer


def test_ace_step_is_ordered_polled_and_fetched(server: receiver.Receiver) -> None:
    done = {"task_id": "t1", "status": 1, "result": json.dumps([{"file": "/v1/audio?path=%2Ftmp%2Fa.wav", "status": 1}])}
    server.answer = ace([{"task_id": "t1", "status": 0}, {"task_id": "t1", "status": 0}, done])
    waits: list[float] = []
    assert opened("ace-step", server, waits=waits).make(BRIEF) == AUDIO[2]
    assert waits == [0.5, 0.5]
    sent = json.loads(server.received[0].body)
    assert {name: sent[name] for name in ("prompt", "audio_duration", "bpm", "key_scale", "seed", "use_random_seed", "lyrics")} == {
        "prompt": "a calm village",
        "audio_duration": 12.5,
        "bpm": 90,
        "key_scale": "G major",
        "seed": 7,
        "use_random_seed": False,
        "lyrics": "[Instrumental]",
    }
    assert {request.headers["authorization"] for request in server.received} == {"Bearer secret"}


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({"status": 2}, "failed to make the track"),
        ({"status": 1, "result": "[]"}, "names no file"),
        ({"status": 1, "result": "{"}, "names no file"),
        ({"status": 1, "result": '[{"file": "http://elsewhere/a"}]'}, "a file elsewhere"),
    ],
)
def test_ace_step_that_fails(server: receiver.Receiver, state: dict[str, Any], reason: str) -> None:
    server.answer = ace([state])
    with pytest.raises(ProviderFailed, match=reason):
        opened("ace-step", server).make(BRIEF)


def test_ace_step_that_refuses(server: receiver.Receiver) -> None:
    server.answer = lambda _: as_json({"data": None, "code": 500, "error": "busy"})
    with pytest.raises(ProviderFailed, match="refused the task"):
        opened("ace-step", server).make(BRIEF)


def test_ace_step_that_never_ends_is_given_up(server: receiver.Receiver) -> None:
    server.answer = ace([{"status": 0}] * 5)
    provider = open_provider("ace-step", base_url=server.url, api_key=None, model=None, timeout=0.4, sleep=time.sleep)
    with pytest.raises(ProviderFailed, match="did not answer in time"):
        provider.make(BRIEF)


def test_stable_audio(server: receiver.Receiver) -> None:
    server.answer = lambda _: AUDIO
    assert opened("stable-audio", server).make(BRIEF) == AUDIO[2]
    request = server.received[0]
    assert (request.path, request.headers["authorization"], request.headers["accept"]) == (
        "/v2beta/audio/stable-audio-2/text-to-audio",
        "Bearer secret",
        "audio/*",
    )
    boundary = multipart.boundary_of(request.headers["content-type"])
    assert boundary is not None
    fields = {name: part.text(name) for name, part in multipart.parse(request.body, boundary).items()}
    assert fields == {
        "prompt": "a calm village, 90 BPM, in G major",
        "duration": "12.5",
        "seed": "7",
        "output_format": "wav",
        "model": "stable-audio-2.5",
    }


def test_elevenlabs(server: receiver.Receiver) -> None:
    server.answer = lambda _: (200, {"Content-Type": "audio/mpeg"}, b"ID3....")
    assert opened("elevenlabs", server).make(BRIEF) == b"ID3...."
    request = server.received[0]
    assert (request.path, request.headers["xi-api-key"]) == ("/v1/music?output_format=mp3_44100_128", "secret")
    assert "authorization" not in request.headers
    assert json.loads(request.body) == {
        "prompt": "a calm village, 90 BPM, in G major",
        "music_length_ms": 12500,
        "force_instrumental": True,
        "model_id": "music_v1",
    }


def test_hugging_face_waits_for_a_model_that_loads(server: receiver.Receiver) -> None:
    answers = [as_json({"error": "Model is loading", "estimated_time": 4.5}, 503), AUDIO]
    server.answer = lambda _: answers.pop(0)
    waits: list[float] = []
    assert opened("huggingface", server, waits=waits).make(BRIEF) == AUDIO[2]
    assert waits == [4.5]
    assert json.loads(server.received[0].body) == {
        "inputs": "a calm village, 90 BPM, in G major",
        "parameters": {"max_new_tokens": 625},
    }


@pytest.mark.parametrize("name", sorted(SERVICES))
@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (as_json({"detail": {"message": "bad key"}}, 401), "does not accept the key"),
        (as_json({"name": "payment_required"}, 402), "credits are used up"),
        (as_json({"errors": ["no"]}, 422), "could not use the request"),
        ((500, {}, b"boom"), "it failed"),
        ((200, {"Content-Type": "text/html"}, b"<html>"), "is no audio|is not JSON"),
        ((200, {"Content-Type": "audio/wav"}, b""), "is empty|is not JSON"),
    ],
)
def test_what_goes_wrong_is_told_without_the_key(server: receiver.Receiver, name: str, answer: Any, reason: str) -> None:
    server.answer = lambda _: answer
    with pytest.raises(ProviderFailed, match=reason) as caught:
        opened(name, server).make(BRIEF)
    assert "secret" not in str(caught.value)
    assert len(server.received) == 1


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_rate_limit_is_waited_for_thrice_at_most(server: receiver.Receiver, name: str) -> None:
    server.answer = lambda _: (429, {"Retry-After": "3"}, b"")
    waits: list[float] = []
    with pytest.raises(ProviderFailed, match="rate limit"):
        opened(name, server, waits=waits).make(BRIEF)
    assert (len(server.received), waits) == (3, [3.0, 3.0])


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_that_hangs_or_is_away(server: receiver.Receiver, name: str) -> None:
    server.answer = lambda _: lambda _handler: time.sleep(1.0)
    with pytest.raises(ProviderFailed, match="did not answer in time"):
        opened(name, server, timeout=0.2).make(BRIEF)
    away = open_provider(name, base_url="http://127.0.0.1:9", api_key=None, model=None, timeout=5.0)
    with pytest.raises(ProviderFailed, match="cannot be reached: the connection was refused"):
        away.make(BRIEF)


def test_what_is_configured_wrong_is_named() -> None:
    for name, field in (("midi-bot", "music_provider"), ("huggingface", "music_base_url")):
        with pytest.raises(Problem) as caught:
            open_provider(name, base_url=None, api_key=None, model=None, timeout=1.0)
        assert caught.value.errors[0].path == field
