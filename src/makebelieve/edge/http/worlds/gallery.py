"""Worlds to look at before they are played: the list of public ones, and pictures of graphs with the shortest way to win."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from makebelieve import worlds as maker
from makebelieve.edge.http.browsers import SHOWN
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.pages import file_answer
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.edge.http.web import WebFile
from makebelieve.edge.http.worlds.schemas import WORLD_ID, Limit, WorldId
from makebelieve.edge.http.worlds.worlds import item
from makebelieve.library.worlds import shelf
from makebelieve.library.worlds.repository import Document, World

router = APIRouter(route_class=GuardedRoute, tags=["worlds"])


class PublicWorld(BaseModel):
    id: str = Field(examples=[WORLD_ID])
    slug: str = Field(examples=["the-glass-harbour-4k2x9p"])
    name: str = Field(examples=["The Glass Harbour"])
    description: str | None = Field(examples=["A keeper, a lamp, a brother under the ice."])
    cover: str | None = Field(examples=[None])
    created_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])
    play_url: str = Field(examples=["http://127.0.0.1:8000/worlds/the-glass-harbour-4k2x9p"])


class PublicWorlds(BaseModel):
    worlds: list[PublicWorld]
    nextCursor: str | None = Field(description="Give it as `cursor` for the next page; null on the last.", examples=[None])  # noqa: N815


@router.get(
    "/v1/gallery/worlds", response_model=PublicWorlds, responses=refusals(422, 429), summary="Everybody's public worlds, newest first"
)
async def public_worlds(
    request: Request,
    limit: Limit = 20,
    cursor: Annotated[str | None, Query(max_length=80, description="`nextCursor` of the page before.")] = None,
) -> PublicWorlds:
    """Without a credential: who set a world's `visibility` to public wants it seen. Owners are not named."""
    services = services_of(request)
    before = shelf.place_of(cursor) if cursor is not None else None
    found = await services.threads.read(lambda unit: unit.worlds.public(before, limit + 1))
    return PublicWorlds(
        worlds=[_shown(services, world) for world in found[:limit]],
        nextCursor=shelf.cursor_of(found[limit - 1]) if len(found) > limit else None,
    )


def _shown(services: Services, world: World) -> PublicWorld:
    about = item(services, world)
    return PublicWorld(
        id=world.id,
        slug=world.slug,
        name=world.name,
        description=world.description,
        cover=about.cover,
        created_at=about.created_at,
        play_url=f"{services.settings.base_url}/worlds/{world.slug}",
    )


@router.get(
    "/v1/worlds/{world_id}/picture",
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {"schema": {"type": "string", "examples": ["<svg …"]}}}}, **refusals(401, 403, 404, 429)},
    summary="The graph as a picture",
)
async def graph_picture(request: Request, world_id: WorldId) -> Response:
    """An SVG: places in columns by their distance from the entrance, endings green or red, the shortest way to win marked and listed."""
    services = services_of(request)
    caller = caller_of(request)
    _, document = await services.threads.read(lambda unit: shelf.opened(unit, caller, world_id))
    return await picture_answer(request, services, document)


async def picture_answer(request: Request, services: Services, document: Document) -> Response:
    """The SVG of a world's graph, to be asked for again when it may have changed."""
    drawn = (await services.threads.run(lambda: maker.picture(document))).encode()
    file = WebFile(drawn, "image/svg+xml", hashlib.sha256(drawn).hexdigest()[:32])
    answer = file_answer(file, "private, no-cache", request)
    answer.headers.update(SHOWN)
    return answer
