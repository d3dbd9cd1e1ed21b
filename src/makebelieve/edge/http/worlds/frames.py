"""Pictures that callers send or name: fetched safely, checked, and made small enough for a job."""

from __future__ import annotations

import base64
import binascii
import io
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from makebelieve.edge.http.services import Services
from makebelieve.kit.errors import Problem, invalid
from makebelieve.outbound.fetching import fetcher

LARGEST: Final = 8 * 1024 * 1024
"""Bytes of a picture as a file."""
MOST_PIXELS: Final = 40_000_000
FORMATS: Final = ("PNG", "JPEG", "WEBP")
KEPT: Final = (640, 640)
"""What is passed on: a picture's palette, light and horizon need no more."""


def decoded(text: str, field: str) -> bytes:
    """Base64, plain or as a data URL. Raises a 422 Problem for what is none, 413 for more than `LARGEST` bytes."""
    _, _, plain = text.rpartition("base64,") if text.startswith("data:") else ("", "", text)
    try:
        data = base64.b64decode("".join(plain.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise invalid(field, "is not base64") from error
    check_size(data, field)
    return data


def check_size(data: bytes, field: str) -> None:
    """Raises a 413 Problem for more than `LARGEST` bytes."""
    if len(data) > LARGEST:
        raise Problem(413, "too_large", f"{field}: a picture may have {LARGEST} bytes, this one has more")


def opened(data: bytes, field: str) -> Image.Image:
    """The picture as RGB, at most `KEPT` in size. Raises a 422 Problem for what is none of `FORMATS`, or has too many pixels."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise invalid(field, f"has {picture.width}x{picture.height} pixels; at most {MOST_PIXELS} are taken")
            picture.draft("RGB", KEPT)
            found = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise invalid(field, "is no picture that can be read", FORMATS) from error
    found.thumbnail(KEPT)
    return found


async def picture_of(services: Services, frame_b64: str | None, frame_url: str | None) -> Image.Image | None:
    """The small picture; None when neither is given. What was sent wins over what is only named. Raises Problems as `opened` does."""
    if frame_b64 is None and frame_url is None:
        return None
    field = "frame_b64" if frame_b64 is not None else "frame_url"

    def work() -> Image.Image:
        fetch = fetcher(services.guard)
        data = decoded(frame_b64, field) if frame_b64 is not None else fetch(frame_url or "", most=LARGEST, field=field)
        return opened(data, field)

    return await services.threads.run(work)


async def frame_of(services: Services, frame_b64: str | None, frame_url: str | None) -> str | None:
    """The small picture as base64 of a PNG, as jobs carry it; else as `picture_of`."""
    picture = await picture_of(services, frame_b64, frame_url)
    if picture is None:
        return None
    out = io.BytesIO()
    picture.save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()
