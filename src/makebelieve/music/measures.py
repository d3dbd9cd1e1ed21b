"""Measures of audio: key, brightness, bands, onsets, tempo, dynamics, width. Mono or (n, 2) float32 at 44.1 kHz."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.music.synth.kernels import RATE, Signal

Array = NDArray[np.float64]
BANDS: Final = ((20, 60), (60, 250), (250, 500), (500, 2000), (2000, 4000), (4000, 8000), (8000, 16000))
"""Hz."""


def mono(audio: Signal) -> Signal:
    """The mean of both sides."""
    return audio if audio.ndim == 1 else (audio[:, 0] + audio[:, 1]) * np.float32(0.5)


def _frames(signal: Signal, size: int, hop: int) -> NDArray[np.float32]:
    if len(signal) < size:
        signal = np.pad(signal, (0, size - len(signal)))
    window = np.hanning(size).astype(np.float32)
    views = np.lib.stride_tricks.sliding_window_view(signal, size)[::hop]
    spectra = [np.abs(np.fft.rfft(views[i : i + 256] * window, axis=1)).astype(np.float32) for i in range(0, len(views), 256)]
    return np.concatenate(spectra)


def chroma(signal: Signal) -> Array:
    """Twelve pitch-class weights, C first: spectral peaks between 65 and 1600 Hz that lie within 35 cents of a note."""
    size = 16384
    power = _frames(signal, size, size // 2)
    hertz = np.arange(power.shape[1]) * RATE / size
    usable = (hertz > 65) & (hertz < 1600)
    power, hertz = power[:, usable], hertz[usable]
    notes = 12 * np.log2(hertz / 440) + 69
    peaks = np.zeros(power.shape, bool)
    peaks[:, 1:-1] = (power[:, 1:-1] > power[:, :-2]) & (power[:, 1:-1] >= power[:, 2:])
    peaks &= np.abs(notes - np.round(notes)) < 0.35
    sums = np.where(peaks, power, 0).sum(axis=0, dtype=np.float64)
    return np.bincount(np.round(notes).astype(int) % 12, weights=sums, minlength=12).astype(np.float64)


def spectrum(signal: Signal) -> tuple[Array, Array]:
    """Frequencies and the mean power spectrum."""
    power = (_frames(signal, 8192, 8192) ** 2).mean(axis=0, dtype=np.float64)
    return np.arange(len(power)) * RATE / 8192, power


def bands(signal: Signal) -> Array:
    """Level of each of `BANDS` against the whole, dB."""
    return bands_of(*spectrum(signal))


def bands_of(hertz: Array, power: Array) -> Array:
    """`bands` of a spectrum."""
    total = power.sum() + 1e-20
    return np.array([10 * np.log10(power[(hertz >= low) & (hertz < high)].sum() / total + 1e-9) for low, high in BANDS])


def brightness(signal: Signal) -> float:
    """Centroid of the amplitude spectrum up to 16 kHz, Hz."""
    return brightness_of(*spectrum(signal))


def brightness_of(hertz: Array, power: Array) -> float:
    """`brightness` of a spectrum."""
    amplitude = np.sqrt(power[hertz < 16000])
    return float((hertz[hertz < 16000] * amplitude).sum() / (amplitude.sum() + 1e-12))


def onset_envelope(signal: Signal) -> tuple[Array, float]:
    """Spectral flux over its running median as a share of the spectrum's mean level, and its frames a second."""
    hop = 512
    log = np.log1p(100 * _frames(signal, 1024, hop))
    level = float(log.sum(axis=1, dtype=np.float64).mean()) + 1e-9
    flux = np.maximum(0, np.diff(log, axis=0)).sum(axis=1, dtype=np.float64)
    width = 31
    padded = np.pad(flux, width // 2, mode="edge")
    median = np.median(np.lib.stride_tricks.sliding_window_view(padded, width), axis=1)
    return np.maximum(flux - median, 0) / level, RATE / hop


def onset_rate(signal: Signal) -> float:
    """Onsets a second: peaks of the envelope at least 60 ms apart, above 30 % of its 95th percentile and 3 % of the level."""
    return onset_rate_of(*onset_envelope(signal), len(signal) / RATE)


def onset_rate_of(envelope: Array, rate: float, seconds: float) -> float:
    """`onset_rate` of an onset envelope."""
    if len(envelope) < 3:
        return 0.0
    floor = max(0.03, 0.3 * float(np.percentile(envelope, 95)))
    inner = envelope[1:-1]
    places = np.nonzero((inner > envelope[:-2]) & (inner >= envelope[2:]) & (inner > floor))[0]
    count, last = 0, -1e9
    for place in places:
        if place - last >= 0.06 * rate:
            count += 1
            last = float(place)
    return count / seconds


def tempo(signal: Signal, low: float = 60.0, high: float = 190.0) -> float | None:
    """Beats a minute by autocorrelation of the onset envelope, octaves resolved towards 120; None where nothing repeats."""
    envelope, rate = onset_envelope(signal)
    envelope = envelope - envelope.mean()
    if len(envelope) < rate * 2 or not envelope.any():
        return None
    size = 2 * len(envelope)
    correlation = np.fft.irfft(np.abs(np.fft.rfft(envelope, size)) ** 2)[: len(envelope)]
    correlation = correlation / correlation[0]
    best: tuple[float, float] | None = None
    for bpm in np.arange(low, high, 0.25):
        lag = 60 * rate / bpm
        value = 0.0
        for multiple, weight in ((1.0, 1.0), (2.0, 0.6), (4.0, 0.5), (0.5, 0.4), (0.25, 0.25)):
            place = lag * multiple
            at = int(place)
            if at + 1 < len(correlation):
                value += weight * float(correlation[at] + (place - at) * (correlation[at + 1] - correlation[at]))
        value *= float(np.exp(-0.5 * np.log2(bpm / 120) ** 2))
        if best is None or value > best[0]:
            best = (value, float(bpm))
    return best[1] if best and best[0] > 0.15 else None


def grid_coherence(signal: Signal, sixteenths_per_second: float) -> float:
    """Length of the mean direction of strong onsets on the sixteenth grid: 1 all on the grid, 0 unrelated to it."""
    return grid_coherence_of(*onset_envelope(signal), sixteenths_per_second)


def grid_coherence_of(envelope: Array, rate: float, sixteenths_per_second: float) -> float:
    """`grid_coherence` of an onset envelope."""
    strong = np.where(envelope > np.percentile(envelope, 85), envelope, 0)
    turns = np.arange(len(strong)) / rate * sixteenths_per_second
    return float(abs(np.sum(strong * np.exp(2j * np.pi * turns))) / (strong.sum() + 1e-9))


def crest(audio: Signal) -> float:
    """Peak over RMS, dB."""
    rms = float(np.sqrt(np.mean(np.square(audio, dtype=np.float64))))
    return float(20 * np.log10((float(np.abs(audio).max(initial=0.0)) + 1e-12) / (rms + 1e-12)))


def width(audio: Signal) -> float:
    """Correlation of left and right, -1 to 1."""
    left, right = audio[:, 0].astype(np.float64), audio[:, 1].astype(np.float64)
    size = float(np.sqrt((left * left).sum() * (right * right).sum()))
    return float((left * right).sum() / size) if size else 1.0


def profile(audio: Signal) -> Array:
    """What a track sounds like in fourteen figures: bands in dB, log brightness, onsets, crest, width, tempo and level movement."""
    signal = mono(audio)
    hertz, power = spectrum(signal)
    flat = float(
        np.exp(np.mean(np.log(power[(hertz > 100) & (hertz < 8000)] + 1e-12))) / (power[(hertz > 100) & (hertz < 8000)].mean() + 1e-12)
    )
    step = RATE // 20
    count = len(signal) // step
    levels = 20 * np.log10(np.sqrt(np.square(signal[: count * step]).reshape(count, step).mean(axis=1)) + 1e-4)
    return np.array(
        [
            *np.maximum(bands(signal), -50.0),
            6 * np.log2(brightness(signal)),
            onset_rate(signal),
            crest(audio),
            6 * width(audio),
            3 * np.log2(flat + 1e-9),
            float(np.abs(np.diff(levels)).mean()) * 2,
            12 * np.log2((tempo(signal) or 120.0) / 120.0) / 4,
        ]
    )


def silence(audio: Signal) -> float:
    """Longest stretch below -60 dBFS in seconds."""
    step = RATE // 50
    count = len(audio) // step
    if not count:
        return 0.0
    levels = np.abs(audio[: count * step]).reshape(count, -1).max(axis=1)
    longest = run = 0
    for quiet in levels < 1e-3:
        run = run + 1 if quiet else 0
        longest = max(longest, run)
    return longest * step / RATE
