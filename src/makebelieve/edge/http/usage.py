"""GET /api/v1/usage."""

from __future__ import annotations

from fastapi import APIRouter, Request

from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.schemas import UsageAnswer, refusals
from makebelieve.edge.http.services import services_of
from makebelieve.metering import quota

router = APIRouter(route_class=GuardedRoute, tags=["usage"])


@router.get(
    "/api/v1/usage", response_model=UsageAnswer, responses=refusals(401, 403, 429), summary="Today's counts, limits and what is left"
)
async def usage(request: Request) -> UsageAnswer:
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    counts = await services.threads.read(lambda unit: quota.usage(unit, caller.meter, caller.tier, now))
    return UsageAnswer.model_validate(counts)
