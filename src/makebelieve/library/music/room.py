"""What a worker process does for music: makes tracks, further files of them, and sound effects, and writes them to the blob store.

The files go straight there: a track with its stems is far larger than what should pass through a job's row. A blob of a job that was
killed is named by nothing and swept. Runs outside the server, without its database.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

import orjson

from makebelieve import music
from makebelieve.jobs.child import Body, Stage
from makebelieve.kit.errors import Problem, ProviderFailed, TryAgain, Unavailable, invalid
from makebelieve.library.music.ordering import FILE
from makebelieve.library.repository import BlobStore
from makebelieve.library.uploads import key_of, store
from makebelieve.music import adoption, delivery
from makebelieve.music.limits import REFERENCE_BYTES
from makebelieve.music.provider import Brief, MusicProvider
from makebelieve.music.reference import Reference
from makebelieve.music.theory import parse_key
from makebelieve.outbound.fetching import Fetch

EMBEDDED: Final = "embedded"
_SAME: Final = 1e-3
"""Largest difference of samples between a track and its rendering again: dither and other vector instructions stay far below."""


def open_music_room(blobs: BlobStore, fetch: Fetch, provider: MusicProvider | None = None) -> Body:
    """The body for jobs of the kinds "track", "track_file" and "effect". Loads the compiled kernels before the first job."""
    music.track(preset="epic_orchestral", duration=5).flac()
    room = _Room(blobs, fetch, provider)

    def body(kind: str, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
        makers = {"track": room.track, "effect": room.effect, FILE: room.file}
        if kind not in makers:
            raise ValueError(f"no job of kind '{kind}'")
        try:
            return makers[kind](payload, partial(_tell, stage))
        except Unavailable as error:
            raise TryAgain(str(error)) from error

    return body


def _tell(stage: Stage, name: str) -> None:
    stage(name, {})


Tell = Callable[[str], None]


class _Files:
    """Where the files of one recording go."""

    def __init__(self, blobs: BlobStore, recording_id: str) -> None:
        self._blobs = blobs
        self._id = recording_id
        self.names: dict[str, str] = {}

    def put(self, part: str, suffix: str, data: bytes) -> str:
        """Write it at once, so that a large one need not wait in memory; its name."""
        self.names |= store(self._blobs, self._id, {(part, suffix): data})
        return self.names[part]


class _Room:
    def __init__(self, blobs: BlobStore, fetch: Fetch, provider: MusicProvider | None) -> None:
        self._blobs = blobs
        self._fetch = fetch
        self._provider = provider

    def track(self, asked: dict[str, Any], tell: Tell) -> dict[str, Any]:
        files = _Files(self._blobs, asked["id"])
        reference = self._reference(asked)
        said: dict[str, Any] = {"name": EMBEDDED, "asked": EMBEDDED, "fallback": None}
        if self._provider is not None and not asked.get("embedded"):
            said["asked"] = self._provider.name
            tell("ask")
            try:
                adopted = _ask(self._provider, asked)
                return {**_of_adopted(adopted, asked, files, tell), "provider": {**said, "name": self._provider.name}}
            except ProviderFailed as failure:
                said["fallback"] = str(failure)
        tell("compose")
        return {**_of_track(_composed(asked, reference), asked, files, tell), "provider": said, "reference": _reference_json(reference)}

    def _reference(self, asked: Mapping[str, Any]) -> Reference | None:
        if asked.get("reference_blob"):
            try:
                return music.measure_reference(self._blobs.get(asked["reference_blob"]))
            except KeyError:
                raise Problem(409, "gone", "referenceAudio: the upload is not there any more; send it again") from None
        if asked.get("reference_url"):
            data = self._fetch(asked["reference_url"], most=REFERENCE_BYTES, field="referenceAudioUrl")
            try:
                return music.measure_reference(data)
            except Problem as problem:
                raise invalid("referenceAudioUrl", problem.errors[0].message, problem.errors[0].allowed) from problem
        return None

    def file(self, payload: dict[str, Any], tell: Tell) -> dict[str, Any]:
        """One more file of a finished track: another format of the same samples, or its stems or layers rendered again."""
        part, asked, made = payload["part"], payload["asked"], payload["made"]
        tell("draw")
        files = _Files(self._blobs, payload["id"])
        samples = delivery.samples_of(self._blobs.get(key_of(made["flac"]) or ""))
        loop = (made["loop"]["start"], made["loop"]["length"]) if made["loop"] else (0, 0)
        if part in ("stems", "layers"):
            track = _composed(asked, _reference_of(made.get("reference")))
            sound = track if made["loop"] else track.unrolled(1)
            mine = delivery.pcm(sound.audio, track.seed)
            if mine.shape != samples.shape or abs(mine.astype(int) - samples).max() > _SAME * 32768:
                raise Problem(409, "other_version", "the track was made by another version of the composer; make it anew with its seed")
            suffix, data = "zip", _archive(track, part)
        else:
            suffix, data = part, delivery.converted(samples, part, loop)
        tell("save")
        return {"part": part, "name": files.put(part, suffix, data)}

    def effect(self, asked: dict[str, Any], tell: Tell) -> dict[str, Any]:
        files = _Files(self._blobs, asked["id"])
        tell("compose")
        variations: list[dict[str, Any]] = []
        family = ""
        unmatched: tuple[str, ...] = ()
        for number in range(asked["variations"]):
            seed = (asked["seed"] + number) % (1 << 31)
            made = music.effect(asked["family"] or asked["prompt"], seed=seed, key=asked["key"], duration=asked["duration"])
            family, unmatched = made.family, made.unmatched
            suffix = asked["format"]
            files.put(f"v{number + 1}", suffix, {"wav": made.wav, "flac": made.flac, "ogg": made.ogg, "mp3": made.mp3}[suffix]())
            variations.append({"seed": seed, "duration": round(made.duration, 6), "loop": _loop_json(made.loop)})
        return {
            "files": files.names,
            "sounds": list(files.names),
            "duration": variations[0]["duration"],
            "family": family,
            "unmatched": list(unmatched),
            "variations": variations,
        }


def _composed(asked: Mapping[str, Any], reference: Reference | None) -> music.Track:
    return music.track(
        asked["prompt"],
        preset=asked["preset"],
        bpm=asked["bpm"],
        key=asked["key"],
        duration=asked["duration"],
        seed=asked["seed"],
        reference=reference,
    )


def _of_track(track: music.Track, asked: Mapping[str, Any], files: _Files, tell: Tell) -> dict[str, Any]:
    sound = track if asked["loop"] else track.unrolled(1)
    tell("draw")
    files.put("flac", "flac", delivery.flac(delivery.pcm(sound.audio, track.seed), track.tags() if asked["loop"] else track.facts()))
    files.put("midi", "mid", track.midi)
    files.put("waveform", "png", sound.waveform())
    files.put("piano-roll", "png", track.piano_roll())
    for name in asked["stingers"]:
        files.put(f"stinger-{name.replace('_', '-')}", "flac", track.stinger(name).flac())
    for name in ("stems", "layers"):
        if asked[name]:
            files.put(name, "zip", _archive(track, name))
    tell("check")
    report = track.report
    tell("save")
    manifest = track.manifest
    loop = _loop_json(track.loop) if asked["loop"] else None
    files.put("manifest", "json", orjson.dumps({**manifest, "loop": loop, "report": report.as_json()}, option=orjson.OPT_INDENT_2))
    return {
        "files": files.names,
        "sounds": ["flac"],
        "duration": round(sound.duration, 6),
        "bpm": manifest["bpm"],
        "key": track.key,
        "meter": manifest["meter"],
        "preset": track.preset,
        "loop": loop,
        "unmatched": manifest["unmatched"],
        "report": report.as_json(),
    }


def _ask(provider: MusicProvider, asked: Mapping[str, Any]) -> adoption.Adopted:
    """What the provider makes of it, mastered, looped and checked. Raises ProviderFailed, also for what does not pass."""
    able = provider.capabilities
    missing = [name for name in ("stems", "layers", "stingers") if asked[name] and not (name == "stems" and able.stems)]
    if missing:
        raise ProviderFailed(f"it makes no {' and no '.join(missing)}")
    if asked.get("reference_blob") or asked.get("reference_url"):
        raise ProviderFailed("it takes no reference recording")
    duration = float(asked["duration"] or 30)
    if not able.shortest <= duration <= able.longest:
        raise ProviderFailed(f"it makes {able.shortest:g} to {able.longest:g} s, not {duration:g} s")
    words = [part for part in ((asked["preset"] or "").replace("_", " "), asked["prompt"]) if part]
    key = str(parse_key(asked["key"])) if asked["key"] else None
    brief = Brief(", ".join([*words, "instrumental video game music"]), duration, asked["seed"], asked["bpm"], key)
    try:
        adopted = adoption.adopt(provider.make(brief), seed=asked["seed"], wished=duration, loops=asked["loop"])
    except Problem as problem:
        raise ProviderFailed(problem.detail) from problem
    if not adopted.report.ok:
        raise ProviderFailed(f"what it made failed {', '.join(adopted.report.failed)}")
    return adopted


def _of_adopted(adopted: adoption.Adopted, asked: Mapping[str, Any], files: _Files, tell: Tell) -> dict[str, Any]:
    tell("save")
    loop = _loop_json(adopted.loop)
    files.put("flac", "flac", adopted.flac())
    files.put("waveform", "png", adopted.waveform())
    facts = {
        "duration": round(adopted.duration, 6),
        "bpm": adopted.bpm,
        "key": adopted.key,
        "meter": None,
        "preset": asked["preset"],
        "loop": loop,
        "unmatched": [],
        "report": adopted.report.as_json(),
    }
    files.put("manifest", "json", orjson.dumps({"format": "makebelieve-music/1", **facts}, option=orjson.OPT_INDENT_2))
    return {"files": files.names, "sounds": ["flac"], **facts}


def _loop_json(loop: tuple[int, int]) -> dict[str, int] | None:
    return {"start": loop[0], "length": loop[1]} if loop[1] else None


def _reference_json(reference: Reference | None) -> dict[str, Any] | None:
    """Enough to compose the same track again without the recording."""
    if reference is None:
        return None
    key = str(reference.key) if reference.key is not None else None
    return {"bpm": reference.bpm, "key": key, "brightness": reference.brightness, "density": reference.density}


def _reference_of(stored: Mapping[str, Any] | None) -> Reference | None:
    if stored is None:
        return None
    key = parse_key(stored["key"]) if stored["key"] is not None else None
    return Reference(stored["bpm"], key, stored["brightness"], stored["density"])


def _archive(track: music.Track, name: str) -> bytes:
    """The stems or layers as FLAC files that loop as the track does and sum to it, with the manifest; times are set, so bytes repeat."""
    parts = track.stems if name == "stems" else track.layers
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for part, audio in parts.items():
            archive.writestr(zipfile.ZipInfo(f"{part}.flac"), music.Clip(audio, track.loop, track.seed).flac())
        archive.writestr(zipfile.ZipInfo("manifest.json"), orjson.dumps(track.manifest, option=orjson.OPT_INDENT_2))
    return buffer.getvalue()
