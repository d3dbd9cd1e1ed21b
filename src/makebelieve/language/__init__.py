"""From words to drafts: the offline interpreter (`understand_game`), and a language model behind the same seam.

For edits and other interpreters, the small pieces are public too: `tokenise`, `correct` (spelling), `lemma`, `tag` and
`phrases` (noun phrases with their verbs), `thing_from_phrase`, `number`, and the look-ups `COLOR_WORDS`, `biome_of`,
`verb_class`, `TIME_OF`, `MOOD_OF`, `DIFFICULTY_OF`.
"""

from makebelieve.language.colors import COLOR_WORDS
from makebelieve.language.draft import GameDraft, KindGuess, Thing, Understood
from makebelieve.language.grammar import Phrase, phrases
from makebelieve.language.model import DraftModel, ModelUnavailable, understand_with
from makebelieve.language.nouns import KIND_OF
from makebelieve.language.numerals import number
from makebelieve.language.settings import DIFFICULTY_OF, MOOD_OF, TIME_OF, biome_of
from makebelieve.language.tagging import Token, tag
from makebelieve.language.things import classify, thing_from_phrase
from makebelieve.language.understand import understand_game
from makebelieve.language.words import correct, lemma, normalise, tokenise
from makebelieve.language.wordtable import verb_class

__all__ = [
    "COLOR_WORDS",
    "DIFFICULTY_OF",
    "KIND_OF",
    "MOOD_OF",
    "TIME_OF",
    "DraftModel",
    "GameDraft",
    "KindGuess",
    "ModelUnavailable",
    "Phrase",
    "Thing",
    "Token",
    "Understood",
    "biome_of",
    "classify",
    "correct",
    "lemma",
    "normalise",
    "number",
    "phrases",
    "tag",
    "thing_from_phrase",
    "tokenise",
    "understand_game",
    "understand_with",
    "verb_class",
]
