"""Kernels of the mixer: adding notes into a loop, the room, loudness, the limiter, and the way to 16 bits.

Stereo signals are (2, n) float32 until they are mastered, (n, 2) from then on. In a loop what passes the end goes on at the start.
"""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.music.synth.kernels import RATE, TAU, Signal, compiled

LINES: Final = 16
_RING: Final = 8192
_BLOCK: Final = 64
# Prime lengths between 29 and 83 ms: no two echoes of the room ever fall together for long.
DELAYS: Final = np.array([1277, 1399, 1493, 1613, 1733, 1867, 1979, 2099, 2239, 2377, 2521, 2689, 2879, 3089, 3343, 3671], np.int64)
# Polyphase filter of ITU-R BS.1770-4, annex 2, phases 0 and 1; phases 3 and 2 are the same backwards.
_PEAK_0: Final = np.array(
    [0.0017089843750, 0.0109863281250, -0.0196533203125, 0.0332031250000, -0.0594482421875, 0.1373291015625,
     0.9721679687500, -0.1022949218750, 0.0476074218750, -0.0266113281250, 0.0148925781250, -0.0083007812500]
)  # fmt: skip
_PEAK_1: Final = np.array(
    [-0.0291748046875, 0.0292968750000, -0.0517578125000, 0.0891113281250, -0.1665039062500, 0.4650878906250,
     0.7797851562500, -0.2003173828125, 0.1015625000000, -0.0582275390625, 0.0330810546875, -0.0189208984375]
)  # fmt: skip
PEAK_PHASES: Final = np.array([_PEAK_0, _PEAK_1, _PEAK_1[::-1], _PEAK_0[::-1]])
GAIN_BLOCK: Final = 64
"""Samples a value of the limiter's gain curve stands for."""


@compiled
def _add(out: Signal, signal: Signal, gain: float) -> None:
    g = np.float32(gain)
    for i in range(len(out)):
        out[i] += signal[i] * g


@compiled
def add_mono(dry: Signal, wet: Signal, signal: Signal, at: int, left: float, right: float, send: float, wraps: bool) -> None:
    """Adds a mono note to the stereo `dry` with two gains and to the mono `wet` with a third (0: not), from sample `at` on."""
    size = dry.shape[1]
    n = len(signal)
    done = 0
    while done < n:
        if at >= size:
            if not wraps:
                return
            at %= size
        count = min(n - done, size - at)
        piece = signal[done : done + count]
        _add(dry[0, at : at + count], piece, left)
        _add(dry[1, at : at + count], piece, right)
        if send > 0.0:
            _add(wet[at : at + count], piece, send)
        done += count
        at += count


@compiled
def add_stereo(dry: Signal, wet: Signal, signal: Signal, at: int, left: float, right: float, send: float, wraps: bool) -> None:
    """The same for a stereo note: gains of its two sides, and of their sum into `wet`."""
    size = dry.shape[1]
    n = signal.shape[1]
    done = 0
    while done < n:
        if at >= size:
            if not wraps:
                return
            at %= size
        count = min(n - done, size - at)
        _add(dry[0, at : at + count], signal[0, done : done + count], left)
        _add(dry[1, at : at + count], signal[1, done : done + count], right)
        if send > 0.0:
            _add(wet[at : at + count], signal[0, done : done + count], send)
            _add(wet[at : at + count], signal[1, done : done + count], send)
        done += count
        at += count


@compiled
def reverberate(
    dry: Signal, wet: Signal, tail: int, before: int, delays: NDArray[np.int64], gains: Signal, dampings: Signal, wraps: bool
) -> None:
    """Adds the room's answer to `wet` into `dry`: a feedback delay network (Jot and Chaigne 1991) of 16 lines and a Hadamard matrix.

    The network is linear, so the answer to endless repetition is the answer to one pass with its tail folded onto the start; `tail`
    samples are computed beyond the end for that. `before`: samples until the first reflection. `gains`, `dampings`: a line's loss a
    pass, and the share of the previous sample in its two-point low-pass.
    """
    size = dry.shape[1]
    total = size + tail if wraps else size
    ring = np.zeros((LINES, _RING), np.float32)
    work = np.zeros((LINES, _BLOCK), np.float32)
    swap = np.zeros(_BLOCK, np.float32)
    last = np.zeros(LINES, np.float32)
    source = np.zeros(_BLOCK, np.float32)
    # nothing below 140 Hz goes into the room: it would only rumble
    keep = math.exp(-TAU * 140.0 / RATE)
    low = 0.0
    mask = _RING - 1
    for begin in range(0, total, _BLOCK):
        count = min(_BLOCK, size - begin)
        for j in range(_BLOCK):
            x = wet[begin + j] if j < count else np.float32(0.0)
            low = float((1.0 - keep) * x + keep * low)
            source[j] = x - low
        write = begin & mask
        for line in range(LINES):
            read = (write - delays[line]) & mask
            first = min(_BLOCK, _RING - read)
            for j in range(first):
                work[line, j] = ring[line, read + j]
            for j in range(first, _BLOCK):
                work[line, j] = ring[line, j - first]
        out = begin + before
        for j in range(_BLOCK):
            swap[j] = 0.0
        # the outputs: even lines left, odd lines right, with alternating signs
        for side in range(2):
            for j in range(_BLOCK):
                swap[j] = 0.0
            for line in range(side, LINES, 4):
                for j in range(_BLOCK):
                    swap[j] += work[line, j] - work[line + 2, j]
            if out + _BLOCK <= size:
                for j in range(_BLOCK):
                    dry[side, out + j] += swap[j]
            else:
                for j in range(_BLOCK):
                    at = out + j
                    if at >= size:
                        if not wraps:
                            break
                        at %= size
                    if begin + j < total:
                        dry[side, at] += swap[j]
        for line in range(LINES):
            a = gains[line] * (np.float32(1.0) - dampings[line])
            b = gains[line] * dampings[line]
            previous = last[line]
            last[line] = work[line, _BLOCK - 1]
            for j in range(_BLOCK - 1, 0, -1):
                work[line, j] = a * work[line, j] + b * work[line, j - 1]
            work[line, 0] = a * work[line, 0] + b * previous
        half = 1
        while half < LINES:
            for base in range(0, LINES, 2 * half):
                for k in range(base, base + half):
                    for j in range(_BLOCK):
                        x = work[k, j]
                        y = work[k + half, j]
                        work[k, j] = x + y
                        work[k + half, j] = x - y
            half *= 2
        for line in range(LINES):
            sign = np.float32(0.25) if line % 3 else np.float32(-0.25)
            for j in range(_BLOCK):
                ring[line, write + j] = work[line, j] * np.float32(0.25) + source[j] * sign


@compiled
def weighted_energy(signal: Signal) -> float:
    """Sum of squares of a mono signal after the K-weighting of ITU-R BS.1770-4 (two biquads at 44.1 kHz; see loudness.py).

    Estimated from the first 4096 of every 16384 samples: it only sets how loud a player is.
    """
    total = 0.0
    a1 = a2 = b1 = b2 = 0.0
    seen = 0
    for i in range(len(signal)):
        if i & 0x3000:
            continue
        seen += 1
        x = signal[i] - -1.663655113256 * a1 - 0.712595428073 * a2
        y = 1.530841230050 * x - 2.650979995155 * a1 + 1.169079079921 * a2
        a2 = a1
        a1 = x
        u = y - -1.989169673630 * b1 - 0.989199035787 * b2
        v = u - 2.0 * b1 + b2
        b2 = b1
        b1 = u
        total += v * v
    return total * len(signal) / max(1, seen)


@compiled
def weighted_steps(signal: Signal, step: int, warm: int) -> NDArray[np.float64]:
    """K-weighted sum of squares of both sides of a stereo signal in steps of `step` samples; the filter first hears the last `warm`."""
    size = signal.shape[0]
    out = np.zeros((size + step - 1) // step, np.float64)
    a1 = a2 = b1 = b2 = 0.0
    c1 = c2 = d1 = d2 = 0.0
    for j in range(-warm, size):
        i = j if j >= 0 else size + j
        x = signal[i, 0] - -1.663655113256 * a1 - 0.712595428073 * a2
        y = 1.530841230050 * x - 2.650979995155 * a1 + 1.169079079921 * a2
        a2 = a1
        a1 = x
        u = y - -1.989169673630 * b1 - 0.989199035787 * b2
        v = u - 2.0 * b1 + b2
        b2 = b1
        b1 = u
        x = signal[i, 1] - -1.663655113256 * c1 - 0.712595428073 * c2
        y = 1.530841230050 * x - 2.650979995155 * c1 + 1.169079079921 * c2
        c2 = c1
        c1 = x
        u = y - -1.989169673630 * d1 - 0.989199035787 * d2
        w = u - 2.0 * d1 + d2
        d2 = d1
        d1 = u
        if j >= 0:
            out[j // step] += v * v + w * w
    return out


@compiled
def block_peaks(signal: Signal, look: float, phases: NDArray[np.float64], wraps: bool) -> Signal:
    """True peak of each block of 64 samples, both sides: four times oversampled where a sample exceeds `look`, else the sample peak."""
    size = signal.shape[0]
    out = np.zeros((size + GAIN_BLOCK - 1) // GAIN_BLOCK, np.float32)
    for block in range(len(out)):
        begin = block * GAIN_BLOCK
        end = min(size, begin + GAIN_BLOCK)
        peak = 0.0
        for i in range(begin, end):
            peak = max(peak, abs(signal[i, 0]), abs(signal[i, 1]))
        if peak > look:
            for side in range(2):
                for i in range(begin, end):
                    if abs(signal[i, side]) > look:
                        for phase in range(4):
                            total = 0.0
                            for tap in range(12):
                                at = i + tap - 6
                                if wraps:
                                    at %= size
                                elif at < 0 or at >= size:
                                    continue
                                total += signal[at, side] * phases[phase, 11 - tap]
                            peak = max(peak, abs(total))
        out[block] = peak
    return out


@compiled
def mastered(signal: Signal, gain: float, curve: Signal) -> Signal:
    """A (2, n) signal as (n, 2), times `gain` and, unless `curve` is empty, times the curve between its block boundaries."""
    size = signal.shape[1]
    out = np.empty((size, 2), np.float32)
    blocks = (size + GAIN_BLOCK - 1) // GAIN_BLOCK
    flat = len(curve) == 0
    for block in range(blocks):
        begin = block * GAIN_BLOCK
        end = min(size, begin + GAIN_BLOCK)
        a = np.float32(1.0) if flat else curve[block]
        slope = np.float32(0.0) if flat else np.float32((curve[block + 1] - a) / GAIN_BLOCK)
        for i in range(begin, end):
            g = np.float32((a + slope * np.float32(i - begin)) * np.float32(gain))
            out[i, 0] = signal[0, i] * g
            out[i, 1] = signal[1, i] * g
    return out


@compiled
def to_pcm(signal: Signal, seed: int, gain: float) -> NDArray[np.int16]:
    """16-bit samples with triangular dither of one step either side, from a generator of its own."""
    size = signal.shape[0]
    out = np.empty((size, 2), np.int16)
    state = np.uint32(seed * 2 + 1)
    for i in range(size):
        for side in range(2):
            state = np.uint32(state * np.uint32(1664525) + np.uint32(1013904223))
            noise = np.float32(np.int32(state >> np.uint32(16)) - np.int32((state >> np.uint32(4)) & np.uint32(0xFFFF))) * np.float32(
                1.52587890625e-05
            )
            value = math.floor(signal[i, side] * gain + noise + 0.5)
            out[i, side] = np.int16(min(32767, max(-32768, value)))
    return out


def room(decay: float, damping: float) -> tuple[NDArray[Any], NDArray[Any]]:
    """Gains and dampings of the lines for `decay` s to -60 dB at low frequencies and half that at `damping` Hz."""
    gains = 10 ** (-3 * DELAYS / (decay * RATE))
    wanted = (1 - gains**2) / (4 * math.sin(math.pi * damping / RATE) ** 2)
    dampings = 0.5 - np.sqrt(0.25 - np.minimum(wanted, 0.2499))
    return gains.astype(np.float32), dampings.astype(np.float32)
