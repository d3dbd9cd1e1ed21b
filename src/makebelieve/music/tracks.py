"""The library's front: `track`, and what a finished track can give."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.kit.errors import invalid
from makebelieve.music import checks, critic, delivery, loudness, measures, mix
from makebelieve.music.composer import CLEAR, DRAWS, compose
from makebelieve.music.midi import midi
from makebelieve.music.reference import Reference, measure_reference
from makebelieve.music.request import Settled, number_in, settle
from makebelieve.music.score import Score
from makebelieve.music.stingers import STINGERS, stinger_score
from makebelieve.music.synth.kernels import RATE, Signal

TIERS: Final = {"calm": 1, "tension": 2, "combat": 3}
"""Vertical layers and the tier of the parts in each."""
Weights = NDArray[np.float64]
_TAKES: Final = 4
_CLEARER: Final = 0.08
"""By how much more than in the take before the notes have to tell the key."""
_FLAT: Final = np.zeros(0, np.float32)
_MANIFEST: Final = "makebelieve-music/1"


class Recording:
    """Finished audio: (samples, 2) float32 at 44.1 kHz, a loop or none, and the files it becomes."""

    audio: Signal
    sample_rate: int = RATE
    loop: tuple[int, int]
    """First sample and length of the loop in samples; length 0: played once."""
    seed: int

    @property
    def duration(self) -> float:
        """Seconds of audio."""
        return len(self.audio) / RATE

    def tags(self) -> dict[str, str]:
        """Vorbis comments of the FLAC file."""
        start, length = self.loop
        if not length:
            return {}
        return {
            "LOOPSTART": str(start),
            "LOOPLENGTH": str(length),
            "LOOP_START": str(start),
            "LOOP_END": str(start + length),
        }

    def flac(self) -> bytes:
        """FLAC, 16 bits; loops are tagged in the two customary ways."""
        return delivery.flac(delivery.pcm(self.audio, self.seed), self.tags())

    def wav(self) -> bytes:
        """WAV, 16 bits; loops stand in a `smpl` chunk."""
        return delivery.wav(delivery.pcm(self.audio, self.seed), self.loop)

    def ogg(self) -> bytes:
        """Ogg Vorbis."""
        return delivery.ogg(self.audio)

    def mp3(self) -> bytes:
        """MP3; not for loops."""
        return delivery.mp3(self.audio)

    def waveform(self) -> bytes:
        """A PNG of the waveform."""
        from makebelieve.music.pictures import waveform

        return waveform(self.audio, self.loop)

    def _written(self, suffix: str) -> bytes:
        writers = {".flac": self.flac, ".wav": self.wav, ".ogg": self.ogg, ".mp3": self.mp3, ".png": self.waveform}
        if suffix not in writers:
            raise invalid("path", f"no file of the kind {suffix or 'without a suffix'}", tuple(writers))
        return writers[suffix]()

    def save(self, path: str | Path) -> Path:
        """Writes the file that the suffix of `path` names; returns the path."""
        target = Path(path)
        target.write_bytes(self._written(target.suffix.lower()))
        return target


@dataclass(slots=True)
class Clip(Recording):
    """A recording that is only sound: a stem, a layer, a stinger."""

    audio: Signal
    loop: tuple[int, int]
    seed: int


class Track(Recording):
    """A composed and rendered track."""

    def __init__(
        self, prompt: str | None, settled: Settled, score: Score, sound: mix.Sound, target: float, chroma: Weights | None = None
    ) -> None:
        self.prompt = prompt
        self.settled = settled
        self.score = score
        self.sound = sound
        self.target = target
        self.chroma = chroma
        """Weights of the twelve pitch classes in the first minute, where they have been measured."""
        self.audio = sound.audio
        self.loop = (sound.start, sound.length)
        self.seed = settled.commission.seed

    @property
    def preset(self) -> str:
        """The preset whose style it is composed in."""
        return self.settled.preset

    @property
    def lead(self) -> int:
        """Samples of the intro; 0 without one."""
        return self.sound.lead

    @property
    def bpm(self) -> float:
        """Beats a minute (dotted quarters in 6/8)."""
        return self.score.bpm

    @property
    def key(self) -> str:
        """`D minor`."""
        return str(self.score.key)

    def _groups(self, groups: Mapping[str, list[str]]) -> dict[str, Signal]:
        mastered = (self.sound.gain, self.sound.curve)
        return mix.render(
            self.score,
            self.settled.commission.style.space,
            self.seed,
            groups=groups,
            brightness=self.settled.brightness,
            mastered=mastered,
        ).groups

    @cached_property
    def stems(self) -> dict[str, Signal]:
        """Stem -> (samples, 2). They loop as the track does, and their sum is the track to 1e-6."""
        groups: dict[str, list[str]] = {}
        for part in self.score.parts.values():
            if part.notes:
                groups.setdefault(part.stem, []).append(part.name)
        return self._groups(groups)

    @cached_property
    def layers(self) -> dict[str, Signal]:
        """The vertical layers `calm`, `tension` and `combat`: to be played together, the later ones faded in with danger.

        All have the length and loop of the track and start together; their sum is the track. A layer without players is silent.
        """
        return self._groups(_tiers(self.score))

    def stinger(self, name: str) -> Clip:
        """A short piece for a moment of the game, `win`, `lose`, `level_up` or `discovery`, in the key and instruments of the track."""
        if name not in STINGERS:
            raise invalid("stinger", "unknown", STINGERS)
        one = self.settled.commission
        score = stinger_score(name, one.key, one.style, one.voices, self.seed)
        sound = mix.render(score, one.style.space, self.seed, brightness=self.settled.brightness, target=self.target, loops=False)
        return Clip(sound.audio, (0, 0), self.seed)

    def unrolled(self, passes: int) -> Clip:
        """The track played 1-10 times in a row and left to ring out: for players that cannot loop."""
        if isinstance(passes, bool) or not isinstance(passes, int) or not 1 <= passes <= 10 or passes * self.duration > 600:
            raise invalid("passes", "must be a whole number from 1 to 10, the result at most 600 s long")
        style, brightness = self.settled.commission.style, self.settled.brightness
        gain = (self.sound.gain, _FLAT)
        if self.sound.curve.size:
            sound = mix.render(self.score, style.space, self.seed, brightness=brightness, target=self.target, loops=False, passes=passes)
        else:
            sound = mix.render(self.score, style.space, self.seed, brightness=brightness, loops=False, passes=passes, mastered=gain)
        return Clip(sound.audio, (0, 0), self.seed)

    def stem(self, name: str) -> Clip:
        """One of `stems` as something to save."""
        if name not in self.stems:
            raise invalid("stem", "unknown", tuple(self.stems))
        return Clip(self.stems[name], self.loop, self.seed)

    def layer(self, name: str) -> Clip:
        """One of `layers` as something to save."""
        if name not in TIERS:
            raise invalid("layer", "unknown", tuple(TIERS))
        return Clip(self.layers[name], self.loop, self.seed)

    @cached_property
    def midi(self) -> bytes:
        """The score as a standard MIDI file."""
        return midi(self.score)

    @cached_property
    def report(self) -> checks.Report:
        """Every check of `music.check`."""
        return checks.check(self)

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What it is, for machines: JSON values only."""
        score, draft = self.score, self.settled.draft
        bar = score.meter.ticks * score.seconds_per_tick * RATE
        start, length = self.loop
        return {
            "format": _MANIFEST,
            "prompt": self.prompt,
            "preset": self.preset,
            "palette": self.settled.palette,
            "presets": draft.presets,
            "seed": self.seed,
            "sampleRate": RATE,
            "samples": len(self.audio),
            "duration": round(len(self.audio) / RATE, 6),
            "requestedDuration": self.settled.wished,
            "bpm": round(score.bpm, 6),
            "key": self.key,
            "meter": str(score.meter),
            "bars": score.bars,
            "loop": {"start": start, "length": length},
            "intro": {"bars": score.intro_bars, "samples": round(score.intro_bars * bar)},
            "sections": [
                {"name": one.name, "bar": one.start, "bars": one.bars, "sample": round(one.start * bar), "intensity": one.intensity}
                for one in score.sections
            ],
            "chords": [harmony.name(score.key) for harmony in score.chords],
            "parts": [
                {
                    "name": part.name,
                    "role": part.role,
                    "instrument": part.instrument,
                    "stem": part.stem,
                    "tier": part.tier,
                    "notes": len(part.notes),
                }
                for part in score.parts.values()
                if part.notes
            ],
            "stems": sorted({part.stem for part in score.parts.values() if part.notes}),
            "layers": list(TIERS),
            "loudness": {"lufs": round(self.sound.lufs, 2), "truePeak": round(self.sound.peak, 2)},
            "understood": draft.understood,
            "unmatched": draft.unmatched,
            "rights": "Belongs to whoever asked for it.",
        }

    def facts(self) -> dict[str, str]:
        """Vorbis comments that hold of every file of the track: tempo, key."""
        return {"BPM": f"{self.bpm:g}", "INITIALKEY": self.key, "COMMENT": "Belongs to whoever asked for it."}

    def tags(self) -> dict[str, str]:
        """Vorbis comments of the FLAC file: loop, tempo, key."""
        return {**super().tags(), **self.facts()}

    def piano_roll(self) -> bytes:
        """A PNG of the score."""
        from makebelieve.music.pictures import piano_roll

        return piano_roll(self.score)

    def _written(self, suffix: str) -> bytes:
        if suffix in (".mid", ".midi"):
            return self.midi
        if suffix == ".json":
            return (json.dumps(self.manifest, ensure_ascii=False, indent=2) + "\n").encode()
        return super()._written(suffix)


def _tiers(score: Score) -> dict[str, list[str]]:
    """Layer -> names of its parts."""
    names = {tier: name for name, tier in TIERS.items()}
    groups: dict[str, list[str]] = {name: [] for name in TIERS}
    for part in score.parts.values():
        if part.notes:
            groups[names[part.tier]].append(part.name)
    return groups


def _heard_in_key(settled: Settled, seed: int, target: float) -> tuple[Score, mix.Sound, Weights]:
    """The composition, how it sounds, and the weights of its pitch classes.

    Drums and overtones, which no score shows, may drown its key: then it is composed anew.
    """
    one = settled.commission
    best: tuple[float, Score, mix.Sound, Weights] | None = None
    for take in range(_TAKES):
        score = compose(one, take * DRAWS, CLEAR + take * _CLEARER)
        sound = mix.render(score, one.style.space, seed, brightness=settled.brightness, target=target)
        chroma = measures.chroma(checks.first_minute(sound.audio))
        margin = critic.key_margin(chroma, score.key)
        if best is None or margin > best[0]:
            best = (margin, score, sound, chroma)
        if margin >= checks.KEY_MARGIN:
            break
    if best is None:
        raise AssertionError("there are takes")
    return best[1:]


def layered(prompt: str | None, *, preset: str, key: str | None, duration: float, seed: int) -> Track:
    """A track that is wanted for its `layers`: they are rendered with it instead of after it. As `track`, to the last bit of a float."""
    settled = settle(prompt, preset, None, key, duration, seed, intro=False, reference=None)
    score = compose(settled.commission)
    sound = mix.render(score, settled.commission.style.space, seed, groups=_tiers(score), brightness=settled.brightness)
    one = Track(prompt, settled, score, sound, loudness.TARGET)
    one.layers = sound.groups
    return one


def track(
    prompt: str | None = None,
    *,
    preset: str | None = None,
    bpm: float | None = None,
    key: str | None = None,
    duration: float | None = None,
    seed: int = 0,
    intro: bool = False,
    reference: bytes | Reference | None = None,
    lufs: float = loudness.TARGET,
) -> Track:
    """Composes and renders a track from words, a preset, or both (the preset is the base, the words bend it).

    `bpm` 40-220, `key` such as "D minor" or "F# lydian", `duration` 5-300 s (30 unless the words say otherwise), `lufs` -40 to -8.
    Without `bpm` the tempo is chosen so that the duration is exact; with it the nearest whole number of bars decides. `intro` puts
    four bars before the loop. `reference`: a recording whose tempo, key, brightness and density steer what neither arguments nor
    words settle. Same arguments, same track. A `Problem` (422) names the field that is wrong.
    """
    target = number_in("lufs", lufs, -40, -8)
    measured = measure_reference(reference) if isinstance(reference, bytes) else reference
    settled = settle(prompt, preset, bpm, key, duration, seed, intro=intro, reference=measured)
    score, sound, chroma = _heard_in_key(settled, seed, target)
    sound.audio.flags.writeable = False
    return Track(prompt, settled, score, sound, target, chroma)
