"""What is composed: the notes' checks hold for every preset, key and length, and do not hold for noise."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from golden_scores import digests
from hypothesis import given, settings
from hypothesis import strategies as st
from scores import score_of

from makebelieve import music
from makebelieve.music import PRESETS, critic
from makebelieve.music.chance import Dice
from makebelieve.music.checks import symbolic
from makebelieve.music.form import bars_for, free_tempo, plan
from makebelieve.music.midi import midi
from makebelieve.music.score import METERS, STEP, Note, Score
from makebelieve.music.styles import styles
from makebelieve.music.theory import MODES, SHARPS

GOLDEN = Path(__file__).parent / "golden.json"


def failures(score: Score) -> list[str]:
    return [f"{one.name} {one.value:.3f}" for one in symbolic(score) if not one.ok]


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_pass_the_checks_of_the_notes(preset: str) -> None:
    for seed in range(5):
        score = score_of(preset=preset, seed=seed, duration=(20, 30, 60, 120)[seed % 4])
        assert failures(score) == [], (preset, seed)


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(PRESETS),
    st.sampled_from(SHARPS),
    st.sampled_from(sorted(MODES)),
    st.integers(40, 220),
    st.floats(5, 300),
    st.integers(0, 2**31 - 1),
)
def test_every_key_tempo_and_length(preset: str, tonic: str, mode: str, bpm: int, duration: float, seed: int) -> None:
    score = score_of(preset=preset, key=f"{tonic} {mode}", bpm=bpm, duration=duration, seed=seed)
    assert score.key.mode == mode
    assert score.bpm == bpm
    assert score.bars == len(score.chords) == sum(section.bars for section in score.sections)
    bar = score.meter.pulses * 60 / bpm
    assert abs(score.seconds - duration) <= max(bar / 2, bar - duration) + 1e-9
    end = score.bars * score.meter.ticks
    for part in score.parts.values():
        for note in part.notes:
            assert 0 <= note.start < end
            assert note.length > 0
            assert 0 < note.pitch < 128
            assert 1 <= note.velocity <= 127
    low, high = styles()[preset].range
    assert all(low <= note.pitch <= high for note in score.melody)


@settings(max_examples=100, deadline=None)
@given(st.floats(5, 300), st.sampled_from(sorted(METERS)), st.sampled_from(PRESETS))
def test_a_free_tempo_makes_the_duration_exact(duration: float, meter: str, preset: str) -> None:
    one = METERS[meter]
    bars, bpm = free_tempo(duration, one, *styles()[preset].tempo)
    assert bars * one.pulses * 60 / bpm == pytest.approx(duration, abs=1e-9)
    assert 40 <= bpm <= 220
    assert bars_for(duration, one, bpm) == bars


def test_forms_grow_by_giving_room() -> None:
    for bars in range(1, 420):
        sections = plan(bars)
        assert sum(one.bars for one in sections) == bars
        assert [one.start for one in sections] == [sum(before.bars for before in sections[:i]) for i in range(len(sections))]
    long = plan(128)
    names = [one.name for one in long]
    assert [name for i, name in enumerate(names) if i == 0 or name != names[i - 1]] == [
        "Intro", "A", "B", "A varied", "Bridge", "Breakdown", "Build", "Climax", "A return",
    ]  # fmt: skip
    assert max(long, key=lambda one: one.intensity).name == "Climax"
    assert {one.theme[:1] for one in long} == {"", "A", "B", "C"}


def test_a_long_piece_is_more_than_a_short_one_repeated() -> None:
    short, long = score_of(preset="epic_orchestral", seed=4), score_of(preset="epic_orchestral", seed=4, duration=180)

    def phrases(score: Score) -> set[tuple[tuple[int, int], ...]]:
        return {
            tuple(
                (n.start - s.start * score.meter.ticks, n.pitch)
                for n in score.melody
                if s.start <= n.start // score.meter.ticks < s.start + s.bars
            )
            for s in score.sections
            if s.theme
        }

    assert len(phrases(long)) >= 2 * len(phrases(short))


@pytest.mark.parametrize("preset", ["epic_orchestral", "fantasy_tavern", "chiptune_adventure"])
def test_noise_fails_the_checks(preset: str) -> None:
    """Negative controls: random pitches, random times, and a scale walk without a motif."""
    for seed in range(3):
        score = score_of(preset=preset, seed=seed)
        dice = Dice(seed, "noise")
        for part in score.parts.values():
            if part.role != "drums":
                part.notes = [note._replace(pitch=dice.between(48, 84)) for note in part.notes]
        names = {one.name for one in symbolic(score) if not one.ok}
        assert {"in mode", "in scale", "strong beats on chord tones", "consonance", "motif returns"} <= names
        score = score_of(preset=preset, seed=seed)
        melody = next(part for part in score.parts.values() if part.role == "melody")
        end = score.bars * score.meter.ticks
        melody.notes = sorted(Note(dice.below(end), note.length, note.pitch, note.velocity) for note in melody.notes)
        assert {"rhythm repeats", "motif returns"} <= {one.name for one in symbolic(score) if not one.ok}
        score = score_of(preset=preset, seed=seed)
        melody = next(part for part in score.parts.values() if part.role == "melody")
        at, walk = 0, []
        while at < end - 12:
            length = dice.pick((2, 3, 4, 5, 6)) * STEP
            walk.append(Note(at, length, 67 + score.key.scale[dice.below(7)], 90))
            at += length
        melody.notes = walk
        assert {"rhythm repeats", "motif returns"} & {one.name for one in symbolic(score) if not one.ok}


def sameness(preset: str, seeds: int) -> tuple[float, float]:
    """Greatest and mean share of four-note figures that two melodies of 90 s have in common."""
    figures = [set(critic.ngrams(score_of(preset=preset, seed=seed, duration=90).melody)) for seed in range(seeds)]
    shares = [len(a & b) / len(a | b) for a, b in combinations(figures, 2)]
    return max(shares), sum(shares) / len(shares)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.slow
def test_seeds_differ(preset: str) -> None:
    most, mean = sameness(preset, 8)
    assert most <= 0.4
    assert mean <= 0.03


@pytest.mark.slow
@pytest.mark.parametrize("preset", PRESETS)
def test_many_seeds_differ(preset: str) -> None:
    most, mean = sameness(preset, 50)
    assert most <= 0.4
    assert mean <= 0.02


def test_the_same_request_gives_the_same_notes() -> None:
    assert midi(score_of("a sad waltz", seed=9)) == midi(score_of("a sad waltz", seed=9))
    assert midi(score_of("a sad waltz", seed=9)) != midi(score_of("a sad waltz", seed=10))


def test_scores_are_those_of_the_last_version() -> None:
    """`python tests/doubles/golden_scores.py` writes them anew when a change of the music is meant."""
    assert digests() == json.loads(GOLDEN.read_text())


def test_loops_lead_home() -> None:
    for preset in PRESETS:
        for seed in range(2):
            score = score_of(preset=preset, seed=seed)
            assert score.chords[-1].root != score.chords[0].root, (preset, seed)


@pytest.mark.parametrize(
    ("prompt", "seed", "asked"),
    [
        # Two bars, the second on the fifth: the notes alone said G minor.
        ("chiptune, slow and sad", 15, {"duration": 10}),
        # Drums and the overtones of pulse waves put F and C above the A of the score.
        ("retro game soundtrack, pulse wave lead, noise drums, A minor", 12, {"duration": 18}),
        # Chords of a major style in minor stay on the fifth.
        ("8 bit sky island with balloons and clouds", 18, {"duration": 22, "bpm": 120, "key": "F# minor"}),
    ],
)
def test_a_piece_whose_key_is_in_doubt_is_composed_anew(prompt: str, seed: int, asked: dict[str, Any]) -> None:
    assert music.track(prompt, seed=seed, **asked).report.failed == ()
