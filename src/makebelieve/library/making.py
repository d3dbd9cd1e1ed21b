"""Games on order: reserve the quota and queue the job in one transaction; keep the game and charge in another."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from makebelieve.access.callers import Caller
from makebelieve.games import Storyline
from makebelieve.jobs import queue
from makebelieve.jobs.queue import Outcome
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_id
from makebelieve.kit.transactions import Ledger
from makebelieve.language import GameDraft
from makebelieve.library import scoring, shelf
from makebelieve.library.repository import BlobStore, Game, LibraryUnit, Origin, Version
from makebelieve.metering import orders, quota
from makebelieve.metering.ledger import Charge, commit, reserve
from makebelieve.metering.tiers import LIMITS, Counter

KINDS: Final = ("generate", "iterate", "import", "prove")
"""The kinds of job that make, change or prove a game."""


def order_game(
    unit: LibraryUnit, caller: Caller, now: float, *, prompt: str, seed: int, preferences: dict[str, Any] | None, allow_unproven: bool
) -> Job:
    """Queue a generation. Raises a 429 Problem when the day's quota or the jobs at once are used up."""
    payload = {"prompt": prompt, "seed": seed, "preferences": preferences, "allow_unproven": allow_unproven}
    return _order(unit, caller, "generate", new_id("game", now), payload, "generations", now)


def order_story(unit: LibraryUnit, caller: Caller, now: float, *, draft: GameDraft, story: Storyline, seed: int) -> Job:
    """Queue a game along a story, understood before; else as `order_game`."""
    payload = {"prompt": draft.prompt, "seed": seed, "preferences": None, "allow_unproven": False}
    told = {"draft": draft.model_dump(mode="json"), "story": story.model_dump(mode="json")}
    return _order(unit, caller, "generate", new_id("game", now), payload | told, "generations", now)


def order_edit(
    unit: LibraryUnit, caller: Caller, now: float, *, game_id: str, message: str, config: dict[str, Any], allow_unproven: bool
) -> Job:
    """Queue a change of the caller's game, from `config` as the caller holds it. Raises 404 or 429 Problems."""
    game = shelf.owned(unit, caller, game_id)
    payload = {"message": message, "config": config, "allow_unproven": allow_unproven, "base": game.version}
    return _order(unit, caller, "iterate", game.id, payload, "iterations", now)


def order_import(unit: LibraryUnit, caller: Caller, now: float, *, config: dict[str, Any]) -> Job:
    """Queue the adoption of a `.raku` file as a new game; counted as an iteration, because it is proven anew."""
    return _order(unit, caller, "import", new_id("game", now), {"config": config}, "iterations", now)


def _order(unit: LibraryUnit, caller: Caller, kind: str, target: str, payload: dict[str, Any], counter: Counter, now: float) -> Job:
    concurrent = LIMITS[caller.tier].concurrent
    job = _draft(unit, caller, kind, target, payload, orders.of_game(caller, counter, now), now)
    # The permit among the charges has seen to the jobs at once.
    queue.enqueue(unit, job, concurrent, queue_beyond_cap=True)
    return job


def _draft(unit: LibraryUnit, caller: Caller, kind: str, target: str, payload: dict[str, Any], charges: list[Charge], now: float) -> Job:
    """The job with its reservation, not yet queued."""
    # Scenes per game are limited where people share an install; an install with an owner is the owner's own.
    payload["scenes"] = None if unit.accounts.has_owner() else LIMITS[caller.tier].scenes
    if caller.subject is None:
        raise Problem(401, "not_authenticated", "this call needs a credential or a browser session")
    job_id = new_id("job", now)
    return Job(
        id=job_id,
        kind=kind,
        owner=caller.subject,
        key=caller.meter,
        target=target,
        payload=payload,
        reservation=reserve(unit, charges, now, job=job_id, reason=kind),
        state="queued",
        token=0,
        attempts=0,
        created_at=now,
    )


def draft_game(
    unit: LibraryUnit, caller: Caller, now: float, *, prompt: str, seed: int, preferences: dict[str, Any] | None, allow_unproven: bool
) -> Job:
    """A generation as an item of a batch: counted as one, but held to no number of jobs at once. Raises a 429 Problem."""
    payload = {"prompt": prompt, "seed": seed, "preferences": preferences, "allow_unproven": allow_unproven}
    charges = [quota.daily(caller.meter, caller.tier, "generations", now)]
    return _draft(unit, caller, "generate", new_id("game", now), payload, charges, now)


def draft_proof(unit: LibraryUnit, caller: Caller, now: float, *, config: dict[str, Any]) -> Job:
    """A proof of a config as an item of a batch; counted as an iteration. Raises a 429 Problem."""
    charges = [quota.daily(caller.meter, caller.tier, "iterations", now)]
    return _draft(unit, caller, "prove", new_id("proof", now), {"config": config}, charges, now)


def store_made(blobs: BlobStore, game_id: str, result: dict[str, Any]) -> dict[str, Any]:
    """Write a body's config, picture and art to the blobs and name its sound, which comes later; what the tables keep, for `shelf`."""
    details: dict[str, Any] = {key: result[key] for key in ("understood", "alternatives", "metadata", "receipt") if key in result}
    if result.get("picture"):
        png = base64.b64decode(result["picture"])
        details["picture"] = f"games/{game_id}/{hashlib.sha256(png).hexdigest()}.png"
        blobs.put(details["picture"], png)
    art = {name: _store_art(blobs, game_id, name, base64.b64decode(data)) for name, data in result.get("art", {}).items()}
    art["sound"], details["scored"] = scoring.named(game_id, result["config"])
    details["art"] = art
    made, data = shelf.summarise(game_id, result["config"], details)
    blobs.put(made["blob"], data)
    return made


_SUFFIXES: Final = {"bundle": "json", "card": "png"}
"""What a game's art consists of besides its sound, and the kind of file each is."""


def _store_art(blobs: BlobStore, game_id: str, name: str, data: bytes) -> str:
    key = shelf.art_blob(game_id, f"{hashlib.sha256(data).hexdigest()}.{_SUFFIXES[name]}")
    blobs.put(key, data)
    return key


def check_scenes(job: Job, config: dict[str, Any]) -> None:
    """Raises a 403 Problem when the game has more gameplay scenes than the tier that ordered it allows."""
    limit = job.payload.get("scenes")
    count = sum(scene.get("type", "gameplay") == "gameplay" for scene in config.get("scenes", ()))
    if limit is not None and count > limit:
        raise Problem(403, "plan_limit", f"the game would have {count} levels; your tier allows {limit}. Nothing was charged")


def keep_made(
    ledger: Ledger[LibraryUnit], blobs: BlobStore, caller: Caller, prompt: str, result: dict[str, Any], now: float
) -> tuple[Game, Version]:
    """Keep and charge a game that was made in this process, without a job."""
    game_id = new_id("game", now)
    made = store_made(blobs, game_id, result)

    def work(unit: LibraryUnit) -> tuple[Game, Version]:
        reservation = quota.reserve(unit, caller.meter, caller.tier, "generations", now)
        version = shelf.add_first(unit, game_id, caller.subject or "", prompt, "generated", made, now)
        commit(unit, reservation, now)
        scoring.order(unit, version, caller.meter, now)
        return shelf.owned(unit, caller, game_id), version

    return ledger.write(work)


def _add_first(unit: LibraryUnit, job: Job, prompt: str, origin: Origin, made: dict[str, Any], now: float) -> None:
    version = shelf.add_first(unit, job.target, job.owner, prompt, origin, made, now)
    scoring.order(unit, version, job.key, now)


class _Stages:
    """How far a game is when a stage of its making begins: shares of the time of a typical one."""

    isolated: ClassVar[bool] = True

    _done: ClassVar[dict[str, float]] = {"understand": 0.0, "compose": 0.02, "prove": 0.1, "draw": 0.85, "save": 0.95}

    def progress(self, stage: str) -> float | None:
        return self._done.get(stage)


@dataclass(frozen=True)
class GenerateJobs(_Stages):
    """jobs.JobKind for generation: a finished body becomes version 1 of a new game."""

    isolated: ClassVar[bool] = False

    blobs: BlobStore

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        check_scenes(job, result["config"])
        return store_made(self.blobs, job.target, result)

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        _add_first(unit, job, job.payload["prompt"], "generated", result, now)
        return Outcome({"version": 1})


@dataclass(frozen=True)
class ImportJobs(_Stages):
    """jobs.JobKind for files from elsewhere."""

    isolated: ClassVar[bool] = False

    blobs: BlobStore

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        check_scenes(job, result["config"])
        return {**store_made(self.blobs, job.target, result), "prompt": str(result["config"]["game"].get("prompt") or "")}

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        _add_first(unit, job, result["prompt"], "imported", result, now)
        return Outcome({"version": 1})


class ProveJobs(_Stages):
    """jobs.JobKind for proofs: nothing is kept but the job's own result."""

    isolated: ClassVar[bool] = False

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        return {"proof": result["proof"]}

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        return Outcome(result)


@dataclass(frozen=True)
class IterateJobs(_Stages):
    """jobs.JobKind for edits: the game's next version, or a move in its history, or a refusal that changes and costs nothing."""

    blobs: BlobStore

    def prepare(self, job: Job, result: dict[str, Any]) -> dict[str, Any]:
        said = {key: result[key] for key in ("receipt", "applied", "refusal", "history")}
        if not result["applied"]:
            return said
        check_scenes(job, result["config"])
        return {**store_made(self.blobs, job.target, result), **said}

    def complete(self, unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> Outcome:
        game = unit.games.game(job.target)
        if game is None:
            raise Problem(404, "not_found", "the game was deleted meanwhile")
        said = {"receipt": result["receipt"], "applied": True, "refusal": None}
        if result["history"] is not None:
            move = result["history"]
            moved = shelf.move(unit, game, str(move["move"]), int(move["steps"]), move.get("version"), job.payload["message"], now)
            if isinstance(moved, str):
                return Outcome({**said, "version": game.version, "applied": False, "refusal": moved}, charge=False)
            receipt = {**result["receipt"], "changed": [f"version {moved.details['restored_from']} restored"]}
            return Outcome({**said, "version": moved.version, "receipt": receipt})
        if not result["applied"]:
            return Outcome({**said, "version": game.version, "applied": False, "refusal": result["refusal"]}, charge=False)
        base = shelf.version_of(unit, game, int(job.payload["base"]))
        made = {**result, "details": shelf.inherit(base.details, result["details"])}
        version = shelf.add_next(unit, game, "edited", job.payload["message"], made, now, base.version)
        if version.details["art"]["sound"] != base.details.get("art", {}).get("sound"):
            scoring.order(unit, version, job.key, now)
        return Outcome({**said, "version": version.version})
