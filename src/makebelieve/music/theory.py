"""Pitch classes, modes, keys, roman numerals, chords, voicings. Integers only, so a score is the same on every machine."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from makebelieve.kit.errors import invalid

MODES: Final[dict[str, tuple[int, ...]]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "harmonic minor": (0, 2, 3, 5, 7, 8, 11),
    "melodic minor": (0, 2, 3, 5, 7, 9, 11),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "locrian": (0, 1, 3, 5, 6, 8, 10),
}
_MODE_WORDS: Final = {
    "": "major",
    "maj": "major",
    "m": "minor",
    "min": "minor",
    "aeolian": "minor",
    "ionian": "major",
    "natural minor": "minor",
    **{mode: mode for mode in MODES},
}
# The chord that leads home most plainly in each mode: the dominant, or where the mode has none the chord with its own colour.
CADENCE: Final = {
    "major": "V",
    "minor": "V",
    "harmonic minor": "V",
    "melodic minor": "V",
    "dorian": "VII",
    "phrygian": "II",
    "lydian": "V",
    "mixolydian": "VII",
    "locrian": "II",
}
_NATURAL: Final = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
SHARPS: Final = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_FLATS: Final = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")
_KEY: Final = re.compile(r"\s*([a-g])\s*(#|♯|b|♭|sharp|flat)?\s*-?\s*([a-z ]*?)\s*", re.IGNORECASE)
_NUMERAL: Final = re.compile(r"(b|#)?(VII|VI|IV|V|III|II|I)(.*)", re.IGNORECASE)
_DEGREE: Final = {"I": 0, "II": 1, "III": 2, "IV": 3, "V": 4, "VI": 5, "VII": 6}
_SUFFIX: Final[dict[str, tuple[int, ...] | None]] = {
    "": None,
    "5": (0, 7),
    "o": (0, 3, 6),
    "sus2": (0, 2, 7),
    "sus4": (0, 5, 7),
    "7": (10,),
    "maj7": (11,),
    "6": (9,),
    "9": (10, 14),
    "maj9": (11, 14),
    "add9": (14,),
}


@dataclass(frozen=True, slots=True)
class Key:
    """A tonic (pitch class 0-11, C = 0) and a mode (a name of `MODES`)."""

    tonic: int
    mode: str

    @property
    def scale(self) -> tuple[int, ...]:
        """The mode's seven steps above the tonic, in semitones."""
        return MODES[self.mode]

    @property
    def minor(self) -> bool:
        """Whether the third above the tonic is minor."""
        return self.scale[2] == 3

    @property
    def accidentals(self) -> int:
        """Sharps (positive) or flats (negative) of the key signature, -6 to 6."""
        parent = (
            self.tonic - {"dorian": 2, "phrygian": 4, "lydian": 5, "mixolydian": 7, "locrian": 11}.get(self.mode, 9 if self.minor else 0)
        ) % 12
        return (parent * 7 + 5) % 12 - 5

    @property
    def flat(self) -> bool:
        """Whether the key is written with flats."""
        return self.accidentals < 0

    def name(self, pitch: int) -> str:
        """The pitch class of `pitch` as this key spells it."""
        return (_FLATS if self.flat else SHARPS)[pitch % 12]

    def __str__(self) -> str:
        return f"{self.name(self.tonic)} {self.mode}"


def parse_key(text: str) -> Key:
    """`D minor`, `Dm`, `F# lydian`, `e flat dorian` ... A refusal (422, field `key`) for anything else."""
    found = _KEY.fullmatch(text) if len(text) <= 40 else None
    if found:
        tail = found[3]
        # "M" is the usual short form of major, "m" of minor; everything else is read without regard to case.
        mode = "major" if tail == "M" else _MODE_WORDS.get(re.sub(r"\s+", " ", tail.lower()))
        if mode:
            shift = {"": 0, "#": 1, "♯": 1, "sharp": 1}.get((found[2] or "").lower(), -1)
            return Key((_NATURAL[found[1].lower()] + shift) % 12, mode)
    raise invalid("key", f"{text[:40]!r} is no key; give a note name, then a mode", tuple(MODES))


@dataclass(frozen=True, slots=True)
class Chord:
    """A root (pitch class), semitones above it, and the numeral it was read from."""

    root: int
    intervals: tuple[int, ...]
    label: str
    classes: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Its pitch classes, root first."""

    def __post_init__(self) -> None:
        # Asked for a hundred thousand times a piece.
        object.__setattr__(self, "classes", tuple((self.root + step) % 12 for step in self.intervals))

    @property
    def third(self) -> int:
        """Semitones from the root to the middle of the triad (to the suspended tone or the fifth where there is no third)."""
        return self.intervals[1]

    @property
    def fifth(self) -> int:
        """Semitones from the root to the fifth."""
        return next((step for step in self.intervals if step in (6, 7, 8)), 7)

    def name(self, key: Key) -> str:
        """Its name as lead sheets write it: `Dm`, `Bb`, `A7`."""
        triad = self.intervals[:3]
        quality = {(0, 3, 7): "m", (0, 3, 6): "dim", (0, 5, 7): "sus4", (0, 2, 7): "sus2", (0, 7): "5", (0, 4, 8): "aug"}.get(triad, "")
        more = {(10,): "7", (11,): "maj7", (9,): "6", (10, 14): "9", (11, 14): "maj9", (14,): "add9"}.get(self.intervals[3:], "")
        return key.name(self.root) + quality + more


@lru_cache(maxsize=4096)
def chord(key: Key, numeral: str, home: str) -> Chord:
    """The chord `numeral` of a style whose home mode is `home`, in `key`.

    Numerals count the steps of the home mode (`VI` in minor is six semitones and two above the tonic); case gives the quality, `b` and
    `#` borrow. In any other mode the same step gets the chord that the mode itself has there; `V` before the tonic keeps its major
    third in the minor modes that raise their seventh. Diminished chords give way to their neighbour a third below, tonic aside.
    """
    found = _NUMERAL.fullmatch(numeral)
    if not found:
        raise ValueError(numeral)
    borrowed, roman, suffix = found[1] or "", found[2], found[3]
    degree = _DEGREE[roman.upper()]
    extra = _SUFFIX[suffix]
    same = MODES[home] == key.scale
    scale = key.scale
    if same or (borrowed and (MODES[home][2] == 3) == key.minor):
        shift = {"b": -1, "#": 1, "": 0}[borrowed]
        root = (key.tonic + MODES[home][degree] + shift) % 12
        triad: tuple[int, ...] = (0, 3, 7) if roman.islower() else (0, 4, 7)
    else:
        raised = roman == "V" and key.mode in ("minor", "harmonic minor", "melodic minor")
        triad = (0, 4, 7) if raised else _stacked(scale, degree)
        if triad[2] != 7 and degree != 0:
            degree = (degree - 2) % 7
            triad = _stacked(scale, degree)
            if triad[2] != 7 and degree != 0:
                degree = 3
                triad = _stacked(scale, degree)
                if triad[2] != 7:
                    triad = (0, 7)
        root = (key.tonic + scale[degree]) % 12
        if extra is not None and len(extra) < 3:
            # sevenths and ninths are taken from the mode
            extra = tuple(
                _above(scale, degree, 6) if step in (10, 11) else _above(scale, degree, 8) if step == 14 else step for step in extra
            )
    if extra is None:
        return Chord(root, triad, numeral)
    if suffix in ("5", "o", "sus2", "sus4"):
        return Chord(root, extra, numeral)
    return Chord(root, (*triad, *extra), numeral)


def _above(scale: tuple[int, ...], degree: int, steps: int) -> int:
    octave, at = divmod(degree + steps, 7)
    return scale[at] + 12 * octave - scale[degree]


def _stacked(scale: tuple[int, ...], degree: int) -> tuple[int, int, int]:
    return 0, _above(scale, degree, 2), _above(scale, degree, 4)


@lru_cache(maxsize=1024)
def diatonic(key: Key, degree: int) -> Chord:
    """The triad on the step `degree` (0 is the tonic) of the key's mode; a diminished one gives way to that a third below."""
    numerals = ("I", "II", "III", "IV", "V", "VI", "VII")
    at = degree % 7
    triad = _stacked(key.scale, at)
    if triad[2] != 7 and at != 0:
        at = (at - 2) % 7
        triad = _stacked(key.scale, at)
    return Chord((key.tonic + key.scale[at]) % 12, triad, numerals[at])


_STEP_OF: Final = (0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6)
"""Which step of a scale a number of semitones above its tonic is an inflection of."""


@lru_cache(maxsize=4096)
def chord_scale(key: Key, harmony: Chord) -> frozenset[int]:
    """The mode's pitch classes, bent where the chord needs it: over the major V of a minor key the seventh step is raised."""
    pool = {(key.tonic + step) % 12 for step in key.scale}
    for tone in harmony.classes:
        if tone not in pool:
            bent = (key.tonic + key.scale[_STEP_OF[(tone - key.tonic) % 12]]) % 12
            if bent not in harmony.classes:
                pool.discard(bent)
            pool.add(tone)
    return frozenset(pool)


@lru_cache(maxsize=8192)
def ladder(pool: frozenset[int], low: int, high: int) -> tuple[int, ...]:
    """The MIDI pitches of `pool` from `low` to `high`, both included."""
    return tuple(pitch for pitch in range(low, high + 1) if pitch % 12 in pool)


def near(pitch_class: int, centre: int) -> int:
    """The pitch of that class nearest to `centre` (the lower one of two)."""
    offset = (pitch_class - centre) % 12
    return centre + offset if offset < 6 else centre + offset - 12


@lru_cache(maxsize=8192)
def _voicings(classes: tuple[int, ...], low: int, high: int, voices: int) -> tuple[tuple[int, ...], ...]:
    wanted = tuple(dict.fromkeys(classes))[:4]
    found = []
    for bottom in range(low, high):
        if bottom % 12 not in wanted:
            continue
        order = sorted(wanted, key=lambda one: (one - bottom) % 12)
        pitches = [bottom]
        while len(pitches) < voices:
            step = (order[len(pitches) % len(order)] - pitches[-1]) % 12 or 12
            pitches.append(pitches[-1] + step)
        if pitches[-1] <= high:
            found.append(tuple(pitches))
    return tuple(found)


def lead(previous: tuple[int, ...] | None, harmony: Chord, low: int, high: int, voices: int) -> tuple[int, ...]:
    """The voicing that moves least from `previous`, stays near the middle of the range and avoids lock-step leaps."""
    options = _voicings(harmony.classes, low, high, voices)
    if not options:
        return tuple(sorted(low + (tone - low) % 12 for tone in dict.fromkeys(harmony.classes)))[:voices]
    middle = low + high

    def cost(pitches: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
        off = abs(2 * sum(pitches) - middle * len(pitches))
        if previous is None or len(previous) != len(pitches):
            return off, pitches
        moved = sum(abs(a - b) for a, b in zip(pitches, previous, strict=True))
        parallel = pitches[0] - previous[0] == pitches[-1] - previous[-1] != 0
        return 20 * moved + 2 * off + (60 if parallel else 0), pitches

    return min(options, key=cost)
