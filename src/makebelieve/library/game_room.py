"""The games' room of the workshop: makes and changes games. Runs outside the server, without its database."""

from __future__ import annotations

import base64
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Protocol

from makebelieve import art, games
from makebelieve.engine import Engine, EngineDied, EngineError, EngineTimeout, EngineUnavailable
from makebelieve.games.artwork import ArtBundle, draw_art
from makebelieve.games.generation import compose_proven
from makebelieve.games.picture import draw_card, open_painter, png_of, still_of
from makebelieve.jobs.child import Body, Stage
from makebelieve.kit.errors import Problem
from makebelieve.language import GameDraft, understand_game


class Understand(Protocol):
    """Reads a prompt; the embedded interpreter or a language model."""

    def __call__(self, prompt: str, /) -> GameDraft: ...


def open_game_room(engine: Engine, understand: Understand) -> Body:
    """The body for jobs of `making.KINDS`. Warms `engine`, the interpreter and the picture library before the first job."""
    games.built_kinds(engine)
    # The word lists; a language model is not asked before there is something to ask.
    understand_game("a fox jumps over clouds")
    # The picture library reads its tables and kernels with its first drawing.
    art.puppet("a fox", height=32).clip("walk", 60.0, 1)
    studio = _Studio(engine)

    def body(kind: str, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
        started = time.perf_counter()
        tell = _timed(stage)
        if kind == "prove":
            return _prove(engine, payload, tell)
        if kind == "generate":
            made = _generate(engine, understand, payload, tell)
        elif kind == "iterate":
            made = _iterate(engine, payload, tell)
        elif kind == "import":
            made = _adopt(engine, payload, tell)
        else:
            raise ValueError(f"no job of kind '{kind}'")
        if made.get("applied", True) and made.get("history") is None:
            tell("draw")
            made |= studio.draw(made["config"])
        made["metadata"]["duration_ms"] = round((time.perf_counter() - started) * 1000)
        tell("save")
        return made

    return body


def _timed(stage: Stage) -> Callable[[str], None]:
    """Tell each stage once, with the milliseconds since the work began."""
    started = time.perf_counter()
    told: set[str] = set()

    def tell(name: str) -> None:
        if name not in told:
            told.add(name)
            stage(name, {"elapsed_ms": round((time.perf_counter() - started) * 1000)})

    return tell


def _generate(engine: Engine, understand: Understand, payload: dict[str, Any], tell: Callable[[str], None]) -> dict[str, Any]:
    tell("understand")
    game = games.generate(
        payload["prompt"],
        payload["seed"],
        # A world that is played as a game has been understood before.
        draft=GameDraft.model_validate(payload["draft"]) if "draft" in payload else understand(payload["prompt"]),
        story=games.Storyline.model_validate(payload["story"]) if "story" in payload else None,
        preferences=payload["preferences"],
        engine=engine,
        allow_unproven=payload["allow_unproven"],
        on_stage=tell,
    )
    return {
        "config": game.config,
        "understood": game.understood,
        "alternatives": game.alternatives,
        "metadata": dict(game.metadata),
    }


def _iterate(engine: Engine, payload: dict[str, Any], tell: Callable[[str], None]) -> dict[str, Any]:
    """Either a changed config, or a move in the history (the library's to make), or a refusal with the config as it was."""
    made = games.iterate(payload["config"], payload["message"], engine=engine, allow_unproven=payload["allow_unproven"], on_stage=tell)
    return {
        "config": made.game.config,
        "metadata": dict(made.game.metadata),
        "receipt": made.receipt.as_dict(),
        "applied": made.applied,
        "refusal": made.refusal,
        "history": asdict(made.history) if made.history is not None else None,
    }


def _adopt(engine: Engine, payload: dict[str, Any], tell: Callable[[str], None]) -> dict[str, Any]:
    """A file from elsewhere: what can be mended is, levels it lacks are built, and it is proven anew unless its certificate holds."""
    tell("understand")
    facts = engine.call("info")
    config = games.load(payload["config"], facts["kinds"])
    try:
        if all(_has_level(scene) for scene in config["scenes"]):
            tell("prove")
            if not (config["game"].get("proof") and engine.call("verify", config=config)["ok"]):
                config = {**config, "game": {**config["game"], "proof": engine.call("prove", config=config)["proof"]}}
        else:
            tell("compose")
            config, _ = compose_proven(engine, config, allow_unproven=True)
    except EngineError as error:
        raise Problem(422, "bad_config", f"{error.path or 'raku_config'}: {error}") from error
    games.validate(config)
    metadata = {"seed": config["game"]["seed"], "engine_version": facts["version"], "core_hash": facts["core_hash"], "provider": "file"}
    return {"config": config, "understood": {}, "alternatives": [], "metadata": metadata}


def _prove(engine: Engine, payload: dict[str, Any], tell: Callable[[str], None]) -> dict[str, Any]:
    """The proof of a config's levels as they are; the config itself is not changed and not kept."""
    tell("prove")
    try:
        config = games.load(payload["config"], engine.call("info")["kinds"])
        return {"proof": engine.call("prove", config=config)["proof"]}
    except EngineError as error:
        raise Problem(422, "bad_config", f"{error.path or 'raku_config'}: {error}") from error


def _has_level(scene: dict[str, Any]) -> bool:
    return scene.get("type", "gameplay") != "gameplay" or "level" in scene.get("properties", {})


class _Studio:
    """Draws a finished game: its art, its card, a still of it in play. A game without them is a game, so nothing here stops the work."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._painter: Engine | None = None
        self._broken = False

    def draw(self, config: dict[str, Any]) -> dict[str, Any]:
        """{picture, art: {bundle, card}}, files in base64; what could not be made is left out."""
        cast = self._cast(config)
        made = {"bundle": cast.packed()} if cast is not None else {}
        pictures: dict[str, Any] = {}
        painter = self._open()
        if painter is not None:
            try:
                still = still_of(config, engine=self._engine, painter=painter, art=cast)
                pictures["picture"] = base64.b64encode(png_of(still)).decode()
                made["card"] = draw_card(str(config["game"]["title"]), still, painter, cast.portrait if cast is not None else None)
            except (EngineError, EngineTimeout, EngineDied) as error:
                print(f"no picture: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        return {**pictures, "art": {name: base64.b64encode(data).decode() for name, data in made.items()}}

    def _cast(self, config: dict[str, Any]) -> ArtBundle | None:
        try:
            return draw_art(config)
        except Problem as problem:
            # A file from elsewhere may name what cannot be drawn; the player paints such a game by itself.
            print(f"no art: {problem.detail}", file=sys.stderr, flush=True)
            return None

    def _open(self) -> Engine | None:
        if self._painter is None and not self._broken:
            try:
                self._painter = open_painter()
            except EngineUnavailable:
                # The picture bundle is not built; trying again for every game would only cost time.
                self._broken = True
        return self._painter
