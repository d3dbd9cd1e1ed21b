"""Titles as they are written: whether a text is one, and the same in ordinary letters."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation import tables

_SMALL: Final = frozenset(
    (
        "over",
        "under",
        "about",
        "into",
        "through",
        "across",
        "behind",
        "beneath",
        "between",
        "without",
        "near",
        "beyond",
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "for",
        "from",
        "with",
        "by",
        "who",
        "that",
        "where",
        "my",
        "her",
        "his",
    )
)
_CALLED: Final = frozenset(
    (
        "mr",
        "mrs",
        "miss",
        "ms",
        "dr",
        "doctor",
        "captain",
        "king",
        "queen",
        "prince",
        "princess",
        "uncle",
        "aunt",
        "auntie",
        "saint",
        "st",
        "sir",
        "lady",
        "lord",
        "professor",
        "old",
        "grandma",
        "grandpa",
        "granny",
        "count",
        "baron",
        "inspector",
        "sergeant",
        "father",
        "sister",
        "brother",
        "madame",
        "agent",
        "detective",
    )
)
"""Behind these a name follows."""
_NAMED: Final = frozenset(
    (
        "street",
        "lane",
        "road",
        "avenue",
        "square",
        "hill",
        "river",
        "lake",
        "bay",
        "island",
        "mountain",
        "valley",
        "sea",
        "creek",
        "point",
        "wood",
        "woods",
        "forest",
        "park",
        "court",
        "bridge",
        "cove",
        "harbour",
        "harbor",
        "desert",
        "row",
        "close",
        "crescent",
        "gardens",
        "falls",
        "hall",
    )
)
"""What a place's name ends with."""
_TOLD: Final = frozenset(
    ("broken", "haunted", "lost", "last", "old", "new", "frozen", "drowned", "secret", "burning", "hidden", "flooded", "abandoned", "little", "forgotten", "empty",
     "enchanted", "magic", "sleeping", "missing", "floating", "cursed", "dark", "wild", "sunken", "endless", "big", "great", "small", "quiet", "first", "deserted")
)  # fmt: skip
"""What tells of a place rather than names it."""
_NO_CITY: Final = frozenset(
    (
        "school",
        "town",
        "church",
        "prison",
        "bed",
        "work",
        "sea",
        "hospital",
        "college",
        "space",
        "heaven",
        "hell",
        "court",
        "home",
        "port",
        "class",
        "space",
    )
)


@cache
def _tradesmen() -> frozenset[str]:
    """Nouns of trades, some of them in no dictionary: "toymaker"."""
    return frozenset(noun for entry in tables.read("works").values() for noun in entry.words("nouns"))


def is_titled(text: str) -> bool:
    """Whether a text writes its words as titles do: "The Boy Who Collected Thunder"."""
    words = re.findall(r"[\w'’-]+", text)
    own = [word for word in words if word.lower() not in _SMALL]
    if not 2 <= len(words) <= 14 or len(own) < 2 or re.search(r"[.!?]\s", re.sub(r"\b(?:Mr|Mrs|Dr|St)\.", "", text)):
        return False
    if len(own) == len(words) <= 3 and lemma(words[0].lower(), "verb") == words[0].lower():
        return False  # "Find Bigfoot": an order, and a name
    return all(word[:1].isupper() or word[:1].isdigit() for word in own)


def lowered(text: str) -> str:
    """A title in ordinary letters; what may be a name keeps its own."""
    parts = re.split(r"([\w'’-]+)", text)
    words = parts[1::2]
    for at, word in enumerate(words):
        bare = re.sub(r"['’]s?$", "", word.lower())
        before = words[at - 1].lower() if at else ""
        follows = words[at + 1].lower() if at + 1 < len(words) else ""
        named = before in _CALLED or (bare in _CALLED and follows[:1] and words[at + 1][:1].isupper() and not _is_plain(follows))
        named = named or (
            bare in ("lake", "mount", "cape", "port", "fort", "castle", "river")
            and bool(follows)
            and words[at + 1][:1].isupper()
            and not _is_plain(follows)
        )
        told = {bare, before} & _TOLD  # "the broken bridge" is no name
        begins = follows in _NAMED and before in ("of", "on", "to", "in", "the", "at", "from")
        placed = not told and (begins or (bare in _NAMED and before not in _SMALL and bool(before)))
        if at and not named and not placed and ((_is_plain(bare) and not _is_city(bare, before)) or bare in _SMALL):
            parts[2 * at + 1] = word.lower()
    return "".join(parts)


def _is_city(word: str, before: str) -> bool:
    """Whether a place stands where a name does: "the train to Samarkand"."""
    return before in ("to", "in", "from", "of") and classify(word)[0] == "place" and word not in _NO_CITY


def _is_plain(word: str) -> bool:
    return (
        word in _tradesmen()
        or word.endswith(("maker", "keeper", "seller", "smith", "monger", "ly"))
        or any(lemma(word, part) for part in ("noun", "verb", "adjective"))
    )
