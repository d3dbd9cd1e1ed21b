"""The arrangement: what each player does in each section, by role."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from makebelieve.music.chance import Dice
from makebelieve.music.score import STEP, Note, Part, Score, Section
from makebelieve.music.styles import Voice
from makebelieve.music.synth.drums import keys_of
from makebelieve.music.theory import Chord, chord_scale, ladder, lead, near

_ACCENT: Final = {"X": 1.15, "x": 1.0, "o": 0.72, "-": 0.45}


def arrange(score: Score, voices: Sequence[Voice], line: Sequence[Note], seed: int, density: float) -> None:
    """Fills `score.parts`: each voice of `voices` plays by its role; `line` is the melody with accents for velocities."""
    plan = _active(score, voices, density)
    for voice in voices:
        part = Part(voice.name, voice.role, voice.instrument, voice.stem, voice.tier, voice.level, voice.pan, voice.send)
        part.notes = _ROLES[voice.role](_Player(score, voice, plan[voice.name], Dice(seed, f"part:{voice.name}"), density), line)
        part.notes.sort()
        score.parts[voice.name] = part


def _active(score: Score, voices: Sequence[Voice], density: float) -> dict[str, list[Section]]:
    """The sections in which each voice plays."""
    eager = (density - 1) * 0.3
    top = max(section.intensity for section in score.sections)
    plan = {}
    for voice in voices:
        # a short piece never gets as loud as a long one: its loudest section counts as a climax
        enter = min(voice.enter - eager, top)
        plan[voice.name] = [
            one for one in score.sections if enter <= one.intensity <= voice.leave or (voice.role == "melody" and one.theme)
        ]
    return plan


class _Player:
    """A voice, where it plays, and the dice it throws."""

    def __init__(self, score: Score, voice: Voice, sections: list[Section], dice: Dice, density: float) -> None:
        self.score = score
        self.voice = voice
        self.sections = sections
        self.dice = dice
        self.density = density
        self.ticks = score.meter.ticks
        self.steps = score.meter.steps
        self.options: dict[str, Any] = voice.options

    def velocity(self, section: Section, accent: float = 1.0) -> int:
        """Louder with the section's intensity; a little off each time."""
        level = self.voice.velocity * accent * (0.8 + 0.25 * section.intensity) + self.dice.between(-4, 4)
        return max(1, min(127, round(level)))

    def pattern(self, section: Section, name: str = "patterns", calm: str = "calm") -> str:
        """The voice's pattern for this section, cut or repeated to the bar."""
        choices = self.options[name]
        quiet = self.options.get(calm)
        chosen = quiet[0] if quiet and section.intensity * self.density < 0.5 else choices[self.dice_index(len(choices))]
        return self.fit(chosen)

    def dice_index(self, size: int) -> int:
        """One choice for the whole piece."""
        if not hasattr(self, "_chosen"):
            self._chosen = self.dice.below(720720)
        return self._chosen % size

    def fit(self, pattern: str) -> str:
        """A pattern written for another metre, cut or gone on with."""
        return (pattern + pattern)[: self.steps]


def _melody(player: _Player, line: Sequence[Note]) -> list[Note]:
    low, high = 0, 127
    notes = []
    for section in player.sections:
        begin, end = section.start * player.ticks, (section.start + section.bars) * player.ticks
        for note in line:
            if begin <= note.start < end:
                level = player.voice.velocity * (0.85 + 0.2 * section.intensity) + note.velocity
                notes.append(Note(note.start, note.length, min(high, max(low, note.pitch)), max(1, min(127, round(level)))))
    return notes


def _double(player: _Player, line: Sequence[Note]) -> list[Note]:
    shift = int(player.options.get("shift", 0))
    return [note._replace(pitch=note.pitch + shift if note.pitch + shift <= 98 else note.pitch) for note in _melody(player, line)]


def _echo(player: _Player, line: Sequence[Note]) -> list[Note]:
    """The melody again, later and softer; what passes the end comes back at the loop's start."""
    late = int(player.options["delay"]) * STEP
    start = player.score.intro_bars * player.ticks
    end = player.score.bars * player.ticks
    notes = []
    for note in _melody(player, line):
        at = note.start + late
        if at >= end:
            at = start + (at - end)
        notes.append(Note(at, note.length, note.pitch, max(1, note.velocity * 3 // 4)))
    return notes


def _harmony(player: _Player, line: Sequence[Note]) -> list[Note]:
    voice, notes = player.voice, []
    previous: tuple[int, ...] | None = None
    count = int(player.options.get("voices", 3))
    gate = float(player.options.get("gate", 1.0))
    for section in player.sections:
        for bar in range(section.start, section.start + section.bars):
            harmony = player.score.chords[bar]
            previous = lead(previous, harmony, voice.low, voice.high, count)
            start = bar * player.ticks
            if "patterns" not in player.options:
                level = player.velocity(section)
                notes += [Note(start, player.ticks, pitch, level) for pitch in previous]
                continue
            for at, length, sign in _hits(player.pattern(section)):
                level = player.velocity(section, _ACCENT[sign])
                notes += [Note(start + at * STEP, max(3, round(length * STEP * gate)), pitch, level) for pitch in previous]
    return notes


def _hits(pattern: str) -> list[tuple[int, int, str]]:
    """Step, steps to the next hit (or the end), sign."""
    at = [i for i, sign in enumerate(pattern) if sign != "."]
    return [(i, after - i, pattern[i]) for i, after in zip(at, [*at[1:], len(pattern)], strict=True)]


def _cell(harmony: Chord, low: int) -> list[int]:
    """Chord tones going up from `low`: three or four, then the first two an octave higher."""
    pitches = sorted(
        low + (tone - low) % 12 for tone in dict.fromkeys(harmony.classes[:4] if len(harmony.classes) > 3 else harmony.classes)
    )
    pitches = pitches[:3] if len(pitches) < 4 else pitches[:4]
    return [*pitches, *(pitch + 12 for pitch in pitches)]


def _arp(player: _Player, line: Sequence[Note]) -> list[Note]:
    voice, notes = player.voice, []
    orders = player.options["orders"]
    order = orders[player.dice_index(len(orders))]
    length = player.options.get("length")
    for section in player.sections:
        step = int(player.options["step"])
        if section.intensity * player.density < 0.5:
            step = int(player.options.get("calm_step", step))
        elif player.density < 0.7:
            step *= 2
        held = round((length if length else step * player.options.get("gate", 0.9)) * STEP)
        # the climax climbs
        low = voice.low + (12 if section.intensity >= 0.95 and voice.low < 58 else 0)
        for bar in range(section.start, section.start + section.bars):
            cell = _cell(player.score.chords[bar], low)
            for i, at in enumerate(range(0, player.steps, step)):
                accent = 1.08 if at % 4 == 0 else 0.86
                notes.append(
                    Note(bar * player.ticks + at * STEP, max(2, held), cell[order[i % len(order)]], player.velocity(section, accent))
                )
    return notes


def _bass(player: _Player, line: Sequence[Note]) -> list[Note]:
    voice, score, notes = player.voice, player.score, []
    gate = float(player.options.get("gate", 0.9))
    for section in player.sections:
        for bar in range(section.start, section.start + section.bars):
            harmony = score.chords[bar]
            root = voice.low + (harmony.root - voice.low) % 12
            for at, length, sign in _hits(player.pattern(section)):
                pitch = root
                if sign == "5":
                    pitch = root + harmony.fifth if root + harmony.fifth <= voice.high + 5 else root + harmony.fifth - 12
                elif sign == "8":
                    pitch = root + 12
                elif sign in "4a":
                    # a step of the scale on the way to the next root
                    following = score.chords[bar + 1 if bar + 1 < len(score.chords) else score.intro_bars].root
                    goal = near(following, root)
                    pool = ladder(chord_scale(score.key, harmony), goal - 3, goal + 3)
                    below = [one for one in pool if one < goal]
                    pitch = max(below) if below else root
                accent = 1.0 if at == 0 else 0.9
                notes.append(
                    Note(bar * player.ticks + at * STEP, max(3, round(length * STEP * gate)), pitch, player.velocity(section, accent))
                )
    return notes


def _pedal(player: _Player, line: Sequence[Note]) -> list[Note]:
    """The tonic and its fifth, held through; the fifth only where the chord bears it."""
    voice, score, notes = player.voice, player.score, []
    root = voice.low + (score.key.tonic - voice.low) % 12
    for section in player.sections:
        for bar in range(section.start, section.start + section.bars):
            level = player.velocity(section)
            classes = score.chords[bar].classes
            if root % 12 in classes:
                bass = root
            else:
                bass = voice.low + (score.chords[bar].root - voice.low) % 12
            notes.append(Note(bar * player.ticks, player.ticks, bass, level))
            if (bass + 7) % 12 in classes:
                notes.append(Note(bar * player.ticks, player.ticks, bass + 7, max(1, level - 10)))
    return notes


def _counter(player: _Player, line: Sequence[Note]) -> list[Note]:
    """Answers where the melody holds or rests: chord tones a step of the chord apart, against the melody's direction."""
    score, notes = player.score, []
    starts = {note.start for note in line}
    for section in player.sections:
        for bar in range(section.start, section.start + section.bars):
            begin = bar * player.ticks
            here = [note for note in line if begin <= note.start < begin + player.ticks]
            half = begin + player.ticks // 2
            busy = sum(one.start >= half for one in here)
            if busy > 1 or (bar - section.start) % 2 == 0:
                continue
            top = max((note.pitch for note in here), default=76)
            tones = ladder(frozenset(score.chords[bar].classes), top + 1, top + 18)[:4]
            if len(tones) < 3:
                continue
            falling = len(here) < 2 or here[-1].pitch >= here[0].pitch
            order = tones[:3][::-1] if falling else tones[:3]
            for i, pitch in enumerate(order):
                at = half + i * 2 * STEP
                if at not in starts and at < begin + player.ticks:
                    notes.append(Note(at, 4 * STEP, pitch, player.velocity(section)))
    return notes


def _texture(player: _Player, line: Sequence[Note]) -> list[Note]:
    """Single far tones of the chord, here and there."""
    voice, notes = player.voice, []
    percent = min(95, round(int(player.options["percent"]) * player.density))
    for section in player.sections:
        for bar in range(section.start, section.start + section.bars):
            pool = ladder(frozenset(player.score.chords[bar].classes[:3]), voice.low, voice.high)
            for beat in range(0, player.steps, 4):
                if player.dice.chance(percent // 2) and pool:
                    at = bar * player.ticks + beat * STEP
                    notes.append(Note(at, 8 * STEP, player.dice.pick(pool), player.velocity(section, player.dice.pick((0.7, 0.85, 1.0)))))
    return notes


def _drums(player: _Player, line: Sequence[Note]) -> list[Note]:
    keys = keys_of(player.voice.instrument.partition(":")[2])
    notes: list[Note] = []

    def hit(bar: int, pattern: dict[str, str], section: Section, keep: int = 0) -> None:
        for name, signs in pattern.items():
            for i, sign in enumerate(player.fit(signs)):
                if sign != "." and i >= keep:
                    notes.append(Note(bar * player.ticks + i * STEP, STEP, keys[name], player.velocity(section, _ACCENT[sign])))

    full, light, fill = player.options["full"], player.options["light"], player.options["fill"]
    for section in player.sections:
        loud = section.intensity * player.density
        if loud < 0.3:
            continue
        pattern = light[player.dice_index(len(light))] if loud < 0.6 else full[player.dice_index(len(full))]
        for bar in range(section.start, section.start + section.bars):
            last = bar == section.start + section.bars - 1
            hit(bar, player.dice.pick(fill) if last and loud >= 0.5 else pattern, section)
            if bar == section.start and "crash" in keys and loud >= 0.6:
                hit(bar, {"crash": "x"}, section)
    return notes


_ROLES: Final[dict[str, Callable[[_Player, Sequence[Note]], list[Note]]]] = {
    "melody": _melody,
    "double": _double,
    "echo": _echo,
    "harmony": _harmony,
    "arp": _arp,
    "bass": _bass,
    "pedal": _pedal,
    "counter": _counter,
    "texture": _texture,
    "drums": _drums,
}
