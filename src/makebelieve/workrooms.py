"""What jobs are done with: the composition of the worker processes' rooms, and the kinds of job on the keepers' side.

The web framework and the database are not imported here: worker processes start from this module.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from makebelieve.engine import open_engine
from makebelieve.jobs.child import Body
from makebelieve.jobs.queue import JobKind
from makebelieve.kit.tokens import TokenMeter
from makebelieve.language import GameDraft
from makebelieve.library import making, scoring
from makebelieve.library.music import kinds as music_kinds
from makebelieve.library.repository import BlobStore
from makebelieve.library.studio import kinds as studio_kinds
from makebelieve.library.workshop import Room, Workshop
from makebelieve.library.worlds import making as worlds_making
from makebelieve.music.provider import MusicProvider
from makebelieve.settings import Settings

if TYPE_CHECKING:
    # Numba and the tables of art: loaded where there are pictures to draw.
    from makebelieve.art.provider import ImageProvider
    from makebelieve.providers.language_model import LanguageModel

WORKSHOP: Final = "makebelieve.workrooms:open_body"
"""The factory of the worker processes' body, as "module:function"."""


def open_body(argument: dict[str, Any]) -> Body:
    """What a worker process runs. `argument` is what `work_argument` gives."""

    meter = TokenMeter()

    def games() -> Body:
        # Numba and the tables of art: loaded where there are games to draw.
        from makebelieve.library.game_room import open_game_room

        engine = open_engine(argument["engine_host"], timeout=argument["job_timeout"], memory_mb=argument["engine_memory_mb"])
        return open_game_room(engine, reader(argument["llm"], meter))

    def music() -> Body:
        # Numba and the word lists of music: loaded where there is music to make.
        from makebelieve.library.music.room import open_music_room
        from makebelieve.outbound.addresses import Guard, parse_networks
        from makebelieve.outbound.fetching import fetcher
        from makebelieve.storage.blobs import open_blobs

        blobs = open_blobs(argument["blobs"], argument["blobs_endpoint"])
        return open_music_room(blobs, fetcher(Guard(parse_networks(argument["outbound_allow"]))), music_provider(argument["music"]))

    def studio() -> Body:
        from makebelieve.library.studio.room import open_studio_room
        from makebelieve.outbound.addresses import Guard, parse_networks
        from makebelieve.outbound.fetching import fetcher
        from makebelieve.storage.blobs import open_blobs

        blobs = open_blobs(argument["blobs"], argument["blobs_endpoint"])
        wanted = argument["image"]
        patience = wanted["timeout"] if wanted is not None else 0.0
        return open_studio_room(blobs, fetcher(Guard(parse_networks(argument["outbound_allow"]))), image_provider(wanted), patience)

    def worlds() -> Body:
        from makebelieve.library.worlds.room import open_world_room

        model = world_model(argument["llm"], meter)
        return open_world_room(model, model, model if model is not None and argument["llm"]["story_timeout"] else None)

    return Workshop(
        [
            Room(making.KINDS, games),
            Room(worlds_making.KINDS, worlds),
            # Each game is followed by its sound.
            Room((scoring.SCORE,), scoring.open_sound_room),
            Room(studio_kinds.KINDS, studio),
            Room(music_kinds.KINDS, music),
        ],
        meter,
        # What the home page makes is made at once, whoever comes first.
        at_once=2,
    )


def job_kinds(blobs: BlobStore) -> dict[str, JobKind]:
    """What the queue can do: how each kind of job ends."""
    return {
        "generate": making.GenerateJobs(blobs),
        "iterate": making.IterateJobs(blobs),
        "import": making.ImportJobs(blobs),
        "prove": making.ProveJobs(),
        scoring.SCORE: scoring.ScoreJobs(blobs),
        "track": music_kinds.RecordingJobs(),
        "effect": music_kinds.RecordingJobs(),
        "track_file": music_kinds.TrackFileJobs(),
        "generation": studio_kinds.GenerationJobs(),
        "animation": studio_kinds.FileJobs("sheet", "spriteSheetUrl"),
        "sheet": studio_kinds.FileJobs("sheet", "spriteSheetUrl"),
        "tile": studio_kinds.FileJobs("", "imageUrl"),
        worlds_making.GENERATE: worlds_making.WorldJobs(blobs),
        worlds_making.PAINT: worlds_making.WorldPaintJobs(blobs),
        worlds_making.FRAME: worlds_making.WorldFrameJobs(blobs),
        worlds_making.EDIT: worlds_making.WorldEditJobs(),
        worlds_making.READ: worlds_making.WorldReadingJobs(),
    }


def reader(llm: dict[str, Any] | None, meter: TokenMeter | None = None) -> Callable[[str], GameDraft]:
    """What reads prompts: the embedded interpreter, helped by a language model if one is configured (model, base_url, api_key, timeout).

    `meter` is told the tokens of every question to it.
    """
    from makebelieve.language import understand_with

    model = None
    if llm is not None:
        from makebelieve.providers.language_model import LanguageModel

        model = LanguageModel(**llm, meter=meter)
    return partial(understand_with, model)


def world_model(llm: dict[str, Any] | None, meter: TokenMeter | None = None) -> LanguageModel | None:
    """The language model that writes worlds, reads their premises and edits them, if one is configured; else as `reader`."""
    if llm is None:
        return None
    from makebelieve.providers.language_model import LanguageModel

    return LanguageModel(**llm, meter=meter)


def music_provider(wanted: dict[str, Any] | None) -> MusicProvider | None:
    """The service outside that makes music, if one is configured."""
    if wanted is None:
        return None
    from makebelieve.providers.music_services import open_provider

    return open_provider(**wanted)


def image_provider(wanted: dict[str, Any] | None) -> ImageProvider | None:
    """The service outside that draws sprites, if one is configured."""
    if wanted is None:
        return None
    from makebelieve.providers.image_services import open_provider

    return open_provider(**wanted)


def work_argument(settings: Settings) -> dict[str, Any]:
    """The argument of `open_body` that `settings` ask for, as JSON."""
    return {
        "engine_host": settings.engine_host,
        "engine_memory_mb": settings.engine_memory_mb,
        "job_timeout": settings.job_timeout,
        "blobs": settings.blobs_at,
        "blobs_endpoint": settings.blobs_endpoint,
        "outbound_allow": settings.outbound_allow,
        "music": None
        if settings.music_provider == "embedded"
        else {
            "name": settings.music_provider,
            "base_url": settings.music_base_url,
            "api_key": settings.music_api_key.get_secret_value() if settings.music_api_key is not None else None,
            "model": settings.music_model,
            "timeout": settings.music_timeout,
        },
        "image": None
        if settings.image_provider == "embedded"
        else {
            "name": settings.image_provider,
            "base_url": settings.image_base_url,
            "api_key": settings.image_api_key.get_secret_value() if settings.image_api_key is not None else None,
            "model": settings.image_model,
            "timeout": settings.image_timeout,
        },
        "llm": None
        if settings.llm_model is None
        else {
            "model": settings.llm_model,
            "base_url": settings.llm_base_url,
            "api_key": settings.llm_api_key.get_secret_value() if settings.llm_api_key is not None else None,
            "timeout": settings.llm_timeout,
            "story_timeout": settings.llm_story_timeout,
        },
    }
