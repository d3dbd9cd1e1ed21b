"""The worlds' room of the workshop: makes worlds with their pictures, and changes them with a sentence. Without the server's database."""

from __future__ import annotations

import base64
import io
from typing import Any

from PIL import Image

from makebelieve import worlds
from makebelieve.jobs.child import Body, Stage
from makebelieve.library.worlds import frames, gate, making, pictures, scenery


def open_world_room() -> Body:
    """The body for jobs of `making.KINDS`, warm."""
    worlds.generate("a keeper lights a lamp", seed=1)

    def body(kind: str, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
        work = {making.GENERATE: _generate, making.EDIT: _edit, making.PAINT: _paint, making.FRAME: _frame}[kind]
        return work(payload, stage)

    return body


def _generate(payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
    stage("understand", {})
    frame = _picture(payload["frame"])
    stage("compose", {})
    world = worlds.generate(payload["premise"] or None, payload["seed"], payload["pov"], frame)
    if payload["name"] is not None:
        world = {**world, "name": payload["name"]}
    stage("check", {})
    gate.check_playable(world)
    stage("paint", {})
    entrance = pictures.entrance_of(world, payload["seed"], frame)
    figure = pictures.figure_of(world.get("subject"), payload["seed"])
    return {"world": world, "ok": True, "entrance": entrance, "figure": figure, **_painted(world, payload["seed"])}


def _picture(frame: str | None) -> Image.Image | None:
    return Image.open(io.BytesIO(base64.b64decode(frame))).convert("RGB") if frame is not None else None


def _frame(payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
    stage("paint", {})
    wanted = {name: payload[name] for name in ("pov", "mood", "style")}
    made = frames.paint_frame(payload["prompt"], payload["seed"], lent=_picture(payload["frame"]), **wanted)
    return {"picture": base64.b64encode(made.png).decode(), "hour": made.hour, "style": made.style, "notes": list(made.notes)}


def _painted(world: dict[str, Any], seed: int) -> dict[str, Any]:
    about, files = pictures.paint(world["scene"]["states"], scenery.unpainted(world), seed, pictures.hour_of(world))
    return {"scenery": about, "scenes": files}


def _paint(payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
    stage("paint", {})
    return _painted(payload["world"], payload["seed"])


def _edit(payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
    stage("understand", {})
    edited = worlds.edit(payload["world"], payload["instruction"])
    return {
        "world": edited.world,
        "reply": edited.reply,
        "applied": edited.applied,
        "diagnostics": [one.as_dict() for one in edited.diagnostics],
    }
