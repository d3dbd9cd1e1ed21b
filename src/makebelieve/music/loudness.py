"""Loudness and true peak after ITU-R BS.1770-4, and the one gain curve that brings a mix to both."""

from __future__ import annotations

from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from makebelieve.music.synth import mixing
from makebelieve.music.synth.kernels import RATE, Signal

TARGET: Final = -16.0
"""LUFS a track is brought to unless asked otherwise."""
CEILING: Final = -1.0
"""dBTP a track stays under."""
_STEP: Final = RATE // 10
_MARGIN: Final = 0.3
"""dB the limiter keeps from the ceiling: the interpolation of the standard reads up to that much low."""


def _gated(steps: NDArray[np.float64], samples: int) -> float:
    """Integrated loudness of sums of squares in steps of 100 ms: blocks of 400 ms, gates at -70 LUFS and 10 LU under the mean."""
    if len(steps) < 4:
        power = steps.sum() / max(1, samples)
        return float(-0.691 + 10 * np.log10(power + 1e-15))
    whole = steps[: samples // _STEP]
    blocks = np.convolve(whole, np.ones(4), "valid") / (4 * _STEP) if len(whole) >= 4 else np.array([steps.sum() / samples])
    loud = blocks[-0.691 + 10 * np.log10(blocks + 1e-15) > -70]
    if not len(loud):
        return -120.0
    gate = loud.mean() / 10
    return float(-0.691 + 10 * np.log10(loud[loud > gate].mean()))


def integrated(signal: Signal, *, loop: bool = False) -> float:
    """Integrated loudness in LUFS of (n, 2) audio at 44.1 kHz; a loop is heard as going round."""
    warm = min(4096, len(signal)) if loop else 0
    return _gated(mixing.weighted_steps(signal, _STEP, warm), len(signal))


def true_peak(signal: Signal, *, loop: bool = False) -> float:
    """True peak in dBTP of (n, 2) audio. It lies beside a sample of at least half the highest one, so only those are looked around."""
    highest = float(np.abs(signal).max(initial=0.0))
    peaks = mixing.block_peaks(signal, 0.5 * highest, mixing.PEAK_PHASES, loop)
    return float(20 * np.log10(float(peaks.max(initial=0.0)) + 1e-12))


def _limited(peaks: Signal, gain: float, ceiling: float, loop: bool) -> Signal:
    """Gains at the block boundaries, n + 1 of them, that keep `peaks * gain` under `ceiling`; attack and release of about 6 ms."""
    need = np.minimum(1.0, ceiling / np.maximum(peaks * gain, 1e-9)).astype(np.float64)
    reach = 4
    mode: Literal["wrap", "edge"] = "wrap" if loop else "edge"
    padded = np.pad(need, 2 * reach, mode=mode)
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1)
    smooth = np.convolve(lowest, np.ones(2 * reach + 1) / (2 * reach + 1), "valid")
    around = np.pad(smooth, 1, mode=mode)
    return np.asarray(np.minimum(around[:-1], around[1:]), np.float32)


def master(mix: Signal, target: float, ceiling: float, *, loop: bool) -> tuple[Signal, float, Signal, float, float]:
    """Brings the (2, n) `mix` to `target` LUFS under `ceiling` dBTP.

    Returns the (n, 2) result, gain, gain curve (empty: none), LUFS and peak in dBTP reached. Where the peaks do not let the target be
    reached within four rounds of limiting, the result stays softer than the target.
    """
    none = np.zeros(0, np.float32)
    raw = mixing.mastered(mix, 1.0, none)
    now = integrated(raw, loop=loop)
    gain = 10 ** ((target - now) / 20)
    top = 10 ** ((ceiling - _MARGIN) / 20)
    peaks = mixing.block_peaks(raw, 0.5 * top / gain, mixing.PEAK_PHASES, loop)
    highest = float(peaks.max(initial=0.0)) * gain
    if highest <= top:
        raw *= np.float32(gain)
        return raw, gain, none, target, 20 * float(np.log10(highest + 1e-12))
    del raw
    out, curve = mix, none
    for attempt in range(5):
        curve = _limited(peaks, gain, top, loop)
        out = mixing.mastered(mix, gain, curve)
        now = integrated(out, loop=loop)
        if abs(target - now) < 0.08 or attempt == 4:
            break
        gain *= 10 ** ((target - now) / 20)
    return out, gain, curve, now, true_peak(out, loop=loop)
