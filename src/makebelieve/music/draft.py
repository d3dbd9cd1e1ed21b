"""What words ask for, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class MusicDraft:
    """What a prompt asks for. None and 1.0 mean: not said."""

    presets: dict[str, float] = field(default_factory=dict)
    """Evidence by preset, greatest first."""
    palette: str | None = None
    """The preset whose instruments are to play."""
    lent: float = 0.0
    """How much of its evidence comes from words about sound alone."""
    key: str | None = None
    """A whole key, `D minor`."""
    mode: str | None = None
    """A mode without a tonic: stated (`dorian`), or what the mood leans to."""
    mode_stated: bool = False
    bpm: float | None = None
    tempo: float = 1.0
    meter: str | None = None
    duration: float | None = None
    brightness: float = 1.0
    density: float = 1.0
    instruments: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    """Instrument families and instruments ruled out."""
    moods: list[str] = field(default_factory=list)
    understood: list[str] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
