"""/v1/jobs: the caller's jobs of every kind, and an end to one."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, Field

from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.schemas import GAME_ID, refusals
from makebelieve.edge.http.services import services_of
from makebelieve.jobs import overview
from makebelieve.jobs.repository import Job, JobState
from makebelieve.kit.clock import iso

router = APIRouter(route_class=GuardedRoute, tags=["jobs"])
JOB_ID: Final = "job_01k9zq4h7v8e5m2c3d6f7g8h9j"
SCHEMA_VERSION: Final = "1.0"
JobId = Annotated[str, Path(max_length=64, examples=[JOB_ID])]
Status = Literal["queued", "running", "succeeded", "failed", "cancelled"]
STATUS: Final[dict[JobState, Status]] = {
    "queued": "queued",
    "running": "running",
    "done": "succeeded",
    "failed": "failed",
    "cancelled": "cancelled",
}
STATE: Final[dict[str, JobState]] = {status: state for state, status in STATUS.items()}


class JobAnswer(BaseModel):
    jobId: str = Field(examples=[JOB_ID])  # noqa: N815 - the wire's names
    kind: str = Field(description="generate, iterate, import …", examples=["generate"])
    status: Status = Field(examples=["running"])
    phase: str | None = Field(description="What it is doing.", examples=["prove"])
    progress: float = Field(description="0 to 1.", ge=0, le=1, examples=[0.1])
    worldId: str | None = Field(description="The world it made.", examples=[None])  # noqa: N815
    gameId: str | None = Field(description="The game it makes or changes.", examples=[GAME_ID])  # noqa: N815
    result: dict[str, Any] | None = Field(description="What came of it, once it has succeeded.", examples=[None])
    error: str | None = Field(description="Why it failed, in a sentence.", examples=[None])
    problem: dict[str, Any] | None = Field(description="The same as a problem: status, code, detail, errors.", examples=[None])
    attempts: int = Field(examples=[1])
    createdAt: str = Field(examples=["2026-01-31T12:00:00.000Z"])  # noqa: N815
    startedAt: str | None = Field(examples=["2026-01-31T12:00:00.100Z"])  # noqa: N815
    finishedAt: str | None = Field(examples=[None])  # noqa: N815
    schemaVersion: str = Field(examples=[SCHEMA_VERSION])  # noqa: N815


class JobsAnswer(BaseModel):
    jobs: list[JobAnswer]
    nextCursor: str | None = Field(description="Give it as `cursor` for the next page; null on the last.", examples=[None])  # noqa: N815


def job_answer(job: Job) -> JobAnswer:
    def at(time: float | None) -> str | None:
        return iso(time) if time is not None else None

    return JobAnswer(
        jobId=job.id,
        kind=job.kind,
        status=STATUS[job.state],
        phase=job.stage,
        progress=job.progress,
        worldId=str((job.result or {})["worldId"]) if "worldId" in (job.result or {}) else None,
        gameId=job.target if job.target.startswith("game_") else None,
        result=job.result,
        error=str(job.error.get("detail")) if job.error else None,
        problem=job.error,
        attempts=job.attempts,
        createdAt=iso(job.created_at),
        startedAt=at(job.started_at),
        finishedAt=at(job.finished_at),
        schemaVersion=SCHEMA_VERSION,
    )


@router.get("/v1/jobs/{job_id}", response_model=JobAnswer, responses=refusals(401, 403, 404, 429), summary="One job")
async def job(request: Request, job_id: JobId) -> JobAnswer:
    """Poll it, or take a webhook. A job is forgotten a week after it ended."""
    caller = caller_of(request)
    return job_answer(await services_of(request).threads.read(lambda unit: overview.owned(unit, caller, job_id)))


@router.get("/v1/jobs", response_model=JobsAnswer, responses=refusals(401, 403, 422, 429), summary="One's jobs, newest first")
async def jobs(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Annotated[str | None, Query(max_length=64, description="`nextCursor` of the page before.", examples=[JOB_ID])] = None,
    status: Annotated[Status | None, Query(description="Only those.", examples=["failed"])] = None,
    kind: Annotated[str | None, Query(min_length=1, max_length=20, description="Only those.", examples=["generate"])] = None,
) -> JobsAnswer:
    caller = caller_of(request)
    state = STATE[status] if status is not None else None
    found, following = await services_of(request).threads.read(
        lambda unit: overview.page(unit, caller, state=state, kind=kind, cursor=cursor, limit=limit)
    )
    return JobsAnswer(jobs=[job_answer(job) for job in found], nextCursor=following)


@router.post("/v1/jobs/{job_id}/cancel", response_model=JobAnswer, responses=refusals(401, 403, 404, 409, 429), summary="End a job")
async def cancel(request: Request, job_id: JobId) -> JobAnswer:
    """A waiting job ends at once, a running one is killed; nothing is charged. 409 when it has ended before."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    ended, closed = await services.threads.write(lambda unit: overview.cancel(unit, overview.owned(unit, caller, job_id), now))
    await services.threads.run(lambda: services.notices.publish_cancelled(*closed))
    services.bell.ring(max(1, len(closed)))
    return job_answer(ended)
