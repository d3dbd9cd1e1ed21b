"""What a prompt asks for beside its cast: mechanics, exclusions, levels, lives, time, difficulty, mood, goal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from makebelieve.language import lexicon
from makebelieve.language.kinds import Biome, Difficulty, Mood, TimeOfDay
from makebelieve.language.numerals import number
from makebelieve.language.places import place_phrases
from makebelieve.language.reading import CueTable, Reading, stem
from makebelieve.language.settings import BIOME_MOOD, BIOME_OF, DIFFICULTY_OF, HABITAT_OF, MOOD_OF, STRONG_MOODS, TIME_OF, biome_of
from makebelieve.language.vocabulary import GAME_NOUNS

_STAGE: Final = frozenset(("level", "stage", "floor", "world", "chapter", "track", "course", "race"))
_LIFE: Final = frozenset(("life", "live", "heart"))
_SECONDS: Final = {"second": 1, "sec": 1, "minute": 60, "min": 60, "hour": 3600}
_LIMITING: Final = frozenset(("in", "within", "under", "survive", "for", "last", "limit", "hold", "every", "only", "out", "timer"))
_INHABITED: Final = frozenset(("city", "village", "indoor", "castle"))
_GOAL_VERBS: Final = frozenset(lexicon.read("roles")["goal-verb"])


@cache
def _cues(stem_name: str) -> CueTable[str]:
    return CueTable((cue, name) for name, cues in lexicon.branches("roles", stem_name).items() for cue in cues)


@cache
def _exclusions() -> dict[str, str]:
    return {stem(cue): name for name, cues in reversed(lexicon.branches("roles", "exclude").items()) for cue in cues}


def _matches(reading: Reading, stem_name: str, *, negated: bool) -> list[str]:
    hits = _cues(stem_name).matches(reading.stems)
    return list(dict.fromkeys(name for start, _, name in hits if (start in reading.negated) == negated))


def mechanics(reading: Reading) -> list[str]:
    """Names from MECHANICS the prompt states, in order of mention."""
    return _matches(reading, "mechanic", negated=False)


def excluded(reading: Reading) -> list[str]:
    """What the prompt rules out: fixed names ("enemies", "violence", "timer") and plain nouns."""
    found = _matches(reading, "exclude", negated=True)
    for phrase in reading.phrases:
        if phrase.head.index in reading.negated and phrase.noun not in GAME_NOUNS and phrase.noun.isalpha():
            known = _exclusions().get(phrase.noun) or _exclusions().get(stem(phrase.noun))
            found.append(known or phrase.noun)
    words = {token.word for token in reading.tokens}
    if words & {"nonviolent", "pacifist", "peaceful"} or ("non" in words and "violent" in words):
        found.append("violence")
    for i, token in enumerate(reading.tokens[:-2]):
        after = {one.lemma for one in reading.tokens[i + 1 : i + 4]}
        if token.word in ("nothing", "nobody", "noone") and after & {"attack", "hurt", "kill", "harm", "chase", "fight"}:
            found.append("enemies")
    if "untimed" in words:
        found.append("timer")
    for i, word in enumerate(reading.stems[:-1]):
        if reading.stems[i + 1] == "free" and word in ("enemy", "violence", "combat", "spike", "timer", "gore"):
            found.append(_exclusions().get(word, word))
    return list(dict.fromkeys(found))


def _counted(reading: Reading, nouns: frozenset[str]) -> int | None:
    for i, word in enumerate(reading.stems):
        if word not in nouns:
            continue
        for back in range(i - 1, max(-1, i - 4), -1):
            value = number(reading.tokens[back].word)
            if value is not None and not (reading.tokens[back].word in ("a", "an") and reading.tokens[i].tag != "N"):
                if reading.tokens[back].word in ("a", "an", "one") and "each" in reading.stems[back:i]:
                    continue
                return value
            if reading.tokens[back].tag not in ("A", "N", "VD", "VG", "R"):
                break
    return None


def levels(reading: Reading) -> int | None:
    """A stated number of levels, clamped to 1-10; "a level" alone states nothing."""
    value = _counted(reading, _STAGE)
    if value is None:
        return None
    if value == 1 and not {"one", "single", "1", "short"} & {token.word for token in reading.tokens}:
        return None
    return max(1, min(10, value))


def lives(reading: Reading) -> int | None:
    """A stated number of lives, clamped to 1-9."""
    value = _counted(reading, _LIFE)
    return max(1, min(9, value)) if value is not None and value > 0 else None


def time_limit(reading: Reading) -> int | None:
    """A stated limit in seconds, 10-3600: "in 60 seconds", "survive 2 minutes", "30 second levels"."""
    for i, word in enumerate(reading.stems):
        unit = _SECONDS.get(word)
        if unit is None or i == 0 or i in reading.negated:
            continue
        value = number(reading.tokens[i - 1].word)
        if value is None or reading.tokens[i - 1].word in ("a", "an"):
            continue
        around = set(reading.stems[max(0, i - 5) : i]) | set(reading.stems[i + 1 : i + 3])
        per_stage = reading.stems[i + 1 : i + 2] in (["per"], ["a"], ["each"], ["for"]) and bool(_STAGE & set(reading.stems[i + 2 : i + 4]))
        if per_stage:
            return max(10, min(3600, value * unit))
        if around & {"every", "per", "each", "ago", "old", "a", "an"} and not around & {"survive", "in", "within", "limit"}:
            continue
        if around & _LIMITING or around & {"alive", "out", "limit", "level", "timer", "stage"} or unit == 60:
            return max(10, min(3600, value * unit))
    return None


def difficulty(reading: Reading) -> tuple[Difficulty, float] | None:
    """A stated difficulty with its confidence."""
    for i, token in enumerate(reading.tokens):
        following = {one.word for one in reading.tokens[i + 1 : i + 3]}
        level = DIFFICULTY_OF.get(token.word) or DIFFICULTY_OF.get(token.lemma)
        if level is None or (
            token.tag in ("N", "NS", "VS")
            and token.word in ("nightmare", "kids", "casual", "toddler")
            and not following & {"mode", "difficulty", "level"}
        ):
            continue
        if token.word == "hard" and following & {"hat", "disk", "drive", "rock", "corner", "work", "left", "right"}:
            continue
        negated = i in reading.negated or (
            i and reading.tokens[i - 1].word in ("not", "isn't", "too") and reading.tokens[max(0, i - 2)].word == "not"
        )
        if negated:
            return ("easy" if level == "hard" else "hard" if level == "easy" else "normal"), 0.6
        strong = token.word in (
            "easy",
            "hard",
            "difficult",
            "brutal",
            "brutally",
            "punishing",
            "hardcore",
            "challenging",
            "simple",
            "normal",
        )
        return level, 0.9 if strong else 0.6
    words = [token.word for token in reading.tokens]
    for i, word in enumerate(words):
        if (
            word in ("kids", "children", "kid", "toddlers", "son", "daughter")
            and words[max(0, i - 2) : i]
            and set(words[max(0, i - 2) : i]) & {"for", "my"}
        ):
            return "easy", 0.7
    return None


def time_of_day(reading: Reading) -> tuple[TimeOfDay, float] | None:
    """The time of day that is named, with its confidence."""
    votes: dict[TimeOfDay, float] = {}
    for i, token in enumerate(reading.tokens):
        time = TIME_OF.get(token.word) or TIME_OF.get(token.lemma)
        if time is None or i in reading.negated:
            continue
        before = reading.tokens[i - 1].word if i else ""
        if token.word in ("day", "stars", "morning") and before not in ("by", "during", "sunny", "in", "at", "the", "early", "bright"):
            continue
        if token.word == "day" and before in ("the", "in", "every", "one", "a"):
            continue
        if token.word in ("stars",):
            continue
        votes[time] = votes.get(time, 0.0) + (1.0 if before in ("at", "by", "during", "in", "until", "till") or token.tag == "A" else 0.8)
    if not votes:
        return None
    best = max(votes, key=lambda one: votes[one])
    return best, min(0.95, 0.75 * votes[best] + 0.2)


def mood(reading: Reading) -> tuple[Mood, bool] | None:
    """The mood the words carry, and whether one of them states it outright."""
    votes: dict[Mood, float] = {}
    stated = False
    for i, token in enumerate(reading.tokens):
        found = MOOD_OF.get(token.word) or MOOD_OF.get(token.lemma)
        if found is None or i in reading.negated:
            continue
        strong = token.word in STRONG_MOODS and token.tag != "N"
        stated = stated or strong
        votes[found] = votes.get(found, 0.0) + (2.0 if strong else 0.6)
    if not votes:
        return None
    return max(votes, key=lambda one: votes[one]), stated


def mood_of_biome(biome: Biome) -> Mood:
    """What a biome feels like when nobody says."""
    return BIOME_MOOD.get(biome, "cheerful")


def biome(reading: Reading, cast_heads: frozenset[int], usual: Mapping[Biome, float]) -> tuple[Biome, float, str | None] | None:
    """The biome with the most evidence, its strength, and the phrase that names the place as written.

    `cast_heads` are the token positions of hero and enemies: what they are only suggests where they are. `usual` is how strongly the
    kind of game itself suggests places.
    """
    votes: dict[Biome, float] = {}
    places: list[tuple[float, Biome, str]] = []
    for phrase, strength in place_phrases(reading):
        damp = 0.35 if phrase.head.index in cast_heads else 1.0
        own = biome_of(phrase.noun)
        # "ruined city", "desert town", "haunted hotel": where people live is told by what sort of place it is
        telling = 1.3 if own is not None and (own[0] in _INHABITED or own[1] < 1) else 0.8
        words = [
            (phrase.noun, 1.0),
            *((token.word, telling) for token in phrase.modifiers),
            *((token.lemma, telling - 0.1) for token in phrase.modifiers),
        ]
        best: dict[Biome, float] = {}
        for word, share in words:
            hint = biome_of(word)
            if hint:
                best[hint[0]] = max(best.get(hint[0], 0.0), hint[1] * share * strength * damp)
        for name, vote in best.items():
            votes[name] = votes.get(name, 0.0) + vote
        if best and damp == 1.0:
            name = max(best, key=lambda one: best[one])
            places.append((strength, name, phrase.text))
    titled = {at for start, end, _ in reading.titles for at in range(start, end)}
    tokens = reading.tokens
    inside = {token.index for phrase in reading.phrases for token in [phrase.head, *phrase.modifiers]}
    for i, token in enumerate(reading.tokens):
        if (
            i in inside
            or i in reading.negated
            or i in titled
            or token.tag == "S"
            or token.lemma in GAME_NOUNS
            or (i and tokens[i - 1].word == "bullet")
        ):
            continue
        hint = BIOME_OF.get(token.word) or BIOME_OF.get(token.lemma)
        if hint:
            votes[hint[0]] = votes.get(hint[0], 0.0) + 0.8 * hint[1]
    for phrase in reading.phrases:
        home = HABITAT_OF.get(phrase.noun)
        if home and phrase.head.index not in reading.negated:
            votes[home] = votes.get(home, 0.0) + (0.3 if phrase.head.index in cast_heads else 0.2)
        for token in phrase.modifiers:  # "penguin armies"
            if token.lemma in HABITAT_OF and token.tag == "N":
                votes[HABITAT_OF[token.lemma]] = votes.get(HABITAT_OF[token.lemma], 0.0) + 0.2
    for likely, weight in usual.items():
        votes[likely] = votes.get(likely, 0.0) + weight
    if not votes:
        return None
    name = max(votes, key=lambda one: votes[one])
    named = max((place for place in places if place[1] == name), default=None)
    return name, votes[name] - usual.get(name, 0.0), named[2] if named else None


def goal(reading: Reading) -> str | None:
    """The aim as written: "rescue the princess", from the goal verb to the end of its clause (at most eight words)."""
    for i, token in enumerate(reading.tokens):
        if token.tag not in ("V", "VS", "VG") or token.lemma not in _GOAL_VERBS or i in reading.negated:
            continue
        words: list[str] = []
        for one in reading.tokens[i + 1 : i + 9]:
            if (
                one.tag in (".", "S")
                or (words and one.tag in ("V", "VS", "X", "M"))
                or (words and one.word in ("while", "before", "and", "but"))
            ):
                break
            words.append(one.word)
        while words and (words[-1] in ("the", "a", "and", "to", "with", "in", "of", "his", "her", "its", "my", "for", "from", "at", "on")):
            words.pop()
        if words:
            return re.sub(r" 's", "'s", " ".join([token.lemma, *words]))[:100]
    return None


def unsupported(reading: Reading) -> list[str]:
    """Wishes no kind can grant, as written ("multiplayer")."""
    known = {cue.replace("_", " ") for cue in lexicon.read("roles")["unsupported"]}
    words = [token.written for token in reading.tokens]
    text = f" {' '.join(words)} "
    return [wish for wish in sorted(known) if f" {wish} " in text]
