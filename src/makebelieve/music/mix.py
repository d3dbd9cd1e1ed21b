"""The mixer: a score becomes samples. Notes go into a loop, the room's tail is folded back, one gain curve masters everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from makebelieve.kit.seeds import derive_seed
from makebelieve.music import loudness
from makebelieve.music.score import STEP, Note, Part, Score
from makebelieve.music.synth import mixing
from makebelieve.music.synth.instruments import LAYERS, Instrument, instruments, note
from makebelieve.music.synth.kernels import RATE, Signal

_REFERENCE: Final = -24.0
"""K-weighted level in dB at which a part of level 0 plays, before mastering."""
_CACHE: Final = 96 << 20
"""Bytes of rendered notes kept for one part."""
_TAIL: Final = 1.75
"""Room tails are computed for this many times the decay to -60 dB: to -105 dB."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Rendered audio and how it was mastered."""

    audio: Signal
    """(samples, 2)"""
    start: int
    """First sample of the loop."""
    length: int
    """Samples of the loop; 0: it does not loop."""
    lead: int
    """Samples before the loop is first played; 0 without an intro."""
    lufs: float
    peak: float
    """dBTP"""
    gain: float
    curve: Signal
    groups: dict[str, Signal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Where ticks fall in samples. `lead`: samples before the loop; `extra`: samples of the loop's beginning played again after it."""

    samples: int
    lead: int
    loop: int
    extra: int
    passes: int = 1
    """How often the score is played in a row."""
    period: int = 0
    """Samples from one pass to the next."""

    @property
    def wraps(self) -> bool:
        """Whether the end goes on at the start (no lead-in, and it loops)."""
        return self.loop > 0 and self.lead == 0


def timeline(score: Score, decay: float, *, loops: bool = True, passes: int = 1) -> Timeline:
    """The samples of a score; where it does not loop it is played `passes` times and rings out.

    With an intro the loop's beginning is played a second time until the intro has died away. The loop of the file then runs from that
    point of the first pass to the same point of the second: both sound alike, so the seam is exact although the file starts with
    something else.
    """
    total = round(score.seconds * RATE)
    if not loops:
        return Timeline(total * passes + round((_TAIL * decay + 1.0) * RATE), 0, 0, 0, passes, total)
    if not score.intro_bars:
        return Timeline(total, 0, total, 0)
    lead = round(score.intro_bars * score.meter.ticks * score.seconds_per_tick * RATE)
    loop = total - lead
    extra = min(loop, round((_TAIL * decay + 4.0) * RATE))
    return Timeline(total + extra, lead, loop, extra)


def render(
    score: Score,
    space: tuple[float, float, float],
    seed: int,
    *,
    groups: Mapping[str, Sequence[str]] | None = None,
    brightness: float = 1.0,
    target: float = loudness.TARGET,
    loops: bool = True,
    passes: int = 1,
    mastered: tuple[float, Signal] | None = None,
) -> Sound:
    """Samples of `score` in the room `space` (decay s, damping Hz, delay s).

    `groups` (name -> parts) also gives each group alone, room included; their sum is the mix to float precision. `mastered`: the gain
    and curve of an earlier rendering instead of measuring anew.
    """
    line = timeline(score, space[0], loops=loops, passes=passes)
    parts = [part for part in score.parts.values() if part.notes]
    wanted: Mapping[str, Sequence[str]] = groups if groups is not None else {"": [part.name for part in parts]}
    by_name = {part.name: part for part in parts}
    rendered: dict[str, Signal] = {}
    wet = np.zeros(line.samples, np.float32)
    for group, names in wanted.items():
        dry = np.zeros((2, line.samples), np.float32)
        wet[:] = 0
        used = False
        for name in names:
            if name in by_name:
                used |= _play(by_name[name], score, line, dry, wet, seed, brightness)
        if used:
            _room(dry, wet, space, line)
        rendered[group] = dry
    if groups is None:
        mix = rendered.pop("")
    else:
        mix = np.zeros((2, line.samples), np.float32)
        for signal in rendered.values():
            mix += signal
    del wet
    if not loops:
        mix = _trimmed(mix)
    if mastered is None:
        audio, gain, curve, lufs, peak = loudness.master(mix, target, loudness.CEILING, loop=line.wraps)
    else:
        gain, curve = mastered
        audio, lufs, peak = mixing.mastered(mix, gain, curve), float("nan"), float("nan")
    del mix
    for name in list(rendered):
        rendered[name] = mixing.mastered(rendered[name], gain, curve)
    return Sound(audio, line.lead + line.extra, line.loop, line.lead, lufs, peak, gain, curve, rendered)


def _trimmed(mix: Signal) -> Signal:
    """Without the silence at the end, faded over its last 30 ms."""
    loud = np.abs(mix).max(axis=0)
    edge = float(loud.max(initial=0.0)) * 10 ** (-66 / 20)
    last = int(np.nonzero(loud > edge)[0][-1]) + 1 if edge > 0 else mix.shape[1]
    mix = np.ascontiguousarray(mix[:, :last])
    fade = min(last, RATE * 3 // 100)
    mix[:, -fade:] *= np.linspace(1, 0, fade, dtype=np.float32)
    return mix


def _room(dry: Signal, wet: Signal, space: tuple[float, float, float], line: Timeline) -> None:
    decay, damping, delay = space
    gains, dampings = mixing.room(decay, damping)
    mixing.reverberate(dry, wet, round(_TAIL * decay * RATE), round(delay * RATE), mixing.DELAYS, gains, dampings, line.wraps)


def _jitter(seed: int, part: str, notes: Iterable[Note]) -> list[float]:
    """How early or late each note is played, in units of the style's spread: the sum of three uniform draws, -1.5 to 1.5."""
    base = derive_seed(seed, f"touch:{part}")
    result = []
    for one in notes:
        x = (base ^ (one.start * 0x9E3779B1) ^ (one.pitch * 0x85EBCA77)) & 0xFFFFFFFF
        x = ((x ^ (x >> 16)) * 0x7FEB352D) & 0xFFFFFFFF
        x = ((x ^ (x >> 15)) * 0x846CA68B) & 0xFFFFFFFF
        x ^= x >> 16
        result.append(((x & 1023) + ((x >> 10) & 1023) + ((x >> 20) & 1023)) / 1023 - 1.5)
    return result


def instrument_of(name: str) -> Instrument:
    """An instrument by its name in a score: `flute`, or `drums:rock` for a kit."""
    base, _, kit = name.partition(":")
    found = instruments()[base]
    if not kit:
        return found
    return Instrument(name=name, kind="drums", program=0, family="drums", kit=kit)


def _play(part: Part, score: Score, line: Timeline, dry: Signal, wet: Signal, seed: int, brightness: float) -> bool:
    """Adds a part's notes; whether any of it went to the room."""
    instrument = instrument_of(part.instrument)
    tick = score.seconds_per_tick * RATE
    touches = _jitter(seed, part.name, part.notes)
    keys: list[tuple[int, int, int]] = []
    places: list[int] = []
    for one, touch in zip(part.notes, touches, strict=True):
        late = score.swing * STEP if (one.start // STEP) % 2 == 1 else 0.0
        places.append(round((one.start + late) * tick + touch * score.human * RATE))
        held = 0 if instrument.shares_notes else max(441, round(one.length * tick / 441) * 441)
        keys.append((one.pitch, held, max(1, -(-one.velocity * LAYERS // 127))))
    cache: dict[tuple[int, int, int], Signal] = {}
    energies: dict[tuple[int, int, int], float] = {}
    size = 0
    total = 0.0
    for key, one in zip(keys, part.notes, strict=True):
        if key not in energies:
            signal = note(instrument, key[0], key[1], key[2], brightness)
            energies[key] = mixing.weighted_energy(signal[0]) * 2 if signal.ndim == 2 else mixing.weighted_energy(signal)
            if size < _CACHE:
                cache[key] = signal
                size += signal.nbytes
        total += energies[key] * (one.velocity / 127 / (key[2] / LAYERS)) ** 2
    level = total / max(1.0, _sounding(part, tick))
    gain = 10 ** ((part.level + _REFERENCE) / 20) / (level + 1e-20) ** 0.5
    turn = (part.pan + 1) * np.pi / 4
    if instrument.stereo:
        left, right = min(1.0, 1 - part.pan), min(1.0, 1 + part.pan)
    else:
        left, right = float(np.cos(turn)), float(np.sin(turn))
    send = 10 ** (part.send / 20) if part.send > -60 else 0.0
    add = mixing.add_stereo if instrument.stereo else mixing.add_mono
    again = line.lead + line.extra
    for key, one, place in zip(keys, part.notes, places, strict=True):
        cached = cache.get(key)
        signal = cached if cached is not None else note(instrument, key[0], key[1], key[2], brightness)
        loud = gain * one.velocity / 127 / (key[2] / LAYERS)
        share = loud * send * (0.5 if instrument.stereo else 1.0)
        for turn in range(line.passes):
            at = place % line.samples if line.wraps else max(0, place + turn * line.period)
            add(dry, wet, signal, at, loud * left, loud * right, share, line.wraps)
        if line.extra and line.lead <= place < again:
            add(dry, wet, signal, place + line.loop, loud * left, loud * right, share, False)
    return send > 0


def _sounding(part: Part, tick: float) -> float:
    """Samples in which the part plays: the union of its notes, drum strokes taken as 100 ms."""
    covered, until = 0.0, -1.0
    for one in part.notes:
        begin = one.start * tick
        end = begin + (RATE / 10 if part.role == "drums" else one.length * tick)
        if end > until:
            covered += end - max(begin, until)
            until = end
    return covered
