"""How jobs of tracks and sound effects end: jobs.JobKind for each. Their room has written the files already."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from makebelieve.jobs.queue import BASE_URL, Outcome
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem
from makebelieve.library.music.ordering import FILE
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.uploads import address

KINDS: Final = ("track", "effect", FILE)
_DONE: Final[dict[str, float]] = {"ask": 0.0, "compose": 0.0, "draw": 0.5, "check": 0.7, "save": 0.9}
"""How much is done when a stage begins: shares of the time of a typical track."""


class _Stages:
    isolated: ClassVar[bool] = True

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        return result

    def progress(self, stage: str) -> float | None:
        return _DONE.get(stage)


class RecordingJobs(_Stages):
    """A finished body completes its recording."""

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        if not unit.recordings.complete(job.target, result, now):
            raise Problem(404, "not_found", "it was deleted meanwhile; nothing was charged")
        unit.uploads.add(job.target, list(result["files"].values()), now)
        base_url = str(job.payload[BASE_URL])
        sounds = [address(base_url, result["files"][part]) for part in result["sounds"]]
        return Outcome({"id": job.target, "audioUrl": sounds[0], "resultUrls": sounds})


class TrackFileJobs(_Stages):
    """A further file of a completed track."""

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        if not unit.recordings.add_file(job.target, result["part"], result["name"]):
            raise Problem(404, "not_found", "the track was deleted meanwhile")
        unit.uploads.add(job.target, [result["name"]], now)
        return Outcome({"part": result["part"], "name": result["name"]})
