"""The shapes of requests and answers about projects, sprites, animations and tiles. Names are the studio family's."""

# ruff: noqa: N815 - the names of the wire
from __future__ import annotations

import re
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from makebelieve.edge.http.scalars import Flag, Whole
from makebelieve.edge.http.schemas import MadeBy
from makebelieve.language import tokenise
from makebelieve.library.standing import Status

GEN, SPR, PRJ, ANIM, TILE = (f"{prefix}_01k9zq4h7v8e5m2c3d6f7g8h9j" for prefix in ("gen", "spr", "prj", "anim", "tile"))
FILE: Final = "http://127.0.0.1:8000/public/uploads/"
TIME: Final = "2026-01-31T12:00:00.000Z"
Clip = Literal["walk", "run", "idle", "attack", "jump", "death", "hurt", "custom"]
Direction = Literal["right", "left", "up", "down", "up-right", "up-left", "down-right", "down-left", "all"]
Archetype = Literal["humanoid_biped", "quadruped", "winged", "amorphous", "serpentine"]


def _readable(value: str) -> str:
    if not any(word[0].isalnum() for word in map(str, tokenise(value))):
        raise PydanticCustomError("unreadable", "holds no words that can be read; write English words or emoji")
    return value


Prompt = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500), AfterValidator(_readable)]
Item = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), AfterValidator(_readable)]
Url = Annotated[str, StringConstraints(min_length=1, max_length=2048)]
Seed = Annotated[Whole, Field(ge=0, le=2**31 - 1, description="The same seed gives the same pixels; by chance without one.", examples=[7])]


def _resolution(value: str) -> str:
    found = re.fullmatch(r"([1-9][0-9]{0,2})x([1-9][0-9]{0,2})", value)
    if found is None or not all(8 <= int(side) <= 512 for side in found.groups()):
        raise PydanticCustomError("resolution", "must be WIDTHxHEIGHT in pixels, each 8 to 512, like 64x64")
    return value


Resolution = Annotated[
    str,
    AfterValidator(_resolution),
    WithJsonSchema({"type": "string", "pattern": r"^[1-9][0-9]{0,2}x[1-9][0-9]{0,2}$"}),
]


class Body(BaseModel):
    model_config = ConfigDict(extra="ignore")


class ChainRequest(Body):
    type: Clip = Field(examples=["walk"])
    frameCount: Whole | None = Field(default=None, ge=2, le=12, examples=[8])
    fps: Whole = Field(default=12, ge=4, le=60, examples=[12])
    direction: Direction | None = Field(default=None, examples=["down-right"])
    customDescription: str | None = Field(default=None, max_length=500, examples=[None])


class GenerationRequest(Body):
    prompt: Prompt = Field(examples=["a warrior knight in pixel art"])
    projectId: str | None = Field(default=None, max_length=64, examples=[None])
    type: Literal["sprite", "variation", "character", "item", "environment", "pack"] = Field(default="sprite", examples=["sprite"])
    referenceImageUrl: Url | None = Field(default=None, description="PNG, JPEG, WebP or GIF, at most 8 MB.", examples=[None])
    variantCount: Whole = Field(default=1, ge=1, le=3, description="1 when animations are chained.", examples=[1])
    resolution: Resolution | None = Field(default=None, description="WIDTHxHEIGHT, each 8 to 512.", examples=["64x64"])
    pixelPerfect: Literal["auto", "on", "off"] = Field(default="auto", examples=["auto"])
    noBase: Flag = Field(default=False, examples=[False])
    skipBgRemoval: Flag = Field(default=False, examples=[False])
    packItems: list[Item] = Field(default_factory=list, max_length=8, description="Drawn on one sheet.", examples=[[]])
    chainAnimation: ChainRequest | None = Field(default=None, description="Needs `projectId`.", examples=[None])
    chainAnimations: list[ChainRequest] = Field(default_factory=list, max_length=8, examples=[[]])
    seed: Seed | None = None
    provider: Literal["embedded"] | None = Field(
        default=None, description="`embedded`: drawn here, even where the operator has configured a model outside.", examples=[None]
    )
    webhookUrl: Url | None = Field(default=None, examples=[None])


class SelectRequest(Body):
    generationId: str = Field(max_length=64, examples=[GEN])
    variationIndex: Whole = Field(ge=0, le=1000, description="From 0.", examples=[0])


class AnimationRequest(Body):
    type: Clip = Field(examples=["walk"])
    frameCount: Whole | None = Field(default=None, ge=2, le=12, description="By default 4 to 8, by type.", examples=[8])
    fps: Whole = Field(default=12, ge=4, le=60, examples=[12])
    customDescription: str | None = Field(default=None, max_length=500, description="Needed for `custom`.", examples=[None])
    archetype: Archetype | None = Field(default=None, examples=[None])
    weaponHand: Literal["left", "right", "both"] | None = Field(default=None, examples=[None])
    weaponType: Annotated[str, StringConstraints(min_length=1, max_length=40)] | None = Field(default=None, examples=[None])
    hasShield: Flag | None = Field(default=None, examples=[None])
    direction: Direction | None = Field(default=None, description="`all`: a row for each of the eight.", examples=["down"])
    normalizeSize: Flag = Field(default=False, examples=[False])
    locomotionType: Literal["auto", "biped", "quadruped"] | None = Field(default=None, description="Deprecated.", examples=[None])
    webhookUrl: Url | None = Field(default=None, examples=[None])


class ProcessRequest(Body):
    mode: Literal["stabilize", "tight", "aggressive"] = Field(examples=["tight"])


class LightAnswer(BaseModel):
    direction: str = Field(examples=["upper-right"])
    color: str | None = Field(description="#rrggbb; null: white.", examples=["#ffd8a0"])


class _Lock(Body):
    description: str | None = Field(default=None, max_length=1000, examples=["a dungeon crawler"])
    artStyle: Literal["pixel", "vector", "painterly"] | None = Field(default=None, examples=["pixel"])
    resolution: Resolution | None = Field(default=None, examples=["64x64"])
    viewAngle: Literal["side", "top-down", "isometric"] | None = Field(default=None, examples=["side"])
    palette: str | list[str] | None = Field(default=None, description="A name, or 2 to 64 #rrggbb.", examples=["pico-8"])
    artDirection: str | None = Field(default=None, max_length=300, description="Read with every prompt.", examples=["dark fantasy style"])
    outline: Literal["color", "black", "none"] | None = Field(default=None, examples=["black"])
    light: Annotated[str, StringConstraints(max_length=60)] | dict[str, str | None] | None = Field(
        default=None,
        description='"upper-right warm": direction, colour, or both; or {"direction": …, "color": …}. White from the upper left without.',
        examples=["upper-right warm"],
    )


class ProjectRequest(_Lock):
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] = Field(examples=["Dungeon"])


class ProjectChange(_Lock):
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] | None = Field(
        default=None, examples=["Dungeon"]
    )


class SpriteChange(Body):
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] = Field(examples=["Hero"])


class TileRequest(Body):
    prompt: Prompt = Field(examples=["mossy stone floor tile"])
    tileLabel: str | None = Field(default=None, max_length=100, examples=["Mossy Stone"])
    projectId: str | None = Field(
        default=None, max_length=64, description="A project whose style, palette and light it takes.", examples=[None]
    )
    collision: Flag = Field(default=False, examples=[False])
    projectionType: Literal["floor", "wall", "prop"] = Field(default="floor", examples=["floor"])
    seed: Seed | None = None
    webhookUrl: Url | None = Field(default=None, examples=[None])


class AnimationAnswer(BaseModel):
    id: str = Field(examples=[ANIM])
    spriteId: str | None = Field(examples=[SPR])
    status: Status = Field(examples=["completed"])
    type: str = Field(examples=["walk"])
    spriteSheetUrl: str | None = Field(examples=[f"{FILE}{ANIM}_sheet_0123456789abcdef.png"])
    manifestUrl: str | None = Field(description="Aseprite's JSON.", examples=[f"{FILE}{ANIM}_manifest_0123456789abcdef.json"])
    frameCount: int = Field(examples=[8])
    fps: int = Field(examples=[12])
    direction: str = Field(examples=["down"])
    error: str | None = Field(examples=[None])
    createdAt: str = Field(examples=[TIME])
    completedAt: str | None = Field(examples=[TIME])


class GenerationAnswer(BaseModel):
    id: str = Field(examples=[GEN])
    status: Status = Field(examples=["completed"])
    prompt: str = Field(examples=["a warrior knight in pixel art"])
    type: str = Field(examples=["sprite"])
    projectId: str | None = Field(examples=[None])
    resultUrls: list[str] = Field(examples=[[f"{FILE}{GEN}_v1_0123456789abcdef.png"]])
    svgUrls: list[str] = Field(description="In vector style, the drawings of `resultUrls`.", examples=[[]])
    manifestUrls: list[str] = Field(description="Of packs: where each item lies on the sheets, as JSON.", examples=[[]])
    items: list[dict[str, Any]] = Field(description="Of packs: name, imageUrl and cell of each.", examples=[[]])
    spriteId: str | None = Field(description="The sprite that chained animations belong to.", examples=[None])
    animations: list[AnimationAnswer] = Field(description="Chained ones.")
    seed: int = Field(examples=[7])
    provider: MadeBy | None = Field(description="Who drew it; null until it is drawn.")
    notes: list[str] = Field(description="How something was read that could not be drawn as it was said.", examples=[[]])
    unmatched: list[str] = Field(description="Words of the prompt that changed nothing.", examples=[[]])
    error: str | None = Field(examples=[None])
    createdAt: str = Field(examples=[TIME])
    completedAt: str | None = Field(examples=[TIME])


class GenerationList(BaseModel):
    data: list[GenerationAnswer]
    total: int = Field(examples=[1])
    page: int = Field(examples=[1])
    limit: int = Field(examples=[20])


class AnimationList(BaseModel):
    data: list[AnimationAnswer]
    total: int = Field(examples=[1])
    page: int = Field(examples=[1])
    limit: int = Field(examples=[20])


class SpriteAnswer(BaseModel):
    id: str = Field(examples=[SPR])
    name: str = Field(examples=["a warrior knight"])
    projectId: str | None = Field(examples=[None])
    imageUrl: str = Field(examples=[f"{FILE}{GEN}_v1_0123456789abcdef.png"])
    createdAt: str = Field(examples=[TIME])


class SpriteList(BaseModel):
    data: list[SpriteAnswer]
    total: int = Field(examples=[1])
    page: int = Field(examples=[1])
    limit: int = Field(examples=[20])


class SelectAnswer(BaseModel):
    spriteId: str = Field(examples=[SPR])
    projectId: str | None = Field(examples=[None])
    imageUrl: str = Field(examples=[f"{FILE}{GEN}_v1_0123456789abcdef.png"])


class ProjectAnswer(BaseModel):
    id: str = Field(examples=[PRJ])
    name: str = Field(examples=["Dungeon"])
    description: str | None = Field(examples=["a dungeon crawler"])
    artStyle: str = Field(examples=["pixel"])
    resolution: str = Field(examples=["64x64"])
    viewAngle: str | None = Field(examples=["side"])
    palette: str | list[str] | None = Field(examples=["pico-8"])
    artDirection: str | None = Field(examples=["dark fantasy style"])
    outline: str | None = Field(examples=["black"])
    light: LightAnswer | None
    spriteCount: int = Field(examples=[0])
    createdAt: str = Field(examples=[TIME])


class ProjectWithSprites(ProjectAnswer):
    sprites: list[SpriteAnswer] = Field(description="The newest hundred; `GET /v1/sprites?projectId=` lists all.")


class TileAnswer(BaseModel):
    id: str = Field(examples=[TILE])
    projectId: str | None = Field(examples=[None])
    status: Status = Field(examples=["completed"])
    label: str = Field(examples=["Mossy Stone"])
    imageUrl: str | None = Field(examples=[f"{FILE}{TILE}_0123456789abcdef.png"])
    collision: bool = Field(examples=[False])
    projectionType: str = Field(examples=["floor"])
    notes: list[str] = Field(description="How something was read that could not be drawn as it was said.", examples=[[]])
    unmatched: list[str] = Field(description="Words of the prompt that changed nothing.", examples=[[]])
    error: str | None = Field(examples=[None])
    createdAt: str = Field(examples=[TIME])
    completedAt: str | None = Field(examples=[TIME])


class PackTile(BaseModel):
    id: str = Field(examples=["tile_builtin_dungeon_stone"])
    label: str = Field(examples=["Stone"])
    imageUrl: str = Field(examples=["http://127.0.0.1:8000/public/tiles/dungeon/stone.png"])


class PackAnswer(BaseModel):
    id: str = Field(examples=["pack_builtin_dungeon"])
    name: str = Field(examples=["Dungeon"])
    isBuiltIn: bool = Field(examples=[True])
    tiles: list[PackTile]
