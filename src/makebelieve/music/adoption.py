"""Recordings of other makers, made fit for a game: trimmed, looped, mastered and checked like our own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.kit.errors import invalid
from makebelieve.music import checks, critic, delivery, loudness, measures
from makebelieve.music.synth.kernels import RATE, Signal
from makebelieve.music.theory import Key
from makebelieve.music.tracks import Recording

LONGEST: Final = 600.0
"""Seconds of a recording that is taken."""
_HOP: Final = 2048
_WINDOW: Final = 24
"""Frames around the loop point that have to sound alike: 1.1 s."""
_FADE: Final = RATE // 4
_FLOOR: Final = 1e-3
_ASTRAY: Final = 0.2
"""Share of the wished length beyond which a loop is taken only for want of another."""


@dataclass(slots=True)
class Adopted(Recording):
    """A recording of another maker as it is delivered. `bpm` and `key` are measured; None where none stands out."""

    audio: Signal
    loop: tuple[int, int]
    seed: int
    bpm: float | None
    key: str | None
    report: checks.Report


def adopt(data: bytes, *, seed: int, wished: float, loops: bool, target: float = loudness.TARGET) -> Adopted:
    """Masters a WAV, FLAC, OGG or MP3 to `target` LUFS under -1 dBTP; with `loops` it becomes one loop of about `wished` seconds.

    The loop point is where the music sounds most like an earlier moment of it; the end is crossfaded into what came before that
    moment, so the seam is smooth, not sample-exact. Raises a `Problem` (422, `audio`) for what is no recording or is silent.
    """
    sides = delivery.decode_channels(data, LONGEST, "audio")
    audio = _trimmed(np.repeat(sides, 2, axis=1) if sides.shape[1] == 1 else np.ascontiguousarray(sides[:, :2]))
    if loops:
        audio = _looped(audio, wished)
    finished, _, curve, _, _ = loudness.master(np.ascontiguousarray(audio.T), target, loudness.CEILING, loop=loops)
    loop = (0, len(finished)) if loops else (0, 0)
    heard = checks.hear(finished)
    strongest = np.sort(heard.chroma)[-7:].sum() / (heard.chroma.sum() + 1e-12)
    rows = (
        *checks.sounding(finished, loop, target, limited=bool(curve.size)),
        # a scale has seven tones; noise gives them 0.68, the presets 0.75 and more
        checks.Finding("tones of a scale", float(strongest), 0.71, None),
        checks.Finding("length", len(finished) / RATE - wished, -0.5 * wished, 0.25 * wished, "s off"),
    )
    bpm = measures.tempo(heard.signal)
    return Adopted(finished, loop, seed, bpm, _key(heard.chroma), checks.Report(rows, heard.told(finished)))


def _trimmed(audio: Signal) -> Signal:
    """Without the silence around it."""
    loud = np.nonzero(np.abs(audio).max(axis=1) > _FLOOR)[0]
    if not len(loud) or loud[-1] - loud[0] < RATE // 2:
        raise invalid("audio", "is silent")
    return audio[loud[0] : loud[-1] + 1]


def _key(chroma: NDArray[np.float64]) -> str | None:
    """The key that is heard, if one stands out."""
    if not chroma.any():
        return None
    scores = {mode: critic.key_scores(chroma, mode)[:12] for mode in ("major", "minor")}
    mode = max(scores, key=lambda one: max(scores[one]))
    tonic = int(np.argmax(scores[mode]))
    return str(Key(tonic, mode)) if scores[mode][tonic] > 0.5 else None


def _features(signal: Signal) -> NDArray[np.float64]:
    """(frames, 24): log levels of half-octave bands, 46 ms apart."""
    views = np.lib.stride_tricks.sliding_window_view(signal, 2 * _HOP)[::_HOP]
    power = np.abs(np.fft.rfft(views * np.hanning(2 * _HOP).astype(np.float32), axis=1)) ** 2
    edges = np.unique(np.round(np.geomspace(2, power.shape[1], 25)).astype(int))
    return np.log10(np.add.reduceat(power, edges[:-1], axis=1) + 1e-6)


def _looped(audio: Signal, wished: float) -> Signal:
    """A stretch that goes on into itself. The end is chosen among moments that sound like one of the beginning, near the wished length."""
    signal = measures.mono(audio)
    if len(signal) < 4 * RATE:
        start, end = _FADE, len(signal)
    else:
        features = _features(signal)
        count = len(features)
        early = np.arange(_WINDOW, max(_WINDOW + 1, count // 4))
        late = np.arange(max(early[-1] + 2 * _WINDOW, count // 2), count - 1)
        level = features - features.mean(axis=0)
        squares = (level**2).sum(axis=1)
        distance = squares[:, None] + squares[None, :] - 2 * level @ level.T if count < 3000 else None
        best, start, end = np.inf, int(early[0]), int(late[-1])
        for a in early:
            # the mean over the window before both moments
            if distance is not None:
                rows = sum(distance[a - k, late - k] for k in range(_WINDOW)) / _WINDOW
            else:
                rows = sum(((level[a - k] - level[late - k]) ** 2).sum(axis=1) for k in range(0, _WINDOW, 4)) * 4 / _WINDOW
            short = np.abs((late - a) * _HOP / RATE - wished) / wished
            costs = rows * (1 + short) + np.where(short > _ASTRAY, 1e6 * short, 0.0)
            place = int(np.argmin(costs))
            if costs[place] < best:
                best, start, end = float(costs[place]), int(a), int(late[place])
        start, end = _aligned(signal, start * _HOP, end * _HOP)
    fade = min(_FADE, start)
    out = audio[start:end].copy()
    if fade:
        turn = np.linspace(0, np.pi / 2, fade, dtype=np.float32)[:, None]
        alike = float(np.corrcoef(signal[end - fade : end], signal[start - fade : start])[0, 1])
        # what sounds alike adds in amplitude, what does not in power
        down, up = (np.cos(turn) ** 2, np.sin(turn) ** 2) if alike > 0.5 else (np.cos(turn), np.sin(turn))
        out[-fade:] = out[-fade:] * down + audio[start - fade : start] * up
    return np.ascontiguousarray(out)


def _aligned(signal: Signal, start: int, end: int) -> tuple[int, int]:
    """The end moved by up to one frame to where the waves before both moments agree best."""
    length = min(_FADE, start)
    model = signal[start - length : start].astype(np.float64)
    low = max(length, end - _HOP)
    high = min(len(signal), end + _HOP)
    around = signal[low - length : high].astype(np.float64)
    size = 1 << (len(around) + length).bit_length()
    correlation = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(model, size)), size)[: high - low + 1]
    return start, low + int(np.argmax(correlation))
