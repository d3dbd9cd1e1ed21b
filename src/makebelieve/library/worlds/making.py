"""Worlds on order: reserve a generation or an edit and queue the job in one transaction; keep what comes of it and charge in another."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from makebelieve.access.callers import Caller
from makebelieve.jobs import queue
from makebelieve.jobs.announcing import TELL
from makebelieve.jobs.queue import Outcome
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_uuid
from makebelieve.library import uploads
from makebelieve.library.repository import BlobStore, LibraryUnit
from makebelieve.library.worlds import cast, scenery, shelf
from makebelieve.library.worlds.repository import World
from makebelieve.metering import orders
from makebelieve.metering.caps import AppMeter
from makebelieve.metering.ledger import reserve

GENERATE: Final = "world"
EDIT: Final = "world-edit"
PAINTERS: Final = 4
"""Paint jobs of one app that run at once."""
PAINT: Final = "world-paint"
FRAME: Final = "world-frame"
READ: Final = "world-reading"
KINDS: Final = (GENERATE, EDIT, PAINT, FRAME, READ)


def order_world(
    unit: LibraryUnit,
    caller: Caller,
    now: float,
    *,
    premise: str,
    name: str | None,
    pov: str,
    seed: int,
    frame: str | None,
    story: dict[str, Any] | None,
    tell: bool,
) -> Job:
    """Queue a generation. `frame`: a picture as base64. `story`: a `worlds.Story` that is to be told. `tell`: webhooks hear of its end.

    Raises 401, 402 and 429 Problems.
    """
    payload = {"premise": premise, "name": name, "pov": pov, "seed": seed, "frame": frame, "story": story, TELL: tell}
    return _order(unit, caller, GENERATE, new_uuid(now), payload, "generation", now)


def order_reading(unit: LibraryUnit, caller: Caller, now: float, *, premise: str, pov: str, seed: int) -> Job:
    """Queue a reading of a premise, which makes nothing and takes none of the day's generations. Raises 401 and 429 Problems."""
    if caller.app_id is None:
        raise Problem(401, "not_authenticated", "this call needs the key of an app")
    payload = {"premise": premise, "pov": pov, "seed": seed}
    job = Job(new_uuid(now), READ, caller.subject or "", caller.bucket, new_uuid(now), payload, None, "queued", 0, 0, now)
    queue.enqueue(unit, job, orders.PER_KEY)
    return job


def order_edit(
    unit: LibraryUnit, caller: Caller, now: float, *, world_id: str, instruction: str, expected: str | None, objects: list[dict[str, Any]]
) -> Job:
    """Queue a change in prose of the caller's world, from the graph as it is now. Raises 401, 402, 404, 409 and 429 Problems."""
    world, document = shelf.opened(unit, caller, world_id)
    shelf.check_rev(world, expected)
    payload = {"instruction": instruction, "world": document, "rev": world.rev, "objects": objects}
    return _order(unit, caller, EDIT, world.id, payload, "edit", now)


def order_frame(
    unit: LibraryUnit,
    caller: Caller,
    now: float,
    *,
    prompt: str,
    pov: str,
    mood: str | None,
    style: str,
    seed: int,
    frame: str | None,
    world_id: str | None,
) -> Job:
    """Queue an opening frame; with `world_id` it becomes that world's entrance picture and cover. Raises 401, 402, 404 and 429 Problems."""
    world = shelf.owned(unit, caller, world_id) if world_id is not None else None
    target = world.id if world is not None else new_uuid(now)
    wanted = {"prompt": prompt, "pov": pov, "mood": mood, "style": style, "seed": seed, "frame": frame}
    return _order(unit, caller, FRAME, target, {**wanted, "world": world is not None}, "generation", now)


def lacking(document: dict[str, Any]) -> bool:
    """Whether a place has no picture of what is told of it now, or the player another figure."""
    return bool(scenery.unpainted(document)) or cast.another_player(document)


def order_paint(unit: LibraryUnit, world: World, now: float) -> Job | None:
    """Queue the pictures that the world lacks; None when it lacks none. Free: they belong to what was paid for."""
    document = unit.worlds.document(world.id) or {}
    if not lacking(document):
        return None
    before = unit.jobs.latest_for(world.id)
    if before is not None and before.kind == PAINT and not before.finished:
        return before
    # Who is met is read from the events of the whole world; what has its picture need not be painted again.
    told = ("scene", "metadata", "subject", "description", "story", scenery.KEY, scenery.HERO)
    kept = {key: document[key] for key in told if key in document}
    payload = {"world": kept, "seed": int(world.id.replace("-", "")[-7:], 16)}
    job = Job(new_uuid(now), PAINT, world.owner, world.owner, world.id, payload, None, "queued", 0, 0, now)
    queue.enqueue(unit, job, PAINTERS, queue_beyond_cap=True)
    return job


def _order(unit: LibraryUnit, caller: Caller, kind: str, target: str, payload: dict[str, Any], meter: AppMeter, now: float) -> Job:
    # The jobs of this family have UUIDs, as its clients expect.
    job_id = new_uuid(now)
    charges = orders.of_world(unit, caller, meter, now)
    job = Job(
        id=job_id,
        kind=kind,
        owner=caller.subject or "",
        key=caller.bucket,
        target=target,
        payload=payload,
        reservation=reserve(unit, charges, now, job=job_id, reason=kind),
        state="queued",
        token=0,
        attempts=0,
        created_at=now,
    )
    queue.enqueue(unit, job, orders.PER_KEY)
    return job


@dataclass(frozen=True)
class WorldJobs:
    """jobs.JobKind for generation: a finished body becomes a new world."""

    isolated: ClassVar[bool] = True

    blobs: BlobStore
    _done: ClassVar[dict[str, float]] = {"understand": 0.0, "compose": 0.05, "check": 0.4, "paint": 0.5, "save": 0.95}

    def progress(self, stage: str) -> float | None:
        return self._done.get(stage)

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        """Pictures go to the blobs; the world names them by path, so that it holds wherever the server is reached."""
        document = result["world"]
        files = {("entrance", "png"): base64.b64decode(result["entrance"])}
        if result["figure"] is not None:
            files["figure", "png"] = base64.b64decode(result["figure"][1])
        names = uploads.store(self.blobs, shelf.thing_of(job.target), files)
        painted, scenes = _store_scenes(self.blobs, job.target, result)
        figures, drawn = _store_figures(self.blobs, job.target, result)
        address = uploads.PATH + names["entrance"]
        document = scenery.merged(document, painted) | {
            "cover": address,
            "entrance": {**document["entrance"], "image": {"label": document["name"], "src": address}},
        }
        if result["figure"] is not None:
            document[scenery.HERO] = {**result["figure"][0], "src": uploads.PATH + names["figure"]}
        return {"world": {**document, **figures}, "names": [*names.values(), *scenes, *drawn], "ok": result["ok"]}

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        shelf.add(unit, job.target, job.owner, result["world"], now, source="ai", title="As it was generated")
        unit.uploads.add(shelf.thing_of(job.target), result["names"], now)
        return Outcome({"worldId": job.target, "jobId": job.id, "ok": result["ok"]})


def _store_scenes(blobs: BlobStore, world_id: str, result: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Write the pictures of scenes to the blobs: what `scenery` keeps of them, and the files' names."""
    parts = {f"scene-{number}": name for number, name in enumerate(result["scenes"])}
    files = {(part, "png"): base64.b64decode(result["scenes"][name]) for part, name in parts.items()}
    names = uploads.store(blobs, shelf.thing_of(world_id), files)
    painted = {name: {**result["scenery"][name], "src": uploads.PATH + names[part]} for part, name in parts.items()}
    return painted, list(names.values())


def _store_figures(blobs: BlobStore, world_id: str, result: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The same for who is met in the scenes and what is taken hold of: the world's keys for them, and the files' names."""
    drawn = {f"person-{number}": text for number, text in enumerate(result["people"].values())}
    drawn |= {f"thing-{number}": text for number, text in enumerate(result["objects"].values())}
    names = uploads.store(blobs, shelf.thing_of(world_id), {(part, "png"): base64.b64decode(text) for part, text in drawn.items()})
    people = {name: uploads.PATH + names[f"person-{number}"] for number, name in enumerate(result["people"])}
    objects = {name: uploads.PATH + names[f"thing-{number}"] for number, name in enumerate(result["objects"])}
    cast = {state: [{**one, "src": people[one["name"]]} for one in met] for state, met in result["cast"].items()}
    things = {event: {**one, "src": objects[one["name"]]} for event, one in result["things"].items()}
    return {scenery.CAST: cast, scenery.THINGS: things}, list(names.values())


@dataclass(frozen=True)
class WorldReadingJobs:
    """jobs.JobKind for readings: what is found is answered, and nothing is kept but the job."""

    isolated: ClassVar[bool] = True

    def progress(self, stage: str) -> float | None:
        return {"understand": 0.0}.get(stage)

    def prepare(self, _job: Job, result: dict[str, Any]) -> dict[str, Any]:
        return result

    def complete(self, _unit: LibraryUnit, _job: Job, result: dict[str, Any], _now: float) -> Outcome:
        return Outcome(result, charge=False)


@dataclass(frozen=True)
class WorldPaintJobs:
    """jobs.JobKind for the pictures of scenes that were added or changed by hand."""

    isolated: ClassVar[bool] = True

    blobs: BlobStore

    def progress(self, stage: str) -> float | None:
        return {"paint": 0.0, "save": 0.95}.get(stage)

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        painted, names = _store_scenes(self.blobs, job.target, result)
        figures, drawn = _store_figures(self.blobs, job.target, result)
        if result["figure"] is not None:
            about, text = result["figure"]
            files = {("figure", "png"): base64.b64decode(text)} if text is not None else {}
            stored = uploads.store(self.blobs, shelf.thing_of(job.target), files)
            figures[scenery.HERO] = about | ({"src": uploads.PATH + stored["figure"]} if stored else {})
            drawn += stored.values()
        return {"painted": painted, "figures": figures, "names": [*names, *drawn]}

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        world, document = unit.worlds.world(job.target), unit.worlds.document(job.target)
        if world is None or document is None:
            raise Problem(404, "not_found", "the world was deleted meanwhile")
        after = {**scenery.merged(document, result["painted"]), **result["figures"]}
        unit.worlds.update(world, after, was=world.rev)
        unit.uploads.add(shelf.thing_of(world.id), result["names"], now)
        return Outcome({"painted": len(result["painted"])}, charge=False)


@dataclass(frozen=True)
class WorldFrameJobs:
    """jobs.JobKind for opening frames. One of no world is named by nothing, so the sweeper takes it after a day."""

    isolated: ClassVar[bool] = True

    blobs: BlobStore

    def progress(self, stage: str) -> float | None:
        return {"paint": 0.0, "save": 0.95}.get(stage)

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        files = {("frame", "png"): base64.b64decode(result["picture"])}
        names = uploads.store(self.blobs, shelf.thing_of(job.target), files)
        return {"url": uploads.PATH + names["frame"], "style": result["style"], "hour": result["hour"], "notes": result["notes"]}

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        said = {**result, "prompt": job.payload["prompt"]}
        if not job.payload["world"]:
            return Outcome(said)
        world, document = unit.worlds.world(job.target), unit.worlds.document(job.target)
        if world is None or document is None:
            raise Problem(404, "not_found", "the world was deleted meanwhile")
        address = result["url"]
        after = {**document, "entrance": {**document["entrance"], "image": {"label": world.name, "src": address}}}
        shelf.store_graph(unit, replace(world, cover=address), after, now)
        unit.uploads.add(shelf.thing_of(world.id), [address.removeprefix(uploads.PATH)], now)
        return Outcome({**said, "worldId": world.id})


@dataclass(frozen=True)
class WorldEditJobs:
    """jobs.JobKind for edits in prose: a changed graph, or a reply that changes and costs nothing."""

    isolated: ClassVar[bool] = True

    def progress(self, stage: str) -> float | None:
        return {"understand": 0.0, "check": 0.5, "save": 0.95}.get(stage)

    def prepare(self, _job: Job, result: dict[str, Any]) -> dict[str, Any]:
        return result

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        said = {"reply": result["reply"], "diagnostics": result["diagnostics"], "applied": result["applied"]}
        if not result["applied"]:
            return Outcome(said, charge=False)
        world = unit.worlds.world(job.target)
        if world is None:
            raise Problem(404, "not_found", "the world was deleted meanwhile")
        if world.rev != job.payload["rev"]:
            raise shelf.stale(world)
        after = shelf.store_graph(unit, world, result["world"], now, ai=job.payload["instruction"])
        return Outcome({**said, "rev": after.rev})


def made(unit: LibraryUnit, job: Job) -> World:
    """The world of a generation that succeeded. Raises a 404 Problem when it was deleted since."""
    world = unit.worlds.world(job.target)
    if world is None:
        raise Problem(404, "not_found", "the world was deleted meanwhile")
    return world
