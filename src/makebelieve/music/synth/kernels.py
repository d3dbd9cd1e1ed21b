"""The inner loops of the synthesiser, compiled by numba and kept on disk between processes.

Signals are float32 at 44.1 kHz: mono (n,), stereo (2, n) while notes are made and mixed.
Phases are unsigned 32-bit integers, so that no error builds up over a long note.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray

Signal = NDArray[np.float32]
F = TypeVar("F", bound=Callable[..., Any])

RATE: Final = 44_100
TAU: Final = 6.283185307179586
TABLE_BITS: Final = 11
"""A single-cycle wavetable has 2**11 samples and a 2049th that repeats the first."""
CLOUD_BITS: Final = 16
"""An ensemble table ("cloud") has 2**16 samples and one more."""
_TABLE_SHIFT: Final = 32 - TABLE_BITS
_TABLE_MASK: Final = (1 << _TABLE_SHIFT) - 1
_TABLE_SCALE: Final = 1.0 / (1 << _TABLE_SHIFT)
_CLOUD_SHIFT: Final = 32 - CLOUD_BITS
_CLOUD_MASK: Final = (1 << _CLOUD_SHIFT) - 1
_CLOUD_SCALE: Final = 1.0 / (1 << _CLOUD_SHIFT)
_TURN: Final = 4294967296.0


def compiled(function: F) -> F:
    """`numba.njit` with the compiled code kept beside the source (or in the user's cache folder where that is read-only).

    Fused multiply-adds and reassociation are allowed within one machine's code; NaN and infinity keep their meaning.
    """
    return cast("F", numba.njit(cache=True, nogil=True, error_model="numpy", fastmath={"contract", "reassoc", "nsz", "arcp"})(function))


@compiled
def envelope(held: int, release: int, attack: float, decay: float, sustain: float, fall: float) -> Signal:
    """Attack-decay-sustain-release curve of `held + release` samples, 0-1; times in seconds. The last 5 ms fade to zero."""
    total = held + release
    out = np.empty(total, np.float32)
    rise = max(1, int(attack * RATE))
    keep = math.exp(-1.0 / (max(decay, 1e-3) * RATE))
    let = math.exp(-4.6 / (max(fall, 1e-3) * RATE))
    level = 1.0
    value = 0.0
    for i in range(held):
        if i < rise:
            x = i / rise
            value = x * (2.0 - x)
        else:
            value = sustain + (1.0 - sustain) * level
            level *= keep
        out[i] = value
    for i in range(held, total):
        value *= let
        out[i] = value
    fade = min(total, 220)
    for i in range(fade):
        out[total - fade + i] *= 1.0 - (i + 1.0) / fade
    return out


@compiled
def solo(
    out: Signal,
    dark: Signal,
    bright: Signal,
    env: Signal,
    shine: Signal,
    frequency: float,
    phase: float,
    vibrato_rate: float,
    vibrato_cents: float,
    vibrato_delay: float,
    scoop_cents: float,
    gain: float,
) -> None:
    """Adds one wavetable voice to mono `out`: `shine` (0-1 a sample; empty: none) fades from the dark table to the bright one.

    Vibrato sets in after `vibrato_delay` s; the pitch starts `scoop_cents` below and reaches the note within about 0.1 s.
    """
    n = len(out)
    position = np.uint32(np.int64(phase * _TURN) & 0xFFFFFFFF)
    step = np.uint32(0)
    base = frequency / RATE * _TURN
    cent = 0.0005776226504666211
    morph = len(shine) > 0
    for begin in range(0, n, 64):
        t = begin / RATE
        depth = min(max((t - vibrato_delay) * 4.0, 0.0), 1.0) * vibrato_cents
        step = np.uint32(np.int64(base * (1.0 + cent * (depth * math.sin(TAU * vibrato_rate * t) - scoop_cents * math.exp(-t / 0.03)))))
        for j in range(begin, min(n, begin + 64)):
            i = position >> np.uint32(_TABLE_SHIFT)
            k = np.uint32(i + np.uint32(1))
            fraction = np.float32(np.int32(position & np.uint32(_TABLE_MASK))) * np.float32(_TABLE_SCALE)
            y = dark[i] + fraction * (dark[k] - dark[i])
            if morph:
                z = bright[i] + fraction * (bright[k] - bright[i])
                y += shine[j] * (z - y)
            out[j] += y * env[j] * np.float32(gain)
            position = np.uint32(position + step)


@compiled
def ensemble(out: Signal, dark: Signal, bright: Signal, env: Signal, shine: Signal, rate: float, start: float, gain: float) -> None:
    """Adds many players at once to stereo `out`: a long looped table read at `rate` from two far places, one for each side."""
    n = out.shape[1]
    step = np.uint32(np.int64(rate * (1 << _CLOUD_SHIFT)))
    morph = len(shine) > 0
    for side in range(2):
        position = np.uint32(np.int64(start * _TURN) & 0xFFFFFFFF)
        if side == 1:
            position = np.uint32(position + np.uint32(0x6A09E667))
        for j in range(n):
            i = position >> np.uint32(_CLOUD_SHIFT)
            k = np.uint32(i + np.uint32(1))
            f = np.float32(np.int32(position & np.uint32(_CLOUD_MASK))) * np.float32(_CLOUD_SCALE)
            x = dark[i] + f * (dark[k] - dark[i])
            if morph:
                x += shine[j] * (bright[i] + f * (bright[k] - bright[i]) - x)
            out[side, j] += x * env[j] * np.float32(gain)
            position = np.uint32(position + step)


@compiled
def pluck(burst: Signal, samples: int, period: float, loss: float, held: int, damp: float) -> Signal:
    """A Karplus-Strong string (Karplus and Strong 1983, tuned by the all-pass of Jaffe and Smith 1983).

    `burst`: the excitation, floor(period - 1) samples; `loss` < 1 a pass; after `held` samples `damp` < 1 a sample.
    """
    size = len(burst)
    line = burst.copy()
    out = np.empty(samples, np.float32)
    delay = period - size - 0.5
    c = (1.0 - delay) / (1.0 + delay)
    at = 0
    before = 0.0
    x1 = 0.0
    y1 = 0.0
    level = 1.0
    for j in range(samples):
        v = line[at]
        x = loss * 0.5 * (v + before)
        before = v
        y = c * x + x1 - c * y1
        x1 = x
        y1 = y
        line[at] = y
        if j > held:
            level *= damp
        out[j] = v * level
        at += 1
        if at == size:
            at = 0
    fade = min(samples, 256)
    for j in range(fade):
        out[samples - fade + j] *= 1.0 - (j + 1.0) / fade
    return out


@compiled
def modes(samples: int, frequencies: Signal, gains: Signal, decays: Signal) -> Signal:
    """A struck body: a sum of decaying sines (Hz, amplitude, time constant in s), each one complex rotation a sample."""
    out = np.zeros(samples, np.float32)
    for m in range(len(frequencies)):
        w = TAU * frequencies[m] / RATE
        r = math.exp(-1.0 / (decays[m] * RATE))
        cr = r * math.cos(w)
        ci = r * math.sin(w)
        a = 1.0
        b = 0.0
        # six time constants are -52 dB; nothing is heard of a mode after that
        last = min(samples, int(decays[m] * RATE * 7.0) + 1)
        for j in range(last):
            out[j] += gains[m] * b
            a, b = a * cr - b * ci, a * ci + b * cr
    fade = min(samples, 512)
    for j in range(fade):
        out[samples - fade + j] *= 1.0 - (j + 1.0) / fade
    return out


@compiled
def two_operators(env: Signal, frequency: float, ratio: float, index: float, index_decay: float, index_floor: float, gain: float) -> Signal:
    """Frequency modulation with one modulator (Chowning 1973): the index falls from `index` to `index_floor` with `index_decay` s."""
    n = len(env)
    out = np.empty(n, np.float32)
    wc = TAU * frequency / RATE
    wm = wc * ratio
    keep = math.exp(-1.0 / (index_decay * RATE))
    level = index - index_floor
    for j in range(n):
        # sidebands are kept under the Nyquist frequency by the caller's choice of index
        out[j] = math.sin(wc * j + (index_floor + level) * math.sin(wm * j)) * env[j] * gain
        level *= keep
    return out


@compiled
def filtered(
    env: Signal,
    frequency: float,
    detune: float,
    width: float,
    low: float,
    high: float,
    sweep: float,
    resonance: float,
    sub: float,
    gain: float,
) -> Signal:
    """An analogue-style voice: two band-limited saws or pulses (`width` > 0: duty) and a sub sine through a resonant low-pass.

    The cutoff falls from `high` to `low` Hz with time constant `sweep` s. State-variable filter after Simper 2013;
    band-limiting by polynomial steps (Valimaki and Pekonen 2010).
    """
    n = len(env)
    out = np.empty(n, np.float32)
    phases = np.array([0.13, 0.61])
    steps = np.array([frequency * (1.0 - detune) / RATE, frequency * (1.0 + detune) / RATE])
    voices = 2 if detune > 0.0 else 1
    damping = 1.0 / resonance
    band = 0.0
    lowpass = 0.0
    keep = math.exp(-64.0 / (sweep * RATE))
    level = 1.0
    a1 = 0.0
    a2 = 0.0
    a3 = 0.0
    w = TAU * frequency / RATE
    for j in range(n):
        if j % 64 == 0:
            cutoff = min(low + (high - low) * level, 0.42 * RATE)
            level *= keep
            g = math.tan(math.pi * cutoff / RATE)
            a1 = 1.0 / (1.0 + g * (g + damping))
            a2 = g * a1
            a3 = g * a2
        x = 0.0
        for v in range(voices):
            p = phases[v]
            d = steps[v]
            y = 2.0 * p - 1.0
            if p < d:
                q = p / d
                y -= q + q - q * q - 1.0
            elif p > 1.0 - d:
                q = (p - 1.0) / d
                y -= q * q + q + q + 1.0
            if width > 0.0:
                p2 = p + width
                if p2 >= 1.0:
                    p2 -= 1.0
                z = 2.0 * p2 - 1.0
                if p2 < d:
                    q = p2 / d
                    z -= q + q - q * q - 1.0
                elif p2 > 1.0 - d:
                    q = (p2 - 1.0) / d
                    z -= q * q + q + q + 1.0
                y = y - z
            x += y
            p += d
            if p >= 1.0:
                p -= 1.0
            phases[v] = p
        x += sub * math.sin(w * j)
        v3 = x - lowpass
        v1 = a1 * band + a2 * v3
        v2 = lowpass + a2 * band + a3 * v3
        band = 2.0 * v1 - band
        lowpass = 2.0 * v2 - lowpass
        out[j] = v2 * env[j] * gain
    return out


@compiled
def swept_tone(samples: int, start: float, end: float, sweep: float, decay: float, attack: float, gain: float) -> Signal:
    """A sine that falls from `start` to `end` Hz (time constant `sweep` s) and dies away (`decay` s): drum heads, kicks."""
    out = np.empty(samples, np.float32)
    phase = 0.0
    glide = math.exp(-1.0 / (max(sweep, 1e-4) * RATE))
    keep = math.exp(-1.0 / (max(decay, 1e-4) * RATE))
    bend = start - end
    level = 1.0
    rise = max(1, int(attack * RATE))
    for j in range(samples):
        out[j] = math.sin(phase) * level * gain * min(1.0, j / rise)
        phase += TAU * (end + bend) / RATE
        bend *= glide
        level *= keep
    fade = min(samples, 220)
    for j in range(fade):
        out[samples - fade + j] *= 1.0 - (j + 1.0) / fade
    return out


@compiled
def noise_band(samples: int, seed: int, low: float, high: float, attack: float, decay: float, hold: int, gain: float) -> Signal:
    """White noise between `low` and `high` Hz (0: open) that rises in `attack` s and dies with `decay` s.

    `hold` > 1 repeats each random value that often: the coarse noise of early sound chips.
    """
    out = np.empty(samples, np.float32)
    state = np.uint32(seed | 1)
    a = math.exp(-TAU * high / RATE) if high > 0.0 else 0.0
    b = math.exp(-TAU * low / RATE) if low > 0.0 else 1.0
    y1 = 0.0
    y2 = 0.0
    z = 0.0
    value = 0.0
    rise = max(1, int(attack * RATE))
    keep = math.exp(-1.0 / (max(decay, 1e-4) * RATE))
    level = 1.0
    for j in range(samples):
        if hold <= 1 or j % hold == 0:
            state ^= np.uint32(state << np.uint32(13))
            state ^= np.uint32(state >> np.uint32(17))
            state ^= np.uint32(state << np.uint32(5))
            value = np.float64(state) * 4.656612873077393e-10 - 1.0
            if hold > 1:
                value = 0.8 if value > 0.0 else -0.8
        y1 = (1.0 - a) * value + a * y1
        y2 = (1.0 - a) * y1 + a * y2
        z = (1.0 - b) * y2 + b * z if low > 0.0 else 0.0
        if j < rise:
            amplitude = j / rise
        else:
            amplitude = level
            level *= keep
        out[j] = (y2 - z) * amplitude * gain
    fade = min(samples, 220)
    for j in range(fade):
        out[samples - fade + j] *= 1.0 - (j + 1.0) / fade
    return out


@compiled
def saturate(signal: Signal, drive: float, ceiling: float) -> None:
    """Soft clipping in place: tanh(drive x) scaled to `ceiling`."""
    for j in range(len(signal)):
        signal[j] = math.tanh(signal[j] * drive) * ceiling


@compiled
def lowpass(signal: Signal, cutoff: float) -> None:
    """One-pole low-pass in place."""
    a = math.exp(-TAU * cutoff / RATE)
    y = 0.0
    for j in range(len(signal)):
        y = (1.0 - a) * signal[j] + a * y
        signal[j] = y
