"""What the library needs kept, as protocols that storage implements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from makebelieve.jobs.repository import JobsUnit
from makebelieve.library.music.repository import RecordingRepository
from makebelieve.library.studio.repository import CreationRepository
from makebelieve.library.worlds.repository import PlayRepository, WorldRepository

Origin = Literal["generated", "edited", "restored", "imported"]


@dataclass(frozen=True, slots=True)
class Game:
    """One kept game. `version` is the current one, `latest` the highest ever made; both count from 1."""

    id: str
    owner: str
    title: str
    genre: str
    kind: str
    prompt: str
    version: int
    latest: int
    shared: bool
    proof_status: str
    created_at: float
    updated_at: float


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a game. `parent` is the version that undo goes back to, `blob` the key of its config.

    `details` holds what the answer says besides the config: understood, alternatives, metadata, receipt.
    """

    game_id: str
    version: int
    origin: Origin
    note: str
    parent: int | None
    blob: str
    title: str
    details: dict[str, Any]
    created_at: float


def blobs_named(details: dict[str, Any]) -> list[str]:
    """The blobs that a version's details name: its picture and its art, which its sound belongs to."""
    return [key for key in (details.get("picture"), *details.get("art", {}).values()) if key is not None]


class GameRepository(Protocol):
    def add(self, game: Game, first: Version) -> None: ...

    def add_version(self, game: Game, version: Version) -> None:
        """Store `version` and bring the game's row to what `game` says."""
        ...

    def game(self, game_id: str) -> Game | None: ...

    def list_of(self, owner: str, limit: int, offset: int) -> list[Game]:
        """Newest first."""
        ...

    def count_of(self, owner: str) -> int: ...

    def version(self, game_id: str, version: int) -> Version | None: ...

    def versions(self, game_id: str, limit: int, offset: int) -> list[Version]:
        """Newest first."""
        ...

    def blobs_of(self, game_id: str) -> list[str]: ...

    def remove(self, game: Game) -> None: ...

    def set_shared(self, game_id: str, shared: bool, now: float) -> None: ...

    def hand_over(self, old_owner: str, new_owner: str) -> int:
        """Give all games of one owner to another; how many."""
        ...


class UploadRepository(Protocol):
    """Which result files there are, and whose: what has no row here is swept."""

    def add(self, thing: str, names: list[str], now: float) -> None: ...

    def remove(self, things: list[str]) -> list[str]:
        """Forget all files of these things; their names."""
        ...


class LibraryUnit(JobsUnit, Protocol):
    """One transaction, seen from the library."""

    @property
    def recordings(self) -> RecordingRepository: ...

    @property
    def creations(self) -> CreationRepository: ...

    @property
    def uploads(self) -> UploadRepository: ...

    @property
    def games(self) -> GameRepository: ...

    @property
    def worlds(self) -> WorldRepository: ...

    @property
    def plays(self) -> PlayRepository: ...


class BlobStore(Protocol):
    """Bytes by key; a key is written once and never changed."""

    def put(self, key: str, data: bytes) -> None: ...

    def get(self, key: str) -> bytes:
        """Raises KeyError when there is none."""
        ...

    def delete(self, keys: list[str]) -> None:
        """Remove those that exist."""
        ...
