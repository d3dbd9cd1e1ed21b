"""Games on order: reserve the quota and queue the job in one transaction; keep the game and charge in another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from makebelieve.access.callers import Caller
from makebelieve.jobs import queue
from makebelieve.jobs.queue import Job
from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_id
from makebelieve.kit.transactions import Ledger
from makebelieve.library import shelf
from makebelieve.library.repository import BlobStore, Game, LibraryUnit, Version
from makebelieve.metering import quota
from makebelieve.metering.tiers import LIMITS, Counter


def order_game(
    unit: LibraryUnit, caller: Caller, now: float, *, prompt: str, seed: int, preferences: dict[str, Any] | None, allow_unproven: bool
) -> Job:
    """Queue a generation. Raises a 429 Problem when the day's quota or the jobs at once are used up."""
    payload = {"prompt": prompt, "seed": seed, "preferences": preferences, "allow_unproven": allow_unproven}
    return _order(unit, caller, "generate", new_id("game", now), payload, "generations", now)


def order_edit(
    unit: LibraryUnit, caller: Caller, now: float, *, game_id: str, message: str, config: dict[str, Any], blobs: BlobStore
) -> Job:
    """Queue a change of the caller's game, from `config` as the caller holds it. Raises 404 or 429 Problems."""
    game = shelf.owned(unit, caller, game_id)
    current = shelf.version_of(unit, game)
    undo = None
    if current.parent is not None and (parent := unit.games.version(game.id, current.parent)) is not None:
        undo = shelf.read_config(blobs, parent)
    payload = {"message": message, "config": config, "previous": undo, "base": current.version}
    return _order(unit, caller, "iterate", game.id, payload, "iterations", now)


def _order(unit: LibraryUnit, caller: Caller, kind: str, target: str, payload: dict[str, Any], counter: Counter, now: float) -> Job:
    if caller.subject is None:
        raise Problem(401, "not_authenticated", "this call needs a credential or a browser session")
    reservation = quota.reserve(unit, caller.meter, caller.tier, counter, now)
    job = Job(
        id=new_id("job", now),
        kind=kind,
        owner=caller.subject,
        key=caller.meter,
        target=target,
        payload=payload,
        reservation=reservation,
        state="queued",
        token=0,
        attempts=0,
        created_at=now,
    )
    queue.enqueue(unit, job, LIMITS[caller.tier].concurrent)
    return job


def keep_made(
    ledger: Ledger[LibraryUnit], blobs: BlobStore, caller: Caller, prompt: str, result: dict[str, Any], now: float
) -> tuple[Game, Version]:
    """Keep and charge a game that was made in this process, without a job."""
    game_id = new_id("game", now)
    made, data = shelf.summarise(game_id, result["config"], details_of(result))
    blobs.put(made["blob"], data)

    def work(unit: LibraryUnit) -> tuple[Game, Version]:
        reservation = quota.reserve(unit, caller.meter, caller.tier, "generations", now)
        version = shelf.add_first(unit, game_id, caller.subject or "", prompt, "generated", made, now)
        quota.charge(unit, reservation)
        return shelf.owned(unit, caller, game_id), version

    return ledger.write(work)


def details_of(result: dict[str, Any]) -> dict[str, Any]:
    """What a version keeps of a body's result besides the config."""
    return {key: result[key] for key in ("understood", "alternatives", "metadata", "receipt") if key in result}


@dataclass(frozen=True, slots=True)
class GenerateJobs:
    """jobs.JobKind for generation: a finished body becomes version 1 of a new game."""

    blobs: BlobStore

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        made, data = shelf.summarise(job.target, result["config"], details_of(result))
        self.blobs.put(made["blob"], data)
        return made

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> dict[str, Any]:
        # Read anew: the anonymous browser that ordered it may have logged in meanwhile.
        owner = (unit.jobs.job(job.id) or job).owner
        shelf.add_first(unit, job.target, owner, job.payload["prompt"], "generated", result, now)
        return {"version": 1}


@dataclass(frozen=True, slots=True)
class IterateJobs:
    """jobs.JobKind for edits: a finished body becomes the game's next version."""

    blobs: BlobStore

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        made, data = shelf.summarise(job.target, result["config"], details_of(result))
        self.blobs.put(made["blob"], data)
        return {**made, "undone": result["undone"]}

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> dict[str, Any]:
        game = unit.games.game(job.target)
        if game is None:
            raise Problem(404, "not_found", "the game was deleted meanwhile")
        base = unit.games.version(game.id, int(job.payload["base"]))
        # After an undo the next one goes further back than the state just restored.
        undone = base is not None and base.parent is not None and result["undone"]
        target = unit.games.version(game.id, base.parent) if undone and base is not None and base.parent is not None else None
        parent = target.parent if target is not None else int(job.payload["base"])
        version = shelf.add_next(unit, game, "restored" if undone else "edited", job.payload["message"], result, now, parent)
        return {"version": version.version}
