"""Blobs on disk."""

from __future__ import annotations

import contextlib
from pathlib import Path

import obstore
from obstore.store import LocalStore


class LocalBlobs:
    """library.BlobStore in a folder: a key is a path below it, written to the side and moved into place."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._store = LocalStore(str(folder))

    def put(self, key: str, data: bytes) -> None:
        obstore.put(self._store, key, data)

    def get(self, key: str) -> bytes:
        try:
            return bytes(obstore.get(self._store, key).bytes())
        except FileNotFoundError as error:
            raise KeyError(key) from error

    def delete(self, keys: list[str]) -> None:
        for key in keys:
            with contextlib.suppress(FileNotFoundError):
                obstore.delete(self._store, key)
