"""Music and sound effects from words: composed, synthesised and checked here, with no model and no samples of others.

`track` gives a looping track with stems, layers, stingers, MIDI and a report; `effect` a sound effect; `understand` what a prompt
asks for; `check` the report of a track. Names are imported when they are first used: whoever only orders music needs no compiler.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from makebelieve.music.checks import Finding, Report, check
    from makebelieve.music.draft import MusicDraft
    from makebelieve.music.reference import Reference, measure_reference
    from makebelieve.music.sound_effects import Effect, effect
    from makebelieve.music.stingers import STINGERS
    from makebelieve.music.styles import PRESETS
    from makebelieve.music.tracks import Clip, Recording, Track, track
    from makebelieve.music.understanding import understand

    EFFECTS: tuple[str, ...]
    """Names of the families of sound effects."""

_HOMES: Final = {
    **dict.fromkeys(("Finding", "Report", "check"), "checks"),
    **dict.fromkeys(("Reference", "measure_reference"), "reference"),
    **dict.fromkeys(("Effect", "effect"), "sound_effects"),
    "STINGERS": "stingers",
    "PRESETS": "styles",
    **dict.fromkeys(("Clip", "Recording", "Track", "track"), "tracks"),
    "MusicDraft": "draft",
    "understand": "understanding",
}


def __getattr__(name: str) -> Any:
    if name == "EFFECTS":
        return import_module("makebelieve.music.effect_book").families()
    if name not in _HOMES:
        raise AttributeError(f"module 'makebelieve.music' has no attribute {name!r}")
    return getattr(import_module(f"makebelieve.music.{_HOMES[name]}"), name)


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
