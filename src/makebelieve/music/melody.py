"""Melody: motifs, what becomes of them in a phrase, and their realisation over chords."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from makebelieve.music.chance import Dice
from makebelieve.music.score import STEP, Meter, Note
from makebelieve.music.styles import Style
from makebelieve.music.theory import Chord, Key, chord_scale, ladder

Motif = tuple[tuple[int, int], ...]
"""One bar: (sixteenths, scale steps above the anchor) a note."""

_CADENCES: Final[dict[int, tuple[tuple[int, ...], ...]]] = {
    16: ((8, 8), (4, 4, 8), (12, 4), (6, 2, 8)),
    12: ((6, 6), (4, 8), (2, 4, 6)),
}
# Where the last note of a phrase lands: 0 root, 1 third, 2 fifth of its chord.
LANDING: Final = {"A": 2, "A2": 0, "A3": 2, "A4": 2, "B": 1, "B2": 2, "B3": 1, "C": 1, "C2": 2, "T": 2}


def motif(dice: Dice, cell: Sequence[int], weights: dict[int, int]) -> Motif:
    """A walk over the scale on the rhythm `cell`, by the style's weights of intervals."""
    moves, odds = tuple(weights), tuple(weights.values())
    at, notes = 0, []
    for length in cell:
        notes.append((length, at))
        at += dice.weighted(moves, odds)
        at = max(-6, min(7, at))
    return tuple(notes)


def inverted(one: Motif) -> Motif:
    """Upside down."""
    return tuple((length, -step) for length, step in one)


def reversed_motif(one: Motif) -> Motif:
    """The same rhythm, the steps backwards."""
    return tuple((length, step) for (length, _), (_, step) in zip(one, reversed(one), strict=True))


def shifted(one: Motif, by: int) -> Motif:
    """A sequence: the same shape some scale steps higher."""
    return tuple((length, step + by) for length, step in one)


def fragment(one: Motif, steps: int) -> Motif:
    """The motif's head, again and again, climbing."""
    head = one[: max(2, len(one) // 2)]
    width = sum(length for length, _ in head)
    notes: list[tuple[int, int]] = []
    used = climb = 0
    while used + width <= steps:
        notes += [(length, step + climb) for length, step in head]
        used += width
        climb += 1
    if used < steps:
        notes.append((steps - used, (notes[-1][1] if notes else 0) + 1))
    return tuple(notes)


def ornamented(one: Motif) -> Motif:
    """Its longest note broken by the upper neighbour."""
    at = max(range(len(one)), key=lambda i: one[i][0])
    length, step = one[at]
    if length < 4:
        return one
    half, quarter = length // 2, length // 4
    return (*one[:at], (half, step), (quarter, step + 1), (length - half - quarter, step), *one[at + 1 :])


def plans(dice: Dice, style: Style, meter: Meter) -> dict[str, tuple[Motif, ...]]:
    """What each phrase does with the motifs of the piece, a motif a bar."""
    steps = meter.steps
    a = motif(dice, dice.pick(style.cells[steps]), style.steps)
    answer = ornamented(a) if dice.chance(40) else inverted(a) if dice.chance(50) else shifted(a, dice.pick((1, -1, 2)))
    if dice.chance(40):
        b = inverted(a) if dice.chance(50) else reversed_motif(a)
    else:
        b = motif(dice, dice.pick(style.calm_cells[steps]), style.steps)
    c = motif(dice, dice.pick(style.calm_cells[steps]), style.steps)
    piece = fragment(a, steps)
    cadence = tuple((length, -i) for i, length in enumerate(dice.pick(_CADENCES[steps])))
    return {
        "A": (a, answer, a, cadence),
        "A2": (a, answer, piece, cadence),
        "A3": (a, answer, shifted(a, 1), cadence),
        "A4": (a, shifted(a, 2), inverted(answer), cadence),
        "B": (b, shifted(b, 1), ornamented(b), cadence),
        "B2": (b, shifted(b, 1), fragment(b, steps), cadence),
        "B3": (shifted(b, 2), ornamented(b), b, cadence),
        "C": (c, c, shifted(c, -1), cadence),
        "C2": (c, shifted(c, 1), ornamented(c), cadence),
        "T": (a, piece, cadence),
    }


def realise(
    bars: Sequence[Motif], chords: Sequence[Chord], key: Key, meter: Meter, anchor: int, low: int, high: int, landing: int, dice: Dice
) -> list[Note]:
    """The motifs over their chords, from tick 0: strong beats and long notes take chord tones, the rest moves by the scale.

    Every note lies in `low`-`high`; leaps beyond an octave are folded, tones foreign to the chord resolve by step.
    """
    pitches: list[int] = []
    starts: list[int] = []
    lengths: list[int] = []
    owners: list[Chord] = []
    previous, hot = anchor, 0
    for bar, (shape, harmony) in enumerate(zip(bars, chords, strict=True)):
        pool = ladder(chord_scale(key, harmony), low, high)
        tones = [pitch for pitch in pool if pitch % 12 in harmony.classes]
        target = previous + 0.45 * (anchor - previous)
        base = pool.index(min(tones, key=lambda pitch: (abs(pitch - target), pitch)))
        step = 0
        for i, (length, offset) in enumerate(shape):
            at = base + offset
            while at >= len(pool) or at < 0:  # reflected at the ends of the range
                at = 2 * (len(pool) - 1) - at if at >= len(pool) else -at
            pitch = pool[at]
            if step in meter.strong or length >= 6 or (i == len(shape) - 1 and length >= 4):
                rising = (offset > shape[i - 1][1]) - (offset < shape[i - 1][1]) if i else 0
                stuck = len(pitches) >= 2 and pitches[-1] == pitches[-2]
                wish, last = pitch, pitches[-1] if pitches else anchor

                def cost(
                    tone: int,
                    wish: int = wish,
                    last: int = last,
                    rising: int = rising,
                    stuck: bool = stuck,
                    first: bool = i == 0,
                    hot: int = hot,
                ) -> float:
                    return (
                        abs(tone - wish)
                        + (2.5 if rising and (tone - last) * rising <= 0 else 0)
                        + (4 if stuck and tone == last else 0)
                        + (1.5 if first and tone == last else 0)
                        + (2 if tone > high - 3 and hot > 1 else 0)
                        - tone / 1000
                    )

                pitch = min(tones, key=cost)
            hot += pitch >= high - 2
            starts.append((bar * meter.steps + step) * STEP)
            lengths.append(length)
            pitches.append(pitch)
            owners.append(harmony)
            step += length
            previous = pitch
    _repair(pitches, owners, low, high)
    wanted = owners[-1].classes[min(landing, len(owners[-1].classes) - 1)]
    final = [pitch for pitch in range(low, high + 1) if pitch % 12 == wanted]
    before = pitches[-2] if len(pitches) > 1 else anchor
    pitches[-1] = min(final, key=lambda pitch: (abs(pitch - before), pitch))
    _repair(pitches, owners, low, high)
    notes = []
    for start, length, pitch in zip(starts, lengths, pitches, strict=True):
        accent = 10 if start % meter.ticks == 0 else 5 if start // STEP % meter.steps in meter.strong else 0
        held = length * STEP - 1
        notes.append(Note(start, held, pitch, accent + dice.between(-5, 5)))
    return notes


def _repair(pitches: list[int], owners: Sequence[Chord], low: int, high: int) -> None:
    """Folds leaps beyond an octave and moves what does not resolve by step onto a chord tone."""
    for i in range(len(pitches) - 1):
        here, after = pitches[i], pitches[i + 1]
        if abs(after - here) > 12:
            folded = after - 12 if after > here else after + 12
            if low <= folded <= high:
                pitches[i + 1] = folded
        if here % 12 not in owners[i].classes and abs(pitches[i + 1] - here) > 2:
            options = [pitch for pitch in range(max(low, here - 4), min(high, here + 4) + 1) if pitch % 12 in owners[i].classes]
            if options:
                pitches[i] = min(options, key=lambda pitch: (abs(pitch - here), pitch))
