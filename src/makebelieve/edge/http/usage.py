"""How much has been used, and what is left: of the tier (games), of the app's caps (worlds), of the credits (studio)."""

from __future__ import annotations

from fastapi import APIRouter, Request

from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.schemas import AppUsageAnswer, BillingAnswer, UsageAnswer, refusals
from makebelieve.edge.http.services import services_of
from makebelieve.kit.errors import Problem
from makebelieve.metering import caps, credits, quota

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


@router.get("/v1/usage", response_model=AppUsageAnswer, responses=refusals(401, 403, 429), summary="The app's use of today, and its caps")
async def app_usage(request: Request) -> AppUsageAnswer:
    """Counts of the UTC day; what is held for work in progress counts as used. A cap of null is none."""
    services = services_of(request)
    app_id = caller_of(request).app_id
    if app_id is None:
        raise Problem(401, "not_authenticated", "this call needs the key of an app")
    now = services.clock()
    return AppUsageAnswer.model_validate(await services.threads.read(lambda unit: caps.usage(unit, app_id, now)))


@router.get("/v1/billing/status", response_model=BillingAnswer, responses=refusals(401, 403, 429), summary="Credits and plan")
async def billing(request: Request) -> BillingAnswer:
    """The credits of the account that pays for the key's app. What is held for work in progress counts as spent."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    found = await services.threads.read(lambda unit: credits.status(unit, caller.meter, caller.tier, now))
    return BillingAnswer.model_validate(found)
