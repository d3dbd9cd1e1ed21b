"""Closed word classes and the words of the trade: what the tagger, the spelling corrector and the rules take as known."""

from __future__ import annotations

from typing import Final

from makebelieve.language import lexicon
from makebelieve.language.beings import BODIES_OF, ENEMY_NOUNS, HAZARD_NOUNS, TREASURE_NOUNS

CONTRACTIONS: Final = {short: tuple(long.split("+")) for short, long in lexicon.pairs("vocabulary", "contractions").items()}
MISSPELLINGS: Final = lexicon.pairs("vocabulary", "misspellings")
# Tag -> words. Tags: see grammar.py.
CLOSED: Final = {tag: frozenset(words) for tag, words in lexicon.branches("vocabulary", "tag").items()}
FUNCTION_WORDS: Final = frozenset().union(*CLOSED.values()) | frozenset(lexicon.read("vocabulary")["function"])
# Words that are about the game itself, never a hero, an enemy or a place.
GAME_NOUNS: Final = frozenset(lexicon.read("vocabulary")["game-nouns"])
# They end a noun phrase: "isometric rpg paladin" is a paladin, "mole platformer" a mole.
GENRE_NOUNS: Final = frozenset(lexicon.read("vocabulary")["genre-nouns"])
GAME_WORDS: Final = GAME_NOUNS | frozenset(lexicon.read("vocabulary")["game-words"]) | ENEMY_NOUNS | TREASURE_NOUNS | HAZARD_NOUNS
PLAIN_NOUNS: Final = frozenset(BODIES_OF) | frozenset(lexicon.read("vocabulary")["plain-nouns"])
