"""Outside makers of music as `MusicProvider`: ACE-Step, Stable Audio, ElevenLabs Music, an endpoint of Hugging Face.

Each is as thin as its wire format. All go through one exchange, which bounds time and size and turns what can go wrong into
ProviderFailed. The operator names the address, so it may be a private one.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import urlencode, urljoin

from makebelieve.kit.errors import invalid
from makebelieve.music.provider import Brief, Capabilities, MusicProvider, ProviderFailed
from makebelieve.outbound.addresses import Blocked, Guard, parse_networks
from makebelieve.outbound.client import Answer, Client, Overrun, TooLarge, Unreachable

LARGEST: Final = 200_000_000
"""Bytes of an answer: ten minutes of uncompressed stereo at 48 kHz and half as much again."""
TRIES: Final = 3
_BUSY: Final = frozenset({429, 502, 503, 504})
_LONGEST_WAIT: Final = 20.0


class _Line:
    """Exchanges with one service within one span of time: `seconds` from the first on."""

    def __init__(self, client: Client, base_url: str, headers: Mapping[str, str], seconds: float, sleep: Callable[[float], None]) -> None:
        self._client = client
        self._base = base_url.rstrip("/") + "/"
        self._headers = headers
        self._end = time.monotonic() + seconds
        self._sleep = sleep

    def left(self) -> float:
        rest = self._end - time.monotonic()
        if rest <= 0:
            raise ProviderFailed("it did not answer in time")
        return rest

    def wait(self, seconds: float) -> None:
        if seconds >= self.left():
            raise ProviderFailed("it did not answer in time")
        self._sleep(seconds)

    def exchange(self, method: str, path: str, body: bytes = b"", content_type: str = "application/json", accept: str = "*/*") -> Answer:
        """The answer to a request; one that was refused for a passing reason is sent again, at most three times in all."""
        headers = {**self._headers, "Accept": accept, **({"Content-Type": content_type} if body else {})}
        for turn in range(1, TRIES + 1):
            try:
                answer = self._client.request(
                    method,
                    urljoin(self._base, path.lstrip("/")) if path else self._base.rstrip("/"),
                    headers=headers,
                    body=body,
                    timeout=self.left(),
                    most=LARGEST,
                )
            except Overrun as error:
                raise ProviderFailed("it did not answer in time") from error
            except TooLarge as error:
                raise ProviderFailed("its answer is too large") from error
            except (Blocked, Unreachable) as error:
                raise ProviderFailed(f"it cannot be reached: {error}") from error
            if answer.status < 300:
                return answer
            if answer.status not in _BUSY or turn == TRIES:
                raise ProviderFailed(_refusal(answer))
            self.wait(_pause(answer, turn))
        raise AssertionError("unreachable: the last turn returns or raises")

    def json(self, method: str, path: str, body: Any = None) -> Any:
        answer = self.exchange(method, path, json.dumps(body).encode() if body is not None else b"", accept="application/json")
        try:
            return json.loads(answer.body)
        except ValueError as error:
            raise ProviderFailed("its answer is not JSON") from error


def _pause(answer: Answer, turn: int) -> float:
    """Seconds until the next try: what the service says (`Retry-After`, or `estimated_time` of a model that loads), else 1, 2."""
    said = answer.headers.get("retry-after", "")
    if not said and answer.headers.get("content-type", "").startswith("application/json"):
        try:
            said = str(json.loads(answer.body).get("estimated_time", ""))
        except (ValueError, AttributeError):
            said = ""
    try:
        return min(_LONGEST_WAIT, max(0.0, float(said)))
    except ValueError:
        return float(turn)


def _refusal(answer: Answer) -> str:
    reasons = {
        401: "it does not accept the key",
        402: "its credits are used up",
        403: "it refused",
        422: "it could not use the request",
        429: "its rate limit is reached",
    }
    return f"{reasons.get(answer.status, 'it failed')} (status {answer.status})"


def _audio(answer: Answer) -> bytes:
    if not answer.body:
        raise ProviderFailed("its answer is empty")
    if answer.headers.get("content-type", "").startswith(("application/json", "text/")):
        raise ProviderFailed("its answer is no audio")
    return answer.body


class _Service:
    name: str
    capabilities: Capabilities

    def __init__(
        self, base_url: str, key: str | None, model: str | None, timeout: float, client: Client, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._base_url, self._key, self._model, self._timeout = base_url, key, model, timeout
        self._client, self._sleep = client, sleep

    def _line(self) -> _Line:
        return _Line(self._client, self._base_url, self._headers(), self._timeout, self._sleep)

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key}"} if self._key else {}


class AceStep(_Service):
    """A server of ACE-Step 1.5 (`/release_task`, `/query_result`, `/v1/audio`)."""

    name = "ace-step"
    capabilities = Capabilities(shortest=10, longest=300, bpm=True, key=True, seed=True)

    def make(self, brief: Brief) -> bytes:
        line = self._line()
        wanted: dict[str, Any] = {
            "prompt": brief.words(self.capabilities),
            "lyrics": "[Instrumental]",
            "audio_duration": brief.duration,
            "seed": brief.seed,
            "use_random_seed": False,
            "batch_size": 1,
            "audio_format": "wav",
            **({"bpm": brief.bpm} if brief.bpm is not None else {}),
            **({"key_scale": brief.key} if brief.key is not None else {}),
            **({"model": self._model} if self._model is not None else {}),
        }
        task = _member(_data(line.json("POST", "/release_task", wanted)), "task_id")
        while True:
            found = _data(line.json("POST", "/query_result", {"task_id_list": [task]}))
            entry = found[0] if isinstance(found, list) and found else {}
            status = entry.get("status", 0) if isinstance(entry, dict) else 0
            if status == 1:
                break
            if status == 2:
                raise ProviderFailed("it failed to make the track")
            line.wait(0.5)
        try:
            result = entry["result"]
            made = json.loads(result) if isinstance(result, str) else result
            path = made[0]["file"]
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise ProviderFailed("its answer names no file") from error
        if not isinstance(path, str) or path.startswith(("http:", "https:", "//")):
            raise ProviderFailed("its answer names a file elsewhere")
        return _audio(line.exchange("GET", path if path.startswith("/v1/audio") else f"/v1/audio?{urlencode({'path': path})}"))


class StableAudio(_Service):
    """Stability AI's Stable Audio 2 and 2.5."""

    name = "stable-audio"
    capabilities = Capabilities(shortest=5, longest=190, seed=True)

    def make(self, brief: Brief) -> bytes:
        fields = {
            "prompt": brief.words(self.capabilities),
            "duration": f"{brief.duration:g}",
            "seed": str(brief.seed),
            "output_format": "wav",
            "model": self._model or "stable-audio-2.5",
        }
        # The boundary is long enough not to stand in a prompt.
        boundary = "makebelieve-f3b1c5d7a9e24680-form"
        parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()]
        body = ("".join(parts) + f"--{boundary}--\r\n").encode()
        kind = f"multipart/form-data; boundary={boundary}"
        return _audio(self._line().exchange("POST", "/v2beta/audio/stable-audio-2/text-to-audio", body, kind, accept="audio/*"))


class ElevenLabs(_Service):
    """ElevenLabs Music."""

    name = "elevenlabs"
    capabilities = Capabilities(shortest=5, longest=300)

    def _headers(self) -> dict[str, str]:
        return {"xi-api-key": self._key} if self._key else {}

    def make(self, brief: Brief) -> bytes:
        wanted = {
            "prompt": brief.words(self.capabilities),
            "music_length_ms": round(brief.duration * 1000),
            "force_instrumental": True,
            "model_id": self._model or "music_v1",
        }
        path = "/v1/music?output_format=mp3_44100_128"
        return _audio(self._line().exchange("POST", path, json.dumps(wanted).encode(), accept="audio/mpeg"))


class HuggingFace(_Service):
    """An inference endpoint of Hugging Face with a text-to-audio model, which answers with an audio file."""

    name = "huggingface"
    capabilities = Capabilities(shortest=5, longest=60)

    def make(self, brief: Brief) -> bytes:
        # MusicGen makes fifty tokens a second.
        wanted = {"inputs": brief.words(self.capabilities), "parameters": {"max_new_tokens": round(50 * brief.duration)}}
        return _audio(self._line().exchange("POST", "", json.dumps(wanted).encode(), accept="audio/flac"))


def _data(answer: Any) -> Any:
    if not isinstance(answer, dict) or answer.get("code", 200) != 200 or "data" not in answer:
        raise ProviderFailed("it refused the task")
    return answer["data"]


def _member(value: Any, name: str) -> str:
    found = value.get(name) if isinstance(value, dict) else None
    if not isinstance(found, str) or not found:
        raise ProviderFailed(f"its answer has no {name}")
    return found


SERVICES: Final[dict[str, type[AceStep | StableAudio | ElevenLabs | HuggingFace]]] = {
    one.name: one for one in (AceStep, StableAudio, ElevenLabs, HuggingFace)
}
ADDRESSES: Final = {
    "ace-step": "http://127.0.0.1:8001",
    "stable-audio": "https://api.stability.ai",
    "elevenlabs": "https://api.elevenlabs.io",
}
"""Where each is unless the operator says otherwise; an endpoint of Hugging Face has an address of its own."""


def open_provider(
    name: str, *, base_url: str | None, api_key: str | None, model: str | None, timeout: float, sleep: Callable[[float], None] = time.sleep
) -> MusicProvider:
    """The provider of that name. Raises a 422 Problem for an unknown one, and where an address is missing."""
    if name not in SERVICES:
        raise invalid("music_provider", "is no provider of music", tuple(SERVICES))
    address = base_url or ADDRESSES.get(name)
    if address is None:
        raise invalid("music_base_url", f"{name} needs the address of the endpoint")
    everywhere = Guard(parse_networks("0.0.0.0/0,::/0"))
    return SERVICES[name](address, api_key, model, timeout, Client(everywhere), sleep)
