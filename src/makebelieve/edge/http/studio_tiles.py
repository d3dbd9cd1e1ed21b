"""Tiles, tile packs, and packages for game engines."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import Annotated

import orjson
from fastapi import APIRouter, Path, Request, Response

from makebelieve.edge.http import studio_schemas as shapes
from makebelieve.edge.http.browsers import SHOWN
from makebelieve.edge.http.generate import Once
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import services_of
from makebelieve.edge.http.studio_answers import MAKING, READING, ZIP, Engine, Limit, Page, ProjectId, SpriteId, TileId, tile_answer
from makebelieve.edge.http.studio_orders import listed, ordered, owned, tile_draft
from makebelieve.kit.errors import Problem, invalid
from makebelieve.library import uploads
from makebelieve.library.repository import BlobStore, LibraryUnit
from makebelieve.library.studio import ordering
from makebelieve.library.studio.repository import Creation

router = APIRouter(route_class=GuardedRoute, tags=["studio"])
pictures = APIRouter(tags=["studio"])


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower())


@lru_cache(maxsize=1)
def _built_in() -> dict[str, tuple[str, dict[str, str]]]:
    """Slug of a pack -> its name, and slug of a tile -> its material."""
    from makebelieve.art import PACKS

    return {_slug(name): (name, {_slug(one): one for one in materials}) for name, materials in PACKS.items()}


@lru_cache(maxsize=128)
def _built_in_png(material: str) -> bytes:
    from makebelieve.art import tile
    from makebelieve.art.sheets import png_bytes

    return png_bytes(tile(material).image)


@router.post("/v1/tile-packs/generate", response_model=shapes.TileAnswer, status_code=202, responses=MAKING, summary="An isometric tile")
async def create_tile(request: Request, response: Response, body: shapes.TileRequest, once: Once = None) -> shapes.TileAnswer:
    """130 x 230 px; one credit, given back when it fails."""
    draft = tile_draft(services_of(request), body, batch=False)
    return tile_answer(services_of(request), *await ordered(request, response, draft, "/v1/tile-packs/tiles"))


@router.get("/v1/tile-packs/tiles/{tile_id}", response_model=shapes.TileAnswer, responses=READING, summary="How a tile stands")
async def read_tile(request: Request, tile_id: TileId) -> shapes.TileAnswer:
    return tile_answer(services_of(request), *await owned(request, "tile", tile_id))


@router.get("/v1/tile-packs", response_model=list[shapes.PackAnswer], responses=READING, summary="Built-in packs, and one's own tiles")
async def list_packs(request: Request, page: Page = 1, limit: Limit = 100) -> list[shapes.PackAnswer]:
    """Built-in packs are free. The last pack holds the account's own tiles, `page` by `page`; it is absent where there are none."""
    services = services_of(request)
    base = services.settings.base_url
    packs = [
        shapes.PackAnswer(
            id=f"pack_builtin_{pack}",
            name=name,
            isBuiltIn=True,
            tiles=[
                shapes.PackTile(id=f"tile_builtin_{pack}_{slug}", label=material.title(), imageUrl=f"{base}/public/tiles/{pack}/{slug}.png")
                for slug, material in tiles.items()
            ],
        )
        for pack, (name, tiles) in (await services.threads.run(_built_in)).items()
    ]
    rows, _ = await listed(request, "tile", page, limit)
    own = [
        shapes.PackTile(id=one.id, label=one.name, imageUrl=uploads.address(base, one.files[""]))
        for one, stands in rows
        if stands.status == "completed"
    ]
    if own:
        packs.append(shapes.PackAnswer(id="pack_own", name="My tiles", isBuiltIn=False, tiles=own))
    return packs


@pictures.api_route("/public/tiles/{pack}/{name}.png", methods=["GET", "HEAD"], include_in_schema=False)
async def built_in_tile(request: Request, pack: Annotated[str, Path(max_length=40)], name: Annotated[str, Path(max_length=40)]) -> Response:
    """A tile of a built-in pack, drawn when first asked for."""
    services = services_of(request)
    material = (await services.threads.run(_built_in)).get(pack, ("", {}))[1].get(name)
    if material is None:
        raise Problem(404, "not_found", "there is no such tile")
    png = await services.threads.run(lambda: _built_in_png(material))
    return Response(
        png, media_type="image/png", headers={**SHOWN, "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=86400"}
    )


def _packed(blobs: BlobStore, sprites: list[tuple[Creation, list[Creation]]], engine: str) -> bytes:
    from PIL import Image

    from makebelieve import art
    from makebelieve.art.quality import check

    if engine not in art.TARGETS:
        raise invalid("engine", f"{engine!r} is none of them", art.TARGETS)

    def read(name: str) -> bytes:
        return blobs.get(uploads.key_of(name) or "")

    assets: dict[str, art.Picture | art.Sheet] = {}
    for number, (sprite, animations) in enumerate(sprites):
        called = f"{re.sub(r'[^A-Za-z0-9]+', '_', sprite.name).strip('_')[:30] or 'sprite'}_{number + 1}"
        called = called if called[0].isalpha() else f"s_{called}"
        image = Image.open(io.BytesIO(read(sprite.asked["image"]))).convert("RGBA")
        assets[called] = art.Picture(image, None, check(image), (image.width // 2, image.height))
        for index, one in enumerate(animations):
            sheet = Image.open(io.BytesIO(read(one.files["sheet"])))
            assets[f"{called}_{one.asked['type']}_{index + 1}"] = art.read_sheet(sheet, orjson.loads(read(one.files["manifest"])))
    if not 1 <= len(assets) <= 256:
        raise Problem(409, "not_packable", f"{len(assets)} pictures and sheets; a package has 1 to 256")
    return art.package(assets, engine)


def _animations(unit: LibraryUnit, sprite: Creation) -> list[Creation]:
    return [
        one for one in unit.creations.list_of("animation", 100, 0, owner=sprite.owner, parent=sprite.id) if one.completed_at is not None
    ]


def _zip(data: bytes, name: str) -> Response:
    return Response(data, media_type="application/zip", headers={"Content-Disposition": f'attachment; filename="{name}.zip"'})


@router.get(
    "/v1/sprites/{sprite_id}/packages/{engine}",
    response_class=Response,
    responses={**ZIP, **refusals(400, 401, 403, 404, 409, 429)},
    summary="A sprite and its animations for a game engine",
)
async def sprite_package(request: Request, sprite_id: SpriteId, engine: Engine) -> Response:
    services = services_of(request)
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> list[tuple[Creation, list[Creation]]]:
        sprite = ordering.owned(unit, caller, "sprite", sprite_id)
        return [(sprite, _animations(unit, sprite))]

    found = await services.threads.read(find)
    return _zip(await services.threads.run(lambda: _packed(services.blobs, found, engine)), f"{sprite_id}-{engine}")


@router.get(
    "/v1/projects/{project_id}/packages/{engine}",
    response_class=Response,
    responses={**ZIP, **refusals(400, 401, 403, 404, 409, 429)},
    summary="A project for a game engine",
)
async def project_package(request: Request, project_id: ProjectId, engine: Engine) -> Response:
    services = services_of(request)
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> list[tuple[Creation, list[Creation]]]:
        project = ordering.owned(unit, caller, "project", project_id)
        sprites = unit.creations.list_of("sprite", 257, 0, owner=project.owner, parent=project.id)
        return [(sprite, _animations(unit, sprite)) for sprite in sprites]

    found = await services.threads.read(find)
    return _zip(await services.threads.run(lambda: _packed(services.blobs, found, engine)), f"{project_id}-{engine}")


router.routes.extend(pictures.routes)
