"""Tracks as sound: the same bytes, exact loops, exact durations, clean levels, whole deliveries."""

from __future__ import annotations

import io
import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PIL import Image

from makebelieve import music
from makebelieve.kit.errors import Problem
from makebelieve.music import delivery, loudness
from makebelieve.music.stingers import stinger_score
from makebelieve.music.synth.kernels import RATE


@pytest.fixture(scope="module")
def battle() -> music.Track:
    return music.track("epic orchestral battle theme with brass", bpm=140, key="D minor", duration=12, seed=3)


@pytest.fixture(scope="module")
def opened() -> music.Track:
    return music.track(preset="chiptune_adventure", duration=10, seed=2, intro=True)


def decibels(value: float) -> float:
    return float(20 * np.log10(value + 1e-12))


def test_a_track_is_what_was_asked_for(battle: music.Track) -> None:
    assert battle.audio.dtype == np.float32
    assert battle.sample_rate == 44100
    assert battle.key == "D minor"
    assert battle.bpm == 140
    assert battle.score.bars == 7  # nearest to 12 s
    assert battle.audio.shape == (round(7 * 4 * 60 / 140 * RATE), 2)
    assert battle.loop == (0, len(battle.audio))
    assert any(part.instrument == "brass" for part in battle.score.parts.values())


def test_same_seed_same_bytes(battle: music.Track) -> None:
    again = music.track("epic orchestral battle theme with brass", bpm=140, key="D minor", duration=12, seed=3)
    other = music.track("epic orchestral battle theme with brass", bpm=140, key="D minor", duration=12, seed=4)
    assert again.flac() == battle.flac()
    assert again.midi == battle.midi
    assert again.manifest == battle.manifest
    assert other.midi != battle.midi


@pytest.mark.parametrize("preset", ["ambient_exploration", "boss_fight", "fantasy_tavern"])
def test_the_loop_is_what_endless_playback_sounds_like(preset: str) -> None:
    """The file equals the fourth pass of the same notes played on and on (the fifth has its first notes a little early)."""
    one = music.track(preset=preset, duration=8, seed=1)
    assert one.sound.curve.size == 0
    size = len(one.audio)
    fourth = one.unrolled(5).audio[3 * size : 4 * size]
    error = np.sqrt(np.mean((fourth - one.audio) ** 2)) / np.sqrt(np.mean(one.audio**2))
    assert decibels(float(error)) < -80


def test_a_cut_without_folding_would_be_heard(battle: music.Track) -> None:
    """The control of the test above: the first pass, without what rings over from the last, is far off at its start."""
    cut = battle.unrolled(1).audio[: RATE // 2]
    error = np.sqrt(np.mean((cut - battle.audio[: RATE // 2]) ** 2)) / np.sqrt(np.mean(battle.audio[: RATE // 2] ** 2))
    assert decibels(float(error)) > -40


def test_an_intro_loops_exactly_too(opened: music.Track) -> None:
    start, length = opened.loop
    assert start > opened.lead > 0
    assert len(opened.audio) == start + length
    assert length == round(opened.score.seconds * RATE) - opened.lead
    # what follows the loop's end in the score is what follows its start in the file
    tail = opened.audio[start : start + 64]
    before = opened.audio[start - 64 : start]
    end = opened.audio[-64:]
    assert decibels(float(np.abs(before - end).max())) < -80
    assert np.abs(tail[0] - end[-1]).max() <= np.abs(np.diff(opened.audio, axis=0)).max()


def test_stems_and_layers_sum_to_the_track(battle: music.Track) -> None:
    for groups in (battle.stems, battle.layers):
        assert float(np.abs(sum(groups.values()) - battle.audio).max()) <= 1e-6
        assert all(one.shape == battle.audio.shape for one in groups.values())
    assert list(battle.layers) == ["calm", "tension", "combat"]
    assert len(battle.stems) >= 4
    assert battle.stem("drums").wav()[:4] == b"RIFF"
    with pytest.raises(Problem):
        battle.stem("kazoo")


@pytest.mark.parametrize("name", music.STINGERS)
def test_stingers_are_in_the_key_of_their_track(name: str) -> None:
    for preset, key in (("boss_fight", "C harmonic minor"), ("fantasy_tavern", "D mixolydian"), ("menu_chill", "F major")):
        one = music.track(preset=preset, key=key, duration=5, seed=4)
        score = stinger_score(name, one.score.key, one.settled.commission.style, one.settled.commission.voices, 4)
        scale = {(one.score.key.tonic + step) % 12 for step in one.score.key.scale}
        assert {note.pitch % 12 for part in score.parts.values() for note in part.notes} <= scale
        clip = one.stinger(name)
        assert 1 < clip.duration < 9
        assert clip.loop == (0, 0)
        assert float(np.abs(clip.audio).max()) < 1
        assert float(np.abs(clip.audio[-8:]).max()) < 0.01
        assert clip.flac() == one.stinger(name).flac()
    with pytest.raises(Problem):
        one.stinger("yawn")


def test_levels(battle: music.Track) -> None:
    assert loudness.integrated(battle.audio, loop=True) == pytest.approx(-16, abs=0.2)
    assert loudness.true_peak(battle.audio, loop=True) <= -1
    loud = music.track(preset="boss_fight", duration=6, lufs=-8)
    assert loud.sound.curve.size > 0
    assert loudness.true_peak(loud.audio, loop=True) <= -1
    assert np.abs(loud.audio).max() < 1
    assert float(np.abs(sum(loud.stems.values()) - loud.audio).max()) <= 1e-6


@pytest.mark.parametrize("preset", music.PRESETS)
def test_presets_pass_every_check(preset: str) -> None:
    one = music.track(preset=preset, duration=24, seed=11)
    assert one.report.failed == ()
    assert one.duration == 24


def test_flac_holds_the_samples_and_the_loop(battle: music.Track, tmp_path: Path) -> None:
    path = battle.save(tmp_path / "battle.flac")
    samples, rate = soundfile.read(path, dtype="int16")
    assert rate == RATE
    assert np.array_equal(samples, delivery.pcm(battle.audio, battle.seed))
    tags = delivery.read_tags(path.read_bytes())
    assert tags["LOOPSTART"] == "0"
    assert int(tags["LOOPLENGTH"]) == int(tags["LOOP_END"]) == len(battle.audio)


def test_wav_holds_a_sampler_loop(opened: music.Track, tmp_path: Path) -> None:
    data = opened.save(tmp_path / "opened.wav").read_bytes()
    at = data.index(b"smpl")
    start, end = struct.unpack_from("<II", data, at + 8 + 36 + 8)
    assert (start, end - start + 1) == opened.loop
    samples, _ = soundfile.read(io.BytesIO(data), dtype="int16")
    assert np.array_equal(samples, delivery.pcm(opened.audio, opened.seed))


def test_lossy_files_are_near(battle: music.Track) -> None:
    ogg, _ = soundfile.read(io.BytesIO(battle.ogg()), dtype="float32")
    assert ogg.shape == battle.audio.shape
    assert float(np.sqrt(np.mean((ogg - battle.audio) ** 2))) < 0.02
    mp3, _ = soundfile.read(io.BytesIO(battle.mp3()), dtype="float32")
    assert abs(len(mp3) - len(battle.audio)) < 4000


def test_manifest_and_pictures(battle: music.Track, tmp_path: Path) -> None:
    manifest = json.loads(battle.save(tmp_path / "battle.json").read_text())
    assert manifest["loop"] == {"start": 0, "length": len(battle.audio)}
    assert len(manifest["chords"]) == manifest["bars"] == battle.score.bars
    assert set(manifest["stems"]) == set(battle.stems)
    assert manifest["loudness"]["truePeak"] <= -1
    for data, size in ((battle.waveform(), (1200, 240)), (battle.piano_roll(), (1200, 480))):
        image = Image.open(io.BytesIO(data))
        assert image.size == size
        colours = image.getcolors(1 << 20)
        assert colours
        assert len(colours) > 2


def test_midi_is_well_formed(opened: music.Track, tmp_path: Path) -> None:
    data = opened.save(tmp_path / "opened.mid").read_bytes()
    kind, tracks, division = struct.unpack(">HHH", data[8:14])
    assert (kind, division) == (1, 480)
    at, found = 14, 0
    while at < len(data):
        assert data[at : at + 4] == b"MTrk"
        at += 8 + int.from_bytes(data[at + 4 : at + 8], "big")
        found += 1
    assert (at, found) == (len(data), tracks)
    assert b"loopStart" in data
    assert b"loopEnd" in data


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({}, "prompt"),
        ({"prompt": "   "}, "prompt"),
        ({"prompt": "x" * 1001}, "prompt"),
        ({"preset": "polka"}, "preset"),
        ({"preset": "boss_fight", "bpm": 39}, "bpm"),
        ({"preset": "boss_fight", "bpm": float("nan")}, "bpm"),
        ({"preset": "boss_fight", "bpm": True}, "bpm"),
        ({"preset": "boss_fight", "duration": 301}, "duration"),
        ({"preset": "boss_fight", "duration": 4.9}, "duration"),
        ({"preset": "boss_fight", "key": "Q"}, "key"),
        ({"preset": "boss_fight", "seed": -1}, "seed"),
        ({"preset": "boss_fight", "lufs": 0}, "lufs"),
        ({"preset": "boss_fight", "reference": b"no audio"}, "referenceAudio"),
        ({"preset": "boss_fight", "reference": bytes(20_000_001)}, "referenceAudio"),
    ],
)
def test_refusals_name_the_field(arguments: dict[str, Any], field: str) -> None:
    with pytest.raises(Problem) as refused:
        music.track(**arguments)
    assert refused.value.status == 422
    assert refused.value.errors[0].path == field


def test_no_file_of_unknown_kind(battle: music.Track, tmp_path: Path) -> None:
    with pytest.raises(Problem):
        battle.save(tmp_path / "battle.aiff")
    assert list(tmp_path.iterdir()) == []


def test_a_reference_steers() -> None:
    """Tempo, key, brightness and density of a recording come back in the track made after it; words and arguments win over it."""
    model = music.track(preset="scifi_synthwave", key="F minor", bpm=124, duration=20, seed=5)
    heard = music.measure_reference(model.flac())
    assert heard.bpm == pytest.approx(124, rel=0.02)
    assert str(heard.key) == "F minor"
    after = music.track("boss fight", reference=heard, duration=10)
    assert after.key == "F minor"
    assert after.bpm == heard.bpm
    assert music.track("boss fight in A minor, 150 bpm", reference=heard, duration=10).key == "A minor"
    dark = music.measure_reference(music.track(preset="dungeon_dark", duration=20).flac())
    assert dark.brightness < heard.brightness
    assert music.track("boss fight", reference=dark, duration=10).settled.brightness < after.settled.brightness


def test_a_silent_reference_is_refused() -> None:
    with pytest.raises(Problem):
        music.measure_reference(delivery.wav(np.zeros((RATE, 2), np.int16), (0, 0)))


def test_an_ogg_file_is_the_same_each_time_and_its_pages_are_whole() -> None:
    audio = np.zeros((44_100, 1), np.float32)
    audio[:, 0] = 0.5 * np.sin(np.arange(44_100) * 0.05)
    data = delivery.ogg(audio, 0.8)
    assert data == delivery.ogg(audio, 0.8)
    assert len(data) < len(delivery.ogg(audio, 0.2))
    # Read back by a decoder that skips pages whose checksum is wrong.
    read, _ = soundfile.read(io.BytesIO(data))
    assert len(read) == len(audio)
    assert np.abs(read - audio[:, 0]).max() < 0.1
