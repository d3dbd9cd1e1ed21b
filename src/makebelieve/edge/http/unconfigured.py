"""Calls of the contract that need an outside service, which this server has not been given."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from makebelieve.edge.http.guard import GuardedRoute
from makebelieve.edge.http.schemas import refusals
from makebelieve.kit.errors import Problem

router = APIRouter(route_class=GuardedRoute, tags=["not configured"])


@router.post(
    "/api/v1/auth/google",
    response_class=Response,
    status_code=501,
    responses=refusals(429, 501),
    summary="Sign in with Google: not configured",
)
async def google(request: Request) -> Response:
    """Answers 501."""
    raise Problem(501, "not_configured", "sign-in with Google is not configured on this server; use /api/v1/auth/login")


@router.post(
    "/api/v1/billing/create-checkout-session",
    response_class=Response,
    status_code=501,
    responses=refusals(401, 403, 429, 501),
    summary="Buy a plan: not configured",
)
async def checkout(request: Request) -> Response:
    """Answers 501: tiers are set by the operator."""
    raise Problem(501, "not_configured", "payments are not configured on this server; its operator sets the tiers")
