"""/health: the process answers. /ready: it can do work."""

from __future__ import annotations

import secrets
from typing import Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from makebelieve.edge.http.services import services_of
from makebelieve.edge.metrics import CONTENT_TYPE
from makebelieve.kit.errors import Problem

router = APIRouter(tags=["health"])


class Health(BaseModel):
    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    status: Literal["ready", "not_ready"] = Field(examples=["ready"])
    database: bool = Field(examples=[True])
    workers: bool = Field(description="A worker is warm, or workers run elsewhere.", examples=[True])
    redis: bool | None = Field(description="Null where the install has no Redis.", examples=[None])
    web: bool = Field(description="The web pages are built.", examples=[True])
    trouble: str | None = Field(default=None, examples=[None])


@router.get("/health", response_model=Health, summary="The process answers")
async def health() -> Health:
    return Health()


@router.get("/metrics", include_in_schema=False)
async def metrics(request: Request) -> Response:
    """For Prometheus. Answers only to the operator's token, and not at all where none is set."""
    services = services_of(request)
    token = services.settings.metrics_token
    collected = services.metrics
    if token is None or collected is None:
        raise Problem(404, "not_found", "there is nothing at this address")
    given = request.headers.get("authorization", "")
    if not secrets.compare_digest(given.encode(), f"Bearer {token.get_secret_value()}".encode()):
        raise Problem(401, "bad_credential", "the metrics are for the operator", headers={"WWW-Authenticate": "Bearer"})
    return Response(await services.threads.run(collected.text), media_type=CONTENT_TYPE)


@router.get("/ready", response_model=Readiness, responses={503: {"model": Readiness}}, summary="Work can be done")
async def ready(request: Request, response: Response) -> Readiness:
    services = services_of(request)
    try:
        await services.threads.read(lambda unit: unit.games.count_of(""))
        database = True
    except Exception:
        database = False
    workers = services.workers is None or services.workers.ready
    trouble = services.workers.trouble if services.workers is not None else None
    redis = await services.threads.run(services.redis_answers) if services.redis_answers is not None else None
    good = database and workers and redis is not False
    if not good:
        response.status_code = 503
    return Readiness(
        status="ready" if good else "not_ready",
        database=database,
        workers=workers,
        redis=redis,
        web=services.web.get("home.html") is not None,
        trouble="a worker does not start; see the log" if trouble else None,
    )
