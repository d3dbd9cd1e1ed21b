"""Blobs in a folder or in an S3-compatible bucket: bytes by key, written whole or not at all, once and for ever.

Keys are `room/thing/name` (games/game_01k9…/3f….json): what `sweeping` needs to find out whether somebody still names one.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import urlsplit

from makebelieve.kit.errors import Unavailable
from makebelieve.library.repository import BlobStore

if TYPE_CHECKING:
    from obstore.store import ClientConfig, S3Config

_SEGMENT: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.=-]{0,254}")
LONGEST_KEY: Final = 200
PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class Stored:
    """One blob as a listing shows it: bytes, and seconds since 1970 of its last writing."""

    key: str
    size: int
    written_at: float


class Blobs(BlobStore, Protocol):
    """library.BlobStore, and what keeping house needs. Every method raises Unavailable when the store does not answer or is full."""

    @property
    def label(self) -> str:
        """Where they are, for people."""
        ...

    def pages(self) -> Iterator[list[Stored]]:
        """All blobs, up to 500 at a time, in no promised order."""
        ...


def is_key(key: str) -> bool:
    """Whether `key` may name a blob: segments of letters, digits and `_.=-` joined by slashes; none starts with a dot."""
    return len(key) <= LONGEST_KEY and all(_SEGMENT.fullmatch(segment) for segment in key.split("/"))


def _checked(key: str) -> str:
    if not is_key(key):
        raise ValueError(f"not a blob's key: {key!r}")
    return key


def _known(key: str) -> str:
    if not is_key(key):
        raise KeyError(key)
    return key


class LocalBlobs:
    """A folder. A blob is on the disk, with its name, when `put` returns: the commit that names it may survive a power cut."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        # Beside the blobs and so on the same disk; no key starts with a dot.
        self._incoming = folder / ".incoming"
        self._incoming.mkdir(exist_ok=True)

    @property
    def label(self) -> str:
        return str(self._folder)

    def put(self, key: str, data: bytes) -> None:
        """Raises ValueError for what is not a key, or one that holds other bytes."""
        path = self._folder / _checked(key)
        with _outages():
            changed = {path.parent, *self._make_folder(path.parent)}
            aside = self._incoming / secrets.token_hex(8)
            try:
                with aside.open("xb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                try:
                    os.link(aside, path)
                except FileExistsError:
                    if path.read_bytes() != data:
                        raise ValueError(f"{key} holds other bytes already") from None
                    # As if written now, so that the sweep does not take it from under whoever is about to name it.
                    os.utime(path)
            finally:
                with contextlib.suppress(FileNotFoundError):
                    aside.unlink()
            # All at the end: where the file system has a journal, the first takes the others along.
            for folder in changed:
                _sync(folder)

    def _make_folder(self, folder: Path) -> list[Path]:
        """The folders that another was made in, which are still to be put on the disk."""
        if folder.is_dir():
            return []
        changed = self._make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        return [*changed, folder.parent]

    def get(self, key: str) -> bytes:
        path = self._folder / _known(key)
        with _outages():
            try:
                return path.read_bytes()
            except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
                raise KeyError(key) from None

    def delete(self, keys: list[str]) -> None:
        for key in keys:
            with _outages(), contextlib.suppress(FileNotFoundError, KeyError, NotADirectoryError):
                (self._folder / _known(key)).unlink()

    def pages(self) -> Iterator[list[Stored]]:
        page: list[Stored] = []
        for folder, below, names in os.walk(self._folder):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                path = Path(folder, name)
                key = path.relative_to(self._folder).as_posix()
                # Whoever deletes beside us is right: the file need not be there any more.
                with contextlib.suppress(FileNotFoundError):
                    about = path.stat()
                    if is_key(key):
                        page.append(Stored(key, about.st_size, about.st_mtime))
                if len(page) >= PAGE:
                    yield page
                    page = []
        if page:
            yield page

    def sweep_unfinished(self, before: float) -> None:
        """Remove what a killed process had begun to write, last touched before that time."""
        for path in self._incoming.iterdir():
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    path.unlink()


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _outages() -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError as error:
        raise Unavailable("blobs", f"{error.strerror or error}") from error


class S3Blobs:
    """A bucket of S3 or of a server that speaks its protocol, with conditional writes (If-None-Match).

    `url` is s3://BUCKET/PREFIX; `endpoint` the server's address where it is not Amazon's. Credentials and region come from the usual
    variables (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, …) or the machine's role.
    """

    def __init__(self, url: str, endpoint: str | None = None) -> None:
        from obstore.store import S3Store

        parts = urlsplit(url)
        if parts.scheme != "s3" or not parts.netloc:
            raise ValueError("blobs: an S3 address is s3://BUCKET or s3://BUCKET/PREFIX")
        self.label = url
        config: S3Config = {}
        client: ClientConfig = {"timeout": timedelta(seconds=30), "connect_timeout": timedelta(seconds=5)}
        if endpoint is not None:
            config = {"endpoint": endpoint.rstrip("/"), "virtual_hosted_style_request": False}
            if endpoint.startswith("http://"):
                client["allow_http"] = True
        self._store = S3Store(
            parts.netloc,
            prefix=parts.path.strip("/") or None,
            config=config,
            client_options=client,
            retry_config={"max_retries": 4, "retry_timeout": timedelta(seconds=20)},
        )

    def put(self, key: str, data: bytes) -> None:
        """Raises ValueError for what is not a key, or one that holds other bytes."""
        import obstore
        from obstore.exceptions import AlreadyExistsError

        with _s3_outages():
            try:
                obstore.put(self._store, _checked(key), data, mode="create", use_multipart=False)
            except AlreadyExistsError:
                if bytes(obstore.get(self._store, key).bytes()) != data:
                    raise ValueError(f"{key} holds other bytes already") from None
                # The same bytes again give it today's date: the sweep lets it be.
                obstore.put(self._store, key, data, use_multipart=False)

    def get(self, key: str) -> bytes:
        import obstore

        with _s3_outages():
            try:
                return bytes(obstore.get(self._store, _known(key)).bytes())
            except FileNotFoundError:
                raise KeyError(key) from None

    def delete(self, keys: list[str]) -> None:
        import obstore

        known = [key for key in keys if is_key(key)]
        with _s3_outages():
            for start in range(0, len(known), PAGE):
                with contextlib.suppress(FileNotFoundError):
                    obstore.delete(self._store, known[start : start + PAGE])

    def pages(self) -> Iterator[list[Stored]]:
        import obstore

        with _s3_outages():
            for page in obstore.list(self._store, chunk_size=PAGE):
                found = [Stored(item["path"], item["size"], item["last_modified"].timestamp()) for item in page]
                yield [item for item in found if is_key(item.key)]


@contextlib.contextmanager
def _s3_outages() -> Iterator[None]:
    from obstore.exceptions import BaseError

    try:
        yield
    except (BaseError, FileNotFoundError, PermissionError) as error:
        # The library appends its own debugging notes after the first line.
        raise Unavailable("blobs", str(error).splitlines()[0]) from error


def open_blobs(where: str, endpoint: str | None = None) -> Blobs:
    """The store at `where`: s3://BUCKET/PREFIX, or a folder."""
    return S3Blobs(where, endpoint) if where.startswith("s3://") else LocalBlobs(Path(where).expanduser())
