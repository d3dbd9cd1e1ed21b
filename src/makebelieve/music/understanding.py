"""From words to a draft of music: presets and their blend, mood, tempo, key, metre, instruments, and what was not understood."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from makebelieve.language import MOOD_OF, biome_of, correct, lemma, tokenise
from makebelieve.language.settings import HABITAT_OF
from makebelieve.language.vocabulary import FUNCTION_WORDS
from makebelieve.music.draft import MusicDraft
from makebelieve.music.styles import PRESETS
from makebelieve.music.synth.instruments import instruments
from makebelieve.music.theory import parse_key

_KEY: Final = re.compile(
    r"(?P<lead>\b(?:in|key of|key)\s+(?:the key of\s+)?)?\b(?P<note>[A-Ga-g])\s?(?P<shift>#|♯|b\b|♭|[- ]?(?:sharp|flat)\b)?[\s-]*"
    r"(?P<mode>major|minor|harmonic minor|melodic minor|natural minor|dorian|phrygian|lydian|mixolydian|locrian|aeolian|ionian|maj\b|min\b)"
    r"(?P<rest>\s+\w+)?"
)
_MODE_ALONE: Final = re.compile(
    r"\b(harmonic minor|melodic minor|dorian|phrygian|lydian|mixolydian|locrian|aeolian|ionian|minor key|major key|minor|major)\b"
)
_BPM: Final = re.compile(r"\b(\d{2,3})\s*-?\s*(?:bpm|beats per minute)\b", re.IGNORECASE)
_TIME: Final = re.compile(r"\b(\d{1,3})\s*-?\s*(s|sec|secs|seconds?|min|mins|minutes?)\b", re.IGNORECASE)
_METER: Final = re.compile(r"\b(3/4|4/4|6/8)\b")
_NEGATORS: Final = frozenset(("no", "without", "not", "minus", "except", "never"))
_STRONG: Final = 3.0
_WEAK: Final = 1.0
_HINT: Final = 0.6
_TOUCH: Final = 0.2
_MOOD_PRESETS: Final = {
    "cheerful": "chiptune_adventure",
    "cozy": "peaceful_village",
    "spooky": "dungeon_dark",
    "dark": "dungeon_dark",
    "sad": "ambient_exploration",
    "funny": "fantasy_tavern",
    "epic": "epic_orchestral",
    "tense": "battle_intense",
    "mysterious": "dungeon_dark",
    "dreamy": "ambient_exploration",
}


@dataclass(frozen=True, slots=True)
class _Mood:
    name: str
    preset: str
    mode: str | None
    tempo: float
    brightness: float
    density: float


@dataclass(frozen=True, slots=True)
class _Lexicon:
    presets: dict[str, tuple[tuple[str, float], ...]]
    timbres: dict[str, str]
    moods: dict[str, tuple[_Mood, ...]]
    tempos: dict[str, float]
    meters: dict[str, str]
    instruments: dict[str, str]
    plain: frozenset[str]
    biomes: dict[str, tuple[str, ...]]


@cache
def _lexicon() -> _Lexicon:
    data = tomllib.loads(resources.files("makebelieve.music").joinpath("data/words.toml").read_text("utf-8"))
    presets: dict[str, list[tuple[str, float]]] = {}
    for preset, lists in data["presets"].items():
        for words, weight in ((lists["strong"], _STRONG), (lists["weak"], _WEAK)):
            for word in words.split():
                presets.setdefault(word, []).append((preset, weight))
    moods: dict[str, list[_Mood]] = {}
    for name, entry in data["moods"].items():
        mood = _Mood(
            name, entry["preset"], entry.get("mode"), entry.get("tempo", 1.0), entry.get("brightness", 1.0), entry.get("density", 1.0)
        )
        for word in entry["words"].split():
            moods.setdefault(word, []).append(mood)
    return _Lexicon(
        presets={word: tuple(some) for word, some in presets.items()},
        timbres={word: preset for preset, words in data["timbres"].items() for word in words.split()},
        moods={word: tuple(some) for word, some in moods.items()},
        tempos={word: float(factor) for factor, words in data["tempos"].items() for word in words.split()},
        meters={word: meter for meter, words in data["meters"].items() for word in words.split()},
        instruments={word: name for name, one in instruments().items() for word in one.words},
        plain=frozenset(data["plain"]["words"].split()),
        biomes={biome: tuple(some.split()) for biome, some in data["biomes"].items()},
    )


def understand(prompt: str) -> MusicDraft:
    """The draft of a prompt of 1-1000 characters; any text is accepted, words that say nothing are in `unmatched`."""
    draft = MusicDraft()
    rest = _numbers(prompt, draft)
    words = tokenise(rest)
    evidence = dict.fromkeys(PRESETS, 0.0)
    negated = ""
    at = 0
    while at < len(words):
        word = words[at]
        if not word[0].isalnum():
            negated = ""
            at += 1
            continue
        if word in _NEGATORS:
            negated = word
            at += 1
            continue
        if negated and word in ("but", "with"):
            negated = ""
        size = _take(words, at, draft, evidence, bool(negated))
        at += size
        # "not too fast lofi beat": only what follows at once is denied; "no drums or bass" goes on
        if negated == "not" and word not in FUNCTION_WORDS:
            negated = ""
    ranked = sorted(((value, -PRESETS.index(preset), preset) for preset, value in evidence.items() if value > 0), reverse=True)
    draft.presets = {preset: round(value, 2) for value, _, preset in ranked}
    return draft


def _numbers(prompt: str, draft: MusicDraft) -> str:
    """Takes key, tempo, length and metre out of the text; returns the rest."""
    text = prompt[:1000]
    for hit in _KEY.finditer(text):
        note, lead, after = hit["note"], hit["lead"], hit["rest"]
        if note == "a" and (not lead or (after and after.strip() not in ("and", "at", "with", "key", "for", "in", "by", "song", "theme"))):
            continue  # "a minor threat", "in a major city"
        if note.islower() and not lead and not hit["shift"]:
            continue
        shift = (hit["shift"] or "").strip(" -")
        draft.key = str(parse_key(f"{note}{shift} {hit['mode']}"))
        draft.understood.append(f"key {draft.key}")
        text = text[: hit.start("note")] + " , " + text[hit.end("mode") :]
        break
    if found := _BPM.search(text):
        draft.bpm = float(min(220, max(40, int(found[1]))))
        draft.understood.append(f"{draft.bpm:g} bpm")
        text = text[: found.start()] + " , " + text[found.end() :]
    if found := _TIME.search(text):
        seconds = int(found[1]) * (60 if found[2].lower().startswith("m") else 1)
        draft.duration = float(min(300, max(5, seconds)))
        draft.understood.append(f"{draft.duration:g} seconds")
        text = text[: found.start()] + " , " + text[found.end() :]
    if found := _METER.search(text):
        draft.meter = found[1]
        draft.understood.append(f"metre {draft.meter}")
        text = text[: found.start()] + " , " + text[found.end() :]
    if draft.key is None and (found := _MODE_ALONE.search(text.lower())):
        mode = found[1].removesuffix(" key")
        follows = text[found.end() : found.end() + 8].strip().lower()
        if mode not in ("major", "minor") or found[1].endswith("key") or follows[:3] in ("", "key", "mod", "cho", ",", "and"):
            draft.mode = {"aeolian": "minor", "ionian": "major"}.get(mode, mode)
            draft.mode_stated = True
            draft.understood.append(f"{draft.mode} mode")
            text = text[: found.start()] + " , " + text[found.end() :]
    return text


def _forms(word: str) -> tuple[str, ...]:
    fixed = correct(word)
    forms = [word, fixed]
    for part in ("noun", "adjective", "verb"):
        base = lemma(fixed, part)
        if base:
            forms.append(base)
    return tuple(dict.fromkeys(forms))


def _take(words: list[str], at: int, draft: MusicDraft, evidence: dict[str, float], negated: bool) -> int:
    """Reads the word at `at` (with the next, where they belong together) into the draft; how many words that took."""
    book = _lexicon()
    if at + 1 < len(words):
        pair = f"{words[at]}_{words[at + 1]}"
        if _know((pair,), draft, evidence, negated):
            return 2
    word = words[at]
    forms = _forms(word)
    if _know(forms, draft, evidence, negated):
        return 1
    if word in FUNCTION_WORDS or any(form in book.plain for form in forms) or word.isdigit() or len(word) < 2:
        return 1
    if not negated and _suggest(forms, draft, evidence):
        return 1
    if word not in draft.unmatched:
        draft.unmatched.append(word)
    return 1


def _know(forms: tuple[str, ...], draft: MusicDraft, evidence: dict[str, float], negated: bool) -> bool:
    """Whether the music lexicon knows one of the forms; what follows from it goes into the draft."""
    book = _lexicon()
    known = False
    instrument = next((book.instruments[form] for form in forms if form in book.instruments), None)
    if instrument:
        known = True
        if negated:
            draft.excluded = list(dict.fromkeys((*draft.excluded, instrument, instruments()[instrument].family)))
            draft.understood.append(f"no {forms[0]}")
            return True
        if instrument not in draft.instruments:
            draft.instruments.append(instrument)
            draft.understood.append(f"instrument {instrument.replace('_', ' ')}")
    form = next((form for form in forms if form in book.presets), None)
    if form:
        known = True
        for preset, weight in book.presets[form]:
            evidence[preset] += -weight if negated else weight
        if not negated and form in book.timbres and draft.palette in (None, book.timbres[form]):
            draft.palette = book.timbres[form]
            draft.lent += sum(weight for preset, weight in book.presets[form] if preset == draft.palette)
    form = next((form for form in forms if form in book.moods), None)
    if form and not negated:
        known = True
        for mood in book.moods[form]:
            if mood.name in draft.moods:
                continue
            draft.moods.append(mood.name)
            draft.understood.append(f"mood {mood.name}")
            evidence[mood.preset] += _TOUCH
            draft.tempo *= mood.tempo
            draft.brightness *= mood.brightness
            draft.density *= mood.density
            if mood.mode and not draft.mode:
                draft.mode = mood.mode
    form = next((form for form in forms if form in book.tempos), None)
    if form:
        known = True
        draft.tempo *= 1 / book.tempos[form] if negated else book.tempos[form]
        draft.understood.append(f"tempo {'not ' if negated else ''}{form.replace('_', ' ')}")
    form = next((form for form in forms if form in book.meters), None)
    if form and not negated:
        known = True
        draft.meter = draft.meter or book.meters[form]
        draft.understood.append(f"metre {draft.meter}")
    return known


def _suggest(forms: tuple[str, ...], draft: MusicDraft, evidence: dict[str, float]) -> bool:
    """What the language room knows of a word it shares with games: where it is at home, how it feels."""
    book = _lexicon()
    for form in forms:
        place = biome_of(form)
        habitat = HABITAT_OF.get(form)
        found = False
        if place or habitat:
            biome, weight = place if place else (habitat, 0.8)
            for i, preset in enumerate(book.biomes.get(str(biome), ())):
                evidence[preset] += _HINT * weight * (1.0 if i == 0 else 0.6)
                found = True
        mood = MOOD_OF.get(form)
        if mood:
            evidence[_MOOD_PRESETS[mood]] += _HINT
            found = True
        if found:
            return True
    return False
