"""Stingers: short pieces for a moment of the game, in the key and the instruments of a track."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from makebelieve.music.chance import Dice
from makebelieve.music.score import METERS, STEP, Note, Part, Score, Section
from makebelieve.music.styles import Style, Voice
from makebelieve.music.theory import Chord, Key, diatonic, lead, near


@dataclass(frozen=True, slots=True)
class _Figure:
    """A melody as (start, length, scale step) in sixteenths, chords as (start, length, step of the root), and a tempo."""

    melody: tuple[tuple[int, int, int], ...]
    chords: tuple[tuple[int, int, int], ...]
    bpm: float
    loud: int


_FIGURES: Final[dict[str, tuple[_Figure, ...]]] = {
    "win": (
        _Figure(
            ((0, 2, 0), (2, 2, 0), (4, 2, 0), (6, 4, 2), (10, 2, 1), (12, 2, 2), (14, 12, 4)),
            ((0, 6, 0), (6, 4, 3), (10, 4, 4), (14, 12, 0)),
            132,
            100,
        ),
        _Figure(
            ((0, 3, 0), (3, 1, 2), (4, 4, 4), (8, 3, 2), (11, 1, 4), (12, 14, 7)), ((0, 4, 0), (4, 4, 5), (8, 4, 3), (12, 14, 0)), 126, 100
        ),
        _Figure(
            ((0, 2, 4), (2, 2, 4), (4, 2, 5), (6, 2, 4), (8, 4, 6), (12, 14, 7)), ((0, 4, 0), (4, 4, 3), (8, 4, 4), (12, 14, 0)), 138, 102
        ),
    ),
    "lose": (
        _Figure(((0, 4, 4), (4, 4, 3), (8, 4, 1), (12, 14, 0)), ((0, 4, 0), (4, 4, 3), (8, 4, 5), (12, 14, 0)), 84, 78),
        _Figure(((0, 6, 2), (6, 2, 1), (8, 4, -1), (12, 4, -2), (16, 12, -3)), ((0, 8, 5), (8, 8, 3), (16, 12, 0)), 88, 76),
    ),
    "level_up": (
        _Figure(((0, 1, 0), (1, 1, 2), (2, 1, 4), (3, 1, 7), (4, 1, 9), (5, 9, 11)), ((0, 14, 0),), 128, 94),
        _Figure(((0, 2, 0), (2, 1, 1), (3, 1, 2), (4, 2, 4), (6, 1, 5), (7, 1, 6), (8, 8, 7)), ((0, 4, 0), (4, 4, 4), (8, 8, 0)), 140, 96),
    ),
    "discovery": (
        _Figure(((0, 2, 0), (2, 2, 1), (4, 2, 3), (6, 12, 4)), ((0, 6, 3), (6, 12, 0)), 104, 84),
        _Figure(((0, 2, 4), (2, 2, 2), (4, 2, 5), (6, 2, 4), (8, 12, 7)), ((0, 4, 5), (4, 4, 3), (8, 12, 0)), 108, 84),
    ),
}
STINGERS: Final = tuple(_FIGURES)


def stinger_score(name: str, key: Key, style: Style, voices: tuple[Voice, ...], seed: int) -> Score:
    """The score of a stinger: melody, chords and bass by the players of the track who have these roles."""
    dice = Dice(seed, f"stinger:{name}")
    figure = dice.pick(_FIGURES[name])
    low, high = style.range
    home = near(key.tonic, (low + high) // 2 - 3)
    parts: dict[str, Part] = {}

    def part(role: str, level: float) -> Part | None:
        voice = next((one for one in voices if one.role == role), None)
        if voice is None:
            return None
        made = Part(voice.name, role, voice.instrument, role, 1, level, voice.pan, max(voice.send, -24.0))
        parts[voice.name] = made
        return made

    melody = part("melody", 0.0)
    if melody is not None:
        for start, length, step in figure.melody:
            octave, degree = divmod(step, 7)
            pitch = home + 12 * octave + key.scale[degree]
            melody.notes.append(Note(start * STEP, length * STEP - 1, pitch, min(127, figure.loud + dice.between(-3, 3))))
    harmony = part("harmony", -6.0) or part("arp", -6.0)
    bass = part("bass", -4.0) or part("pedal", -4.0)
    previous: tuple[int, ...] | None = None
    chords: list[Chord] = []
    for start, length, degree in figure.chords:
        one = diatonic(key, degree)
        chords.append(one)
        previous = lead(previous, one, 50, 69, 3)
        if harmony is not None:
            harmony.notes += [Note(start * STEP, length * STEP - 1, pitch, figure.loud - 16) for pitch in previous]
        if bass is not None:
            bass.notes.append(Note(start * STEP, length * STEP - 1, 36 + (one.root - 36) % 12, figure.loud - 8))
    meter = METERS["4/4"]
    end = max(start + length for start, length, _ in (*figure.melody, *figure.chords))
    bars = -(-end // meter.steps)
    return Score(key, meter, figure.bpm, bars, chords, [Section(name, "", 0, bars, 1.0)], parts)
