"""The critic: what tells a tune from noise, as numbers, and one score by which candidates compete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np

from makebelieve.music.score import Meter, Note, Score
from makebelieve.music.theory import MODES, Chord, Key

CONSONANT: Final = frozenset((0, 3, 4, 5, 7, 8, 9))
# Temperley, The Cognition of Basic Musical Structures (2001) as revised in Music and Probability (2007): how much each step belongs.
_MAJOR: Final = (0.748, 0.060, 0.488, 0.082, 0.670, 0.460, 0.096, 0.715, 0.104, 0.366, 0.057, 0.400)
_MINOR: Final = (0.712, 0.084, 0.474, 0.618, 0.049, 0.460, 0.105, 0.747, 0.404, 0.067, 0.133, 0.330)
# Shares at which the first six partials of a tone are heard as other pitch classes.
_PARTIALS: Final = ((0, 1.75), (7, 0.49), (4, 0.2))


def _profile(mode: str) -> tuple[float, ...]:
    """How much each step above the tonic belongs to `mode`: Temperley's weights, moved onto the steps of the mode."""
    scale = MODES[mode]
    base, home = (_MINOR, MODES["minor"]) if scale[2] == 3 else (_MAJOR, MODES["major"])
    if mode == "harmonic minor":
        home = MODES["harmonic minor"]
    weights = [min(base)] * 12
    for step, from_home in zip(scale, home, strict=True):
        weights[step] = base[from_home]
    if mode in ("minor", "harmonic minor"):
        # the profile of minor was counted on music that uses both sevenths
        return _MINOR
    if mode == "melodic minor":
        return (*_MINOR[:8], _MINOR[9], _MINOR[8], *_MINOR[10:])
    return tuple(weights)


@cache
def _profiles(mode: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Normalised profiles to compare with. Twelve keys of the mode; for major and minor the twelve of the other one follow."""
    rivals = (mode, "minor") if mode == "major" else (mode, "major") if "minor" in mode else (mode,)
    rows = []
    for name in rivals:
        for tonic in range(12):
            row = np.roll(np.array(_profile(name)), tonic)
            row = row - row.mean()
            rows.append(row / np.sqrt((row * row).sum()))
    return np.array(rows)


def key_scores(weights: Iterable[float], mode: str) -> list[float]:
    """Correlation of twelve pitch-class weights with the keys that could be mistaken for one in `mode`.

    The first twelve are the tonics C to B of the mode itself. Major and minor also compete with each other; the church modes, which
    share their tones with a major key by definition, compete with their own transpositions.
    """
    chroma = np.asarray(list(weights), np.float64)
    chroma = chroma - chroma.mean()
    size = float(np.sqrt((chroma * chroma).sum()))
    return [float(value) for value in _profiles(mode) @ chroma / (size or 1.0)]


def heard_key(weights: Iterable[float], mode: str) -> Key:
    """The best match among the keys that compete with `mode`."""
    scores = key_scores(weights, mode)
    best = max(range(len(scores)), key=lambda i: scores[i])
    return Key(best % 12, mode if best < 12 else "minor" if mode == "major" else "major")


def key_margin(weights: Iterable[float], key: Key) -> float:
    """By how much the wanted key beats every rival, in units of correlation."""
    scores = key_scores(weights, key.mode)
    return scores[key.tonic] - max(score for i, score in enumerate(scores) if i != key.tonic)


def melodic(notes: Sequence[Note], chord_of: Sequence[Chord], meter: Meter) -> dict[str, float]:
    """Measures of a line over one chord a bar; shares 0-1 unless said otherwise. Needs two notes or more."""
    ticks = meter.ticks
    strong = {step * 6 for step in meter.strong}
    pitches = [note.pitch for note in notes]
    owners = [chord_of[note.start // ticks % len(chord_of)].classes for note in notes]
    inside = [pitch % 12 in tones for pitch, tones in zip(pitches, owners, strict=True)]
    moves = [b - a for a, b in pairwise(pitches)]
    on_strong = [ok for note, ok in zip(notes, inside, strict=True) if note.start % ticks in strong]
    foreign = [abs(move) <= 2 for move, ok in zip(moves, inside, strict=False) if not ok]
    rhythms: dict[int, list[int]] = {}
    for note in notes:
        rhythms.setdefault(note.start // ticks, []).append(note.start % ticks)
    cells = [tuple(cell) for cell in rhythms.values()]
    seen = Counter(cells)
    grams = ngrams(notes)
    run = longest = 1
    for move in moves:
        run = run + 1 if move == 0 else 1
        longest = max(longest, run)
    top = max(pitches)
    shares = np.array(list(Counter(pitches).values())) / len(pitches)
    return {
        "strong_chord_tones": sum(on_strong) / max(1, len(on_strong)),
        "chord_tones": sum(inside) / len(inside),
        "stepwise": sum(abs(move) <= 2 for move in moves) / max(1, len(moves)),
        "leaps": sum(abs(move) > 7 for move in moves) / max(1, len(moves)),
        "resolved": sum(foreign) / len(foreign) if foreign else 1.0,
        "range": float(top - min(pitches)),
        "rhythm_repetition": sum(seen[cell] > 1 for cell in cells) / len(cells),
        "motif_redundancy": 1 - len(set(grams)) / max(1, len(grams)),
        "longest_repeat": float(longest),
        "tops": float(sum(pitch == top for pitch in pitches)),
        "entropy": float(-(shares * np.log2(shares)).sum()),
    }


def ngrams(notes: Sequence[Note]) -> list[tuple[tuple[int, int], ...]]:
    """Every three successive (interval, time to the next note): four notes, in any key or tempo."""
    steps = [(b.pitch - a.pitch, b.start - a.start) for a, b in pairwise(notes)]
    return [tuple(steps[i : i + 3]) for i in range(len(steps) - 2)]


def consonance(score: Score) -> float:
    """Share of consonant intervals among all pairs of notes that sound together on a beat; drums and echoes aside."""
    beat = 24
    sounding: dict[int, list[int]] = {}
    for part in score.parts.values():
        if part.role in ("drums", "echo", "texture"):
            continue
        for note in part.notes:
            first = -(-note.start // beat)
            for at in range(first, (note.start + note.length - 1) // beat + 1):
                sounding.setdefault(at, []).append(note.pitch)
    good = total = 0
    for pitches in sounding.values():
        counts = Counter(pitch % 12 for pitch in pitches)
        classes = list(counts.items())
        for i, (a, m) in enumerate(classes):
            pairs = m * (m - 1) // 2
            good += pairs
            total += pairs
            for b, n in classes[:i]:
                total += m * n
                good += m * n * ((a - b) % 12 in CONSONANT and (b - a) % 12 in CONSONANT)
    return good / max(1, total)


def pitch_classes(score: Score) -> list[float]:
    """Sounding time of each pitch class, weighted by how loud the part is in the mix; drums aside."""
    weights = [0.0] * 12
    for part in score.parts.values():
        if part.role in ("drums", "texture") or not part.notes:
            continue
        total = sum(note.length for note in part.notes)
        loud = 10 ** (part.level / 20) / total
        for note in part.notes:
            weights[note.pitch % 12] += note.length * loud
    return weights


def with_partials(weights: Sequence[float]) -> list[float]:
    """Pitch-class weights as a spectrum shows them: each tone's third and fifth partial sound as fifth and third."""
    return [sum(weights[(pc - offset) % 12] * level for offset, level in _PARTIALS) for pc in range(12)]


def _tent(value: float, low: float, good: float, fine: float, high: float) -> float:
    """1 between `good` and `fine`, falling to 0 at `low` and `high`."""
    if value <= low or value >= high:
        return 0.0
    if value < good:
        return (value - low) / (good - low)
    return 1.0 if value <= fine else (high - value) / (high - fine)


def judge(measures: dict[str, float], margin: float) -> float:
    """One number 0-1 of the measures of a candidate's melody and the margin of its key."""
    parts = (
        min(1.0, max(0.0, 0.5 + margin * 5)),
        measures["strong_chord_tones"],
        measures["resolved"],
        _tent(measures["stepwise"], 0.36, 0.5, 0.74, 0.84),
        _tent(measures["leaps"], -1, 0, 0.06, 0.2),
        _tent(measures["range"], 5, 9, 17, 22),
        _tent(measures["longest_repeat"], 0, 1, 2, 5),
        _tent(measures["tops"], 0, 1, 4, 12),
        _tent(measures["entropy"], 1.6, 2.4, 3.4, 4.2),
        _tent(1 - measures["chord_tones"], -0.01, 0.06, 0.25, 0.4),
        _tent(measures["rhythm_repetition"], 0.5, 0.8, 1.0, 1.1),
        _tent(measures["motif_redundancy"], 0.08, 0.15, 0.42, 0.56),
    )
    # a tune whose key is in doubt is no candidate, whatever its other virtues
    return sum(parts) / len(parts) - (0.0 if margin > 0.02 else 0.25 + min(0.25, -margin))
