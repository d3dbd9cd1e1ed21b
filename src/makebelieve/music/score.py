"""A score: notes on a grid of ticks, chords by bar, sections with their intensity."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from makebelieve.music.theory import Chord, Key

TICKS: Final = 24
"""Ticks a quarter note."""
STEP: Final = 6
"""Ticks a sixteenth."""


class Note(NamedTuple):
    """Start and length in ticks, MIDI pitch, MIDI velocity 1-127."""

    start: int
    length: int
    pitch: int
    velocity: int


@dataclass(frozen=True, slots=True)
class Meter:
    """Beats a bar and the note that is one beat: 4/4, 3/4, 6/8."""

    beats: int
    unit: int

    @property
    def steps(self) -> int:
        """Sixteenths a bar."""
        return self.beats * 16 // self.unit

    @property
    def ticks(self) -> int:
        """Ticks a bar."""
        return self.steps * STEP

    @property
    def quarters(self) -> float:
        """Quarter notes a bar; tempo is given in these, except in 6/8, where it counts dotted quarters."""
        return self.steps / 4

    @property
    def pulses(self) -> float:
        """Beats a bar as a listener taps them: two in 6/8."""
        return 2 if (self.beats, self.unit) == (6, 8) else self.quarters

    @property
    def strong(self) -> tuple[int, ...]:
        """Steps within a bar that carry weight."""
        return {16: (0, 8), 12: (0, 6) if self.unit == 8 else (0,)}.get(self.steps, (0,))

    def __str__(self) -> str:
        return f"{self.beats}/{self.unit}"


METERS: Final = {"4/4": Meter(4, 4), "3/4": Meter(3, 4), "6/8": Meter(6, 8)}


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of bars. `theme`: which theme sounds (A, B, C; empty: none). `intensity` 0-1 decides who plays and how loud."""

    name: str
    theme: str
    start: int
    bars: int
    intensity: float


@dataclass(slots=True)
class Part:
    """What one player plays."""

    name: str
    role: str
    instrument: str
    stem: str
    tier: int
    level: float
    pan: float
    send: float
    notes: list[Note] = field(default_factory=list)


@dataclass(slots=True)
class Score:
    """Everything that is to sound, before it sounds. `bpm`: pulses a minute (see `Meter.pulses`)."""

    key: Key
    meter: Meter
    bpm: float
    bars: int
    chords: list[Chord]
    sections: list[Section]
    parts: dict[str, Part]
    swing: float = 0.0
    """How late every second eighth's second sixteenth comes, in steps."""
    human: float = 0.0
    """Spread of the players' timing in seconds."""
    intro_bars: int = 0
    """Bars before the loop begins."""

    @property
    def seconds(self) -> float:
        """Exact duration of all bars."""
        return self.bars * self.meter.pulses * 60.0 / self.bpm

    @property
    def seconds_per_tick(self) -> float:
        """Duration of one tick."""
        return self.meter.pulses * 60.0 / self.bpm / self.meter.ticks

    def chord_at(self, tick: int) -> Chord:
        """The chord that sounds at `tick`."""
        return self.chords[tick // self.meter.ticks % len(self.chords)]

    @property
    def melody(self) -> list[Note]:
        """The notes of the leading part, in order."""
        return next((part.notes for part in self.parts.values() if part.role == "melody"), [])
