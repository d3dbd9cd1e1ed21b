"""/v1/worlds/readings: how a premise would be taken, before a world is made of it."""

from __future__ import annotations

import secrets
from typing import Annotated, Any, Final

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field, StringConstraints

from makebelieve.edge.http.generate import wait_for
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.scalars import Whole
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import services_of
from makebelieve.edge.http.worlds.schemas import POVS, Closed
from makebelieve.jobs.executor import problem_of
from makebelieve.kit.errors import Problem
from makebelieve.library.worlds import making

router = APIRouter(route_class=GuardedRoute, tags=["worlds"])

_WEIGHTY: Final = ("player", "goal")
"""What a story cannot be right without."""


class ReadingRequest(Closed):
    premise: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=2000)] = Field(
        description="What the world shall be about.", examples=["a lighthouse keeper looks for her brother"]
    )
    pov: POVS = Field(default="third_person_shoulder", description="Where the camera is.")
    seed: Annotated[Whole, Field(ge=0, le=2_147_483_647)] | None = Field(
        default=None,
        description="A world of the same premise, pov and seed is taken just so. Without one a fresh seed is drawn.",
        examples=[7],
    )


class Reading(BaseModel):
    sentence: str = Field(
        description="Who must do what, where and by when, as a premise that is read most surely; empty where no deed was read.",
        examples=["The lighthouse keeper has to find her brother."],
    )
    guessed: list[str] = Field(
        description="`player`, `goal`: what the premise does not say and a world would be built on all the same. Ask before you make it.",
        examples=[[]],
    )
    understood: dict[str, Any] = Field(description="The whole reading, as a world's `metadata.understood` has it.", examples=[{}])
    seed: int = Field(description="Give it to `POST /v1/worlds` with the premise, for a world that is taken like this.", examples=[7])


@router.post(
    "/v1/worlds/readings",
    response_model=Reading,
    responses=refusals(400, 401, 403, 422, 429, 503, 504),
    summary="How a premise would be taken",
)
async def read(request: Request, body: ReadingRequest) -> Reading:
    """Makes nothing and takes none of the day's generations: for showing what was understood, and asking where it is a guess."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    seed = body.seed if body.seed is not None else secrets.randbelow(2**31)
    job = await services.threads.order(lambda unit: making.order_reading(unit, caller, now, premise=body.premise, pov=body.pov, seed=seed))
    services.bell.ring()
    done = await wait_for(services, job, services.settings.sync_wait)
    if not done.finished:  # a job has no reading to fetch later
        raise Problem(504, "took_too_long", "the premise is still being read; ask again", headers={"Retry-After": "5"})
    if done.state != "done":
        raise problem_of(done.error or {"status": 500, "code": "failed", "detail": "reading this premise failed"})
    found = (done.result or {})["understood"]
    return Reading(sentence=found["sentence"], guessed=[one for one in _WEIGHTY if one in found["assumed"]], understood=found, seed=seed)
