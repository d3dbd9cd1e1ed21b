"""The account as a developer's: profile, subscription, statistics of calls, the audit log."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request

from makebelieve.access import activity
from makebelieve.access.audit import Entry
from makebelieve.edge.http.app_schemas import AnalyticsAnswer, AuditItem, AuditList, ProfileAnswer, SubscriptionAnswer
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.records import flush
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import services_of
from makebelieve.kit.clock import iso
from makebelieve.metering import credits

router = APIRouter(route_class=GuardedRoute, tags=["developer"])
Days = Annotated[int, Query(ge=1, le=activity.MOST_DAYS, description="UTC days, today included.", examples=[30])]
Limit = Annotated[int, Query(ge=1, le=100)]
Cursor = Annotated[str | None, Query(pattern=r"^[1-9][0-9]{0,17}$", description="`nextCursor` of the page before.", examples=["4711"])]


@router.get("/developer/profile", response_model=ProfileAnswer, responses=refusals(401, 403, 429), summary="The developer's profile (G-20)")
@router.get("/api/v1/developer/profile", response_model=ProfileAnswer, responses=refusals(401, 403, 429), summary="The developer's profile")
async def profile(request: Request) -> ProfileAnswer:
    caller = caller_of(request)
    user = caller.user
    assert user is not None
    return ProfileAnswer(
        id=user.id,
        email=user.email,
        display_name=user.display_name,
        tier=caller.tier,
        approved=user.approved,
        nda_accepted=user.nda_accepted_at is not None,
        nda_required=services_of(request).settings.require_nda,
        app_id=caller.app_id or "",
        mode=caller.mode,
        role=caller.role,
        created_at=iso(user.created_at),
    )


@router.get("/api/v1/billing/subscription", response_model=SubscriptionAnswer, responses=refusals(401, 403, 429), summary="The plan (G-22)")
async def subscription(request: Request) -> SubscriptionAnswer:
    """The same plan and period that `/v1/billing/status` tells; it goes on from month to month."""
    tier = caller_of(request).tier
    ends = credits.period_end(tier, services_of(request).clock())
    return SubscriptionAnswer(
        plan=tier,
        tier=tier,
        status="active" if ends is not None else "none",
        provider="operator",
        current_period_end=ends,
        cancel_at_period_end=False,
    )


@router.get(
    "/api/v1/developer/analytics", response_model=AnalyticsAnswer, responses=refusals(401, 403, 422, 429), summary="Calls of the app (G-17)"
)
async def analytics(request: Request, days: Days = 30) -> AnalyticsAnswer:
    """Counted per UTC day and action, in the caller's mode; a call shows up at once, or after 2 s where several processes serve."""
    services = services_of(request)
    subject, now = caller_of(request).subject or "", services.clock()
    await flush(services)
    figures = await services.threads.read(lambda unit: activity.analytics(unit, subject, days, now))
    return AnalyticsAnswer(**figures)


def _line(entry: Entry) -> AuditItem:
    return AuditItem(
        at=iso(entry.at),
        user_id=entry.user_id,
        key_id=entry.key_id,
        credential=entry.credential,
        address=entry.address,
        action=entry.action,
        resource=entry.resource,
        outcome=entry.outcome,
        reason=entry.reason,
        request_id=entry.request_id,
        count=entry.count,
    )


@router.get("/v1/audit", response_model=AuditList, responses=refusals(401, 403, 422, 429), summary="The app's audit log, newest first")
async def audit_log(request: Request, limit: Limit = 20, cursor: Cursor = None) -> AuditList:
    """Refusals and acts that bear on safety: logins, keys made and revoked, roles changed, tokens minted. For owners of the app."""
    services = services_of(request)
    app_id = caller_of(request).app_id or ""
    await flush(services)
    before = int(cursor) if cursor is not None else None
    found = await services.threads.read(lambda unit: unit.audit.of_app(app_id, limit + 1, before))
    page = found[:limit]
    return AuditList(items=[_line(entry) for _, entry in page], nextCursor=str(page[-1][0]) if len(found) > limit else None)
