"""From requests of the studio family to jobs, and what every call on a thing of it does: find, list, remove."""

from __future__ import annotations

import secrets
from typing import Any, Final

from fastapi import Request, Response

from makebelieve.edge.http import studio_schemas as shapes
from makebelieve.edge.http.guard import caller_of
from makebelieve.edge.http.services import Services, services_of
from makebelieve.jobs.batch import Draft
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem, invalid
from makebelieve.library import shelf, uploads
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.standing import Standing, standings
from makebelieve.library.studio import ordering
from makebelieve.library.studio.repository import Creation, Kind
from makebelieve.outbound.addresses import Blocked
from makebelieve.webhooks.endpoints import check_url

FRAMES: Final = {"idle": 4, "walk": 8, "run": 8, "attack": 6, "jump": 6, "death": 6, "hurt": 3, "custom": 8}
"""Frames of a clip where nobody says how many."""


def check_addresses(services: Services, webhook: str | None, reference: str | None = None) -> None:
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


def _direction(body: shapes.ChainRequest | shapes.AnimationRequest, view: str | None) -> str:
    return body.direction or ("down-right" if view == "isometric" else "down")


def _wish(body: shapes.ChainRequest | shapes.AnimationRequest, view: str | None) -> dict[str, Any]:
    if body.type == "custom" and not (body.customDescription or "").strip():
        raise invalid("customDescription", "says what a custom animation shows; it must be given")
    wish = body.model_dump(exclude={"webhookUrl", "locomotionType"})
    wish["direction"] = _direction(body, view)
    wish["frameCount"] = body.frameCount or FRAMES[body.type]
    return wish


def _asks_of_the_body(wish: dict[str, Any]) -> bool:
    """Whether the tables of art have to say if the body can do it; they are slow to load, so only then."""
    return wish["type"] == "custom" or any(wish.get(name) for name in ("weaponType", "weaponHand", "hasShield"))


def _load_bodies() -> None:
    """Before a transaction begins, not in it."""
    import makebelieve.library.studio.bodies  # noqa: F401


def generation_draft(services: Services, body: shapes.GenerationRequest, *, batch: bool) -> Draft[Any]:
    check_addresses(services, body.webhookUrl, body.referenceImageUrl)
    chain = [*([body.chainAnimation] if body.chainAnimation else []), *body.chainAnimations]
    if chain and body.projectId is None:
        raise invalid("projectId", "must be given when animations are chained")
    if chain and (body.packItems or body.type == "environment"):
        raise invalid("chainAnimations", "cannot be chained to packs and environments")
    if body.type == "pack" and not body.packItems:
        raise invalid("packItems", "must be given for type pack: 1 to 8 items")
    seed = body.seed if body.seed is not None else secrets.randbelow(2**31)
    base_url = services.settings.base_url
    custom = [one for one in chain if one.type == "custom"]
    if custom:
        _load_bodies()

    def draft(unit: LibraryUnit, caller: Any, now: float) -> Job:
        style = ordering.locked(unit, caller, body.projectId)
        if custom:
            from makebelieve.library.studio import bodies

            spec = bodies.subject(body.prompt, style, body.type, seed).model_dump()
            for one in custom:
                bodies.check(spec, _wish(one, None))
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
            "embedded": body.provider is not None,
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


def _reference_of(sprite: Creation, generation: Creation | None) -> str | None:
    """The file of the picture that steers a sprite's animations: its reference, or itself where it was drawn outside."""
    if "maker" in sprite.asked:
        return str(sprite.asked["image"])
    return generation.files.get("reference") if generation is not None else None


def animation_draft(services: Services, sprite_id: str, body: shapes.AnimationRequest, *, batch: bool) -> Draft[Any]:
    check_addresses(services, body.webhookUrl)
    base_url = services.settings.base_url
    moved = {"biped": "humanoid_biped", "quadruped": "quadruped"}.get(body.locomotionType or "")
    wish = {**_wish(body, None), "archetype": body.archetype or moved}
    demanding = _asks_of_the_body(wish)
    if demanding:
        _load_bodies()

    def draft(unit: LibraryUnit, caller: Any, now: float) -> Job:
        sprite = ordering.owned(unit, caller, "sprite", sprite_id)
        if not sprite.asked["spec"]:
            raise invalid("type", "the sprite is a scene; only beings and things are animated")
        # the sprite's own look, also where its project has changed since: the two belong together
        style = sprite.asked["style"]
        generation = unit.creations.creation(sprite.asked["generation"])
        drawn = generation.asked if generation is not None else {}
        asked = {
            **wish,
            "direction": _direction(body, style.get("viewAngle")),
            "spec": sprite.asked["spec"],
            "style": style,
            "resolution": drawn.get("resolution") or style.get("resolution") or "64x64",
            "pixelPerfect": drawn.get("pixelPerfect", "auto"),
            "reference": _reference_of(sprite, generation),
            "outside": "maker" in sprite.asked,
        }
        if demanding:
            from makebelieve.library.studio import bodies

            bodies.check(sprite.asked["spec"], asked)
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


def tile_draft(services: Services, body: shapes.TileRequest, *, batch: bool) -> Draft[Any]:
    check_addresses(services, body.webhookUrl)
    seed = body.seed if body.seed is not None else secrets.randbelow(2**31)
    wish = {"prompt": body.prompt, "projection": body.projectionType, "collision": body.collision, "seed": seed}
    label = body.tileLabel or body.prompt[:100]
    base_url = services.settings.base_url

    def draft(unit: LibraryUnit, caller: Any, now: float) -> Job:
        return ordering.order(
            unit,
            caller,
            now,
            "tile",
            {**wish, "style": ordering.locked(unit, caller, body.projectId)},
            {"tile": 1},
            parent=body.projectId,
            name=label,
            base_url=base_url,
            webhook_url=body.webhookUrl,
            batch=batch,
        )

    return draft


def draft_generation(services: Services, body: dict[str, Any]) -> Draft[Any]:
    """An item of a batch. Raises ValidationError and 422 Problems, as the next two do."""
    return generation_draft(services, shapes.GenerationRequest.model_validate(body), batch=True)


def draft_tile(services: Services, body: dict[str, Any]) -> Draft[Any]:
    return tile_draft(services, shapes.TileRequest.model_validate(body), batch=True)


def draft_animation(services: Services, body: dict[str, Any], sprite_id: str) -> Draft[Any]:
    return animation_draft(services, sprite_id, shapes.AnimationRequest.model_validate(body), batch=True)


async def ordered(request: Request, response: Response, draft: Draft[Any], path: str) -> tuple[Creation, Standing]:
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


async def owned(request: Request, kind: Kind, creation_id: str) -> tuple[Creation, Standing]:
    services = services_of(request)
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> tuple[Creation, Standing]:
        found = ordering.owned(unit, caller, kind, creation_id)
        return found, standings(unit, [(found.completed_at, found.job)])[0]

    return await services.threads.read(find)


async def listed(
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


async def removed(request: Request, kind: Kind, creation_id: str) -> Response:
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    names, closed = await services.threads.write(lambda unit: ordering.remove(unit, ordering.owned(unit, caller, kind, creation_id), now))
    services.notices.publish_cancelled(*closed)
    await services.threads.run(lambda: uploads.remove(services.blobs, names))
    return Response(status_code=204)
