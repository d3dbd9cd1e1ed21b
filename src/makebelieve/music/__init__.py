"""Music and sound effects from words: composed, synthesised and checked here, with no model and no samples of others.

`track` gives a looping track with stems, layers, stingers, MIDI and a report; `effect` a sound effect; `understand` what a prompt
asks for; `check` the report of a track.
"""

from makebelieve.music.checks import Finding, Report, check
from makebelieve.music.reference import Reference, measure_reference
from makebelieve.music.sound_effects import Effect, effect
from makebelieve.music.sound_effects import families as _families
from makebelieve.music.stingers import STINGERS
from makebelieve.music.styles import PRESETS
from makebelieve.music.tracks import Clip, Recording, Track, track
from makebelieve.music.understanding import MusicDraft, understand

EFFECTS = _families()
"""Names of the families of sound effects."""

__all__ = [
    "EFFECTS",
    "PRESETS",
    "STINGERS",
    "Clip",
    "Effect",
    "Finding",
    "MusicDraft",
    "Recording",
    "Reference",
    "Report",
    "Track",
    "check",
    "effect",
    "measure_reference",
    "track",
    "understand",
]
