"""Kernels of the sound effects: sweeping oscillators, sweeping noise, clicks. Mono float32 at 44.1 kHz."""

from __future__ import annotations

import math

import numpy as np

from makebelieve.music.synth.kernels import RATE, TAU, Signal, compiled


@compiled
def shape(samples: int, attack: float, hold: float, decay: float) -> Signal:
    """Rises in `attack` s, stays `hold` s, falls with time constant `decay` s; the last 4 ms fade to zero unless it still holds."""
    out = np.empty(samples, np.float32)
    rise = max(1, int(attack * RATE))
    stay = rise + int(hold * RATE)
    keep = math.exp(-1.0 / (max(decay, 1e-4) * RATE))
    level = 1.0
    for i in range(samples):
        if i < rise:
            out[i] = i / rise
        else:
            if i > stay:
                level *= keep
            out[i] = level
    if stay < samples:
        fade = min(samples, 176)
        for i in range(fade):
            out[samples - fade + i] *= 1.0 - (i + 1.0) / fade
    return out


@compiled
def tone(
    env: Signal, wave: int, frequency: float, to: float, glide: float, steps: Signal, step: float, rate: float, depth: float, gain: float
) -> Signal:
    """An oscillator (0 sine, 1 triangle, 2 saw, 3 square, 4 pulse of a quarter) whose pitch moves.

    The pitch goes to `to` times itself with time constant `glide` s, takes `steps` (semitones) every `step` s, and swings `depth`
    semitones `rate` times a second. Saws and pulses are smoothed at their steps (polynomial band-limited steps).
    """
    n = len(env)
    out = np.empty(n, np.float32)
    phase = 0.0
    duty = 0.25 if wave == 4 else 0.5
    delta = 0.0
    for i in range(n):
        if i % 16 == 0:
            t = i / RATE
            f = frequency * (to + (1.0 - to) * math.exp(-t / glide))
            semitones = depth * math.sin(TAU * rate * t)
            if len(steps) > 0:
                semitones += steps[min(len(steps) - 1, int(t / step))]
            delta = min(0.45, f * 2.0 ** (semitones / 12.0) / RATE)
        if wave == 0:
            y = math.sin(TAU * phase)
        elif wave == 1:
            y = 4.0 * abs(phase - 0.5) - 1.0
        elif wave == 2:
            y = 2.0 * phase - 1.0 - _step(phase, delta)
        else:
            other = phase + 1.0 - duty
            if other >= 1.0:
                other -= 1.0
            y = (1.0 if phase < duty else -1.0) + _step(phase, delta) - _step(other, delta) + 1.0 - 2.0 * duty
        out[i] = y * env[i] * gain
        phase += delta
        if phase >= 1.0:
            phase -= 1.0
    return out


@compiled
def _step(phase: float, delta: float) -> float:
    if phase < delta:
        q = phase / delta
        return q + q - q * q - 1.0
    if phase > 1.0 - delta:
        q = (phase - 1.0) / delta
        return q * q + q + q + 1.0
    return 0.0


@compiled
def noise(
    env: Signal, seed: int, low: float, high: float, to: float, glide: float, resonance: float, rate: float, depth: float, gain: float
) -> Signal:
    """White noise through a low-pass at `high` Hz (moving as in `tone`) with `resonance`, and a high-pass at `low` Hz."""
    n = len(env)
    out = np.empty(n, np.float32)
    state = np.uint32(seed | 1)
    damping = 1.0 / resonance
    band = 0.0
    under = 0.0
    slow = 0.0
    b = math.exp(-TAU * low / RATE)
    a1 = 0.0
    a2 = 0.0
    a3 = 0.0
    for i in range(n):
        if i % 32 == 0:
            t = i / RATE
            cutoff = high * (to + (1.0 - to) * math.exp(-t / glide)) * 2.0 ** (depth * math.sin(TAU * rate * t) / 12.0)
            g = math.tan(math.pi * min(cutoff, 0.42 * RATE) / RATE)
            a1 = 1.0 / (1.0 + g * (g + damping))
            a2 = g * a1
            a3 = g * a2
        state ^= np.uint32(state << np.uint32(13))
        state ^= np.uint32(state >> np.uint32(17))
        state ^= np.uint32(state << np.uint32(5))
        x = np.float64(state) * 4.656612873077393e-10 - 1.0
        v3 = x - under
        v1 = a1 * band + a2 * v3
        v2 = under + a2 * band + a3 * v3
        band = 2.0 * v1 - band
        under = 2.0 * v2 - under
        slow = (1.0 - b) * v2 + b * slow
        out[i] = (v2 - slow) * env[i] * gain
    return out


@compiled
def crackle(env: Signal, seed: int, rate: float, low: float, high: float, gain: float) -> Signal:
    """Clicks at random times, `rate` a second on average, of random strength, between `low` and `high` Hz."""
    n = len(env)
    out = np.empty(n, np.float32)
    state = np.uint32(seed | 1)
    chance = rate / RATE
    a = math.exp(-TAU * high / RATE)
    b = math.exp(-TAU * low / RATE)
    y = 0.0
    slow = 0.0
    for i in range(n):
        state ^= np.uint32(state << np.uint32(13))
        state ^= np.uint32(state >> np.uint32(17))
        state ^= np.uint32(state << np.uint32(5))
        u = np.float64(state) * 2.3283064365386963e-10
        x = 0.0
        if u < chance:
            v = u / chance
            x = (v * 2.0 - 1.0) * 6.0
        y = (1.0 - a) * x + a * y
        slow = (1.0 - b) * y + b * slow
        out[i] = (y - slow) * env[i] * gain
    return out
