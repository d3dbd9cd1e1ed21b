"""What `doctor` tries of an installation: its database and its blobs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Protocol

from makebelieve.edge.cli.installation import Finding
from makebelieve.library.repository import BlobStore
from makebelieve.settings import Settings


class Labelled(Protocol):
    @property
    def label(self) -> str: ...


class Pinged(Labelled, Protocol):
    def ping(self) -> None: ...


class Store(BlobStore, Labelled, Protocol):
    """Blobs that say where they are."""


def probe(settings: Settings, database: Callable[[], Pinged], blobs: Callable[[], Store]) -> Iterator[Finding]:
    """Checks of the database and the blobs, each opened by its function: that may fail, which is a finding too."""
    try:
        opened = database()
        opened.ping()
        yield Finding("database", True, opened.label)
    except Exception as error:
        mend = f"check that {settings.data} can be written, or MAKEBELIEVE_DATABASE_URL"
        yield Finding("database", False, f"{type(error).__name__}: {error}", mend)
    try:
        store, key = blobs(), f"doctor/probe/{os.getpid()}"
        store.put(key, b"makebelieve")
        good = store.get(key) == b"makebelieve"
        store.delete([key])
        yield Finding("blobs", good, store.label, "the store gives back other bytes than it was given")
    except Exception as error:
        yield Finding("blobs", False, f"{type(error).__name__}: {error}", f"check that {settings.blobs_at} can be written")
