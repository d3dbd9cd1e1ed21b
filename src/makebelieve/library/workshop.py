"""What a worker process does for the library: makes and changes games. Runs outside the server, without its database."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Protocol

from makebelieve import games
from makebelieve.engine import Engine
from makebelieve.games import Game
from makebelieve.jobs.child import Body, Stage
from makebelieve.language import GameDraft


class Understand(Protocol):
    """Reads a prompt; the embedded interpreter or a language model."""

    def __call__(self, prompt: str, /) -> GameDraft: ...


def open_workshop(engine: Engine, understand: Understand) -> Body:
    """The body for jobs of the kinds "generate" and "iterate". Warms `engine` and `understand` before the first job."""
    games.built_kinds(engine)
    understand("a fox jumps over clouds")

    def body(kind: str, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
        started = time.perf_counter()
        tell = _timed(stage)
        if kind == "generate":
            made = _generate(engine, understand, payload, tell)
        elif kind == "iterate":
            made = _iterate(engine, payload, tell)
        else:
            raise ValueError(f"no job of kind '{kind}'")
        tell("score")
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
        draft=understand(payload["prompt"]),
        preferences=payload["preferences"],
        engine=engine,
        allow_unproven=payload["allow_unproven"],
        on_stage=tell,
    )
    tell("draw")
    return _made(game)


def _iterate(engine: Engine, payload: dict[str, Any], tell: Callable[[str], None]) -> dict[str, Any]:
    raise NotImplementedError


def _made(game: Game) -> dict[str, Any]:
    return {
        "config": game.config,
        "understood": game.understood,
        "alternatives": game.alternatives,
        "metadata": dict(game.metadata),
    }
