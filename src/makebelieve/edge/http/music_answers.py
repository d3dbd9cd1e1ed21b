"""From kept tracks and sound effects to answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from makebelieve.edge.http.music_schemas import MusicAnswer, SoundAnswer
from makebelieve.edge.http.services import Services
from makebelieve.kit.clock import iso
from makebelieve.library import uploads
from makebelieve.library.music.repository import Recording
from makebelieve.library.standing import Standing


def music_answer(services: Services, found: Recording, stands: Standing) -> MusicAnswer:
    """A track with the addresses of its files."""

    def url(part: str) -> str | None:
        return uploads.address(services.settings.base_url, found.files[part]) if part in found.files else None

    facts: Mapping[str, Any] = {**found.asked, **found.made}
    stingers = {part.removeprefix("stinger-").replace("-", "_"): url(part) for part in found.files if part.startswith("stinger-")}
    return MusicAnswer(
        id=found.id,
        status=stands.status,
        prompt=found.asked["prompt"],
        presetSlug=facts["preset"],
        duration=facts["duration"],
        bpm=facts["bpm"],
        key=facts["key"],
        meter=found.made.get("meter"),
        seed=found.asked["seed"],
        audioUrl=url("flac"),
        midiUrl=url("midi"),
        waveformUrl=url("waveform"),
        pianoRollUrl=url("piano-roll"),
        manifestUrl=url("manifest"),
        stemsUrl=url("stems"),
        layersUrl=url("layers"),
        stingerUrls={name: address for name, address in stingers.items() if address is not None},
        loop=found.made.get("loop"),
        report=found.made.get("report"),
        provider=found.made.get("provider"),
        error=stands.error,
        createdAt=iso(found.created_at),
        completedAt=stands.completed_at,
    )


def music_row(services: Services, found: Recording, stands: Standing) -> MusicAnswer:
    """A track as one of many: without its report."""
    return music_answer(services, found, stands).model_copy(update={"report": None})


def sound_answer(services: Services, found: Recording, stands: Standing) -> SoundAnswer:
    """An effect with the address of each of its variations."""
    urls = [uploads.address(services.settings.base_url, found.files[part]) for part in found.made.get("sounds", ())]
    made = found.made
    return SoundAnswer(
        id=found.id,
        status=stands.status,
        prompt=found.asked["prompt"],
        family=made.get("family", found.asked["family"]),
        seed=found.asked["seed"],
        format=found.asked["format"],
        audioUrl=urls[0] if urls else None,
        duration=made.get("duration"),
        variations=[{**one, "audioUrl": url} for one, url in zip(made.get("variations", ()), urls, strict=True)],
        unmatched=made.get("unmatched", []),
        error=stands.error,
        createdAt=iso(found.created_at),
        completedAt=stands.completed_at,
    )
