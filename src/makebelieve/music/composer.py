"""The composer: themes that compete before the critic, then the whole score in the winner's material."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from makebelieve.music import checks, critic, form
from makebelieve.music.arrange import arrange
from makebelieve.music.chance import Dice
from makebelieve.music.melody import LANDING, plans, realise
from makebelieve.music.score import Meter, Note, Score, Section
from makebelieve.music.styles import Style, Voice
from makebelieve.music.theory import CADENCE, MODES, Chord, Key, chord

CANDIDATES: Final = 12
TRIES: Final = 5
"""Themes that are written out at most."""
DRAWS: Final = 3
"""Draws of `CANDIDATES` themes at most."""
CLEAR: Final = 0.03
"""Margin over the best rival from which a key is not in doubt."""
INTRO_BARS: Final = 4


@dataclass(frozen=True, slots=True)
class Commission:
    """What is to be composed; all of it settled."""

    style: Style
    voices: tuple[Voice, ...]
    key: Key
    meter: Meter
    bpm: float
    bars: int
    seed: int
    density: float = 1.0
    """Below 1 fewer players and calmer patterns, above 1 more."""
    intro: bool = False
    """Four bars before the loop."""


@dataclass(frozen=True, slots=True)
class Material:
    """The themes of a piece: chords and melody of each phrase, ticks from its start."""

    chords: dict[str, tuple[Chord, ...]]
    tunes: dict[str, tuple[Note, ...]]
    score: float


def _progressions(dice: Dice, one: Commission, *, firm: bool) -> dict[str, tuple[Chord, ...]]:
    style, key = one.style, one.key
    a = dice.pick(style.progressions["A"])
    other = dice.pick(style.progressions["A"])
    b = dice.pick(style.progressions["B"])
    c = dice.pick(style.progressions["C"])
    turn = style.turn
    if MODES[style.home] != key.scale:
        turn = (turn[0], CADENCE[key.mode])
    tonic = "i" if MODES[style.home][2] == 3 else "I"
    varied = (*a[:2], *other[2:]) if other[0] == a[0] and dice.chance(50) else a
    rows = {
        "A": a,
        "A2": varied,
        "A3": (*a[:2], *turn),
        "A4": (*dice.pick(style.progressions["A"])[:2], *turn),
        "B": b,
        "B2": (*b[:2], *turn),
        "B3": dice.pick(style.progressions["B"]),
        "C": c,
        "C2": (*c[:2], *turn),
        "T": (tonic, *turn)[-(one.bars % form.PHRASE) :],
        "": a,
    }
    if one.bars < form.PHRASE:
        # all there is: from home to where home is expected
        rows["T"] = ((tonic,), (tonic, turn[-1]), (tonic, tonic, turn[-1]))[one.bars - 1]
        if firm and turn[-1] == "V":
            rows["T"] = (*rows["T"][:-1], "V7")
    elif firm or one.bars < 2 * form.PHRASE:
        # in so few bars nothing else would say where home is
        rows["A"] = rows["A2"] = (tonic, a[1], tonic, a[3])
        rows["A3"] = (tonic, a[1], tonic, turn[-1])
    return {name: tuple(chord(key, numeral, style.home) for numeral in row) for name, row in rows.items()}


def _candidate(one: Commission, number: int) -> Material:
    dice = Dice(one.seed, f"theme:{one.style.name}:{number}")
    # where the first draw left home in doubt, the later ones come back to it in every phrase
    chords = _progressions(dice, one, firm=number >= CANDIDATES)
    shapes = {name: bars[-len(chords[name]) :] for name, bars in plans(dice, one.style, one.meter).items()}
    low, high = one.style.range
    middle = (low + high) // 2
    tonic = [pitch for pitch in range(middle - 4, middle + 5) if pitch % 12 in chords["A"][0].classes]
    anchor = dice.pick(tonic) if tonic else middle
    tunes: dict[str, tuple[Note, ...]] = {}
    for name, bars in shapes.items():
        # the second theme lies higher, the bridge lower
        centre = anchor + {"B": 5, "C": -3}.get(name[0], 0)
        tunes[name] = tuple(
            realise(bars, chords[name], one.key, one.meter, centre, low, high, LANDING[name], Dice(one.seed, f"touch:{name}"))
        )
    ticks = one.meter.ticks
    line: list[Note] = []
    harmony: list[Chord] = []
    for i, name in enumerate(("A", "A2", "B", "A3")):
        line += [note._replace(start=note.start + i * 4 * ticks) for note in tunes[name]]
        harmony += chords[name]
    weights = [0.0] * 12
    for tones in harmony:
        for tone in tones.classes[:3]:
            weights[tone] += 1.0
        weights[tones.root] += 1.0
    for note in line:
        weights[note.pitch % 12] += note.length / ticks
    margin = critic.key_margin(critic.with_partials(weights), one.key)
    return Material(chords, tunes, critic.judge(critic.melodic(line, harmony, one.meter), margin))


def themes(one: Commission, draw: int = 0) -> list[Material]:
    """`CANDIDATES` tries, the best first; equals as they came. Each `draw` has tries of its own."""
    tries = range(draw * CANDIDATES, (draw + 1) * CANDIDATES)
    return sorted((_candidate(one, number) for number in tries), key=lambda material: -material.score)


def compose(one: Commission, draw: int = 0, clear: float = CLEAR) -> Score:
    """The score of a commission: the same one, the same notes.

    The whole score has to be heard in its key and to pass the checks of its notes; where the best themes leave that in doubt, the next
    best are tried, and where none will do, the themes of another draw. `draw`: which to begin with; `clear`: the margin of the key from
    which it is not in doubt.
    """
    best: tuple[int, float, Score] | None = None
    for drawn in range(draw, draw + DRAWS):
        for material in themes(one, drawn)[: TRIES if one.bars >= 4 * form.PHRASE else CANDIDATES]:
            score = _written_out(one, material)
            margin = critic.key_margin(critic.with_partials(critic.pitch_classes(score)), one.key)
            faults = sum(not finding.ok for finding in checks.symbolic(score))
            if best is None or (-faults, margin) > (-best[0], best[1]):
                best = (faults, margin, score)
            if not faults and margin > clear:
                return score
        if best is not None and best[0] == 0:
            break
    if best is None:
        raise AssertionError("there are candidates")
    return best[2]


def _written_out(one: Commission, material: Material) -> Score:
    """The whole piece in the given themes."""
    sections = form.plan(one.bars)
    if one.intro:
        sections = [Section("Opening", "", 0, INTRO_BARS, 0.3), *(replace(part, start=part.start + INTRO_BARS) for part in sections)]
    chords: list[Chord] = []
    for part in sections:
        chords += material.chords[part.theme]
    # the way home stands before the seam: the last chord leads to the first
    final = sections[-1]
    if final.theme not in ("A3", "A4", "B2", "C2", "T"):
        name = "A3" if final.theme[:1] in ("A", "") else final.theme[0] + "2"
        chords[-form.PHRASE :] = material.chords[name]
        sections[-1] = replace(final, theme=name if final.theme else "")
    score = Score(
        key=one.key,
        meter=one.meter,
        bpm=one.bpm,
        bars=one.bars + (INTRO_BARS if one.intro else 0),
        chords=chords,
        sections=sections,
        parts={},
        swing=one.style.swing if one.meter.steps == 16 else 0.0,
        human=one.style.human,
        intro_bars=INTRO_BARS if one.intro else 0,
    )
    line = [
        note._replace(start=note.start + part.start * one.meter.ticks)
        for part in sections
        if part.theme
        for note in material.tunes[part.theme]
    ]
    arrange(score, one.voices, line, one.seed, one.density)
    return score
