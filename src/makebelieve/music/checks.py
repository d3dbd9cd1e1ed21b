"""The checks of a track: what tells music from noise and a clean file from a broken one, each with its bounds."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.music import critic, loudness, measures
from makebelieve.music.score import Note, Score
from makebelieve.music.synth.kernels import RATE, Signal
from makebelieve.music.theory import chord_scale

if TYPE_CHECKING:
    from makebelieve.music.tracks import Track

KEY_MARGIN: Final = -0.06
"""By how much a rival may be heard better than the key of a recording."""
_LONG_ENOUGH: Final = 12
"""Bars from which repetition can be asked for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: what was measured and between what it has to lie (None: open)."""

    name: str
    value: float
    low: float | None
    high: float | None
    unit: str = ""

    @property
    def ok(self) -> bool:
        """Whether the value lies within the bounds; what is not a number does not."""
        return self.value == self.value and (self.low is None or self.value >= self.low) and (self.high is None or self.value <= self.high)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of a track, and measures that are told without being judged."""

    findings: tuple[Finding, ...]
    measures: dict[str, float]

    @property
    def ok(self) -> bool:
        """Whether every check passed."""
        return all(one.ok for one in self.findings)

    @property
    def failed(self) -> tuple[str, ...]:
        """Names of the checks that did not."""
        return tuple(one.name for one in self.findings if not one.ok)

    def as_json(self) -> dict[str, Any]:
        """JSON values only."""
        rows = [
            {"name": one.name, "value": round(one.value, 4), "low": one.low, "high": one.high, "unit": one.unit, "ok": one.ok}
            for one in self.findings
        ]
        return {"ok": self.ok, "checks": rows, "measures": {name: round(value, 4) for name, value in self.measures.items()}}


def first_statements(score: Score) -> list[Note]:
    """The melody without its literal repeats: the first statement of each theme, at most sixteen bars."""
    seen: set[str] = set()
    notes: list[Note] = []
    bars = 0
    for section in score.sections:
        if section.theme in seen or not section.theme or bars >= 16:
            continue
        seen.add(section.theme)
        bars += section.bars
        begin, end = section.start * score.meter.ticks, (section.start + section.bars) * score.meter.ticks
        notes += [one for one in score.melody if begin <= one.start < end]
    return notes


def symbolic(score: Score) -> tuple[Finding, ...]:
    """Checks of the notes."""
    melody = score.melody
    if len(melody) < 3:
        return (Finding("melody notes", float(len(melody)), 3 if score.bars > 1 else 1, None),)
    line = critic.melodic(melody, score.chords, score.meter)
    weights = critic.pitch_classes(score)
    inside = total = 0
    for part in score.parts.values():
        if part.role == "drums":
            continue
        for one in part.notes:
            total += one.length
            inside += one.length * (one.pitch % 12 in chord_scale(score.key, score.chord_at(one.start)))
    heard = critic.heard_key(critic.with_partials(weights), score.key.mode)
    same = heard.tonic == score.key.tonic and heard.minor == score.key.minor
    rows = [
        Finding("key of the notes", float(same), 1, None),
        Finding("in scale", inside / max(1, total), 0.97, None),
        Finding("in mode", sum(weights[(score.key.tonic + step) % 12] for step in score.key.scale) / sum(weights), 0.7, None),
        Finding("strong beats on chord tones", line["strong_chord_tones"], 0.95, None),
        Finding("consonance", critic.consonance(score), _consonance_floor(score), None),
        Finding("foreign tones resolved", line["resolved"], 0.75, None),
        Finding("largest leap", max(abs(b.pitch - a.pitch) for a, b in pairwise(melody)), None, 19, "semitones"),
    ]
    if score.bars >= _LONG_ENOUGH:
        fresh = critic.melodic(first_statements(score), score.chords, score.meter)
        rows += [
            Finding("stepwise motion", line["stepwise"], 0.36, 0.86),
            Finding("rhythm repeats", line["rhythm_repetition"], 0.7, None),
            Finding("motif returns", line["motif_redundancy"], 0.06, None),
            Finding("motif is not all", fresh["motif_redundancy"], None, 0.55),
        ]
    return tuple(rows)


def _consonance_floor(score: Score) -> float:
    """Less is asked of harmony made of seventh chords, whose seconds are meant, and of Locrian, whose home chord is diminished."""
    sevenths = sum(len(chord.intervals) > 3 for chord in score.chords) > len(score.chords) / 4
    return 0.72 if sevenths or score.key.mode == "locrian" else 0.8


def seam(audio: Signal, loop: tuple[int, int]) -> float:
    """The jump across the loop point against the largest ordinary step of the signal within 50 ms of it (1: like any other)."""
    start, length = loop
    end = start + length
    reach = min(length // 4, RATE // 20)
    around = np.concatenate([audio[end - reach : end], audio[start : start + reach]]).astype(np.float64)
    steps = np.abs(np.diff(around, axis=0)).max(axis=1)
    jump = steps[reach - 1]
    others = np.delete(steps, reach - 1)
    return float(jump / (others.max() + 1e-9))


@dataclass(frozen=True, slots=True)
class Heard:
    """What was measured once of a recording for several checks: its first minute in mono, spectrum, onsets, weights of pitch classes."""

    signal: Signal
    spectrum: tuple[NDArray[np.float64], NDArray[np.float64]]
    onsets: tuple[NDArray[np.float64], float]
    chroma: NDArray[np.float64]

    @property
    def onset_rate(self) -> float:
        """Onsets a second."""
        return measures.onset_rate_of(*self.onsets, len(self.signal) / RATE)

    def told(self, audio: Signal) -> dict[str, float]:
        """Measures that are told without being judged."""
        return {
            "onsets per second": self.onset_rate,
            "brightness": measures.brightness_of(*self.spectrum),
            "stereo correlation": measures.width(audio),
            **{
                f"band {low}-{high} Hz": float(value)
                for (low, high), value in zip(measures.BANDS, measures.bands_of(*self.spectrum), strict=True)
            },
        }


def first_minute(audio: Signal) -> Signal:
    """The first minute of (n, 2) audio in mono."""
    return np.ascontiguousarray(measures.mono(audio[: 60 * RATE]))


def hear(audio: Signal, chroma: NDArray[np.float64] | None = None) -> Heard:
    """Measures the first minute of (n, 2) audio; `chroma` where that has been measured before."""
    signal = first_minute(audio)
    return Heard(
        signal, measures.spectrum(signal), measures.onset_envelope(signal), chroma if chroma is not None else measures.chroma(signal)
    )


def sounding(audio: Signal, loop: tuple[int, int], target: float, *, limited: bool) -> tuple[Finding, ...]:
    """Checks of any finished recording, (n, 2), for a clean file. `limited`: peaks may have kept it under the target of loudness."""
    start, length = loop
    wraps = length > 0 and start == 0
    rows = [
        Finding("loudness", loudness.integrated(audio, loop=wraps) - target, -1.5 if limited else -0.2, 0.2, "LU off"),
        Finding("true peak", loudness.true_peak(audio, loop=wraps), None, loudness.CEILING, "dBTP"),
        Finding("clipped samples", float((np.abs(audio) >= 1.0).sum()), None, 0),
        Finding("silence", measures.silence(audio), None, 1.0, "s"),
        Finding("crest factor", measures.crest(audio), 6, 24, "dB"),
        Finding("mono compatible", measures.width(audio), -0.1, None),
        Finding("offset", float(abs(audio.mean())), None, 0.003),
    ]
    if length:
        rows.append(Finding("jump at the seam", seam(audio, loop), None, 1.05))
    return tuple(rows)


def check(track: Track) -> Report:
    """Every check of a track."""
    score = track.score
    length = track.loop[1]
    heard = hear(track.audio, track.chroma)
    exact = round(score.seconds * RATE)
    rows = [
        *symbolic(score),
        # a related key (dominant, relative) may be heard a trifle stronger than the own one, a strange key may not
        Finding("key of the sound", critic.key_margin(heard.chroma, score.key), KEY_MARGIN, None),
        *sounding(track.audio, track.loop, track.target, limited=bool(track.sound.curve.size)),
        Finding("loop length", float(length - (exact - track.lead)), 0, 0, "samples off"),
    ]
    if heard.onset_rate >= 1.5 and score.human < 0.012:
        sixteenths = score.meter.steps / (score.meter.ticks * score.seconds_per_tick)
        rows.append(Finding("on the grid", measures.grid_coherence_of(*heard.onsets, sixteenths), 0.6, None))
    return Report(tuple(rows), heard.told(track.audio))
