"""Following a generation: a stream of server-sent events, and a status to poll."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from typing import Annotated, Any, Literal, cast

import orjson
from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import StreamingResponse

from makebelieve.access.callers import Caller
from makebelieve.access.gate import own
from makebelieve.edge.http.answers import STATES
from makebelieve.edge.http.games import GameId
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.schemas import Status, refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.jobs.repository import Job, JobEvent
from makebelieve.kit.clock import iso
from makebelieve.library.repository import LibraryUnit

router = APIRouter(route_class=GuardedRoute, tags=["generate"])
LOOK_AGAIN = 0.5
# A comment line this often keeps proxies from closing a quiet stream.
KEEP_ALIVE = 15.0
State = Literal["queued", "running", "complete", "failed", "cancelled"]
STREAM_EXAMPLE = (
    'id: 1\nevent: stage\ndata: {"stage":"understand","elapsed_ms":0}\n\n'
    'id: 7\nevent: complete\ndata: {"game_id":"game_01k9zq4h7v8e5m2c3d6f7g8h9j","version":1}\n\n'
)


def _owned_job(unit: LibraryUnit, caller: Caller, game_id: str) -> Job:
    job = unit.jobs.latest_for(game_id)
    if job is None:
        # A game outlives its jobs: they are swept after a week.
        game = unit.games.game(game_id)
        own(caller, game.owner if game is not None else None, "generation")
        assert game is not None
        return Job("", "generate", game.owner, "", game.id, {}, None, "done", 0, 1, game.created_at, result={"version": game.version})
    own(caller, job.owner, "generation")
    return job


@router.get(
    "/api/v1/generate/{game_id}/status",
    response_model=Status,
    responses=refusals(401, 403, 404, 429),
    summary="How the newest work on a game stands",
)
async def status(request: Request, game_id: GameId) -> Status:
    services = services_of(request)
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> tuple[Job, list[JobEvent]]:
        job = _owned_job(unit, caller, game_id)
        return job, unit.jobs.events(job.id, 0)

    job, events = await services.threads.read(find)
    return Status(
        game_id=game_id,
        status=cast(State, STATES[job.state]),
        kind=cast(Literal["generate", "iterate", "import"], job.kind),
        stage=events[-1].name if events else None,
        version=int(job.result["version"]) if job.state == "done" and job.result else None,
        error=job.error,
        created_at=iso(job.created_at),
        finished_at=iso(job.finished_at) if job.finished_at is not None else None,
    )


@router.get(
    "/api/v1/generate/{game_id}/progress",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "Events `stage`, then one of `complete` and `error_event`.",
            "content": {"text/event-stream": {"schema": {"type": "string"}, "example": STREAM_EXAMPLE}},
        },
        **refusals(401, 403, 404, 429),
    },
    summary="Progress as server-sent events",
)
async def progress(
    request: Request,
    game_id: GameId,
    token: Annotated[str | None, Query(description="An access token: a browser's event stream cannot send headers.")] = None,
    last_event_id: Annotated[str | None, Header(description="Sent by browsers when they reconnect.")] = None,
) -> StreamingResponse:
    """Stages: understand, compose, prove, draw, save. A browser session or a bearer credential works as well as `token`."""
    services = services_of(request)
    caller = caller_of(request)
    job = await services.threads.read(lambda unit: _owned_job(unit, caller, game_id))
    after = int(last_event_id) if last_event_id is not None and last_event_id.isascii() and last_event_id.isdigit() else 0
    return StreamingResponse(
        _stream(services, job, min(after, 1_000_000)),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


def _frame(name: str, data: dict[str, Any], number: int | None = None) -> bytes:
    head = f"id: {number}\n" if number is not None else ""
    return f"{head}event: {name}\ndata: ".encode() + orjson.dumps(data) + b"\n\n"


def _look(job: Job, after: int, unit: LibraryUnit) -> tuple[Job, list[JobEvent]]:
    return unit.jobs.job(job.id) or job, unit.jobs.events(job.id, after)


async def _stream(services: Services, job: Job, after: int) -> AsyncIterator[bytes]:
    loop = asyncio.get_running_loop()
    spoken = loop.time()
    with services.notices.watch(job.id) as moved:
        while True:
            moved.clear()
            # The job first: events written before it finished are then surely among those read after.
            now, events = await services.threads.read(partial(_look, job, after))
            for event in events:
                after = event.seq
                yield _frame("stage", {"stage": event.name, **event.data}, event.seq)
                spoken = loop.time()
            if now.state == "done":
                yield _frame("complete", {"game_id": now.target, "status": "complete", **(now.result or {})})
                return
            if now.state in ("failed", "cancelled"):
                error = now.error or {}
                detail = str(error.get("detail", "making this failed"))
                yield _frame("error_event", {"game_id": now.target, **error, "message": detail, "detail": detail})
                return
            if services.closing.is_set():
                # The client reconnects by itself, with the number of the last event it saw.
                yield b"retry: 2000\n\n"
                return
            if loop.time() - spoken >= KEEP_ALIVE:
                yield b": still here\n\n"
                spoken = loop.time()
            try:
                await asyncio.wait_for(moved.wait(), LOOK_AGAIN)
            except TimeoutError:
                continue
