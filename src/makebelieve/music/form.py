"""Form: how many bars fit a duration at a tempo, and what they are for."""

from __future__ import annotations

from typing import Final

from makebelieve.music.score import Meter, Section

PHRASE: Final = 4
"""Bars a phrase."""
# For short tracks: phrases as (name, theme, intensity).
_SHORT: Final[dict[int, tuple[tuple[str, str, float], ...]]] = {
    1: (("A", "A", 0.75),),
    2: (("A", "A", 0.6), ("A return", "A3", 0.9)),
    3: (("A", "A", 0.55), ("B", "B", 0.85), ("A return", "A3", 0.75)),
    4: (("A", "A", 0.5), ("A varied", "A2", 0.65), ("B", "B", 0.9), ("A return", "A3", 0.8)),
    5: (("A", "A", 0.5), ("A varied", "A2", 0.65), ("B", "B", 0.8), ("B varied", "B2", 0.95), ("A return", "A3", 0.75)),
    6: (("Intro", "", 0.35), ("A", "A", 0.5), ("A varied", "A2", 0.65), ("B", "B", 0.8), ("Climax", "B2", 1.0), ("A return", "A3", 0.7)),
    7: (
        ("Intro", "", 0.35),
        ("A", "A", 0.5),
        ("A varied", "A2", 0.65),
        ("B", "B", 0.75),
        ("Bridge", "C", 0.45),
        ("Climax", "B2", 1.0),
        ("A return", "A3", 0.7),
    ),
}
# For long ones: section, its phrases by theme, intensity from and to, and how early it is granted a phrase beyond its first.
_LONG: Final[tuple[tuple[str, tuple[str, ...], float, float, int], ...]] = (
    ("Intro", ("", ""), 0.25, 0.4, 8),
    ("A", ("A", "A2", "A", "A3"), 0.45, 0.6, 1),
    ("B", ("B", "B2", "B", "B2"), 0.65, 0.8, 2),
    ("A varied", ("A4", "A2", "A4", "A3"), 0.7, 0.7, 5),
    ("Bridge", ("C", "C2", "C", "C2"), 0.4, 0.45, 3),
    ("Breakdown", ("", "C2"), 0.22, 0.3, 9),
    ("Build", ("A", "A4"), 0.55, 0.85, 7),
    ("Climax", ("B3", "B2", "A4", "B2"), 1.0, 1.0, 4),
    ("A return", ("A", "A3", "A", "A3"), 0.8, 0.6, 6),
)


def bars_for(duration: float, meter: Meter, bpm: float) -> int:
    """The whole number of bars nearest to `duration` seconds, at least one."""
    return max(1, round(duration * bpm / 60 / meter.pulses))


def free_tempo(duration: float, meter: Meter, low: float, high: float) -> tuple[int, float]:
    """Bars and a tempo in low-high that fill `duration` exactly; whole phrases are preferred, then the middle of the range.

    Where no whole number of bars fits the range, the nearest tempo outside of it that does.
    """
    middle = (low + high) / 2
    best: tuple[float, int, float] | None = None
    for bars in range(1, max(3, int(duration * high / 60 / meter.pulses) + 3)):
        bpm = bars * meter.pulses * 60 / duration
        off = max(0.0, low - bpm, bpm - high)
        cost = off * 10 + (bars % PHRASE != 0) * 8 + (bars % 2) * 4 + abs(bpm - middle) * 0.3
        if 40 <= bpm <= 220 and (best is None or cost < best[0]):
            best = (cost, bars, bpm)
    if best is None:
        raise AssertionError("5 s hold a bar at 40-220 bpm")
    return best[1], best[2]


def plan(bars: int) -> list[Section]:
    """The sections of a piece of that many bars: phrases of four, a turnaround for what is left over.

    From eight phrases on the form has an introduction, three themes, a bridge, a climax and a return, and long pieces give each of
    them more room rather than starting again.
    """
    phrases, rest = divmod(bars, PHRASE)
    rows: list[tuple[str, str, float]] = []
    if phrases in _SHORT:
        rows = list(_SHORT[phrases])
    elif phrases:
        rows = _long(phrases)
    sections: list[Section] = []
    at = 0
    for name, theme, intensity in rows:
        sections.append(Section(name, theme, at, PHRASE, round(intensity, 3)))
        at += PHRASE
    if rest:
        sections.append(Section("Turnaround", "T", at, rest, 0.6))
    return sections


def _long(phrases: int) -> list[tuple[str, str, float]]:
    counts = [1] * len(_LONG)
    if phrases < len(_LONG):
        for row in sorted(range(len(_LONG)), key=lambda i: -_LONG[i][4])[: len(_LONG) - phrases]:
            counts[row] = 0
    order = sorted(range(len(_LONG)), key=lambda i: _LONG[i][4])
    left = phrases - sum(counts)
    while left > 0:
        for row in order:
            # themes come in pairs of phrases; an introduction or a breakdown of more than two would only wait
            if left <= 0:
                break
            limit = 2 if not _LONG[row][1][0] or len(_LONG[row][1]) == 2 else 999
            grow = min(left, 2 if counts[row] >= 2 else 1, limit - counts[row])
            counts[row] += max(0, grow)
            left -= max(0, grow)
    rows: list[tuple[str, str, float]] = []
    for (name, themes, low, high, _), count in zip(_LONG, counts, strict=True):
        for i in range(count):
            share = i / (count - 1) if count > 1 else 0.0
            rows.append((name, themes[i % len(themes)], low + (high - low) * share))
    return rows
