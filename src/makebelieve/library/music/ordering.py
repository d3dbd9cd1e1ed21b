"""Tracks and sound effects on order, and as their owners see them: read, delete. Functions of one unit of work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from makebelieve.access.callers import Caller
from makebelieve.access.gate import own
from makebelieve.jobs import queue
from makebelieve.jobs.announcing import WEBHOOK_URL
from makebelieve.jobs.queue import BASE_URL
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_id
from makebelieve.library.music.repository import Medium, Recording
from makebelieve.library.repository import LibraryUnit
from makebelieve.metering import credits, orders
from makebelieve.metering.credits import Work
from makebelieve.metering.ledger import Charge, reserve

KIND_OF: Final[dict[Medium, str]] = {"music": "track", "sound": "effect"}
"""The kind of job that makes each."""
FILE: Final = "track_file"
"""The kind of job that makes a further file of a finished track; it costs nothing."""
_WORK: Final[dict[Medium, Work]] = {"music": "music", "sound": "sound"}
_CALLED: Final[dict[Medium, str]] = {"music": "track", "sound": "sound"}


def new_recording_id(medium: Medium, now: float) -> str:
    return new_id({"music": "mus", "sound": "snd"}[medium], now)


def draft(
    unit: LibraryUnit,
    caller: Caller,
    now: float,
    *,
    medium: Medium,
    asked: Mapping[str, Any],
    base_url: str,
    webhook_url: str | None = None,
) -> Job:
    """An item of a batch: the pending recording and its job, its credits held, not yet queued. Raises a 402 Problem."""
    charges = [credits.charge(unit, caller.meter, credits.price({_WORK[medium]: 1}))]
    return _draft(unit, caller, now, medium, asked, charges, base_url, webhook_url, new_recording_id(medium, now))


def order(
    unit: LibraryUnit,
    caller: Caller,
    now: float,
    *,
    medium: Medium,
    asked: Mapping[str, Any],
    base_url: str,
    webhook_url: str | None = None,
    recording_id: str | None = None,
) -> Job:
    """Queue a track or a sound effect; its `target` is the recording's id. Raises 402 without credits, 429 with too many under way."""
    charges = orders.of_studio(unit, caller, {_WORK[medium]: 1})
    target = recording_id or new_recording_id(medium, now)
    job = _draft(unit, caller, now, medium, asked, charges, base_url, webhook_url, target)
    queue.enqueue(unit, job, orders.PER_KEY)
    return job


def order_file(unit: LibraryUnit, caller: Caller, recording: Recording, part: str, now: float) -> Job:
    """Queue the making of a further file of a completed track. Free, but one of the key's generations at once."""
    made = {"flac": recording.files["flac"], "loop": recording.made["loop"], "reference": recording.made.get("reference")}
    payload = {"id": recording.id, "asked": recording.asked, "part": part, "made": made}
    job = _job(unit, caller, FILE, recording.id, payload, orders.of_studio(unit, caller, {}), now)
    queue.enqueue(unit, job, orders.PER_KEY)
    return job


def _draft(
    unit: LibraryUnit,
    caller: Caller,
    now: float,
    medium: Medium,
    asked: Mapping[str, Any],
    charges: list[Charge],
    base_url: str,
    webhook_url: str | None,
    target: str,
) -> Job:
    payload = {**asked, "id": target, BASE_URL: base_url, **({WEBHOOK_URL: webhook_url} if webhook_url is not None else {})}
    job = _job(unit, caller, KIND_OF[medium], target, payload, charges, now)
    unit.recordings.add(Recording(target, medium, job.owner, job.id, dict(asked), now, {}))
    return job


def _job(unit: LibraryUnit, caller: Caller, kind: str, target: str, payload: dict[str, Any], charges: list[Charge], now: float) -> Job:
    if caller.subject is None:
        raise Problem(401, "not_authenticated", "this call needs a credential")
    job_id = new_id("job", now)
    return Job(
        id=job_id,
        kind=kind,
        owner=caller.subject,
        key=caller.bucket,
        target=target,
        payload=payload,
        reservation=reserve(unit, charges, now, job=job_id, reason=kind),
        state="queued",
        token=0,
        attempts=0,
        created_at=now,
    )


def owned(unit: LibraryUnit, caller: Caller, medium: Medium, recording_id: str) -> Recording:
    """The caller's recording. Raises a 404 Problem when there is none or it is another's."""
    found = unit.recordings.recording(recording_id)
    own(caller, found.owner if found is not None and found.medium == medium else None, _CALLED[medium])
    assert found is not None
    return found


def remove(unit: LibraryUnit, caller: Caller, medium: Medium, recording_id: str, now: float) -> tuple[list[str], list[str]]:
    """Remove it for good, ending its job if that has not ended: names of the files to delete, and the jobs that were closed."""
    found = owned(unit, caller, medium, recording_id)
    closed: list[str] = []
    job = unit.jobs.job(found.job) if found.completed_at is None else None
    if job is not None:
        closed = queue.cancel(unit, job, now)
    unit.recordings.remove(found)
    return unit.uploads.remove([found.id]), closed
