"""Scores for the symbolic tests: composing takes hundredths of a second, rendering tenths."""

from __future__ import annotations

from makebelieve.music.composer import compose
from makebelieve.music.request import settle
from makebelieve.music.score import Score


def score_of(
    prompt: str | None = None,
    *,
    preset: str | None = None,
    bpm: float | None = None,
    key: str | None = None,
    duration: float | None = 30,
    seed: int = 0,
    intro: bool = False,
) -> Score:
    """A score without its sound."""
    return compose(settle(prompt, preset, bpm, key, duration, seed, intro=intro).commission)
