"""A body for worker processes that makes tiny games at once, and misbehaves on request.

What is tested with it is the queue and the service, not the makers.
Words in the prompt steer it: "sleep:SECONDS", "crash", "die", "die-once:FILE", "hang", "refuse",
"grow:MIB", "again", "again-once:FILE", "tokens:READ,WRITTEN".
"""

from __future__ import annotations

import base64
import os
import re
import signal
import time
from pathlib import Path
from typing import Any

from makebelieve.jobs.child import Body, Stage
from makebelieve.jobs.queue import TOKENS
from makebelieve.kit.errors import Problem, TryAgain
from makebelieve.library.worlds import scenery

HELD: list[bytes] = []


def config(prompt: str, seed: int, kind: str, title: str | None = None, levels: int = 1) -> dict[str, Any]:
    proof = {"status": "proven", "certificate": {"core_hash": "c", "config_hash": "d", "levels": []}, "bot_success_rate": 0.7, "levels": []}
    return {
        "schema_version": "1.0",
        "game": {
            "title": title or prompt[:40],
            "genre": "platformer",
            "template": "platformer",
            "kind": kind,
            "seed": seed,
            "prompt": prompt,
            "proof": proof,
        },
        "entities": [{"type": "hero", "properties": {"role": "hero"}}],
        "scenes": [{"name": f"Level {n}", "type": "gameplay", "entities": ["hero"], "properties": {"seed": seed}} for n in range(levels)],
    }


CAMERA = {"static": "Eye level.", "dynamic": "Following."}


def world(premise: str, pov: str) -> dict[str, Any]:
    """Two rooms, a key, one way to win and one to lose."""
    return {
        "schemaVersion": "1.0",
        "name": premise[:40] or "From a frame",
        "pov": pov,
        "metadata": {"understood": {"sentence": f"Somebody has to {premise[:40]}." if premise else ""}},
        "entrance": {"state": "hall"},
        "scene": {
            "states": {
                "hall": {"base": "A stone hall by candle light.", "camera": CAMERA},
                "attic": {"base": "An attic under rafters.", "camera": CAMERA},
                "garden": {"base": "A garden at dawn.", "camera": CAMERA, "ending": {"kind": "win", "title": "Out"}},
                "cellar": {"base": "A flooded cellar.", "camera": CAMERA, "ending": {"kind": "lose", "title": "Lost"}},
            },
            "events": [
                {
                    "name": "take-key",
                    "kind": "override",
                    "from": ["hall"],
                    "grants": ["key"],
                    "oneShot": True,
                    "base": "A hand lifts a key.",
                },
                {"name": "climb", "kind": "transition", "from": ["hall"], "to": "attic"},
                {"name": "descend", "kind": "transition", "from": ["attic"], "to": "hall"},
                {
                    "name": "leave",
                    "kind": "transition",
                    "from": ["hall"],
                    "to": "garden",
                    "requires": ["key"],
                    "lockedHint": "It is locked.",
                },
                {"name": "fall", "kind": "transition", "from": ["attic"], "to": "cellar"},
                {
                    "name": "ask",
                    "kind": "terminal",
                    "from": ["attic"],
                    "terminal": {"persona": "A parrot", "facts": [{"text": "The key hangs in the hall."}]},
                },
            ],
        },
        "futureField": {"kept": True},
    }


def _scenes(made: dict[str, Any]) -> dict[str, Any]:
    names = scenery.unpainted(made)
    states = made["scene"]["states"]
    about = {name: {"of": scenery.token_of(states[name]), "layers": 1, "speeds": [0.0], "biome": "indoor", "time": "day"} for name in names}
    drawn = {"scenery": about, "scenes": {name: base64.b64encode(b"\x89PNG " + name.encode()).decode() for name in names}}
    parrot = {"name": "A parrot", "width": 64, "height": 64, "frames": 1, "fps": 5}
    people = {"A parrot": base64.b64encode(b"\x89PNG of a parrot").decode()}
    return {**drawn, "figure": None, "cast": {"attic": [parrot]}, "people": people, "things": {}, "objects": {}}


def misbehave(prompt: str) -> None:
    for word in prompt.split():
        name, _, value = word.partition(":")
        if name == "sleep":
            time.sleep(float(value))
        elif name == "crash":
            raise RuntimeError("a secret of the body")
        elif name == "die" or (name == "die-once" and not Path(value).exists()):
            if value:
                Path(value).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        elif name == "hang":
            while True:
                time.sleep(1)
        elif name == "grow":
            HELD.append(b"x" * (int(value) << 20))
        elif name == "again" or (name == "again-once" and not Path(value).exists()):
            if value:
                Path(value).touch()
            raise TryAgain("the model is away", 0.1)
        elif name == "refuse":
            raise Problem(422, "not_proven", "no bot could win this")


def _result(made: dict[str, Any], kind: str, seed: int) -> dict[str, Any]:
    return {
        "config": made,
        "understood": {"kind": {"value": kind, "source": "stated", "confidence": 0.9, "note": None}},
        "alternatives": [{"kind": name, "confidence": 0.3} for name in ("platformer", "topdown", "space-shooter")],
        "metadata": {"seed": seed, "kind": kind, "engine_version": "0", "provider": "embedded", "duration_ms": 1},
        "picture": base64.b64encode(b"\x89PNG of " + str(seed).encode()).decode(),
        "art": {
            "bundle": base64.b64encode(b'{"format":1,"seed":' + str(seed).encode() + b"}").decode(),
            "card": base64.b64encode(b"\x89PNG card of " + str(seed).encode()).decode(),
        },
    }


def open_body(argument: dict[str, Any]) -> Body:
    assert argument["engine_host"] in ("auto", "node", "mini-racer", "quickjs")

    def body(kind: str, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
        for name in ("understand", "compose", "prove"):
            stage(name, {"elapsed_ms": 0})
        if kind == "score":
            return {"sound": base64.b64encode(b"\x02\x00\x00\x00{}" + str(payload["scored"]["seed"]).encode()).decode()}
        if kind == "generate":
            if spent := re.search(r"tokens:(\d+),(\d+)", payload["prompt"]):
                stage(TOKENS, {"read": int(spent[1]), "written": int(spent[2])})
            misbehave(payload["prompt"])
            chosen = (payload["preferences"] or {}).get("kind", "platformer")
            levels = (payload["preferences"] or {}).get("levels", 1)
            return _result(config(payload["prompt"], payload["seed"], chosen, levels=levels), chosen, payload["seed"])
        if kind == "world":
            misbehave(payload["premise"])
            made = world(payload["premise"], payload["pov"])
            if payload["story"] is not None:
                made["name"] = payload["story"]["title"]
            if payload["name"] is not None:
                made["name"] = payload["name"]
            png = base64.b64encode(b"\x89PNG of a world").decode()
            return {"world": made, "ok": True, "entrance": png, "figure": None, **_scenes(made)}
        if kind == "world-reading":
            misbehave(payload["premise"])
            understood = world(payload["premise"], payload["pov"])["metadata"]["understood"]
            guessed = ["weather", "goal"] if payload["premise"].startswith("perhaps") else ["weather"]
            return {"understood": {**understood, "assumed": guessed}, "provider": "embedded", "seed": payload["seed"]}
        if kind == "world-paint":
            return _scenes(payload["world"])
        if kind == "world-frame":
            misbehave(payload["prompt"])
            png = base64.b64encode(b"\x89PNG of " + str(payload["seed"]).encode()).decode()
            return {"picture": png, "hour": "day", "style": payload["style"], "notes": []}
        if kind == "world-edit":
            misbehave(payload["instruction"])
            if payload["instruction"].endswith("?"):
                asked = "What do you mean? Say for example: 'make it dawn', or: 'make it hail'. What shall it be?"
                return {"world": payload["world"], "reply": asked, "applied": False, "diagnostics": []}
            return {
                "world": {**payload["world"], "description": payload["instruction"]},
                "reply": "Done.",
                "applied": True,
                "diagnostics": [],
            }
        if kind == "prove":
            misbehave(str(payload["config"].get("game", {}).get("prompt", "")))
            return {"proof": {"status": "proven", "certificate": {"levels": []}}}
        if kind == "import":
            given = payload["config"]
            if "game" not in given:
                raise Problem(422, "invalid", "raku_config.game: must be an object with at least a title")
            made = config(str(given["game"].get("prompt", "")), 3, "topdown", given["game"].get("title"))
            return _result(made, "topdown", 3)
        message, before = payload["message"], payload["config"]
        misbehave(message)
        receipt = {"changed": [], "kept": [], "not_understood": [], "checks": []}
        said = {"receipt": receipt, "applied": False, "refusal": None, "history": None, "config": before, "metadata": {}}
        if message in ("undo", "redo"):
            return {**said, "history": {"move": message, "steps": 1, "version": None}}
        if message == "impossible":
            return {**said, "refusal": "Nothing was changed: that is not possible."}
        made = {**before, "game": {**before["game"], "title": message[:40]}}
        return {**said, "config": made, "applied": True, "receipt": {**receipt, "changed": [message]}, "metadata": {"core_hash": "c"}}

    return body


def broken(argument: dict[str, Any]) -> Body:
    raise RuntimeError("no engine here")
