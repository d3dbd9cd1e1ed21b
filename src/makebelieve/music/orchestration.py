"""Who plays: a style's voices, bent by another preset's palette, by instruments asked for and by those ruled out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from makebelieve.music.mix import instrument_of
from makebelieve.music.styles import Style, Voice
from makebelieve.music.synth.instruments import instruments

# What a family is best at, by preference; "add" brings a voice of its own.
_USES: Final[dict[str, tuple[str, ...]]] = {
    "brass": ("melody", "double", "harmony"),
    "flute": ("melody", "double", "counter"),
    "reed": ("melody", "double", "counter"),
    "fiddle": ("melody", "double", "counter"),
    "chip": ("melody", "arp", "harmony"),
    "synth": ("melody", "arp", "harmony"),
    "strings": ("harmony", "melody"),
    "choir": ("harmony", "melody"),
    "pad": ("harmony",),
    "organ": ("harmony", "melody"),
    "piano": ("arp", "melody", "harmony"),
    "harp": ("arp", "melody"),
    "guitar": ("arp", "melody"),
    "mallets": ("arp", "melody", "counter"),
    "bells": ("counter", "melody", "arp"),
    "bass": ("bass",),
    "timpani": ("add",),
    "drums": ("drums",),
}
_ARPEGGIO: Final = {"orders": [[0, 1, 2, 3, 2, 1], [0, 2, 1, 3, 1, 2]], "step": 2, "length": 3}
_ROLE_FALLBACK: Final = {
    "arp": ("harmony", "counter", "melody"),
    "harmony": ("pad", "arp", "melody"),
    "double": ("melody",),
    "echo": ("melody",),
    "counter": ("arp", "melody"),
    "texture": ("counter", "arp", "melody"),
    "pedal": ("harmony", "bass"),
    "bass": ("pedal",),
}
_SAFE: Final = ("flute", "piano", "strings", "lead", "harp", "celesta")


def orchestrate(style: Style, palette: Style | None, wanted: Sequence[str], excluded: Sequence[str]) -> tuple[Voice, ...]:
    """The voices of a piece. Every result has a melody; what is excluded (instruments, families) plays nowhere."""
    voices = list(style.voices.values())
    if palette is not None and palette.name != style.name:
        voices = _repainted(voices, palette)
    taken: set[str] = set()
    for name in wanted:
        _engage(voices, name, taken)
    barred = set(excluded)

    def allowed(instrument: str) -> bool:
        one = instrument_of(instrument)
        return one.name.partition(":")[0] not in barred and one.family not in barred

    kept: list[Voice] = []
    for voice in voices:
        if allowed(voice.instrument):
            kept.append(voice)
        elif voice.role == "melody":
            kept.append(replace(voice, instrument=next((name for name in _SAFE if allowed(name)), "ocarina")))
    return tuple(kept)


def _repainted(voices: Sequence[Voice], palette: Style) -> list[Voice]:
    """The same roles in the instruments of another preset; its drummer comes with the own patterns."""
    by_role: dict[str, list[Voice]] = {}
    for voice in palette.voices.values():
        by_role.setdefault(voice.role, []).append(voice)
    used: dict[str, int] = {}
    result: list[Voice] = []
    for voice in voices:
        number = used.get(voice.role, 0)
        used[voice.role] = number + 1
        if voice.role == "drums":
            if "drums" in by_role:
                other = by_role["drums"][0]
                result.append(replace(other, enter=voice.enter, velocity=voice.velocity, level=voice.level))
            continue
        options = next((by_role[role] for role in (voice.role, *_ROLE_FALLBACK.get(voice.role, ())) if role in by_role), None)
        if options is None:
            result.append(voice)
            continue
        if number and number >= len(options):  # a second player of the role whom the palette does not know
            continue
        result.append(replace(voice, instrument=options[min(number, len(options) - 1)].instrument, send=options[0].send))
    return result


def _engage(voices: list[Voice], name: str, taken: set[str]) -> None:
    """Makes sure `name` is heard: a voice that already has it comes in at once, else it takes over a fitting one."""
    instrument = instruments()[name]
    for i, voice in enumerate(voices):
        same = instrument_of(voice.instrument).name.partition(":")[0] == name or (instrument.kind == "drums" and voice.role == "drums")
        if same:
            early = next((j for j, one in enumerate(voices) if one.instrument == voice.instrument and one.enter <= 0.3), i)
            i, voice = early, voices[early]
            voices[i] = replace(voice, enter=0.0, level=voice.level + 1.5)
            taken.add(voice.name)
            return
    for role in _USES.get(instrument.family, ("melody",)):
        for i, voice in enumerate(voices):
            if voice.role == role and voice.name not in taken:
                voices[i] = replace(voice, instrument=name, enter=0.0)
                taken.add(voice.name)
                return
        if role == "arp":
            voices.append(Voice(name, "arp", name, "arp", 2, -5.0, -0.3, -12.0, 0.0, 2.0, 78, 55, 76, dict(_ARPEGGIO)))
            taken.add(name)
            return
        if role == "add":
            options = {"patterns": ["R.......R.......", "R.....R...R....."], "calm": ["R..............."]}
            voices.append(Voice(name, "bass", name, "bass", 3, -7.0, 0.15, -9.0, 0.0, 2.0, 94, 41, 52, options))
            taken.add(name)
            return
    # everybody is busy: a voice beside the melody
    voices.append(Voice(name, "double", name, "melody", 2, -4.0, 0.25, -10.0, 0.0, 2.0, 86, 48, 72, {"shift": 0}))
    taken.add(name)
