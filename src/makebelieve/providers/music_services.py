"""Outside makers of music as `MusicProvider`: ACE-Step, Stable Audio, ElevenLabs Music, an endpoint of Hugging Face.

Each is as thin as its wire format.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from makebelieve.kit.errors import ProviderFailed, invalid
from makebelieve.music.provider import Brief, Capabilities, MusicProvider
from makebelieve.outbound.client import Answer
from makebelieve.providers.service import Service, content, form, member

LARGEST: Final = 200_000_000
"""Bytes of an answer: ten minutes of uncompressed stereo at 48 kHz and half as much again."""


def _audio(answer: Answer) -> bytes:
    return content(answer, "audio")


class _Service(Service):
    capabilities: Capabilities
    largest = LARGEST


class AceStep(_Service):
    """A server of ACE-Step 1.5 (`/release_task`, `/query_result`, `/v1/audio`)."""

    name = "ace-step"
    capabilities = Capabilities(shortest=10, longest=300, bpm=True, key=True, seed=True)

    def make(self, brief: Brief) -> bytes:
        line = self.line()
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
            **({"model": self.model} if self.model is not None else {}),
        }
        task = member(_data(line.json("POST", "/release_task", wanted)), "task_id")
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
            "model": self.model or "stable-audio-2.5",
        }
        body, kind = form(fields)
        return _audio(self.line().exchange("POST", "/v2beta/audio/stable-audio-2/text-to-audio", body, kind, accept="audio/*"))


class ElevenLabs(_Service):
    """ElevenLabs Music."""

    name = "elevenlabs"
    capabilities = Capabilities(shortest=5, longest=300)

    def headers(self) -> dict[str, str]:
        return {"xi-api-key": self.key} if self.key else {}

    def make(self, brief: Brief) -> bytes:
        wanted = {
            "prompt": brief.words(self.capabilities),
            "music_length_ms": round(brief.duration * 1000),
            "force_instrumental": True,
            "model_id": self.model or "music_v1",
        }
        path = "/v1/music?output_format=mp3_44100_128"
        return _audio(self.line().exchange("POST", path, json.dumps(wanted).encode(), accept="audio/mpeg"))


class HuggingFace(_Service):
    """An inference endpoint of Hugging Face with a text-to-audio model, which answers with an audio file."""

    name = "huggingface"
    capabilities = Capabilities(shortest=5, longest=60)

    def make(self, brief: Brief) -> bytes:
        # MusicGen makes fifty tokens a second.
        wanted = {"inputs": brief.words(self.capabilities), "parameters": {"max_new_tokens": round(50 * brief.duration)}}
        return _audio(self.line().exchange("POST", "", json.dumps(wanted).encode(), accept="audio/flac"))


def _data(answer: Any) -> Any:
    if not isinstance(answer, dict) or answer.get("code", 200) != 200 or "data" not in answer:
        raise ProviderFailed("it refused the task")
    return answer["data"]


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
    return SERVICES[name](address, api_key, model, timeout, sleep)
