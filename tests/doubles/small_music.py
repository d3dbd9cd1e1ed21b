"""A music room that composes nothing: files of a few bytes, of the shape that the real one gives. Prompts steer it as in small_workshop."""

from __future__ import annotations

from typing import Any

import small_workshop

from makebelieve.jobs.child import Body, Stage
from makebelieve.library.repository import BlobStore
from makebelieve.library.uploads import store

SUFFIXES = {"flac": "flac", "midi": "mid", "waveform": "png", "piano-roll": "png", "manifest": "json", "stems": "zip", "layers": "zip"}


def open_music(blobs: BlobStore) -> Body:
    def track(asked: dict[str, Any]) -> dict[str, Any]:
        small_workshop.misbehave(asked["prompt"] or "")
        parts = ["flac", "midi", "waveform", "piano-roll", "manifest", *(name for name in ("stems", "layers") if asked[name])]
        stingers = {(f"stinger-{name.replace('_', '-')}", "flac"): name.encode() for name in asked["stingers"]}
        made = {(part, SUFFIXES[part]): f"{part} of {asked['seed']}".encode() for part in parts}
        return {
            "files": store(blobs, asked["id"], made | stingers),
            "sounds": ["flac"],
            "duration": float(asked["duration"] or 30),
            "bpm": float(asked["bpm"] or 120),
            "key": asked["key"] or "D minor",
            "meter": "4/4",
            "preset": asked["preset"] or "epic_orchestral",
            "loop": {"start": 0, "length": 44100} if asked["loop"] else None,
            "unmatched": [],
            "report": {"ok": True, "checks": [], "measures": {}},
            "provider": {"name": "embedded", "asked": "embedded", "fallback": None},
            "reference": None,
        }

    def effect(asked: dict[str, Any]) -> dict[str, Any]:
        small_workshop.misbehave(asked["prompt"] or "")
        seeds = [asked["seed"] + number for number in range(asked["variations"])]
        files = store(blobs, asked["id"], {(f"v{i + 1}", asked["format"]): b"effect %d" % seed for i, seed in enumerate(seeds)})
        return {
            "files": files,
            "sounds": list(files),
            "duration": 0.5,
            "family": asked["family"] or "laser",
            "unmatched": [],
            "variations": [{"seed": seed, "duration": 0.5, "loop": None} for seed in seeds],
        }

    def file(payload: dict[str, Any]) -> dict[str, Any]:
        part = payload["part"]
        suffix = SUFFIXES.get(part, part)
        return {"part": part, "name": store(blobs, payload["id"], {(part, suffix): part.encode()})[part]}

    def body(kind: str, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
        stage("compose", {})
        return {"track": track, "effect": effect, "track_file": file}[kind](payload)

    return body
