"""Sound effects: every family sounds, varies by seed, ends in silence or loops, and is found by its words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from makebelieve import music
from makebelieve.kit.errors import Problem
from makebelieve.music import measures
from makebelieve.music.synth.kernels import RATE
from makebelieve.music.theory import parse_key


def test_there_are_many() -> None:
    assert len(music.EFFECTS) >= 40


@pytest.mark.parametrize("family", music.EFFECTS)
def test_each_family(family: str) -> None:
    made = [music.effect(family, seed=seed) for seed in range(4)]
    assert {one.family for one in made} == {family}
    for one in made:
        audio = one.audio
        assert audio.shape[1] == 2
        assert np.isfinite(audio).all()
        assert 0.05 < float(np.abs(audio).max()) <= 10 ** (-1.4 / 20)
        assert 0.05 <= one.duration <= 8.5
        assert abs(float(audio.mean())) < 0.02
        if one.loop[1]:
            assert one.loop == (0, len(audio))
            jump = float(np.abs(audio[0] - audio[-1]).max())
            assert jump <= 1.01 * float(np.abs(np.diff(audio, axis=0)).max())
        else:
            assert float(np.abs(audio[-8:]).max()) < 0.01
    assert np.array_equal(made[1].audio, music.effect(family, seed=1).audio)
    assert any(len(one.audio) != len(made[0].audio) or not np.allclose(one.audio, made[0].audio, atol=1e-3) for one in made[1:])


@pytest.mark.parametrize(
    ("prompt", "family"),
    [
        ("laser shot", "laser"),
        ("a huge explosion", "explosion"),
        ("picking up coins", "coin"),
        ("footsteps in the snow", "step_snow"),
        ("walking on grass", "step_grass"),
        ("menu cursor", "menu_move"),
        ("the hero gets an extra life", "heart"),
        ("a creaking door", "door"),
        ("double jump", "double_jump"),
        ("thunderstorm, thunder", "thunder"),
        ("healing spell", "heal"),
    ],
)
def test_words_find_their_family(prompt: str, family: str) -> None:
    assert music.effect(prompt).family == family


def test_manner_changes_pitch_and_length() -> None:
    plain, big, small = (music.effect(text, seed=3) for text in ("jump", "big jump", "tiny jump"))
    assert small.duration < plain.duration < big.duration
    low, middle, high = (measures.brightness(one.audio[:, 0]) for one in (big, plain, small))
    assert low < middle < high


@pytest.mark.parametrize("key", ["C major", "F# minor", "A dorian"])
def test_tuned_effects_follow_the_key(key: str) -> None:
    for family in ("countdown", "menu_move"):
        for seed in range(5):
            audio = music.effect(family, seed=seed, key=key).audio[:, 0]
            spectrum = np.abs(np.fft.rfft(audio * np.hanning(len(audio)), 1 << 17))
            hertz = float(spectrum.argmax()) * RATE / (1 << 17)
            off = (69 + 12 * np.log2(hertz / 440) - parse_key(key).tonic) % 12
            assert min(off, 12 - off) < 0.3


@pytest.mark.parametrize("family", music.EFFECTS)
def test_every_family_takes_a_key(family: str) -> None:
    assert music.effect(family, key="F# lydian").family == family


def test_effects_are_saved(tmp_path: Path) -> None:
    path = music.effect("wind").save(tmp_path / "wind.flac")
    samples, rate = soundfile.read(path)
    assert rate == RATE
    assert samples.shape[1] == 2


@pytest.mark.parametrize(
    ("prompt", "seed", "field"), [("", 0, "prompt"), ("zorg", 0, "prompt"), ("x" * 201, 0, "prompt"), ("coin", -1, "seed")]
)
def test_refusals_name_the_field(prompt: str, seed: int, field: str) -> None:
    with pytest.raises(Problem) as refused:
        music.effect(prompt, seed=seed)
    assert refused.value.errors[0].path == field


def test_an_unknown_effect_lists_the_families() -> None:
    with pytest.raises(Problem) as refused:
        music.effect("zorg")
    assert refused.value.errors[0].allowed == music.EFFECTS
