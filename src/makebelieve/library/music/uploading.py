"""A reference recording that came with a request: looked at before anything is ordered, kept until its job has heard it."""

from __future__ import annotations

import hashlib
import io
from typing import Final

from makebelieve.kit.errors import invalid
from makebelieve.music.limits import REFERENCE_BYTES, REFERENCE_SECONDS

ROOM: Final = "references"
_FORMATS: Final = ("WAV", "FLAC", "OGG", "MP3")


def check_reference(data: bytes) -> None:
    """Raises a 422 Problem (`referenceAudio`) unless it is a WAV, FLAC, OGG or MP3 of at most 20 MB, half a second to 60 s long."""
    import soundfile

    if len(data) > REFERENCE_BYTES:
        raise invalid("referenceAudio", "larger than 20 MB")
    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            kind, seconds = file.format, file.frames / file.samplerate
    except soundfile.LibsndfileError as error:
        raise invalid("referenceAudio", "cannot be read as audio", _FORMATS) from error
    if kind.removesuffix("EX") not in _FORMATS:
        raise invalid("referenceAudio", f"{kind} is not read", _FORMATS)
    if seconds > REFERENCE_SECONDS:
        raise invalid("referenceAudio", f"longer than {REFERENCE_SECONDS:g} s")
    if seconds < 0.5:
        raise invalid("referenceAudio", "shorter than half a second")


def reference_key(recording_id: str, data: bytes) -> str:
    """Where it is kept."""
    return f"{ROOM}/{recording_id}/{hashlib.sha256(data).hexdigest()}.audio"
