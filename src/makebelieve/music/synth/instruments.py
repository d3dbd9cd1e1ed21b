"""Instruments: how each name of `data/instruments.toml` turns a note into samples."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Final

import numpy as np

from makebelieve.kit.seeds import derive_seed
from makebelieve.music.synth import kernels
from makebelieve.music.synth.drums import piece
from makebelieve.music.synth.kernels import RATE, Signal
from makebelieve.music.synth.tables import cloud, cycle

LAYERS: Final = 8
"""Velocities are rendered in eighths; what lies between is a matter of gain."""
_NONE: Final = np.zeros(0, np.float32)


@dataclass(frozen=True, slots=True)
class Instrument:
    """One entry of the file; what a field means stands there."""

    name: str
    kind: str
    program: int
    family: str
    words: tuple[str, ...] = ()
    wave: str = ""
    spread: float = 0.0
    voices: int = 1
    detune: float = 0.0
    corner: tuple[float, float, float] = (8000.0, 0.0, 0.0)
    bright: tuple[float, float, float] | None = None
    morph: tuple[float, float, float] = (0.0, 0.0, 0.1)
    vibrato: tuple[float, float, float] = (0.0, 0.0, 0.0)
    scoop: float = 0.0
    breath: float = 0.0
    envelope: tuple[float, float, float, float] = (0.01, 0.5, 0.8, 0.1)
    longest: float = 0.0
    loss: float = 0.996
    tone: float = 0.5
    point: float = 0.13
    ring: float = 1.0
    partials: tuple[tuple[float, float, float], ...] = ()
    strike: tuple[float, float, float, float] | None = None
    length: float = 2.0
    stretch: float = 0.0
    damped: float = 0.0
    ratio: float = 1.0
    index: tuple[float, float, float] = (1.0, 1.0, 0.3)
    floor: float = 0.0
    tine: tuple[float, float] | None = None
    width: float = 0.0
    filter: tuple[float, float, float, float] = (200.0, 2000.0, 0.2, 1.0)
    sub: float = 0.0
    kit: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def stereo(self) -> bool:
        """Whether its notes come with two sides."""
        return self.kind == "ensemble"

    @property
    def shares_notes(self) -> bool:
        """Whether the length of a note leaves its sound as it is (struck things that ring as they like)."""
        return self.kind == "drums" or (self.kind == "modal" and self.damped == 0)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value


@cache
def instruments() -> dict[str, Instrument]:
    """All instruments by name."""
    text = resources.files("makebelieve.music").joinpath("data/instruments.toml").read_text("utf-8")
    found = {}
    for name, entry in tomllib.loads(text).items():
        words = tuple(entry.pop("words", "").split())
        found[name] = Instrument(name=name, words=words, **{key: _frozen(value) for key, value in entry.items()})
    return found


def frequency_of(pitch: int) -> float:
    """Hertz of a MIDI pitch, A4 = 440."""
    return float(440.0 * 2 ** ((pitch - 69) / 12))


def note(instrument: Instrument, pitch: int, held: int, layer: int, brightness: float) -> Signal:
    """A note of `held` samples at loudness `layer` (1-8), its release appended: (n,) or, for ensembles, (2, n).

    `brightness` (0.4-2.5, 1 as written) scales every cutoff. The same arguments give the same samples.
    """
    loud = layer / LAYERS
    match instrument.kind:
        case "ensemble":
            return _ensemble(instrument, pitch, held, loud, brightness)
        case "solo":
            return _solo(instrument, pitch, held, loud, brightness)
        case "chip":
            return _chip(instrument, pitch, held, loud)
        case "pluck":
            return _pluck(instrument, pitch, held, loud, brightness)
        case "modal":
            return _modal(instrument, pitch, held, loud)
        case "fm":
            return _fm(instrument, pitch, held, loud, brightness)
        case "analogue":
            return _analogue(instrument, pitch, held, loud, brightness)
        case "drums":
            return piece(instrument.kit, pitch) * np.float32(loud)
    raise KeyError(instrument.kind)


def _start(instrument: Instrument, pitch: int, voice: int = 0) -> float:
    return derive_seed(pitch * 16 + voice, instrument.name) / 2**31


def _corner(shape: tuple[float, float, float], loud: float, frequency: float, brightness: float) -> float:
    return min((shape[0] + shape[1] * loud + shape[2] * frequency) * brightness, 18000.0)


def _shape(instrument: Instrument, held: int) -> tuple[Signal, int]:
    """The envelope and the samples it holds; instruments with a `longest` note let go early."""
    if instrument.longest:
        held = min(held, int(instrument.longest * RATE))
    attack, decay, sustain, release = instrument.envelope
    return kernels.envelope(held, int(release * RATE * 1.1) + 64, attack, decay, sustain, release), held


def _shine(instrument: Instrument, env: Signal, loud: float) -> Signal:
    """How bright the tone is along the note: with the envelope, with loudness, and a bite at the start."""
    base, more, fade = instrument.morph
    t = np.arange(len(env), dtype=np.float32) * np.float32(1 / RATE)
    bite = np.float32(0.75) + np.float32(0.35) * np.exp(t * np.float32(-1 / fade))
    return np.asarray(np.minimum(env * np.float32(base + more * loud) * bite, np.float32(1.0)), np.float32)


def _ensemble(instrument: Instrument, pitch: int, held: int, loud: float, brightness: float) -> Signal:
    env, _ = _shape(instrument, held)
    frequency = frequency_of(pitch)
    dark, rate = cloud(instrument.wave, pitch, _corner(instrument.corner, loud, frequency, brightness), instrument.spread)
    bright, shine = dark, _NONE
    if instrument.bright:
        bright, _ = cloud(instrument.wave, pitch, _corner(instrument.bright, loud, frequency, brightness), instrument.spread)
        shine = _shine(instrument, env, loud)
    out = np.zeros((2, len(env)), np.float32)
    kernels.ensemble(out, dark, bright, env, shine, rate, _start(instrument, pitch), loud)
    return out


def _solo(instrument: Instrument, pitch: int, held: int, loud: float, brightness: float) -> Signal:
    env, _ = _shape(instrument, held)
    frequency = frequency_of(pitch)
    dark = cycle(instrument.wave, pitch, _corner(instrument.corner, loud, frequency, brightness))
    bright, shine = dark, _NONE
    if instrument.bright:
        bright = cycle(instrument.wave, pitch, _corner(instrument.bright, loud, frequency, brightness))
        shine = _shine(instrument, env, loud)
    rate, cents, delay = instrument.vibrato
    sounding = frequency / 2 if instrument.wave == "power" else frequency
    out = np.zeros(len(env), np.float32)
    for voice in range(instrument.voices):
        off = instrument.detune * (2 * voice / (instrument.voices - 1) - 1) if instrument.voices > 1 else 0.0
        phase = _start(instrument, pitch, voice)
        kernels.solo(
            out, dark, bright, env, shine, sounding * 2 ** (off / 1200), phase, rate * (1 + 0.03 * voice), cents, delay, instrument.scoop,
            loud / instrument.voices**0.5,
        )  # fmt: skip
    if instrument.breath:
        air = kernels.noise_band(len(env), derive_seed(pitch, "breath"), frequency * 0.8, min(9000.0, frequency * 4), 0.0, 60.0, 1, 1.0)
        chiff = kernels.noise_band(len(env), derive_seed(pitch, "chiff"), frequency * 0.9, min(9000.0, frequency * 5), 0.004, 0.03, 1, 1.0)
        out += (air * np.float32(instrument.breath) + chiff * np.float32(instrument.breath * 3)) * env * np.float32(loud)
    return out


def _chip(instrument: Instrument, pitch: int, held: int, loud: float) -> Signal:
    env, _ = _shape(instrument, held)
    # Early chips set volume in sixteen steps, sixty times a second; the steps are eased over 1 ms so that they do not click.
    steps = np.repeat(np.round(env[::735] * 15) / 15, 735)[: len(env)].astype(np.float32)
    kernels.lowpass(steps, 900.0)
    steps[-64:] *= np.linspace(1, 0, 64, dtype=np.float32)
    rate, cents, delay = instrument.vibrato
    wave = cycle(instrument.wave, pitch, instrument.corner[0])
    out = np.zeros(len(env), np.float32)
    kernels.solo(out, wave, wave, steps, _NONE, frequency_of(pitch), 0.25, rate, cents, delay, 0.0, loud)
    return out


def _pluck(instrument: Instrument, pitch: int, held: int, loud: float, brightness: float) -> Signal:
    frequency = frequency_of(pitch)
    period = RATE / frequency
    size = int(period - 1.0)
    samples = int(min(held / RATE + instrument.ring, 4.0) * RATE)
    burst = np.random.default_rng(derive_seed(pitch, "pluck")).uniform(-1, 1, size)
    smooth = int(1 + max(0.0, 1 - instrument.tone * (0.4 + 0.6 * loud) * brightness) * 6)
    if smooth > 1:
        burst = np.convolve(np.concatenate([burst, burst[: smooth - 1]]), np.ones(smooth) / smooth, "valid")
    comb = int(instrument.point * size)
    if comb:
        burst = burst - 0.9 * np.roll(burst, comb)
    burst -= burst.mean()
    burst /= np.sqrt(np.mean(burst**2)) + 1e-9
    loss = float(instrument.loss ** min(1.0, 220 / frequency)) if frequency > 220 else instrument.loss
    damp = float(np.exp(-1 / (RATE * instrument.ring * 0.3)))
    return kernels.pluck(burst.astype(np.float32), samples, period, loss, held, damp) * np.float32(loud)


def _modal(instrument: Instrument, pitch: int, held: int, loud: float) -> Signal:
    frequency = frequency_of(pitch)
    stretch = (440.0 / frequency) ** instrument.stretch
    parts = [(ratio, gain, decay * stretch) for ratio, gain, decay in instrument.partials if frequency * ratio < 0.45 * RATE]
    # hit harder, the higher partials come out more
    gains = [gain * loud * (loud**0.35 if i else 1.0) for i, (_, gain, _) in enumerate(parts)]
    length = instrument.length
    if instrument.damped:
        length = min(length, held / RATE + instrument.damped * 3)
    samples = int(length * RATE)
    out = kernels.modes(
        samples,
        np.array([frequency * ratio for ratio, _, _ in parts], np.float32),
        np.array(gains, np.float32),
        np.array([decay for _, _, decay in parts], np.float32),
    )
    if instrument.strike:
        low, high, decay, gain = instrument.strike
        hit = kernels.noise_band(int(0.15 * RATE), derive_seed(pitch, "strike"), low, high, 0.0, decay, 1, gain * loud)
        out[: len(hit)] += hit
    out[:24] *= np.linspace(0, 1, 24, dtype=np.float32)
    if instrument.damped and held < samples:
        tail = samples - held
        out[held:] *= np.exp(np.arange(tail, dtype=np.float32) * np.float32(-1 / (instrument.damped * RATE)))
        fade = min(tail, 400)
        out[-fade:] *= np.linspace(1, 0, fade, dtype=np.float32)
    return out


def _fm(instrument: Instrument, pitch: int, held: int, loud: float, brightness: float) -> Signal:
    env, _ = _shape(instrument, held)
    frequency = frequency_of(pitch)
    base, more, fade = instrument.index
    # Carson's rule: sidebands reach about frequency x (1 + ratio x (index + 1)); keep them under the Nyquist frequency
    most = max(0.2, (0.42 * RATE / frequency - 1) / instrument.ratio - 1)
    index = min((base + more * loud) * brightness, most)
    out = kernels.two_operators(env, frequency, instrument.ratio, index, fade, min(instrument.floor, most), loud)
    if instrument.tine:
        ratio, gain = instrument.tine
        if frequency * ratio < 0.4 * RATE:
            ding = kernels.modes(
                min(len(env), RATE // 2), np.array([frequency * ratio], np.float32), np.array([gain * loud], np.float32),
                np.array([0.06], np.float32),
            )  # fmt: skip
            out[: len(ding)] += ding
    return out


def _analogue(instrument: Instrument, pitch: int, held: int, loud: float, brightness: float) -> Signal:
    env, _ = _shape(instrument, held)
    low, high, sweep, resonance = instrument.filter
    top = max(low, high * (0.4 + 0.6 * loud)) * brightness
    return kernels.filtered(
        env, frequency_of(pitch), instrument.detune, instrument.width, low * brightness, top, sweep, resonance, instrument.sub, loud * 0.5
    )
