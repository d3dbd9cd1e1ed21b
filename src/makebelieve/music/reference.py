"""A reference recording: measured, never copied. Its tempo, key, brightness and density steer a track."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from makebelieve.kit.errors import invalid
from makebelieve.music import critic, measures
from makebelieve.music.delivery import decode
from makebelieve.music.limits import REFERENCE_BYTES, REFERENCE_SECONDS
from makebelieve.music.theory import Key

# What an average preset measures; a reference twice as bright asks for twice the brightness, within limits.
_USUAL_BRIGHTNESS: Final = 2200.0
_USUAL_DENSITY: Final = 5.0


@dataclass(frozen=True, slots=True)
class Reference:
    """What was measured. None: nothing clear enough to follow."""

    bpm: float | None
    key: Key | None
    brightness: float
    """Spectral centroid, Hz."""
    density: float
    """Onsets a second."""

    @property
    def brightness_factor(self) -> float:
        """0.5-2, 1 for what presets usually are."""
        return float(min(2.0, max(0.5, (self.brightness / _USUAL_BRIGHTNESS) ** 0.7)))

    @property
    def density_factor(self) -> float:
        """0.6-1.6, 1 for what presets usually are."""
        return float(min(1.6, max(0.6, (self.density / _USUAL_DENSITY) ** 0.5)))


def measure_reference(data: bytes) -> Reference:
    """Measures a WAV, FLAC, OGG or MP3 of at most 20 MB and 60 s; a refusal (422, `referenceAudio`) for anything else."""
    if len(data) > REFERENCE_BYTES:
        raise invalid("referenceAudio", "larger than 20 MB")
    signal = decode(data, REFERENCE_SECONDS)
    if float(abs(signal).max(initial=0.0)) < 1e-4:
        raise invalid("referenceAudio", "is silent")
    weights = measures.chroma(signal)
    key = None
    if weights.sum() > 0:
        scores = {mode: critic.key_scores(weights, mode)[:12] for mode in ("major", "minor")}
        mode = max(scores, key=lambda one: max(scores[one]))
        tonic = max(range(12), key=lambda i: scores[mode][i])
        # a correlation below this is what noise and drums reach
        key = Key(tonic, mode) if scores[mode][tonic] > 0.5 else None
    return Reference(measures.tempo(signal), key, measures.brightness(signal), measures.onset_rate(signal))
