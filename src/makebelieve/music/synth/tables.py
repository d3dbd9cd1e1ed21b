"""Wavetables, band-limited for the note that reads them; kept in memory once made."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.kit.seeds import derive_seed
from makebelieve.music.synth.kernels import CLOUD_BITS, RATE, TABLE_BITS, Signal

_SIZE: Final = 1 << TABLE_BITS
_CLOUD: Final = 1 << CLOUD_BITS
_FORMANTS: Final = {
    # centre Hz, half width Hz, level: round averages of published vowel measurements (Peterson and Barney 1952)
    "ah": ((700, 95, 1.0), (1150, 115, 0.5), (2600, 170, 0.22), (3300, 220, 0.1)),
    "oo": ((320, 75, 1.0), (850, 95, 0.3), (2250, 160, 0.06)),
    "oh": ((480, 80, 1.0), (900, 100, 0.45), (2450, 160, 0.1)),
}
# Levels of the first harmonics, read off what such instruments sound like: strong odd ones for a clarinet, and so on.
_HARMONICS: Final = {
    "flute": (1.0, 0.55, 0.34, 0.14, 0.09, 0.05, 0.03, 0.018),
    "ocarina": (1.0, 0.18, 0.1, 0.03, 0.02),
    "organ": (1.0, 0.8, 0.5, 0.6, 0.12, 0.4, 0.05, 0.35, 0.03, 0.12, 0.02, 0.15),
    "reed": (1.0, 0.75, 0.9, 0.55, 0.6, 0.4, 0.38, 0.28, 0.22, 0.2, 0.14, 0.12, 0.1, 0.08, 0.06, 0.05),
    "clarinet": (1.0, 0.05, 0.62, 0.06, 0.4, 0.08, 0.22, 0.07, 0.14, 0.05, 0.09, 0.03, 0.05),
    "glass": (1.0, 0.0, 0.22, 0.0, 0.0, 0.12, 0.0, 0.0, 0.05),
}
KINDS: Final = ("saw", "square", "pulse25", "pulse12", "triangle", "stairs", "power", "fiddle", "sine", *_FORMANTS, *_HARMONICS)


def spectrum(kind: str, frequency: float, corner: float) -> NDArray[np.float64]:
    """Amplitudes of harmonics 1, 2, … below 0.45 of the sampling rate; above `corner` Hz they fall by 12 dB an octave."""
    count = max(1, int(0.45 * RATE / frequency))
    k = np.arange(1, count + 1)
    hertz = k * frequency
    if kind in _FORMANTS:
        shape = sum(level / (1 + ((hertz - centre) / width) ** 2) for centre, width, level in _FORMANTS[kind])
        return np.asarray((shape + 0.02) / k**0.8)
    if kind in _HARMONICS:
        levels = np.zeros(count)
        given = _HARMONICS[kind]
        levels[: len(given)] = given[:count]
    elif kind == "saw":
        levels = 1.0 / k
    elif kind in ("square", "pulse25", "pulse12"):
        duty = {"square": 0.5, "pulse25": 0.25, "pulse12": 0.125}[kind]
        levels = 2 * np.sin(np.pi * k * duty) / (np.pi * k)
    elif kind == "triangle":
        levels = np.where(k % 2 == 1, 1.0 / k**2, 0.0) * (-1.0) ** ((k - 1) // 2)
    elif kind == "fiddle":
        body = sum(
            level / (1 + ((hertz - centre) / width) ** 2) for centre, width, level in ((290, 90, 0.9), (480, 120, 0.8), (2600, 900, 1.4))
        )
        levels = (0.35 + body) / k
    elif kind == "sine":
        levels = np.where(k == 1, 1.0, 0.0)
    else:
        raise KeyError(kind)
    return np.asarray(levels / np.sqrt(1 + (hertz / corner) ** 4))


@lru_cache(maxsize=1024)
def _cycle(kind: str, semitone: int, corner: int) -> Signal:
    frequency = 440.0 * 2 ** ((semitone - 69) / 12)
    if kind in ("stairs", "power"):
        wave = _shaped(kind, frequency, corner)
    else:
        levels = spectrum(kind, frequency, float(corner))[: _SIZE // 2 - 1]
        bins = np.zeros(_SIZE // 2 + 1, np.complex128)
        if kind in ("square", "pulse25", "pulse12", "triangle", "sine"):
            phase = np.full(len(levels), -np.pi / 2)
        else:
            phase = np.random.default_rng(derive_seed(0, f"wavetable:{kind}")).uniform(0, 2 * np.pi, _SIZE)[: len(levels)]
        bins[1 : len(levels) + 1] = levels * np.exp(1j * phase)
        wave = np.fft.irfft(bins) * _SIZE
    wave = wave / (np.sqrt(np.mean(wave * wave)) + 1e-12)
    return np.append(wave, wave[0]).astype(np.float32)


def _shaped(kind: str, frequency: float, corner: int) -> NDArray[np.float64]:
    """Waves made in the time domain, then band-limited: the stepped triangle of early consoles; a distorted fifth."""
    t = np.arange(_SIZE) / _SIZE
    if kind == "stairs":
        wave = 4 * np.abs(t - 0.5) - 1
        wave = 0.7 * wave + 0.3 * np.round(wave * 7.5) / 7.5
    else:
        # A power chord: root, fifth and octave share the period of an octave below the root, hence harmonics 2, 3 and 4.
        wave = np.sum(
            [level / k * np.sin(2 * np.pi * t * base * k) for base, level in ((2, 1.0), (3, 0.9), (4, 0.5)) for k in range(1, 9)], axis=0
        )
        wave = np.tanh(2.5 * wave)
        frequency /= 2
    bins = np.fft.rfft(wave)
    hertz = np.arange(len(bins)) * frequency
    bins *= (hertz < 0.45 * RATE) / np.sqrt(1 + (hertz / corner) ** 4)
    bins[0] = 0
    return np.fft.irfft(bins)


def cycle(kind: str, pitch: int, corner: float) -> Signal:
    """One period as 2049 samples of RMS 1, band-limited for MIDI `pitch`. Corners are rounded to a twelfth of an octave."""
    return _cycle(kind, pitch, round(2 ** (round(12 * np.log2(max(corner, 40.0))) / 12)))


@lru_cache(maxsize=256)
def _cloud(kind: str, anchor: int, corner: int, spread: float) -> Signal:
    frequency = 440.0 * 2 ** ((anchor - 69) / 12)
    levels = spectrum(kind, frequency, float(corner))
    size = _CLOUD // 2
    power = np.zeros(size + 1)
    grid = RATE / _CLOUD
    for k, level in enumerate(levels, 1):
        centre = k * frequency / grid
        width = max(1.2, centre * (2 ** (spread / 1200) - 1))
        low, high = max(1, int(centre - 3 * width)), min(size, int(centre + 3 * width) + 2)
        if low >= high:
            break
        x = (np.arange(low, high) - centre) / width
        power[low:high] += level * level / width * np.exp(-x * x)
    phases = np.random.default_rng(derive_seed(anchor, f"ensemble:{kind}")).uniform(0, 2 * np.pi, size + 1)
    wave = np.fft.irfft(np.sqrt(power) * np.exp(1j * phases)) * _CLOUD
    wave /= np.sqrt(np.mean(wave * wave)) + 1e-12
    return np.append(wave, wave[0]).astype(np.float32)


def cloud(kind: str, pitch: int, corner: float, spread: float) -> tuple[Signal, float]:
    """An ensemble as a loop of 1.5 s, and the rate to read it at for MIDI `pitch`.

    Each harmonic is a bell of random-phase partials `spread` cents wide (Nasca's PADsynth): what many players sound like, at the
    cost of one. Tables exist for every third semitone.
    """
    anchor = (pitch + 1) // 3 * 3
    rounded = round(2 ** (round(6 * np.log2(max(corner, 40.0))) / 6))
    return _cloud(kind, anchor, rounded, spread), float(2 ** ((pitch - anchor) / 12))
