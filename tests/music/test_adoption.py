"""Recordings of others, made fit for a game."""

from __future__ import annotations

import io

import numpy as np
import pytest
import soundfile

from makebelieve import music
from makebelieve.kit.errors import Problem
from makebelieve.music import loudness
from makebelieve.music.adoption import adopt
from makebelieve.music.synth.kernels import RATE, Signal


def file(audio: Signal, rate: int = RATE, kind: str = "WAV") -> bytes:
    buffer = io.BytesIO()
    soundfile.write(buffer, audio, rate, format=kind)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def twice() -> Signal:
    """A track that is played twice, softly, with silence around it."""
    audio = music.track(preset="peaceful_village", duration=10, seed=2).unrolled(2).audio
    return np.pad(audio * np.float32(0.3), ((RATE // 3, RATE // 2), (0, 0)))


def test_it_is_looped_where_it_repeats_and_mastered(twice: Signal) -> None:
    made = adopt(file(twice), seed=1, wished=10, loops=True)
    assert made.report.ok, made.report.failed
    assert made.loop == (0, len(made.audio))
    # The music repeats after ten seconds; the loop is found there to a hundredth.
    assert made.duration == pytest.approx(10, abs=0.1)
    assert loudness.integrated(made.audio, loop=True) == pytest.approx(-16, abs=0.2)
    assert loudness.true_peak(made.audio, loop=True) <= -1
    assert made.bpm is not None
    assert made.tags()["LOOPLENGTH"] == str(len(made.audio))


def test_one_that_is_not_to_loop_keeps_its_length(twice: Signal) -> None:
    made = adopt(file(twice), seed=1, wished=20, loops=False)
    assert made.loop == (0, 0)
    assert len(twice) - 2 * RATE <= len(made.audio) <= len(twice)


def test_mono_and_other_rates_are_taken(twice: Signal) -> None:
    made = adopt(file(twice[::2, 0], RATE // 2, "FLAC"), seed=1, wished=10, loops=True)
    assert made.audio.shape[1] == 2
    assert made.duration == pytest.approx(10, abs=0.1)


@pytest.mark.parametrize("data", [b"", b"x" * 1000, file(np.zeros((RATE * 2, 2), np.float32)), file(np.zeros((100, 2), np.float32))])
def test_what_is_no_recording_is_refused(data: bytes) -> None:
    with pytest.raises(Problem) as caught:
        adopt(data, seed=1, wished=10, loops=True)
    assert caught.value.errors[0].path == "audio"


def test_noise_and_drones_fail_their_checks() -> None:
    noise = np.random.default_rng(3).normal(0, 0.1, (12 * RATE, 2)).astype(np.float32)
    assert "tones of a scale" in adopt(file(noise), seed=1, wished=10, loops=True).report.failed
    hum = np.repeat(np.sin(np.arange(12 * RATE) * 0.01)[:, None], 2, axis=1).astype(np.float32)
    assert not adopt(file(hum), seed=1, wished=10, loops=True).report.ok
    assert "length" in adopt(file(noise), seed=1, wished=100, loops=True).report.failed
