"""The worlds' room of the workshop: makes worlds with their pictures, and changes them with a sentence. Without the server's database."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from functools import partial
from typing import Any

from PIL import Image

from makebelieve import worlds
from makebelieve.jobs.child import Body, Stage
from makebelieve.kit.errors import Problem
from makebelieve.library.worlds import cast, frames, gate, making, pictures, scenery

Work = Callable[[dict[str, Any], Stage], dict[str, Any]]


def open_world_room(
    author: worlds.WorldAuthor | None = None, editor: worlds.WorldEditor | None = None, writer: worlds.StoryWriter | None = None
) -> Body:
    """The body for jobs of `making.KINDS`, warm. Language models: `author` reads premises, `editor` edits, `writer` writes stories."""
    _opened()

    rooms: dict[str, Work] = {
        making.GENERATE: partial(_generate, author, writer),
        making.EDIT: partial(_edit, editor),
        making.PAINT: _paint,
        making.FRAME: _frame,
        making.READ: partial(_read, author),
    }

    def body(kind: str, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
        return rooms[kind](payload, stage)

    return body


def _opened() -> None:
    """Makes a world and draws what is drawn of one: tables are read and kernels loaded before somebody waits for them."""
    world = worlds.generate("a baker carries a cake through the rain to her brother in the park", seed=1)
    gate.check_playable(world)
    pictures.paint(world, scenery.unpainted(world)[:2], 1)
    pictures.player_of(world, 1)
    pictures.things_of(world, 1)


def _generate(
    author: worlds.WorldAuthor | None, writer: worlds.StoryWriter | None, payload: dict[str, Any], stage: Stage
) -> dict[str, Any]:
    stage("understand", {})
    frame = _picture(payload["frame"])
    stage("compose", {})
    world = _checked(author, writer, payload, frame, stage)
    if payload["name"] is not None:
        world = {**world, "name": payload["name"]}
    stage("paint", {})
    entrance = pictures.entrance_of(world, payload["seed"], frame)
    figure = pictures.player_of(world, payload["seed"])
    return {"world": world, "ok": True, "entrance": entrance, "figure": figure, **_painted(world, payload["seed"])}


def _read(author: worlds.WorldAuthor | None, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
    """How the world of this premise and seed would take it."""
    stage("understand", {})
    # What a reading leaves open is settled only as the world is put together, so it is put together, and not kept.
    made = worlds.generate(payload["premise"], payload["seed"], payload["pov"], author=author)["metadata"]
    return {"understood": made["understood"], "provider": made["provider"], "seed": payload["seed"]}


def _checked(
    author: worlds.WorldAuthor | None,
    writer: worlds.StoryWriter | None,
    payload: dict[str, Any],
    frame: Image.Image | None,
    stage: Stage,
) -> dict[str, Any]:
    """A world that passes the gate: of the story that came along, else of a language model's story or reading, else of the embedded one."""
    premise, seed, pov = payload["premise"] or None, payload["seed"], payload["pov"]
    if premise is not None and payload.get("story") is not None:
        stage("check", {})
        return worlds.generate_of(worlds.Story.model_validate(payload["story"]), premise, seed, pov, frame)
    # A picture alone says nothing that a reader of premises could read.
    reader = author if premise is not None else None
    if writer is not None and premise is not None:
        world = worlds.generate_with(writer, premise, seed, pov, frame, reader)
    else:
        world = worlds.generate(premise, seed, pov, frame, author=reader)
    stage("check", {})
    try:
        gate.check_playable(world)
    except Problem:
        if reader is None or world["metadata"]["provider"] != reader.name:
            raise
        note = f"What the language model {reader.name} read led to a world that fails the checks. Read by the embedded interpreter."
        world = worlds.generate(premise, seed, pov, frame)
        world = {**world, "metadata": {**world["metadata"], "note": note}}
        gate.check_playable(world)
    return world


def _picture(frame: str | None) -> Image.Image | None:
    return Image.open(io.BytesIO(base64.b64decode(frame))).convert("RGB") if frame is not None else None


def _frame(payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
    stage("paint", {})
    wanted = {name: payload[name] for name in ("pov", "mood", "style")}
    made = frames.paint_frame(payload["prompt"], payload["seed"], lent=_picture(payload["frame"]), **wanted)
    return {"picture": base64.b64encode(made.png).decode(), "hour": made.hour, "style": made.style, "notes": list(made.notes)}


def _painted(world: dict[str, Any], seed: int) -> dict[str, Any]:
    about, files = pictures.paint(world, scenery.unpainted(world), seed)
    cast, people = pictures.people_of(world, seed)
    things, objects = pictures.things_of(world, seed)
    return {"scenery": about, "scenes": files, "cast": cast, "people": people, "things": things, "objects": objects}


def _paint(payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
    stage("paint", {})
    world = payload["world"]
    # The seed that the world was first drawn with, so that whoever and whatever an edit leaves alone looks as before, in a fork too.
    before = world.get(scenery.HERO) or {}
    seed = before.get("seed", payload["seed"])
    figure: tuple[dict[str, Any], str | None] | None = None
    if cast.another_player(world):
        # Where nothing that is said of somebody can be drawn, they keep their figure.
        figure = pictures.player_of(world, seed) or ({**before, "of": scenery.looks_token(cast.player_of(world))}, None)
    return {**_painted(world, seed), "figure": figure}


def _edit(editor: worlds.WorldEditor | None, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
    stage("understand", {})
    edited = worlds.edit_with(editor, payload["world"], payload["instruction"])
    return {
        "world": edited.world,
        "reply": edited.reply,
        "applied": edited.applied,
        "diagnostics": [one.as_dict() for one in edited.diagnostics],
    }
