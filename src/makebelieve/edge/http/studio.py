"""Generations and sprites of the studio family."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from makebelieve.edge.http import studio_schemas as shapes
from makebelieve.edge.http.generate import Once
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.services import services_of
from makebelieve.edge.http.studio_answers import MAKING, READING, GenerationId, Limit, Page, SpriteId, generation_answer, sprite_answer
from makebelieve.edge.http.studio_orders import generation_draft, listed, ordered, owned, removed
from makebelieve.library.studio import ordering

router = APIRouter(route_class=GuardedRoute, tags=["studio"])


@router.post("/v1/generations", response_model=shapes.GenerationAnswer, status_code=202, responses=MAKING, summary="Sprites from words")
async def create_generation(
    request: Request, response: Response, body: shapes.GenerationRequest, once: Once = None
) -> shapes.GenerationAnswer:
    """A credit for each variant, item of a pack and chained animation, given back when it fails. Poll it, or give a `webhookUrl`."""
    draft = generation_draft(services_of(request), body, batch=False)
    return generation_answer(services_of(request), *await ordered(request, response, draft, "/v1/generations"))


@router.post(
    "/v1/generations/select", response_model=shapes.SelectAnswer, status_code=201, responses=MAKING, summary="Keep a picture as a sprite"
)
async def select(request: Request, response: Response, body: shapes.SelectRequest, once: Once = None) -> shapes.SelectAnswer:
    """Of a pack the index counts its items. Selecting once more makes another sprite."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    kept = await services.threads.write(lambda unit: ordering.select(unit, caller, now, body.generationId, body.variationIndex))
    response.headers["Location"] = f"/v1/sprites/{kept.id}"
    answer = sprite_answer(services, kept)
    return shapes.SelectAnswer(spriteId=kept.id, projectId=kept.parent, imageUrl=answer.imageUrl)


@router.get("/v1/generations", response_model=shapes.GenerationList, responses=READING, summary="One's generations, newest first")
async def list_generations(request: Request, page: Page = 1, limit: Limit = 20) -> shapes.GenerationList:
    """Without chained animations."""
    rows, total = await listed(request, "generation", page, limit)
    data = [generation_answer(services_of(request), *row) for row in rows]
    return shapes.GenerationList(data=data, total=total, page=page, limit=limit)


@router.get("/v1/generations/{generation_id}", response_model=shapes.GenerationAnswer, responses=READING, summary="How a generation stands")
async def read_generation(request: Request, generation_id: GenerationId) -> shapes.GenerationAnswer:
    services = services_of(request)
    found, stands = await owned(request, "generation", generation_id)
    ids = found.made.get("animations", [])
    chained = await services.threads.read(lambda unit: [unit.creations.creation(one) for one in ids]) if ids else []
    return generation_answer(services, found, stands, [one for one in chained if one is not None])


@router.get("/v1/sprites", response_model=shapes.SpriteList, responses=READING, summary="One's sprites, newest first")
async def list_sprites(
    request: Request,
    page: Page = 1,
    limit: Limit = 20,
    project: Annotated[str | None, Query(alias="projectId", max_length=64, description="Only those of it.")] = None,
) -> shapes.SpriteList:
    rows, total = await listed(request, "sprite", page, limit, ("project", project) if project is not None else None)
    data = [sprite_answer(services_of(request), found) for found, _ in rows]
    return shapes.SpriteList(data=data, total=total, page=page, limit=limit)


@router.get("/v1/sprites/{sprite_id}", response_model=shapes.SpriteAnswer, responses=READING, summary="One sprite")
async def read_sprite(request: Request, sprite_id: SpriteId) -> shapes.SpriteAnswer:
    return sprite_answer(services_of(request), (await owned(request, "sprite", sprite_id))[0])


@router.patch("/v1/sprites/{sprite_id}", response_model=shapes.SpriteAnswer, responses=MAKING, summary="Rename a sprite")
async def rename_sprite(request: Request, sprite_id: SpriteId, body: shapes.SpriteChange) -> shapes.SpriteAnswer:
    services = services_of(request)
    caller = caller_of(request)
    changed = await services.threads.write(
        lambda unit: ordering.change(unit, ordering.owned(unit, caller, "sprite", sprite_id), body.name, {})
    )
    return sprite_answer(services, changed)


@router.delete("/v1/sprites/{sprite_id}", status_code=204, responses=READING, summary="Remove a sprite and its animations")
async def delete_sprite(request: Request, sprite_id: SpriteId) -> Response:
    return await removed(request, "sprite", sprite_id)
