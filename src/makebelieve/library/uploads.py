"""Result files that are given out by address: named so that nobody guesses them, and never changed under a name.

A file's name is the id of its thing (80 random bits), what it is of it, and a digest of its bytes: `anim_01k9…_sheet_3f2a….png`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Final

from makebelieve.library.repository import BlobStore

ROOM: Final = "uploads"
PATH: Final = "/public/uploads/"
MEDIA_TYPES: Final = {
    "png": "image/png",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "json": "application/json",
    "zip": "application/zip",
    "flac": "audio/flac",
    "wav": "audio/wav",
    "ogg": "audio/ogg",
    "mp3": "audio/mpeg",
    "mid": "audio/midi",
}
"""Suffix -> what it is served as."""
_NAME: Final = re.compile(r"([a-z]{2,8}(?:_processed)?_[0-9a-z]{26})(?:_[a-z0-9-]+)*\.([a-z0-9]{2,4})")


def name_of(thing: str, part: str, suffix: str, data: bytes) -> str:
    """The name of `part` ("v1", "sheet"; "" for the whole) of a thing, of these bytes."""
    digest = hashlib.sha256(data).hexdigest()[:16]
    return "_".join(filter(None, (thing, part, digest))) + f".{suffix}"


def key_of(name: str) -> str | None:
    """The blob's key of a file's name; None when it is the name of no file."""
    found = _NAME.fullmatch(name)
    return f"{ROOM}/{found[1]}/{name}" if found is not None and found[2] in MEDIA_TYPES else None


def media_type(name: str) -> str:
    return MEDIA_TYPES[name.rpartition(".")[2]]


def address(base_url: str, name: str) -> str:
    """Where a file is fetched from, without a credential."""
    return f"{base_url}{PATH}{name}"


def store(blobs: BlobStore, thing: str, files: Mapping[tuple[str, str], bytes]) -> dict[str, str]:
    """Write (part, suffix) -> bytes of a thing; part -> name. Add the names to `unit.uploads` in the transaction that keeps the thing."""
    names = {}
    for (part, suffix), data in files.items():
        names[part] = name_of(thing, part, suffix, data)
        blobs.put(f"{ROOM}/{thing}/{names[part]}", data)
    return names


def remove(blobs: BlobStore, names: list[str]) -> None:
    """Delete files that nothing names any more; once the transaction is committed that said so."""
    blobs.delete([key for name in names if (key := key_of(name)) is not None])
