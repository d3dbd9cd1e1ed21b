"""Pictures that callers send or name: fetched safely, checked, and made small enough for a job."""

from __future__ import annotations

import base64
import binascii
import io
from typing import Final

from PIL import Image, UnidentifiedImageError

from makebelieve.edge.http.services import Services
from makebelieve.kit.errors import Problem, invalid
from makebelieve.outbound.addresses import Blocked
from makebelieve.outbound.client import Client, TooLarge, Unreachable
from makebelieve.webhooks.endpoints import check_url

LARGEST: Final = 8 * 1024 * 1024
"""Bytes of a picture as a file."""
MOST_PIXELS: Final = 40_000_000
FORMATS: Final = ("PNG", "JPEG", "WEBP")
WITHIN: Final = 10.0
"""Seconds that a fetch may take."""
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
    if len(data) > LARGEST:
        raise Problem(413, "too_large", f"{field}: a picture may have {LARGEST} bytes, this one has more")


def opened(data: bytes, field: str) -> Image.Image:
    """The picture as RGB, at most `KEPT` in size. Raises a 422 Problem for what is none of `FORMATS`, or has too many pixels."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise invalid(field, f"has {picture.width}x{picture.height} pixels; at most {MOST_PIXELS} are taken")
            picture.draft("RGB", KEPT)
            found = picture.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise invalid(field, "is no picture that can be read", FORMATS) from error
    found.thumbnail(KEPT)
    return found


def _fetched(services: Services, url: str, field: str) -> bytes:
    """What is there, without cookies, credentials or referrer. Raises a 422 Problem for what cannot or must not be fetched."""
    check_url(services.guard, url, field, only_https=False)
    try:
        answer = Client(services.guard).request("GET", url, timeout=WITHIN, most=LARGEST, redirects=3)
    except (Blocked, Unreachable) as error:
        raise invalid(field, f"cannot be fetched: {error}") from error
    except TooLarge as error:
        raise Problem(413, "too_large", f"{field}: a picture may have {LARGEST} bytes, this one has more") from error
    if answer.status != 200:
        raise invalid(field, f"cannot be fetched: the server answers {answer.status}")
    return answer.body


async def frame_of(services: Services, frame_b64: str | None, frame_url: str | None) -> str | None:
    """The small picture as base64 of a PNG; None when neither is given. What was sent wins over what is only named."""
    if frame_b64 is None and frame_url is None:
        return None
    field = "frame_b64" if frame_b64 is not None else "frame_url"

    def work() -> str:
        data = decoded(frame_b64, field) if frame_b64 is not None else _fetched(services, frame_url or "", field)
        out = io.BytesIO()
        opened(data, field).save(out, "PNG")
        return base64.b64encode(out.getvalue()).decode()

    return await services.threads.run(work)
