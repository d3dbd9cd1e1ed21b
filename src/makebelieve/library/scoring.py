"""A game's sound, made after the game: the game can be played at once, and its sound follows by a job of its own.

Where the sound will lie is known as soon as the game is: its key is made of what the sound depends on. The job is queued in the
transaction that keeps the game, behind what somebody waits for, and writes the same bytes there however often it runs.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, ClassVar, Final, Literal

from makebelieve.games.soundtrack import FORMAT, Brief, brief_of, compose_sound
from makebelieve.jobs import queue
from makebelieve.jobs.child import Body, Stage
from makebelieve.jobs.queue import Outcome
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_id
from makebelieve.library import shelf
from makebelieve.library.repository import BlobStore, LibraryUnit, Version

SCORE: Final = "score"
"""The kind of job."""
PRIORITY: Final = 5
"""Behind what somebody waits for, before the items of batches."""
AT_ONCE: Final = 2
"""Sounds of one account's games that are made at the same time. They do not count among its generations."""
NOBODY: Final = "house"
"""Owner of these jobs: nobody ordered them, and lists of jobs show what was ordered."""
AGAIN_AFTER: Final = 3600.0
"""Seconds after which a sound that could not be made is tried again when it is asked for."""

Standing = Literal["coming", "lost", "absent"]


def open_sound_room() -> Body:
    """The body for jobs of the kind "score". Loads the compiled kernels and the styles before the first job."""
    compose_sound(Brief("platformer", "cheerful", 0))

    def body(kind: str, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
        if kind != SCORE:
            raise ValueError(f"no job of kind '{kind}'")
        stage("compose", {})
        return {"sound": base64.b64encode(compose_sound(Brief.of(payload["scored"])).packed()).decode()}

    return body


def named(game_id: str, config: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The key under which a game's sound will be, and what it is made of."""
    scored = asdict(brief_of(config))
    identity = json.dumps([FORMAT, game_id, scored], sort_keys=True)
    return shelf.art_blob(game_id, f"{hashlib.sha256(identity.encode()).hexdigest()}.bin"), scored


def _target(sound: str) -> str:
    """What the jobs of a sound are about: not the game, whose newest job is the one that its owner ordered."""
    return f"sound_{sound.rpartition('/')[2][:40]}"


def order(unit: LibraryUnit, version: Version, meter: str, now: float) -> None:
    """Queue the sound that a version of a game names, unless its job is under way or done. Free: it belongs to the game."""
    details = version.details
    sound = details["art"]["sound"]
    before = unit.jobs.latest_for(_target(sound))
    if before is not None and before.state not in ("failed", "cancelled"):
        return
    payload = {"game": version.game_id, "blob": sound, "scored": details["scored"]}
    job = Job(
        id=new_id("job", now),
        kind=SCORE,
        owner=NOBODY,
        # A key of their own: whoever has a game may order the next one while its sound is being made.
        key=f"sound:{meter}",
        target=_target(sound),
        payload=payload,
        reservation=None,
        state="queued",
        token=0,
        attempts=0,
        created_at=now,
        priority=PRIORITY,
    )
    queue.enqueue(unit, job, AT_ONCE, queue_beyond_cap=True)


def standing(unit: LibraryUnit, game_id: str, sound: str, now: float) -> Standing:
    """How a sound stands that is not there: it is being made, it is to be ordered again (`reorder`), or there is none."""
    job = unit.jobs.latest_for(_target(sound))
    if job is not None and not job.finished:
        return "coming"
    if job is not None and (job.finished_at or now) > now - AGAIN_AFTER:
        return "absent"
    game = unit.games.game(game_id)
    version = unit.games.version(game_id, game.version) if game is not None else None
    if version is None or version.details.get("art", {}).get("sound") != sound or "scored" not in version.details:
        return "absent"
    return "lost"


def reorder(unit: LibraryUnit, game_id: str, sound: str, now: float) -> None:
    """Queue a sound again that got lost; nothing where it is being made by now."""
    game = unit.games.game(game_id)
    if game is None or standing(unit, game_id, sound, now) != "lost":
        return
    unit.jobs.drop_for(_target(sound))
    order(unit, shelf.version_of(unit, game), game.owner, now)


class ScoreJobs:
    """jobs.JobKind for the sounds of games."""

    isolated: ClassVar[bool] = False

    def __init__(self, blobs: BlobStore) -> None:
        self._blobs = blobs

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        self._blobs.put(job.payload["blob"], base64.b64decode(result["sound"]))
        return {}

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        if unit.games.game(job.payload["game"]) is None:
            raise Problem(404, "not_found", "the game was deleted meanwhile")
        return Outcome({})

    def progress(self, stage: str) -> float | None:
        return 0.0 if stage == "compose" else None
