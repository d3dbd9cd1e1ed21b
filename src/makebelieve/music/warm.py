"""Compiling the kernels ahead of time: `python -m makebelieve.music.warm`. Without it the first track pays for that, some ten seconds."""

from __future__ import annotations

from pathlib import Path

from makebelieve.music.effect_book import families
from makebelieve.music.sound_effects import effect
from makebelieve.music.styles import PRESETS
from makebelieve.music.synth import kernels, mixing
from makebelieve.music.tracks import track

_WITNESSES = (kernels.solo, kernels.ensemble, kernels.pluck, kernels.filtered, mixing.reverberate, mixing.to_pcm)


def warm() -> None:
    """Runs every kernel once, so that its machine code is on disk; instant when it already is."""
    for preset in PRESETS:
        track(preset=preset, duration=5).flac()
    for family in families():
        effect(family)
    # loud and limited: the limiter's kernels
    track(preset="boss_fight", duration=5, lufs=-8)


def kernels_on_disk() -> bool:
    """Whether compiled kernels lie in numba's cache for this installation."""
    for kernel in _WITNESSES:
        folder = getattr(getattr(kernel, "stats", None), "cache_path", None)
        name = getattr(kernel, "__name__", "")
        if not folder or not any(Path(folder).glob(f"*.{name}-*.nbi")):
            return False
    return True


if __name__ == "__main__":
    warm()
