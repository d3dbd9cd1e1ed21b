"""What the studio calls answer: documents made of creations, and the parameters and refusals the calls share."""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import Path, Query

from makebelieve.edge.http import studio_schemas as shapes
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import Services
from makebelieve.kit.clock import iso
from makebelieve.library import shelf, uploads
from makebelieve.library.standing import Standing
from makebelieve.library.studio.repository import Creation

GenerationId = Annotated[str, Path(max_length=64, examples=[shapes.GEN])]
SpriteId = Annotated[str, Path(max_length=64, examples=[shapes.SPR])]
AnimationId = Annotated[str, Path(max_length=64, examples=[shapes.ANIM])]
ProjectId = Annotated[str, Path(max_length=64, examples=[shapes.PRJ])]
TileId = Annotated[str, Path(max_length=64, examples=[shapes.TILE])]
Engine = Annotated[str, Path(max_length=20, description="godot, unity, gamemaker, phaser, rpgmaker-mz or aseprite", examples=["godot"])]
Page = Annotated[int, Query(ge=1, le=shelf.DEEPEST)]
Limit = Annotated[int, Query(ge=1, le=100)]
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


def url_of(services: Services, name: str | None) -> str | None:
    return None if name is None else uploads.address(services.settings.base_url, name)


def animation_answer(services: Services, found: Creation, stands: Standing) -> shapes.AnimationAnswer:
    return shapes.AnimationAnswer(
        id=found.id,
        spriteId=found.parent,
        status=stands.status,
        type=found.asked["type"],
        spriteSheetUrl=url_of(services, found.files.get("sheet")),
        manifestUrl=url_of(services, found.files.get("manifest")),
        frameCount=found.asked["frameCount"],
        fps=found.asked["fps"],
        direction=found.asked["direction"],
        error=stands.error,
        createdAt=iso(found.created_at),
        completedAt=stands.completed_at,
    )


def _parts(services: Services, found: Creation, ending: str) -> list[str]:
    """Addresses of the files of all results that are called so: "v1-drawing", "v2-drawing"."""
    names = (found.files.get(f"v{number}{ending}") for number in range(1, len(found.made.get("results", [])) + 1))
    return [uploads.address(services.settings.base_url, name) for name in names if name is not None]


def _words(pictures: list[dict[str, Any]], name: str) -> list[str]:
    """Of all pictures drawn here, each once."""
    return list(dict.fromkeys(word for one in pictures if "maker" not in one for word in one["spec"].get(name, [])))


def generation_answer(
    services: Services, found: Creation, stands: Standing, chained: list[Creation] | None = None
) -> shapes.GenerationAnswer:
    pictures = found.made.get("pictures", [])
    packed = [one for one in pictures if "cell" in one]
    return shapes.GenerationAnswer(
        id=found.id,
        status=stands.status,
        prompt=found.asked["prompt"],
        type=found.asked["type"],
        projectId=found.parent,
        resultUrls=[uploads.address(services.settings.base_url, name) for name in found.made.get("results", [])],
        svgUrls=_parts(services, found, "-drawing"),
        manifestUrls=_parts(services, found, "-manifest"),
        items=[{"name": one["prompt"], "imageUrl": url_of(services, one["file"]), **one["cell"]} for one in packed],
        spriteId=found.made.get("sprite"),
        animations=[animation_answer(services, one, Standing("completed", None, stands.completed_at)) for one in chained or []],
        seed=found.asked["seed"],
        provider=found.made.get("provider"),
        notes=_words(pictures, "notes"),
        unmatched=_words(pictures, "unmatched"),
        error=stands.error,
        createdAt=iso(found.created_at),
        completedAt=stands.completed_at,
    )


def sprite_answer(services: Services, found: Creation) -> shapes.SpriteAnswer:
    image = uploads.address(services.settings.base_url, found.asked["image"])
    return shapes.SpriteAnswer(id=found.id, name=found.name, projectId=found.parent, imageUrl=image, createdAt=iso(found.created_at))


def tile_answer(services: Services, found: Creation, stands: Standing) -> shapes.TileAnswer:
    return shapes.TileAnswer(
        id=found.id,
        projectId=found.parent,
        status=stands.status,
        label=found.name,
        imageUrl=url_of(services, found.files.get("")),
        collision=found.asked["collision"],
        projectionType=found.asked["projection"],
        notes=found.made.get("notes", []),
        unmatched=found.made.get("unmatched", []),
        error=stands.error,
        createdAt=iso(found.created_at),
        completedAt=stands.completed_at,
    )
