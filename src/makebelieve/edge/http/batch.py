"""POST /v1/batch: up to 1,000 creating requests as one job, and how each of them stands."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Final, Literal, cast

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, Field, ValidationError

from makebelieve.edge.http import music, studio_orders
from makebelieve.edge.http.generate import Once
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.schemas import GAME_ID, Body, GenerateRequest, ImportRequest, refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.jobs import batch as batches
from makebelieve.jobs import overview
from makebelieve.jobs.repository import BATCH, BatchCounts, BatchItem, Job
from makebelieve.kit.clock import iso
from makebelieve.kit.errors import FieldError, Problem
from makebelieve.library import making
from makebelieve.library.repository import LibraryUnit
from makebelieve.metering.tiers import LIMITS
from makebelieve.webhooks.endpoints import check_url

router = APIRouter(route_class=GuardedRoute, tags=["batch"])
BATCH_ID: Final = "job_01k9zq4h7v8e5m2c3d6f7g8h9j"
BatchId = Annotated[str, Path(max_length=64, examples=[BATCH_ID])]
Status = Literal["pending", "running", "completed", "failed", "cancelled"]


def _generation(_services: Services, body: dict[str, Any]) -> batches.Draft[Any]:
    asked = GenerateRequest.model_validate(body)
    seed = asked.seed if asked.seed is not None else secrets.randbelow(2**31)
    return lambda unit, caller, now: making.draft_game(
        unit, caller, now, prompt=asked.prompt, seed=seed, preferences=asked.preferences, allow_unproven=asked.allow_unproven
    )


def _proof(_services: Services, body: dict[str, Any]) -> batches.Draft[Any]:
    asked = ImportRequest.model_validate(body)
    return lambda unit, caller, now: making.draft_proof(unit, caller, now, config=asked.raku_config)


ITEMS: Final[dict[str, Callable[[Services, dict[str, Any]], batches.Draft[Any]]]] = {
    "/api/v1/generate": _generation,
    "/api/v1/prove": _proof,
    "/v1/music": music.draft_music,
    "/v1/sounds": music.draft_sound,
    "/v1/generations": studio_orders.draft_generation,
    "/v1/tile-packs/generate": studio_orders.draft_tile,
}
"""What an item may be: by its path, from the body to what makes a job of it. What is not valid raises ValidationError or a Problem."""
_ANIMATIONS: Final = re.compile(r"/v1/sprites/([a-z0-9_]{1,64})/animations")


class ItemRequest(Body):
    path: str = Field(description=f"The creating call: {' or '.join(ITEMS)}.", min_length=1, max_length=120, examples=["/api/v1/generate"])
    body: dict[str, Any] = Field(description="What that call takes.", examples=[{"prompt": "a tiny red fox", "seed": 7}])


class BatchRequest(Body):
    items: list[ItemRequest] = Field(min_length=1, max_length=batches.MOST)
    webhookUrl: str | None = Field(  # noqa: N815 - the family's name
        default=None, min_length=1, max_length=2048, description="Told when the batch has ended.", examples=["https://example.com/batch"]
    )


class ItemAnswer(BaseModel):
    index: int = Field(examples=[0])
    path: str = Field(examples=["/api/v1/generate"])
    status: Status = Field(examples=["completed"])
    jobId: str | None = Field(description="Null when the item was refused.", examples=[BATCH_ID])  # noqa: N815
    result: dict[str, Any] | None = Field(
        description="What came of it.", examples=[{"game_id": GAME_ID, "version": 1, "play_url": f"http://127.0.0.1:8000/play/{GAME_ID}"}]
    )
    error: dict[str, Any] | None = Field(description="Why it failed: status, code, detail, errors.", examples=[None])


class BatchAnswer(BaseModel):
    id: str = Field(description="A job as well: /v1/jobs/{id}, and /v1/jobs/{id}/cancel.", examples=[BATCH_ID])
    status: Status = Field(examples=["running"])
    progress: float = Field(description="Share of the items that have ended.", ge=0, le=1, examples=[0.5])
    total: int = Field(examples=[2])
    succeeded: int = Field(examples=[1])
    failed: int = Field(description="Refused at once, or failed later; neither is charged.", examples=[0])
    cancelled: int = Field(examples=[0])
    createdAt: str = Field(examples=["2026-01-31T12:00:00.000Z"])  # noqa: N815
    completedAt: str | None = Field(examples=[None])  # noqa: N815
    items: list[ItemAnswer] = Field(description="Those of this page, in the order they were sent.")
    nextOffset: int | None = Field(description="Give it as `offset` for the next page; null on the last.", examples=[None])  # noqa: N815


STATUS: Final[dict[str, Status]] = {
    "queued": "pending",
    "running": "running",
    "done": "completed",
    "failed": "failed",
    "cancelled": "cancelled",
}


def _request(services: Services, item: ItemRequest) -> batches.Request:
    """What will make a job of an item, or why nothing will."""
    make = ITEMS.get(item.path)
    if make is None and (sprite := _ANIMATIONS.fullmatch(item.path)) is not None:
        make = partial(studio_orders.draft_animation, sprite_id=sprite[1])
    if make is None:
        allowed = (*ITEMS, "/v1/sprites/{spriteId}/animations")
        error = FieldError("path", "is no call that a batch takes", allowed)
        return batches.Request(
            item.path, None, Problem(400, "not_available", f"path: {error.message}; allowed: {', '.join(allowed)}", (error,))
        )
    try:
        return batches.Request(item.path, make(services, item.body))
    except Problem as problem:
        problem.status = 400 if problem.code == "invalid" else problem.status
        return batches.Request(item.path, None, problem)
    except ValidationError as error:
        fields = tuple(FieldError(".".join(("body", *map(str, e["loc"]))), str(e["msg"])) for e in error.errors())
        detail = "; ".join(f"{field.path}: {field.message}" for field in fields)
        return batches.Request(item.path, None, Problem(400, "invalid", detail, fields))


def _item(services: Services, item: BatchItem, job: Job | None) -> ItemAnswer:
    result = dict(job.result) if job is not None and job.state == "done" and job.result is not None else None
    if result is not None and job is not None and job.target.startswith("game_"):
        result = {"game_id": job.target, **result, "play_url": f"{services.settings.base_url}/play/{job.target}"}
    return ItemAnswer(
        index=item.position,
        path=item.path,
        status=STATUS[job.state] if job is not None else "failed",
        jobId=item.job_id,
        result=result,
        error=item.error or (job.error if job is not None else None),
    )


def _answer(
    services: Services, batch: Job, counts: BatchCounts, items: list[tuple[BatchItem, Job | None]], following: int | None
) -> BatchAnswer:
    return BatchAnswer(
        id=batch.id,
        status=STATUS[batch.state],
        progress=batch.progress,
        total=counts.total,
        succeeded=counts.done,
        failed=counts.failed,
        cancelled=counts.cancelled,
        createdAt=iso(batch.created_at),
        completedAt=iso(batch.finished_at) if batch.finished_at is not None else None,
        items=[_item(services, *pair) for pair in items],
        nextOffset=following,
    )


def _read(unit: LibraryUnit, batch: Job, offset: int, limit: int) -> tuple[BatchCounts, list[tuple[BatchItem, Job | None]], int | None]:
    counts = unit.jobs.batch_counts(batch.id)
    assert counts is not None
    return counts, unit.jobs.batch_items(batch.id, offset, limit), offset + limit if offset + limit < counts.total else None


@router.post(
    "/v1/batch",
    response_model=BatchAnswer,
    status_code=202,
    responses=refusals(400, 401, 403, 409, 413, 422, 429),
    summary="Many creating requests as one job",
)
async def create(request: Request, response: Response, body: BatchRequest, once: Once = None) -> BatchAnswer:
    """Each item is reserved, charged, and fails by itself; one that cannot be queued is listed as failed, with the reason.

    Refused as a whole only when no item can be queued. Items wait behind single requests.
    """
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    if body.webhookUrl is not None:
        check_url(services.guard, body.webhookUrl, "webhookUrl", only_https=False)
    requests = await services.threads.run(lambda: [_request(services, item) for item in body.items])
    at_once = services.settings.batch_at_once if caller.tier == "enterprise" else LIMITS[caller.tier].concurrent
    batch = await services.threads.order(
        lambda unit: batches.order(unit, caller, requests, now, at_once=at_once, webhook_url=body.webhookUrl)
    )
    services.bell.ring(len(requests))
    response.headers["Location"] = f"/v1/batch/{batch.id}"
    counts, items, following = await services.threads.read(lambda unit: _read(unit, batch, 0, 100))
    return _answer(services, batch, counts, items, following)


@router.get("/v1/batch/{batch_id}", response_model=BatchAnswer, responses=refusals(400, 401, 403, 404, 429), summary="How a batch stands")
async def batch(
    request: Request,
    batch_id: BatchId,
    limit: Annotated[int, Query(ge=1, le=100)] = 100,
    offset: Annotated[int, Query(ge=0, le=batches.MOST)] = 0,
) -> BatchAnswer:
    """Its counts, and a page of its items with what came of them. Kept for a week after its end."""
    services = services_of(request)
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> tuple[Job, BatchCounts, list[tuple[BatchItem, Job | None]], int | None]:
        found = overview.owned(unit, caller, batch_id)
        if found.kind != BATCH:
            raise Problem(404, "not_found", "no such batch")
        return found, *_read(unit, found, offset, limit)

    return _answer(services, *cast(Any, await services.threads.read(find)))
