"""Games as their owners see them: list, read, share, delete, versions, restore. Functions of one unit of work."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any, Final

import orjson

from makebelieve.access.callers import Caller
from makebelieve.access.gate import own, owns
from makebelieve.games.runtime import expand
from makebelieve.kit.clock import iso
from makebelieve.kit.errors import Problem
from makebelieve.library.repository import BlobStore, Game, LibraryUnit, Origin, Version

DEEPEST: Final = 10_000


def config_blob(game_id: str, config: dict[str, Any]) -> tuple[str, bytes]:
    """The key and the bytes under which a config is kept: content-addressed within its game."""
    data = orjson.dumps(config)
    return f"games/{game_id}/{hashlib.sha256(data).hexdigest()}.json", data


def art_blob(game_id: str, name: str) -> str:
    """The key of a game's art; `name` is a SHA-256: the content's with .json (sprites) or .png (a card), its recipe's with .bin (sound)."""
    return f"games/{game_id}/art/{name}"


def read_config(blobs: BlobStore, version: Version) -> dict[str, Any]:
    config: dict[str, Any] = orjson.loads(blobs.get(version.blob))
    return config


def owned(unit: LibraryUnit, caller: Caller, game_id: str) -> Game:
    """The caller's game. Raises a 404 Problem when there is none or it is another's."""
    game = unit.games.game(game_id)
    own(caller, game.owner if game is not None else None, "game")
    assert game is not None
    return game


def visible(unit: LibraryUnit, caller: Caller, game_id: str) -> Game:
    """A game to play: the caller's own, or one that its owner shares. Raises a 404 Problem otherwise."""
    game = unit.games.game(game_id)
    if game is None or not (game.shared or owns(caller, game.owner)):
        raise Problem(404, "not_found", "no such game")
    return game


def version_of(unit: LibraryUnit, game: Game, number: int | None = None) -> Version:
    """One version of a game, the current one without `number`. Raises a 404 Problem when there is none."""
    version = unit.games.version(game.id, game.version if number is None else number)
    if version is None:
        raise Problem(404, "not_found", f"the game has no version {number}; it has 1 to {game.latest}")
    return version


def check_depth(limit: int, offset: int) -> None:
    if offset + limit > DEEPEST:
        raise Problem(422, "invalid", f"offset: pages end at row {DEEPEST}")


def add_first(unit: LibraryUnit, game_id: str, owner: str, prompt: str, origin: Origin, made: dict[str, Any], now: float) -> Version:
    """Keep a new game as its version 1. `made`: facts, blob and details as `summarise` gives them."""
    first = Version(
        game_id, 1, origin, prompt if origin == "generated" else origin, None, made["blob"], made["title"], made["details"], now
    )
    game = Game(
        id=game_id,
        owner=owner,
        title=made["title"],
        genre=made["genre"],
        kind=made["kind"],
        prompt=prompt,
        version=1,
        latest=1,
        shared=False,
        proof_status=made["proof_status"],
        created_at=now,
        updated_at=now,
    )
    unit.games.add(game, first)
    return first


def add_next(unit: LibraryUnit, game: Game, origin: Origin, note: str, made: dict[str, Any], now: float, parent: int | None) -> Version:
    """Keep a change as the game's newest and current version."""
    number = game.latest + 1
    version = Version(game.id, number, origin, note, parent, made["blob"], made["title"], made["details"], now)
    unit.games.add_version(
        replace(
            game,
            title=made["title"],
            genre=made["genre"],
            kind=made["kind"],
            version=number,
            latest=number,
            proof_status=made["proof_status"],
            updated_at=now,
        ),
        version,
    )
    return version


def restore(unit: LibraryUnit, game: Game, number: int, now: float) -> Version:
    """An older version as a new one on top; history is never rewritten. Undoing that goes back to what was current before."""
    return _put_on_top(unit, game, version_of(unit, game, number), f"restored version {number}", now, game.version, None)


def move(unit: LibraryUnit, game: Game, kind: str, steps: int, number: int | None, note: str, now: float) -> Version | str:
    """ "undo" or "redo" by `steps`, or to "version" `number`, as a new version on top; or why that is not possible.

    Undo follows `parent`; the version it makes remembers where it came from, which is where redo leads.
    """
    current = version_of(unit, game)
    if kind == "version":
        found = unit.games.version(game.id, number or 0)
        if found is None:
            return f"There is no version {number}: this game has versions 1 to {game.latest}."
        return restore(unit, game, found.version, now)
    target = current
    for step in range(steps):
        next_number = target.parent if kind == "undo" else target.details.get("undone_from")
        found = unit.games.version(game.id, next_number) if next_number is not None else None
        if found is None:
            if step:
                return f"Only {step} {'change' if step == 1 else 'changes'} can be {'undone' if kind == 'undo' else 'redone'}."
            return "There is nothing to undo: this is the first state of the game." if kind == "undo" else "There is nothing to redo."
        target = found
    undone_from = current.version if kind == "undo" else target.details.get("undone_from")
    return _put_on_top(unit, game, target, note, now, target.parent, undone_from)


def _put_on_top(unit: LibraryUnit, game: Game, old: Version, note: str, now: float, parent: int | None, undone_from: int | None) -> Version:
    details = {key: value for key, value in old.details.items() if key not in ("receipt", "undone_from")}
    details["restored_from"] = old.version
    if undone_from is not None:
        details["undone_from"] = undone_from
    facts = {key: old.details[key] for key in ("genre", "kind", "proof_status")}
    return add_next(unit, game, "restored", note, {"blob": old.blob, "title": old.title, "details": details, **facts}, now, parent)


def inherit(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """The details of a changed game: what was understood of its prompt stays true of it, and its sound where that is made of the same."""
    kept: dict[str, Any] = {key: old[key] for key in ("understood", "alternatives") if key in old}
    if "sound" in old.get("art", {}) and new.get("scored") == old.get("scored"):
        new = {**new, "art": {**new.get("art", {}), "sound": old["art"]["sound"]}}
    return {**kept, **new, "metadata": {**old.get("metadata", {}), **new.get("metadata", {})}}


def summarise(game_id: str, config: dict[str, Any], details: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """What the tables keep of a config, and the bytes for its blob."""
    blob, data = config_blob(game_id, config)
    play = config["game"]
    facts = {
        "genre": str(play.get("genre", "custom")),
        "kind": str(play.get("kind", "")),
        "proof_status": str((play.get("proof") or {}).get("status", "not_proven")),
    }
    return {"blob": blob, "title": str(play["title"])[:128], **facts, "details": {**details, **facts}}, data


def runtime_form(game: Game, version: Version, config: dict[str, Any]) -> dict[str, Any]:
    """The config expanded into the runtime format (`raku_format` 1.0.0)."""
    return expand(
        config,
        created=iso(game.created_at),
        modified=iso(version.created_at),
        sharing="public" if game.shared else "private",
    )


def remove(unit: LibraryUnit, game: Game) -> list[str]:
    """Delete a game for good; the blobs that may go once the transaction is committed."""
    blobs = unit.games.blobs_of(game.id)
    unit.games.remove(game)
    unit.jobs.drop_for(game.id)
    return blobs


def claim(unit: LibraryUnit, session_id: str, subject: str) -> int:
    """Give an anonymous browser's games to the app of whoever logs in there; how many."""
    unit.jobs.hand_over(f"session:{session_id}", subject)
    return unit.games.hand_over(f"session:{session_id}", subject)
