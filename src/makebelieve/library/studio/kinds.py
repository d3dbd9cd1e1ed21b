"""How the studio's jobs end: jobs.JobKind for each. Their room has written the files already."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from makebelieve.jobs.queue import BASE_URL, Outcome
from makebelieve.jobs.repository import Job
from makebelieve.kit.clock import iso
from makebelieve.kit.errors import Problem
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.studio import ordering
from makebelieve.library.uploads import address
from makebelieve.webhooks import outbox

KINDS: Final = ("generation", "animation", "sheet", "tile")
"""`sheet`: a processed copy of an animation."""
_DONE: Final[dict[str, float]] = {"ask": 0.0, "draw": 0.0, "animate": 0.5, "save": 0.9}


class _Stages:
    isolated: ClassVar[bool] = True

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        return result

    def progress(self, stage: str) -> float | None:
        return _DONE.get(stage)


class GenerationJobs(_Stages):
    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        sprite_id, animations = ordering.complete_generation(unit, job, result, now)
        base_url = str(job.payload[BASE_URL])
        unit.uploads.add(job.target, list(result["files"].values()), now)
        for one in animations:
            # Their files were written before they had ids: they are the generation's.
            data = {"id": one.id, "status": "completed", "spriteSheetUrl": address(base_url, one.files["sheet"]), "completedAt": iso(now)}
            outbox.announce(unit, one.owner, "animation.completed", data, now, job_id=job.id)
        said = {"id": job.target, "resultUrls": [address(base_url, name) for name in result["results"]]}
        if sprite_id is not None:
            said |= {"spriteId": sprite_id, "animationIds": [one.id for one in animations]}
        return Outcome(said)


class FileJobs(_Stages):
    """Animations, their processed copies, and tiles: one thing, told of by the address of its picture."""

    def __init__(self, part: str, field: str) -> None:
        self._part = part
        self._field = field

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        if not unit.creations.complete(job.target, result, now):
            raise Problem(404, "not_found", "it was deleted meanwhile; nothing was charged")
        unit.uploads.add(job.target, list(result["files"].values()), now)
        url = address(str(job.payload[BASE_URL]), result["files"][self._part])
        return Outcome({"id": job.target, self._field: url, "resultUrls": [url]})
