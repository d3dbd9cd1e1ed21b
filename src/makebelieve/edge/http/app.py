"""Puts the application together."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from importlib.metadata import version as installed_version
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.types import ASGIApp, Lifespan

from makebelieve.edge.http import (
    apps,
    auth,
    batch,
    developer,
    games,
    generate,
    health,
    jobs,
    keys,
    music,
    pages,
    problems,
    progress,
    reference,
    studio,
    studio_animations,
    studio_projects,
    studio_tiles,
    unconfigured,
    uploads,
    usage,
    webhooks,
    wellknown,
)
from makebelieve.edge.http.browsers import cross_origin
from makebelieve.edge.http.dispatch import Dispatch
from makebelieve.edge.http.envelope import Envelope
from makebelieve.edge.http.identity import Identity
from makebelieve.edge.http.policy import POLICIES
from makebelieve.edge.http.records import keep_flushing, keep_vouching
from makebelieve.edge.http.schemas import ProblemAnswer
from makebelieve.edge.http.services import Services
from makebelieve.edge.http.worlds import gallery as world_gallery
from makebelieve.edge.http.worlds import games as world_games
from makebelieve.edge.http.worlds import graph as world_graphs
from makebelieve.edge.http.worlds import pages as world_pages
from makebelieve.edge.http.worlds import play as world_play
from makebelieve.edge.http.worlds import readings as world_readings
from makebelieve.edge.http.worlds import sessions as world_sessions
from makebelieve.edge.http.worlds import versions as world_versions
from makebelieve.edge.http.worlds import vision as world_vision
from makebelieve.edge.http.worlds import worlds
from makebelieve.edge.http.worlds.sessions import keep_settling

RESOURCES = (
    auth,
    generate,
    progress,
    games,
    worlds,
    world_readings,
    world_graphs,
    world_versions,
    world_sessions,
    world_play,
    world_pages,
    world_gallery,
    world_games,
    world_vision,
    jobs,
    batch,
    music,
    studio,
    studio_animations,
    studio_projects,
    studio_tiles,
    webhooks,
    usage,
    keys,
    apps,
    developer,
    unconfigured,
    health,
    wellknown,
    pages,
    uploads,
    reference,
)
COURIERS_DRAIN = 12.0
"""Seconds that messages on their way get when the server stops: a little more than a receiver has."""
DESCRIPTION = """Say it, play it: a sentence becomes a game that is proven winnable.

Send `Authorization: Bearer` with an access token (from register, login or token) or with an API key. Errors are RFC 9457 problem
details. A login acts in its account's own app, in live mode; the header `Makebelieve-App: <app id>` or `<app id>:test` chooses another
app or test mode. Every answer carries `X-RateLimit-*` and `RateLimit` fields. Creating calls honour `Idempotency-Key` for 24 hours."""


def build_app(services: Services) -> ASGIApp:
    """The ASGI application. Its lifespan starts and drains the workers."""

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        workers = services.workers
        services.couriers.start()
        if workers is not None:
            workers.start()
        books = asyncio.create_task(keep_flushing(services))
        vouching = asyncio.create_task(keep_vouching(services))
        runs = asyncio.create_task(keep_settling(services))
        try:
            yield
        finally:
            services.closing.set()
            await books
            vouching.cancel()
            await runs
            if workers is not None:
                await services.threads.run(lambda: workers.stop(services.settings.drain))
            await services.threads.run(lambda: services.couriers.stop(COURIERS_DRAIN))
            await services.limiter.close()
            services.threads.close()

    app = bare_app(lifespan)
    app.state.services = services
    identity = Identity(services.tell_revoked)
    services.on_revoked.append(identity.forget_here)
    app.state.identity = identity
    settings = services.settings
    return Envelope(
        cross_origin(Dispatch(app), settings.cors_origins),
        services.clock,
        services.limiter,
        services.observer,
        services.tracer,
        requests_per_minute=settings.requests_per_minute,
        max_body_bytes=settings.max_body_bytes,
        requests_at_once=settings.requests_at_once,
        https=settings.base_url.startswith("https:"),
    )


def bare_app(lifespan: Lifespan[FastAPI] | None = None) -> FastAPI:
    """The routes and the error shape, without anything behind them: enough for the OpenAPI document."""
    app = FastAPI(
        title="Makebelieve",
        version=installed_version("makebelieve"),
        description=DESCRIPTION,
        openapi_url=reference.SPEC_URL,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    for resource in RESOURCES:
        app.router.routes.extend(resource.router.routes)
    problems.install(app)
    app.openapi = lambda: openapi(app)  # type: ignore[method-assign]  # FastAPI's documented way to extend the document
    return app


def openapi(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document, with the credentials each call takes."""
    if app.openapi_schema is not None:
        return app.openapi_schema
    document = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    components = document.setdefault("components", {})
    components.setdefault("schemas", {})["ProblemAnswer"] = _without_definitions(components["schemas"])
    components["securitySchemes"] = {
        "bearer": {"type": "http", "scheme": "bearer", "description": "An access token or an API key (sk_live_…)."},
        "session": {"type": "apiKey", "in": "cookie", "name": "mb_session", "description": "A browser session of this server's pages."},
    }
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            policy = POLICIES.get((method.upper(), path))
            # FastAPI's own error shape is not ours.
            if "HTTPValidationError" in str(operation.get("responses", {}).get("422", "")):
                operation["responses"]["422"] = _problem_entry()
            if policy is not None and policy.creates:
                operation["responses"].setdefault("503", _problem_entry("What it would cost cannot be counted now; nothing was done."))
            if policy is None or policy.action == "public":
                continue
            operation["security"] = [{"bearer": []}, {"session": []}, *([{}] if policy.public else [])]
    for unused in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(unused, None)
    app.openapi_schema = document
    return document


def _problem_entry(description: str = "Something in the request is not valid; `errors` names the fields.") -> dict[str, Any]:
    return {
        "description": description,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemAnswer"}}},
    }


def _without_definitions(schemas: dict[str, Any]) -> dict[str, Any]:
    schema = ProblemAnswer.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(schema.pop("$defs", {}))
    return schema
