"""What is kept of a project, generation, sprite, animation or tile, and the protocol that storage implements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

Kind = Literal["project", "generation", "sprite", "animation", "tile"]


@dataclass(frozen=True, slots=True)
class Creation:
    """`parent`: a generation's or sprite's project, an animation's sprite. `job`: what makes it; None where nothing has to.

    `asked` is what was wished, of a project its style lock; `made` is empty until it is completed, its `files` map parts to file names.
    """

    id: str
    kind: Kind
    owner: str
    parent: str | None
    job: str | None
    name: str
    asked: dict[str, Any]
    made: dict[str, Any]
    created_at: float
    completed_at: float | None = None

    @property
    def files(self) -> dict[str, str]:
        found: dict[str, str] = self.made.get("files", {})
        return found


class CreationRepository(Protocol):
    def add(self, creation: Creation) -> None: ...

    def complete(self, creation_id: str, made: dict[str, Any], now: float) -> bool:
        """Keep what was made; False when it was deleted meanwhile."""
        ...

    def change(self, creation_id: str, name: str, asked: dict[str, Any]) -> None: ...

    def creation(self, creation_id: str) -> Creation | None: ...

    def list_of(self, kind: Kind, limit: int, offset: int, *, owner: str, parent: str | None = None) -> list[Creation]:
        """Of an owner, or of one parent; newest first."""
        ...

    def count_of(self, kind: Kind, *, owner: str, parent: str | None = None) -> int: ...

    def remove(self, creation: Creation) -> None: ...
