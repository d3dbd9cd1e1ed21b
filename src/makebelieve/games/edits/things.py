"""New things named in an edit: a noun phrase becomes a thing with a body plan, or nothing if it cannot stand in a level."""

from __future__ import annotations

from typing import Literal

from makebelieve.games.edits.lexicon import BRANDS, CONCRETE, DETERMINERS, NO_THINGS
from makebelieve.language import wordtable
from makebelieve.language.beings import BODIES_OF, ENEMY_NOUNS, HAZARD_NOUNS, TREASURE_NOUNS
from makebelieve.language.colors import COLOR_WORDS as COLORS
from makebelieve.language.draft import Thing
from makebelieve.language.things import animacy, classify, thing_from_phrase
from makebelieve.language.words import known, lemma

Role = Literal["enemy", "collectible", "hazard"]


def strip_determiners(phrase: str) -> list[str]:
    """The words of a noun phrase from its first adjective or noun on."""
    words = phrase.split()
    while words and words[0] in DETERMINERS:
        words = words[1:]
    return words


def singular(word: str) -> str:
    """The noun's lemma, or the word itself."""
    if word in BODIES_OF or word in TREASURE_NOUNS:
        return word
    return lemma(word, "noun") or word


def is_brand(phrase: str) -> bool:
    words = phrase.lower().split()
    return any(word in BRANDS or word.rstrip("s") in BRANDS for word in words) or "".join(words) in BRANDS


def thing_named(phrase: str) -> Thing | None:
    """ "angry purple bees" -> a purple bee; None when its head is no concrete noun."""
    words = strip_determiners(phrase)
    if not words or len(words) > 5 or words[-1] in COLORS or is_brand(phrase) or not all(known(word) for word in words):
        return None
    noun = singular(words[-1])
    if noun in NO_THINGS or words[-1] in NO_THINGS:
        return None
    if noun not in BODIES_OF and lemma(words[-1], "noun") is None:
        return None
    category, _ = classify(noun, tuple(words[:-1]))
    if noun not in BODIES_OF and noun not in TREASURE_NOUNS | HAZARD_NOUNS and (category not in CONCRETE or not _is_thing(noun)):
        return None
    thing = thing_from_phrase(" ".join(words))
    return thing if thing.noun == noun else thing.model_copy(update={"noun": noun, "phrase": " ".join(words)})


def _is_thing(noun: str) -> bool:
    """Whether the word is a noun in the first place, and names something solid in most of its senses."""
    word = wordtable.find(noun)
    return word is not None and word.noun >= max(word.verb, word.adjective) and word.share(*CONCRETE) >= 0.5


def role_of(thing: Thing) -> Role:
    """What a thing is most likely wished for as."""
    if thing.noun in HAZARD_NOUNS or thing.category == "hazard":
        return "hazard"
    if thing.noun in TREASURE_NOUNS or thing.category in ("treasure", "food", "plant"):
        return "collectible"
    if thing.noun in ENEMY_NOUNS or animacy(thing.noun) >= 0.5 or thing.category in ("rock", "vehicle", "weapon"):
        return "enemy"
    return "collectible"
