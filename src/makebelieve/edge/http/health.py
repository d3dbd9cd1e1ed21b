"""/health: the process answers. /ready: it can do work."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from makebelieve.edge.http.services import services_of

router = APIRouter(tags=["health"])


class Health(BaseModel):
    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    status: Literal["ready", "not_ready"] = Field(examples=["ready"])
    database: bool = Field(examples=[True])
    workers: bool = Field(description="A worker is warm, or workers run elsewhere.", examples=[True])
    web: bool = Field(description="The web pages are built.", examples=[True])
    trouble: str | None = Field(default=None, examples=[None])


@router.get("/health", response_model=Health, summary="The process answers")
async def health() -> Health:
    return Health()


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
    good = database and workers
    if not good:
        response.status_code = 503
    return Readiness(
        status="ready" if good else "not_ready",
        database=database,
        workers=workers,
        web=services.web.get("home.html") is not None,
        trouble="a worker does not start; see the log" if trouble else None,
    )
