"""Which phrases of a prompt stand where a place stands."""

from __future__ import annotations

from typing import Final

from makebelieve.language.clues import WORDS, in_title
from makebelieve.language.grammar import Phrase
from makebelieve.language.reading import Reading
from makebelieve.language.settings import biome_of
from makebelieve.language.things import animacy, classify
from makebelieve.language.vocabulary import GENRE_NOUNS

_COUNTED: Final = frozenset(("endless", "infinite", "enemy", "more", "next", "last", "first", "new", "many"))


def place_phrases(reading: Reading) -> list[tuple[Phrase, float]]:
    """Phrases that stand where a place stands, with the strength of the hint 0-1.5."""
    found: list[tuple[Phrase, float]] = []
    for phrase in reading.phrases:
        if phrase.head.index in reading.negated or in_title(reading, phrase) or phrase.noun in GENRE_NOUNS:
            continue
        following = reading.tokens[phrase.end].word if phrase.end < len(reading.tokens) else ""
        if phrase.noun in WORDS["partitive"] and (following == "of" or {token.word for token in phrase.modifiers} & _COUNTED):
            continue  # "waves of imps" are no sea
        if phrase.modifiers and phrase.modifiers[-1].word == "bullet":
            continue  # "bullet heaven" is a sort of game
        hints = [biome_of(word) for word in (phrase.noun, *(token.word for token in phrase.modifiers))]
        hint = max((one[1] for one in hints if one), default=0.0)
        governed = phrase.preposition in WORDS["place-preposition"]
        place = classify(phrase.noun)[0] == "place"
        strength = hint * (1.5 if governed and animacy(phrase.noun) < 0.6 else 0.9) + 0.3 * (place and governed)
        if strength > 0.25:
            found.append((phrase, strength))
    return found
