"""Subjects and their verbs: one does, several do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from makebelieve.language import Token, lemma, tag, tokenise

from .texts import Text

_DETERMINERS: Final = frozenset(
    ("the", "a", "an", "his", "her", "their", "its", "your", "my", "our", "this", "that", "these", "those", "every", "each", "another")
)
_ONE: Final = frozenset(("a", "an", "this", "that", "every", "each", "another", "one"))
_SEVERAL: Final = frozenset(
    ("these", "those", "both", "several", "many", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve")
)
_BE: Final = {"is": 1, "was": 1, "has": 1, "does": 1, "are": 2, "were": 2, "have": 2, "do": 2, "isn't": 1, "aren't": 2}
# Plural in form or not, as they please: bands play, the band plays.
_EITHER: Final = frozenset(
    (
        "crew",
        "family",
        "band",
        "choir",
        "team",
        "class",
        "crowd",
        "couple",
        "pair",
        "group",
        "staff",
        "company",
        "village",
        "jury",
        "herd",
        "flock",
        "swarm",
        "committee",
        "council",
        "police",
        "orchestra",
        "half",
        "rest",
        "most",
        "number",
        "majority",
        "dozen",
        "lot",
        "public",
        "audience",
        "army",
        "gang",
        "troupe",
        "circle",
        "club",
        "squad",
        "fish",
        "sheep",
        "deer",
        "means",
        "series",
        "headquarters",
        "crossroads",
        "works",
        "data",
        "troop",
        "cast",
        "pack",
        "all",
        "more",
        "none",
        "some",
        "any",
        "spacecraft",
        "aircraft",
        "trio",
        "quartet",
        "duo",
        "pride",
        "congregation",
        "legion",
        "djinn",
        "patrol",
        "posse",
        "colony",
        "order",
        "tribe",
        "clan",
    )
)
_ALWAYS_SEVERAL: Final = frozenset(
    (
        "scissors",
        "trousers",
        "jeans",
        "pants",
        "glasses",
        "spectacles",
        "tweezers",
        "pliers",
        "shorts",
        "pyjamas",
        "binoculars",
        "people",
        "cattle",
        "men",
        "women",
        "children",
        "mice",
        "geese",
        "feet",
        "teeth",
        "tongs",
        "bellows",
        "shears",
    )
)
_ALWAYS_ONE: Final = frozenset(
    (
        "news",
        "chess",
        "compass",
        "glass",
        "dress",
        "lens",
        "bus",
        "gas",
        "mattress",
        "canvas",
        "moss",
        "grass",
        "harness",
        "iris",
        "atlas",
        "brass",
        "princess",
        "kiss",
        "loss",
        "boss",
        "cross",
        "mass",
        "class",
        "darkness",
        "tennis",
        "mess",
        "press",
        "abyss",
        "waitress",
        "fortress",
        "actress",
        "seamstress",
        "bass",
        "chorus",
        "trellis",
        "octopus",
        "cactus",
        "walrus",
        "circus",
        "virus",
        "campus",
        "wilderness",
        "nothing",
        "fitness",
        "netherlands",
        "apparatus",
    )
)
_MODALS: Final = frozenset(("can", "will", "would", "could", "must", "may", "might", "should"))
_PAST_TOO: Final = frozenset(
    (
        "put",
        "cut",
        "shut",
        "set",
        "hit",
        "let",
        "read",
        "spread",
        "split",
        "cast",
        "burst",
        "shed",
        "hurt",
        "cost",
        "lead",
        "lay",
        "saw",
        "found",
        "bound",
        "wound",
        "felt",
        "left",
        "broadcast",
    )
)


def number_of(word: str) -> int:
    """1 or 2 for a noun's number, 0 where it cannot be told."""
    word = word.lower()
    if word in _EITHER:
        return 0
    if word in _ALWAYS_SEVERAL:
        return 2
    if word in _ALWAYS_ONE or word.endswith(("ss", "us", "'s")):
        return 1
    if word.endswith("men"):
        return 2
    if word.endswith("ing"):
        return 0  # "the living"
    if word.endswith("s"):
        base = lemma(word, "noun")
        return 2 if base and base != word else 0
    return 1 if lemma(word, "noun") else 0


def _verb(token: Token) -> int:
    """1 or 2 for a verb that goes with one or with several, 0 where it goes with both or is none."""
    word = token.written.lower()
    if word in _BE:
        return _BE[word]
    if not word.isalpha():
        return 0
    base = lemma(word, "verb")
    if not base or word in _PAST_TOO or (lemma(word, "adjective") == word and word not in ("right", "level")):
        return 0
    if token.tag == "VS" and base != word:
        return 1
    return 2 if token.tag == "V" and base == word else 0


_CLAUSES: Final = re.compile(r"[;:,]\s+(?:and |but |so )?|[\"“”]|\s(?:where|while|until|when)\s(?=(?:the|their|his|her|your|a|an)\b)")


def agreement(text: Text) -> Iterator[tuple[str, str]]:
    """A phrase at the start of a sentence, or behind its comma, with the verb that follows it."""
    if text.kind in ("title", "heading", "label", "objective", "camera", "persona"):
        return
    for sentence in text.sentences:
        for clause in _CLAUSES.split(sentence):
            yield from _clause(tag(tokenise(clause.strip())))


def _finite(token: Token) -> bool:
    word = token.written.lower()
    return (
        token.tag == "VS"
        or word in _BE
        or word in _MODALS
        or (word.endswith("s") and bool(lemma(word, "verb")) and lemma(word, "verb") != word)
    )


def _phrase(tokens: list[Token], at: int) -> tuple[int, int]:
    """Where a noun phrase with a determiner ends that begins at `at`, and its number; the same place where there is none."""
    words = [token.written.lower() for token in tokens]
    if at >= len(tokens) or words[at] not in _DETERMINERS | _SEVERAL:
        return at, 0
    end = at + 1
    while end < len(tokens) and tokens[end].tag in ("N", "NS", "A", "#", "'", "VD", "VG") and words[end] not in _BE:
        end += 1
    if end == at + 1 or tokens[end - 1].tag not in ("N", "NS"):
        return at, 0
    many = number_of(words[end - 1])
    if words[at] in _SEVERAL:
        many = many or 2
    if words[at] in _ONE and many == 2:
        many = 0
    return end, many


def _clause(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    end, many = _phrase(tokens, 0)
    if not end:
        return
    joined = False
    while end < len(tokens) and tokens[end].written.lower() in ("and", "of", "with", "in", "at", "on", "by"):
        link = tokens[end].written.lower()
        after, _ = _phrase(tokens, end + 1)
        if after == end + 1:
            return
        end, joined = after, joined or link == "and"
    if end >= len(tokens):
        return
    found, rest = _verb(tokens[end]), tokens[end + 1 :]
    links = {token.written.lower() for token in tokens[:end]}
    if joined and any(token.tag == "NS" and lemma(token.word, "verb") for token in tokens[:end]):
        return  # "the rock ends and the dark begins"
    if (
        found == 1
        and lemma(tokens[end].word, "noun")
        and (any(token.tag == "V" for token in rest) or (rest and lemma(rest[0].word, "verb") == rest[0].word))
    ):
        return  # "the edges of the milk churns glint"
    if joined and links & {"with", "of", "in", "at", "on", "by"}:
        return  # "a bag with a clasp and a key" is one, "the arm of a chair and a lamp" are two
    if rest and (rest[0].written.lower() == "and" or (rest[0].tag in ("V", "VD") and tokens[end].written.lower() not in _BE)):
        return  # "a brass door handle and a map", "the edges of the milk churns lost in mist"
    many = 2 if joined and many else many
    if (
        all(token.tag == "." for token in rest)
        or any(_finite(token) for token in rest)
        or (found == 2 and lemma(tokens[end].word, "noun") and rest[0].written.lower() in ("in", "on", "first", "instead"))
        or rest[0].written.lower() in ("again", "next", "ahead", "now", "too", "more", "to", "all", "still", "with")
    ):
        return  # the verb comes later: "an extension lead runs", "the bus stop again"
    if tokens[0].written.lower() in _SEVERAL and tokens[end].written.lower() == "is":
        return  # "six steps is not enough"
    if many and found and many != found:
        yield "agreement", " ".join(token.written for token in tokens[: end + 1])
