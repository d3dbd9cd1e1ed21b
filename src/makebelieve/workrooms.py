"""What jobs are done with: the composition of the worker processes' rooms, and the kinds of job on the keepers' side.

The web framework and the database are not imported here: worker processes start from this module.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from makebelieve.engine import open_engine
from makebelieve.jobs.child import Body
from makebelieve.jobs.queue import JobKind
from makebelieve.language import GameDraft
from makebelieve.library import game_room, making
from makebelieve.library.repository import BlobStore
from makebelieve.library.workshop import Room, Workshop
from makebelieve.settings import Settings

WORKSHOP: Final = "makebelieve.workrooms:open_body"
"""The factory of the worker processes' body, as "module:function"."""


def open_body(argument: dict[str, Any]) -> Body:
    """What a worker process runs. `argument` is what `work_argument` gives."""

    def games() -> Body:
        engine = open_engine(argument["engine_host"], timeout=argument["job_timeout"], memory_mb=argument["engine_memory_mb"])
        return game_room.open_game_room(engine, reader(argument["llm"]))

    return Workshop([Room(game_room.KINDS, games)])


def job_kinds(blobs: BlobStore) -> dict[str, JobKind]:
    """What the queue can do: how each kind of job ends."""
    return {
        "generate": making.GenerateJobs(blobs),
        "iterate": making.IterateJobs(blobs),
        "import": making.ImportJobs(blobs),
        "prove": making.ProveJobs(),
    }


def reader(llm: dict[str, Any] | None) -> Callable[[str], GameDraft]:
    """What reads prompts: the embedded interpreter, helped by a language model if one is configured (model, base_url, api_key, timeout)."""
    from makebelieve.language import understand_with

    model = None
    if llm is not None:
        from makebelieve.providers.language_model import LanguageModel

        model = LanguageModel(**llm)
    return partial(understand_with, model)


def work_argument(settings: Settings) -> dict[str, Any]:
    """The argument of `open_body` that `settings` ask for, as JSON."""
    return {
        "engine_host": settings.engine_host,
        "engine_memory_mb": settings.engine_memory_mb,
        "job_timeout": settings.job_timeout,
        "llm": None
        if settings.llm_model is None
        else {
            "model": settings.llm_model,
            "base_url": settings.llm_base_url,
            "api_key": settings.llm_api_key.get_secret_value() if settings.llm_api_key is not None else None,
            "timeout": settings.llm_timeout,
        },
    }
