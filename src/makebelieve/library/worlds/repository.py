"""What the worlds' keepers need kept, as protocols that storage implements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

Visibility = Literal["private", "unlisted", "public"]
Source = Literal["save", "branch", "manual", "ai", "import"]
Document = dict[str, Any]
"""A world as SMWorld: plain JSON."""


@dataclass(frozen=True, slots=True)
class World:
    """One kept world, without its graph. `rev` changes with every write of the graph; `head` is the version it descends from."""

    id: str
    owner: str
    slug: str
    name: str
    description: str | None
    cover: str | None
    visibility: Visibility
    rev: str
    head: str | None
    created_at: float
    updated_at: float


@dataclass(frozen=True, slots=True)
class WorldVersion:
    """One snapshot, a node of the version tree."""

    id: str
    world_id: str
    parent: str | None
    source: Source
    title: str | None
    created_at: float


@dataclass(frozen=True, slots=True)
class PlaySession:
    """One player's run of one world. `id` is that of the session token.

    `graph`: the blob with the world as it was when the player connected, so that edits do not pull the ground away. `situation`: where
    the run stands (worlds.playing). `entered_at`: when its state was entered. `seen_at`: the last sign of life. `seconds`: those that
    were charged so far.
    """

    id: str
    world_id: str
    owner: str
    app_id: str
    player: str | None
    origin: str | None
    minted_at: float
    reservation: str | None = None
    graph: str | None = None
    situation: dict[str, Any] | None = None
    connected_at: float | None = None
    entered_at: float | None = None
    seen_at: float | None = None
    ended_at: float | None = None
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class SessionEvent:
    """Something that happened in a run, numbered from 1: `name` is "choice", "said", "restart" or "end"."""

    seq: int
    name: str
    data: dict[str, Any]
    at: float


class WorldRepository(Protocol):
    def add(self, world: World, document: Document) -> None: ...

    def world(self, world_id: str) -> World | None: ...

    def by_slug(self, slug: str) -> World | None: ...

    def document(self, world_id: str) -> Document | None: ...

    def update(self, world: World, document: Document | None, *, was: str) -> bool:
        """Bring the row (and the graph, if given) to what is said, if its `rev` still is `was`; whether it was."""
        ...

    def list_of(self, owner: str, before: tuple[float, str] | None, limit: int) -> list[World]:
        """Newest first, from the one after `before` (its time and id) on."""
        ...

    def public(self, before: tuple[float, str] | None, limit: int) -> list[World]:
        """The worlds that everybody may see, whosesoever; else as `list_of`."""
        ...

    def remove(self, world_id: str) -> None:
        """With its versions and sessions."""
        ...

    def add_version(self, version: WorldVersion, document: Document) -> None: ...

    def version(self, world_id: str, version_id: str) -> WorldVersion | None: ...

    def snapshot(self, version_id: str) -> Document | None: ...

    def versions(self, world_id: str) -> list[WorldVersion]:
        """Oldest first."""
        ...

    def rename_version(self, version_id: str, title: str | None) -> None: ...

    def remove_version(self, version_id: str) -> None:
        """Its children become those of its parent."""
        ...


class PlayRepository(Protocol):
    def add(self, session: PlaySession) -> None: ...

    def session(self, session_id: str) -> PlaySession | None: ...

    def update(self, session: PlaySession, *, seq: int | None = None) -> bool:
        """Bring the row to what is said; with `seq`, only if the stored situation still has that number. False: it moved on."""
        ...

    def live(self, since: float, owner: str | None = None) -> int:
        """Sessions that are connected, not ended, and were seen after `since`; of one owner, or all."""
        ...

    def lost(self, before: float, limit: int) -> list[PlaySession]:
        """Sessions that are connected, not ended, and were last seen before that time."""
        ...

    def add_event(self, session_id: str, event: SessionEvent) -> None: ...

    def events(self, session_id: str, after: int, limit: int) -> list[SessionEvent]: ...

    def graphs_of(self, world_id: str) -> list[str]:
        """Keys of the blobs that the sessions of a world name."""
        ...
