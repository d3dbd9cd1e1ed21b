"""What is kept of a recording, and the protocol that storage implements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

Medium = Literal["music", "sound"]


@dataclass(frozen=True, slots=True)
class Recording:
    """A track or a sound effect, ordered or made; how it stands before it is completed is known from `job`.

    `asked` is what its room was given, with the seed. `made` is empty until it is completed; its member `files` maps what is there of it
    ("flac", "midi") to the names of result files.
    """

    id: str
    medium: Medium
    owner: str
    job: str
    asked: dict[str, Any]
    created_at: float
    made: dict[str, Any]
    completed_at: float | None = None

    @property
    def files(self) -> dict[str, str]:
        """What is there of it -> the file's name."""
        found: dict[str, str] = self.made.get("files", {})
        return found


class RecordingRepository(Protocol):
    def add(self, recording: Recording) -> None: ...

    def complete(self, recording_id: str, made: dict[str, Any], now: float) -> bool:
        """Keep what was made; False when the recording was deleted meanwhile."""
        ...

    def add_file(self, recording_id: str, part: str, name: str) -> bool:
        """Note one more file of a completed recording; False when it is gone."""
        ...

    def recording(self, recording_id: str) -> Recording | None: ...

    def list_of(self, owner: str, medium: Medium, limit: int, offset: int) -> list[Recording]:
        """Newest first."""
        ...

    def count_of(self, owner: str, medium: Medium) -> int: ...

    def remove(self, recording: Recording) -> None: ...
