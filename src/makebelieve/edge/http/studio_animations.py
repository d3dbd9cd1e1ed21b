"""Animations of sprites: order, read, preview, process, remove."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from makebelieve.edge.http import studio_schemas as shapes
from makebelieve.edge.http.browsers import SHOWN
from makebelieve.edge.http.generate import Once, wait_for
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import services_of
from makebelieve.edge.http.studio_answers import GIF, MAKING, READING, AnimationId, Limit, Page, SpriteId, animation_answer
from makebelieve.edge.http.studio_orders import animation_draft, listed, ordered, owned, removed
from makebelieve.jobs.executor import problem_of
from makebelieve.kit.errors import Problem
from makebelieve.library import uploads
from makebelieve.library.studio import ordering
from makebelieve.library.studio.repository import Creation

router = APIRouter(route_class=GuardedRoute, tags=["studio"])


@router.post(
    "/v1/sprites/{sprite_id}/animations",
    response_model=shapes.AnimationAnswer,
    status_code=202,
    responses=MAKING,
    summary="An animation of a sprite",
)
async def create_animation(
    request: Request, response: Response, sprite_id: SpriteId, body: shapes.AnimationRequest, once: Once = None
) -> shapes.AnimationAnswer:
    """One credit, given back when it fails. `archetype` wins over `locomotionType`."""
    draft = animation_draft(services_of(request), sprite_id, body, batch=False)
    return animation_answer(services_of(request), *await ordered(request, response, draft, "/v1/animations"))


@router.get(
    "/v1/sprites/{sprite_id}/animations",
    response_model=shapes.AnimationList,
    responses=READING,
    summary="A sprite's animations, newest first",
)
async def list_animations(request: Request, sprite_id: SpriteId, page: Page = 1, limit: Limit = 20) -> shapes.AnimationList:
    rows, total = await listed(request, "animation", page, limit, ("sprite", sprite_id))
    return shapes.AnimationList(data=[animation_answer(services_of(request), *row) for row in rows], total=total, page=page, limit=limit)


@router.get("/v1/animations/{animation_id}", response_model=shapes.AnimationAnswer, responses=READING, summary="How an animation stands")
async def read_animation(request: Request, animation_id: AnimationId) -> shapes.AnimationAnswer:
    return animation_answer(services_of(request), *await owned(request, "animation", animation_id))


async def _finished(request: Request, animation_id: str) -> Creation:
    found, stands = await owned(request, "animation", animation_id)
    if stands.status != "completed":
        raise Problem(409, "not_completed", stands.error or "it is not made yet; wait until its status is completed")
    return found


@router.get(
    "/v1/animations/{animation_id}/gif",
    response_class=Response,
    responses={**GIF, **refusals(400, 401, 403, 404, 409, 429)},
    summary="As GIF",
)
async def gif(request: Request, animation_id: AnimationId) -> Response:
    services = services_of(request)
    found = await _finished(request, animation_id)
    data = await services.threads.run(lambda: services.blobs.get(uploads.key_of(found.files["preview"]) or ""))
    return Response(data, media_type="image/gif", headers=SHOWN)


@router.post(
    "/v1/animations/{animation_id}/process",
    response_model=shapes.AnimationAnswer,
    status_code=201,
    responses={**MAKING, **refusals(504)},
    summary="A processed copy of an animation",
)
async def process(
    request: Request, response: Response, animation_id: AnimationId, body: shapes.ProcessRequest, once: Once = None
) -> shapes.AnimationAnswer:
    """Free. `stabilize` aligns the feet, `tight` crops to the common box, `aggressive` crops and fills the canvas. The original stays."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    found = await _finished(request, animation_id)
    asked = {
        **{name: found.asked[name] for name in ("type", "frameCount", "fps", "direction", "style", "resolution")},
        "sheet": found.files["sheet"],
        "manifest": found.files["manifest"],
        "mode": body.mode,
        "pixel": (found.asked["style"].get("artStyle") or "pixel") == "pixel",
    }
    job = await services.threads.order(
        lambda unit: ordering.order(
            unit,
            caller,
            now,
            "animation",
            asked,
            {},
            parent=found.parent,
            name=body.mode,
            base_url=services.settings.base_url,
            job_kind="sheet",
        )
    )
    services.bell.ring()
    done = await wait_for(services, job, services.settings.sync_wait)
    if not done.finished:
        raise Problem(504, "took_too_long", "it is still being made; read the sprite's animations", headers={"Retry-After": "5"})
    if done.state != "done":
        raise problem_of(done.error or {"status": 500, "code": "failed", "detail": "making this failed"})
    response.headers["Location"] = f"/v1/animations/{job.target}"
    return animation_answer(services, *await owned(request, "animation", job.target))


@router.delete("/v1/animations/{animation_id}", status_code=204, responses=READING, summary="Remove an animation")
async def delete_animation(request: Request, animation_id: AnimationId) -> Response:
    """Processed copies of it stay. One that is being made is ended and charged nothing."""
    return await removed(request, "animation", animation_id)
