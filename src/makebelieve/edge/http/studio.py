"""Generations, sprites, animations, projects and tiles of the studio family."""

from __future__ import annotations

import secrets
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query, Request, Response

from makebelieve.edge.http import studio_schemas as shapes
from makebelieve.edge.http.browsers import SHOWN
from makebelieve.edge.http.generate import Once, wait_for
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.jobs.batch import Draft
from makebelieve.jobs.executor import problem_of
from makebelieve.jobs.queue import Job
from makebelieve.kit.clock import iso
from makebelieve.kit.errors import Problem, invalid
from makebelieve.library import shelf, uploads
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.standing import Standing, standings
from makebelieve.library.studio import ordering
from makebelieve.library.studio.repository import Creation, Kind
from makebelieve.outbound.addresses import Blocked
from makebelieve.webhooks.endpoints import check_url

router = APIRouter(route_class=GuardedRoute, tags=["studio"])
GenerationId = Annotated[str, Path(max_length=64, examples=[shapes.GEN])]
SpriteId = Annotated[str, Path(max_length=64, examples=[shapes.SPR])]
AnimationId = Annotated[str, Path(max_length=64, examples=[shapes.ANIM])]
ProjectId = Annotated[str, Path(max_length=64, examples=[shapes.PRJ])]
TileId = Annotated[str, Path(max_length=64, examples=[shapes.TILE])]
Engine = Annotated[str, Path(max_length=20, description="godot, unity, gamemaker, phaser, rpgmaker-mz or aseprite", examples=["godot"])]
Page = Annotated[int, Query(ge=1, le=shelf.DEEPEST)]
Limit = Annotated[int, Query(ge=1, le=100)]
FRAMES: Final = {"idle": 4, "walk": 8, "run": 8, "attack": 6, "jump": 6, "death": 6, "hurt": 3, "custom": 8}
MAKING: Final = refusals(400, 401, 402, 403, 404, 409, 413, 422, 429)
READING: Final = refusals(400, 401, 403, 404, 429)
ZIP: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {"application/zip": {"schema": {"type": "string", "format": "binary"}, "example": "PK…"}}, "description": "A ZIP."}
}
GIF: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "content": {"image/gif": {"schema": {"type": "string", "format": "binary"}, "example": "GIF89a…"}},
        "description": "An animated GIF.",
    }
}


def _url(services: Services, name: str | None) -> str | None:
    return None if name is None else uploads.address(services.settings.base_url, name)


def _check_addresses(services: Services, webhook: str | None, reference: str | None = None) -> None:
    if webhook is not None:
        check_url(services.guard, webhook, "webhookUrl", only_https=False)
    if reference is not None:
        try:
            services.guard.check(reference)
        except Blocked as blocked:
            raise invalid("referenceImageUrl", str(blocked)) from blocked


def _window(page: int, limit: int) -> int:
    if page * limit > shelf.DEEPEST:
        raise invalid("page", f"pages end at row {shelf.DEEPEST}")
    return (page - 1) * limit


def _wish(body: shapes.ChainRequest | shapes.AnimationRequest, view: str | None) -> dict[str, Any]:
    if body.type == "custom" and not (body.customDescription or "").strip():
        raise invalid("customDescription", "says what a custom animation shows; it must be given")
    wish = body.model_dump(exclude={"webhookUrl", "locomotionType"})
    wish["direction"] = body.direction or ("down-right" if view == "isometric" else "down")
    wish["frameCount"] = body.frameCount or FRAMES[body.type]
    return wish


def _generation_draft(services: Services, body: shapes.GenerationRequest, *, batch: bool) -> Draft[Any]:
    _check_addresses(services, body.webhookUrl, body.referenceImageUrl)
    chain = [*([body.chainAnimation] if body.chainAnimation else []), *body.chainAnimations]
    if chain and body.projectId is None:
        raise invalid("projectId", "must be given when animations are chained")
    if chain and (body.packItems or body.type == "environment"):
        raise invalid("chainAnimations", "cannot be chained to packs and environments")
    if body.type == "pack" and not body.packItems:
        raise invalid("packItems", "must be given for type pack: 1 to 8 items")
    seed = body.seed if body.seed is not None else secrets.randbelow(2**31)
    base_url = services.settings.base_url

    def draft(unit: LibraryUnit, caller: Any, now: float) -> Job:
        style = ordering.locked(unit, caller, body.projectId)
        asked = {
            "prompt": body.prompt,
            "type": "pack" if body.packItems else body.type,
            "reference": body.referenceImageUrl,
            "variants": 1 if chain else body.variantCount,
            "resolution": body.resolution or style.get("resolution") or "64x64",
            "pixelPerfect": body.pixelPerfect,
            "noBase": body.noBase,
            "skipBgRemoval": body.skipBgRemoval,
            "items": body.packItems,
            "chain": [_wish(one, style.get("viewAngle")) for one in chain],
            "style": style,
            "seed": seed,
        }
        return ordering.order(
            unit,
            caller,
            now,
            "generation",
            asked,
            ordering.work_of(asked),
            parent=body.projectId,
            name=body.prompt,
            base_url=base_url,
            webhook_url=body.webhookUrl,
            batch=batch,
        )

    return draft


def _animation_draft(services: Services, sprite_id: str, body: shapes.AnimationRequest, *, batch: bool) -> Draft[Any]:
    _check_addresses(services, body.webhookUrl)
    base_url = services.settings.base_url
    moved = {"biped": "humanoid_biped", "quadruped": "quadruped"}.get(body.locomotionType or "")

    def draft(unit: LibraryUnit, caller: Any, now: float) -> Job:
        sprite = ordering.owned(unit, caller, "sprite", sprite_id)
        if not sprite.asked["spec"]:
            raise invalid("type", "the sprite is a scene; only beings and things are animated")
        style = {**sprite.asked["style"], **ordering.locked(unit, caller, sprite.parent)}
        generation = unit.creations.creation(sprite.asked["generation"])
        size = generation.asked["resolution"] if generation is not None else style.get("resolution") or "64x64"
        asked = {**_wish(body, style.get("viewAngle")), "spec": sprite.asked["spec"], "style": style, "resolution": size}
        asked["archetype"] = body.archetype or moved
        return ordering.order(
            unit,
            caller,
            now,
            "animation",
            asked,
            {"animation": 1},
            parent=sprite.id,
            name=body.type,
            base_url=base_url,
            webhook_url=body.webhookUrl,
            batch=batch,
        )

    return draft


def _tile_draft(services: Services, body: shapes.TileRequest, *, batch: bool) -> Draft[Any]:
    _check_addresses(services, body.webhookUrl)
    seed = body.seed if body.seed is not None else secrets.randbelow(2**31)
    asked = {"prompt": body.prompt, "projection": body.projectionType, "collision": body.collision, "seed": seed}
    label = body.tileLabel or body.prompt[:100]
    base_url = services.settings.base_url
    return lambda unit, caller, now: ordering.order(
        unit, caller, now, "tile", asked, {"tile": 1}, name=label, base_url=base_url, webhook_url=body.webhookUrl, batch=batch
    )


def draft_generation(services: Services, body: dict[str, Any]) -> Draft[Any]:
    """An item of a batch. Raises ValidationError and 422 Problems, as the next two do."""
    return _generation_draft(services, shapes.GenerationRequest.model_validate(body), batch=True)


def draft_tile(services: Services, body: dict[str, Any]) -> Draft[Any]:
    return _tile_draft(services, shapes.TileRequest.model_validate(body), batch=True)


def draft_animation(services: Services, body: dict[str, Any], sprite_id: str) -> Draft[Any]:
    return _animation_draft(services, sprite_id, shapes.AnimationRequest.model_validate(body), batch=True)


async def _ordered(request: Request, response: Response, draft: Draft[Any], path: str) -> tuple[Creation, Standing]:
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    job = await services.threads.order(lambda unit: draft(unit, caller, now))
    services.bell.ring()
    response.headers["Location"] = f"{path}/{job.target}"

    def find(unit: LibraryUnit) -> tuple[Creation, Standing]:
        found = unit.creations.creation(job.target)
        if found is None:
            raise Problem(404, "not_found", "it was deleted meanwhile")
        return found, standings(unit, [(found.completed_at, found.job)])[0]

    return await services.threads.read(find)


async def _owned(request: Request, kind: Kind, creation_id: str) -> tuple[Creation, Standing]:
    services = services_of(request)
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> tuple[Creation, Standing]:
        found = ordering.owned(unit, caller, kind, creation_id)
        return found, standings(unit, [(found.completed_at, found.job)])[0]

    return await services.threads.read(find)


async def _listed(
    request: Request, kind: Kind, page: int, limit: int, parent: tuple[Kind, str] | None = None
) -> tuple[list[tuple[Creation, Standing]], int]:
    services = services_of(request)
    caller = caller_of(request)
    offset = _window(page, limit)

    def find(unit: LibraryUnit) -> tuple[list[tuple[Creation, Standing]], int]:
        under = ordering.owned(unit, caller, *parent).id if parent is not None else None
        owner = caller.subject or ""
        found = unit.creations.list_of(kind, limit, offset, owner=owner, parent=under)
        stands = standings(unit, [(one.completed_at, one.job) for one in found])
        return list(zip(found, stands, strict=True)), unit.creations.count_of(kind, owner=owner, parent=under)

    return await services.threads.read(find)


async def _removed(request: Request, kind: Kind, creation_id: str) -> Response:
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    names, closed = await services.threads.write(lambda unit: ordering.remove(unit, ordering.owned(unit, caller, kind, creation_id), now))
    services.notices.publish_cancelled(*closed)
    await services.threads.run(lambda: uploads.remove(services.blobs, names))
    return Response(status_code=204)


def _animation(services: Services, found: Creation, stands: Standing) -> shapes.AnimationAnswer:
    return shapes.AnimationAnswer(
        id=found.id,
        spriteId=found.parent,
        status=stands.status,
        type=found.asked["type"],
        spriteSheetUrl=_url(services, found.files.get("sheet")),
        manifestUrl=_url(services, found.files.get("manifest")),
        frameCount=found.asked["frameCount"],
        fps=found.asked["fps"],
        direction=found.asked["direction"],
        error=stands.error,
        createdAt=iso(found.created_at),
        completedAt=stands.completed_at,
    )


def _generation(services: Services, found: Creation, stands: Standing, chained: list[Creation] | None = None) -> shapes.GenerationAnswer:
    pictures = found.made.get("pictures", [])
    packed = [one for one in pictures if "cell" in one]
    return shapes.GenerationAnswer(
        id=found.id,
        status=stands.status,
        prompt=found.asked["prompt"],
        type=found.asked["type"],
        projectId=found.parent,
        resultUrls=[uploads.address(services.settings.base_url, name) for name in found.made.get("results", [])],
        items=[{"name": one["prompt"], "imageUrl": _url(services, one["file"]), **one["cell"]} for one in packed],
        spriteId=found.made.get("sprite"),
        animations=[_animation(services, one, Standing("completed", None, stands.completed_at)) for one in chained or []],
        seed=found.asked["seed"],
        unmatched=pictures[0]["spec"].get("unmatched", []) if pictures else [],
        error=stands.error,
        createdAt=iso(found.created_at),
        completedAt=stands.completed_at,
    )


def _sprite(services: Services, found: Creation) -> shapes.SpriteAnswer:
    image = uploads.address(services.settings.base_url, found.asked["image"])
    return shapes.SpriteAnswer(id=found.id, name=found.name, projectId=found.parent, imageUrl=image, createdAt=iso(found.created_at))


def _tile(services: Services, found: Creation, stands: Standing) -> shapes.TileAnswer:
    return shapes.TileAnswer(
        id=found.id,
        status=stands.status,
        label=found.name,
        imageUrl=_url(services, found.files.get("")),
        collision=found.asked["collision"],
        projectionType=found.asked["projection"],
        error=stands.error,
        createdAt=iso(found.created_at),
        completedAt=stands.completed_at,
    )


@router.post("/v1/generations", response_model=shapes.GenerationAnswer, status_code=202, responses=MAKING, summary="Sprites from words")
async def create_generation(
    request: Request, response: Response, body: shapes.GenerationRequest, once: Once = None
) -> shapes.GenerationAnswer:
    """A credit for each variant, item of a pack and chained animation, given back when it fails. Poll it, or give a `webhookUrl`."""
    draft = _generation_draft(services_of(request), body, batch=False)
    return _generation(services_of(request), *await _ordered(request, response, draft, "/v1/generations"))


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
    answer = _sprite(services, kept)
    return shapes.SelectAnswer(spriteId=kept.id, projectId=kept.parent, imageUrl=answer.imageUrl)


@router.get("/v1/generations", response_model=shapes.GenerationList, responses=READING, summary="One's generations, newest first")
async def list_generations(request: Request, page: Page = 1, limit: Limit = 20) -> shapes.GenerationList:
    """Without chained animations."""
    rows, total = await _listed(request, "generation", page, limit)
    data = [_generation(services_of(request), *row) for row in rows]
    return shapes.GenerationList(data=data, total=total, page=page, limit=limit)


@router.get("/v1/generations/{generation_id}", response_model=shapes.GenerationAnswer, responses=READING, summary="How a generation stands")
async def read_generation(request: Request, generation_id: GenerationId) -> shapes.GenerationAnswer:
    services = services_of(request)
    found, stands = await _owned(request, "generation", generation_id)
    ids = found.made.get("animations", [])
    chained = await services.threads.read(lambda unit: [unit.creations.creation(one) for one in ids]) if ids else []
    return _generation(services, found, stands, [one for one in chained if one is not None])


@router.get("/v1/sprites", response_model=shapes.SpriteList, responses=READING, summary="One's sprites, newest first")
async def list_sprites(
    request: Request,
    page: Page = 1,
    limit: Limit = 20,
    project: Annotated[str | None, Query(alias="projectId", max_length=64, description="Only those of it.")] = None,
) -> shapes.SpriteList:
    rows, total = await _listed(request, "sprite", page, limit, ("project", project) if project is not None else None)
    data = [_sprite(services_of(request), found) for found, _ in rows]
    return shapes.SpriteList(data=data, total=total, page=page, limit=limit)


@router.get("/v1/sprites/{sprite_id}", response_model=shapes.SpriteAnswer, responses=READING, summary="One sprite")
async def read_sprite(request: Request, sprite_id: SpriteId) -> shapes.SpriteAnswer:
    return _sprite(services_of(request), (await _owned(request, "sprite", sprite_id))[0])


@router.patch("/v1/sprites/{sprite_id}", response_model=shapes.SpriteAnswer, responses=MAKING, summary="Rename a sprite")
async def rename_sprite(request: Request, sprite_id: SpriteId, body: shapes.SpriteChange) -> shapes.SpriteAnswer:
    services = services_of(request)
    caller = caller_of(request)
    changed = await services.threads.write(
        lambda unit: ordering.change(unit, ordering.owned(unit, caller, "sprite", sprite_id), body.name, {})
    )
    return _sprite(services, changed)


@router.delete("/v1/sprites/{sprite_id}", status_code=204, responses=READING, summary="Remove a sprite and its animations")
async def delete_sprite(request: Request, sprite_id: SpriteId) -> Response:
    return await _removed(request, "sprite", sprite_id)


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
    draft = _animation_draft(services_of(request), sprite_id, body, batch=False)
    return _animation(services_of(request), *await _ordered(request, response, draft, "/v1/animations"))


@router.get(
    "/v1/sprites/{sprite_id}/animations",
    response_model=shapes.AnimationList,
    responses=READING,
    summary="A sprite's animations, newest first",
)
async def list_animations(request: Request, sprite_id: SpriteId, page: Page = 1, limit: Limit = 20) -> shapes.AnimationList:
    rows, total = await _listed(request, "animation", page, limit, ("sprite", sprite_id))
    return shapes.AnimationList(data=[_animation(services_of(request), *row) for row in rows], total=total, page=page, limit=limit)


@router.get("/v1/animations/{animation_id}", response_model=shapes.AnimationAnswer, responses=READING, summary="How an animation stands")
async def read_animation(request: Request, animation_id: AnimationId) -> shapes.AnimationAnswer:
    return _animation(services_of(request), *await _owned(request, "animation", animation_id))


async def _finished(request: Request, animation_id: str) -> Creation:
    found, stands = await _owned(request, "animation", animation_id)
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
    return _animation(services, *await _owned(request, "animation", job.target))


@router.delete("/v1/animations/{animation_id}", status_code=204, responses=READING, summary="Remove an animation")
async def delete_animation(request: Request, animation_id: AnimationId) -> Response:
    """Processed copies of it stay. One that is being made is ended and charged nothing."""
    return await _removed(request, "animation", animation_id)
