"""Where and when: biomes, places, times of day, moods and how hard, from single words."""

from __future__ import annotations

from typing import Final, cast

from makebelieve.language import lexicon, wordtable
from makebelieve.language.kinds import Biome, Difficulty, Mood, TimeOfDay

_WEAK: Final = frozenset(lexicon.read("settings")["weak"])
# Weight 1 names a place ("jungle"); 0.55 merely suggests one (a knight suggests a castle).
BIOME_OF: Final[dict[str, tuple[Biome, float]]] = {
    word: (cast("Biome", biome), 0.55 if word in _WEAK else 1.0)
    for biome, words in lexicon.branches("settings", "biome").items()
    for word in words
}
HABITAT_OF: Final[dict[str, Biome]] = {
    word: cast("Biome", biome) for biome, words in lexicon.branches("settings", "habitat").items() for word in words
}
TIME_OF: Final[dict[str, TimeOfDay]] = {
    word: cast("TimeOfDay", time) for time, words in lexicon.branches("settings", "time").items() for word in words
}
MOOD_OF: Final[dict[str, Mood]] = {
    word: cast("Mood", mood) for mood, words in lexicon.branches("settings", "mood").items() for word in words
}
# Words that state a mood; the others of MOOD_OF only suggest one.
STRONG_MOODS: Final = frozenset(lexicon.read("settings")["strong-moods"])
DIFFICULTY_OF: Final[dict[str, Difficulty]] = {
    word: cast("Difficulty", level) for level, words in lexicon.branches("settings", "difficulty").items() for word in words
}
# What a biome feels like when the prompt does not say.
BIOME_MOOD: Final = cast("dict[Biome, Mood]", lexicon.pairs("settings", "biome-mood"))


def biome_of(word: str) -> tuple[Biome, float] | None:
    """The biome a lemma stands for with a weight 0-1: 1 names one ('jungle'), less only suggests one ('pirate' -> ocean)."""
    found = BIOME_OF.get(word)
    if found:
        return found
    entry = wordtable.find(word)
    if entry and entry.settings and entry.settings[0][1] >= 0.4 and entry.noun >= entry.verb:
        letter, share = entry.settings[0]
        return cast("Biome", wordtable.SETTING_NAMES[letter]), 0.6 * share
    return None
