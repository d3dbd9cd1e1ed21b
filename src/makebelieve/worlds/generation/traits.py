"""What a premise says of the player besides the noun: how they are, what they are made of, what they cannot do."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase, lemma
from makebelieve.worlds.generation.figures import apposed, turned_into
from makebelieve.worlds.generation.morphology import article
from makebelieve.worlds.generation.names import known
from makebelieve.worlds.generation.reading import Reading, cased, text_of
from makebelieve.worlds.generation.wording import as_written

# They say who is meant, not how somebody is.
_PLAIN: Final = frozenset(
    (
        "former",
        "aging",
        "last",
        "first",
        "only",
        "other",
        "same",
        "new",
        "next",
        "own",
        "very",
        "certain",
        "whole",
        "rival",
        "substitute",
        "royal",
        "local",
    )
)
_AGES: Final = frozenset(("year", "years", "month", "months", "old"))
_OF_LONG: Final = frozenset(
    ("friend", "enemy", "rival", "flame", "pal", "mate", "lover", "classmate", "comrade", "schoolmate", "acquaintance", "boss")
)
"""An old one of these is one of long standing and may be young."""
_MOST: Final = 6
_WORDS: Final = 8


def traits_of(reading: Reading, player: Phrase | None) -> list[str]:
    """Short phrases: "deaf", "made of paper", "with one glove", "afraid of blood", "cannot ride", "nine years old"."""
    tokens = reading.tokens
    made: list[str] = []
    some = [player, *([twin] if (twin := apposed(reading, player)) is not None else [])] if player is not None else []
    for phrase in some:
        made += [
            _hyphened(reading, token.word)
            for token in phrase.modifiers
            if (token.tag in ("A", "VD", "VG") or (token.tag == "N" and not known(token.word)))
            and token.word not in _PLAIN
            and token.word not in reading.names
            and token.word not in reading.nations
            and not (phrase.noun in ("hand", "lad", "boy", "girl", "master", "mate") and token.word == "stable")
            and not (token.word == "old" and phrase.noun in _OF_LONG)
        ]
        made += _behind(reading, phrase)
        made += _predicated(reading, phrase)
        if (shape := turned_into(reading, phrase)) is not None:
            made.append(f"turned into {article(text_of(reading, shape)) if not shape.plural else text_of(reading, shape)}")
    for at, token in enumerate(tokens[:-1]):  # "that I can't bake", "I am nine"
        if token.word == "i" and tokens[at + 1].word in ("can", "could") and at + 3 < len(tokens) and tokens[at + 2].word == "not":
            made.append(f"cannot {_until(reading, at + 3)}")
        elif token.word == "i" and tokens[at + 1].word == "have" and tokens[at + 2 : at + 3] and tokens[at + 2].word == "no":
            made.append(f"has {_until(reading, at + 2)}")
    return list(dict.fromkeys(one[:120] for one in made if one))[:_MOST]


def _hyphened(reading: Reading, word: str) -> str:
    if match := re.fullmatch(r"([\w-]+)-(year|month|week|day)-old", word):
        return f"{match[1]} {match[2]}{'' if match[1] == 'one' else 's'} old"
    match = re.search(rf"\b[\w]+-{re.escape(word)}\b|\b{re.escape(word)}\b", reading.premise, re.IGNORECASE)
    return match[0].lower() if match else word


def _behind(reading: Reading, phrase: Phrase) -> list[str]:
    """What stands right behind the noun: "made of paper", "with one glove", "with no sense of taste", "of nine", "who is afraid of blood"."""
    tokens, at = reading.tokens, phrase.end
    if at < len(tokens) and tokens[at].word == "," and at + 1 < len(tokens) and tokens[at + 1].word in ("who", "with"):
        at += 1
    if at >= len(tokens):
        return []
    word = tokens[at].word
    following = [token.word for token in tokens[at : at + 4]]
    if word == "made" and following[1:2] in (["of"], ["from"]):
        return [_until(reading, at, finite=True)]
    if word in ("afraid", "scared", "terrified", "allergic", "unable", "deaf", "blind", "fond"):
        return [_until(reading, at, finite=True)]
    if word in ("with", "without"):
        return [_until(reading, at, finite=True)]
    if word in ("who", "that"):
        return [_relative(reading, at)]
    if (
        word == "of"
        and at + 1 < len(tokens)
        and tokens[at + 1].tag == "#"
        and not (at + 2 < len(tokens) and tokens[at + 2].tag in ("N", "NS"))
    ):
        return [f"{tokens[at + 1].word} years old"]
    return []


def _relative(reading: Reading, at: int) -> str:
    tokens = reading.tokens
    words = [token.word for token in tokens[at + 1 : at + 4]]
    if words[:1] in (["is"], ["are"], ["was"]) and tokens[at + 2 : at + 3] and tokens[at + 2].tag != "VG":
        return _until(reading, at + 2)
    if words[:1] and words[0] in ("want", "wants", "need", "needs", "must", "try", "tries", "lose", "loses", "opens", "finds"):
        return ""  # what somebody is after is no trait
    if words[:2] == ["can", "not"]:
        return f"cannot {_until(reading, at + 3)}"
    return _until(reading, at + 1, finite=True)


def _predicated(reading: Reading, phrase: Phrase) -> list[str]:
    """ "Hana is nine years old", "the dog is afraid of heights"."""
    tokens, at = reading.tokens, phrase.end
    if at + 1 >= len(tokens) or tokens[at].word not in ("is", "are", "am"):
        return []
    after = tokens[at + 1]
    near = {token.word for token in tokens[at + 1 : at + 5]}
    if after.tag == "A" or (after.tag == "#" and near & _AGES) or after.word in ("afraid", "scared", "allergic", "blind", "deaf"):
        return [_until(reading, at + 1)]
    return []


def _until(reading: Reading, at: int, *, finite: bool = False) -> str:
    """The words from a token to the end of what it says; with `finite`, also up to the verb of the sentence."""
    tokens = reading.tokens
    end = at + 1
    while end < len(tokens) and end - at < _WORDS:
        token = tokens[end]
        if token.tag == "." or token.word in ("and", "but", "or", "has", "must", "wants", "want", "needs", "so"):
            break
        if token.tag == "VS" or (finite and token.tag in ("X", "M", "VS") and token.word not in ("not", "to")):
            break
        if finite and token.tag == "V" and tokens[end - 1].tag in ("N", "NS"):
            break  # "who keep the lighthouse find a mermaid"
        if finite and token.tag == "NS" and lemma(token.word, "verb") and end + 1 < len(tokens) and tokens[end + 1].tag in ("D", "P"):
            break
        end += 1
    words = [token.written for token in tokens[at:end]]
    return as_written(reading.premise, words) or cased(reading, " ".join(words).replace(" 's", "'s"))
