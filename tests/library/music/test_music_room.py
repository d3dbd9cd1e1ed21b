"""The music room with the real composer: what it writes, and what it says of it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import small_music
import soundfile

from makebelieve import music
from makebelieve.jobs.child import Body
from makebelieve.kit.errors import Problem, ProviderFailed, TryAgain, Unavailable, invalid
from makebelieve.library.music.room import open_music_room
from makebelieve.library.uploads import key_of
from makebelieve.music.delivery import read_tags
from makebelieve.music.provider import Brief, Capabilities
from makebelieve.storage.blobs import open_blobs

ID = "mus_01k9zq4h7v8e5m2c3d6f7g8h9j"
ASKED: dict[str, Any] = {
    "id": ID,
    "prompt": "calm village",
    "preset": "chiptune_adventure",
    "bpm": 120,
    "key": "G major",
    "duration": 8,
    "seed": 3,
    "loop": True,
    "stems": False,
    "layers": False,
    "stingers": [],
    "reference_url": None,
    "embedded": False,
}
SOUND = {"id": ID, "prompt": "coin", "family": None, "seed": 5, "variations": 2, "duration": None, "key": "D major", "format": "wav"}


def silent(_name: str, _data: dict[str, Any]) -> None:
    pass


def no_fetch(url: str, *, most: int, field: str) -> bytes:
    raise AssertionError("nothing is to be fetched")


@pytest.fixture(scope="module")
def blobs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return open_blobs(str(tmp_path_factory.mktemp("music") / "blobs"))


@pytest.fixture(scope="module")
def room(blobs: Any) -> Body:
    return open_music_room(blobs, no_fetch)


def read(blobs: Any, made: dict[str, Any], part: str) -> bytes:
    return bytes(blobs.get(key_of(made["files"][part])))


def test_a_track_with_everything(room: Body, blobs: Any) -> None:
    stages: list[str] = []
    asked = {**ASKED, "stems": True, "layers": True, "stingers": ["win", "level_up"]}
    made = room("track", asked, lambda name, _data: stages.append(name))
    assert stages == ["compose", "draw", "check", "save"]
    assert made.keys() == small_music.open_music(blobs)("track", asked, silent).keys()
    assert (made["key"], made["bpm"], made["preset"], made["meter"]) == ("G major", 120, "chiptune_adventure", "4/4")
    assert made["provider"] == {"name": "embedded", "asked": "embedded", "fallback": None}
    flac = read(blobs, made, "flac")
    samples, rate = soundfile.read(io.BytesIO(flac))
    assert (rate, len(samples) / rate) == (44100, pytest.approx(made["duration"], abs=1e-4))
    assert made["loop"] == {"start": 0, "length": len(samples)}
    assert read_tags(flac)["LOOPLENGTH"] == str(len(samples))
    assert read(blobs, made, "midi")[:4] == b"MThd"
    assert read(blobs, made, "waveform")[:4] == read(blobs, made, "piano-roll")[:4] == b"\x89PNG"
    manifest = json.loads(read(blobs, made, "manifest"))
    assert manifest["report"] == json.loads(json.dumps(made["report"]))
    for part in ("stems", "layers"):
        with zipfile.ZipFile(io.BytesIO(read(blobs, made, part))) as archive:
            names = [name for name in archive.namelist() if name.endswith(".flac")]
            total = sum(soundfile.read(io.BytesIO(archive.read(name)))[0] for name in names)
        assert len(names) >= 3
        # Sixteen bits and dither each.
        assert np.abs(total - samples).max() < 2e-4 * len(names)
    assert soundfile.info(io.BytesIO(read(blobs, made, "stinger-level-up"))).duration > 1


def test_the_same_order_is_the_same_track(room: Body, blobs: Any) -> None:
    first = room("track", ASKED, silent)
    assert room("track", ASKED, silent)["files"] == first["files"]
    assert room("track", {**ASKED, "seed": 4}, silent)["files"]["flac"] != first["files"]["flac"]


def test_one_that_does_not_loop_rings_out(room: Body, blobs: Any) -> None:
    loop, once = (room("track", {**ASKED, "loop": loops}, silent) for loops in (True, False))
    assert once["loop"] is None
    assert once["duration"] > loop["duration"]
    assert "LOOPSTART" not in read_tags(read(blobs, once, "flac"))
    tail = soundfile.read(io.BytesIO(read(blobs, once, "flac")))[0][-200:]
    assert np.abs(tail).max() < 1e-2


@pytest.mark.parametrize("part", ["wav", "ogg", "mp3", "stems", "layers"])
def test_further_files_are_of_the_same_sound(room: Body, blobs: Any, part: str) -> None:
    made = room("track", ASKED, silent)
    about = {"flac": made["files"]["flac"], "loop": made["loop"], "reference": made["reference"]}
    file = room("track_file", {"id": ID, "asked": ASKED, "part": part, "made": about}, silent)
    data = blobs.get(key_of(file["name"]))
    mine = soundfile.read(io.BytesIO(read(blobs, made, "flac")), dtype="int16")[0]
    if part == "wav":
        assert np.array_equal(soundfile.read(io.BytesIO(data), dtype="int16")[0], mine)
        assert b"smpl" in data
    elif part in ("ogg", "mp3"):
        assert soundfile.info(io.BytesIO(data)).duration == pytest.approx(len(mine) / 44100, abs=0.1)
    else:
        assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_stems_of_another_rendering_are_refused(room: Body, blobs: Any) -> None:
    made = room("track", ASKED, silent)
    about = {"flac": made["files"]["flac"], "loop": made["loop"], "reference": None}
    with pytest.raises(Problem, match="another version") as caught:
        room("track_file", {"id": ID, "asked": {**ASKED, "seed": 9}, "part": "stems", "made": about}, silent)
    assert caught.value.status == 409


def reference(bpm: int) -> bytes:
    return music.track(preset="scifi_synthwave", bpm=bpm, key="A minor", duration=10, seed=1).wav()


def test_a_reference_steers_and_is_remembered(room: Body, blobs: Any) -> None:
    key = f"references/{ID}/a.audio"
    blobs.put(key, reference(100))
    asked = {**ASKED, "bpm": None, "key": None, "prompt": None, "reference_blob": key}
    made = room("track", asked, silent)
    assert made["bpm"] == pytest.approx(100, abs=2)
    # The recording itself may be gone by then.
    blobs.delete([key])
    about = {"flac": made["files"]["flac"], "loop": made["loop"], "reference": json.loads(json.dumps(made["reference"]))}
    assert room("track_file", {"id": ID, "asked": asked, "part": "stems", "made": about}, silent)["part"] == "stems"
    with pytest.raises(Problem, match="send it again"):
        room("track", asked, silent)


def test_a_reference_by_address(blobs: Any) -> None:
    def fetch(url: str, *, most: int, field: str) -> bytes:
        assert (most, field) == (20_000_000, "referenceAudioUrl")
        return {"good": reference(100), "bad": b"x"}[url]

    room = open_music_room(blobs, fetch)
    asked = {**ASKED, "bpm": None, "prompt": None}
    assert room("track", {**asked, "reference_url": "good"}, silent)["bpm"] == pytest.approx(100, abs=2)
    with pytest.raises(Problem) as caught:
        room("track", {**asked, "reference_url": "bad"}, silent)
    assert caught.value.errors[0].path == "referenceAudioUrl"


def test_effects_vary_by_seed(room: Body, blobs: Any) -> None:
    made = room("effect", SOUND, silent)
    assert made.keys() == small_music.open_music(blobs)("effect", SOUND, silent).keys()
    assert (made["family"], made["sounds"], [one["seed"] for one in made["variations"]]) == ("coin", ["v1", "v2"], [5, 6])
    assert read(blobs, made, "v1") == music.effect("coin", seed=5, key="D major").wav()
    assert read(blobs, made, "v2") == music.effect("coin", seed=6, key="D major").wav()
    wind = room("effect", {**SOUND, "family": "wind", "duration": 3.0, "format": "flac", "variations": 1}, silent)
    assert (wind["duration"], wind["variations"][0]["loop"]) == (3.0, {"start": 0, "length": 3 * 44100})
    with pytest.raises(Problem) as caught:
        room("effect", {**SOUND, "duration": 3.0}, silent)
    assert caught.value.errors[0].path == "duration"
    with pytest.raises(Problem, match="no sound effect that is known"):
        room("effect", {**SOUND, "prompt": "blorf"}, silent)


def test_a_store_that_is_away_is_tried_again(tmp_path: Path) -> None:
    class Away:
        def put(self, key: str, data: bytes) -> None:
            raise Unavailable("blobs", "no space")

        def get(self, key: str) -> bytes:
            raise Unavailable("blobs", "gone")

        def delete(self, keys: list[str]) -> None: ...

    room = open_music_room(Away(), no_fetch)
    with pytest.raises(TryAgain, match="no space"):
        room("effect", SOUND, silent)
    with pytest.raises(ValueError, match="no job of kind"):
        room("dance", {}, silent)


class Outside:
    """A provider that answers as told."""

    name = "outside"
    capabilities = Capabilities(shortest=5, longest=20, seed=True)

    def __init__(self, answer: bytes | Exception) -> None:
        self.answer = answer
        self.asked: list[Brief] = []

    def make(self, brief: Brief) -> bytes:
        self.asked.append(brief)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def foreign(seconds: float = 14) -> bytes:
    """Somebody else's track: no loop, too soft, silence around it."""
    once = music.track(preset="menu_chill", duration=seconds, seed=8).unrolled(1).audio * np.float32(0.2)
    buffer = io.BytesIO()
    soundfile.write(buffer, np.pad(once, ((9000, 9000), (0, 0))), 44100, format="WAV")
    return buffer.getvalue()


def test_a_provider_makes_it(blobs: Any) -> None:
    outside = Outside(foreign())
    made = open_music_room(blobs, no_fetch, outside)("track", {**ASKED, "duration": 12}, silent)
    assert outside.asked[0].words(outside.capabilities) == (
        "chiptune adventure, calm village, instrumental video game music, 120 BPM, in G major"
    )
    assert made["provider"] == {"name": "outside", "asked": "outside", "fallback": None}
    assert set(made["files"]) == {"flac", "waveform", "manifest"}
    assert made["report"]["ok"]
    assert made["loop"]["length"] == soundfile.info(io.BytesIO(read(blobs, made, "flac"))).frames


@pytest.mark.parametrize(
    ("answer", "changes", "reason"),
    [
        (ProviderFailed("its rate limit is reached (status 429)"), {}, "its rate limit is reached (status 429)"),
        (b"not audio", {}, "cannot be read as audio"),
        (b"", {"stems": True, "stingers": ["win"]}, "it makes no stems and no stingers"),
        (b"", {"duration": 30}, "it makes 5 to 20 s, not 30 s"),
        (b"", {"reference_url": "x"}, "it takes no reference recording"),
    ],
)
def test_what_falls_back_says_why(blobs: Any, answer: Any, changes: dict[str, Any], reason: str) -> None:
    room = open_music_room(blobs, lambda *_args, **_named: reference(100), Outside(answer))
    made = room("track", {**ASKED, **changes}, silent)
    assert (made["provider"]["name"], made["provider"]["asked"]) == ("embedded", "outside")
    assert reason in made["provider"]["fallback"]
    assert "midi" in made["files"]


def test_noise_of_a_provider_is_not_delivered(blobs: Any) -> None:
    buffer = io.BytesIO()
    soundfile.write(buffer, np.random.default_rng(1).normal(0, 0.1, (44100 * 12, 2)), 44100, format="WAV")
    made = open_music_room(blobs, no_fetch, Outside(buffer.getvalue()))("track", {**ASKED, "duration": 10}, silent)
    assert "what it made failed" in made["provider"]["fallback"]


def test_the_caller_may_have_it_composed_here(blobs: Any) -> None:
    outside = Outside(invalid("x", "must not be asked"))
    made = open_music_room(blobs, no_fetch, outside)("track", {**ASKED, "embedded": True}, silent)
    assert (made["provider"], outside.asked) == ({"name": "embedded", "asked": "embedded", "fallback": None}, [])
