"""In which sense a noun is meant: a flower bed is no quilt, an oxygen plant grows no leaves, and the end of the world lies on no cloth.

What stands before the noun, what it is "of" and what else the premise speaks of decide it, by `data/senses.txt`; measures ("a pair of gloves") are
what they measure, and vessels ("a cup of water") are plain things, whatever is in them.
"""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation import tables

MEASURES: Final = frozenset(
    ("pair", "bunch", "flock", "herd", "pack", "piece", "slice", "loaf", "set", "pile", "heap", "stack", "kind", "sort", "couple", "dozen", "litter",
     "swarm", "shoal", "bit", "lot", "handful", "bundle", "collection", "number", "row", "clutch", "batch", "colony")
)  # fmt: skip
"""Nouns that say only how much there is of what follows."""
VESSELS: Final = frozenset(
    ("cup", "glass", "mug", "bottle", "jar", "pot", "bag", "box", "basket", "bucket", "pail", "bowl", "plate", "tray", "sack", "barrel", "can", "crate",
     "case", "carton", "tin", "jug", "flask", "vial", "cart", "chest", "truckload", "cartload", "cask", "urn", "keg", "packet", "tube", "tub", "tank")
)  # fmt: skip
_OF: Final = re.compile(
    r"\b([a-z]+) of (?:the |an? |his |her |their |my |our |your |its |all |two |three |four |five |old |new |lost )*([a-z'-]+(?: [a-z'-]+)?)"
)

_MATTER: Final = frozenset(("any thing", "any treasure", "any tool", "any document", "any garment", "any vehicle", "computer", "toy"))


def of_what(text: str, head: str) -> str:
    """The noun behind "of", where the head noun of a text has one: "the end of the world" -> "world"."""
    for word, behind in _OF.findall(text.lower()):
        if head in (word, lemma(word, "noun")):
            first, _, second = behind.partition(" ")
            return str(second if second and classify(first)[0] == "attribute" else first)
    return ""


def sense_of(head: str, before: tuple[str, ...], of: str, around: frozenset[str]) -> str | None:
    """The title of the entry that a noun has in its surroundings, or None for its own: `before` are the words in front of it."""
    if of and head in VESSELS and not (head == "chest" and of in ("gold", "treasure", "jewels", "coins")):
        return "any thing"
    table = tables.read("senses")
    entry = table.get(head) or table.get(lemma(head, "noun") or head)
    if entry is None:
        return None
    for title in entry.rows:
        if any(_fits(word, before, of, around) for word in entry.words(title)):
            return None if title == "own" else title
    return None


def is_matter(phrase: str, premise: str) -> bool:
    """Whether a phrase whose noun also names a beast or somebody is meant as a thing: "the king's seal"."""
    words = re.findall(r"[a-z]+(?:['’]s)?", phrase.lower().partition(" of ")[0])
    if not words:
        return False
    around = frozenset(re.findall(r"[a-z0-9]+", premise.lower()))
    return sense_of(words[-1], tuple(words[:-1]), of_what(phrase, words[-1]), around) in _MATTER


def _fits(word: str, before: tuple[str, ...], of: str, around: frozenset[str]) -> bool:
    if word == "else":
        return True
    if word == "of":
        return bool(of)
    if word.startswith("of_"):
        return word[3:] in (of, lemma(of, "noun"))
    if word.startswith("~"):
        return word[1:] in around
    return word in before
