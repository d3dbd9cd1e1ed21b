"""Projects of the studio family: one look for everything that is made in them."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from makebelieve.edge.http import studio_schemas as shapes
from makebelieve.edge.http.generate import Once
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.services import services_of
from makebelieve.edge.http.studio_answers import MAKING, READING, Limit, Page, ProjectId, sprite_answer
from makebelieve.edge.http.studio_orders import listed, owned, removed
from makebelieve.kit.clock import iso
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.studio import ordering
from makebelieve.library.studio.repository import Creation

router = APIRouter(route_class=GuardedRoute, tags=["studio"])


def _project(found: Creation, count: int) -> dict[str, Any]:
    lock = found.asked
    return {
        **{name: lock.get(name) for name in ("description", *ordering.LOCK)},
        "id": found.id,
        "name": found.name,
        "artStyle": lock.get("artStyle") or "pixel",
        "resolution": lock.get("resolution") or "64x64",
        "spriteCount": count,
        "createdAt": iso(found.created_at),
    }


def _lock_of(body: shapes.ProjectRequest | shapes.ProjectChange, *, only_set: bool) -> dict[str, Any]:
    lock = body.model_dump(exclude={"name"}, exclude_unset=only_set)
    # Numba and the tables of art: loaded where somebody locks a palette or a light.
    if body.palette is not None:
        from makebelieve.art.palettes import chosen

        chosen(body.palette)
    if body.light is not None:
        from makebelieve.art.light import light_of

        light = light_of(lock["light"])
        lock["light"] = None if light is None else light.as_dict()
    return lock


@router.post(
    "/v1/projects",
    response_model=shapes.ProjectAnswer,
    status_code=201,
    responses=MAKING,
    summary="A project with one look",
)
async def create_project(request: Request, response: Response, body: shapes.ProjectRequest, once: Once = None) -> shapes.ProjectAnswer:
    """What is made in it has its style, resolution, view, palette, outline, light and art direction."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    lock = await services.threads.run(lambda: _lock_of(body, only_set=False))
    kept = await services.threads.write(lambda unit: ordering.keep(unit, caller, now, "project", body.name, lock))
    response.headers["Location"] = f"/v1/projects/{kept.id}"
    return shapes.ProjectAnswer(**_project(kept, 0))


@router.get("/v1/projects", response_model=list[shapes.ProjectAnswer], responses=READING, summary="One's projects, newest first")
async def list_projects(request: Request, page: Page = 1, limit: Limit = 100) -> list[shapes.ProjectAnswer]:
    rows, _ = await listed(request, "project", page, limit)
    found = [one for one, _ in rows]
    counts = await services_of(request).threads.read(
        lambda unit: [unit.creations.count_of("sprite", owner=one.owner, parent=one.id) for one in found]
    )
    return [shapes.ProjectAnswer(**_project(one, count)) for one, count in zip(found, counts, strict=True)]


@router.get("/v1/projects/{project_id}", response_model=shapes.ProjectWithSprites, responses=READING, summary="A project with its sprites")
async def read_project(request: Request, project_id: ProjectId) -> shapes.ProjectWithSprites:
    found, _ = await owned(request, "project", project_id)
    rows, total = await listed(request, "sprite", 1, 100, ("project", project_id))
    sprites = [sprite_answer(services_of(request), one) for one, _ in rows]
    return shapes.ProjectWithSprites(**_project(found, total), sprites=sprites)


@router.patch("/v1/projects/{project_id}", response_model=shapes.ProjectAnswer, responses=MAKING, summary="Change a project")
async def change_project(request: Request, project_id: ProjectId, body: shapes.ProjectChange) -> shapes.ProjectAnswer:
    """What was made before stays as it is."""
    services = services_of(request)
    caller = caller_of(request)
    lock = await services.threads.run(lambda: _lock_of(body, only_set=True))

    def work(unit: LibraryUnit) -> tuple[Creation, int]:
        changed = ordering.change(unit, ordering.owned(unit, caller, "project", project_id), body.name, lock)
        return changed, unit.creations.count_of("sprite", owner=changed.owner, parent=changed.id)

    return shapes.ProjectAnswer(**_project(*await services.threads.write(work)))


@router.delete("/v1/projects/{project_id}", status_code=204, responses=READING, summary="Remove a project with everything made in it")
async def delete_project(request: Request, project_id: ProjectId) -> Response:
    return await removed(request, "project", project_id)
