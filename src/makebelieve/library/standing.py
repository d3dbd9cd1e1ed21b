"""How a thing that a job makes stands, in the words of the studio family.

A thing's row is written when it is ordered, and completed in the transaction that ends its job well. Nobody writes to it when the job
fails: that it did is known from the job, which is kept for a week.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from makebelieve.jobs.repository import Job
from makebelieve.kit.clock import iso
from makebelieve.library.repository import LibraryUnit

Status = Literal["pending", "completed", "failed"]
FORGOTTEN: Final = "it failed more than a week ago; the reason is not kept that long"


@dataclass(frozen=True, slots=True)
class Standing:
    """`error`: why it failed, in a sentence. `completed_at`: when it ended, well or not, as an ISO time."""

    status: Status
    error: str | None = None
    completed_at: str | None = None


def standing(completed_at: float | None, job: Job | None) -> Standing:
    """Of a thing that was completed then (None: not yet), and the job that makes it."""
    if completed_at is not None:
        return Standing("completed", None, iso(completed_at))
    if job is None:
        return Standing("failed", FORGOTTEN)
    if job.finished:
        ended = iso(job.finished_at) if job.finished_at is not None else None
        return Standing("failed", str((job.error or {}).get("detail", "making this failed")), ended)
    return Standing("pending")


def standings(unit: LibraryUnit, things: list[tuple[float | None, str | None]]) -> list[Standing]:
    """Of many: when each was completed, and the id of its job."""
    pending = [job_id for completed_at, job_id in things if completed_at is None and job_id is not None]
    found = unit.jobs.jobs_of(pending) if pending else {}
    return [standing(completed_at, found.get(job_id or "")) for completed_at, job_id in things]
