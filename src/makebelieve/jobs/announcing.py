"""What is told of a job that has ended, to whom, and under which name."""

from __future__ import annotations

from typing import Any, Final

from makebelieve.jobs.repository import BATCH, Job, JobsUnit
from makebelieve.kit.clock import iso
from makebelieve.webhooks import outbox

WEBHOOK_URL: Final = "webhook_url"
"""Where in a job's payload the address is kept that its request asked to be told at."""
EVENTS: Final[dict[str, tuple[str, str]]] = {
    **dict.fromkeys(("generate", "iterate", "import"), ("game.completed", "game.failed")),
    "track": ("music.completed", "music.failed"),
    "effect": ("sound.completed", "sound.failed"),
    "generation": ("generation.completed", "generation.failed"),
    "animation": ("animation.completed", "animation.failed"),
    "tile": ("tile.completed", "tile.failed"),
    "world": ("world.generation.succeeded", "world.generation.failed"),
    BATCH: ("batch.completed", "batch.failed"),
}
"""Per kind the events that tell of its success and of its failure; kinds that are not named tell nobody."""
OF_THINGS: Final[frozenset[str]] = frozenset({"track", "effect", "generation", "animation", "tile", "world"})
"""Kinds whose events tell of the thing that was made, not of the job: `id` is the thing's, and the result's fields stand beside it."""
TELL: Final = "tell"
"""In a job's payload: False when nobody is to be told of its end, because whoever ordered it waits for the answer."""


def announce(unit: JobsUnit, job: Job, status: str, now: float, said: dict[str, Any], owner: str | None = None) -> None:
    """Tell whoever wants to know, in the same transaction. A cancelled job counts as failed. `owner`: who owns it now, if that is known."""
    names = EVENTS.get(job.kind)
    if names is None or not job.payload.get(TELL, True):
        return
    # The anonymous browser that ordered it may have logged in meanwhile; an app's jobs stay the app's.
    if owner is None:
        owner = (unit.jobs.job(job.id) or job).owner if job.owner.startswith("session:") else job.owner
    data = _of_thing(job, status, now, said) if job.kind in OF_THINGS else _of_job(job, status, now, said)
    url = job.payload.get(WEBHOOK_URL)
    outbox.announce(unit, owner, names[0] if status == "completed" else names[1], data, now, job_id=job.id, url=url)


def _of_job(job: Job, status: str, now: float, said: dict[str, Any]) -> dict[str, Any]:
    about = "gameId" if job.target.startswith("game_") else "target"
    return {"id": job.id, "jobId": job.id, "kind": job.kind, "status": status, about: job.target, "completedAt": iso(now), **said}


def _of_thing(job: Job, status: str, now: float, said: dict[str, Any]) -> dict[str, Any]:
    ended = "completed" if status == "completed" else "failed"
    # The worlds family tells of a failed job by its id: there is no world then.
    about = {"jobId": job.id} if job.kind == "world" else {}
    return {**about, **said.get("result", said), "id": job.target, "status": ended, "completedAt": iso(now)}
