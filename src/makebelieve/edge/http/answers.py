"""From kept games to answers."""

from __future__ import annotations

from typing import Any

from makebelieve.edge.http.schemas import Accepted, GameAnswer, GameItem, IterateAnswer, VersionItem
from makebelieve.jobs.repository import Job
from makebelieve.kit.clock import iso
from makebelieve.library.repository import Game, Version

STATES = {"queued": "queued", "running": "running", "done": "complete", "failed": "failed", "cancelled": "cancelled"}


def _common(base_url: str, game: Game, version: Version, config: dict[str, Any]) -> dict[str, Any]:
    details = version.details
    metadata = {"seed": None, "engine_version": None, "duration_ms": None, "provider": None, **details.get("metadata", {})}
    return {
        "game_id": game.id,
        "raku_config": config,
        "genre": details["genre"],
        "title": version.title,
        "version": version.version,
        "play_url": f"{base_url}/play/{game.id}",
        "proof": config["game"].get("proof") or {"status": "not_proven"},
        "understood": details.get("understood") or {},
        "alternatives": details.get("alternatives") or [],
        "metadata": {**metadata, "kind": details["kind"]},
        "shared": game.shared,
        "created_at": iso(game.created_at),
        "updated_at": iso(game.updated_at),
    }


def game_answer(base_url: str, game: Game, version: Version, config: dict[str, Any]) -> GameAnswer:
    return GameAnswer.model_validate(_common(base_url, game, version, config))


def iterate_answer(base_url: str, game: Game, version: Version, config: dict[str, Any], said: dict[str, Any]) -> IterateAnswer:
    """`said`: the job's result with receipt, applied and refusal."""
    told = {key: said[key] for key in ("receipt", "applied", "refusal")}
    return IterateAnswer.model_validate({**_common(base_url, game, version, config), **told})


def accepted(base_url: str, job: Job) -> Accepted:
    followed = f"{base_url}/api/v1/generate/{job.target}"
    return Accepted(
        game_id=job.target,
        status="running" if job.state == "running" else "queued",
        progress_url=f"{followed}/progress",
        status_url=f"{followed}/status",
    )


def game_item(base_url: str, game: Game) -> GameItem:
    return GameItem(
        game_id=game.id,
        title=game.title,
        genre=game.genre,
        kind=game.kind,
        prompt=game.prompt,
        version=game.version,
        proof_status=game.proof_status,
        shared=game.shared,
        play_url=f"{base_url}/play/{game.id}",
        created_at=iso(game.created_at),
        updated_at=iso(game.updated_at),
    )


def version_item(game: Game, version: Version) -> VersionItem:
    return VersionItem(
        version=version.version,
        title=version.title,
        origin=version.origin,
        note=version.note,
        undo_version=version.parent,
        current=version.version == game.version,
        created_at=iso(version.created_at),
    )
