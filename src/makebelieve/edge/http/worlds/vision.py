"""Pictures looked at and painted: describe a frame, find what words name in it, paint an opening frame (W-41 to W-43).

What is told of a picture is measured: colours, light, horizon, regions. Nothing is recognised, and every answer says so.
"""

from __future__ import annotations

import base64
import secrets
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Request, Response
from PIL import Image
from pydantic import BaseModel, Field, StringConstraints

from makebelieve.edge.http.generate import Once, Prefer, wait_for, wants_async
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.jobs import SCHEMA_VERSION, JobAnswer
from makebelieve.edge.http.scalars import Whole
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.edge.http.worlds import frames
from makebelieve.edge.http.worlds.schemas import POVS, Closed, Uuid
from makebelieve.edge.http.worlds.worlds import accepted, missing
from makebelieve.jobs.executor import problem_of
from makebelieve.library import uploads
from makebelieve.library.worlds import making
from makebelieve.worlds import seeing
from makebelieve.worlds.seeing.perceive import CANNOT, METHOD

router = APIRouter(route_class=GuardedRoute, tags=["vision"])
MOST_LABELS: Final = 50
_PIXEL: Final = "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAFUlEQVR42mOo3/YCjhhQOPZd9nAEAM9OFQlxAOd0AAAAAElFTkSuQmCC"
"""A picture of 4 x 3 pixels, for the examples."""
Frame = Annotated[str, StringConstraints(min_length=1, max_length=11_500_000)]
Address = Annotated[str, StringConstraints(min_length=1, max_length=2048)]
Share = Annotated[float, Field(ge=0, le=1)]
Box = Annotated[
    list[Share], Field(min_length=4, max_length=4, description="x, y, width, height as shares of the picture, from its upper left.")
]
_FRAME = "Base64 of a PNG, JPEG or WebP of at most 8 MB, plain or as a data URL."
_URL = "Where to fetch such a picture; `frame_b64` wins."


class PerceiveRequest(Closed):
    frame_b64: Frame | None = Field(default=None, description=f"{_FRAME} Needed unless `frame_url` is given.", examples=[_PIXEL])
    frame_url: Address | None = Field(default=None, description=_URL, examples=[None])
    room_name: Annotated[str, StringConstraints(max_length=200)] | None = Field(default=None, examples=["Cellar"])
    room_description: Annotated[str, StringConstraints(max_length=4000)] | None = Field(
        default=None,
        description="What you know of the place: `affordances` and `exits` are read from it.",
        examples=["An iron gate, a chest."],
    )


class SeenRegion(BaseModel):
    bbox: Box = Field(examples=[[0.0, 0.0, 1.0, 0.6]])
    area: Share = Field(description="Share of the picture.", examples=[0.56])
    color: str = Field(description="Its mean colour.", examples=["#7fb6e8"])
    name: str = Field(description="The colour's name.", examples=["light blue"])
    lightness: Share = Field(description="L* / 100.", examples=[0.72])
    place: str = Field(examples=["across the top"])


class Guessed(BaseModel):
    value: str = Field(examples=["outdoors"])
    confidence: Share = Field(description="How strongly the measures speak for it; no probability.", examples=[0.85])
    because: list[str] = Field(description="Which measures.", examples=[["a smooth region along the upper edge"]])


class Swatch(BaseModel):
    color: str = Field(examples=["#7fb6e8"])
    name: str = Field(examples=["light blue"])


class Light(BaseModel):
    direction: Literal["left", "right", "above", "below", "even"] = Field(description="Where the brightest part lies.", examples=["above"])
    level: Share = Field(description="Mean luma.", examples=[0.58])
    contrast: Share = Field(description="Standard deviation of the luma.", examples=[0.13])
    warmth: float = Field(description="Mean red minus mean blue, -1 to 1.", ge=-1, le=1, examples=[-0.19])


class Measures(BaseModel):
    palette: list[Swatch] = Field(description="Up to six, the most frequent first.")
    light: Light
    horizon: Share | None = Field(description="Share of the height from the top, where a line divides the picture.", examples=[0.6])
    timeOfDay: Guessed = Field(description="dawn, morning, noon, afternoon, dusk, night or unclear.")  # noqa: N815 - the wire's names
    setting: Guessed = Field(description="outdoors, indoors or unclear.")


class Perceived(BaseModel):
    summary: str = Field(description="One sentence on light and colours.", examples=["An open-air picture, morning by its light."])
    visible: list[str] = Field(description="The dominant regions in words.", examples=[["a large light blue region across the top"]])
    affordances: list[str] = Field(description="Read from `room_name` and `room_description`, not seen.", examples=[["open the chest"]])
    exits: list[str] = Field(description="Likewise.", examples=[["iron gate"]])
    measures: Measures
    regions: list[SeenRegion] = Field(description="At most twelve, the largest first.")
    text: None = Field(default=None, description="Always null: letters are not read.", examples=[None])
    method: str = Field(description="How it was found out.", examples=[METHOD])
    not_detected: list[str] = Field(description="What is never told of a picture.", examples=[list(CANNOT)])
    schemaVersion: str = Field(default=SCHEMA_VERSION, examples=[SCHEMA_VERSION])  # noqa: N815


class LabelRequest(Closed):
    label: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] = Field(examples=["the red door"])
    aliases: list[Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]] = Field(
        default=[], max_length=8, description="Other words for it, tried when the label finds nothing.", examples=[["red"]]
    )
    choice_id: Annotated[str, StringConstraints(max_length=200)] | None = Field(
        default=None, description="Comes back with its hotspots.", examples=["open_door"]
    )


Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class GroundRequest(Closed):
    frame_b64: Frame | None = Field(default=None, description=f"{_FRAME} Needed unless `frame_url` is given.", examples=[_PIXEL])
    frame_url: Address | None = Field(default=None, description=_URL, examples=[None])
    labels: list[Label | LabelRequest] = Field(
        min_length=1, max_length=MOST_LABELS, description="What to find: words, or objects with them.", examples=[["the red door", "sky"]]
    )


class Hotspot(BaseModel):
    label: str = Field(examples=["the red door"])
    bbox: Box = Field(examples=[[0.09, 0.39, 0.16, 0.33]])
    confidence: Share = Field(
        description="How well the region fits the words; no probability. At most 0.4 where a word of the label is of an object.",
        examples=[0.4],
    )
    choice_id: str | None = Field(examples=[None])
    method: list[str] = Field(description="colour, position, size, brightness, sky, ground, horizon.", examples=[["colour"]])


class Missed(BaseModel):
    label: str = Field(examples=["the red door"])
    words: list[str] = Field(description="Those that name what cannot be recognised.", examples=[["door"]])
    reason: str = Field(examples=["door: not recognised; matched by the other words only"])


class GroundAnswer(BaseModel):
    hotspots: list[Hotspot] = Field(description="At most three of a label, the best first.")
    not_detected: list[Missed] = Field(description="Labels without a hotspot, and those of which words were passed over.")
    method: str = Field(examples=[METHOD])
    schemaVersion: str = Field(default=SCHEMA_VERSION, examples=[SCHEMA_VERSION])  # noqa: N815


class SeedFrameRequest(Closed):
    prompt: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)] = Field(
        description="The place.", examples=["a stone quay under grey morning light"]
    )
    pov: POVS = Field(
        default="third_person_shoulder", description="Pictures are painted from eye level; `notes` says so where you ask else."
    )
    mood: Annotated[str, StringConstraints(max_length=60)] | None = Field(default=None, examples=["mysterious"])
    style: Literal["pixel", "vector", "painterly"] = "pixel"
    seed: Annotated[Whole, Field(ge=0, le=2_147_483_647)] | None = Field(
        default=None, description="Same order, same picture.", examples=[7]
    )
    frame_b64: Frame | None = Field(default=None, description=f"A picture that lends colours and hour. {_FRAME}", examples=[None])
    frame_url: Address | None = Field(default=None, description=_URL, examples=[None])
    worldId: Uuid | None = Field(  # noqa: N815
        default=None, description="A world of yours whose entrance picture and cover it becomes.", examples=[None]
    )


class SeedFrame(BaseModel):
    imageBase64: str = Field(description="960 x 540 pixels.", examples=[_PIXEL])  # noqa: N815
    mimeType: Literal["image/png"] = Field(examples=["image/png"])  # noqa: N815
    url: str = Field(
        description="Its address: for ever where it belongs to a world, else for a day.",
        examples=["http://127.0.0.1:8000/public/uploads/world_….png"],
    )
    prompt: str = Field(examples=["a stone quay under grey morning light"])
    art_style: str = Field(examples=["pixel"])
    hour: str = Field(description="day, dawn, dusk or night, as it was painted.", examples=["day"])
    notes: list[str] = Field(description="What of the order could not be followed.", examples=[[]])
    worldId: str | None = Field(examples=[None])  # noqa: N815
    schemaVersion: str = Field(default=SCHEMA_VERSION, examples=[SCHEMA_VERSION])  # noqa: N815


async def _frame(services: Services, frame_b64: str | None, frame_url: str | None) -> Image.Image:
    picture = await frames.picture_of(services, frame_b64, frame_url)
    if picture is None:
        raise missing("frame_b64", "frame_url")
    return picture


@router.post(
    "/v1/perceive",
    response_model=Perceived,
    responses=refusals(400, 401, 403, 413, 422, 429),
    summary="Describe a frame (W-41)",
)
async def perceive(request: Request, body: PerceiveRequest) -> Perceived:
    """By measures: no object, person or text is recognised. Takes no quota; the picture is not kept."""
    services = services_of(request)
    picture = await _frame(services, body.frame_b64, body.frame_url)
    seen = await services.threads.run(lambda: seeing.perceive(picture))
    words = seeing.offers(". ".join(filter(None, (body.room_name, body.room_description))))
    return Perceived(
        summary=seen.summary(),
        visible=seen.visible(),
        affordances=list(words.affordances),
        exits=list(words.exits),
        measures=Measures.model_validate(seen.measures()),
        regions=[SeenRegion.model_validate(one.as_dict()) for one in seen.regions],
        method=METHOD,
        not_detected=list(CANNOT),
    )


@router.post(
    "/v1/ground/objects",
    response_model=GroundAnswer,
    responses=refusals(400, 401, 403, 413, 422, 429),
    summary="Find what words name in a frame (W-42)",
)
async def ground(request: Request, body: GroundRequest) -> GroundAnswer:
    """By colour, place, size and brightness: an object is not recognised, and `not_detected` says so. Takes no quota."""
    services = services_of(request)
    picture = await _frame(services, body.frame_b64, body.frame_url)
    return await services.threads.run(lambda: _grounded(picture, body.labels))


def _grounded(picture: Image.Image, labels: list[str | LabelRequest]) -> GroundAnswer:
    seen = seeing.perceive(picture)
    spots, missed = [], []
    for given in labels:
        label = given if isinstance(given, LabelRequest) else LabelRequest(label=given)
        tries = [seeing.ground(words, seen) for words in (label.label, *label.aliases)]
        found = next((one for one in tries if one.hits), tries[0])
        spots += [
            Hotspot(label=label.label, bbox=list(hit.box), confidence=hit.confidence, choice_id=label.choice_id, method=list(hit.methods))
            for hit in found.hits
        ]
        if found.reason is not None:
            missed.append(Missed(label=label.label, words=list(found.unseen), reason=found.reason))
    return GroundAnswer(hotspots=spots, not_detected=missed, method=METHOD)


@router.post(
    "/v1/seed-frame",
    response_model=SeedFrame,
    responses={
        202: {"model": JobAnswer, "description": "Accepted; follow the job."},
        **refusals(400, 401, 402, 403, 404, 409, 413, 422, 429, 503),
    },
    summary="Paint an opening frame (W-43)",
)
async def seed_frame(request: Request, body: SeedFrameRequest, prefer: Prefer = None, once: Once = None) -> SeedFrame | Response:
    """Takes one of the day's generations, given back if it fails. With `worldId` the world changes, and its `rev` with it."""
    services = services_of(request)
    caller = caller_of(request)
    lent = await frames.frame_of(services, body.frame_b64, body.frame_url)
    now = services.clock()
    job = await services.threads.order(
        lambda unit: making.order_frame(
            unit,
            caller,
            now,
            prompt=body.prompt,
            pov=body.pov,
            mood=body.mood,
            style=body.style,
            seed=body.seed if body.seed is not None else secrets.randbelow(2**31),
            frame=lent,
            world_id=body.worldId,
        )
    )
    services.bell.ring()
    done = await wait_for(services, job, 0.0 if wants_async(False, prefer) else services.settings.sync_wait)
    if not done.finished:
        return accepted(done)
    if done.state != "done":
        raise problem_of(done.error or {"status": 500, "code": "failed", "detail": "painting this frame failed"})
    return await services.threads.run(lambda: _painted(services, done.result or {}))


def _painted(services: Services, made: dict[str, Any]) -> SeedFrame:
    name = str(made["url"]).removeprefix(uploads.PATH)
    return SeedFrame(
        imageBase64=base64.b64encode(services.blobs.get(uploads.key_of(name) or "")).decode(),
        mimeType="image/png",
        url=uploads.address(services.settings.base_url, name),
        prompt=made["prompt"],
        art_style=made["style"],
        hour=made["hour"],
        notes=made["notes"],
        worldId=made.get("worldId"),
    )
