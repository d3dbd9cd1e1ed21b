"""/v1/music and /v1/sounds: order, list, read, download, delete."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Annotated, Any, Final, TypeVar

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from makebelieve.edge.http import multipart
from makebelieve.edge.http.generate import Once, wait_for
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.music_answers import music_answer, music_row, sound_answer
from makebelieve.edge.http.music_schemas import (
    MUSIC_ID,
    SOUND_ID,
    DownloadAnswer,
    MusicAnswer,
    MusicList,
    MusicRequest,
    SoundAnswer,
    SoundList,
    SoundRequest,
    TrackFormat,
)
from makebelieve.edge.http.scalars import FORM
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.jobs.batch import Draft
from makebelieve.jobs.executor import problem_of
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import FieldError, Problem, invalid
from makebelieve.library import shelf, uploads
from makebelieve.library.music import ordering, uploading
from makebelieve.library.music.repository import Medium, Recording
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.standing import Standing, standings
from makebelieve.outbound.addresses import Blocked
from makebelieve.webhooks.endpoints import check_url

router = APIRouter(route_class=GuardedRoute, tags=["music"])
MusicId = Annotated[str, Path(max_length=64, examples=[MUSIC_ID])]
SoundId = Annotated[str, Path(max_length=64, examples=[SOUND_ID])]
Page = Annotated[int, Query(ge=1, le=shelf.DEEPEST)]
Limit = Annotated[int, Query(ge=1, le=100)]
EMBEDDED: Final = "embedded"
T = TypeVar("T")
Answer = Callable[[Services, Recording, Standing], T]
_FORM: Final = {**MusicRequest.model_json_schema()["properties"], "referenceAudio": {"type": "string", "format": "binary"}}
_BODY: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": MusicRequest.model_json_schema()},
            "multipart/form-data": {"schema": {"type": "object", "properties": _FORM}},
        },
    }
}


@router.post(
    "/v1/music",
    response_model=MusicAnswer,
    status_code=202,
    responses=refusals(400, 401, 402, 403, 409, 413, 422, 429),
    summary="A track from words, a preset, or both",
    openapi_extra=_BODY,
)
async def create_music(request: Request, response: Response, once: Once = None) -> MusicAnswer:
    """Three credits, given back when it fails. Poll `GET /v1/music/{music_id}`, or give a `webhookUrl`.

    The body is JSON, or a multipart form of the same fields with the file `referenceAudio`.
    """
    services = services_of(request)
    caller = caller_of(request)
    body, reference = await _music_request(request)
    now = services.clock()
    _check_addresses(services, body.webhookUrl, body.referenceAudioUrl)
    asked = asked_for_music(body)
    target = None
    if reference is not None:
        await services.threads.run(lambda: uploading.check_reference(reference))
        target = ordering.new_recording_id("music", now)
        key = uploading.reference_key(target, reference)
        await services.threads.run(lambda: services.blobs.put(key, reference))
        asked["reference_blob"] = key
    job = await services.threads.order(
        lambda unit: ordering.order(
            unit,
            caller,
            now,
            medium="music",
            asked=asked,
            base_url=services.settings.base_url,
            webhook_url=body.webhookUrl,
            recording_id=target,
        )
    )
    services.bell.ring()
    response.headers["Location"] = f"/v1/music/{job.target}"
    return await _read(services, job.target, music_answer)


@router.post(
    "/v1/sounds",
    response_model=SoundAnswer,
    status_code=202,
    responses=refusals(400, 401, 402, 403, 409, 413, 422, 429),
    summary="A sound effect with up to eight variations",
)
async def create_sound(request: Request, response: Response, body: SoundRequest, once: Once = None) -> SoundAnswer:
    """One credit for all variations, given back when it fails. Ready in a few milliseconds."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    _check_addresses(services, body.webhookUrl, None)
    asked = asked_for_sound(body)
    job = await services.threads.order(
        lambda unit: ordering.order(
            unit, caller, now, medium="sound", asked=asked, base_url=services.settings.base_url, webhook_url=body.webhookUrl
        )
    )
    services.bell.ring()
    response.headers["Location"] = f"/v1/sounds/{job.target}"
    return await _read(services, job.target, sound_answer)


@router.get("/v1/music", response_model=MusicList, responses=refusals(400, 401, 403, 429), summary="One's tracks, newest first")
async def list_music(request: Request, page: Page = 1, limit: Limit = 20) -> MusicList:
    """Without their reports."""
    answers, total = await _listed(request, "music", page, limit, music_row)
    return MusicList(data=answers, total=total, page=page, limit=limit)


@router.get("/v1/sounds", response_model=SoundList, responses=refusals(400, 401, 403, 429), summary="One's sound effects, newest first")
async def list_sounds(request: Request, page: Page = 1, limit: Limit = 20) -> SoundList:
    answers, total = await _listed(request, "sound", page, limit, sound_answer)
    return SoundList(data=answers, total=total, page=page, limit=limit)


@router.get("/v1/music/{music_id}", response_model=MusicAnswer, responses=refusals(400, 401, 403, 404, 429), summary="How a track stands")
async def read_music(request: Request, music_id: MusicId) -> MusicAnswer:
    return await _owned(request, "music", music_id, music_answer)


@router.get(
    "/v1/sounds/{sound_id}", response_model=SoundAnswer, responses=refusals(400, 401, 403, 404, 429), summary="How a sound effect stands"
)
async def read_sound(request: Request, sound_id: SoundId) -> SoundAnswer:
    return await _owned(request, "sound", sound_id, sound_answer)


@router.get(
    "/v1/music/{music_id}/download",
    response_model=DownloadAnswer,
    responses=refusals(400, 401, 403, 404, 409, 429, 504),
    summary="The address of a track's file",
)
async def download_music(
    request: Request, music_id: MusicId, format_: Annotated[TrackFormat, Query(alias="format")] = "flac"
) -> DownloadAnswer:
    """`wav` holds the FLAC's very samples; `ogg` and `mp3` are lossy, `mp3` does not loop; `stems` and `layers` are ZIPs of FLAC.

    What is not there yet is made first, free of charge; 409 while the track itself is not completed.
    """
    services = services_of(request)
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> tuple[Recording, Standing]:
        found = ordering.owned(unit, caller, "music", music_id)
        return found, standings(unit, [(found.completed_at, found.job)])[0]

    found, stands = await services.threads.read(find)
    if stands.status != "completed":
        raise Problem(409, "not_completed", stands.error or "the track is not made yet; wait until its status is completed")
    name = found.files.get(format_)
    if name is None:
        if format_ in ("midi", "stems", "layers"):
            _check_composed(found, format_)
        now = services.clock()
        job = await services.threads.write(lambda unit: ordering.order_file(unit, caller, found, format_, now))
        services.bell.ring()
        done = await wait_for(services, job, services.settings.sync_wait)
        name = _made_file(done)
    return DownloadAnswer(url=uploads.address(services.settings.base_url, name), format=format_)


@router.delete("/v1/music/{music_id}", status_code=204, responses=refusals(400, 401, 403, 404, 429), summary="Remove a track for good")
async def delete_music(request: Request, music_id: MusicId) -> Response:
    """Its files go too. One that is being made is ended and charged nothing."""
    return await _removed(request, "music", music_id)


@router.delete(
    "/v1/sounds/{sound_id}", status_code=204, responses=refusals(400, 401, 403, 404, 429), summary="Remove a sound effect for good"
)
async def delete_sound(request: Request, sound_id: SoundId) -> Response:
    """Its files go too. One that is being made is ended and charged nothing."""
    return await _removed(request, "sound", sound_id)


def asked_for_music(body: MusicRequest) -> dict[str, Any]:
    """What the room is given."""
    return {
        "prompt": body.prompt,
        "preset": body.presetSlug,
        "bpm": body.bpm,
        "key": body.key,
        "duration": body.duration,
        "seed": body.seed if body.seed is not None else secrets.randbelow(2**31),
        "loop": body.loop,
        "stems": body.stems,
        "layers": body.layers,
        "stingers": list(dict.fromkeys(body.stingers)),
        "reference_url": body.referenceAudioUrl,
        "embedded": body.provider == EMBEDDED,
    }


def asked_for_sound(body: SoundRequest) -> dict[str, Any]:
    """What the room is given. Raises a 422 Problem for a family that there is not."""
    from makebelieve.music.effect_book import families

    if body.family is not None and body.family not in families():
        raise invalid("family", "is no family of sound effects", families())
    return {
        "prompt": body.prompt,
        "family": body.family,
        "seed": body.seed if body.seed is not None else secrets.randbelow(2**31),
        "variations": body.variations,
        "duration": body.duration,
        "key": body.key,
        "format": body.format,
    }


def draft_music(services: Services, body: dict[str, Any]) -> Draft[Any]:
    """An item of a batch. Raises ValidationError and 422 Problems."""
    wished = MusicRequest.model_validate(body)
    _check_addresses(services, wished.webhookUrl, wished.referenceAudioUrl)
    return _draft(services, "music", asked_for_music(wished), wished.webhookUrl)


def draft_sound(services: Services, body: dict[str, Any]) -> Draft[Any]:
    """An item of a batch. Raises ValidationError and 422 Problems."""
    wished = SoundRequest.model_validate(body)
    _check_addresses(services, wished.webhookUrl, None)
    return _draft(services, "sound", asked_for_sound(wished), wished.webhookUrl)


def _draft(services: Services, medium: Medium, asked: dict[str, Any], webhook_url: str | None) -> Draft[Any]:
    base_url = services.settings.base_url
    return lambda unit, caller, now: ordering.draft(
        unit, caller, now, medium=medium, asked=asked, base_url=base_url, webhook_url=webhook_url
    )


async def _music_request(request: Request) -> tuple[MusicRequest, bytes | None]:
    """The body as JSON or as a form. Raises RequestValidationError as the framework does, 422 Problems for forms that are none."""
    raw = await request.body()
    boundary = multipart.boundary_of(request.headers.get("content-type", ""))
    reference: bytes | None = None
    try:
        if boundary is None:
            return MusicRequest.model_validate_json(raw), None
        fields = multipart.parse(raw, boundary)
        audio = fields.pop("referenceAudio", None)
        values: dict[str, Any] = {name: part.text(name) for name, part in fields.items()}
        if "stingers" in values:
            values["stingers"] = [one.strip() for one in values["stingers"].split(",") if one.strip()]
        if audio is not None:
            reference = audio.data
            if values.get("referenceAudioUrl"):
                raise invalid("referenceAudioUrl", "give the recording as a file or as an address, not both")
        return MusicRequest.model_validate(values, context=FORM), reference
    except ValidationError as error:
        raise RequestValidationError([{**item, "loc": ("body", *item["loc"])} for item in error.errors()]) from error


def _check_addresses(services: Services, webhook: str | None, reference: str | None) -> None:
    if webhook is not None:
        check_url(services.guard, webhook, "webhookUrl", only_https=False)
    if reference is not None:
        try:
            services.guard.check(reference)
        except Blocked as blocked:
            raise invalid("referenceAudioUrl", str(blocked)) from blocked


def _check_composed(found: Recording, format_: str) -> None:
    maker = found.made["provider"]["name"]
    if maker != EMBEDDED:
        error = FieldError("format", f"{maker} made this track and gave no {format_}", ("flac", "wav", "ogg", "mp3"))
        raise Problem(409, "not_available", f"format: {error.message}", (error,))


def _made_file(job: Job) -> str:
    if not job.finished:
        raise Problem(504, "took_too_long", "the file is still being made; ask again", headers={"Retry-After": "5"})
    if job.state != "done":
        raise problem_of(job.error or {"status": 500, "code": "failed", "detail": "making the file failed"})
    return str((job.result or {})["name"])


async def _read(services: Services, recording_id: str, answer: Answer[T]) -> T:
    def find(unit: LibraryUnit) -> tuple[Recording, Standing]:
        found = unit.recordings.recording(recording_id)
        if found is None:
            raise Problem(404, "not_found", "it was deleted meanwhile")
        return found, standings(unit, [(found.completed_at, found.job)])[0]

    return answer(services, *(await services.threads.read(find)))


async def _owned(request: Request, medium: Medium, recording_id: str, answer: Answer[T]) -> T:
    services = services_of(request)
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> tuple[Recording, Standing]:
        found = ordering.owned(unit, caller, medium, recording_id)
        return found, standings(unit, [(found.completed_at, found.job)])[0]

    return answer(services, *(await services.threads.read(find)))


async def _listed(request: Request, medium: Medium, page: int, limit: int, answer: Answer[T]) -> tuple[list[T], int]:
    services = services_of(request)
    owner = caller_of(request).subject or ""
    offset = (page - 1) * limit
    if offset + limit > shelf.DEEPEST:
        raise invalid("page", f"pages end at row {shelf.DEEPEST}")

    def find(unit: LibraryUnit) -> tuple[list[tuple[Recording, Standing]], int]:
        found = unit.recordings.list_of(owner, medium, limit, offset)
        stands = standings(unit, [(one.completed_at, one.job) for one in found])
        return list(zip(found, stands, strict=True)), unit.recordings.count_of(owner, medium)

    rows, total = await services.threads.read(find)
    return [answer(services, *row) for row in rows], total


async def _removed(request: Request, medium: Medium, recording_id: str) -> Response:
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    names, closed = await services.threads.write(lambda unit: ordering.remove(unit, caller, medium, recording_id, now))
    services.notices.publish_cancelled(*closed)
    await services.threads.run(lambda: uploads.remove(services.blobs, names))
    return Response(status_code=204)
