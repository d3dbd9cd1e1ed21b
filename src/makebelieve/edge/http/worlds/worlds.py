"""/v1/worlds: make, list, read, describe, fork, delete (W-06 to W-11)."""

from __future__ import annotations

import secrets
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request, Response

from makebelieve.edge.http.generate import Once, Prefer, wait_for, wants_async
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.jobs import JobAnswer, job_answer
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.edge.http.worlds import frames
from makebelieve.edge.http.worlds.schemas import (
    WORLD,
    Created,
    CreateRequest,
    Deleted,
    Described,
    DescribeRequest,
    Forked,
    Limit,
    WorldId,
    WorldItem,
    WorldList,
)
from makebelieve.jobs.executor import problem_of
from makebelieve.jobs.repository import Job
from makebelieve.kit.clock import iso
from makebelieve.kit.errors import FieldError, Problem
from makebelieve.kit.ids import is_uuid
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.uploads import PATH
from makebelieve.library.worlds import making, scenery, shelf
from makebelieve.library.worlds.repository import Document, World

router = APIRouter(route_class=GuardedRoute, tags=["worlds"])


def missing(field: str, other: str) -> Problem:
    """One of several fields is needed, and none was sent."""
    message = f"is needed, or else {other}"
    return Problem(400, "missing", f"{field}: {message}", (FieldError(field, message),))


def answered(services: Services, document: Document) -> Document:
    """A world as it is answered: pictures of this server by their full address."""

    def absolute(address: Any) -> Any:
        return f"{services.settings.base_url}{address}" if isinstance(address, str) and address.startswith(PATH) else address

    found = {**document, "cover": absolute(document.get("cover"))}
    image = document.get("entrance", {}).get("image")
    if image is not None:
        found["entrance"] = {**document["entrance"], "image": {**image, "src": absolute(image.get("src"))}}
    if scenery.KEY in document:
        found[scenery.KEY] = {name: {**one, "src": absolute(one["src"])} for name, one in document[scenery.KEY].items()}
    if scenery.HERO in document:
        found[scenery.HERO] = {**document[scenery.HERO], "src": absolute(document[scenery.HERO]["src"])}
    if scenery.THINGS in document:
        found[scenery.THINGS] = {event: {**one, "src": absolute(one["src"])} for event, one in document[scenery.THINGS].items()}
    if scenery.CAST in document:
        found[scenery.CAST] = {
            state: [{**one, "src": absolute(one["src"])} for one in people] for state, people in document[scenery.CAST].items()
        }
    return found


def item(services: Services, world: World) -> WorldItem:
    cover = world.cover
    return WorldItem(
        id=world.id,
        slug=world.slug,
        name=world.name,
        description=world.description,
        cover=f"{services.settings.base_url}{cover}" if cover is not None and cover.startswith(PATH) else cover,
        visibility=world.visibility,
        created_at=iso(world.created_at),
        updated_at=iso(world.updated_at),
    )


@router.post(
    "/v1/worlds",
    response_model=Created,
    status_code=201,
    responses={
        202: {"model": JobAnswer, "description": "Accepted; follow the job."},
        **refusals(400, 401, 402, 403, 409, 413, 422, 429, 503, 504),
    },
    summary="Make a world from a premise or a picture (W-06)",
)
async def create(request: Request, response: Response, body: CreateRequest, prefer: Prefer = None, once: Once = None) -> Created | Response:
    """A playable graph in which every ending can be reached and none of the ways is a dead end."""
    services = services_of(request)
    caller = caller_of(request)
    if body.premise is None and body.story is None and body.frame_b64 is None and body.frame_url is None:
        raise missing("premise", "story, frame_b64 or frame_url")
    frame = await frames.frame_of(services, body.frame_b64, body.frame_url)
    apart = wants_async(body.async_, prefer)
    now = services.clock()
    job = await services.threads.order(
        lambda unit: making.order_world(
            unit,
            caller,
            now,
            premise=body.premise or (body.story.sentence if body.story is not None else ""),
            name=body.name,
            pov=body.pov,
            seed=body.seed if body.seed is not None else secrets.randbelow(2**31),
            frame=frame,
            story=body.story.model_dump() if body.story is not None else None,
            tell=apart,
        )
    )
    services.bell.ring()
    done = await wait_for(services, job, 0.0 if apart else services.settings.sync_wait)
    if not done.finished:
        return accepted(done)
    if done.state != "done":
        raise problem_of(done.error or {"status": 500, "code": "failed", "detail": "making this world failed"})
    world = await services.threads.read(lambda unit: making.made(unit, done))
    response.headers["Location"] = f"/v1/worlds/{world.id}"
    found = item(services, world)
    ok = bool((done.result or {}).get("ok"))
    return Created(worldId=world.id, slug=world.slug, ok=ok, cover=found.cover or "", name=world.name, schemaVersion=shelf.SCHEMA_VERSION)


def accepted(job: Job) -> Response:
    headers = {"Location": f"/v1/jobs/{job.id}", "Preference-Applied": "respond-async"}
    return Response(job_answer(job).model_dump_json(), status_code=202, media_type="application/json", headers=headers)


@router.get("/v1/worlds", response_model=WorldList, responses=refusals(401, 403, 422, 429), summary="One's worlds, newest first (W-07)")
async def list_worlds(
    request: Request,
    limit: Limit = 20,
    cursor: Annotated[str | None, Query(max_length=80, description="`nextCursor` of the page before, or a `created_at`.")] = None,
) -> WorldList:
    services = services_of(request)
    owner = caller_of(request).subject or ""
    before = shelf.place_of(cursor) if cursor is not None else None
    found = await services.threads.read(lambda unit: unit.worlds.list_of(owner, before, limit + 1))
    return WorldList(
        worlds=[item(services, world) for world in found[:limit]],
        nextCursor=shelf.cursor_of(found[limit - 1]) if len(found) > limit else None,
    )


@router.get(
    "/v1/worlds/{world_id}",
    responses={200: {"content": {"application/json": {"example": WORLD}}}, **refusals(401, 403, 404, 429)},
    summary="A whole world (W-08)",
)
async def read(request: Request, world_id: WorldId) -> Response:
    services = services_of(request)
    caller = caller_of(request)
    world, document = await services.threads.read(lambda unit: shelf.opened(unit, caller, world_id))
    return Response(orjson.dumps(answered(services, document)), media_type="application/json", headers={"ETag": f'"{world.rev}"'})


@router.patch(
    "/v1/worlds/{world_id}",
    response_model=Described,
    responses=refusals(400, 401, 403, 404, 422, 429),
    summary="Name, cover, visibility (W-09)",
)
async def describe(request: Request, world_id: WorldId, body: DescribeRequest) -> Described:
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    changes = body.model_dump(exclude_unset=True)
    world = await services.threads.write(lambda unit: shelf.describe(unit, caller, world_id, changes, now))
    return Described(**item(services, world).model_dump(), schemaVersion=shelf.SCHEMA_VERSION)


@router.delete("/v1/worlds/{world_id}", response_model=Deleted, responses=refusals(401, 403, 404, 429), summary="Delete for good (W-10)")
async def delete(request: Request, world_id: WorldId) -> Deleted:
    services = services_of(request)
    caller = caller_of(request)

    def work(unit: LibraryUnit) -> list[str]:
        return shelf.remove(unit, caller, world_id)

    blobs = await services.threads.write(work)
    await services.threads.run(lambda: services.blobs.delete(blobs))
    return Deleted(ok=True, deleted=world_id)


@router.post(
    "/v1/worlds/{world_id}/forks",
    response_model=Forked,
    status_code=201,
    responses=refusals(401, 403, 404, 409, 429),
    summary="A copy (W-11)",
)
async def fork(request: Request, response: Response, world_id: WorldId, once: Once = None) -> Forked:
    """Of one's own world, or of another's that is unlisted or public: graph and metadata, not its versions. Takes no quota."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    if not is_uuid(world_id):
        raise Problem(404, "not_found", "no such world")
    world = await services.threads.write(lambda unit: shelf.fork(unit, caller, world_id, now))
    response.headers["Location"] = f"/v1/worlds/{world.id}"
    return Forked(worldId=world.id, slug=world.slug, schemaVersion=shelf.SCHEMA_VERSION)
